//! Letters out: how they look, the outbox, and sending them.
//!
//! A room that has something to say composes a [`Draft`]; it becomes text and HTML that say the same, and a
//! row in the outbox within the transaction that caused it. A sender takes rows out afterwards; one that is
//! sent again carries the same Message-ID.

mod draft;
mod outbox;
mod send;

pub use draft::{Draft, Letter};
pub use outbox::{Kept, STATEMENTS, at_rest, forget_sent, forget_sent_of, letter, letters_to, post};
pub use send::{Transport, TransportError, deliver, deliver_on, eml};
