//! The small gestures: thanks, *dit hielp*, and *speelt bij ons ook*. One tap, and a tap takes it back.
//!
//! POST /gesprekken/{id}/dank         dank=POST or niet=POST
//! POST /gesprekken/{id}/hielp        hielp=POST or niet=POST
//! POST /gesprekken/{id}/speelt-ook   speelt=ja or niet

use axum::extract::Path;
use platform::Kind;
use platform::db::Tx;
use platform::web::{Cx, Fields, Outcome, Problem};

use crate::Event;
use crate::policy::{Marking, SayingAlso, Thanking};
use crate::store::{self, ReaderIs};
use crate::topic::{Post, PostId, Topic, TopicId};

async fn find(cx: &Cx, tx: &mut Tx, id: &TopicId) -> Result<Topic, Problem> {
    store::take(tx, &ReaderIs::of(cx)?, id).await?.ok_or(Problem::NotFound)
}

/// Which post, and whether the gesture is made or taken back.
async fn chosen(tx: &mut Tx, topic: &Topic, fields: &Fields, name: &str) -> Result<(Post, bool), Problem> {
    let on = !fields.text(name).is_empty();
    let id = PostId::of(if on { fields.text(name) } else { fields.text("niet") });
    let post = store::post(tx, &topic.id, &id).await?.ok_or(Problem::NotFound)?;
    Ok((post, on))
}

fn back_to(topic: &TopicId, post: &Post) -> String {
    let page = (post.n.max(1) - 1) / store::POSTS_PER_PAGE + 1;
    format!("/gesprekken/{topic}?bladzijde={page}#b{}", post.n)
}

pub(crate) async fn thank(cx: Cx, Path(id): Path<TopicId>, fields: Fields) -> Outcome {
    fields.only(&["dank", "niet"])?;
    let mut tx = cx.begin().await?;
    let topic = find(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Thanking>(&topic)?;
    let (post, on) = chosen(&mut tx, &topic, &fields, "dank").await?;
    if cx.actor().is(&post.author) || post.taken_back {
        return Err(Problem::Forbidden(None)); // nobody thanks themselves; the page has no button for it
    }
    let changed = store::thank(&mut tx, &permit, &post.id, on, cx.now()).await?;
    if changed && on {
        cx.record(&mut tx, &Event::Thanked { topic: id.to_string(), post: post.id.to_string() });
    }
    tx.commit().await?;
    cx.go_to(&back_to(&id, &post))
}

pub(crate) async fn mark_helpful(cx: Cx, Path(id): Path<TopicId>, fields: Fields) -> Outcome {
    fields.only(&["hielp", "niet"])?;
    let mut tx = cx.begin().await?;
    let topic = find(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Marking>(&topic)?;
    let (post, on) = chosen(&mut tx, &topic, &fields, "hielp").await?;
    if post.n == 0 || post.taken_back {
        return Err(Problem::NotFound);
    }
    store::mark(&mut tx, &permit, &post.id, on, cx.now()).await?;
    if on {
        cx.record(&mut tx, &Event::Helped { topic: id.to_string(), post: post.id.to_string() });
    }
    tx.commit().await?;
    cx.go_to(&back_to(&id, &post))
}

pub(crate) async fn say_also(cx: Cx, Path(id): Path<TopicId>, fields: Fields) -> Outcome {
    fields.only(&["speelt"])?;
    let mut tx = cx.begin().await?;
    let topic = find(&cx, &mut tx, &id).await?;
    let permit = cx.may::<SayingAlso>(&topic)?;
    let council = cx.actor().seats.iter().find(|s| s.kind == Kind::Council).map(|s| s.organisation.clone());
    let council = council.ok_or(Problem::Forbidden(None))?;
    if council == topic.organisation {
        return Err(Problem::Forbidden(None)); // it asked the question: that it lives there is clear
    }
    let on = fields.text("speelt") == "ja";
    if store::say_also(&mut tx, &permit, &council, on, cx.now()).await? && on {
        cx.record(&mut tx, &Event::AlsoHere { topic: id.to_string(), council });
    }
    tx.commit().await?;
    cx.go_to(&format!("/gesprekken/{id}#speelt"))
}
