//! The format of a piece file: blocks that begin with `== soort: naam`, lines `sleutel: tekst`.
//! A line that begins with `#` is a remark; a line that begins with a space goes on the one before.

use std::fmt;

/// What is wrong with a piece file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub file: String,
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, regel {}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for Broken {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) key: String,
    pub(crate) text: String,
}

/// A block: what kind of thing it is, its name, and its lines in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) file: String,
    pub(crate) number: usize,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) lines: Vec<Line>,
}

impl Block {
    pub(crate) fn wrong(&self, line: usize, what: impl Into<String>) -> Broken {
        Broken { file: self.file.clone(), line, what: what.into() }
    }

    pub(crate) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.key == key)
    }

    /// The one line with this key.
    pub(crate) fn one(&self, key: &str) -> Result<&str, Broken> {
        self.lines
            .iter()
            .find(|line| line.key == key)
            .map(|line| line.text.as_str())
            .ok_or_else(|| self.wrong(self.number, format!("in '{}' ontbreekt '{key}:'", self.name)))
    }

    /// Refuses keys that nobody reads: a typing error would silence a text.
    pub(crate) fn only(&self, keys: &[&str]) -> Result<(), Broken> {
        match self.lines.iter().find(|line| !keys.contains(&line.key.as_str())) {
            None => Ok(()),
            Some(line) => Err(self.wrong(line.number, format!("'{}:' kennen wij hier niet", line.key))),
        }
    }
}

/// Reads a file into blocks. Keys have small letters and spaces, and end with a colon.
pub(crate) fn read(file: &str, text: &str) -> Result<Vec<Block>, Broken> {
    let mut blocks: Vec<Block> = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        let wrong = |what: &str| Broken { file: file.to_owned(), line: number, what: what.to_owned() };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix("==") {
            blocks.push(open(file, number, head).ok_or_else(|| wrong("een blok begint met '== soort: naam'"))?);
            continue;
        }
        let block = blocks.last_mut().ok_or_else(|| wrong("deze regel staat vóór het eerste blok"))?;
        if line.starts_with(' ') {
            let last = block.lines.last_mut().ok_or_else(|| wrong("deze regel gaat nergens op door"))?;
            last.text.push(' ');
            last.text.push_str(line.trim());
            continue;
        }
        let (key, text) = key_and_text(line).ok_or_else(|| wrong("een regel begint met 'sleutel: '"))?;
        if text.is_empty() {
            return Err(wrong(&format!("na '{key}:' staat niets")));
        }
        block.lines.push(Line { number, key: key.to_owned(), text: text.to_owned() });
    }
    Ok(blocks)
}

fn open(file: &str, number: usize, head: &str) -> Option<Block> {
    let (kind, name) = key_and_text(head.trim())?;
    let (kind, name) = (kind.to_owned(), name.to_owned());
    (!name.is_empty()).then(|| Block { file: file.to_owned(), number, kind, name, lines: Vec::new() })
}

fn key_and_text(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once(':')?;
    let good =
        !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ' || c == '-');
    good.then_some((key, text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_lines_are_read() {
        let blocks = read("a.txt", "# niets\n== onderwerp: taxi\nvraag: Wie\n  weet dit?\n").unwrap();
        assert_eq!(blocks[0].name, "taxi");
        assert_eq!(blocks[0].lines[0].text, "Wie weet dit?");
    }

    #[test]
    fn a_wrong_file_says_where() {
        let wrong = |text| read("a.txt", text).unwrap_err().to_string();
        assert_eq!(wrong("vraag: x"), "a.txt, regel 1: deze regel staat vóór het eerste blok");
        assert_eq!(wrong("== onderwerp"), "a.txt, regel 1: een blok begint met '== soort: naam'");
        assert_eq!(wrong("== a: b\nzomaar wat"), "a.txt, regel 2: een regel begint met 'sleutel: '");
        assert_eq!(wrong("== a: b\nvraag:"), "a.txt, regel 2: na 'vraag:' staat niets");
        assert_eq!(wrong("== a: b\n  los"), "a.txt, regel 2: deze regel gaat nergens op door");
    }
}
