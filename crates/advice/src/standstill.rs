//! What changed a term while it ran: longer, or at a standstill for a while. Pure; the engine counts with it.

use platform::clock::{Day, Moment};
use terms::{Length, Suspension, Unit};

use crate::kinds::{ExtensionGround, ExtensionId, PauseGround, PauseId, Side};

/// In what one may count when a term becomes longer.
pub(crate) const UNITS: [Unit; 3] = [Unit::Weeks, Unit::CalendarDays, Unit::Months];

platform::row! {
    /// A term that was made longer.
    pub struct Extended {
        pub id: ExtensionId,
        pub ground: ExtensionGround,
        pub amount: i64,
        pub unit: String,
        pub reason: String,
        pub side: Side,
        pub due_before: Day,
        pub due_on: Day,
        pub at: Moment,
        pub who: Option<String>,
    }

    /// A request that is urgent.
    pub struct Urgency {
        pub amount: i64,
        pub unit: String,
        pub reason: String,
        /// Who was spoken with: `chair`, `secretary`, with a space between.
        pub consulted: String,
        pub at: Moment,
        pub who: Option<String>,
    }

    /// A standstill, over or not.
    pub struct Pause {
        pub id: PauseId,
        pub ground: PauseGround,
        pub from_on: Day,
        pub reason: String,
        pub side: Side,
        pub at: Moment,
        pub who: Option<String>,
        pub last_on: Option<Day>,
        /// The last day of the term, as it was computed when it ran on.
        pub due_on: Option<Day>,
        pub ended_by: Option<String>,
        pub ended_at: Option<Moment>,
        pub ended_side: Option<Side>,
    }
}

/// One of the units in which one may count, by its word.
pub(crate) fn unit_of(word: &str) -> Option<Unit> {
    UNITS.into_iter().find(|unit| unit.name() == word)
}

/// A length as it is kept: a number and the engine's own word.
fn length(amount: i64, unit: &str) -> Length {
    Length::new(amount, Unit::ALL.into_iter().find(|u| u.name() == unit).unwrap_or(Unit::Weeks))
}

impl Extended {
    pub fn length(&self) -> Length {
        length(self.amount, &self.unit)
    }
}

/// Everything that changed one term, the earliest first.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    pub extended: Vec<Extended>,
    pub pauses: Vec<Pause>,
    /// Of the term of the advice alone, and from its first day.
    pub urgency: Option<Urgency>,
}

/// Why a term does not stand still from that day, or not until that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// Before the term began.
    BeforeStart,
    /// A day that has not come yet.
    InFuture,
    /// It stood still then already.
    Overlaps,
    BeforePause,
}

impl Changes {
    /// The standstill that is not over.
    pub fn open(&self) -> Option<&Pause> {
        self.pauses.iter().find(|p| p.last_on.is_none())
    }

    /// The same, as if it ran on after that day.
    pub fn until(&self, last_on: Day) -> Self {
        let mut changes = self.clone();
        for pause in changes.pauses.iter_mut().filter(|p| p.last_on.is_none()) {
            pause.last_on = Some(last_on);
        }
        changes
    }

    /// How often the clause of the rule was used.
    pub fn times_by_rule(&self) -> u32 {
        let by_rule = self.extended.iter().filter(|e| e.ground == ExtensionGround::Rule).count();
        u32::try_from(by_rule).unwrap_or(u32::MAX)
    }

    /// As the engine counts with it; `words` says in the reader's language why it stood still.
    pub fn suspensions(&self, words: impl Fn(PauseGround) -> String) -> Vec<Suspension> {
        let period =
            |p: &Pause| Suspension { from: p.from_on.0, to: p.last_on.map(|day| day.0), reason: words(p.ground) };
        self.pauses.iter().map(period).collect()
    }

    pub fn urgent(&self) -> Option<Length> {
        self.urgency.as_ref().map(|u| length(u.amount, &u.unit))
    }

    pub fn lengths(&self) -> Vec<Length> {
        self.extended.iter().map(Extended::length).collect()
    }

    /// # Errors
    /// [`Misfit`]: the first thing that is wrong with a standstill from this day.
    pub fn may_pause_from(&self, from_on: Day, start_on: Day, today: Day) -> Result<(), Misfit> {
        if from_on < start_on {
            Err(Misfit::BeforeStart)
        } else if from_on > today {
            Err(Misfit::InFuture)
        } else if self.pauses.iter().any(|p| p.last_on.is_none_or(|last| from_on <= last)) {
            Err(Misfit::Overlaps)
        } else {
            Ok(())
        }
    }

    /// # Errors
    /// [`Misfit`]: why the standstill cannot have ended on this day.
    pub fn may_resume_after(&self, last_on: Day, today: Day) -> Result<(), Misfit> {
        match self.open() {
            Some(pause) if last_on < pause.from_on => Err(Misfit::BeforePause),
            _ if last_on > today => Err(Misfit::InFuture),
            _ => Ok(()),
        }
    }
}

/// Who may do it by a clause of a rule.
pub(crate) fn party(side: Side) -> terms::Party {
    match side {
        Side::Council => terms::Party::Council,
        Side::Municipality => terms::Party::Requester,
    }
}
