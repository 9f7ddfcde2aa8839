//! A piece of text with choices and slots, as a writer types it:
//! `Wij {bellen|mailen} [x=n:3-9] mensen in [maand].`

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::voice::Voice;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Text(String),
    Choice(Vec<Piece>),
    /// Goes the same way as the choice before it: `{Hij|Zij} loopt, en {=hij|zij} zingt`.
    Linked(Vec<Piece>),
    /// A number within bounds, in steps.
    Number {
        low: u32,
        high: u32,
        step: u32,
    },
    /// A word from the lists, from the one who speaks, or bound earlier in the same text.
    Word(String),
    /// Fills a slot and remembers what it said.
    Bind(String, Box<Node>),
}

#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Piece(pub(crate) Vec<Node>);

impl Piece {
    /// Reads a piece; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut reader = Reader { rest: text };
        let piece = reader.piece(false)?;
        match reader.rest.chars().next() {
            None => Ok(piece),
            Some(letter) => Err(format!("'{letter}' staat los, zonder begin")),
        }
    }

    pub(crate) fn write(&self, out: &mut String, voice: &mut Voice<'_>, rng: &mut ChaCha8Rng) {
        let mut way = 0;
        for node in &self.0 {
            match node {
                Node::Choice(ways) => {
                    way = rng.random_range(0..ways.len());
                    ways[way].write(out, voice, rng);
                }
                Node::Linked(ways) => ways[way].write(out, voice, rng),
                other => other.write(out, voice, rng),
            }
        }
    }

    /// Every name that a slot asks for, and every name that one binds.
    pub(crate) fn names(&self, asked: &mut Vec<String>, bound: &mut Vec<String>) {
        for node in &self.0 {
            node.names(asked, bound);
        }
    }
}

impl Node {
    fn write(&self, out: &mut String, voice: &mut Voice<'_>, rng: &mut ChaCha8Rng) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Choice(ways) | Self::Linked(ways) => ways[rng.random_range(0..ways.len())].write(out, voice, rng),
            Self::Number { low, high, step } => {
                let steps = (high - low) / step;
                push_number(out, low + step * rng.random_range(0..=steps));
            }
            Self::Word(name) => voice.say(name, out, rng),
            Self::Bind(name, node) => {
                let start = out.len();
                node.write(out, voice, rng);
                voice.remember(name, &out[start..]);
            }
        }
    }

    fn names(&self, asked: &mut Vec<String>, bound: &mut Vec<String>) {
        match self {
            Self::Text(_) | Self::Number { .. } => {}
            Self::Choice(ways) | Self::Linked(ways) => ways.iter().for_each(|way| way.names(asked, bound)),
            Self::Word(name) => asked.push(name.clone()),
            Self::Bind(name, node) => {
                bound.push(name.clone());
                node.names(asked, bound);
            }
        }
    }
}

pub(crate) const SMALL: [&str; 13] =
    ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

