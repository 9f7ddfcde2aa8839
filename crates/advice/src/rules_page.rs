//! The rules of an organisation about terms: which one holds, which one will, and which ones held before. A council
//! also reads what its municipalities and the association laid down, and which goes first.
//!
//! GET /organisaties/{id}/instellingen/termijn

use axum::extract::Path;
use platform::Kind;
use platform::choice::Choice;
use platform::clock::Day;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use terms::TermRule;
use ui::{Notice, Section, Ui, dates};

use crate::kinds::{RuleId, Subject};
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
    /// What a council meets of others.
    around: Vec<(Laid, TermRule)>,
    /// The rules by which a term of today is reckoned, for one of the municipalities at least.
    used: Vec<RuleId>,
    lays_down: bool,
}

/// One rule as the list shows it.
struct Shown<'a> {
    laid: &'a Laid,
    title: String,
    when: String,
    /// Of others, it has the name of whose it is.
    of: Option<String>,
    holds: bool,
    /// It holds, and another goes before it.
    passed_over: bool,
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

    /// What others laid down about one thing and holds today.
    fn others(&self, subject: &Subject) -> Vec<Shown<'_>> {
        let today = self.ui.today;
        let of = self.around.iter().filter(|(laid, _)| laid.subject == *subject && laid.holds_on(today));
        of.map(|(laid, rule)| self.shown(laid, rule)).collect()
    }

    /// One's own, and with a title what others laid down; without what is not there.
    fn groups(&self, subject: &Subject) -> Vec<(String, Vec<Shown<'_>>)> {
        let all = [(String::new(), self.rules(subject)), (self.t.rules_others(), self.others(subject))];
        all.into_iter().filter(|(_, list)| !list.is_empty()).collect()
    }

    fn is_council(&self) -> bool {
        self.book.kind == Kind::Council
    }

    fn lead(&self) -> String {
        match self.book.kind {
            Kind::Council => self.t.rules_lead(),
            Kind::Municipality => self.t.rules_lead_municipality(),
            _ => self.t.rules_lead_association(),
        }
    }

    fn none(&self) -> String {
        match self.book.kind {
            Kind::Council if !self.around.is_empty() => self.t.rules_none_own(),
            Kind::Council => self.t.rules_none(),
            Kind::Municipality => self.t.rules_none_municipality(),
            _ => self.t.rules_none_association(),
        }
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
        let holds = laid.holds_on(today);
        let used = !self.is_council() || self.used.contains(&laid.id);
        Shown {
            laid,
            of: (laid.organisation != self.book.owner).then(|| laid.owner_name.clone()),
            title,
            when: self.when(laid),
            holds: holds && used,
            passed_over: holds && !used,
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
        .crumb(book.home(), book.name.clone())
        .crumb(format!("/organisaties/{}/instellingen", book.owner), t.rules_settings())
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let book = rules::book(&mut reader, &id, cx.now().day()).await?;
    cx.sees::<Reading>(&book)?;
    let t = texts(cx.lang());
    let today = cx.now().day();
    let laid = read(rules::laid(&mut reader, &id).await?);
    let around = read(rules::around(&mut reader, &book, today).await?);
    let used = used(&mut reader, &book, today).await?;
    let lays_down = policy::may::<LayingDown>(cx.actor(), &book);
    let notice =
        (cx.notice().as_deref() == Some("vastgelegd")).then(|| Notice::new(t.rules_told(), t.rules_told_text()));
    let ui = frame(&cx, &book, t).with_notice(notice);
    cx.page(&RulesPage { ui, t, book, laid, around, used, lays_down })
}

/// A rule that cannot be read is logged and left out.
fn read(laid: Vec<Laid>) -> Vec<(Laid, TermRule)> {
    laid.into_iter().filter_map(|l| term::parse(&l.rule).map(|rule| (l, rule))).collect()
}

/// By which rules a term that begins today would be reckoned between a council and each of its municipalities.
async fn used(conn: &mut Conn, book: &RuleBook, today: Day) -> Result<Vec<RuleId>, Problem> {
    let mut used = Vec::new();
    if book.kind != Kind::Council {
        return Ok(used);
    }
    for subject in [Subject::Request, Subject::Response] {
        let all = rules::of_council(conn, &book.owner, subject).await?;
        let of = |(m, _): &(OrganisationId, String)| term::on_day(&all, m, subject, today).id;
        used.extend(book.across.iter().filter_map(of));
    }
    Ok(used)
}
