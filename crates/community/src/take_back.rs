//! Taking back what one wrote, for as long as nobody answered it. On a page of its own, which asks.
//!
//! GET  /gesprekken/{id}/terughalen/{post}
//! POST /gesprekken/{id}/terughalen/{post}

use axum::extract::Path;
use platform::db::Conn;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::filters;
use ui::{Section, Ui};

use crate::policy::{TakingBack, Viewing};
use crate::store::{self, ReaderIs};
use crate::topic::{Post, PostId, Topic, TopicId};
use crate::{Event, Texts, texts};

#[derive(askama::Template)]
#[template(path = "take_back.html")]
struct TakeBackPage {
    ui: Ui,
    t: &'static Texts,
    topic: Topic,
    post: Post,
    problem: Option<String>,
}

async fn find(cx: &Cx, conn: &mut Conn, id: &TopicId, post: &PostId) -> Result<(Topic, Post), Problem> {
    let topic = store::find(conn, &ReaderIs::of(cx)?, id).await?.ok_or(Problem::NotFound)?;
    cx.sees::<Viewing>(&topic)?;
    let post = store::post(conn, id, post).await?.filter(|p| !p.taken_back).ok_or(Problem::NotFound)?;
    cx.sees::<TakingBack>(&post)?;
    Ok((topic, post))
}

fn page(cx: &Cx, topic: Topic, post: Post) -> TakeBackPage {
    let t = texts(cx.lang());
    let problem = topic.take_back(&post).err().map(|r| r.sentence(t));
    let ui = Ui::of(cx, Section::Community).crumb("/gesprekken", t.list_title());
    TakeBackPage { ui, t, topic, post, problem }
}

pub(crate) async fn confirm(cx: Cx, Path((id, post)): Path<(TopicId, PostId)>) -> Outcome {
    let (topic, post) = find(&cx, &mut *cx.reader().await?, &id, &post).await?;
    cx.page(&page(&cx, topic, post))
}

pub(crate) async fn take_back(cx: Cx, Path((id, post)): Path<(TopicId, PostId)>, fields: Fields) -> Outcome {
    fields.only(&[])?;
    let mut tx = cx.begin().await?;
    let (topic, post) = find(&cx, &mut tx, &id, &post).await?;
    let permit = cx.may::<TakingBack>(&post)?;
    if topic.take_back(&post).is_err() {
        return cx.page_again(&page(&cx, topic, post));
    }
    let is_question = post.n == 0;
    if is_question {
        store::withdraw(&mut tx, &permit, &id, cx.now()).await?;
    } else {
        store::take_back(&mut tx, &permit, cx.now()).await?;
    }
    cx.record(&mut tx, &Event::TakenBack { topic: id.to_string(), post: post.id.to_string() });
    tx.commit().await?;
    let there = if is_question { "/gesprekken".to_owned() } else { format!("/gesprekken/{id}") };
    cx.go_to(&format!("{there}?bericht=teruggehaald"))
}
