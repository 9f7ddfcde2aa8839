//! When a term starts and when it ends: a day, or for hours a moment on the Dutch clock.

use crate::{TermError, bounds};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Serialize};
use std::{fmt, sync::LazyLock};

/// Europe/Amsterdam from the bundled rules, so that no file of the machine is read.
pub(crate) static AMSTERDAM: LazyLock<TimeZone> = LazyLock::new(|| {
    TimeZoneDatabase::bundled().get("Europe/Amsterdam").expect("jiff is built with its zones bundled")
});

/// The event a term counts from. Days need a day; hours need a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Day(Date),
    Moment(Timestamp),
}

impl Event {
    /// A time on the clock in the Netherlands. An hour that exists twice, when summer time ends, is
    /// taken as the first of the two.
    ///
    /// # Errors
    /// [`TermError::NoSuchTime`] for the hour that is skipped when summer time begins.
    pub fn local(time: DateTime) -> Result<Event, TermError> {
        bounds::within(time.date())?;
        let ambiguous = AMSTERDAM.to_ambiguous_timestamp(time);
        if matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
            return Err(TermError::NoSuchTime { time });
        }
        ambiguous.earlier().map(Event::Moment).map_err(|_| TermError::OutOfRange)
    }

    /// The day in the Netherlands.
    pub fn day(self) -> Date {
        match self {
            Event::Day(day) => day,
            Event::Moment(at) => local(at).date(),
        }
    }
}

/// The last day of a term, or for hours its last moment. On that day, until that moment, an act is
/// still in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Day(Date),
    Moment(Timestamp),
}

impl End {
    /// The day in the Netherlands.
    pub fn day(self) -> Date {
        match self {
            End::Day(day) => day,
            End::Moment(at) => local(at).date(),
        }
    }

    /// Whether something that happened at `at` was too late.
    pub fn is_past(self, at: Timestamp) -> bool {
        match self {
            End::Day(day) => local(at).date() > day,
            End::Moment(end) => at > end,
        }
    }
}

/// `2026-01-31`, or `2026-01-31T09:00` with the offset behind it in the hour that exists twice.
impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Day(day) => write!(f, "{day}"),
            End::Moment(at) => write!(f, "{}", moment_text(*at)),
        }
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Day(day) => write!(f, "{day}"),
            Event::Moment(at) => write!(f, "{}", moment_text(*at)),
        }
    }
}

/// The clock in the Netherlands.
pub(crate) fn local(at: Timestamp) -> DateTime {
    AMSTERDAM.to_datetime(at)
}

fn moment_text(at: Timestamp) -> String {
    let time = local(at);
    let pattern = if time.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    let offset = match AMSTERDAM.to_ambiguous_timestamp(time).is_ambiguous() {
        true => at.to_zoned(AMSTERDAM.clone()).strftime("%:z").to_string(),
        false => String::new(),
    };
    format!("{}{offset}", time.strftime(pattern))
}

/// The first moment of a day in the Netherlands.
pub(crate) fn midnight(day: Date) -> Result<Timestamp, TermError> {
    let start = day.to_zoned(AMSTERDAM.clone()).map_err(|_| TermError::OutOfRange)?;
    Ok(start.timestamp())
}
