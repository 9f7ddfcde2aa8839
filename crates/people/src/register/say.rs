//! Words for what the register knows.

use platform::clock::Day;
use platform::{Lang, Role};
use ui::{Ui, dates};

use crate::Texts;
use crate::parts::capital;
use crate::register::form::What;
use crate::register::merger::Refusal;
use crate::store::mergers::Going;

/// *Een adviesraad*.
pub fn one(what: What, t: &Texts) -> String {
    match what {
        What::Council => t.found_council(),
        What::Municipality => t.found_municipality(),
        What::Partnership => t.found_partnership(),
        What::Partner => t.found_partner(),
    }
}

/// *Adviesraden*.
pub fn several(what: What, t: &Texts) -> String {
    match what {
        What::Council => t.who_councils(),
        What::Municipality => t.who_municipalities(),
        What::Partnership => t.register_partnerships(),
        What::Partner => t.who_partners(),
    }
}

/// What became of an organisation or will: it goes up in another, or it ends.
pub fn fate(into: Option<(&str, Day)>, ended_on: Option<Day>, ui: &Ui, t: &Texts) -> Option<String> {
    let day = |day: Day| dates::full(day, ui.lang);
    match (into, ended_on) {
        (Some((into, on)), _) if on > ui.today => Some(t.fate_goes_up(day(on), into)),
        (Some((into, on)), _) => Some(t.fate_went_up(day(on), into)),
        (None, Some(last)) if last < ui.today => Some(t.fate_ended(day(last))),
        (None, Some(last)) => Some(t.fate_ends(day(last))),
        (None, None) => None,
    }
}

/// Why municipalities cannot go up in another, and what to do about it.
pub fn refusal(refusal: &Refusal, lang: Lang, t: &Texts) -> String {
    let day = |day: &Day| dates::full(*day, lang);
    match refusal {
        Refusal::NoFormer => t.merge_no_former(),
        Refusal::NoSuccessor => t.merge_no_successor(),
        Refusal::NoDay => t.no_day(),
        Refusal::IntoItself { name } => t.merge_into_itself(capital(name)),
        Refusal::Circle { name, into } => t.merge_circle(capital(into), name.as_str()),
        Refusal::GoesAlready { name, into, on } => t.merge_goes_already(capital(name), day(on), into.as_str()),
        Refusal::Receives { name, other, on } => t.merge_receives(name.as_str(), day(on), other.as_str()),
        Refusal::SuccessorGoes { name, into, on } => t.merge_successor_goes(capital(name), day(on), into.as_str()),
        Refusal::IsOver { name, on, .. } => t.register_is_over(capital(name), day(on)),
        Refusal::NotYet { name, since } => t.register_not_yet(capital(name), day(since)),
    }
}

/// *Twee wethouders en één griffier* is more than one needs: how many roles go along, and which.
pub fn going(all: &[Going], lang: Lang, t: &Texts) -> String {
    let mut roles: Vec<Role> = all.iter().map(|g| g.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let words: Vec<&str> = roles.iter().map(|role| ui::role_word(*role, lang)).collect();
    match all.len() {
        0 => t.merge_nobody(),
        1 => t.merge_person(words.join(", ")),
        n => t.merge_people(dates::count(n as i64, lang), words.join(", ")),
    }
}
