//! What people may do with what is theirs: their own account, and nobody else's.

use platform::id::PersonId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, choice};

choice! {
    pub enum Action {
        View = "view",
        ChooseSeat = "choose_seat",
        SignOut = "sign_out",
        Secure = "secure",
    }
}

choice! {
    pub enum Standing {
        Oneself = "oneself",
        Another = "another",
    }
}

choice! {
    pub enum Visibility {
        Own = "own",
    }
}

/// Somebody's account.
pub struct Own(pub PersonId);

impl Guarded for Own {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "account";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::Own
    }

    fn id(&self) -> String {
        self.0.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        vec![if actor.is(&self.0) { Standing::Oneself } else { Standing::Another }]
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        match (standing, action) {
            (Standing::Oneself, Action::View | Action::ChooseSeat | Action::SignOut | Action::Secure) => {
                Verdict::Allowed
            }
            (Standing::Another, Action::View | Action::ChooseSeat | Action::SignOut | Action::Secure) => {
                Verdict::Hidden
            }
        }
    }
}

platform::acts!(Own, Action: Viewing = View, Choosing = ChooseSeat, Leaving = SignOut, Securing = Secure);
