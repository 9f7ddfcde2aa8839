//! The trail: one append-only table that is audit trail, outbox and activity feed at once.
//!
//! Numbers are given under the lock of the chain, just before the commit, so that a follower's
//! "everything after 4711" misses nothing. Each line's hash covers the previous one and a salted digest
//! of its body: body and salt can be erased, and the chain still holds.

use std::net::IpAddr;

use base64::Engine as _;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use crate::args;
use crate::clock::Moment;
use crate::db::{Conn, Result, Tx};
use crate::id::{OrganisationId, PersonId, Ref};
use crate::live::Note;

/// What a slice tells: its own enum of events.
pub trait Event: Serialize + DeserializeOwned {
    /// The slice that tells it; the first half of [`Entry::kind`].
    const SLICE: &'static str;
    /// The second half: `topic_asked`, `issued`.
    fn kind(&self) -> &'static str;
    /// What it is about.
    fn thing(&self) -> Ref;
    /// The council whose business it is, if it is one's.
    fn council(&self) -> Option<&OrganisationId> {
        None
    }
    fn municipality(&self) -> Option<&OrganisationId> {
        None
    }
}

crate::choice! {
    /// How something reached the house.
    pub enum Origin {
        Web = "web",
        Mail = "mail",
        Command = "command",
        Clock = "clock",
        Demo = "demo",
    }
}

/// Who did it, when and by which door.
#[derive(Debug, Clone)]
pub struct By {
    pub actor: Option<PersonId>,
    pub on_behalf_of: Option<PersonId>,
    pub at: Moment,
    pub origin: Origin,
    /// From where on the network. It is kept in the body, so that it is erased with it.
    pub network: Option<IpAddr>,
}

impl By {
    /// The house itself, by one of its other doors.
    pub fn house(at: Moment, origin: Origin) -> Self {
        Self { actor: None, on_behalf_of: None, at, origin, network: None }
    }
}

/// One line of the trail that is still to be written.
#[derive(Debug, Clone)]
pub struct Entry {
    pub by: By,
    pub kind: String,
    pub thing: Ref,
    pub council: Option<OrganisationId>,
    pub municipality: Option<OrganisationId>,
    /// `done`, or what it was refused for.
    pub result: &'static str,
    pub body: String,
}

impl Entry {
    pub fn of<E: Event>(by: By, event: &E) -> Self {
        let body = serde_json::to_value(event).expect("events are plain data");
        Self {
            kind: format!("{}.{}", E::SLICE, event.kind()),
            thing: event.thing(),
            council: event.council().cloned(),
            municipality: event.municipality().cloned(),
            result: "done",
            body: with_network(body, by.network),
            by,
        }
    }
}

/// What a change did to one field of a row: before and after, as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Change {
    pub what: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Change {
    /// A field, when it is another one now.
    pub fn of(what: &str, before: Option<String>, after: Option<String>) -> Option<Self> {
        (before != after).then(|| Self { what: what.to_owned(), before, after })
    }
}

/// The text of a body, with where on the network it came from.
fn with_network(mut body: serde_json::Value, network: Option<IpAddr>) -> String {
    if let (Some(fields), Some(network)) = (body.as_object_mut(), network) {
        fields.insert(NETWORK.to_owned(), network.to_string().into());
    }
    body.to_string()
}

/// The field of a body that says from where it came.
pub const NETWORK: &str = "network";

/// The kind of a line about something that the policy did not give.
pub const REFUSED: &str = "access.refused";

/// Somebody tried to do what the policy does not give them. The thing is the act that was asked; where it was
/// asked stands in the body.
pub fn refusal(by: By, action: &str, path: &str) -> Entry {
    let body = with_network(serde_json::json!({ "event": "refused", "action": action, "path": path }), by.network);
    let thing = Ref::new("act", action);
    Entry { by, kind: REFUSED.to_owned(), thing, council: None, municipality: None, result: "refused", body }
}

crate::row! {
    /// One line of the trail as it stands.
    pub struct Line {
        pub seq: i64,
        pub at: Moment,
        pub actor: Option<PersonId>,
        pub on_behalf_of: Option<PersonId>,
        pub origin: Origin,
        pub kind: String,
        pub thing: Ref,
        pub council: Option<OrganisationId>,
        pub municipality: Option<OrganisationId>,
        pub result: String,
        pub body: Option<String>,
        pub salt: Option<String>,
        pub digest: String,
        pub hash: String,
    }
}

