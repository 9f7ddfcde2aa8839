//! Counting: so many units further or back from a day. Nothing is moved here.

use crate::{
    ClosedDay, Direction, FirstDay, Length, TermError, Unit,
    bounds::{days_between, shift, within},
    coverage::Looking,
    suspension::Standstill,
};
use jiff::{Span, civil::Date};

/// Where a count ended and what happened on the way.
#[derive(Default)]
pub(crate) struct Counted {
    pub(crate) clipped: Option<(i8, Date)>,
    pub(crate) skipped: Vec<ClosedDay>,
}

/// How one counts: which way, and whether the starting day itself counts.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    pub(crate) direction: Direction,
    pub(crate) first_day: FirstDay,
}

impl Way {
    fn sign(self) -> i64 {
        match self.direction {
            Direction::Forward => 1,
            Direction::Back => -1,
        }
    }

    /// The last day that does not count, seen from the term.
    pub(crate) fn origin(self, event: Date) -> Result<Date, TermError> {
        match self.first_day {
            FirstDay::Excluded => Ok(event),
            FirstDay::Included => shift(event, -self.sign()),
        }
    }
}

/// Counts all lengths one after the other; the standstill days do not count.
pub(crate) fn count(
    event: Date,
    way: Way,
    lengths: &[Length],
    standstill: &Standstill,
    looking: &mut Looking<'_>,
) -> Result<(Date, Counted), TermError> {
    let mut notes = Counted::default();
    let (mut at, mut way) = (event, way);
    for length in merged(lengths) {
        notes.clipped = None;
        at = match length.unit {
            Unit::WorkingDays => working_days(way, at, length.value, standstill, looking, &mut notes)?,
            _ => {
                let (plain, clipped) = plain(at, way, length)?;
                notes.clipped = clipped;
                if standstill.is_empty() { plain } else { past_standstill(way, at, plain, standstill)? }
            }
        };
        way.first_day = FirstDay::Excluded;
    }
    Ok((at, notes))
}

/// Six weeks and four weeks are ten weeks; one month and one month are two months.
fn merged(lengths: &[Length]) -> Vec<Length> {
    lengths.iter().fold(Vec::new(), |mut all: Vec<Length>, length| {
        match all.last_mut() {
            Some(last) if last.unit == length.unit => last.value = last.value.saturating_add(length.value),
            _ => all.push(*length),
        }
        all
    })
}

/// Days, weeks, months and years on the calendar, and the day number when the month was too short.
fn plain(at: Date, way: Way, length: Length) -> Result<(Date, Option<(i8, Date)>), TermError> {
    let value = length.value * way.sign();
    let back_to_count = if way.first_day == FirstDay::Included { -way.sign() } else { 0 };
    let span = match length.unit {
        Unit::Months => Span::new().try_months(value),
        Unit::Years => Span::new().try_years(value),
        Unit::Weeks => Span::new().try_weeks(value),
        Unit::Hours | Unit::CalendarDays | Unit::WorkingDays => Span::new().try_days(value),
    };
    let end = span.and_then(|span| at.checked_add(span)).map_err(|_| TermError::OutOfRange)?;
    let in_months = matches!(length.unit, Unit::Months | Unit::Years);
    match in_months && end.day() != at.day() {
        // The last day of a shorter month: the day number itself would lie beyond it.
        true if way.direction == Direction::Forward => Ok((within(end)?, Some((at.day(), end)))),
        clipped => Ok((shift(end, back_to_count)?, clipped.then_some((at.day(), end)))),
    }
}

/// As many days that count as lie between the start and the plain end.
fn past_standstill(way: Way, at: Date, plain: Date, standstill: &Standstill) -> Result<Date, TermError> {
    let mut day = way.origin(at)?;
    let mut left = days_between(day, plain).abs();
    while left > 0 {
        day = shift(day, way.sign())?;
        if !standstill.is_on(day) {
            left -= 1;
        }
    }
    Ok(day)
}

fn working_days(
    way: Way,
    at: Date,
    value: i64,
    standstill: &Standstill,
    looking: &mut Looking<'_>,
    notes: &mut Counted,
) -> Result<Date, TermError> {
    let mut day = way.origin(at)?;
    let mut left = value;
    while left > 0 {
        day = shift(day, way.sign())?;
        if standstill.is_on(day) {
            continue;
        }
        match looking.closed(day) {
            Some(closed) if closed.is_weekday() => notes.skipped.push(closed),
            Some(_) => {}
            None => left -= 1,
        }
    }
    Ok(day)
}
