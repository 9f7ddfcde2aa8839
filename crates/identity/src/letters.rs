//! The letter with the code.

use mail::{Draft, Letter};
use ui::dates;

use crate::directory::Person;
use platform::Lang;
use platform::clock::Moment;

/// `ends_at` is when the code stops working.
pub fn code(person: &Person, code: &str, ends_at: Moment) -> Letter {
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    Draft::new("Uw code voor Beraad", person.greeting())
        .lead("Met deze code meldt u zich aan:")
        .code(spaced)
        .text(format!(
            "De code werkt tot {}. Vul hem in op de bladzijde waar u hem vroeg.",
            dates::time(ends_at, Lang::Nl)
        ))
        .text("Hebt u geen code gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand, ook niet aan ons.")
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}
