//! What the advice room tells the house, and what follows from it.
//!
//! An event of one side alone carries that side's organisation only, so that whoever reads the trail for the
//! other side does not meet it.

use platform::Ref;
use platform::clock::{Day, Moment};
use platform::id::{OrganisationId, PersonId};
use platform::trail;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::kinds::{
    Body, CaseId, Exit, ExtensionId, Kind, MonitoringId, PauseId, ReturnId, RoundId, RuleId, Side, Subject,
};

/// Which case, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    pub case: CaseId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<OrganisationId>,
}

impl Of {
    /// Of both sides. A side that keeps the case to some of its people has no line of it in its own trail, which all who
    /// run that side read.
    pub fn both(case: &Case) -> Self {
        Self {
            case: case.id.clone(),
            council: (!case.council_confidential).then(|| case.council.clone()),
            municipality: (!case.municipality_confidential).then(|| case.municipality.clone()),
        }
    }

    /// What makes it confidential is itself of nobody's trail but the house's: the case may not have been so before.
    pub fn confided(case: &Case, _side: Side) -> Self {
        Self { case: case.id.clone(), council: None, municipality: None }
    }

    /// Of one side: the other never reads it.
    pub fn only(case: &Case, side: Side) -> Self {
        match side {
            Side::Council => Self { municipality: None, ..Self::both(case) },
            Side::Municipality => Self { council: None, ..Self::both(case) },
        }
    }

    pub fn seen(case: &Case) -> Self {
        match case.visibility {
            crate::kinds::Visibility::Parties | crate::kinds::Visibility::Embargo => Self::both(case),
            crate::kinds::Visibility::CouncilOnly => Self::only(case, Side::Council),
            crate::kinds::Visibility::MunicipalityOnly => Self::only(case, Side::Municipality),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// An unsolicited case or thinking along begins.
    Opened {
        of: Of,
        kind: Kind,
    },
    Announced {
        of: Of,
    },
    Requested {
        of: Of,
    },
    Received {
        of: Of,
    },
    DocumentAdded {
        of: Of,
        side: Side,
        shared: bool,
    },
    Drafted {
        of: Of,
        version: i64,
    },
    RoundOpened {
        of: Of,
        round: RoundId,
        version: i64,
    },
    /// Somebody answered; what they said stands with the round.
    Consented {
        of: Of,
        round: RoundId,
    },
    RoundClosed {
        of: Of,
        round: RoundId,
    },
    MinorityTold {
        of: Of,
    },
    Issued {
        of: Of,
        number: String,
    },
    AnswerPrepared {
        of: Of,
    },
    AnswerSubmitted {
        of: Of,
        version: i64,
    },
    /// The alderman wants it different; what they said stands with the answer.
    AnswerReturned {
        of: Of,
        sent: ReturnId,
    },
    AnswerApproved {
        of: Of,
        version: i64,
    },
    AnswerPublished {
        of: Of,
    },
    Decided {
        of: Of,
        body: Body,
    },
    MonitoringPlanned {
        of: Of,
        monitoring: MonitoringId,
    },
    /// The day of a look back has come.
    MonitoringAsked {
        of: Of,
        monitoring: MonitoringId,
    },
    Measured {
        of: Of,
        monitoring: MonitoringId,
    },
    Noted {
        of: Of,
        side: Side,
    },
    /// A running term became longer; by which side.
    TermExtended {
        of: Of,
        side: Side,
        extension: ExtensionId,
    },
    TermPaused {
        of: Of,
        side: Side,
        pause: PauseId,
    },
    TermResumed {
        of: Of,
        side: Side,
        pause: PauseId,
    },
    /// A term ends within a week.
    TermNears {
        of: Of,
        side: Side,
    },
    /// The last day of a term is over.
    TermPassed {
        of: Of,
        side: Side,
    },
    Left {
        of: Of,
        how: Exit,
    },
    /// Who prepared it on one side passed that on.
    HandedOver {
        of: Of,
        side: Side,
        from: PersonId,
        to: PersonId,
    },
    /// It opens at a moment; until then it is for those who work on it.
    EmbargoSet {
        of: Of,
        side: Side,
        until: Moment,
    },
    EmbargoLifted {
        of: Of,
        side: Side,
    },
    /// The moment has come.
    EmbargoOver {
        of: Of,
    },
    /// A side keeps it to those whom it named.
    Confided {
        of: Of,
        side: Side,
    },
    OpenedUp {
        of: Of,
        side: Side,
    },
    /// A rule about a term, from a day on: the one that held, and the new one, as they are kept.
    RuleLaidDown {
        /// A council, a municipality or the association.
        #[serde(alias = "council")]
        organisation: OrganisationId,
        #[serde(default = "of_a_council")]
        owner: platform::Kind,
        subject: Subject,
        rule: RuleId,
        from: Day,
        before: Option<String>,
        after: String,
    },
}

/// At first only councils laid down rules, and the trail did not say so.
fn of_a_council() -> platform::Kind {
    platform::Kind::Council
}

impl Event {
    /// The case it is about; a rule is about none.
    pub fn of(&self) -> Option<&Of> {
        match self {
            Self::Opened { of, .. }
            | Self::Announced { of }
            | Self::Requested { of }
            | Self::Received { of }
            | Self::DocumentAdded { of, .. }
            | Self::Drafted { of, .. }
            | Self::RoundOpened { of, .. }
            | Self::Consented { of, .. }
            | Self::RoundClosed { of, .. }
            | Self::MinorityTold { of }
            | Self::Issued { of, .. }
            | Self::AnswerPrepared { of }
            | Self::AnswerSubmitted { of, .. }
            | Self::AnswerApproved { of, .. }
            | Self::AnswerPublished { of }
            | Self::Decided { of, .. }
            | Self::MonitoringPlanned { of, .. }
            | Self::MonitoringAsked { of, .. }
            | Self::Measured { of, .. }
            | Self::Noted { of, .. }
            | Self::TermNears { of, .. }
            | Self::TermPassed { of, .. }
            | Self::AnswerReturned { of, .. }
            | Self::TermExtended { of, .. }
            | Self::TermPaused { of, .. }
            | Self::TermResumed { of, .. }
            | Self::Left { of, .. }
            | Self::EmbargoSet { of, .. }
            | Self::EmbargoLifted { of, .. }
            | Self::EmbargoOver { of }
            | Self::Confided { of, .. }
            | Self::OpenedUp { of, .. }
            | Self::HandedOver { of, .. } => Some(of),
            Self::RuleLaidDown { .. } => None,
        }
    }
}

impl trail::Event for Event {
    const SLICE: &'static str = "advice";

    fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Announced { .. } => "announced",
            Self::Requested { .. } => "requested",
            Self::Received { .. } => "received",
            Self::DocumentAdded { .. } => "document_added",
            Self::Drafted { .. } => "drafted",
            Self::RoundOpened { .. } => "round_opened",
            Self::Consented { .. } => "consented",
            Self::RoundClosed { .. } => "round_closed",
            Self::MinorityTold { .. } => "minority_told",
            Self::Issued { .. } => "issued",
            Self::AnswerPrepared { .. } => "answer_prepared",
            Self::AnswerSubmitted { .. } => "answer_submitted",
            Self::AnswerReturned { .. } => "answer_returned",
            Self::AnswerApproved { .. } => "answer_approved",
            Self::AnswerPublished { .. } => "answer_published",
            Self::Decided { .. } => "decided",
            Self::MonitoringPlanned { .. } => "monitoring_planned",
            Self::MonitoringAsked { .. } => "monitoring_asked",
            Self::Measured { .. } => "measured",
            Self::Noted { .. } => "noted",
            Self::TermExtended { .. } => "term_extended",
            Self::TermPaused { .. } => "term_paused",
            Self::TermResumed { .. } => "term_resumed",
            Self::TermNears { .. } => "term_nears",
            Self::TermPassed { .. } => "term_passed",
            Self::Left { .. } => "left",
            Self::HandedOver { .. } => "handed_over",
            Self::EmbargoSet { .. } => "embargo_set",
            Self::EmbargoLifted { .. } => "embargo_lifted",
            Self::EmbargoOver { .. } => "embargo_over",
            Self::Confided { .. } => "confided",
            Self::OpenedUp { .. } => "opened_up",
            Self::RuleLaidDown { .. } => "rule_laid_down",
        }
    }

