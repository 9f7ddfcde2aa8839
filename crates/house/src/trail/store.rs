//! Lines of the trail with the names of those who made them, the newest first.

use platform::clock::Moment;
use platform::db::{Conn, Result};
use platform::id::{OrganisationId, PersonId};
use platform::trail::{self, Change, Origin};
use platform::{Ref, args};

/// Lines on a page.
pub(crate) const PER_PAGE: i64 = 50;

platform::row! {
    /// One line, for reading.
    pub(crate) struct Line {
        pub seq: i64,
        pub at: Moment,
        pub who: Option<String>,
        pub on_behalf_of: Option<String>,
        pub origin: Origin,
        pub kind: String,
        pub thing: Ref,
        pub result: String,
        /// The council or municipality whose business it is.
        pub place: Option<String>,
        /// What it says; nothing when it was erased.
        pub body: Option<String>,
    }
}

impl Line {
    fn field(&self, name: &str) -> Option<serde_json::Value> {
        let body: serde_json::Value = serde_json::from_str(self.body.as_deref()?).ok()?;
        body.get(name).cloned()
    }

    /// What it changed, of what to what.
    pub(crate) fn changes(&self) -> Vec<Change> {
        if self.kind == "identity.address_changed" {
            let word = |name: &str| self.field(name).and_then(|value| value.as_str().map(str::to_owned));
            return Change::of("address", word("before"), word("after")).into_iter().collect();
        }
        self.field("changed").and_then(|all| serde_json::from_value(all).ok()).unwrap_or_default()
    }

    /// From where on the network.
    pub(crate) fn network(&self) -> Option<String> {
        self.field(trail::NETWORK)?.as_str().map(str::to_owned)
    }
}

macro_rules! lines {
    () => {
        "SELECT e.seq, e.at, p.name AS who, b.name AS on_behalf_of, e.origin, e.kind, e.thing, e.result, o.name AS place, e.body FROM "
    };
}

macro_rules! names {
    () => {
        "
          LEFT JOIN person p ON p.id = e.actor LEFT JOIN person b ON b.id = e.on_behalf_of
          LEFT JOIN organisation o ON o.id = COALESCE(e.council, e.municipality)"
    };
}

/// Somebody, with the entries of theirs that went up in this one: the trail keeps who it was.
macro_rules! who {
    () => {
        "(SELECT CAST($1 AS TEXT) UNION ALL SELECT j.person FROM person_join j WHERE j.into_person = $1 AND j.undone_at IS NULL)"
    };
}

/// The numbers of the lines of a person: `$1` is who, `$2` the thing that they are.
macro_rules! own {
    () => {
        concat!(
            "(SELECT seq FROM event WHERE actor IN ", who!(), " UNION SELECT seq FROM event WHERE thing = $2
            UNION SELECT y.seq FROM person_join j JOIN event y ON y.thing = 'person:' || j.person WHERE j.into_person = $1 AND j.undone_at IS NULL
            UNION SELECT seq FROM event WHERE on_behalf_of IN ", who!(), "
            UNION SELECT x.seq FROM seat s JOIN event x ON x.thing = 'seat:' || s.id WHERE s.person IN ", who!(), ")"
        )
    };
}

