//! What this room tells the house. Nothing follows from it: what was set is simply so from now on.

use platform::id::OrganisationId;
use platform::{Kind, Ref};
use serde::{Deserialize, Serialize};

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
    Changed { organisation: OrganisationId, of: Kind, part: String, changes: Vec<Was> },
}

impl Event {
    fn of_kind(&self, kind: Kind) -> Option<&OrganisationId> {
        let Self::Changed { organisation, of, .. } = self;
        (*of == kind).then_some(organisation)
    }
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "settings";

    fn kind(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
        }
    }

    fn thing(&self) -> Ref {
        let Self::Changed { organisation, .. } = self;
        Ref::new("organisation", organisation)
    }

    fn council(&self) -> Option<&OrganisationId> {
        self.of_kind(Kind::Council)
    }

    fn municipality(&self) -> Option<&OrganisationId> {
        self.of_kind(Kind::Municipality)
    }
}
