//! What the case page asks itself: the strip, the turn, what each side may expect, and which buttons show.

use platform::clock::Day;
use platform::web::Cx;
use ui::{Ui, filters};

use crate::case::Case;
use crate::kinds::{Kind, Level, Part, Position, Side};
use crate::paper::Document;
use crate::policy::{
    AddingDocument, Concluding, Confiding, Deciding, Declining, FilingRequest, Following, InvitingGuest, Noting,
    Publishing, ReadingDraft, Receiving, SettingEmbargo, Withdrawing, WritingAnswer, WritingDraft,
};
use crate::stage::Step;
use crate::store::answers::Recommendation;
use crate::store::people::Playing;
use crate::timeline::Entry;
use crate::turn::Turn;
use crate::{Texts, parts, room, say};

#[derive(askama::Template)]
#[template(path = "show.html")]
pub(crate) struct CasePage<'a> {
    pub ui: Ui,
    pub t: &'static Texts,
    pub cx: &'a Cx,
    pub case: Case,
    pub side: Side,
    pub today: Day,
    pub turn: Turn,
    pub steps: Vec<Step>,
    pub recommendations: Vec<Recommendation>,
    pub playing: Vec<Playing>,
    pub documents: Vec<Document>,
    pub entries: Vec<Entry>,
    /// What residents notice now; with a request it stands there too.
    pub practice: String,
}

