//! Who sets how an organisation signs in its own people. Whoever sets it decides who comes in under whose name, so it is
//! for who keeps the house running and for the office; whoever runs the municipality sees what is set.

use platform::id::OrganisationId;
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Kind, Role, choice};

choice! {
    pub enum Standing {
        /// Keeps the house running.
        Administrator = "administrator",
        /// The office of the association.
        Office = "office",
        /// Runs this municipality.
        ContactOfficer = "contact_officer",
        Fellow = "fellow",
        Elsewhere = "elsewhere",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        View = "view",
        Set = "set",
        /// Those of everybody.
        List = "list",
    }
}

choice! {
    pub enum Visibility {
        House = "house",
    }
}

/// The own sign-in of one organisation, or with none named those of all.
pub struct OwnSignIn(pub Option<OrganisationId>);

impl Guarded for OwnSignIn {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "own_sign_in";
    const VIEW: Action = Action::View;

    fn visibility(&self) -> Visibility {
        Visibility::House
    }

    fn id(&self) -> String {
        self.0.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = vec![Standing::Outside];
        for seat in actor.seats.iter().filter(|s| s.role != Role::Guest) {
            let here = self.0.as_ref() == Some(&seat.organisation);
            all.push(match (seat.kind, seat.role) {
                // Wherever they sit: in the house itself, or in the association.
                (_, Role::Administrator) => Standing::Administrator,
                (Kind::Host, _) => continue,
                (Kind::Association, Role::Office) => Standing::Office,
                (_, Role::ContactOfficer) if here => Standing::ContactOfficer,
                _ if here => Standing::Fellow,
                _ => Standing::Elsewhere,
            });
        }
        all
    }

    fn verdict(standing: Standing, action: Action, _: Visibility) -> Verdict {
        use Action::{List, Set, View};
        match (standing, action) {
            (Standing::Administrator | Standing::Office, View | Set | List) => Verdict::Allowed,
            (Standing::ContactOfficer, View) => Verdict::Allowed,
            (Standing::ContactOfficer, Set | List) => Verdict::Refused,
            (Standing::Fellow | Standing::Elsewhere, View | Set | List) => Verdict::Refused,
            (Standing::Outside, View | Set | List) => Verdict::Hidden,
        }
    }
}

platform::acts!(OwnSignIn, Action: SeeingSignIn = View, SettingSignIn = Set, ListingSignIns = List);
