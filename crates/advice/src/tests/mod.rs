//! Stories about people at one table, each on both engines; and the tables of the domain.

mod clerk;
mod domain;
mod draft;
mod embargo;
mod hidden;
mod lists;
mod looking_back;
mod numbers;
mod pages;
mod permissions;
mod quorum;
mod receipt;
mod road;
mod rules;
mod seeded;
mod sender;
mod sent_back;
mod statements;
mod term_change;
mod terms;
mod words_of;

use axum::Router;
use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Entry, Line};
use platform::{App, db::Tx};
use testing::{Client, Page, Plan, Who, World};

/// A house with identity and this room.
pub(crate) const PLAN: Plan = Plan { service, follow, hands: Hands { react, planned } };

fn service(app: App) -> Router {
    testing::service(app, &[identity::SLICE, crate::SLICE])
}

fn follow(entry: &Entry) -> Vec<&'static str> {
    if !entry.kind.starts_with("advice.") {
        return Vec::new();
    }
    serde_json::from_str(&entry.body).map(|event| crate::follows(&event)).unwrap_or_default()
}

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    crate::react(app, tx, line, name)
}

fn planned<'a>(app: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    crate::planned(app, tx, planned)
}

/// The path of the page that a form led to, without its notice.
fn path(page: &Page) -> String {
    page.path.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Bram asks council A for advice; the municipal council decides in March.
async fn a_request(world: &World) -> String {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let form = filled(page.form("Verstuur de aanvraag"));
    let sent = form.send().await;
    sent.sees("Uw aanvraag is verstuurd");
    path(&sent)
}

fn filled(form: testing::Form) -> testing::Form {
    form.fill("titel", "Dagbesteding dichter bij huis")
        .fill("kern", "Mensen met dementie zitten lang in een busje.")
        .fill("praktijk", "Drie families stopten met de dagbesteding.")
        .fill("voorwie", "210 mensen en hun familie.")
        .fill("aanleiding", "Het contract loopt af.")
        .fill("vraag", "Wat is voor deze mensen een goede plek?")
        .fill("wel", "De plekken en de tijden.")
        .fill("niet", "Het budget.")
        .with("niveau", "local")
        .with("beslist", "municipal_council")
        .fill("vergadering", "25 maart 2027")
}

/// The council took it up, with Dirk to write.
async fn a_case_in_preparation(world: &World) -> String {
    let case = a_request(world).await;
    let page = world.chaima().await.visits(&format!("{case}/ontvangst")).await;
    page.form("Bevestig de ontvangst")
        .with("opsteller[]", Who::Dirk.id().as_str())
        .send()
        .await
        .sees("De ontvangst is bevestigd");
    case
}

/// Two recommendations, written by Dirk.
async fn a_draft(world: &World) -> String {
    let case = a_case_in_preparation(world).await;
    let dirk = world.dirk().await;
    let page = dirk.visits(&format!("{case}/advies")).await;
    let form = page.form("Aanbeveling erbij").fill("titel", "Breng de plek naar de mensen");
    let form = form.fill("kort", "Een goede plek is dichtbij.").fill("gehoord", "Wij spraken negen families.");
    let page =
        form.fill("tekst-1", "Open een plek in Zuid.").fill("effect-1", "De rit duurt een kwartier.").send().await;
    let form = page
        .form("Bewaar het concept")
        .fill("tekst-2", "Vraag families wat zij vinden.")
        .fill("aan-2", "municipal_council");
    form.send().await.sees("Uw tekst is bewaard");
    case
}

/// The members agreed with the draft.
async fn an_agreed_advice(world: &World) -> String {
    let case = a_draft(world).await;
    let chaima = world.chaima().await;
    let page = chaima.visits(&format!("{case}/instemming")).await;
    let page = page.form("Open de ronde").send().await;
    page.form("Geef mijn antwoord").with("antwoord", "agrees").send().await.sees("Uw antwoord is bewaard");
    for client in [world.ans().await, world.dirk().await] {
        let page = client.visits(&format!("{case}/instemming")).await;
        page.form("Geef mijn antwoord").with("antwoord", "agrees").send().await;
    }
    chaima.visits(&format!("{case}/instemming")).await.presses("Sluit de ronde").await.sees("De ronde is gesloten");
    case
}

/// Closes the open round although hardly anybody answered.
async fn closes_all_the_same(client: &Client, case: &str) {
    let page = client.visits(&format!("{case}/instemming")).await;
    page.form("Sluit de ronde").with("zeker", "ja").send().await.sees("De ronde is gesloten");
}

/// Sends the advice without enough answers, with a reason.
async fn sends_all_the_same(client: &Client, case: &str) -> Page {
    let page = client.visits(&format!("{case}/uitbrenging")).await;
    page.form("Toch versturen").fill("reden", "De gemeenteraad vergadert morgen.").send().await
}

async fn an_issued_advice(world: &World) -> String {
    let case = an_agreed_advice(world).await;
    let page = world.chaima().await.visits(&format!("{case}/uitbrenging")).await;
    page.presses("Verstuur het advies").await.sees("Het advies is verstuurd");
    case
}

/// Els answered both and laid it before the alderman; nobody else knows.
async fn a_submitted_answer(world: &World) -> String {
    let case = an_issued_advice(world).await;
    let page = world.els().await.visits(&format!("{case}/antwoord")).await;
    answered(page.form("Leg voor aan de wethouder")).send().await.sees("Het antwoord ligt bij de wethouder");
    case
}

fn answered(form: testing::Form) -> testing::Form {
    form.with("positie-1", "adopted")
        .with("positie-2", "partly")
        .fill("reden-2", "Wij vragen het één keer per jaar.")
        .fill("toezegging-2", "Een gesprek met families")
        .fill("wie-2", "Els Vermeer")
        .fill("voor-2", "1 mei 2027")
}

async fn a_published_answer(world: &World) -> String {
    let case = a_submitted_answer(world).await;
    let page = world.willem().await.visits(&format!("{case}/antwoord/publicatie")).await;
    page.presses("Keur goed en verstuur het antwoord").await.sees("Het antwoord is verstuurd");
    case
}
