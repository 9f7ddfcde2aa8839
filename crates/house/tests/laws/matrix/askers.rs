//! Who asks: somebody of each role in each place, and those whose standing comes from something else than one seat.

use identity::directory::{self, NewPerson, Salutation};
use platform::clock::{DAY, Moment};
use platform::id::{OrganisationId, PersonId, SeatId, at};
use platform::{Kind, Role};
use testing::{ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, HOST, MUNICIPALITY_A, MUNICIPALITY_B, Place, Who, World};

use crate::standing::Eyes;

const OF_A_COUNCIL: [Role; 6] =
    [Role::Chair, Role::Secretary, Role::OfficialSecretary, Role::Treasurer, Role::Member, Role::Candidate];
const OF_A_MUNICIPALITY: [Role; 4] = [Role::ContactOfficer, Role::Officer, Role::Alderman, Role::Clerk];
const OF_THE_ASSOCIATION: [Role; 3] = [Role::Facilitator, Role::Office, Role::Board];
const WITH_A_SECOND_STEP: [Role; 3] = [Role::Administrator, Role::Office, Role::Facilitator];

/// A guest of the cases that are asked for, and a guest of another case at the same table.
pub const GUEST_HERE: u128 = 560;
pub const GUEST_ELSEWHERE: u128 = 561;

/// Somebody with one seat, or with none.
#[derive(Clone, Copy)]
pub struct Somebody {
    pub n: u128,
    pub seat: Option<(Place, Role)>,
}

/// From which day until which a seat is held, in days from today.
type Span = (i64, Option<i64>);
const HELD: Span = (-400, None);

impl Somebody {
    fn all() -> Vec<Self> {
        let mut seats = vec![None, Some((COUNCIL_A, Role::Guest)), Some((HOST, Role::Administrator))];
        for place in [COUNCIL_A, COUNCIL_B] {
            seats.extend(OF_A_COUNCIL.map(|role| Some((place, role))));
        }
        for place in [MUNICIPALITY_A, MUNICIPALITY_B] {
            seats.extend(OF_A_MUNICIPALITY.map(|role| Some((place, role))));
        }
        seats.push(Some((ASSOCIATION, Role::Administrator)));
        seats.extend(OF_THE_ASSOCIATION.map(|role| Some((ASSOCIATION, role))));
        seats.into_iter().zip(500..).map(|(seat, n)| Self { n, seat }).collect()
    }

    fn words(&self) -> String {
        self.seat.map_or("without a seat".to_owned(), |(place, role)| format!("{role:?} of {}", place.name))
    }

    pub fn id(n: u128) -> PersonId {
        PersonId::of(at(Moment(0), n))
    }

    pub async fn comes_in(&self, world: &World) -> Client {
        let seats: Vec<_> = self.seat.iter().map(|(place, role)| (*place, *role, HELD)).collect();
        comes_in_with(world, self.n, &seats).await
    }
}

/// A new person with these seats, signed in.
async fn comes_in_with(world: &World, n: u128, seats: &[(Place, Role, Span)]) -> Client {
    let id = Somebody::id(n);
    let address = format!("rol{n}@voorbeeld.example");
    let new = NewPerson {
        id: &id,
        name: "Iemand Anders",
        first_name: "Iemand",
        last_name: "Anders",
        salutation: Salutation::None,
        address: &address,
    };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    directory::add_person(&mut tx, &new, world.now().plus(-DAY), world.now()).await.expect("a person");
    for ((place, role, (from, until)), i) in seats.iter().zip(0..) {
        let seat = SeatId::of(at(Moment(0), 10_000 + 10 * n + i));
        let today = world.now().day();
        let until = until.map(|days| today.plus_days(days));
        directory::add_seat(&mut tx, &seat, &id, &place.id(), *role, today.plus_days(*from), until)
            .await
            .expect("a seat");
    }
    let token = identity::begin_session(&mut tx, &id, "matrix", false).await.expect("a session");
    tx.commit().await.expect("somebody");
    let client = world.anybody();
    client.set_cookie("beraad", &token);
    client
}

/// Somebody at the door, with what is known of them here.
pub struct Asker {
    pub words: String,
    pub client: Client,
    pub eyes: Eyes,
    /// The token of their forms; nobody has one who is not signed in.
    pub token: String,
    /// They must have a second step, and cannot take it away.
    pub keeps_second: bool,
}

fn seat(place: Place, role: Role) -> (OrganisationId, Kind, Role) {
    (place.id(), place.kind, role)
}

async fn asker(words: &str, client: Client, person: PersonId, seats: Vec<(OrganisationId, Kind, Role)>) -> Asker {
    let token = client.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    let keeps_second = seats.iter().any(|(.., role)| WITH_A_SECOND_STEP.contains(role));
    Asker { words: words.to_owned(), client, eyes: Eyes { person: Some(person), seats }, token, keeps_second }
}

/// Everybody who asks. Whose seat ended or has not begun has none, whatever the rows say.
pub async fn askers(world: &World) -> Vec<Asker> {
    let mut all = Vec::new();
    for one in Somebody::all() {
        let seats = one.seat.iter().map(|(place, role)| seat(*place, *role)).collect();
        all.push(asker(&one.words(), one.comes_in(world).await, Somebody::id(one.n), seats).await);
    }
    for (n, words, seats) in [
        (550, "chair of council A until yesterday", vec![(COUNCIL_A, Role::Chair, (-400, Some(-1)))]),
        (
            551,
            "contact officer of municipality A until yesterday",
            vec![(MUNICIPALITY_A, Role::ContactOfficer, (-400, Some(-1)))],
        ),
        (552, "secretary of council A from tomorrow", vec![(COUNCIL_A, Role::Secretary, (1, None))]),
        (553, "alderman of municipality A from tomorrow", vec![(MUNICIPALITY_A, Role::Alderman, (1, None))]),
        (GUEST_HERE, "guest of this case", Vec::new()),
        (GUEST_ELSEWHERE, "guest of another case", Vec::new()),
    ] {
        let client = comes_in_with(world, n, &seats).await;
        all.push(asker(words, client, Somebody::id(n), Vec::new()).await);
    }
    for (words, who, seats) in [
        ("author of the topics, chair of council A", Who::Ans, vec![seat(COUNCIL_A, Role::Chair)]),
        ("writer of the post, member of council A", Who::Dirk, vec![seat(COUNCIL_A, Role::Member)]),
        (
            "on both sides of the table",
            Who::Dora,
            vec![seat(COUNCIL_A, Role::Member), seat(MUNICIPALITY_A, Role::Officer)],
        ),
        ("the unlisted person themselves", Who::Eva, Vec::new()),
    ] {
        all.push(asker(words, world.client(who).await, who.id(), seats).await);
    }
    all
}
