//! A letter before it is posted: a greeting, blocks, and a foot. Text and HTML are made from the same blocks,
//! so that neither says less.

use platform::id::OrganisationId;

/// One block of a letter.
#[derive(Debug, Clone)]
enum Block {
    Text(String),
    Lead(String),
    Heading(String),
    /// What somebody wrote: who, and their words in full.
    Said {
        who: String,
        text: String,
    },
    /// A title with where to find it.
    Title {
        words: String,
        url: String,
    },
    Button {
        words: String,
        url: String,
    },
    /// A code to type over.
    Code(String),
    Facts(Vec<(String, String)>),
}

/// A letter in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    subject: String,
    greeting: String,
    blocks: Vec<Block>,
    foot: Vec<String>,
    secret: bool,
    in_reply_to: Option<String>,
}

/// A letter as it is posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
    pub secret: bool,
    pub in_reply_to: Option<String>,
    /// The name it comes from, before the address of the house.
    pub from_name: Option<String>,
    /// Where an answer goes.
    pub reply_to: Option<String>,
    /// In whose name it goes: a council, a municipality. That organisation says how long it is kept.
    pub organisation: Option<OrganisationId>,
}

impl Draft {
    /// `greeting` is the whole line: *Dag mevrouw Hoekstra,*.
    pub fn new(subject: impl Into<String>, greeting: impl Into<String>) -> Self {
        Self {
            subject: one_line(&subject.into()),
            greeting: greeting.into(),
            blocks: Vec::new(),
            foot: Vec::new(),
            secret: false,
            in_reply_to: None,
        }
    }

    fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    pub fn lead(self, text: impl Into<String>) -> Self {
        self.with(Block::Lead(text.into()))
    }
    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Block::Text(text.into()))
    }
    pub fn heading(self, text: impl Into<String>) -> Self {
        self.with(Block::Heading(text.into()))
    }
    pub fn said(self, who: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(Block::Said { who: who.into(), text: text.into() })
    }
    pub fn title(self, words: impl Into<String>, url: impl Into<String>) -> Self {
        self.with(Block::Title { words: words.into(), url: url.into() })
    }
    pub fn button(self, words: impl Into<String>, url: impl Into<String>) -> Self {
        self.with(Block::Button { words: words.into(), url: url.into() })
    }
    pub fn code(self, code: impl Into<String>) -> Self {
        let mut letter = self.with(Block::Code(code.into()));
        letter.secret = true;
        letter
    }
    /// What it says lets somebody in: it is wiped from the outbox once it was sent.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
    pub fn facts(self, facts: Vec<(String, String)>) -> Self {
        self.with(Block::Facts(facts))
    }
    pub fn foot(mut self, text: impl Into<String>) -> Self {
        self.foot.push(text.into());
        self
    }
    /// Belongs to an earlier letter: mail programs show them together.
    pub fn in_reply_to(mut self, message_id: impl Into<String>) -> Self {
        self.in_reply_to = Some(message_id.into());
        self
    }

    pub fn finish(self) -> Letter {
        let text = self.plain();
        let page = Page { subject: &self.subject, greeting: &self.greeting, blocks: &self.blocks, foot: &self.foot };
        // Drawing into a text cannot fail, and the template has no errors of its own.
        let html = askama::Template::render(&page).unwrap_or_default();
        Letter {
            subject: self.subject,
            text,
            html,
            secret: self.secret,
            in_reply_to: self.in_reply_to,
            from_name: None,
            reply_to: None,
            organisation: None,
        }
    }

    fn plain(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.blocks.iter().map(|block| match block {
            Block::Text(text) | Block::Lead(text) => text.clone(),
            Block::Heading(text) => format!("{text}\n{}", "-".repeat(text.chars().count())),
            Block::Said { who, text } => {
                let quoted: Vec<_> = text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
                format!("{who}:\n{}", quoted.join("\n"))
            }
            Block::Title { words, url } => format!("{words}\n{url}"),
            Block::Button { words, url } => format!("{words}: {url}"),
            Block::Code(code) => code.clone(),
            Block::Facts(facts) => facts.iter().map(|(n, v)| format!("{n}: {v}")).collect::<Vec<_>>().join("\n"),
        }));
        if !self.foot.is_empty() {
            parts.push(format!("-- \n{}", self.foot.join("\n")));
        }
        parts.join("\n\n") + "\n"
    }
}

/// A subject is one line, whatever was typed in a title.
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(askama::Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    subject: &'a str,
    greeting: &'a str,
    blocks: &'a [Block],
    foot: &'a [String],
}

use ui::filters;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_html_say_the_same() {
        let letter = Draft::new("Uw vraag is beantwoord\r\nBcc: x@y", "Dag mevrouw De Wit,")
            .said("Truus Bakker", "Wij verdelen ze per thema.\n\nDat scheelt.")
            .button("Bekijk het antwoord", "https://beraad.example/gesprekken/1")
            .foot("Beraad")
            .finish();
        assert_eq!(letter.subject, "Uw vraag is beantwoord Bcc: x@y");
        for words in ["Dag mevrouw De Wit,", "Wij verdelen ze per thema.", "Dat scheelt.", "Bekijk het antwoord"] {
            assert!(letter.text.contains(words) && letter.html.contains(words), "{words}");
        }
    }
}
