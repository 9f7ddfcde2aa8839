//! What the municipality says to each recommendation. Until it is published only the municipality reads it:
//! the statement that both sides use gives no answer before that.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Error, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{Body, CaseId, Execution, Position, RecommendationId, ReturnId};
use crate::policy::{Publishing, WritingAnswer};

platform::row! {
    /// A recommendation with the answer to it, as far as the reader may know it.
    pub struct Recommendation {
        pub id: RecommendationId,
        pub number: i64,
        pub text: String,
        pub addressee: Body,
        pub effect: String,
        pub reason: String,
        pub position: Option<Position>,
        pub answer_reason: Option<String>,
        pub promise: Option<String>,
        pub promised_by: Option<String>,
        pub promise_on: Option<Day>,
        /// What was last said of its execution.
        pub told: Option<Execution>,
    }

    /// Who saved the answer last.
    pub struct Prepared {
        pub version: i64,
        pub at: Moment,
        pub by_name: Option<String>,
    }
}

platform::row! {
    /// The last time that the alderman sent it back.
    pub struct Returned {
        pub id: ReturnId,
        pub version: i64,
        pub remark: String,
        pub at: Moment,
        pub who: Option<String>,
    }
}

macro_rules! recommendations {
    ($when:literal) => {
        concat!(
            "SELECT r.id, r.number, r.text, r.addressee, r.effect, r.reason, l.position, l.reason AS answer_reason, l.promise, l.promised_by, l.promise_on,
                    (SELECT x.execution FROM advice_execution x WHERE x.recommendation = r.id ORDER BY x.at DESC LIMIT 1) AS told
               FROM advice_recommendation r LEFT JOIN advice_answer_line l ON l.recommendation = r.id ",
            $when,
            " WHERE r.case_id = $1 ORDER BY r.number"
        )
    };
}

platform::statements! {
    PUBLISHED: Recommendation = recommendations!("AND EXISTS (SELECT 1 FROM advice_publication p WHERE p.case_id = r.case_id)");
    PREPARED: Recommendation = recommendations!("");
    HEAD: Prepared = "SELECT a.version, a.at, p.name AS by_name FROM advice_answer a LEFT JOIN person p ON p.id = a.by_person WHERE a.case_id = $1";
    BEGIN: () = "INSERT INTO advice_answer (case_id, version, at, by_person) VALUES ($1, 1, $2, $3) ON CONFLICT (case_id) DO NOTHING";
    GO_ON: () = "UPDATE advice_answer SET version = version + 1, at = $2, by_person = $3 WHERE case_id = $1 AND version = $4";
    SET_LINE: () = "INSERT INTO advice_answer_line (recommendation, case_id, position, reason, promise, promised_by, promise_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (recommendation) DO UPDATE SET position = excluded.position,
        reason = excluded.reason, promise = excluded.promise, promised_by = excluded.promised_by, promise_on = excluded.promise_on";
    SUBMIT: () = "INSERT INTO advice_submission (case_id, version, at, by_person) VALUES ($1, $2, $3, $4)
        ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, at = excluded.at, by_person = excluded.by_person";
    APPROVE: () = "INSERT INTO advice_approval (case_id, version, at, by_person) VALUES ($1, $2, $3, $4)
        ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, at = excluded.at, by_person = excluded.by_person";
    RETURN: () = "INSERT INTO advice_answer_return (id, case_id, version, remark, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)";
    RETURNED: Returned = "SELECT x.id, x.version, x.remark, x.at, p.name AS who FROM advice_answer_return x LEFT JOIN person p ON p.id = x.by_person
        WHERE x.case_id = $1 ORDER BY x.at DESC, x.id DESC LIMIT 1";
    PUBLISH: () = "INSERT INTO advice_publication (case_id, at, by_person) VALUES ($1, $2, $3) ON CONFLICT (case_id) DO NOTHING";
}

/// The recommendations as both sides see them.
pub async fn published(conn: &mut Conn, case: &CaseId) -> Result<Vec<Recommendation>> {
    conn.all(PUBLISHED, args![case]).await
}

/// The recommendations with what the municipality prepared; for the municipality only.
pub async fn prepared(conn: &mut Conn, case: &CaseId) -> Result<Vec<Recommendation>> {
    conn.all(PREPARED, args![case]).await
}

pub async fn head(conn: &mut Conn, case: &CaseId) -> Result<Option<Prepared>> {
    conn.one(HEAD, args![case]).await
}

