//! What a slice hands upward: one constant, from which the house makes its router, its tables and its checks.

use crate::db::Listed;
use crate::persons::Place;
use crate::policy::Rule;
use crate::web::Route;

/// One room or service, as the roof sees it.
#[derive(Clone, Copy)]
pub struct Slice {
    pub name: &'static str,
    /// Method, path, act and handler of each page and form.
    pub routes: fn() -> Vec<Route>,
    /// Every SQL statement, to be prepared and run on both engines.
    pub statements: &'static [&'static [Listed]],
    /// The columns of its tables that name a person.
    pub persons: &'static [Place],
    /// Its permissions, written out.
    pub rules: fn() -> Vec<Rule>,
    /// What in its permissions contradicts itself; a test wants this empty.
    pub contradictions: fn() -> Vec<String>,
}

/// The statements of the cellar itself.
pub const PLATFORM_STATEMENTS: &[&[Listed]] = &[
    crate::trail::STATEMENTS,
    crate::jobs::STATEMENTS,
    crate::files::STATEMENTS,
    crate::looked::STATEMENTS,
    crate::app::STATEMENTS,
    crate::web::once::STATEMENTS,
];

crate::persons! {
    "file", "by_person", "id";
}

/// The columns of the cellar itself that name a person.
pub const PLATFORM_PERSONS: &[Place] = PLACES;
