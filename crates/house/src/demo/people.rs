//! The personas: one button each.
//!
//! GET  /demo/personen    [{"slug","name","role","organisation","email","totp"}]
//! POST /demo/aanmelden   persoon=SLUG; needs no token

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use identity::second;
use platform::db::Conn;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem, session_cookie};
use platform::{App, Lang, Role, args};

use crate::serve::Closed;

platform::row! {
    pub struct Persona {
        pub slug: String,
        pub person: PersonId,
        pub name: String,
        pub email: String,
        pub role: Option<Role>,
        pub organisation: Option<String>,
    }
}

platform::statements! {
    PERSONAS: Persona = "SELECT SUBSTR(x.name, 9) AS slug, p.id AS person, p.name, p.address AS email, s.role, o.name AS organisation
        FROM setting x JOIN person p ON p.id = x.value
        LEFT JOIN seat s ON s.person = p.id AND s.from_on <= $1 AND (s.until_on IS NULL OR s.until_on >= $1)
        LEFT JOIN organisation o ON o.id = s.organisation
        WHERE x.name LIKE 'persona.%' ORDER BY x.name, s.from_on, s.id";
    LONG_TOPIC: (String,) = "SELECT t.id FROM community_topic t WHERE t.visibility = 'everybody' AND t.answers >= 50 ORDER BY t.answers, t.id LIMIT 1";
    // The case of the member's council with the most to draw: answered, and still going on.
    CASE: (String,) = "SELECT c.id FROM setting x JOIN seat s ON s.person = x.value JOIN advice_case c ON c.council = s.organisation
        JOIN advice_publication p ON p.case_id = c.id LEFT JOIN advice_exit e ON e.case_id = c.id
        WHERE x.name = 'persona.lid' AND c.visibility = 'parties' AND e.case_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM advice_confidence k WHERE k.case_id = c.id)
        ORDER BY c.opened_at DESC, c.id LIMIT 1";
    PEOPLE: (i64,) = "SELECT COUNT(*) FROM person";
}

/// The personas in the order of their slugs, each with the first of their seats.
pub(super) async fn personas(conn: &mut Conn, today: platform::Day) -> platform::db::Result<Vec<Persona>> {
    let mut all = conn.all(PERSONAS, args![today]).await?;
    all.dedup_by(|b, a| a.slug == b.slug);
    Ok(all)
}

/// A line for each persona: their name, and from which seat they speak.
pub async fn who_there_is(app: &App) -> Result<Vec<String>, Closed> {
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let mut reader = app.db().reader().await.map_err(failed)?;
    let all = personas(&mut reader, app.clock().now().day()).await.map_err(failed)?;
    let longest = all.iter().map(|p| p.name.chars().count()).max().unwrap_or(0);
    let line = |p: Persona| {
        let role = p.role.map_or("no role", |role| ui::role_word(role, Lang::En));
        let place = p.organisation.map(|name| format!(", {name}")).unwrap_or_default();
        format!("{:<longest$}  {role}{place}", p.name)
    };
    Ok(all.into_iter().map(line).collect())
}

pub(super) async fn long_topic(conn: &mut Conn) -> platform::db::Result<Option<String>> {
    Ok(conn.one(LONG_TOPIC, args![]).await?.map(|(id,)| id))
}

pub(super) async fn case_in_progress(conn: &mut Conn) -> platform::db::Result<Option<String>> {
    Ok(conn.one(CASE, args![]).await?.map(|(id,)| id))
}

pub(super) async fn people(conn: &mut Conn) -> platform::db::Result<i64> {
    conn.value(PEOPLE, args![]).await
}

#[derive(serde::Serialize)]
struct Shown {
    slug: String,
    name: String,
    role: String,
    organisation: String,
    email: String,
    /// The secret of their app, for personas of whom a second step is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    totp: Option<String>,
}

pub(super) async fn list(cx: Cx) -> Outcome {
    let mut reader = cx.reader().await?;
    let mut shown = Vec::new();
    for p in personas(&mut reader, cx.now().day()).await? {
        shown.push(Shown {
            totp: second::app_secret(&mut reader, cx.app().keys(), &p.person).await?,
            slug: p.slug,
            name: p.name,
            role: p.role.map(|r| ui::role_word(r, cx.lang()).to_owned()).unwrap_or_default(),
            organisation: p.organisation.unwrap_or_default(),
            email: p.email,
        });
    }
    Ok(Json(shown).into_response())
}

pub(super) async fn sign_in(cx: Cx, form: Fields) -> Outcome {
    let personas = personas(&mut *cx.reader().await?, cx.now().day()).await?;
    let persona = personas.into_iter().find(|p| p.slug == form.text("persoon")).ok_or(Problem::NotFound)?;
    let mut tx = cx.begin().await?;
    let token = identity::begin_session(&mut tx, &persona.person, "demo", true).await?;
    tx.commit().await?;
    let mut response = cx.go_to("/")?;
    let cookie = HeaderValue::from_str(&session_cookie(cx.app(), &token)).map_err(Problem::fault)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