/// One answer as it is saved.
#[derive(Debug, Clone)]
pub struct NewLine {
    pub recommendation: RecommendationId,
    /// Nothing while it is half an answer.
    pub position: Option<Position>,
    pub reason: String,
    pub promise: String,
    pub promised_by: String,
    pub promise_on: Option<Day>,
}

/// Saves after the version that was read; [`Error::Stale`] when a colleague saved meanwhile.
pub async fn save(tx: &mut Tx, permit: &Permit<WritingAnswer>, base: i64, lines: &[NewLine], at: Moment) -> Result<()> {
    if base == 0 {
        tx.exactly_one(BEGIN, args![permit.on(), at, permit.by()]).await?;
    } else {
        tx.exactly_one(GO_ON, args![permit.on(), at, permit.by(), base]).await?;
    }
    set_lines(tx, &CaseId::of(permit.on()), lines).await
}

async fn set_lines(tx: &mut Tx, case: &CaseId, lines: &[NewLine]) -> Result<()> {
    for line in lines {
        let row = args![
            line.recommendation,
            case,
            line.position,
            line.reason,
            line.promise,
            line.promised_by,
            line.promise_on
        ];
        tx.exactly_one(SET_LINE, row).await?;
    }
    Ok(())
}

pub(crate) async fn save_by(
    tx: &mut Tx,
    case: &CaseId,
    by: Option<&PersonId>,
    lines: &[NewLine],
    at: Moment,
) -> Result<()> {
    tx.exactly_one(BEGIN, args![case, at, by]).await?;
    set_lines(tx, case, lines).await
}

pub async fn submit(tx: &mut Tx, permit: &Permit<WritingAnswer>, version: i64, at: Moment) -> Result<()> {
    tx.exactly_one(SUBMIT, args![permit.on(), version, at, permit.by()]).await
}

/// Approves the version that was read, and no other.
pub async fn approve(tx: &mut Tx, permit: &Permit<Publishing>, version: i64, at: Moment) -> Result<()> {
    let now = head(tx, &CaseId::of(permit.on())).await?.map(|h| h.version);
    if now != Some(version) {
        return Err(Error::Stale);
    }
    tx.exactly_one(APPROVE, args![permit.on(), version, at, permit.by()]).await
}

/// Sends the version that was read back, and no other.
pub async fn send_back(
    tx: &mut Tx,
    permit: &Permit<Publishing>,
    version: i64,
    remark: &str,
    at: Moment,
) -> Result<ReturnId> {
    let now = head(tx, &CaseId::of(permit.on())).await?.map(|h| h.version);
    if now != Some(version) {
        return Err(Error::Stale);
    }
    let id = ReturnId::fresh();
    tx.exactly_one(RETURN, args![id, permit.on(), version, remark, at, permit.by()]).await?;
    Ok(id)
}

/// What the alderman wanted different the last time; nothing when it was never sent back.
pub async fn returned(conn: &mut Conn, case: &CaseId) -> Result<Option<Returned>> {
    conn.one(RETURNED, args![case]).await
}

pub async fn publish(tx: &mut Tx, permit: &Permit<Publishing>, at: Moment) -> Result<()> {
    tx.exactly_one(PUBLISH, args![permit.on(), at, permit.by()]).await
}

pub(crate) async fn publish_by(tx: &mut Tx, case: &CaseId, by: Option<&PersonId>, at: Moment) -> Result<()> {
    tx.exactly_one(SUBMIT, args![case, 1, at, by]).await?;
    tx.exactly_one(APPROVE, args![case, 1, at, by]).await?;
    tx.exactly_one(PUBLISH, args![case, at, by]).await
}

impl Recommendation {
    /// What became of it, for one that was promised or adopted: what was told, or else what the date says.
    pub fn execution(&self, today: Day) -> Option<Execution> {
        let adopted = matches!(self.position, Some(Position::Adopted | Position::Partly | Position::Later));
        match (self.told, self.promise_on) {
            (Some(Execution::NotDue) | None, Some(on)) if adopted && on < today => Some(Execution::Overdue),
            (Some(told), _) => Some(told),
            (None, Some(_)) if adopted => Some(Execution::NotDue),
            (None, _) => None,
        }
    }

    /// *Later* with only a day promises nothing but to come back to it.
    pub fn has_promise(&self) -> bool {
        let says = self.promise.as_ref().is_some_and(|p| !p.is_empty());
        let only_a_day = matches!(self.position, Some(Position::Later | Position::NotCompetent));
        says || (self.promise_on.is_some() && !only_a_day)
    }
}
