//! What not everybody at the table sees: at the home council one case waits under an embargo, and one is confidential.
//! Whoever shows the demo is named in its circle, so that there is something to show.

use advice::kinds::Side;
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
        let Some(done) = new.received.as_ref().filter(|_| home && new.issue.is_none() && new.exit.is_none()) else {
            return Ok(());
        };
        if !self.embargo {
            self.embargo = true;
            let until = making.day(OPENS_IN).start().plus(9 * HOUR);
            let ground = "Het college maakt het onderwerp eerst zelf bekend.";
            return seed::embargo(tx, &new.id, until, ground, (Side::Council, done)).await;
        }
        if !self.circle {
            self.circle = true;
            let mut circle: Vec<PersonId> = new.parts.iter().map(|(person, _)| person.clone()).collect();
            circle.extend(making.country.personas().iter().map(|(_, person)| making.ids.person(*person)));
            circle.sort();
            circle.dedup();
            let ground = "Het raakt de belangen van een van de leden.";
            return seed::confided(tx, &new.id, &circle, ground, (Side::Council, done)).await;
        }
        Ok(())
    }
}
