//! The rows of the second step: the app, the codes on paper, and wrong tries.

use platform::args;
use platform::clock::{MINUTE, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::keys::{Keys, Lost, Wrapped};

use super::app;
use super::recovery::{self, Kept};
use crate::keys::of_app;

/// Wrong codes in a row before somebody waits, and how long they wait.
const MISSES_MOST: i64 = 5;
const WAIT: i64 = 15 * MINUTE;

platform::row! {
    /// Somebody's app. Its secret is wrapped; without the name of a key it is from before there were keys.
    pub(crate) struct App { secret: String, key_id: Option<String>, pub since: Moment, pub last_step: i64 }

    #[derive(Default)]
    pub(crate) struct Misses { pub misses: i64, pub since: Moment }
}

platform::statements! {
    APP: App = "SELECT secret, key_id, since, last_step FROM second_app WHERE person = $1";
    SET_APP: () = "INSERT INTO second_app (person, secret, key_id, since, last_step) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, key_id = excluded.key_id, since = excluded.since, last_step = excluded.last_step";
    TOOK: () = "UPDATE second_app SET last_step = $2 WHERE person = $1 AND last_step < $2";
    REMOVE_APP: () = "DELETE FROM second_app WHERE person = $1";
    ADD_CODE: () = "INSERT INTO recovery_code (person, mark, salt, hash) VALUES ($1, $2, $3, $4)";
    REMOVE_CODES: () = "DELETE FROM recovery_code WHERE person = $1";
    CODE: Kept = "SELECT mark, salt, hash FROM recovery_code WHERE person = $1 AND mark = $2 AND used_at IS NULL";
    USE_CODE: () = "UPDATE recovery_code SET used_at = $3 WHERE person = $1 AND mark = $2 AND used_at IS NULL";
    CODES_LEFT: (i64,) = "SELECT COUNT(*) FROM recovery_code WHERE person = $1 AND used_at IS NULL";
    MISSES: Misses = "SELECT misses, since FROM second_miss WHERE person = $1";
    MISS: () = "INSERT INTO second_miss (person, misses, since) VALUES ($1, 1, $2)
        ON CONFLICT (person) DO UPDATE SET misses = CASE WHEN second_miss.since < $3 THEN 1 ELSE second_miss.misses + 1 END, since = excluded.since";
    HIT: () = "DELETE FROM second_miss WHERE person = $1";
}

impl App {
    /// The secret itself.
    pub(crate) fn open(&self, keys: &Keys, person: &PersonId) -> std::result::Result<String, Lost> {
        match &self.key_id {
            None => Ok(self.secret.clone()),
            Some(key) => keys.open(of_app(person), &Wrapped { key: key.clone(), text: self.secret.clone() }),
        }
    }
}

impl Misses {
    /// How many minutes somebody must wait; nothing when they may try.
    pub(crate) fn wait(&self, now: Moment) -> Option<i64> {
        let left = self.since.0 + WAIT - now.0;
        (self.misses >= MISSES_MOST && left > 0).then_some((left + MINUTE - 1) / MINUTE)
    }
}

pub(crate) async fn app(conn: &mut Conn, person: &PersonId) -> Result<Option<App>> {
    conn.one(APP, args![person]).await
}

/// The secret of somebody's app; for the demo, which tells it to whoever asks.
pub async fn app_secret(conn: &mut Conn, keys: &Keys, person: &PersonId) -> Result<Option<String>> {
    Ok(app(conn, person).await?.and_then(|app| app.open(keys, person).ok()))
}

/// Gives somebody an app whose secret is known elsewhere; for the demo.
pub async fn give_app(tx: &mut Tx, keys: &Keys, person: &PersonId, secret: &str) -> Result<()> {
    let wrapped = keys.wrap(of_app(person), secret).map_err(|lost| platform::db::Error::Fault(Box::new(lost)))?;
    set_app(tx, person, &wrapped, 0).await
}

pub(crate) async fn set_app(tx: &mut Tx, person: &PersonId, wrapped: &Wrapped, last_step: i64) -> Result<()> {
    tx.exactly_one(SET_APP, args![person, wrapped.text, wrapped.key, machine_now(), last_step]).await
}

pub(crate) async fn remove_app(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(REMOVE_APP, args![person]).await.map(|_| ())
}

/// Ten new codes instead of the old ones.
pub(crate) async fn set_codes(tx: &mut Tx, person: &PersonId, all: &[recovery::Fresh]) -> Result<()> {
    remove_codes(tx, person).await?;
    for one in all {
        let kept = &one.kept;
        tx.exactly_one(ADD_CODE, args![person, kept.mark, kept.salt, kept.hash]).await?;
    }
    Ok(())
}

pub(crate) async fn remove_codes(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(REMOVE_CODES, args![person]).await.map(|_| ())
}

pub(crate) async fn codes_left(conn: &mut Conn, person: &PersonId) -> Result<i64> {
    conn.value(CODES_LEFT, args![person]).await
}

/// The code that begins like this, if it is still there.
pub(crate) async fn code(conn: &mut Conn, person: &PersonId, mark: &str) -> Result<Option<Kept>> {
    conn.one(CODE, args![person, mark]).await
}

/// Uses a code; says no when somebody was just ahead.
pub(crate) async fn use_code(tx: &mut Tx, person: &PersonId, mark: &str) -> Result<bool> {
    Ok(tx.run(USE_CODE, args![person, mark, machine_now()]).await? == 1)
}

/// What came of a code of the app.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum AppCode {
    Right,
    /// Wrong, or taken in the meantime, or there is no app.
    Wrong,
    /// Nobody can tell: the key that opens the secret is not there.
    Lost(Lost),
}

/// Takes a code of the app.
pub(crate) async fn take_app_code(tx: &mut Tx, keys: &Keys, person: &PersonId, typed: &str) -> Result<AppCode> {
    let Some(app) = app(tx, person).await? else { return Ok(AppCode::Wrong) };
    let secret = match app.open(keys, person) {
        Ok(secret) => secret,
        Err(lost) => return Ok(AppCode::Lost(lost)),
    };
    let taken = match app::step_of(&secret, typed, machine_now(), app.last_step) {
        Some(step) => tx.run(TOOK, args![person, step]).await? == 1,
        None => false,
    };
    Ok(if taken { AppCode::Right } else { AppCode::Wrong })
}

pub(crate) async fn misses(conn: &mut Conn, person: &PersonId) -> Result<Misses> {
    Ok(conn.one(MISSES, args![person]).await?.unwrap_or_default())
}

pub(crate) async fn miss(tx: &mut Tx, person: &PersonId) -> Result<()> {
    let now = machine_now();
    tx.exactly_one(MISS, args![person, now, now.plus(-WAIT)]).await
}

pub(crate) async fn hit(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(HIT, args![person]).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_wrong_codes_one_waits_a_quarter_of_an_hour() {
        let misses = |misses| Misses { misses, since: Moment(0) };
        assert_eq!(misses(4).wait(Moment(1)), None);
        assert_eq!(misses(5).wait(Moment(0)), Some(15));
        assert_eq!(misses(7).wait(Moment(WAIT - 1)), Some(1));
        assert_eq!(misses(7).wait(Moment(WAIT)), None);
    }
}
