//! Guests of one case.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{CaseId, Side};
use crate::policy::InvitingGuest;

platform::statements! {
    OF_PERSON: (CaseId, String, Day) = concat!("SELECT c.id, c.title, g.until_on FROM advice_guest g JOIN advice_case c ON c.id = g.case_id
        WHERE g.person = $1 AND g.until_on >= $2 AND c.visibility = 'parties'
          AND NOT ", waits_under_embargo!("c.id", "$3"), " AND NOT EXISTS (SELECT 1 FROM advice_confidence k WHERE k.case_id = c.id) ORDER BY c.title, c.id");
    LET_IN: () = "INSERT INTO advice_guest (case_id, person, side, until_on, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (case_id, person) DO UPDATE SET until_on = $4, side = $3";
    LET_OUT: () = "DELETE FROM advice_guest WHERE case_id = $1 AND person = $2";
}

/// The cases that somebody sees as a guest: id, title and last day.
pub async fn of_person(conn: &mut Conn, person: &PersonId, now: Moment) -> Result<Vec<(CaseId, String, Day)>> {
    conn.all(OF_PERSON, args![person, now.day(), now]).await
}

/// Lets a guest in until a day; who is one already gets the new last day.
pub async fn let_in(
    tx: &mut Tx,
    permit: &Permit<InvitingGuest>,
    person: &PersonId,
    side: Side,
    until_on: Day,
    now: Moment,
) -> Result<()> {
    let by = permit.by();
    tx.exactly_one(LET_IN, args![permit.on(), person, side, until_on, now, by]).await
}

/// The same where nobody asks for a permit: when the demo country is filled.
pub(crate) async fn seat(
    tx: &mut Tx,
    case: &CaseId,
    person: &PersonId,
    side: Side,
    until_on: Day,
    by: (&PersonId, Moment),
) -> Result<()> {
    tx.exactly_one(LET_IN, args![case, person, side, until_on, by.1, by.0]).await
}

/// A guest goes: at once.
pub async fn let_out(tx: &mut Tx, permit: &Permit<InvitingGuest>, person: &PersonId) -> Result<()> {
    tx.run(LET_OUT, args![permit.on(), person]).await.map(|_| ())
}
