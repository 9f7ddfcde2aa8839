//! Rounds of consent: who may answer is fixed when one opens.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::kinds::{CaseId, Consent, RoundId};
use crate::policy::{Consenting, LeadingRound};
use crate::round::{Round, Voter};

platform::statements! {
    FIND: Round = "SELECT r.id, r.version, r.closes_on, r.quorum, r.opened_at, e.at AS closed_at FROM advice_round r
        LEFT JOIN advice_round_end e ON e.round = r.id WHERE r.id = $1";
    VOTERS: Voter = "SELECT m.person, p.name, a.answer, a.remark, a.at FROM advice_round_member m JOIN person p ON p.id = m.person
        LEFT JOIN advice_round_answer a ON a.round = m.round AND a.person = m.person WHERE m.round = $1 ORDER BY p.name";
    OPEN: () = "INSERT INTO advice_round (id, case_id, version, closes_on, quorum, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_VOTER: () = "INSERT INTO advice_round_member (round, person) VALUES ($1, $2) ON CONFLICT (round, person) DO NOTHING";
    ANSWER: () = "INSERT INTO advice_round_answer (round, person, answer, remark, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (round, person) DO UPDATE SET answer = excluded.answer, remark = excluded.remark, at = excluded.at";
    CLOSE: () = "INSERT INTO advice_round_end (round, at, by_person) VALUES ($1, $2, $3) ON CONFLICT (round) DO NOTHING";
    // The open rounds that still wait for somebody: for the home page.
    WAITING: (CaseId, OrganisationId, String, Option<Day>) = concat!("SELECT c.id, c.council, c.title, r.closes_on FROM advice_round_member m JOIN advice_round r ON r.id = m.round
          JOIN advice_case c ON c.id = r.case_id
         WHERE m.person = $1 AND NOT EXISTS (SELECT 1 FROM advice_round_end e WHERE e.round = r.id)
           AND NOT EXISTS (SELECT 1 FROM advice_round_answer a WHERE a.round = r.id AND a.person = $1)
           AND NOT EXISTS (SELECT 1 FROM advice_exit x WHERE x.case_id = c.id)
           AND EXISTS (SELECT 1 FROM seat s WHERE s.person = $1 AND s.organisation = c.council AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2))
           AND NOT ", closed!("c.id", "council", "$1"), "
         ORDER BY r.opened_at");
}

pub async fn find(conn: &mut Conn, id: &RoundId) -> Result<Option<Round>> {
    conn.one(FIND, args![id]).await
}

pub async fn voters(conn: &mut Conn, id: &RoundId) -> Result<Vec<Voter>> {
    conn.all(VOTERS, args![id]).await
}

/// A round that opens.
pub struct NewRound<'a> {
    pub id: &'a RoundId,
    pub version: i64,
    pub closes_on: Option<Day>,
    pub voters: &'a [PersonId],
}

pub async fn open(tx: &mut Tx, permit: &Permit<LeadingRound>, new: &NewRound<'_>, at: Moment) -> Result<()> {
    open_by(tx, &CaseId::of(permit.on()), Some(permit.by()), new, at).await
}

pub(crate) async fn open_by(
    tx: &mut Tx,
    case: &CaseId,
    by: Option<&PersonId>,
    new: &NewRound<'_>,
    at: Moment,
) -> Result<()> {
    let quorum = crate::round::quorum_of(new.voters.len());
    tx.exactly_one(OPEN, args![new.id, case, new.version, new.closes_on, quorum, at, by]).await?;
    for person in new.voters {
        tx.run(ADD_VOTER, args![new.id, person]).await?;
    }
    Ok(())
}

pub async fn answer(
    tx: &mut Tx,
    permit: &Permit<Consenting>,
    round: &RoundId,
    answer: Consent,
    remark: &str,
    at: Moment,
) -> Result<()> {
    answer_by(tx, round, permit.by(), answer, remark, at).await
}

pub(crate) async fn answer_by(
    tx: &mut Tx,
    round: &RoundId,
    person: &PersonId,
    answer: Consent,
    remark: &str,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(ANSWER, args![round, person, answer, remark, at]).await
}

pub async fn close(tx: &mut Tx, permit: &Permit<LeadingRound>, round: &RoundId, at: Moment) -> Result<()> {
    tx.exactly_one(CLOSE, args![round, at, permit.by()]).await
}

pub(crate) async fn close_by(tx: &mut Tx, round: &RoundId, by: Option<&PersonId>, at: Moment) -> Result<()> {
    tx.exactly_one(CLOSE, args![round, at, by]).await
}

/// The open rounds that wait for this person: case, council, title, and until when.
pub async fn waiting(
    conn: &mut Conn,
    person: &PersonId,
    today: Day,
) -> Result<Vec<(CaseId, OrganisationId, String, Option<Day>)>> {
    conn.all(WAITING, args![person, today]).await
}
