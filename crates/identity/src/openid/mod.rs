//! A municipality's own sign-in: OpenID Connect, with a code, PKCE, state and nonce.
//!
//! What the browser holds while it is away is one random text in a cookie. State, nonce and verifier follow
//! from it and from the provider, so that nothing is kept on our side, leaving stays a link, and an answer of
//! one provider fits no other.

pub(crate) mod away;
pub(crate) mod back;
mod reach;
mod token;
mod who;

use platform::clock::{Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::{Role, args, secret};

pub(crate) use who::STATEMENTS as WHO_STATEMENTS;

platform::row! {
    /// A provider, with the name of its organisation.
    pub struct Provider {
        pub id: String,
        pub organisation: OrganisationId,
        pub name: String,
        pub issuer: String,
        pub client_id: String,
        pub secret_file: Option<String>,
        pub role_claim: String,
        pub strong: String,
    }
}

platform::statements! {
    ALL: Provider = "SELECT p.id, p.organisation, o.name, p.issuer, p.client_id, p.secret_file, p.role_claim, p.strong
        FROM openid_provider p JOIN organisation o ON o.id = p.organisation ORDER BY o.name, p.id";
    FIND: Provider = "SELECT p.id, p.organisation, o.name, p.issuer, p.client_id, p.secret_file, p.role_claim, p.strong
        FROM openid_provider p JOIN organisation o ON o.id = p.organisation WHERE p.id = $1";
    ORGANISATION: (OrganisationId,) = "SELECT id FROM organisation WHERE id = $1 OR name = $1 ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, id LIMIT 1";
    ANY: (i64,) = "SELECT COUNT(*) FROM openid_provider";
    ADD: () = "INSERT INTO openid_provider (id, organisation, issuer, client_id, secret_file, role_claim, strong, since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_ROLE: () = "INSERT INTO openid_role (provider, theirs, ours) VALUES ($1, $2, $3)";
    REMOVE_ROLES: () = "DELETE FROM openid_role WHERE provider = $1";
    REMOVE_SEATS: () = "DELETE FROM openid_seat WHERE provider = $1";
    REMOVE: () = "DELETE FROM openid_provider WHERE id = $1";
}

pub async fn all(conn: &mut Conn) -> Result<Vec<Provider>> {
    conn.all(ALL, args![]).await
}

pub(crate) async fn find(conn: &mut Conn, id: &str) -> Result<Option<Provider>> {
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
    pub role_claim: &'a str,
    pub strong: &'a str,
    /// What a role there is here.
    pub roles: &'a [(String, Role)],
}

/// Whether an issuer may be set: it is reached over TLS, or stands on this very machine.
pub fn is_safe(issuer: &str) -> bool {
    reach::is_safe(issuer)
}

/// Sets a provider; gives its id, which stands in the address where the provider sends people back.
pub async fn add(tx: &mut Tx, new: &NewProvider<'_>, now: Moment) -> Result<String> {
    let id = platform::id::fresh();
    let row = args![id, new.organisation, new.issuer, new.client_id, new.secret_file, new.role_claim, new.strong, now];
    tx.exactly_one(ADD, row).await?;
    for (theirs, ours) in new.roles {
        tx.exactly_one(ADD_ROLE, args![id, theirs, ours]).await?;
    }
    Ok(id)
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
        let of = |what: &str| secret::keyed(held.as_bytes(), &format!("{what}:{provider}"));
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
        let held = secret::token();
        let (one, other) = (Answers::of(&held, "1"), Answers::of(&held, "2"));
        assert_ne!(one.state, other.state);
        assert_ne!(one.nonce, one.state);
        assert!((43..=128).contains(&one.verifier.len()), "as PKCE asks");
        assert_ne!(one.state, Answers::of(&secret::token(), "1").state);
    }
}
