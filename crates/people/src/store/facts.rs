//! Writing what is known of an organisation.

use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::body::{Follows, Profile, Theme};
use crate::kinds::{BodyForm, Law, Support};
use crate::policy::Describing;

platform::statements! {
    NO_PROFILE: () = "DELETE FROM council_profile WHERE council = $1";
    ADD_PROFILE: () = "INSERT INTO council_profile (council, form, since_on, places, term_months, terms_most, source, source_on, at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    NO_LAWS: () = "DELETE FROM council_law WHERE council = $1";
    ADD_LAW: () = "INSERT INTO council_law (council, law, since_on) VALUES ($1, $2, $3)";
    THEMES: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, CASE WHEN c.council IS NULL THEN 0 ELSE 1 END AS chosen FROM theme t
        LEFT JOIN council_theme c ON c.theme = t.id AND c.council = $1 WHERE c.council IS NOT NULL OR t.ended_on IS NULL OR t.ended_on > $2 ORDER BY t.place, t.name");
    NO_THEME: () = "DELETE FROM council_theme WHERE council = $1 AND theme = $2";
    ADD_THEME: () = "INSERT INTO council_theme (council, theme, since_on) VALUES ($1, $2, $3) ON CONFLICT (council, theme) DO NOTHING";
    NO_SUPPORT: () = "DELETE FROM council_support WHERE council = $1";
    ADD_SUPPORT: () = "INSERT INTO council_support (council, kind, words, payer, source) VALUES ($1, $2, $3, $4, $5)";
    ADD_BODY_FORM: () = "INSERT INTO body_form (organisation, form) VALUES ($1, $2) ON CONFLICT (organisation) DO NOTHING";
    ADD_PARTNER: () = "INSERT INTO partnership_member (partnership, municipality, from_on, until_on) VALUES ($1, $2, $3, $4) ON CONFLICT (partnership, municipality, from_on) DO NOTHING";
    ADD_SUCCESSION: () = "INSERT INTO municipality_succession (former, successor, on_day) VALUES ($1, $2, $3) ON CONFLICT (former, successor) DO NOTHING";
}

/// One thing a council gets, with who pays it and what says so.
#[derive(Debug, Clone)]
pub struct NewSupport<'a> {
    pub kind: Support,
    pub words: &'a str,
    pub payer: Option<&'a OrganisationId>,
    pub source: &'a str,
}

/// The themes that are offered on a day or followed already, with whether a council follows each.
pub async fn themes(conn: &mut Conn, council: &OrganisationId, today: Day) -> Result<Vec<Theme>> {
    conn.all(THEMES, args![council, today]).await
}

/// Everything that is laid down about a council, at once. What was there before is in the trail's past.
pub async fn describe(
    tx: &mut Tx,
    permit: &Permit<Describing>,
    profile: &Profile,
    laws: &[(Law, Option<Day>)],
    support: &[NewSupport<'_>],
    now: Moment,
) -> Result<()> {
    let council = OrganisationId::of(permit.on());
    write_profile(tx, &council, profile, Some(permit.by()), now).await?;
    write_laws(tx, &council, laws).await?;
    write_support(tx, &council, support).await
}

pub(crate) async fn write_profile(
    tx: &mut Tx,
    council: &OrganisationId,
    p: &Profile,
    by: Option<&PersonId>,
    now: Moment,
) -> Result<()> {
    tx.run(NO_PROFILE, args![council]).await?;
    let row = args![council, p.form, p.since_on, p.places, p.term_months, p.terms_most, p.source, p.source_on, now, by];
    tx.exactly_one(ADD_PROFILE, row).await
}

pub(crate) async fn write_laws(tx: &mut Tx, council: &OrganisationId, laws: &[(Law, Option<Day>)]) -> Result<()> {
    tx.run(NO_LAWS, args![council]).await?;
    for (law, since_on) in laws {
        tx.exactly_one(ADD_LAW, args![council, law, since_on]).await?;
    }
    Ok(())
}

pub(crate) async fn write_support(tx: &mut Tx, council: &OrganisationId, support: &[NewSupport<'_>]) -> Result<()> {
    tx.run(NO_SUPPORT, args![council]).await?;
    for one in support {
        tx.exactly_one(ADD_SUPPORT, args![council, one.kind, one.words, one.payer, one.source]).await?;
    }
    Ok(())
}

/// The themes that a council follows from now on, each with since when. What is left as it is, is not written.
pub async fn follow_themes(
    tx: &mut Tx,
    permit: &Permit<Describing>,
    followed: &[Follows],
    wanted: &[(String, Option<Day>)],
) -> Result<()> {
    let stays = |f: &Follows| wanted.iter().any(|(theme, since)| *theme == f.theme && *since == f.since_on);
    for gone in followed.iter().filter(|f| !stays(f)) {
        tx.run(NO_THEME, args![permit.on(), gone.theme]).await?;
    }
    let is_new = |theme: &str, since: Option<Day>| !followed.iter().any(|f| f.theme == theme && f.since_on == since);
    for (theme, since) in wanted.iter().filter(|(theme, since)| is_new(theme, *since)) {
        tx.run(ADD_THEME, args![permit.on(), theme, since]).await?;
    }
    Ok(())
}

pub(crate) async fn add_theme(tx: &mut Tx, council: &OrganisationId, theme: &str, since_on: Day) -> Result<()> {
    tx.run(ADD_THEME, args![council, theme, since_on]).await.map(|_| ())
}

pub(crate) async fn add_body_form(tx: &mut Tx, body: &OrganisationId, form: BodyForm) -> Result<()> {
    tx.run(ADD_BODY_FORM, args![body, form]).await.map(|_| ())
}

pub(crate) async fn add_partner(
    tx: &mut Tx,
    partnership: &OrganisationId,
    municipality: &OrganisationId,
    from_on: Day,
) -> Result<()> {
    tx.run(ADD_PARTNER, args![partnership, municipality, from_on, None::<Day>]).await.map(|_| ())
}

pub(crate) async fn add_succession(
    tx: &mut Tx,
    former: &OrganisationId,
    successor: &OrganisationId,
    on: Day,
) -> Result<()> {
    tx.run(ADD_SUCCESSION, args![former, successor, on]).await.map(|_| ())
}
