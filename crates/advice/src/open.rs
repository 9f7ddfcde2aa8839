//! Beginning a case: a request for advice, an unsolicited advice, or thinking along.
//!
//! GET  /dossiers/nieuw
//! POST /dossiers/nieuw
//! GET  /dossiers/{id}/aanvraag/indienen    the request on a case that was announced
//! POST /dossiers/{id}/aanvraag/indienen

use axum::extract::Path;
use platform::clock::Day;
use platform::db::Tx;
use platform::policy::{self, Permit};
use platform::web::{Cx, Fields, Outcome, Problem, once};
use ui::{Section, Ui};

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::open_page::{OpenPage, officers};
use crate::policy::FilingRequest;
use crate::request::{FIELDS, Form, Read, kind_word};
use crate::store::cases::NewCase;
use crate::store::requests::NewRequest;
use crate::store::{cases, requests, rules, tables};
use crate::table::{Beginning, Requesting, Starting, Table, ThinkingAlong};
use crate::term::{self, Known, Plan};
use crate::kinds::{Body, CaseId, Kind, Level, Part, Side, Subject, Visibility};
use crate::{Event, attach, plans, room, say, texts};

/// The tables at which this person may begin something, and what.
async fn tables_of(cx: &Cx) -> Result<Vec<Table>, Problem> {
    let person = cx.person()?.clone();
    let mut reader = cx.reader().await?;
    let all = tables::of_person(&mut reader, &person, cx.now().day()).await?;
    let first = all.first().ok_or(Problem::NotFound)?;
    let may: Vec<Table> = all.iter().filter(|t| policy::may::<Beginning>(cx.actor(), t)).cloned().collect();
    if may.is_empty() {
        cx.sees::<Beginning>(first)?;
    }
    Ok(may)
}

fn may_begin(cx: &Cx, kind: Kind, table: &Table) -> bool {
    match kind {
        Kind::Requested => policy::may::<Requesting>(cx.actor(), table),
        Kind::Unsolicited => policy::may::<Starting>(cx.actor(), table),
        Kind::ThinkAlong => policy::may::<ThinkingAlong>(cx.actor(), table),
    }
}

/// What this person may begin at one table or another; the first is what they come for most.
fn kinds(cx: &Cx, tables: &[Table]) -> Vec<Kind> {
    let all = [Kind::Requested, Kind::Unsolicited, Kind::ThinkAlong];
    all.into_iter().filter(|kind| tables.iter().any(|t| may_begin(cx, *kind, t))).collect()
}

fn frame(cx: &Cx, kind: Kind) -> Ui {
    let side = if kind == Kind::Requested || cx.actor().seat().map(|s| s.kind) == Some(platform::Kind::Municipality) {
        Side::Municipality
    } else {
        Side::Council
    };
    let (path, words) = room::board(side, texts(cx.lang()));
    Ui::of(cx, Section::Board).crumb(path, words)
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    let tables = tables_of(&cx).await?;
    let kinds = kinds(&cx, &tables);
    let wanted = cx.query("soort").and_then(|word| Form::kind_of(&word)).filter(|kind| kinds.contains(kind));
    let kind = wanted.or(kinds.first().copied()).ok_or(Problem::NotFound)?;
    let form = Form { shared: true, ..Form::default() };
    let officers = officers(&cx, &tables).await?;
    let page = OpenPage::new(frame(&cx, kind), kind, form, Faults::none(), officers).at_tables(&cx, tables, kinds);
    cx.page(&page)
}

