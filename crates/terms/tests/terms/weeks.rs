//! The calendar that can be drawn.

use crate::{answer, day, suspended, term};
use terms::{Calendar, Mark, Unit, weeks};

#[test]
fn every_day_has_its_marks() {
    let answer = answer(&suspended(term("2025-06-04", 1, Unit::Weeks), &[("2025-06-07", "2025-06-08")]));
    assert_eq!(answer.end.to_string(), "2025-06-13");
    let drawn = weeks(&answer, Calendar::dutch());
    assert_eq!(drawn.len(), 2);
    assert!(drawn.iter().all(|week| week.days.len() == 7));
    let marks = |date: &str| {
        let days = drawn.iter().flat_map(|week| &week.days);
        days.into_iter().find(|drawn| drawn.date == day(date)).map(|day| day.marks.clone()).expect("drawn")
    };
    assert_eq!(marks("2025-06-02"), []);
    assert_eq!(marks("2025-06-04"), [Mark::Event]);
    assert_eq!(marks("2025-06-05"), [Mark::Counts]);
    assert_eq!(marks("2025-06-08"), [Mark::Suspended]);
    assert_eq!(marks("2025-06-13"), [Mark::Counts, Mark::CountedEnd, Mark::End]);
    assert!(drawn[1].days[0].closed.is_some(), "Whit Monday");
}
