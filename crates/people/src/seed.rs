//! Facts that come in from outside: the demo country and a file that is imported.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};

pub use crate::body::Profile;
use crate::kinds::{BodyForm, Law, Reason};
use crate::store::facts;
pub use crate::store::facts::NewSupport;

platform::statements! {
    SEAT: () = "UPDATE seat SET term = $2, portfolio = $3 WHERE id = $1";
    ENDED: () = "INSERT INTO seat_end (seat, reason, words, at) VALUES ($1, $2, '', $3) ON CONFLICT (seat) DO NOTHING";
    DEPUTY: () = "INSERT INTO seat_deputy (seat, deputy, at) VALUES ($1, $2, $3) ON CONFLICT (seat) DO NOTHING";
    KNOWS: () = "INSERT INTO person_knows (person, theme) VALUES ($1, $2) ON CONFLICT (person, theme) DO NOTHING";
    ABOUT: () = "INSERT INTO person_about (person, words, folded, at) VALUES ($1, $2, $3, $4) ON CONFLICT (person) DO NOTHING";
    SINCE: () = "UPDATE organisation SET since_on = $2 WHERE id = $1";
    INTEREST: () = "INSERT INTO person_interest (id, person, council, words, from_on, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $2)";
}

/// What is laid down about a council.
pub struct Council<'a> {
    pub profile: &'a Profile,
    pub laws: &'a [(Law, Option<Day>)],
    pub themes: &'a [(&'a str, Day)],
    pub support: &'a [NewSupport<'a>],
}

pub async fn council(tx: &mut Tx, id: &OrganisationId, council: &Council<'_>, now: Moment) -> Result<()> {
    facts::write_profile(tx, id, council.profile, None, now).await?;
    facts::write_laws(tx, id, council.laws).await?;
    for (theme, since_on) in council.themes {
        facts::add_theme(tx, id, theme, *since_on).await?;
    }
    facts::write_support(tx, id, council.support).await
}

/// Which term a place is in, and what it is there for.
pub async fn seat(tx: &mut Tx, id: &SeatId, term: i64, portfolio: &str) -> Result<()> {
    tx.exactly_one(SEAT, args![id, term, portfolio]).await
}

/// Why a place that is over ended.
pub async fn ended(tx: &mut Tx, seat: &SeatId, reason: Reason, at: Moment) -> Result<()> {
    tx.run(ENDED, args![seat, reason, at]).await.map(|_| ())
}

pub async fn deputy(tx: &mut Tx, seat: &SeatId, deputy: &PersonId, at: Moment) -> Result<()> {
    tx.run(DEPUTY, args![seat, deputy, at]).await.map(|_| ())
}

/// What somebody tells of themselves.
pub async fn told(tx: &mut Tx, person: &PersonId, about: Option<&str>, themes: &[&str], at: Moment) -> Result<()> {
    if let Some(words) = about {
        tx.run(ABOUT, args![person, words, identity::directory::fold(words), at]).await?;
    }
    for theme in themes {
        tx.run(KNOWS, args![person, theme]).await?;
    }
    Ok(())
}

pub async fn interest(
    tx: &mut Tx,
    id: &str,
    person: &PersonId,
    council: &OrganisationId,
    words: &str,
    (on, at): (Day, Moment),
) -> Result<()> {
    tx.run(INTEREST, args![id, person, council, words, on, at]).await.map(|_| ())
}

/// A body elsewhere: what it is, and with which municipalities since when.
pub async fn elsewhere(
    tx: &mut Tx,
    id: &OrganisationId,
    form: BodyForm,
    municipalities: &[(OrganisationId, Day)],
) -> Result<()> {
    facts::add_body_form(tx, id, form).await?;
    for (municipality, from_on) in municipalities {
        facts::add_partner(tx, id, municipality, *from_on).await?;
    }
    Ok(())
}

/// The first day on which an organisation is there.
pub async fn since(tx: &mut Tx, id: &OrganisationId, on: Day) -> Result<()> {
    tx.exactly_one(SINCE, args![id, on]).await
}

/// A municipality went up in another.
pub async fn went_up(tx: &mut Tx, former: &OrganisationId, successor: &OrganisationId, on: Day) -> Result<()> {
    facts::add_succession(tx, former, successor, on).await
}
