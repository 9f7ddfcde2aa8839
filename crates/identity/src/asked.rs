//! What a browser knows of the codes it asked for: their secrets, in a cookie that lasts as long as they do.
//! Only that browser is let in by the link in the letter.

use axum::http::HeaderMap;
use platform::web::cookie;
use platform::{App, secret};

use crate::attempt::{Attempt, LASTS};

/// Who asks again because the letter is slow may press the link in either.
const MOST: usize = 3;

fn name(app: &App) -> &'static str {
    if app.config().is_https() { "__Host-poging" } else { "poging" }
}

fn held(app: &App, headers: &HeaderMap) -> Vec<String> {
    cookie(headers, name(app)).map(|all| all.split('.').map(str::to_owned).collect()).unwrap_or_default()
}

/// Whether this browser asked for the code of this attempt.
pub(crate) fn here(app: &App, headers: &HeaderMap, attempt: &Attempt) -> bool {
    let same = |one: &String| secret::same(secret::hashed(one).as_bytes(), attempt.id.as_bytes());
    held(app, headers).iter().take(MOST).any(same)
}

/// The cookie that adds a secret to what the browser holds.
pub(crate) fn with(app: &App, headers: &HeaderMap, new: &str) -> String {
    let mut all = vec![new.to_owned()];
    all.extend(held(app, headers).into_iter().filter(|one| one.len() == new.len()).take(MOST - 1));
    set(app, &all.join("."), LASTS / 1_000)
}

/// The cookie that forgets them.
pub(crate) fn none(app: &App) -> String {
    set(app, "", 0)
}

fn set(app: &App, value: &str, seconds: i64) -> String {
    let (name, secure) = (name(app), if app.config().is_https() { "; Secure" } else { "" });
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={seconds}")
}