pub(crate) async fn open(cx: Cx, fields: Fields) -> Outcome {
    fields.only(FIELDS)?;
    let tables = tables_of(&cx).await?;
    let kind = Form::kind_of(fields.text("soort")).ok_or(Problem::Malformed("a case of no kind"))?;
    let form = Form::of(&fields);
    let table = match tables.as_slice() {
        [only] => only.clone(),
        all => all.iter().find(|t| place(t) == form.place).or_else(|| all.iter().find(|t| may_begin(&cx, kind, t))).cloned().ok_or(Problem::NotFound)?,
    };
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let (mut faults, read) = form.check(kind, today, t);
    let files = attach::look(&fields, &mut faults, t);
    let mut tx = cx.begin().await?;
    let ruled = term_of(&mut tx, &table, &read).await?;
    let plan = check_term(&form, kind, &read, &ruled, &mut faults, t);
    if !faults.is_empty() || fields.text("doe") == "bekijk" {
        drop(tx);
        let officers = officers(&cx, &tables).await?;
        let kinds = kinds(&cx, &tables);
        let page = OpenPage::new(frame(&cx, kind), kind, form, faults, officers).at_tables(&cx, tables, kinds).with_plan(plan, &ruled);
        return if fields.text("doe") == "bekijk" { cx.page(&page) } else { cx.page_again(&page) };
    }
    let id = CaseId::fresh();
    let path = format!("/dossiers/{id}");
    if let Some(sent) = once::claim(&mut tx, &cx, fields.text(once::FIELD), &path).await? {
        return cx.go_to(&sent);
    }
    let new = new_case(&id, kind, &form);
    match kind {
        Kind::Requested => {
            let permit = cx.may::<Requesting>(&table)?;
            cases::open(&mut tx, &permit, &table, &new, cx.now()).await?;
            file(&mut tx, &cx, &permit, &id, &Filing { form: &form, read: &read, ruled: &ruled, plan: plan.as_ref() }).await?;
        }
        Kind::Unsolicited => cases::open(&mut tx, &cx.may::<Starting>(&table)?, &table, &new, cx.now()).await?,
        Kind::ThinkAlong => cases::open(&mut tx, &cx.may::<ThinkingAlong>(&table)?, &table, &new, cx.now()).await?,
    }
    let case = cases::find(&mut tx, &id).await?.ok_or(Problem::NotFound)?;
    let side = if kind == Kind::Requested { Side::Municipality } else { case.side_of(cx.actor()) };
    if kind != Kind::Requested && side == Side::Council {
        requests::add_part(&mut tx, &id, cx.person()?, Part::Drafter, cx.now()).await?;
    }
    attach::keep(&mut tx, &cx, &case, side, Visibility::Parties, &files).await?;
    let of = Of::seen(&case);
    let event = if kind == Kind::Requested { Event::Requested { of } } else { Event::Opened { of, kind } };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to(&format!("{path}?bericht={}", if kind == Kind::Requested { "aanvraag" } else { "begonnen" }))
}

pub(crate) fn place(table: &Table) -> String {
    format!("{}:{}", table.council, table.municipality)
}

fn new_case<'a>(id: &'a CaseId, kind: Kind, form: &'a Form) -> NewCase<'a> {
    let visibility = if kind == Kind::Unsolicited && !form.shared { Visibility::CouncilOnly } else { Visibility::Parties };
    NewCase {
        id,
        kind,
        title: &form.title,
        lead: &form.lead,
        practice: &form.practice,
        level: form.level.unwrap_or(Level::Local),
        decides: form.decides.unwrap_or(Body::Executive),
        visibility,
    }
}

/// The rule of this table on the day the request came in, and what it gives.
pub(crate) struct TermOf {
    pub ruled: term::Ruled,
    pub due: term::Due,
}

async fn term_of(tx: &mut Tx, table: &Table, read: &Read) -> Result<TermOf, Problem> {
    let rules = rules::of_council(tx, &table.council, Subject::Request).await?;
    let ruled = term::on_day(&rules, &table.municipality, Subject::Request, read.received_on);
    let known = Known { start_on: read.received_on, meeting_on: read.meeting_on, weeks: read.weeks };
    let due = term::due(&ruled.rule, &known);
    Ok(TermOf { ruled, due })
}

/// What the rule says of the form: a length that is not allowed, or an advice that comes too late to count.
fn check_term(form: &Form, kind: Kind, read: &Read, term: &TermOf, faults: &mut Faults, t: &crate::Texts) -> Option<Plan> {
    if kind != Kind::Requested {
        return None;
    }
    match term.due {
        term::Due::Open(terms::ApplyError::AgreementShorter { rule, .. } | terms::ApplyError::BelowMinimum { minimum: rule, .. }) => {
            faults.add("weken", t.new_weeks_short(rule.value));
        }
        term::Due::Open(terms::ApplyError::MilestoneUnknown(_)) => faults.add("vergadering", t.new_meeting_needed()),
        _ => {}
    }
    let plan = Plan::back_from(read.meeting_on?, term.due.day());
    if plan.is_too_late() && !form.anyway {
        faults.add("toch", t.new_too_late());
    }
    Some(plan)
}

