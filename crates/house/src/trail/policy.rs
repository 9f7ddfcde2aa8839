//! Whose trail somebody may read.

use platform::id::PersonId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Role, choice};

choice! {
    pub enum Action {
        /// The lines of one person.
        View = "view",
        /// The lines of everybody.
        Search = "search",
    }
}

choice! {
    pub enum Standing {
        Oneself = "oneself",
        Administrator = "administrator",
        Another = "another",
    }
}

choice! {
    pub enum Visibility {
        Own = "own",
    }
}

/// The lines about one person, or with nobody named those of the whole house.
pub struct Book(pub Option<PersonId>);

impl Guarded for Book {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "trail";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::Own
    }

    fn id(&self) -> String {
        self.0.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = vec![Standing::Another];
        if self.0.as_ref().is_some_and(|person| actor.is(person)) {
            all.push(Standing::Oneself);
        }
        if actor.holds(Role::Administrator) {
            all.push(Standing::Administrator);
        }
        all
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        match (standing, action) {
            (Standing::Oneself | Standing::Administrator, Action::View) => Verdict::Allowed,
            (Standing::Administrator, Action::Search) => Verdict::Allowed,
            (Standing::Another, Action::View | Action::Search) | (Standing::Oneself, Action::Search) => Verdict::Hidden,
        }
    }
}

platform::acts! { Book, Action: Reading = View, Searching = Search }
