//! Issuing the advice: it gets its number, is sent, and its recommendations are fixed from then on.
//!
//! GET  /dossiers/{id}/uitbrenging
//! POST /dossiers/{id}/uitbrenging

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
use crate::store::drafts::{self, Minority};
use crate::store::issues::{self, NewIssue};
use crate::store::{cases, requests, rules};
use crate::term::{self, Known, Ruled};
use crate::{Event, Texts, parts, plans, room, say, texts};

#[derive(askama::Template)]
#[template(path = "issue.html")]
struct IssuePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    draft: Option<Draft>,
    minorities: Vec<Minority>,
    answer_due_on: Option<Day>,
    may: bool,
    faults: Faults,
}

impl IssuePage {
    fn answer_due(&self) -> Option<String> {
        self.answer_due_on.map(|on| say::by_when(&self.ui, on))
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
    let (_, answer_due_on) = answer_term(&mut reader, &case, cx.now().day()).await?;
    let t = texts(cx.lang());
    let may = case.issue().is_ok();
    Ok(IssuePage { ui: room::frame_below(cx, &case, t), t, case, draft, minorities, answer_due_on, may, faults })
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
    form.only(&[])?;
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
    let (now, year) = (cx.now(), i64::from(cx.now().day().0.year()));
    let (ruled, answer_due_on) = answer_term(&mut tx, &case, now.day()).await?;
    let number = issues::next_number(&mut tx, &case.council, year).await?;
    let new =
        NewIssue { council: &case.council, year, number, answer_rule: ruled.id.as_ref(), answer_due_on, draft: &draft };
    issues::issue(&mut tx, &permit, &new, now).await?;
    if case.visibility != Visibility::Parties {
        cases::share(&mut tx, &id).await?;
    }
    plans::term(&mut tx, &id, answer_due_on, now).await?;
    cx.record(&mut tx, &Event::Issued { of: Of::both(&case), number: numbered(year, number) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=verstuurd", case.path()))
}
