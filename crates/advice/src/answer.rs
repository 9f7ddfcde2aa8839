//! The answer of the municipality, recommendation by recommendation. An officer prepares it; until it is
//! published the council does not know that it is there.
//!
//! GET  /dossiers/{id}/antwoord
//! POST /dossiers/{id}/antwoord       `doe`: bewaar, voorleggen

use axum::extract::Path;
use axum::http::StatusCode;
use platform::web::{Cx, Fields, Outcome};
use ui::Ui;

use crate::answer_form::{self, Typed};
use crate::case::{Case, Refusal};
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Position, Side};
use crate::parts::{self, Pick};
use crate::policy::{Publishing, ReadingAnswer, WritingAnswer};
use crate::store::answers::{self, Prepared, Recommendation, Returned};
use crate::{Event, Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "answer.html")]
struct AnswerPage<'a> {
    ui: Ui,
    t: &'static Texts,
    cx: &'a Cx,
    case: Case,
    recommendations: Vec<Recommendation>,
    typed: Vec<Typed>,
    head: Option<Prepared>,
    /// What the alderman wants different, until a newer version is laid before them.
    returned: Option<Returned>,
    /// What a colleague saved meanwhile, when that is why this page is shown.
    is_stale: bool,
    refusal: Option<Refusal>,
    faults: Faults,
}

impl AnswerPage<'_> {
    fn may_write(&self) -> bool {
        room::may::<WritingAnswer>(self.cx, &self.case) && self.refusal.is_none()
    }

    fn may_publish(&self) -> bool {
        room::may::<Publishing>(self.cx, &self.case) && self.refusal.is_none()
    }

    fn why_not(&self) -> Option<String> {
        self.refusal.map(|why| say::refusal(why, self.t))
    }

    fn version(&self) -> i64 {
        self.head.as_ref().map_or(0, |h| h.version)
    }

    fn title(&self) -> String {
        self.t.answer_title(self.ui.count(&i64::try_from(self.recommendations.len()).unwrap_or(0)))
    }

    fn due(&self) -> Option<String> {
        self.case.answer_due_on.map(|on| say::by_when(&self.ui, on))
    }

    fn answered(&self) -> usize {
        self.recommendations.iter().filter(|r| r.position.is_some()).count()
    }

    fn progress(&self) -> String {
        self.t.answer_progress(self.answered(), self.recommendations.len())
    }

    /// The recommendations with what was typed for each.
    fn pairs(&self) -> Vec<(&Recommendation, &Typed)> {
        self.recommendations.iter().zip(&self.typed).collect()
    }

    fn name(&self, field: &str, number: &i64) -> String {
        format!("{field}-{number}")
    }

    fn positions(&self, typed: &Typed) -> Vec<Pick> {
        let pick = |p: Position, label: String, hint: String| {
            use platform::choice::Choice;
            Pick::new(p.word(), label, typed.position == Some(p)).hint(hint).sign(parts::position_sign(Some(p)))
        };
        vec![
            pick(Position::Adopted, self.t.answer_adopt(), String::new()),
            pick(Position::Partly, self.t.answer_partly(), String::new()),
            pick(Position::Later, self.t.answer_later(), self.t.answer_later_hint()),
            pick(Position::NotAdopted, self.t.answer_not_adopt(), String::new()),
            pick(Position::NotCompetent, self.t.answer_not_competent(), self.t.answer_not_competent_hint()),
        ]
    }

    fn said(&self, r: &Recommendation) -> String {
        say::position(r.position, self.t)
    }

    fn sign(&self, r: &Recommendation) -> ui::Html {
        parts::svg(parts::position_sign(r.position))
    }

    /// Who saved last, for the page that shows two texts.
    fn colleague(&self) -> String {
        self.head.as_ref().and_then(|h| h.by_name.clone()).unwrap_or_default()
    }

    /// Title and remark.
    fn wants(&self) -> Option<(String, String)> {
        let returned = self.returned.as_ref().filter(|_| self.case.answer().is_ok() && !self.is_submitted())?;
        let who = returned.who.clone().unwrap_or_else(|| self.t.part_alderman());
        Some((self.t.return_wants(who, self.ui.day(&returned.at.day())), returned.remark.clone()))
    }

    fn is_submitted(&self) -> bool {
        self.case.submitted_version.is_some() && self.case.submitted_version == Some(self.version())
    }

    fn besides(&self, r: &Recommendation) -> Option<(String, String)> {
        say::besides(r, &self.ui, self.t)
    }

    fn legend(&self, r: &Recommendation) -> String {
        self.t.answer_legend(r.number)
    }

    fn reason_label(&self, r: &Recommendation) -> String {
        self.t.answer_reason(r.number)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<ReadingAnswer>(&case)?;
    let (recommendations, head) = (answers::prepared(&mut reader, &id).await?, answers::head(&mut reader, &id).await?);
    let returned = answers::returned(&mut reader, &id).await?;
    let typed = recommendations.iter().map(Typed::of).collect();
    let (t, refusal) = (texts(cx.lang()), case.answer().err());
    let ui = room::frame_below(&cx, &case, t);
    cx.page(&AnswerPage {
        ui,
        t,
        cx: &cx,
        case,
        recommendations,
        typed,
        head,
        returned,
        is_stale: false,
        refusal,
        faults: Faults::none(),
    })
}

