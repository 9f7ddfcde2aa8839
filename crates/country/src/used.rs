//! Which long sentences have been said already.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::text::long_sentences;

/// The sentences are hashed already; hashing them again would only take time.
#[derive(Default)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only numbers go in")
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

#[derive(Default)]
pub(crate) struct Used(HashSet<u64, BuildHasherDefault<AsIs>>);

impl Used {
    /// Takes all long sentences of a text, or none of them if one was said before.
    pub(crate) fn claim(&mut self, text: &str) -> bool {
        let mut taken: Vec<u64> = Vec::with_capacity(8);
        for sentence in long_sentences(text) {
            let mark = mark(&sentence);
            if self.0.contains(&mark) || taken.contains(&mark) {
                return false;
            }
            taken.push(mark);
        }
        self.0.extend(taken);
        true
    }
}

/// FNV-1a with a last stir, so that all bits take part.
pub(crate) fn mark(text: &str) -> u64 {
    let sum = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (sum ^ (sum >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_said_once() {
        let mut used = Used::default();
        assert!(used.claim("Dank u wel. Wij nemen dit volgende week mee naar de vergadering."));
        assert!(!used.claim("Wij nemen dit volgende week mee naar de vergadering!"));
        assert!(used.claim("Dank u wel."));
    }

    #[test]
    fn a_refused_text_takes_nothing() {
        let mut used = Used::default();
        assert!(used.claim("De gemeente gaf ons toen binnen een week antwoord."));
        assert!(
            !used.claim("Dit is een nieuwe zin met veel woorden. De gemeente gaf ons toen binnen een week antwoord.")
        );
        assert!(used.claim("Dit is een nieuwe zin met veel woorden."));
    }
}
