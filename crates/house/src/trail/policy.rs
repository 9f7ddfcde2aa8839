//! Whose trail somebody may read.

use platform::id::{OrganisationId, PersonId};
use platform::policy::{Guarded, Verdict};
use platform::{Actor, Role, Seat, choice};

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

choice! {
    pub enum PlaceAction {
        View = "view",
    }
}

choice! {
    /// How somebody stands towards what happened at an organisation.
    pub enum PlaceStanding {
        Runner = "runner",
        Administrator = "administrator",
        Fellow = "fellow",
        Elsewhere = "elsewhere",
        Outside = "outside",
    }
}

choice! {
    pub enum PlaceVisibility {
        House = "house",
    }
}

/// The lines of one organisation: what its own side may know.
pub struct PlaceBook(pub OrganisationId);

impl Guarded for PlaceBook {
    type Standing = PlaceStanding;
    type Action = PlaceAction;
    type Visibility = PlaceVisibility;
    const NAME: &'static str = "organisation_trail";
    const VIEW: PlaceAction = PlaceAction::View;

    fn visibility(&self) -> PlaceVisibility {
        PlaceVisibility::House
    }

    fn id(&self) -> String {
        self.0.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<PlaceStanding> {
        let mut all = vec![PlaceStanding::Outside];
        if actor.holds(Role::Administrator) {
            all.push(PlaceStanding::Administrator);
        }
        all.extend(actor.seats.iter().filter(|s| s.belongs()).map(|seat: &Seat| match seat.organisation == self.0 {
            true if seat.runs() => PlaceStanding::Runner,
            true => PlaceStanding::Fellow,
            false => PlaceStanding::Elsewhere,
        }));
        all
    }

    fn verdict(standing: PlaceStanding, action: PlaceAction, _: PlaceVisibility) -> Verdict {
        match (standing, action) {
            (PlaceStanding::Runner | PlaceStanding::Administrator, PlaceAction::View) => Verdict::Allowed,
            (PlaceStanding::Fellow | PlaceStanding::Elsewhere, PlaceAction::View) => Verdict::Refused,
            (PlaceStanding::Outside, PlaceAction::View) => Verdict::Hidden,
        }
    }
}

platform::acts! { PlaceBook, PlaceAction: ReadingPlace = View }
