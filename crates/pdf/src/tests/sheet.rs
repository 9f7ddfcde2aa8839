use super::{holds, info_of, show, text_of};
use crate::*;
use jiff::Timestamp;

fn checklist(marks: Marks) -> Sheet {
    Sheet {
        title: "Keurlijst stembureau".into(),
        author: "Een adviesraad".into(),
        text: "Loop deze lijst na op de dag zelf.\n\nBuiten:\n- Staat er geen fiets voor de helling?\n- Brandt het licht?\n\nBel bij een nee meteen.".into(),
        marks,
        made_at: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn a_sheet_is_tagged_and_has_a_real_list() {
    let pdf = sheet(&checklist(Marks::default())).unwrap();
    show("keurlijst.pdf", &pdf);
    for part in ["/StructTreeRoot", "/MarkInfo", "pdfuaid:part", "pdfaid:part"] {
        assert!(holds(&pdf, part), "{part}");
    }
    if let Some(info) = info_of(&pdf) {
        assert!(
            info.contains("Keurlijst stembureau")
                && info.lines().any(|l| l.starts_with("Tagged:") && l.contains("yes"))
        );
    }
    let Some(text) = text_of(&pdf) else { return };
    for said in
        ["Keurlijst stembureau", "Buiten:", "• Brandt het licht?", "Bel bij een nee meteen.", "bladzijde 1 van 1"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("- Brandt"), "{text}");
}

#[test]
fn a_sheet_of_the_demo_says_that_it_is_an_example() {
    let pdf = sheet(&checklist(Marks { example: true, concept: false })).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("Voorbeeldgegevens"), "{text}");
}

#[test]
fn what_people_type_is_text_and_never_code() {
    let hostile = Sheet { text: "#panic() *ster* [haak]\n- #import\n- $x$".into(), ..checklist(Marks::default()) };
    let Some(text) = text_of(&sheet(&hostile).unwrap()) else { return };
    assert!(text.contains("#panic() *ster* [haak]") && text.contains("#import") && text.contains("$x$"), "{text}");
}
