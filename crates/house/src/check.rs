//! `beraad check`: whether the trail is whole and the database sound, and one number for all of it.

use platform::args;
use platform::db::{Conn, Result, digest};

/// What comes and goes by itself, so that it would differ though nobody did anything: sign-ins and what is tried on the
/// way there, what was read, what somebody wanted to look at and might not, the tokens of forms that were sent, and when each migration ran.
pub const LEFT_OUT: &[&str] = &[
    "session",
    "sign_in_attempt",
    "second_miss",
    "passkey_ceremony",
    "community_read",
    "refused_look",
    "form_once",
    "refinery_schema_history",
];

platform::statements! {
    EVENTS: (i64,) = "SELECT COUNT(*) FROM event";
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    pub ok: bool,
    pub events: i64,
    pub digest: String,
    /// What is wrong, in a sentence each; empty when all is well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<String>,
}

pub async fn check(conn: &mut Conn) -> Result<Report> {
    let mut problems = Vec::new();
    if let Err(broken) = platform::trail::check(conn).await? {
        problems.push(format!("the trail is broken at line {}: {}", broken.seq, broken.why));
    }
    let found = digest(conn, LEFT_OUT).await?;
    problems.extend(found.damage);
    let events = conn.value(EVENTS, args![]).await?;
    Ok(Report { ok: problems.is_empty(), events, digest: found.digest, problems })
}
