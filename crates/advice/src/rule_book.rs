//! What was laid down about terms: by a council, by a municipality for all its councils, or by the association for
//! whoever laid nothing down; and who may do so.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Kind, Seat, choice};

choice! {
    /// How somebody stands towards the rules of an organisation.
    pub enum Standing {
        /// Keeps the papers of this council, or is the contact officer of this municipality.
        Runner = "runner",
        /// The office of the association.
        Office = "office",
        Fellow = "fellow",
        /// On the other side of its table: both sides know what was agreed. The association's are read by all.
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

/// The rules of one organisation.
#[derive(Debug, Clone)]
pub struct RuleBook {
    pub owner: OrganisationId,
    pub kind: Kind,
    pub name: String,
    /// Who is on the other side of its tables: municipalities of a council, councils of a municipality.
    pub across: Vec<(OrganisationId, String)>,
}

impl RuleBook {
    pub fn path(&self) -> String {
        format!("/organisaties/{}/instellingen/termijn", self.owner)
    }

    /// Where the page of the organisation itself stands.
    pub fn home(&self) -> String {
        self.kind.home(&self.owner)
    }

    /// The municipalities for which a rule can be laid down apart: those of a council. What a municipality lays
    /// down holds for itself.
    pub fn municipalities(&self) -> &[(OrganisationId, String)] {
        if self.kind == Kind::Council { &self.across } else { &[] }
    }

    /// How a municipality of this table is called.
    pub fn municipality(&self, id: &str) -> Option<&(OrganisationId, String)> {
        self.municipalities().iter().find(|(m, _)| m.as_str() == id)
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
        self.owner.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let standing = |seat: &Seat| {
            if seat.organisation == self.owner {
                if seat.runs() { Standing::Runner } else { Standing::Fellow }
            } else if seat.is_office() {
                Standing::Office
            } else if self.kind == Kind::Association || self.across.iter().any(|(m, _)| *m == seat.organisation) {
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
