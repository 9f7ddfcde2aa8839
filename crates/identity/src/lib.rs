//! Who is who: people, organisations, the seats they hold, signing in, and how somebody wants to read.
//!
//! It knows no rooms. What it gives them is an [`Actor`](platform::Actor) with the seats of today, and a
//! [`directory`] to look people and organisations up in.

mod account;
mod attempt;
pub mod directory;
mod events;
pub mod letters;
mod looks;
pub mod people;
mod policy;
mod session;
mod sign_in;

pub use events::Event;
pub use session::{actor, begin as begin_session, recognise};
pub use sign_in::send_code;

use platform::Slice;
use platform::web::Route;

platform::texts!();

/// The service, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "identity",
    routes,
    statements: &[
        directory::STATEMENTS,
        people::STATEMENTS,
        session::STATEMENTS,
        attempt::STATEMENTS,
        looks::STATEMENTS,
    ],
    rules: platform::policy::table::<policy::Own>,
    contradictions: platform::policy::contradictions::<policy::Own>,
};

fn routes() -> Vec<Route> {
    vec![
        Route::get("/aanmelden", sign_in::ask).open("sign_in"),
        Route::post("/aanmelden", sign_in::send).open("sign_in"),
        Route::post("/aanmelden/code", sign_in::enter).open("sign_in"),
        Route::post("/afmelden", account::sign_out).act::<policy::Leaving>(),
        Route::get("/mijn-gegevens", account::show).act::<policy::Viewing>(),
        Route::post("/mijn-gegevens/rol", account::choose_seat).act::<policy::Choosing>(),
        Route::post("/mijn-gegevens/aanmeldingen", account::end_session).act::<policy::Leaving>(),
        Route::get("/weergave", looks::show).open("looks"),
        Route::post("/weergave", looks::choose).open("looks"),
    ]
}
