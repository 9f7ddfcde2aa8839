//! The middle, which knows no database: where a case is, whose turn it is, and what may happen to it.

use platform::clock::{Day, Moment};
use platform::id::OrganisationId;

use crate::case::{Case, Refusal};
use crate::kinds::{Body, CaseId, Exit, Kind, Level, RoundId, Side, Visibility};
use crate::stage::{Progress, Stage};
use crate::turn::{Task, Who};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn at(text: &str) -> Option<Moment> {
    Some(day(text).start())
}

fn bare(kind: Kind) -> Case {
    Case {
        id: CaseId::of("01J0000000000000000000CASE"),
        kind,
        title: "t".into(),
        lead: "l".into(),
        council: OrganisationId::of("c"),
        council_name: "Adviesraad".into(),
        council_short: "A".into(),
        municipality: OrganisationId::of("m"),
        municipality_name: "Gemeente".into(),
        level: Level::Local,
        decides: Body::MunicipalCouncil,
        visibility: Visibility::Parties,
        opened_at: day("2026-03-03").start(),
        announced_at: None,
        expected_on: None,
        received_on: None,
        filed_at: None,
        meeting_on: None,
        due_on: None,
        receipt_at: None,
        draft_version: None,
        round: None,
        round_version: None,
        round_closed_at: None,
        issued_at: None,
        issue_year: None,
        issue_number: None,
        answer_due_on: None,
        answer_version: None,
        submitted_version: None,
        approved_version: None,
        published_at: None,
        executive_plan_on: None,
        executive_on: None,
        decision_plan_on: None,
        decided_on: None,
        monitorings: 0,
        monitor_on: None,
        monitor_told: None,
        paused_on: None,
        paused_for: None,
        exit: None,
        exit_reason: None,
        exit_at: None,
        guest: None,
        guest_side: None,
        embargo_until: None,
        embargo_side: None,
        council_confidential: false,
        municipality_confidential: false,
        council_closed: false,
        municipality_closed: false,
    }
}

/// A requested case, step by step further; each with the day it is looked at.
fn road() -> Vec<(&'static str, Case)> {
    let signal = bare(Kind::Requested);
    let planned = Case { announced_at: at("2026-05-12"), expected_on: Some(day("2026-09-01")), ..signal.clone() };
    let filed = Case {
        filed_at: at("2026-09-07"),
        received_on: Some(day("2026-09-07")),
        due_on: Some(day("2026-10-19")),
        ..planned.clone()
    };
    let received = Case { receipt_at: at("2026-09-14"), ..filed.clone() };
    let drafted = Case { draft_version: Some(3), ..received.clone() };
    let open = Case { round: Some(RoundId::of("r")), round_version: Some(3), ..drafted.clone() };
    let agreed = Case { round_closed_at: at("2026-10-14"), ..open.clone() };
    let issued = Case {
        issued_at: at("2026-10-15"),
        issue_year: Some(2026),
        issue_number: Some(7),
        answer_due_on: Some(day("2026-11-26")),
        ..agreed.clone()
    };
    let prepared = Case { answer_version: Some(1), submitted_version: Some(1), ..issued.clone() };
    let published = Case {
        published_at: at("2026-11-19"),
        executive_plan_on: Some(day("2026-12-08")),
        decision_plan_on: Some(day("2026-12-17")),
        ..prepared.clone()
    };
    let executive = Case { executive_on: Some(day("2026-12-08")), ..published.clone() };
    let decided = Case { decided_on: Some(day("2026-12-17")), ..executive.clone() };
    let watched = Case { monitorings: 1, monitor_on: Some(day("2027-07-01")), ..decided.clone() };
    let seen = Case { monitor_on: None, ..watched.clone() };
    vec![
        ("signal", signal),
        ("planned", planned),
        ("filed", filed),
        ("received", received),
        ("drafted", drafted),
        ("open", open),
        ("agreed", agreed),
        ("issued", issued),
        ("prepared", prepared),
        ("published", published),
        ("executive", executive),
        ("decided", decided),
        ("watched", watched),
        ("seen", seen),
    ]
}

#[test]
fn where_a_case_is_and_whose_turn_it_is() {
    let lines: Vec<String> = road()
        .iter()
        .map(|(name, case)| {
            let turn = case.turn(day("2026-12-01"));
            let by = turn.by.map(|d| d.to_string()).unwrap_or_default();
            let late = turn.late_days(day("2026-12-01"));
            format!("{name} {:?} {:?} {:?} {by} {late}", case.stage(), turn.who, turn.task).replace("  ", " ")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "signal Signal Municipality Request 0",
            "planned Planned Municipality Request 2026-09-01 91",
            "filed Request Council Receive 2026-10-19 43",
            "received Preparing Council Prepare 2026-10-19 43",
            "drafted Preparing Council Prepare 2026-10-19 43",
            "open Preparing Council Prepare 2026-10-19 43",
            "agreed Preparing Council Prepare 2026-10-19 43",
            "issued Answer Municipality Answer 2026-11-26 5",
            "prepared Answer Municipality Answer 2026-11-26 5",
            "published Decision Municipality DecideExecutive 2026-12-08 0",
            "executive Decision Municipality Decide 2026-12-17 0",
            "decided Following Both PlanMonitoring 0",
            "watched Following Nobody Wait 2027-07-01 0",
            "seen Following Nobody Over 0",
        ]
    );
}

