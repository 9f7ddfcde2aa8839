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
}
