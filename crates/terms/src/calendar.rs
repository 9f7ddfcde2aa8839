//! Which days are ordinary days: the weekend, the recognised holidays, the equated days, and closed
//! days of one's own.

use crate::{ClosedDay, EquatedDays, Reason, holidays_on};
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// A day on which the council or the municipality is closed. It counts for working days and for
/// [`EndDay`](crate::EndDay), never for the Algemene termijnenwet, which has its own list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnClosedDay {
    pub date: Date,
    pub name: String,
}

/// The calendar a term is counted on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    equated: EquatedDays,
    own: BTreeMap<Date, String>,
}

static DUTCH: LazyLock<Calendar> =
    LazyLock::new(|| Calendar::new(EquatedDays::shipped().expect("the table is part of the program; a test reads it")));

impl Calendar {
    pub fn new(equated: EquatedDays) -> Calendar {
        Calendar { equated, own: BTreeMap::new() }
    }

    /// The calendar with the equated days that come with the program.
    pub fn dutch() -> &'static Calendar {
        &DUTCH
    }

    /// The same calendar with closed days of one's own.
    #[must_use]
    pub fn with_closed_days(mut self, days: impl IntoIterator<Item = OwnClosedDay>) -> Calendar {
        self.own.extend(days.into_iter().map(|day| (day.date, day.name)));
        self
    }

    pub fn equated(&self) -> &EquatedDays {
        &self.equated
    }

    /// Why this day is closed under the Algemene termijnenwet; nothing for an ordinary day.
    pub fn closed_by_law(&self, day: Date) -> Option<ClosedDay> {
        closed(day, self.legal(day))
    }

    /// The same, with the own closed days.
    pub fn closed(&self, day: Date) -> Option<ClosedDay> {
        let mut reasons = self.legal(day);
        reasons.extend(self.own.get(&day).map(|name| Reason::Own { name: name.clone() }));
        closed(day, reasons)
    }

    fn legal(&self, day: Date) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = holidays_on(day).into_iter().map(Reason::Holiday).collect();
        reasons.extend(self.equated.source_of(day).map(|source| Reason::Equated { source: source.to_owned() }));
        match day.weekday() {
            Weekday::Saturday => reasons.push(Reason::Saturday),
            Weekday::Sunday => reasons.push(Reason::Sunday),
            _ => {}
        }
        reasons
    }
}

fn closed(date: Date, reasons: Vec<Reason>) -> Option<ClosedDay> {
    if reasons.is_empty() { None } else { Some(ClosedDay { date, reasons }) }
}
