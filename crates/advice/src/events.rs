//! What the advice room tells the house, and what follows from it.

use platform::db::Tx;
use platform::jobs::{Job, Trouble};
use platform::trail::Line;
use platform::{App, Ref};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    Requested { case: String },
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "advice";

    fn kind(&self) -> &'static str {
        match self {
            Self::Requested { .. } => "requested",
        }
    }

    fn thing(&self) -> Ref {
        match self {
            Self::Requested { case } => Ref::new("case", case),
        }
    }
}

/// The names of the reactions to an event.
pub fn follows(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Requested { .. } => Vec::new(),
    }
}

/// Does what follows.
pub fn react<'a>(_: &'a App, _: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    Box::pin(async move { Err(Trouble::GiveUp(format!("{name} does not follow from {}", line.kind))) })
}

/// Does what was planned for now.
pub fn planned<'a>(_: &'a App, _: &'a mut Tx, planned: &'a platform::jobs::Planned) -> Job<'a> {
    Box::pin(async move { Err(Trouble::GiveUp(format!("nobody planned {}", planned.name))) })
}
