//! Whose turn it is, by when, and what the reader's side can do about it: one button.

use platform::clock::Day;

use crate::case::Case;
use crate::kinds::{Body, Kind, PauseGround, Side};
use crate::stage::Stage;

/// Who is to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Council,
    Municipality,
    Both,
    Nobody,
}

/// What is to be done now; the same sentence on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The signal: somebody takes it up.
    TakeUp,
    Request,
    Receive,
    Prepare,
    /// The term stands still until the municipality has supplied what is missing.
    Supply,
    Answer,
    DecideExecutive,
    Decide,
    PlanMonitoring,
    Measure,
    /// Until the day of the next look back.
    Wait,
    ThinkAlong,
    Over,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub who: Who,
    pub task: Task,
    pub by: Option<Day>,
}

impl Who {
    pub fn is(self, side: Side) -> bool {
        match self {
            Who::Both => true,
            Who::Council => side == Side::Council,
            Who::Municipality => side == Side::Municipality,
            Who::Nobody => false,
        }
    }

    pub fn mark(self) -> &'static str {
        match self {
            Who::Council => "mark--council",
            Who::Municipality => "mark--municipality",
            Who::Both | Who::Nobody => "mark--both",
        }
    }
}

impl Turn {
    /// How many days too late it is.
    pub fn late_days(&self, today: Day) -> i64 {
        let waits = matches!(self.task, Task::Wait | Task::Over | Task::ThinkAlong);
        self.by.filter(|_| !waits).map_or(0, |by| by.days_until(today).max(0))
    }

    pub fn is_late(&self, today: Day) -> bool {
        self.late_days(today) > 0
    }

    /// Where this side does what is to be done, below the path of the case.
    pub fn button(&self, side: Side) -> Option<&'static str> {
        if !self.who.is(side) {
            return None;
        }
        match self.task {
            Task::TakeUp | Task::Receive => Some("ontvangst"),
            Task::Request => Some("aanvraag/indienen"),
            Task::Prepare => Some("advies"),
            Task::Supply => Some("stukken"),
            Task::Answer => Some("antwoord"),
            Task::DecideExecutive | Task::Decide => Some("besluit"),
            Task::PlanMonitoring | Task::Measure => Some("volgen"),
            Task::ThinkAlong => Some("notities"),
            Task::Wait | Task::Over => None,
        }
    }
}

impl Case {
    pub fn turn(&self, today: Day) -> Turn {
        let turn = |who, task, by| Turn { who, task, by };
        if self.is_finished() {
            return turn(Who::Nobody, Task::Over, None);
        }
        if self.kind == Kind::ThinkAlong {
            return turn(Who::Both, Task::ThinkAlong, None);
        }
        // At a standstill there is no last day; who waits for papers is not to move.
        let due_on = self.due_on.filter(|_| self.paused_on.is_none());
        let answer_due_on = self.answer_due_on.filter(|_| self.paused_on.is_none());
        match self.stage() {
            Stage::Request | Stage::Preparing | Stage::Advice if self.paused_for == Some(PauseGround::Incomplete) => {
                turn(Who::Municipality, Task::Supply, None)
            }
            Stage::Signal if self.kind == Kind::Unsolicited => turn(Who::Council, Task::TakeUp, None),
            Stage::Signal | Stage::Planned => turn(Who::Municipality, Task::Request, self.expected_on),
            Stage::Request => turn(Who::Council, Task::Receive, due_on),
            Stage::Preparing | Stage::Advice => turn(Who::Council, Task::Prepare, due_on),
            Stage::Answer => turn(Who::Municipality, Task::Answer, answer_due_on),
            Stage::Decision => self.decision_turn(),
            Stage::Following => self.following_turn(today),
        }
    }

    fn decision_turn(&self) -> Turn {
        let first =
            self.decides == Body::MunicipalCouncil && self.executive_on.is_none() && self.executive_plan_on.is_some();
        let (task, by) = if first {
            (Task::DecideExecutive, self.executive_plan_on)
        } else {
            (Task::Decide, self.decision_plan_on.or(self.meeting_on))
        };
        Turn { who: Who::Municipality, task, by }
    }

    fn following_turn(&self, today: Day) -> Turn {
        match self.monitor_on {
            None => Turn { who: Who::Both, task: Task::PlanMonitoring, by: None },
            Some(on) if on <= today => {
                let who = match self.monitor_told {
                    None => Who::Both,
                    Some(Side::Council) => Who::Municipality,
                    Some(Side::Municipality) => Who::Council,
                };
                Turn { who, task: Task::Measure, by: Some(on) }
            }
            Some(on) => Turn { who: Who::Nobody, task: Task::Wait, by: Some(on) },
        }
    }
}
