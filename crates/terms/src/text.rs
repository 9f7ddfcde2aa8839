//! Plain sentences about steps, in two languages.

pub(crate) mod dutch;
pub(crate) mod english;

use crate::{Coverage, Step};
use serde::{Deserialize, Serialize};

/// The language of an explanation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Dutch,
    English,
}

impl Language {
    pub fn sentence(self, step: &Step) -> String {
        match self {
            Language::Dutch => step.dutch(),
            Language::English => step.english(),
        }
    }
}

impl Coverage {
    /// A warning for people; nothing when the answer is complete.
    pub fn warning(&self, language: Language) -> Option<String> {
        let Coverage::Incomplete { years } = self else {
            return None;
        };
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        Some(match language {
            Language::Dutch => format!(
                "Let op: de lijst met gelijkgestelde dagen is niet volledig voor {}. De einddatum kan daardoor anders zijn.",
                joined(&years, "en")
            ),
            Language::English => format!(
                "Note: the list of equated days is incomplete for {}, so the end date may differ.",
                joined(&years, "and")
            ),
        })
    }
}

/// `a, b en c`
pub(crate) fn joined(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The first letter as a capital, for the start of a sentence.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
