//! Absurd values get one sentence and no panic.

use crate::term;
use terms::{Calendar, Event, Length, Term, TermError, Unit, compute};

#[test]
fn values_that_make_no_term() {
    let refused = |value, unit| compute(&term("2025-01-01", value, unit), Calendar::dutch()).expect_err("a refusal");
    assert_eq!(refused(0, Unit::Weeks), TermError::ValueNotPositive { value: 0 });
    assert_eq!(refused(-6, Unit::Weeks), TermError::ValueNotPositive { value: -6 });
    assert_eq!(refused(i64::MIN, Unit::Months), TermError::ValueNotPositive { value: i64::MIN });
    for unit in Unit::ALL {
        assert_eq!(refused(1_000_000_000, unit), TermError::ValueTooLarge { value: 1_000_000_000, unit });
        assert_eq!(refused(i64::MAX, unit), TermError::ValueTooLarge { value: i64::MAX, unit });
    }
}

#[test]
fn years_that_are_not_computed() {
    for event in ["9999-12-31", "2200-01-01", "1979-12-31", "0001-01-01", "-009999-01-01"] {
        let refused = compute(&term(event, 6, Unit::Weeks), Calendar::dutch());
        assert_eq!(refused, Err(TermError::OutOfRange), "{event}");
    }
    for unit in Unit::ALL.into_iter().filter(|unit| *unit != Unit::Hours) {
        let refused = compute(&term("2199-12-31", 1, unit), Calendar::dutch());
        assert_eq!(refused, Err(TermError::OutOfRange), "{unit:?}");
    }
    for at in [jiff::Timestamp::MIN, jiff::Timestamp::MAX] {
        let refused = compute(&Term::new(Event::Moment(at), Length::new(1, Unit::Hours)), Calendar::dutch());
        assert_eq!(refused, Err(TermError::OutOfRange));
    }
}

#[test]
fn hours_and_days_do_not_mix() {
    let mixed = Term { extensions: vec![Length::new(2, Unit::Hours)], ..term("2025-01-01", 1, Unit::Weeks) };
    assert_eq!(compute(&mixed, Calendar::dutch()), Err(TermError::MixedHours));
}

#[test]
fn every_refusal_is_one_sentence_in_both_languages() {
    let from = crate::day("2025-01-01");
    let all = [
        TermError::ValueNotPositive { value: 0 },
        TermError::ValueTooLarge { value: 1_000_000, unit: Unit::WorkingDays },
        TermError::OutOfRange,
        TermError::HoursNeedTime,
        TermError::MixedHours,
        TermError::NoSuchTime { time: from.at(2, 30, 0, 0) },
        TermError::OpenSuspension { from },
        TermError::ReversedSuspension { from, to: from },
    ];
    for error in all {
        let english = error.to_string();
        assert!(english.ends_with('.') && !english.contains(". "), "{english}");
        assert!(error.dutch().ends_with('.'));
    }
}
