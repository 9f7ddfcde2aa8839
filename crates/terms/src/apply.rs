//! From a rule and the facts of one request to a date, or to the reason why there is none.

use crate::{
    Answer, Calendar, Cap, CapClause, Direction, Event, Facts, Kind, Length, Milestone, Start, Term, TermError,
    TermRule, compare::is_shorter, compute, text::english,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Date(Answer),
    /// The rule asks something, but names no date.
    NoDate(NoDate),
}

/// A rule without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoDate {
    EssentialInfluence,
    AsSoonAsPossible,
    NoTerm,
}

impl NoDate {
    pub fn dutch(self) -> &'static str {
        match self {
            NoDate::EssentialInfluence => {
                "Er is geen vaste termijn. Het moet zo vroeg dat het advies nog echt invloed kan hebben."
            }
            NoDate::AsSoonAsPossible => "Er is geen vaste termijn. Het moet zo snel mogelijk.",
            NoDate::NoTerm => "Er is geen termijn.",
        }
    }

    pub fn english(self) -> &'static str {
        match self {
            NoDate::EssentialInfluence => {
                "There is no fixed term: so early that the advice can be of essential influence."
            }
            NoDate::AsSoonAsPossible => "There is no fixed term: as soon as possible.",
            NoDate::NoTerm => "There is no term.",
        }
    }
}

/// Computes what a rule means for one request. The rule's own closed days are added to `calendar`;
/// its standstills and those of the request both count.
///
/// # Errors
/// [`ApplyError`] says which fact is missing, or which fact the rule does not allow.
pub fn apply(rule: &TermRule, facts: &Facts, calendar: &Calendar) -> Result<Outcome, ApplyError> {
    let length = match length(rule, facts)? {
        Ok(length) => length,
        Err(none) => return Ok(Outcome::NoDate(none)),
    };
    let (event, direction) = beginning(rule, facts)?;
    let mut term = Term::new(event, length);
    term.direction = direction;
    term.atw = rule.atw;
    term.first_day = rule.first_day;
    term.end_day = rule.end_day;
    term.suspensions = rule.suspend.iter().chain(&facts.suspensions).cloned().collect();
    term.extensions.clone_from(&facts.extensions);
    term.cap = rule.cap.map(|clause| cap(clause, facts)).transpose()?.flatten();
    term.source = Some(rule.source.clone());
    let calendar = calendar.clone().with_closed_days(rule.closed_days.iter().cloned());
    Ok(Outcome::Date(compute(&term, &calendar)?))
}

/// Where to count from, and which way.
fn beginning(rule: &TermRule, facts: &Facts) -> Result<(Event, Direction), ApplyError> {
    match &rule.kind {
        Kind::BackCount { before, .. } => {
            let day = facts.milestones.get(before).ok_or(ApplyError::MilestoneUnknown(*before))?;
            Ok((Event::Day(*day), Direction::Back))
        }
        _ => {
            let event = facts.starts.get(&rule.start).ok_or(ApplyError::StartUnknown(rule.start))?;
            Ok((*event, Direction::Forward))
        }
    }
}

/// The length that counts: the urgent one, else the agreed one if that is allowed, else the rule's.
fn length(rule: &TermRule, facts: &Facts) -> Result<Result<Length, NoDate>, ApplyError> {
    if let Some(urgent) = facts.urgent {
        return if rule.urgent.is_some() { Ok(Ok(urgent)) } else { Err(ApplyError::NoUrgentClause) };
    }
    let ruled = ruled(rule, facts);
    let Some(agreed) = facts.agreed else {
        return ruled;
    };
    let floor = match &rule.kind {
        Kind::SetByRequester { minimum } => *minimum,
        _ => ruled.ok().and_then(Result::ok),
    };
    match floor {
        Some(floor) if is_shorter(agreed, floor, beginning(rule, facts)?.0.day())? => {
            Err(ApplyError::AgreementShorter { agreed, rule: floor })
        }
        _ => Ok(Ok(agreed)),
    }
}

