//! A guest of one case: invited from the case, sees that case and nothing else, until a day.

use testing::{Client, Page, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: a_guest_reads_along_in_one_case_until_a_day,
    a_guest_goes_at_once,
    who_leaves_hands_over_on_one_page
);

async fn invites(browser: &Client, case: &str, name: &str, address: &str) -> Page {
    let form = browser.visits(&format!("{case}/gasten")).await.form("Nodig de gast uit");
    form.fill("naam", name).fill("adres", address).fill("tot", "31 december 2026").send().await
}

async fn a_guest_reads_along_in_one_case_until_a_day(world: World) {
    let things = things(&world).await;
    let (chaima, fenna) = (world.chaima().await, world.fenna().await);
    fenna.visits(&things.case).await.finds_nothing();
    for who in [Who::Dirk, Who::Els, Who::Willem] {
        world.client(who).await.visits(&format!("{}/gasten", things.case)).await.is_refused();
    }
    let page = chaima.visits(&things.case).await;
    assert!(page.links().contains(&format!("{}/gasten", things.case)), "there is a way from the case");
    invites(&chaima, &things.case, "Fenna Bosma", "fenna").await.is_told("Dit is geen e-mailadres.");
    let page = invites(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await;
    page.sees("De uitnodiging is onderweg").sees("Uitgenodigd tot en met 31 december 2026");
    world.works().await;
    let letter = world.letters_to(Who::Fenna).await.pop().expect("a letter");
    assert!(letter.text.contains("U bent daar gast tot en met 31\u{a0}december 2026."), "{}", letter.text);
    assert!(!letter.text.contains("Dagbesteding"), "the letter says nothing of the case itself");
    let home = fenna.visits("/").await;
    home.sees("U bent uitgenodigd").sees("Hier bent u gast").sees("Dagbesteding dichter bij huis");
    fenna.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await.goes_to("/dossiers/…").sees("Dagbesteding");
    chaima.visits(&format!("{}/gasten", things.case)).await.sees("Gast tot en met 31 december 2026.");
    // She may say something, and no more.
    fenna.visits(&format!("{}/notities", things.case)).await.sees("Dagbesteding");
    for hidden in ["advies", "instemming", "antwoord"] {
        fenna.visits(&format!("{}/{hidden}", things.case)).await.finds_nothing();
    }
    for refused in ["ontvangst", "stukken", "gasten", "afronden"] {
        fenna.visits(&format!("{}/{refused}", things.case)).await.is_refused();
    }
    fenna.visits(&format!("/organisaties/{}/mensen", testing::COUNCIL_A.id())).await.is_refused();
    world.otto().await.visits(&things.case).await.finds_nothing();
    // It ends by itself.
    world.is_at("2026-12-31T22:00");
    fenna.visits(&things.case).await.sees("Dagbesteding");
    world.is_at("2027-01-01T09:00");
    world.works().await;
    fenna.visits(&things.case).await.finds_nothing();
    fenna.visits("/").await.sees_not("Hier bent u gast");
}

async fn a_guest_goes_at_once(world: World) {
    let things = things(&world).await;
    let (bram, otto) = (world.bram().await, world.otto().await);
    invites(&bram, &things.case, "Otto Smit", &Who::Otto.address()).await.sees("De uitnodiging is onderweg");
    world.works().await;
    otto.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await.sees("Dagbesteding");
    let page = bram.visits(&format!("{}/gasten", things.case)).await.presses("Beëindig").await;
    page.sees("De gast leest niet meer mee").sees("Er zijn geen gasten.");
    otto.visits(&things.case).await.finds_nothing();
}

async fn who_leaves_hands_over_on_one_page(world: World) {
    let things = things(&world).await;
    let bram = world.bram().await;
    let team = format!("/organisaties/{}/mensen", testing::MUNICIPALITY_A.id());
    let seat = |who: Who| {
        let id = platform::id::at(platform::Moment(0), 1_000 + 10 * who as u128);
        format!("{team}/{id}/overdracht")
    };
    let page = bram.visits(&seat(Who::Bram)).await;
    page.sees("Wat er overgaat").sees("Bram de Wit als contactambtenaar").sees("Dagbesteding dichter bij huis");
    assert!(page.links().contains(&things.case));
    world.els().await.visits(&seat(Who::Bram)).await.is_refused();
    world.eva().await.visits(&seat(Who::Bram)).await.finds_nothing();
}