/// Up to twelve in letters, above a thousand with a point.
fn push_number(out: &mut String, number: u32) {
    match number {
        0..=12 => out.push_str(SMALL[number as usize]),
        13..=999 => out.push_str(&number.to_string()),
        _ => out.push_str(&format!("{}.{:03}", number / 1000, number % 1000)),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn piece(&mut self, inside: bool) -> Result<Piece, String> {
        let mut nodes = Vec::new();
        while let Some(letter) = self.rest.chars().next() {
            match letter {
                '{' => {
                    let choice = self.choice(&nodes)?;
                    nodes.push(choice);
                }
                '[' => nodes.push(self.slot()?),
                '|' | '}' if inside => break,
                '|' | '}' | ']' => return Err(format!("'{letter}' staat los, zonder begin")),
                _ => nodes.push(self.text()),
            }
        }
        Ok(Piece(nodes))
    }

    fn text(&mut self) -> Node {
        let end = self.rest.find(['{', '[', '|', '}', ']']).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Node::Text(text.to_owned())
    }

    fn choice(&mut self, before: &[Node]) -> Result<Node, String> {
        let whole = self.rest;
        let linked = whole.starts_with("{=");
        if linked {
            self.rest = &self.rest[1..];
        }
        let mut ways = Vec::new();
        loop {
            self.rest = &self.rest[1..];
            ways.push(self.piece(true)?);
            match self.rest.chars().next() {
                Some('|') => {}
                Some(_) => break,
                None => return Err(format!("na '{}' ontbreekt '}}'", beginning(whole))),
            }
        }
        self.rest = &self.rest[1..];
        match ways.len() {
            1 => Err(format!("'{}' heeft maar één keus", beginning(whole))),
            count if linked && last_choice(before) != Some(count) => {
                Err(format!("'{}' volgt geen keus met evenveel wegen", beginning(whole)))
            }
            _ if linked => Ok(Node::Linked(ways)),
            _ => Ok(Node::Choice(ways)),
        }
    }

    fn slot(&mut self) -> Result<Node, String> {
        let end = self.rest.find(']').ok_or_else(|| format!("na '{}' ontbreekt ']'", beginning(self.rest)))?;
        let inner = &self.rest[1..end];
        self.rest = &self.rest[end + 1..];
        slot(inner)
    }
}

/// How many ways the last choice at this level has.
fn last_choice(before: &[Node]) -> Option<usize> {
    before.iter().rev().find_map(|node| if let Node::Choice(ways) = node { Some(ways.len()) } else { None })
}

fn slot(inner: &str) -> Result<Node, String> {
    if let Some((name, rest)) = inner.split_once('=') {
        return Ok(Node::Bind(word(name)?, Box::new(slot(rest)?)));
    }
    match inner.strip_prefix("n:") {
        Some(bounds) => number(bounds).ok_or_else(|| format!("'[{inner}]' is geen goed getal, zoals [n:3-9]")),
        None => Ok(Node::Word(word(inner)?)),
    }
}

fn word(name: &str) -> Result<String, String> {
    let good = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    if good { Ok(name.to_owned()) } else { Err(format!("'[{name}]' is geen goede naam: kleine letters en cijfers")) }
}

fn number(bounds: &str) -> Option<Node> {
    let (bounds, step) = bounds.split_once('/').unwrap_or((bounds, "1"));
    let (low, high) = bounds.split_once('-')?;
    let (low, high, step) = (low.parse().ok()?, high.parse().ok()?, step.parse().ok()?);
    (low < high && step > 0).then_some(Node::Number { low, high, step })
}

fn beginning(text: &str) -> String {
    text.chars().take(24).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_and_slots_are_read() {
        let piece = Piece::parse("a {b|{c|d}|} [n:3-9] [x=plek]").unwrap();
        assert_eq!(piece.0.len(), 6);
        let (mut asked, mut bound) = (vec![], vec![]);
        piece.names(&mut asked, &mut bound);
        assert_eq!((asked, bound), (vec!["plek".to_owned()], vec!["x".to_owned()]));
    }

    #[test]
    fn what_is_wrong_is_said_clearly() {
        let wrong = |text| Piece::parse(text).unwrap_err();
        assert_eq!(wrong("Wij {gaan|lopen naar huis"), "na '{gaan|lopen naar huis' ontbreekt '}'");
        assert_eq!(wrong("Wij [plek"), "na '[plek' ontbreekt ']'");
        assert_eq!(wrong("a | b"), "'|' staat los, zonder begin");
        assert_eq!(wrong("{a}"), "'{a}' heeft maar één keus");
        assert_eq!(wrong("{a|b} {=c|d|e}"), "'{=c|d|e}' volgt geen keus met evenveel wegen");
        assert_eq!(wrong("[n:9-3]"), "'[n:9-3]' is geen goed getal, zoals [n:3-9]");
        assert_eq!(wrong("[Plek]"), "'[Plek]' is geen goede naam: kleine letters en cijfers");
    }

    #[test]
    fn small_numbers_are_words() {
        let said = |number| {
            let mut out = String::new();
            push_number(&mut out, number);
            out
        };
        assert_eq!([said(1), said(12), said(13), said(1050)], ["één", "twaalf", "13", "1.050"]);
    }
}
