//! The interface in the colour of an organisation: a style sheet that sets the accent and nothing else. Its
//! name changes with the colour, so a browser may keep it for good.
//!
//! GET /stijl/{id}/{version}.css

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use platform::args;
use platform::id::{self, OrganisationId};
use platform::web::{Cx, Outcome, Problem};

use crate::colour::{Colour, Steps};

/// The name changes with the content.
pub(crate) const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

platform::statements! {
    COLOUR: (String,) = "SELECT colour FROM organisation_letterhead WHERE organisation = $1 AND style = $2 AND colour IS NOT NULL";
}

pub(crate) async fn serve(cx: Cx, Path((id, file)): Path<(OrganisationId, String)>) -> Outcome {
    let version = file.strip_suffix(".css").filter(|v| v.len() <= 16).ok_or(Problem::NotFound)?;
    if !id::is_id(id.as_str()) {
        return Err(Problem::NotFound);
    }
    let kept = cx.reader().await?.one(COLOUR, args![id, version]).await?;
    let (colour,) = kept.ok_or(Problem::NotFound)?;
    let colour = Colour::parse(&colour).ok_or_else(|| Problem::fault_text("a kept colour cannot be read"))?;
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_GOOD)], Steps::of(colour).sheet()).into_response())
}
