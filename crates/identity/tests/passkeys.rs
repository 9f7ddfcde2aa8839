//! Stories of passkeys, as far as no key is needed: the question, and answers that do not hold. With a key they
//! are told in a browser (`tests/browser/passkeys.test.mjs`). On both engines.

use axum::http::StatusCode;
use platform::args;
use serde_json::Value;
use testing::{Client, Engine, Page, Who, World, on_both};

mod common;
use common::PLAN;

platform::statements! {
    STALE: () = "UPDATE session SET proved_at = proved_at - 600000 WHERE person = $1";
    WAITING: (i64,) = "SELECT COUNT(*) FROM passkey_ceremony";
    LATE: () = "UPDATE passkey_ceremony SET ends_at = 0";
}

on_both!(
    PLAN: a_question_asks_for_a_verified_key_and_waits_five_minutes,
    an_answer_that_does_not_hold_lets_nobody_in,
    a_key_is_added_by_its_owner_alone,
    adding_a_key_asks_a_code_once_more
);

const BEGIN: &str = "/mijn-gegevens/toegangssleutels/begin";

async fn token(browser: &Client) -> String {
    browser.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned()
}

fn json(page: &Page) -> Value {
    page.has_status(StatusCode::OK);
    serde_json::from_slice(&page.bytes).expect("it is JSON")
}

async fn run(world: &World, statement: platform::db::Statement<()>, args: &[platform::db::Value<'_>]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(statement, args).await.expect("it changes");
    tx.commit().await.expect("it changes");
}

async fn waiting(world: &World) -> i64 {
    world.app.db().reader().await.expect("a reader").value(WAITING, args![]).await.expect("a count")
}

async fn a_question_asks_for_a_verified_key_and_waits_five_minutes(world: World) {
    let ans = world.ans().await;
    let page = ans.visits("/mijn-gegevens/toegangssleutels").await;
    page.sees("Toegangssleutels").sees("Maak een toegangssleutel");
    let token = token(&ans).await;
    let one = json(&ans.posts(BEGIN, &[("_token", &token)]).await);
    let key = &one["options"]["publicKey"];
    assert_eq!(key["rp"]["id"], "beraad.test");
    assert_eq!(key["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(key["authenticatorSelection"]["residentKey"], "preferred");
    let other = json(&ans.posts(BEGIN, &[("_token", &token)]).await);
    assert_ne!(key["challenge"], other["options"]["publicKey"]["challenge"]);
    assert_eq!(key["user"]["id"], other["options"]["publicKey"]["user"]["id"]);
    let anybody = world.anybody();
    let get = json(&anybody.posts("/aanmelden/sleutel/begin", &[]).await);
    assert_eq!(get["options"]["publicKey"]["userVerification"], "required");
    assert_eq!(get["options"]["publicKey"]["allowCredentials"], Value::Array(vec![]), "it names nobody");
    assert_eq!(waiting(&world).await, 3);
    run(&world, LATE, args![]).await;
    anybody.posts("/aanmelden/sleutel/begin", &[]).await;
    assert_eq!(waiting(&world).await, 1, "what is too late is swept");
}

async fn an_answer_that_does_not_hold_lets_nobody_in(world: World) {
    let browser = world.anybody();
    let held =
        json(&browser.posts("/aanmelden/sleutel/begin", &[]).await)["ceremonie"].as_str().expect("it").to_owned();
    let shaped = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","extensions":{},"response":{
        "authenticatorData":"AAAA","clientDataJSON":"e30","signature":"AAAA","userHandle":"AAAAAAAAAAAAAAAAAAAAAA"}}"#;
    for answer in ["", "geen JSON", "{}", shaped] {
        let fields = [("ceremonie", held.as_str()), ("antwoord", answer), ("naar", "/mijn-gegevens")];
        browser.posts("/aanmelden/sleutel", &fields).await.is_told("Met deze toegangssleutel kunt u zich hier niet");
    }
    browser.visits("/mijn-gegevens").await.must_sign_in();
    assert_eq!(waiting(&world).await, 0, "a question is answered once");
    world.trail().await.reads(&["identity.sign_in_refused"; 4]);
}

async fn a_key_is_added_by_its_owner_alone(world: World) {
    let (ans, dirk) = (world.ans().await, world.dirk().await);
    world.anybody().posts(BEGIN, &[]).await.has_status(StatusCode::UNAUTHORIZED);
    let hers = token(&ans).await;
    let held = json(&ans.posts(BEGIN, &[("_token", &hers)]).await)["ceremonie"].as_str().expect("it").to_owned();
    let his = token(&dirk).await;
    let fields = [("_token", his.as_str()), ("ceremonie", &held), ("antwoord", "{}"), ("naam", "van Ans")];
    dirk.posts("/mijn-gegevens/toegangssleutels", &fields).await.is_told("lukte niet");
    dirk.visits("/mijn-gegevens/toegangssleutels").await.sees_not("van Ans");
    let fields = [("_token", his.as_str()), ("sleutel", "AAAA")];
    dirk.posts("/mijn-gegevens/toegangssleutels/weg", &fields).await.finds_nothing();
}

async fn adding_a_key_asks_a_code_once_more(world: World) {
    let ans = world.ans().await;
    let token = token(&ans).await;
    run(&world, STALE, args![Who::Ans.id()]).await;
    ans.visits("/mijn-gegevens/toegangssleutels").await.goes_to("/bevestigen");
    ans.posts(BEGIN, &[("_token", &token)]).await.goes_to("/bevestigen");
    assert_eq!(waiting(&world).await, 0);
}

/// Keys know a host by its name; a house that is reached by a network address, or without TLS, offers none.
#[tokio::test]
async fn where_no_key_can_work_none_is_offered() {
    let world = World::with(Engine::Sqlite, PLAN, |config| config.base_url = "http://192.0.2.1".into()).await;
    let ans = world.ans().await;
    ans.visits("/mijn-gegevens").await.sees_not("oegangssleutel");
    ans.visits("/mijn-gegevens/toegangssleutels").await.finds_nothing();
    world.anybody().visits("/aanmelden").await.sees_not("oegangssleutel");
    world.anybody().posts("/aanmelden/sleutel/begin", &[]).await.finds_nothing();
}
