//! The roof: which slices there are, what follows from what, the server, the demo country and the commands.

pub mod check;
pub mod cli;
pub mod demo;
pub mod examples;
mod guides;
mod journeys;
mod pages;
pub mod react;
pub mod rights;
pub mod serve;
pub mod trail;

use platform::Slice;
use platform::persons::Place;
use platform::policy::Rule;
use platform::slice::PLATFORM_PERSONS;
use platform::web::Route;

platform::texts!();

/// Every room and service. From this one list come the router, the permission table and the checks.
pub const SLICES: &[Slice] = &[identity::SLICE, people::SLICE, settings::SLICE, community::SLICE, advice::SLICE];

/// All routes but those of the demo.
pub fn routes() -> Vec<Route> {
    let rooms = SLICES.iter().flat_map(|slice| (slice.routes)());
    rooms.chain(journeys::routes()).chain(trail::routes()).chain(pages::routes()).collect()
}

/// The whole permission table.
pub fn rules() -> Vec<Rule> {
    SLICES.iter().flat_map(|slice| (slice.rules)()).chain(trail::rules()).collect()
}

/// What in the permissions contradicts itself; a test wants this empty.
pub fn contradictions() -> Vec<String> {
    SLICES.iter().flat_map(|slice| (slice.contradictions)()).chain(trail::contradictions()).collect()
}

/// Every column that names a person.
pub fn persons() -> Vec<&'static Place> {
    SLICES.iter().flat_map(|slice| slice.persons).chain(PLATFORM_PERSONS).collect()
}

/// Every statement in the house.
pub fn statements() -> impl Iterator<Item = &'static platform::db::Listed> {
    let rooms = SLICES.iter().flat_map(|slice| slice.statements.iter());
    let all = rooms.chain(platform::slice::PLATFORM_STATEMENTS).chain(&[mail::STATEMENTS]).copied();
    let persons = SLICES.iter().flat_map(|slice| slice.persons).chain(PLATFORM_PERSONS).flat_map(Place::listed);
    all.flatten()
        .chain(persons)
        .chain(check::STATEMENTS)
        .chain(trail::STATEMENTS)
        .chain(trail::erase::STATEMENTS)
        .chain(demo::STATEMENTS)
        .chain(examples::STATEMENTS)
}
