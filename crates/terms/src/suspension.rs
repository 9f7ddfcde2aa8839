//! Periods in which a term stands still (opschorten): a recess, a file that is not complete.

use crate::{Reason, TermError, bounds};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A standstill; both days belong to it. Without a last day the end of the term is not known, and
/// computing refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    pub from: Date,
    pub to: Option<Date>,
    pub reason: String,
}

impl Suspension {
    pub fn new(from: Date, to: Date, reason: impl Into<String>) -> Suspension {
        Suspension { from, to: Some(to), reason: reason.into() }
    }
}

/// The standstills of one term, checked, the earliest first. They may overlap.
#[derive(Default)]
pub(crate) struct Standstill {
    periods: Vec<Period>,
}

pub(crate) struct Period {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) reason: String,
}

impl Standstill {
    pub(crate) fn of(suspensions: &[Suspension]) -> Result<Standstill, TermError> {
        let mut periods = suspensions.iter().map(period).collect::<Result<Vec<_>, _>>()?;
        periods.sort_by_key(|period| (period.from, period.to));
        Ok(Standstill { periods })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.periods.is_empty()
    }

    pub(crate) fn is_on(&self, day: Date) -> bool {
        self.on(day).is_some()
    }

    pub(crate) fn reason(&self, day: Date) -> Option<Reason> {
        self.on(day).map(|period| Reason::Suspended { reason: period.reason.clone() })
    }

    pub(crate) fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// The period a day is counted under: the one that began first.
    pub(crate) fn index(&self, day: Date) -> Option<usize> {
        self.periods.iter().position(|period| period.from <= day && day <= period.to)
    }

    fn on(&self, day: Date) -> Option<&Period> {
        self.index(day).map(|index| &self.periods[index])
    }
}

fn period(suspension: &Suspension) -> Result<Period, TermError> {
    let from = bounds::within(suspension.from)?;
    let to = bounds::within(suspension.to.ok_or(TermError::OpenSuspension { from })?)?;
    if to < from {
        return Err(TermError::ReversedSuspension { from, to });
    }
    Ok(Period { from, to, reason: suspension.reason.clone() })
}
