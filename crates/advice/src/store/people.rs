//! Who does what in a case, and who is written to.

use identity::directory::Person;
use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result};
use platform::id::{OrganisationId, PersonId};

use crate::kinds::{CaseId, Part};

platform::row! {
    /// Somebody with a part in a case.
    pub struct Playing {
        pub case_id: CaseId,
        pub person: PersonId,
        pub part: Part,
        pub name: String,
    }
}

platform::statements! {
    OF_CASE: Playing = "SELECT r.case_id, r.person, r.role AS part, p.name FROM advice_role r JOIN person p ON p.id = r.person
        WHERE r.case_id = $1 ORDER BY r.role, r.at, p.name";
    OF_BOARD: Playing = "SELECT r.case_id, r.person, r.role AS part, p.name FROM advice_role r JOIN person p ON p.id = r.person
          JOIN advice_case c ON c.id = r.case_id
        WHERE (c.council = $1 OR c.municipality = $1) AND r.role IN ('drafter', 'officer') ORDER BY r.at, p.name";
    DRAFTS: (CaseId,) = "SELECT case_id FROM advice_role WHERE person = $1 AND role = 'drafter'";
    // `$2` holds the roles between commas.
    IN_ROLES: Person = "SELECT DISTINCT p.id, p.name, p.first_name, p.last_name, p.salutation, p.address FROM seat s JOIN person p ON p.id = s.person
        WHERE s.organisation = $1 AND $2 LIKE '%,' || s.role || ',%' AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3)
          AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) ORDER BY p.id";
}

/// Council members who have a say.
pub const MEMBERS: &str = ",chair,secretary,official_secretary,treasurer,member,";
/// Who answers a round of consent.
pub const VOTERS: &str = ",chair,secretary,treasurer,member,";
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

/// The cases that somebody writes.
pub async fn drafts(conn: &mut Conn, person: &PersonId) -> Result<Vec<CaseId>> {
    Ok(conn.all(DRAFTS, args![person]).await?.into_iter().map(|(id,)| id).collect())
}

/// Who holds one of these roles in an organisation on a day.
pub async fn in_roles(conn: &mut Conn, of: &OrganisationId, roles: &str, on: Day) -> Result<Vec<Person>> {
    conn.all(IN_ROLES, args![of, roles, on]).await
}