    fn thing(&self) -> Ref {
        match self {
            Self::RuleLaidDown { organisation, .. } => Ref::new("organisation", organisation),
            _ => Ref::new("case", self.of().map_or("", |of| of.case.as_str())),
        }
    }

    fn council(&self) -> Option<&OrganisationId> {
        match self {
            Self::RuleLaidDown { organisation, owner: platform::Kind::Council, .. } => Some(organisation),
            _ => self.of()?.council.as_ref(),
        }
    }

    fn municipality(&self) -> Option<&OrganisationId> {
        match self {
            Self::RuleLaidDown { organisation, owner: platform::Kind::Municipality, .. } => Some(organisation),
            _ => self.of()?.municipality.as_ref(),
        }
    }
}

/// The names of the reactions to an event.
pub fn follows(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Requested { .. } => vec!["advice.tell_request"],
        Event::Received { .. } => vec!["advice.tell_receipt"],
        Event::RoundOpened { .. } => vec!["advice.tell_round"],
        Event::Issued { .. } => vec!["advice.tell_issue"],
        Event::AnswerSubmitted { .. } => vec!["advice.tell_approval"],
        Event::AnswerReturned { .. } => vec!["advice.tell_return"],
        Event::AnswerPublished { .. } => vec!["advice.tell_answer"],
        Event::Decided { .. } => vec!["advice.tell_decision"],
        Event::MonitoringAsked { .. } => vec!["advice.tell_monitoring"],
        Event::TermNears { .. } | Event::TermPassed { .. } => vec!["advice.tell_term"],
        Event::TermExtended { .. } | Event::TermPaused { .. } | Event::TermResumed { .. } => {
            vec!["advice.tell_term_change"]
        }
        Event::Left { .. } => vec!["advice.tell_left"],
        Event::HandedOver { .. } => vec!["advice.tell_handed_over"],
        Event::RuleLaidDown { .. } => vec!["advice.tell_rule"],
        Event::EmbargoSet { .. } => vec!["advice.tell_embargo"],
        Event::EmbargoLifted { .. } | Event::EmbargoOver { .. } => vec!["advice.tell_embargo_over"],
        Event::Confided { .. } => vec!["advice.tell_circle"],
        Event::Opened { .. }
        | Event::Announced { .. }
        | Event::DocumentAdded { .. }
        | Event::Drafted { .. }
        | Event::Consented { .. }
        | Event::RoundClosed { .. }
        | Event::MinorityTold { .. }
        | Event::AnswerPrepared { .. }
        | Event::AnswerApproved { .. }
        | Event::MonitoringPlanned { .. }
        | Event::Measured { .. }
        | Event::Noted { .. }
        | Event::OpenedUp { .. } => Vec::new(),
    }
}
