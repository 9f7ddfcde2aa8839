//! A file of people as a table: which signs it is written in, what stands between its cells, and its rows. Pure.

use std::borrow::Cow;

use super::Row;
use super::wrong::{Why, Wrong};

/// The names of the columns.
const COLUMNS: [&str; 15] = [
    "organisation",
    "kind",
    "code",
    "region",
    "province",
    "inhabitants",
    "municipalities",
    "form",
    "first_name",
    "last_name",
    "salutation",
    "address",
    "role",
    "from",
    "until",
];

/// The same as a Dutch spreadsheet calls them: whoever keeps a list writes its headings in their own words.
const DUTCH: [(&str, &str); 17] = [
    ("organisatie", "organisation"),
    ("soort", "kind"),
    ("cbs-code", "code"),
    ("regio", "region"),
    ("provincie", "province"),
    ("inwoners", "inhabitants"),
    ("gemeenten", "municipalities"),
    ("vorm", "form"),
    ("voornaam", "first_name"),
    ("achternaam", "last_name"),
    ("aanhef", "salutation"),
    ("e-mailadres", "address"),
    ("e-mail", "address"),
    ("email", "address"),
    ("rol", "role"),
    ("vanaf", "from"),
    ("tot en met", "until"),
];

/// The column that a heading means, whatever language it is in.
fn column(heading: &str) -> String {
    let heading = heading.trim().to_lowercase();
    DUTCH.iter().find(|(dutch, _)| *dutch == heading).map_or(heading.clone(), |(_, column)| (*column).to_owned())
}

/// How a column is called in Dutch.
pub(crate) fn dutch(column: &str) -> &str {
    DUTCH.iter().find(|(_, english)| *english == column).map_or(column, |(dutch, _)| dutch)
}

/// All columns as they are called in Dutch, for who wrote one that is not known.
pub(super) fn dutch_columns() -> String {
    COLUMNS.map(dutch).join(", ")
}

/// What Windows-1252 has where Latin-1 has nothing to read, from 0x80 to 0x9f.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: in UTF-8, and else in what a spreadsheet in Windows writes.
pub(super) fn text_of(file: &[u8]) -> Cow<'_, str> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    if let Ok(text) = std::str::from_utf8(file) {
        return Cow::Borrowed(text);
    }
    let sign = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS[usize::from(*byte) - 0x80],
        other => char::from(*other),
    };
    Cow::Owned(file.iter().map(sign).collect())
}

/// What stands between the cells: the sign that the headings have most of.
fn mark_of(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let count = |mark: u8| headings.bytes().filter(|byte| *byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// Each row with the number of its line, or with what is wrong with it. What is wrong with the headings is said once.
pub(super) fn rows(text: &str) -> Vec<(u64, Result<Row, Wrong>)> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .delimiter(mark_of(text))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let headings: Vec<String> = match records.next() {
        Some(Ok(first)) => first.iter().map(column).collect(),
        Some(Err(error)) => return vec![(1, Err(unreadable(&error)))],
        None => return vec![(1, Err(Wrong::file(Why::Empty)))],
    };
    if let Some(why) = heading_fault(&headings) {
        return vec![(1, Err(why))];
    }
    // The reader counts no empty lines, and lags behind where lines end as in Windows.
    let (mut at, mut line) = (0, 1);
    let mut line_of = |byte: usize| {
        let rest = text.as_bytes().get(byte..).unwrap_or_default();
        let begins = byte + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line +=
            text.as_bytes().get(at..begins).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count() as u64;
        at = begins;
        line
    };
    records
        .map(|record| match record {
            Ok(record) => {
                let byte = record.position().map_or(0, csv::Position::byte);
                (line_of(usize::try_from(byte).unwrap_or_default()), row(&headings, &record))
            }
            Err(error) => (error.position().map_or(0, csv::Position::line), Err(unreadable(&error))),
        })
        .collect()
}

fn unreadable(error: &csv::Error) -> Wrong {
    Wrong::file(Why::Unreadable(error.to_string()))
}

fn heading_fault(headings: &[String]) -> Option<Wrong> {
    let named = headings.iter().filter(|heading| !heading.is_empty());
    if let Some(other) = named.clone().find(|heading| !COLUMNS.contains(&heading.as_str())) {
        let why = Why::HeadingUnknown { heading: other.clone(), known: COLUMNS.join(", ") };
        return Some(Wrong::file(why));
    }
    if let Some(twice) = named.clone().find(|one| named.clone().filter(|other| other == one).count() > 1) {
        return Some(Wrong::file(Why::HeadingTwice(twice.clone())));
    }
    let needed = ["organisation", "kind"].into_iter().find(|name| !headings.iter().any(|heading| heading == name));
    needed.map(|name| Wrong::file(Why::HeadingMissing(name)))
}

fn row(headings: &[String], record: &csv::StringRecord) -> Result<Row, Wrong> {
    let mut row = Row::default();
    for (n, cell) in record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let heading = headings.get(n).map(String::as_str).unwrap_or_default();
        let place = match heading {
            "organisation" => &mut row.organisation,
            "kind" => &mut row.kind,
            "code" => &mut row.code,
            "region" => &mut row.region,
            "province" => &mut row.province,
            "inhabitants" => &mut row.inhabitants,
            "municipalities" => &mut row.municipalities,
            "form" => &mut row.form,
            "first_name" => &mut row.first_name,
            "last_name" => &mut row.last_name,
            "salutation" => &mut row.salutation,
            "address" => &mut row.address,
            "role" => &mut row.role,
            "from" => &mut row.from,
            "until" => &mut row.until,
            _ => return Err(Wrong::of(&(n + 1).to_string(), Why::NoHeading(cell.to_owned()))),
        };
        cell.clone_into(place);
    }
    Ok(row)
}
