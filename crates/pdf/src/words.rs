//! Dates and small numbers as a Dutch letter writes them.

use jiff::civil::{Date, Weekday};
use serde::Serializer;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const NUMBERS: [&str; 13] =
    ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

/// *donderdag 15 oktober 2026*, with a hard space that keeps day and month together.
pub(crate) fn in_words(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    };
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{weekday} {}\u{a0}{month} {}", date.day(), date.year())
}

pub(crate) fn number(n: u32) -> String {
    match NUMBERS.get(n as usize) {
        Some(word) => (*word).to_owned(),
        None => n.to_string(),
    }
}

pub(crate) fn capital(word: &str) -> String {
    // A capital that opens "één" has no accent.
    if let Some(rest) = word.strip_prefix("éé") {
        return format!("Eé{rest}");
    }
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(crate) fn date<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&in_words(*date))
}

pub(crate) fn maybe_date<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&date.map(in_words).unwrap_or_default())
}