/// A request as it is written down.
struct Filing<'a> {
    form: &'a Form,
    read: &'a Read,
    ruled: &'a TermOf,
    plan: Option<&'a Plan>,
}

async fn file<A>(tx: &mut Tx, cx: &Cx, permit: &Permit<A>, id: &CaseId, filing: &Filing<'_>) -> Result<(), Problem> {
    let (form, read, now) = (filing.form, filing.read, cx.now());
    let due_on: Option<Day> = filing.ruled.due.day();
    let new = NewRequest {
        for_whom: &form.for_whom,
        cause: &form.cause,
        alternatives: &form.alternatives,
        question: &form.question,
        can_change: &form.can_change,
        cannot_change: &form.cannot_change,
        received_on: read.received_on,
        meeting_on: read.meeting_on,
        named_weeks: read.weeks,
        rule: filing.ruled.ruled.id.as_ref(),
        due_on,
    };
    requests::file(tx, permit, id, &new, now).await?;
    if let Some(plan) = filing.plan {
        requests::plan_decision(tx, id, form.decides.unwrap_or(Body::Executive), plan.meeting_on).await?;
    }
    let officer = read.officer.as_ref().unwrap_or_else(|| permit.by());
    requests::add_part(tx, id, officer, Part::Officer, now).await?;
    plans::term(tx, id, due_on, now).await?;
    Ok(())
}

fn again(cx: &Cx, case: &Case, form: Form, faults: Faults, officers: Vec<(String, String)>) -> OpenPage {
    let t = texts(cx.lang());
    OpenPage::new(room::frame_below(cx, case, t), Kind::Requested, form, faults, officers).on_case(&case.path())
}

fn table_of(case: &Case) -> Table {
    Table {
        council: case.council.clone(),
        council_name: case.council_name.clone(),
        municipality: case.municipality.clone(),
        municipality_name: case.municipality_name.clone(),
    }
}

pub(crate) async fn ask_on(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<FilingRequest>(&case)?;
    let practice = cases::practice(&mut reader, &id).await?;
    drop(reader);
    let faults = case.file().err().map_or_else(Faults::none, |why| Faults::one("titel", say::refusal(why, texts(cx.lang()))));
    let form = Form {
        title: case.title.clone(),
        lead: case.lead.clone(),
        practice,
        level: Some(case.level),
        decides: Some(case.decides),
        ..Form::default()
    };
    let officers = officers(&cx, &[table_of(&case)]).await?;
    cx.page(&again(&cx, &case, form, faults, officers))
}

pub(crate) async fn file_on(cx: Cx, Path(id): Path<CaseId>, fields: Fields) -> Outcome {
    fields.only(FIELDS)?;
    let (t, form) = (texts(cx.lang()), Form::of(&fields));
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<FilingRequest>(&case)?;
    if let Some(sent) = once::claim(&mut tx, &cx, fields.text(once::FIELD), &case.path()).await? {
        return cx.go_to(&sent);
    }
    let (mut faults, read) = form.check(Kind::Requested, cx.now().day(), t);
    let files = attach::look(&fields, &mut faults, t);
    let ruled = term_of(&mut tx, &table_of(&case), &read).await?;
    let plan = check_term(&form, Kind::Requested, &read, &ruled, &mut faults, t);
    if let Err(why) = case.file() {
        faults.add("titel", say::refusal(why, t));
    }
    if !faults.is_empty() || fields.text("doe") == "bekijk" {
        drop(tx);
        let officers = officers(&cx, &[table_of(&case)]).await?;
        return cx.page_again(&again(&cx, &case, form, faults, officers).with_plan(plan, &ruled));
    }
    cases::rename(&mut tx, &new_case(&id, Kind::Requested, &form)).await?;
    file(&mut tx, &cx, &permit, &id, &Filing { form: &form, read: &read, ruled: &ruled, plan: plan.as_ref() }).await?;
    attach::keep(&mut tx, &cx, &case, Side::Municipality, Visibility::Parties, &files).await?;
    cx.record(&mut tx, &Event::Requested { of: Of::both(&case) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=aanvraag", case.path()))
}

/// The word of a kind, for the page's own links.
pub(crate) fn link(kind: Kind) -> String {
    format!("/dossiers/nieuw?soort={}", kind_word(kind))
}
