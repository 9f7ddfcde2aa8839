use super::{holds, sample, show, text_of};
use crate::*;

#[test]
fn the_municipality_answers_each_number() {
    let letter = sample::response();
    let pdf = response_letter(&letter).unwrap();
    show("antwoord.pdf", &pdf);
    assert!(holds(&pdf, "pdfuaid:part") && holds(&pdf, "pdfaid:part"));
    let Some(text) = text_of(&pdf) else { return };
    for answer in &letter.answers {
        assert!(text.contains(&answer.recommendation) && text.contains(&answer.reason), "{}", answer.reason);
    }
    for words in [
        "Overgenomen",
        "Deels overgenomen",
        "Later",
        "Niet overgenomen",
        "Niet bevoegd",
        "uiterlijk op vrijdag 29 januari 2027",
    ] {
        assert!(text.contains(words), "{words}");
    }
}
