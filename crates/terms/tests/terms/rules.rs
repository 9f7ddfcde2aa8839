//! Each kind of rule, applied to the facts of a request.

use crate::day;
use terms::{
    ApplyError, Calendar, CapClause, EndDay, Event, Facts, FirstDay, Kind, Length, Milestone, NoDate, Outcome,
    OwnClosedDay, Per, Reasons, ResponseRule, Route, RuleError, Source, SourceKind, Start, Subject, Suspension,
    TermError, TermRule, TopicTerm, Unit, When, apply,
};

const SIX_WEEKS: Length = Length::new(6, Unit::Weeks);
const FOUR_WEEKS: Length = Length::new(4, Unit::Weeks);

fn rule(kind: Kind) -> TermRule {
    let source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    TermRule::new(Subject::Advice, kind, Start::RequestReceived, source)
}

fn received(on: &str) -> Facts {
    Facts { starts: [(Start::RequestReceived, Event::Day(day(on)))].into(), ..Facts::default() }
}

fn outcome(rule: &TermRule, facts: &Facts) -> Result<Outcome, ApplyError> {
    apply(rule, facts, Calendar::dutch())
}

fn end(rule: &TermRule, facts: &Facts) -> String {
    match outcome(rule, facts) {
        Ok(Outcome::Date(answer)) => answer.end.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn fixed() {
    let rule = rule(Kind::Fixed(SIX_WEEKS));
    assert_eq!(end(&rule, &received("2024-11-13")), "2024-12-30");
    assert_eq!(outcome(&rule, &Facts::default()), Err(ApplyError::StartUnknown(Start::RequestReceived)));
}

#[test]
fn fixed_from_each_start() {
    for start in [Start::RequestDated, Start::FileComplete, Start::DataSupplied, Start::AdviceReceived] {
        let rule = TermRule { start, ..rule(Kind::Fixed(FOUR_WEEKS)) };
        let mut facts = received("2025-01-01");
        facts.starts.insert(start, Event::Day(day("2025-02-03")));
        assert_eq!(end(&rule, &facts), "2025-03-03", "{start:?}");
    }
}

#[test]
fn set_by_the_requester_but_not_below_the_minimum() {
    let rule = rule(Kind::SetByRequester { minimum: Some(SIX_WEEKS) });
    let named = |length| Facts { named: length, ..received("2025-01-06") };
    assert_eq!(outcome(&rule, &named(None)), Err(ApplyError::NoLengthNamed));
    assert_eq!(end(&rule, &named(Some(Length::new(8, Unit::Weeks)))), "2025-03-03");
    assert_eq!(end(&rule, &named(Some(SIX_WEEKS))), "2025-02-17");
    // A month is shorter than six weeks; two months are not.
    let month = Length::new(1, Unit::Months);
    let refused = ApplyError::BelowMinimum { named: month, minimum: SIX_WEEKS };
    assert_eq!(outcome(&rule, &named(Some(month))), Err(refused));
    assert_eq!(end(&rule, &named(Some(Length::new(2, Unit::Months)))), "2025-03-06");
}

#[test]
fn agreed_per_request() {
    let rule = rule(Kind::AgreedPerRequest);
    assert_eq!(outcome(&rule, &received("2025-01-06")), Err(ApplyError::NothingAgreed));
    assert_eq!(end(&rule, &Facts { agreed: Some(FOUR_WEEKS), ..received("2025-01-06") }), "2025-02-03");
}

#[test]
fn an_agreement_lengthens_and_does_not_shorten() {
    let rule = rule(Kind::Fixed(SIX_WEEKS));
    let agreed = |length| Facts { agreed: Some(length), ..received("2025-01-06") };
    assert_eq!(end(&rule, &agreed(Length::new(8, Unit::Weeks))), "2025-03-03");
    let refused = ApplyError::AgreementShorter { agreed: FOUR_WEEKS, rule: SIX_WEEKS };
    assert_eq!(outcome(&rule, &agreed(FOUR_WEEKS)), Err(refused));
}

#[test]
fn by_topic() {
    let topics = vec![TopicTerm { topic: "verordening".into(), length: SIX_WEEKS }];
    let with = |topic: &str| Facts { topic: Some(topic.into()), ..received("2025-01-06") };
    let strict = rule(Kind::ByTopic { topics: topics.clone(), otherwise: None });
    assert_eq!(end(&strict, &with("verordening")), "2025-02-17");
    assert_eq!(outcome(&strict, &with("inkoop")), Err(ApplyError::TopicUnknown));
    let open = rule(Kind::ByTopic { topics, otherwise: Some(FOUR_WEEKS) });
    assert_eq!(end(&open, &with("inkoop")), "2025-02-03");
}

#[test]
fn counted_back_from_a_meeting() {
    let rule = rule(Kind::BackCount { before: Milestone::MunicipalCouncilMeeting, length: SIX_WEEKS });
    let missing = ApplyError::MilestoneUnknown(Milestone::MunicipalCouncilMeeting);
    assert_eq!(outcome(&rule, &received("2020-01-01")), Err(missing));
    let mut facts = received("2020-01-01");
    facts.milestones.insert(Milestone::MunicipalCouncilMeeting, day("2020-03-26"));
    assert_eq!(end(&rule, &facts), "2020-02-13");
}

#[test]
fn kinds_without_a_date_say_which() {
    let table = [
        (Kind::EssentialInfluence, NoDate::EssentialInfluence),
        (Kind::AsSoonAsPossible, NoDate::AsSoonAsPossible),
        (Kind::None, NoDate::NoTerm),
    ];
    for (kind, none) in table {
        assert_eq!(outcome(&rule(kind.clone()), &Facts::default()), Ok(Outcome::NoDate(none)));
        // What people agreed then holds.
        assert_eq!(end(&rule(kind), &Facts { agreed: Some(FOUR_WEEKS), ..received("2025-01-06") }), "2025-02-03");
    }
}

#[test]
fn all_clauses_at_once() {
    let rule = TermRule {
        start: Start::LaidOpen,
        first_day: FirstDay::Included,
        end_day: EndDay::NextOpenDay,
        closed_days: vec![OwnClosedDay { date: day("2025-09-15"), name: "studiedag".into() }],
        suspend: vec![Suspension::new(day("2025-07-07"), day("2025-08-17"), "reces")],
        cap: Some(CapClause {
            milestone: Milestone::MunicipalCouncilMeeting,
            before: Some(Length::new(1, Unit::Weeks)),
        }),
        ..rule(Kind::Fixed(SIX_WEEKS))
    };
    let mut facts = Facts { starts: [(Start::LaidOpen, Event::Day(day("2025-06-24")))].into(), ..Facts::default() };
    assert_eq!(end(&rule, &facts), "2025-09-16");
    facts.milestones.insert(Milestone::MunicipalCouncilMeeting, day("2025-09-18"));
    assert_eq!(end(&rule, &facts), "2025-09-11");
    facts.suspensions.push(Suspension::new(day("2025-06-25"), day("2025-06-25"), "stukken ontbreken"));
    facts.milestones.clear();
    assert_eq!(end(&rule, &facts), "2025-09-16");
}

#[test]
fn a_rule_is_stored_as_json() {
    let json = r#"{
        "subject": "advice",
        "kind": {"type": "fixed", "value": 6, "unit": "weeks"},
        "start": "request_received",
        "extend": {"by": "council", "max": {"value": 4, "unit": "weeks"}, "times": 1, "notice": true},
        "urgent": {"length": {"value": 2, "unit": "weeks"}, "reason": true, "consult": ["chair", "secretary"]},
        "on_silence": "may_proceed",
        "source": {"kind": "ordinance", "title": "Verordening", "article": "5 lid 2", "valid_from": "2024-01-01"}
    }"#;
    let rule: TermRule = serde_json::from_str(json).expect("a rule");
    assert_eq!(rule.kind, Kind::Fixed(SIX_WEEKS));
    rule.check().expect("a rule that can be kept");
    let again = serde_json::to_string(&rule).expect("JSON");
    assert_eq!(serde_json::from_str::<TermRule>(&again).expect("a rule"), rule);
    let misspelt = json.replace("on_silence", "onsilence");
    assert!(serde_json::from_str::<TermRule>(&misspelt).is_err());
}

#[test]
fn a_rule_that_cannot_be_kept() {
    let zero = rule(Kind::Fixed(Length::new(0, Unit::Weeks)));
    assert_eq!(zero.check(), Err(RuleError::Term(TermError::ValueNotPositive { value: 0 })));
    let topic = TopicTerm { topic: "inkoop".into(), length: SIX_WEEKS };
    let twice = rule(Kind::ByTopic { topics: vec![topic.clone(), topic], otherwise: None });
    assert_eq!(twice.check(), Err(RuleError::TopicTwice { topic: "inkoop".into() }));
    let mut never = rule(Kind::Fixed(SIX_WEEKS));
    never.source.valid_from = Some(day("2025-01-01"));
    never.source.valid_to = Some(day("2024-12-31"));
    assert_eq!(never.check(), Err(RuleError::NeverValid));
}

#[test]
fn what_a_response_owes() {
    let rule = |when, reasons| ResponseRule {
        when,
        per: Per::Recommendation,
        reasons,
        before_deviating: true,
        route_to: vec![Route::MunicipalCouncil, Route::Council],
        source: Source::new(SourceKind::Covenant, "Convenant"),
    };
    let on_deviation = rule(When::OnDeviation, Reasons::Always);
    assert!(on_deviation.is_due(true) && !on_deviation.is_due(false));
    assert!(!on_deviation.needs_reasons(false) && on_deviation.needs_reasons(true));
    assert!(on_deviation.needs_talk(true) && !on_deviation.needs_talk(false));
    let always = rule(When::Always, Reasons::WhenNotFollowed);
    assert!(always.is_due(false) && !always.needs_reasons(false) && always.needs_reasons(true));
}
