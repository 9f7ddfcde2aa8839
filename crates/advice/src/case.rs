//! The case: what is known of it. No I/O; the stage and whose turn it is are computed from this.

use platform::clock::{Day, Moment};
use platform::id::{OrganisationId, PersonId};

use crate::kinds::{Body, CaseId, Exit, Kind, Level, PauseGround, RoundId, Side, Subject, Visibility};

platform::row! {
    /// A case with everything that happened to it, as far as its stage needs it: one row.
    pub struct Case {
        pub id: CaseId,
        pub kind: Kind,
        pub title: String,
        pub lead: String,
        pub council: OrganisationId,
        pub council_name: String,
        pub council_short: String,
        pub municipality: OrganisationId,
        pub municipality_name: String,
        pub level: Level,
        pub decides: Body,
        pub visibility: Visibility,
        pub opened_at: Moment,
        pub announced_at: Option<Moment>,
        pub expected_on: Option<Day>,
        pub received_on: Option<Day>,
        pub filed_at: Option<Moment>,
        pub meeting_on: Option<Day>,
        pub due_on: Option<Day>,
        pub receipt_at: Option<Moment>,
        /// Of the council alone: the newest version of the draft.
        pub draft_version: Option<i64>,
        /// Of the council alone: the last round of consent.
        pub round: Option<RoundId>,
        pub round_version: Option<i64>,
        pub round_closed_at: Option<Moment>,
        pub issued_at: Option<Moment>,
        pub issue_year: Option<i64>,
        pub issue_number: Option<i64>,
        pub answer_due_on: Option<Day>,
        /// Of the municipality alone until there is a publication.
        pub answer_version: Option<i64>,
        pub submitted_version: Option<i64>,
        pub approved_version: Option<i64>,
        pub published_at: Option<Moment>,
        pub executive_plan_on: Option<Day>,
        pub executive_on: Option<Day>,
        pub decision_plan_on: Option<Day>,
        pub decided_on: Option<Day>,
        pub monitorings: i64,
        /// The first moment to look back that still waits, and the side that told already what it saw.
        pub monitor_on: Option<Day>,
        pub monitor_told: Option<Side>,
        /// The term that runs now stands still, since when and why.
        pub paused_on: Option<Day>,
        pub paused_for: Option<PauseGround>,
        pub exit: Option<Exit>,
        pub exit_reason: Option<String>,
        pub exit_at: Option<Moment>,
        /// The reader, when they are a guest here, and whose.
        pub guest: Option<PersonId>,
        pub guest_side: Option<Side>,
        pub embargo_until: Option<Moment>,
        pub embargo_side: Option<Side>,
        /// A side keeps it to those whom it named.
        pub council_confidential: bool,
        pub municipality_confidential: bool,
        /// And the reader is none of them.
        pub council_closed: bool,
        pub municipality_closed: bool,
    }
}

/// Why something cannot be done with a case now; each has its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It ended: nothing more is done with it.
    Ended,
    NoRequest,
    AlreadyFiled,
    AlreadyReceived,
    AlreadyTakenUp,
    NotReceived,
    NotTakenUp,
    AlreadyIssued,
    NotIssued,
    NoDraft,
    NoSummary,
    NoRecommendations,
    RoundOpen,
    NoRound,
    NotAgreed,
    NotAVoter,
    NothingAnswered,
    NotSubmitted,
    AlreadyPublished,
    NotPublished,
    AlreadyDecided,
    NotDecided,
    AlreadyAnswered,
    NotAnAdvice,
    /// The other side asked for the embargo.
    OthersEmbargo,
    /// No term runs that could be changed.
    NoTerm,
    Paused,
    NotPaused,
}

impl Case {
    fn is_open(&self) -> Result<(), Refusal> {
        if self.exit.is_some() { Err(Refusal::Ended) } else { Ok(()) }
    }

    fn is_advice(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.kind == Kind::ThinkAlong { Err(Refusal::NotAnAdvice) } else { Ok(()) }
    }

    /// A request on a case that was announced.
    pub fn file(&self) -> Result<(), Refusal> {
        self.is_open()?;
        match (self.kind, self.filed_at) {
            (Kind::Requested, None) => Ok(()),
            (Kind::Requested, Some(_)) => Err(Refusal::AlreadyFiled),
            (Kind::Unsolicited | Kind::ThinkAlong, _) => Err(Refusal::NotAnAdvice),
        }
    }

    /// The council has what it needs and begins to prepare.
    pub fn receive(&self) -> Result<(), Refusal> {
        self.is_advice()?;
        match (self.receipt_at, self.filed_at, self.kind) {
            (Some(_), _, Kind::Unsolicited) => Err(Refusal::AlreadyTakenUp),
            (Some(_), ..) => Err(Refusal::AlreadyReceived),
            (None, None, Kind::Requested) => Err(Refusal::NoRequest),
            (None, ..) => Ok(()),
        }
    }

    pub fn draft(&self) -> Result<(), Refusal> {
        self.is_advice()?;
        match (self.issued_at, self.receipt_at) {
            (Some(_), _) => Err(Refusal::AlreadyIssued),
            (None, None) if self.kind == Kind::Unsolicited => Err(Refusal::NotTakenUp),
            (None, None) => Err(Refusal::NotReceived),
            (None, Some(_)) => Ok(()),
        }
    }

    pub fn has_open_round(&self) -> bool {
        self.round.is_some() && self.round_closed_at.is_none()
    }

