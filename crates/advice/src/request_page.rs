//! The request in full, as the municipality filed it.
//!
//! GET /dossiers/{id}/aanvraag

use axum::extract::Path;
use platform::web::{Cx, Outcome, Problem};
use ui::{Ui, filters};

use crate::case::Case;
use crate::kinds::{CaseId, Side};
use crate::paper::Document;
use crate::standstill::Urgency;
use crate::store::requests::{self, Request};
use crate::store::{papers, standstills};
use crate::term::Plan;
use crate::{Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "request_page.html")]
struct RequestPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    request: Request,
    urgency: Option<Urgency>,
    /// What the municipality added for both sides.
    documents: Vec<Document>,
}

impl RequestPage {
    fn filed(&self) -> String {
        let on = self.ui.weekday_full(&self.request.received_on);
        match &self.request.filed_by {
            Some(who) => self.t.request_filed_by(on, who),
            None => self.t.request_filed(on),
        }
    }

    fn level(&self) -> String {
        self.t.case_level(say::level(self.request.level, self.t), say::body(self.request.decides, self.t))
    }

    fn due(&self) -> Option<String> {
        self.request.due_on.as_ref().map(|on| self.ui.weekday_day(on))
    }

    /// With whom the municipality spoke about it.
    fn consulted(&self, urgency: &Urgency) -> Option<String> {
        match (urgency.consulted.contains("chair"), urgency.consulted.contains("secretary")) {
            (true, true) => Some(self.t.request_urgent_both()),
            (true, false) => Some(self.t.request_urgent_chair()),
            (false, true) => Some(self.t.request_urgent_secretary()),
            (false, false) => None,
        }
    }

    fn odd_meeting(&self) -> Option<String> {
        let on = self.request.meeting_on.filter(|on| crate::term::is_weekend(*on))?;
        Some(self.t.new_meeting_weekend(self.ui.weekday_full(&on)))
    }

    fn meeting(&self) -> Option<String> {
        self.request.meeting_on.as_ref().map(|on| self.ui.weekday_day(on))
    }

    /// The time is too short, and the municipality went on all the same: both sides see it.
    fn is_too_late(&self) -> bool {
        self.request.meeting_on.is_some_and(|on| Plan::back_from(on, self.request.due_on).is_too_late())
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    let request = requests::find(&mut reader, &id).await?.ok_or(Problem::NotFound)?;
    let urgency = standstills::urgency(&mut reader, &id).await?;
    let mut documents = papers::of_case(&mut reader, &case, &room::sides(&cx, &case)).await?;
    documents.retain(|d| d.side == Side::Municipality && d.is_shared());
    let t = texts(cx.lang());
    cx.page(&RequestPage { ui: room::frame_below(&cx, &case, t), t, case, request, urgency, documents })
}
