//! The draft of an advice: a text of one page and recommendations that are records. No I/O.

use platform::clock::Moment;
use serde::{Deserialize, Serialize};

use crate::case::Refusal;
use crate::kinds::Body;

/// A version of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Nought before the first save.
    pub version: i64,
    /// The advice in one line.
    pub title: String,
    pub summary: String,
    pub considered: String,
    pub heard: String,
    pub equal_chances: String,
    pub lines: Vec<Line>,
    pub at: Moment,
    pub by_name: String,
}

/// One recommendation: an action, to somebody, with its reason and effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub text: String,
    pub addressee: Body,
    pub effect: String,
    pub reason: String,
}

impl Line {
    pub fn empty() -> Self {
        Self { text: String::new(), addressee: Body::Executive, effect: String::new(), reason: String::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.effect.is_empty() && self.reason.is_empty()
    }
}

/// How many recommendations an advice may have; more is no advice any longer.
pub const LINES_MAX: usize = 20;

impl Draft {
    /// Before anything was written.
    pub fn blank(title: &str, now: Moment) -> Self {
        Self {
            version: 0,
            title: title.to_owned(),
            summary: String::new(),
            considered: String::new(),
            heard: String::new(),
            equal_chances: String::new(),
            lines: vec![Line::empty()],
            at: now,
            by_name: String::new(),
        }
    }

    /// Without the recommendations that were left empty.
    pub fn without_empty(mut self) -> Self {
        self.lines.retain(|line| !line.is_empty());
        self
    }

    pub fn add_line(&mut self) {
        if self.lines.len() < LINES_MAX {
            self.lines.push(Line::empty());
        }
    }

    pub fn remove_line(&mut self, at: usize) {
        if at < self.lines.len() {
            self.lines.remove(at);
        }
    }

    pub fn move_line(&mut self, at: usize, up: bool) {
        let to = if up { at.wrapping_sub(1) } else { at + 1 };
        if at < self.lines.len() && to < self.lines.len() {
            self.lines.swap(at, to);
        }
    }

    /// Whether it can be put to the members and sent.
    pub fn is_ready(&self) -> Result<(), Refusal> {
        if self.summary.trim().is_empty() {
            return Err(Refusal::NoSummary);
        }
        if self.lines.iter().all(|line| line.text.trim().is_empty()) {
            return Err(Refusal::NoRecommendations);
        }
        Ok(())
    }

    /// What is still needed before it is sent: each with where it is written.
    pub fn needs(&self) -> Needs {
        let lines: Vec<&Line> = self.lines.iter().filter(|l| !l.is_empty()).collect();
        Needs {
            summary: !self.summary.is_empty(),
            heard: !self.heard.is_empty(),
            recommendations: !lines.is_empty(),
            effects: !lines.is_empty() && lines.iter().all(|l| !l.effect.is_empty()),
            equal_chances: !self.equal_chances.is_empty(),
        }
    }
}

/// What is there of a good advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    pub summary: bool,
    pub heard: bool,
    pub recommendations: bool,
    pub effects: bool,
    pub equal_chances: bool,
}

impl Needs {
    pub fn missing(self) -> i64 {
        [self.summary, self.heard, self.recommendations, self.effects, self.equal_chances]
            .into_iter()
            .map(|there| i64::from(!there))
            .sum()
    }
}
