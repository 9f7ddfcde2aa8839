//! Documents of a case: adding them, for both sides or for one's own, and opening them.
//!
//! GET  /dossiers/{id}/stukken
//! POST /dossiers/{id}/stukken
//! GET  /dossiers/{id}/stukken/{document}

use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::IntoResponse;
use platform::files;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use ui::Ui;

use crate::case::Case;
use crate::faults::Faults;
use crate::kinds::{CaseId, DocumentId, Side, Visibility};
use crate::paper::Opening;
use crate::parts::{self, Pick};
use crate::policy::AddingDocument;
use crate::store::papers;
use crate::{Texts, attach, room, texts};

#[derive(askama::Template)]
#[template(path = "papers.html")]
struct PapersPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    side: Side,
    shared: bool,
    faults: Faults,
    once: String,
}

impl PapersPage {
    fn readers(&self) -> Vec<Pick> {
        let own = match self.side {
            Side::Council => self.t.only_council(),
            Side::Municipality => self.t.only_municipality(),
        };
        vec![
            Pick::new("beide", self.t.papers_both(), self.shared).hint(self.t.papers_both_hint()),
            Pick::new("eigen", own, !self.shared).hint(self.t.papers_own_hint()),
        ]
    }
}

fn page(cx: &Cx, case: Case, shared: bool, faults: Faults) -> PapersPage {
    let t = texts(cx.lang());
    let (ui, side) = (room::frame_below(cx, &case, t), case.side_of(cx.actor()));
    PapersPage { ui, t, case, side, shared, faults, once: once::token() }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<AddingDocument>(&case)?;
    cx.page(&page(&cx, case, true, Faults::none()))
}

pub(crate) async fn add(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["lezers", attach::FIELD, once::FIELD])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    cx.may::<AddingDocument>(&case)?;
    let (t, side) = (texts(cx.lang()), case.side_of(cx.actor()));
    let mut faults = Faults::none();
    let fits = attach::look(&form, &mut faults, t);
    if fits.is_empty() && faults.is_empty() {
        faults.add(attach::FIELD, t.papers_none());
    }
    let shared = form.text("lezers") != "eigen";
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&page(&cx, case, shared, faults));
    }
    let there = format!("{}?bericht=stuk#stukken", case.path());
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &there).await? {
        return cx.go_to(&sent);
    }
    let seen = if shared { Visibility::Parties } else { side.own() };
    attach::keep(&mut tx, &cx, &case, side, seen, &fits).await?;
    tx.commit().await?;
    cx.go_to(&there)
}

/// As an attachment that no browser shows or runs, whatever is in it.
pub(crate) async fn open(cx: Cx, Path((case, id)): Path<(CaseId, DocumentId)>) -> Outcome {
    if !platform::id::is_id(case.as_str()) || !platform::id::is_id(id.as_str()) {
        return Err(Problem::NotFound);
    }
    let mut reader = cx.reader().await?;
    let found = papers::find(&mut reader, &case, &id, crate::eyes::Eyes::in_cx(&cx)?).await?;
    let document = found.ok_or(Problem::NotFound)?;
    cx.sees::<Opening>(&document)?;
    let file = files::find(&mut reader, &document.file).await?.ok_or(Problem::NotFound)?;
    let bytes = files::content(&mut reader, &file).await?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(&file.media_type).map_err(Problem::fault)?);
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition("attachment", &file.name)).map_err(Problem::fault)?,
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    Ok(response)
}

/// The name twice (RFC 6266): in plain letters for old programs, and whole.
pub(crate) fn disposition(kind: &str, name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let whole = name.bytes().fold(String::new(), |mut text, b| {
        use std::fmt::Write;
        if b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_') {
            text.push(char::from(b));
        } else {
            let _ = write!(text, "%{b:02X}");
        }
        text
    });
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}
