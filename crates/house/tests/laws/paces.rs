//! Nobody asks more of the house than a person does: searching, sending files, letters to others.

use axum::http::StatusCode;
use platform::clock::machine_now;
use platform::web::Pace;
use testing::{Who, World, on_both};

use crate::PLAN;

on_both!(PLAN: who_asks_too_much_waits);

async fn who_asks_too_much_waits(world: World) {
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    chaima.visits("/mensen?q=dirk").await.sees("Dirk Postma");
    let spend = |pace, amount| {
        let left = world.app.paces().spend(pace, Who::Chaima.id().as_str(), amount, machine_now());
        left.expect("it is within what a person asks");
    };
    spend(Pace::Search, 999);
    let page = chaima.visits("/mensen?q=dirk").await;
    page.has_status(StatusCode::TOO_MANY_REQUESTS);
    assert!(page.text().contains("U probeerde het te vaak"), "{}", page.text());
    // Nobody else waits, and reading on is no searching.
    ans.visits("/mensen?q=dirk").await.sees("Dirk Postma");
    chaima.visits("/mensen").await.sees("Dirk Postma");

    spend(Pace::Letters, 1_000);
    let form = chaima.visits("/namens").await.form("Vraag toestemming").fill("wie", Who::Dirk.id().as_str());
    form.send().await.has_status(StatusCode::TOO_MANY_REQUESTS);
    world.trail().await.reads(&[]);

    spend(Pace::Upload, 2 * 1024 * 1024 * 1024 - 10);
    let form = chaima.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let form = form.fill("titel", "Wat vindt u van dit plan?").fill("thema", "jeugd");
    let file = form.clone().attach("bestand", "plan.txt", b"elf tekens!");
    file.send().await.has_status(StatusCode::TOO_MANY_REQUESTS);
    form.send().await.goes_to("/gesprekken/…");
    world.works().await;
}