#[test]
fn what_may_happen_when() {
    let mark = |r: Result<(), Refusal>| if r.is_ok() { '+' } else { '-' };
    let lines: Vec<String> = road()
        .iter()
        .map(|(name, c)| {
            let may = [
                c.file(),
                c.receive(),
                c.draft(),
                c.open_round().map(|_| ()),
                c.answer_round(),
                c.issue().map(|_| ()),
                c.answer(),
                c.decide(false),
                c.monitor(),
                c.withdraw(),
                c.decline(),
            ];
            format!("{name} {}", may.into_iter().map(mark).collect::<String>())
        })
        .collect();
    // file receive draft open answer-round issue answer decide monitor withdraw decline
    assert_eq!(
        lines,
        [
            "signal +--------++",
            "planned +--------++",
            "filed -+-------++",
            "received --+------++",
            "drafted --++-----++",
            "open --+-+----++",
            "agreed --++-+---++",
            "issued ------+----",
            "prepared ------+----",
            "published -------+---",
            "executive -------+---",
            "decided -------++--",
            "watched -------++--",
            "seen -------++--",
        ]
    );
}

#[test]
fn after_a_side_exit_nothing_more_happens_and_the_strip_ends() {
    for (name, case) in road() {
        let left = Case { exit: Some(Exit::Withdrawn), exit_at: at("2026-12-01"), ..case };
        assert_eq!(left.draft().and(left.answer()).and(left.monitor()), Err(Refusal::Ended), "{name}");
        assert_eq!((left.turn(day("2027-01-01")).who, left.is_finished()), (Who::Nobody, true), "{name}");
        assert!(left.steps().iter().all(|s| s.progress == Progress::Done), "{name}");
    }
}

#[test]
fn a_draft_or_a_prepared_answer_moves_nothing_that_both_sides_see() {
    let looked = |name: &str| {
        let case = road().into_iter().find(|(n, _)| *n == name).map(|(_, c)| c).expect("on the road");
        (case.steps(), case.turn(day("2026-10-01")))
    };
    assert_eq!(looked("received"), looked("drafted"));
    assert_eq!(looked("received"), looked("open"));
    assert_eq!(looked("received"), looked("agreed"));
    assert_eq!(looked("issued"), looked("prepared"));
}

#[test]
fn an_unsolicited_advice_leaves_out_two_steps_and_thinking_along_takes_none() {
    let unsolicited = bare(Kind::Unsolicited);
    assert_eq!(unsolicited.step_of(), Some((1, 6)));
    assert_eq!(unsolicited.turn(day("2026-12-01")).task, Task::TakeUp);
    assert_eq!(unsolicited.receive(), Ok(()));
    let begun = Case { receipt_at: at("2026-04-01"), ..unsolicited };
    assert_eq!((begun.stage(), begun.step_of()), (Stage::Preparing, Some((2, 6))));
    let along = bare(Kind::ThinkAlong);
    assert!(along.steps().is_empty() && along.turn(day("2026-12-01")).who == Who::Both);
    assert_eq!(along.draft(), Err(Refusal::NotAnAdvice));
}

#[test]
fn a_step_that_was_passed_over_is_not_done() {
    let filed = Case { filed_at: at("2026-09-07"), received_on: Some(day("2026-09-07")), ..bare(Kind::Requested) };
    let progress: Vec<Progress> = filed.steps().iter().take(3).map(|s| s.progress).collect();
    assert_eq!(progress, [Progress::Done, Progress::Skipped, Progress::Now]);
}

#[test]
fn only_what_was_laid_before_the_alderman_is_published() {
    let (_, prepared) = road().into_iter().find(|(name, _)| *name == "prepared").expect("on the road");
    assert_eq!((prepared.publish(1), prepared.publish(2)), (Ok(()), Err(Refusal::NotSubmitted)));
    let only_saved = Case { submitted_version: None, ..prepared };
    assert_eq!(only_saved.publish(1), Err(Refusal::NotSubmitted));
}

#[test]
fn each_side_has_a_button_only_on_its_turn() {
    for (name, case) in road() {
        let turn = case.turn(day("2026-12-01"));
        for side in [Side::Council, Side::Municipality] {
            assert_eq!(turn.button(side).is_some(), turn.who.is(side), "{name} {side:?}");
        }
    }
}
