//! The line that people write about themselves, if they do.

use rand::Rng;

use crate::book::Book;
use crate::text::tidy;
use crate::used::Used;
use crate::voice::Voice;
use crate::{Council, Municipality, Organisation, Person, Seat, Stream, chance};

/// Four in ten council members wrote something.
pub(crate) fn write(
    seed: u64,
    book: &Book,
    persons: &mut [Person],
    seats: &[Seat],
    councils: &[Council],
    all: &[Municipality],
) {
    let mut rng = chance(seed, Stream::About);
    let mut used = Used::default();
    let pool = book.shared.all("over");
    for seat in seats {
        let Organisation::Council(council) = seat.organisation else { continue };
        if persons[seat.person].about.is_some() || !rng.random_bool(0.4) {
            continue;
        }
        let mut voice = Voice::new(&book.words);
        voice.know("gem", all[councils[council].municipalities[0]].spoken());
        let mut raw = String::new();
        pool[rng.random_range(0..pool.len())].first.write(&mut raw, &mut voice, &mut rng);
        let line = tidy(&raw);
        if used.claim(&line) {
            persons[seat.person].about = Some(line);
        }
    }
}
