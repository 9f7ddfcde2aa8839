//! By which terms a council works, as plain values. How they are dealt out stands in `rules_deal`.

use jiff::civil::{Date, date};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    Weeks,
    Months,
    CalendarDays,
    WorkingDays,
}

/// How the length of the advice term is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Fixed {
        value: u16,
        unit: Unit,
    },
    /// The requester names it, but not below this many weeks.
    SetByRequester {
        minimum_weeks: u16,
    },
    AgreedPerRequest,
    /// A term for each topic that is listed, and one for whatever is not.
    ByTopic {
        topics: &'static [TopicWeeks],
        otherwise_weeks: u16,
    },
    /// So many weeks before the decision.
    BackCount {
        weeks: u16,
    },
    EssentialInfluence,
    None,
}

/// A topic as the ordinance names it, and its weeks.
pub type TopicWeeks = (&'static str, u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    RequestDated,
    RequestReceived,
    FileComplete,
    DataSupplied,
    /// The day itself counts.
    LaidOpen,
    Event,
}

/// Whether the general act on terms counts. It applies to terms in acts, so to others only where they say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeneralTermsAct {
    Applies,
    ByAnalogy,
    NotApplied,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceRule {
    pub length: Length,
    pub start: Start,
    pub terms_act: GeneralTermsAct,
    pub recess_suspends: bool,
    /// The council may add this many weeks, once, with notice.
    pub extension_weeks: Option<u16>,
    /// Shorter, with a reason and a talk with chair and secretary.
    pub urgent_weeks: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answers {
    /// Always, within the term if there is one.
    Always,
    /// Within the term, and at the latest a week before the municipal council meets.
    EarliestOfTwo,
    OnDeviation,
    WithCouncilProposal,
    AsSoonAsPossible,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseRule {
    pub when: Answers,
    /// Weeks from receipt of the advice.
    pub weeks: Option<u16>,
    pub per_recommendation: bool,
    pub talk_before_deviating: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    Ordinance,
    Covenant,
    HouseRules,
    Agreement,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    pub kind: SourceKind,
    pub title: String,
    pub article: String,
    /// In which year it began to hold, counted back from the one in which the country begins, and in which month.
    pub years_ago: i16,
    pub month: i8,
}

impl RuleSource {
    /// The day on which it began to hold, for a country that begins on this day.
    #[must_use]
    pub fn valid_from(&self, today: Date) -> Date {
        date(today.year() - self.years_ago, self.month, 1)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    pub advice: AdviceRule,
    pub response: ResponseRule,
    pub source: RuleSource,
}
