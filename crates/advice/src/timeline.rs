//! What happened in a case and what is planned, as lines of a page: plans on top, then the newest first.

use platform::choice::Choice;
use platform::clock::{Day, Moment};
use ui::Ui;

use crate::case::Case;
use crate::kinds::{Body, Exit, Outcome, Side};
use crate::store::history::{Happening, What};
use crate::{Texts, say};

/// One line of the timeline.
pub(crate) struct Entry {
    pub day: Day,
    pub at: Option<Moment>,
    pub when: String,
    pub mark: &'static str,
    pub title: String,
    pub text: String,
    /// The words of somebody, in the voice of people.
    pub quote: String,
    pub plan: bool,
}

pub(crate) fn entries(case: &Case, all: &[Happening], ui: &Ui, t: &Texts) -> Vec<Entry> {
    let minorities = i64::try_from(all.iter().filter(|h| h.what == What::Minority).count()).unwrap_or(0);
    let mut entries: Vec<Entry> = all.iter().filter_map(|h| entry(case, h, minorities, ui, t)).collect();
    // On top what is planned, then the newest; within a day too, and at one moment the later step.
    entries.reverse();
    entries.sort_by_key(|e| std::cmp::Reverse((e.plan, e.day, e.at)));
    entries
}

fn entry(case: &Case, h: &Happening, minorities: i64, ui: &Ui, t: &Texts) -> Option<Entry> {
    let day = h.day()?;
    let (title, text, quote) = words(case, h, minorities, ui, t)?;
    let plan = h.is_plan();
    Some(Entry { day, at: h.at, when: ui.day(&day), mark: mark(case, h), title, text, quote, plan })
}

/// Who set the step: drawn as a circle, a square, or both.
fn mark(case: &Case, h: &Happening) -> &'static str {
    match h.what {
        // A subject that led to a request can have come up on either side.
        What::Opened if case.kind != crate::kinds::Kind::Unsolicited => "mark--both",
        What::Opened | What::Received | What::Issued | What::Minority => "mark--council",
        What::Announced | What::Requested | What::Published | What::Decided => "mark--municipality",
        What::DecisionPlanned => "mark--municipality mark--open",
        What::MonitoringPlanned => "mark--both mark--open",
        What::Measured => told_by(h).map_or("mark--both", Side::mark),
        What::Noted | What::Extended | What::Paused | What::Resumed => {
            Side::of(side(h)).map_or("mark--both", Side::mark)
        }
        What::Left => match Exit::of(&h.word) {
            Some(Exit::Withdrawn | Exit::NeverAnswered) => "mark--municipality",
            Some(Exit::Refused | Exit::NoObjection) => "mark--council",
            Some(Exit::Lapsed | Exit::Concluded) | None => "mark--both",
        },
    }
}

/// Title, what is said of it, and the words of somebody.
fn words(case: &Case, h: &Happening, minorities: i64, ui: &Ui, t: &Texts) -> Option<(String, String, String)> {
    let none = String::new;
    let who = h.who.clone().unwrap_or_default();
    let by = |who: String| if who.is_empty() { String::new() } else { t.line_by(who) };
    Some(match h.what {
        What::Opened => (opened(case, t), by(who), none()),
        What::Announced => (t.line_announced(), by(who), none()),
        What::Requested => (t.line_requested(), by(who), h.text.clone()),
        What::Received => (received(case, t), moved(case, h, by(who), ui, t), none()),
        What::Issued => (t.line_issued(), issued(case, who, minorities, !h.text.is_empty(), t), h.text.clone()),
        What::Minority => return None,
        What::Published => (t.line_published(), published(case, who, t), none()),
        What::Decided => decided(h, t)?,
        What::DecisionPlanned => (t.line_decision_planned(say::body(Body::of(&h.word)?, t)), none(), none()),
        What::MonitoringPlanned => (t.line_monitoring_planned(), h.text.clone(), none()),
        What::Measured => measured(h, t)?,
        What::Noted => (t.line_noted(), noted(who, h, t), h.text.clone()),
        What::Extended => (t.line_extended(until(h, ui)), by(who), h.text.clone()),
        What::Paused => (t.line_paused(until(h, ui)), by(who), h.text.clone()),
        What::Resumed => match h.on_day {
            Some(_) => (t.line_resumed_until(until(h, ui)), by(who), none()),
            None => (t.line_resumed(), by(who), none()),
        },
        What::Left => (say::exit(Exit::of(&h.word)?, t), by(who), h.text.clone()),
    })
    .map(|(title, text, quote)| (ui::dates::capital(&title), text, quote))
}

