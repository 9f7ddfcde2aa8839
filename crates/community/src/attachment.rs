//! Files under a post.
//!
//! GET /gesprekken/{id}/bestanden/{file}

use axum::extract::Path;
use platform::db::Tx;
use platform::files::{self, Fit, Unfit};
use platform::id::FileId;
use platform::web::{Cx, Outcome, Problem, Upload, download as sent};

use crate::Texts;
use crate::policy::Viewing;
use crate::store::{self, ReaderIs};
use crate::topic::{PostId, TopicId};

/// Whether a file may be kept; the sentence says why not, and what to do.
pub(crate) fn look_at<'a>(upload: &'a Upload, t: &Texts) -> Result<Fit<'a>, String> {
    files::look_at(&upload.name, &upload.bytes).map_err(|unfit| match unfit {
        Unfit::Empty => t.file_empty(upload.name.as_str()),
        Unfit::TooLarge => t.file_large(upload.name.as_str()),
        Unfit::Kind => t.file_kind(upload.name.as_str()),
        Unfit::NotWhatItSays => t.file_not_what_it_says(upload.name.as_str()),
    })
}

pub(crate) async fn keep_under(tx: &mut Tx, cx: &Cx, post: &PostId, fit: &Fit<'_>) -> Result<(), Problem> {
    let file = files::keep(tx, cx.actor().person.as_ref(), fit, cx.now()).await?;
    Ok(store::attach(tx, post, &file, 0).await?)
}

pub(crate) async fn download(cx: Cx, Path((id, file)): Path<(TopicId, FileId)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let topic = store::find(&mut reader, &ReaderIs::of(&cx)?, &id).await?.ok_or(Problem::NotFound)?;
    cx.sees::<Viewing>(&topic)?;
    let file = store::attachment(&mut reader, &id, &file).await?.ok_or(Problem::NotFound)?;
    sent(&mut reader, &file).await
}
