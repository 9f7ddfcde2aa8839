//! Who did what, and when: each person reads the trail of what is theirs, who runs a council or municipality that
//! of the place, and whoever keeps the house running searches all of it.
//!
//! Lines say that something happened, never what was written: the texts stand where they were written, behind
//! their own policy.

pub mod erase;
mod letter;
mod looks;
mod own;
mod place;
mod policy;
mod search;
mod store;
mod words;

use platform::policy::Rule;
use platform::web::Route;

pub(crate) use letter::letter;
pub(crate) use store::STATEMENTS;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/mijn-gegevens/spoor", own::show).act::<policy::Reading>(),
        Route::get("/organisaties/{id}/spoor", place::show).act::<policy::ReadingPlace>(),
        Route::get("/beheer/spoor", search::show).act::<policy::Searching>(),
        Route::get("/beheer/spoor/bekeken", looks::show).act::<policy::Searching>(),
    ]
}

pub(crate) fn rules() -> Vec<Rule> {
    [platform::policy::table::<policy::Book>(), platform::policy::table::<policy::PlaceBook>()].concat()
}

pub(crate) fn contradictions() -> Vec<String> {
    let places = platform::policy::contradictions::<policy::PlaceBook>();
    [platform::policy::contradictions::<policy::Book>(), places].concat()
}
