//! The case that a council and its municipality share: from the request, through the advice and the answer
//! to each recommendation, to what it changed.
//!
//! The middle is pure: [`case`] says what may happen, [`stage`] where it is, [`turn`] who is to move and
//! [`term`] by when. What one side prepares is not there for the other until it is sent.

mod answer;
mod answer_form;
mod attach;
mod board;
mod calendar;
pub mod case;
mod case_page;
mod circle;
mod consent;
mod consent_page;
mod decide;
mod draft;
mod draft_form;
mod embargo;
mod events;
mod eyes;
mod faults;
mod file;
mod finished;
mod follow;
pub mod front;
pub mod guests;
pub mod hand_over;
mod issue;
pub mod kinds;
mod leave;
mod letter;
mod letters;
mod note;
mod open;
mod open_page;
mod paper;
mod papers;
mod parts;
pub mod persons;
mod plans;
mod policy;
mod publish;
mod react;
mod receive;
mod request;
mod request_page;
mod room;
mod round;
mod rule_book;
mod rule_form;
mod rule_page;
mod rule_words;
mod rules_page;
mod say;
pub mod seed;
mod seed_rows;
mod show;
pub mod stage;
pub mod standstill;
mod store;
mod table;
mod tell_rule;
pub mod term;
mod term_change;
mod term_page;
mod timeline;
pub mod turn;
mod write;

#[cfg(test)]
mod tests;

pub use events::{Event, Of, follows};
pub use react::{planned, react};

use platform::Slice;
use platform::policy::{Rule, contradictions, table};
use platform::web::Route;

use case::Case;
use paper::Document;
use rule_book::RuleBook;
use table::Table;

platform::texts!();

/// The room, as the roof sees it.
pub const SLICE: Slice = Slice {
    name: "advice",
    routes,
    statements: store::STATEMENTS,
    persons: persons::PLACES,
    rules,
    contradictions: contradictory,
};

fn rules() -> Vec<Rule> {
    [table::<Case>(), table::<Table>(), table::<Document>(), table::<RuleBook>()].concat()
}

fn contradictory() -> Vec<String> {
    [contradictions::<Case>(), contradictions::<Table>(), contradictions::<Document>(), contradictions::<RuleBook>()]
        .concat()
}

