//! What somebody did here, and what was done about them.
//!
//! GET /mijn-gegevens/spoor?namens=1&bladzijde=

use platform::web::{Cx, Outcome};
use ui::{Pager, Section, Ui};

use super::policy::{Book, Reading};
use super::store::{self, Line, PER_PAGE};
use super::words;
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "trail/own.html")]
struct OwnPage {
    ui: Ui,
    t: &'static Texts,
    name: String,
    lines: Vec<Line>,
    /// Only what was done in their name.
    behalf: bool,
    pager: Pager,
}

impl OwnPage {
    fn happened(&self, line: &Line) -> String {
        words::happened(&line.kind, self.t)
    }

    fn changes(&self, line: &Line) -> Vec<String> {
        words::changes(line, self.ui.lang, self.t)
    }

    fn door(&self, line: &Line) -> String {
        words::door(line.origin, self.t)
    }

    /// One's own address on the network, and nobody else's.
    fn network(&self, line: &Line) -> Option<String> {
        let is_own = line.who.as_ref() == Some(&self.name) && line.on_behalf_of.is_none();
        line.network().filter(|_| is_own)
    }

    fn path(&self, line: &Line) -> Option<String> {
        words::path(line)
    }

    /// Somebody else, where it was somebody else.
    fn other(&self, line: &Line) -> Option<String> {
        let who = words::who(line, self.t);
        (who != self.name).then_some(who)
    }

    fn time(&self, line: &Line) -> String {
        ui::dates::time(line.at, self.ui.lang)
    }
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    let person = cx.person()?.clone();
    cx.sees::<Reading>(&Book(Some(person.clone())))?;
    let mut reader = cx.reader().await?;
    let behalf = cx.query("namens").as_deref() == Some("1");
    let (lines, count) = if behalf {
        store::behalf(&mut reader, &person, cx.page_number()).await?
    } else {
        store::own(&mut reader, &person, cx.page_number()).await?
    };
    let path = if behalf { "/mijn-gegevens/spoor?namens=1" } else { "/mijn-gegevens/spoor" };
    let pager = Pager::new(path, cx.page_number(), count, PER_PAGE).within()?;
    let t = texts(cx.lang());
    let ui = Ui::of(&cx, Section::None).crumb("/mijn-gegevens", t.trail_to_account());
    cx.page(&OwnPage { ui, t, name: cx.actor().name.clone(), lines, behalf, pager })
}
