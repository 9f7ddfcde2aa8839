//! How a municipality signs in its own people: its provider of OpenID Connect, on a page. Who keeps the house
//! running, or the office, sets it; the municipality sees what is set.
//!
//! A secret is chosen by its name alone, from a folder that the administrator set. It is on no page.

pub(crate) mod change;
mod held;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod policy;
mod read;
pub(crate) mod remove;
mod say;
pub(crate) mod show;

use platform::Kind;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::web::Problem;

use crate::policy::Settings;
use crate::store;

pub(crate) use held::STATEMENTS;

/// The municipality, or nothing: others have no sign-in of their own here.
async fn find(conn: &mut Conn, id: &OrganisationId) -> Result<Settings, Problem> {
    store::find(conn, id).await?.filter(|of| of.kind == Kind::Municipality).ok_or(Problem::NotFound)
}

impl Settings {
    /// Where its own sign-in stands.
    pub(crate) fn sign_in_path(&self) -> String {
        format!("{}/aanmelding", self.path())
    }
}