impl CasePage<'_> {
    fn is_think_along(&self) -> bool {
        self.case.kind == Kind::ThinkAlong
    }

    /// *Gevraagd advies* and its number.
    fn kind(&self) -> String {
        say::kind(self.case.kind, self.t)
    }

    fn number(&self) -> String {
        self.case.number().unwrap_or_default()
    }

    /// *lokaal, de gemeenteraad beslist*
    fn level(&self) -> String {
        self.t.case_level(say::level(self.case.level, self.t), say::body(self.case.decides, self.t))
    }

    fn is_local(&self) -> bool {
        self.case.level == Level::Local
    }

    fn decides(&self) -> String {
        say::body(self.case.decides, self.t)
    }

    fn is_shared(&self) -> bool {
        self.case.visibility.is_shared()
    }

    fn embargo(&self) -> Option<String> {
        say::embargo(&self.case, &self.ui, self.t)
    }

    /// The side of this reader keeps it to some of its people.
    fn is_confidential(&self) -> bool {
        self.case.is_confidential(self.side) && self.case.guest.is_none()
    }

    fn may_set_embargo(&self) -> bool {
        room::may::<SettingEmbargo>(self.cx, &self.case) && self.case.set_embargo(self.side, self.cx.now()).is_ok()
    }

    fn may_confide(&self) -> bool {
        room::may::<Confiding>(self.cx, &self.case)
    }

    /// *Stap 7 van 8: Besluit*
    fn where_now(&self) -> String {
        if let Some(exit) = self.case.exit {
            return say::exit(exit, self.t);
        }
        let (n, of) = self.case.step_of().unwrap_or((1, 1));
        self.t.case_step(n, of, say::stage(self.case.stage(), self.t))
    }

    fn ended_with(&self) -> Option<String> {
        self.case.exit.map(|exit| say::exit(exit, self.t))
    }

    fn step_name(&self, step: &Step) -> String {
        say::stage(step.stage, self.t)
    }

    fn step_mark(&self, step: &Step) -> String {
        let open = if step.is_done() || step.is_now() { "" } else { " mark--open" };
        format!("{}{open}", step.setter.mark())
    }

    fn step_class(&self, step: &Step) -> &'static str {
        match step.progress {
            crate::stage::Progress::Done => "phase--done",
            crate::stage::Progress::Now => "phase--now",
            crate::stage::Progress::ToCome | crate::stage::Progress::Skipped => "phase--todo",
        }
    }

    /// The state in words for who does not see the marks, then the day.
    fn step_state(&self, step: &Step) -> String {
        match step.progress {
            crate::stage::Progress::Skipped => self.t.step_skipped(),
            crate::stage::Progress::Done => self.t.step_done(),
            crate::stage::Progress::Now => self.t.step_now(),
            crate::stage::Progress::ToCome => self.t.step_to_come(),
        }
    }

    fn step_date(&self, step: &Step) -> String {
        let Some(on) = step.on else { return String::new() };
        let day = self.ui.day(&on);
        match step.progress {
            crate::stage::Progress::Done => day,
            _ => self.t.step_until(day),
        }
    }

    fn turn_title(&self) -> String {
        say::who(self.turn.who, self.t)
    }

    fn turn_task(&self) -> String {
        say::task(&self.turn, self.t)
    }

    fn turn_by(&self) -> Option<String> {
        self.turn.by.map(|day| self.ui.weekday_day(&day))
    }

    fn turn_distance(&self) -> String {
        self.turn.by.map(|day| self.ui.distance(&day)).unwrap_or_default()
    }

    fn late(&self) -> Option<String> {
        say::late(self.turn.late_days(self.today), self.t)
    }

    /// Whether the date comes from a rule, so that it can be explained.
    fn is_computed(&self) -> bool {
        use crate::turn::Task;
        matches!(self.turn.task, Task::Receive | Task::Prepare | Task::Answer) && self.turn.by.is_some()
    }

    /// *De termijn staat stil sinds 12 december.*
    fn stands_still(&self) -> Option<String> {
        self.case.paused_on.map(|day| self.t.turn_stands_still(self.ui.day(&day)))
    }

    /// The one button of the reader's side.
    fn button(&self) -> Option<(String, String)> {
        if self.case.guest.is_some() {
            return None;
        }
        // While the members are asked, that comes first; whoever acts for somebody else does not answer for them.
        if self.side == Side::Council && self.case.has_open_round() && !self.ui.on_behalf() {
            return Some((format!("{}/instemming", self.case.path()), self.t.front_consent()));
        }
        if self.waits_for_approval() && room::may::<Publishing>(self.cx, &self.case) {
            return Some((format!("{}/antwoord/publicatie", self.case.path()), self.t.front_approve()));
        }
        let below = self.turn.button(self.side).filter(|below| self.may_do(below))?;
        Some((format!("{}/{below}", self.case.path()), say::do_it(&self.turn, self.t)))
    }

    /// Whether the reader may do what the button of their side asks.
    fn may_do(&self, below: &str) -> bool {
        let (cx, case) = (self.cx, &self.case);
        match below {
            "ontvangst" => room::may::<Receiving>(cx, case),
            "aanvraag/indienen" => room::may::<FilingRequest>(cx, case),
            "advies" => room::may::<WritingDraft>(cx, case),
            "stukken" => room::may::<AddingDocument>(cx, case),
            "antwoord" => room::may::<WritingAnswer>(cx, case),
            "besluit" => room::may::<Deciding>(cx, case),
            "volgen" => room::may::<Following>(cx, case),
            _ => room::may::<Noting>(cx, case),
        }
    }

    /// It is their side's turn, and a colleague does it.
    fn is_a_colleagues(&self) -> bool {
        self.turn.button(self.side).is_some()
    }

    /// What writing a note is called: who sits at the table writes down a talk, a guest just a note.
    fn note_words(&self) -> String {
        if self.case.guest.is_some() { self.t.case_note_guest() } else { self.t.case_note() }
    }

    fn nothing_to_do(&self) -> String {
        if self.case.guest.is_some() {
            return self.t.turn_nothing_guest();
        }
        if self.is_a_colleagues() {
            return self.t.turn_a_colleague();
        }
        match self.side {
            Side::Council => self.t.turn_nothing_council(),
            Side::Municipality => self.t.turn_nothing_municipality(),
        }
    }

    /// An answer that waits for the alderman: only who may know it sees this.
    fn waits_for_approval(&self) -> bool {
        self.case.published_at.is_none()
            && self.case.submitted_version.is_some()
            && self.case.submitted_version == self.case.answer_version
    }

    fn expects_council(&self) -> String {
        say::expectations(&self.case, &self.turn, self.t).0
    }

    fn expects_municipality(&self) -> String {
        say::expectations(&self.case, &self.turn, self.t).1
    }

    fn names(&self, side: Side) -> String {
        let of = |part: Part| (part == Part::Drafter) == (side == Side::Council) && part != Part::Clerk;
        crate::board::joined(self.playing.iter().filter(|p| of(p.part)))
    }

    fn names_council(&self) -> String {
        self.names(Side::Council)
    }

    fn names_municipality(&self) -> String {
        self.names(Side::Municipality)
    }

    /// Who does what, one line a part.
    fn parts(&self) -> Vec<(String, &'static str, String)> {
        use platform::choice::Choice;
        let mut lines = Vec::new();
        for &part in Part::ALL {
            let names = crate::board::joined(self.playing.iter().filter(|p| p.part == part));
            if !names.is_empty() {
                let mark = if part == Part::Drafter { "mark--council" } else { "mark--municipality" };
                lines.push((say::part(part, self.t), mark, names));
            }
        }
        lines
    }

    /// How the answers are spread, once they are there: sign, count and word.
    fn tally(&self) -> Vec<(ui::Html, usize, String)> {
        use platform::choice::Choice;
        let count = |p: Position| self.recommendations.iter().filter(|r| r.position == Some(p)).count();
        let line = |&p: &Position| {
            (count(p) > 0).then(|| {
                (parts::svg(parts::position_sign(Some(p))), count(p), say::position(Some(p), self.t).to_lowercase())
            })
        };
        Position::ALL.iter().filter_map(line).collect()
    }

    fn position(&self, r: &Recommendation) -> String {
        say::position(r.position, self.t)
    }

    fn position_sign(&self, r: &Recommendation) -> ui::Html {
        parts::svg(parts::position_sign(r.position))
    }

    fn besides(&self, r: &Recommendation) -> Option<(String, String)> {
        say::besides(r, &self.ui, self.t)
    }

    fn promise_by(&self, r: &Recommendation) -> String {
        let who = r.promised_by.clone().unwrap_or_default();
        match r.promise_on {
            Some(on) if who.is_empty() => self.t.rec_promise_on(self.ui.weekday_day(&on)),
            Some(on) => self.t.rec_promise_by(who, self.ui.weekday_day(&on)),
            None => who,
        }
    }

    fn execution(&self, r: &Recommendation) -> Option<(bool, String)> {
        let told = r.execution(self.today)?;
        Some((told == crate::kinds::Execution::Overdue, say::execution(told, self.t)))
    }

    fn to_whom(&self, r: &Recommendation) -> String {
        say::body(r.addressee, self.t)
    }

    fn may_note(&self) -> bool {
        room::may::<Noting>(self.cx, &self.case) && self.case.exit.is_none()
    }

    fn may_invite_guest(&self) -> bool {
        room::may::<InvitingGuest>(self.cx, &self.case) && crate::guests::is_shared(&self.case)
    }

    fn may_add_document(&self) -> bool {
        room::may::<AddingDocument>(self.cx, &self.case)
    }

    fn may_see_draft(&self) -> bool {
        room::may::<ReadingDraft>(self.cx, &self.case)
            && self.case.receipt_at.is_some()
            && self.case.issued_at.is_none()
            && self.case.exit.is_none()
    }

    fn may_withdraw(&self) -> bool {
        room::may::<Withdrawing>(self.cx, &self.case) && self.case.withdraw().is_ok()
    }

    fn may_decline(&self) -> bool {
        room::may::<Declining>(self.cx, &self.case) && self.case.decline().is_ok() && !self.is_think_along()
    }

    fn may_conclude(&self) -> bool {
        self.is_think_along() && room::may::<Concluding>(self.cx, &self.case) && self.case.exit.is_none()
    }

    /// For what has no button in the turn block because it is the other's turn, or nobody's.
    fn may_follow(&self) -> bool {
        room::may::<Following>(self.cx, &self.case) && self.case.monitor().is_ok()
    }

    fn document_side(&self, document: &Document) -> String {
        say::side(document.side, self.t)
    }

    fn only_us(&self) -> String {
        match self.side {
            Side::Council => self.t.only_council(),
            Side::Municipality => self.t.only_municipality(),
        }
    }
}
