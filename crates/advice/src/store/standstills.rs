//! What changed a term while it ran.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{CaseId, ExtensionGround, ExtensionId, PauseGround, PauseId, Side, Subject};
use crate::policy::ChangingTerm;
use crate::standstill::{Changes, Extended, Pause, Urgency};

platform::statements! {
    EXTENDED: Extended = "SELECT x.id, x.ground, x.amount, x.unit, x.reason, x.side, x.due_before, x.due_on, x.at, p.name AS who
        FROM advice_extension x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1 AND x.subject = $2 ORDER BY x.at, x.id";
    PAUSES: Pause = "SELECT x.id, x.ground, x.from_on, x.reason, x.side, x.at, p.name AS who,
               e.last_on, e.due_on, q.name AS ended_by, e.at AS ended_at, e.side AS ended_side
          FROM advice_pause x LEFT JOIN person p ON p.id = x.by_person
          LEFT JOIN advice_pause_end e ON e.pause = x.id LEFT JOIN person q ON q.id = e.by_person
         WHERE x.case_id = $1 AND x.subject = $2 ORDER BY x.from_on, x.id";
    URGENCY: Urgency = "SELECT x.amount, x.unit, x.reason, x.consulted, x.at, p.name AS who
        FROM advice_urgency x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1";
    URGE: () = "INSERT INTO advice_urgency (case_id, amount, unit, reason, consulted, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    EXTEND: () = "INSERT INTO advice_extension (id, case_id, subject, ground, amount, unit, reason, side, due_before, due_on, at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    PAUSE: () = "INSERT INTO advice_pause (id, case_id, subject, ground, from_on, reason, side, at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    RESUME: () = "INSERT INTO advice_pause_end (pause, last_on, due_on, side, at, by_person) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (pause) DO NOTHING";
    REQUEST_DUE: () = "UPDATE advice_request SET due_on = $2 WHERE case_id = $1";
    ANSWER_DUE: () = "UPDATE advice_issue SET answer_due_on = $2 WHERE case_id = $1";
}

pub async fn of(conn: &mut Conn, case: &CaseId, subject: Subject) -> Result<Changes> {
    Ok(Changes {
        extended: conn.all(EXTENDED, args![case, subject]).await?,
        pauses: conn.all(PAUSES, args![case, subject]).await?,
        urgency: match subject {
            Subject::Request => urgency(conn, case).await?,
            Subject::Response => None,
        },
    })
}

/// The urgency of a request, if it is urgent.
pub async fn urgency(conn: &mut Conn, case: &CaseId) -> Result<Option<Urgency>> {
    conn.one(URGENCY, args![case]).await
}

/// Keeps that a request is urgent.
pub async fn urge(tx: &mut Tx, case: &CaseId, new: &Urgency, by: &PersonId) -> Result<()> {
    tx.exactly_one(URGE, args![case, new.amount, new.unit, new.reason, new.consulted, new.at, by]).await
}

/// By whom and when.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub side: Side,
    pub by: Option<&'a PersonId>,
    pub at: Moment,
}

impl<'a> Told<'a> {
    pub fn of(permit: &'a Permit<ChangingTerm>, side: Side, at: Moment) -> Self {
        Self { side, by: Some(permit.by()), at }
    }
}

/// A term that becomes longer.
pub struct NewExtension<'a> {
    pub ground: ExtensionGround,
    pub amount: i64,
    pub unit: &'a str,
    pub reason: &'a str,
    pub due_before: Day,
    pub due_on: Day,
}

/// Makes the term longer; the lists show the new last day.
pub async fn extend(
    tx: &mut Tx,
    (case, subject): (&CaseId, Subject),
    new: &NewExtension<'_>,
    told: Told<'_>,
) -> Result<ExtensionId> {
    let id = ExtensionId::fresh();
    let row = args![
        id,
        case,
        subject,
        new.ground,
        new.amount,
        new.unit,
        new.reason,
        told.side,
        new.due_before,
        new.due_on,
        told.at,
        told.by
    ];
    tx.exactly_one(EXTEND, row).await?;
    due(tx, case, subject, Some(new.due_on)).await?;
    Ok(id)
}

/// Why a term stands still, and from when.
pub struct NewPause<'a> {
    pub ground: PauseGround,
    pub from_on: Day,
    pub reason: &'a str,
}

pub async fn pause(
    tx: &mut Tx,
    (case, subject): (&CaseId, Subject),
    new: &NewPause<'_>,
    told: Told<'_>,
) -> Result<PauseId> {
    let id = PauseId::fresh();
    let row = args![id, case, subject, new.ground, new.from_on, new.reason, told.side, told.at, told.by];
    tx.exactly_one(PAUSE, row).await?;
    Ok(id)
}

/// The term runs on after that day; the lists show the new last day.
pub async fn resume(
    tx: &mut Tx,
    (case, subject): (&CaseId, Subject),
    pause: &PauseId,
    (last_on, due_on): (Day, Option<Day>),
    told: Told<'_>,
) -> Result<()> {
    tx.exactly_one(RESUME, args![pause, last_on, due_on, told.side, told.at, told.by]).await?;
    due(tx, case, subject, due_on).await
}

async fn due(tx: &mut Tx, case: &CaseId, subject: Subject, due_on: Option<Day>) -> Result<()> {
    let statement = match subject {
        Subject::Request => REQUEST_DUE,
        Subject::Response => ANSWER_DUE,
    };
    tx.exactly_one(statement, args![case, due_on]).await
}
