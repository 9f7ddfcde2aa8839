//! The table at which a council and a municipality sit: where cases begin, and whose board shows them.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, choice};

use crate::policy::{self, Standing};

choice! {
    pub enum Action {
        View = "view",
        /// To begin something: a request, or a case of the council's own.
        Begin = "begin",
        Request = "request",
        /// An unsolicited advice.
        Start = "start",
        ThinkAlong = "think_along",
    }
}

choice! {
    /// A table is known to those who sit at it.
    pub enum Visibility {
        Parties = "parties",
    }
}

platform::row! {
    /// One council and one municipality that it advises.
    pub struct Table {
        pub council: OrganisationId,
        pub council_name: String,
        pub municipality: OrganisationId,
        pub municipality_name: String,
    }
}

impl Guarded for Table {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "table";
    const VIEW: Action = Action::View;
    const ON_BEHALF: &'static [Action] = &[Action::View];

    fn visibility(&self) -> Visibility {
        Visibility::Parties
    }

    fn id(&self) -> String {
        format!("{}:{}", self.council, self.municipality)
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        policy::standings(actor, &self.council, &self.municipality)
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        use Action::*;
        use Standing::*;
        use Verdict::{Allowed, Hidden, Refused};
        match (standing, action) {
            (Guest | AssociationSeat | NotInCircle | Outside, View | Begin | Request | Start | ThinkAlong) => Hidden,
            (Secretary | Chair | Member | Candidate | ContactOfficer | Officer | Alderman | Clerk, View) => Allowed,
            (Secretary | Chair | Member | ContactOfficer | Officer, Begin | ThinkAlong) => Allowed,
            (Candidate | Alderman | Clerk, Begin | ThinkAlong) => Refused,
            (ContactOfficer | Officer, Request) => Allowed,
            (Secretary | Chair | Member | Candidate | Alderman | Clerk, Request) => Refused,
            (Secretary | Chair | Member, Start) => Allowed,
            (Candidate | ContactOfficer | Officer | Alderman | Clerk, Start) => Refused,
        }
    }
}

platform::acts! { Table, Action:
    Seeing = View, Beginning = Begin, Requesting = Request, Starting = Start, ThinkingAlong = ThinkAlong,
}
