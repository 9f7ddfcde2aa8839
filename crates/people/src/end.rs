//! Ending a role: asks for certainty on a page of its own, with a reason, and can be taken back.
//!
//! GET  /organisaties/{id}/mensen/{seat}/einde
//! POST /organisaties/{id}/mensen/{seat}/einde   vanaf, reden, woorden
//! POST /organisaties/{id}/mensen/{seat}/terug

use axum::extract::Path;
use identity::fresh;
use platform::choice::Choice;
use platform::id::{OrganisationId, SeatId};
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem};
use platform::{Day, Role};
use ui::{Ui, dates};

use crate::body::Body;
use crate::events::Of;
use crate::kinds::{self, Reason};
use crate::parts::{Faults, Pick};
use crate::policy::Running;
use crate::store::bodies;
use crate::store::seats::{self, Sitting};
use crate::{Event, Texts, room, say, seat, texts};

/// A reason is told in a few sentences.
const WORDS_MOST: usize = 500;

#[derive(askama::Template)]
#[template(path = "end.html")]
struct EndPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    sitting: Sitting,
    is_own: bool,
    /// Nobody else of this municipality signs its answers.
    is_only_alderman: bool,
    from: String,
    reason: Option<Reason>,
    words: String,
    faults: Faults,
}

impl EndPage {
    fn title(&self) -> String {
        self.t.end_title(self.sitting.name.as_str(), ui::role_word(self.sitting.role, self.ui.lang))
    }

    fn path(&self) -> String {
        format!("{}/{}", self.body.team_path(), self.sitting.seat)
    }

    /// Who ends their own role does not take it back afterwards: somebody else who runs the people does.
    fn lead(&self) -> String {
        if self.is_own { self.t.end_lead_own() } else { self.t.end_lead() }
    }

    fn reasons(&self) -> Vec<Pick> {
        let none = Pick::new("", self.t.end_choose(), self.reason.is_none());
        let pick = |r: &Reason| Pick::new(r.word(), say::reason(*r, self.t), self.reason == Some(*r));
        std::iter::once(none).chain(kinds::reasons(self.body.kind).iter().map(pick)).collect()
    }
}

fn page(cx: &Cx, body: Body, sitting: Sitting, all: &[Sitting]) -> EndPage {
    let signs = |s: &Sitting| s.role == Role::Alderman && s.is_on(cx.now().day());
    let is_only_alderman = signs(&sitting) && !all.iter().any(|s| s.seat != sitting.seat && signs(s));
    let path = format!("{}/{}", body.team_path(), sitting.seat);
    let from = dates::full(cx.now().day(), cx.lang()).replace('\u{a0}', " ");
    let ui = room::frame_below(cx, &body).crumb(path, sitting.name.clone());
    let is_own = cx.actor().is(&sitting.person);
    let (t, words, faults) = (texts(cx.lang()), String::new(), Faults::none());
    EndPage { ui, t, body, sitting, is_own, is_only_alderman, from, reason: None, words, faults }
}

pub(crate) async fn ask(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Running>(&body)?;
    fresh::check(&cx, cx.path())?;
    let sitting = room::sitting(&mut reader, &seat, &body).await?;
    if sitting.reason.is_some() || sitting.is_past(cx.now().day()) {
        return cx.go_to(&format!("{}/{seat}", body.team_path()));
    }
    let all = seats::all(&mut reader, &id).await?;
    cx.page(&page(&cx, body, sitting, &all))
}

pub(crate) async fn end(cx: Cx, Path((id, place)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["vanaf", "reden", "woorden"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let sitting = room::take(&mut tx, &place, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let from = dates::parse(form.text("vanaf"), today);
    let reason = form.choice::<Reason>("reden").filter(|r| kinds::reasons(body.kind).contains(r));
    let words = form.text("woorden").to_owned();
    let mut faults = Faults::none();
    match from {
        _ if sitting.role == Role::Administrator => faults.add("vanaf", t.seat_is_keeper()),
        _ if sitting.reason.is_some() => faults.add("reden", t.seat_ended_already()),
        _ if sitting.is_past(today) => faults.add("vanaf", t.seat_is_over()),
        None => faults.add("vanaf", say::bad_day(form.text("vanaf"), t)),
        Some(from) if from < sitting.from_on => faults.add("vanaf", t.seat_before_begin()),
        // Ending a role never makes it longer.
        Some(from) if sitting.is_past(from.plus_days(-1)) => {
            faults.add("vanaf", seat::runs_until(&sitting, cx.lang(), t));
        }
        Some(from) if seat::is_last_runner(&body, &all, &sitting, from) => faults.add("vanaf", t.seat_last_runner()),
        Some(_) => {}
    }
    if words.chars().count() > WORDS_MOST {
        faults.add("woorden", t.end_words_too_long());
    }
    if reason.is_none() {
        faults.add("reden", t.end_no_reason());
    }
    let (Some(from), Some(reason), true) = (from, reason, faults.is_empty()) else {
        drop(tx);
        let from = form.text("vanaf").to_owned();
        return cx.page_again(&EndPage { from, reason, words, faults, ..page(&cx, body, sitting, &all) });
    };
    // The last day is the day before: who has a role no more from today on, has lost it at once.
    seats::end(&mut tx, &permit, &sitting, (from.plus_days(-1), reason, &words), cx.now()).await?;
    let told = reason.word().to_owned();
    let changed = until(sitting.until_on, Some(from.plus_days(-1)));
    cx.record(&mut tx, &Event::Ended { of: Of::body(&body), seat: place.to_string(), reason: told, changed });
    tx.commit().await?;
    // Who ends their own role may not be able to see the list any more.
    let is_own = cx.actor().is(&sitting.person) && from <= today;
    if is_own {
        cx.go_to("/?bericht=rol-gestopt")
    } else {
        cx.go_to(&format!("{}?bericht=beeindigd&rol={place}", body.team_path()))
    }
}

/// How the last day changed.
pub(crate) fn until(before: Option<Day>, after: Option<Day>) -> Vec<Change> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    Change::of("until", day(before), day(after)).into_iter().collect()
}

pub(crate) async fn take_back(cx: Cx, Path((id, place)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&[])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    let sitting = room::take(&mut tx, &place, &body).await?;
    fresh::keeping(&cx, &form)?;
    let Some((until_before, reason)) = seats::ended(&mut tx, &place).await? else {
        return cx.go_to(&body.team_path());
    };
    if reason == Reason::OtherRole {
        return Err(Problem::Stale);
    }
    let all = seats::all(&mut tx, &id).await?;
    if let Some(fault) = seat::cannot_go_on(&cx, &body, &all, &sitting, until_before) {
        let profile = bodies::profile(&mut tx, &id).await?;
        drop(tx);
        return cx.page_again(&seat::page_with(&cx, body, sitting, &all, profile, Faults::one("terug", fault)));
    }
    seats::take_end_back(&mut tx, &permit, &place, until_before).await?;
    let changed = until(sitting.until_on, until_before);
    let (seat, reason) = (place.to_string(), reason.word().to_owned());
    cx.record(&mut tx, &Event::EndTakenBack { of: Of::body(&body), seat, reason, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=teruggenomen", body.team_path()))
}
