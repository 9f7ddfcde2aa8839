//! The clock of the demo, and waiting until nothing is due.
//!
//! POST /demo/klok   moment=2027-05-01T09:00
//! GET  /demo/rust   answers once no job is due

use std::time::{Duration, Instant};

use axum::response::IntoResponse;
use platform::web::{Cx, Fields, Outcome, Problem};
use platform::{Moment, jobs};

/// After so long somebody must look why it does not come to rest.
const PATIENCE: Duration = Duration::from_secs(110);

pub(super) async fn set(cx: Cx, form: Fields) -> Outcome {
    let moment =
        Moment::parse(form.text("moment")).ok_or(Problem::Malformed("a moment is written as 2027-05-01T09:00"))?;
    cx.app().set_clock(moment).await?;
    cx.go_to("/demo")
}

pub(super) async fn rest(cx: Cx) -> Outcome {
    let began = Instant::now();
    loop {
        let now = cx.app().clock().now();
        let mut reader = cx.reader().await?;
        let at_rest = jobs::at_rest(&mut reader, now).await? && mail::at_rest(&mut reader).await?;
        drop(reader);
        if at_rest {
            return Ok("rust\n".into_response());
        }
        if began.elapsed() > PATIENCE {
            return Err(Problem::Busy);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
