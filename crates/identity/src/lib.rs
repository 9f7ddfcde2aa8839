//! Who is who: people, organisations, the seats they hold, signing in, and how somebody wants to read.
//!
//! It knows no rooms. What it gives them is an [`Actor`](platform::Actor) with the seats of today, and a
//! [`directory`] to look people and organisations up in.

mod account;
mod address;
mod asked;
mod attempt;
pub mod behalf;
mod carried;
pub mod directory;
mod events;
pub mod fresh;
pub mod joined;
pub mod keys;
pub mod letterhead;
pub mod letters;
mod link;
mod looks;
pub mod mailbox;
pub mod openid;
mod passkey;
pub mod people;
mod persons;
mod policy;
pub mod second;
mod send_code;
mod session;
mod sign_in;

pub use events::{Event, OF_SIGNING_IN};
pub use send_code::send_code;
pub use session::{actor, begin as begin_session, begin_through as begin_session_through, recognise};

use platform::Slice;
use platform::web::Route;

platform::texts!();

/// The service, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "identity",
    routes,
    statements: &[
        directory::STATEMENTS,
        behalf::store::STATEMENTS,
        letterhead::STATEMENTS,
        people::STATEMENTS,
        session::STATEMENTS,
        attempt::STATEMENTS,
        address::STATEMENTS,
        openid::STATEMENTS,
        openid::WHO_STATEMENTS,
        passkey::STATEMENTS,
        keys::STATEMENTS,
        joined::STATEMENTS,
        second::STATEMENTS,
        second::STORE_STATEMENTS,
        looks::STATEMENTS,
    ],
    persons: persons::PLACES,
    rules: platform::policy::table::<policy::Own>,
    contradictions: platform::policy::contradictions::<policy::Own>,
};

fn routes() -> Vec<Route> {
    vec![
        Route::get("/aanmelden", sign_in::ask).open("sign_in"),
        Route::post("/aanmelden", sign_in::send).open("sign_in"),
        Route::post("/aanmelden/code", sign_in::enter).open("sign_in"),
        Route::get("/aanmelden/link/{token}", link::show).open("sign_in"),
        Route::post("/aanmelden/link", link::enter).open("sign_in"),
        Route::get("/aanmelden/tweede-stap", second::step::show).open("sign_in"),
        Route::post("/aanmelden/tweede-stap", second::step::take).open("sign_in"),
        Route::post("/aanmelden/tweede-stap/instellen", second::set_up::take_half).open("sign_in"),
        Route::post("/aanmelden/tweede-stap/stop", second::step::stop).open("sign_in"),
        Route::post("/aanmelden/sleutel/begin", passkey::enter::begin).open("sign_in"),
        Route::post("/aanmelden/sleutel", passkey::enter::take).open("sign_in"),
        Route::post("/aanmelden/sleutel/nieuw/begin", passkey::add::begin_half).open("sign_in"),
        Route::post("/aanmelden/sleutel/nieuw", passkey::add::take_half).open("sign_in"),
        Route::get("/aanmelden/organisatie", openid::away::list).open("sign_in"),
        Route::get("/aanmelden/organisatie/{provider}", openid::away::go).open("sign_in"),
        Route::get("/aanmelden/organisatie/{provider}/terug", openid::back::show).open("sign_in"),
        Route::post("/aanmelden/organisatie/{provider}/terug", openid::back::enter).open("sign_in"),
        Route::get("/bevestigen", fresh::show).act::<policy::Securing>(),
        Route::post("/bevestigen", fresh::send).act::<policy::Securing>(),
        Route::post("/bevestigen/code", fresh::enter).act::<policy::Securing>(),
        Route::post("/afmelden", account::sign_out).act::<policy::Leaving>(),
        Route::get("/mijn-gegevens", account::show).act::<policy::Viewing>(),
        Route::post("/mijn-gegevens/rol", account::choose_seat).act::<policy::Choosing>(),
        Route::post("/mijn-gegevens/aanmeldingen", account::end_session).act::<policy::Leaving>().never_on_behalf(),
        Route::get("/mijn-gegevens/namens", behalf::show).act::<policy::Mandating>(),
        Route::post("/mijn-gegevens/namens", behalf::give).act::<policy::Mandating>(),
        Route::post("/mijn-gegevens/namens/weg", behalf::end).act::<policy::Mandating>(),
        Route::get("/namens", behalf::list).act::<policy::Assisting>(),
        Route::post("/namens", behalf::begin).act::<policy::Assisting>(),
        Route::post("/namens/vragen", behalf::ask).act::<policy::Assisting>(),
        Route::post("/namens/stop", behalf::stop).act::<policy::StoppingToAssist>(),
        Route::get("/mijn-gegevens/adres", address::show).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/adres", address::send).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/adres/code", address::enter).act::<policy::Securing>(),
        Route::get("/mijn-gegevens/tweede-stap", second::set_up::show).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/tweede-stap", second::set_up::take).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/tweede-stap/weg", second::set_up::remove).act::<policy::Securing>(),
        Route::get("/mijn-gegevens/toegangssleutels", passkey::add::show).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/toegangssleutels", passkey::add::take).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/toegangssleutels/begin", passkey::add::begin).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/toegangssleutels/weg", passkey::add::remove).act::<policy::Securing>(),
        Route::post("/mijn-gegevens/herstelcodes", second::codes::renew).act::<policy::Securing>(),
        Route::get("/weergave", looks::show).open("looks"),
        Route::post("/weergave", looks::choose).open("looks").also_on_behalf(),
    ]
}
