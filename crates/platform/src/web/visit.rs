//! Makes a [`Cx`] of each request: reads the cookies, recognises the visitor, takes the time.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::cx::Cx;
use super::problem::Problem;
use crate::app::{App, Face, Looks, TextSize};
use crate::choice::Choice;
use crate::lang::Lang;

/// The name of the session cookie on plain HTTP; with TLS it is bound to the host by its prefix.
pub const COOKIE: &str = "beraad";
const BOUND_COOKIE: &str = "__Host-beraad";
/// How somebody who is not signed in wants to read: `en.20.legible`.
pub const LOOKS_COOKIE: &str = "weergave";

/// The cookie that holds a session; an empty value ends it.
pub fn session_cookie(app: &App, value: &str) -> String {
    let (name, secure) = if app.config().is_https() { (BOUND_COOKIE, "; Secure") } else { (COOKIE, "") };
    let age = if value.is_empty() { "; Max-Age=0" } else { "; Max-Age=7776000" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
}

/// The value of the session cookie, if there is one.
pub fn cookie_of(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie(headers, if app.config().is_https() { BOUND_COOKIE } else { COOKIE })
}

/// The value of a cookie by its name.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|v| v.split(';')).find_map(|pair| {
        let (n, v) = pair.trim().split_once('=')?;
        (n == name && !v.is_empty()).then(|| v.to_owned())
    })
}

fn looks(headers: &HeaderMap) -> Looks {
    let text = cookie(headers, LOOKS_COOKIE).unwrap_or_default();
    let mut words = text.split('.');
    Looks {
        lang: words.next().and_then(Lang::of).unwrap_or_default(),
        size: words.next().and_then(TextSize::of).unwrap_or_default(),
        face: words.next().and_then(Face::of).unwrap_or_default(),
    }
}

/// Where a request comes from. Only a proxy that was set is believed when it says who it speaks for; it adds
/// to the end of the list, so what a browser wrote before it counts for nothing.
fn network(peer: Option<IpAddr>, proxy: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    if peer.is_none() || peer != proxy {
        return peer;
    }
    let last = headers.get_all("x-forwarded-for").into_iter().filter_map(|v| v.to_str().ok()).next_back();
    last.and_then(|list| list.rsplit(',').next()).and_then(|one| one.trim().parse().ok()).or(peer)
}

/// The layer around all pages.
pub async fn visit(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let token = cookie_of(&app, request.headers());
    let visit = match &token {
        Some(token) => match app.recognise(token).await {
            Ok(visit) => visit,
            Err(error) => return Problem::from(error).into_response(),
        },
        None => None,
    };
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let network = network(peer, app.config().proxy, request.headers());
    let cx = Cx::new(app, visit, looks(request.headers()), path, query, network);
    request.extensions_mut().insert(cx);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_that_was_set_is_believed() {
        let at = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "203.0.113.9, 198.51.100.7".parse().unwrap());
        let (proxy, browser) = (at("10.0.0.1"), at("192.0.2.5"));
        assert_eq!(network(Some(browser), None, &headers), Some(browser));
        assert_eq!(network(Some(browser), Some(proxy), &headers), Some(browser));
        assert_eq!(network(Some(proxy), Some(proxy), &headers), Some(at("198.51.100.7")));
        assert_eq!(network(Some(proxy), Some(proxy), &HeaderMap::new()), Some(proxy));
        assert_eq!(network(None, None, &headers), None);
    }
}
