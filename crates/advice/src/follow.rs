//! Looking back together: planning a day with a question, and saying what was seen.
//!
//! GET  /dossiers/{id}/volgen
//! POST /dossiers/{id}/volgen         plans a day, or with `meting` says what was seen

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use ui::{Ui, dates, filters};

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Execution, MonitoringId, Side};
use crate::parts::{self, Pick};
use crate::policy::{Following, Viewing};
use crate::store::aftermath::{self, Monitoring, NewMonitoring, Told};
use crate::store::answers::{self, Recommendation};
use crate::{Event, Texts, plans, room, say, texts};

/// After how many months it is usual to look.
const MONTHS: [i64; 3] = [6, 12, 24];

#[derive(askama::Template)]
#[template(path = "follow.html")]
struct FollowPage<'a> {
    ui: Ui,
    t: &'static Texts,
    cx: &'a Cx,
    case: Case,
    side: Side,
    monitorings: Vec<Monitoring>,
    told: Vec<Told>,
    recommendations: Vec<Recommendation>,
    day: String,
    question: String,
    about: i64,
    found: String,
    once: String,
    faults: Faults,
}

impl FollowPage<'_> {
    fn may(&self) -> bool {
        room::may::<Following>(self.cx, &self.case) && self.case.monitor().is_ok()
    }

    /// Its day has come, and our side did not tell yet what it saw.
    fn is_ours(&self, m: &Monitoring) -> bool {
        m.due_on <= self.ui.today && !self.told_of(m).iter().any(|told| told.side == self.side)
    }

    fn told_of(&self, m: &Monitoring) -> Vec<&Told> {
        self.told.iter().filter(|told| told.monitoring == m.id).collect()
    }

    /// One side told, and the other did not yet.
    fn waits_for(&self, m: &Monitoring) -> Option<String> {
        match self.told_of(m).as_slice() {
            [one] if one.side == Side::Council => Some(self.t.follow_waits_municipality()),
            [_] => Some(self.t.follow_waits_council()),
            _ => None,
        }
    }

    fn on(&self, m: &Monitoring) -> String {
        self.ui.day(&m.due_on)
    }

    fn about_which(&self, m: &Monitoring) -> Option<String> {
        m.number.map(|n| self.t.follow_about(n))
    }

    fn seen_by(&self, told: &Told) -> String {
        let when = self.ui.when(&told.at);
        told.who.as_ref().map_or_else(|| when.clone(), |who| self.t.follow_seen_by(who.as_str(), when.as_str()))
    }

    fn abouts(&self) -> Vec<Pick> {
        let mut picks = vec![Pick::new("0", self.t.follow_all(), self.about == 0)];
        picks.extend(
            self.recommendations
                .iter()
                .map(|r| Pick::new(r.number.to_string(), format!("{}. {}", r.number, r.text), r.number == self.about)),
        );
        picks
    }

    fn executions(&self) -> Vec<Pick> {
        let mut picks = vec![Pick::new("", self.t.follow_no_execution(), true)];
        picks.extend(Execution::ALL.iter().map(|&e| Pick::new(e.word(), say::execution(e, self.t), false)));
        picks
    }

    /// *19 mei 2027*: a day half a year on, as an example.
    fn example(&self) -> String {
        let from = self.case.decided_on.unwrap_or(self.ui.today);
        let days: Vec<String> = MONTHS.iter().map(|m| dates::full(from.plus_months(*m), self.ui.lang)).collect();
        self.t.follow_day_hint(days.join(", "))
    }
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<FollowPage<'_>, Problem> {
    let mut reader = cx.reader().await?;
    let (monitorings, recommendations) =
        (aftermath::monitorings(&mut reader, &case.id).await?, answers::published(&mut reader, &case.id).await?);
    let told = aftermath::told(&mut reader, &case.id).await?;
    let t = texts(cx.lang());
    let (ui, side) = (room::frame_below(cx, &case, t), case.side_of(cx.actor()));
    let (day, question, found) = (String::new(), String::new(), String::new());
    Ok(FollowPage {
        ui,
        t,
        cx,
        case,
        side,
        monitorings,
        told,
        recommendations,
        day,
        question,
        about: 0,
        found,
        once: once::token(),
        faults,
    })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Viewing>(&case)?;
    cx.page(&page(&cx, case, Faults::none()).await?)
}

