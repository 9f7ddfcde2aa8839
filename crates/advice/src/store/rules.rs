//! The rules about terms: of councils, of municipalities and of the association.

use platform::Kind;
use platform::args;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;
use platform::web::Problem;

use crate::kinds::{RuleId, Subject};
use crate::rule_book::{LayingDown, RuleBook};
use crate::term::KeptRule;

platform::row! {
    /// A rule with who laid it down and when.
    pub struct Laid {
        pub id: RuleId,
        pub organisation: OrganisationId,
        pub owner: Kind,
        pub owner_name: String,
        pub municipality: Option<OrganisationId>,
        pub municipality_name: Option<String>,
        pub subject: Subject,
        pub rule: String,
        pub valid_from: Option<Day>,
        pub valid_to: Option<Day>,
        pub created_at: Moment,
        pub name: Option<String>,
    }

    struct Named { id: OrganisationId, kind: Kind, name: String }
}

platform::statements! {
    // Of the council, of the municipalities that it advises, and of the association.
    OF_COUNCIL: KeptRule = "SELECT r.id, r.organisation, o.kind AS owner, r.municipality, r.subject, r.rule, r.valid_from, r.valid_to
        FROM advice_rule r JOIN organisation o ON o.id = r.organisation
        WHERE r.subject = $2 AND r.organisation IN (SELECT id FROM organisation WHERE id = $1 OR kind = 'association'
            UNION SELECT municipality FROM council_municipality WHERE council = $1)";
    FIND: KeptRule = "SELECT r.id, r.organisation, o.kind AS owner, r.municipality, r.subject, r.rule, r.valid_from, r.valid_to
        FROM advice_rule r JOIN organisation o ON o.id = r.organisation WHERE r.id = $1";
    ADD: () = "INSERT INTO advice_rule (id, organisation, municipality, subject, rule, valid_from, valid_to, created_at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LAID: Laid = "SELECT r.id, r.organisation, w.kind AS owner, w.name AS owner_name, r.municipality, o.short_name AS municipality_name,
          r.subject, r.rule, r.valid_from, r.valid_to, r.created_at, p.name
        FROM advice_rule r JOIN organisation w ON w.id = r.organisation
          LEFT JOIN organisation o ON o.id = r.municipality LEFT JOIN person p ON p.id = r.by_person
        WHERE r.organisation = $1";
    // What others laid down that this council meets.
    AROUND: Laid = "SELECT r.id, r.organisation, w.kind AS owner, w.name AS owner_name, r.municipality, o.short_name AS municipality_name,
          r.subject, r.rule, r.valid_from, r.valid_to, r.created_at, p.name
        FROM advice_rule r JOIN organisation w ON w.id = r.organisation
          LEFT JOIN organisation o ON o.id = r.municipality LEFT JOIN person p ON p.id = r.by_person
        WHERE r.organisation <> $1 AND r.organisation IN (SELECT id FROM organisation WHERE kind = 'association'
            UNION SELECT municipality FROM council_municipality WHERE council = $1 AND (until_on IS NULL OR until_on >= $2))";
    // What still held on the first day of the new rule, about the same, for the same municipality or for all.
    CLOSE: () = "UPDATE advice_rule SET valid_to = $5 WHERE organisation = $1 AND subject = $2 AND COALESCE(municipality, '') = $3
        AND (valid_to IS NULL OR valid_to >= $4)";
    OWNER: Named = "SELECT id, kind, name FROM organisation WHERE id = $1 AND kind IN ('council', 'municipality', 'association')";
    ACROSS: Named = "SELECT o.id, o.kind, o.short_name AS name FROM council_municipality cm
          JOIN organisation o ON o.id = CASE WHEN cm.council = $1 THEN cm.municipality ELSE cm.council END
        WHERE (cm.council = $1 OR cm.municipality = $1) AND (cm.until_on IS NULL OR cm.until_on >= $2) ORDER BY o.short_name, o.id";
}

impl Laid {
    /// The municipality it is for; empty for all of them.
    pub fn municipality_word(&self) -> &str {
        self.municipality.as_ref().map_or("", OrganisationId::as_str)
    }

    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Replaced before it ever held.
    pub fn is_void(&self) -> bool {
        matches!((self.valid_from, self.valid_to), (Some(from), Some(to)) if to < from)
    }
}

