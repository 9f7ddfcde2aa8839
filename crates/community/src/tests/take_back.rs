use axum::http::StatusCode;
use testing::{World, on_both};

use super::{PLAN, a_question, answers};

on_both!(PLAN: who_was_not_answered_yet_takes_back, somebody_else_has_no_way_to, a_question_that_nobody_answered_is_nowhere_any_more);

async fn who_was_not_answered_yet_takes_back(world: World) {
    let path = a_question(&world).await;
    let fenna = world.fenna().await;
    answers(&fenna, &path, "Dit klopt niet.").await;
    let link = way_back(&fenna.visits(&path).await.links()).expect("a way back");
    let page = fenna.visits(&link).await;
    page.sees("Uw bijdrage terughalen?").sees("Dit klopt niet.");
    answers(&world.dirk().await, &path, "Wat bedoelt u?").await;
    page.form("Haal het terug").send().await.is_told("Er is al op geantwoord.");
    world.ans().await.visits(&path).await.sees("Dit klopt niet.");

    let dirk = world.dirk().await;
    let link = way_back(&dirk.visits(&path).await.links()).expect("a way back");
    let page = dirk.visits(&link).await.presses("Haal het terug").await;
    page.sees("Uw bijdrage is teruggehaald").sees("Deze bijdrage is teruggehaald.").sees_not("Wat bedoelt u?");
    world.bram().await.visits(&path).await.sees_not("Wat bedoelt u?");
    world.works().await;
}

fn way_back(links: &[String]) -> Option<String> {
    links.iter().find(|l| l.contains("/terughalen/")).cloned()
}

async fn somebody_else_has_no_way_to(world: World) {
    let path = a_question(&world).await;
    let fenna = world.fenna().await;
    answers(&fenna, &path, "Dit blijft staan.").await;
    let link = way_back(&fenna.visits(&path).await.links()).expect("a way back");
    let form = fenna.visits(&link).await.form("Haal het terug");
    // Who reads it is told that it is not theirs; for Eva there is nothing.
    for (browser, denied) in [
        (world.ans().await, StatusCode::FORBIDDEN),
        (world.dirk().await, StatusCode::FORBIDDEN),
        (world.eva().await, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(way_back(&browser.visits(&path).await.links()), None);
        browser.visits(&link).await.has_status(denied);
        let token =
            browser.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        form.clone().without("_token").with("_token", &token).in_browser(&browser).send().await.has_status(denied);
    }
    world.ans().await.visits(&path).await.sees("Dit blijft staan.");
    world.works().await;
}

async fn a_question_that_nobody_answered_is_nowhere_any_more(world: World) {
    let path = a_question(&world).await;
    let (ans, dirk) = (world.ans().await, world.dirk().await);
    let before = dirk.visits("/gesprekken").await.html();
    let link = way_back(&ans.visits(&path).await.links()).expect("a way back");
    assert_eq!(way_back(&dirk.visits(&path).await.links()), None);
    let page = ans.visits(&link).await;
    let title = page.all("strong").concat();
    assert!(!title.is_empty() && before.contains(&title));
    page.presses("Haal het terug").await.sees("Uw bijdrage is teruggehaald").sees_not(&title);
    for reader in [&ans, &dirk] {
        reader.visits(&path).await.finds_nothing();
        reader.visits(&link).await.finds_nothing();
        reader.visits("/gesprekken").await.sees_not(&title);
        reader.visits("/gesprekken?soort=question").await.sees_not(&title);
    }
    // Once somebody answered it stays.
    let path = a_question(&world).await;
    let link = way_back(&ans.visits(&path).await.links()).expect("a way back");
    answers(&dirk, &path, "Bij ons ook.").await;
    ans.visits(&link).await.sees("Er is al op geantwoord.");
    ans.visits(&path).await.sees("Bij ons ook.");
    world.works().await;
}
