//! All piece files, read and checked.

use crate::form::{self, Block};
use crate::keys::{CASE, ENDINGS, GENERAL, NEWS_KEYS, PAIRS, SHARED_KEYS, SUBJECT};
use crate::piece::Piece;
use crate::story::Story;
use crate::voice::{SPEAKER, Words};

pub use crate::form::Broken;

macro_rules! files {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../pieces/", $name, ".txt")))),*] };
}

static WORDS: &str = include_str!("../pieces/woorden.txt");
static SHARED: &str = include_str!("../pieces/samen.txt");
static ENDING: &str = include_str!("../pieces/afloop.txt");
static NEWS: &str = include_str!("../pieces/mededelingen.txt");
static THEMES: &[(&str, &str)] = &files![
    "wmo",
    "vervoer",
    "mantelzorg",
    "jeugd",
    "werk",
    "schulden",
    "armoede",
    "inburgering",
    "wonen",
    "toegankelijk",
    "eenzaam",
    "ggz",
    "taal",
    "achterban",
    "raad",
    "samen-gemeente",
    "digitaal",
    "gezondheid",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub slug: String,
    pub name: String,
    /// For where there is little room.
    pub short: String,
}

/// A piece with a number of its own; some come in pairs that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: u32,
    pub(crate) key: String,
    pub(crate) first: Piece,
    pub(crate) second: Option<Piece>,
}

/// The pieces of one block, by key.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) entries: Vec<Entry>,
}

impl Shelf {
    pub(crate) fn all<'a>(&'a self, key: &str) -> Vec<&'a Entry> {
        self.entries.iter().filter(|entry| entry.key == key).collect()
    }
}

/// One theme: what is said about it in general, its subjects and its cases.
#[derive(Clone, Debug)]
pub(crate) struct Chapter {
    pub(crate) theme: Theme,
    pub(crate) general: Shelf,
    pub(crate) subjects: Vec<Shelf>,
    pub(crate) cases: Vec<Shelf>,
}

pub(crate) struct Book {
    pub(crate) words: Words,
    pub(crate) chapters: Vec<Chapter>,
    pub(crate) shared: Shelf,
    pub(crate) news: Vec<Shelf>,
    pub(crate) endings: Shelf,
    pub(crate) story: Story,
}

impl Book {
    pub(crate) fn ours() -> Result<Self, Broken> {
        let words = words(&form::read("woorden.txt", WORDS)?)?;
        let mut next = 0;
        let mut chapters = Vec::new();
        for (name, text) in THEMES {
            chapters.push(chapter(form::read(&format!("{name}.txt"), text)?, &words, &mut next)?);
        }
        let shared = form::read("samen.txt", SHARED)?;
        let news = form::read("mededelingen.txt", NEWS)?;
        let endings = form::read("afloop.txt", ENDING)?;
        Ok(Self {
            shared: shelf(&shared[0], &SHARED_KEYS, &words, &mut next)?,
            endings: shelf(&endings[0], &ENDINGS, &words, &mut next)?,
            news: news.iter().map(|block| shelf(block, &NEWS_KEYS, &words, &mut next)).collect::<Result<_, _>>()?,
            story: Story::ours()?,
            words,
            chapters,
        })
    }

    pub(crate) fn themes(&self) -> Vec<Theme> {
        self.chapters.iter().map(|chapter| chapter.theme.clone()).collect()
    }
}

fn words(blocks: &[Block]) -> Result<Words, Broken> {
    let mut words = Words::new();
    for line in blocks.iter().flat_map(|block| &block.lines) {
        let block = &blocks[0];
        let parse = |text: &str| Piece::parse(text.trim()).map_err(|what| block.wrong(line.number, what));
        let list = line.text.split(';').map(parse).collect::<Result<Vec<_>, _>>()?;
        words.insert(line.key.clone(), list);
    }
    Ok(words)
}

