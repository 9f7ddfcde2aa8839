//! The front door of this room, for journeys through several rooms.

use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, Ref, SeatId};
use platform::web::{Cx, Problem};
use platform::{Kind, Role};

use crate::body::Body;
use crate::events::Of;
use crate::policy::Running;
use crate::store::invitations;
pub use crate::store::invitations::{GuestAsked, Invitation, State};
use crate::store::seats;
pub use crate::store::seats::{Held, Sitting};
use crate::{Event, room, sheet};

/// How many invitations wait for somebody to say yes.
pub async fn waiting(conn: &mut Conn, person: &PersonId, now: Moment) -> Result<usize> {
    Ok(invitations::waiting_for(conn, person, now).await?.len())
}

/// A place that somebody may run, with its organisation and everybody who sits there.
pub struct Place {
    pub body: Body,
    pub sitting: Sitting,
    pub all: Vec<Sitting>,
    /// For whom the one who leaves stands in.
    pub stands_in: Vec<(String, Role)>,
    /// What the one who leaves sent out and nobody answered yet.
    pub waiting: Vec<Invitation>,
}

/// A place for who may run the people there.
///
/// # Errors
/// [`Problem::NotFound`] when it is not there or hidden, [`Problem::Forbidden`] when somebody else runs it.
pub async fn place(
    cx: &Cx,
    conn: &mut Conn,
    organisation: &OrganisationId,
    seat: &SeatId,
) -> std::result::Result<Place, Problem> {
    let body = room::body(conn, organisation).await?;
    cx.sees::<Running>(&body)?;
    let sitting = room::sitting(conn, seat, &body).await?;
    let all = seats::all(conn, organisation).await?;
    let stands_in = seats::stands_in(conn, &sitting.person, organisation, cx.now().day()).await?;
    let mut waiting = invitations::waiting_at(conn, organisation).await?;
    waiting.retain(|i| i.by_person == sitting.person);
    Ok(Place { body, sitting, all, stands_in, waiting })
}

/// Invites a guest to a thing of another room, whose own policy said yes. Who was invited and did not answer gets
/// the letter again.
pub async fn invite_guest(
    tx: &mut Tx,
    cx: &Cx,
    by: &PersonId,
    (organisation, kind): (&OrganisationId, Kind),
    entry: &sheet::Entry,
    (thing, until_on): (&Ref, platform::Day),
) -> Result<GuestAsked> {
    let when = (thing, cx.now().day(), until_on);
    let asked = invitations::invite_guest(tx, by, organisation, entry, when, cx.now()).await?;
    let of = Of { organisation: organisation.clone(), kind };
    match &asked {
        GuestAsked::New(_, id) => cx.record(tx, &Event::Invited { of, invitation: id.clone() }),
        GuestAsked::Again(_, id) => cx.record(tx, &Event::InvitedAgain { of, invitation: id.clone() }),
        GuestAsked::Is(_) | GuestAsked::Barred => {}
    }
    Ok(asked)
}

/// A guest goes: every invitation of theirs to this is withdrawn, also when somebody said yes to it.
pub async fn dismiss_guest(tx: &mut Tx, cx: &Cx, by: &PersonId, invitation: &Invitation) -> Result<()> {
    let Some(thing) = &invitation.thing else { return Ok(()) };
    let theirs = invitations::of_thing(tx, thing).await?.into_iter().filter(|i| i.person == invitation.person);
    for one in theirs.filter(|i| i.until_on.is_none_or(|last| last >= cx.now().day())) {
        invitations::withdrawn(tx, by, &one, cx.now()).await?;
        let of = Of { organisation: one.organisation.clone(), kind: one.kind };
        cx.record(tx, &Event::InvitationWithdrawn { of, invitation: one.id.clone() });
    }
    Ok(())
}

/// The guests of a thing, invited and come.
pub async fn guests(conn: &mut Conn, thing: &Ref) -> Result<Vec<Invitation>> {
    invitations::of_thing(conn, thing).await
}

/// The roles of somebody, for a page that shows them beside those of another entry; the newest first.
pub async fn roles(conn: &mut Conn, person: &PersonId) -> Result<Vec<Held>> {
    seats::of_person(conn, person).await
}

/// From when until when a role is held, in words.
pub fn span(from: platform::Day, until: Option<platform::Day>, ui: &ui::Ui) -> String {
    crate::say::span(from, until, ui, crate::texts(ui.lang))
}
