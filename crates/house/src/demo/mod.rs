//! The demo: an invented country, a button for each person, the outgoing mail, and a clock to set.
//!
//! Nothing here is served by `beraad serve`; a test shows it.

mod clock;
mod fill;
mod measure;
mod people;
mod post;
mod start;

use platform::Moment;
use platform::db::Listed;
use platform::web::Route;

pub use fill::prepare;
pub use people::{Persona, who_there_is};

/// What country is wanted, and when it begins.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// What people and texts are drawn from; nothing: what is there, or else 1.
    pub seed: Option<u64>,
    /// How many times 250 councils; nothing: what is there, or else 1.
    pub scale: Option<usize>,
    /// The moment at which the clock of the house is set; nothing: as it was, or the machine's.
    pub now: Option<Moment>,
    /// No more than so many conversations and so many cases; nothing: all of them. A test that fills many does
    /// not wait for five thousand.
    pub most: Option<usize>,
}

pub(crate) const STATEMENTS: &[Listed] = people::STATEMENTS;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/demo", start::start).open("demo"),
        Route::get("/demo/personen", people::list).open("demo"),
        Route::post("/demo/aanmelden", people::sign_in).open("demo").also_on_behalf(),
        Route::get("/demo/post.json", post::list).open("demo"),
        Route::get("/demo/post/{file}", post::show).open("demo"),
        Route::post("/demo/klok", clock::set).open("demo").also_on_behalf(),
        Route::get("/demo/rust", clock::rest).open("demo"),
        Route::get("/demo/maatstaf", measure::paths).open("demo"),
    ]
}
