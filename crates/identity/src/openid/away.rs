//! On the way to a provider.
//!
//! GET /aanmelden/organisatie        whose own sign-in there is
//! GET /aanmelden/organisatie/{id}   to it; a link, since a form may not lead to another host

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use platform::web::{Cx, Outcome, Problem};
use platform::{App, secret};
use ui::{Section, Ui};
use webauthn_rs::prelude::Url;

use super::guard::Own;
use super::reach::{self, Doors};
use super::{Answers, Provider, back_to};
use crate::carried::own_path;
use crate::sign_in::with_cookie;
use crate::{Texts, texts};

/// How long somebody may be away, in seconds.
const LASTS: i64 = 600;

#[derive(askama::Template)]
#[template(path = "openid/list.html")]
struct ListPage {
    ui: Ui,
    t: &'static Texts,
    providers: Vec<Provider>,
    to: String,
}

#[derive(askama::Template)]
#[template(path = "openid/stopped.html")]
struct StoppedPage {
    ui: Ui,
    t: &'static Texts,
    text: String,
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    let providers = super::all(&mut *cx.reader().await?).await?;
    let to = own_path(&cx.query("naar").unwrap_or_default());
    cx.page(&ListPage { ui: Ui::of(&cx, Section::None), t: texts(cx.lang()), providers, to })
}

/// It went no further, and why; with the other ways in.
pub(crate) fn stopped(cx: &Cx, status: StatusCode, text: String) -> Outcome {
    cx.page_with(status, &StoppedPage { ui: Ui::of(cx, Section::None), t: texts(cx.lang()), text })
}

pub(crate) async fn go(cx: Cx, Path(id): Path<String>) -> Outcome {
    let provider = super::find(&mut *cx.reader().await?, &id).await?.ok_or(Problem::NotFound)?;
    let doors = match reach::doors(&provider.issuer, Own::of(cx.app().config())).await {
        Ok(doors) => doors,
        Err(error) => {
            tracing::warn!(%error, provider = provider.id, "a provider cannot be reached");
            return stopped(&cx, StatusCode::BAD_GATEWAY, texts(cx.lang()).openid_away(provider.name));
        }
    };
    let held = secret::token();
    let there = address(&doors, &provider, &Answers::of(&held, &id), &cx.app().config().base_url)?;
    let there = HeaderValue::from_str(&there).map_err(Problem::fault)?;
    let response = (StatusCode::SEE_OTHER, [(header::LOCATION, there)]).into_response();
    let to = own_path(&cx.query("naar").unwrap_or_default());
    let value = format!("{held}.{}", URL_SAFE_NO_PAD.encode(to));
    with_cookie(response, &cookie(cx.app(), &value, LASTS))
}

/// The provider's door, with our question.
fn address(doors: &Doors, provider: &Provider, answers: &Answers, base_url: &str) -> Result<String, Problem> {
    let mut there = Url::parse(&doors.authorization_endpoint).map_err(Problem::fault)?;
    there
        .query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.client_id)
        .append_pair("redirect_uri", &back_to(base_url, &provider.id))
        .append_pair("scope", "openid email profile")
        .append_pair("state", &answers.state)
        .append_pair("nonce", &answers.nonce)
        .append_pair("code_challenge", &secret::hashed(&answers.verifier))
        .append_pair("code_challenge_method", "S256");
    Ok(there.into())
}

pub(super) fn cookie_name(app: &App) -> &'static str {
    if app.config().is_https() { "__Host-elders" } else { "elders" }
}

pub(super) fn cookie(app: &App, value: &str, seconds: i64) -> String {
    let secure = if app.config().is_https() { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={seconds}", cookie_name(app))
}
