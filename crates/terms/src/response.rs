//! What the municipality owes to an advice, apart from when: the term itself is a
//! [`TermRule`](crate::TermRule) about [`Subject::Response`](crate::Subject::Response).

use crate::Source;
use serde::{Deserialize, Serialize};

/// When a response is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    Always,
    /// Only when the advice is not followed.
    OnDeviation,
    /// Together with the proposal to the municipal council.
    WithCouncilProposal,
    /// In a report to the municipal council.
    ReportToCouncil,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    Advice,
    Recommendation,
}

/// When the response gives reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reasons {
    Always,
    WhenNotFollowed,
}

/// Who gets the response, beside the council that advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    MunicipalCouncil,
    Council,
    Public,
}

/// The rule about the response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseRule {
    pub when: When,
    pub per: Per,
    pub reasons: Reasons,
    /// Whether the parties talk before the municipality deviates.
    #[serde(default)]
    pub before_deviating: bool,
    #[serde(default)]
    pub route_to: Vec<Route>,
    pub source: Source,
}

impl ResponseRule {
    /// Whether a response is due at all.
    pub fn is_due(&self, deviates: bool) -> bool {
        match self.when {
            When::Always | When::WithCouncilProposal | When::ReportToCouncil => true,
            When::OnDeviation => deviates,
        }
    }

    /// Whether the response must give reasons.
    pub fn needs_reasons(&self, deviates: bool) -> bool {
        self.is_due(deviates) && (deviates || self.reasons == Reasons::Always)
    }

    /// Whether a talk comes first.
    pub fn needs_talk(&self, deviates: bool) -> bool {
        deviates && self.before_deviating
    }
}
