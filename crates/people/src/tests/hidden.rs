//! Inviting tells nobody who is in the house: somebody whom one may not meet looks like an unknown address.

use axum::http::StatusCode;
use identity::directory::{self, NewPerson, Salutation};
use platform::clock::machine_now;
use platform::id::{PersonId, SeatId};
use platform::web::Pace;
use platform::{Day, Role, args};
use testing::{COUNCIL_A, COUNCIL_B, Client, HOST, MUNICIPALITY_A, Place, Who, World, on_both};

use super::inviting::preview;
use super::keeping::office;
use super::{PLAN, team, told};

platform::statements! {
    BACK: () = "DELETE FROM invitation_withdrawal WHERE invitation IN (SELECT id FROM invitation WHERE person = $1)";
    SEATS: (i64,) = "SELECT COUNT(*) FROM seat WHERE person = $1";
}

on_both!(
    PLAN: who_is_hidden_looks_like_an_unknown_address,
    who_may_be_met_is_shown_by_their_own_name,
    whoever_says_yes_is_no_stranger_any_more,
    who_has_no_access_cannot_be_invited,
    whoever_lost_access_gets_no_letter_again,
    looking_addresses_up_is_searching,
    two_letters_for_one_role_give_one_place,
    what_only_begins_later_makes_nobody_known,
    whoever_has_no_access_is_not_counted
);

/// Somebody with a place somewhere, of whom a council elsewhere knows nothing.
async fn lives(world: &World, name: &str, seat: Option<(Place, Role, Day, Option<Day>)>) -> String {
    let (id, address) = (PersonId::fresh(), format!("{}@ergens.example", name.to_lowercase()));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let new = NewPerson {
        id: &id,
        name: &format!("{name} Geheim"),
        first_name: name,
        last_name: "Geheim",
        salutation: Salutation::None,
        address: &address,
    };
    directory::add_person(&mut tx, &new, world.now(), world.now()).await.expect("somebody");
    if let Some((place, role, from, until)) = seat {
        let seat = SeatId::fresh();
        directory::add_seat(&mut tx, &seat, &id, &place.id(), role, from, until).await.expect("a seat");
    }
    tx.commit().await.expect("somebody");
    address
}

async fn looks(browser: &Client, address: &str) -> String {
    let page = preview(browser, &team(COUNCIL_A), &format!("Vera Vos;{address}")).await;
    page.sees("Er gaat één uitnodiging weg").sees("Vera Vos");
    page.text().replace(address, "…")
}

async fn who_is_hidden_looks_like_an_unknown_address(world: World) {
    let chaima = world.chaima().await;
    let unknown = looks(&chaima, "nergens@nieuw.example").await;
    let (today, later) = (world.now().day(), world.now().day().plus_days(30));
    let before = today.plus_days(-1);
    let hidden = [
        lives(&world, "Zonder", None).await,
        lives(&world, "Gast", Some((MUNICIPALITY_A, Role::Guest, today, None))).await,
        lives(&world, "Straks", Some((COUNCIL_B, Role::Member, later, None))).await,
        lives(&world, "Vergissing", Some((COUNCIL_B, Role::Member, today, Some(before)))).await,
        lives(&world, "Beheer", Some((HOST, Role::Administrator, before, None))).await,
        Who::Eva.address(),
    ];
    for address in &hidden {
        assert_eq!(looks(&chaima, address).await, unknown, "{address}");
    }
    // Invited elsewhere, and not come yet.
    let office = office(&world).await;
    let page = preview(&office, &team(COUNCIL_B), "Nora Nieuw;nora@nieuw.example").await;
    page.presses("Verstuur de uitnodiging").await;
    assert_eq!(looks(&chaima, "nora@nieuw.example").await, unknown);
    world.works().await;
}

async fn who_may_be_met_is_shown_by_their_own_name(world: World) {
    let line = format!("F. Bos;{}", Who::Fenna.address());
    let page = preview(&world.chaima().await, &team(COUNCIL_A), &line).await;
    page.sees("Fenna Bosma").sees("Wij kennen dit adres als Fenna Bosma. Die naam blijft staan.");
    // The office may meet everybody.
    let line = format!("Vera Vos;{}", lives(&world, "Zonder", None).await);
    preview(&office(&world).await, &team(COUNCIL_A), &line).await.sees("Zonder Geheim");
}

async fn whoever_says_yes_is_no_stranger_any_more(world: World) {
    let (chaima, eva) = (world.chaima().await, world.eva().await);
    let page = preview(&chaima, &team(COUNCIL_A), &format!("Vera Vos;{}", Who::Eva.address())).await;
    let page = page.presses("Verstuur de uitnodiging").await;
    page.sees("Vera Vos , raadslid").sees_not("Eva Jansen").sees_not("Jansen");
    world.works().await;
    let page = preview(&chaima, &team(COUNCIL_A), &format!("Vera Vos;{}", Who::Eva.address())).await;
    page.sees("Is al uitgenodigd.").sees_not("Jansen");
    eva.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await;
    chaima.visits(&team(COUNCIL_A)).await.sees("Eva Jansen").sees_not("Vera Vos");
}

