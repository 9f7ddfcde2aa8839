//! Documents of a case. A list carries the rule in its statement: what is of one side is not in the other's.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::files::Fit;
use platform::id::PersonId;

use crate::case::Case;
use crate::eyes::Eyes;
use crate::kinds::{CaseId, DocumentId, Side, Visibility};
use crate::paper::Document;

macro_rules! documents {
    ($visibility:expr, $reader:expr, $behind:literal) => {
        concat!(
            "SELECT d.id, d.case_id, c.council, c.municipality, ",
            $visibility,
            " AS case_visibility, d.visibility AS own_visibility, d.file, d.title,
                    d.side, f.name AS file_name, f.media_type, f.size_bytes, d.at, ",
            $reader,
            " FROM advice_document d JOIN advice_case c ON c.id = d.case_id JOIN file f ON f.id = d.file ",
            $behind
        )
    };
}

/// Whether the reader, who is `$3` when they look themselves, is a guest on the day `$4`, and what is closed to them.
macro_rules! reader {
    () => {
        concat!(
            "(SELECT g.person FROM advice_guest g WHERE g.case_id = c.id AND g.person = $3 AND g.until_on >= $4) AS guest,
             CASE WHEN EXISTS (SELECT 1 FROM advice_confidence v WHERE v.case_id = c.id) THEN 1 ELSE 0 END AS confidential,
             CASE WHEN ",
            closed!("c.id", "council", "$3"),
            " THEN 1 ELSE 0 END AS council_closed, CASE WHEN ",
            closed!("c.id", "municipality", "$3"),
            " THEN 1 ELSE 0 END AS municipality_closed"
        )
    };
}

/// The visibility of the case at the moment `$5`.
macro_rules! visible_now {
    () => {
        concat!(
            "CASE WHEN c.visibility = 'parties' AND ",
            waits_under_embargo!("c.id", "$5"),
            " THEN 'embargo' ELSE c.visibility END"
        )
    };
}

platform::statements! {
    FIND: Document = documents!(visible_now!(), reader!(), "WHERE d.case_id = $1 AND d.id = $2");
    // Of a case that the reader sees. `$2` and `$3`: what the reader's sides have to themselves; empty when they are
    // not on that side.
    OF_CASE: Document = documents!("c.visibility", "CAST(NULL AS TEXT) AS guest, 0 AS confidential, 0 AS council_closed, 0 AS municipality_closed",
        "WHERE d.case_id = $1 AND d.visibility IN ('parties', $2, $3) ORDER BY d.at DESC, d.id");
    ADD: () = "INSERT INTO advice_document (id, case_id, file, title, side, visibility, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A document for this reader, with what its policy asks of them.
pub async fn find(conn: &mut Conn, case: &CaseId, id: &DocumentId, eyes: Eyes<'_>) -> Result<Option<Document>> {
    conn.one(FIND, args![case, id, eyes.oneself, eyes.today, eyes.now]).await
}

/// The documents that somebody with these sides may open.
pub async fn of_case(conn: &mut Conn, case: &Case, sides: &[Side]) -> Result<Vec<Document>> {
    use platform::choice::Choice;
    let own = |side: Side| if sides.contains(&side) { side.own().word() } else { "" };
    conn.all(OF_CASE, args![case.id, own(Side::Council), own(Side::Municipality)]).await
}

/// A file that comes into a case.
pub struct NewDocument<'a> {
    pub case: &'a CaseId,
    pub side: Side,
    pub seen: Visibility,
    pub title: &'a str,
    pub fit: &'a Fit<'a>,
}

/// Keeps a file with a case, in the transaction of what it came with.
pub async fn add(tx: &mut Tx, new: &NewDocument<'_>, by: &PersonId, at: Moment) -> Result<()> {
    let (id, file) = (DocumentId::fresh(), platform::files::keep(tx, Some(by), new.fit, at).await?);
    tx.exactly_one(ADD, args![id, new.case, file, new.title, new.side, new.seen, at, by]).await
}
