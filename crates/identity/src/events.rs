//! What identity tells the house.

use platform::Ref;
use platform::id::PersonId;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// Somebody asked for a code; whether the address is known shows later, in the letter or its absence.
    CodeAsked {
        attempt: String,
    },
    SignedIn {
        person: PersonId,
    },
    SignedOut {
        person: PersonId,
    },
    SeatChosen {
        person: PersonId,
        seat: String,
    },
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "identity";

    fn kind(&self) -> &'static str {
        match self {
            Self::CodeAsked { .. } => "code_asked",
            Self::SignedIn { .. } => "signed_in",
            Self::SignedOut { .. } => "signed_out",
            Self::SeatChosen { .. } => "seat_chosen",
        }
    }

    fn thing(&self) -> Ref {
        match self {
            Self::CodeAsked { attempt } => Ref::new("sign_in", attempt),
            Self::SignedIn { person } | Self::SignedOut { person } | Self::SeatChosen { person, .. } => {
                Ref::new("person", person)
            }
        }
    }
}
