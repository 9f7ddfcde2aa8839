//! A municipality's own sign-in: OpenID Connect, with a code, PKCE, state and nonce.
//!
//! What the browser holds while it is away is one random text in a cookie. State, nonce and verifier follow
//! from it and from the provider, so that nothing is kept on our side, leaving stays a link, and an answer of
//! one provider fits no other.

pub(crate) mod away;
pub(crate) mod back;
mod guard;
mod reach;
mod secret;
mod token;
mod who;

use platform::clock::{Moment, machine_now};
use platform::config::Config;
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::{Role, args};

use guard::Own;
pub use reach::Away;
pub use secret::{is_name as is_secret_name, names as secret_names};
pub(crate) use who::STATEMENTS as WHO_STATEMENTS;

platform::row! {
    /// A provider, with the name of its organisation.
    pub struct Provider {
        pub id: String,
        pub organisation: OrganisationId,
        pub name: String,
        pub issuer: String,
        pub client_id: String,
        /// The path of a file; set on the command line only.
        pub secret_file: Option<String>,
        /// The name of a file in the folder of secrets.
        pub secret_name: Option<String>,
        pub role_claim: String,
        pub strong: String,
        pub since: Moment,
    }
}

macro_rules! providers {
    ($behind:literal) => {
        concat!(
            "SELECT p.id, p.organisation, o.name, p.issuer, p.client_id, p.secret_file, p.secret_name, p.role_claim, p.strong, p.since
               FROM openid_provider p JOIN organisation o ON o.id = p.organisation ",
            $behind
        )
    };
}

platform::statements! {
    ALL: Provider = providers!("ORDER BY o.name, p.id");
    OF: Provider = providers!("WHERE p.organisation = $1 ORDER BY p.id");
    FIND: Provider = providers!("WHERE p.id = $1");
    BY_ISSUER: Provider = providers!("WHERE p.issuer = $1");
    BY_SECRET: Provider = providers!("WHERE p.secret_name = $1 ORDER BY p.id");
    ROLES: (String, Role) = "SELECT theirs, ours FROM openid_role WHERE provider = $1 ORDER BY theirs";
    CHANGE: () = "UPDATE openid_provider SET issuer = $2, client_id = $3, secret_file = $4, secret_name = $5, role_claim = $6, strong = $7 WHERE id = $1";
    ORGANISATION: (OrganisationId,) = "SELECT id FROM organisation WHERE id = $1 OR name = $1 ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, id LIMIT 1";
    ANY: (i64,) = "SELECT COUNT(*) FROM openid_provider";
    ADD: () = "INSERT INTO openid_provider (id, organisation, issuer, client_id, secret_file, secret_name, role_claim, strong, since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_ROLE: () = "INSERT INTO openid_role (provider, theirs, ours) VALUES ($1, $2, $3)";
    REMOVE_ROLES: () = "DELETE FROM openid_role WHERE provider = $1";
    REMOVE_SEATS: () = "DELETE FROM openid_seat WHERE provider = $1";
    REMOVE: () = "DELETE FROM openid_provider WHERE id = $1";
}

pub async fn all(conn: &mut Conn) -> Result<Vec<Provider>> {
    conn.all(ALL, args![]).await
}

/// Those of one organisation; mostly one, or none.
pub async fn of(conn: &mut Conn, organisation: &OrganisationId) -> Result<Vec<Provider>> {
    conn.all(OF, args![organisation]).await
}

/// What roles there are here.
pub async fn roles(conn: &mut Conn, provider: &str) -> Result<Vec<(String, Role)>> {
    conn.all(ROLES, args![provider]).await
}

/// Whose provider already has this issuer.
pub async fn by_issuer(conn: &mut Conn, issuer: &str) -> Result<Option<Provider>> {
    conn.one(BY_ISSUER, args![issuer]).await
}

/// Whether another provider's client has this secret: it would be told to whoever is set here.
pub async fn is_secret_of_another(conn: &mut Conn, name: &str, than: Option<&str>) -> Result<bool> {
    Ok(conn.all(BY_SECRET, args![name]).await?.iter().any(|provider| Some(provider.id.as_str()) != than))
}

pub async fn find(conn: &mut Conn, id: &str) -> Result<Option<Provider>> {
    conn.one(FIND, args![id]).await
}

