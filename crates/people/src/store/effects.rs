//! What changes because an organisation goes up in another or ends, and how it was before: taking it back reads
//! this, and nothing is lost on the way.

use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;

use crate::store::ties::{self, Tie, What};

platform::row! {
    /// One thing that changed.
    pub struct Effect {
        pub kind: What,
        /// The council, the partnership or the seat.
        pub one: String,
        /// The municipality across; of a seat whether its end was written down.
        pub other: String,
        /// It was not there before.
        pub added: bool,
        pub from_before: Option<Day>,
        pub until_before: Option<Day>,
    }
}

platform::statements! {
    OF: Effect = "SELECT kind, one, other, added, from_before, until_before FROM organisation_effect WHERE organisation = $1 ORDER BY kind, one, other";
    // What it was at first counts.
    ADD: () = "INSERT INTO organisation_effect (organisation, kind, one, other, added, from_before, until_before) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, kind, one, other) DO NOTHING";
    NONE: () = "DELETE FROM organisation_effect WHERE organisation = $1";
}

/// What changed because of an organisation.
pub async fn of(conn: &mut Conn, organisation: &OrganisationId) -> Result<Vec<Effect>> {
    conn.all(OF, args![organisation]).await
}

/// Forgets them, once they are undone.
pub(super) async fn forget(tx: &mut Tx, organisation: &OrganisationId) -> Result<()> {
    tx.run(NONE, args![organisation]).await.map(|_| ())
}

pub(super) async fn add(tx: &mut Tx, because_of: &OrganisationId, effect: &Effect) -> Result<()> {
    let e = effect;
    let added = i64::from(e.added);
    tx.run(ADD, args![because_of, e.kind, e.one, e.other, added, e.from_before, e.until_before]).await.map(|_| ())
}

/// Notes a tie as it was, or with `added` as it is made.
async fn note(tx: &mut Tx, because_of: &OrganisationId, kind: What, tie: &Tie, added: bool) -> Result<()> {
    let (one, other) = (tie.one.to_string(), tie.other.to_string());
    let (from_before, until_before) = (tie.from_on, tie.until_on);
    add(tx, because_of, &Effect { kind, one, other, added, from_before, until_before }).await
}

/// Ends what an organisation is tied to, on its last day.
pub(super) async fn end_ties(tx: &mut Tx, of: &OrganisationId, last: Day) -> Result<Vec<(What, Tie)>> {
    let mut ended = Vec::new();
    for what in [What::Table, What::Place] {
        for tie in ties::lasting(tx, what, of, last.plus_days(1)).await? {
            end_tie(tx, of, what, &tie, last).await?;
            ended.push((what, tie));
        }
    }
    Ok(ended)
}

/// Ends one of them.
pub(super) async fn end_tie(tx: &mut Tx, because_of: &OrganisationId, what: What, tie: &Tie, last: Day) -> Result<()> {
    note(tx, because_of, what, tie, false).await?;
    ties::set(tx, what, &Tie { until_on: Some(last), ..tie.clone() }).await
}

/// Sees to it that a tie holds from a day until a day; what is there already is made longer where it must.
pub(super) async fn ensure(tx: &mut Tx, because_of: &OrganisationId, what: What, wanted: &Tie) -> Result<()> {
    // A place that was left and is taken again is another one.
    let ends_before = |tie: &Tie| tie.until_on.zip(wanted.from_on).is_some_and(|(until, from)| until < from);
    let there = ties::tie(tx, what, &wanted.one, &wanted.other).await?;
    let Some(there) = there.filter(|tie| what == What::Table || !ends_before(tie)) else {
        note(tx, because_of, what, wanted, true).await?;
        return ties::add(tx, what, wanted).await;
    };
    let long = longer(&there, wanted);
    if (long.from_on, long.until_on) == (there.from_on, there.until_on) {
        return Ok(());
    }
    note(tx, because_of, what, &there, false).await?;
    ties::set(tx, what, &Tie { from_on: if what == What::Place { there.from_on } else { long.from_on }, ..long }).await
}

/// The two as one. No first day is from the beginning, no last day is without an end.
fn longer(a: &Tie, b: &Tie) -> Tie {
    let from_on = match (a.from_on, b.from_on) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => None,
    };
    let until_on = match (a.until_on, b.until_on) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => None,
    };
    Tie { from_on, until_on, ..a.clone() }
}

/// Puts a tie back as it was.
pub(super) async fn put_back(tx: &mut Tx, effect: &Effect) -> Result<()> {
    let tie = Tie {
        one: OrganisationId::of(effect.one.as_str()),
        other: OrganisationId::of(effect.other.as_str()),
        from_on: effect.from_before,
        until_on: effect.until_before,
    };
    if effect.added { ties::remove(tx, effect.kind, &tie).await } else { ties::set(tx, effect.kind, &tie).await }
}