/// The length the rule itself gives, without an agreement.
fn ruled(rule: &TermRule, facts: &Facts) -> Result<Result<Length, NoDate>, ApplyError> {
    match &rule.kind {
        Kind::Fixed(length) | Kind::BackCount { length, .. } => Ok(Ok(*length)),
        Kind::SetByRequester { minimum } => {
            let named = facts.named.ok_or(ApplyError::NoLengthNamed)?;
            match minimum {
                Some(minimum) if is_shorter(named, *minimum, beginning(rule, facts)?.0.day())? => {
                    Err(ApplyError::BelowMinimum { named, minimum: *minimum })
                }
                _ => Ok(Ok(named)),
            }
        }
        Kind::AgreedPerRequest => facts.agreed.map(Ok).ok_or(ApplyError::NothingAgreed),
        Kind::ByTopic { topics, otherwise } => {
            let topic = topics.iter().find(|listed| Some(&listed.topic) == facts.topic.as_ref());
            topic.map(|listed| listed.length).or(*otherwise).map(Ok).ok_or(ApplyError::TopicUnknown)
        }
        Kind::EssentialInfluence => Ok(Err(NoDate::EssentialInfluence)),
        Kind::AsSoonAsPossible => Ok(Err(NoDate::AsSoonAsPossible)),
        Kind::None => Ok(Err(NoDate::NoTerm)),
    }
}

/// The earliest of another event, once that event has a date. Its own count back is never moved.
fn cap(clause: CapClause, facts: &Facts) -> Result<Option<Cap>, ApplyError> {
    let Some(day) = facts.milestones.get(&clause.milestone).copied() else {
        return Ok(None);
    };
    let milestone = clause.milestone;
    let Some(before) = clause.before else {
        return Ok(Some(Cap { day, milestone }));
    };
    let mut term = Term::new(Event::Day(day), before);
    term.direction = Direction::Back;
    let day: Date = compute(&term, Calendar::dutch())?.end.day();
    Ok(Some(Cap { day, milestone }))
}

/// Why a rule gives no answer for these facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplyError {
    Term(TermError),
    StartUnknown(Start),
    MilestoneUnknown(Milestone),
    /// The requester sets the term, and named none.
    NoLengthNamed,
    BelowMinimum {
        named: Length,
        minimum: Length,
    },
    NothingAgreed,
    /// An agreement may lengthen; shortening goes through the urgent clause.
    AgreementShorter {
        agreed: Length,
        rule: Length,
    },
    TopicUnknown,
    NoUrgentClause,
}

impl From<TermError> for ApplyError {
    fn from(error: TermError) -> ApplyError {
        ApplyError::Term(error)
    }
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ApplyError::Term(error) => error.fmt(f),
            ApplyError::StartUnknown(start) => write!(f, "The date that starts the term is not known ({start:?})."),
            ApplyError::MilestoneUnknown(milestone) => {
                write!(f, "The date of {} is not known.", english::milestone(*milestone))
            }
            ApplyError::NoLengthNamed => f.write_str("The requester sets the term, but named none."),
            ApplyError::BelowMinimum { named, minimum } => write!(
                f,
                "The requester named {}, less than the minimum of {}.",
                english::length(*named),
                english::length(*minimum)
            ),
            ApplyError::NothingAgreed => f.write_str("The term is agreed per request, and nothing was agreed."),
            ApplyError::AgreementShorter { agreed, rule } => write!(
                f,
                "The agreement of {} is shorter than the rule of {}; shortening goes through the urgent clause.",
                english::length(*agreed),
                english::length(*rule)
            ),
            ApplyError::TopicUnknown => f.write_str("The rule has no term for this topic."),
            ApplyError::NoUrgentClause => {
                f.write_str("The rule has no urgent clause, so the term cannot be shortened.")
            }
        }
    }
}

impl std::error::Error for ApplyError {}
