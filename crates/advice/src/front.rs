//! What the front page of a member or an official shows of the cases: what is theirs to do.

use platform::Actor;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result};

/// One thing that somebody is asked to do. (The front page of the house draws these fields.)
pub struct Task {
    pub path: String,
    pub title: String,
    /// In a few words: *geef uw mening over het concept*.
    pub what: String,
    pub by: Option<Day>,
    pub late: bool,
}

/// What this person is asked to do now, the most urgent first.
pub async fn tasks(_: &mut Conn, _: &Actor, _: Moment) -> Result<Vec<Task>> {
    Ok(Vec::new())
}
