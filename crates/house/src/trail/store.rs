//! Lines of the trail with the names of those who made them, the newest first.

use platform::clock::Moment;
use platform::db::{Conn, Result};
use platform::id::PersonId;
use platform::trail::Origin;
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
    }
}

platform::statements! {
    // Two indexes, and not one scan: what somebody did, and what was done about them.
    OWN: Line = "SELECT e.seq, e.at, p.name AS who, b.name AS on_behalf_of, e.origin, e.kind, e.thing, e.result, o.name AS place
          FROM (SELECT seq FROM event WHERE actor = $1 UNION SELECT seq FROM event WHERE thing = $2) w
          JOIN event e ON e.seq = w.seq
          LEFT JOIN person p ON p.id = e.actor LEFT JOIN person b ON b.id = e.on_behalf_of
          LEFT JOIN organisation o ON o.id = COALESCE(e.council, e.municipality)
         ORDER BY e.at DESC, e.seq DESC LIMIT $3 OFFSET $4";
    COUNT_OWN: (i64,) = "SELECT COUNT(*) FROM (SELECT seq FROM event WHERE actor = $1 UNION SELECT seq FROM event WHERE thing = $2) w";
    // An empty text narrows nothing. `$1` is lower case, `$2` the beginning of a kind.
    SEARCH: Line = "SELECT e.seq, e.at, p.name AS who, b.name AS on_behalf_of, e.origin, e.kind, e.thing, e.result, o.name AS place
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

/// What somebody did and what was done about them, with the number of all lines.
pub(crate) async fn own(conn: &mut Conn, person: &PersonId, page: i64) -> Result<(Vec<Line>, i64)> {
    let thing = Ref::new("person", person);
    let lines = conn.all(OWN, args![person, thing, PER_PAGE, (page - 1) * PER_PAGE]).await?;
    Ok((lines, conn.value(COUNT_OWN, args![person, thing]).await?))
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
