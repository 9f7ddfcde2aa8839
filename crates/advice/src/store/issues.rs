//! Issued advices: the number, and the recommendations that are fixed from then on.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::draft::Draft;
use crate::kinds::{CaseId, RecommendationId, RuleId};
use crate::policy::Issuing;

platform::row! {
    /// An advice that is out.
    pub struct Issue {
        pub year: i64,
        pub number: i64,
        pub version: i64,
        pub answer_rule: Option<RuleId>,
        pub answer_due_on: Option<Day>,
        /// Why it went although too few members answered or agreed; empty for all others.
        pub anyway: String,
        pub at: Moment,
        pub by_name: Option<String>,
        pub round: Option<crate::kinds::RoundId>,
    }
}

platform::statements! {
    FIND: Issue = "SELECT i.year, i.number, i.version, i.answer_rule, i.answer_due_on, i.anyway, i.at, p.name AS by_name,
               (SELECT r.id FROM advice_round r JOIN advice_round_end e ON e.round = r.id WHERE r.case_id = i.case_id ORDER BY r.opened_at DESC LIMIT 1) AS round
          FROM advice_issue i LEFT JOIN person p ON p.id = i.by_person WHERE i.case_id = $1";
    NEXT_NUMBER: (i64,) = "INSERT INTO advice_number (council, year, last) VALUES ($1, $2, 1)
        ON CONFLICT (council, year) DO UPDATE SET last = advice_number.last + 1 RETURNING last";
    // For what comes with its number already: the next one goes on from there.
    AT_LEAST: () = "INSERT INTO advice_number (council, year, last) VALUES ($1, $2, $3)
        ON CONFLICT (council, year) DO UPDATE SET last = CASE WHEN advice_number.last < excluded.last THEN excluded.last ELSE advice_number.last END";
    ISSUE: () = "INSERT INTO advice_issue (case_id, council, year, number, version, answer_rule, answer_due_on, at, by_person, anyway)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (case_id) DO NOTHING";
    RECOMMEND: () = "INSERT INTO advice_recommendation (id, case_id, number, text, addressee, effect, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}

pub async fn find(conn: &mut Conn, case: &CaseId) -> Result<Option<Issue>> {
    conn.one(FIND, args![case]).await
}

/// The next number of a council in a year. Whoever comes second waits for the first to end, so that a number
/// is never given twice, and one that was not used is given again.
pub async fn next_number(tx: &mut Tx, council: &OrganisationId, year: i64) -> Result<i64> {
    tx.value(NEXT_NUMBER, args![council, year]).await
}

/// An advice that goes out.
pub struct NewIssue<'a> {
    pub council: &'a OrganisationId,
    pub year: i64,
    pub number: i64,
    pub answer_rule: Option<&'a RuleId>,
    pub answer_due_on: Option<Day>,
    pub draft: &'a Draft,
    pub anyway: &'a str,
}

pub async fn issue(tx: &mut Tx, permit: &Permit<Issuing>, new: &NewIssue<'_>, at: Moment) -> Result<()> {
    issue_by(tx, &CaseId::of(permit.on()), Some(permit.by()), new, at).await.map(|_| ())
}

/// Gives the ids of the recommendations, in their order.
pub(crate) async fn issue_by(
    tx: &mut Tx,
    case: &CaseId,
    by: Option<&PersonId>,
    new: &NewIssue<'_>,
    at: Moment,
) -> Result<Vec<RecommendationId>> {
    let row = args![
        case,
        new.council,
        new.year,
        new.number,
        new.draft.version,
        new.answer_rule,
        new.answer_due_on,
        at,
        by,
        new.anyway
    ];
    tx.exactly_one(ISSUE, row).await?;
    let mut ids = Vec::with_capacity(new.draft.lines.len());
    for (at, line) in new.draft.lines.iter().enumerate() {
        let id = RecommendationId::fresh();
        tx.exactly_one(RECOMMEND, args![id, case, at + 1, line.text, line.addressee, line.effect, line.reason]).await?;
        ids.push(id);
    }
    Ok(ids)
}

pub(crate) async fn number_is_taken(tx: &mut Tx, council: &OrganisationId, year: i64, number: i64) -> Result<()> {
    tx.exactly_one(AT_LEAST, args![council, year, number]).await
}
