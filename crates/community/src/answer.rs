//! Answering. One sentence is enough.
//!
//! POST /gesprekken/{id}/antwoorden

use axum::extract::Path;
use platform::policy::{Guarded, Verdict};
use platform::web::{Cx, Fields, Outcome, Problem, once};
use platform::{Actor, Seat};

use crate::policy::{Action, Answering, Standing};
use crate::read::{self, Returned};
use crate::store::{self, ReaderIs};
use crate::topic::{Body, PostId, Topic, TopicId};
use crate::{Event, attachment, texts};

pub(crate) async fn answer(cx: Cx, Path(id): Path<TopicId>, fields: Fields) -> Outcome {
    fields.only(&["tekst", "bestand", once::FIELD])?;
    let t = texts(cx.lang());
    let body = Body::of(&fields.raw("tekst"), false);
    let file = fields.file("bestand").map(|f| attachment::look_at(f, t)).transpose();
    let (body, file) = match (body, file) {
        (Ok(body), Ok(file)) => (body, file),
        (Err(refusal), _) => return again(&cx, &id, &fields, refusal.sentence(t)).await,
        (_, Err(sentence)) => return again(&cx, &id, &fields, sentence).await,
    };
    let mut tx = cx.begin().await?;
    let topic = store::take(&mut tx, &ReaderIs::of(&cx)?, &id).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<Answering>(&topic)?;
    // Who asked and has no seat any more reads on, and speaks for nobody.
    let seat = speaking(cx.actor(), &topic).ok_or(Problem::Forbidden(None))?;
    let n = topic.answers + 1;
    let page = (n - 1) / store::POSTS_PER_PAGE + 1;
    let path = format!("/gesprekken/{id}?bladzijde={page}&bericht=geantwoord#b{n}");
    if let Some(sent) = once::claim(&mut tx, &cx, fields.text(once::FIELD), &path).await? {
        return cx.go_to(&sent);
    }
    let post = PostId::fresh();
    store::add_answer(&mut tx, &permit, &post, (&seat.organisation, seat.role), &body, cx.now()).await?;
    if let Some(fit) = &file {
        attachment::keep_under(&mut tx, &cx, &post, fit).await?;
    }
    cx.record(&mut tx, &Event::Answered { topic: id.to_string(), post: post.to_string() });
    tx.commit().await?;
    cx.go_to(&path)
}

/// The seat that an answer comes from: the one somebody speaks from, if that one may answer here; a person with
/// more seats answers councils as a member of theirs, and not as an official.
fn speaking<'a>(actor: &'a Actor, topic: &Topic) -> Option<&'a Seat> {
    let alone = |seat: &&Seat| {
        let one = Actor { seats: vec![(*seat).clone()], ..actor.clone() };
        topic.standings(&one).iter().any(|s| {
            *s != Standing::Author && Topic::verdict(*s, Action::Answer, topic.visibility()) == Verdict::Allowed
        })
    };
    actor.seats.iter().find(alone).or_else(|| actor.seat())
}

async fn again(cx: &Cx, id: &TopicId, fields: &Fields, mut sentence: String) -> Outcome {
    if fields.file("bestand").is_some() {
        sentence = format!("{sentence} {}", texts(cx.lang()).file_again());
    }
    let page = read::page(cx, id, Returned { draft: fields.raw("tekst"), problem: Some(sentence) }).await?;
    cx.page_again(&page)
}
