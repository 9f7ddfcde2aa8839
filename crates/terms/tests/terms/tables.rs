//! Small tables: months, years, first day, end day, art. 2 and 4, extensions, caps.

use crate::{answer, day, end, term, under};
use terms::{
    Atw, Calendar, Cap, Direction, EndDay, Exemption, FirstDay, Length, Milestone, OwnClosedDay, Step, Term, Unit,
    compute,
};

#[test]
fn months_and_years_end_on_the_same_number_or_the_last_day() {
    let table = [
        ("2025-01-31", 1, Unit::Months, "2025-02-28"),
        ("2024-01-31", 1, Unit::Months, "2024-02-29"),
        ("2025-03-31", 1, Unit::Months, "2025-04-30"),
        ("2025-02-28", 1, Unit::Months, "2025-03-28"),
        ("2024-12-31", 2, Unit::Months, "2025-02-28"),
        ("2024-02-29", 1, Unit::Years, "2025-02-28"),
        ("2024-02-29", 4, Unit::Years, "2028-02-29"),
        ("2023-02-28", 1, Unit::Years, "2024-02-28"),
    ];
    for (event, value, unit, expected) in table {
        assert_eq!(end(&under(Atw::None, term(event, value, unit))), expected, "{event} {value} {unit:?}");
    }
}

#[test]
fn a_first_day_that_counts_ends_a_day_earlier() {
    let table = [
        ("2025-03-03", 1, Unit::CalendarDays, "2025-03-03"),
        ("2025-03-03", 3, Unit::CalendarDays, "2025-03-05"),
        ("2025-03-03", 1, Unit::Weeks, "2025-03-09"),
        ("2025-03-01", 1, Unit::Months, "2025-03-31"),
        ("2025-02-10", 1, Unit::Months, "2025-03-09"),
        // 30 February does not exist: the last day of the month, no day earlier.
        ("2025-01-31", 1, Unit::Months, "2025-02-28"),
        ("2025-03-03", 5, Unit::WorkingDays, "2025-03-07"),
        ("2025-03-01", 1, Unit::WorkingDays, "2025-03-03"),
    ];
    for (event, value, unit, expected) in table {
        let included = Term { first_day: FirstDay::Included, atw: Atw::None, ..term(event, value, unit) };
        assert_eq!(end(&included), expected, "{event} {value} {unit:?}");
    }
}

#[test]
fn article_4_looks_at_how_the_term_is_described() {
    let table = [
        (90, Unit::CalendarDays, None),
        (91, Unit::CalendarDays, Some(Exemption::MoreThanNinetyDays)),
        (12, Unit::Weeks, None),
        (13, Unit::Weeks, Some(Exemption::MoreThanTwelveWeeks)),
        (3, Unit::Months, None),
        (4, Unit::Months, Some(Exemption::MoreThanThreeMonths)),
        (1, Unit::Years, Some(Exemption::Years)),
        (200, Unit::WorkingDays, None),
    ];
    for (value, unit, expected) in table {
        assert_eq!(answer(&term("2025-01-02", value, unit)).exemption(), expected, "{value} {unit:?}");
    }
}

#[test]
fn article_2_is_for_three_days_and_more() {
    // Friday: Saturday and Sunday pass, Monday is the one ordinary day.
    assert_eq!(end(&term("2025-06-13", 2, Unit::CalendarDays)), "2025-06-16");
    assert_eq!(end(&term("2025-06-13", 3, Unit::CalendarDays)), "2025-06-17");
    assert_eq!(end(&under(Atw::None, term("2025-06-13", 3, Unit::CalendarDays))), "2025-06-16");
}

#[test]
fn back_in_every_unit() {
    let table = [
        ("2025-05-05", 10, Unit::WorkingDays, "2025-04-17"),
        ("2025-03-31", 1, Unit::Months, "2025-02-28"),
        ("2028-02-29", 1, Unit::Years, "2027-02-28"),
        ("2025-03-10", 3, Unit::CalendarDays, "2025-03-07"),
    ];
    for (event, value, unit, expected) in table {
        let back = Term { direction: Direction::Back, ..term(event, value, unit) };
        assert_eq!(end(&back), expected, "{event} {value} {unit:?}");
    }
    let included =
        Term { direction: Direction::Back, first_day: FirstDay::Included, ..term("2025-03-10", 1, Unit::Weeks) };
    assert_eq!(end(&included), "2025-03-04");
}

#[test]
fn counted_back_the_end_day_clause_moves_nothing_either() {
    let back =
        Term { direction: Direction::Back, end_day: EndDay::NextOpenDay, ..term("2025-03-10", 2, Unit::CalendarDays) };
    assert_eq!(end(&back), "2025-03-08");
}

#[test]
fn the_rule_can_move_the_end_itself() {
    // Saturday 3 May 2025; Monday the 5th is a holiday, and the town hall is closed on the 6th.
    let calendar = Calendar::dutch()
        .clone()
        .with_closed_days([OwnClosedDay { date: day("2025-05-06"), name: "verhuizing".into() }]);
    let ends = |end_day, atw| {
        let term = Term { end_day, atw, ..term("2025-04-26", 1, Unit::Weeks) };
        compute(&term, &calendar).expect("an answer").end.to_string()
    };
    assert_eq!(ends(EndDay::AsIs, Atw::None), "2025-05-03");
    assert_eq!(ends(EndDay::NextOpenDay, Atw::None), "2025-05-07");
    assert_eq!(ends(EndDay::PreviousOpenDay, Atw::None), "2025-05-02");
    // The act does not know the town hall; the clause does.
    assert_eq!(ends(EndDay::AsIs, Atw::Atw), "2025-05-06");
    assert_eq!(ends(EndDay::NextOpenDay, Atw::Atw), "2025-05-07");
}

#[test]
fn own_closed_days_are_no_working_days() {
    let calendar =
        Calendar::dutch().clone().with_closed_days([OwnClosedDay { date: day("2025-03-05"), name: "carnaval".into() }]);
    let answer = compute(&term("2025-03-03", 3, Unit::WorkingDays), &calendar).expect("an answer");
    assert_eq!(answer.end.to_string(), "2025-03-07");
}

#[test]
fn an_extension_is_counted_on_before_anything_moves() {
    let extended = |extensions| Term { extensions, ..term("2025-03-07", 6, Unit::Weeks) };
    // Six weeks end on Good Friday; ten weeks on Friday 16 May.
    assert_eq!(end(&extended(vec![Length::new(4, Unit::Weeks)])), "2025-05-16");
    assert_eq!(end(&extended(vec![Length::new(1, Unit::Months)])), "2025-05-19");
    let months = Term { extensions: vec![Length::new(1, Unit::Months)], ..term("2025-01-31", 1, Unit::Months) };
    assert_eq!(end(&months), "2025-03-31");
    // Together more than twelve weeks, but not described so.
    assert_eq!(answer(&extended(vec![Length::new(8, Unit::Weeks)])).exemption(), None);
}

#[test]
fn the_earliest_of_two_dates_counts() {
    let capped = |on| Term {
        cap: Some(Cap { day: day(on), milestone: Milestone::MunicipalCouncilMeeting }),
        ..term("2025-03-10", 6, Unit::Weeks)
    };
    assert_eq!(end(&capped("2025-04-10")), "2025-04-10");
    assert_eq!(end(&capped("2025-05-10")), "2025-04-22");
    let steps = answer(&capped("2025-04-10")).steps;
    assert!(matches!(steps.last(), Some(Step::Capped { .. })));
}
