//! Filing a request: by which rule its term runs, what is written down, and what is planned for it.
//!
//! GET  /dossiers/{id}/aanvraag/indienen    the request on a case that was announced
//! POST /dossiers/{id}/aanvraag/indienen

use axum::extract::Path;
use platform::Lang;
use platform::clock::{Day, Moment};
use platform::db::Tx;
use platform::policy::Permit;
use platform::web::{Cx, Fields, Outcome, Problem, once};

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{Body, CaseId, Kind, Part, Side, Subject, Visibility};
use crate::open::new_case;
use crate::open_page::{OpenPage, officers};
use crate::policy::FilingRequest;
use crate::request::{CONSULTED, FIELDS, Form, Read};
use crate::standstill::{Changes, Urgency};
use crate::store::people::{self, CONTACT, OFFICERS};
use crate::store::requests::NewRequest;
use crate::store::{cases, requests, rules, standstills};
use crate::table::Table;
use crate::term::{self, Known, Plan};
use crate::{Event, attach, plans, room, say, texts};

/// The rule of this table on the day the request came in, and what it gives.
pub(crate) struct TermOf {
    pub ruled: term::Ruled,
    pub due: term::Due,
    /// The urgency as it will be kept, or why the rule does not allow it.
    pub urgent: Option<Result<Urgency, terms::UrgentRefusal>>,
}

pub(crate) async fn term_of(
    tx: &mut Tx,
    table: &Table,
    form: &Form,
    read: &Read,
    now: Moment,
) -> Result<TermOf, Problem> {
    let rules = rules::of_council(tx, &table.council, Subject::Request).await?;
    let ruled = term::on_day(&rules, &table.municipality, Subject::Request, read.received_on);
    let known = Known { start_on: read.received_on, meeting_on: read.meeting_on, weeks: read.weeks };
    let urgent = form.urgent.then(|| urgency(&ruled.rule, form, read, now));
    let changes = Changes { urgency: urgent.clone().and_then(Result::ok), ..Changes::default() };
    // Urgent weeks are not weeks that were agreed: those cannot be fewer than the rule says.
    let known = if changes.urgency.is_some() { Known { weeks: None, ..known } } else { known };
    let due = term::due_changed(&ruled.rule, &known, &changes, |_| String::new());
    Ok(TermOf { ruled, due, urgent })
}

/// What the urgent clause of the rule says of this request.
fn urgency(rule: &terms::TermRule, form: &Form, read: &Read, now: Moment) -> Result<Urgency, terms::UrgentRefusal> {
    let asked = terms::UrgentAsked {
        length: read.weeks.map(|weeks| terms::Length::new(weeks, terms::Unit::Weeks)),
        reason: &form.urgent_reason,
        consulted: &form.consulted,
        from: read.received_on.0,
    };
    let length = terms::declare_urgent(rule.urgent.as_ref(), &asked)?.length();
    let words: Vec<&str> =
        CONSULTED.into_iter().filter(|(who, _)| form.consulted.contains(who)).map(|(_, word)| word).collect();
    Ok(Urgency {
        amount: length.value,
        unit: length.unit.name().to_owned(),
        reason: form.urgent_reason.clone(),
        consulted: words.join(" "),
        at: now,
        who: None,
    })
}

/// What the rule says of the form: a length that is not allowed, or an advice that comes too late to count.
pub(crate) fn check_term(
    form: &Form,
    kind: Kind,
    read: &Read,
    term: &TermOf,
    faults: &mut Faults,
    lang: Lang,
) -> Option<Plan> {
    let t = texts(lang);
    if kind != Kind::Requested {
        return None;
    }
    if let Some(Err(why)) = &term.urgent {
        let field = match why {
            terms::UrgentRefusal::NoReason => "spoed-reden",
            terms::UrgentRefusal::NotConsulted(_) => "spoed-overleg[]",
            terms::UrgentRefusal::TooShort { .. } => "weken",
            terms::UrgentRefusal::NoClause | terms::UrgentRefusal::Term(_) => "spoed",
        };
        faults.add(field, lang.pick(why.dutch(), why.to_string()));
        return None;
    }
    match term.due {
        term::Due::Open(terms::ApplyError::AgreementShorter { .. } | terms::ApplyError::BelowMinimum { .. }) => {
            faults.add("weken", t.new_weeks_short());
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
pub(crate) struct Filing<'a> {
    pub table: &'a Table,
    pub form: &'a Form,
    pub read: &'a Read,
    pub ruled: &'a TermOf,
    pub plan: Option<&'a Plan>,
}

/// Writes the request, who handles it, when it is decided and what is planned for its term.
pub(crate) async fn file<A>(
    tx: &mut Tx,
    cx: &Cx,
    permit: &Permit<A>,
    id: &CaseId,
    filing: &Filing<'_>,
) -> Result<(), Problem> {
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
        named_weeks: read.weeks.filter(|_| !form.urgent),
        rule: filing.ruled.ruled.id.as_ref(),
        due_on,
    };
    requests::file(tx, permit, id, &new, now).await?;
    if let Some(Ok(urgency)) = &filing.ruled.urgent {
        standstills::urge(tx, id, urgency, permit.by()).await?;
    }
    if let Some(plan) = filing.plan {
        requests::plan_decision(tx, id, form.decides.unwrap_or(Body::Executive), plan.meeting_on).await?;
    }
    let officers = people::in_roles(tx, &filing.table.municipality, OFFICERS, now.day()).await?;
    let chosen = read.officer.as_ref().filter(|chosen| officers.iter().any(|p| p.id == **chosen));
    requests::add_part(tx, id, chosen.unwrap_or_else(|| permit.by()), Part::Officer, now).await?;
    for contact in people::in_roles(tx, &filing.table.municipality, CONTACT, now.day()).await? {
        requests::add_part(tx, id, &contact.id, Part::ContactOfficer, now).await?;
    }
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
    let faults =
        case.file().err().map_or_else(Faults::none, |why| Faults::one("titel", say::refusal(why, texts(cx.lang()))));
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
    let table = table_of(&case);
    let ruled = term_of(&mut tx, &table, &form, &read, cx.now()).await?;
    let plan = check_term(&form, Kind::Requested, &read, &ruled, &mut faults, cx.lang());
    if let Err(why) = case.file() {
        faults.add("titel", say::refusal(why, t));
    }
    if !faults.is_empty() || fields.text("doe") == "bekijk" {
        drop(tx);
        let officers = officers(&cx, &[table]).await?;
        return cx.page_again(&again(&cx, &case, form, faults, officers).with_plan(plan, &ruled));
    }
    cases::rename(&mut tx, &new_case(&id, Kind::Requested, &form)).await?;
    file(
        &mut tx,
        &cx,
        &permit,
        &id,
        &Filing { table: &table, form: &form, read: &read, ruled: &ruled, plan: plan.as_ref() },
    )
    .await?;
    attach::keep(&mut tx, &cx, &case, Side::Municipality, Visibility::Parties, &files).await?;
    cx.record(&mut tx, &Event::Requested { of: Of::both(&case) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=aanvraag", case.path()))
}
