//! Why a term cannot be computed. Each error is one sentence.

use crate::{FIRST_DAY, LAST_DAY, Unit};
use jiff::civil::{Date, DateTime};
use std::fmt;

/// What is wrong with a [`Term`](crate::Term). `Display` is English; [`TermError::dutch`] is Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermError {
    /// A term of nothing, or less.
    ValueNotPositive { value: i64 },
    /// More than [`Unit::largest`].
    ValueTooLarge { value: i64, unit: Unit },
    /// A date before [`FIRST_DAY`] or after [`LAST_DAY`], of the event or on the way to the end.
    OutOfRange,
    /// Hours are counted from a moment, not from a day.
    HoursNeedTime,
    /// Hours cannot be extended with days, nor days with hours.
    MixedHours,
    /// The hour that is skipped when summer time begins.
    NoSuchTime { time: DateTime },
    /// A standstill without a last day: the end of the term is not known yet.
    OpenSuspension { from: Date },
    /// A standstill whose last day lies before its first.
    ReversedSuspension { from: Date, to: Date },
}

impl fmt::Display for TermError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TermError::ValueNotPositive { value } => write!(f, "The value must be 1 or more, not {value}."),
            TermError::ValueTooLarge { value, unit } => {
                write!(
                    f,
                    "The value {value} is too large: at most {} {}.",
                    unit.largest(),
                    unit.name().replace('_', " ")
                )
            }
            TermError::OutOfRange => {
                write!(f, "This needs a date before {FIRST_DAY} or after {LAST_DAY}, which is not computed.")
            }
            TermError::HoursNeedTime => {
                f.write_str("A term in hours needs a date with a time, such as 2026-11-24T09:00.")
            }
            TermError::MixedHours => f.write_str("Hours can only be extended with hours, and days not with hours."),
            TermError::NoSuchTime { time } => {
                write!(f, "The time {time} does not exist: the clock skips it when summer time begins.")
            }
            TermError::OpenSuspension { from } => {
                write!(f, "The term stands still from {from} without a last day, so its end is not known yet.")
            }
            TermError::ReversedSuspension { from, to } => {
                write!(f, "The standstill ends on {to}, before it begins on {from}.")
            }
        }
    }
}

impl TermError {
    /// The same in plain Dutch.
    pub fn dutch(self) -> String {
        match self {
            TermError::ValueNotPositive { .. } => "Vul een getal in van 1 of hoger.".to_owned(),
            TermError::ValueTooLarge { unit, .. } => {
                format!("Dit getal is te groot. Het hoogste getal is {}.", unit.largest())
            }
            TermError::OutOfRange => format!(
                "Hiervoor is een datum nodig vóór {} of na {}. Daarmee rekenen wij niet.",
                FIRST_DAY.year(),
                LAST_DAY.year()
            ),
            TermError::HoursNeedTime => "Een termijn in uren begint op een tijdstip. Vul ook de tijd in.".to_owned(),
            TermError::MixedHours => "Uren en dagen kunnen niet samen in één termijn.".to_owned(),
            TermError::NoSuchTime { .. } => {
                "Deze tijd bestaat niet: de klok gaat dan een uur vooruit naar de zomertijd.".to_owned()
            }
            TermError::OpenSuspension { from } => format!(
                "De termijn staat stil vanaf {}. De laatste dag daarvan is nog niet bekend.",
                crate::text::dutch::date(from)
            ),
            TermError::ReversedSuspension { .. } => {
                "De laatste dag van het stilstaan ligt vóór de eerste dag.".to_owned()
            }
        }
    }
}

impl std::error::Error for TermError {}
