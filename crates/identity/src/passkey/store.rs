//! The rows of passkeys, and the questions that wait for an answer.

use platform::clock::{MINUTE, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::{args, choice, secret};
use webauthn_rs::prelude::{Passkey, Uuid};

/// How long a key has to answer.
const LASTS: i64 = 5 * MINUTE;

choice! {
    pub(crate) enum Purpose {
        Add = "add",
        SignIn = "sign_in",
        Second = "second",
    }
}

platform::row! {
    pub(crate) struct Kept {
        pub id: String,
        pub person: PersonId,
        pub name: String,
        pub data: String,
        pub since: Moment,
        pub used_at: Option<Moment>,
    }

    pub(crate) struct Ceremony {
        pub purpose: Purpose,
        pub person: Option<PersonId>,
        pub state: String,
    }
}

platform::statements! {
    OF: Kept = "SELECT id, person, name, data, since, used_at FROM passkey WHERE person = $1 ORDER BY since, id";
    COUNT: (i64,) = "SELECT COUNT(*) FROM passkey WHERE person = $1";
    // Of somebody with access only.
    FIND: Kept = "SELECT k.id, k.person, k.name, k.data, k.since, k.used_at FROM passkey k
        WHERE k.id = $1 AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = k.person)";
    KNOWN: (i64,) = "SELECT COUNT(*) FROM passkey WHERE id = $1";
    ADD: () = "INSERT INTO passkey (id, person, name, data, since) VALUES ($1, $2, $3, $4, $5)";
    USED: () = "UPDATE passkey SET data = $2, used_at = $3 WHERE id = $1";
    REMOVE: () = "DELETE FROM passkey WHERE id = $1 AND person = $2";
    REMOVE_ALL: () = "DELETE FROM passkey WHERE person = $1";
    HANDLE: (String,) = "SELECT handle FROM passkey_handle WHERE person = $1";
    // A key that came along with another entry of the same person knows them by the number of that one.
    IS_HANDLE: (i64,) = "SELECT COUNT(*) FROM passkey_handle h WHERE h.handle = $2 AND (h.person = $1
        OR EXISTS (SELECT 1 FROM person_join j WHERE j.person = h.person AND j.into_person = $1 AND j.undone_at IS NULL))";
    NEW_HANDLE: () = "INSERT INTO passkey_handle (person, handle) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING";
    BEGIN: () = "INSERT INTO passkey_ceremony (id, purpose, person, state, ends_at) VALUES ($1, $2, $3, $4, $5)";
    SWEEP: () = "DELETE FROM passkey_ceremony WHERE ends_at < $1";
    CEREMONY: Ceremony = "SELECT purpose, person, state FROM passkey_ceremony WHERE id = $1 AND ends_at >= $2";
    END: () = "DELETE FROM passkey_ceremony WHERE id = $1";
}

impl Kept {
    /// The key itself; nothing when its row cannot be read.
    pub(crate) fn key(&self) -> Option<Passkey> {
        serde_json::from_str(&self.data).ok()
    }
}

pub(crate) async fn of(conn: &mut Conn, person: &PersonId) -> Result<Vec<Kept>> {
    conn.all(OF, args![person]).await
}

pub(crate) async fn count(conn: &mut Conn, person: &PersonId) -> Result<i64> {
    conn.value(COUNT, args![person]).await
}

pub(crate) async fn find(conn: &mut Conn, id: &str) -> Result<Option<Kept>> {
    conn.one(FIND, args![id]).await
}

/// Whether a key is somebody's already.
pub(crate) async fn is_known(conn: &mut Conn, id: &str) -> Result<bool> {
    Ok(conn.value(KNOWN, args![id]).await? > 0)
}

pub(crate) async fn add(tx: &mut Tx, id: &str, person: &PersonId, name: &str, data: &str) -> Result<()> {
    tx.exactly_one(ADD, args![id, person, name, data, machine_now()]).await
}

pub(crate) async fn used(tx: &mut Tx, id: &str, data: &str) -> Result<()> {
    tx.exactly_one(USED, args![id, data, machine_now()]).await
}

pub(crate) async fn remove(tx: &mut Tx, id: &str, person: &PersonId) -> Result<bool> {
    Ok(tx.run(REMOVE, args![id, person]).await? == 1)
}

pub(crate) async fn remove_all(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(REMOVE_ALL, args![person]).await.map(|_| ())
}

/// The number under which somebody's keys know them; made when they have none.
pub(crate) async fn handle(tx: &mut Tx, person: &PersonId) -> Result<Uuid> {
    let new = Uuid::from_u128(rand::random()).to_string();
    tx.run(NEW_HANDLE, args![person, new]).await?;
    let (handle,): (String,) = tx.one(HANDLE, args![person]).await?.unwrap_or_default();
    Ok(Uuid::parse_str(&handle).unwrap_or_default())
}

pub(crate) async fn handle_is(conn: &mut Conn, person: &PersonId, handle: &Uuid) -> Result<bool> {
    Ok(conn.value(IS_HANDLE, args![person, handle.to_string()]).await? > 0)
}

/// Keeps a question until it is answered; gives what the page holds of it.
pub(crate) async fn begin(tx: &mut Tx, purpose: Purpose, person: Option<&PersonId>, state: &str) -> Result<String> {
    let (held, now) = (secret::token(), machine_now());
    tx.run(SWEEP, args![now]).await?;
    let (id, ends_at) = (secret::hashed(&held), now.plus(LASTS));
    tx.exactly_one(BEGIN, args![id, purpose, person, state, ends_at]).await?;
    Ok(held)
}

/// The question that is answered now. It is gone with this transaction, whatever the answer.
pub(crate) async fn end(tx: &mut Tx, held: &str, purpose: Purpose) -> Result<Option<Ceremony>> {
    let (id, now) = (secret::hashed(held), machine_now());
    let found: Option<Ceremony> = tx.lock(CEREMONY, args![id, now]).await?;
    tx.run(END, args![id]).await?;
    Ok(found.filter(|ceremony| ceremony.purpose == purpose))
}
