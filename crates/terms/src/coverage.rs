//! Whether every day that mattered was known.

use crate::{Calendar, ClosedDay};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whether the table of equated days covers the days on which the answer rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "coverage", rename_all = "snake_case")]
pub enum Coverage {
    Complete,
    /// In these years a day was taken as ordinary that a decree may have equated: check the answer.
    Incomplete {
        years: Vec<i16>,
    },
}

impl Coverage {
    pub fn is_complete(&self) -> bool {
        matches!(self, Coverage::Complete)
    }

    /// `complete` or `incomplete`.
    pub fn name(&self) -> &'static str {
        if self.is_complete() { "complete" } else { "incomplete" }
    }
}

/// A calendar that remembers the days it took as ordinary without knowing.
pub(crate) struct Looking<'a> {
    calendar: &'a Calendar,
    years: BTreeSet<i16>,
}

impl<'a> Looking<'a> {
    pub(crate) fn at(calendar: &'a Calendar) -> Looking<'a> {
        Looking { calendar, years: BTreeSet::new() }
    }

    /// The same calendar, nothing remembered.
    pub(crate) fn afresh(&self) -> Looking<'a> {
        Looking::at(self.calendar)
    }

    pub(crate) fn closed_by_law(&mut self, day: Date) -> Option<ClosedDay> {
        let closed = self.calendar.closed_by_law(day);
        self.remember(day, closed.is_some());
        closed
    }

    pub(crate) fn closed(&mut self, day: Date) -> Option<ClosedDay> {
        let closed = self.calendar.closed(day);
        self.remember(day, closed.is_some());
        closed
    }

    /// Why the day is closed under the act. Asking this leaves no mark.
    pub(crate) fn peek(&self, day: Date) -> Option<ClosedDay> {
        self.calendar.closed_by_law(day)
    }

    /// Whether the day is ordinary beyond doubt. Asking this leaves no mark.
    pub(crate) fn is_surely_ordinary(&self, day: Date) -> bool {
        self.calendar.equated().covers(day) && self.calendar.closed_by_law(day).is_none()
    }

    pub(crate) fn coverage(self) -> Coverage {
        match self.years.is_empty() {
            true => Coverage::Complete,
            false => Coverage::Incomplete { years: self.years.into_iter().collect() },
        }
    }

    fn remember(&mut self, day: Date, is_closed: bool) {
        if !is_closed && !self.calendar.equated().covers(day) {
            self.years.insert(day.year());
        }
    }
}
