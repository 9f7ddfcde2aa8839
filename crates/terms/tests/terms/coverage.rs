//! An answer that rests on an unknown day says so, and no other does.

use crate::{answer, day, term, under};
use terms::{Atw, Calendar, Coverage, EquatedDays, Equation, Language, Term, Unit, Window, compute};

fn coverage(term: &Term) -> Coverage {
    answer(term).coverage
}

#[test]
fn inside_the_windows_it_is_complete() {
    assert_eq!(coverage(&term("2024-11-13", 6, Unit::Weeks)), Coverage::Complete);
    assert_eq!(coverage(&term("2019-06-03", 20, Unit::WorkingDays)), Coverage::Complete);
}

#[test]
fn outside_them_it_is_not() {
    let incomplete = |years: &[i16]| Coverage::Incomplete { years: years.to_vec() };
    assert_eq!(coverage(&term("2020-01-14", 6, Unit::Weeks)), incomplete(&[2020]));
    assert_eq!(coverage(&term("2021-11-15", 6, Unit::Weeks)), incomplete(&[2021]));
    assert_eq!(coverage(&term("2028-12-20", 6, Unit::Weeks)), incomplete(&[2029]));
    assert_eq!(coverage(&term("2015-12-14", 20, Unit::WorkingDays)), incomplete(&[2015, 2016]));
}

#[test]
fn only_days_that_mattered_are_asked_for() {
    // Starts in a year that is not known, ends in one that is, with ordinary days enough.
    assert_eq!(coverage(&term("2022-12-19", 6, Unit::Weeks)), Coverage::Complete);
    // As is, exempt, or counted back: no calendar is needed at all.
    assert_eq!(coverage(&under(Atw::None, term("2020-01-14", 6, Unit::Weeks))), Coverage::Complete);
    assert_eq!(coverage(&term("2020-01-14", 13, Unit::Weeks)), Coverage::Complete);
    let back = Term { direction: terms::Direction::Back, ..term("2020-03-26", 6, Unit::Weeks) };
    assert_eq!(coverage(&back), Coverage::Complete);
}

#[test]
fn the_warning_names_the_years() {
    let dutch = coverage(&term("2020-01-14", 6, Unit::Weeks)).warning(Language::Dutch);
    assert!(dutch.is_some_and(|warning| warning.contains("niet volledig voor 2020")));
    assert_eq!(Coverage::Complete.warning(Language::English), None);
}

#[test]
fn the_table_can_be_replaced() {
    let source = || "a decree in a test".to_owned();
    let days = [Equation { date: day("2022-05-27"), source: source() }];
    let windows = [Window { from: day("2022-01-01"), to: day("2022-12-31"), source: source() }];
    let calendar = Calendar::new(EquatedDays::new(days, windows));
    let answer = compute(&term("2022-04-15", 6, Unit::Weeks), &calendar).expect("an answer");
    assert_eq!(answer.end.to_string(), "2022-05-30");
    assert!(answer.coverage.is_complete());
}

#[test]
fn a_table_that_cannot_be_read_says_where() {
    let error = EquatedDays::read("date,source\n2022-13-01,x\n", "from,to,source\n").expect_err("no such month");
    assert!(error.to_string().contains("(days)"), "{error}");
    let error = EquatedDays::read("date,source\n", "from,source\n2022-01-01,x\n").expect_err("no last day");
    assert!(error.to_string().contains("(coverage)"), "{error}");
}
