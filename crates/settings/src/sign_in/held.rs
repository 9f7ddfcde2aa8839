//! What is set now, and setting it.

use identity::openid::{self, NewProvider, Provider};
use platform::choice::Choice;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::policy::Permit;
use platform::trail::Change;
use platform::{Role, args, secret};

use super::policy::SettingSignIn;

platform::row! {
    /// A municipality in a list.
    pub struct Place { pub id: OrganisationId, pub name: String }
}

platform::statements! {
    PLACES: Place = "SELECT id, name FROM organisation WHERE kind = 'municipality' AND folded LIKE $1 ORDER BY name, id LIMIT $2";
}

/// The municipalities with this in their name.
pub async fn places(conn: &mut Conn, part: &str, most: i64) -> Result<Vec<Place>> {
    let plain: String = identity::directory::fold(part).chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    conn.all(PLACES, args![format!("%{plain}%"), most]).await
}

/// Which secret the client has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Secret {
    #[default]
    None,
    /// By its name in the folder of secrets.
    Named(String),
    /// A path that was set on the command line; it can only stay as it is.
    File(String),
}

/// All that is set about one provider.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    pub issuer: String,
    pub client_id: String,
    pub secret: Secret,
    pub role_claim: String,
    pub roles: Vec<(String, Role)>,
    pub strong: String,
}

/// A provider as it stands.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: String,
    pub since: Moment,
    pub values: Values,
}

async fn whole(conn: &mut Conn, provider: Provider) -> Result<Held> {
    let roles = openid::roles(conn, &provider.id).await?;
    let secret = match (provider.secret_name, provider.secret_file) {
        (Some(name), _) => Secret::Named(name),
        (None, Some(file)) => Secret::File(file),
        (None, None) => Secret::None,
    };
    let Provider { id, since, issuer, client_id, role_claim, strong, .. } = provider;
    Ok(Held { id, since, values: Values { issuer, client_id, secret, role_claim, roles, strong } })
}

/// Those of a municipality: mostly one, or none.
pub async fn all(conn: &mut Conn, of: &OrganisationId) -> Result<Vec<Held>> {
    let mut all = Vec::new();
    for provider in openid::of(conn, of).await? {
        all.push(whole(conn, provider).await?);
    }
    Ok(all)
}

/// The one with this id, when it is theirs.
pub async fn one(conn: &mut Conn, of: &OrganisationId, id: &str) -> Result<Option<Held>> {
    Ok(all(conn, of).await?.into_iter().find(|held| held.id == id))
}

/// Changes with everything that is set: a form that began before it is old. Empty for one that is still to be.
pub fn version(held: Option<&Held>) -> String {
    held.map(|held| secret::hashed(&format!("{:?}", held.values))).unwrap_or_default()
}

impl Values {
    /// What each field holds, under the name that the trail has for it.
    fn named(&self) -> [(&'static str, Option<String>); 6] {
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        let secret = match &self.secret {
            Secret::None => None,
            Secret::Named(name) | Secret::File(name) => Some(name.clone()),
        };
        let roles: Vec<_> = self.roles.iter().map(|(theirs, ours)| format!("{theirs} = {}", ours.word())).collect();
        [
            ("issuer", text(&self.issuer)),
            ("client", text(&self.client_id)),
            ("secret", secret),
            ("role_claim", text(&self.role_claim)),
            ("roles", text(&roles.join("; "))),
            ("strong", text(&self.strong)),
        ]
    }

    /// What is different, for the trail.
    pub fn changed(&self, after: &Self) -> Vec<Change> {
        let both = self.named().into_iter().zip(after.named());
        both.filter_map(|((what, before), (_, after))| Change::of(what, before, after)).collect()
    }
}

/// Sets it; gives the id of the provider.
pub async fn save(
    tx: &mut Tx,
    permit: &Permit<SettingSignIn>,
    held: Option<&Held>,
    wanted: &Values,
    now: Moment,
) -> Result<String> {
    let organisation = OrganisationId::of(permit.on());
    let (secret_name, secret_file) = match &wanted.secret {
        Secret::None => (None, None),
        Secret::Named(name) => (Some(name.as_str()), None),
        Secret::File(file) => (None, Some(file.as_str())),
    };
    let new = NewProvider {
        organisation: &organisation,
        issuer: &wanted.issuer,
        client_id: &wanted.client_id,
        secret_file,
        secret_name,
        role_claim: &wanted.role_claim,
        strong: &wanted.strong,
        roles: &wanted.roles,
    };
    match held {
        None => openid::add(tx, &new, now).await,
        Some(held) => openid::change(tx, &held.id, &new).await.map(|()| held.id.clone()),
    }
}

/// Takes it away.
pub async fn remove(tx: &mut Tx, permit: &Permit<SettingSignIn>, held: &Held) -> Result<bool> {
    let theirs = openid::of(tx, &OrganisationId::of(permit.on())).await?;
    Ok(theirs.iter().any(|provider| provider.id == held.id) && openid::remove(tx, &held.id).await?)
}
