//! Who speaks: what their slots say, and what the text remembers of itself.

use std::collections::BTreeMap;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::piece::Piece;

/// The word lists from `woorden.txt`.
pub(crate) type Words = BTreeMap<String, Vec<Piece>>;

/// Slots that the speaker fills, and not a list. A file that uses another name is refused.
pub(crate) const SPEAKER: [&str; 15] = [
    "gem",
    "raad",
    "buur",
    "prov",
    "naam",
    "ik",
    "andere",
    "raad2",
    "raad3",
    "bron",
    "regio",
    "leeftijd",
    "jaren",
    "rol",
    "organisatie",
];

pub(crate) struct Voice<'a> {
    words: &'a Words,
    facts: Vec<(&'static str, String)>,
    bound: Vec<(String, String)>,
    /// Keeps what was bound from text to text, as in a case.
    lasting: bool,
}

impl<'a> Voice<'a> {
    pub(crate) fn new(words: &'a Words) -> Self {
        Self { words, facts: Vec::new(), bound: Vec::new(), lasting: false }
    }

    pub(crate) fn know(&mut self, name: &'static str, value: impl Into<String>) {
        debug_assert!(SPEAKER.contains(&name), "{name} is not in the list");
        self.facts.retain(|(known, _)| *known != name);
        self.facts.push((name, value.into()));
    }

    /// Forgets what was bound: a new text begins.
    pub(crate) fn begin(&mut self) {
        if !self.lasting {
            self.bound.clear();
        }
    }

    /// From here on, what one text binds the next may use.
    pub(crate) fn last(mut self) -> Self {
        self.lasting = true;
        self
    }

    pub(crate) fn remember(&mut self, name: &str, value: &str) {
        self.bound.retain(|(known, _)| known != name);
        self.bound.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) fn say(&mut self, name: &str, out: &mut String, rng: &mut ChaCha8Rng) {
        if let Some((_, value)) = self.bound.iter().find(|(known, _)| known == name) {
            out.push_str(value);
        } else if let Some((_, value)) = self.facts.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        } else if let Some(list) = self.words.get(name) {
            list[rng.random_range(0..list.len())].write(out, self, rng);
        } else {
            // The book refuses unknown names; only a speaker without the fact can come here,
            // and then nothing is said. The tests look for the mark.
            out.push('¿');
        }
    }
}
