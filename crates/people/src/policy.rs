//! Who may do what with people and organisations. Rights are given low: who keeps the papers of a council
//! runs its people alone, and nobody above has to agree.

use platform::id::{OrganisationId, PersonId};
use platform::policy::{Guarded, Rule, Verdict, contradictions as contradictions_of, table};
use platform::{Actor, Role, Seat, choice};

use crate::body::Body;
use crate::keepers::policy::Keepers;
use crate::register::policy::Register;

choice! {
    pub enum BookStanding {
        Member = "member",
        Outside = "outside",
    }
}

choice! {
    pub enum BookAction {
        Enter = "enter",
    }
}

choice! {
    pub enum BookVisibility {
        Members = "members",
    }
}

/// The address book as a whole.
pub struct Book;

impl Guarded for Book {
    type Standing = BookStanding;
    type Action = BookAction;
    type Visibility = BookVisibility;
    const NAME: &'static str = "address_book";
    const VIEW: BookAction = BookAction::Enter;
    const ON_BEHALF: &'static [BookAction] = &[BookAction::Enter];

    fn visibility(&self) -> BookVisibility {
        BookVisibility::Members
    }

    fn id(&self) -> String {
        "address_book".into()
    }

    fn standings(&self, actor: &Actor) -> Vec<BookStanding> {
        vec![if actor.seats.iter().any(Seat::belongs) { BookStanding::Member } else { BookStanding::Outside }]
    }

    fn verdict(standing: BookStanding, action: BookAction, _: BookVisibility) -> Verdict {
        match (standing, action) {
            (BookStanding::Member, BookAction::Enter) => Verdict::Allowed,
            (BookStanding::Outside, BookAction::Enter) => Verdict::Hidden,
        }
    }
}

choice! {
    /// How somebody stands towards an organisation.
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
        /// The list with addresses, last days and who is invited.
        SeeTeam = "see_team",
        /// Invite, change a role, appoint again, end.
        Run = "run",
        Describe = "describe",
        /// To read and to tell of other offices and interests: of the council alone.
        Declare = "declare",
    }
}

choice! {
    pub enum Visibility {
        House = "house",
    }
}

impl Guarded for Body {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "organisation";
    const VIEW: Action = Action::View;
    const ON_BEHALF: &'static [Action] = &[Action::View, Action::SeeTeam];

