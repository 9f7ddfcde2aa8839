//! Who keeps the house running is appointed and ended on a page; the last one stays.

use axum::http::StatusCode;
use identity::directory;
use platform::Role;
use platform::clock::Moment;
use platform::id::{SeatId, at};
use testing::{ASSOCIATION, Client, HOST, Who, World, on_both};

use super::keeping::seated;
use super::{PLAN, told};

on_both!(
    PLAN: one_is_appointed_and_all_hear_of_it,
    the_last_one_stays,
    nobody_else_sees_them,
    the_office_ends_no_administrator,
    whoever_keeps_it_running_from_the_association_is_one_too
);

const PATH: &str = "/beheer/beheerders";

async fn keeper(world: &World) -> Client {
    seated(world, HOST, Role::Administrator).await
}

/// Makes somebody administrator, by name.
async fn appoints(by: &Client, name: &str) {
    let page = by.visits(&format!("{PATH}?q={}", name.to_lowercase())).await;
    page.sees("Maak beheerder");
    let page = by.visits(page.links().iter().find(|l| l.contains("?wie=")).expect("a link")).await;
    page.sees("beheerder?").presses("Maak beheerder").await.sees("De beheerder is benoemd");
}

async fn subjects(world: &World, who: Who) -> Vec<String> {
    world.letters_to(who).await.into_iter().map(|letter| letter.subject).collect()
}

async fn one_is_appointed_and_all_hear_of_it(world: World) {
    let eva = keeper(&world).await;
    eva.visits(PATH).await.sees("Wie het nu is");
    eva.visits(&format!("{PATH}?q=nergens")).await.sees("Niemand gevonden");
    appoints(&eva, "Fenna").await;
    world.works().await;
    assert_eq!(subjects(&world, Who::Fenna).await, ["U bent beheerder van Beraad"]);
    assert_eq!(subjects(&world, Who::Eva).await, ["Fenna Bosma is beheerder van Beraad"]);
    // Twice is once.
    let page = eva.visits(&format!("{PATH}?wie={}", Who::Fenna.id())).await;
    page.presses("Maak beheerder").await.sees("Deze persoon is al beheerder");
    let fenna = world.fenna().await;
    let page = fenna.visits(PATH).await;
    page.sees("Eva Jansen").sees("Fenna Bosma (u zelf)");
    let end = page.links().into_iter().find(|l| l.contains("?weg=")).expect("a link");
    let page = fenna.visits(&end).await;
    page.sees("Is Eva Jansen geen beheerder meer?");
    let form = page.form("Beëindig Eva Jansen");
    form.send().await.sees("Deze persoon is geen beheerder meer").sees_not("eva@voorbeeld.example");
    form.send().await.goes_to(PATH);
    eva.visits(PATH).await.finds_nothing();
    world.works().await;
    assert_eq!(subjects(&world, Who::Eva).await[1..], ["U bent geen beheerder van Beraad meer"]);
    assert_eq!(subjects(&world, Who::Fenna).await[1..], ["Eva Jansen is geen beheerder meer"]);
    told(&world, &["people.keeper_appointed", "people.keeper_ended"]).await;
    testing::letters!(world, "administrators");
}

async fn the_last_one_stays(world: World) {
    let eva = keeper(&world).await;
    let page = eva.visits(PATH).await;
    page.sees("Er moet altijd één beheerder zijn.");
    assert!(!page.links().iter().any(|l| l.contains("?weg=")), "{:?}", page.links());
    appoints(&eva, "Fenna").await;
    let page = eva.visits(PATH).await;
    let mut ends = page.links().into_iter().filter(|l| l.contains("?weg="));
    let (own, other) = (ends.next().expect("Eva"), ends.next().expect("Fenna"));
    let (own, other) = (eva.visits(&own).await, eva.visits(&other).await);
    // Her own, as long as another is there; then that one is the last, whatever page was open.
    let late = other.form("Beëindig Fenna Bosma");
    own.form("Beëindig Eva Jansen").send_only().await.has_status(StatusCode::SEE_OTHER);
    late.send().await.finds_nothing();
    let fenna = world.fenna().await;
    fenna.visits(PATH).await.sees("Er moet altijd één beheerder zijn.").sees_not("Eva Jansen");
    let token = fenna.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    let seat = other.form("Beëindig Fenna Bosma").value("plek").expect("a seat").to_owned();
    let page = fenna.posts(&format!("{PATH}/weg"), &[("_token", &token), ("plek", &seat)]).await;
    page.is_told("Er moet altijd één beheerder zijn.");
    let page = fenna.posts(PATH, &[("_token", &token), ("wie", "niemand")]).await;
    page.is_told("Kies iemand in Beraad die toegang heeft.");
    world.works().await;
    told(&world, &["people.keeper_appointed", "people.keeper_ended"]).await;
}

async fn nobody_else_sees_them(world: World) {
    let office = seated(&world, ASSOCIATION, Role::Office).await;
    for somebody in [office, world.chaima().await, world.koos().await] {
        somebody.visits(PATH).await.finds_nothing();
        let token =
            somebody.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        let page = somebody.posts(PATH, &[("_token", &token), ("wie", Who::Fenna.id().as_str())]).await;
        page.finds_nothing();
    }
    told(&world, &[]).await;
}

async fn whoever_keeps_it_running_from_the_association_is_one_too(world: World) {
    let eva = seated(&world, ASSOCIATION, Role::Administrator).await;
    eva.visits("/organisaties").await.sees("Nieuwe organisatie").sees("Lees in uit een bestand");
    eva.visits(PATH).await.sees("Er moet altijd één beheerder zijn.");
    appoints(&eva, "Fenna").await;
    world.fenna().await.visits(PATH).await.sees("Eva Jansen").sees("Fenna Bosma (u zelf)");
    world.works().await;
}

/// Eva keeps the house running at the association; Koos is of its office, which runs the people there.
async fn the_office_ends_no_administrator(world: World) {
    let eva = seated(&world, ASSOCIATION, Role::Administrator).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(at(Moment(0), 77_701)), world.now().day().plus_days(-1));
    directory::add_seat(&mut tx, &seat, &Who::Koos.id(), &ASSOCIATION.id(), Role::Office, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    let koos = world.koos().await;
    let team = format!("/organisaties/{}/mensen", ASSOCIATION.id());
    let page = koos.visits(&team).await;
    let hers = format!("{team}/{}", seat_of(&world, Who::Eva).await);
    page.sees("Eva Jansen");
    let form = koos.visits(&format!("{hers}/einde")).await.form("Beëindig de rol").fill("reden", "own_wish");
    form.send().await.is_told("Dit is een beheerder van Beraad.");
    let form = koos.visits(&hers).await.form("Geef deze rol").fill("rol", "office");
    form.send().await.is_told("Dit is een beheerder van Beraad.");
    eva.visits(PATH).await.sees("Wie het nu is");
    told(&world, &[]).await;
}

platform::statements! {
    SEAT: (SeatId,) = "SELECT id FROM seat WHERE person = $1 AND role = 'administrator'";
}

async fn seat_of(world: &World, who: Who) -> SeatId {
    let mut reader = world.app.db().reader().await.expect("a reader");
    reader.one(SEAT, platform::args![who.id()]).await.expect("a seat").expect("a seat").0
}
