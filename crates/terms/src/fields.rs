//! A term as somebody types it: on the command line, or in a row of a table.

use crate::{Atw, Direction, FirstDay, Length, Term, TermError, Unit, shape};
use std::fmt;

/// The cells of one term, as text. Empty means the default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    /// `2026-11-24`, or for hours `2026-11-24T09:00`, Dutch time.
    pub event: &'a str,
    /// A whole number, 1 or more.
    pub value: &'a str,
    /// See [`Unit::name`].
    pub unit: &'a str,
    /// `forward` (default) or `back`.
    pub direction: &'a str,
    /// `atw`, `analogy` (default) or `none`.
    pub rule: &'a str,
    /// `excluded` (default) or `included`.
    pub first_day: &'a str,
    /// Periods as `2025-07-07/2025-08-17`, with `;` between them.
    pub suspend: &'a str,
}

impl Fields<'_> {
    /// Reads the cells.
    ///
    /// # Errors
    /// [`FieldError`] names the cell that cannot be read.
    pub fn term(&self) -> Result<Term, FieldError> {
        let event = shape::event(filled("event_date", self.event)?)?;
        let mut term = Term::new(event, Length::new(number(self.value)?, unit(self.unit)?));
        term.direction = choose("direction", self.direction, DIRECTIONS)?;
        term.atw = choose("rule", self.rule, RULES)?;
        term.first_day = choose("first_day", self.first_day, FIRST_DAYS)?;
        term.suspensions = shape::suspensions(self.suspend)?;
        Ok(term)
    }
}

const DIRECTIONS: &[(&str, Direction)] = &[("forward", Direction::Forward), ("back", Direction::Back)];
const RULES: &[(&str, Atw)] = &[("atw", Atw::Atw), ("analogy", Atw::Analogy), ("none", Atw::None)];
const FIRST_DAYS: &[(&str, FirstDay)] = &[("excluded", FirstDay::Excluded), ("included", FirstDay::Included)];

fn filled<'a>(field: &'static str, text: &'a str) -> Result<&'a str, FieldError> {
    let text = text.trim();
    if text.is_empty() { Err(FieldError::Missing { field }) } else { Ok(text) }
}

fn number(text: &str) -> Result<i64, FieldError> {
    let text = filled("value", text)?;
    text.parse().map_err(|_| FieldError::NotANumber { text: text.to_owned() })
}

fn unit(text: &str) -> Result<Unit, FieldError> {
    let text = filled("unit", text)?;
    let units = Unit::ALL.map(|unit| (unit.name(), unit));
    pick("unit", text, &units)
}

/// One of the choices, or the default when the cell is empty.
fn choose<T: Copy + Default>(field: &'static str, text: &str, choices: &[(&'static str, T)]) -> Result<T, FieldError> {
    match text.trim() {
        "" => Ok(T::default()),
        text => pick(field, text, choices),
    }
}

fn pick<T: Copy>(field: &'static str, text: &str, choices: &[(&'static str, T)]) -> Result<T, FieldError> {
    let found = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
    found.map(|(_, choice)| *choice).ok_or_else(|| FieldError::NotOneOf {
        field,
        text: text.to_owned(),
        choices: choices.iter().map(|(name, _)| *name).collect(),
    })
}

/// A cell that cannot be read, or a term that cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    Missing { field: &'static str },
    NotADate { field: &'static str, text: String },
    NotANumber { text: String },
    NotOneOf { field: &'static str, text: String, choices: Vec<&'static str> },
    NotAPeriod { text: String },
    Term(TermError),
}

impl From<TermError> for FieldError {
    fn from(error: TermError) -> FieldError {
        FieldError::Term(error)
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldError::Missing { field } => write!(f, "The {field} is missing."),
            FieldError::NotADate { field, text } => write!(
                f,
                "The {field} {} is no date such as 2026-11-24, nor a time such as 2026-11-24T09:00.",
                shown(text)
            ),
            FieldError::NotANumber { text } => write!(f, "The value {} is no whole number.", shown(text)),
            FieldError::NotOneOf { field, text, choices } => {
                write!(f, "The {field} {} is none of {}.", shown(text), choices.join(", "))
            }
            FieldError::NotAPeriod { text } => {
                write!(f, "The standstill {} is no period such as 2025-07-07/2025-08-17.", shown(text))
            }
            FieldError::Term(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FieldError {}

/// The longest piece of somebody's text that an error repeats, in characters.
const SHOWN_MAX: usize = 40;

/// What was typed, on one line and not endless.
fn shown(text: &str) -> String {
    let short: String = text.chars().take(SHOWN_MAX).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{short:?}{more}")
}
