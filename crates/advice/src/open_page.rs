//! The page on which a case begins: the steps of a request, or the few fields of a case of the council's own.

use platform::web::{Cx, Problem, once};
use terms::Consulted;
use ui::Ui;

use crate::faults::Faults;
use crate::file::TermOf;
use crate::kinds::{Kind, Level};
use crate::open;
use crate::parts::{self, Pick};
use crate::request::{CONSULTED, Form, kind_word};
use crate::store::people::{self, OFFICERS};
use crate::table::Table;
use crate::term::{self, Plan};
use crate::{Texts, say, texts};

#[derive(askama::Template)]
#[template(path = "open.html")]
pub(crate) struct OpenPage {
    ui: Ui,
    t: &'static Texts,
    kind: Kind,
    form: Form,
    faults: Faults,
    officers: Vec<(String, String)>,
    me: String,
    tables: Vec<Table>,
    kinds: Vec<Kind>,
    action: String,
    plan: Option<Plan>,
    /// Why there is no date, when the rule gives none.
    no_date: Option<String>,
    once: String,
}

/// Who handles it at the municipality: id and name.
pub(crate) async fn officers(cx: &Cx, tables: &[Table]) -> Result<Vec<(String, String)>, Problem> {
    let mut reader = cx.reader().await?;
    let mut places: Vec<_> = tables.iter().map(|t| t.municipality.clone()).collect();
    places.sort();
    places.dedup();
    let mut found = Vec::new();
    for place in places {
        let people = people::in_roles(&mut reader, &place, OFFICERS, cx.now().day()).await?;
        found.extend(people.into_iter().map(|p| (p.id.to_string(), p.name)));
    }
    Ok(found)
}

impl OpenPage {
    pub fn new(ui: Ui, kind: Kind, form: Form, faults: Faults, officers: Vec<(String, String)>) -> Self {
        let t = texts(ui.lang);
        Self {
            ui,
            t,
            kind,
            form,
            faults,
            officers,
            me: String::new(),
            tables: Vec::new(),
            kinds: Vec::new(),
            action: "/dossiers/nieuw".to_owned(),
            plan: None,
            no_date: None,
            once: once::token(),
        }
    }

    pub fn at_tables(mut self, cx: &Cx, tables: Vec<Table>, kinds: Vec<Kind>) -> Self {
        self.me = cx.actor().person.as_ref().map(ToString::to_string).unwrap_or_default();
        (self.tables, self.kinds) = (tables, kinds);
        self
    }

    pub fn on_case(mut self, path: &str) -> Self {
        self.action = format!("{path}/aanvraag/indienen");
        self
    }

    pub fn with_plan(mut self, plan: Option<Plan>, term: &TermOf) -> Self {
        self.plan = plan;
        self.no_date = match &term.due {
            term::Due::None(none) => Some(self.ui.lang.pick(none.dutch(), none.english()).to_owned()),
            term::Due::Open(_) => Some(self.t.new_no_date()),
            term::Due::On(_) => None,
        };
        self
    }

    fn is_request(&self) -> bool {
        self.kind == Kind::Requested
    }

    fn is_unsolicited(&self) -> bool {
        self.kind == Kind::Unsolicited
    }

