//! Issuing the advice: it gets its number, is sent, and its recommendations are fixed from then on.
//!
//! GET  /dossiers/{id}/uitbrenging
//! POST /dossiers/{id}/uitbrenging      `toch` and `reden` when too few members answered or agreed

use axum::extract::Path;
use platform::clock::Day;
use platform::db::{Conn, Tx};
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, filters};

use crate::case::{Case, Refusal, numbered};
use crate::draft::Draft;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Subject, Visibility};
use crate::policy::{Issuing, ReadingDraft};
use crate::round::{Doubt, Tally};
use crate::store::drafts::{self, Minority};
use crate::store::issues::{self, NewIssue};
use crate::store::{cases, requests, rounds, rules};
use crate::term::{self, Known, Ruled};
use crate::{Event, Texts, parts, plans, room, say, texts};

/// How long the reason may be why it goes all the same, in characters.
const REASON_MAX: usize = 2_000;

#[derive(askama::Template)]
#[template(path = "issue.html")]
struct IssuePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    draft: Option<Draft>,
    minorities: Vec<Minority>,
    answer_due_on: Option<Day>,
    /// What the members said speaks against sending.
    doubted: Option<Doubted>,
    /// Why it goes all the same, as it was typed.
    reason: String,
    may: bool,
    faults: Faults,
}

/// What the members said, and why that is not enough.
#[derive(Debug, Clone, Copy)]
struct Doubted {
    doubt: Doubt,
    tally: Tally,
    quorum: i64,
}

async fn doubted(conn: &mut Conn, case: &Case) -> Result<Option<Doubted>, Problem> {
    let Some(id) = &case.round else { return Ok(None) };
    let Some(round) = rounds::find(conn, id).await? else { return Ok(None) };
    let tally = Tally::of(&rounds::voters(conn, id).await?);
    Ok(tally.doubt(round.quorum).map(|doubt| Doubted { doubt, tally, quorum: round.quorum }))
}

impl IssuePage {
    fn answer_due(&self) -> Option<String> {
        self.answer_due_on.map(|on| say::by_when(&self.ui, on))
    }

    fn doubt(&self) -> Option<String> {
        let Doubted { doubt, tally, quorum } = self.doubted?;
        let ui = &self.ui;
        Some(match doubt {
            Doubt::TooFew => {
                let n = tally.answered();
                self.t.issue_too_few(n, ui.count_first(&n), ui.count(&tally.members), ui.count(&quorum))
            }
            Doubt::NoMajority => self.t.issue_no_majority(),
        })
    }

    fn missing(&self) -> i64 {
        self.draft.as_ref().map_or(0, |d| d.needs().missing())
    }
}

/// The rule by which the municipality answers an advice of today, and its last day.
async fn answer_term(conn: &mut Conn, case: &Case, today: Day) -> Result<(Ruled, Option<Day>), Problem> {
    let rules = rules::of_council(conn, &case.council, Subject::Response).await?;
    let ruled = term::on_day(&rules, &case.municipality, Subject::Response, today);
    let meeting_on = requests::find(conn, &case.id).await?.and_then(|r| r.meeting_on);
    let due = term::due(&ruled.rule, &Known { start_on: today, meeting_on, weeks: None }).day();
    Ok((ruled, due))
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<IssuePage, Problem> {
    let mut reader = cx.reader().await?;
    let draft = match case.round_version {
        Some(version) => drafts::version(&mut reader, &case.id, version).await?,
        None => None,
    };
    let minorities = drafts::minorities(&mut reader, &case.id).await?;
    let doubted = doubted(&mut reader, &case).await?;
    let (_, answer_due_on) = answer_term(&mut reader, &case, cx.now().day()).await?;
    let t = texts(cx.lang());
    let may = case.issue().is_ok();
    let (ui, reason) = (room::frame_below(cx, &case, t), String::new());
    Ok(IssuePage { ui, t, case, draft, minorities, answer_due_on, doubted, reason, may, faults })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<ReadingDraft>(&case)?;
    cx.sees::<Issuing>(&case)?;
    let faults = case
        .issue()
        .err()
        .map_or_else(Faults::none, |why| Faults::one("verstuur", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(&cx, case, faults).await?)
}

/// The draft that is sent, or why it cannot be.
async fn ready(tx: &mut Tx, case: &Case) -> Result<Result<Draft, Refusal>, Problem> {
    let version = match case.issue() {
        Ok(version) => version,
        Err(why) => return Ok(Err(why)),
    };
    let Some(draft) = drafts::version(tx, &case.id, version).await? else { return Ok(Err(Refusal::NoDraft)) };
    let draft = draft.without_empty();
    Ok(draft.is_ready().map(|()| draft))
}

pub(crate) async fn issue(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["toch", "reden"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Issuing>(&case)?;
    let draft = match ready(&mut tx, &case).await? {
        Ok(draft) => draft,
        Err(why) => {
            drop(tx);
            return cx
                .page_again(&page(&cx, case, Faults::one("verstuur", say::refusal(why, texts(cx.lang())))).await?);
        }
    };
    let (t, reason) = (texts(cx.lang()), form.raw("reden").trim().chars().take(REASON_MAX).collect::<String>());
    let doubted = doubted(&mut tx, &case).await?;
    if doubted.is_some() {
        let mut faults = Faults::none();
        if !form.has("toch") {
            faults.add("reden", t.issue_doubted());
        }
        faults.need("reden", &reason, t.issue_anyway_none());
        if !faults.is_empty() {
            drop(tx);
            return cx.page_again(&IssuePage { reason, ..page(&cx, case, faults).await? });
        }
    }
    let anyway = if doubted.is_some() { reason.as_str() } else { "" };
    let (now, year) = (cx.now(), i64::from(cx.now().day().0.year()));
    let (ruled, answer_due_on) = answer_term(&mut tx, &case, now.day()).await?;
    let number = issues::next_number(&mut tx, &case.council, year).await?;
    let (council, answer_rule) = (&case.council, ruled.id.as_ref());
    let new = NewIssue { council, year, number, answer_rule, answer_due_on, draft: &draft, anyway };
    issues::issue(&mut tx, &permit, &new, now).await?;
    if case.visibility == Visibility::CouncilOnly {
        cases::share(&mut tx, &id).await?;
    }
    plans::term(&mut tx, &id, answer_due_on, now).await?;
    cx.record(&mut tx, &Event::Issued { of: Of::both(&case), number: numbered(year, number) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=verstuurd", case.path()))
}