platform::statements! {
    // What is said of one person: what they did, what was done about them or in their name, in their seats, and how
    // they came in. What was erased already is left out.
    OF_PERSON: (i64,) = concat!("SELECT e.seq FROM event e WHERE e.body IS NOT NULL AND e.kind <> 'trail.erased' AND (e.actor IN ", who!(), " OR e.on_behalf_of IN ", who!(), " OR e.thing = $2
            OR e.thing IN (SELECT 'person:' || j.person FROM person_join j WHERE j.into_person = $1 AND j.undone_at IS NULL)
            OR e.thing IN (SELECT 'seat:' || s.id FROM seat s WHERE s.person IN ", who!(), ")
            OR e.thing IN (SELECT 'sign_in:' || a.id FROM sign_in_attempt a WHERE a.address = $3)) ORDER BY e.seq");
    // Indexes, and not one scan: what somebody did, what was done about them, in their name, and in their seats.
    OWN: Line = concat!(lines!(), own!(), " w JOIN event e ON e.seq = w.seq", names!(), " ORDER BY e.at DESC, e.seq DESC LIMIT $3 OFFSET $4");
    COUNT_OWN: (i64,) = concat!("SELECT COUNT(*) FROM ", own!(), " w");
    BEHALF: Line = concat!(lines!(), "event e", names!(), " WHERE e.on_behalf_of IN ", who!(), " ORDER BY e.at DESC, e.seq DESC LIMIT $2 OFFSET $3");
    COUNT_BEHALF: (i64,) = concat!("SELECT COUNT(*) FROM event WHERE on_behalf_of IN ", who!());
    // What its own side may know carries its id. What was refused is between who tried and who keeps the house running.
    OF_PLACE: Line = concat!(lines!(), "event e", names!(), " WHERE (e.council = $1 OR e.municipality = $1) AND e.result = 'done' ORDER BY e.at DESC, e.seq DESC LIMIT $2 OFFSET $3");
    COUNT_OF_PLACE: (i64,) = "SELECT COUNT(*) FROM event WHERE (council = $1 OR municipality = $1) AND result = 'done'";
    // An empty text narrows nothing. `$1` is lower case, `$2` the beginning of a kind.
    SEARCH: Line = "SELECT e.seq, e.at, p.name AS who, b.name AS on_behalf_of, e.origin, e.kind, e.thing, e.result, o.name AS place, e.body
          FROM event e
          LEFT JOIN person p ON p.id = e.actor LEFT JOIN person b ON b.id = e.on_behalf_of
          LEFT JOIN organisation o ON o.id = COALESCE(e.council, e.municipality)
         WHERE ($1 = '' OR LOWER(p.name) LIKE '%' || $1 || '%' OR p.address = $1) AND e.kind LIKE $2 || '%'
           AND ($3 = '' OR e.thing = $3) AND e.at >= $4 AND e.at < $5 AND ($6 = '' OR e.result <> 'done')
         ORDER BY e.at DESC, e.seq DESC LIMIT $7 OFFSET $8";
    COUNT_FOUND: (i64,) = "SELECT COUNT(*) FROM event e LEFT JOIN person p ON p.id = e.actor
         WHERE ($1 = '' OR LOWER(p.name) LIKE '%' || $1 || '%' OR p.address = $1) AND e.kind LIKE $2 || '%'
           AND ($3 = '' OR e.thing = $3) AND e.at >= $4 AND e.at < $5 AND ($6 = '' OR e.result <> 'done')";
}

/// What somebody did, and what was done about them, in their name and in their seats; with the number of lines.
pub(crate) async fn own(conn: &mut Conn, person: &PersonId, page: i64) -> Result<(Vec<Line>, i64)> {
    let thing = Ref::new("person", person);
    let lines = conn.all(OWN, args![person, thing, PER_PAGE, (page - 1) * PER_PAGE]).await?;
    Ok((lines, conn.value(COUNT_OWN, args![person, thing]).await?))
}

/// What was done in somebody's name only.
pub(crate) async fn behalf(conn: &mut Conn, person: &PersonId, page: i64) -> Result<(Vec<Line>, i64)> {
    let lines = conn.all(BEHALF, args![person, PER_PAGE, (page - 1) * PER_PAGE]).await?;
    Ok((lines, conn.value(COUNT_BEHALF, args![person]).await?))
}

/// What happened at an organisation.
pub(crate) async fn of_place(conn: &mut Conn, place: &OrganisationId, page: i64) -> Result<(Vec<Line>, i64)> {
    let lines = conn.all(OF_PLACE, args![place, PER_PAGE, (page - 1) * PER_PAGE]).await?;
    Ok((lines, conn.value(COUNT_OF_PLACE, args![place]).await?))
}

/// What an administrator looks for; what is empty narrows nothing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Wanted {
    pub who: String,
    /// The room: the first half of a kind.
    pub room: String,
    pub thing: String,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    pub refused: bool,
}

pub(crate) async fn search(conn: &mut Conn, wanted: &Wanted, page: i64) -> Result<(Vec<Line>, i64)> {
    let who = wanted.who.to_lowercase();
    let kind = if wanted.room.is_empty() { String::new() } else { format!("{}.", wanted.room) };
    let (from, until) = (wanted.from.unwrap_or(Moment(0)), wanted.until.unwrap_or(Moment(i64::MAX)));
    let refused = if wanted.refused { "1" } else { "" };
    let skip = (page - 1) * PER_PAGE;
    let lines = conn.all(SEARCH, args![who, kind, wanted.thing, from, until, refused, PER_PAGE, skip]).await?;
    Ok((lines, conn.value(COUNT_FOUND, args![who, kind, wanted.thing, from, until, refused]).await?))
}

/// The numbers of the lines that say something of a person.
pub(crate) async fn of_person(conn: &mut Conn, person: &PersonId, address: &str) -> Result<Vec<i64>> {
    let thing = Ref::new("person", person);
    Ok(conn.all(OF_PERSON, args![person, thing, address]).await?.into_iter().map(|(seq,)| seq).collect())
}
