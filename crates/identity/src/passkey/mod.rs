//! Passkeys: a key in one's own telephone, computer or token, which opens with a finger, a face or a PIN.
//! Whoever signs in with one has taken both steps at once.
//!
//! The cryptography is that of `webauthn-rs`; here are the pages, the rows, and the questions that wait for an
//! answer.

pub(crate) mod add;
pub(crate) mod enter;
mod store;

use base64::Engine as _;
use platform::App;
use platform::web::Problem;
use webauthn_rs::prelude::{Url, WebauthnError};
use webauthn_rs::{Webauthn, WebauthnBuilder};

pub(crate) use store::{STATEMENTS, count, remove_all};

/// What browsers show beside the name.
const NAME: &str = "Beraad";

/// The house as keys know it: by its host name. Keys know no network addresses, so a house that is reached by
/// one offers none; the demo, which stands on this very machine, is then called `localhost`.
pub(crate) fn house(app: &App) -> Option<Webauthn> {
    let (host, origin) = known_as(&app.config().base_url, app.is_demo())?;
    WebauthnBuilder::new(&host, &origin).ok()?.rp_name(NAME).build().ok()
}

fn known_as(base_url: &str, demo: bool) -> Option<(String, Url)> {
    let mut origin = Url::parse(base_url).ok()?;
    if origin.domain().is_none() && demo {
        origin.set_host(Some("localhost")).ok()?;
    }
    let host = origin.domain()?.to_owned();
    // Browsers offer keys over TLS only, and on this very machine.
    (origin.scheme() == "https" || host == "localhost" || host.ends_with(".test")).then_some((host, origin))
}

/// Whether the house offers passkeys.
pub(crate) fn offered(app: &App) -> bool {
    known_as(&app.config().base_url, app.is_demo()).is_some()
}

/// The house, where it must offer passkeys.
pub(crate) fn house_or_nothing(app: &App) -> Result<Webauthn, Problem> {
    house(app).ok_or(Problem::NotFound)
}

/// The id of a key, as it is kept.
fn text(id: &[u8]) -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(id)
}

/// What a key answered does not hold; the log says why.
pub(crate) fn refused(error: WebauthnError) {
    tracing::info!(%error, "a passkey was refused");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_know_a_house_by_its_name() {
        let host = |url: &str, demo| known_as(url, demo).map(|(host, _)| host);
        assert_eq!(host("https://beraad.example", false).as_deref(), Some("beraad.example"));
        assert_eq!(host("http://localhost:8080", false).as_deref(), Some("localhost"));
        assert_eq!(host("http://127.0.0.1:8080", true).as_deref(), Some("localhost"));
        assert_eq!(host("http://127.0.0.1:8080", false), None);
        assert_eq!(host("http://beraad.example", false), None, "not without TLS");
        let (_, origin) = known_as("http://127.0.0.1:8091", true).expect("the demo");
        assert_eq!(origin.as_str(), "http://localhost:8091/");
    }
}
