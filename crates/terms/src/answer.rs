//! What a computation gives.

use crate::{Coverage, End, Exemption, Source, Step, Unit, text};
use serde::{Deserialize, Serialize};

/// The end of a term and how it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The last day, or for hours the last moment, on which an act is in time.
    pub end: End,
    /// Whether every day that mattered was known.
    pub coverage: Coverage,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// Where the rule comes from, if the term said so.
    pub source: Option<Source>,
}

impl Answer {
    /// One short Dutch phrase about what the Algemene termijnenwet did to the end, for lists.
    pub fn moved_because(&self) -> String {
        let why: Vec<String> = self.steps.iter().flat_map(phrases).collect();
        let exempt = self.steps.iter().any(|step| matches!(step, Step::Exempt { .. }));
        let back = self.steps.iter().any(|step| matches!(step, Step::NeverMoved { .. }));
        let in_working_days = self
            .steps
            .iter()
            .any(|step| matches!(step, Step::Counted { length, .. } if length.unit == Unit::WorkingDays));
        match (why.is_empty(), exempt, back, in_working_days) {
            (false, ..) => format!("verlengd wegens: {}", why.join(", ")),
            (_, true, ..) => "art. 4 onder a: geen verlenging".to_owned(),
            (_, _, true, _) => "art. 1 lid 2: terugrekening wordt niet verschoven".to_owned(),
            (.., true) => "werkdagen geteld".to_owned(),
            _ => "geen verlenging nodig".to_owned(),
        }
    }

    /// Whether art. 4 of the act left this term alone, and why.
    pub fn exemption(&self) -> Option<Exemption> {
        self.steps.iter().find_map(|step| match step {
            Step::Exempt { why } => Some(*why),
            _ => None,
        })
    }
}

fn phrases(step: &Step) -> Vec<String> {
    match step {
        Step::Moved { over, .. } => over.iter().map(text::dutch::first_reason).collect(),
        Step::Widened { .. } => vec!["art. 2".to_owned()],
        _ => Vec::new(),
    }
}
