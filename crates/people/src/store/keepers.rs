//! Who keeps the house running: their seats, appointing and ending one.

use platform::clock::Day;
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::policy::Permit;
use platform::{Kind, Role, args};

use crate::keepers::policy::AppointingKeepers;
use crate::store::seats;

platform::row! {
    /// Somebody who keeps the house running, today or later.
    pub struct Keeper {
        pub seat: SeatId,
        pub organisation: OrganisationId,
        pub kind: Kind,
        pub person: PersonId,
        pub name: String,
        pub address: String,
        pub from_on: Day,
        pub until_on: Option<Day>,
        /// Their access was ended: they keep nothing running.
        pub barred: bool,
    }
}

platform::statements! {
    ALL: Keeper = "SELECT s.id AS seat, s.organisation, o.kind, s.person, p.name, p.address, s.from_on, s.until_on,
               CASE WHEN EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) THEN 1 ELSE 0 END AS barred
          FROM seat s JOIN organisation o ON o.id = s.organisation JOIN person p ON p.id = s.person
         WHERE s.role = 'administrator' AND (s.until_on IS NULL OR (s.until_on >= $1 AND s.until_on >= s.from_on))
           AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.person = s.person AND j.undone_at IS NULL)
         ORDER BY p.folded, p.id, s.from_on, s.id";
    // Whoever appoints or ends one waits here for who does so already.
    HOLD: (OrganisationId,) = "SELECT id FROM organisation WHERE id = (SELECT MIN(s.organisation) FROM seat s WHERE s.role = 'administrator')";
    LET_GO: () = "UPDATE seat SET until_on = $2 WHERE id = $1";
}

/// Everybody who keeps the house running, today or later.
pub async fn all(conn: &mut Conn, today: Day) -> Result<Vec<Keeper>> {
    conn.all(ALL, args![today]).await
}

/// The same, while nobody else appoints or ends one.
pub async fn hold(tx: &mut Tx, today: Day) -> Result<Vec<Keeper>> {
    tx.lock(HOLD, args![]).await?;
    all(tx, today).await
}

/// Appoints somebody, from today on.
pub async fn appoint(
    tx: &mut Tx,
    _: &Permit<AppointingKeepers>,
    (seat, host): (&SeatId, &OrganisationId),
    person: &PersonId,
    today: Day,
) -> Result<()> {
    let new = seats::New {
        seat,
        person,
        organisation: host,
        role: Role::Administrator,
        from_on: today,
        until_on: None,
        term: 1,
        portfolio: "",
    };
    seats::give(tx, &new).await
}

/// Ends one at once: yesterday was the last day.
pub async fn let_go(tx: &mut Tx, _: &Permit<AppointingKeepers>, seat: &SeatId, today: Day) -> Result<()> {
    tx.exactly_one(LET_GO, args![seat, today.plus_days(-1)]).await
}
