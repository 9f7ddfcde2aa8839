//! Who does what in a case, and who is written to.

use identity::directory::Person;
use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::case::Case;
use crate::kinds::{CaseId, Part, Side};
use crate::policy::HandingOver;
use crate::store::{requests, seclusion};

platform::row! {
    /// Somebody with a part in a case.
    pub struct Playing {
        pub case_id: CaseId,
        pub person: PersonId,
        pub part: Part,
        pub name: String,
    }

    /// A case in which somebody got a part.
    pub struct Taken { pub id: CaseId, pub title: String }

    /// That somebody writes the advice of a case: a person, or another.
    pub struct Preparing { pub case_id: CaseId, pub oneself: bool }
}

platform::statements! {
    OF_CASE: Playing = "SELECT r.case_id, r.person, r.role AS part, p.name FROM advice_role r JOIN person p ON p.id = r.person
        WHERE r.case_id = $1 ORDER BY r.role, r.at, p.name";
    OF_BOARD: Playing = "SELECT r.case_id, r.person, r.role AS part, p.name FROM advice_role r JOIN person p ON p.id = r.person
          JOIN advice_case c ON c.id = r.case_id
        WHERE (c.council = $1 OR c.municipality = $1) AND r.role IN ('drafter', 'officer') ORDER BY r.at, p.name";
    PREPARES: Preparing = "SELECT r.case_id, CASE WHEN r.person = $1 THEN 1 ELSE 0 END AS oneself FROM advice_role r
        WHERE r.role = 'drafter' AND r.case_id IN (SELECT c.id FROM advice_case c JOIN seat s ON s.organisation = c.council
            WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)) ORDER BY r.case_id";
    TAKE_PART: () = "DELETE FROM advice_role WHERE case_id = $1 AND person = $2 AND role = $3";
    TAKEN: Taken = "SELECT c.id, c.title FROM advice_role r JOIN advice_case c ON c.id = r.case_id
        WHERE r.person = $1 AND r.at = $2 AND r.role IN ('drafter', 'officer') ORDER BY c.title, c.id";
    // `$2` holds the roles between commas.
    IN_ROLES: Person = "SELECT DISTINCT p.id, p.name, p.first_name, p.last_name, p.salutation, p.address FROM seat s JOIN person p ON p.id = s.person
        WHERE s.organisation = $1 AND $2 LIKE '%,' || s.role || ',%' AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3)
          AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) ORDER BY p.id";
}

/// Council members who have a say.
pub const MEMBERS: &str = ",chair,secretary,official_secretary,treasurer,member,";
/// Who answers a round of consent.
pub const VOTERS: &str = ",chair,secretary,treasurer,member,";
/// Who keeps the papers of a council.
pub const KEEPERS: &str = ",chair,secretary,official_secretary,";
/// Everybody with a seat in a council.
pub const EVERYBODY: &str = ",chair,secretary,official_secretary,treasurer,member,candidate,";
pub const OFFICERS: &str = ",contact_officer,officer,";
pub const CONTACT: &str = ",contact_officer,";
pub const ALDERMEN: &str = ",alderman,";
pub const CLERKS: &str = ",clerk,";

pub async fn of_case(conn: &mut Conn, id: &CaseId) -> Result<Vec<Playing>> {
    conn.all(OF_CASE, args![id]).await
}

pub async fn of_board(conn: &mut Conn, of: &OrganisationId) -> Result<Vec<Playing>> {
    conn.all(OF_BOARD, args![of]).await
}

/// Who writes the advices of the councils in which somebody sits.
pub async fn preparing(conn: &mut Conn, person: &PersonId, on: Day) -> Result<Vec<Preparing>> {
    conn.all(PREPARES, args![person, on]).await
}

/// Passes a part in the case of the permit on to another, who may have it already.
pub async fn hand_on(
    tx: &mut Tx,
    permit: &Permit<HandingOver>,
    part: Part,
    (from, to): (&PersonId, &PersonId),
    at: Moment,
) -> Result<()> {
    let case = CaseId::of(permit.on());
    requests::add_part(tx, &case, to, part, at).await?;
    tx.exactly_one(TAKE_PART, args![case, from, part]).await
}

/// In which cases somebody got a part at one moment.
pub async fn taken(conn: &mut Conn, person: &PersonId, at: Moment) -> Result<Vec<Taken>> {
    conn.all(TAKEN, args![person, at]).await
}

/// Who holds one of these roles on a side of a case, as far as the side lets them know of it.
pub async fn of_side(conn: &mut Conn, case: &Case, side: Side, roles: &str, on: Day) -> Result<Vec<Person>> {
    let of = match side {
        Side::Council => &case.council,
        Side::Municipality => &case.municipality,
    };
    let mut all = in_roles(conn, of, roles, on).await?;
    if case.is_confidential(side) {
        let circle = seclusion::circle(conn, &case.id, side).await?;
        all.retain(|person| circle.contains(&person.id));
    }
    Ok(all)
}

/// Who holds one of these roles in an organisation on a day.
pub async fn in_roles(conn: &mut Conn, of: &OrganisationId, roles: &str, on: Day) -> Result<Vec<Person>> {
    conn.all(IN_ROLES, args![of, roles, on]).await
}