pub async fn of_council(conn: &mut Conn, council: &OrganisationId, subject: Subject) -> Result<Vec<KeptRule>> {
    conn.all(OF_COUNCIL, args![council, subject]).await
}

pub async fn find(conn: &mut Conn, id: &RuleId) -> Result<Option<KeptRule>> {
    conn.one(FIND, args![id]).await
}

/// All of an organisation, the newest first.
pub async fn laid(conn: &mut Conn, owner: &OrganisationId) -> Result<Vec<Laid>> {
    Ok(newest_first(conn.all(LAID, args![owner]).await?))
}

/// What its municipalities and the association laid down, the newest first: what a council reads beside its own.
pub async fn around(conn: &mut Conn, book: &RuleBook, on: Day) -> Result<Vec<Laid>> {
    match book.kind {
        Kind::Council => Ok(newest_first(conn.all(AROUND, args![book.owner, on]).await?)),
        _ => Ok(Vec::new()),
    }
}

fn newest_first(mut all: Vec<Laid>) -> Vec<Laid> {
    all.sort_by(|a, b| (b.valid_from, b.created_at, b.id.as_str()).cmp(&(a.valid_from, a.created_at, a.id.as_str())));
    all
}

/// The rules of an organisation as the policy knows them; of who has no part in advices there are none. On the
/// other side is who sits at a table with it on this day or will later.
pub async fn seek_book(conn: &mut Conn, owner: &OrganisationId, on: Day) -> Result<Option<RuleBook>> {
    // Both are asked of what has no rules too: what is hidden costs the same as what is not there.
    let across = conn.all(ACROSS, args![owner, on]).await?.into_iter().map(|o| (o.id, o.name)).collect();
    let Some(owner) = conn.one(OWNER, args![owner]).await? else { return Ok(None) };
    Ok(Some(RuleBook { owner: owner.id, kind: owner.kind, name: owner.name, across }))
}

/// The same, for a page.
pub async fn book(conn: &mut Conn, owner: &OrganisationId, on: Day) -> std::result::Result<RuleBook, Problem> {
    seek_book(conn, owner, on).await?.ok_or(Problem::NotFound)
}

/// The same, held until the transaction ends.
pub async fn take_book(tx: &mut Tx, owner: &OrganisationId, on: Day) -> std::result::Result<RuleBook, Problem> {
    tx.lock(OWNER, args![owner]).await?;
    book(tx, owner, on).await
}

/// A rule that is laid down, from a day on.
pub struct NewRule<'a> {
    pub municipality: Option<&'a OrganisationId>,
    pub subject: Subject,
    pub rule: &'a terms::TermRule,
    pub from: Day,
}

/// Closes what held the day before, and keeps the new one.
pub async fn lay_down(tx: &mut Tx, permit: &Permit<LayingDown>, new: &NewRule<'_>, now: Moment) -> Result<RuleId> {
    let owner = OrganisationId::of(permit.on());
    let municipality = new.municipality.map_or("", OrganisationId::as_str);
    let last = new.from.plus_days(-1);
    tx.run(CLOSE, args![owner, new.subject, municipality, new.from, last]).await?;
    let id = RuleId::fresh();
    keep(tx, &id, &owner, new.municipality, new.subject, new.rule, Some(permit.by()), now).await?;
    Ok(id)
}

pub(crate) async fn add(
    tx: &mut Tx,
    id: &RuleId,
    owner: &OrganisationId,
    municipality: Option<&OrganisationId>,
    subject: Subject,
    rule: &terms::TermRule,
    now: Moment,
) -> Result<()> {
    keep(tx, id, owner, municipality, subject, rule, None, now).await
}

#[expect(clippy::too_many_arguments, reason = "a row has as many columns")]
async fn keep(
    tx: &mut Tx,
    id: &RuleId,
    owner: &OrganisationId,
    municipality: Option<&OrganisationId>,
    subject: Subject,
    rule: &terms::TermRule,
    by: Option<&PersonId>,
    now: Moment,
) -> Result<()> {
    let json = serde_json::to_string(rule).map_err(|e| platform::db::Error::Fault(Box::new(e)))?;
    let (from, to) = (rule.source.valid_from.map(Day), rule.source.valid_to.map(Day));
    tx.exactly_one(ADD, args![id, owner, municipality, subject, json, from, to, now, by]).await
}
