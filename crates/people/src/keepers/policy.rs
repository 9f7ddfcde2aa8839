//! Who keeps the house running is the business of whoever does so, and of nobody else.

use platform::policy::{Guarded, Verdict};
use platform::{Actor, Role, choice};

choice! {
    pub enum Standing {
        Administrator = "administrator",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        View = "view",
        /// To appoint one, and to end one.
        Appoint = "appoint",
    }
}

choice! {
    pub enum Visibility {
        Own = "own",
    }
}

/// Those who keep the house running, as a whole.
pub struct Keepers;

impl Guarded for Keepers {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "administrators";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::Own
    }

    fn id(&self) -> String {
        "administrators".into()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        vec![if actor.holds(Role::Administrator) { Standing::Administrator } else { Standing::Outside }]
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        match (standing, action) {
            (Standing::Administrator, Action::View | Action::Appoint) => Verdict::Allowed,
            (Standing::Outside, Action::View | Action::Appoint) => Verdict::Hidden,
        }
    }
}

platform::acts!(Keepers, Action: SeeingKeepers = View, AppointingKeepers = Appoint);
