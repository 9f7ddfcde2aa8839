//! What people typed is never code, never breaks the letter, and comes out as text.

use super::{sample, show, text_of};
use crate::*;

const CODE: &str = r##"#import "/etc/passwd" #read("/letter.json") $x^2$ *vet* _schuin_ `code` <label> @ref \u{41} "]} #{panic()} // weg /* weg */ = kop"##;

fn everywhere(text: &str) -> Letter {
    let mut letter = sample::advice();
    let text = || text.to_owned();
    letter.council.name = text();
    letter.council.address = vec![text()];
    letter.addressee = vec![text(), text()];
    letter.place = text();
    letter.reference = text();
    letter.subject = text();
    letter.title = text();
    letter.salutation = text();
    letter.opening = text();
    letter.summary = text();
    letter.considered = text();
    letter.heard = text();
    letter.quotes = vec![Quote { text: text(), source: text() }];
    letter.recommendations =
        vec![Recommendation { text: text(), addressee: text(), reason: text(), effect: text(), equal_chances: text() }];
    letter.equal_chances = text();
    letter.minority = vec![Minority { whose: text(), text: text() }];
    letter.signatures = vec![Signature { name: text(), role: text() }];
    letter.copies = vec![text()];
    letter.attachments = vec![text()];
    letter
}

#[test]
fn code_is_text() {
    let pdf = advice_letter(&everywhere(CODE)).unwrap();
    show("hostile.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    for part in ["#import \"/etc/passwd\"", "$x^2$", "*vet*", "_schuin_", "<label>", "#{panic()}", "/* weg */"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn no_writing_breaks_the_standards() {
    let long = "Eén zin die maar doorgaat. ".repeat(400);
    let endless = "x".repeat(10_000);
    let all_of_latin = (0xa0..0x250).filter_map(char::from_u32).collect::<String>();
    let private = "\u{e000}\u{f8ff}\u{10ffff}\u{fffe}\u{0}\u{7f}";
    for text in [
        long.as_str(),
        endless.as_str(),
        all_of_latin.as_str(),
        private,
        "",
        " ",
        "\n\n\n",
        "\u{301}\u{301}\u{301}",
        "漢字 한국어 हिन्दी 𝕏 🏳\u{fe0f}\u{200d}🌈 👨\u{200d}👩\u{200d}👧 🇳🇱",
        "a\u{200b}b\u{202e}omgekeerd\u{202c}\u{feff}",
    ] {
        let start: String = text.chars().take(20).collect();
        let pdf = advice_letter(&everywhere(text)).unwrap_or_else(|error| panic!("{start:?}: {error}"));
        assert!(pdf.starts_with(b"%PDF"), "{start}");
    }
}

#[test]
fn names_from_elsewhere_and_signs_are_kept() {
    let mut letter = sample::advice();
    letter.considered = "Fatma Yıldız, Łukasz Żółć, Ștefan, Ελένη, Олена, مرحبا 🚲 ☎".into();
    let pdf = advice_letter(&letter).unwrap();
    show("names.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    for name in ["Fatma Yıldız", "Łukasz Żółć", "Ștefan", "Ελένη", "Олена", "🚲"] {
        assert!(text.contains(name), "{name} in {text}");
    }
}
