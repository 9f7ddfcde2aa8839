//! Worked examples, each a whole calculation.

use crate::{answer, day, end, suspended, term, under};
use terms::{Atw, Direction, FirstDay, Step, Term, Unit};

#[test]
fn weeks_and_days_under_the_act() {
    let table = [
        ("2020-01-14", 6, Unit::Weeks, "2020-02-25"),
        ("2018-03-29", 6, Unit::Weeks, "2018-05-14"),
        ("2020-04-07", 4, Unit::Weeks, "2020-05-06"),
        ("2025-03-07", 6, Unit::Weeks, "2025-04-22"),
        ("2024-11-13", 6, Unit::Weeks, "2024-12-30"),
        ("2026-04-03", 6, Unit::Weeks, "2026-05-18"),
        ("2025-04-10", 20, Unit::WorkingDays, "2025-05-13"),
        ("2025-01-31", 1, Unit::Months, "2025-02-28"),
        ("2025-04-17", 3, Unit::CalendarDays, "2025-04-23"),
    ];
    for (event, value, unit, expected) in table {
        for atw in [Atw::Atw, Atw::Analogy] {
            assert_eq!(end(&under(atw, term(event, value, unit))), expected, "{event} {value} {unit:?} {atw:?}");
        }
    }
}

#[test]
fn as_is() {
    assert_eq!(end(&under(Atw::None, term("2026-04-03", 6, Unit::Weeks))), "2026-05-15");
}

#[test]
fn laid_open_the_first_day_counts() {
    let laid_open = Term { first_day: FirstDay::Included, ..term("2025-04-10", 6, Unit::Weeks) };
    assert_eq!(end(&laid_open), "2025-05-21");
}

#[test]
fn a_recess_stops_the_term() {
    let term = suspended(term("2025-06-23", 6, Unit::Weeks), &[("2025-07-07", "2025-08-17")]);
    let answer = answer(&term);
    assert_eq!(answer.end.to_string(), "2025-09-15");
    let took = Step::Suspended { from: day("2025-07-07"), to: day("2025-08-17"), days: 42, reason: "reces".into() };
    assert!(answer.steps.contains(&took));
}

#[test]
fn counted_back_it_never_moves() {
    let back = |event, value| Term { direction: Direction::Back, ..term(event, value, Unit::Weeks) };
    assert_eq!(end(&back("2020-03-26", 6)), "2020-02-13");
    // Easter Monday, and it stays.
    assert_eq!(end(&back("2025-05-05", 2)), "2025-04-21");
}

#[test]
fn both_reasons_of_a_day_are_told() {
    let answer = answer(&term("2025-03-15", 6, Unit::Weeks));
    let over = answer.steps.iter().find_map(|step| match step {
        Step::Moved { over, .. } => Some(over.clone()),
        _ => None,
    });
    let over = over.expect("it moved");
    assert_eq!(over.len(), 2);
    assert_eq!(over[0].reasons.len(), 2, "26 April 2025 was a Saturday and King's Day");
}