    fn word(&self) -> &'static str {
        kind_word(self.kind)
    }

    fn title(&self) -> String {
        match self.kind {
            Kind::Requested => self.t.new_request_title(),
            Kind::Unsolicited => self.t.new_unsolicited_title(),
            Kind::ThinkAlong => self.t.new_think_along_title(),
        }
    }

    fn lead(&self) -> String {
        match self.kind {
            Kind::Requested => self.t.new_request_lead(),
            Kind::Unsolicited => self.t.new_unsolicited_lead(),
            Kind::ThinkAlong => self.t.new_think_along_lead(),
        }
    }

    /// The other things that one may begin here.
    fn others(&self) -> Vec<(String, String)> {
        let words = |kind: Kind| match kind {
            Kind::Requested => self.t.new_request_title(),
            Kind::Unsolicited => self.t.new_unsolicited_title(),
            Kind::ThinkAlong => self.t.new_think_along_title(),
        };
        self.kinds.iter().filter(|k| **k != self.kind).map(|k| (open::link(*k), words(*k))).collect()
    }

    fn places(&self) -> Vec<Pick> {
        let label = |table: &Table| format!("{} – {}", table.council_name, table.municipality_name);
        self.tables
            .iter()
            .map(|table| Pick::new(open::place(table), label(table), open::place(table) == self.form.place))
            .collect()
    }

    fn levels(&self) -> Vec<Pick> {
        let hint = |level| match level {
            Level::Local => self.t.new_level_local(),
            Level::Regional => self.t.new_level_regional(),
            Level::Provincial => self.t.new_level_provincial(),
            Level::National => self.t.new_level_national(),
        };
        picks(self.form.level, |level| (ui::dates::capital(&say::level(level, self.t)), hint(level)))
    }

    fn bodies(&self) -> Vec<Pick> {
        picks(self.form.decides, |body| (ui::dates::capital(&say::body(body, self.t)), String::new()))
    }

    fn officer_picks(&self) -> Vec<Pick> {
        let chosen = if self.form.officer.is_empty() { &self.me } else { &self.form.officer };
        self.officers.iter().map(|(id, name)| Pick::new(id, name, id == chosen)).collect()
    }

    fn urgent(&self) -> Vec<Pick> {
        vec![Pick::new("ja", self.t.new_urgent(), self.form.urgent).hint(self.t.new_urgent_hint())]
    }

    fn consulted(&self) -> Vec<Pick> {
        let label = |who| match who {
            Consulted::Chair => self.t.new_urgent_chair(),
            Consulted::Secretary => self.t.new_urgent_secretary(),
        };
        let pick = |(who, word): (Consulted, &str)| Pick::new(word, label(who), self.form.consulted.contains(&who));
        CONSULTED.into_iter().map(pick).collect()
    }

    /// Folded away until somebody needs it.
    fn opens_urgent(&self) -> bool {
        self.form.urgent || ["spoed", "spoed-reden", "spoed-overleg[]"].iter().any(|f| self.faults.has(f))
    }

    fn shares(&self) -> Vec<Pick> {
        vec![
            Pick::new("ja", self.t.new_shared(), self.form.shared).hint(self.t.new_shared_hint()),
            Pick::new("nee", self.t.new_own(), !self.form.shared).hint(self.t.new_own_hint()),
        ]
    }

    fn faults_title(&self) -> String {
        self.t.faults_title(self.faults.len())
    }

    /// The lines of the planner, the latest first: day, words, and on what it rests.
    fn plan_lines(&self) -> Vec<(String, String, String)> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let day = |d| self.ui.weekday_day(d);
        let mut lines = vec![
            (day(&plan.meeting_on), self.t.plan_meeting(), String::new()),
            (day(&plan.papers_on), self.t.plan_papers(), self.t.plan_papers_source()),
            (day(&plan.advice_on), self.t.plan_advice(), self.t.plan_advice_source()),
        ];
        if let Some(due) = &plan.due_on {
            lines.push((day(due), self.t.plan_due(), self.t.plan_due_source()));
        }
        lines
    }

    fn warning(&self) -> Option<(String, String)> {
        let plan = self.plan.as_ref()?;
        let due = self.ui.weekday_day(plan.due_on.as_ref()?);
        let papers = self.ui.weekday_day(&plan.papers_on);
        if plan.is_too_late() {
            Some((self.t.plan_too_late(), self.t.plan_too_late_text(due, papers)))
        } else if plan.is_tight() {
            Some((self.t.plan_tight(), self.t.plan_tight_text(plan.answer_days().unwrap_or(0))))
        } else {
            None
        }
    }

    /// Nobody meets on a Sunday: said, not refused.
    fn odd_meeting(&self) -> Option<String> {
        let plan = self.plan.as_ref()?;
        term::is_weekend(plan.meeting_on).then(|| self.t.new_meeting_weekend(self.ui.weekday_full(&plan.meeting_on)))
    }

    fn is_too_late(&self) -> bool {
        self.plan.as_ref().is_some_and(Plan::is_too_late)
    }

    fn anyway(&self) -> Vec<Pick> {
        vec![Pick::new("ja", self.t.plan_anyway(), self.form.anyway).hint(self.t.plan_anyway_hint())]
    }
}

/// Every word of a choice as something to pick.
fn picks<C: platform::choice::Choice>(chosen: Option<C>, words: impl Fn(C) -> (String, String)) -> Vec<Pick> {
    let pick = |&c: &C| {
        let (label, hint) = words(c);
        Pick::new(c.word(), label, chosen == Some(c)).hint(hint)
    };
    C::ALL.iter().map(pick).collect()
}
