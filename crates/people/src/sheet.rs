//! Names and addresses as people paste them: from a spreadsheet, a mail program or a letter.
//!
//! Pure: from a text to lines, each right or with what is wrong. Tabs, semicolons or commas; with a row of
//! headings or without; columns in any order. Nothing here knows who is in the house already.

use identity::directory::Salutation;
use identity::mailbox;
use platform::Role;

use crate::columns::{Column, cells, headings, mark_of, separator};
use crate::names::{self, Name};
pub use crate::role_words::role;

/// More lines than any council, municipality or school class has.
pub const LINES_MAX: usize = 300;

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    NoAddress,
    /// This stands where an address should.
    BadAddress(String),
    /// A letter with an accent in the address: nearly always a typing error.
    AccentInAddress(String),
    TwoAddresses,
    NoName,
    /// This stands in the column of the roles, and is no role.
    NoRole(String),
}

/// A line that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: Name,
    /// In small letters.
    pub address: String,
    /// The role that the line names, if it does.
    pub role: Option<Role>,
    /// When the role begins, as it was typed.
    pub from: String,
}

/// A line of the sheet: its number as people count, what stands in it, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub n: usize,
    pub text: String,
    pub read: Result<Entry, Wrong>,
}

/// The whole sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    pub lines: Vec<Line>,
    /// Lines past the most that are taken at once.
    pub too_many: usize,
}

/// Reads a sheet.
pub fn read(text: &str) -> Sheet {
    let clean: String =
        text.chars().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')).collect();
    let clean = clean.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ");
    let rows: Vec<(usize, &str)> = clean
        .lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line))
        .filter(|(_, line)| !is_blank(line) && !is_mark(line))
        .collect();
    let mark = separator(rows.iter().map(|(_, line)| *line));
    let below: Vec<Vec<String>> = rows.iter().skip(1).map(|(_, line)| cells(line, mark)).collect();
    let heading = rows.first().and_then(|(_, line)| headings(&cells(line, mark), &below));
    let body = &rows[usize::from(heading.is_some())..];
    let lines = body.iter().take(LINES_MAX).map(|(n, line)| Line {
        n: *n,
        text: line.trim().to_owned(),
        read: entry(&cells(line, mark_of(line, mark)), heading.as_deref()),
    });
    Sheet { lines: lines.collect(), too_many: body.len().saturating_sub(LINES_MAX) }
}

/// *sep=;*, as a spreadsheet writes above what it saves.
fn is_mark(line: &str) -> bool {
    line.len() == 5 && line.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("sep="))
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, ';' | ',' | '"'))
}

/// A cell that holds an address, perhaps with the name before it: `Jan de Vries <jan@voorbeeld.nl>`.
fn holds_address(cell: &str) -> bool {
    cell.contains('@')
}

#[derive(Default)]
struct Found {
    addresses: Vec<String>,
    first: String,
    initials: String,
    infix: String,
    last: String,
    whole: Vec<String>,
    salutation: Option<Salutation>,
    role: String,
    from: String,
}

fn entry(cells: &[String], headings: Option<&[Column]>) -> Result<Entry, Wrong> {
    let mut found = Found::default();
    for (n, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let column = headings.map_or(Column::Other, |h| h.get(n).copied().unwrap_or(Column::Other));
        place(&mut found, column, cell, headings.is_some());
    }
    finish(found)
}

/// Puts a cell where it belongs. An address is an address in whatever column it stands: columns get swapped.
fn place(found: &mut Found, column: Column, cell: &str, has_headings: bool) {
    if holds_address(cell) {
        let (before, address) = split_address(cell);
        // *Puk, Piet <piet@voorbeeld.nl>*: what stood before the comma is the last name.
        let last_name_first = found.whole.len() == 1 && !found.whole[0].contains(' ');
        if !before.is_empty() && (found.whole.is_empty() || last_name_first) {
            found.whole.insert(0, before);
        }
        found.addresses.push(address);
        return;
    }
    match column {
        Column::Address => found.addresses.push(cell.to_owned()),
        Column::First => found.first = cell.to_owned(),
        Column::Initials => found.initials = names::initials(cell),
        Column::Infix => found.infix = cell.to_owned(),
        Column::Last => found.last = cell.to_owned(),
        Column::Name => found.whole = vec![cell.to_owned()],
        Column::Salutation => found.salutation = names::salutation(cell),
        Column::Role => found.role = cell.to_owned(),
        Column::From => found.from = cell.to_owned(),
        Column::Other | Column::Place if has_headings => {}
        Column::Other | Column::Place => guess(found, cell),
    }
}

