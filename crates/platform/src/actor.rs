//! Who acts: a person with the seats that are theirs today. The rows are identity's; the words are here
//! because every policy reads them.

use crate::id::{OrganisationId, PersonId, SeatId};

crate::choice! {
    /// What kind of body an organisation is.
    pub enum Kind {
        Council = "council",
        Municipality = "municipality",
        Association = "association",
        Host = "host",
        Elsewhere = "elsewhere",
    }
}

impl Kind {
    /// Where the page of an organisation of this kind stands.
    pub fn home(self, id: &OrganisationId) -> String {
        match self {
            Self::Council => format!("/adviesraden/{id}"),
            Self::Municipality => format!("/gemeenten/{id}"),
            Self::Association | Self::Host | Self::Elsewhere => format!("/organisaties/{id}"),
        }
    }
}

crate::choice! {
    /// What somebody is in an organisation.
    pub enum Role {
        Chair = "chair",
        Secretary = "secretary",
        Treasurer = "treasurer",
        Member = "member",
        Candidate = "candidate",
        OfficialSecretary = "official_secretary",
        ContactOfficer = "contact_officer",
        Officer = "officer",
        Alderman = "alderman",
        Clerk = "clerk",
        Facilitator = "facilitator",
        Office = "office",
        Board = "board",
        Administrator = "administrator",
        Guest = "guest",
    }
}

/// A place in an organisation that is held today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub id: SeatId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub kind: Kind,
    pub role: Role,
    /// The style sheet in the colour of that organisation, when it chose one.
    pub style: Option<String>,
}

impl Seat {
    /// Whether this seat makes somebody a member of the house: a guest was invited to one thing and nothing
    /// else, and who keeps the house running has no part in its rooms.
    pub fn belongs(&self) -> bool {
        self.role != Role::Guest && self.kind != Kind::Host
    }

    /// Whether this seat runs the people and the settings of its own organisation.
    pub fn runs(&self) -> bool {
        match self.kind {
            Kind::Council => matches!(self.role, Role::Secretary | Role::OfficialSecretary | Role::Chair),
            Kind::Municipality => self.role == Role::ContactOfficer,
            Kind::Association => self.role == Role::Office,
            Kind::Host | Kind::Elsewhere => false,
        }
    }

    /// The office of the association, which helps every organisation.
    pub fn is_office(&self) -> bool {
        self.kind == Kind::Association && self.runs()
    }
}

/// Who sits at the keyboard for somebody else, by their consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    pub person: PersonId,
    pub name: String,
    /// The council for which the consent holds; nothing when it holds for all of theirs.
    pub council: Option<OrganisationId>,
}

/// The person behind a request; `person` is empty for somebody who is not signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub name: String,
    /// Held today, the one they speak from first. With a helper: only those that the consent is about.
    pub seats: Vec<Seat>,
    /// Whoever works in the name of `person`.
    pub helper: Option<Helper>,
}

impl Actor {
    pub fn is_signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// The seat somebody speaks from now.
    pub fn seat(&self) -> Option<&Seat> {
        self.seats.first()
    }

    pub fn is(&self, person: &PersonId) -> bool {
        self.person.as_ref() == Some(person)
    }

    /// Whose hands are on the keyboard: the helper's, or one's own.
    pub fn hand(&self) -> Option<&PersonId> {
        self.helper.as_ref().map(|helper| &helper.person).or(self.person.as_ref())
    }

    /// The one council that may be looked at now; empty when nothing narrows it.
    pub fn only_council(&self) -> &str {
        self.helper.as_ref().and_then(|helper| helper.council.as_ref()).map_or("", |council| council.as_str())
    }

    pub fn seats_in<'a>(&'a self, organisation: &'a OrganisationId) -> impl Iterator<Item = &'a Seat> {
        self.seats.iter().filter(move |s| &s.organisation == organisation)
    }

    pub fn holds(&self, role: Role) -> bool {
        self.seats.iter().any(|s| s.role == role)
    }

    /// Whether they sit in any body of a kind.
    pub fn sits_in(&self, kind: Kind) -> bool {
        self.seats.iter().any(|s| s.kind == kind)
    }
}