impl Line {
    /// The event, if this slice told it and its body was not erased.
    pub fn event<E: Event>(&self) -> Option<E> {
        let (slice, _) = self.kind.split_once('.')?;
        if slice != E::SLICE {
            return None;
        }
        serde_json::from_str(self.body.as_deref()?).ok()
    }
}

/// Which reactions follow from a line; `house` has the whole list.
pub type Follow = fn(&Entry) -> Vec<&'static str>;

/// Nothing follows; for tests of the cellar and for filling the demo country.
pub fn nothing_follows(_: &Entry) -> Vec<&'static str> {
    Vec::new()
}

crate::statements! {
    HEAD: (i64, String) = "SELECT seq, hash FROM trail_head WHERE id = 1";
    MOVE_HEAD: () = "UPDATE trail_head SET seq = $1, hash = $2 WHERE id = 1";
    APPEND: () = "INSERT INTO event (seq, at, actor, on_behalf_of, origin, kind, thing, council, municipality, result, body, salt, digest, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    REACT: () = "INSERT INTO reaction (seq, name, tries, next_try_at) VALUES ($1, $2, 0, $3)";
    AFTER: Line = "SELECT seq, at, actor, on_behalf_of, origin, kind, thing, council, municipality, result, body, salt, digest, hash
        FROM event WHERE seq > $1 ORDER BY seq LIMIT $2";
    ABOUT: Line = "SELECT seq, at, actor, on_behalf_of, origin, kind, thing, council, municipality, result, body, salt, digest, hash
        FROM event WHERE thing = $1 ORDER BY seq";
    // What a reaction still has to read stays until it was read.
    ERASE: () = "UPDATE event SET body = NULL, salt = NULL WHERE seq = $1 AND body IS NOT NULL AND kind <> 'trail.erased'
        AND NOT EXISTS (SELECT 1 FROM reaction r WHERE r.seq = event.seq AND r.done_at IS NULL AND r.given_up_at IS NULL)";
    ERASE_OF_KIND: () = "UPDATE event SET body = NULL, salt = NULL WHERE kind = $1 AND at < $2 AND body IS NOT NULL AND kind <> 'trail.erased'
        AND NOT EXISTS (SELECT 1 FROM reaction r WHERE r.seq = event.seq AND r.done_at IS NULL AND r.given_up_at IS NULL)";
    AT: Line = "SELECT seq, at, actor, on_behalf_of, origin, kind, thing, council, municipality, result, body, salt, digest, hash
        FROM event WHERE seq = $1";
}

/// Writes the entries at the end of the chain, with what follows from each.
pub(crate) async fn write(tx: &mut Tx, entries: &[Entry], follow: Follow) -> Result<Vec<Note>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let (mut seq, mut hash) = tx.lock(HEAD, args![]).await?.unwrap_or_default();
    let mut news = Vec::with_capacity(entries.len());
    for entry in entries {
        seq += 1;
        let salt = salt();
        let digest = digest(&salt, &entry.body);
        hash = link(&hash, seq, entry, entry.result, &digest);
        append(tx, seq, entry, &salt, &digest, &hash).await?;
        for reaction in follow(entry) {
            tx.run(REACT, args![seq, reaction, crate::clock::machine_now()]).await?;
        }
        news.push(Note { seq, kind: entry.kind.clone(), thing: entry.thing.to_string() });
    }
    tx.exactly_one(MOVE_HEAD, args![seq, hash]).await?;
    Ok(news)
}

async fn append(tx: &mut Tx, seq: i64, e: &Entry, salt: &str, digest: &str, hash: &str) -> Result<()> {
    let row = args![
        seq,
        e.by.at,
        e.by.actor,
        e.by.on_behalf_of,
        e.by.origin,
        e.kind,
        e.thing,
        e.council,
        e.municipality,
        e.result,
        e.body,
        salt,
        digest,
        hash
    ];
    tx.exactly_one(APPEND, row).await
}

