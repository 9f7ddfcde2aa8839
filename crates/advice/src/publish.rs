//! The alderman approves the answer and sends it to the council, on one page that asks for certainty.
//!
//! GET  /dossiers/{id}/antwoord/publicatie
//! POST /dossiers/{id}/antwoord/akkoord        approves, and sends it later
//! POST /dossiers/{id}/antwoord/publicatie     approves and sends
//! POST /dossiers/{id}/antwoord/terug          sends it back to who prepared it, with an `opmerking`

use axum::extract::Path;
use platform::db::Tx;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::case::{Case, Refusal};
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Side};
use crate::parts;
use crate::policy::{Publishing, ReadingAnswer};
use crate::store::answers::{self, Recommendation};
use crate::{Event, Texts, plans, room, say, texts};

#[derive(askama::Template)]
#[template(path = "publish.html")]
struct PublishPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    recommendations: Vec<Recommendation>,
    version: i64,
    /// It was laid before the alderman as it is now, every recommendation with its answer.
    ready: bool,
    may: bool,
    remark: String,
    faults: Faults,
}

impl PublishPage {
    fn has_remark_fault(&self) -> bool {
        self.faults.has("opmerking")
    }

    fn said(&self, r: &Recommendation) -> String {
        say::position(r.position, self.t)
    }

    fn sign(&self, r: &Recommendation) -> ui::Html {
        parts::svg(parts::position_sign(r.position))
    }

    fn besides(&self, r: &Recommendation) -> Option<(String, String)> {
        say::besides(r, &self.ui, self.t)
    }

    fn promise_by(&self, r: &Recommendation) -> String {
        let who = r.promised_by.clone().unwrap_or_default();
        r.promise_on.map_or_else(|| who.clone(), |on| self.t.rec_promise_by(&who, self.ui.weekday_day(&on)))
    }

    /// Why there is nothing to send: it went already, or it is not finished.
    fn not_ready(&self) -> String {
        match self.case.answer() {
            Err(why) => say::refusal(why, self.t),
            Ok(()) => self.t.publish_not_ready_text(),
        }
    }

    fn is_approved(&self) -> bool {
        self.case.approved_version == Some(self.version)
    }
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<PublishPage, Problem> {
    let mut reader = cx.reader().await?;
    let (recommendations, head) =
        (answers::prepared(&mut reader, &case.id).await?, answers::head(&mut reader, &case.id).await?);
    let t = texts(cx.lang());
    let ready = case.publish(head.as_ref().map_or(0, |h| h.version)).is_ok() && is_whole(&recommendations).is_ok();
    let may = ready && room::may::<Publishing>(cx, &case);
    let ui = room::frame_below(cx, &case, t);
    Ok(PublishPage {
        ui,
        t,
        case,
        recommendations,
        version: head.map_or(0, |h| h.version),
        ready,
        may,
        remark: String::new(),
        faults,
    })
}

/// Every recommendation has its answer.
fn is_whole(recommendations: &[Recommendation]) -> Result<(), Refusal> {
    if !recommendations.is_empty() && recommendations.iter().all(|r| r.position.is_some()) {
        Ok(())
    } else {
        Err(Refusal::NothingAnswered)
    }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<ReadingAnswer>(&case)?;
    cx.page(&page(&cx, case, Faults::none()).await?)
}

/// What both forms do first: the answer is whole, and the version that was read is approved.
async fn approve(cx: &Cx, tx: &mut Tx, case: &Case, form: &Fields) -> Result<Result<i64, Refusal>, Problem> {
    form.only(&["versie"])?;
    let permit = cx.may::<Publishing>(case)?;
    let recommendations = answers::prepared(tx, &case.id).await?;
    let found = answers::head(tx, &case.id).await?.map_or(0, |h| h.version);
    if let Err(why) = case.publish(found).and_then(|()| is_whole(&recommendations)) {
        return Ok(Err(why));
    }
    let version = if form.has("versie") { form.text("versie").parse().unwrap_or(0) } else { found };
    answers::approve(tx, &permit, version, cx.now()).await?;
    cx.record(tx, &Event::AnswerApproved { of: Of::only(case, Side::Municipality), version });
    Ok(Ok(version))
}

pub(crate) async fn approve_only(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    if let Err(why) = approve(&cx, &mut tx, &case, &form).await? {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("verstuur", say::refusal(why, texts(cx.lang())))).await?);
    }
    tx.commit().await?;
    cx.go_to(&format!("{}/antwoord/publicatie?bericht=akkoord", case.path()))
}

pub(crate) async fn publish(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    if let Err(why) = approve(&cx, &mut tx, &case, &form).await? {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("verstuur", say::refusal(why, texts(cx.lang())))).await?);
    }
    answers::publish(&mut tx, &cx.may::<Publishing>(&case)?, cx.now()).await?;
    plans::no_term(&mut tx, &id).await?;
    cx.record(&mut tx, &Event::AnswerPublished { of: Of::both(&case) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=antwoord", case.path()))
}

pub(crate) async fn send_back(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["versie", "opmerking"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Publishing>(&case)?;
    let (t, remark) = (texts(cx.lang()), form.raw("opmerking").trim().to_owned());
    let mut faults = Faults::none();
    let found = answers::head(&mut tx, &id).await?.map_or(0, |h| h.version);
    if let Err(why) = case.publish(found) {
        faults.add("opmerking", say::refusal(why, t));
    }
    faults.need("opmerking", &remark, t.return_no_remark());
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&PublishPage { remark, ..page(&cx, case, faults).await? });
    }
    let version = form.text("versie").parse().unwrap_or(0);
    let sent = answers::send_back(&mut tx, &permit, version, &remark, cx.now()).await?;
    cx.record(&mut tx, &Event::AnswerReturned { of: Of::only(&case, Side::Municipality), sent });
    tx.commit().await?;
    cx.go_to(&format!("{}/antwoord?bericht=teruggestuurd", case.path()))
}
