//! The front door for guests of one case. Inviting them is the business of another room; letting them in is
//! this one's.

use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;
use platform::web::{Cx, Problem};
use platform::{Kind, Ref};

use crate::case::Case;
use crate::kinds::{CaseId, Side, Visibility};
pub use crate::policy::InvitingGuest;
use crate::room;
use crate::store::guests;

/// A case in which somebody is a guest. (The front page of the house draws these fields.)
pub struct Guesting {
    pub path: String,
    pub title: String,
    pub until: Day,
}

/// The case for who may invite guests to it.
///
/// # Errors
/// [`Problem::NotFound`] when it is not there or hidden, [`Problem::Forbidden`] when it is not theirs to do.
pub async fn read(cx: &Cx, conn: &mut Conn, id: &CaseId) -> std::result::Result<Case, Problem> {
    let case = room::read(cx, conn, id).await?;
    cx.sees::<InvitingGuest>(&case)?;
    Ok(case)
}

/// The same, held until the transaction ends.
///
/// # Errors
/// As [`read`].
pub async fn take(cx: &Cx, tx: &mut Tx, id: &CaseId) -> std::result::Result<(Case, Permit<InvitingGuest>), Problem> {
    let case = room::take(cx, tx, id).await?;
    let permit = cx.may::<InvitingGuest>(&case)?;
    Ok((case, permit))
}

/// How other rooms point at a case.
pub fn thing(case: &Case) -> Ref {
    Ref::new("case", &case.id)
}

/// A guest reads along with both sides; what is of one side only has no guests.
pub fn is_shared(case: &Case) -> bool {
    case.visibility == Visibility::Parties && case.exit.is_none()
}

/// For which organisation somebody invites: that of the side from which they read.
pub fn host(cx: &Cx, case: &Case) -> (OrganisationId, Kind) {
    match case.side_of(cx.actor()) {
        Side::Council => (case.council.clone(), Kind::Council),
        Side::Municipality => (case.municipality.clone(), Kind::Municipality),
    }
}

/// Lets somebody in until a day.
pub async fn let_in(
    tx: &mut Tx,
    cx: &Cx,
    permit: &Permit<InvitingGuest>,
    case: &Case,
    person: &PersonId,
    until: Day,
) -> Result<()> {
    guests::let_in(tx, permit, person, case.side_of(cx.actor()), until, cx.now()).await
}

/// A guest goes: at once.
pub async fn let_out(tx: &mut Tx, permit: &Permit<InvitingGuest>, person: &PersonId) -> Result<()> {
    guests::let_out(tx, permit, person).await
}

/// The cases in which somebody is a guest now.
pub async fn of_person(conn: &mut Conn, person: &PersonId, now: Moment) -> Result<Vec<Guesting>> {
    let rows = guests::of_person(conn, person, now).await?;
    Ok(rows.into_iter().map(|(id, title, until)| Guesting { path: format!("/dossiers/{id}"), title, until }).collect())
}
