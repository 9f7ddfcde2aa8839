//! Which rule holds.

use crate::day;
use terms::{
    Kind, Length, PrecedenceError, SetAside, Source, SourceKind, Start, Subject, TermRule, Unit, rule_for_request,
};

fn rule(kind: SourceKind, weeks: i64, from: Option<&str>, to: Option<&str>) -> TermRule {
    let mut source = Source::new(kind, format!("{kind:?}"));
    source.valid_from = from.map(day);
    source.valid_to = to.map(day);
    TermRule::new(Subject::Advice, Kind::Fixed(Length::new(weeks, Unit::Weeks)), Start::RequestReceived, source)
}

/// The index of the rule that holds, and why the others do not, in order.
fn chosen(rules: &[TermRule], on: &str) -> Result<(usize, Vec<SetAside>), PrecedenceError> {
    let choice = rule_for_request(rules, Subject::Advice, day(on))?;
    let index = rules.iter().position(|rule| std::ptr::eq(rule, choice.rule)).expect("one of them");
    Ok((index, choice.set_aside.iter().map(|(_, why)| *why).collect()))
}

#[test]
fn law_then_ordinance_or_covenant_then_house_rules() {
    use SourceKind::{Covenant, HouseRules, Law, Ordinance};
    let rules = [
        rule(HouseRules, 3, None, None),
        rule(Ordinance, 6, Some("2020-01-01"), None),
        rule(Covenant, 5, Some("2022-01-01"), None),
        rule(Law, 8, Some("2030-01-01"), None),
    ];
    assert_eq!(chosen(&rules[..1], "2025-01-01"), Ok((0, vec![])));
    assert_eq!(chosen(&rules[..2], "2025-01-01"), Ok((1, vec![SetAside::Outranked])));
    assert_eq!(chosen(&rules[..3], "2025-01-01"), Ok((2, vec![SetAside::Outranked, SetAside::Older])));
    assert_eq!(
        chosen(&rules, "2025-01-01"),
        Ok((2, vec![SetAside::Outranked, SetAside::Older, SetAside::NotValidThen]))
    );
    assert_eq!(
        chosen(&rules, "2030-01-01"),
        Ok((3, vec![SetAside::Outranked, SetAside::Outranked, SetAside::Outranked]))
    );
}

#[test]
fn a_running_request_keeps_the_rules_of_its_start() {
    let rules = [
        rule(SourceKind::Ordinance, 4, None, Some("2025-06-30")),
        rule(SourceKind::Ordinance, 6, Some("2025-07-01"), None),
    ];
    assert_eq!(chosen(&rules, "2025-06-30").map(|(index, _)| index), Ok(0));
    assert_eq!(chosen(&rules, "2025-07-01").map(|(index, _)| index), Ok(1));
}

#[test]
fn an_agreement_lengthens_and_never_shortens() {
    let ordinance = || rule(SourceKind::Ordinance, 6, None, None);
    let longer = [ordinance(), rule(SourceKind::Agreement, 8, None, None)];
    assert_eq!(chosen(&longer, "2025-01-01"), Ok((1, vec![SetAside::Lengthened])));
    let shorter = [ordinance(), rule(SourceKind::Agreement, 4, None, None)];
    assert_eq!(chosen(&shorter, "2025-01-01"), Ok((0, vec![SetAside::ShorterAgreement])));
    let under_law = [rule(SourceKind::Law, 6, None, None), rule(SourceKind::Agreement, 8, None, None)];
    assert_eq!(chosen(&under_law, "2025-01-01"), Ok((0, vec![SetAside::Outranked])));
    let alone = [rule(SourceKind::Agreement, 2, None, None)];
    assert_eq!(chosen(&alone, "2025-01-01"), Ok((0, vec![])));
}

#[test]
fn no_rule_and_two_equal_rules() {
    assert_eq!(chosen(&[], "2025-01-01"), Err(PrecedenceError::NoRule));
    let other = TermRule { subject: Subject::Response, ..rule(SourceKind::Law, 6, None, None) };
    assert_eq!(chosen(&[other], "2025-01-01"), Err(PrecedenceError::NoRule));
    let twins = [rule(SourceKind::Ordinance, 4, None, None), rule(SourceKind::Covenant, 6, None, None)];
    assert_eq!(chosen(&twins, "2025-01-01"), Err(PrecedenceError::Ambiguous));
}
