//! Documents of a case. A list carries the rule in its statement: what is of one side is not in the other's.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::files::Fit;
use platform::id::PersonId;

use crate::case::Case;
use crate::kinds::{CaseId, DocumentId, Side, Visibility};
use crate::paper::Document;

macro_rules! documents {
    ($guest:literal, $behind:literal) => {
        concat!(
            "SELECT d.id, d.case_id, c.council, c.municipality, c.visibility AS case_visibility, d.visibility AS own_visibility, d.file, d.title,
                    d.side, f.name AS file_name, f.media_type, f.size_bytes, d.at, ", $guest, " AS guest
               FROM advice_document d JOIN advice_case c ON c.id = d.case_id JOIN file f ON f.id = d.file ",
            $behind
        )
    };
}

platform::statements! {
    FIND: Document = documents!("(SELECT g.person FROM advice_guest g WHERE g.case_id = c.id AND g.person = $3 AND g.until_on >= $4)", "WHERE d.case_id = $1 AND d.id = $2");
    // `$2` and `$3`: what the reader's sides have to themselves; empty when they are not on that side.
    OF_CASE: Document = documents!("CAST(NULL AS TEXT)", "WHERE d.case_id = $1 AND d.visibility IN ('parties', $2, $3) ORDER BY d.at DESC, d.id");
    ADD: () = "INSERT INTO advice_document (id, case_id, file, title, side, visibility, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A document for this reader, with whether they are a guest of its case.
pub async fn find(
    conn: &mut Conn,
    case: &CaseId,
    id: &DocumentId,
    (person, today): (&PersonId, Day),
) -> Result<Option<Document>> {
    conn.one(FIND, args![case, id, person, today]).await
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
