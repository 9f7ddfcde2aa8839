//! The collected cases, held exactly.

use serde::Deserialize;
use terms::{Calendar, EquatedDays, Fields, compute};

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    event_date: String,
    value: i64,
    unit: String,
    direction: String,
    rule: String,
    end_date: String,
    end_date_with_equated_days: Option<String>,
    moved_because: String,
}

impl Case {
    fn term(&self) -> terms::Term {
        let value = self.value.to_string();
        let fields = Fields {
            event: &self.event_date,
            value: &value,
            unit: &self.unit,
            direction: &self.direction,
            rule: &self.rule,
            ..Fields::default()
        };
        fields.term().expect("a case that can be read")
    }

    /// Without the remark behind it.
    fn because(&self) -> &str {
        self.moved_because.split([';', '(']).next().and_then(|text| text.split(" - ").next()).unwrap_or_default().trim()
    }
}

fn cases() -> Vec<Case> {
    let file: File = serde_json::from_str(include_str!("../fixtures/terms.json")).expect("the fixture is JSON");
    assert_eq!(file.cases.len(), 61);
    file.cases
}

#[test]
fn every_case_ends_on_its_day() {
    for case in cases() {
        let expected = case.end_date_with_equated_days.as_ref().unwrap_or(&case.end_date);
        let answer = compute(&case.term(), Calendar::dutch()).expect("an answer");
        assert_eq!(&answer.end.to_string(), expected, "{}", case.id);
    }
}

#[test]
fn every_case_says_why() {
    for case in cases() {
        let answer = compute(&case.term(), Calendar::dutch()).expect("an answer");
        assert_eq!(answer.moved_because(), case.because(), "{}", case.id);
    }
}

#[test]
fn without_the_table_the_equated_cases_end_earlier_and_say_that_they_are_incomplete() {
    let bare = Calendar::new(EquatedDays::default());
    for case in cases().iter().filter(|case| case.end_date_with_equated_days.is_some()) {
        let answer = compute(&case.term(), &bare).expect("an answer");
        assert_eq!(answer.end.to_string(), case.end_date, "{}", case.id);
        assert!(!answer.coverage.is_complete(), "{}", case.id);
    }
}
