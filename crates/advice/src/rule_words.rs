//! A rule about a term, said in words; and worked out for three days.

use platform::Lang;
use platform::clock::Day;
use terms::{Atw, EndDay, FirstDay, Kind, Language, Length, Party, SourceKind, Start, TermRule, TopicTerm, Unit};
use ui::dates;

use crate::Texts;
use crate::rule_form::period_words;
use crate::term::{self, Due, Known};

pub fn source_kind(kind: SourceKind, t: &Texts) -> String {
    match kind {
        SourceKind::Law => t.source_law(),
        SourceKind::Ordinance => t.source_ordinance(),
        SourceKind::Covenant => t.source_covenant(),
        SourceKind::HouseRules => t.source_house_rules(),
        SourceKind::Agreement => t.source_agreement(),
    }
}

pub fn unit(unit: Unit, t: &Texts) -> String {
    match unit {
        Unit::Hours => t.unit_hours(),
        Unit::CalendarDays => t.unit_days(),
        Unit::WorkingDays => t.unit_working_days(),
        Unit::Weeks => t.unit_weeks(),
        Unit::Months => t.unit_months(),
        Unit::Years => t.unit_years(),
    }
}

fn length(length: Length, lang: Lang, t: &Texts) -> String {
    t.rule_length(dates::count(length.value, lang), unit(length.unit, t))
}

pub fn kind(kind: &str, t: &Texts) -> String {
    match kind {
        "fixed" => t.kind_fixed(),
        "set_by_requester" => t.kind_set_by_requester(),
        "agreed_per_request" => t.kind_agreed(),
        "by_topic" => t.kind_by_topic(),
        "back_count" => t.kind_back_count(),
        "essential_influence" => t.kind_essential(),
        "as_soon_as_possible" => t.kind_soon(),
        _ => t.kind_none(),
    }
}

/// *Zes weken*, *door de gemeente genoemd, minstens vier weken*.
pub fn how_long(rule: &TermRule, lang: Lang, t: &Texts) -> String {
    let words = match &rule.kind {
        Kind::Fixed(l) => length(*l, lang, t),
        Kind::SetByRequester { minimum: Some(l) } => t.kind_set_at_least(length(*l, lang, t)),
        Kind::BackCount { length: l, .. } => t.kind_back(length(*l, lang, t)),
        Kind::ByTopic { topics, otherwise } if !topics.is_empty() => by_topic(topics, *otherwise, lang, t),
        other => kind(crate::rule_form::kind_word(other), t),
    };
    dates::capital(&words)
}

/// *Per onderwerp: een beleidsplan 8 weken, nadere regels 4 weken, al het andere 6 weken*.
fn by_topic(topics: &[TopicTerm], otherwise: Option<Length>, lang: Lang, t: &Texts) -> String {
    let listed = topics.iter().map(|topic| t.kind_topic(&topic.topic, length(topic.length, lang, t)));
    let rest = otherwise.map(|l| t.kind_topic(t.kind_topic_other(), length(l, lang, t)));
    t.kind_topics(listed.chain(rest).collect::<Vec<_>>().join(", "))
}

pub fn start(start: Start, t: &Texts) -> String {
    match start {
        Start::RequestDated => t.start_dated(),
        Start::RequestReceived => t.start_received(),
        Start::FileComplete => t.start_complete(),
        Start::DataSupplied => t.start_data(),
        Start::LaidOpen => t.start_laid_open(),
        Start::AdviceIssued => t.start_issued(),
        Start::AdviceReceived => t.start_advice_received(),
        Start::EventDate => t.start_event(),
    }
}

pub fn first_day(day: FirstDay, t: &Texts) -> String {
    match day {
        FirstDay::Excluded => t.first_day_excluded(),
        FirstDay::Included => t.first_day_included(),
    }
}

pub fn atw(atw: Atw, t: &Texts) -> String {
    match atw {
        Atw::Atw => t.atw_applies(),
        Atw::Analogy => t.atw_analogy(),
        Atw::None => t.atw_none(),
    }
}

pub fn end_day(day: EndDay, t: &Texts) -> String {
    match day {
        EndDay::AsIs => t.end_day_as_is(),
        EndDay::NextOpenDay => t.end_day_next(),
        EndDay::PreviousOpenDay => t.end_day_previous(),
    }
}

pub fn source(rule: &TermRule, t: &Texts) -> String {
    let source = &rule.source;
    let article = source.article.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
    let kind = source_kind(source.kind, t);
    let says_kind = source.title.to_lowercase().starts_with(&kind.to_lowercase());
    if says_kind { format!("{}{article}", source.title) } else { format!("{kind}: {}{article}", source.title) }
}

