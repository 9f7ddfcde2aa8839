//! Cases that are finished: those that went the whole road, and those that stopped.
//!
//! GET /dossiers/afgerond       `?toestand=afgerond|gestopt`

use platform::web::{Cx, Outcome};
use ui::{Pager, Section, Ui};

use crate::board::Place;
use crate::case::Case;
use crate::eyes::Eyes;
use crate::store::cases::{self, Shelf};
use crate::{Texts, room, say, texts};

/// How many finished cases one page shows.
const PER_PAGE: i64 = 25;

#[derive(askama::Template)]
#[template(path = "finished.html")]
struct FinishedPage {
    ui: Ui,
    t: &'static Texts,
    cases: Vec<Case>,
    count: i64,
    state: String,
    pager: Pager,
}

impl FinishedPage {
    fn title(&self) -> String {
        self.t.finished_title(self.count, self.ui.count_first(&self.count))
    }

    fn states(&self) -> [(&'static str, String, bool); 3] {
        let is = |word: &str| self.state == word;
        [
            ("", self.t.finished_all(), is("")),
            ("afgerond", self.t.finished_whole(), is("afgerond")),
            ("gestopt", self.t.finished_stopped(), is("gestopt")),
        ]
    }

    fn kind(&self, case: &Case) -> String {
        format!("{} {}", say::kind(case.kind, self.t), case.number().unwrap_or_default()).trim().to_owned()
    }

    fn ended(&self, case: &Case) -> String {
        case.exit.map_or_else(|| self.t.finished_followed(), |exit| say::exit(exit, self.t))
    }

    fn when(&self, case: &Case) -> String {
        let day = case.exit_at.map(|at| at.day()).or(case.decided_on).unwrap_or(case.opened_at.day());
        self.ui.day(&day)
    }
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    let place = Place::any(&cx)?;
    let state = cx.query("toestand").filter(|s| matches!(s.as_str(), "afgerond" | "gestopt")).unwrap_or_default();
    let mut reader = cx.reader().await?;
    let shelf = Shelf { eyes: Eyes::in_cx(&cx)?, of: &place.organisation, state: &state };
    let count = cases::count_finished(&mut reader, &shelf).await?;
    let page = cx.page_number();
    let cases = cases::finished(&mut reader, &shelf, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let t = texts(cx.lang());
    let (path, words) = room::board(place.side, t);
    let list =
        if state.is_empty() { "/dossiers/afgerond".to_owned() } else { format!("/dossiers/afgerond?toestand={state}") };
    let pager = Pager::new(list, page, count, PER_PAGE).within()?;
    let cases = cases.into_iter().map(|c| c.seen_by(cx.actor())).collect();
    cx.page(&FinishedPage { ui: Ui::of(&cx, Section::Board).crumb(path, words), t, cases, count, state, pager })
}
