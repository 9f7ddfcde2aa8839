//! The words of the room: ids, and the closed sets that its rows are made of.

use platform::choice;

platform::ids! {
    /// A case.
    CaseId,
    /// One recommendation of an issued advice.
    RecommendationId,
    /// A question to the members whether they agree.
    RoundId,
    /// A document of a case.
    DocumentId,
    /// A moment at which both sides look what came of it.
    MonitoringId,
    /// The rule of a council about a term.
    RuleId,
    /// A term that was made longer.
    ExtensionId,
    /// A prepared answer that the alderman sent back.
    ReturnId,
    /// A standstill of a term.
    PauseId,
}

choice! {
    pub enum Kind {
        Requested = "requested",
        Unsolicited = "unsolicited",
        ThinkAlong = "think_along",
    }
}

choice! {
    /// At which level a matter is decided.
    pub enum Level {
        Local = "local",
        Regional = "regional",
        Provincial = "provincial",
        National = "national",
    }
}

choice! {
    /// Who decides, and to whom a recommendation is addressed.
    pub enum Body {
        Executive = "executive",
        MunicipalCouncil = "municipal_council",
        Partnership = "partnership",
        Province = "province",
        State = "state",
    }
}

choice! {
    /// How a case ended before its last step.
    pub enum Exit {
        Withdrawn = "withdrawn",
        Refused = "refused",
        NoObjection = "no_objection",
        Lapsed = "lapsed",
        NeverAnswered = "never_answered",
        /// Thinking along that is done.
        Concluded = "concluded",
    }
}

choice! {
    /// Who sees something of a case.
    pub enum Visibility {
        Parties = "parties",
        /// Of both sides, until a moment not for whoever only brings it further. It is computed, and never kept.
        Embargo = "embargo",
        CouncilOnly = "council_only",
        MunicipalityOnly = "municipality_only",
    }
}

choice! {
    /// The two sides of the table.
    pub enum Side {
        Council = "council",
        Municipality = "municipality",
    }
}

choice! {
    /// What somebody does in one case.
    pub enum Part {
        Drafter = "drafter",
        Officer = "officer",
        Alderman = "alderman",
        Clerk = "clerk",
        ContactOfficer = "contact_officer",
    }
}

choice! {
    /// What a member says to a version of the advice.
    pub enum Consent {
        Agrees = "agrees",
        AgreesWithRemark = "agrees_with_remark",
        Objects = "objects",
        Abstains = "abstains",
    }
}

choice! {
    /// What the municipality says to one recommendation.
    pub enum Position {
        Adopted = "adopted",
        Partly = "partly",
        Later = "later",
        NotAdopted = "not_adopted",
        NotCompetent = "not_competent",
    }
}

choice! {
    /// What became of a promise: an axis of its own.
    pub enum Execution {
        NotDue = "not_due",
        Overdue = "overdue",
        Done = "done",
        Alternative = "alternative",
        Lapsed = "lapsed",
    }
}

choice! {
    /// How a decision stands towards the advice.
    pub enum Outcome {
        Follows = "follows",
        Partly = "partly",
        Deviates = "deviates",
    }
}

choice! {
    /// What a rule about a term is for.
    pub enum Subject {
        Request = "request",
        Response = "response",
    }
}

impl Visibility {
    /// Both sides work on it.
    pub fn is_shared(self) -> bool {
        matches!(self, Visibility::Parties | Visibility::Embargo)
    }
}

impl Side {
    pub fn other(self) -> Self {
        match self {
            Side::Council => Side::Municipality,
            Side::Municipality => Side::Council,
        }
    }

    /// Visible to this side alone.
    pub fn own(self) -> Visibility {
        match self {
            Side::Council => Visibility::CouncilOnly,
            Side::Municipality => Visibility::MunicipalityOnly,
        }
    }

    pub fn mark(self) -> &'static str {
        match self {
            Side::Council => "mark--council",
            Side::Municipality => "mark--municipality",
        }
    }
}

impl Body {
    /// *het college*: as it stands in a letter, which is Dutch.
    pub fn dutch(self) -> &'static str {
        match self {
            Body::Executive => "het college",
            Body::MunicipalCouncil => "de gemeenteraad",
            Body::Partnership => "het samenwerkingsverband",
            Body::Province => "de provincie",
            Body::State => "het Rijk",
        }
    }
}

choice! {
    /// By what a term became longer.
    pub enum ExtensionGround {
        /// The clause of the council's own rule.
        Rule = "rule",
        /// Both sides agreed on it: an agreement may lengthen, never shorten.
        Agreement = "agreement",
    }
}

choice! {
    /// Why a term stands still.
    pub enum PauseGround {
        /// The council misses something that it needs.
        Incomplete = "incomplete",
        Agreement = "agreement",
    }
}
