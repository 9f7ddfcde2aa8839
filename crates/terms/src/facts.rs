//! What is known of one request: the dates a rule counts from, and what people agreed.

use crate::{Event, Length, Suspension};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The event that starts a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// The date on the request (dagtekening).
    RequestDated,
    /// The usual start.
    RequestReceived,
    FileComplete,
    DataSupplied,
    /// The draft is laid open; that day itself usually counts (art. 3:16 Awb).
    LaidOpen,
    AdviceIssued,
    AdviceReceived,
    /// Any other event the rule names in words.
    EventDate,
}

/// A date in the life of a case that a term is counted back from, or that caps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    MunicipalCouncilMeeting,
    CommitteeMeeting,
    ExecutiveMeeting,
    CouncilMeeting,
    Decision,
    Other,
}

/// The facts of one request. Leave out what is not known: the rule asks for what it needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    pub starts: BTreeMap<Start, Event>,
    pub milestones: BTreeMap<Milestone, Date>,
    /// The length the requester named, for a rule that leaves it to the requester.
    pub named: Option<Length>,
    /// The length agreed for this request.
    pub agreed: Option<Length>,
    /// The topic, for a rule that has a term per topic.
    pub topic: Option<String>,
    /// Standstills of this request, beside those of the rule.
    pub suspensions: Vec<Suspension>,
    /// Extensions granted, from [`extend`](crate::extend).
    pub extensions: Vec<Length>,
    /// The shorter term of an urgent request, from [`declare_urgent`](crate::declare_urgent). It takes the
    /// place of the length of the rule.
    pub urgent: Option<Length>,
}
