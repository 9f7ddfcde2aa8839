//! Standstills: overlapping, touching, around the start, at the end, and with everything else.

use crate::{answer, day, end, suspended, term, under};
use terms::{Atw, Calendar, Direction, EndDay, FirstDay, Step, Suspension, Term, TermError, Unit, compute};

fn four_weeks() -> Term {
    under(Atw::None, term("2025-06-02", 4, Unit::Weeks))
}

#[test]
fn days_that_stand_still_are_added_once() {
    assert_eq!(end(&four_weeks()), "2025-06-30");
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("2025-06-10", "2025-06-10")], "2025-07-01"),
        // Touching.
        (&[("2025-06-10", "2025-06-12"), ("2025-06-13", "2025-06-14")], "2025-07-05"),
        // Overlapping, and one inside the other, in any order.
        (&[("2025-06-12", "2025-06-16"), ("2025-06-10", "2025-06-14")], "2025-07-07"),
        (&[("2025-06-11", "2025-06-12"), ("2025-06-10", "2025-06-16")], "2025-07-07"),
        // Around the start: only what lies after it.
        (&[("2025-05-20", "2025-06-04")], "2025-07-02"),
        (&[("2025-05-20", "2025-06-02")], "2025-06-30"),
        // Before it, and after the end.
        (&[("2025-05-01", "2025-05-20"), ("2025-07-01", "2025-07-20")], "2025-06-30"),
        // The last day stands still; and a second standstill that only the first brings into the term.
        (&[("2025-06-30", "2025-07-10")], "2025-07-11"),
        (&[("2025-06-10", "2025-06-10"), ("2025-07-01", "2025-07-03")], "2025-07-04"),
    ];
    for (periods, expected) in table {
        assert_eq!(&end(&suspended(four_weeks(), periods)), expected, "{periods:?}");
    }
}

#[test]
fn what_each_standstill_took_adds_up() {
    let steps = answer(&suspended(four_weeks(), &[("2025-06-12", "2025-06-16"), ("2025-06-10", "2025-06-14")])).steps;
    let took: Vec<u32> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Suspended { days, .. } => Some(*days),
            _ => None,
        })
        .collect();
    assert_eq!(took, [5, 2]);
}

#[test]
fn a_moved_end_does_not_land_in_a_standstill() {
    // Saturday 28 June moves to Monday 30 June, but the recess begins there.
    let term = suspended(term("2025-05-31", 4, Unit::Weeks), &[("2025-06-30", "2025-07-02")]);
    assert_eq!(end(&term), "2025-07-03");
    let own = Term { atw: Atw::None, end_day: EndDay::NextOpenDay, ..term };
    assert_eq!(end(&own), "2025-07-03");
}

#[test]
fn the_included_first_day_can_stand_still_too() {
    let term = Term { first_day: FirstDay::Included, ..four_weeks() };
    assert_eq!(end(&term), "2025-06-29");
    assert_eq!(end(&suspended(term, &[("2025-06-02", "2025-06-02")])), "2025-06-30");
}

#[test]
fn working_days_and_months_stand_still_as_well() {
    let working = term("2025-06-02", 5, Unit::WorkingDays);
    assert_eq!(end(&suspended(working, &[("2025-06-04", "2025-06-06")])), "2025-06-13");
    let month = under(Atw::None, term("2025-01-31", 1, Unit::Months));
    assert_eq!(end(&suspended(month, &[("2025-02-10", "2025-02-12")])), "2025-03-03");
}

#[test]
fn counting_back_takes_no_account_of_it_and_says_so() {
    let back = Term { direction: Direction::Back, ..four_weeks() };
    let answer = answer(&suspended(back, &[("2025-05-10", "2025-05-20")]));
    assert_eq!(answer.end.to_string(), "2025-05-05");
    assert!(answer.steps.contains(&Step::SuspensionIgnored));
}

#[test]
fn open_and_reversed_standstills_are_refused() {
    let with = |to| Term {
        suspensions: vec![Suspension { from: day("2025-06-10"), to, reason: String::new() }],
        ..four_weeks()
    };
    let from = day("2025-06-10");
    let refused = |to| compute(&with(to), Calendar::dutch()).expect_err("a refusal");
    assert_eq!(refused(None), TermError::OpenSuspension { from });
    assert_eq!(refused(Some(day("2025-06-09"))), TermError::ReversedSuspension { from, to: day("2025-06-09") });
}
