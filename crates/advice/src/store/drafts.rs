//! The draft of an advice: each save is a version, whole; the newest is the one that is worked on.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::draft::{Draft, Line};
use crate::kinds::CaseId;
use crate::policy::{Consenting, WritingDraft};

platform::row! {
    struct Kept {
        version: i64,
        title: String,
        summary: String,
        considered: String,
        heard: String,
        equal_chances: String,
        recommendations: String,
        at: Moment,
        by_name: Option<String>,
    }

    /// A version as the list of versions shows it.
    pub struct Version {
        pub version: i64,
        pub at: Moment,
        pub by_name: Option<String>,
        /// Who wrote it in their name, when somebody did.
        pub written_by: Option<String>,
    }

    /// A different opinion that goes along with the advice.
    pub struct Minority {
        pub person: PersonId,
        pub name: String,
        pub text: String,
        pub named: bool,
    }
}

platform::statements! {
    // The newest when `$2` is nought.
    FIND: Kept = "SELECT v.version, v.title, v.summary, v.considered, v.heard, v.equal_chances, v.recommendations, v.at, p.name AS by_name
          FROM advice_version v LEFT JOIN person p ON p.id = v.by_person
         WHERE v.case_id = $1 AND ($2 = 0 OR v.version = $2) ORDER BY v.version DESC LIMIT 1";
    VERSIONS: Version = "SELECT v.version, v.at, p.name AS by_name, w.name AS written_by FROM advice_version v
        LEFT JOIN person p ON p.id = v.by_person LEFT JOIN person w ON w.id = v.written_by
        WHERE v.case_id = $1 ORDER BY v.version DESC LIMIT 20";
    SAVE: () = "INSERT INTO advice_version (case_id, version, title, summary, considered, heard, equal_chances, recommendations, at, by_person, written_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (case_id, version) DO NOTHING";
    MINORITIES: Minority = "SELECT m.person, p.name, m.text, m.named FROM advice_minority m JOIN person p ON p.id = m.person WHERE m.case_id = $1 ORDER BY m.at";
    SET_MINORITY: () = "INSERT INTO advice_minority (id, case_id, person, text, named, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (case_id, person) DO UPDATE SET text = excluded.text, named = excluded.named, at = excluded.at";
    DROP_MINORITY: () = "DELETE FROM advice_minority WHERE case_id = $1 AND person = $2";
}

async fn read(conn: &mut Conn, case: &CaseId, version: i64) -> Result<Option<Draft>> {
    let Some(kept) = conn.one(FIND, args![case, version]).await? else { return Ok(None) };
    let lines: Vec<Line> =
        serde_json::from_str(&kept.recommendations).map_err(|e| platform::db::Error::Shape(e.to_string()))?;
    Ok(Some(Draft {
        version: kept.version,
        title: kept.title,
        summary: kept.summary,
        considered: kept.considered,
        heard: kept.heard,
        equal_chances: kept.equal_chances,
        lines,
        at: kept.at,
        by_name: kept.by_name.unwrap_or_default(),
    }))
}

/// The draft as it is now; before the first save there is none.
pub async fn newest(conn: &mut Conn, case: &CaseId) -> Result<Option<Draft>> {
    read(conn, case, 0).await
}

pub async fn version(conn: &mut Conn, case: &CaseId, version: i64) -> Result<Option<Draft>> {
    read(conn, case, version.max(1)).await
}

pub async fn versions(conn: &mut Conn, case: &CaseId) -> Result<Vec<Version>> {
    conn.all(VERSIONS, args![case]).await
}

/// Saves the version after the one that was read. [`Error::Stale`](platform::db::Error::Stale) when somebody
/// saved it meanwhile.
pub async fn save(tx: &mut Tx, permit: &Permit<WritingDraft>, draft: &Draft, at: Moment) -> Result<()> {
    save_by(tx, &CaseId::of(permit.on()), (Some(permit.by()), permit.helper()), draft, at).await
}

pub(crate) async fn save_by(
    tx: &mut Tx,
    case: &CaseId,
    (by, helper): (Option<&PersonId>, Option<&PersonId>),
    draft: &Draft,
    at: Moment,
) -> Result<()> {
    let lines = serde_json::to_string(&draft.lines).map_err(|e| platform::db::Error::Fault(Box::new(e)))?;
    let row = args![
        case,
        draft.version,
        draft.title,
        draft.summary,
        draft.considered,
        draft.heard,
        draft.equal_chances,
        lines,
        at,
        by,
        helper
    ];
    tx.exactly_one(SAVE, row).await
}

pub async fn minorities(conn: &mut Conn, case: &CaseId) -> Result<Vec<Minority>> {
    conn.all(MINORITIES, args![case]).await
}

/// An empty text takes the opinion back.
pub async fn set_minority(tx: &mut Tx, permit: &Permit<Consenting>, text: &str, named: bool, at: Moment) -> Result<()> {
    if text.is_empty() {
        return tx.run(DROP_MINORITY, args![permit.on(), permit.by()]).await.map(|_| ());
    }
    add_minority(tx, &CaseId::of(permit.on()), permit.by(), text, named, at).await
}

pub(crate) async fn add_minority(
    tx: &mut Tx,
    case: &CaseId,
    person: &PersonId,
    text: &str,
    named: bool,
    at: Moment,
) -> Result<()> {
    tx.exactly_one(SET_MINORITY, args![platform::id::fresh(), case, person, text, i64::from(named), at]).await
}
