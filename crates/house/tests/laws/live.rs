//! An open page hears of what somebody else says, once, and only who may read it.

use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use testing::{Client, World, on_both};

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
