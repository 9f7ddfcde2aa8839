//! The second step of signing in: of whom it is asked, and where they are led.
//!
//! A sign-in whose second step is still to be taken is *half*: to every page its visitor is nobody. It is
//! asked by role, by an organisation of its own people, and by whoever set up an app. Who is asked is looked
//! up at each request, so a role that is given is felt on the next one.

pub(crate) mod app;
pub(crate) mod codes;
pub(crate) mod recovery;
pub(crate) mod set_up;
pub(crate) mod step;
mod store;

use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::trail::{By, Entry};
use platform::{Day, Moment, Role, args};

use crate::{Event, passkey, session};

pub(crate) use step::lead;
pub(crate) use store::{STATEMENTS as STORE_STATEMENTS, app as app_of, codes_left, remove_codes, set_codes};
pub use store::{app_secret, give_app};

/// Roles that reach over organisations: they see or change what many entrusted to the house.
const DEMANDING: [Role; 3] = [Role::Administrator, Role::Office, Role::Facilitator];

platform::row! {
    struct Asks { has_app: bool, demanded: bool, role: Option<Role> }
}

platform::statements! {
    ASKS: Asks = "SELECT CASE WHEN a.person IS NULL THEN 0 ELSE 1 END AS has_app,
               CASE WHEN d.organisation IS NULL THEN 0 ELSE 1 END AS demanded, t.role
          FROM person p
          LEFT JOIN seat t ON t.person = p.id AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
          LEFT JOIN organisation_second_step d ON d.organisation = t.organisation
          LEFT JOIN second_app a ON a.person = p.id
         WHERE p.id = $1";
    ASKS_AT: Asks = "SELECT CASE WHEN a.person IS NULL THEN 0 ELSE 1 END AS has_app,
               CASE WHEN d.organisation IS NULL THEN 0 ELSE 1 END AS demanded, t.role
          FROM person p
          LEFT JOIN seat t ON t.person = p.id AND t.organisation = $3 AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
          LEFT JOIN organisation_second_step d ON d.organisation = t.organisation
          LEFT JOIN second_app a ON a.person = p.id
         WHERE p.id = $1";
    DEMAND: () = "INSERT INTO organisation_second_step (organisation, since, by_person) VALUES ($1, $2, $3)
        ON CONFLICT (organisation) DO NOTHING";
    DEMAND_NO_MORE: () = "DELETE FROM organisation_second_step WHERE organisation = $1";
    DEMANDED: (i64,) = "SELECT COUNT(*) FROM organisation_second_step WHERE organisation = $1";
}

/// Whether a second step is asked of somebody with this seat. Pure.
pub(crate) fn is_asked(has_app: bool, demanded: bool, role: Option<Role>) -> bool {
    has_app || is_required(demanded, role)
}

/// Whether it is asked for the seat, whatever they chose themselves.
fn is_required(demanded: bool, role: Option<Role>) -> bool {
    demanded || role.is_some_and(|role| DEMANDING.contains(&role))
}

/// Whether a second step is asked of somebody, with the seats of today.
pub(crate) async fn is_asked_of(conn: &mut Conn, person: &PersonId, today: Day) -> Result<bool> {
    let rows = conn.all(ASKS, args![person, today]).await?;
    Ok(rows.iter().any(|row| is_asked(row.has_app, row.demanded, row.role)))
}

/// The same for who is let in by this organisation, and has what they are there.
pub(crate) async fn is_asked_at(conn: &mut Conn, person: &PersonId, at: &OrganisationId, today: Day) -> Result<bool> {
    let rows = conn.all(ASKS_AT, args![person, today, at]).await?;
    Ok(rows.iter().any(|row| is_asked(row.has_app, row.demanded, row.role)))
}

/// Whether they may not do without.
pub async fn is_required_of(conn: &mut Conn, person: &PersonId, today: Day) -> Result<bool> {
    let rows = conn.all(ASKS, args![person, today]).await?;
    Ok(rows.iter().any(|row| is_required(row.demanded, row.role)))
}

/// Whether somebody has anything to take the second step with.
pub(crate) async fn has_any(conn: &mut Conn, person: &PersonId) -> Result<bool> {
    Ok(store::app(conn, person).await?.is_some() || passkey::count(conn, person).await? > 0)
}

/// An organisation asks a second step of its own people, or no longer does. The page that offers this
/// choice asks its own permit and records its own event.
pub async fn demand(tx: &mut Tx, of: &OrganisationId, on: bool, by: Option<&PersonId>, now: Moment) -> Result<()> {
    if on {
        tx.run(DEMAND, args![of, now, by]).await?;
    } else {
        tx.run(DEMAND_NO_MORE, args![of]).await?;
    }
    Ok(())
}

/// Takes everything away with which somebody takes the second step, and ends all their sign-ins; for the
/// administrator, when all of it is lost.
pub async fn reset(tx: &mut Tx, person: &PersonId, by: By) -> Result<()> {
    store::remove_app(tx, person).await?;
    store::remove_codes(tx, person).await?;
    store::hit(tx, person).await?;
    passkey::remove_all(tx, person).await?;
    session::end_all(tx, person).await?;
    let event = Event::SecondStepRemoved { person: person.clone(), with: "all".into() };
    tx.record(Entry::of(by, &event));
    Ok(())
}

/// Whether an organisation asks a second step of its own people.
pub async fn is_demanded(conn: &mut Conn, by: &OrganisationId) -> Result<bool> {
    Ok(conn.value(DEMANDED, args![by]).await? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_by_role_by_organisation_and_by_oneself() {
        for role in [Role::Administrator, Role::Office, Role::Facilitator] {
            assert!(is_asked(false, false, Some(role)), "{role:?}");
        }
        for role in [Role::Member, Role::Secretary, Role::ContactOfficer, Role::Alderman, Role::Guest] {
            assert!(!is_asked(false, false, Some(role)), "{role:?}");
            assert!(is_asked(false, true, Some(role)) && is_asked(true, false, Some(role)), "{role:?}");
        }
        assert!(!is_asked(false, false, None) && is_asked(true, false, None));
    }
}
