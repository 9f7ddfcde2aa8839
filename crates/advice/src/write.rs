//! Writing the advice: the council drafts, each save is a version, and nothing is lost when two save at once.
//!
//! GET  /dossiers/{id}/advies              `?versie=2` reads an older version
//! POST /dossiers/{id}/advies              `doe=zet-terug-2` makes that version the newest again; `zeker` when the
//!                                         members were asked about the version that is there

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
use crate::store::issues;
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
    /// The version that was sent, once it was.
    sent: Option<i64>,
    refusal: Option<Refusal>,
    faults: Faults,
}

impl WritePage<'_> {
    /// The members were asked about the version that is the newest: a newer one does not go along by itself.
    fn asked_about(&self) -> Option<i64> {
        asked_about(&self.case).filter(|_| self.refusal.is_none())
    }

    fn round_says(&self, version: &i64) -> String {
        if self.case.has_open_round() { self.t.draft_round_open(version) } else { self.t.draft_round_closed(version) }
    }

    fn sure(&self) -> Vec<Pick> {
        vec![Pick::new("ja", self.t.draft_sure(), false).hint(self.t.draft_sure_hint())]
    }

    /// The subject as the end of a sentence: with one full stop, not two.
    fn about(&self) -> String {
        format!("{}.", self.case.title.trim_end_matches('.'))
    }

    fn may_put_back(&self) -> bool {
        self.may_write() && self.is_old()
    }

    /// Right after a recommendation was taken away: the version in which it still stood.
    fn undo(&self) -> Option<i64> {
        let version = self.cx.query("terug")?.parse::<i64>().ok()?;
        (self.may_write() && !self.is_old() && (1..self.draft.version).contains(&version)).then_some(version)
    }

    fn newest(&self) -> i64 {
        self.case.draft_version.unwrap_or(0)
    }

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
        let newest = self.sent.or(self.case.draft_version);
        self.theirs.is_none() && newest.is_some_and(|newest| self.draft.version != newest)
    }
}

/// The version that the members were asked about, as long as it is the newest.
fn asked_about(case: &Case) -> Option<i64> {
    case.round_version.filter(|version| case.round.is_some() && case.draft_version == Some(*version))
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<ReadingDraft>(&case)?;
    // What was sent is what one reads afterwards, whatever was written beside it.
    let sent = match case.issued_at {
        Some(_) => issues::find(&mut reader, &id).await?.map(|issue| issue.version),
        None => None,
    };
    let wanted = cx.query("versie").and_then(|v| v.parse::<i64>().ok()).or(sent);
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
        sent,
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
    cx.page_with(
        status,
        &WritePage { ui, t, cx, case, draft, theirs, versions, minorities, sent: None, refusal, faults },
    )
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
    if asked_about(&case).is_some() && !form.has("zeker") {
        drop(tx);
        return again(&cx, case, draft, None, Faults::one("zeker", t.draft_ask_sure())).await;
    }
    let mut undo = String::new();
    if let Wish::PutBack(version) = wish {
        draft = drafts::version(&mut tx, &id, version).await?.ok_or(Problem::NotFound)?;
        draft.version = found;
    }
    // What is taken away was a version first, with all that was typed: it can be put back.
    if matches!(wish, Wish::Remove(_)) {
        draft.version += 1;
        drafts::save(&mut tx, &permit, &draft, cx.now()).await?;
        undo = format!("&terug={}", draft.version);
    }
    wish.done_to(&mut draft);
    if wish == Wish::Keep {
        draft = draft.without_empty();
    }
    draft.version += 1;
    drafts::save(&mut tx, &permit, &draft, cx.now()).await?;
    cx.record(&mut tx, &Event::Drafted { of: Of::only(&case, Side::Council), version: draft.version });
    tx.commit().await?;
    let said = match wish {
        Wish::Keep => "?bericht=bewaard".to_owned(),
        Wish::PutBack(_) => "?bericht=teruggezet".to_owned(),
        _ => format!("?na=knop{undo}"),
    };
    cx.go_to(&format!("{}/advies{said}{}", case.path(), wish.anchor(draft.lines.len())))
}
