//! The rows of this room. A function that writes asks for the permit, and reads from it by whom and on what.

pub mod bodies;
pub mod book;
pub mod closing;
pub mod effects;
pub mod facts;
pub mod invitations;
pub mod keepers;
pub mod mergers;
pub mod persons;
pub mod questions;
pub mod register;
pub mod seats;
pub mod themes;
pub mod ties;
