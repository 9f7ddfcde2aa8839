//! The years this engine computes in. Outside them it refuses, rather than extrapolate the law.

use crate::TermError;
use jiff::{ToSpan, civil::Date};

/// The first day the engine computes with. From 1980 on, Queen's Day follows one rule.
pub const FIRST_DAY: Date = jiff::civil::date(1980, 1, 1);

/// The last day the engine computes with: far beyond any term, near enough to catch a typing error.
pub const LAST_DAY: Date = jiff::civil::date(2199, 12, 31);

/// The day itself, when it is one the engine computes with.
pub(crate) fn within(day: Date) -> Result<Date, TermError> {
    if day < FIRST_DAY || day > LAST_DAY { Err(TermError::OutOfRange) } else { Ok(day) }
}

/// `days` later, or earlier when negative.
pub(crate) fn shift(day: Date, days: i64) -> Result<Date, TermError> {
    let span = jiff::Span::new().try_days(days).map_err(|_| TermError::OutOfRange)?;
    within(day.checked_add(span).map_err(|_| TermError::OutOfRange)?)
}

pub(crate) fn next(day: Date) -> Result<Date, TermError> {
    shift(day, 1)
}

/// Days from `from` to `to`; negative when `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    let midnight = |day: Date| day.to_zoned(jiff::tz::TimeZone::UTC).map(|z| z.timestamp().as_second());
    match (midnight(from), midnight(to)) {
        (Ok(from), Ok(to)) => (to - from) / 86_400,
        // Dates within the bounds always have a midnight in UTC.
        _ => 0,
    }
}

/// Every day after `from`, up to and including `to`.
pub(crate) fn days_after(from: Date, to: Date) -> impl Iterator<Item = Date> {
    from.series(1.day()).skip(1).take_while(move |day| *day <= to)
}
