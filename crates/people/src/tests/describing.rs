//! What is laid down about a council: nothing is cut, dropped or overwritten without a word.

use axum::http::StatusCode;
use testing::{COUNCIL_A, Client, MUNICIPALITY_A, Page, World, on_both};

use super::{PLAN, told};

on_both!(
    PLAN: whoever_is_late_sees_what_changed_and_keeps_what_they_typed,
    nothing_is_cut_or_dropped,
    an_act_and_a_theme_say_since_when
);

async fn facts(browser: &Client) -> Page {
    browser.visits(&format!("/organisaties/{}/gegevens", COUNCIL_A.id())).await
}

const KEEP: &str = "Bewaar de gegevens";

async fn whoever_is_late_sees_what_changed_and_keeps_what_they_typed(world: World) {
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    let (early, late) = (facts(&chaima).await.form(KEEP), facts(&ans).await.form(KEEP));
    early.fill("plaatsen", "9").fill("bron", "Verordening 2026").send().await.sees("De gegevens zijn bewaard");
    let page = late.fill("plaatsen", "7").send().await;
    page.is_told("Iemand anders was u voor").is_told("Aantal plaatsen: 9").is_told("Verordening 2026");
    assert_eq!(page.form(KEEP).value("plaatsen"), Some("7"), "what was typed is kept");
    told(&world, &["people.described"]).await;
    page.form(KEEP).send().await.sees("De gegevens zijn bewaard");
    assert_eq!(facts(&chaima).await.form(KEEP).value("plaatsen"), Some("7"));
}

async fn nothing_is_cut_or_dropped(world: World) {
    let chaima = world.chaima().await;
    let form = facts(&chaima).await.form(KEEP).fill("steun-room", "Zaal 3, elke maand");
    form.send().await.sees("Zaal 3, elke maand");
    let form = facts(&chaima).await.form(KEEP);
    let page = form.clone().fill("bron", &"a".repeat(301)).send().await;
    page.is_told("Maak dit korter: hoogstens 300 letters.");
    assert_eq!(page.form(KEEP).value("bron").map(str::len), Some(301));
    let page = form.clone().fill("betaler-budget", MUNICIPALITY_A.id().as_str()).send().await;
    page.is_told("Schrijf wat is afgesproken, of maak ook de betaler en de bron leeg.");
    let token = form.value("_token").expect("a token").to_owned();
    let path = format!("/organisaties/{}/gegevens", COUNCIL_A.id());
    chaima.posts(&path, &[("_token", &token)]).await.has_status(StatusCode::BAD_REQUEST);
    assert_eq!(facts(&chaima).await.form(KEEP).value("steun-room"), Some("Zaal 3, elke maand"));
}

async fn an_act_and_a_theme_say_since_when(world: World) {
    let chaima = world.chaima().await;
    let form = facts(&chaima).await.form(KEEP).with("wet[]", "wmo").with("wet[]", "jeugdwet").with("thema[]", "wmo");
    form.clone().fill("wetsinds-wmo", "1 mei 2027").send().await.is_told("Kies vandaag of een eerdere dag.");
    form.clone().fill("wetsinds-wmo", "ooit").send().await.is_told("Vul een datum in");
    let form = form.fill("wetsinds-wmo", "1 januari 2015").fill("themasinds-wmo", "3 mei 2019");
    form.send().await.sees("De gegevens zijn bewaard");
    world.is_at("2026-12-24T09:00");
    let form = facts(&chaima).await.form(KEEP);
    assert_eq!(form.value("wetsinds-wmo"), Some("1 januari 2015"));
    assert_eq!(form.value("wetsinds-jeugdwet"), Some("24 november 2026"), "empty was today");
    assert_eq!(form.value("themasinds-wmo"), Some("3 mei 2019"));
    // What is left as it is, stays.
    form.fill("plaatsen", "8").send().await.sees("De gegevens zijn bewaard");
    let form = facts(&chaima).await.form(KEEP);
    assert_eq!(form.value("wetsinds-jeugdwet"), Some("24 november 2026"));
    let body = world.trail().await.0.first().and_then(|line| line.body.clone()).expect("a body");
    assert!(body.contains(r#""after":"jeugdwet 2026-11-24, wmo 2015-01-01","before":null,"what":"laws""#), "{body}");
    assert!(body.contains(r#""after":"wmo 2019-05-03","before":null,"what":"themes""#), "{body}");
}
