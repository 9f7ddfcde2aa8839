//! The settings of an organisation: what it is called, how it is reached, its colour and its logo, how its
//! letters go out, what it asks of its own people, and how it signs them in itself. Each change is shown beside what it was before it
//! holds, and can be put back.
//!
//! It knows no cases and no conversations. What a council agreed about terms stands with the cases.

mod change;
pub mod colour;
mod events;
mod history;
mod logo;
mod overview;
mod parts;
mod persons;
mod policy;
mod retention;
mod room;
mod say;
pub mod seed;
mod setting;
mod sign_in;
mod store;
mod style;

#[cfg(test)]
mod tests;

pub use events::{Event, Was, follows, react};
pub use retention::{planned, see_to_it};

use platform::Slice;
use platform::policy::{contradictions, table};
use platform::web::Route;
use policy::{Changing, Settings, Viewing};
use sign_in::policy::{ListingSignIns, OwnSignIn, SeeingSignIn, SettingSignIn};

platform::texts!();

/// The room, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "settings",
    routes,
    statements: &[sign_in::STATEMENTS, store::STATEMENTS, style::STATEMENTS, logo::STATEMENTS, retention::STATEMENTS],
    persons: persons::PLACES,
    rules: || [table::<Settings>(), table::<OwnSignIn>()].concat(),
    contradictions: || [contradictions::<Settings>(), contradictions::<OwnSignIn>()].concat(),
};

fn routes() -> Vec<Route> {
    vec![
        Route::get("/onze-raad/instellingen", overview::own).own("settings"),
        Route::get("/organisaties/{id}/instellingen", overview::show).act::<Viewing>(),
        Route::get("/organisaties/{id}/instellingen/geschiedenis", history::show).act::<Viewing>(),
        Route::get("/beheer/aanmeldingen", sign_in::list::list).act::<ListingSignIns>(),
        Route::get("/organisaties/{id}/instellingen/aanmelding", sign_in::show::show).act::<SeeingSignIn>(),
        Route::get("/organisaties/{id}/instellingen/aanmelding/wijzigen", sign_in::change::ask).act::<SettingSignIn>(),
        Route::post("/organisaties/{id}/instellingen/aanmelding/wijzigen", sign_in::change::change)
            .act::<SettingSignIn>(),
        Route::get("/organisaties/{id}/instellingen/aanmelding/weg", sign_in::remove::ask).act::<SettingSignIn>(),
        Route::post("/organisaties/{id}/instellingen/aanmelding/weg", sign_in::remove::remove).act::<SettingSignIn>(),
        Route::get("/organisaties/{id}/instellingen/{part}", change::ask).act::<Changing>(),
        Route::post("/organisaties/{id}/instellingen/{part}", change::change).act::<Changing>(),
        Route::get("/stijl/{id}/{file}", style::serve).open("style"),
        Route::get("/logo/{id}/{file}", logo::serve).open("logo"),
    ]
}
