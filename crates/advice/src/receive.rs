//! The council takes a case up: it has what it needs, says who prepares the advice, and begins.
//!
//! GET  /dossiers/{id}/ontvangst
//! POST /dossiers/{id}/ontvangst     `opsteller[]`, and `ontvangen` when the request came on another day

use axum::extract::Path;
use platform::clock::{Day, Moment};
use platform::db::Tx;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Kind, Part, Side, Subject};
use crate::parts::{self, Pick};
use crate::policy::{ChangingTerm, Receiving};
use crate::request::{misdated, past};
use crate::store::people::{self, MEMBERS};
use crate::store::{requests, rules, standstills};
use crate::term::{self, Known};
use crate::{Event, Texts, plans, room, say, texts};

#[derive(askama::Template)]
#[template(path = "receive.html")]
struct ReceivePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    members: Vec<Pick>,
    /// Whether this reader may put the term at a standstill.
    can_pause: bool,
    /// The day on which the request came, as it stands in the field.
    day: String,
    faults: Faults,
}

impl ReceivePage {
    fn title(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.receive_title() } else { self.t.receive_title_own() }
    }

    fn text(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.receive_text() } else { self.t.receive_text_own() }
    }

    fn button(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.do_receive() } else { self.t.do_take_up() }
    }

    fn is_request(&self) -> bool {
        self.case.kind == Kind::Requested
    }

    fn may_pause(&self) -> bool {
        self.is_request() && self.case.pause_term().is_ok()
    }

    fn pauses(&self) -> bool {
        self.can_pause
    }

    fn due(&self) -> Option<String> {
        self.case.due_on.map(|on| say::by_when(&self.ui, on))
    }
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<ReceivePage, Problem> {
    let mut reader = cx.reader().await?;
    let members = people::of_side(&mut reader, &case, Side::Council, MEMBERS, cx.now().day()).await?;
    let me = cx.person()?;
    let members = members.into_iter().map(|p| Pick::new(p.id.to_string(), p.name, p.id == *me)).collect();
    let t = texts(cx.lang());
    let day = case.received_on.map(|on| ui::dates::full(on, cx.lang())).unwrap_or_default();
    let can_pause = room::may::<ChangingTerm>(cx, &case);
    Ok(ReceivePage { ui: room::frame_below(cx, &case, t), t, case, members, can_pause, day, faults })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Receiving>(&case)?;
    let faults = case
        .receive()
        .err()
        .map_or_else(Faults::none, |why| Faults::one("bevestig", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(&cx, case, faults).await?)
}

/// The request came on another day: the term runs from there, by the rule of that day.
async fn move_start(tx: &mut Tx, case: &Case, on: Day, now: Moment) -> Result<(), Problem> {
    let Some(request) = requests::find(tx, &case.id).await? else { return Ok(()) };
    let rules = rules::of_council(tx, &case.council, Subject::Request).await?;
    let ruled = term::on_day(&rules, &case.municipality, Subject::Request, on);
    let known = Known { start_on: on, meeting_on: request.meeting_on, weeks: request.named_weeks };
    let changes = standstills::of(tx, &case.id, Subject::Request).await?;
    let due_on = term::due_changed(&ruled.rule, &known, &changes, |_| String::new()).day();
    requests::move_start(tx, &case.id, on, ruled.id.as_ref(), due_on).await?;
    if case.paused_on.is_some() {
        return Ok(());
    }
    plans::term(tx, &case.id, due_on, now).await?;
    Ok(())
}

pub(crate) async fn receive(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["opsteller[]", "ontvangen"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Receiving>(&case)?;
    if let Err(why) = case.receive() {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("bevestig", say::refusal(why, texts(cx.lang())))).await?);
    }
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let typed = form.text("ontvangen").to_owned();
    let came_on = if typed.is_empty() || case.kind != Kind::Requested { case.received_on } else { past(&typed, today) };
    let fault = match came_on {
        None if typed.is_empty() => None,
        None => Some(say::bad_day(&typed, t)),
        Some(on) if case.received_on == Some(on) => None,
        Some(on) => misdated(on, today, t),
    };
    if let Some(why) = fault {
        drop(tx);
        return cx.page_again(&ReceivePage { day: typed, ..page(&cx, case, Faults::one("ontvangen", why)).await? });
    }
    let moved_from = case.received_on.filter(|was| came_on.is_some_and(|on| on != *was));
    requests::receive(&mut tx, &permit, moved_from, cx.now()).await?;
    if let (Some(_), Some(on)) = (moved_from, came_on) {
        move_start(&mut tx, &case, on, cx.now()).await?;
    }
    let members = people::of_side(&mut tx, &case, Side::Council, MEMBERS, cx.now().day()).await?;
    for person in form.all("opsteller[]").map(PersonId::of) {
        if members.iter().any(|m| m.id == person) {
            requests::add_part(&mut tx, &id, &person, Part::Drafter, cx.now()).await?;
        }
    }
    cx.record(&mut tx, &Event::Received { of: Of::seen(&case) });
    tx.commit().await?;
    let said = if case.kind == Kind::Requested { "ontvangen" } else { "opgepakt" };
    cx.go_to(&format!("{}?bericht={said}", case.path()))
}
