//! The term engine: from a rule and a date to the last day of a term, with every step explained.
//!
//! It is pure. It reads no clock, no file and no network; the one function that reads and writes,
//! [`csv_table`], does so through the reader and the writer it is handed. It knows no people and
//! no councils: it would serve anybody who counts terms under Dutch law.
//!
//! Two doors. [`compute`] takes a [`Term`] whose length is known. [`apply`] takes a [`TermRule`],
//! as an ordinance states it, and the [`Facts`] of one request, and makes a [`Term`] of them.
//!
//! ```
//! use terms::{Calendar, Event, Length, Term, Unit, compute};
//!
//! let received = Event::Day(jiff::civil::date(2024, 11, 13));
//! let answer = compute(&Term::new(received, Length::new(6, Unit::Weeks)), Calendar::dutch())?;
//! assert_eq!(answer.end.to_string(), "2024-12-30");
//! assert!(answer.coverage.is_complete());
//! # Ok::<(), terms::TermError>(())
//! ```

mod answer;
mod apply;
mod atw;
mod bounds;
mod calendar;
mod clause;
mod compare;
mod compute;
mod count;
mod coverage;
mod equated;
mod error;
mod extend;
mod facts;
mod fields;
mod holiday;
mod hours;
mod length;
mod moment;
mod precedence;
mod reason;
mod response;
mod rule;
mod shape;
mod single;
mod source;
mod step;
mod suspension;
mod table;
mod term;
mod text;
mod urgent;
mod weeks;

pub use answer::Answer;
pub use apply::{ApplyError, NoDate, Outcome, apply};
pub use bounds::{FIRST_DAY, LAST_DAY};
pub use calendar::{Calendar, OwnClosedDay};
pub use clause::{CapClause, Consulted, ExtendClause, OnSilence, Party, TopicTerm, UrgentClause};
pub use compute::compute;
pub use coverage::Coverage;
pub use equated::{EquatedDays, EquatedError, Equation, Window};
pub use error::TermError;
pub use extend::{Extension, ExtensionAsked, ExtensionRefusal, extend};
pub use facts::{Facts, Milestone, Start};
pub use fields::{FieldError, Fields};
pub use holiday::{Holiday, easter, holidays_on};
pub use length::{Length, Unit};
pub use moment::{End, Event};
pub use precedence::{Choice, PrecedenceError, SetAside, rule_for_request};
pub use reason::{ClosedDay, Reason};
pub use response::{Per, Reasons, ResponseRule, Route, When};
pub use rule::{Kind, RuleError, Subject, TermRule};
pub use single::{explain, single};
pub use source::{Source, SourceKind};
pub use step::{Basis, Exemption, Step};
pub use suspension::Suspension;
pub use table::{Summary, TableError, csv_table, csv_table_in};
pub use term::{Atw, Cap, Direction, EndDay, FirstDay, Term};
pub use text::Language;
pub use urgent::{UrgentAsked, UrgentRefusal, UrgentTerm, declare_urgent};
pub use weeks::{Day, Mark, Week, weeks};
