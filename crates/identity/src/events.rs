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
    /// Somebody was not let in, and why.
    SignInRefused {
        attempt: String,
        why: String,
    },
    SignedIn {
        person: PersonId,
        /// `code`, `link`, `app`, `recovery_code` or `passkey`.
        #[serde(default)]
        by: String,
    },
    /// The first step was taken; a second one is asked.
    SignedInHalf {
        person: PersonId,
        by: String,
    },
    SecondStepRefused {
        person: PersonId,
    },
    /// Somebody showed once more who they are.
    Proved {
        person: PersonId,
    },
    AddressChanged {
        person: PersonId,
        before: String,
        after: String,
    },
    SecondStepSet {
        person: PersonId,
        with: String,
    },
    SecondStepRemoved {
        person: PersonId,
        with: String,
    },
    RecoveryCodesMade {
        person: PersonId,
    },
    /// An organisation's own sign-in was tied to somebody.
    KnownElsewhere {
        person: PersonId,
        provider: String,
    },
    /// Roles that were given or ended because of what their organisation says.
    RolesBrought {
        person: PersonId,
        given: Vec<String>,
        ended: Vec<String>,
    },
    SignedOut {
        person: PersonId,
    },
    SeatChosen {
        person: PersonId,
        seat: String,
    },
    /// Somebody may work in the name of `person`, until and including a day.
    MandateGiven {
        person: PersonId,
        helper: PersonId,
        mandate: String,
        until: String,
    },
    MandateEnded {
        person: PersonId,
        helper: PersonId,
        mandate: String,
    },
    MandateAsked {
        person: PersonId,
        helper: PersonId,
    },
    AssistanceBegun {
        person: PersonId,
        helper: PersonId,
        mandate: String,
    },
    AssistanceEnded {
        person: PersonId,
        helper: PersonId,
    },
}

/// The kinds of lines that say who signed in, from where, or tried to: what one keeps only for as long as somebody
/// may want to look into it.
pub const OF_SIGNING_IN: &[&str] = &[
    "identity.code_asked",
    "identity.sign_in_refused",
    "identity.signed_in",
    "identity.signed_in_half",
    "identity.second_step_refused",
    "identity.proved",
    "identity.signed_out",
    "identity.seat_chosen",
];

impl platform::trail::Event for Event {
    const SLICE: &'static str = "identity";

    fn kind(&self) -> &'static str {
        match self {
            Self::CodeAsked { .. } => "code_asked",
            Self::SignInRefused { .. } => "sign_in_refused",
            Self::SignedIn { .. } => "signed_in",
            Self::SignedInHalf { .. } => "signed_in_half",
            Self::SecondStepRefused { .. } => "second_step_refused",
            Self::Proved { .. } => "proved",
            Self::AddressChanged { .. } => "address_changed",
            Self::SecondStepSet { .. } => "second_step_set",
            Self::SecondStepRemoved { .. } => "second_step_removed",
            Self::RecoveryCodesMade { .. } => "recovery_codes_made",
            Self::KnownElsewhere { .. } => "known_elsewhere",
            Self::RolesBrought { .. } => "roles_brought",
            Self::SignedOut { .. } => "signed_out",
            Self::SeatChosen { .. } => "seat_chosen",
            Self::MandateGiven { .. } => "mandate_given",
            Self::MandateEnded { .. } => "mandate_ended",
            Self::MandateAsked { .. } => "mandate_asked",
            Self::AssistanceBegun { .. } => "assistance_begun",
            Self::AssistanceEnded { .. } => "assistance_ended",
        }
    }

    fn thing(&self) -> Ref {
        match self {
            Self::CodeAsked { attempt } | Self::SignInRefused { attempt, .. } => Ref::new("sign_in", attempt),
            Self::SignedIn { person, .. }
            | Self::SignedInHalf { person, .. }
            | Self::SignedOut { person }
            | Self::SeatChosen { person, .. }
            | Self::SecondStepRefused { person }
            | Self::Proved { person }
            | Self::AddressChanged { person, .. }
            | Self::SecondStepSet { person, .. }
            | Self::SecondStepRemoved { person, .. }
            | Self::KnownElsewhere { person, .. }
            | Self::RolesBrought { person, .. }
            | Self::MandateGiven { person, .. }
            | Self::MandateEnded { person, .. }
            | Self::MandateAsked { person, .. }
            | Self::AssistanceBegun { person, .. }
            | Self::AssistanceEnded { person, .. }
            | Self::RecoveryCodesMade { person } => Ref::new("person", person),
        }
    }
}
