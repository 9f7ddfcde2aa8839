//! The conversations of all councils: questions and answers, thanks, *speelt bij ons ook*, and what is new.
//!
//! It knows no cases and no advices. What it tells the house stands in [`Event`]; what the front page of a
//! member shows of it, in [`front`].

mod answer;
mod ask;
mod attachment;
mod events;
mod follow;
pub mod front;
mod gestures;
mod letters;
mod list;
mod live;
mod opening;
mod people_words;
pub mod persons;
mod policy;
mod read;
pub mod seed;
mod store;
mod take_back;
pub mod topic;

#[cfg(test)]
mod tests;

pub use events::{Event, follows, react};
pub use opening::opening;

use platform::Slice;
use platform::web::Route;
use policy::{Answering, Asking, Following, Marking, SayingAlso, TakingBack, Thanking, Viewing};

platform::texts!();

/// The room, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "community",
    routes,
    statements: &[store::STATEMENTS, front::STATEMENTS, persons::STATEMENTS, seed::STATEMENTS],
    persons: persons::PLACES,
    rules: policy::rules,
    contradictions: policy::contradictions,
};

fn routes() -> Vec<Route> {
    vec![
        Route::get("/gesprekken", list::list).act::<policy::Entering>(),
        Route::get("/gesprekken/nieuw", ask::ask).act::<Asking>(),
        Route::post("/gesprekken", ask::post).act::<Asking>(),
        Route::get("/gesprekken/{id}", read::read).act::<Viewing>(),
        Route::get("/gesprekken/{id}/live", live::live).act::<Viewing>(),
        Route::post("/gesprekken/{id}/antwoorden", answer::answer).act::<Answering>(),
        Route::post("/gesprekken/{id}/dank", gestures::thank).act::<Thanking>(),
        Route::post("/gesprekken/{id}/hielp", gestures::mark_helpful).act::<Marking>(),
        Route::post("/gesprekken/{id}/speelt-ook", gestures::say_also).act::<SayingAlso>(),
        Route::post("/gesprekken/{id}/volgen", follow::follow).act::<Following>(),
        Route::get("/gesprekken/{id}/terughalen/{post}", take_back::confirm).act::<TakingBack>(),
        Route::post("/gesprekken/{id}/terughalen/{post}", take_back::take_back).act::<TakingBack>(),
        Route::get("/gesprekken/{id}/bestanden/{file}", attachment::download).act::<Viewing>(),
    ]
}