pub(crate) async fn post(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["datum", "vraag", "aanbeveling", "meting", "gezien", "uitvoering", once::FIELD])?;
    if form.has("meting") { measure(cx, id, form).await } else { plan(cx, id, form).await }
}

async fn plan(cx: Cx, id: CaseId, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Following>(&case)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let question = form.raw("vraag").trim().to_owned();
    let day: Option<Day> = dates::parse(form.text("datum"), today);
    let about = form.text("aanbeveling").parse::<i64>().unwrap_or(0);
    let mut faults = Faults::none();
    if let Err(why) = case.monitor() {
        faults.add("datum", say::refusal(why, t));
    }
    match day {
        None => faults.add("datum", say::bad_day(form.text("datum"), t)),
        Some(day) if day <= today => faults.add("datum", t.follow_past()),
        Some(_) => {}
    }
    faults.need("vraag", &question, t.follow_no_question());
    let recommendations = answers::published(&mut tx, &id).await?;
    let Some(due_on) = day.filter(|_| faults.is_empty()) else {
        drop(tx);
        let day = form.text("datum").to_owned();
        return cx.page_again(&FollowPage { day, question, about, ..page(&cx, case, faults).await? });
    };
    let there = format!("{}/volgen?bericht=meetmoment", case.path());
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &there).await? {
        return cx.go_to(&sent);
    }
    let recommendation = recommendations.iter().find(|r| r.number == about).map(|r| &r.id);
    let monitoring = MonitoringId::fresh();
    let new = NewMonitoring { id: &monitoring, due_on, question: &question, person: Some(permit.by()), recommendation };
    aftermath::plan(&mut tx, &permit, &new, cx.now()).await?;
    plans::monitoring(&mut tx, &monitoring, due_on).await?;
    cx.record(&mut tx, &Event::MonitoringPlanned { of: Of::both(&case), monitoring });
    tx.commit().await?;
    cx.go_to(&there)
}

async fn measure(cx: Cx, id: CaseId, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Following>(&case)?;
    let t = texts(cx.lang());
    let found = form.raw("gezien").trim().to_owned();
    let monitoring = aftermath::monitoring(&mut tx, &MonitoringId::of(form.text("meting"))).await?;
    let monitoring = monitoring.filter(|m| m.case_id == id).ok_or(Problem::NotFound)?;
    let mut faults = Faults::none();
    if let Err(why) = case.monitor() {
        faults.add("gezien", say::refusal(why, t));
    }
    let side = case.side_of(cx.actor());
    let told = aftermath::told(&mut tx, &id).await?;
    if told.iter().any(|one| one.monitoring == monitoring.id && one.side == side) {
        faults.add("gezien", say::refusal(crate::case::Refusal::AlreadyAnswered, t));
    }
    faults.need("gezien", &found, t.follow_nothing_seen());
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&FollowPage { found, ..page(&cx, case, faults).await? });
    }
    aftermath::measure(&mut tx, &permit, (&monitoring.id, side), &found, cx.now()).await?;
    if let (Some(told), Some(recommendation)) = (form.choice::<Execution>("uitvoering"), &monitoring.recommendation) {
        aftermath::execute(&mut tx, Some(permit.by()), recommendation, told, cx.now()).await?;
    }
    if monitoring.told > 0 {
        plans::no_monitoring(&mut tx, &monitoring.id).await?;
    }
    cx.record(&mut tx, &Event::Measured { of: Of::both(&case), monitoring: monitoring.id });
    tx.commit().await?;
    cx.go_to(&format!("{}/volgen?bericht=gemeten", case.path()))
}
