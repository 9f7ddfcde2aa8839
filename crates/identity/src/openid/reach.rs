//! Reaching a provider: where its doors are, its keys, and trading a code for a token. It goes to addresses
//! that an administrator set and that the provider itself names, over TLS, follows no redirect, and waits five
//! seconds.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::Semaphore;
use webauthn_rs::prelude::Url;

use super::token::Keys;

const PATIENCE: Duration = Duration::from_secs(5);
/// Anybody may ask to leave for a provider; this many at once keep nobody else waiting.
static AT_ONCE: Semaphore = Semaphore::const_new(32);
/// More than any answer we ask for.
const BYTES_MAX: u64 = 256 * 1024;

/// Where a provider's doors are, as it says itself.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Doors {
    pub issuer: String,
    pub authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

/// Why a provider could not be reached or understood; for the log.
#[derive(Debug)]
pub(crate) struct Away(String);

impl std::fmt::Display for Away {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn away(why: impl std::fmt::Display) -> Away {
    Away(why.to_string())
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(true)
        .proxy(None)
        .user_agent("Beraad");
    config.build().into()
}

/// Only over TLS; without it on this very machine, for trying things out.
pub(crate) fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
    url.scheme() == "https" || (url.scheme() == "http" && here)
}

async fn away_from_here<T: Send + 'static>(work: impl FnOnce() -> Result<T, Away> + Send + 'static) -> Result<T, Away> {
    let _one = AT_ONCE.try_acquire().map_err(|_| away("too many are on their way already"))?;
    tokio::task::spawn_blocking(work).await.map_err(away)?
}

fn read<T: DeserializeOwned>(mut answer: ureq::http::Response<ureq::Body>) -> Result<T, Away> {
    let text = answer.body_mut().with_config().limit(BYTES_MAX).read_to_string().map_err(away)?;
    serde_json::from_str(&text).map_err(away)
}

fn get<T: DeserializeOwned>(address: &str) -> Result<T, Away> {
    if !is_safe(address) {
        return Err(away(format!("{address} is not reached over TLS")));
    }
    read(agent().get(address).call().map_err(away)?)
}

/// Asks a provider where its doors are. It must name itself as it was set.
pub(crate) async fn doors(issuer: &str) -> Result<Doors, Away> {
    let issuer = issuer.to_owned();
    away_from_here(move || {
        let found: Doors = get(&format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/')))?;
        if found.issuer != issuer {
            return Err(away(format!("{issuer} calls itself {}", found.issuer)));
        }
        let all = [&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri];
        if let Some(address) = all.iter().find(|address| !is_safe(address)) {
            return Err(away(format!("{address} is not reached over TLS")));
        }
        Ok(found)
    })
    .await
}

/// What goes along with a code.
pub(crate) struct Trade {
    pub code: String,
    pub redirect_uri: String,
    pub verifier: String,
    pub client_id: String,
    pub secret: Option<String>,
}

#[derive(Deserialize)]
struct Traded {
    id_token: String,
}

/// Trades a code for an ID token, and fetches the keys to check it with.
pub(crate) async fn trade(doors: Doors, trade: Trade) -> Result<(String, Keys), Away> {
    away_from_here(move || {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", &trade.code),
            ("redirect_uri", &trade.redirect_uri),
            ("code_verifier", &trade.verifier),
        ];
        let mut request = agent().post(&doors.token_endpoint);
        match &trade.secret {
            Some(secret) => request = request.header("authorization", basic(&trade.client_id, secret)),
            None => fields.push(("client_id", &trade.client_id)),
        }
        let traded: Traded = read(request.send_form(fields).map_err(away)?)?;
        Ok((traded.id_token, get(&doors.jwks_uri)?))
    })
    .await
}

/// RFC 6749, 2.3.1: both halves are encoded as in a form first.
fn basic(client: &str, secret: &str) -> String {
    use base64::Engine as _;
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let both = format!("{}:{}", encoded(client), encoded(secret));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(both))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_over_tls_or_on_this_very_machine() {
        assert!(is_safe("https://id.example/oidc") && is_safe("http://localhost:9000"));
        for wrong in ["http://id.example", "ftp://localhost", "file:///etc/passwd", "id.example", "http://10.0.0.1"] {
            assert!(!is_safe(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_client_shows_who_it_is() {
        assert_eq!(basic("beraad", "a b&c"), "Basic YmVyYWFkOmErYiUyNmM=");
    }
}
