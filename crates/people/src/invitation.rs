//! Saying yes to an invitation: through the link in the letter, or after signing in with the address at which
//! one was invited.
//!
//! The link shows a page with one button, since mail scanners follow links. It gives the role; it signs nobody
//! in: a letter that was sent on lets nobody else into somebody's account.
//!
//! GET  /uitnodiging/{token}    POST /uitnodiging/{token}
//! GET  /uitnodigingen          POST /uitnodigingen   uitnodiging

use axum::extract::Path;
use axum::http::StatusCode;
use platform::id::SeatId;
use platform::web::{Cx, Fields, Outcome, Problem};
use platform::{Role, db::Tx};
use ui::{Section, Ui, dates};

use crate::events::Of;
use crate::store::invitations::{self, Invitation, State};
use crate::store::seats::{self, New};
use crate::{Event, Texts, texts};

#[derive(askama::Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    ui: Ui,
    t: &'static Texts,
    token: String,
    invitation: Invitation,
    /// Somebody else is signed in in this browser.
    is_another: bool,
    is_accepted: bool,
}

impl InvitationPage {
    fn title(&self) -> String {
        if self.is_accepted {
            self.t.invitation_accepted(self.invitation.organisation_name.as_str())
        } else {
            self.t.invitation_title(self.invitation.organisation_name.as_str())
        }
    }

    fn lead(&self) -> String {
        lead(&self.invitation, &self.ui, self.t)
    }

    /// Enough to recognise one's own address by, and no more: `h…@voorbeeld.nl`.
    fn masked(&self) -> String {
        let (local, domain) = self.invitation.address.split_once('@').unwrap_or(("", ""));
        format!("{}…@{domain}", local.chars().next().unwrap_or(' '))
    }
}

fn lead(invitation: &Invitation, ui: &Ui, t: &Texts) -> String {
    let role = ui::role_word(invitation.role, ui.lang);
    match (&invitation.thing, invitation.until_on) {
        (Some(_), Some(until)) => t.invitation_guest(invitation.by_name.as_str(), dates::full(until, ui.lang)),
        _ => t.invitation_lead(invitation.by_name.as_str(), role, dates::full(invitation.from_on, ui.lang)),
    }
}

#[derive(askama::Template)]
#[template(path = "invitation_over.html")]
struct OverPage {
    ui: Ui,
    t: &'static Texts,
}

/// Whatever is wrong with a link, it says the same: nobody learns which links there were.
fn over(cx: &Cx) -> Outcome {
    cx.page_with(StatusCode::NOT_FOUND, &OverPage { ui: Ui::of(cx, Section::None), t: texts(cx.lang()) })
}

fn page(cx: &Cx, token: String, invitation: Invitation) -> InvitationPage {
    let is_another = cx.actor().person.as_ref().is_some_and(|p| *p != invitation.person);
    InvitationPage {
        ui: Ui::of(cx, Section::None),
        t: texts(cx.lang()),
        token,
        invitation,
        is_another,
        is_accepted: false,
    }
}

/// Whether somebody can say yes to it: nobody can for whom access was ended.
fn waits(cx: &Cx, invitation: &Invitation) -> bool {
    invitation.state(cx.now()) == State::Open && !invitation.barred
}

pub(crate) async fn show(cx: Cx, Path(token): Path<String>) -> Outcome {
    let found = invitations::by_token(&mut *cx.reader().await?, &token).await?;
    match found.filter(|i| waits(&cx, i)) {
        Some(invitation) => cx.page(&page(&cx, token, invitation)),
        None => over(&cx),
    }
}

pub(crate) async fn accept(cx: Cx, Path(token): Path<String>, form: Fields) -> Outcome {
    form.only(&[])?;
    let mut tx = cx.begin().await?;
    let Some(found) = invitations::by_token(&mut tx, &token).await? else {
        drop(tx);
        return over(&cx);
    };
    // Held, so that pressing twice says yes once.
    let found = invitations::take(&mut tx, &found.id).await?.filter(|i| waits(&cx, i));
    let Some(invitation) = found else {
        drop(tx);
        return over(&cx);
    };
    if cx.actor().person.as_ref().is_some_and(|p| *p != invitation.person) {
        drop(tx);
        return cx.page_again(&page(&cx, token, invitation));
    }
    say_yes(&cx, &mut tx, &invitation).await?;
    tx.commit().await?;
    if cx.actor().is(&invitation.person) {
        return cx.go_to(&after(&invitation));
    }
    cx.page(&InvitationPage { is_accepted: true, ..page(&cx, String::new(), invitation) })
}

/// Where one comes after saying yes.
fn after(invitation: &Invitation) -> String {
    match &invitation.thing {
        Some(thing) if thing.slice == "case" => format!("/dossiers/{}", thing.id),
        _ => "/?bericht=welkom".to_owned(),
    }
}

/// Gives the role, and writes down that somebody said yes.
async fn say_yes(cx: &Cx, tx: &mut Tx, invitation: &Invitation) -> Result<(), Problem> {
    let is_guest = invitation.role == Role::Guest;
    // Somebody who said yes to an earlier letter has the place already: one is enough.
    let had = if is_guest { None } else { invitations::seated(tx, invitation).await? };
    let has_it = had.is_some();
    let seat = had.unwrap_or_else(SeatId::fresh);
    if !is_guest && !has_it {
        let new = New {
            seat: &seat,
            person: &invitation.person,
            organisation: &invitation.organisation,
            role: invitation.role,
            from_on: invitation.from_on,
            until_on: invitation.until_on,
            term: 1,
            portfolio: "",
        };
        seats::give(tx, &new).await?;
    }
    let given = (!is_guest).then_some(&seat);
    invitations::accept(tx, &invitation.id, given, cx.now()).await?;
    let of = Of { organisation: invitation.organisation.clone(), kind: invitation.kind };
    let mut by = cx.by();
    by.actor = Some(invitation.person.clone());
    let event =
        Event::InvitationAccepted { of, invitation: invitation.id.clone(), seat: given.map(ToString::to_string) };
    tx.record(platform::trail::Entry::of(by, &event));
    Ok(())
}

#[derive(askama::Template)]
#[template(path = "invitations.html")]
struct MinePage {
    ui: Ui,
    t: &'static Texts,
    waiting: Vec<Invitation>,
}

impl MinePage {
    fn lead(&self, invitation: &Invitation) -> String {
        lead(invitation, &self.ui, self.t)
    }
}

/// What waits for who is signed in.
pub(crate) async fn mine(cx: Cx) -> Outcome {
    let waiting = invitations::waiting_for(&mut *cx.reader().await?, cx.person()?, cx.now()).await?;
    cx.page(&MinePage { ui: Ui::of(&cx, Section::None), t: texts(cx.lang()), waiting })
}

pub(crate) async fn accept_mine(cx: Cx, form: Fields) -> Outcome {
    form.only(&["uitnodiging"])?;
    let mut tx = cx.begin().await?;
    let found = invitations::take(&mut tx, form.text("uitnodiging")).await?;
    // Somebody else's is not there.
    let invitation = found.filter(|i| cx.actor().is(&i.person)).ok_or(Problem::NotFound)?;
    if !waits(&cx, &invitation) {
        return cx.go_to("/uitnodigingen");
    }
    say_yes(&cx, &mut tx, &invitation).await?;
    tx.commit().await?;
    cx.go_to(&after(&invitation))
}
