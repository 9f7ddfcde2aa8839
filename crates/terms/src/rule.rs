//! A rule about a term, as an ordinance, a covenant or an agreement states it. It is stored as JSON.

use crate::{
    Atw, CapClause, EndDay, ExtendClause, FirstDay, Length, Milestone, OnSilence, OwnClosedDay, Source, Start,
    Suspension, TermError, TopicTerm, UrgentClause, suspension::Standstill,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the term is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Request,
    Advice,
    Response,
    Decision,
    /// Nothing may be done yet, such as after a deviating decision.
    Standstill,
    Report,
}

/// How the length is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    Fixed(Length),
    /// The requester names it, and may not go below the minimum if there is one.
    SetByRequester {
        #[serde(default)]
        minimum: Option<Length>,
    },
    AgreedPerRequest,
    /// By topic; `otherwise` is for topics that are not listed.
    ByTopic {
        topics: Vec<TopicTerm>,
        #[serde(default)]
        otherwise: Option<Length>,
    },
    /// This long before a meeting or a decision.
    BackCount {
        before: Milestone,
        length: Length,
    },
    /// "So early that it can be of essential influence": there is no date.
    EssentialInfluence,
    AsSoonAsPossible,
    None,
}

/// The rule. Everything but subject, kind, start and source may be left out of the JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    pub subject: Subject,
    pub kind: Kind,
    /// What starts it; without meaning for [`Kind::BackCount`] and for kinds without a date.
    pub start: Start,
    #[serde(default)]
    pub first_day: FirstDay,
    #[serde(default)]
    pub end_day: EndDay,
    #[serde(default)]
    pub closed_days: Vec<OwnClosedDay>,
    #[serde(default)]
    pub atw: Atw,
    #[serde(default)]
    pub suspend: Vec<Suspension>,
    #[serde(default)]
    pub extend: Option<ExtendClause>,
    #[serde(default)]
    pub urgent: Option<UrgentClause>,
    #[serde(default)]
    pub cap: Option<CapClause>,
    #[serde(default)]
    pub on_silence: Option<OnSilence>,
    pub source: Source,
}

impl TermRule {
    /// A rule without special clauses.
    pub fn new(subject: Subject, kind: Kind, start: Start, source: Source) -> TermRule {
        TermRule {
            subject,
            kind,
            start,
            first_day: FirstDay::default(),
            end_day: EndDay::default(),
            closed_days: Vec::new(),
            atw: Atw::default(),
            suspend: Vec::new(),
            extend: None,
            urgent: None,
            cap: None,
            on_silence: None,
            source,
        }
    }

    /// Whether the rule can be kept: do this before storing it.
    ///
    /// # Errors
    /// A length or a standstill that no term could be computed with, the same topic twice, or a
    /// validity that ends before it begins.
    pub fn check(&self) -> Result<(), RuleError> {
        for length in self.lengths() {
            length.check()?;
        }
        Standstill::of(&self.suspend)?;
        if let Kind::ByTopic { topics, .. } = &self.kind {
            check_topics(topics)?;
        }
        match (self.source.valid_from, self.source.valid_to) {
            (Some(from), Some(to)) if to < from => Err(RuleError::NeverValid),
            _ => Ok(()),
        }
    }

    fn lengths(&self) -> Vec<Length> {
        let mut all: Vec<Length> = match &self.kind {
            Kind::Fixed(length) | Kind::BackCount { length, .. } => vec![*length],
            Kind::SetByRequester { minimum } => minimum.iter().copied().collect(),
            Kind::ByTopic { topics, otherwise } => topics.iter().map(|topic| topic.length).chain(*otherwise).collect(),
            Kind::AgreedPerRequest | Kind::EssentialInfluence | Kind::AsSoonAsPossible | Kind::None => Vec::new(),
        };
        all.extend(self.extend.as_ref().and_then(|clause| clause.max));
        all.extend(self.urgent.as_ref().map(|clause| clause.length));
        all.extend(self.cap.and_then(|clause| clause.before));
        all
    }
}

fn check_topics(topics: &[TopicTerm]) -> Result<(), RuleError> {
    for (index, topic) in topics.iter().enumerate() {
        if topics[..index].iter().any(|earlier| earlier.topic == topic.topic) {
            return Err(RuleError::TopicTwice { topic: topic.topic.clone() });
        }
    }
    Ok(())
}

/// Why a rule cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleError {
    Term(TermError),
    TopicTwice { topic: String },
    NeverValid,
}

impl From<TermError> for RuleError {
    fn from(error: TermError) -> RuleError {
        RuleError::Term(error)
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleError::Term(error) => error.fmt(f),
            RuleError::TopicTwice { topic } => write!(f, "The topic {topic:?} is listed twice."),
            RuleError::NeverValid => f.write_str("The rule ends before it begins."),
        }
    }
}

impl std::error::Error for RuleError {}
