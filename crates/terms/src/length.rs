//! How long a term is: a number and a unit.

use crate::TermError;
use serde::{Deserialize, Serialize};

/// What is counted. Working days are days that are no Saturday, Sunday, recognised holiday or
/// equated day, nor an own closed day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Hours,
    CalendarDays,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

impl Unit {
    pub const ALL: [Unit; 6] =
        [Unit::Hours, Unit::CalendarDays, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years];

    /// The name in files: `hours`, `calendar_days`, `working_days`, `weeks`, `months`, `years`.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Hours => "hours",
            Unit::CalendarDays => "calendar_days",
            Unit::WorkingDays => "working_days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        }
    }

    /// The largest value accepted: about a hundred years of each.
    pub fn largest(self) -> i64 {
        match self {
            Unit::Hours => 876_000,
            Unit::CalendarDays => 36_500,
            Unit::WorkingDays => 26_000,
            Unit::Weeks => 5_200,
            Unit::Months => 1_200,
            Unit::Years => 100,
        }
    }
}

/// A number of units, such as six weeks. It may hold any number, so that what somebody typed can be
/// carried to [`Length::check`] and be refused there with a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    pub value: i64,
    pub unit: Unit,
}

impl Length {
    pub const fn new(value: i64, unit: Unit) -> Length {
        Length { value, unit }
    }

    /// # Errors
    /// [`TermError::ValueNotPositive`] below one, [`TermError::ValueTooLarge`] above [`Unit::largest`].
    pub fn check(self) -> Result<Length, TermError> {
        match self.value {
            value if value < 1 => Err(TermError::ValueNotPositive { value }),
            value if value > self.unit.largest() => Err(TermError::ValueTooLarge { value, unit: self.unit }),
            _ => Ok(self),
        }
    }
}
