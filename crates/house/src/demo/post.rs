//! The outgoing mail of the demo.
//!
//! GET /demo/post.json?aan=ADDRESS   [{"n","at","to","subject","message_id"}], the newest first
//! GET /demo/post/7.eml              as it would travel
//! GET /demo/post/7.html             as a mail program shows it

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use lettre::message::Mailbox;
use platform::web::{Cx, Outcome, Problem};

/// More letters than anybody reads; a script that wants older ones asks by number.
const MOST: i64 = 500;

#[derive(serde::Serialize)]
struct Line {
    n: i64,
    at: String,
    to: String,
    subject: String,
    message_id: String,
}

pub(super) async fn list(cx: Cx) -> Outcome {
    let to = cx.query("aan").unwrap_or_default().to_lowercase();
    let letters = mail::letters_to(&mut *cx.reader().await?, &to, MOST).await?;
    let lines: Vec<_> = letters
        .into_iter()
        .map(|l| Line { n: l.n, at: l.at.rfc3339(), to: l.to_address, subject: l.subject, message_id: l.message_id })
        .collect();
    Ok(Json(lines).into_response())
}

pub(super) async fn show(cx: Cx, Path(file): Path<String>) -> Outcome {
    let (n, ending) = file.split_once('.').ok_or(Problem::NotFound)?;
    let n: i64 = n.parse().map_err(|_| Problem::NotFound)?;
    let letter = mail::letter(&mut *cx.reader().await?, n).await?.ok_or(Problem::NotFound)?;
    match ending {
        "eml" => {
            let from: Mailbox = cx.app().config().mail_from.parse().map_err(Problem::fault)?;
            let message = mail::eml(&letter, &from).map_err(Problem::fault)?;
            Ok(([(header::CONTENT_TYPE, "message/rfc822")], message.formatted()).into_response())
        }
        "html" => {
            // A letter carries its styles with it, as mail programs want; nothing in it may run.
            let policy = HeaderValue::from_static(
                "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation",
            );
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, policy)], letter.html).into_response())
        }
        _ => Err(Problem::NotFound),
    }
}
