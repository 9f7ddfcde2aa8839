//! Consents: given, held, asked for and used.

use platform::clock::{DAY, Day, HOUR, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SessionId};
use platform::{Actor, Role, args};

use super::helps;

/// For how long somebody works in another's name before they say again that they do.
const LASTS: i64 = 4 * HOUR;

platform::row! {
    /// A consent that holds today.
    pub struct Mandate {
        pub id: String,
        pub person: PersonId,
        pub person_name: String,
        pub helper: PersonId,
        pub helper_name: String,
        pub council: Option<OrganisationId>,
        pub council_name: Option<String>,
        pub until_on: Day,
    }

    /// Somebody to whom consent can be given.
    pub(crate) struct Candidate {
        pub helper: PersonId,
        pub name: String,
        pub role: Role,
        /// Empty for the office of the association.
        pub council: Option<OrganisationId>,
        pub place: String,
    }

    /// A member who can be asked for consent.
    pub(crate) struct Fellow {
        pub person: PersonId,
        pub name: String,
        pub council: OrganisationId,
        pub council_name: String,
        pub asked_at: Option<Moment>,
    }
}

/// Time to think about it: after this long somebody can be asked again.
const ASKED_AGAIN: i64 = 7 * DAY;

impl Fellow {
    /// Was asked of late, and has not answered.
    pub(crate) fn thinks(&self, now: Moment) -> bool {
        self.asked_at.is_some_and(|at| at.plus(ASKED_AGAIN) > now)
    }

    /// The first day on which they can be asked again.
    pub(crate) fn again_on(&self) -> Option<Day> {
        self.asked_at.map(|at| at.plus(ASKED_AGAIN).day())
    }
}

macro_rules! mandates {
    ($behind:literal) => {
        concat!(
            "SELECT m.id, m.person, p.name AS person_name, m.helper, h.name AS helper_name, m.council, o.name AS council_name, m.until_on
               FROM mandate m JOIN person p ON p.id = m.person JOIN person h ON h.id = m.helper
               LEFT JOIN organisation o ON o.id = m.council ",
            $behind
        )
    };
}

platform::statements! {
    GIVEN: Mandate = mandates!("WHERE m.person = $1 AND m.ended_at IS NULL AND m.until_on >= $2 ORDER BY h.name, m.id");
    // Of whoever still sits where it is about.
    HELD: Mandate = mandates!("WHERE m.helper = $1 AND m.ended_at IS NULL AND m.until_on >= $2
        AND EXISTS (SELECT 1 FROM seat s JOIN organisation c ON c.id = s.organisation WHERE s.person = m.person AND s.role <> 'guest' AND c.kind = 'council'
            AND (m.council IS NULL OR s.organisation = m.council) AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2))
        AND NOT EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = m.person)
        ORDER BY p.name, m.id");
    ONE: Mandate = mandates!("WHERE m.id = $1");
    CANDIDATES: Candidate = "SELECT hp.id AS helper, hp.name, h.role, o.id AS council, o.name AS place
          FROM seat s JOIN organisation o ON o.id = s.organisation AND o.kind = 'council'
          JOIN seat h ON h.organisation = o.id JOIN person hp ON hp.id = h.person
         WHERE s.person = $1 AND s.role <> 'guest' AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
           AND h.person <> $1 AND h.role IN ('secretary', 'official_secretary', 'chair') AND h.from_on <= $2 AND (h.until_on IS NULL OR h.until_on >= $2)
           AND NOT EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = h.person)
        UNION SELECT hp.id, hp.name, h.role, CAST(NULL AS TEXT), o.name
          FROM seat h JOIN organisation o ON o.id = h.organisation AND o.kind = 'association' JOIN person hp ON hp.id = h.person
         WHERE h.person <> $1 AND h.role = 'office' AND h.from_on <= $2 AND (h.until_on IS NULL OR h.until_on >= $2)
           AND NOT EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = h.person)
           AND EXISTS (SELECT 1 FROM seat s JOIN organisation c ON c.id = s.organisation WHERE s.person = $1 AND s.role <> 'guest' AND c.kind = 'council'
               AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2))
        ORDER BY 2, 1";
    FELLOWS: Fellow = "SELECT DISTINCT p.id AS person, p.name, o.id AS council, o.name AS council_name, a.asked_at
          FROM seat h JOIN organisation o ON o.id = h.organisation AND o.kind = 'council'
          JOIN seat s ON s.organisation = o.id JOIN person p ON p.id = s.person
          LEFT JOIN mandate_asked a ON a.person = p.id AND a.helper = h.person
         WHERE h.person = $1 AND h.role IN ('secretary', 'official_secretary', 'chair') AND h.from_on <= $2 AND (h.until_on IS NULL OR h.until_on >= $2)
           AND s.person <> $1 AND s.role <> 'guest' AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
           AND NOT EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = s.person)
           AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person = s.person AND m.helper = $1 AND m.council = o.id AND m.ended_at IS NULL AND m.until_on >= $2)
         ORDER BY p.name, p.id";
    ASKED: () = "INSERT INTO mandate_asked (helper, person, asked_at) VALUES ($1, $2, $3) ON CONFLICT (helper, person) DO UPDATE SET asked_at = $3";
    GIVE: () = "INSERT INTO mandate (id, person, helper, council, given_at, until_on) VALUES ($1, $2, $3, $4, $5, $6)";
    // What the same two had before is over.
    REPLACE: () = "UPDATE mandate SET ended_at = $4 WHERE person = $1 AND helper = $2 AND COALESCE(council, '') = $3 AND ended_at IS NULL";
    END: () = "UPDATE mandate SET ended_at = $3 WHERE id = $1 AND person = $2 AND ended_at IS NULL";
    BEGIN: () = "UPDATE session SET mandate = $2, mandate_ends_at = $3 WHERE id = $1";
    STOP: () = "UPDATE session SET mandate = NULL, mandate_ends_at = NULL WHERE id = $1";
}

