//! Who did what: everybody reads their own lines, an administrator all of them, and nobody else's texts.

use platform::Role;
use platform::id::{PersonId, SeatId, at};
use platform::{Moment, args};
use testing::{COUNCIL_A, Client, HOST, MUNICIPALITY_A, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: everybody_reads_what_is_theirs,
    who_runs_a_place_reads_what_happened_there,
    an_administrator_searches_all_of_it,
    what_was_refused_is_in_it,
    each_kind_has_words
);

/// Eva gets the seat of an administrator.
async fn an_administrator(world: &World) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, person): (SeatId, PersonId) = (SeatId::of(at(Moment(0), 77_777)), Who::Eva.id());
    let from = world.now().day().plus_days(-1);
    identity::directory::add_seat(&mut tx, &seat, &person, &HOST.id(), Role::Administrator, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    world.eva().await
}

async fn everybody_reads_what_is_theirs(world: World) {
    let things = things(&world).await;
    let page = world.bram().await.visits("/mijn-gegevens/spoor").await;
    page.sees("Vroeg de raad om advies.").sees("op de site").sees_not("Dagbesteding");
    assert!(page.links().contains(&things.case), "the line leads to the case, which asks its own policy");
    let page = world.fenna().await.visits("/mijn-gegevens/spoor").await;
    page.sees_not("Vroeg de raad om advies.");
    world.fenna().await.visits("/mijn-gegevens/spoor?bladzijde=99").await.finds_nothing();
    world.fenna().await.visits("/beheer/spoor").await.finds_nothing();
}

async fn who_runs_a_place_reads_what_happened_there(world: World) {
    things(&world).await;
    let path = |place: testing::Place| format!("/organisaties/{}/spoor", place.id());
    let chaima = world.chaima().await.visits(&path(COUNCIL_A)).await;
    chaima.sees("Bram de Wit : Vroeg de raad om advies.").sees("Chaima El Amrani : Nodigde iemand uit");
    chaima.sees_not("Dagbesteding").sees_not("netwerk");
    // Across the table what both did stands there too, and nothing of the council alone.
    let bram = world.bram().await.visits(&path(MUNICIPALITY_A)).await;
    bram.sees("Bram de Wit : Vroeg de raad om advies.").sees_not("Nodigde iemand uit");
    for who in [Who::Dirk, Who::Bram, Who::Fenna, Who::Koos] {
        world.client(who).await.visits(&path(COUNCIL_A)).await.is_refused();
    }
    world.eva().await.visits(&path(COUNCIL_A)).await.finds_nothing();
    an_administrator(&world).await.visits(&path(COUNCIL_A)).await.sees("Vroeg de raad om advies.");
    world.chaima().await.visits("/organisaties/01ARZ3NDEKTSV4RRFFQ69G5FAV/spoor").await.finds_nothing();
}

async fn an_administrator_searches_all_of_it(world: World) {
    things(&world).await;
    let eva = an_administrator(&world).await;
    eva.visits("/beheer/spoor").await.sees("Bram de Wit : Vroeg de raad om advies.").sees_not("Dagbesteding");
    eva.visits("/beheer/spoor?wie=BRAM&waar=advice").await.sees("Vroeg de raad om advies.");
    eva.visits("/beheer/spoor?wie=bram%40voorbeeld.example").await.sees("Vroeg de raad om advies.");
    for none in
        ["wie=fenna&waar=advice", "waar=community&wie=bram", "tot=1+januari+2020", "van=1+januari+2090", "geweigerd=1"]
    {
        eva.visits(&format!("/beheer/spoor?{none}")).await.sees("Hier is nog niets").sees_not("Vroeg de raad");
    }
    let page = eva.visits("/beheer/spoor?van=gisteren+of+zo").await;
    page.sees("Schrijf een dag zoals 24 november 2026.");
    assert_eq!(page.attribute("#van", "value").as_deref(), Some("gisteren of zo"), "what was typed is kept");
}

async fn what_was_refused_is_in_it(world: World) {
    let things = things(&world).await;
    let greet = world.greet().await;
    let token = greet.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    greet.posts(&format!("{}/ontvangst", things.case), &[("_token", &token)]).await.is_refused();
    let page = an_administrator(&world).await.visits("/beheer/spoor?geweigerd=1").await;
    page.sees("Greet Kuiper : Wilde iets doen dat niet mocht.").sees("geweigerd");
    world.trail().await.reads(&[
        "community.asked",
        "community.asked",
        "community.asked",
        "advice.requested",
        "people.invited",
    ]);
    let mut reader = world.app.db().reader().await.expect("a reader");
    let whole = platform::trail::check(&mut reader).await.expect("it can be walked");
    assert!(whole.is_ok(), "{whole:?}");
}

platform::statements! {
    KINDS: (String,) = "SELECT DISTINCT kind FROM event ORDER BY kind";
}

async fn each_kind_has_words(world: World) {
    let things = things(&world).await;
    let token = world.dirk().await.visits(&things.everybody.path).await;
    token.form("Plaats mijn antwoord").fill("tekst", "Vraag het hun eens.").send().await;
    world.works().await;
    let eva = an_administrator(&world).await;
    let page = eva.visits("/beheer/spoor").await;
    let mut reader = world.app.db().reader().await.expect("a reader");
    let kinds = reader.all(KINDS, args![]).await.expect("the kinds");
    assert!(kinds.len() > 1);
    for (kind,) in kinds {
        page.sees_not(&kind);
    }
}
