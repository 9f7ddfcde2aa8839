//! What this room tells the house. What was set is simply so from now on; of an own sign-in whoever runs the
//! municipality gets a letter.

use platform::db::Tx;
use platform::id::OrganisationId;
use platform::jobs::Job;
use platform::trail::{Change, Line};
use platform::{App, Kind, Ref};
use serde::{Deserialize, Serialize};

use crate::sign_in::letters;

/// One setting, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was {
    pub setting: String,
    pub before: String,
    pub after: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    Changed {
        organisation: OrganisationId,
        of: Kind,
        part: String,
        changes: Vec<Was>,
    },
    /// How an organisation signs in its own people. Of a secret it is the name.
    SignInSet {
        organisation: OrganisationId,
        of: Kind,
        provider: String,
        changed: Vec<Change>,
    },
    SignInRemoved {
        organisation: OrganisationId,
        of: Kind,
        provider: String,
        changed: Vec<Change>,
    },
}

impl Event {
    fn whose(&self) -> (&OrganisationId, Kind) {
        match self {
            Self::Changed { organisation, of, .. }
            | Self::SignInSet { organisation, of, .. }
            | Self::SignInRemoved { organisation, of, .. } => (organisation, *of),
        }
    }

    fn of_kind(&self, kind: Kind) -> Option<&OrganisationId> {
        let (organisation, of) = self.whose();
        (of == kind).then_some(organisation)
    }
}

/// The names of what follows.
pub fn follows(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Changed { .. } => Vec::new(),
        Event::SignInSet { .. } | Event::SignInRemoved { .. } => vec!["settings.letter_sign_in"],
    }
}

/// Does what follows.
pub fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line) -> Job<'a> {
    Box::pin(async move { letters::tell(app, tx, line).await })
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "settings";

    fn kind(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::SignInSet { .. } => "sign_in_set",
            Self::SignInRemoved { .. } => "sign_in_removed",
        }
    }

    fn thing(&self) -> Ref {
        Ref::new("organisation", self.whose().0)
    }

    fn council(&self) -> Option<&OrganisationId> {
        self.of_kind(Kind::Council)
    }

    fn municipality(&self) -> Option<&OrganisationId> {
        self.of_kind(Kind::Municipality)
    }
}
