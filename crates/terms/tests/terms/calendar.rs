//! Holidays and equated days.

use crate::day;
use terms::{Calendar, Holiday, Reason, easter, holidays_on};

#[test]
fn easter_sundays() {
    for sunday in
        ["1981-04-19", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2025-04-20", "2038-04-25", "2160-03-23"]
    {
        assert_eq!(easter(day(sunday).year()).to_string(), sunday);
    }
}

#[test]
fn the_holidays_of_a_year() {
    let found: Vec<String> = day("2025-01-01")
        .series(jiff::ToSpan::days(1))
        .take(365)
        .flat_map(|date| holidays_on(date).into_iter().map(move |holiday| format!("{date} {}", holiday.dutch())))
        .collect();
    let expected = [
        "2025-01-01 Nieuwjaarsdag",
        "2025-04-18 Goede Vrijdag",
        "2025-04-21 Tweede Paasdag",
        "2025-04-26 Koningsdag",
        "2025-05-05 vijfde mei",
        "2025-05-29 Hemelvaartsdag",
        "2025-06-09 Tweede Pinksterdag",
        "2025-12-25 Eerste Kerstdag",
        "2025-12-26 Tweede Kerstdag",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_royal_birthday_moves_with_the_throne() {
    assert_eq!(holidays_on(day("2013-04-30")), [Holiday::QueensDay]);
    assert_eq!(holidays_on(day("2006-04-29")), [Holiday::QueensDay]);
    assert_eq!(holidays_on(day("2014-04-26")), [Holiday::KingsDay]);
    assert_eq!(holidays_on(day("2014-04-27")), []);
    assert_eq!(holidays_on(day("2026-04-27")), [Holiday::KingsDay]);
}

#[test]
fn two_holidays_can_fall_on_one_day() {
    assert_eq!(holidays_on(day("2016-05-05")), [Holiday::LiberationDay, Holiday::AscensionDay]);
}

#[test]
fn the_shipped_table() {
    let equated = Calendar::dutch().equated();
    assert_eq!(equated.days().count(), 17);
    for (date, source) in equated.days() {
        assert!(equated.covers(date), "{date} lies in no window");
        assert!(!source.is_empty());
        assert!(holidays_on(date).is_empty(), "{date} is a holiday already");
    }
    for year in [2015, 2016, 2020, 2021, 2022, 2029] {
        assert!(!equated.covers(jiff::civil::date(year, 6, 1)), "{year}");
    }
    let closed = Calendar::dutch().closed_by_law(day("2026-05-15")).expect("closed");
    assert!(matches!(closed.reasons.as_slice(), [Reason::Equated { .. }]));
}
