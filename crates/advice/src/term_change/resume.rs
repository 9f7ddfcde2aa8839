//! A term that stood still runs on; the last day is counted anew.
//!
//! GET  /dossiers/{id}/termijn/hervatten
//! POST /dossiers/{id}/termijn/hervatten      `tot`, the last day of the standstill; doe=reken shows the last day

use axum::extract::Path;
use platform::clock::Day;
use platform::web::{Cx, Fields, Outcome};
use ui::{Ui, dates};

use super::{misfit, running, side};
use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Side};
use crate::parts;
use crate::policy::ChangingTerm;
use crate::request::past;
use crate::store::standstills::{self, Told};
use crate::{Event, Texts, plans, room, say, texts};

#[derive(askama::Template)]
#[template(path = "term_change/resume.html")]
struct ResumePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    side: Side,
    last: String,
    /// What the last day of the term would be.
    becomes: Option<Day>,
    faults: Faults,
}

impl ResumePage {
    fn since(&self) -> Option<String> {
        self.case.paused_on.map(|day| self.ui.weekday_full(&day))
    }

    fn later(&self) -> Option<String> {
        self.becomes.map(|day| self.ui.weekday_full(&day))
    }
}

fn page(cx: &Cx, case: Case, last: String, faults: Faults) -> ResumePage {
    let t = texts(cx.lang());
    let side = side(cx, &case);
    ResumePage { ui: room::frame_below(cx, &case, t), t, case, side, last, becomes: None, faults }
}

/// Yesterday, unless it stands still only since today.
fn usual_last(case: &Case, today: Day) -> Day {
    case.paused_on.map_or(today, |from| today.plus_days(-1).max(from))
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<ChangingTerm>(&case)?;
    let t = texts(cx.lang());
    match case.resume_term() {
        Ok(subject) => {
            let explained = running(&cx, &mut reader, &case, subject).await?;
            let last_on = usual_last(&case, cx.now().day());
            let becomes = explained.if_resumed_after(last_on, t);
            cx.page(&ResumePage { becomes, ..page(&cx, case, dates::full(last_on, cx.lang()), Faults::none()) })
        }
        Err(why) => cx.page(&page(&cx, case, String::new(), Faults::one("tot", say::refusal(why, t)))),
    }
}

pub(crate) async fn resume(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["tot", "doe"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<ChangingTerm>(&case)?;
    let (t, today, side) = (texts(cx.lang()), cx.now().day(), side(&cx, &case));
    let typed = form.text("tot").to_owned();
    let subject = match case.resume_term() {
        Ok(subject) => subject,
        Err(why) => return cx.page_again(&page(&cx, case, typed, Faults::one("tot", say::refusal(why, t)))),
    };
    let explained = running(&cx, &mut tx, &case, subject).await?;
    let mut faults = Faults::none();
    let last = past(&typed, today);
    match last {
        None => faults.add("tot", say::bad_day(&typed, t)),
        Some(last) => {
            if let Err(why) = explained.changes.may_resume_after(last, today) {
                faults.add("tot", misfit(why, t));
            }
        }
    }
    let becomes = last.filter(|_| faults.is_empty()).and_then(|last| explained.if_resumed_after(last, t));
    let (Some(last_on), Some(pause), true) =
        (last, explained.changes.open(), faults.is_empty() && form.text("doe") != "reken")
    else {
        drop(tx);
        return cx.page_again(&ResumePage { becomes, ..page(&cx, case, typed, faults) });
    };
    let told = Told::of(&permit, side, cx.now());
    standstills::resume(&mut tx, (&id, subject), &pause.id, (last_on, becomes), told).await?;
    plans::term(&mut tx, &id, becomes, cx.now()).await?;
    cx.record(&mut tx, &Event::TermResumed { of: Of::both(&case), side, pause: pause.id.clone() });
    tx.commit().await?;
    cx.go_to(&format!("{}/termijn?bericht=hervat", case.path()))
}
