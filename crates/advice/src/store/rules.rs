//! The rules of councils about terms.

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
        pub municipality: Option<OrganisationId>,
        pub municipality_name: Option<String>,
        pub subject: Subject,
        pub rule: String,
        pub valid_from: Option<Day>,
        pub valid_to: Option<Day>,
        pub created_at: Moment,
        pub name: Option<String>,
    }

    struct Named { id: OrganisationId, name: String }
}

platform::statements! {
    OF_COUNCIL: KeptRule = "SELECT id, municipality, subject, rule, valid_from, valid_to FROM advice_rule WHERE council = $1 AND subject = $2";
    FIND: KeptRule = "SELECT id, municipality, subject, rule, valid_from, valid_to FROM advice_rule WHERE id = $1";
    ADD: () = "INSERT INTO advice_rule (id, council, municipality, subject, rule, valid_from, valid_to, created_at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LAID: Laid = "SELECT r.id, r.municipality, o.short_name AS municipality_name, r.subject, r.rule, r.valid_from, r.valid_to, r.created_at, p.name
        FROM advice_rule r LEFT JOIN organisation o ON o.id = r.municipality LEFT JOIN person p ON p.id = r.by_person
        WHERE r.council = $1";
    // What still held on the first day of the new rule, about the same, for the same municipality or for all.
    CLOSE: () = "UPDATE advice_rule SET valid_to = $5 WHERE council = $1 AND subject = $2 AND COALESCE(municipality, '') = $3
        AND (valid_to IS NULL OR valid_to >= $4)";
    COUNCIL: Named = "SELECT id, name FROM organisation WHERE id = $1 AND kind = 'council'";
    ACROSS: Named = "SELECT o.id, o.short_name AS name FROM council_municipality cm JOIN organisation o ON o.id = cm.municipality
        WHERE cm.council = $1 AND (cm.until_on IS NULL OR cm.until_on >= $2) ORDER BY o.short_name";
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

/// All of a council, the newest first.
pub async fn laid(conn: &mut Conn, council: &OrganisationId) -> Result<Vec<Laid>> {
    let mut all = conn.all(LAID, args![council]).await?;
    all.sort_by(|a, b| (b.valid_from, b.created_at, b.id.as_str()).cmp(&(a.valid_from, a.created_at, a.id.as_str())));
    Ok(all)
}

/// The rules of a council as the policy knows them; of anything else there are none. The municipalities are those
/// that it advises on this day or will advise later.
pub async fn book(conn: &mut Conn, council: &OrganisationId, on: Day) -> std::result::Result<RuleBook, Problem> {
    // Both are asked of what is no council too: what is hidden costs the same as what is not there.
    let across = conn.all(ACROSS, args![council, on]).await?.into_iter().map(|m| (m.id, m.name)).collect();
    let council = conn.one(COUNCIL, args![council]).await?.ok_or(Problem::NotFound)?;
    Ok(RuleBook { council: council.id, council_name: council.name, across })
}

/// The same, held until the transaction ends.
pub async fn take_book(tx: &mut Tx, council: &OrganisationId, on: Day) -> std::result::Result<RuleBook, Problem> {
    tx.lock(COUNCIL, args![council]).await?;
    book(tx, council, on).await
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
    let council = OrganisationId::of(permit.on());
    let municipality = new.municipality.map_or("", OrganisationId::as_str);
    let last = new.from.plus_days(-1);
    tx.run(CLOSE, args![council, new.subject, municipality, new.from, last]).await?;
    let id = RuleId::fresh();
    keep(tx, &id, &council, new.municipality, new.subject, new.rule, Some(permit.by()), now).await?;
    Ok(id)
}

pub(crate) async fn add(
    tx: &mut Tx,
    id: &RuleId,
    council: &OrganisationId,
    municipality: Option<&OrganisationId>,
    subject: Subject,
    rule: &terms::TermRule,
    now: Moment,
) -> Result<()> {
    keep(tx, id, council, municipality, subject, rule, None, now).await
}

#[expect(clippy::too_many_arguments, reason = "a row has as many columns")]
async fn keep(
    tx: &mut Tx,
    id: &RuleId,
    council: &OrganisationId,
    municipality: Option<&OrganisationId>,
    subject: Subject,
    rule: &terms::TermRule,
    by: Option<&PersonId>,
    now: Moment,
) -> Result<()> {
    let json = serde_json::to_string(rule).map_err(|e| platform::db::Error::Fault(Box::new(e)))?;
    let (from, to) = (rule.source.valid_from.map(Day), rule.source.valid_to.map(Day));
    tx.exactly_one(ADD, args![id, council, municipality, subject, json, from, to, now, by]).await
}
