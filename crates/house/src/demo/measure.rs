//! What can be measured: pages that the persona `lid` may open.
//!
//! GET /demo/maatstaf   one path a line: list, long topic, case, home, board

use axum::response::IntoResponse;
use platform::web::{Cx, Outcome};

use super::people;

pub(super) async fn paths(cx: Cx) -> Outcome {
    let mut reader = cx.reader().await?;
    let mut paths = vec!["/gesprekken".to_owned()];
    if let Some(id) = people::long_topic(&mut reader).await? {
        paths.push(format!("/gesprekken/{id}"));
    }
    if let Some(id) = people::case_in_progress(&mut reader).await? {
        paths.push(format!("/dossiers/{id}"));
    }
    paths.extend(["/".to_owned(), "/onze-raad".to_owned()]);
    Ok((paths.join("\n") + "\n").into_response())
}
