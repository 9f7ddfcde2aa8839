//! Who keeps the register of organisations: the office of the association, and whoever keeps the house running.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Role, choice};

choice! {
    pub enum Standing {
        Office = "office",
        Administrator = "administrator",
        Member = "member",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        /// Which organisations there are.
        View = "view",
        /// Found, correct, merge and end them.
        Keep = "keep",
    }
}

choice! {
    pub enum Visibility {
        Members = "members",
    }
}

/// The register as a whole, or what it holds of one organisation.
pub struct Register(pub Option<OrganisationId>);

impl Register {
    pub fn of(id: &OrganisationId) -> Self {
        Self(Some(id.clone()))
    }
}

impl Guarded for Register {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "register";
    const VIEW: Action = Action::View;
    const ON_BEHALF: &'static [Action] = &[Action::View];

    fn visibility(&self) -> Visibility {
        Visibility::Members
    }

    fn id(&self) -> String {
        self.0.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let of = |seat: &platform::Seat| match seat {
            seat if seat.role == Role::Administrator => Standing::Administrator,
            seat if seat.is_office() => Standing::Office,
            seat if seat.belongs() => Standing::Member,
            _ => Standing::Outside,
        };
        std::iter::once(Standing::Outside).chain(actor.seats.iter().map(of)).collect()
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        match (standing, action) {
            (Standing::Office | Standing::Administrator, Action::View | Action::Keep) => Verdict::Allowed,
            (Standing::Member, Action::View) => Verdict::Allowed,
            (Standing::Member, Action::Keep) => Verdict::Refused,
            (Standing::Outside, Action::View | Action::Keep) => Verdict::Hidden,
        }
    }
}

platform::acts!(Register, Action: Listing = View, Keeping = Keep);