fn routes() -> Vec<Route> {
    use policy::*;
    vec![
        Route::get("/onze-raad", board::council).act::<table::Seeing>(),
        Route::get("/dossiers", board::municipality).act::<table::Seeing>(),
        Route::get("/dossiers/afgerond", finished::show).act::<table::Seeing>(),
        Route::get("/dossiers/nieuw", open::ask).act::<table::Beginning>(),
        Route::post("/dossiers/nieuw", open::open).act::<table::Beginning>(),
        Route::get("/organisaties/{id}/instellingen/termijn", rules_page::show).act::<rule_book::Reading>(),
        Route::get("/organisaties/{id}/instellingen/termijn/nieuw", rule_page::ask).act::<rule_book::LayingDown>(),
        Route::post("/organisaties/{id}/instellingen/termijn/nieuw", rule_page::lay_down)
            .act::<rule_book::LayingDown>(),
        Route::get("/dossiers/{id}", show::show).act::<Viewing>(),
        Route::get("/dossiers/{id}/termijn", term_page::show).act::<Viewing>(),
        Route::get("/dossiers/{id}/termijn/verlengen", term_change::extend::ask).act::<ChangingTerm>(),
        Route::post("/dossiers/{id}/termijn/verlengen", term_change::extend::extend).act::<ChangingTerm>(),
        Route::get("/dossiers/{id}/termijn/stilzetten", term_change::pause::ask).act::<ChangingTerm>(),
        Route::post("/dossiers/{id}/termijn/stilzetten", term_change::pause::pause).act::<ChangingTerm>(),
        Route::get("/dossiers/{id}/termijn/hervatten", term_change::resume::ask).act::<ChangingTerm>(),
        Route::post("/dossiers/{id}/termijn/hervatten", term_change::resume::resume).act::<ChangingTerm>(),
        Route::get("/dossiers/{id}/aanvraag", request_page::show).act::<Viewing>(),
        Route::get("/dossiers/{id}/aanvraag/indienen", file::ask_on).act::<FilingRequest>(),
        Route::post("/dossiers/{id}/aanvraag/indienen", file::file_on).act::<FilingRequest>(),
        Route::get("/dossiers/{id}/ontvangst", receive::ask).act::<Receiving>(),
        Route::post("/dossiers/{id}/ontvangst", receive::receive).act::<Receiving>(),
        Route::get("/dossiers/{id}/stukken", papers::ask).act::<AddingDocument>(),
        Route::post("/dossiers/{id}/stukken", papers::add).act::<AddingDocument>(),
        Route::get("/dossiers/{id}/stukken/{document}", papers::open).act::<paper::Opening>(),
        Route::get("/dossiers/{id}/notities", note::ask).act::<Noting>(),
        Route::post("/dossiers/{id}/notities", note::add).act::<Noting>(),
        Route::get("/dossiers/{id}/advies", write::show).act::<ReadingDraft>(),
        Route::post("/dossiers/{id}/advies", write::save).act::<WritingDraft>(),
        Route::post("/dossiers/{id}/andere-mening", consent::tell_minority).act::<Consenting>(),
        Route::get("/dossiers/{id}/instemming", consent::show).act::<ReadingDraft>(),
        Route::post("/dossiers/{id}/instemming", consent::post).act::<Consenting>(),
        Route::get("/dossiers/{id}/uitbrenging", issue::ask).act::<Issuing>(),
        Route::post("/dossiers/{id}/uitbrenging", issue::issue).act::<Issuing>(),
        Route::get("/dossiers/{id}/brief", letter::show).act::<Viewing>(),
        Route::get("/dossiers/{id}/brief.pdf", letter::print).act::<Viewing>(),
        Route::get("/dossiers/{id}/antwoord", answer::show).act::<ReadingAnswer>(),
        Route::post("/dossiers/{id}/antwoord", answer::save).act::<WritingAnswer>(),
        Route::get("/dossiers/{id}/antwoord/publicatie", publish::ask).act::<ReadingAnswer>(),
        Route::post("/dossiers/{id}/antwoord/akkoord", publish::approve_only).act::<Publishing>(),
        Route::post("/dossiers/{id}/antwoord/publicatie", publish::publish).act::<Publishing>(),
        Route::post("/dossiers/{id}/antwoord/terug", publish::send_back).act::<Publishing>(),
        Route::get("/dossiers/{id}/besluit", decide::ask).act::<Deciding>(),
        Route::post("/dossiers/{id}/besluit", decide::decide).act::<Deciding>(),
        Route::get("/dossiers/{id}/volgen", follow::show).act::<Viewing>(),
        Route::post("/dossiers/{id}/volgen", follow::post).act::<Following>(),
        Route::get("/dossiers/{id}/embargo", embargo::ask).act::<SettingEmbargo>(),
        Route::post("/dossiers/{id}/embargo", embargo::change).act::<SettingEmbargo>(),
        Route::get("/dossiers/{id}/kring", circle::ask).act::<Confiding>(),
        Route::post("/dossiers/{id}/kring", circle::change).act::<Confiding>(),
        Route::get("/dossiers/{id}/intrekken", leave::ask_withdraw).act::<Withdrawing>(),
        Route::post("/dossiers/{id}/intrekken", leave::withdraw).act::<Withdrawing>(),
        Route::get("/dossiers/{id}/afzien", leave::ask_decline).act::<Declining>(),
        Route::post("/dossiers/{id}/afzien", leave::decline).act::<Declining>(),
        Route::get("/dossiers/{id}/afronden", leave::ask_conclude).act::<Concluding>(),
        Route::post("/dossiers/{id}/afronden", leave::conclude).act::<Concluding>(),
    ]
}
