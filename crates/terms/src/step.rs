//! The steps of a computation, in the order in which they were taken.

use crate::{Atw, ClosedDay, Direction, End, EndDay, Event, FirstDay, Length, Milestone};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One step, with its dates. `dutch()` and `english()` make a plain sentence of it; `basis()` says
/// on what it rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The event, and whether its own day counts. `first` is the first day that counts; for hours
    /// and for counting back there is none.
    Started { event: Event, direction: Direction, first_day: FirstDay, first: Option<Date> },
    /// The plain count, before standstills and before anything moves.
    Counted { length: Length, direction: Direction, end: End },
    /// The month has no such day, so its last day counts. `wanted` is the day number.
    MonthClipped { wanted: i8, day: Date },
    /// Weekdays that did not count as working days.
    Skipped { days: Vec<ClosedDay> },
    /// A length added by a granted extension.
    Extended { by: Length, end: End },
    /// A standstill; `days` is how many days of the term it took that no earlier standstill took.
    Suspended { from: Date, to: Date, days: u32, reason: String },
    /// Where the count ends because of the standstills.
    Resumed { end: End },
    /// Standstills are not looked at when counting back.
    SuspensionIgnored,
    /// Whether the Algemene termijnenwet applies.
    Applied { atw: Atw },
    /// Art. 4: the act moves nothing for such a term.
    Exempt { why: Exemption },
    /// The end is an ordinary day already.
    OrdinaryDay { day: Date },
    /// Art. 1(1): the end was a closed day. `over` holds each day passed, and why.
    Moved { from: Date, to: Date, over: Vec<ClosedDay> },
    /// Art. 2: fewer than two ordinary days in a term of at least three days.
    Widened { from: Date, to: Date, ordinary: u8, over: Vec<ClosedDay> },
    /// Art. 1(2): counted back, and left where it is. `closed` says when that is a closed day.
    NeverMoved { day: Date, closed: Option<ClosedDay> },
    /// The rule's own clause about an end on a closed day.
    EndDayMoved { rule: EndDay, from: Date, to: Date, over: Vec<ClosedDay> },
    /// Hours pass as they pass: the clock was set this many hours ahead (or back) on the way.
    ClockChanged { hours: i8 },
    /// Another date comes first.
    Capped { from: End, to: Date, milestone: Milestone },
}

/// Why art. 4 leaves a term alone. It looks at how the term is described: thirteen weeks are exempt,
/// ninety days are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exemption {
    Hours,
    MoreThanNinetyDays,
    MoreThanTwelveWeeks,
    MoreThanThreeMonths,
    Years,
}

/// What a step rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The rule that the term follows: see [`Answer::source`](crate::Answer::source).
    Rule,
    /// How terms are counted in Dutch law; written in no single article.
    Custom,
    AtwArticle1Paragraph1,
    AtwArticle1Paragraph2,
    AtwArticle2,
    AtwArticle3,
    AtwArticle4,
}

impl Basis {
    /// As it is cited in Dutch; empty when it is not an article.
    pub fn article(self) -> &'static str {
        match self {
            Basis::Rule | Basis::Custom => "",
            Basis::AtwArticle1Paragraph1 => "artikel 1 lid 1 Algemene termijnenwet",
            Basis::AtwArticle1Paragraph2 => "artikel 1 lid 2 Algemene termijnenwet",
            Basis::AtwArticle2 => "artikel 2 Algemene termijnenwet",
            Basis::AtwArticle3 => "artikel 3 Algemene termijnenwet",
            Basis::AtwArticle4 => "artikel 4 Algemene termijnenwet",
        }
    }
}

impl Step {
    pub fn basis(&self) -> Basis {
        match self {
            Step::Started { .. } | Step::MonthClipped { .. } | Step::ClockChanged { .. } => Basis::Custom,
            Step::Counted { .. }
            | Step::Extended { .. }
            | Step::Suspended { .. }
            | Step::Resumed { .. }
            | Step::Applied { .. }
            | Step::EndDayMoved { .. }
            | Step::Capped { .. } => Basis::Rule,
            Step::Skipped { .. } => Basis::AtwArticle3,
            Step::OrdinaryDay { .. } | Step::Moved { .. } => Basis::AtwArticle1Paragraph1,
            Step::Widened { .. } => Basis::AtwArticle2,
            Step::SuspensionIgnored | Step::NeverMoved { .. } => Basis::AtwArticle1Paragraph2,
            Step::Exempt { .. } => Basis::AtwArticle4,
        }
    }

    /// A plain Dutch sentence (B1), or two.
    pub fn dutch(&self) -> String {
        crate::text::dutch::sentence(self)
    }

    /// The same in English.
    pub fn english(&self) -> String {
        crate::text::english::sentence(self)
    }
}
