//! One person: what others may know, and what somebody tells of themselves.

use identity::directory::Person;
use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::body::Theme;
use crate::policy::{DescribingOneself, Known};

platform::row! {
    /// Another office or interest that somebody told their council of.
    pub struct Interest {
        pub id: String,
        pub person: PersonId,
        pub name: String,
        pub words: String,
        pub from_on: Day,
        pub until_on: Option<Day>,
    }
}

platform::statements! {
    // Only who has or had a role is in the book; a guest is a guest. What begins later, what ended before it began
    // and a seat of who keeps the house running make nobody listed.
    KNOWN: (String, String) = "SELECT 'listed' AS what, '' AS place FROM seat s JOIN organisation o ON o.id = s.organisation
         WHERE s.person = $1 AND s.role <> 'guest' AND o.kind <> 'host' AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= s.from_on)
        UNION SELECT 'sits' AS what, s.organisation AS place FROM seat s
         WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2) AND s.role <> 'guest'
        UNION SELECT 'across' AS what, x.other AS place FROM (
            SELECT cm.council AS own, cm.municipality AS other FROM council_municipality cm
             WHERE (cm.from_on IS NULL OR cm.from_on <= $2) AND (cm.until_on IS NULL OR cm.until_on >= $2)
            UNION SELECT cm.municipality AS own, cm.council AS other FROM council_municipality cm
             WHERE (cm.from_on IS NULL OR cm.from_on <= $2) AND (cm.until_on IS NULL OR cm.until_on >= $2)) x
          JOIN seat s ON s.organisation = x.own
         WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2) AND s.role <> 'guest' ORDER BY what, place";
    ABOUT: (String,) = "SELECT words FROM person_about WHERE person = $1";
    NO_ABOUT: () = "DELETE FROM person_about WHERE person = $1";
    ADD_ABOUT: () = "INSERT INTO person_about (person, words, folded, at) VALUES ($1, $2, $3, $4)";
    KNOWS: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, 1 AS chosen FROM person_knows k JOIN theme t ON t.id = k.theme WHERE k.person = $1 ORDER BY t.place, t.name");
    // What ended is offered to nobody new.
    THEMES: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, CASE WHEN k.person IS NULL THEN 0 ELSE 1 END AS chosen FROM theme t
        LEFT JOIN person_knows k ON k.theme = t.id AND k.person = $1 WHERE k.person IS NOT NULL OR t.ended_on IS NULL OR t.ended_on > $2 ORDER BY t.place, t.name");
    KNOWS_NOTHING: () = "DELETE FROM person_knows WHERE person = $1";
    ADD_KNOWS: () = "INSERT INTO person_knows (person, theme) VALUES ($1, $2)";
    INTERESTS: Interest = "SELECT i.id, i.person, p.name, i.words, i.from_on, i.until_on FROM person_interest i JOIN person p ON p.id = i.person
        WHERE i.council = $1 AND (i.until_on IS NULL OR i.until_on >= $2) ORDER BY p.folded, i.from_on, i.id";
    TELL: () = "INSERT INTO person_interest (id, person, council, words, from_on, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $2)";
    OVER: () = "UPDATE person_interest SET until_on = $4 WHERE id = $1 AND person = $2 AND council = $3";
}

/// A person with what the policy wants to know of them. As much is asked of whoever is not there: a person who is hidden
/// costs the same.
pub async fn find(conn: &mut Conn, id: &PersonId, today: Day) -> Result<Option<(Person, Known)>> {
    let known = conn.all(KNOWN, args![id, today]).await?;
    let of = |wanted: &str| {
        let places = known.iter().filter(|(what, _)| what == wanted);
        places.map(|(_, place)| OrganisationId::of(place.clone())).collect::<Vec<_>>()
    };
    let (listed, sits_in, across) = (!of("listed").is_empty(), of("sits"), of("across"));
    let person = identity::directory::person(conn, id).await?;
    Ok(person.map(|person| (person, Known { id: id.clone(), listed, sits_in, across })))
}

/// A line that somebody wrote about themselves.
pub async fn about(conn: &mut Conn, person: &PersonId) -> Result<Option<String>> {
    Ok(conn.one(ABOUT, args![person]).await?.map(|(words,)| words))
}

/// The themes that somebody likes to be asked about.
pub async fn knows(conn: &mut Conn, person: &PersonId) -> Result<Vec<Theme>> {
    conn.all(KNOWS, args![person]).await
}

/// Every theme, with whether this person likes to be asked about it.
pub async fn themes(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Vec<Theme>> {
    conn.all(THEMES, args![person, today]).await
}

/// Writes what somebody tells of themselves; nothing is an answer too.
pub async fn describe(
    tx: &mut Tx,
    permit: &Permit<DescribingOneself>,
    words: &str,
    themes: &[&str],
    now: Moment,
) -> Result<()> {
    tx.run(NO_ABOUT, args![permit.on()]).await?;
    if !words.is_empty() {
        tx.exactly_one(ADD_ABOUT, args![permit.on(), words, identity::directory::fold(words), now]).await?;
    }
    tx.run(KNOWS_NOTHING, args![permit.on()]).await?;
    for theme in themes {
        tx.exactly_one(ADD_KNOWS, args![permit.on(), theme]).await?;
    }
    Ok(())
}

/// The interests that members told their council of, as far as they last.
pub async fn interests(conn: &mut Conn, council: &OrganisationId, today: Day) -> Result<Vec<Interest>> {
    conn.all(INTERESTS, args![council, today]).await
}

pub async fn tell_interest(
    tx: &mut Tx,
    permit: &Permit<DescribingOneself>,
    council: &OrganisationId,
    words: &str,
    (today, now): (Day, Moment),
) -> Result<()> {
    tx.exactly_one(TELL, args![platform::id::fresh(), permit.on(), council, words, today, now]).await
}

/// An interest that is over; its last day was yesterday.
pub async fn interest_is_over(
    tx: &mut Tx,
    permit: &Permit<DescribingOneself>,
    id: &str,
    council: &OrganisationId,
    today: Day,
) -> Result<()> {
    tx.exactly_one(OVER, args![id, permit.on(), council, today.plus_days(-1)]).await
}
