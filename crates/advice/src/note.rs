//! A talk, a call or a thought, in a few lines that both sides read. For thinking along it is the whole log.
//!
//! GET  /dossiers/{id}/notities
//! POST /dossiers/{id}/notities

use axum::extract::Path;
use platform::web::{Cx, Fields, Outcome, once};
use ui::Ui;

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Kind};
use crate::parts;
use crate::policy::Noting;
use crate::store::cases;
use crate::{Event, Texts, room, texts};

/// How long a note may be, in characters: it is no report.
const TEXT_MAX: usize = 4_000;

#[derive(askama::Template)]
#[template(path = "note.html")]
struct NotePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    text: String,
    faults: Faults,
    once: String,
}

impl NotePage {
    fn is_think_along(&self) -> bool {
        self.case.kind == Kind::ThinkAlong
    }
}

fn page(cx: &Cx, case: Case, text: String, faults: Faults) -> NotePage {
    let t = texts(cx.lang());
    NotePage { ui: room::frame_below(cx, &case, t), t, case, text, faults, once: once::token() }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Noting>(&case)?;
    cx.page(&page(&cx, case, String::new(), Faults::none()))
}

pub(crate) async fn add(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["tekst", once::FIELD])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Noting>(&case)?;
    let (t, text) = (texts(cx.lang()), form.raw("tekst").trim().to_owned());
    let mut faults = Faults::none();
    faults.need("tekst", &text, t.note_empty());
    if text.chars().count() > TEXT_MAX {
        faults.add("tekst", t.new_long_text());
    }
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&page(&cx, case, text, faults));
    }
    let there = format!("{}?bericht=notitie#lijn", case.path());
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &there).await? {
        return cx.go_to(&sent);
    }
    let side = case.side_of(cx.actor());
    cases::note(&mut tx, &permit, (side, case.guest.is_some()), &text, cx.now()).await?;
    cx.record(&mut tx, &Event::Noted { of: Of::seen(&case), side });
    tx.commit().await?;
    cx.go_to(&there)
}
