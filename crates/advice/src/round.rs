//! A round of consent: the members say whether they agree with a version. No I/O.

use platform::clock::{Day, Moment};
use platform::id::PersonId;

use crate::kinds::{Consent, RoundId};

platform::row! {
    pub struct Round {
        pub id: RoundId,
        pub version: i64,
        pub closes_on: Option<Day>,
        pub quorum: i64,
        pub opened_at: Moment,
        pub closed_at: Option<Moment>,
    }

    /// A member who may answer, with the answer if there is one.
    pub struct Voter {
        pub person: PersonId,
        pub name: String,
        pub answer: Option<Consent>,
        pub remark: Option<String>,
        pub at: Option<Moment>,
    }
}

/// More than half of the members must have answered.
pub fn quorum_of(members: usize) -> i64 {
    i64::try_from(members / 2 + 1).unwrap_or(i64::MAX)
}

impl Round {
    /// Whether members may still answer today: the last day counts, and without one it is never too late.
    pub fn is_early(&self, today: Day) -> bool {
        self.closes_on.is_none_or(|on| today <= on)
    }
}

/// Why an advice does not just go, although its round is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Fewer members answered than are needed.
    TooFew,
    /// No more members agreed than objected.
    NoMajority,
}

/// How the answers are spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub members: i64,
    pub agreed: i64,
    pub with_remark: i64,
    pub objected: i64,
    pub abstained: i64,
}

impl Tally {
    pub fn of(voters: &[Voter]) -> Self {
        let mut tally = Self { members: i64::try_from(voters.len()).unwrap_or(i64::MAX), ..Self::default() };
        for answer in voters.iter().filter_map(|v| v.answer) {
            match answer {
                Consent::Agrees => tally.agreed += 1,
                Consent::AgreesWithRemark => tally.with_remark += 1,
                Consent::Objects => tally.objected += 1,
                Consent::Abstains => tally.abstained += 1,
            }
        }
        tally
    }

    pub fn answered(&self) -> i64 {
        self.agreed + self.with_remark + self.objected + self.abstained
    }

    pub fn missing(&self) -> i64 {
        self.members - self.answered()
    }

    /// What speaks against sending on these answers.
    pub fn doubt(&self, quorum: i64) -> Option<Doubt> {
        if self.answered() < quorum {
            Some(Doubt::TooFew)
        } else if self.agreed + self.with_remark <= self.objected {
            Some(Doubt::NoMajority)
        } else {
            None
        }
    }
}
