//! The case that a council and its municipality share: from the request, through the advice and the answer
//! to each recommendation, to what it changed.

mod events;
pub mod front;

pub use events::{Event, follows, planned, react};

use platform::Slice;

platform::texts!();

/// The room, as the roof sees it.
pub const SLICE: Slice =
    Slice { name: "advice", routes: Vec::new, statements: &[], rules: Vec::new, contradictions: Vec::new };
