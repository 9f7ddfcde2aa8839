//! The words of this room: what a council is, which acts it stands on, what it gets, and why somebody left.

use platform::{Kind, Role, choice};

choice! {
    /// What a council is by its ordinance.
    pub enum Form {
        SocialDomain = "social_domain",
        Wmo = "wmo",
        Clients = "clients",
        Participation = "participation",
        Youth = "youth",
        Seniors = "seniors",
        Accessibility = "accessibility",
        Newcomers = "newcomers",
        District = "district",
        Other = "other",
    }
}

choice! {
    /// An act that a council's work stands on.
    pub enum Law {
        Wmo = "wmo",
        Jeugdwet = "jeugdwet",
        Participatiewet = "participatiewet",
        Wgs = "wgs",
        Inburgering = "inburgering",
        Wpg = "wpg",
        Omgevingswet = "omgevingswet",
    }
}

choice! {
    /// What a council gets to do its work.
    pub enum Support {
        Budget = "budget",
        Secretary = "secretary",
        Room = "room",
        Training = "training",
        Website = "website",
        Allowance = "allowance",
    }
}

choice! {
    /// What a body elsewhere is.
    pub enum BodyForm {
        Partnership = "partnership",
        Partner = "partner",
    }
}

choice! {
    /// Why a role ended.
    pub enum Reason {
        TermOver = "term_over",
        OwnWish = "own_wish",
        Moved = "moved",
        Illness = "illness",
        Death = "death",
        /// Goes on in another role at the same place; said by changing the role.
        OtherRole = "other_role",
        JobChanged = "job_changed",
        Elections = "elections",
        /// Was put in by mistake.
        Mistake = "mistake",
        Other = "other",
    }
}

/// The roles that an organisation of a kind gives.
pub fn roles(kind: Kind) -> &'static [Role] {
    match kind {
        Kind::Council => {
            &[Role::Member, Role::Chair, Role::Secretary, Role::Treasurer, Role::Candidate, Role::OfficialSecretary]
        }
        Kind::Municipality => &[Role::Officer, Role::ContactOfficer, Role::Alderman, Role::Clerk],
        Kind::Association => &[Role::Office, Role::Facilitator, Role::Board],
        Kind::Host | Kind::Elsewhere => &[Role::Officer],
    }
}

/// Whether a role counts for the places that a council has, and for its rota.
pub fn has_term(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Secretary | Role::Treasurer | Role::Member)
}

/// Whether a council has one of them.
pub fn is_single(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Secretary | Role::Treasurer)
}

/// The reasons that one may give, by the kind of organisation.
pub fn reasons(kind: Kind) -> &'static [Reason] {
    match kind {
        Kind::Council => &[
            Reason::TermOver,
            Reason::OwnWish,
            Reason::Moved,
            Reason::Illness,
            Reason::Death,
            Reason::Mistake,
            Reason::Other,
        ],
        _ => &[
            Reason::JobChanged,
            Reason::Elections,
            Reason::OwnWish,
            Reason::Illness,
            Reason::Death,
            Reason::Mistake,
            Reason::Other,
        ],
    }
}