/// What was typed, shown again: with what is wrong, or beside what a colleague saved.
async fn again(cx: &Cx, case: Case, typed: Vec<Typed>, is_stale: bool, faults: Faults) -> Outcome {
    let mut reader = cx.reader().await?;
    let (recommendations, head) =
        (answers::prepared(&mut reader, &case.id).await?, answers::head(&mut reader, &case.id).await?);
    let returned = answers::returned(&mut reader, &case.id).await?;
    let (t, refusal) = (texts(cx.lang()), case.answer().err());
    let status = if is_stale { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let ui = room::frame_below(cx, &case, t);
    cx.page_with(
        status,
        &AnswerPage { ui, t, cx, case, recommendations, typed, head, returned, is_stale, refusal, faults },
    )
}

pub(crate) async fn save(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<WritingAnswer>(&case)?;
    let t = texts(cx.lang());
    let recommendations = answers::prepared(&mut tx, &id).await?;
    let typed = answer_form::read(&form, &recommendations)?;
    if let Err(why) = case.answer() {
        drop(tx);
        return again(&cx, case, typed, false, Faults::one("antwoord", say::refusal(why, t))).await;
    }
    let found = answers::head(&mut tx, &id).await?.map_or(0, |h| h.version);
    if form.text("versie").parse::<i64>().unwrap_or(0) != found {
        drop(tx);
        return again(&cx, case, typed, true, Faults::none()).await;
    }
    let submits = form.text("doe") == "voorleggen";
    let takes_back = !submits && found > 0 && case.submitted_version == Some(found);
    let (lines, mut faults) = answer_form::lines(&typed, &recommendations, cx.now().day(), t);
    if submits {
        answer_form::demand(&lines, &recommendations, &mut faults, t);
    }
    if !faults.is_empty() {
        drop(tx);
        return again(&cx, case, typed, false, faults).await;
    }
    answers::save(&mut tx, &permit, found, &lines, cx.now()).await?;
    cx.record(&mut tx, &Event::AnswerPrepared { of: Of::only(&case, Side::Municipality) });
    if submits {
        answers::submit(&mut tx, &permit, found + 1, cx.now()).await?;
        cx.record(&mut tx, &Event::AnswerSubmitted { of: Of::only(&case, Side::Municipality), version: found + 1 });
    }
    tx.commit().await?;
    let said = match (submits, takes_back) {
        (true, _) => "voorgelegd",
        (false, true) => "teruggehaald",
        (false, false) => "bewaard",
    };
    cx.go_to(&format!("{}/antwoord?bericht={said}", case.path()))
}
