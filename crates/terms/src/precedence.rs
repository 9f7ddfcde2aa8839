//! Which of several rules holds for a request.

use crate::{Kind, Length, SourceKind, Subject, TermError, TermRule, compare::is_shorter};
use jiff::civil::Date;
use std::fmt;

/// The rule that holds, and why each other rule about the subject does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'a> {
    pub rule: &'a TermRule,
    pub set_aside: Vec<(&'a TermRule, SetAside)>,
}

/// Why a rule is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetAside {
    /// It did not hold on the day the request started.
    NotValidThen,
    /// A source above it has a rule.
    Outranked,
    /// A newer rule of the same rank.
    Older,
    /// An agreement may not shorten.
    ShorterAgreement,
    /// The agreement lengthened the term instead.
    Lengthened,
}

/// Why no rule can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrecedenceError {
    NoRule,
    /// Two rules of the same rank that hold from the same day.
    Ambiguous,
    Term(TermError),
}

impl fmt::Display for PrecedenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PrecedenceError::NoRule => f.write_str("No rule about this subject held on that day."),
            PrecedenceError::Ambiguous => {
                f.write_str("Two rules of the same rank hold from the same day; end one of them.")
            }
            PrecedenceError::Term(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PrecedenceError {}

impl From<TermError> for PrecedenceError {
    fn from(error: TermError) -> PrecedenceError {
        PrecedenceError::Term(error)
    }
}

/// Chooses the rule for a request that started on `started_on`. A running request keeps the rules of
/// that day, so never pass today for one that runs.
///
/// Law goes before ordinance and covenant, these before house rules, these before an agreement; of
/// the same rank the newest holds. An agreement is looked at last: it takes over when it does not
/// shorten the term, and under a law never.
///
/// # Errors
/// [`PrecedenceError`] when no rule held that day, or two hold equally.
pub fn rule_for_request(rules: &[TermRule], subject: Subject, started_on: Date) -> Result<Choice<'_>, PrecedenceError> {
    let about: Vec<&TermRule> = rules.iter().filter(|rule| rule.subject == subject).collect();
    let valid = |rule: &&TermRule| rule.source.is_valid_on(started_on);
    let is_agreement = |rule: &&TermRule| rule.source.kind == SourceKind::Agreement;
    let standing = best(about.iter().copied().filter(valid).filter(|rule| !is_agreement(rule)))?;
    let agreed = best(about.iter().copied().filter(valid).filter(is_agreement))?;
    let shortens = match (standing, agreed) {
        (Some(standing), Some(agreed)) => shortens(standing, agreed, started_on)?,
        _ => false,
    };
    let rule = match (standing, agreed) {
        (Some(standing), Some(_)) if shortens || standing.source.kind == SourceKind::Law => standing,
        (_, Some(agreed)) => agreed,
        (Some(standing), None) => standing,
        (None, None) => return Err(PrecedenceError::NoRule),
    };
    let why = |other: &TermRule| match () {
        () if !other.source.is_valid_on(started_on) => SetAside::NotValidThen,
        () if shortens && agreed.is_some_and(|agreed| std::ptr::eq(agreed, other)) => SetAside::ShorterAgreement,
        () if other.source.kind.rank() == rule.source.kind.rank() => SetAside::Older,
        () if standing.is_some_and(|standing| std::ptr::eq(standing, other)) => SetAside::Lengthened,
        () => SetAside::Outranked,
    };
    let set_aside = about.into_iter().filter(|other| !std::ptr::eq(*other, rule)).map(|other| (other, why(other)));
    Ok(Choice { rule, set_aside: set_aside.collect() })
}

/// The highest in rank, and of those the newest.
fn best<'a>(rules: impl Iterator<Item = &'a TermRule>) -> Result<Option<&'a TermRule>, PrecedenceError> {
    let mut sorted: Vec<&TermRule> = rules.collect();
    let place = |rule: &TermRule| (rule.source.kind.rank(), std::cmp::Reverse(rule.source.valid_from));
    sorted.sort_by_key(|rule| place(rule));
    match sorted.as_slice() {
        [first, second, ..] if place(first) == place(second) => Err(PrecedenceError::Ambiguous),
        [first, ..] => Ok(Some(first)),
        [] => Ok(None),
    }
}

/// Whether an agreement would shorten what stands. Only lengths can be compared.
fn shortens(standing: &TermRule, agreed: &TermRule, from: Date) -> Result<bool, TermError> {
    match (floor(&standing.kind), floor(&agreed.kind)) {
        (Some(standing), Some(agreed)) => is_shorter(agreed, standing, from),
        _ => Ok(false),
    }
}

fn floor(kind: &Kind) -> Option<Length> {
    match kind {
        Kind::Fixed(length) | Kind::BackCount { length, .. } => Some(*length),
        Kind::SetByRequester { minimum } => *minimum,
        Kind::ByTopic { otherwise, .. } => *otherwise,
        Kind::AgreedPerRequest | Kind::EssentialInfluence | Kind::AsSoonAsPossible | Kind::None => None,
    }
}