pub(crate) fn chapter(blocks: Vec<Block>, words: &Words, next: &mut u32) -> Result<Chapter, Broken> {
    let head =
        blocks.first().ok_or_else(|| Broken { file: String::new(), line: 0, what: "het bestand is leeg".into() })?;
    if head.kind != "thema" {
        return Err(head.wrong(head.number, "het eerste blok is '== thema: naam'"));
    }
    let theme = Theme { slug: head.name.clone(), name: head.one("naam")?.into(), short: head.one("kort")?.into() };
    let mut chapter =
        Chapter { theme, general: shelf(head, &GENERAL, words, next)?, subjects: Vec::new(), cases: Vec::new() };
    for block in &blocks[1..] {
        match block.kind.as_str() {
            "onderwerp" => chapter.subjects.push(subject(block, words, next)?),
            "dossier" => chapter.cases.push(shelf(block, &CASE, words, next)?),
            kind => return Err(block.wrong(block.number, format!("'{kind}' kennen wij niet: onderwerp of dossier"))),
        }
    }
    Ok(chapter)
}

fn subject(block: &Block, words: &Words, next: &mut u32) -> Result<Shelf, Broken> {
    for key in ["vraag", "situatie", "slotvraag", "antwoord"] {
        block.one(key)?;
    }
    shelf(block, &SUBJECT, words, next)
}

fn shelf(block: &Block, keys: &[&str], words: &Words, next: &mut u32) -> Result<Shelf, Broken> {
    block.only(keys)?;
    let mut entries = Vec::with_capacity(block.lines.len());
    for line in &block.lines {
        let wrong = |what: String| block.wrong(line.number, what);
        let (first, second) = match (PAIRS.contains(&line.key.as_str()), line.text.split_once(" ~ ")) {
            (true, None) => return Err(wrong(format!("'{}:' vraagt twee delen met ' ~ ' ertussen", line.key))),
            (true, Some((first, second))) => (first, Some(second)),
            (false, _) => (line.text.as_str(), None),
        };
        let first = Piece::parse(first).map_err(wrong)?;
        let second = second.map(Piece::parse).transpose().map_err(wrong)?;
        entries.push(Entry { id: *next, key: line.key.clone(), first, second });
        *next += 1;
        let own = if block.kind == "dossier" { &entries[..] } else { &entries[entries.len() - 1..] };
        check(own, words).map_err(wrong)?;
    }
    Ok(Shelf { kind: block.kind.clone(), name: block.name.clone(), entries })
}

/// Every slot of the last piece must be a list, a fact about the speaker, or bound before in this
/// text: a case is one text, anything else is a text by itself.
fn check(entries: &[Entry], words: &Words) -> Result<(), String> {
    let (mut asked, mut bound) = (Vec::new(), Vec::new());
    for entry in entries {
        asked.clear();
        entry.first.names(&mut asked, &mut bound);
        if let Some(second) = &entry.second {
            second.names(&mut asked, &mut bound);
        }
    }
    let known = |name: &String| words.contains_key(name) || SPEAKER.contains(&name.as_str()) || bound.contains(name);
    match asked.iter().find(|name| !known(name)) {
        None => Ok(()),
        Some(name) => Err(format!("'[{name}]' is geen lijst in woorden.txt en is hier niet gevuld")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        let blocks = form::read("proef.txt", text).unwrap();
        chapter(blocks, &Words::new(), &mut 0).unwrap_err().to_string()
    }

    const HEAD: &str = "== thema: proef\nnaam: Proef\nkort: Proef\n";

    #[test]
    fn our_own_book_is_in_order() {
        Book::ours().unwrap();
    }

    #[test]
    fn a_broken_book_says_what_is_wrong_and_where() {
        assert_eq!(wrong("== onderwerp: x\n"), "proef.txt, regel 1: het eerste blok is '== thema: naam'");
        assert_eq!(wrong("== thema: x\nnaam: X\n"), "proef.txt, regel 1: in 'x' ontbreekt 'kort:'");
        let say = |rest: &str| wrong(&format!("{HEAD}{rest}"));
        assert_eq!(say("== gedicht: x"), "proef.txt, regel 4: 'gedicht' kennen wij niet: onderwerp of dossier");
        assert_eq!(say("breed: Eén deel"), "proef.txt, regel 4: 'breed:' vraagt twee delen met ' ~ ' ertussen");
        assert_eq!(say("vraagje: Wat?"), "proef.txt, regel 4: 'vraagje:' kennen wij hier niet");
        assert_eq!(
            say("los: [boom]"),
            "proef.txt, regel 4: '[boom]' is geen lijst in woorden.txt en is hier niet gevuld"
        );
        assert_eq!(say("== onderwerp: y\nvraag: Wat?"), "proef.txt, regel 4: in 'y' ontbreekt 'situatie:'");
    }
}