/// The organisation that somebody means by its id or its name.
pub async fn organisation(conn: &mut Conn, text: &str) -> Result<Option<OrganisationId>> {
    Ok(conn.one(ORGANISATION, args![text]).await?.map(|(id,)| id))
}

/// Whether any organisation signs in its own people.
pub(crate) async fn any(conn: &mut Conn) -> Result<bool> {
    Ok(conn.value(ANY, args![]).await? > 0)
}

/// A provider about to be set.
#[derive(Debug, Clone)]
pub struct NewProvider<'a> {
    pub organisation: &'a OrganisationId,
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub secret_file: Option<&'a str>,
    pub secret_name: Option<&'a str>,
    pub role_claim: &'a str,
    pub strong: &'a str,
    /// What a role there is here.
    pub roles: &'a [(String, Role)],
}

/// Whether an issuer may be set: it is reached over TLS, or the house is tried out and it stands on this very machine.
pub fn is_safe(issuer: &str, config: &Config) -> bool {
    guard::is_safe(issuer, Own::of(config))
}

/// Tries what can be tried without somebody who signs in: the provider says where its doors are, and its keys are
/// there.
///
/// # Errors
/// What is wrong.
pub async fn try_out(issuer: &str, config: &Config) -> std::result::Result<(), Away> {
    reach::try_out(issuer, Own::of(config)).await
}

/// Whether the secret of this name can be read.
pub async fn has_secret(name: &str, config: &Config) -> bool {
    let read = secret::named(config, name).await;
    read.inspect_err(|error| tracing::warn!(error, name, "a secret cannot be read")).is_ok()
}

/// Sets a provider; gives its id, which stands in the address where the provider sends people back.
pub async fn add(tx: &mut Tx, new: &NewProvider<'_>, now: Moment) -> Result<String> {
    let id = platform::id::fresh();
    let NewProvider { organisation, issuer, client_id, secret_file, secret_name, role_claim, strong, .. } = new;
    let row = args![id, organisation, issuer, client_id, secret_file, secret_name, role_claim, strong, now];
    tx.exactly_one(ADD, row).await?;
    add_roles(tx, &id, new.roles).await?;
    Ok(id)
}

async fn add_roles(tx: &mut Tx, id: &str, roles: &[(String, Role)]) -> Result<()> {
    for (theirs, ours) in roles {
        tx.exactly_one(ADD_ROLE, args![id, theirs, ours]).await?;
    }
    Ok(())
}

/// Sets a provider anew; its id stays, and with it the address where it sends people back to.
pub async fn change(tx: &mut Tx, id: &str, new: &NewProvider<'_>) -> Result<()> {
    let NewProvider { issuer, client_id, secret_file, secret_name, role_claim, strong, .. } = new;
    tx.exactly_one(CHANGE, args![id, issuer, client_id, secret_file, secret_name, role_claim, strong]).await?;
    tx.run(REMOVE_ROLES, args![id]).await?;
    add_roles(tx, id, new.roles).await
}

/// Takes a provider away; seats that came from there stay until somebody ends them.
pub async fn remove(tx: &mut Tx, id: &str) -> Result<bool> {
    tx.run(REMOVE_ROLES, args![id]).await?;
    tx.run(REMOVE_SEATS, args![id]).await?;
    Ok(tx.run(REMOVE, args![id]).await? == 1)
}

/// Where a provider sends people back to.
pub fn back_to(base_url: &str, provider: &str) -> String {
    format!("{base_url}/aanmelden/organisatie/{provider}/terug")
}

/// What follows from the text that the browser holds, for one provider.
struct Answers {
    state: String,
    nonce: String,
    verifier: String,
}

impl Answers {
    fn of(held: &str, provider: &str) -> Self {
        let of = |what: &str| platform::secret::keyed(held.as_bytes(), &format!("{what}:{provider}"));
        Self { state: of("state"), nonce: of("nonce"), verifier: of("verifier") }
    }
}

fn now() -> Moment {
    machine_now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_one_provider_fits_no_other() {
        let held = platform::secret::token();
        let (one, other) = (Answers::of(&held, "1"), Answers::of(&held, "2"));
        assert_ne!(one.state, other.state);
        assert_ne!(one.nonce, one.state);
        assert!((43..=128).contains(&one.verifier.len()), "as PKCE asks");
        assert_ne!(one.state, Answers::of(&platform::secret::token(), "1").state);
    }
}
