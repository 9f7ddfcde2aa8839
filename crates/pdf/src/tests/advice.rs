use super::{holds, info_of, sample, show, text_of};
use crate::*;

#[test]
fn the_advice_is_a_letter_that_everybody_can_read() {
    let pdf = advice_letter(&sample::advice()).unwrap();
    show("advies.pdf", &pdf);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for part in
        ["/Lang", "/StructTreeRoot", "/MarkInfo", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "/Outlines"]
    {
        assert!(holds(&pdf, part), "{part}");
    }
    if let Some(info) = info_of(&pdf) {
        let line = |name: &str| info.lines().find_map(|l| l.strip_prefix(name)).map(str::trim).map(str::to_owned);
        assert_eq!(line("Title:").as_deref(), Some("Kijk eerst naar het huis, dan naar de regel"));
        assert_eq!(line("Pages:").as_deref(), Some("3"));
        assert_eq!(line("Tagged:").as_deref(), Some("yes"));
        assert!(line("Page size:").unwrap().contains("(A4)"));
    }
}

#[test]
fn it_says_all_it_should() {
    let letter = sample::advice();
    let Some(text) = text_of(&advice_letter(&letter).unwrap()) else { return };
    for rec in &letter.recommendations {
        assert!(text.contains(&rec.text), "{}", rec.text);
    }
    for sentence in [
        "Oosterwaard, donderdag 15 oktober 2026",
        "ontvangen op maandag 7 september 2026",
        "uiterlijk op donderdag 26 november 2026",
        "Acht van de negen leden stemden in, van wie twee met een opmerking. Eén lid onthield zich van stemming.",
        "Andere mening van één lid",
        "Wim Terpstra",
        "secretaris",
        "bladzijde 1 van 3",
        "bladzijde 3 van 3",
    ] {
        assert!(text.contains(sentence), "{sentence} in {text}");
    }
    assert!(!text.contains("Concept") && !text.contains("Voorbeeldgegevens"));
}

#[test]
fn a_draft_says_that_it_is_one() {
    let marks = Marks { example: true, concept: true };
    let pdf = advice_letter(&Letter { marks, ..sample::advice() }).unwrap();
    show("concept.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    assert_eq!(text.matches("Voorbeeldgegevens · Concept").count(), 3);
}

#[test]
fn the_same_letter_is_the_same_file() {
    let letter = sample::advice();
    assert!(advice_letter(&letter).unwrap() == advice_letter(&letter).unwrap());
}

#[test]
fn what_is_empty_is_left_out() {
    let letter = Letter {
        requested_on: None,
        considered: String::new(),
        heard: String::new(),
        quotes: vec![],
        recommendations: vec![],
        equal_chances: String::new(),
        consent: None,
        minority: vec![],
        copies: vec![],
        attachments: vec![],
        house_colour: Some(Colour(0x00, 0x55, 0x3e)),
        ..sample::advice()
    };
    let Some(text) = text_of(&advice_letter(&letter).unwrap()) else { return };
    assert!(text.contains("dit is een ongevraagd advies"));
    for heading in ["Wat wij overwogen", "Onze aanbevelingen", "Gelijke kansen", "Andere mening", "Kopie"] {
        assert!(!text.contains(heading), "{heading}");
    }
}

#[test]
fn consent_is_a_sentence() {
    let sentence = |agreed, with_remark, objected, abstained| {
        Consent { members: 9, agreed, with_remark, objected, abstained }.sentence()
    };
    assert_eq!(sentence(9, 0, 0, 0), "Alle negen leden stemden in.");
    assert_eq!(sentence(0, 0, 0, 0), "Geen van de negen leden stemde in.");
    assert_eq!(sentence(1, 0, 0, 0), "Eén van de negen leden stemde in.");
    assert_eq!(
        sentence(6, 1, 2, 1),
        "Zes van de negen leden stemden in, van wie één met een opmerking. Twee leden hadden bezwaar. Eén lid onthield zich van stemming."
    );
}
