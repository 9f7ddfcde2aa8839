//! Following a conversation: a letter for each new answer.
//!
//! POST /gesprekken/{id}/volgen   volgen=ja or niet

use axum::extract::Path;
use platform::web::{Cx, Fields, Outcome, Problem};

use crate::policy::Following;
use crate::store::{self, ReaderIs};
use crate::topic::TopicId;

pub(crate) async fn follow(cx: Cx, Path(id): Path<TopicId>, fields: Fields) -> Outcome {
    fields.only(&["volgen"])?;
    let mut tx = cx.begin().await?;
    let topic = store::find(&mut tx, &ReaderIs::of(&cx)?, &id).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<Following>(&topic)?;
    store::follow(&mut tx, &permit, fields.text("volgen") == "ja", cx.now()).await?;
    tx.commit().await?;
    cx.go_to(&format!("/gesprekken/{id}#speelt"))
}
