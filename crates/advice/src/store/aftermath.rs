//! After the answer: who decided what, and what is seen of it later.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{Body, CaseId, Execution, MonitoringId, Outcome, RecommendationId, Side};
use crate::policy::{Deciding, Following};

platform::row! {
    /// A decision that was taken.
    pub struct Decision {
        pub body: Body,
        pub on_day: Day,
        pub outcome: Outcome,
        pub text: String,
    }

    /// A moment to look back.
    pub struct Monitoring {
        pub id: MonitoringId,
        pub case_id: CaseId,
        pub due_on: Day,
        pub question: String,
        pub person: Option<PersonId>,
        pub person_name: Option<String>,
        pub recommendation: Option<RecommendationId>,
        pub number: Option<i64>,
        /// How many sides told what they saw.
        pub told: i64,
    }

    /// What one side saw at such a moment.
    pub struct Told {
        pub monitoring: MonitoringId,
        pub side: Side,
        pub found: String,
        pub at: Moment,
        pub who: Option<String>,
    }
}

macro_rules! monitorings {
    ($behind:literal) => {
        concat!(
            "SELECT m.id, m.case_id, m.due_on, m.question, m.person, p.name AS person_name, m.recommendation, r.number,
                    (SELECT COUNT(*) FROM advice_measurement x WHERE x.monitoring = m.id) AS told
               FROM advice_monitoring m
               LEFT JOIN person p ON p.id = m.person
               LEFT JOIN advice_recommendation r ON r.id = m.recommendation ",
            $behind
        )
    };
}

platform::statements! {
    DECISIONS: Decision = "SELECT body, on_day, outcome, text FROM advice_decision WHERE case_id = $1 ORDER BY on_day, body";
    DECIDE: () = "INSERT INTO advice_decision (case_id, body, on_day, outcome, text, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (case_id, body) DO NOTHING";
    OF_CASE: Monitoring = monitorings!("WHERE m.case_id = $1 ORDER BY m.due_on, m.id");
    FIND: Monitoring = monitorings!("WHERE m.id = $1");
    PLAN: () = "INSERT INTO advice_monitoring (id, case_id, due_on, question, person, recommendation, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    TOLD: Told = "SELECT x.monitoring, x.side, x.found, x.at, p.name AS who FROM advice_measurement x
          JOIN advice_monitoring m ON m.id = x.monitoring LEFT JOIN person p ON p.id = x.by_person
         WHERE m.case_id = $1 ORDER BY x.at, x.side";
    MEASURE: () = "INSERT INTO advice_measurement (monitoring, side, found, at, by_person) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (monitoring, side) DO NOTHING";
    EXECUTE: () = "INSERT INTO advice_execution (recommendation, at, execution, by_person) VALUES ($1, $2, $3, $4)
        ON CONFLICT (recommendation, at) DO UPDATE SET execution = excluded.execution";
}

pub async fn decisions(conn: &mut Conn, case: &CaseId) -> Result<Vec<Decision>> {
    conn.all(DECISIONS, args![case]).await
}

pub async fn decide(tx: &mut Tx, permit: &Permit<Deciding>, new: &Decision, at: Moment) -> Result<()> {
    decide_by(tx, &CaseId::of(permit.on()), Some(permit.by()), new, at).await
}

pub(crate) async fn decide_by(
    tx: &mut Tx,
    case: &CaseId,
    by: Option<&PersonId>,
    new: &Decision,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(DECIDE, args![case, new.body, new.on_day, new.outcome, new.text, at, by]).await
}

pub async fn monitorings(conn: &mut Conn, case: &CaseId) -> Result<Vec<Monitoring>> {
    conn.all(OF_CASE, args![case]).await
}

pub async fn monitoring(conn: &mut Conn, id: &MonitoringId) -> Result<Option<Monitoring>> {
    conn.one(FIND, args![id]).await
}

/// What the sides saw at the moments of a case, the first first.
pub async fn told(conn: &mut Conn, case: &CaseId) -> Result<Vec<Told>> {
    conn.all(TOLD, args![case]).await
}

/// A moment to look back that is planned.
pub struct NewMonitoring<'a> {
    pub id: &'a MonitoringId,
    pub due_on: Day,
    pub question: &'a str,
    pub person: Option<&'a PersonId>,
    pub recommendation: Option<&'a RecommendationId>,
}

pub async fn plan(tx: &mut Tx, permit: &Permit<Following>, new: &NewMonitoring<'_>, at: Moment) -> Result<()> {
    plan_by(tx, &CaseId::of(permit.on()), Some(permit.by()), new, at).await
}

pub(crate) async fn plan_by(
    tx: &mut Tx,
    case: &CaseId,
    by: Option<&PersonId>,
    new: &NewMonitoring<'_>,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(PLAN, args![new.id, case, new.due_on, new.question, new.person, new.recommendation, at, by]).await
}

/// Each side tells once.
pub async fn measure(
    tx: &mut Tx,
    permit: &Permit<Following>,
    (id, side): (&MonitoringId, Side),
    found: &str,
    at: Moment,
) -> Result<()> {
    measure_by(tx, Some(permit.by()), (id, side), found, at).await
}

pub(crate) async fn measure_by(
    tx: &mut Tx,
    by: Option<&PersonId>,
    (id, side): (&MonitoringId, Side),
    found: &str,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(MEASURE, args![id, side, found, at, by]).await
}

pub(crate) async fn execute(
    tx: &mut Tx,
    by: Option<&PersonId>,
    recommendation: &RecommendationId,
    told: Execution,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(EXECUTE, args![recommendation, at, told, by]).await
}
