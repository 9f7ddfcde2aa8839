//! What the demo has to look at.

use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result};

platform::row! {
    /// Somebody's seat of today.
    pub(super) struct Sits { pub person: String, pub seat: String, pub organisation: String }

    pub(super) struct Case {
        pub id: String,
        pub council: String,
        pub municipality: String,
        pub visibility: String,
        /// Its advice was sent.
        pub issued: bool,
        /// There is a request in it.
        pub asked: bool,
        /// The answer was published, and it goes on.
        pub going_on: bool,
        pub document: Option<String>,
    }

    pub(super) struct Talk {
        pub id: String,
        pub author: String,
        pub organisation: String,
        pub kind: String,
        pub visibility: String,
        pub file: Option<String>,
    }

    pub(super) struct Post { pub id: String, pub topic: String }

    /// What an organisation looks like: the name of a file of its own.
    pub(super) struct Look { pub organisation: String, pub file: String }

    pub(super) struct Tie { pub council: String, pub municipality: String }
}

platform::statements! {
    PERSONA: Sits = "SELECT s.person, s.id AS seat, s.organisation FROM setting x JOIN seat s ON s.person = x.value
        WHERE x.name = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2) ORDER BY s.from_on, s.id LIMIT 1";
    OTHERS: Sits = "SELECT s.person, s.id AS seat, s.organisation FROM seat s
        WHERE s.organisation = $1 AND s.person <> $2 AND s.role <> 'guest' AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3)
        ORDER BY s.id";
    TIES: Tie = "SELECT council, municipality FROM council_municipality
        WHERE (from_on IS NULL OR from_on <= $1) AND (until_on IS NULL OR until_on >= $1) ORDER BY council, municipality";
    CASES: Case = "SELECT c.id, c.council, c.municipality, c.visibility,
        CASE WHEN i.case_id IS NULL THEN 0 ELSE 1 END AS issued, CASE WHEN q.case_id IS NULL THEN 0 ELSE 1 END AS asked,
        CASE WHEN p.case_id IS NULL OR e.case_id IS NOT NULL THEN 0 ELSE 1 END AS going_on,
        (SELECT MIN(d.id) FROM advice_document d WHERE d.case_id = c.id AND d.visibility = 'parties') AS document
        FROM advice_case c LEFT JOIN advice_issue i ON i.case_id = c.id LEFT JOIN advice_publication p ON p.case_id = c.id
        LEFT JOIN advice_exit e ON e.case_id = c.id LEFT JOIN advice_request q ON q.case_id = c.id
        WHERE NOT EXISTS (SELECT 1 FROM advice_embargo w WHERE w.case_id = c.id) AND NOT EXISTS (SELECT 1 FROM advice_confidence k WHERE k.case_id = c.id) ORDER BY c.id";
    TALKS: Talk = "SELECT t.id, t.author, t.organisation, o.kind, t.visibility,
        (SELECT MIN(a.file) FROM community_attachment a JOIN community_post b ON b.id = a.post
            LEFT JOIN community_retraction r ON r.post = b.id WHERE b.topic = t.id AND r.post IS NULL) AS file
        FROM community_topic t JOIN organisation o ON o.id = t.organisation ORDER BY t.id";
    POSTS_OF: Post = "SELECT b.id, b.topic FROM community_post b LEFT JOIN community_retraction r ON r.post = b.id
        WHERE b.author = $1 AND b.n > 0 AND r.post IS NULL ORDER BY b.at DESC, b.id LIMIT 1";
    ANSWER: Post = "SELECT b.id, b.topic FROM community_post b LEFT JOIN community_retraction r ON r.post = b.id
        WHERE b.topic = $1 AND b.n > 0 AND b.author <> $2 AND r.post IS NULL ORDER BY b.n LIMIT 1";
    STYLE: Look = "SELECT organisation, style AS file FROM organisation_letterhead WHERE style IS NOT NULL ORDER BY organisation LIMIT 1";
    LOGO: Look = "SELECT organisation, logo AS file FROM organisation_letterhead WHERE logo IS NOT NULL ORDER BY organisation LIMIT 1";
    INVITATION: (String,) = "SELECT i.id FROM invitation i LEFT JOIN invitation_acceptance a ON a.invitation = i.id
        LEFT JOIN invitation_withdrawal w ON w.invitation = i.id
        WHERE i.organisation = $1 AND i.thing IS NULL AND a.invitation IS NULL AND w.invitation IS NULL ORDER BY i.id LIMIT 1";
}

pub(super) async fn persona(conn: &mut Conn, slug: &str, today: Day) -> Result<Option<Sits>> {
    conn.one(PERSONA, args![format!("persona.{slug}"), today]).await
}

/// Who sits there besides somebody.
pub(super) async fn another(conn: &mut Conn, organisation: &str, than: &str, today: Day) -> Result<Option<Sits>> {
    Ok(conn.all(OTHERS, args![organisation, than, today]).await?.into_iter().next())
}

pub(super) async fn ties(conn: &mut Conn, today: Day) -> Result<Vec<Tie>> {
    conn.all(TIES, args![today]).await
}

pub(super) async fn cases(conn: &mut Conn) -> Result<Vec<Case>> {
    conn.all(CASES, args![]).await
}

pub(super) async fn talks(conn: &mut Conn) -> Result<Vec<Talk>> {
    conn.all(TALKS, args![]).await
}

/// The last answer that somebody wrote.
pub(super) async fn written(conn: &mut Conn, person: &str) -> Result<Option<Post>> {
    conn.one(POSTS_OF, args![person]).await
}

/// An answer in a topic by anybody else.
pub(super) async fn answer(conn: &mut Conn, topic: &str, than: &str) -> Result<Option<Post>> {
    conn.one(ANSWER, args![topic, than]).await
}

pub(super) async fn invitation(conn: &mut Conn, organisation: &str) -> Result<Option<String>> {
    Ok(conn.one(INVITATION, args![organisation]).await?.map(|(id,)| id))
}

/// A style sheet of whoever has one.
pub(super) async fn style(conn: &mut Conn) -> Result<Option<Look>> {
    conn.one(STYLE, args![]).await
}

/// A logo of whoever has one.
pub(super) async fn logo(conn: &mut Conn) -> Result<Option<Look>> {
    conn.one(LOGO, args![]).await
}
