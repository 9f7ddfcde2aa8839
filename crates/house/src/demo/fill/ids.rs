//! Ids in the demo country: the same for the same seed, so that a link into it keeps working.

use platform::clock::Moment;
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::secret;

/// Before every moment in the country: ids of things that were always there.
const EPOCH: Moment = Moment(1_262_304_000_000);

pub(super) struct Ids {
    seed: u64,
}

impl Ids {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The id of the `n`th thing of a kind, as old as `at`.
    pub(super) fn id(&self, kind: &str, n: usize, at: Moment) -> String {
        let hash = secret::hashed(&format!("{}:{kind}:{n}", self.seed));
        platform::id::at(at, hash.bytes().take(16).fold(0, |sum, b| (sum << 8) | u128::from(b)))
    }

    /// The secret of a persona's app, in base 32.
    pub(super) fn app_secret(&self, slug: &str) -> String {
        const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let hash = secret::hashed(&format!("{}:app:{slug}", self.seed));
        hash.bytes().take(32).map(|b| char::from(LETTERS[usize::from(b & 31)])).collect()
    }

    pub(super) fn person(&self, n: usize) -> PersonId {
        PersonId::of(self.id("person", n, EPOCH))
    }

    pub(super) fn seat(&self, n: usize) -> SeatId {
        SeatId::of(self.id("seat", n, EPOCH))
    }

    pub(super) fn council(&self, n: usize) -> OrganisationId {
        OrganisationId::of(self.id("council", n, EPOCH))
    }

    pub(super) fn municipality(&self, n: usize) -> OrganisationId {
        OrganisationId::of(self.id("municipality", n, EPOCH))
    }

    pub(super) fn association(&self) -> OrganisationId {
        OrganisationId::of(self.id("association", 0, EPOCH))
    }
}
