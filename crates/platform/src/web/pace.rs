//! How much of what is costly one person may ask for: searching, sending files, letters to others. Far more than a
//! person does, and less than a machine can. Signing in has limits of its own, kept with its codes.
//!
//! It is counted in memory, by each node for itself, and forgotten at a new start.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::clock::{HOUR, MINUTE, Moment};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Pages that look through everything for what was typed.
    Search,
    /// Bytes of files.
    Upload,
    /// Letters to somebody else.
    Letters,
    /// Looks that were refused: beyond this they are refused as before, and counted no further.
    RefusedLooks,
}

impl Pace {
    /// How much, in how long.
    fn most(self) -> (u64, i64) {
        match self {
            Self::Search => (1_000, 5 * MINUTE),
            Self::Upload => (2 * 1024 * 1024 * 1024, HOUR),
            Self::Letters => (1_000, HOUR),
            Self::RefusedLooks => (300, HOUR),
        }
    }
}

/// More people than use the house at once.
const KEPT_MOST: usize = 20_000;

#[derive(Debug, Clone, Copy)]
struct Spent {
    since: Moment,
    amount: u64,
}

/// What everybody asked for of late.
#[derive(Debug, Default)]
pub struct Paces(Mutex<HashMap<(Pace, String), Spent>>);

impl Paces {
    /// Counts what somebody asks for.
    ///
    /// # Errors
    /// The minutes to wait, when it was too much. Then it does not count.
    pub fn spend(&self, pace: Pace, who: &str, amount: u64, now: Moment) -> Result<(), i64> {
        let (most, lasts) = pace.most();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_MOST {
            all.retain(|(pace, _), spent| now < spent.since.plus(pace.most().1));
        }
        let spent = all.entry((pace, who.to_owned())).or_insert(Spent { since: now, amount: 0 });
        if now >= spent.since.plus(lasts) || now < spent.since {
            *spent = Spent { since: now, amount: 0 };
        }
        if spent.amount.saturating_add(amount) > most {
            return Err((spent.since.0 + lasts - now.0 + MINUTE - 1) / MINUTE);
        }
        spent.amount += amount;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_too_much_waits_and_nobody_else_does() {
        let paces = Paces::default();
        for _ in 0..1_000 {
            assert_eq!(paces.spend(Pace::Search, "ans", 1, Moment(0)), Ok(()));
        }
        assert_eq!(paces.spend(Pace::Search, "ans", 1, Moment(1)), Err(5));
        assert_eq!(paces.spend(Pace::Search, "ans", 1, Moment(4 * MINUTE + 1)), Err(1));
        assert_eq!(paces.spend(Pace::Letters, "ans", 1, Moment(1)), Ok(()));
        assert_eq!(paces.spend(Pace::Search, "dirk", 1, Moment(1)), Ok(()));
        assert_eq!(paces.spend(Pace::Search, "ans", 1, Moment(5 * MINUTE)), Ok(()));
        assert_eq!(paces.spend(Pace::Upload, "ans", u64::MAX, Moment(0)), Err(60));
    }

    #[test]
    fn it_does_not_keep_everybody_for_ever() {
        let paces = Paces::default();
        for n in 0..KEPT_MOST + 10 {
            let now = if n < KEPT_MOST { Moment(0) } else { Moment(HOUR) };
            assert_eq!(paces.spend(Pace::Search, &n.to_string(), 1, now), Ok(()));
        }
        assert!(paces.0.lock().unwrap().len() < 20);
    }
}
