//! With whom an organisation sits, from when until when: a council at the table of a municipality, a municipality
//! in a partnership. Both are a tie between one and a municipality.

use platform::choice;
use platform::clock::Day;
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::policy::Permit;
use platform::{Kind, args};

use crate::register::policy::Keeping;

choice! {
    /// What can change because an organisation goes up in another or ends.
    pub enum What {
        Table = "table",
        Place = "place",
        Seat = "seat",
    }
}

platform::row! {
    /// A council or a partnership with a municipality.
    pub struct Tie {
        pub one: OrganisationId,
        pub other: OrganisationId,
        pub from_on: Option<Day>,
        pub until_on: Option<Day>,
    }
}

platform::statements! {
    TABLE: Tie = "SELECT council AS one, municipality AS other, from_on, until_on FROM council_municipality WHERE council = $1 AND municipality = $2";
    PLACE: Tie = "SELECT partnership AS one, municipality AS other, from_on, until_on FROM partnership_member
        WHERE partnership = $1 AND municipality = $2 ORDER BY from_on DESC LIMIT 1";
    // What still holds on a day, or will: of a municipality, and of whom it sits with.
    TABLES_AT: Tie = "SELECT council AS one, municipality AS other, from_on, until_on FROM council_municipality
        WHERE (municipality = $1 OR council = $1) AND (until_on IS NULL OR until_on >= $2) ORDER BY council, municipality";
    PLACES_AT: Tie = "SELECT partnership AS one, municipality AS other, from_on, until_on FROM partnership_member
        WHERE (municipality = $1 OR partnership = $1) AND (until_on IS NULL OR until_on >= $2) ORDER BY partnership, municipality, from_on";
    ADD_TABLE: () = "INSERT INTO council_municipality (council, municipality, from_on, until_on) VALUES ($1, $2, $3, $4)";
    ADD_PLACE: () = "INSERT INTO partnership_member (partnership, municipality, from_on, until_on) VALUES ($1, $2, $3, $4)";
    SET_TABLE: () = "UPDATE council_municipality SET from_on = $3, until_on = $4 WHERE council = $1 AND municipality = $2";
    SET_PLACE: () = "UPDATE partnership_member SET until_on = $4 WHERE partnership = $1 AND municipality = $2 AND from_on = $3";
    NO_TABLE: () = "DELETE FROM council_municipality WHERE council = $1 AND municipality = $2";
    NO_PLACE: () = "DELETE FROM partnership_member WHERE partnership = $1 AND municipality = $2 AND from_on = $3";
}

impl What {
    /// How the organisations of a kind are tied to municipalities.
    pub fn of(kind: Kind) -> Self {
        if kind == Kind::Council { Self::Table } else { Self::Place }
    }
}

/// The tie of two; of a place that was held several times the last one.
pub async fn tie(conn: &mut Conn, what: What, one: &OrganisationId, other: &OrganisationId) -> Result<Option<Tie>> {
    let statement = if what == What::Table { TABLE } else { PLACE };
    conn.one(statement, args![one, other]).await
}

/// The ties of an organisation that hold on a day or will later.
pub async fn lasting(conn: &mut Conn, what: What, of: &OrganisationId, on: Day) -> Result<Vec<Tie>> {
    let statement = if what == What::Table { TABLES_AT } else { PLACES_AT };
    conn.all(statement, args![of, on]).await
}

pub(super) async fn add(tx: &mut Tx, what: What, tie: &Tie) -> Result<()> {
    let statement = if what == What::Table { ADD_TABLE } else { ADD_PLACE };
    tx.exactly_one(statement, args![tie.one, tie.other, tie.from_on, tie.until_on]).await
}

/// Sets the days of a tie that is there. The first day of a place stays as it is.
pub(super) async fn set(tx: &mut Tx, what: What, tie: &Tie) -> Result<()> {
    let statement = if what == What::Table { SET_TABLE } else { SET_PLACE };
    tx.run(statement, args![tie.one, tie.other, tie.from_on, tie.until_on]).await.map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, what: What, tie: &Tie) -> Result<()> {
    match what {
        What::Table => tx.run(NO_TABLE, args![tie.one, tie.other]).await.map(|_| ()),
        _ => tx.run(NO_PLACE, args![tie.one, tie.other, tie.from_on]).await.map(|_| ()),
    }
}

/// Ties the council or partnership of the permit to a municipality, from a day until a day. A table that was there
/// before is laid again.
pub async fn begin(
    tx: &mut Tx,
    permit: &Permit<Keeping>,
    what: What,
    other: &OrganisationId,
    (from_on, until_on): (Option<Day>, Option<Day>),
) -> Result<()> {
    let new = Tie { one: OrganisationId::of(permit.on()), other: other.clone(), from_on, until_on };
    match tie(tx, what, &new.one, other).await? {
        Some(_) if what == What::Table => set(tx, what, &new).await,
        _ => add(tx, what, &new).await,
    }
}

/// Says what the last day of a tie of the permit's is; nothing when no end is known.
pub async fn until(tx: &mut Tx, permit: &Permit<Keeping>, what: What, tie: &Tie, until_on: Option<Day>) -> Result<()> {
    set(tx, what, &Tie { one: OrganisationId::of(permit.on()), until_on, ..tie.clone() }).await
}
