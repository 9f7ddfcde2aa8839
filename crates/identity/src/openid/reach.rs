//! Reaching a provider: where its doors are, its keys, and trading a code for a token. It goes to addresses
//! that were set and that the provider itself names, past the [`guard`](super::guard), follows no redirect, and
//! waits five seconds.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::Semaphore;
use ureq::unversioned::transport::DefaultConnector;

use super::guard::{self, Guard, Own};
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

/// Why a provider could not be reached or understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Away {
    /// This address is not reached over TLS.
    Open(String),
    /// Its name leads nowhere.
    Unknown,
    /// Its name leads into a network that is not for everybody.
    Closed,
    /// Nobody answers, or not in time.
    Silent(String),
    /// It cannot show that it is who it says: its certificate is not trusted.
    Untrusted(String),
    /// It answers something else than *here it is*.
    Status(u16),
    /// It sends us elsewhere.
    Elsewhere,
    /// Its answer is not what the standard asks.
    Unreadable(String),
    /// It goes by another name than was set.
    OtherName(String),
    /// Too many are on their way already.
    Busy,
}

impl std::fmt::Display for Away {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Open(address) => write!(f, "{address} is not reached over TLS"),
            Self::Unknown => f.write_str("its name leads nowhere"),
            Self::Closed => f.write_str(guard::CLOSED),
            Self::Silent(why) => write!(f, "nobody answers: {why}"),
            Self::Untrusted(why) => write!(f, "its certificate is not trusted: {why}"),
            Self::Status(status) => write!(f, "it answers {status}"),
            Self::Elsewhere => f.write_str("it sends elsewhere"),
            Self::Unreadable(why) => write!(f, "its answer cannot be read: {why}"),
            Self::OtherName(name) => write!(f, "it calls itself {name}"),
            Self::Busy => f.write_str("too many are on their way already"),
        }
    }
}

impl From<ureq::Error> for Away {
    fn from(error: ureq::Error) -> Self {
        use std::io::ErrorKind;
        match error {
            ureq::Error::StatusCode(status) => Self::Status(status),
            ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => Self::Elsewhere,
            ureq::Error::HostNotFound => Self::Unknown,
            ureq::Error::Tls(why) => Self::Untrusted(why.to_owned()),
            ureq::Error::Rustls(why) => Self::Untrusted(why.to_string()),
            ureq::Error::Io(io) => match io.kind() {
                ErrorKind::PermissionDenied if io.to_string() == guard::CLOSED => Self::Closed,
                // So a connection over TLS says that it does not trust who is there.
                ErrorKind::InvalidData => Self::Untrusted(io.to_string()),
                // So the machine says that it does not know a name.
                _ if io.to_string().contains("failed to lookup address") => Self::Unknown,
                _ => Self::Silent(io.to_string()),
            },
            ureq::Error::BodyExceedsLimit(_) | ureq::Error::Protocol(_) => Self::Unreadable(error.to_string()),
            other => Self::Silent(other.to_string()),
        }
    }
}

pub(super) fn agent(own: Own) -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(true)
        .proxy(None)
        .user_agent("Beraad");
    ureq::Agent::with_parts(config.build(), DefaultConnector::default(), Guard::new(own))
}

async fn away_from_here<T: Send + 'static>(work: impl FnOnce() -> Result<T, Away> + Send + 'static) -> Result<T, Away> {
    let _one = AT_ONCE.try_acquire().map_err(|_| Away::Busy)?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Away::Silent(e.to_string()))?
}

fn read<T: DeserializeOwned>(mut answer: ureq::http::Response<ureq::Body>) -> Result<T, Away> {
    if answer.status().is_redirection() {
        return Err(Away::Elsewhere);
    }
    let text = answer.body_mut().with_config().limit(BYTES_MAX).read_to_string()?;
    serde_json::from_str(&text).map_err(|e| Away::Unreadable(e.to_string()))
}

fn get<T: DeserializeOwned>(address: &str, own: Own) -> Result<T, Away> {
    if !guard::is_safe(address, own) {
        return Err(Away::Open(address.to_owned()));
    }
    read(agent(own).get(address).call()?)
}

/// Asks a provider where its doors are. It must name itself as it was set.
pub(crate) async fn doors(issuer: &str, own: Own) -> Result<Doors, Away> {
    let issuer = issuer.to_owned();
    away_from_here(move || {
        let found: Doors = get(&format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/')), own)?;
        if found.issuer != issuer {
            return Err(Away::OtherName(found.issuer));
        }
        let all = [&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri];
        if let Some(address) = all.iter().find(|address| !guard::is_safe(address, own)) {
            return Err(Away::Open(address.to_string()));
        }
        Ok(found)
    })
    .await
}

/// The doors, and whether its keys can be fetched: all that can be tried without somebody who signs in.
pub(crate) async fn try_out(issuer: &str, own: Own) -> Result<(), Away> {
    let doors = doors(issuer, own).await?;
    away_from_here(move || get::<Keys>(&doors.jwks_uri, own).map(|_| ())).await
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
pub(crate) async fn trade(doors: Doors, trade: Trade, own: Own) -> Result<(String, Keys), Away> {
    away_from_here(move || {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", &trade.code),
            ("redirect_uri", &trade.redirect_uri),
            ("code_verifier", &trade.verifier),
        ];
        let mut request = agent(own).post(&doors.token_endpoint);
        match &trade.secret {
            Some(secret) => request = request.header("authorization", basic(&trade.client_id, secret)),
            None => fields.push(("client_id", &trade.client_id)),
        }
        let traded: Traded = read(request.send_form(fields)?)?;
        Ok((traded.id_token, get(&doors.jwks_uri, own)?))
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
    fn a_client_shows_who_it_is() {
        assert_eq!(basic("beraad", "a b&c"), "Basic YmVyYWFkOmErYiUyNmM=");
    }
}
