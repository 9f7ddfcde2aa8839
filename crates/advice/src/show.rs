//! The case page: where it is, whose turn it is, what was recommended and answered, and what happened.
//!
//! GET /dossiers/{id}

use axum::extract::Path;
use platform::web::{Cx, Outcome};

use crate::case_page::CasePage;
use crate::kinds::CaseId;
use crate::store::history::{self, What};
use crate::store::{answers, papers, people};
use crate::{room, texts, timeline};

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    let recommendations = answers::published(&mut reader, &id).await?;
    let playing = people::of_case(&mut reader, &id).await?;
    let documents = papers::of_case(&mut reader, &case, &room::sides(&cx, &case)).await?;
    let happenings = history::of_case(&mut reader, &id).await?;
    let t = texts(cx.lang());
    let ui = room::frame(&cx, &case, t);
    let today = ui.today;
    let entries = timeline::entries(&case, &happenings, &ui, t);
    let (side, turn, steps) = (case.side_of(cx.actor()), case.turn(today), case.steps());
    let practice = happenings.iter().find(|h| h.what == What::Opened).map(|h| h.text.clone()).unwrap_or_default();
    cx.page(&CasePage {
        ui,
        t,
        cx: &cx,
        case,
        side,
        today,
        turn,
        steps,
        recommendations,
        playing,
        documents,
        entries,
        practice,
    })
}
