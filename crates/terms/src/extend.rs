//! Extending a running term (verdagen).

use crate::{ExtendClause, Length, Party, TermError, compare::is_shorter, text::english};
use jiff::civil::Date;
use std::fmt;

/// What is asked, and what the rule needs to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionAsked<'a> {
    pub by: Party,
    pub length: Length,
    /// How often the term was extended before.
    pub so_far: u32,
    pub written_notice: bool,
    pub reason: &'a str,
    pub today: Date,
    /// The last day of the term as it runs now.
    pub deadline: Date,
}

/// A granted extension, to be added to [`Facts::extensions`](crate::Facts). [`extend`] is its only maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    length: Length,
}

impl Extension {
    pub fn length(self) -> Length {
        self.length
    }
}

/// Why a term is not extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtensionRefusal {
    /// The rule knows no extension.
    NoClause,
    NotTheirs {
        by: Party,
    },
    /// The term has passed.
    TooLate {
        deadline: Date,
    },
    AllUsed {
        times: u32,
    },
    TooLong {
        max: Length,
    },
    NoNotice,
    NoReason,
    Term(TermError),
}

/// Decides on an extension.
///
/// # Errors
/// [`ExtensionRefusal`]: the first condition of the clause that is not met.
pub fn extend(clause: Option<&ExtendClause>, asked: &ExtensionAsked<'_>) -> Result<Extension, ExtensionRefusal> {
    let clause = clause.ok_or(ExtensionRefusal::NoClause)?;
    let length = asked.length.check().map_err(ExtensionRefusal::Term)?;
    if clause.by != asked.by {
        return Err(ExtensionRefusal::NotTheirs { by: clause.by });
    }
    if asked.today > asked.deadline {
        return Err(ExtensionRefusal::TooLate { deadline: asked.deadline });
    }
    if asked.so_far >= clause.times {
        return Err(ExtensionRefusal::AllUsed { times: clause.times });
    }
    if let Some(max) = clause.max
        && is_shorter(max, length, asked.deadline).map_err(ExtensionRefusal::Term)?
    {
        return Err(ExtensionRefusal::TooLong { max });
    }
    if clause.notice && !asked.written_notice {
        return Err(ExtensionRefusal::NoNotice);
    }
    if clause.reason && asked.reason.trim().is_empty() {
        return Err(ExtensionRefusal::NoReason);
    }
    Ok(Extension { length })
}

impl ExtensionRefusal {
    /// In plain Dutch.
    pub fn dutch(self) -> String {
        match self {
            ExtensionRefusal::NoClause => "Verlengen kan niet volgens deze regel.".to_owned(),
            ExtensionRefusal::NotTheirs { by: Party::Council } => "Alleen de adviesraad mag verlengen.".to_owned(),
            ExtensionRefusal::NotTheirs { by: Party::Requester } => "Alleen de aanvrager mag verlengen.".to_owned(),
            ExtensionRefusal::TooLate { deadline } => {
                format!("De termijn is al voorbij. De laatste dag was {}.", crate::text::dutch::date(deadline))
            }
            ExtensionRefusal::AllUsed { times: 1 } => "De termijn mag maar één keer worden verlengd.".to_owned(),
            ExtensionRefusal::AllUsed { times } => {
                format!("De termijn mag {times} keer worden verlengd. Dat is al gebeurd.")
            }
            ExtensionRefusal::TooLong { max } => {
                format!("De termijn mag met hoogstens {} worden verlengd.", crate::text::dutch::length(max))
            }
            ExtensionRefusal::NoNotice => "Laat schriftelijk weten dat u verlengt.".to_owned(),
            ExtensionRefusal::NoReason => "Schrijf op waarom u verlengt.".to_owned(),
            ExtensionRefusal::Term(error) => error.dutch(),
        }
    }
}

impl fmt::Display for ExtensionRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExtensionRefusal::NoClause => f.write_str("The rule knows no extension."),
            ExtensionRefusal::NotTheirs { by: Party::Council } => f.write_str("Only the council may extend."),
            ExtensionRefusal::NotTheirs { by: Party::Requester } => f.write_str("Only the requester may extend."),
            ExtensionRefusal::TooLate { deadline } => {
                write!(f, "The term has passed: its last day was {}.", english::date(*deadline))
            }
            ExtensionRefusal::AllUsed { times } => {
                write!(f, "The term may be extended {times} time(s), which is used up.")
            }
            ExtensionRefusal::TooLong { max } => {
                write!(f, "The term may be extended by {} at most.", english::length(*max))
            }
            ExtensionRefusal::NoNotice => f.write_str("An extension takes a written notice."),
            ExtensionRefusal::NoReason => f.write_str("An extension takes a reason."),
            ExtensionRefusal::Term(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ExtensionRefusal {}
