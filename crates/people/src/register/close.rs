//! An organisation ends after its last day: its roles and with whom it sits end then too. It can be taken back.
//!
//! GET  /organisaties/{id}/inschrijving/einde
//! POST /organisaties/{id}/inschrijving/einde         dag (the last one), woorden
//! POST /organisaties/{id}/inschrijving/einde/terug

use axum::extract::Path;
use identity::fresh;
use platform::Kind;
use platform::choice::Choice;
use platform::clock::Day;
use platform::db::{Conn, Tx};
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, dates};

use crate::body::Body;
use crate::end::until;
use crate::events::Of;
use crate::kinds::Reason;
use crate::parts::Faults;
use crate::register::form::What;
use crate::register::policy::{Keeping, Register};
use crate::register::{self, entry};
use crate::store::{bodies, closing, invitations, register as store};
use crate::{Event, Texts, texts};

/// A sentence, not a story.
const WORDS_MOST: usize = 300;

#[derive(askama::Template)]
#[template(path = "register/close.html")]
struct ClosePage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    day: String,
    words: String,
    faults: Faults,
}

impl ClosePage {
    fn title(&self) -> String {
        self.t.close_title(self.body.name.as_str())
    }

    fn path(&self) -> String {
        register::path_of(&self.body.id)
    }
}

/// What can end: not the association, which the house stands on.
fn may_end(body: &Body) -> Result<(), Problem> {
    What::of_body(body).map(|_| ()).ok_or(Problem::NotFound)
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    cx.sees::<Keeping>(&Register::of(&id))?;
    let body = entry::find(&mut *cx.reader().await?, &id).await?;
    may_end(&body)?;
    fresh::check(&cx, cx.path())?;
    if body.ended_on.is_some() {
        return cx.go_to(&register::path_of(&id));
    }
    let (ui, t) = (register::frame_below(&cx, &body), texts(cx.lang()));
    let day = dates::full(cx.now().day(), cx.lang()).replace('\u{a0}', " ");
    cx.page(&ClosePage { ui, t, body, day, words: String::new(), faults: Faults::none() })
}

/// Why it cannot end on this day.
async fn wrong(conn: &mut Conn, body: &Body, (last, words): (Option<Day>, &str), t: &Texts) -> Result<Faults, Problem> {
    let mut faults = Faults::none();
    if body.ended_on.is_some() {
        faults.add("dag", t.close_already());
    }
    match last {
        None => faults.add("dag", t.no_day()),
        Some(last) if body.since_on.is_some_and(|since| last < since) => faults.add("dag", t.close_before_begin()),
        Some(_) => {}
    }
    if body.kind == Kind::Municipality
        && let Some(last) = last
    {
        let ties = bodies::ties(conn, &body.id).await?;
        let across = bodies::across(conn, &body.id).await?;
        let seated = closing::lasting(conn, &body.id, last).await?;
        // A municipality with councils or people goes up in another; only what was put in by mistake just ends.
        if !ties.successor.is_empty() || !seated.is_empty() || across.iter().any(|tie| !tie.is_past(last)) {
            faults.add("dag", t.close_municipality());
        }
    }
    match words.chars().count() {
        0 => faults.add("woorden", t.close_no_words()),
        n if n > WORDS_MOST => faults.add("woorden", t.oneself_too_long()),
        _ => {}
    }
    Ok(faults)
}

pub(crate) async fn close(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["dag", "woorden"])?;
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    fresh::keeping(&cx, &form)?;
    let mut tx = cx.begin().await?;
    store::hold(&mut tx, &id).await?;
    let body = entry::find(&mut tx, &id).await?;
    may_end(&body)?;
    let (t, words) = (texts(cx.lang()), form.text("woorden").to_owned());
    let last = dates::parse(form.text("dag"), cx.now().day());
    let faults = wrong(&mut tx, &body, (last, &words), t).await?;
    let (Some(last), true) = (last, faults.is_empty()) else {
        drop(tx);
        let (ui, day) = (register::frame_below(&cx, &body), form.text("dag").to_owned());
        return cx.page_again(&ClosePage { ui, t, body, day, words, faults });
    };
    withdraw_invitations(&cx, &mut tx, &id).await?;
    let ended = closing::close(&mut tx, &permit, (last, &words), cx.now()).await?;
    cx.record(&mut tx, &Event::Closed { of: Of::body(&body), on: last });
    for role in ended.iter().filter(|role| !role.ended) {
        let (seat, reason) = (role.seat.to_string(), Reason::Other.word().to_owned());
        let changed = until(role.until_on, Some(last));
        cx.record(&mut tx, &Event::Ended { of: Of::body(&body), seat, reason, changed });
    }
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gestopt", register::path_of(&id)))
}

/// Nobody says yes any more to a role there.
async fn withdraw_invitations(cx: &Cx, tx: &mut Tx, id: &OrganisationId) -> Result<(), Problem> {
    for invitation in invitations::waiting_at(tx, id).await? {
        invitations::withdrawn(tx, cx.person()?, &invitation, cx.now()).await?;
        let of = Of { organisation: id.clone(), kind: invitation.kind };
        cx.record(tx, &Event::InvitationWithdrawn { of, invitation: invitation.id });
    }
    Ok(())
}

pub(crate) async fn take_back(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    fresh::keeping(&cx, &form)?;
    let mut tx = cx.begin().await?;
    store::hold(&mut tx, &id).await?;
    let body = entry::find(&mut tx, &id).await?;
    if body.ended_on.is_none() {
        return cx.go_to(&register::path_of(&id));
    }
    let going_on = closing::reopen(&mut tx, &permit).await?;
    cx.record(&mut tx, &Event::Reopened { of: Of::body(&body) });
    for role in going_on.iter().filter(|role| !role.ended) {
        let (seat, reason) = (role.seat.to_string(), Reason::Other.word().to_owned());
        let changed = until(body.ended_on, role.until_on);
        cx.record(&mut tx, &Event::EndTakenBack { of: Of::body(&body), seat, reason, changed });
    }
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gaat-door", register::path_of(&id)))
}
