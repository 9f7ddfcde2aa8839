//! The special clauses a rule can have.

use crate::{Length, Milestone};
use serde::{Deserialize, Serialize};

/// Who takes an initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The council, or another body whose advice is asked.
    Council,
    /// The one who asks for advice: for most councils the municipality.
    Requester,
}

/// Extension (verdagen).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendClause {
    /// Who may extend.
    pub by: Party,
    /// The longest one extension may be; without one, any length.
    #[serde(default)]
    pub max: Option<Length>,
    /// How many times.
    pub times: u32,
    /// Whether it takes a written notice.
    #[serde(default)]
    pub notice: bool,
    /// Whether it takes a reason.
    #[serde(default)]
    pub reason: bool,
}

/// Who must have been spoken with before a term is shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consulted {
    Chair,
    Secretary,
}

/// The urgent term (spoed): the one way to go below the usual length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgentClause {
    /// The urgent term; a requester may give more, not less.
    pub length: Length,
    #[serde(default)]
    pub reason: bool,
    #[serde(default)]
    pub consult: Vec<Consulted>,
}

/// The term ends at the latest on another date, or this long before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapClause {
    pub milestone: Milestone,
    #[serde(default)]
    pub before: Option<Length>,
}

/// What silence means once a term has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnSilence {
    MayProceed,
    CountsAsNoObjection,
    CountsAsAdopted,
}

/// The length of one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicTerm {
    pub topic: String,
    pub length: Length,
}