    fn visibility(&self) -> Visibility {
        Visibility::House
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = vec![Standing::Outside];
        for seat in actor.seats.iter().filter(|s| s.belongs()) {
            let here = seat.organisation == self.id;
            all.push(match here {
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
            (Standing::Outside, Action::View | Action::SeeTeam | Action::Run | Action::Describe | Action::Declare) => {
                Hidden
            }
            (Standing::Runner, Action::View | Action::SeeTeam | Action::Run | Action::Describe | Action::Declare) => {
                Allowed
            }
            (Standing::Office, Action::View | Action::SeeTeam | Action::Run | Action::Describe) => Allowed,
            (Standing::Office, Action::Declare) => Refused,
            (Standing::Fellow, Action::View | Action::SeeTeam | Action::Declare) => Allowed,
            (Standing::Fellow, Action::Run | Action::Describe) => Refused,
            (Standing::Elsewhere, Action::View) => Allowed,
            (Standing::Elsewhere, Action::SeeTeam | Action::Run | Action::Describe | Action::Declare) => Refused,
        }
    }
}

choice! {
    /// How somebody stands towards a person.
    pub enum PersonStanding {
        Oneself = "oneself",
        Office = "office",
        /// Sits in the same organisation.
        Fellow = "fellow",
        /// Sits on the other side of the same table: a council and a municipality it advises.
        Counterpart = "counterpart",
        Elsewhere = "elsewhere",
        Outside = "outside",
    }
}

choice! {
    pub enum PersonAction {
        View = "view",
        SeeAddress = "see_address",
        /// What somebody tells of themselves.
        Describe = "describe",
        /// To ask them something by letter, without seeing the address.
        Ask = "ask",
    }
}

choice! {
    pub enum PersonVisibility {
        /// Holds a role, now or before.
        Listed = "listed",
        /// Was invited and has not come yet, or is a guest.
        Unlisted = "unlisted",
    }
}

/// A person as the policy knows one.
pub struct Known {
    pub id: PersonId,
    pub listed: bool,
    /// Where they sit today.
    pub sits_in: Vec<OrganisationId>,
    /// The councils and municipalities across the table from those.
    pub across: Vec<OrganisationId>,
}

impl Guarded for Known {
    type Standing = PersonStanding;
    type Action = PersonAction;
    type Visibility = PersonVisibility;
    const NAME: &'static str = "person";
    const VIEW: PersonAction = PersonAction::View;
    const ON_BEHALF: &'static [PersonAction] = &[PersonAction::View, PersonAction::SeeAddress];

    fn visibility(&self) -> PersonVisibility {
        if self.listed { PersonVisibility::Listed } else { PersonVisibility::Unlisted }
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<PersonStanding> {
        // Towards oneself one is nothing else: nobody sends themselves a question.
        if actor.is(&self.id) {
            return vec![PersonStanding::Oneself];
        }
        let mut all = vec![PersonStanding::Outside];
        for seat in actor.seats.iter().filter(|s| s.belongs()) {
            all.push(PersonStanding::Elsewhere);
            if self.sits_in.contains(&seat.organisation) {
                all.push(PersonStanding::Fellow);
            }
            if self.across.contains(&seat.organisation) {
                all.push(PersonStanding::Counterpart);
            }
            if seat.is_office() {
                all.push(PersonStanding::Office);
            }
        }
        all
    }

    fn verdict(standing: PersonStanding, action: PersonAction, visibility: PersonVisibility) -> Verdict {
        use PersonAction::{Ask, Describe, SeeAddress, View};
        use PersonStanding::{Counterpart, Elsewhere, Fellow, Office, Oneself, Outside};
        use PersonVisibility::{Listed, Unlisted};
        use Verdict::{Allowed, Hidden, Refused};
        match (standing, action, visibility) {
            (Oneself, View | SeeAddress | Describe, Listed | Unlisted) => Allowed,
            (Oneself, Ask, Listed | Unlisted) => Refused,
            (Office, View | SeeAddress | Ask, Listed | Unlisted) => Allowed,
            (Fellow | Counterpart, View | SeeAddress | Ask, Listed) => Allowed,
            (Elsewhere, View | Ask, Listed) => Allowed,
            (Elsewhere, SeeAddress, Listed) => Refused,
            (Office, Describe, Listed | Unlisted) | (Fellow | Counterpart | Elsewhere, Describe, Listed) => Refused,
            (Fellow | Counterpart | Elsewhere, View | SeeAddress | Describe | Ask, Unlisted) => Hidden,
            (Outside, View | SeeAddress | Describe | Ask, Listed | Unlisted) => Hidden,
        }
    }
}

choice! {
    /// How somebody stands towards entries of which one goes up in another.
    pub enum DoublesStanding {
        Office = "office",
        Administrator = "administrator",
        /// One of them is their own: a colleague does it.
        Oneself = "oneself",
        Outside = "outside",
    }
}

choice! {
    pub enum DoublesAction {
        /// To join two entries of one person, and to take them apart again.
        Join = "join",
    }
}

choice! {
    pub enum DoublesVisibility {
        Ordinary = "ordinary",
        /// One of them keeps the house running.
        Keepers = "keepers",
    }
}

/// Entries of people, of which one may go up in another; none of them when it is about looking.
pub struct Doubles {
    pub persons: Vec<PersonId>,
    pub keeps_the_house: bool,
}

impl Guarded for Doubles {
    type Standing = DoublesStanding;
    type Action = DoublesAction;
    type Visibility = DoublesVisibility;
    const NAME: &'static str = "double_entry";
    const VIEW: DoublesAction = DoublesAction::Join;

    fn visibility(&self) -> DoublesVisibility {
        if self.keeps_the_house { DoublesVisibility::Keepers } else { DoublesVisibility::Ordinary }
    }

    fn id(&self) -> String {
        self.persons.first().map(ToString::to_string).unwrap_or_default()
    }

    fn standings(&self, actor: &Actor) -> Vec<DoublesStanding> {
        let of = |seat: &Seat| match seat {
            seat if seat.role == Role::Administrator => DoublesStanding::Administrator,
            seat if seat.is_office() => DoublesStanding::Office,
            _ => DoublesStanding::Outside,
        };
        let own = self.persons.iter().any(|person| actor.is(person) || actor.hand() == Some(person));
        let mut all: Vec<_> = actor.seats.iter().map(of).filter(|s| *s != DoublesStanding::Outside).collect();
        if own && !all.is_empty() {
            all = vec![DoublesStanding::Oneself];
        }
        if all.is_empty() { vec![DoublesStanding::Outside] } else { all }
    }

    fn verdict(standing: DoublesStanding, action: DoublesAction, visibility: DoublesVisibility) -> Verdict {
        use DoublesVisibility::{Keepers, Ordinary};
        match (standing, action, visibility) {
            (DoublesStanding::Administrator, DoublesAction::Join, Ordinary | Keepers) => Verdict::Allowed,
            (DoublesStanding::Office, DoublesAction::Join, Ordinary) => Verdict::Allowed,
            (DoublesStanding::Office, DoublesAction::Join, Keepers) => Verdict::Refused,
            (DoublesStanding::Oneself, DoublesAction::Join, Ordinary | Keepers) => Verdict::Refused,
            (DoublesStanding::Outside, DoublesAction::Join, Ordinary | Keepers) => Verdict::Hidden,
        }
    }
}

platform::acts!(Doubles, DoublesAction: Joining = Join);
platform::acts!(Book, BookAction: Entering = Enter);
platform::acts!(Body, Action: Viewing = View, SeeingTeam = SeeTeam, Running = Run, Describing = Describe, Declaring = Declare);
platform::acts!(Known, PersonAction: Meeting = View, SeeingAddress = SeeAddress, DescribingOneself = Describe, Asking = Ask);

pub(crate) fn rules() -> Vec<Rule> {
    [table::<Book>(), table::<Register>(), table::<Body>(), table::<Known>(), table::<Doubles>(), table::<Keepers>()]
        .concat()
}

pub(crate) fn contradictions() -> Vec<String> {
    let each = [
        contradictions_of::<Book>(),
        contradictions_of::<Register>(),
        contradictions_of::<Body>(),
        contradictions_of::<Known>(),
        contradictions_of::<Doubles>(),
        contradictions_of::<Keepers>(),
    ];
    each.concat()
}
