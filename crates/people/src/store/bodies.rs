//! Organisations with what is known of them.

use platform::args;
use platform::db::{Conn, Result};
use platform::id::OrganisationId;

use crate::body::{Body, Follows, Linked, Profile, Stands, Supported};

platform::statements! {
    BODY: Body = "SELECT o.id, o.kind, o.name, o.short_name, o.code, o.region, o.province, o.inhabitants, f.form, o.since_on,
            e.on_day AS ended_on, e.words AS ended_words
        FROM organisation o LEFT JOIN body_form f ON f.organisation = o.id LEFT JOIN organisation_end e ON e.organisation = o.id WHERE o.id = $1";
    PROFILE: Profile = "SELECT form, since_on, places, term_months, terms_most, source, source_on FROM council_profile WHERE council = $1";
    LAWS: Stands = "SELECT law, since_on FROM council_law WHERE council = $1 ORDER BY since_on, law";
    THEMES: Follows = concat!("SELECT c.theme, ", ui::theme_words!("t", "name"), " AS name, c.since_on FROM council_theme c JOIN theme t ON t.id = c.theme
        WHERE c.council = $1 ORDER BY t.place, t.name");
    SUPPORT: Supported = "SELECT s.kind, s.words, s.payer, o.name AS payer_name, s.source FROM council_support s
        LEFT JOIN organisation o ON o.id = s.payer WHERE s.council = $1 ORDER BY s.kind";
    // Across the table: the municipalities of a council, the councils of a municipality.
    ACROSS: Linked = "SELECT o.id, o.kind, o.name, cm.from_on, cm.until_on FROM council_municipality cm
        JOIN organisation o ON (o.id = cm.municipality AND cm.council = $1) OR (o.id = cm.council AND cm.municipality = $1)
        WHERE cm.council = $1 OR cm.municipality = $1 ORDER BY o.name";
    // What went up in this one, and what this one went up in.
    FORMER: Linked = "SELECT o.id, o.kind, o.name, NULL AS from_on, m.on_day AS until_on FROM municipality_succession m
        JOIN organisation o ON o.id = m.former WHERE m.successor = $1 ORDER BY m.on_day, o.name";
    SUCCESSOR: Linked = "SELECT o.id, o.kind, o.name, m.on_day AS from_on, NULL AS until_on FROM municipality_succession m
        JOIN organisation o ON o.id = m.successor WHERE m.former = $1 ORDER BY m.on_day, o.name";
    PARTNERSHIPS: Linked = "SELECT o.id, o.kind, o.name, p.from_on, p.until_on FROM partnership_member p
        JOIN organisation o ON o.id = p.partnership WHERE p.municipality = $1 ORDER BY o.name, p.from_on";
    PARTNERS: Linked = "SELECT o.id, o.kind, o.name, p.from_on, p.until_on FROM partnership_member p
        JOIN organisation o ON o.id = p.municipality WHERE p.partnership = $1 ORDER BY o.name, p.from_on";
}

pub async fn body(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Body>> {
    conn.one(BODY, args![id]).await
}

pub async fn profile(conn: &mut Conn, council: &OrganisationId) -> Result<Option<Profile>> {
    conn.one(PROFILE, args![council]).await
}

/// What is known of a council.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub profile: Option<Profile>,
    pub laws: Vec<Stands>,
    pub themes: Vec<Follows>,
    pub support: Vec<Supported>,
    pub across: Vec<Linked>,
}

pub async fn facts(conn: &mut Conn, council: &OrganisationId) -> Result<Facts> {
    Ok(Facts {
        profile: profile(conn, council).await?,
        laws: conn.all(LAWS, args![council]).await?,
        themes: conn.all(THEMES, args![council]).await?,
        support: conn.all(SUPPORT, args![council]).await?,
        across: across(conn, council).await?,
    })
}

/// Who sits across the table, sat there or will.
pub async fn across(conn: &mut Conn, of: &OrganisationId) -> Result<Vec<Linked>> {
    conn.all(ACROSS, args![of]).await
}

/// What a municipality has to do with others: what went up in it, what it went up in, and with whom it acts.
#[derive(Debug, Clone, Default)]
pub struct Ties {
    pub former: Vec<Linked>,
    pub successor: Vec<Linked>,
    pub partnerships: Vec<Linked>,
}

pub async fn ties(conn: &mut Conn, municipality: &OrganisationId) -> Result<Ties> {
    Ok(Ties {
        former: conn.all(FORMER, args![municipality]).await?,
        successor: conn.all(SUCCESSOR, args![municipality]).await?,
        partnerships: conn.all(PARTNERSHIPS, args![municipality]).await?,
    })
}

/// The municipalities of a partnership.
pub async fn partners(conn: &mut Conn, partnership: &OrganisationId) -> Result<Vec<Linked>> {
    conn.all(PARTNERS, args![partnership]).await
}
