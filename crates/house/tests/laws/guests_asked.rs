//! Asking a guest tells nobody who is in the house, and nobody is a guest of one case twice.

use testing::{Client, Page, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: a_guest_who_did_not_come_yet_is_called_as_they_were_asked,
    nobody_is_a_guest_of_one_case_twice,
    who_has_no_access_is_no_guest
);

async fn asks(browser: &Client, case: &str, name: &str, address: &str) -> Page {
    let form = browser.visits(&format!("{case}/gasten")).await.form("Nodig de gast uit");
    form.fill("naam", name).fill("adres", address).fill("tot", "31 december 2026").send().await
}

async fn a_guest_who_did_not_come_yet_is_called_as_they_were_asked(world: World) {
    let things = things(&world).await;
    let (chaima, eva) = (world.chaima().await, world.eva().await);
    asks(&chaima, &things.case, "Vera Vos", "nergens@nieuw.example").await.sees("Vera Vos");
    let page = asks(&chaima, &things.case, "Wim Vos", &Who::Eva.address()).await;
    page.sees("De uitnodiging is onderweg").sees("Wim Vos").sees_not("Jansen");
    world.works().await;
    eva.visits("/uitnodigingen").await.form("Ja, ik doe mee").send_only().await;
    chaima.visits(&format!("{}/gasten", things.case)).await.sees("Eva Jansen").sees_not("Wim Vos");
}

async fn nobody_is_a_guest_of_one_case_twice(world: World) {
    let things = things(&world).await;
    let (chaima, bram, fenna) = (world.chaima().await, world.bram().await, world.fenna().await);
    asks(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await.sees("De uitnodiging is onderweg");
    world.works().await;
    let again = asks(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await;
    again.sees("De uitnodiging is opnieuw verstuurd");
    // Also when the other side asks the same person.
    asks(&bram, &things.case, "Fenna Bosma", &Who::Fenna.address()).await.sees("opnieuw verstuurd");
    world.works().await;
    let page = chaima.visits(&format!("{}/gasten", things.case)).await;
    assert_eq!(page.all(".row strong").len(), 1, "{}", page.text());
    assert_eq!(world.letters_to(Who::Fenna).await.len(), 3);
    fenna.visits("/uitnodigingen").await.form("Ja, ik doe mee").send_only().await;
    fenna.visits("/uitnodigingen").await.sees("Er wacht geen uitnodiging op u.");
    let page = asks(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await;
    page.is_told("Deze persoon is hier al gast, tot en met 31 december 2026.");
    // Ending it ends the guest.
    chaima.visits(&format!("{}/gasten", things.case)).await.presses("Beëindig").await.sees("Er zijn geen gasten.");
    fenna.visits(&things.case).await.finds_nothing();
    world.works().await;
}

async fn who_has_no_access_is_no_guest(world: World) {
    let things = things(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Otto.id(), world.now()).await.expect("no access");
    tx.commit().await.expect("no access");
    let chaima = world.chaima().await;
    let before = world.digest().await;
    let page = asks(&chaima, &things.case, "Vera Vos", &Who::Otto.address()).await;
    page.is_told("Dit adres kan niet worden uitgenodigd. Vraag het bureau.").sees_not("Smit");
    assert_eq!(world.digest().await, before, "nothing is done by halves");
}
