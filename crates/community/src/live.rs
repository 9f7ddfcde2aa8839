//! Telling an open page what is new: *2 nieuwe antwoorden, toon ze*. The page itself never moves.
//!
//! GET /gesprekken/{id}/live?na=12   a stream of events (SSE); data is {count, text, href}

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue};
use axum::response::IntoResponse;
use axum::response::sse::{Event as Sse, KeepAlive, Sse as Stream};
use futures_util::stream;
use platform::live::{Listener, News};
use platform::web::{Cx, Outcome, Problem};
use platform::{Ref, policy};
use ui::dates;

use crate::policy::Viewing;
use crate::store::{self, ReaderIs};
use crate::texts;
use crate::topic::TopicId;

/// After so long the page asks again, and is recognised again.
const LASTS: Duration = Duration::from_secs(30 * 60);

#[derive(serde::Serialize)]
struct Said {
    count: i64,
    text: String,
    href: String,
}

pub(crate) async fn live(cx: Cx, Path(id): Path<TopicId>) -> Outcome {
    let n: i64 = cx.query("na").and_then(|n| n.parse().ok()).unwrap_or(0);
    let news = cx.app().db().live().listen();
    // Looked at once now: what came in between the page and this stream is told at once.
    let first = said(&cx, &id, n).await?;
    let end = tokio::time::Instant::now() + LASTS;
    let watch = Watch { cx, id, n, news, pending: first, end };
    let events = stream::unfold(watch, |mut watch| async move { Some((watch.next().await?, watch)) });
    let mut response = Stream::new(events).keep_alive(KeepAlive::default()).into_response();
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

struct Watch {
    cx: Cx,
    id: TopicId,
    n: i64,
    news: Listener,
    pending: Option<Said>,
    end: tokio::time::Instant,
}

impl Watch {
    async fn next(&mut self) -> Option<Result<Sse, Infallible>> {
        let thing = Ref::new("topic", &self.id).to_string();
        loop {
            if let Some(said) = self.pending.take() {
                return Some(Ok(Sse::default().data(serde_json::to_string(&said).ok()?)));
            }
            let news = tokio::time::timeout_at(self.end, self.news.next()).await.ok()??;
            let ours = match news {
                News::Note(note) => note.thing == thing && note.kind == "community.answered",
                News::Missed => true,
            };
            if ours {
                // A refusal here ends the stream: what was open to this reader no longer is.
                self.pending = said(&self.cx, &self.id, self.n).await.ok()?;
            }
        }
    }
}

/// What there is to tell this reader, if anything. Asks the policy anew.
async fn said(cx: &Cx, id: &TopicId, n: i64) -> Result<Option<Said>, Problem> {
    let mut reader = cx.reader().await?;
    let is = ReaderIs::of(cx)?;
    let topic = store::find(&mut reader, &is, id).await?.ok_or(Problem::NotFound)?;
    if !policy::may::<Viewing>(cx.actor(), &topic) {
        return Err(Problem::NotFound);
    }
    let count = store::new_since(&mut reader, id, n, is.person).await?;
    if count == 0 {
        return Ok(None);
    }
    let t = texts(cx.lang());
    let words = dates::capital(&dates::count(count, cx.lang()));
    let text = if count == 1 { t.live_one() } else { t.live_many(words) };
    let page = n / store::POSTS_PER_PAGE + 1;
    let href = format!("/gesprekken/{id}?bladzijde={page}#b{}", n + 1);
    Ok(Some(Said { count, text, href }))
}
