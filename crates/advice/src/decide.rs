//! Who decided, when and how: the executive first, then the municipal council; kept apart.
//!
//! GET  /dossiers/{id}/besluit
//! POST /dossiers/{id}/besluit

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::web::{Cx, Fields, Outcome as Shown, Problem};
use ui::Ui;

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{Body, CaseId, Outcome};
use crate::parts::{self, Pick};
use crate::policy::Deciding;
use crate::request::past;
use crate::store::aftermath::{self, Decision};
use crate::store::requests;
use crate::turn::Task;
use crate::{Event, Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "decide.html")]
struct DecidePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    taken: Vec<Decision>,
    body: Option<Body>,
    outcome: Option<Outcome>,
    day: String,
    text: String,
    faults: Faults,
}

impl DecidePage {
    /// Who has not decided yet; chosen is who decides, or the executive while its day comes first.
    fn bodies(&self) -> Vec<Pick> {
        let open: Vec<Body> =
            bodies(self.case.decides).into_iter().filter(|b| !self.taken.iter().any(|d| d.body == *b)).collect();
        let first = if self.case.turn(self.ui.today).task == Task::DecideExecutive {
            Body::Executive
        } else {
            self.case.decides
        };
        let chosen = self.body.or(open.iter().copied().find(|b| *b == first)).or(open.first().copied());
        open.into_iter()
            .map(|b| Pick::new(b.word(), ui::dates::capital(&say::body(b, self.t)), chosen == Some(b)))
            .collect()
    }

    fn outcomes(&self) -> Vec<Pick> {
        Outcome::ALL.iter().map(|&o| Pick::new(o.word(), say::outcome(o, self.t), self.outcome == Some(o))).collect()
    }

    fn body(&self, decision: &Decision) -> String {
        ui::dates::capital(&say::body(decision.body, self.t))
    }

    fn outcome(&self, decision: &Decision) -> String {
        say::outcome(decision.outcome, self.t)
    }

    fn on(&self, decision: &Decision) -> String {
        self.ui.weekday_day(&decision.on_day)
    }
}

/// The bodies that have a say: the executive prepares what another body decides.
fn bodies(decides: Body) -> Vec<Body> {
    if decides == Body::Executive { vec![Body::Executive] } else { vec![Body::Executive, decides] }
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<DecidePage, Problem> {
    let taken = aftermath::decisions(&mut *cx.reader().await?, &case.id).await?;
    let t = texts(cx.lang());
    let ui = room::frame_below(cx, &case, t);
    Ok(DecidePage { ui, t, case, taken, body: None, outcome: None, day: String::new(), text: String::new(), faults })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Shown {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Deciding>(&case)?;
    let faults = case
        .decide(false)
        .err()
        .map_or_else(Faults::none, |why| Faults::one("orgaan", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(&cx, case, faults).await?)
}

pub(crate) async fn decide(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Shown {
    form.only(&["orgaan", "uitkomst", "datum", "tekst", "raad"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Deciding>(&case)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let taken = aftermath::decisions(&mut tx, &id).await?;
    let body = form.choice::<Body>("orgaan").filter(|b| bodies(case.decides).contains(b));
    let outcome = form.choice::<Outcome>("uitkomst");
    let on_day: Option<Day> = if form.text("datum").is_empty() { Some(today) } else { past(form.text("datum"), today) };
    let mut faults = Faults::none();
    match body {
        None => faults.add("orgaan", t.decide_no_body()),
        Some(body) => {
            if let Err(why) = case.decide(taken.iter().any(|d| d.body == body)) {
                faults.add("orgaan", say::refusal(why, t));
            }
        }
    }
    if outcome.is_none() {
        faults.add("uitkomst", t.decide_no_outcome());
    }
    match on_day {
        None => faults.add("datum", say::bad_day(form.text("datum"), t)),
        Some(day) if day > today => faults.add("datum", t.decide_later()),
        Some(_) => {}
    }
    let text = form.raw("tekst").trim().to_owned();
    if outcome.is_some_and(|o| o != Outcome::Follows) {
        faults.need("tekst", &text, t.decide_no_text());
    }
    let (Some(body), Some(outcome), Some(on_day), true) = (body, outcome, on_day, faults.is_empty()) else {
        drop(tx);
        let day = form.text("datum").to_owned();
        return cx.page_again(&DecidePage { body, outcome, day, text, ..page(&cx, case, faults).await? });
    };
    aftermath::decide(&mut tx, &permit, &Decision { body, on_day, outcome, text }, cx.now()).await?;
    // The executive says at once when the municipal council decides.
    if let Some(meeting) = ui::dates::parse(form.text("raad"), today)
        .filter(|on| *on >= today && body == Body::Executive && case.decides != body)
    {
        requests::plan_decision(&mut tx, &id, case.decides, meeting).await?;
    }
    cx.record(&mut tx, &Event::Decided { of: Of::both(&case), body });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=besluit", case.path()))
}
