//! Beginning a case: a request for advice, an unsolicited advice, or thinking along.
//!
//! GET  /dossiers/nieuw
//! POST /dossiers/nieuw

use platform::policy;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use ui::{Section, Ui};

use crate::events::Of;
use crate::faults::Faults;
use crate::file::{Filing, check_term, file, term_of};
use crate::kinds::{Body, CaseId, Kind, Level, Part, Side, Visibility};
use crate::open_page::{OpenPage, officers};
use crate::request::{FIELDS, Form, kind_word};
use crate::store::cases::NewCase;
use crate::store::{cases, requests, tables};
use crate::table::{Beginning, Requesting, Starting, Table, ThinkingAlong};
use crate::{Event, attach, room, texts};

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
        all => all
            .iter()
            .find(|t| place(t) == form.place)
            .or_else(|| all.iter().find(|t| may_begin(&cx, kind, t)))
            .cloned()
            .ok_or(Problem::NotFound)?,
    };
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let (mut faults, read) = form.check(kind, today, t);
    let files = attach::look(&fields, &mut faults, t);
    let mut tx = cx.begin().await?;
    let ruled = term_of(&mut tx, &table, &form, &read, cx.now()).await?;
    let plan = check_term(&form, kind, &read, &ruled, &mut faults, cx.lang());
    if !faults.is_empty() || fields.text("doe") == "bekijk" {
        drop(tx);
        let officers = officers(&cx, &tables).await?;
        let kinds = kinds(&cx, &tables);
        let page = OpenPage::new(frame(&cx, kind), kind, form, faults, officers)
            .at_tables(&cx, tables, kinds)
            .with_plan(plan, &ruled);
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
            file(
                &mut tx,
                &cx,
                &permit,
                &id,
                &Filing { table: &table, form: &form, read: &read, ruled: &ruled, plan: plan.as_ref() },
            )
            .await?;
        }
        Kind::Unsolicited => cases::open(&mut tx, &cx.may::<Starting>(&table)?, &table, &new, cx.now()).await?,
        Kind::ThinkAlong => cases::open(&mut tx, &cx.may::<ThinkingAlong>(&table)?, &table, &new, cx.now()).await?,
    }
    let case = cases::find_for(&mut tx, &id, crate::eyes::Eyes::in_cx(&cx)?).await?.ok_or(Problem::NotFound)?;
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

/// A case as the form tells it.
pub(crate) fn new_case<'a>(id: &'a CaseId, kind: Kind, form: &'a Form) -> NewCase<'a> {
    let visibility =
        if kind == Kind::Unsolicited && !form.shared { Visibility::CouncilOnly } else { Visibility::Parties };
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

/// The word of a kind, for the page's own links.
pub(crate) fn link(kind: Kind) -> String {
    format!("/dossiers/nieuw?soort={}", kind_word(kind))
}
