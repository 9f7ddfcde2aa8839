//! The rules of the councils of the demo country, as the term engine knows them.

use advice::kinds::Subject;
use advice::seed;
use country::{
    Answers, GeneralTermsAct, Length as Theirs, Rules, SourceKind as TheirSource, Start as TheirStart,
    Unit as TheirUnit,
};
use platform::clock::Day;
use platform::db::{Result, Tx};
use terms::{
    Atw, CapClause, Consulted, ExtendClause, FirstDay, Kind, Length, Milestone, Party, Source, SourceKind, Start,
    Suspension, TermRule, TopicTerm, Unit, UrgentClause,
};

use super::Making;

/// How many summers back and forward a recess is written out.
const SUMMERS: std::ops::RangeInclusive<i16> = -4..=4;

/// One in so many municipalities lays down something for all its councils, from next year on.
const MUNICIPAL: usize = 25;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    of_others(tx, making).await?;
    for (n, council) in making.country.councils.iter().enumerate() {
        let id = making.ids.council(n);
        let request = request_rule(&council.rules, making.now.day());
        seed::rule(tx, &id, None, Subject::Request, &request, making.now).await?;
        let response = response_rule(&council.rules, making.now.day());
        seed::rule(tx, &id, None, Subject::Response, &response, making.now).await?;
    }
    Ok(())
}

/// What the association recommends, and ordinances of municipalities that begin next year: what runs keeps its rule.
async fn of_others(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let subjects = [(Subject::Request, terms::Subject::Request), (Subject::Response, terms::Subject::Response)];
    let next_year = Day::new(making.now.day().0.year() + 1, 1, 1);
    for (kept, subject) in subjects {
        let start = if kept == Subject::Request { Start::RequestReceived } else { Start::AdviceReceived };
        let source = Source::new(SourceKind::Agreement, "Handreiking goed adviseren");
        let rule = TermRule::new(subject, Kind::Fixed(weeks(6)), start, source);
        seed::rule(tx, &making.ids.association(), None, kept, &rule, making.now).await?;
        for (n, municipality) in making.country.municipalities.iter().enumerate().step_by(MUNICIPAL) {
            let mut source = Source::new(SourceKind::Ordinance, format!("Verordening inspraak {}", municipality.name));
            source.article = Some("artikel 6".to_owned());
            source.valid_from = next_year.map(|day| day.0);
            let length = if kept == Subject::Request { weeks(6) } else { weeks(4) };
            let rule = TermRule::new(subject, Kind::Fixed(length), start, source);
            seed::rule(tx, &making.ids.municipality(n), None, kept, &rule, making.now).await?;
        }
    }
    Ok(())
}

fn weeks(n: u16) -> Length {
    Length::new(n.into(), Unit::Weeks)
}

fn source(rules: &Rules, today: Day) -> Source {
    let kind = match rules.source.kind {
        TheirSource::Ordinance => SourceKind::Ordinance,
        TheirSource::Covenant => SourceKind::Covenant,
        TheirSource::HouseRules => SourceKind::HouseRules,
        TheirSource::Agreement => SourceKind::Agreement,
    };
    let mut source = Source::new(kind, &rules.source.title);
    source.article = Some(rules.source.article.clone());
    source.valid_from = Some(rules.source.valid_from(today.0));
    source
}

fn request_rule(rules: &Rules, today: Day) -> TermRule {
    let advice = &rules.advice;
    let kind = match advice.length {
        Theirs::Fixed { value, unit } => Kind::Fixed(Length::new(value.into(), unit_of(unit))),
        Theirs::SetByRequester { minimum_weeks } => Kind::SetByRequester { minimum: Some(weeks(minimum_weeks)) },
        Theirs::ByTopic { topics, otherwise_weeks } => Kind::ByTopic {
            topics: topics.iter().map(|(name, n)| TopicTerm { topic: (*name).to_owned(), length: weeks(*n) }).collect(),
            otherwise: Some(weeks(otherwise_weeks)),
        },
        Theirs::AgreedPerRequest => Kind::AgreedPerRequest,
        Theirs::BackCount { weeks: n } => {
            Kind::BackCount { before: Milestone::MunicipalCouncilMeeting, length: weeks(n) }
        }
        Theirs::EssentialInfluence => Kind::EssentialInfluence,
        Theirs::None => Kind::None,
    };
    let start = match advice.start {
        TheirStart::RequestDated => Start::RequestDated,
        TheirStart::RequestReceived => Start::RequestReceived,
        TheirStart::FileComplete => Start::FileComplete,
        TheirStart::DataSupplied => Start::DataSupplied,
        TheirStart::LaidOpen => Start::LaidOpen,
        TheirStart::Event => Start::EventDate,
    };
    let mut rule = TermRule::new(terms::Subject::Request, kind, start, source(rules, today));
    rule.atw = match advice.terms_act {
        GeneralTermsAct::Applies => Atw::Atw,
        GeneralTermsAct::ByAnalogy => Atw::Analogy,
        GeneralTermsAct::NotApplied => Atw::None,
    };
    if start == Start::LaidOpen {
        rule.first_day = FirstDay::Included;
    }
    if advice.recess_suspends {
        rule.suspend = SUMMERS.filter_map(|years| summer(today.0.year() + years)).collect();
    }
    rule.extend = advice.extension_weeks.map(|n| ExtendClause {
        by: Party::Council,
        max: Some(weeks(n)),
        times: 1,
        notice: true,
        reason: true,
    });
    rule.urgent = advice.urgent_weeks.map(|n| UrgentClause {
        length: weeks(n),
        reason: true,
        consult: vec![Consulted::Chair, Consulted::Secretary],
    });
    rule
}

/// Six weeks of recess, from the second Monday of July.
fn summer(year: i16) -> Option<Suspension> {
    let from = Day::new(year, 7, 1)?.0;
    let monday = from.nth_weekday_of_month(2, jiff::civil::Weekday::Monday).ok()?;
    let from = Day(monday);
    Some(Suspension::new(from.0, from.plus_days(6 * 7 - 1).0, "zomerreces"))
}

fn unit_of(unit: TheirUnit) -> Unit {
    match unit {
        TheirUnit::Weeks => Unit::Weeks,
        TheirUnit::Months => Unit::Months,
        TheirUnit::CalendarDays => Unit::CalendarDays,
        TheirUnit::WorkingDays => Unit::WorkingDays,
    }
}

fn response_rule(rules: &Rules, today: Day) -> TermRule {
    let kind = match (rules.response.when, rules.response.weeks) {
        (Answers::AsSoonAsPossible, _) => Kind::AsSoonAsPossible,
        (_, Some(n)) => Kind::Fixed(weeks(n)),
        (_, None) => Kind::None,
    };
    let mut rule = TermRule::new(terms::Subject::Response, kind, Start::AdviceReceived, source(rules, today));
    if rules.response.when == Answers::EarliestOfTwo {
        rule.cap = Some(CapClause { milestone: Milestone::MunicipalCouncilMeeting, before: Some(weeks(1)) });
    }
    rule
}
