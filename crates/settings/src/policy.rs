//! Who may look at the settings of an organisation, and who changes them: the same people who run it.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Kind, choice};

choice! {
    /// How somebody stands towards the settings of an organisation.
    pub enum Standing {
        /// Secretary or chair of this council, contact officer of this municipality, office of the association.
        Runner = "runner",
        /// The office of the association, towards everybody else's organisation.
        Office = "office",
        Fellow = "fellow",
        Elsewhere = "elsewhere",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        View = "view",
        Change = "change",
    }
}

choice! {
    pub enum Visibility {
        House = "house",
    }
}

platform::row! {
    /// An organisation whose settings these are.
    pub struct Settings {
        pub id: OrganisationId,
        pub kind: Kind,
        pub name: String,
        pub short_name: String,
    }
}

impl Guarded for Settings {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "settings";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::House
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = vec![Standing::Outside];
        for seat in actor.seats.iter().filter(|s| s.belongs()) {
            all.push(match seat.organisation == self.id {
                true if seat.runs() => Standing::Runner,
                true => Standing::Fellow,
                false if seat.is_office() => Standing::Office,
                false => Standing::Elsewhere,
            });
        }
        all
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        use Verdict::{Allowed, Hidden, Refused};
        match (standing, action) {
            (Standing::Runner | Standing::Office, Action::View | Action::Change) => Allowed,
            (Standing::Fellow, Action::View) => Allowed,
            (Standing::Fellow, Action::Change) => Refused,
            (Standing::Elsewhere, Action::View | Action::Change) => Refused,
            (Standing::Outside, Action::View | Action::Change) => Hidden,
        }
    }
}

platform::acts!(Settings, Action: Viewing = View, Changing = Change);
