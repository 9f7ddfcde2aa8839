//! The address book: who is who, who sits where until when, what a council is and gets, and inviting people in.
//!
//! It knows no cases and no conversations. What is handed over with a role, or whom a case invites as its
//! guest, is joined to it in the journeys of the house, through [`front`].

mod appoint;
mod body;
mod columns;
mod council;
mod describe;
mod elsewhere;
mod end;
mod events;
pub mod front;
pub mod import;
mod interests;
mod invitation;
mod invite;
mod keepers;
mod kinds;
mod letters;
mod municipality;
mod names;
mod oneself;
mod parts;
mod person;
mod persons;
mod plan;
mod policy;
mod question;
mod register;
mod role_words;
mod room;
mod rota;
mod say;
mod seat;
pub mod seed;
pub mod sheet;
mod store;
mod team;
mod themes;
mod who;

#[cfg(test)]
mod tests;

pub use body::Body;
/// A form of council in words, by the word that is stored.
pub fn form_words(word: &str, lang: platform::Lang) -> Option<String> {
    use platform::choice::Choice;
    kinds::Form::of(word).map(|form| say::form(form, texts(lang)))
}

pub use events::{Event, follows, react};
pub use kinds::{BodyForm, Form, Law, Reason, Support};
pub use policy::{Doubles, Joining, Running};

use keepers::policy::{AppointingKeepers, SeeingKeepers};
use platform::Slice;
use platform::web::Route;
use policy::{Asking, Declaring, Describing, DescribingOneself, Entering, Meeting, SeeingTeam, Viewing};
use register::policy::{Keeping, Listing};

platform::texts!();

/// The room, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "people",
    routes,
    statements: &[
        store::bodies::STATEMENTS,
        store::book::STATEMENTS,
        store::closing::STATEMENTS,
        store::effects::STATEMENTS,
        store::facts::STATEMENTS,
        store::invitations::STATEMENTS,
        store::keepers::STATEMENTS,
        store::mergers::STATEMENTS,
        store::persons::STATEMENTS,
        store::questions::STATEMENTS,
        store::register::STATEMENTS,
        store::seats::STATEMENTS,
        store::themes::STATEMENTS,
        store::ties::STATEMENTS,
        seed::STATEMENTS,
        import::STATEMENTS,
    ],
    persons: persons::PLACES,
    rules: policy::rules,
    contradictions: policy::contradictions,
};

fn routes() -> Vec<Route> {
    vec![
        Route::get("/mensen", who::list).act::<Entering>(),
        Route::get("/mensen/themas", themes::show).act::<Keeping>(),
        Route::post("/mensen/themas", themes::change).act::<Keeping>(),
        Route::get("/mensen/{id}", person::show).act::<Meeting>(),
        Route::get("/mensen/{id}/wijzigen", oneself::ask).act::<DescribingOneself>(),
        Route::post("/mensen/{id}/wijzigen", oneself::describe).act::<DescribingOneself>(),
        Route::get("/mensen/{id}/vraag", question::write).act::<Asking>(),
        Route::post("/mensen/{id}/vraag", question::send).act::<Asking>(),
        Route::get("/adviesraden/{id}", council::show).act::<Viewing>(),
        Route::get("/gemeenten/{id}", municipality::show).act::<Viewing>(),
        Route::get("/organisaties", register::list::list).act::<Listing>(),
        Route::get("/organisaties/nieuw", register::found::ask).act::<Keeping>(),
        Route::post("/organisaties/nieuw", register::found::found).act::<Keeping>(),
        Route::get("/organisaties/inlezen", register::read_in::ask).act::<Keeping>(),
        Route::post("/organisaties/inlezen", register::read_in::read).act::<Keeping>(),
        Route::get("/organisaties/samenvoegen", register::merge::ask).act::<Keeping>(),
        Route::post("/organisaties/samenvoegen", register::merge::merge).act::<Keeping>(),
        Route::get("/organisaties/{id}/inschrijving", register::entry::show).act::<Keeping>(),
        Route::post("/organisaties/{id}/inschrijving", register::correct::correct).act::<Keeping>(),
        Route::post("/organisaties/{id}/inschrijving/gemeenten", register::tie::change_tie).act::<Keeping>(),
        Route::post("/organisaties/{id}/inschrijving/samenvoeging/terug", register::merge::take_back).act::<Keeping>(),
        Route::get("/organisaties/{id}/inschrijving/einde", register::close::ask).act::<Keeping>(),
        Route::post("/organisaties/{id}/inschrijving/einde", register::close::close).act::<Keeping>(),
        Route::post("/organisaties/{id}/inschrijving/einde/terug", register::close::take_back).act::<Keeping>(),
        Route::get("/organisaties/{id}", elsewhere::show).act::<Viewing>(),
        Route::get("/organisaties/{id}/gegevens", describe::ask).act::<Describing>(),
        Route::post("/organisaties/{id}/gegevens", describe::describe).act::<Describing>(),
        Route::get("/organisaties/{id}/belangen", interests::show).act::<Declaring>(),
        Route::post("/organisaties/{id}/belangen", interests::tell).act::<Declaring>(),
        Route::get("/onze-raad/mensen", team::own).own("team").also_on_behalf(),
        Route::get("/organisaties/{id}/mensen", team::show).act::<SeeingTeam>(),
        Route::get("/organisaties/{id}/mensen/uitnodigen", invite::ask).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/uitnodigen", invite::invite).act::<Running>(),
        Route::post("/organisaties/{id}/uitnodigingen/{invitation}", invite::change).act::<Running>(),
        Route::get("/organisaties/{id}/mensen/{seat}", seat::ask).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}", seat::arrange).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/rol", appoint::change_role).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/herbenoeming", appoint::renew).act::<Running>(),
        Route::get("/organisaties/{id}/mensen/{seat}/einde", end::ask).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/einde", end::end).act::<Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/terug", end::take_back).act::<Running>(),
        Route::get("/beheer/beheerders", keepers::show).act::<SeeingKeepers>(),
        Route::post("/beheer/beheerders", keepers::appoint).act::<AppointingKeepers>(),
        Route::post("/beheer/beheerders/weg", keepers::let_go).act::<AppointingKeepers>(),
        Route::get("/uitnodiging/{token}", invitation::show).open("invitation"),
        Route::post("/uitnodiging/{token}", invitation::accept).open("invitation"),
        Route::get("/uitnodigingen", invitation::mine).own("invitations"),
        Route::post("/uitnodigingen", invitation::accept_mine).own("invitations"),
    ]
}
