//! Which organisations there are.
//!
//! GET /organisaties?q=&soort=&bladzijde=

use platform::choice::Choice;
use platform::policy;
use platform::web::{Cx, Outcome};
use ui::{Pager, Section, Ui};

use crate::body::path_of;
use crate::parts::{Faults, Pick};
use crate::register::form::What;
use crate::register::policy::{Keeping, Listing, Register};
use crate::register::{self, say};
use crate::store::register::{self as store, Line, PER_PAGE, Wanted};
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "register/list.html")]
struct ListPage {
    ui: Ui,
    t: &'static Texts,
    wanted: Wanted,
    what: Option<What>,
    lines: Vec<Line>,
    found: i64,
    pager: Pager,
    keeps: bool,
    faults: Faults,
}

impl ListPage {
    fn says_found(&self) -> String {
        match self.found {
            1 => self.t.register_found_one(),
            n => self.t.register_found(self.ui.count_first(&n)),
        }
    }

    /// Whoever keeps the register goes to what it holds; others to the page of the organisation.
    fn path(&self, line: &Line) -> String {
        if self.keeps { register::path_of(&line.id) } else { path_of(line.kind, &line.id) }
    }

    fn kind(&self, line: &Line) -> String {
        crate::say::body_form(line.form, line.kind, self.t)
    }

    /// What became of it, if anything.
    fn fate(&self, line: &Line) -> Option<String> {
        say::fate(line.into_name.as_deref().zip(line.into_on), line.ended_on, &self.ui, self.t)
    }

    fn kinds(&self) -> Vec<Pick> {
        let all = Pick::new("", self.t.register_every_kind(), self.what.is_none());
        let pick = |what: &What| Pick::new(what.word(), say::several(*what, self.t), self.what == Some(*what));
        std::iter::once(all).chain(What::ALL.iter().map(pick)).collect()
    }
}

fn path(wanted: &Wanted, what: Option<What>) -> String {
    let text = askama::filters::urlencode_strict(&wanted.text).map(|v| v.to_string()).unwrap_or_default();
    let word = what.map(Choice::word).unwrap_or_default();
    match (text.as_str(), word) {
        ("", "") => "/organisaties".to_owned(),
        (q, "") => format!("/organisaties?q={q}"),
        (q, word) => format!("/organisaties?q={q}&soort={word}"),
    }
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    let register = Register(None);
    cx.sees::<Listing>(&register)?;
    let what = cx.query("soort").and_then(|word| What::of(&word));
    let wanted = Wanted {
        text: cx.query("q").unwrap_or_default().trim().chars().take(100).collect(),
        kind: what.map(|w| w.kind().word()).unwrap_or_default(),
        form: what.and_then(What::body_form).map(Choice::word).unwrap_or_default(),
    };
    let mut reader = cx.reader().await?;
    let found = store::count(&mut reader, &wanted).await?;
    let pager = Pager::new(path(&wanted, what), cx.page_number(), found, PER_PAGE).within()?;
    let lines = store::page(&mut reader, &wanted, pager.page).await?;
    let (ui, t) = (Ui::of(&cx, Section::People), texts(cx.lang()));
    let keeps = policy::may::<Keeping>(cx.actor(), &register);
    cx.page(&ListPage { ui, t, wanted, what, lines, found, pager, keeps, faults: Faults::none() })
}
