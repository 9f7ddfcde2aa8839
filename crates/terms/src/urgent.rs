//! The urgent term (spoed): shorter, with a reason and after a talk.

use crate::{Consulted, Length, TermError, UrgentClause, compare::is_shorter, text::english};
use jiff::civil::Date;
use std::fmt;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrgentAsked<'a> {
    /// The term asked for; without one, that of the clause.
    pub length: Option<Length>,
    pub reason: &'a str,
    /// Who was spoken with.
    pub consulted: &'a [Consulted],
    /// The day the request starts.
    pub from: Date,
}

/// An accepted urgent term, for [`Facts::urgent`](crate::Facts). [`declare_urgent`] is its only maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UrgentTerm {
    length: Length,
}

impl UrgentTerm {
    pub fn length(self) -> Length {
        self.length
    }
}

/// Why a request is not urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrgentRefusal {
    NoClause,
    NoReason,
    /// This person was not spoken with.
    NotConsulted(Consulted),
    TooShort {
        minimum: Length,
    },
    Term(TermError),
}

/// Decides on an urgent term.
///
/// # Errors
/// [`UrgentRefusal`]: the first condition of the clause that is not met.
pub fn declare_urgent(clause: Option<&UrgentClause>, asked: &UrgentAsked<'_>) -> Result<UrgentTerm, UrgentRefusal> {
    let clause = clause.ok_or(UrgentRefusal::NoClause)?;
    let length = asked.length.unwrap_or(clause.length).check().map_err(UrgentRefusal::Term)?;
    if clause.reason && asked.reason.trim().is_empty() {
        return Err(UrgentRefusal::NoReason);
    }
    if let Some(missing) = clause.consult.iter().find(|person| !asked.consulted.contains(person)) {
        return Err(UrgentRefusal::NotConsulted(*missing));
    }
    if is_shorter(length, clause.length, asked.from).map_err(UrgentRefusal::Term)? {
        return Err(UrgentRefusal::TooShort { minimum: clause.length });
    }
    Ok(UrgentTerm { length })
}

impl UrgentRefusal {
    /// In plain Dutch.
    pub fn dutch(self) -> String {
        match self {
            UrgentRefusal::NoClause => "Spoed kan niet volgens deze regel.".to_owned(),
            UrgentRefusal::NoReason => "Schrijf op waarom er spoed is.".to_owned(),
            UrgentRefusal::NotConsulted(Consulted::Chair) => "Overleg eerst met de voorzitter.".to_owned(),
            UrgentRefusal::NotConsulted(Consulted::Secretary) => "Overleg eerst met de secretaris.".to_owned(),
            UrgentRefusal::TooShort { minimum } => {
                format!("Ook bij spoed is de termijn minstens {}.", crate::text::dutch::length(minimum))
            }
            UrgentRefusal::Term(error) => error.dutch(),
        }
    }
}

impl fmt::Display for UrgentRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UrgentRefusal::NoClause => f.write_str("The rule has no urgent clause."),
            UrgentRefusal::NoReason => f.write_str("An urgent term takes a reason."),
            UrgentRefusal::NotConsulted(Consulted::Chair) => f.write_str("Talk with the chair first."),
            UrgentRefusal::NotConsulted(Consulted::Secretary) => f.write_str("Talk with the secretary first."),
            UrgentRefusal::TooShort { minimum } => {
                write!(f, "An urgent term is at least {}.", english::length(*minimum))
            }
            UrgentRefusal::Term(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UrgentRefusal {}
