//! What keeps a case from people who would see it otherwise: an embargo until a moment, and on each side a circle.

use identity::directory::Person;
use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::kinds::{CaseId, Side};
use crate::policy::{Confiding, SettingEmbargo};

platform::row! {
    /// Why, since when, and by whom it was said.
    pub struct Ground {
        pub ground: String,
        pub at: Moment,
        pub by_name: Option<String>,
    }
}

platform::statements! {
    SET_EMBARGO: () = "INSERT INTO advice_embargo (case_id, side, ground, until_at, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (case_id) DO UPDATE SET side = excluded.side, ground = excluded.ground, until_at = excluded.until_at, at = excluded.at, by_person = excluded.by_person";
    LIFT_EMBARGO: () = "UPDATE advice_embargo SET until_at = $2 WHERE case_id = $1 AND until_at > $2";
    EMBARGO: Ground = "SELECT e.ground, e.at, p.name AS by_name FROM advice_embargo e LEFT JOIN person p ON p.id = e.by_person WHERE e.case_id = $1";
    CONFIDE: () = "INSERT INTO advice_confidence (case_id, side, ground, at, by_person) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (case_id, side) DO UPDATE SET ground = excluded.ground";
    CONFIDENCE: Ground = "SELECT k.ground, k.at, p.name AS by_name FROM advice_confidence k LEFT JOIN person p ON p.id = k.by_person WHERE k.case_id = $1 AND k.side = $2";
    OPEN_UP: () = "DELETE FROM advice_confidence WHERE case_id = $1 AND side = $2";
    EMPTY: () = "DELETE FROM advice_circle WHERE case_id = $1 AND side = $2";
    NAME: () = "INSERT INTO advice_circle (case_id, side, person, at, by_person) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (case_id, side, person) DO NOTHING";
    CIRCLE: (PersonId,) = "SELECT person FROM advice_circle WHERE case_id = $1 AND side = $2 ORDER BY person";
    GUESTS: Person = "SELECT p.id, p.name, p.first_name, p.last_name, p.salutation, p.address FROM advice_guest g JOIN person p ON p.id = g.person
        WHERE g.case_id = $1 AND g.until_on >= $2 AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) ORDER BY p.id";
}

pub async fn embargo(conn: &mut Conn, case: &CaseId) -> Result<Option<Ground>> {
    conn.one(EMBARGO, args![case]).await
}

/// From now on the case is for those who work on it, until a moment.
pub async fn set_embargo(
    tx: &mut Tx,
    permit: &Permit<SettingEmbargo>,
    (side, until): (Side, Moment),
    ground: &str,
    at: Moment,
) -> Result<()> {
    set_embargo_by(tx, &CaseId::of(permit.on()), (side, until), ground, (Some(permit.by()), at)).await
}

pub(crate) async fn set_embargo_by(
    tx: &mut Tx,
    case: &CaseId,
    (side, until): (Side, Moment),
    ground: &str,
    (by, at): (Option<&PersonId>, Moment),
) -> Result<()> {
    tx.exactly_one(SET_EMBARGO, args![case, side, ground, until, at, by]).await
}

/// It opens now.
pub async fn lift_embargo(tx: &mut Tx, permit: &Permit<SettingEmbargo>, at: Moment) -> Result<()> {
    tx.exactly_one(LIFT_EMBARGO, args![permit.on(), at]).await
}

pub async fn confidence(conn: &mut Conn, case: &CaseId, side: Side) -> Result<Option<Ground>> {
    conn.one(CONFIDENCE, args![case, side]).await
}

/// Keeps a case on one side to these people, and no others.
pub async fn confide(
    tx: &mut Tx,
    permit: &Permit<Confiding>,
    (side, circle): (Side, &[PersonId]),
    ground: &str,
    at: Moment,
) -> Result<()> {
    confide_by(tx, &CaseId::of(permit.on()), (side, circle), ground, (Some(permit.by()), at)).await
}

pub(crate) async fn confide_by(
    tx: &mut Tx,
    case: &CaseId,
    (side, circle): (Side, &[PersonId]),
    ground: &str,
    (by, at): (Option<&PersonId>, Moment),
) -> Result<()> {
    tx.exactly_one(CONFIDE, args![case, side, ground, at, by]).await?;
    tx.run(EMPTY, args![case, side]).await?;
    for person in circle {
        tx.run(NAME, args![case, side, person, at, by]).await?;
    }
    Ok(())
}

/// Everybody of the side sees it again.
pub async fn open_up(tx: &mut Tx, permit: &Permit<Confiding>, side: Side) -> Result<()> {
    tx.exactly_one(OPEN_UP, args![permit.on(), side]).await?;
    tx.run(EMPTY, args![permit.on(), side]).await.map(|_| ())
}

/// Whoever takes over what is confidential is in the circle too.
pub async fn name(tx: &mut Tx, case: &CaseId, side: Side, person: &PersonId, by: (&PersonId, Moment)) -> Result<()> {
    tx.run(NAME, args![case, side, person, by.1, by.0]).await.map(|_| ())
}

/// Who is named on a side.
pub async fn circle(conn: &mut Conn, case: &CaseId, side: Side) -> Result<Vec<PersonId>> {
    Ok(conn.all(CIRCLE, args![case, side]).await?.into_iter().map(|(person,)| person).collect())
}

/// The guests of a case on a day.
pub async fn guests(conn: &mut Conn, case: &CaseId, on: platform::Day) -> Result<Vec<Person>> {
    conn.all(GUESTS, args![case, on]).await
}
