//! Why a day is not an ordinary day.

use crate::Holiday;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One reason. A day can have several: 26 April 2025 was a Saturday and King's Day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Art. 3(1) and (2) Atw.
    Holiday(Holiday),
    /// Art. 3(3) Atw, with the decree.
    Equated {
        source: String,
    },
    Saturday,
    Sunday,
    /// A closed day of the calendar itself, such as a town hall that is closed.
    Own {
        name: String,
    },
    /// The term stands still.
    Suspended {
        reason: String,
    },
}

/// A day that is not an ordinary day, with all reasons; holidays come first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDay {
    pub date: Date,
    pub reasons: Vec<Reason>,
}

impl ClosedDay {
    /// Whether it would have been an ordinary day but for a holiday, an equated or own closed day.
    pub(crate) fn is_weekday(&self) -> bool {
        !self.reasons.iter().any(|reason| matches!(reason, Reason::Saturday | Reason::Sunday))
    }
}
