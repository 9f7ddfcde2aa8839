//! The rules of councils about terms.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;

use crate::kinds::{RuleId, Subject};
use crate::term::KeptRule;

platform::statements! {
    OF_COUNCIL: KeptRule = "SELECT id, municipality, subject, rule, valid_from, valid_to FROM advice_rule WHERE council = $1 AND subject = $2";
    FIND: KeptRule = "SELECT id, municipality, subject, rule, valid_from, valid_to FROM advice_rule WHERE id = $1";
    ADD: () = "INSERT INTO advice_rule (id, council, municipality, subject, rule, valid_from, valid_to, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

pub async fn of_council(conn: &mut Conn, council: &OrganisationId, subject: Subject) -> Result<Vec<KeptRule>> {
    conn.all(OF_COUNCIL, args![council, subject]).await
}

pub async fn find(conn: &mut Conn, id: &RuleId) -> Result<Option<KeptRule>> {
    conn.one(FIND, args![id]).await
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
    use platform::Day;
    let json = serde_json::to_string(rule).map_err(|e| platform::db::Error::Fault(Box::new(e)))?;
    let (from, to) = (rule.source.valid_from.map(Day), rule.source.valid_to.map(Day));
    tx.exactly_one(ADD, args![id, council, municipality, subject, json, from, to, now]).await
}