async fn who_has_no_access_cannot_be_invited(world: World) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Fenna.id(), world.now()).await.expect("no access");
    tx.commit().await.expect("no access");
    let chaima = world.chaima().await;
    let line = format!("Vera Vos;{}", Who::Fenna.address());
    let page = preview(&chaima, &team(COUNCIL_A), &line).await;
    page.sees("Dit adres kan niet worden uitgenodigd. Vraag het bureau.").sees("Er gaat niets weg");
    page.sees_not("Bosma").sees_not("Adviesraad Waterhoek");
    told(&world, &[]).await;
}

async fn whoever_lost_access_gets_no_letter_again(world: World) {
    let chaima = world.chaima().await;
    let line = format!("Eva Jansen;{}", Who::Eva.address());
    preview(&chaima, &team(COUNCIL_A), &line).await.presses("Verstuur de uitnodiging").await;
    world.works().await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Eva.id(), world.now()).await.expect("no access");
    tx.commit().await.expect("no access");
    let page = chaima.visits(&team(COUNCIL_A)).await.presses("Stuur opnieuw").await;
    page.sees("De uitnodiging is niet verstuurd").sees("Vraag het bureau.");
    world.works().await;
    assert_eq!(world.letters_to(Who::Eva).await.len(), 1);
}

async fn looking_addresses_up_is_searching(world: World) {
    let chaima = world.chaima().await;
    let left = world.app.paces().spend(Pace::Search, Who::Chaima.id().as_str(), 999, machine_now());
    left.expect("it is within what a person asks");
    let two = "Vera Vos;vera@nieuw.example\nWim Vos;wim@nieuw.example";
    preview(&chaima, &team(COUNCIL_A), two).await.has_status(StatusCode::TOO_MANY_REQUESTS);
    preview(&chaima, &team(COUNCIL_A), "Vera Vos;vera@nieuw.example").await.sees("Er gaat één uitnodiging weg");
}

async fn two_letters_for_one_role_give_one_place(world: World) {
    let (chaima, eva) = (world.chaima().await, world.eva().await);
    let line = format!("Eva Jansen;{}", Who::Eva.address());
    let invite = async || {
        let page = preview(&chaima, &team(COUNCIL_A), &line).await;
        page.presses("Verstuur de uitnodiging").await.sees("Eén uitnodiging is onderweg");
        world.works().await;
    };
    invite().await;
    world.is_at("2026-12-20T09:00");
    let page = chaima.visits(&team(COUNCIL_A)).await;
    let again = page.form("Stuur opnieuw"); // a page that stays open
    invite().await;
    // The one that nobody answered in time is gone from the list.
    let page = chaima.visits(&team(COUNCIL_A)).await;
    assert_eq!(page.all("form button").iter().filter(|b| b.contains("Stuur opnieuw")).count(), 1);
    page.sees_not("verlopen");
    told(&world, &["people.invited", "people.invitation_withdrawn", "people.invited"]).await;
    again.send().await;
    // Even two that both wait give one place.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(BACK, args![Who::Eva.id()]).await.expect("it waits again");
    tx.commit().await.expect("it waits again");
    again.send().await.sees("De uitnodiging is opnieuw verstuurd");
    world.works().await;
    eva.visits("/uitnodigingen").await.form("Ja, ik doe mee").send_only().await;
    eva.visits("/uitnodigingen").await.form("Ja, ik doe mee").send_only().await;
    eva.visits("/uitnodigingen").await.sees("Er wacht geen uitnodiging op u.");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(reader.value(SEATS, args![Who::Eva.id()]).await.expect("a count"), 1);
}

async fn what_only_begins_later_makes_nobody_known(world: World) {
    let (today, later) = (world.now().day(), world.now().day().plus_days(30));
    let later = lives(&world, "Straks", Some((COUNCIL_B, Role::Member, later, None))).await;
    let mistake = lives(&world, "Nooit", Some((COUNCIL_B, Role::Member, today, Some(today.plus_days(-1))))).await;
    let host = lives(&world, "Beheer", Some((HOST, Role::Administrator, today, None))).await;
    let (dirk, office) = (world.dirk().await, office(&world).await);
    let mut reader = world.app.db().reader().await.expect("a reader");
    for address in [&later, &mistake, &host] {
        let person = directory::by_address(&mut reader, address).await.expect("a look").expect("somebody");
        dirk.visits(&format!("/mensen/{}", person.id)).await.finds_nothing();
        office.visits(&format!("/mensen/{}", person.id)).await.sees("Geheim");
    }
}

async fn whoever_has_no_access_is_not_counted(world: World) {
    let dirk = world.dirk().await;
    dirk.visits("/mensen").await.sees("11 mensen uit 2 raden en 2 gemeenten.");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Greet.id(), world.now()).await.expect("no access");
    tx.commit().await.expect("no access");
    dirk.visits("/mensen").await.sees("10 mensen uit 2 raden en 2 gemeenten.");
}
