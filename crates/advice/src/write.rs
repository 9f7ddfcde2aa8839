//! Writing the advice: the council drafts, each save is a version, and nothing is lost when two save at once.
//!
//! GET  /dossiers/{id}/advies              `?versie=2` reads an older version
//! POST /dossiers/{id}/advies

use axum::extract::Path;
use axum::http::StatusCode;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, filters};

use crate::case::{Case, Refusal};
use crate::draft::{Draft, Needs};
use crate::draft_form::{self, Wish};
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{Body, CaseId, Side};
use crate::parts::{self, Pick};
use crate::policy::{Consenting, LeadingRound, ReadingDraft, WritingDraft};
use crate::store::drafts::{self, Minority, Version};
use crate::{Event, Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "write.html")]
struct WritePage<'a> {
    ui: Ui,
    t: &'static Texts,
    cx: &'a Cx,
    case: Case,
    draft: Draft,
    /// What somebody else saved meanwhile, when that is why this page is shown.
    theirs: Option<Draft>,
    versions: Vec<Version>,
    minorities: Vec<Minority>,
    refusal: Option<Refusal>,
    faults: Faults,
}

impl WritePage<'_> {
    fn may_write(&self) -> bool {
        room::may::<WritingDraft>(self.cx, &self.case) && self.refusal.is_none()
    }

    fn may_consent(&self) -> bool {
        room::may::<Consenting>(self.cx, &self.case)
    }

    fn may_lead(&self) -> bool {
        room::may::<LeadingRound>(self.cx, &self.case) && self.refusal.is_none()
    }

    fn has_round(&self) -> bool {
        self.case.round.is_some()
    }

    fn why_not(&self) -> Option<String> {
        self.refusal.map(|why| say::refusal(why, self.t))
    }

    fn needs(&self) -> Needs {
        self.draft.needs()
    }

    /// What a good advice has: whether it is there, its words, and where it is written.
    fn checklist(&self) -> Vec<(ui::Html, bool, String, &'static str)> {
        let n = self.needs();
        let line = |there, words, at| (parts::svg(if there { parts::TICK } else { parts::DOTS }), there, words, at);
        vec![
            line(n.summary, self.t.draft_summary(), "kort"),
            line(n.heard, self.t.draft_heard(), "gehoord"),
            line(n.recommendations, self.t.case_recommendations(), "aanbevelingen"),
            line(n.effects, self.t.draft_effects(), "aanbevelingen"),
            line(n.equal_chances, self.t.draft_equal_chances(), "gelijk"),
        ]
    }

    fn needs_title(&self) -> String {
        match self.needs().missing() {
            0 => self.t.draft_needs_nothing(),
            n => self.t.draft_needs(n),
        }
    }

    fn due(&self) -> Option<String> {
        self.case.due_on.map(|on| say::by_when(&self.ui, on))
    }

    fn name(&self, field: &str, at: &usize) -> String {
        format!("{field}-{at}")
    }

    fn addressees(&self, at: &usize) -> Vec<Pick> {
        use platform::choice::Choice;
        let chosen = self.draft.lines.get(at - 1).map(|l| l.addressee);
        let pick = |&b: &Body| Pick::new(b.word(), ui::dates::capital(&say::body(b, self.t)), chosen == Some(b));
        Body::ALL.iter().map(pick).collect()
    }

    fn when(&self, version: &Version) -> String {
        self.ui.when(&version.at)
    }

    fn to(&self, body: &Body) -> String {
        say::body(*body, self.t)
    }

    fn mine(&self) -> Option<&Minority> {
        self.minorities.iter().find(|m| self.cx.actor().is(&m.person))
    }

    fn my_text(&self) -> &str {
        self.mine().map_or("", |m| m.text.as_str())
    }

    fn named(&self) -> Vec<Pick> {
        vec![
            Pick::new("ja", self.t.minority_named(), self.mine().is_some_and(|m| m.named))
                .hint(self.t.minority_named_hint()),
        ]
    }

    /// Right after a button: the server has what was typed, so the browser may forget it.
    fn is_after_button(&self) -> bool {
        self.theirs.is_none() && self.faults.is_empty() && self.cx.query("na").as_deref() == Some("knop")
    }

    fn is_old(&self) -> bool {
        self.theirs.is_none() && self.case.draft_version.is_some_and(|newest| self.draft.version < newest)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<ReadingDraft>(&case)?;
    let wanted = cx.query("versie").and_then(|v| v.parse::<i64>().ok());
    let draft = match wanted {
        Some(version) => drafts::version(&mut reader, &id, version).await?.ok_or(Problem::NotFound)?,
        None => drafts::newest(&mut reader, &id).await?.unwrap_or_else(|| Draft::blank(&case.title, cx.now())),
    };
    let (versions, minorities) =
        (drafts::versions(&mut reader, &id).await?, drafts::minorities(&mut reader, &id).await?);
    let (t, refusal) = (texts(cx.lang()), case.draft().err());
    let ui = room::frame_below(&cx, &case, t);
    cx.page(&WritePage {
        ui,
        t,
        cx: &cx,
        case,
        draft,
        theirs: None,
        versions,
        minorities,
        refusal,
        faults: Faults::none(),
    })
}

/// The page again with what was typed: beside what somebody else saved, or with what is wrong.
async fn again(cx: &Cx, case: Case, draft: Draft, theirs: Option<Draft>, faults: Faults) -> Outcome {
    let mut reader = cx.reader().await?;
    let (versions, minorities) =
        (drafts::versions(&mut reader, &case.id).await?, drafts::minorities(&mut reader, &case.id).await?);
    let (t, refusal) = (texts(cx.lang()), case.draft().err());
    let status = if theirs.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let ui = room::frame_below(cx, &case, t);
    cx.page_with(status, &WritePage { ui, t, cx, case, draft, theirs, versions, minorities, refusal, faults })
}

pub(crate) async fn save(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    let mut draft = draft_form::read(&form, cx.now())?;
    let wish = Wish::of(form.text("doe"));
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<WritingDraft>(&case)?;
    let t = texts(cx.lang());
    if let Err(why) = case.draft() {
        drop(tx);
        return again(&cx, case, draft, None, Faults::one("titel", say::refusal(why, t))).await;
    }
    if let Some(field) = draft_form::too_long(&draft) {
        drop(tx);
        return again(&cx, case, draft, None, Faults::one(&field, t.new_long_text())).await;
    }
    let newest = drafts::newest(&mut tx, &id).await?;
    let found = newest.as_ref().map_or(0, |d| d.version);
    if draft.version != found {
        drop(tx);
        // Saving once more puts this text after the one that was saved meanwhile.
        draft.version = found;
        return again(&cx, case, draft, newest, Faults::none()).await;
    }
    wish.done_to(&mut draft);
    if wish == Wish::Keep {
        draft = draft.without_empty();
    }
    draft.version += 1;
    drafts::save(&mut tx, &permit, &draft, cx.now()).await?;
    cx.record(&mut tx, &Event::Drafted { of: Of::only(&case, Side::Council), version: draft.version });
    tx.commit().await?;
    let said = if wish == Wish::Keep { "?bericht=bewaard" } else { "?na=knop" };
    cx.go_to(&format!("{}/advies{said}{}", case.path(), wish.anchor(draft.lines.len())))
}
