//! An attempt to sign in: bound to the browser that began it, ten minutes, five tries, once.

use platform::clock::{HOUR, MINUTE, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::{args, secret};

/// How long a code works.
pub(crate) const LASTS: i64 = 10 * MINUTE;
/// How often a code may be tried.
pub(crate) const TRIES: i64 = 5;
/// How many codes one address may ask for in an hour.
const PER_HOUR: i64 = 10;

platform::row! {
    pub(crate) struct Attempt {
        pub id: String,
        pub address: String,
        pub code: Option<String>,
        pub ends_at: Moment,
        pub tries: i64,
        pub used_at: Option<Moment>,
    }
}

platform::statements! {
    BEGIN: () = "INSERT INTO sign_in_attempt (id, address, at, ends_at, tries) VALUES ($1, $2, $3, $4, 0)";
    RECENT: (i64,) = "SELECT COUNT(*) FROM sign_in_attempt WHERE address = $1 AND at > $2";
    FIND: Attempt = "SELECT id, address, code, ends_at, tries, used_at FROM sign_in_attempt WHERE id = $1";
    SET_CODE: () = "UPDATE sign_in_attempt SET code = $2 WHERE id = $1 AND code IS NULL";
    TRY: () = "UPDATE sign_in_attempt SET tries = tries + 1 WHERE id = $1";
    USE: () = "UPDATE sign_in_attempt SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    SWEEP: () = "DELETE FROM sign_in_attempt WHERE ends_at < $1";
}

/// What trying a code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tried {
    Right,
    Wrong {
        left: i64,
    },
    /// Too late, used, or tried too often: ask for a new one.
    Over,
}

impl Attempt {
    /// Whether a code is right. Pure; the try is counted by the caller.
    pub(crate) fn try_code(&self, typed: &str, now: Moment) -> Tried {
        if self.used_at.is_some() || self.ends_at < now || self.tries >= TRIES {
            return Tried::Over;
        }
        let given = secret::keyed(self.id.as_bytes(), typed);
        match &self.code {
            Some(code) if secret::same(code.as_bytes(), given.as_bytes()) => Tried::Right,
            _ if self.tries + 1 >= TRIES => Tried::Over,
            _ => Tried::Wrong { left: TRIES - self.tries - 1 },
        }
    }
}

/// Begins an attempt for what the browser holds. Gives nothing when this address asked too often.
pub(crate) async fn begin(tx: &mut Tx, held: &str, address: &str) -> Result<Option<Attempt>> {
    let now = machine_now();
    if tx.value(RECENT, args![address, now.plus(-HOUR)]).await? >= PER_HOUR {
        return Ok(None);
    }
    // An hour after the end, so that the count above holds.
    tx.run(SWEEP, args![now.plus(-HOUR)]).await?;
    let (id, ends_at) = (secret::hashed(held), now.plus(LASTS));
    tx.exactly_one(BEGIN, args![id, address, now, ends_at]).await?;
    Ok(Some(Attempt { id, address: address.to_owned(), code: None, ends_at, tries: 0, used_at: None }))
}

/// The attempt, held until the transaction ends: two tries at once count as two.
pub(crate) async fn take(tx: &mut Tx, held: &str) -> Result<Option<Attempt>> {
    tx.lock(FIND, args![secret::hashed(held)]).await
}

pub(crate) async fn find(conn: &mut Conn, id: &str) -> Result<Option<Attempt>> {
    conn.one(FIND, args![id]).await
}

/// Gives the attempt its code; done twice it stays the first.
pub(crate) async fn set_code(tx: &mut Tx, id: &str, code: &str) -> Result<bool> {
    Ok(tx.run(SET_CODE, args![id, secret::keyed(id.as_bytes(), code)]).await? == 1)
}

pub(crate) async fn count_try(tx: &mut Tx, id: &str) -> Result<()> {
    tx.exactly_one(TRY, args![id]).await
}

pub(crate) async fn use_up(tx: &mut Tx, id: &str) -> Result<()> {
    tx.exactly_one(USE, args![id, machine_now()]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(tries: i64) -> Attempt {
        let code = Some(secret::keyed(b"a", "418276"));
        Attempt { id: "a".into(), address: "x@y".into(), code, ends_at: Moment(1_000), tries, used_at: None }
    }

    #[test]
    fn a_code_works_once_in_time_and_five_times_at_most() {
        assert_eq!(attempt(0).try_code("418276", Moment(999)), Tried::Right);
        assert_eq!(attempt(0).try_code("418277", Moment(999)), Tried::Wrong { left: 4 });
        assert_eq!(attempt(4).try_code("418276", Moment(999)), Tried::Right);
        assert_eq!(attempt(4).try_code("418277", Moment(999)), Tried::Over);
        assert_eq!(attempt(5).try_code("418276", Moment(999)), Tried::Over);
        assert_eq!(attempt(0).try_code("418276", Moment(1_001)), Tried::Over);
        let used = Attempt { used_at: Some(Moment(1)), ..attempt(0) };
        assert_eq!(used.try_code("418276", Moment(2)), Tried::Over);
    }
}
