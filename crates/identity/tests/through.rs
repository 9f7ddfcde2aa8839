//! Whoever is let in by an organisation has what they are there, and nothing of what they are elsewhere.

use identity::second;
use platform::args;
use testing::{COUNCIL_A, Client, MUNICIPALITY_A, Who, World, on_both};

mod common;
use common::PLAN;

platform::statements! {
    IN_BOTH: (i64,) = "SELECT COUNT(DISTINCT organisation) FROM seat WHERE person = $1";
}

on_both!(
    PLAN: an_organisation_opens_what_is_its_own,
    what_matters_asks_for_a_letter_first,
    a_second_step_is_asked_for_what_is_opened
);

/// Dora works at the municipality and sits in the council; the municipality lets her in.
async fn dora_by_her_work(world: &World) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let token =
        identity::begin_session_through(&mut tx, &Who::Dora.id(), &MUNICIPALITY_A.id()).await.expect("a sign-in");
    tx.commit().await.expect("a sign-in");
    let browser = world.anybody();
    browser.set_cookie("beraad", &token);
    browser
}

async fn an_organisation_opens_what_is_its_own(world: World) {
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(reader.value(IN_BOTH, args![Who::Dora.id()]).await.expect("a count"), 2, "she sits at both sides");
    drop(reader);
    let page = dora_by_her_work(&world).await.visits("/mijn-gegevens").await;
    page.sees("U bent aangemeld via gemeente Lindewoude").sees("beleidsmedewerker").sees_not("raadslid");
    // By a letter to herself she is both.
    let page = world.dora().await.visits("/mijn-gegevens").await;
    page.sees("beleidsmedewerker").sees("raadslid").sees_not("U bent aangemeld via");
}

async fn what_matters_asks_for_a_letter_first(world: World) {
    let dora = dora_by_her_work(&world).await;
    for path in ["/mijn-gegevens/adres", "/mijn-gegevens/toegangssleutels"] {
        dora.visits(path).await.goes_to("/bevestigen");
    }
}

async fn a_second_step_is_asked_for_what_is_opened(world: World) {
    let dora = dora_by_her_work(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    second::demand(&mut tx, &COUNCIL_A.id(), true, None, world.now()).await.expect("it is asked");
    tx.commit().await.expect("it is asked");
    dora.visits("/mijn-gegevens").await.sees("beleidsmedewerker");
    world.dora().await.visits("/mijn-gegevens").await.sees("raadslid");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    second::demand(&mut tx, &MUNICIPALITY_A.id(), true, None, world.now()).await.expect("it is asked");
    tx.commit().await.expect("it is asked");
    // Let in as if both steps were taken there: what the organisation itself asks, it has seen.
    dora.visits("/mijn-gegevens").await.sees("beleidsmedewerker");
}
