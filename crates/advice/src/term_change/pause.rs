//! Putting a running term at a standstill: something is missing, or both sides agreed.
//!
//! GET  /dossiers/{id}/termijn/stilzetten
//! POST /dossiers/{id}/termijn/stilzetten     `soort`, `vanaf`, `reden`

use axum::extract::Path;
use platform::choice::Choice;
use platform::web::{Cx, Fields, Outcome, once};
use ui::{Ui, dates};

use super::{misfit, running, side};
use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, PauseGround, Side, Subject};
use crate::parts::{self, Pick};
use crate::policy::ChangingTerm;
use crate::request::past;
use crate::store::standstills::{self, NewPause, Told};
use crate::{Event, Texts, plans, room, say, texts};

#[derive(askama::Template)]
#[template(path = "term_change/pause.html")]
struct PausePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    side: Side,
    grounds: Vec<PauseGround>,
    ground: Option<PauseGround>,
    from: String,
    reason: String,
    once: String,
    faults: Faults,
}

impl PausePage {
    fn picks(&self) -> Vec<Pick> {
        let hint = |g| match g {
            PauseGround::Incomplete => self.t.pause_incomplete_hint(),
            PauseGround::Agreement => self.t.pause_agreed_hint(),
        };
        let pick = |&g: &PauseGround| Pick::new(g.word(), say::pause(g, self.t), self.ground == Some(g)).hint(hint(g));
        self.grounds.iter().map(pick).collect()
    }

    fn can(&self) -> bool {
        !self.grounds.is_empty()
    }
}

/// Only the council knows what it misses, and only before it has advised.
fn grounds(side: Side, subject: Subject) -> Vec<PauseGround> {
    match (side, subject) {
        (Side::Council, Subject::Request) => vec![PauseGround::Incomplete, PauseGround::Agreement],
        _ => vec![PauseGround::Agreement],
    }
}

fn page(cx: &Cx, case: Case, faults: Faults) -> PausePage {
    let t = texts(cx.lang());
    let side = side(cx, &case);
    let grounds = case.pause_term().map(|subject| grounds(side, subject)).unwrap_or_default();
    PausePage {
        ui: room::frame_below(cx, &case, t),
        t,
        side,
        ground: grounds.first().copied(),
        grounds,
        from: dates::full(cx.now().day(), cx.lang()),
        reason: String::new(),
        once: once::token(),
        case,
        faults,
    }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<ChangingTerm>(&case)?;
    let faults = case
        .pause_term()
        .err()
        .map_or_else(Faults::none, |why| Faults::one("reden", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(&cx, case, faults))
}

pub(crate) async fn pause(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["soort", "vanaf", "reden", once::FIELD])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<ChangingTerm>(&case)?;
    let (t, today, side) = (texts(cx.lang()), cx.now().day(), side(&cx, &case));
    let there = format!("{}/termijn?bericht=stilgezet", case.path());
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &there).await? {
        return cx.go_to(&sent);
    }
    let reason = form.raw("reden").trim().to_owned();
    let (from, ground) = (past(form.text("vanaf"), today), form.choice::<PauseGround>("soort"));
    let mut faults = Faults::none();
    let subject = case.pause_term();
    let ground = ground.filter(|g| subject.is_ok_and(|s| grounds(side, s).contains(g)));
    match subject {
        Err(why) => faults.add("reden", say::refusal(why, t)),
        Ok(subject) => {
            if ground.is_none() {
                faults.add("soort", t.pause_no_ground());
            }
            let explained = running(&cx, &mut tx, &case, subject).await?;
            match from {
                None => faults.add("vanaf", say::bad_day(form.text("vanaf"), t)),
                Some(from) => {
                    if let Err(why) = explained.changes.may_pause_from(from, explained.known.start_on, today) {
                        faults.add("vanaf", misfit(why, t));
                    }
                }
            }
            faults.need("reden", &reason, t.pause_no_reason());
        }
    }
    let (Ok(subject), Some(ground), Some(from_on), true) = (subject, ground, from, faults.is_empty()) else {
        drop(tx);
        let typed = form.text("vanaf").to_owned();
        return cx.page_again(&PausePage { ground, from: typed, reason, ..page(&cx, case, faults) });
    };
    let new = NewPause { ground, from_on, reason: &reason };
    let pause = standstills::pause(&mut tx, (&id, subject), &new, Told::of(&permit, side, cx.now())).await?;
    plans::no_term(&mut tx, &id).await?;
    cx.record(&mut tx, &Event::TermPaused { of: Of::both(&case), side, pause });
    tx.commit().await?;
    cx.go_to(&there)
}
