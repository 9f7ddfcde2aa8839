//! Hours pass as they pass.

use crate::{day, suspended};
use jiff::civil::DateTime;
use terms::{Answer, Atw, Calendar, Direction, Event, Exemption, Length, Step, Term, TermError, Unit, compute};

fn hours(start: &str, value: i64) -> Term {
    let time: DateTime = start.parse().expect("a time in a test");
    Term::new(Event::local(time).expect("a time that exists"), Length::new(value, Unit::Hours))
}

fn answer(term: &Term) -> Answer {
    compute(term, Calendar::dutch()).expect("an answer")
}

fn end(term: &Term) -> String {
    answer(term).end.to_string()
}

#[test]
fn a_day_of_hours_is_the_same_time_tomorrow_but_for_the_clock() {
    assert_eq!(end(&hours("2026-11-24T09:00", 24)), "2026-11-25T09:00");
    // Summer time begins on 29 March 2026 and ends on 25 October 2026.
    assert_eq!(end(&hours("2026-03-28T12:00", 24)), "2026-03-29T13:00");
    assert_eq!(end(&hours("2026-10-24T12:00", 24)), "2026-10-25T11:00");
    assert_eq!(end(&hours("2026-10-25T01:30", 1)), "2026-10-25T02:30+02:00");
    assert_eq!(end(&hours("2026-10-25T01:30", 2)), "2026-10-25T02:30+01:00");
    assert!(answer(&hours("2026-03-28T12:00", 24)).steps.contains(&Step::ClockChanged { hours: 1 }));
}

#[test]
fn back_from_a_moment() {
    let back = Term { direction: Direction::Back, ..hours("2026-03-29T12:00", 24) };
    assert_eq!(end(&back), "2026-03-28T11:00");
}

#[test]
fn the_act_leaves_hours_alone() {
    // Ends on a Saturday.
    let term = Term { atw: Atw::Atw, ..hours("2026-11-27T09:00", 24) };
    assert_eq!(end(&term), "2026-11-28T09:00");
    assert_eq!(answer(&term).exemption(), Some(Exemption::Hours));
}

#[test]
fn hours_stand_still() {
    let term = hours("2026-11-24T12:00", 24);
    assert_eq!(end(&suspended(term.clone(), &[("2026-11-25", "2026-11-26")])), "2026-11-27T12:00");
    assert_eq!(end(&suspended(term.clone(), &[("2026-11-24", "2026-11-24")])), "2026-11-26T00:00");
    let both = suspended(term, &[("2026-11-25", "2026-11-26"), ("2026-11-25", "2026-11-25")]);
    assert_eq!(end(&both), "2026-11-27T12:00");
}

#[test]
fn a_skipped_hour_is_no_start_and_a_day_is_no_moment() {
    let time: DateTime = "2026-03-29T02:30".parse().expect("a time");
    assert_eq!(Event::local(time), Err(TermError::NoSuchTime { time }));
    let from_day = Term::new(Event::Day(day("2026-11-24")), Length::new(4, Unit::Hours));
    assert_eq!(compute(&from_day, Calendar::dutch()), Err(TermError::HoursNeedTime));
}

#[test]
fn days_counted_from_a_moment_use_its_dutch_day() {
    // Half past midnight in the Netherlands is still the day before in UTC.
    let late = Event::local("2026-07-01T00:30".parse().expect("a time")).expect("it exists");
    assert_eq!(late.day(), day("2026-07-01"));
    let term = Term::new(late, Length::new(1, Unit::Weeks));
    assert_eq!(end(&term), "2026-07-08");
}

#[test]
fn a_day_lasts_until_midnight_in_the_netherlands() {
    let end = terms::End::Day(day("2026-07-08"));
    let at = |text: &str| match Event::local(text.parse().expect("a time")) {
        Ok(Event::Moment(at)) => at,
        other => panic!("{other:?}"),
    };
    assert!(!end.is_past(at("2026-07-08T23:59")));
    assert!(end.is_past(at("2026-07-09T00:00")));
}