/// Without headings a cell says by itself what it is; what says nothing is a part of the name.
fn guess(found: &mut Found, cell: &str) {
    let looks_like_a_day = cell.chars().any(|c| c.is_ascii_digit());
    if let (None, Some(salutation)) = (found.salutation, names::salutation(cell)) {
        found.salutation = Some(salutation);
    } else if found.role.is_empty() && role(cell).is_some() {
        found.role = cell.to_owned();
    } else if is_telephone(cell) {
        // Nobody asked for it, and it is no part of a name.
    } else if is_no_name(found, cell) {
        found.role = cell.to_owned();
    } else if looks_like_a_day {
        if found.from.is_empty() {
            found.from = cell.to_owned();
        }
    } else {
        found.whole.push(cell.to_owned());
    }
}

fn is_telephone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits >= 9 && cell.starts_with(['0', '+']) && !cell.chars().any(char::is_alphabetic)
}

/// *Els Dam; gewoon lid*: small letters behind a name with capitals are a role that we do not know.
fn is_no_name(found: &Found, cell: &str) -> bool {
    let named = found.whole.iter().any(|part| part.chars().any(char::is_uppercase));
    let small = cell.chars().any(char::is_alphabetic) && !cell.chars().any(char::is_uppercase);
    let infix = cell.split(' ').next().is_some_and(names::is_infix);
    named && small && !infix && found.role.is_empty() && !cell.chars().any(|c| c.is_ascii_digit())
}

fn finish(mut found: Found) -> Result<Entry, Wrong> {
    // *ja* in a column *mail* is no address beside a real one.
    if found.addresses.iter().any(|a| a.contains('@')) {
        found.addresses.retain(|a| a.contains('@'));
    }
    let mut read: Vec<Result<String, Wrong>> = found.addresses.iter().map(|a| check_address(a)).collect();
    read.dedup();
    let address = match read.as_slice() {
        [] => return Err(Wrong::NoAddress),
        [one] => one.clone()?,
        _ => return Err(Wrong::TwoAddresses),
    };
    let mut name = name_of(&found).ok_or(Wrong::NoName)?;
    if let Some(salutation) = found.salutation {
        name.salutation = salutation;
    }
    let role = match found.role.as_str() {
        "" => None,
        words => Some(self::role(words).ok_or_else(|| Wrong::NoRole(words.to_owned()))?),
    };
    Ok(Entry { name, address, role, from: found.from })
}

/// The name, from the cells that hold its parts. The name by which somebody is called goes before their initials.
fn name_of(found: &Found) -> Option<Name> {
    let first = if found.first.is_empty() { &found.initials } else { &found.first };
    let whole = joined(&found.whole);
    let words: Vec<&str> = whole.split([' ', ',']).collect();
    let holds_first = first.split(' ').all(|word| words.contains(&word));
    // *Naam; Voornaam*: beside a first name the name is the last one, unless it is the whole name.
    let last = if found.last.is_empty() && !holds_first { &whole } else { &found.last };
    let parts = [first.as_str(), found.infix.as_str(), last.as_str()];
    if parts.iter().all(|p| p.is_empty()) || (found.last.is_empty() && !whole.is_empty() && holds_first) {
        return names::of_whole(&whole);
    }
    names::of_parts(parts)
}

/// Two cells are a first and a last name, unless the second ends as no name does: *Vries*, *Jan de*.
fn joined(cells: &[String]) -> String {
    match cells {
        [last, first]
            if first.split_once(' ').is_some_and(|(_, end)| names::is_infix(end.rsplit(' ').next().unwrap_or(end))) =>
        {
            format!("{last}, {first}")
        }
        cells => cells.join(" "),
    }
}

/// `Jan de Vries <jan@voorbeeld.nl>` in a name and an address.
fn split_address(cell: &str) -> (String, String) {
    if let Some((before, rest)) = cell.split_once('<') {
        let address = rest.split('>').next().unwrap_or_default();
        return (without_marks(before).trim_matches('"').trim().to_owned(), address.to_owned());
    }
    // A name and an address with a space between: the word with the sign is the address.
    let (with, without): (Vec<&str>, Vec<&str>) = cell.split_whitespace().partition(|word| word.contains('@'));
    (without_marks(&without.join(" ")).to_owned(), with.join(" "))
}

/// *Jan de Vries - jan@voorbeeld.nl*: what stood between the name and the address is part of neither.
fn without_marks(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ';' | ',' | '|' | '/' | '='))
}

/// Whether this is an address that a letter can be sent to, and how it is kept.
pub fn check_address(address: &str) -> Result<String, Wrong> {
    mailbox::read(address).map_err(|wrong| match wrong {
        mailbox::Wrong::Empty => Wrong::NoAddress,
        mailbox::Wrong::NoAddress => Wrong::BadAddress(address.to_owned()),
        mailbox::Wrong::Accent => Wrong::AccentInAddress(address.to_owned()),
        mailbox::Wrong::Several => Wrong::TwoAddresses,
    })
}