    /// The version on which a round may be opened.
    pub fn open_round(&self) -> Result<i64, Refusal> {
        self.draft()?;
        if self.has_open_round() {
            return Err(Refusal::RoundOpen);
        }
        self.draft_version.ok_or(Refusal::NoDraft)
    }

    pub fn answer_round(&self) -> Result<(), Refusal> {
        self.draft()?;
        if self.has_open_round() { Ok(()) } else { Err(Refusal::NoRound) }
    }

    /// The version that the members agreed on, which is what is issued.
    pub fn issue(&self) -> Result<i64, Refusal> {
        self.draft()?;
        match (self.round_closed_at, self.round_version) {
            (Some(_), Some(version)) => Ok(version),
            (None, Some(_)) => Err(Refusal::RoundOpen),
            (_, None) => Err(Refusal::NotAgreed),
        }
    }

    pub fn answer(&self) -> Result<(), Refusal> {
        self.is_open()?;
        match (self.issued_at, self.published_at) {
            (None, _) => Err(Refusal::NotIssued),
            (Some(_), Some(_)) => Err(Refusal::AlreadyPublished),
            (Some(_), None) => Ok(()),
        }
    }

    /// Only what was laid before the alderman is approved and sent: nobody changed it since.
    pub fn publish(&self, version: i64) -> Result<(), Refusal> {
        self.answer()?;
        if self.submitted_version == Some(version) { Ok(()) } else { Err(Refusal::NotSubmitted) }
    }

    /// A decision of a body; each decides once.
    pub fn decide(&self, already: bool) -> Result<(), Refusal> {
        self.is_advice()?;
        match (self.published_at, already) {
            (None, _) => Err(Refusal::NotPublished),
            (Some(_), true) => Err(Refusal::AlreadyDecided),
            (Some(_), false) => Ok(()),
        }
    }

    pub fn monitor(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.decided_on.is_some() { Ok(()) } else { Err(Refusal::NotDecided) }
    }

    /// The term that runs now: that of the advice or that of the answer.
    pub fn running_term(&self) -> Option<Subject> {
        if self.exit.is_some() || self.kind == Kind::ThinkAlong || self.published_at.is_some() {
            return None;
        }
        match (self.issued_at, self.filed_at) {
            (Some(_), _) => Some(Subject::Response),
            (None, Some(_)) => Some(Subject::Request),
            (None, None) => None,
        }
    }

    /// A term with a last day, that does not stand still, can become longer.
    pub fn extend_term(&self) -> Result<(Subject, Day), Refusal> {
        self.is_open()?;
        let subject = self.running_term().ok_or(Refusal::NoTerm)?;
        if self.paused_on.is_some() {
            return Err(Refusal::Paused);
        }
        let due_on = match subject {
            Subject::Request => self.due_on,
            Subject::Response => self.answer_due_on,
        };
        Ok((subject, due_on.ok_or(Refusal::NoTerm)?))
    }

    pub fn pause_term(&self) -> Result<Subject, Refusal> {
        self.extend_term().map(|(subject, _)| subject)
    }

    pub fn resume_term(&self) -> Result<Subject, Refusal> {
        self.is_open()?;
        let subject = self.running_term().ok_or(Refusal::NoTerm)?;
        if self.paused_on.is_some() { Ok(subject) } else { Err(Refusal::NotPaused) }
    }

    /// The municipality takes its request back.
    pub fn withdraw(&self) -> Result<(), Refusal> {
        self.is_open()?;
        match (self.kind, self.issued_at) {
            (Kind::Requested, None) => Ok(()),
            (Kind::Requested, Some(_)) => Err(Refusal::AlreadyIssued),
            (Kind::Unsolicited | Kind::ThinkAlong, _) => Err(Refusal::NotAnAdvice),
        }
    }

    /// The council refuses to advise, has no objection, or stops with what it began itself.
    pub fn decline(&self) -> Result<(), Refusal> {
        self.is_open()?;
        if self.issued_at.is_some() { Err(Refusal::AlreadyIssued) } else { Ok(()) }
    }

    pub fn is_under_embargo(&self, now: Moment) -> bool {
        self.embargo_until.is_some_and(|until| until > now)
    }

    /// Whoever asked for an embargo changes it; the other side hears of it and holds to it.
    pub fn set_embargo(&self, side: Side, now: Moment) -> Result<(), Refusal> {
        self.is_open()?;
        let others = self.is_under_embargo(now) && self.embargo_side != Some(side);
        if others { Err(Refusal::OthersEmbargo) } else { Ok(()) }
    }

    pub fn is_confidential(&self, side: Side) -> bool {
        match side {
            Side::Council => self.council_confidential,
            Side::Municipality => self.municipality_confidential,
        }
    }

    /// The number of the advice, once it is issued: `2026-07`.
    pub fn number(&self) -> Option<String> {
        Some(numbered(self.issue_year?, self.issue_number?))
    }

    /// The thing in the trail.
    pub fn thing(&self) -> platform::Ref {
        platform::Ref::new("case", &self.id)
    }

    pub fn path(&self) -> String {
        format!("/dossiers/{}", self.id)
    }
}

/// `2026-07`, as it stands on the letter.
pub fn numbered(year: i64, number: i64) -> String {
    format!("{year}-{number:02}")
}

/// Somebody with a part in a case.
#[derive(Debug, Clone)]
pub struct Named {
    pub person: PersonId,
    pub name: String,
}
