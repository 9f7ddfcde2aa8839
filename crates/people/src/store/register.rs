//! The register: which organisations there are, and what is known of each besides its people.

use identity::directory::{self, Known, NewOrganisation};
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::policy::Permit;
use platform::{Kind, args};

use crate::body::Profile;
use crate::kinds::{BodyForm, Form};
use crate::register::policy::Keeping;
use crate::store::facts;

/// Organisations on a page of the list.
pub const PER_PAGE: i64 = 25;

platform::row! {
    /// A line of the list.
    pub struct Line {
        pub id: OrganisationId,
        pub kind: Kind,
        pub name: String,
        pub code: Option<String>,
        pub province: Option<String>,
        pub form: Option<BodyForm>,
        pub ended_on: Option<Day>,
        pub into_name: Option<String>,
        pub into_on: Option<Day>,
    }

    /// A municipality that a council, a partnership or a merger is about.
    pub struct Party {
        pub id: OrganisationId,
        pub name: String,
        pub short_name: String,
        pub region: Option<String>,
        pub since_on: Option<Day>,
        pub ended_on: Option<Day>,
        /// What it goes up in.
        pub goes_into: Option<OrganisationId>,
        pub into_name: Option<String>,
        pub into_on: Option<Day>,
    }
}

/// A municipality goes up in one other; where the rows of before name two, the first is taken.
macro_rules! with_successor {
    () => {
        " LEFT JOIN organisation_end e ON e.organisation = o.id
          LEFT JOIN municipality_succession m ON m.former = o.id
               AND m.successor = (SELECT MIN(x.successor) FROM municipality_succession x WHERE x.former = o.id)
          LEFT JOIN organisation n ON n.id = m.successor "
    };
}

/// Which lines are wanted: `$1` a word, `$2` the kind, `$3` the form of what is elsewhere.
macro_rules! wanted {
    () => {
        " WHERE o.kind <> 'host' AND ($1 = '' OR o.folded LIKE $1 OR LOWER(COALESCE(o.code, '')) LIKE $1)
            AND ($2 = '' OR o.kind = $2) AND ($3 = '' OR COALESCE(f.form, 'partner') = $3) "
    };
}

macro_rules! party {
    ($behind:literal) => {
        concat!(
            "SELECT o.id, o.name, o.short_name, o.region, o.since_on, e.on_day AS ended_on,
                    m.successor AS goes_into, n.name AS into_name, m.on_day AS into_on FROM organisation o",
            with_successor!(),
            $behind
        )
    };
}

platform::statements! {
    LIST: Line = concat!("SELECT o.id, o.kind, o.name, o.code, o.province, f.form, e.on_day AS ended_on, n.name AS into_name, m.on_day AS into_on
        FROM organisation o LEFT JOIN body_form f ON f.organisation = o.id", with_successor!(), wanted!(),
        "ORDER BY o.folded, o.id LIMIT $4 OFFSET $5");
    COUNT: (i64,) = concat!("SELECT COUNT(*) FROM organisation o LEFT JOIN body_form f ON f.organisation = o.id", wanted!());
    LOCK: (String,) = "SELECT name FROM organisation WHERE id = $1";
    PARTY: Party = party!("WHERE o.kind = 'municipality' AND o.id = $1");
    // By what people write: the name with or without what it is, or the code.
    WRITTEN: Party = party!("WHERE o.kind = 'municipality' AND (o.folded = $1 OR o.folded = $2 OR o.code = $3 OR o.code = $4) ORDER BY o.id");
    // The name is free again when whoever had it is no more.
    NAMED: (String,) = concat!("SELECT o.name FROM organisation o", with_successor!(),
        "WHERE o.kind = $1 AND o.folded = $2 AND (e.on_day IS NULL OR e.on_day >= $3) AND (m.on_day IS NULL OR m.on_day > $3) LIMIT 1");
    CODED: (String,) = "SELECT name FROM organisation WHERE code IN ($1, $2) AND id <> $3 LIMIT 1";
    REGIONS: (String,) = "SELECT DISTINCT region FROM organisation WHERE region IS NOT NULL ORDER BY region";
}

/// Which lines are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub text: String,
    pub kind: &'static str,
    pub form: &'static str,
}