/// The consents that somebody gave, by the name of who has them.
pub(crate) async fn given(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Vec<Mandate>> {
    conn.all(GIVEN, args![person, today]).await
}

/// The consents that somebody can use now, by the name of who gave them.
pub async fn held(conn: &mut Conn, actor: &Actor, today: Day) -> Result<Vec<Mandate>> {
    let Some(person) = actor.person.as_ref().filter(|_| actor.helper.is_none()) else { return Ok(Vec::new()) };
    let mut all = conn.all(HELD, args![person, today]).await?;
    all.retain(|m| actor.seats.iter().any(|seat| helps(seat, m.council.as_ref())));
    Ok(all)
}

pub(crate) async fn one(conn: &mut Conn, id: &str) -> Result<Option<Mandate>> {
    conn.one(ONE, args![id]).await
}

pub(crate) async fn candidates(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Vec<Candidate>> {
    conn.all(CANDIDATES, args![person, today]).await
}

/// The members of the councils whose papers somebody keeps, who did not give them consent.
pub(crate) async fn fellows(conn: &mut Conn, helper: &PersonId, today: Day) -> Result<Vec<Fellow>> {
    conn.all(FELLOWS, args![helper, today]).await
}

/// Keeps when somebody was asked.
pub(crate) async fn asked(tx: &mut Tx, helper: &PersonId, person: &PersonId, now: Moment) -> Result<()> {
    tx.exactly_one(ASKED, args![helper, person, now]).await
}

/// Gives consent, in place of what there was between the two. Gives its id.
pub async fn give(
    tx: &mut Tx,
    person: &PersonId,
    helper: &PersonId,
    council: Option<&OrganisationId>,
    until_on: Day,
    now: Moment,
) -> Result<String> {
    let id = platform::id::fresh();
    let of = council.map_or("", |council| council.as_str());
    tx.run(REPLACE, args![person, helper, of, now]).await?;
    tx.exactly_one(GIVE, args![id, person, helper, council, now, until_on]).await?;
    Ok(id)
}

/// Takes it back; false when it was over already.
pub(crate) async fn end(tx: &mut Tx, id: &str, person: &PersonId, now: Moment) -> Result<bool> {
    Ok(tx.run(END, args![id, person, now]).await? == 1)
}

/// From the next request on, this sign-in works in the name of who gave the consent.
pub(crate) async fn begin(tx: &mut Tx, session: &SessionId, id: &str) -> Result<()> {
    tx.exactly_one(BEGIN, args![session, id, machine_now().plus(LASTS)]).await
}

pub(crate) async fn stop(tx: &mut Tx, session: &SessionId) -> Result<()> {
    tx.run(STOP, args![session]).await.map(|_| ())
}
