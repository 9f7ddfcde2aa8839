//! A case: one subject from first signal to last measurement, as council and municipality see it.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseKind {
    Requested,
    Unsolicited,
    ThinkAlong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    Signal,
    Announced,
    Request,
    Intake,
    Preparation,
    Draft,
    Issued,
    Response,
    Decision,
    Published,
    Aftercare,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exit {
    Withdrawn,
    Refused,
    NoObjection,
    Lapsed,
    NeverAnswered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Local,
    Regional,
    Provincial,
    National,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    Executive,
    MunicipalCouncil,
    /// A joint body of several municipalities.
    Partnership,
    Province,
    State,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub kind: CaseKind,
    /// The stage it is in now, or was in when it left by a side exit.
    pub stage: Stage,
    pub exit: Option<Exit>,
    /// Why it ended early, in a sentence.
    pub exit_reason: Option<String>,
    pub theme: usize,
    pub council: usize,
    pub municipality: usize,
    /// The how manieth case of this council in its year: 7 in `2026-07`.
    pub serial: u16,
    pub title: String,
    pub lead: String,
    pub cause: String,
    pub for_whom: String,
    pub practice: String,
    pub alternatives: String,
    pub question: String,
    pub can_change: String,
    pub cannot_change: String,
    pub level: Level,
    pub decides: Body,
    pub officer: usize,
    pub contact_officer: usize,
    pub alderman: usize,
    pub clerk: usize,
    /// Members of the council who prepare the advice.
    pub drafters: Vec<usize>,
    /// Invited by the council to read along.
    pub guests: Vec<usize>,
    /// What residents said; from preparation on.
    pub heard: Option<String>,
    /// The advice in a few sentences; from the draft on.
    pub summary: Option<String>,
    pub recommendations: Vec<Recommendation>,
    pub consents: Vec<Consent>,
    pub minority: Option<Minority>,
    pub decisions: Vec<Decision>,
    pub monitoring: Vec<Measurement>,
    pub timeline: Vec<Moment>,
    pub advice_late_days: u16,
    pub response_late_days: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub text: String,
    pub addressee: Body,
    pub effect: String,
    pub reason: String,
    pub answer: Option<Answer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    Adopted,
    Partly,
    Later,
    NotAdopted,
    NotCompetent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Execution {
    NotDue,
    Overdue,
    Done,
    Alternative,
    Lapsed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub position: Position,
    pub reason: String,
    pub author: usize,
    pub commitment: Option<Commitment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub text: String,
    pub owner: usize,
    /// Days from now; below zero when it has passed.
    pub day: i32,
    pub execution: Execution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vote {
    Agrees,
    Disagrees,
    Abstains,
    Pending,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub person: usize,
    pub vote: Vote,
    pub day: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minority {
    pub person: usize,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub body: Body,
    /// Days from now; above zero when it is still to come.
    pub day: i32,
    /// Empty while it is to come.
    pub text: String,
    pub follows_advice: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    pub months: u16,
    pub day: i32,
    pub question: String,
    /// What was seen; none while it is to come.
    pub found: Option<String>,
    /// Which recommendation it looks at, counted from 0.
    pub recommendation: Option<usize>,
}

/// When a stage began: days from now, below zero in the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub stage: Stage,
    pub day: i32,
}

impl Case {
    /// Every text that a reader sees.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let head = [
            &self.title,
            &self.lead,
            &self.cause,
            &self.for_whom,
            &self.practice,
            &self.alternatives,
            &self.question,
            &self.can_change,
            &self.cannot_change,
        ];
        let advice = self.recommendations.iter().flat_map(Recommendation::texts);
        let measured = self.monitoring.iter().flat_map(|one| std::iter::once(&one.question).chain(&one.found));
        let around = self.heard.iter().chain(&self.summary).chain(&self.exit_reason);
        let minority = self.minority.iter().map(|one| &one.text);
        let decided = self.decisions.iter().map(|one| &one.text).filter(|text| !text.is_empty());
        head.into_iter().chain(advice).chain(measured).chain(around).chain(minority).chain(decided).map(String::as_str)
    }
}

impl Recommendation {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let reason = self.answer.iter().map(|answer| &answer.reason);
        let promised = self.answer.iter().filter_map(|answer| answer.commitment.as_ref()).map(|promise| &promise.text);
        [&self.text, &self.effect, &self.reason].into_iter().chain(reason).chain(promised)
    }
}
