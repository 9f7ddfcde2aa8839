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
        /// To say who may work in one's name.
        Mandate = "mandate",
        /// To work in the name of who gave consent, or to ask for it.
        Assist = "assist",
        StopAssisting = "stop_assisting",
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
    // Of the helper's own account: there is a way out at any moment. Nothing of the other's account.
    const ON_BEHALF: &'static [Action] = &[Action::SignOut, Action::StopAssisting];

    fn visibility(&self) -> Visibility {
        Visibility::Own
    }

    fn id(&self) -> String {
        self.0.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        vec![if actor.hand() == Some(&self.0) { Standing::Oneself } else { Standing::Another }]
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        use Action::{Assist, ChooseSeat, Mandate, Secure, SignOut, StopAssisting, View};
        match (standing, action) {
            (Standing::Oneself, View | ChooseSeat | SignOut | Secure | Mandate | Assist | StopAssisting) => {
                Verdict::Allowed
            }
            (Standing::Another, View | ChooseSeat | SignOut | Secure | Mandate | Assist | StopAssisting) => {
                Verdict::Hidden
            }
        }
    }
}

platform::acts!(Own, Action: Viewing = View, Choosing = ChooseSeat, Leaving = SignOut, Securing = Secure,
    Mandating = Mandate, Assisting = Assist, StoppingToAssist = StopAssisting);
