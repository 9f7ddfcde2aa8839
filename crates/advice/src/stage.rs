//! Where a case is: eight steps, the same on both sides, computed from what exists. Only from what both
//! sides may know: a draft or a prepared answer moves nothing.

use platform::choice;
use platform::clock::Day;

use crate::case::Case;
use crate::kinds::{Kind, Side};

choice! {
    /// The steps of a case, as the strip shows them.
    pub enum Stage {
        Signal = "signal",
        Planned = "planned",
        Request = "request",
        Preparing = "preparing",
        Advice = "advice",
        Answer = "answer",
        Decision = "decision",
        Following = "following",
    }
}

use Stage::{Advice, Answer, Decision, Following, Planned, Preparing, Request, Signal};

/// Who sets a step: one side, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setter {
    One(Side),
    Both,
}

impl Setter {
    pub fn mark(self) -> &'static str {
        match self {
            Setter::One(side) => side.mark(),
            Setter::Both => "mark--both",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Done,
    /// A request that was never on the plan: that step was passed over.
    Skipped,
    Now,
    ToCome,
}

/// One step on the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub stage: Stage,
    pub progress: Progress,
    pub setter: Setter,
    /// The day it was done; for the present step and later ones the day it is due or planned.
    pub on: Option<Day>,
}

impl Step {
    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }
    pub fn is_skipped(&self) -> bool {
        self.progress == Progress::Skipped
    }
    pub fn is_now(&self) -> bool {
        self.progress == Progress::Now
    }
}

impl Stage {
    pub fn setter(self) -> Setter {
        match self {
            Signal | Preparing | Advice => Setter::One(Side::Council),
            Planned | Request | Answer | Decision => Setter::One(Side::Municipality),
            Following => Setter::Both,
        }
    }
}

/// The steps that a case of this kind takes; thinking along takes none.
pub fn route(kind: Kind) -> &'static [Stage] {
    match kind {
        Kind::Requested => &[Signal, Planned, Request, Preparing, Advice, Answer, Decision, Following],
        Kind::Unsolicited => &[Signal, Preparing, Advice, Answer, Decision, Following],
        Kind::ThinkAlong => &[],
    }
}

impl Case {
    /// The step that is being set now.
    pub fn stage(&self) -> Stage {
        if self.decided_on.is_some() {
            Following
        } else if self.published_at.is_some() {
            Decision
        } else if self.issued_at.is_some() {
            Answer
        } else if self.receipt_at.is_some() {
            Preparing
        } else if self.filed_at.is_some() {
            Request
        } else if self.announced_at.is_some() {
            Planned
        } else {
            Signal
        }
    }

    /// The strip: every step with its day. After a side exit it ends where the case ended.
    pub fn steps(&self) -> Vec<Step> {
        let now = self.stage();
        let step = |&stage: &Stage| {
            let progress = match stage.cmp(&now) {
                std::cmp::Ordering::Less if stage == Planned && self.announced_at.is_none() => Progress::Skipped,
                std::cmp::Ordering::Less => Progress::Done,
                std::cmp::Ordering::Equal if self.is_finished() && self.exit.is_none() => Progress::Done,
                std::cmp::Ordering::Equal => Progress::Now,
                std::cmp::Ordering::Greater => Progress::ToCome,
            };
            let on = if progress == Progress::Done { self.done_on(stage) } else { self.planned_on(stage) };
            Step { stage, progress, setter: stage.setter(), on }
        };
        let steps = route(self.kind).iter().map(step);
        match self.exit {
            Some(_) => steps.filter(|s| s.progress == Progress::Done).collect(),
            None => steps.collect(),
        }
    }

    /// *Stap 7 van 8*: which step it is, and of how many.
    pub fn step_of(&self) -> Option<(i64, i64)> {
        let route = route(self.kind);
        let at = route.iter().position(|s| *s == self.stage())?;
        Some((i64::try_from(at + 1).ok()?, i64::try_from(route.len()).ok()?))
    }

    fn done_on(&self, stage: Stage) -> Option<Day> {
        match stage {
            Signal => Some(self.opened_at.day()),
            Planned => self.announced_at.map(|at| at.day()),
            Request => self.received_on,
            Preparing => self.receipt_at.map(|at| at.day()),
            Advice => self.issued_at.map(|at| at.day()),
            Answer => self.published_at.map(|at| at.day()),
            Decision => self.decided_on,
            Following => None,
        }
    }

    fn planned_on(&self, stage: Stage) -> Option<Day> {
        match stage {
            Signal | Planned => None,
            Request => self.received_on.or(self.expected_on),
            Preparing => self.receipt_at.map(|at| at.day()),
            // A term that stands still has no last day until it runs on.
            Advice | Answer if self.paused_on.is_some() => None,
            Advice => self.due_on,
            Answer => self.answer_due_on,
            Decision => self.decision_plan_on.or(self.meeting_on),
            Following => self.monitor_on,
        }
    }

    /// Whether nothing more is to come: it left by a side exit, or nothing is planned and both sides told what they saw.
    pub fn is_finished(&self) -> bool {
        self.exit.is_some() || (self.decided_on.is_some() && self.monitorings > 0 && self.monitor_on.is_none())
    }
}
