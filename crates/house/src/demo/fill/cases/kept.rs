//! What not everybody at the table sees: a case of the home council waits under an embargo that its municipality asked
//! for, and another council keeps one to those who prepare it.

use advice::kinds::{Part, Side};
use advice::seed::{self, NewCase};
use platform::clock::HOUR;
use platform::db::{Result, Tx};
use platform::id::PersonId;

use super::Making;

/// In how many days the embargo is over.
const OPENS_IN: i64 = 12;

/// Which of the two were shown already.
#[derive(Default)]
pub(super) struct Kept {
    embargo: bool,
    circle: bool,
}

impl Kept {
    /// A case that is being prepared shows one of the two; each once.
    pub(super) async fn show(&mut self, tx: &mut Tx, making: &Making<'_>, new: &NewCase, home: bool) -> Result<()> {
        let (Some(request), Some(received)) = (&new.request, &new.received) else { return Ok(()) };
        if new.issue.is_some() || new.exit.is_some() {
            return Ok(());
        }
        if home && !self.embargo {
            self.embargo = true;
            let until = making.day(OPENS_IN).start().plus(9 * HOUR);
            let ground = "Het college maakt het onderwerp eerst zelf bekend.";
            return seed::embargo(tx, &new.id, until, ground, (Side::Municipality, &request.filed)).await;
        }
        if !home && !self.circle {
            self.circle = true;
            let drafters = new.parts.iter().filter(|(_, part)| *part == Part::Drafter);
            let mut circle: Vec<PersonId> = drafters.map(|(person, _)| person.clone()).collect();
            circle.extend(received.by.clone());
            circle.sort();
            circle.dedup();
            let ground = "Het raakt de belangen van een van de leden.";
            return seed::confided(tx, &new.id, &circle, ground, (Side::Council, received)).await;
        }
        Ok(())
    }
}
