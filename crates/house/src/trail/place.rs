//! What happened at one council or municipality, for who runs it: roles, settings, cases, conversations.
//!
//! GET /organisaties/{id}/spoor?bladzijde=

use axum::extract::Path;
use identity::directory;
use platform::id::OrganisationId;
use platform::web::{Cx, Outcome, Problem};
use ui::{Pager, Section, Ui};

use super::policy::{PlaceBook, ReadingPlace};
use super::store::{self, Line, PER_PAGE};
use super::words;
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "trail/place.html")]
struct PlacePage {
    ui: Ui,
    t: &'static Texts,
    name: String,
    lines: Vec<Line>,
    pager: Pager,
}

impl PlacePage {
    fn happened(&self, line: &Line) -> String {
        words::happened(&line.kind, self.t)
    }

    fn changes(&self, line: &Line) -> Vec<String> {
        words::changes(line, self.ui.lang, self.t)
    }

    fn who(&self, line: &Line) -> String {
        words::who(line, self.t)
    }

    fn path(&self, line: &Line) -> Option<String> {
        words::path(line)
    }

    fn time(&self, line: &Line) -> String {
        ui::dates::time(line.at, self.ui.lang)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let organisation = directory::organisation(&mut reader, &id).await?.ok_or(Problem::NotFound)?;
    cx.sees::<ReadingPlace>(&PlaceBook(id.clone()))?;
    let (lines, count) = store::of_place(&mut reader, &id, cx.page_number()).await?;
    let pager = Pager::new(format!("/organisaties/{id}/spoor"), cx.page_number(), count, PER_PAGE).within()?;
    let t = texts(cx.lang());
    let ui = Ui::of(&cx, Section::People).crumb(format!("/organisaties/{id}/mensen"), organisation.name.clone());
    cx.page(&PlacePage { ui, t, name: organisation.name, lines, pager })
}
