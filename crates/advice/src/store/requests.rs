//! Requests for advice, and what a council needs to begin.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{Body, CaseId, Level, Part, RuleId};
use crate::policy::Receiving;

platform::row! {
    /// A request in full.
    pub struct Request {
        pub practice: String,
        pub for_whom: String,
        pub cause: String,
        pub alternatives: String,
        pub question: String,
        pub can_change: String,
        pub cannot_change: String,
        pub level: Level,
        pub decides: Body,
        pub received_on: Day,
        pub meeting_on: Option<Day>,
        pub named_weeks: Option<i64>,
        pub rule: Option<RuleId>,
        pub due_on: Option<Day>,
        pub filed_at: Moment,
        pub filed_by: Option<String>,
    }
}

platform::statements! {
    FIND: Request = "SELECT c.practice, r.for_whom, r.cause, r.alternatives, r.question, r.can_change, r.cannot_change, c.level, c.decides,
               r.received_on, r.meeting_on, r.named_weeks, r.rule, r.due_on, r.filed_at, p.name AS filed_by
          FROM advice_request r JOIN advice_case c ON c.id = r.case_id LEFT JOIN person p ON p.id = r.filed_by WHERE r.case_id = $1";
    FILE: () = "INSERT INTO advice_request (case_id, for_whom, cause, alternatives, question, can_change, cannot_change,
               received_on, meeting_on, named_weeks, rule, due_on, filed_at, filed_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (case_id) DO NOTHING";
    RECEIVE: () = "INSERT INTO advice_receipt (case_id, at, by_person, moved_from) VALUES ($1, $2, $3, $4) ON CONFLICT (case_id) DO NOTHING";
    MOVE_START: () = "UPDATE advice_request SET received_on = $2, rule = $3, due_on = $4 WHERE case_id = $1";
    MOVED: (Option<Day>,) = "SELECT moved_from FROM advice_receipt WHERE case_id = $1";
    ANNOUNCE: () = "INSERT INTO advice_announcement (case_id, expected_on, at, by_person) VALUES ($1, $2, $3, $4)";
    PLAN_DECISION: () = "INSERT INTO advice_decision_plan (case_id, body, on_day) VALUES ($1, $2, $3)
        ON CONFLICT (case_id, body) DO UPDATE SET on_day = excluded.on_day";
    ADD_PART: () = "INSERT INTO advice_role (case_id, person, role, at) VALUES ($1, $2, $3, $4) ON CONFLICT (case_id, role, person) DO NOTHING";
}

pub async fn find(conn: &mut Conn, id: &CaseId) -> Result<Option<Request>> {
    conn.one(FIND, args![id]).await
}

/// A request that is filed.
pub struct NewRequest<'a> {
    pub for_whom: &'a str,
    pub cause: &'a str,
    pub alternatives: &'a str,
    pub question: &'a str,
    pub can_change: &'a str,
    pub cannot_change: &'a str,
    pub received_on: Day,
    pub meeting_on: Option<Day>,
    pub named_weeks: Option<i64>,
    pub rule: Option<&'a RuleId>,
    pub due_on: Option<Day>,
}

pub async fn file<A>(tx: &mut Tx, permit: &Permit<A>, id: &CaseId, new: &NewRequest<'_>, at: Moment) -> Result<()> {
    file_by(tx, Some(permit.by()), id, new, at).await
}

pub(crate) async fn file_by(
    tx: &mut Tx,
    by: Option<&PersonId>,
    id: &CaseId,
    new: &NewRequest<'_>,
    at: Moment,
) -> Result<()> {
    let row = args![
        id,
        new.for_whom,
        new.cause,
        new.alternatives,
        new.question,
        new.can_change,
        new.cannot_change,
        new.received_on,
        new.meeting_on,
        new.named_weeks,
        new.rule,
        new.due_on,
        at,
        by
    ];
    tx.exactly_one(FILE, row).await
}

/// With the day that the municipality wrote, when the council says it was another one.
pub async fn receive(tx: &mut Tx, permit: &Permit<Receiving>, moved_from: Option<Day>, at: Moment) -> Result<()> {
    tx.exactly_one(RECEIVE, args![permit.on(), at, permit.by(), moved_from]).await
}

pub(crate) async fn receive_by(tx: &mut Tx, id: &CaseId, by: Option<&PersonId>, at: Moment) -> Result<()> {
    tx.exactly_one(RECEIVE, args![id, at, by, None::<Day>]).await
}

/// The request came on another day, so that its term begins there.
pub(crate) async fn move_start(
    tx: &mut Tx,
    id: &CaseId,
    on: Day,
    rule: Option<&RuleId>,
    due_on: Option<Day>,
) -> Result<()> {
    tx.exactly_one(MOVE_START, args![id, on, rule, due_on]).await
}

/// The day that the municipality wrote, when it was moved at the receipt.
pub(crate) async fn moved_from(conn: &mut Conn, id: &CaseId) -> Result<Option<Day>> {
    Ok(conn.one(MOVED, args![id]).await?.and_then(|(day,)| day))
}

pub(crate) async fn announce(
    tx: &mut Tx,
    id: &CaseId,
    expected_on: Option<Day>,
    by: Option<&PersonId>,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(ANNOUNCE, args![id, expected_on, at, by]).await
}

pub async fn plan_decision(tx: &mut Tx, id: &CaseId, body: Body, on: Day) -> Result<()> {
    tx.exactly_one(PLAN_DECISION, args![id, body, on]).await
}

/// Gives somebody a part in the case; twice is once.
pub async fn add_part(tx: &mut Tx, id: &CaseId, person: &PersonId, part: Part, at: Moment) -> Result<()> {
    tx.run(ADD_PART, args![id, person, part, at]).await.map(|_| ())
}
