//! Where the cases name a person, what somebody wrote in them, and what stands in the way of joining two entries.

use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result};
use platform::id::PersonId;

platform::persons! {
    "advice_rule", "by_person", "id";
    "advice_case", "opened_by", "id";
    "advice_announcement", "by_person", "case_id";
    "advice_request", "filed_by", "case_id";
    "advice_receipt", "by_person", "case_id";
    "advice_role", "person", "case_id || role", aside ("case_id", "role", "k.case_id = t.case_id AND k.role = t.role"), put "(case_id, role, person, at) SELECT r.one, r.other, $2, r.at";
    "advice_document", "by_person", "id";
    "advice_version", "by_person", "case_id || ' ' || CAST(version AS TEXT)";
    "advice_version", "written_by", "case_id || ' ' || CAST(version AS TEXT)";
    "advice_round", "opened_by", "id";
    // What was counted in a round stays as it was counted.
    "advice_round_member", "person", "round", unless "SELECT 1 FROM advice_round_member k WHERE k.person = $3 AND k.round = t.round";
    "advice_round_answer", "person", "round", unless "SELECT 1 FROM advice_round_member k WHERE k.person = $3 AND k.round = t.round AND EXISTS (SELECT 1 FROM advice_round_member o WHERE o.round = k.round AND o.person = $2)";
    "advice_round_end", "by_person", "round";
    "advice_minority", "person", "id", unless "SELECT 1 FROM advice_minority k WHERE k.person = $3 AND k.case_id = t.case_id";
    "advice_issue", "by_person", "case_id";
    "advice_answer", "by_person", "case_id";
    "advice_submission", "by_person", "case_id";
    "advice_approval", "by_person", "case_id";
    "advice_publication", "by_person", "case_id";
    "advice_execution", "by_person", "recommendation || ' ' || CAST(at AS TEXT)";
    "advice_decision", "by_person", "case_id || ' ' || body";
    "advice_monitoring", "person", "id";
    "advice_monitoring", "by_person", "id";
    "advice_measurement", "by_person", "monitoring || ' ' || side";
    "advice_note", "by_person", "id";
    "advice_note", "written_by", "id";
    "advice_exit", "by_person", "case_id";
    "advice_guest", "person", "case_id", unless "SELECT 1 FROM advice_guest k WHERE k.person = $3 AND k.case_id = t.case_id";
    "advice_guest", "by_person", "case_id || ' ' || person";
    "advice_extension", "by_person", "id";
    "advice_pause", "by_person", "id";
    "advice_pause_end", "by_person", "pause";
    "advice_answer_return", "by_person", "id";
    "advice_urgency", "by_person", "case_id";
    "advice_embargo", "by_person", "case_id";
    "advice_confidence", "by_person", "case_id || ' ' || side";
    "advice_circle", "person", "case_id || ' ' || side", unless "SELECT 1 FROM advice_circle k WHERE k.person = $3 AND k.case_id = t.case_id AND k.side = t.side";
    "advice_circle", "by_person", "case_id || ' ' || side || ' ' || person";
}

platform::row! {
    /// How much somebody wrote: notes, and versions of an advice.
    pub struct Wrote { pub notes: i64, pub versions: i64 }
}

platform::statements! {
    WROTE: Wrote = "SELECT (SELECT COUNT(*) FROM advice_note WHERE by_person = $1) AS notes, (SELECT COUNT(*) FROM advice_version WHERE by_person = $1) AS versions";
    GUEST_IN: (String, Day) = "SELECT c.title, g.until_on FROM advice_guest g JOIN advice_case c ON c.id = g.case_id WHERE g.person = $1 AND g.until_on >= $2 ORDER BY c.title, c.id";
    BOTH_ASKED: (String,) = "SELECT c.title FROM advice_round_member a JOIN advice_round_member b ON b.round = a.round AND b.person = $2
        JOIN advice_round r ON r.id = a.round JOIN advice_case c ON c.id = r.case_id
        WHERE a.person = $1 AND NOT EXISTS (SELECT 1 FROM advice_round_end e WHERE e.round = r.id) ORDER BY r.opened_at, r.id LIMIT 1";
    BOTH_GUESTS: (String,) = "SELECT c.title FROM advice_guest a JOIN advice_guest b ON b.case_id = a.case_id AND b.person = $2
        JOIN advice_case c ON c.id = a.case_id WHERE a.person = $1 AND a.until_on >= $3 AND b.until_on >= $3 ORDER BY c.title, c.id LIMIT 1";
}

/// How much somebody wrote in cases.
pub async fn wrote(conn: &mut Conn, person: &PersonId) -> Result<Wrote> {
    Ok(conn.one(WROTE, args![person]).await?.unwrap_or(Wrote { notes: 0, versions: 0 }))
}

/// The cases in which somebody is a guest on a day, by title, each with the last day.
pub async fn guest_in(conn: &mut Conn, person: &PersonId, on: Day) -> Result<Vec<(String, Day)>> {
    conn.all(GUEST_IN, args![person, on]).await
}

/// What stands in the way of joining two entries; it holds the title of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A round is open in which both are asked: one person answers once.
    BothAsked(String),
    /// Both are a guest in it, each until their own day.
    BothGuests(String),
}

/// The first thing that stands in the way.
pub async fn obstacle(conn: &mut Conn, a: &PersonId, b: &PersonId, today: Day) -> Result<Option<Obstacle>> {
    if let Some((title,)) = conn.one(BOTH_ASKED, args![a, b]).await? {
        return Ok(Some(Obstacle::BothAsked(title)));
    }
    let guests = conn.one(BOTH_GUESTS, args![a, b, today]).await?;
    Ok(guests.map(|(title,)| Obstacle::BothGuests(title)))
}
