//! The letters with a code, and what is told when an address changed.

use mail::{Draft, Letter};
use ui::dates;

use crate::directory::Person;
use platform::Lang;
use platform::clock::Moment;

const FOOT: &str = "Beraad, voor adviesraden en gemeenten";

fn spaced(code: &str) -> String {
    format!("{} {}", &code[..3], &code[3..])
}

fn until(ends_at: Moment) -> String {
    dates::time(ends_at, Lang::Nl)
}

/// To sign in: a code and a link. `ends_at` is when both stop working.
pub fn code(person: &Person, code: &str, link: &str, ends_at: Moment) -> Letter {
    Draft::new("Uw code voor Beraad", person.greeting())
        .lead("Met deze code meldt u zich aan:")
        .code(spaced(code))
        .text(format!("De code werkt tot {}. Vul hem in op de bladzijde waar u hem vroeg.", until(ends_at)))
        .text("Leest u dit bericht op het apparaat waar u de code vroeg? Dan kunt u ook op deze knop drukken:")
        .button("Open Beraad", link)
        .text("Hebt u geen code gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand, ook niet aan ons.")
        .foot(FOOT)
        .finish()
}

/// To show once more who one is.
pub fn prove(person: &Person, code: &str, ends_at: Moment) -> Letter {
    Draft::new("Uw code om iets te wijzigen", person.greeting())
        .lead("Met deze code laat u zien dat u het zelf bent:")
        .code(spaced(code))
        .text(format!("De code werkt tot {}. Vul hem in op de bladzijde waar u hem vroeg.", until(ends_at)))
        .text("Hebt u geen code gevraagd? Dan gebruikt iemand anders Beraad onder uw naam. Bel ons dan meteen.")
        .foot(FOOT)
        .finish()
}

/// To take a new address into use; it goes to that address.
pub fn new_address(person: &Person, code: &str, ends_at: Moment) -> Letter {
    Draft::new("Uw code voor uw nieuwe adres", person.greeting())
        .lead("Met deze code neemt u dit adres in gebruik voor Beraad:")
        .code(spaced(code))
        .text(format!("De code werkt tot {}. Vul hem in op de bladzijde waar u hem vroeg.", until(ends_at)))
        .text("Hebt u dit niet gevraagd? Dan hoeft u niets te doen.")
        .foot(FOOT)
        .finish()
}

/// To the old address, when another took its place.
pub fn address_changed(person: &Person, phone: &str) -> Letter {
    Draft::new("Uw adres voor Beraad is gewijzigd", person.greeting())
        .lead("U hebt voor Beraad een ander e-mailadres in gebruik genomen. Op dit adres krijgt u geen berichten meer.")
        .text(format!("Hebt u dit niet zelf gedaan? Bel ons dan meteen: {phone}."))
        .foot(FOOT)
        .finish()
}

/// When a second step was set up, changed or taken away.
pub fn second_step_changed(person: &Person, phone: &str) -> Letter {
    Draft::new("Uw tweede stap bij het aanmelden is gewijzigd", person.greeting())
        .lead("U hebt gewijzigd hoe u zich in twee stappen aanmeldt bij Beraad.")
        .text(format!("Hebt u dit niet zelf gedaan? Bel ons dan meteen: {phone}."))
        .foot(FOOT)
        .finish()
}
