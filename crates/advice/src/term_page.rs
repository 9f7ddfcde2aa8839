//! How a date was found: step by step, with its source and a calendar. Made anew from the rule and the facts
//! each time it is asked; what the lists show was kept when the term began.
//!
//! GET /dossiers/{id}/termijn       `?onderwerp=advies|antwoord`

use axum::extract::Path;
use platform::clock::Day;
use platform::db::Conn;
use platform::web::{Cx, Outcome, Problem};
use terms::{Answer, Calendar, Language, SourceKind, TermRule};
use ui::Ui;

use crate::calendar::{Month, months};
use crate::case::Case;
use crate::kinds::{CaseId, Kind, RuleId, Subject};
use crate::standstill::Changes;
use crate::store::{issues, requests, rules, standstills};
use crate::term::{self, Due, Known, Plan};
use crate::{Texts, room, say, term_change, texts};

#[derive(askama::Template)]
#[template(path = "term_page.html")]
struct TermPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    subject: Subject,
    explained: Explained,
    months: Vec<Month>,
    may_change: bool,
}

/// A date with the rule that gave it.
pub(crate) struct Explained {
    pub rule: TermRule,
    /// Whether nothing was laid down, so that the usual term holds.
    pub is_usual: bool,
    pub due: Due,
    pub known: Known,
    pub changes: Changes,
}

impl Explained {
    /// The last day, if the term that stands still runs on after a day.
    pub fn if_resumed_after(&self, last_on: Day, t: &Texts) -> Option<Day> {
        let changes = self.changes.until(last_on);
        term::due_changed(&self.rule, &self.known, &changes, |ground| say::pause(ground, t)).day()
    }
}

/// The rule that a term keeps, and what it gives: the same that was kept in the list.
pub(crate) async fn explain(conn: &mut Conn, case: &CaseId, subject: Subject, t: &Texts) -> Result<Explained, Problem> {
    let (known, id) = match subject {
        Subject::Request => {
            let request = requests::find(conn, case).await?.ok_or(Problem::NotFound)?;
            (
                Known { start_on: request.received_on, meeting_on: request.meeting_on, weeks: request.named_weeks },
                request.rule,
            )
        }
        Subject::Response => {
            let issue = issues::find(conn, case).await?.ok_or(Problem::NotFound)?;
            let meeting_on = requests::find(conn, case).await?.and_then(|r| r.meeting_on);
            (Known { start_on: issue.at.day(), meeting_on, weeks: None }, issue.answer_rule)
        }
    };
    let kept = kept(conn, id.as_ref()).await?;
    let is_usual = kept.is_none();
    let rule = kept.unwrap_or_else(|| term::usual(subject));
    let changes = standstills::of(conn, case, subject).await?;
    let due = term::due_changed(&rule, &known, &changes, |ground| say::pause(ground, t));
    Ok(Explained { rule, is_usual, due, known, changes })
}

async fn kept(conn: &mut Conn, id: Option<&RuleId>) -> Result<Option<TermRule>, Problem> {
    let Some(id) = id else { return Ok(None) };
    Ok(rules::find(conn, id).await?.and_then(|kept| term::parse(&kept.rule)))
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    let t = texts(cx.lang());
    let ui = room::frame_below(&cx, &case, t);
    let Some(subject) = subject(&case, cx.query("onderwerp").as_deref()) else {
        return cx.page(&NoTermPage { ui, t, case });
    };
    let explained = explain(&mut reader, &id, subject, t).await?;
    let months = match &explained.due {
        Due::On(answer) => months(
            answer,
            &Calendar::dutch().clone().with_closed_days(explained.rule.closed_days.iter().cloned()),
            ui.lang,
            t,
        ),
        Due::None(_) | Due::Open(_) => Vec::new(),
    };
    let may_change = term_change::may(&cx, &case);
    cx.page(&TermPage { ui, t, case, subject, explained, months, may_change })
}

