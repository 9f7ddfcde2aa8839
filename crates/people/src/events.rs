//! What this room tells the house, and what follows from it.

use platform::db::Tx;
use platform::id::OrganisationId;
use platform::jobs::{Job, Trouble};
use platform::trail::{Change, Line};
use platform::{App, Day, Kind, Ref};
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::{letters, register};

/// Whose business it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Of {
    pub organisation: OrganisationId,
    pub kind: Kind,
}

impl Of {
    pub fn body(body: &Body) -> Self {
        Self { organisation: body.id.clone(), kind: body.kind }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    Invited {
        of: Of,
        invitation: String,
    },
    /// Sent again, with a new link and a new last day.
    InvitedAgain {
        of: Of,
        invitation: String,
    },
    InvitationWithdrawn {
        of: Of,
        invitation: String,
    },
    InvitationAccepted {
        of: Of,
        invitation: String,
        seat: Option<String>,
    },
    RoleChanged {
        of: Of,
        from: String,
        to: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    Renewed {
        of: Of,
        seat: String,
        until: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    Ended {
        of: Of,
        seat: String,
        reason: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    EndTakenBack {
        of: Of,
        seat: String,
        /// Why it had ended.
        #[serde(default)]
        reason: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    Arranged {
        of: Of,
        seat: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    Described {
        of: Of,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<Change>,
    },
    /// Read from a file: how much of it was new.
    Imported {
        organisations: i64,
        people: i64,
        roles: i64,
    },
    /// Somebody wrote about themselves.
    ToldOfOneself {
        person: String,
    },
    InterestTold {
        of: Of,
        person: String,
    },
    /// A theme was added, called otherwise, ended or offered again.
    ThemeChanged {
        theme: String,
        changed: Vec<Change>,
    },
    /// Somebody keeps the house running from now on.
    KeeperAppointed {
        of: Of,
        seat: String,
        person: String,
        changed: Vec<Change>,
    },
    /// Somebody does not any more.
    KeeperEnded {
        of: Of,
        seat: String,
        person: String,
        changed: Vec<Change>,
    },
    /// Two entries of one person became one: `joined` went up in `person`.
    Joined {
        person: String,
        joined: String,
        join: String,
        changed: Vec<Change>,
    },
    /// They were taken apart again.
    JoinUndone {
        person: String,
        joined: String,
        join: String,
        changed: Vec<Change>,
    },
    /// Somebody was asked something by letter.
    Asked {
        person: String,
        question: String,
    },
    /// An organisation came into the register.
    Founded {
        of: Of,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        municipalities: Vec<OrganisationId>,
    },
    /// What the register holds of it was corrected.
    Corrected {
        of: Of,
        changed: Vec<Change>,
    },
    /// A council or a partnership and a municipality: from when until when.
    Tied {
        of: Of,
        municipality: OrganisationId,
        changed: Vec<Change>,
    },
    /// A municipality goes up in another from a day on.
    Merged {
        of: Of,
        into: OrganisationId,
        on: Day,
    },
    /// It does not; with whom had been told so.
    MergerTakenBack {
        of: Of,
        into: OrganisationId,
        on: Day,
        councils: Vec<OrganisationId>,
    },
    /// An organisation ends after its last day.
    Closed {
        of: Of,
        on: Day,
    },
    Reopened {
        of: Of,
    },
}

impl Event {
    fn of(&self) -> Option<&Of> {
        match self {
            Self::Invited { of, .. }
            | Self::InvitedAgain { of, .. }
            | Self::InvitationWithdrawn { of, .. }
            | Self::InvitationAccepted { of, .. }
            | Self::RoleChanged { of, .. }
            | Self::Renewed { of, .. }
            | Self::Ended { of, .. }
            | Self::EndTakenBack { of, .. }
            | Self::Arranged { of, .. }
            | Self::Described { of, .. }
            | Self::InterestTold { of, .. }
            | Self::KeeperAppointed { of, .. }
            | Self::KeeperEnded { of, .. }
            | Self::Founded { of, .. }
            | Self::Corrected { of, .. }
            | Self::Tied { of, .. }
            | Self::Merged { of, .. }
            | Self::MergerTakenBack { of, .. }
            | Self::Closed { of, .. }
            | Self::Reopened { of } => Some(of),
            Self::ToldOfOneself { .. }
            | Self::Imported { .. }
            | Self::Asked { .. }
            | Self::Joined { .. }
            | Self::ThemeChanged { .. }
            | Self::JoinUndone { .. } => None,
        }
    }

    fn of_kind(&self, kind: Kind) -> Option<&OrganisationId> {
        self.of().filter(|of| of.kind == kind).map(|of| &of.organisation)
    }
}

impl platform::trail::Event for Event {
    const SLICE: &'static str = "people";

    fn kind(&self) -> &'static str {
        match self {
            Self::Invited { .. } => "invited",
            Self::InvitedAgain { .. } => "invited_again",
            Self::InvitationWithdrawn { .. } => "invitation_withdrawn",
            Self::InvitationAccepted { .. } => "invitation_accepted",
            Self::RoleChanged { .. } => "role_changed",
            Self::Renewed { .. } => "renewed",
            Self::Ended { .. } => "ended",
            Self::EndTakenBack { .. } => "end_taken_back",
            Self::Arranged { .. } => "arranged",
            Self::Described { .. } => "described",
            Self::Imported { .. } => "imported",
            Self::ThemeChanged { .. } => "theme_changed",
            Self::KeeperAppointed { .. } => "keeper_appointed",
            Self::KeeperEnded { .. } => "keeper_ended",
            Self::Joined { .. } => "joined",
            Self::JoinUndone { .. } => "join_undone",
            Self::ToldOfOneself { .. } => "told_of_oneself",
            Self::InterestTold { .. } => "interest_told",
            Self::Asked { .. } => "asked",
            Self::Founded { .. } => "founded",
            Self::Corrected { .. } => "corrected",
            Self::Tied { .. } => "tied",
            Self::Merged { .. } => "merged",
            Self::MergerTakenBack { .. } => "merger_taken_back",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
        }
    }

    fn thing(&self) -> Ref {
        match self {
            Self::Invited { invitation, .. }
            | Self::InvitedAgain { invitation, .. }
            | Self::InvitationWithdrawn { invitation, .. }
            | Self::InvitationAccepted { invitation, .. } => Ref::new("invitation", invitation),
            Self::RoleChanged { to: seat, .. }
            | Self::Renewed { seat, .. }
            | Self::Ended { seat, .. }
            | Self::KeeperAppointed { seat, .. }
            | Self::KeeperEnded { seat, .. }
            | Self::EndTakenBack { seat, .. }
            | Self::Arranged { seat, .. } => Ref::new("seat", seat),
            Self::Described { of, .. }
            | Self::Founded { of, .. }
            | Self::Corrected { of, .. }
            | Self::Tied { of, .. }
            | Self::Merged { of, .. }
            | Self::MergerTakenBack { of, .. }
            | Self::Closed { of, .. }
            | Self::Reopened { of } => Ref::new("organisation", &of.organisation),
            Self::Imported { .. } => Ref::new("import", "people"),
            Self::ThemeChanged { theme, .. } => Ref::new("theme", theme),
            Self::ToldOfOneself { person }
            | Self::InterestTold { person, .. }
            | Self::Asked { person, .. }
            | Self::Joined { person, .. }
            | Self::JoinUndone { person, .. } => Ref::new("person", person),
        }
    }

    fn council(&self) -> Option<&OrganisationId> {
        self.of_kind(Kind::Council)
    }

    fn municipality(&self) -> Option<&OrganisationId> {
        match self {
            Self::Tied { municipality, .. } => Some(municipality),
            _ => self.of_kind(Kind::Municipality),
        }
    }
}

/// The names of the reactions to an event.
pub fn follows(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Invited { .. } | Event::InvitedAgain { .. } => vec!["people.letter_invitation"],
        Event::Ended { .. } => vec!["people.letter_ended"],
        Event::EndTakenBack { .. } => vec!["people.letter_end_taken_back"],
        Event::Asked { .. } => vec!["people.letter_question"],
        Event::KeeperAppointed { .. } | Event::KeeperEnded { .. } => vec!["people.letters_keepers"],
        Event::Joined { .. } | Event::JoinUndone { .. } => vec!["people.letters_joined"],
        Event::Founded { .. }
        | Event::Tied { .. }
        | Event::Merged { .. }
        | Event::MergerTakenBack { .. }
        | Event::Closed { .. } => vec!["people.letters_register"],
        Event::InvitationWithdrawn { .. }
        | Event::InvitationAccepted { .. }
        | Event::RoleChanged { .. }
        | Event::Renewed { .. }
        | Event::Arranged { .. }
        | Event::Described { .. }
        | Event::Corrected { .. }
        | Event::Reopened { .. }
        | Event::Imported { .. }
        | Event::ThemeChanged { .. }
        | Event::ToldOfOneself { .. }
        | Event::InterestTold { .. } => Vec::new(),
    }
}

/// Does what follows.
pub fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    Box::pin(async move {
        match (name, line.event::<Event>()) {
            (
                "people.letter_invitation",
                Some(Event::Invited { invitation, .. } | Event::InvitedAgain { invitation, .. }),
            ) => letters::invitation(app, tx, line.seq, &invitation).await,
            ("people.letter_ended", Some(Event::Ended { seat, .. })) => letters::ended(app, tx, line.seq, &seat).await,
            ("people.letter_end_taken_back", Some(Event::EndTakenBack { seat, reason, .. })) => {
                letters::goes_on(app, tx, line.seq, (&seat, &reason)).await
            }
            ("people.letter_question", Some(Event::Asked { question, .. })) => {
                letters::question(app, tx, &question).await
            }
            ("people.letters_keepers", Some(Event::KeeperAppointed { person, .. })) => {
                letters::keepers(app, tx, line.seq, (&person, true)).await
            }
            ("people.letters_keepers", Some(Event::KeeperEnded { person, .. })) => {
                letters::keepers(app, tx, line.seq, (&person, false)).await
            }
            ("people.letters_joined", Some(Event::Joined { join, .. })) => {
                letters::joined(app, tx, line.seq, &join, true).await
            }
            ("people.letters_joined", Some(Event::JoinUndone { join, .. })) => {
                letters::joined(app, tx, line.seq, &join, false).await
            }
            ("people.letters_register", Some(event)) => register::letters::tell(app, tx, line.seq, &event).await,
            _ => Err(Trouble::GiveUp(format!("{name} does not follow from {}", line.kind))),
        }
    })
}