/// The day that a line about a term is about.
fn until(h: &Happening, ui: &Ui) -> String {
    h.on_day.map(|day| ui.day(&day)).unwrap_or_default()
}

/// Which side wrote a note, or whose guest did.
fn side(h: &Happening) -> &str {
    h.word.split_once(':').map_or(h.word.as_str(), |(side, _)| side)
}

/// Who noted it, and who wrote it down in their name; a guest is called one.
fn noted(who: String, h: &Happening, t: &Texts) -> String {
    match &h.written_by {
        Some(helper) => t.line_by_helper(who, helper.as_str()),
        None if who.is_empty() => String::new(),
        None if h.word.ends_with(":guest") => t.line_by_guest(who),
        None => t.line_by(who),
    }
}

fn opened(case: &Case, t: &Texts) -> String {
    use crate::kinds::Kind;
    match case.kind {
        Kind::Requested => t.line_signal(),
        Kind::Unsolicited => t.line_opened_unsolicited(),
        Kind::ThinkAlong => t.line_opened_think_along(),
    }
}

/// *Anneke Visser verstuurde het. 4 dagen vóór de uiterste datum. Eén lid had een andere mening.*
fn issued(case: &Case, who: String, minorities: i64, anyway: bool, t: &Texts) -> String {
    let mut parts = Vec::new();
    if !who.is_empty() {
        parts.push(t.line_issued_by(who));
    }
    parts.extend(margin(case.due_on, case.issued_at.map(|at| at.day()), t));
    if minorities > 0 {
        parts.push(t.line_minorities(minorities));
    }
    if anyway {
        parts.push(t.line_issued_anyway());
    }
    parts.join(" ")
}

fn published(case: &Case, who: String, t: &Texts) -> String {
    let mut parts = Vec::new();
    if !who.is_empty() {
        parts.push(t.line_published_by(who));
    }
    parts.extend(margin(case.answer_due_on, case.published_at.map(|at| at.day()), t));
    parts.join(" ")
}

/// How long before or after the last day it was.
fn margin(due: Option<Day>, done: Option<Day>, t: &Texts) -> Option<String> {
    let days = done?.days_until(due?);
    Some(match days {
        0 => t.margin_on_the_day(),
        n if n > 0 => t.margin_early(n),
        n => t.margin_late(-n),
    })
}

fn decided(h: &Happening, t: &Texts) -> Option<(String, String, String)> {
    let (body, outcome) = h.word.split_once(':')?;
    let title = t.line_decided(say::body(Body::of(body)?, t));
    Some((title, say::outcome(Outcome::of(outcome)?, t), h.text.clone()))
}

/// The side that told what it saw.
fn told_by(h: &Happening) -> Option<Side> {
    Side::of(h.word.split_once(':')?.0)
}

fn measured(h: &Happening, t: &Texts) -> Option<(String, String, String)> {
    let title = match told_by(h)? {
        Side::Council => t.line_measured_council(),
        Side::Municipality => t.line_measured_municipality(),
    };
    Some((title, h.word.split_once(':')?.1.to_owned(), h.text.clone()))
}

/// A request is received; what the council began itself it takes up.
fn received(case: &Case, t: &Texts) -> String {
    if case.kind == crate::kinds::Kind::Requested { t.line_received() } else { t.line_taken_up() }
}

/// By whom, and on which day it came when the municipality wrote another.
fn moved(case: &Case, h: &Happening, by: String, ui: &Ui, t: &Texts) -> String {
    match (h.on_day, case.received_on) {
        (Some(was), Some(on)) => format!("{by} {}", t.line_moved(ui.day(&on), ui.day(&was))).trim().to_owned(),
        _ => by,
    }
}