/// The terms that a case has, each with the word in the address.
fn terms_of(case: &Case) -> Vec<(Subject, &'static str)> {
    let advice = case.filed_at.map(|_| (Subject::Request, "advies"));
    let answer = case.issued_at.map(|_| (Subject::Response, "antwoord"));
    advice.into_iter().chain(answer).collect()
}

/// The term that was asked for, else the last that began; none before there is one.
fn subject(case: &Case, asked: Option<&str>) -> Option<Subject> {
    let all = terms_of(case);
    let found = all.iter().find(|(_, word)| asked == Some(*word)).or(all.last());
    found.map(|(subject, _)| *subject)
}

/// Before there is a term.
#[derive(askama::Template)]
#[template(path = "no_term.html")]
struct NoTermPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
}

impl NoTermPage {
    fn why(&self) -> String {
        match self.case.kind {
            Kind::Requested => self.t.no_term_yet(),
            Kind::Unsolicited => self.t.no_term_unsolicited(),
            Kind::ThinkAlong => self.t.no_term_think_along(),
        }
    }
}

/// Something that changed the term.
struct Changed {
    at: platform::Moment,
    mark: &'static str,
    title: String,
    by: String,
    reason: String,
}

/// One line of the calculation.
struct Line {
    sentence: String,
    source: String,
    mark: &'static str,
}

impl TermPage {
    fn kicker(&self) -> String {
        match self.subject {
            Subject::Request => self.t.term_kicker_advice(),
            Subject::Response => self.t.term_kicker_answer(),
        }
    }

    /// The other term of the case: address and words.
    fn other(&self) -> Option<(String, String)> {
        let (subject, word) = terms_of(&self.case).into_iter().find(|(subject, _)| *subject != self.subject)?;
        let words = match subject {
            Subject::Request => self.t.term_kicker_advice(),
            Subject::Response => self.t.term_kicker_answer(),
        };
        Some((format!("{}/termijn?onderwerp={word}", self.case.path()), words))
    }

    /// The term that runs can be changed; one that is over cannot.
    fn is_running(&self) -> bool {
        self.case.running_term() == Some(self.subject)
    }

    fn day(&self) -> Option<Day> {
        self.explained.due.day()
    }

    fn title(&self) -> String {
        if self.explained.changes.open().is_some() {
            return self.t.term_paused();
        }
        self.day().map_or_else(|| self.t.term_none(), |day| ui::dates::capital(&self.ui.weekday_full(&day)))
    }

    fn lead(&self) -> String {
        if let Some(pause) = self.explained.changes.open() {
            let today = self.explained.if_resumed_after(self.ui.today, self.t);
            let since = self.ui.weekday_full(&pause.from_on);
            return match today {
                Some(day) => self.t.term_paused_since(since, self.ui.weekday_full(&day)),
                None => self.t.term_paused_since_only(since),
            };
        }
        match &self.explained.due {
            Due::On(_) => self.day().map(|day| ui::dates::capital(&self.ui.distance(&day)) + ".").unwrap_or_default(),
            Due::None(none) => self.ui.lang.pick(none.dutch(), none.english()).to_owned(),
            Due::Open(_) => self.t.new_no_date(),
        }
    }

    fn language(&self) -> Language {
        self.ui.lang.pick(Language::Dutch, Language::English)
    }

    fn answer(&self) -> Option<&Answer> {
        match &self.explained.due {
            Due::On(answer) => Some(answer),
            Due::None(_) | Due::Open(_) => None,
        }
    }

