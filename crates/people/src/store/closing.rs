//! An organisation ends: its last day, and what ends with it.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, SeatId};
use platform::policy::Permit;

use crate::kinds::Reason;
use crate::register::policy::Keeping;
use crate::store::effects::{self, Effect};
use crate::store::ties::What;

platform::row! {
    /// A role that ends with its organisation.
    pub struct Ending { pub seat: SeatId, pub until_on: Option<Day>, pub ended: bool }
}

platform::statements! {
    ENDS: () = "INSERT INTO organisation_end (organisation, on_day, words, at, by_person) VALUES ($1, $2, $3, $4, $5)";
    ENDS_NOT: () = "DELETE FROM organisation_end WHERE organisation = $1";
    LASTING: Ending = "SELECT s.id AS seat, s.until_on, CASE WHEN e.seat IS NULL THEN 0 ELSE 1 END AS ended FROM seat s
        LEFT JOIN seat_end e ON e.seat = s.id WHERE s.organisation = $1 AND (s.until_on IS NULL OR s.until_on > $2) ORDER BY s.id";
    UNTIL: () = "UPDATE seat SET until_on = $2 WHERE id = $1";
    SEAT_ENDS: () = "INSERT INTO seat_end (seat, reason, words, until_before, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)";
    SEAT_ENDS_NOT: () = "DELETE FROM seat_end WHERE seat = $1";
}

/// What stands with a role that ended because its organisation did.
const WRITTEN: &str = "ended";

/// The roles that last longer than a day.
pub async fn lasting(conn: &mut Conn, of: &OrganisationId, last: Day) -> Result<Vec<Ending>> {
    conn.all(LASTING, args![of, last]).await
}

/// The organisation of the permit ends. Gives the roles that end with it, with what their last day was.
pub async fn close(
    tx: &mut Tx,
    permit: &Permit<Keeping>,
    (last, words): (Day, &str),
    now: Moment,
) -> Result<Vec<Ending>> {
    let of = OrganisationId::of(permit.on());
    tx.exactly_one(ENDS, args![of, last, words, now, permit.by()]).await?;
    effects::end_ties(tx, &of, last).await?;
    let (ending, by) = (lasting(tx, &of, last).await?, permit.by());
    for role in &ending {
        if !role.ended {
            let row = args![role.seat, Reason::Other, words, role.until_on, now, by];
            tx.exactly_one(SEAT_ENDS, row).await?;
        }
        tx.exactly_one(UNTIL, args![role.seat, last]).await?;
        let other = if role.ended { String::new() } else { WRITTEN.to_owned() };
        let until_before = role.until_on;
        let (kind, one) = (What::Seat, role.seat.to_string());
        effects::add(tx, &of, &Effect { kind, one, other, added: false, from_before: None, until_before }).await?;
    }
    Ok(ending)
}

/// Takes it back: it goes on, with its ties and its people. Gives the roles that go on, with their last day.
pub async fn reopen(tx: &mut Tx, permit: &Permit<Keeping>) -> Result<Vec<Ending>> {
    let of = OrganisationId::of(permit.on());
    let mut going_on = Vec::new();
    for effect in effects::of(tx, &of).await? {
        if effect.kind != What::Seat {
            effects::put_back(tx, &effect).await?;
            continue;
        }
        let ended = effect.other != WRITTEN;
        if !ended {
            tx.run(SEAT_ENDS_NOT, args![effect.one]).await?;
        }
        tx.run(UNTIL, args![effect.one, effect.until_before]).await?;
        going_on.push(Ending { seat: SeatId::of(effect.one.as_str()), until_on: effect.until_before, ended });
    }
    effects::forget(tx, &of).await?;
    tx.exactly_one(ENDS_NOT, args![of]).await?;
    Ok(going_on)
}
