//! Dates and times as they are typed: `2026-11-24` and `2026-11-24T09:00`, and nothing else.

use crate::{Event, FieldError, Suspension};
use jiff::civil::{Date, Time};

/// Strict: the date parser itself also takes other spellings, which a table should not hold by accident.
pub(crate) fn date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shaped { text.parse().ok() } else { None }
}

/// `09:00` or `09:00:30`.
fn time(text: &str) -> Option<Time> {
    let bytes = text.as_bytes();
    let shaped = matches!(bytes.len(), 5 | 8)
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            2 | 5 => *byte == b':',
            _ => byte.is_ascii_digit(),
        });
    // A leap second is read as the second before it by the parser; here it is simply no time.
    let is_leap = bytes.len() == 8 && &bytes[6..] == b"60";
    if shaped && !is_leap { text.parse().ok() } else { None }
}

pub(crate) fn event(text: &str) -> Result<Event, FieldError> {
    let wrong = || FieldError::NotADate { field: "event_date", text: text.to_owned() };
    match text.split_once('T') {
        None => date(text).map(Event::Day).ok_or_else(wrong),
        Some((day, hour)) => {
            let (day, hour) = date(day).zip(time(hour)).ok_or_else(wrong)?;
            Event::local(day.to_datetime(hour)).map_err(FieldError::Term)
        }
    }
}

/// `2025-07-07/2025-08-17;2025-12-22/2026-01-02`
pub(crate) fn suspensions(text: &str) -> Result<Vec<Suspension>, FieldError> {
    text.split(';').map(str::trim).filter(|period| !period.is_empty()).map(suspension).collect()
}

fn suspension(text: &str) -> Result<Suspension, FieldError> {
    let wrong = || FieldError::NotAPeriod { text: text.to_owned() };
    let (from, to) = text.split_once('/').ok_or_else(wrong)?;
    let from = date(from.trim()).ok_or_else(wrong)?;
    let to = match to.trim() {
        "" => None,
        to => Some(date(to).ok_or_else(wrong)?),
    };
    Ok(Suspension { from, to, reason: String::new() })
}
