//! The front page of a member: what others ask comes first, then what one's own council must do; never what one asked
//! oneself.

use testing::{Client, Page, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(PLAN: what_others_ask_comes_first_and_then_what_the_council_must_do);

async fn asks(browser: &Client, title: &str) {
    let form = browser.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    form.fill("titel", title).fill("thema", "wmo").send().await.goes_to("/gesprekken/…");
}

/// Where words stand on the page, counted from its start.
#[track_caller]
fn place(page: &Page, words: &str) -> usize {
    page.text().find(words).unwrap_or_else(|| panic!("{words:?} is not on the page: {}", page.text()))
}

async fn what_others_ask_comes_first_and_then_what_the_council_must_do(world: World) {
    const OTHERS: &str = "Wie heeft een goede plek om te vergaderen?";
    const OWN: &str = "Hoe vindt u nieuwe leden?";
    const CASE: &str = "Dagbesteding dichter bij huis";
    let (chaima, fenna) = (world.chaima().await, world.fenna().await);
    let page = chaima.visits("/").await;
    page.sees("Er is niets nieuws uit andere raden").sees("U hoeft nu niets te doen.");

    let things = things(&world).await;
    asks(&chaima, OWN).await;
    asks(&fenna, OTHERS).await;
    let page = chaima.visits("/").await;
    let (others, to_do) = (place(&page, "Nieuw uit andere raden"), place(&page, "Te doen"));
    assert!(others < place(&page, OTHERS) && place(&page, OTHERS) < to_do, "{}", page.text());
    assert!(to_do < place(&page, CASE), "what the council must do stands under its own heading: {}", page.text());
    page.sees("Er wordt één ding van u gevraagd.").sees_not(OWN);
    let links = page.links();
    assert!(links.iter().any(|link| link.starts_with(&things.case)), "it leads to the case: {links:?}");
    // Nothing that the own council asked, whoever of it wrote it.
    page.sees_not("Wie heeft ervaring met een jongerenpanel?");

    // Elsewhere it is the other way round, and the case of others is nowhere.
    let page = fenna.visits("/").await;
    page.sees(OWN).sees_not(OTHERS).sees_not(CASE).sees("U hoeft nu niets te doen.");
    world.works().await;
}
