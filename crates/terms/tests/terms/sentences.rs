//! What people read.

use crate::{answer, suspended, term, under};
use terms::{Atw, Fields, Language, Unit, single};

#[test]
fn an_explanation_in_english() {
    let fields = Fields { event: "2024-11-13", value: "6", unit: "weeks", rule: "atw", ..Fields::default() };
    let expected = "\
2024-12-30 (Monday 30 December 2024)
 1. We count from Wednesday 13 November 2024. It does not count; the first day of the term is Thursday 14 November 2024.
 2. 6 weeks later is Wednesday 25 December 2024.
 3. The General Extension of Time-Limits Act (Atw) applies to this term.
 4. Wednesday 25 December 2024 is Christmas Day, Thursday 26 December 2024 is Boxing Day, Friday 27 December 2024 is equated with a holiday, Saturday 28 December 2024 is in the weekend and Sunday 29 December 2024 is in the weekend, so the term runs on through Monday 30 December 2024 (art. 1).
";
    assert_eq!(single(&fields, Language::English).expect("an answer"), expected);
}

#[test]
fn an_explanation_in_dutch() {
    let fields = Fields { event: "2025-04-17", value: "3", unit: "calendar_days", ..Fields::default() };
    let expected = "\
2025-04-23 (woensdag 23 april 2025)
 1. Wij rekenen vanaf donderdag 17 april 2025. Die dag telt niet mee. De eerste dag van de termijn is vrijdag 18 april 2025.
 2. 3 dagen verder is het zondag 20 april 2025.
 3. De Algemene termijnenwet geldt hier niet vanzelf. Wij rekenen wel op dezelfde manier.
 4. Zondag 20 april 2025 is weekend en maandag 21 april 2025 is Tweede Paasdag. Daarom loopt de termijn door tot en met dinsdag 22 april 2025 (artikel 1).
 5. In de termijn zit maar één gewone dag. Het moeten er twee zijn. Daarom loopt de termijn door tot en met woensdag 23 april 2025 (artikel 2).
";
    assert_eq!(single(&fields, Language::Dutch).expect("an answer"), expected);
}

#[test]
fn a_shorter_month_and_a_recess_are_told() {
    let month = answer(&under(Atw::None, term("2025-01-31", 1, Unit::Months)));
    assert_eq!(
        month.steps[2].dutch(),
        "Februari 2025 heeft geen dag 31. Daarom telt de laatste dag van die maand: vrijdag 28 februari 2025."
    );
    let recess = answer(&suspended(term("2025-06-23", 6, Unit::Weeks), &[("2025-07-07", "2025-08-17")]));
    assert_eq!(
        recess.steps[2].dutch(),
        "De termijn staat stil van maandag 7 juli 2025 tot en met zondag 17 augustus 2025 (reces). Dat kost 42 dagen."
    );
}

#[test]
fn steps_travel_as_json() {
    let answer = answer(&term("2024-11-13", 6, Unit::Weeks));
    let json = serde_json::to_string(&answer).expect("JSON");
    assert_eq!(serde_json::from_str::<terms::Answer>(&json).expect("the same"), answer);
}
