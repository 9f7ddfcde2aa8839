//! The link in the letter. Mail programs open links to look at them, so opening one uses nothing up.
//!
//! GET  /aanmelden/link/{token}   one button, in the browser that asked; elsewhere the code to type over
//! POST /aanmelden/link           lets in the browser that asked

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use platform::clock::machine_now;
use platform::secret;
use platform::web::{Cx, Fields, Outcome};
use ui::{Section, Ui, dates};

use crate::attempt::{self, Attempt, Purpose};
use crate::carried::Carried;
use crate::sign_in::let_in;
use crate::{Texts, asked, texts};

/// What the link is to the browser that opens it.
enum Found {
    Here(Attempt),
    /// It works, but another browser asked.
    Elsewhere(Attempt),
    /// Used, too late, or none of ours.
    Over,
}

#[derive(askama::Template)]
#[template(path = "link.html")]
struct LinkPage {
    ui: Ui,
    t: &'static Texts,
    address: String,
    token: String,
}

#[derive(askama::Template)]
#[template(path = "link_elsewhere.html")]
struct ElsewherePage {
    ui: Ui,
    t: &'static Texts,
    code: String,
    until: String,
}

#[derive(askama::Template)]
#[template(path = "link_over.html")]
struct OverPage {
    ui: Ui,
    t: &'static Texts,
}

fn found(cx: &Cx, headers: &HeaderMap, attempt: Option<Attempt>) -> Found {
    match attempt.filter(|a| a.purpose == Purpose::SignIn && !a.is_over(machine_now())) {
        None => Found::Over,
        Some(attempt) if asked::here(cx.app(), headers, &attempt) => Found::Here(attempt),
        Some(attempt) => Found::Elsewhere(attempt),
    }
}

pub(crate) async fn show(cx: Cx, headers: HeaderMap, Path(token): Path<String>) -> Outcome {
    let attempt = attempt::by_link(&mut *cx.reader().await?, &token).await?;
    match found(&cx, &headers, attempt) {
        // Somebody opens it once more from the letter, long after it did its work.
        Found::Over if cx.actor().is_signed_in() => cx.go_to("/"),
        found => page(&cx, &token, found),
    }
}

fn page(cx: &Cx, token: &str, found: Found) -> Outcome {
    let (ui, t) = (Ui::of(cx, Section::None), texts(cx.lang()));
    match found {
        Found::Here(attempt) => cx.page(&LinkPage { ui, t, address: attempt.address, token: token.to_owned() }),
        Found::Elsewhere(attempt) => {
            let code = secret::code_of(token);
            let code = format!("{} {}", &code[..3], &code[3..]);
            cx.page(&ElsewherePage { ui, t, code, until: dates::time(attempt.ends_at, cx.lang()) })
        }
        Found::Over => cx.page_with(StatusCode::GONE, &OverPage { ui, t }),
    }
}

pub(crate) async fn enter(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["sleutel", "onthoud"])?;
    let token = form.text("sleutel");
    let mut tx = cx.begin().await?;
    let attempt = attempt::take_by_link(&mut tx, token).await?;
    match found(&cx, &headers, attempt) {
        Found::Here(attempt) => {
            attempt::use_up(&mut tx, &attempt.id).await?;
            let carried = Carried::to(&attempt.to_path);
            let_in(&cx, tx, &attempt, "link", &headers, form.has("onthoud"), carried).await
        }
        found => page(&cx, token, found),
    }
}
