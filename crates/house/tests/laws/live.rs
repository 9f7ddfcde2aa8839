//! An open page hears of what somebody else says, once, and only who may read it.

use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use house::react::HANDS;
use http_body_util::BodyExt;
use platform::{App, Clock, Keys, jobs};
use testing::{Client, Engine, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(PLAN: an_open_page_hears_one_answer_once, who_may_not_read_hears_nothing);

async fn answers(browser: &Client, path: &str, text: &str) {
    let page = browser.visits(path).await;
    page.form("Plaats mijn antwoord").fill("tekst", text).send().await.sees(text);
}

/// The next event on a stream, without the comments that keep it open.
async fn event(body: &mut Body) -> Option<String> {
    let mut text = String::new();
    while !text.ends_with("\n\n") || text.starts_with(':') {
        if text.starts_with(':') {
            text.clear();
        }
        let frame = tokio::time::timeout(Duration::from_secs(20), body.frame()).await.ok()??;
        let data = frame.ok()?.into_data().ok()?;
        text.push_str(std::str::from_utf8(&data).ok()?);
    }
    Some(text.trim().to_owned())
}

async fn an_open_page_hears_one_answer_once(world: World) {
    let things = things(&world).await;
    let (ans, fenna) = (world.ans().await, world.fenna().await);
    let path = &things.everybody.path;
    let live = ans.visits(path).await.attribute("[data-live]", "data-live").expect("a live page");
    let response = ans.send(ans.request("GET", &live).body(Body::empty()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert!(response.headers().get("content-encoding").is_none(), "a stream that is compressed waits");
    let mut body = response.into_body();
    answers(&ans, path, "Dat weet ik zelf, want ik schreef het.").await;
    answers(&fenna, path, "Bij ons werkt het zo.").await;
    let heard = event(&mut body).await.expect("an event");
    assert!(heard.starts_with("data: {\"count\":1,\"text\":\"Eén nieuw antwoord, toon het\""), "{heard}");
    answers(&fenna, path, "En zo.").await;
    let heard = event(&mut body).await.expect("an event");
    assert!(heard.contains("\"count\":2"), "{heard}");
    world.works().await;
}

async fn who_may_not_read_hears_nothing(world: World) {
    let things = things(&world).await;
    let live = format!("{}/live?na=0", things.councils.path);
    world.bram().await.visits(&live).await.finds_nothing();
    world.eva().await.visits(&live).await.finds_nothing();
    world.anybody().visits(&live).await.must_sign_in();
}

/// Two servers on one database; each knows only what it hears from the other through it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_on_one_node_hears_an_answer_on_another() {
    let world = World::of(Engine::Postgres, PLAN).await;
    let things = things(&world).await;
    let db = world.database().open_with(PLAN.follow).await;
    let clock = Clock::default();
    clock.set(world.now());
    let other = App::new(db, clock, world.app.config().clone(), Keys::in_memory(), false, identity::recognise);
    let there = Client::new((PLAN.service)(other.clone()), "Fenna, on the other node");
    world.sign_in(&there, Who::Fenna).await;

    let (ans, path) = (world.ans().await, &things.everybody.path);
    let live = ans.visits(path).await.attribute("[data-live]", "data-live").expect("a live page");
    let response = ans.send(ans.request("GET", &live).body(Body::empty()).expect("a request")).await;
    let mut body = response.into_body();
    answers(&there, path, "Bij ons werkt het zo.").await;
    let heard = event(&mut body).await.expect("an event");
    assert!(heard.starts_with("data: {\"count\":1,\"text\":\"Eén nieuw antwoord, toon het\""), "{heard}");
    ans.visits(path).await.sees("Bij ons werkt het zo.");

    // Both take up what follows; of the two only one writes each letter.
    let (one, two) = tokio::join!(jobs::work(&world.app, HANDS), jobs::work(&other, HANDS));
    assert!(one.expect("it works") + two.expect("it works") > 0);
    world.works().await;
    let letters = world.letters_to(Who::Ans).await;
    let told = letters.iter().filter(|letter| letter.text.contains("Bij ons werkt het zo.")).count();
    assert_eq!(told, 1, "{:?}", letters.iter().map(|l| &l.subject).collect::<Vec<_>>());
}