impl Wanted {
    /// A sign that stands for any other is left out.
    fn pattern(&self) -> String {
        let folded = directory::fold(self.text.trim()).replace(['%', '_', '\\'], "");
        if folded.is_empty() { folded } else { format!("%{folded}%") }
    }
}

pub async fn count(conn: &mut Conn, wanted: &Wanted) -> Result<i64> {
    conn.value(COUNT, args![wanted.pattern(), wanted.kind, wanted.form]).await
}

pub async fn page(conn: &mut Conn, wanted: &Wanted, page: i64) -> Result<Vec<Line>> {
    let offset = (page - 1) * PER_PAGE;
    conn.all(LIST, args![wanted.pattern(), wanted.kind, wanted.form, PER_PAGE, offset]).await
}

/// Holds an organisation until the transaction ends: what excludes each other takes it first.
pub async fn hold(tx: &mut Tx, id: &OrganisationId) -> Result<()> {
    tx.lock(LOCK, args![id]).await.map(|_| ())
}

pub async fn party(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Party>> {
    conn.one(PARTY, args![id]).await
}

/// The municipalities that somebody may mean.
pub async fn written(conn: &mut Conn, words: &str) -> Result<Vec<Party>> {
    let folded = directory::fold(words.trim());
    let named = format!("gemeente {folded}");
    let [plain, coded] = codes(words);
    conn.all(WRITTEN, args![folded, named, plain, coded]).await
}

/// A code as it may be kept: *0335* and *GM0335* are the same.
fn codes(words: &str) -> [String; 2] {
    let plain = words.trim().to_uppercase();
    let coded = match plain.strip_prefix("GM") {
        Some(digits) => digits.to_owned(),
        None => format!("GM{plain}"),
    };
    [plain, coded]
}

/// Who has this name on a day, among the organisations of a kind.
pub async fn named(conn: &mut Conn, kind: Kind, name: &str, on: Day) -> Result<Option<String>> {
    let folded = directory::fold(name);
    Ok(conn.one(NAMED, args![kind, folded, on]).await?.map(|(name,)| name))
}

/// Who else has this code.
pub async fn coded(conn: &mut Conn, code: &str, but: Option<&OrganisationId>) -> Result<Option<String>> {
    let [plain, coded] = codes(code);
    let but = but.map_or("", OrganisationId::as_str);
    Ok(conn.one(CODED, args![plain, coded, but]).await?.map(|(name,)| name))
}

/// The regions that are in use.
pub async fn regions(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(conn.all(REGIONS, args![]).await?.into_iter().map(|(name,)| name).collect())
}

/// An organisation that is founded.
pub struct New<'a> {
    pub kind: Kind,
    pub name: &'a str,
    pub short_name: &'a str,
    pub known: Known<'a>,
    /// Of a council.
    pub form: Option<Form>,
    /// Of what is elsewhere.
    pub body_form: Option<BodyForm>,
}

/// Founds the organisation of the permit. With which municipalities it sits is said by its ties.
pub async fn found(tx: &mut Tx, permit: &Permit<Keeping>, new: &New<'_>, now: Moment) -> Result<()> {
    let (id, known) = (OrganisationId::of(permit.on()), &new.known);
    let row = NewOrganisation {
        id: &id,
        kind: new.kind,
        name: new.name,
        short_name: new.short_name,
        code: known.code,
        region: known.region,
        province: known.province,
        inhabitants: known.inhabitants,
    };
    directory::add_organisation(tx, &row, now).await?;
    directory::correct(tx, &id, known).await?;
    if let Some(form) = new.form {
        let profile = Profile {
            form,
            since_on: known.since_on,
            places: None,
            term_months: None,
            terms_most: None,
            source: String::new(),
            source_on: None,
        };
        facts::write_profile(tx, &id, &profile, Some(permit.by()), now).await?;
    }
    match new.body_form {
        Some(form) => facts::add_body_form(tx, &id, form).await,
        None => Ok(()),
    }
}

/// Corrects what is known of the organisation of the permit.
pub async fn correct(tx: &mut Tx, permit: &Permit<Keeping>, known: &Known<'_>) -> Result<()> {
    directory::correct(tx, &OrganisationId::of(permit.on()), known).await
}