    fn lines(&self) -> Vec<Line> {
        let Some(answer) = self.answer() else { return Vec::new() };
        let last = answer.steps.len().saturating_sub(1);
        let mark = |at: usize| match at {
            0 if self.subject == Subject::Request => "mark--municipality",
            at if at > 0 && at == last => "mark--both",
            _ => "mark--council",
        };
        let source = |step: &terms::Step| match step.basis() {
            terms::Basis::Rule => self.source(),
            basis => basis.article().to_owned(),
        };
        answer
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| Line { sentence: self.language().sentence(step), source: source(step), mark: mark(at) })
            .collect()
    }

    /// *Verordening adviesraad Oosterwaard, artikel 6. Geldt sinds 1 januari 2023.*
    fn source(&self) -> String {
        if self.explained.is_usual {
            return self.t.term_usual();
        }
        let source = &self.explained.rule.source;
        let article = source.article.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
        let since = source
            .valid_from
            .map(|from| format!(" {}", self.t.term_since(ui::dates::full(Day(from), self.ui.lang))))
            .unwrap_or_default();
        let kind = self.source_kind();
        let says_kind = source.title.to_lowercase().starts_with(&kind.to_lowercase());
        let title = if says_kind { source.title.clone() } else { format!("{kind}: {}", source.title) };
        format!("{title}{article}.{since}")
    }

    fn source_kind(&self) -> String {
        match self.explained.rule.source.kind {
            SourceKind::Law => self.t.source_law(),
            SourceKind::Ordinance => self.t.source_ordinance(),
            SourceKind::Covenant => self.t.source_covenant(),
            SourceKind::HouseRules => self.t.source_house_rules(),
            SourceKind::Agreement => self.t.source_agreement(),
        }
    }

    /// What changed it while it ran, the earliest first: when, which side, what, and why.
    fn changed(&self) -> Vec<Changed> {
        let (ui, t) = (&self.ui, self.t);
        let by = |who: &Option<String>| who.clone().map(|who| t.line_by(who)).unwrap_or_default();
        let extended = self.explained.changes.extended.iter().map(|e| Changed {
            at: e.at,
            mark: e.side.mark(),
            title: t.change_extended(ui.weekday_full(&e.due_on)),
            by: by(&e.who),
            reason: e.reason.clone(),
        });
        let paused = self.explained.changes.pauses.iter().map(|p| Changed {
            at: p.at,
            mark: p.side.mark(),
            title: match &p.last_on {
                Some(last) => t.change_paused_until(ui.weekday_full(&p.from_on), ui.weekday_full(last)),
                None => t.change_paused(ui.weekday_full(&p.from_on)),
            },
            by: by(&p.who),
            reason: format!("{}: {}", say::pause(p.ground, t), p.reason),
        });
        let urgent = self.explained.changes.urgency.iter().map(|u| Changed {
            at: u.at,
            mark: "mark--municipality",
            title: t.change_urgent(),
            by: by(&u.who),
            reason: u.reason.clone(),
        });
        let mut all: Vec<Changed> = urgent.chain(extended).chain(paused).collect();
        all.sort_by_key(|c| c.at);
        all
    }

    fn when(&self, at: &platform::Moment) -> String {
        self.ui.day(&at.day())
    }

    fn may_extend(&self) -> bool {
        self.may_change && self.is_running() && self.case.extend_term().is_ok()
    }

    fn may_resume(&self) -> bool {
        self.may_change && self.is_running() && self.case.resume_term().is_ok()
    }

    fn warning(&self) -> Option<String> {
        self.answer().and_then(|answer| answer.coverage.warning(self.language()))
    }

    /// Whether it fits the meeting of the municipal council: title and text.
    fn fits(&self) -> Option<(String, String)> {
        if self.subject != Subject::Request {
            return None;
        }
        let meeting_on = self.explained.known.meeting_on?;
        let plan = Plan::back_from(meeting_on, self.day());
        let (meeting, papers) = (self.ui.weekday_day(&plan.meeting_on), self.ui.weekday_day(&plan.papers_on));
        let days = plan.answer_days()?;
        Some((
            self.t.term_fits(),
            if plan.is_too_late() {
                self.t.term_fits_not(meeting, papers)
            } else if plan.is_tight() {
                self.t.term_fits_tight(meeting, papers, days)
            } else {
                self.t.term_fits_well(meeting, papers, days)
            },
        ))
    }
}
