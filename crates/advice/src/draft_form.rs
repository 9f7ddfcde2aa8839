//! The form of a draft: its fields by name, read into a [`Draft`]; and what a button on it asks. No I/O.

use platform::clock::Moment;
use platform::web::{Fields, Problem};

use crate::draft::{Draft, LINES_MAX, Line};
use crate::kinds::Body;

/// How long a part of the advice may be, in characters: some ten pages.
const TEXT_MAX: usize = 20_000;

/// What a button asks for, besides keeping what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    Keep,
    Add,
    Remove(usize),
    Up(usize),
    Down(usize),
    /// An older version becomes the newest again.
    PutBack(i64),
}

impl Wish {
    /// `erbij`, `weg-2`, `op-2`, `neer-2`; counted from 1; `zet-terug-3`: a version. Anything else keeps.
    pub fn of(word: &str) -> Self {
        let numbered = |prefix: &str| {
            word.strip_prefix(prefix).and_then(|n| n.parse::<usize>().ok()).filter(|n| *n > 0).map(|n| n - 1)
        };
        if word == "erbij" {
            Wish::Add
        } else if let Some(at) = numbered("weg-") {
            Wish::Remove(at)
        } else if let Some(at) = numbered("op-") {
            Wish::Up(at)
        } else if let Some(at) = numbered("neer-") {
            Wish::Down(at)
        } else if let Some(version) = word.strip_prefix("zet-terug-").and_then(|n| n.parse().ok()) {
            Wish::PutBack(version)
        } else {
            Wish::Keep
        }
    }

    pub fn done_to(self, draft: &mut Draft) {
        match self {
            Wish::Keep | Wish::PutBack(_) => {}
            Wish::Add => draft.add_line(),
            Wish::Remove(at) => draft.remove_line(at),
            Wish::Up(at) => draft.move_line(at, true),
            Wish::Down(at) => draft.move_line(at, false),
        }
    }

    /// Where on the page one goes on.
    pub fn anchor(self, lines: usize) -> String {
        match self {
            Wish::Keep | Wish::PutBack(_) => String::new(),
            Wish::Add => format!("#tekst-{lines}"),
            Wish::Remove(_) => "#aanbevelingen".to_owned(),
            Wish::Up(at) => format!("#tekst-{}", at.max(1)),
            Wish::Down(at) => format!("#tekst-{}", at + 2),
        }
    }
}

/// The names of all fields, however many recommendations there are.
fn names() -> Vec<String> {
    let fixed = ["titel", "kort", "overwogen", "gehoord", "gelijk", "versie", "aantal", "zeker", "doe"];
    let lines = (1..=LINES_MAX).flat_map(|n| ["tekst", "aan", "effect", "reden"].map(|name| format!("{name}-{n}")));
    fixed.into_iter().map(str::to_owned).chain(lines).collect()
}

/// What was typed, on top of the version that was read.
pub(crate) fn read(form: &Fields, now: Moment) -> Result<Draft, Problem> {
    let names = names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    form.only(&names)?;
    let count = form.text("aantal").parse::<usize>().unwrap_or(0).min(LINES_MAX);
    // A form without a count has as many as it has texts.
    let count = if form.has("aantal") {
        count
    } else {
        (1..=LINES_MAX).take_while(|n| form.has(&format!("tekst-{n}"))).count()
    };
    let text = |name: &str| form.raw(name).trim().to_owned();
    let line = |n: usize| Line {
        text: text(&format!("tekst-{n}")),
        addressee: form.choice(&format!("aan-{n}")).unwrap_or(Body::Executive),
        effect: text(&format!("effect-{n}")),
        reason: text(&format!("reden-{n}")),
    };
    Ok(Draft {
        version: form.text("versie").parse().unwrap_or(0),
        title: text("titel"),
        summary: text("kort"),
        considered: text("overwogen"),
        heard: text("gehoord"),
        equal_chances: text("gelijk"),
        lines: (1..=count).map(line).collect(),
        at: now,
        by_name: String::new(),
    })
}

/// The first part that is too long, if any.
pub(crate) fn too_long(draft: &Draft) -> Option<String> {
    let parts = [
        ("titel", &draft.title),
        ("kort", &draft.summary),
        ("overwogen", &draft.considered),
        ("gehoord", &draft.heard),
        ("gelijk", &draft.equal_chances),
    ];
    let long = |text: &str| text.chars().count() > TEXT_MAX;
    let part = parts.iter().find(|(_, text)| long(text)).map(|(name, _)| (*name).to_owned());
    let line = || {
        draft
            .lines
            .iter()
            .position(|l| long(&l.text) || long(&l.effect) || long(&l.reason))
            .map(|at| format!("tekst-{}", at + 1))
    };
    part.or_else(line)
}
