//! What the community tells the house, and what follows from it.

use platform::db::Tx;
use platform::id::OrganisationId;
use platform::jobs::{Job, Trouble};
use platform::trail::Line;
use platform::{App, Ref};
use serde::{Deserialize, Serialize};

use crate::letters;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    Asked {
        topic: String,
        council: Option<OrganisationId>,
    },
    Answered {
        topic: String,
        post: String,
    },
    /// The asker said: this helped.
    Helped {
        topic: String,
        post: String,
    },
    Thanked {
        topic: String,
        post: String,
    },
    AlsoHere {
        topic: String,
        council: OrganisationId,
    },
    TakenBack {
        topic: String,
        post: String,
    },
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "community";

    fn kind(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::Answered { .. } => "answered",
            Self::Helped { .. } => "helped",
            Self::Thanked { .. } => "thanked",
            Self::AlsoHere { .. } => "also_here",
            Self::TakenBack { .. } => "taken_back",
        }
    }

    fn thing(&self) -> Ref {
        let (Self::Asked { topic, .. }
        | Self::Answered { topic, .. }
        | Self::Helped { topic, .. }
        | Self::Thanked { topic, .. }
        | Self::AlsoHere { topic, .. }
        | Self::TakenBack { topic, .. }) = self;
        Ref::new("topic", topic)
    }

    fn council(&self) -> Option<&OrganisationId> {
        match self {
            Self::Asked { council, .. } => council.as_ref(),
            Self::AlsoHere { council, .. } => Some(council),
            Self::Answered { .. } | Self::Helped { .. } | Self::Thanked { .. } | Self::TakenBack { .. } => None,
        }
    }
}

/// The names of the reactions to an event.
pub fn follows(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Answered { .. } => vec!["community.letter_answered"],
        Event::Helped { .. } => vec!["community.letter_helped"],
        Event::Thanked { .. } => vec!["community.letter_thanked"],
        Event::Asked { .. } | Event::AlsoHere { .. } | Event::TakenBack { .. } => Vec::new(),
    }
}

/// Does what follows.
pub fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    Box::pin(async move {
        match (name, line.event::<Event>()) {
            ("community.letter_answered", Some(Event::Answered { topic, post })) => {
                letters::answered(app, tx, &topic, &post).await
            }
            ("community.letter_helped", Some(Event::Helped { topic, post })) => {
                letters::helped(app, tx, &topic, &post).await
            }
            ("community.letter_thanked", Some(Event::Thanked { topic, post })) => {
                letters::thanked(app, tx, line, &topic, &post).await
            }
            _ => Err(Trouble::GiveUp(format!("{name} does not follow from {}", line.kind))),
        }
    })
}