/// The whole rule, label by label.
pub fn facts(rule: &TermRule, lang: Lang, t: &Texts) -> Vec<(String, Vec<String>)> {
    let extend = rule.extend.as_ref().map(|e| {
        let who = match e.by {
            Party::Council => t.extend_council(),
            Party::Requester => t.extend_requester(),
        };
        let most = e.max.map(|l| length(l, lang, t)).unwrap_or_else(|| t.extend_any());
        t.extend_words(who, most, e.times.to_string())
    });
    let urgent = rule.urgent.as_ref().map(|u| t.urgent_words(length(u.length, lang, t)));
    let one = |text: String| vec![text];
    vec![
        (t.rule_how_long(), one(how_long(rule, lang, t))),
        (t.rule_start(), one(start(rule.start, t))),
        (t.rule_first_day(), one(first_day(rule.first_day, t))),
        (t.rule_atw(), one(atw(rule.atw, t))),
        (t.rule_end_day(), one(end_day(rule.end_day, t))),
        (
            t.rule_suspend(),
            match rule.suspend.is_empty() {
                true => one(t.rule_suspend_none()),
                false => rule.suspend.iter().map(period_words).collect(),
            },
        ),
        (t.rule_extend(), one(extend.unwrap_or_else(|| t.rule_extend_none()))),
        (t.rule_urgent(), one(urgent.unwrap_or_else(|| t.rule_urgent_none()))),
        (t.term_source().trim_end_matches(':').to_owned(), one(source(rule, t))),
    ]
}

/// A date worked out by the engine, with its reasons.
pub struct Example {
    pub begins: String,
    pub ends: String,
    pub reasons: Vec<String>,
}

/// Three days on which something may begin: today, before the holidays of May, and before the summer.
fn days(today: Day) -> [Day; 3] {
    let next = |month: i8, day: i8| {
        let year = today.0.year();
        let this = Day::new(year, month, day).filter(|d| *d > today);
        this.or_else(|| Day::new(year + 1, month, day)).unwrap_or(today)
    };
    let mut days = [today, next(4, 3), next(6, 23)];
    days.sort();
    days
}

/// Weeks to show with, where the rule leaves them to the request: six, or the least that is allowed.
fn weeks(rule: &TermRule) -> Option<i64> {
    let least = match &rule.kind {
        Kind::SetByRequester { minimum: Some(l) } if l.unit == Unit::Weeks => l.value,
        Kind::SetByRequester { minimum: Some(_) } => 26,
        _ => 6,
    };
    term::asks_weeks(rule).then_some(least.max(6))
}

/// What the rule would give on three days.
pub fn examples(rule: &TermRule, today: Day, lang: Lang, t: &Texts) -> Vec<Example> {
    let language = lang.pick(Language::Dutch, Language::English);
    let weeks = weeks(rule);
    let one = |day: Day| {
        let known = Known { start_on: day, meeting_on: Some(day), weeks };
        let begins = match rule.kind {
            Kind::BackCount { .. } => t.example_meeting(dates::weekday_full(day, lang)),
            _ => t.example_begins(dates::weekday_full(day, lang)),
        };
        let due = term::due(rule, &known);
        let end = due.day();
        let (ends, reasons) = match due {
            Due::On(answer) => {
                let mut reasons: Vec<String> = answer.steps.iter().map(|s| language.sentence(s)).collect();
                reasons.extend(answer.coverage.warning(language));
                let asked = weeks.map(|n| t.example_weeks(dates::count(n, lang)));
                let day = end.map(|d| dates::weekday_full(d, lang)).unwrap_or_default();
                (t.example_ends(day), asked.into_iter().chain(reasons).collect())
            }
            Due::None(none) => (lang.pick(none.dutch(), none.english()).to_owned(), Vec::new()),
            Due::Open(_) => (t.example_open(), Vec::new()),
        };
        Example { begins, ends, reasons }
    };
    days(today).into_iter().map(one).collect()
}

#[derive(askama::Template)]
#[template(path = "parts/examples.html")]
struct Examples<'a> {
    examples: &'a [Example],
    t: &'a Texts,
}

/// The three dates, each with its reasons.
pub fn drawn(examples: &[Example], t: &Texts) -> ui::Html {
    use askama::Template;
    // Drawing into a text cannot fail; a template has no errors of its own.
    askama::filters::Safe(Examples { examples, t }.render().unwrap_or_default())
}
