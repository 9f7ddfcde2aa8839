//! Which of two lengths is shorter. Six weeks and one month can only be compared from a date on.

use crate::{
    Calendar, Direction, FirstDay, Length, TermError, Unit,
    bounds::next,
    count::{Way, count},
    coverage::Looking,
    moment::midnight,
    suspension::Standstill,
};
use jiff::{SignedDuration, Timestamp, civil::Date};

/// Whether `one` is shorter than `other`, both counted from `from`, neither moved.
pub(crate) fn is_shorter(one: Length, other: Length, from: Date) -> Result<bool, TermError> {
    let (one, other) = (one.check()?, other.check()?);
    match one.unit == other.unit {
        true => Ok(one.value < other.value),
        false => Ok(reach(one, from)? < reach(other, from)?),
    }
}

/// The moment up to which a length reaches when it starts at the end of `from`.
fn reach(length: Length, from: Date) -> Result<Timestamp, TermError> {
    if length.unit == Unit::Hours {
        let hours = SignedDuration::from_hours(length.value);
        return midnight(next(from)?)?.checked_add(hours).map_err(|_| TermError::OutOfRange);
    }
    let way = Way { direction: Direction::Forward, first_day: FirstDay::Excluded };
    let mut looking = Looking::at(Calendar::dutch());
    let (end, _) = count(from, way, &[length], &Standstill::default(), &mut looking)?;
    midnight(next(end)?)
}
