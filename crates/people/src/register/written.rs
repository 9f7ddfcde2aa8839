//! Municipalities as people write them, one a line: by name, with *gemeente* before it or not, or by CBS code.

use platform::clock::Day;
use platform::db::{Conn, Result};
use ui::dates;

use crate::parts::{Faults, capital};
use crate::store::register::{self, Party};
use crate::{Texts, texts};

/// More than any partnership has.
const LINES_MOST: usize = 60;
/// Longer than any name.
const WORDS_MOST: usize = 100;

/// The lines with something on them, each once.
pub fn lines(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let clean = text.split(['\n', '\r', ';']).map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    for line in clean.filter(|line| !line.is_empty()) {
        let same = |other: &String| identity::directory::fold(other) == identity::directory::fold(&line);
        if !all.iter().any(same) {
            all.push(line.chars().take(WORDS_MOST).collect());
        }
    }
    all
}

/// What a line comes to.
pub enum Found {
    One(Box<Party>),
    Nobody,
    Several,
}

/// The municipality that somebody means. Of two with the same name it is the one that is still there.
pub async fn find(conn: &mut Conn, words: &str) -> Result<Found> {
    let mut all = register::written(conn, words).await?;
    if all.len() > 1 {
        all.retain(|party| party.goes_into.is_none() && party.ended_on.is_none());
    }
    Ok(match (all.pop(), all.is_empty()) {
        (Some(party), true) => Found::One(Box::new(party)),
        (Some(_), false) => Found::Several,
        (None, _) => Found::Nobody,
    })
}

/// The municipalities of a text; what is wrong with a line is said beside the field.
pub async fn municipalities(
    conn: &mut Conn,
    (field, text): (&str, &str),
    lang: platform::Lang,
    faults: &mut Faults,
) -> Result<Vec<Party>> {
    let t = texts(lang);
    let lines = lines(text);
    if lines.len() > LINES_MOST {
        faults.add(field, t.register_too_many(LINES_MOST.to_string()));
    }
    let mut found: Vec<Party> = Vec::new();
    for line in lines.iter().take(LINES_MOST) {
        match find(conn, line).await? {
            Found::One(party) if found.iter().any(|other| other.id == party.id) => {}
            Found::One(party) => found.push(*party),
            Found::Nobody => faults.add(field, t.register_unknown(line.as_str())),
            Found::Several => faults.add(field, t.register_several(line.as_str())),
        }
    }
    Ok(found)
}

/// Why nothing can be tied to a municipality from a day on, if nothing can: it is not there then.
pub fn absent(party: &Party, on: Day, lang: platform::Lang, t: &Texts) -> Option<String> {
    let (name, day) = (capital(&party.name), |day: Day| dates::full(day, lang));
    if let (Some(into), Some(from)) = (&party.into_name, party.into_on.filter(|from| *from <= on)) {
        return Some(t.register_went_up(name, day(from), into.as_str()));
    }
    if let Some(last) = party.ended_on.filter(|last| *last < on) {
        return Some(t.register_is_over(name, day(last)));
    }
    party.since_on.filter(|since| *since > on).map(|since| t.register_not_yet(name, day(since)))
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_municipality_a_line_each_once() {
        assert_eq!(lines(" Uden \r\n\nuden\nGM1685;  Sint   Anthonis\n"), ["Uden", "GM1685", "Sint Anthonis"]);
        assert!(lines(" \n ; ").is_empty());
    }
}
