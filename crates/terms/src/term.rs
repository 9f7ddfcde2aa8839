//! One term to compute: everything is known but its end.

use crate::{Event, Length, Milestone, Source, Suspension, TermError, Unit, bounds};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whether the Algemene termijnenwet moves the end. It holds for terms in acts, not by itself for
/// local ordinances and agreements; the answer of `Atw` and `Analogy` is the same, its wording not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Atw {
    Atw,
    #[default]
    Analogy,
    None,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Forward,
    /// Counted back from a meeting or a decision; the end is never moved (art. 1(2) Atw).
    Back,
}

/// Whether the day of the event is the first day of the term. Included is for what is laid open for
/// inspection (art. 3:16 Awb). It has no meaning for hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstDay {
    #[default]
    Excluded,
    Included,
}

/// What the rule itself does with an end on a closed day, own closed days included, after the
/// Algemene termijnenwet had its say. Not for hours, nor for what is counted back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndDay {
    #[default]
    AsIs,
    NextOpenDay,
    PreviousOpenDay,
}

/// Another date that ends the term if it comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    pub day: Date,
    pub milestone: Milestone,
}

/// The input of [`compute`](crate::compute). [`Term::new`] has the usual settings; change what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub event: Event,
    pub length: Length,
    pub direction: Direction,
    pub atw: Atw,
    pub first_day: FirstDay,
    pub end_day: EndDay,
    pub suspensions: Vec<Suspension>,
    /// Lengths added later, in order. The end is moved once, after the last.
    pub extensions: Vec<Length>,
    pub cap: Option<Cap>,
    /// Where the rule comes from; carried to the answer.
    pub source: Option<Source>,
}

impl Term {
    /// Forward, by analogy of the Algemene termijnenwet, the day of the event not counted.
    pub fn new(event: Event, length: Length) -> Term {
        Term {
            event,
            length,
            direction: Direction::default(),
            atw: Atw::default(),
            first_day: FirstDay::default(),
            end_day: EndDay::default(),
            suspensions: Vec::new(),
            extensions: Vec::new(),
            cap: None,
            source: None,
        }
    }

    /// The length and its extensions.
    pub(crate) fn lengths(&self) -> Vec<Length> {
        std::iter::once(self.length).chain(self.extensions.iter().copied()).collect()
    }

    pub(crate) fn check(&self) -> Result<(), TermError> {
        bounds::within(self.event.day())?;
        for length in self.lengths() {
            length.check()?;
        }
        if let Some(cap) = self.cap {
            bounds::within(cap.day)?;
        }
        let in_hours = |length: &Length| length.unit == Unit::Hours;
        if self.extensions.iter().any(|extension| in_hours(extension) != in_hours(&self.length)) {
            return Err(TermError::MixedHours);
        }
        match (self.length.unit, self.event) {
            (Unit::Hours, Event::Day(_)) => Err(TermError::HoursNeedTime),
            _ => Ok(()),
        }
    }
}
