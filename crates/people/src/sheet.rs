//! Names and addresses as people paste them: from a spreadsheet, a mail program or a letter.
//!
//! Pure: from a text to lines, each right or with what is wrong. Tabs, semicolons or commas; with a row of
//! headings or without; columns in any order. Nothing here knows who is in the house already.

use identity::directory::{Salutation, fold};
use platform::Role;

use crate::names::{self, Name};

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

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Address,
    First,
    Infix,
    Last,
    Name,
    Salutation,
    Role,
    From,
    Other,
}

/// Reads a sheet.
pub fn read(text: &str) -> Sheet {
    let clean: String =
        text.chars().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')).collect();
    let clean = clean.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ");
    let rows: Vec<(usize, &str)> =
        clean.lines().enumerate().map(|(n, line)| (n + 1, line)).filter(|(_, line)| !is_blank(line)).collect();
    let mark = separator(rows.iter().map(|(_, line)| *line));
    let heading = rows.first().and_then(|(_, line)| headings(&cells(line, mark)));
    let body = &rows[usize::from(heading.is_some())..];
    let lines = body.iter().take(LINES_MAX).map(|(n, line)| Line {
        n: *n,
        text: line.trim().to_owned(),
        read: entry(&cells(line, mark_of(line, mark)), heading.as_deref()),
    });
    Sheet { lines: lines.collect(), too_many: body.len().saturating_sub(LINES_MAX) }
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, ';' | ',' | '"'))
}

/// The sign between the cells: what a spreadsheet puts there, and else what most lines have.
fn separator<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> char {
    if lines.clone().any(|line| line.contains('\t')) {
        return '\t';
    }
    let with = |sign: char| lines.clone().filter(|line| line.contains(sign)).count();
    let (semicolons, all) = (with(';'), lines.clone().count());
    // One stray semicolon at the end of an address does not make a sheet of semicolons.
    if semicolons > 0 && semicolons * 2 >= all { ';' } else { ',' }
}

/// What is pasted from two places has two signs: a line without the sign of the sheet goes by its own.
fn mark_of(line: &str, of_the_sheet: char) -> char {
    if line.contains(of_the_sheet) { of_the_sheet } else { separator(std::iter::once(line)) }
}

/// The cells of a line, without quotes and space around them.
fn cells(line: &str, mark: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let cell = cells.last_mut().expect("there is always a cell");
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            '"' if quoted => quoted = false,
            // A quote opens at the beginning of a cell only: elsewhere it is part of a name.
            '"' if cell.trim().is_empty() => quoted = true,
            _ if sign == mark && !quoted => cells.push(String::new()),
            _ => cell.push(sign),
        }
    }
    cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// What each column is, when the first line says so.
fn headings(cells: &[String]) -> Option<Vec<Column>> {
    if cells.iter().any(|cell| cell.contains('@')) {
        return None;
    }
    let columns: Vec<Column> = cells.iter().map(|cell| heading(&fold(cell))).collect();
    let named = columns.iter().filter(|c| **c != Column::Other).count();
    let tells = columns.iter().any(|c| matches!(c, Column::Address | Column::Name | Column::First | Column::Last));
    (tells && named * 2 >= columns.len()).then_some(columns)
}

fn heading(folded: &str) -> Column {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if has(&["mail"]) || folded == "adres" || folded == "address" {
        Column::Address
    } else if has(&["voornaam", "roepnaam", "first", "given"]) {
        Column::First
    } else if has(&["tussen", "voorvoegsel", "infix", "prefix"]) {
        Column::Infix
    } else if has(&["achternaam", "familienaam", "surname", "last name", "lastname"]) {
        Column::Last
    } else if has(&["aanhef", "aanspreek", "geslacht", "salutation", "title"]) {
        Column::Salutation
    } else if has(&["rol", "functie", "role", "function"]) {
        Column::Role
    } else if has(&["vanaf", "sinds", "begin", "start", "since", "from", "ingang"]) {
        Column::From
    } else if folded == "naam" || folded == "name" || has(&["volledige naam", "full name", "naam lid"]) {
        Column::Name
    } else {
        Column::Other
    }
}

