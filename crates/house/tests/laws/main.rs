//! What holds for every room, asked once of all of them.

mod access;
mod behalf;
mod canaries;
mod doubles;
mod erase;
mod examples;
mod faults;
mod forms;
mod guests;
mod guests_asked;
mod headers;
mod held;
mod home;
mod hostile;
mod keys;
mod live;
mod looks;
mod matrix;
mod moments;
mod outward;
mod paces;
mod program;
mod routes;
mod scanner;
mod security;
mod standing;
mod statements;
mod things;
mod trail;
mod unseen;
mod wire;

use testing::Plan;

/// The whole house.
pub const PLAN: Plan =
    Plan { service: house::serve::service, follow: house::react::follows, hands: house::react::HANDS };
