//! What a council and its municipalities agreed about terms, and who may lay it down.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Seat, choice};

choice! {
    /// How somebody stands towards the rules of a council.
    pub enum Standing {
        /// Keeps the papers of this council.
        Runner = "runner",
        /// The office of the association.
        Office = "office",
        Fellow = "fellow",
        /// Of a municipality that this council advises: both sides know what was agreed.
        Across = "across",
        Elsewhere = "elsewhere",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        View = "view",
        LayDown = "lay_down",
    }
}

choice! {
    pub enum Visibility {
        House = "house",
    }
}

/// The rules of one council.
#[derive(Debug, Clone)]
pub struct RuleBook {
    pub council: OrganisationId,
    pub council_name: String,
    /// The municipalities it advises: id and name.
    pub across: Vec<(OrganisationId, String)>,
}

impl RuleBook {
    pub fn path(&self) -> String {
        format!("/organisaties/{}/instellingen/termijn", self.council)
    }

    /// How a municipality of this table is called.
    pub fn municipality(&self, id: &str) -> Option<&(OrganisationId, String)> {
        self.across.iter().find(|(m, _)| m.as_str() == id)
    }
}

impl Guarded for RuleBook {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "term_rules";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::House
    }

    fn id(&self) -> String {
        self.council.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let standing = |seat: &Seat| {
            if seat.organisation == self.council {
                if seat.runs() { Standing::Runner } else { Standing::Fellow }
            } else if seat.is_office() {
                Standing::Office
            } else if self.across.iter().any(|(m, _)| *m == seat.organisation) {
                Standing::Across
            } else {
                Standing::Elsewhere
            }
        };
        let held = actor.seats.iter().filter(|s| s.belongs()).map(standing);
        std::iter::once(Standing::Outside).chain(held).collect()
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        use Verdict::{Allowed, Hidden, Refused};
        match (standing, action) {
            (Standing::Runner | Standing::Office, Action::View | Action::LayDown) => Allowed,
            (Standing::Fellow | Standing::Across, Action::View) => Allowed,
            (Standing::Fellow | Standing::Across, Action::LayDown) => Refused,
            (Standing::Elsewhere, Action::View | Action::LayDown) => Refused,
            (Standing::Outside, Action::View | Action::LayDown) => Hidden,
        }
    }
}

platform::acts!(RuleBook, Action: Reading = View, LayingDown = LayDown);