/// A cell that holds an address, perhaps with the name before it: `Jan de Vries <jan@voorbeeld.nl>`.
fn holds_address(cell: &str) -> bool {
    cell.contains('@')
}

#[derive(Default)]
struct Found {
    addresses: Vec<String>,
    first: String,
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
        Column::Infix => found.infix = cell.to_owned(),
        Column::Last => found.last = cell.to_owned(),
        Column::Name => found.whole = vec![cell.to_owned()],
        Column::Salutation => found.salutation = names::salutation(cell),
        Column::Role => found.role = cell.to_owned(),
        Column::From => found.from = cell.to_owned(),
        Column::Other if has_headings => {}
        Column::Other => guess(found, cell),
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

fn finish(found: Found) -> Result<Entry, Wrong> {
    let mut addresses: Vec<String> = found.addresses.iter().map(|a| tidy(a)).collect();
    addresses.dedup();
    let address = match addresses.as_slice() {
        [] => return Err(Wrong::NoAddress),
        [one] => check_address(one)?,
        _ => return Err(Wrong::TwoAddresses),
    };
    let parts = [found.first.as_str(), found.infix.as_str(), found.last.as_str()];
    let mut name = if parts.iter().any(|p| !p.is_empty()) {
        names::of_parts(parts)
    } else {
        names::of_whole(&joined(&found.whole))
    }
    .ok_or(Wrong::NoName)?;
    if let Some(salutation) = found.salutation {
        name.salutation = salutation;
    }
    let role = match found.role.as_str() {
        "" => None,
        words => Some(self::role(words).ok_or_else(|| Wrong::NoRole(words.to_owned()))?),
    };
    Ok(Entry { name, address, role, from: found.from })
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

/// An address without what clings to it when it is pasted.
fn tidy(address: &str) -> String {
    let address = address.trim().trim_start_matches("mailto:").trim_start_matches("MAILTO:");
    address
        .trim_matches(|c: char| matches!(c, '<' | '>' | ';' | ',' | '.' | ':' | '"' | '\'' | '(' | ')'))
        .trim()
        .to_lowercase()
}

/// Whether this is an address that a letter can be sent to.
pub fn check_address(address: &str) -> Result<String, Wrong> {
    let bad = || Wrong::BadAddress(address.to_owned());
    if !address.contains('@') {
        return Err(bad());
    }
    if address.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return Err(Wrong::AccentInAddress(address.to_owned()));
    }
    let (local, domain) = address.split_once('@').ok_or_else(bad)?;
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let labels: Vec<&str> = domain.split('.').collect();
    let label_fits = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top_fits = labels.last().is_some_and(|top| top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic()));
    let fits = local_fits && labels.len() >= 2 && labels.iter().all(label_fits) && top_fits && address.len() <= 254;
    if fits { Ok(address.to_owned()) } else { Err(bad()) }
}

/// The role that a word stands for, as people write it.
pub fn role(words: &str) -> Option<Role> {
    let folded = fold(words);
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    Some(match word {
        "voorzitter" | "vz" | "chair" | "chairman" => Role::Chair,
        "secretaris" | "secr" | "secretary" => Role::Secretary,
        "penningmeester" | "pm" | "treasurer" => Role::Treasurer,
        "lid" | "raadslid" | "member" | "council member" => Role::Member,
        "aspirant-lid" | "aspirant lid" | "aspirant" | "kandidaat" | "kandidaat-lid" | "candidate" => Role::Candidate,
        "ambtelijk secretaris" | "ambtelijk secr" | "official secretary" => Role::OfficialSecretary,
        "contactambtenaar" | "contact officer" => Role::ContactOfficer,
        "beleidsmedewerker" | "ambtenaar" | "beleidsambtenaar" | "beleidsadviseur" | "policy officer" | "officer" => {
            Role::Officer
        }
        "wethouder" | "alderman" => Role::Alderman,
        "griffier" | "clerk" => Role::Clerk,
        "begeleider" | "facilitator" => Role::Facilitator,
        "bureau" | "office" => Role::Office,
        "bestuurslid" | "bestuur" | "board member" | "board" => Role::Board,
        "beheerder" | "administrator" => Role::Administrator,
        _ => return None,
    })
}