fn salt() -> String {
    base64::engine::general_purpose::STANDARD_NO_PAD.encode(rand::random::<[u8; 16]>())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, b| {
        let _ = write!(text, "{b:02x}");
        text
    })
}

fn digest(salt: &str, body: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update([0]).chain_update(body).finalize())
}

/// The hash of a line: over the previous hash and everything in the line but body and salt.
fn link(previous: &str, seq: i64, e: &Entry, result: &str, digest: &str) -> String {
    let mut sha = Sha256::new();
    let fields = [
        previous.to_owned(),
        seq.to_string(),
        e.by.at.0.to_string(),
        e.by.actor.as_ref().map(ToString::to_string).unwrap_or_default(),
        e.by.on_behalf_of.as_ref().map(ToString::to_string).unwrap_or_default(),
        crate::choice::Choice::word(e.by.origin).to_owned(),
        e.kind.clone(),
        e.thing.to_string(),
        e.council.as_ref().map(ToString::to_string).unwrap_or_default(),
        e.municipality.as_ref().map(ToString::to_string).unwrap_or_default(),
        result.to_owned(),
        digest.to_owned(),
    ];
    for field in &fields {
        sha.update((field.len() as u64).to_be_bytes());
        sha.update(field);
    }
    hex(&sha.finalize())
}

/// What is wrong with the chain, if anything is: the first line that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    pub seq: i64,
    pub why: &'static str,
}

/// Walks the whole chain. Gives the number of lines, or where it breaks.
pub async fn check(conn: &mut Conn) -> Result<std::result::Result<i64, Broken>> {
    let (mut seq, mut hash) = (0, String::new());
    loop {
        let lines = conn.all(AFTER, args![seq, 1_000]).await?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            if let Err(why) = fits(&line, seq, &hash) {
                return Ok(Err(Broken { seq: line.seq, why }));
            }
            (seq, hash) = (line.seq, line.hash);
        }
    }
    let head = conn.one(HEAD, args![]).await?.unwrap_or_default();
    Ok(if head == (seq, hash) { Ok(seq) } else { Err(Broken { seq, why: "the end of the chain is missing" }) })
}

fn fits(line: &Line, previous: i64, hash: &str) -> std::result::Result<(), &'static str> {
    if line.seq != previous + 1 {
        return Err("a line is missing before this one");
    }
    // Erasing takes both; a body that lost its salt proves nothing.
    if let Some(body) = &line.body
        && line.salt.as_ref().is_none_or(|salt| digest(salt, body) != line.digest)
    {
        return Err("its body was changed");
    }
    let entry = Entry {
        by: By {
            actor: line.actor.clone(),
            on_behalf_of: line.on_behalf_of.clone(),
            at: line.at,
            origin: line.origin,
            network: None,
        },
        kind: line.kind.clone(),
        thing: line.thing.clone(),
        council: line.council.clone(),
        municipality: line.municipality.clone(),
        result: "",
        body: String::new(),
    };
    if link(hash, line.seq, &entry, &line.result, &line.digest) != line.hash { Err("it was changed") } else { Ok(()) }
}

/// The lines after a number, oldest first, at most so many.
pub async fn after(conn: &mut Conn, seq: i64, most: i64) -> Result<Vec<Line>> {
    conn.all(AFTER, args![seq, most]).await
}

/// Everything that happened to one thing, oldest first.
pub async fn about(conn: &mut Conn, thing: &Ref) -> Result<Vec<Line>> {
    conn.all(ABOUT, args![thing]).await
}

/// One line by its number.
pub async fn at(conn: &mut Conn, seq: i64) -> Result<Option<Line>> {
    conn.one(AT, args![seq]).await
}

/// Erases what a line says, with the salt that would prove it; that it happened, and the chain, stay. False when
/// there was nothing to erase, when it says that something was erased, or when something still follows from it.
pub async fn erase(tx: &mut Tx, seq: i64) -> Result<bool> {
    Ok(tx.run(ERASE, args![seq]).await? == 1)
}

/// The same for every line of a kind from before a moment; how many there were.
pub async fn erase_of_kind(tx: &mut Tx, kind: &str, before: Moment) -> Result<u64> {
    tx.run(ERASE_OF_KIND, args![kind, before]).await
}
