//! A sheet that people share: a card, a list, a form to fill in. Not a letter: nobody sends it to anybody.

use crate::shared::Marks;
use jiff::Timestamp;
use serde::Serialize;

/// Paragraphs have an empty line between them; lines that begin with `- ` are a list.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub title: String,
    /// Who made it.
    pub author: String,
    pub text: String,
    pub marks: Marks,
    pub made_at: Timestamp,
}

/// A paragraph and the list under it; one of the two may be empty.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) items: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Laid<'a> {
    title: &'a str,
    subject: &'a str,
    author: &'a str,
    parts: Vec<Part>,
    marks: Marks,
}

impl Sheet {
    pub(crate) fn laid(&self) -> Laid<'_> {
        let parts = self.text.split("\n\n").map(part).collect();
        Laid { title: &self.title, subject: &self.title, author: &self.author, parts, marks: self.marks }
    }
}

fn part(text: &str) -> Part {
    let (items, lines): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("- "));
    let items = items.into_iter().map(|item| item[2..].to_owned()).collect();
    Part { text: lines.join(" ").trim().to_owned(), items }
}
