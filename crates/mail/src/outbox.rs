//! The outbox: letters as rows, numbered in the order in which they were posted.

use platform::args;
use platform::clock::{Moment, SECOND, machine_now};
use platform::db::{Conn, Db, Result, Tx};
use platform::id::{OrganisationId, PersonId};

use crate::draft::Letter;

/// After this many tries a letter is set aside.
pub(crate) const TRIES: i64 = 12;
/// For how long a sender keeps a letter to itself.
const LEASE_MS: i64 = 120 * SECOND;

platform::row! {
    /// A letter as it stands in the outbox.
    pub struct Kept {
        pub n: i64,
        pub to_address: String,
        pub subject: String,
        pub text: String,
        pub html: String,
        pub message_id: String,
        pub in_reply_to: Option<String>,
        pub at: Moment,
        pub secret: bool,
        pub tries: i64,
        /// The name before the address of the house; without one its own.
        pub from_name: Option<String>,
        pub reply_to: Option<String>,
    }
}

platform::statements! {
    NUMBER: (i64,) = "UPDATE mail_counter SET n = n + 1 WHERE id = 1 RETURNING n";
    POSTED: (i64,) = "SELECT n FROM mail_letter WHERE cause = $1";
    POST: () = "INSERT INTO mail_letter (n, cause, person, to_address, subject, text, html, message_id, in_reply_to, at, secret, lease_until, next_try_at, tries, from_name, reply_to, organisation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, 0, $13, $14, $15)";
    LETTER: Kept = "SELECT n, to_address, subject, text, html, message_id, in_reply_to, at, secret, tries, from_name, reply_to FROM mail_letter WHERE n = $1";
    TO: Kept = "SELECT n, to_address, subject, text, html, message_id, in_reply_to, at, secret, tries, from_name, reply_to FROM mail_letter
        WHERE ($1 = '' OR to_address = $1) ORDER BY n DESC LIMIT $2";
    WAITING: (i64,) = "SELECT COUNT(*) FROM mail_letter WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= $1";
    NEXT: (i64,) = "SELECT n FROM mail_letter WHERE sent_at IS NULL AND given_up_at IS NULL AND next_try_at <= $1 AND lease_until < $1 ORDER BY n LIMIT 1";
    LEASE: Kept = "UPDATE mail_letter SET lease_until = $3, tries = tries + 1 WHERE n = $1 AND sent_at IS NULL AND lease_until < $2
        RETURNING n, to_address, subject, text, html, message_id, in_reply_to, at, secret, tries, from_name, reply_to";
    SENT: () = "UPDATE mail_letter SET sent_at = $2 WHERE n = $1 AND sent_at IS NULL";
    ALL_SENT: () = "UPDATE mail_letter SET sent_at = $1 WHERE sent_at IS NULL AND given_up_at IS NULL";
    // Of whoever did not choose for itself.
    FORGET: () = "DELETE FROM mail_letter WHERE sent_at IS NOT NULL AND at < $1
        AND NOT EXISTS (SELECT 1 FROM organisation_retention r WHERE r.organisation = mail_letter.organisation)";
    FORGET_OF: () = "DELETE FROM mail_letter WHERE sent_at IS NOT NULL AND organisation = $1 AND at < $2";
    WIPE: () = "UPDATE mail_letter SET text = '', html = '' WHERE n = $1";
    FAILED: () = "UPDATE mail_letter SET lease_until = 0, next_try_at = $2, problem = $3, given_up_at = $4 WHERE n = $1";
}

/// Posts a letter within the transaction that caused it. `cause` says what it answers to; the same cause
/// never makes two letters, so a job that is done again does no harm.
pub async fn post(
    tx: &mut Tx,
    cause: &str,
    person: Option<&PersonId>,
    address: &str,
    letter: &Letter,
    now: Moment,
) -> Result<()> {
    if tx.one(POSTED, args![cause]).await?.is_some() {
        return Ok(());
    }
    let n = tx.value(NUMBER, args![]).await?;
    let message_id = format!("{}@beraad", platform::secret::hashed(cause));
    let (secret, at_once) = (i64::from(letter.secret), machine_now());
    let row = args![
        n,
        cause,
        person,
        address,
        letter.subject,
        letter.text,
        letter.html,
        message_id,
        letter.in_reply_to,
        now,
        secret,
        at_once,
        letter.from_name,
        letter.reply_to,
        letter.organisation
    ];
    tx.exactly_one(POST, row).await
}

/// One letter by its number.
pub async fn letter(conn: &mut Conn, n: i64) -> Result<Option<Kept>> {
    conn.one(LETTER, args![n]).await
}

/// The letters to an address, newest first; to everybody when it is empty.
pub async fn letters_to(conn: &mut Conn, address: &str, most: i64) -> Result<Vec<Kept>> {
    conn.all(TO, args![address, most]).await
}

/// Whether no letter is waiting to be sent.
pub async fn at_rest(conn: &mut Conn) -> Result<bool> {
    Ok(conn.value(WAITING, args![machine_now()]).await? == 0)
}

pub(crate) async fn next(conn: &mut Conn) -> Result<Option<i64>> {
    Ok(conn.one(NEXT, args![machine_now()]).await?.map(|(n,)| n))
}

pub(crate) async fn lease(tx: &mut Tx, n: i64) -> Result<Option<Kept>> {
    let now = machine_now();
    tx.one(LEASE, args![n, now, now.plus(LEASE_MS)]).await
}

pub(crate) async fn sent(tx: &mut Tx, letter: &Kept, wipe: bool) -> Result<()> {
    tx.run(SENT, args![letter.n, machine_now()]).await?;
    if letter.secret && wipe {
        tx.run(WIPE, args![letter.n]).await?;
    }
    Ok(())
}

/// Takes away what was sent and was written before a moment, except in the name of an organisation that chose for
/// itself. Gives how many letters that were.
pub async fn forget_sent(tx: &mut Tx, before: Moment) -> Result<u64> {
    tx.run(FORGET, args![before]).await
}

/// The same of what was sent in the name of one organisation.
pub async fn forget_sent_of(tx: &mut Tx, organisation: &OrganisationId, before: Moment) -> Result<u64> {
    tx.run(FORGET_OF, args![organisation, before]).await
}

/// In the demo a letter is sent when it stands in the outbox: all that wait, at once.
pub(crate) async fn all_sent(db: &Db) -> Result<usize> {
    if at_rest(&mut *db.reader().await?).await? {
        return Ok(0);
    }
    let mut tx = db.begin().await?;
    let letters = tx.run(ALL_SENT, args![machine_now()]).await?;
    tx.commit().await?;
    Ok(usize::try_from(letters).unwrap_or(usize::MAX))
}

pub(crate) async fn failed(tx: &mut Tx, letter: &Kept, problem: &str, hopeless: bool) -> Result<()> {
    let again = machine_now().plus((30 * SECOND) << letter.tries.clamp(0, 8));
    let given_up = (hopeless || letter.tries >= TRIES).then(machine_now);
    tx.run(FAILED, args![letter.n, again, problem, given_up]).await.map(|_| ())
}
