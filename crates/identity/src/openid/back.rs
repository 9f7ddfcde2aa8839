//! Back from a provider. The address it sends people to changes nothing: a page with one button does, in the
//! browser that left.
//!
//! GET  /aanmelden/organisatie/{id}/terug?code=…&state=…&iss=…
//! POST /aanmelden/organisatie/{id}/terug

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use platform::secret;
use platform::web::{Cx, Fields, Outcome, Problem, cookie as cookie_of, session_cookie};
use ui::{Section, Ui};

use super::away::{cookie, cookie_name, stopped};
use super::guard::Own;
use super::reach::{self, Trade};
use super::secret as client_secret;
use super::token::{self, Claims, Expected};
use super::{Answers, Provider, back_to, who};
use crate::carried::Carried;
use crate::session::Step;
use crate::sign_in::{Begun, arrive, as_now, refuse, with_cookie};
use crate::{Texts, second, texts};

#[derive(askama::Template)]
#[template(path = "openid/back.html")]
struct BackPage {
    ui: Ui,
    t: &'static Texts,
    provider: Provider,
    code: String,
    state: String,
    issuer: String,
}

/// What the browser held while it was away: the random text, and where it wanted to go.
fn held(cx: &Cx, headers: &HeaderMap) -> Option<(String, String)> {
    let value = cookie_of(headers, cookie_name(cx.app()))?;
    let (held, to) = value.split_once('.')?;
    let to = URL_SAFE_NO_PAD.decode(to).ok().and_then(|bytes| String::from_utf8(bytes).ok())?;
    Some((held.to_owned(), to))
}

/// Whether the answer is to the question of this browser, and of this provider: one that names another is a
/// mix-up (RFC 9207).
fn is_ours(held: &str, provider: &Provider, state: &str, issuer: &str) -> bool {
    let expected = Answers::of(held, &provider.id).state;
    secret::same(expected.as_bytes(), state.as_bytes()) && (issuer.is_empty() || issuer == provider.issuer)
}

pub(crate) async fn show(cx: Cx, headers: HeaderMap, Path(id): Path<String>) -> Outcome {
    let provider = super::find(&mut *cx.reader().await?, &id).await?.ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let query = |name: &str| cx.query(name).unwrap_or_default();
    let (code, state, issuer) = (query("code"), query("state"), query("iss"));
    let ours = held(&cx, &headers).is_some_and(|(held, _)| is_ours(&held, &provider, &state, &issuer));
    if !ours || code.is_empty() {
        // Stopped there, came back twice, or in another browser.
        return stopped(&cx, StatusCode::BAD_REQUEST, t.openid_not_ours(provider.name));
    }
    cx.page(&BackPage { ui: Ui::of(&cx, Section::None), t, provider, code, state, issuer })
}

pub(crate) async fn enter(cx: Cx, headers: HeaderMap, Path(id): Path<String>, form: Fields) -> Outcome {
    form.only(&["code", "state", "iss", "onthoud"])?;
    let provider = super::find(&mut *cx.reader().await?, &id).await?.ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let Some((held, to)) =
        held(&cx, &headers).filter(|(held, _)| is_ours(held, &provider, form.text("state"), form.text("iss")))
    else {
        return stopped(&cx, StatusCode::BAD_REQUEST, t.openid_not_ours(provider.name));
    };
    // From here on the question is answered, whatever comes of it.
    let over = cookie(cx.app(), "", 0);
    let answered = match said(&cx, &provider, &held, form.text("code")).await {
        Ok(claims) => let_in(&cx, &headers, &provider, &claims, form.has("onthoud"), &to).await,
        Err(why) => {
            let mut tx = cx.begin().await?;
            refuse(&cx, &mut tx, &secret::hashed(&held), &why);
            tx.commit().await?;
            stopped(&cx, StatusCode::BAD_GATEWAY, t.openid_refused(provider.name))
        }
    };
    with_cookie(answered?, &over)
}

/// What the provider says of somebody, once all of it holds; or why it does not.
async fn said(cx: &Cx, provider: &Provider, held: &str, code: &str) -> Result<Claims, String> {
    let answers = Answers::of(held, &provider.id);
    let failed = |what: &str, error: String| {
        tracing::warn!(error, provider = provider.id, what, "a sign-in elsewhere was refused");
        format!("openid_{what}")
    };
    let (config, own) = (cx.app().config(), Own::of(cx.app().config()));
    let secret = client_secret::of(config, provider).await.map_err(|e| failed("secret", e))?;
    let doors = reach::doors(&provider.issuer, own).await.map_err(|e| failed("away", e.to_string()))?;
    let trade = Trade {
        code: code.to_owned(),
        redirect_uri: back_to(&config.base_url, &provider.id),
        verifier: answers.verifier,
        client_id: provider.client_id.clone(),
        secret,
    };
    let (token, keys) = reach::trade(doors, trade, own).await.map_err(|e| failed("trade", e.to_string()))?;
    let (issuer, client, nonce) = (&provider.issuer, &provider.client_id, &answers.nonce);
    let expected = Expected { issuer, client, nonce, now: super::now() };
    token::check(&token, &keys, &expected).map_err(|wrong| failed("token", format!("{wrong:?}")))
}

async fn let_in(
    cx: &Cx,
    headers: &HeaderMap,
    provider: &Provider,
    claims: &Claims,
    remember: bool,
    to: &str,
) -> Outcome {
    let t = texts(cx.lang());
    let mut tx = cx.begin().await?;
    let Some(person) = who::is(cx, &mut tx, provider, claims).await? else {
        return stopped(cx, StatusCode::FORBIDDEN, t.openid_unknown(provider.name.clone()));
    };
    let how = if claims.is_strong(&provider.strong) {
        Step::Both
    } else if second::is_asked_at(&mut tx, &person, &provider.organisation, cx.now().day()).await? {
        Step::Half
    } else {
        Step::First
    };
    let through = Some(provider.organisation.clone());
    let token = Begun { cx, headers, person: &person, remember, how, by: "openid", through }.begin(&mut tx).await?;
    tx.commit().await?;
    let (cx, carried) = (as_now(cx, &token).await?, Carried::to(to));
    let response =
        if how == Step::Half { second::lead(&cx, remember, carried).await? } else { arrive(&cx, carried).await? };
    with_cookie(response, &session_cookie(cx.app(), &token))
}
