//! The rules of a council about terms: which one holds, which one will, and which ones held before.
//!
//! GET /organisaties/{id}/instellingen/termijn

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome};
use terms::TermRule;
use ui::{Notice, Section, Ui, dates};

use crate::kinds::Subject;
use crate::rule_book::{LayingDown, Reading, RuleBook};
use crate::store::rules::{self, Laid};
use crate::{Texts, rule_words, term, texts};

#[derive(askama::Template)]
#[template(path = "rules_page.html")]
struct RulesPage {
    ui: Ui,
    t: &'static Texts,
    book: RuleBook,
    laid: Vec<(Laid, TermRule)>,
    lays_down: bool,
}

/// One rule as the list shows it.
struct Shown<'a> {
    laid: &'a Laid,
    title: String,
    when: String,
    holds: bool,
    facts: Vec<(String, Vec<String>)>,
}

impl RulesPage {
    fn subjects(&self) -> [(Subject, String, &'static str); 2] {
        [
            (Subject::Request, self.t.rules_advice(), "mark--council"),
            (Subject::Response, self.t.rules_answer(), "mark--municipality"),
        ]
    }

    fn new_path(&self, subject: &Subject) -> String {
        format!("{}/nieuw?onderwerp={}", self.book.path(), subject.word())
    }

    /// The rules about one thing, the newest first.
    fn rules(&self, subject: &Subject) -> Vec<Shown<'_>> {
        let of = self.laid.iter().filter(|(laid, _)| laid.subject == *subject);
        of.map(|(laid, rule)| self.shown(laid, rule)).collect()
    }

    fn shown<'a>(&'a self, laid: &'a Laid, rule: &TermRule) -> Shown<'a> {
        let (lang, today) = (self.ui.lang, self.ui.today);
        let mut title = rule_words::how_long(rule, lang, self.t);
        if let Some(name) = &laid.municipality_name {
            title = self.t.rules_for(title, name.as_str());
        }
        Shown {
            laid,
            title,
            when: self.when(laid),
            holds: laid.holds_on(today),
            facts: rule_words::facts(rule, lang, self.t),
        }
    }

    fn when(&self, laid: &Laid) -> String {
        let full = |d: Day| dates::full(d, self.ui.lang);
        match (laid.valid_from, laid.valid_to) {
            (Some(from), Some(to)) if to < from => self.t.rules_never(),
            (Some(from), Some(to)) => self.t.rules_from_to(full(from), full(to)),
            (Some(from), None) => self.t.rules_from(full(from)),
            (None, Some(to)) => self.t.rules_to(full(to)),
            (None, None) => self.t.rules_always(),
        }
    }

    fn by(&self, laid: &Laid) -> Option<String> {
        let name = laid.name.as_deref()?;
        Some(self.t.rules_by(name, dates::full(laid.created_at.day(), self.ui.lang)))
    }
}

/// The frame of a page about the rules.
fn frame(cx: &Cx, book: &RuleBook, t: &Texts) -> Ui {
    Ui::of(cx, Section::People)
        .crumb(format!("/adviesraden/{}", book.council), book.council_name.clone())
        .crumb(format!("/organisaties/{}/instellingen", book.council), t.rules_settings())
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let book = rules::book(&mut reader, &id, cx.now().day()).await?;
    cx.sees::<Reading>(&book)?;
    let t = texts(cx.lang());
    let laid = rules::laid(&mut reader, &id).await?;
    let laid = laid.into_iter().filter_map(|l| term::parse(&l.rule).map(|rule| (l, rule))).collect();
    let lays_down = policy::may::<LayingDown>(cx.actor(), &book);
    let notice =
        (cx.notice().as_deref() == Some("vastgelegd")).then(|| Notice::new(t.rules_told(), t.rules_told_text()));
    let ui = frame(&cx, &book, t).with_notice(notice);
    cx.page(&RulesPage { ui, t, book, laid, lays_down })
}
