//! Every route, asked by every role from every place: what comes back is what the permission table says.
//!
//! The oracle is written out here, apart from the policies: who a seat is to a thing that belongs to council A
//! and municipality A. From that and the printed table follows what each route must answer.

use axum::http::StatusCode;
use identity::directory::{self, NewPerson, Salutation};
use platform::clock::{DAY, Moment};
use platform::id::{PersonId, SeatId, at};
use platform::policy::{Rule, Verdict};
use platform::web::Route;
use platform::{Kind, Role};
use testing::{ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, HOST, MUNICIPALITY_A, MUNICIPALITY_B, Place, World, on_both};

use crate::PLAN;
use crate::things::{Things, filled_in, things};

on_both!(PLAN: every_route_answers_every_role_as_the_table_says);

const OF_A_COUNCIL: [Role; 6] =
    [Role::Chair, Role::Secretary, Role::OfficialSecretary, Role::Treasurer, Role::Member, Role::Candidate];
const OF_A_MUNICIPALITY: [Role; 4] = [Role::ContactOfficer, Role::Officer, Role::Alderman, Role::Clerk];
const OF_THE_ASSOCIATION: [Role; 3] = [Role::Facilitator, Role::Office, Role::Board];

/// Forms that do something when they are sent empty: asked only of those to whom they are denied.
const BY_ITSELF: &[&str] = &[
    "account.sign_out",
    "account.choose_seat",
    "topic.thank",
    "topic.follow",
    "topic.say_also",
    "post.take_back",
    "topic.mark_helpful",
    "case.receive",
    "case.file_request",
];
/// What is allowed and yet not there: the case is young and has no letter, and nobody here has a key.
const NOT_YET: &[&str] = &[
    "/dossiers/{id}/brief",
    "/dossiers/{id}/brief.pdf",
    "/dossiers/{id}/stukken/{document}",
    "/mijn-gegevens/toegangssleutels/weg",
    "/mijn-gegevens/herstelcodes",
];
/// Whoever must have a second step cannot take it away, though it is their own.
const MUST_STAY: &str = "/mijn-gegevens/tweede-stap/weg";
const WITH_A_SECOND_STEP: [Role; 3] = [Role::Administrator, Role::Office, Role::Facilitator];

/// Somebody with one seat, or with none.
#[derive(Clone, Copy)]
pub struct Somebody {
    pub n: u128,
    pub seat: Option<(Place, Role)>,
}

impl Somebody {
    fn all() -> Vec<Self> {
        let mut seats = vec![None, Some((COUNCIL_A, Role::Guest)), Some((HOST, Role::Administrator))];
        for place in [COUNCIL_A, COUNCIL_B] {
            seats.extend(OF_A_COUNCIL.map(|role| Some((place, role))));
        }
        for place in [MUNICIPALITY_A, MUNICIPALITY_B] {
            seats.extend(OF_A_MUNICIPALITY.map(|role| Some((place, role))));
        }
        seats.extend(OF_THE_ASSOCIATION.map(|role| Some((ASSOCIATION, role))));
        seats.into_iter().zip(500..).map(|(seat, n)| Self { n, seat }).collect()
    }

    fn words(&self) -> String {
        self.seat.map_or("without a seat".to_owned(), |(place, role)| format!("{role:?} of {}", place.name))
    }

    pub async fn comes_in(&self, world: &World) -> Client {
        let id = PersonId::of(at(Moment(0), self.n));
        let address = format!("rol{}@voorbeeld.example", self.n);
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
        if let Some((place, role)) = self.seat {
            let seat = SeatId::of(at(Moment(0), 10_000 + self.n));
            let from = world.now().day().plus_days(-400);
            directory::add_seat(&mut tx, &seat, &id, &place.id(), role, from, None).await.expect("a seat");
        }
        let token = identity::begin_session(&mut tx, &id, "matrix", false).await.expect("a session");
        tx.commit().await.expect("somebody");
        let client = world.anybody();
        client.set_cookie("beraad", &token);
        client
    }

    /// Who this is to a thing of council A and municipality A. The words are those of the table.
    fn standing(&self, thing: &str) -> &'static str {
        let Some((place, role)) = self.seat else {
            return match thing {
                "account" | "trail" => "oneself",
                "post" => "outside the topic",
                _ => "outside",
            };
        };
        let guest = role == Role::Guest;
        let here = [COUNCIL_A.id(), MUNICIPALITY_A.id()].contains(&place.id());
        match (thing, place.kind) {
            ("account", _) => "oneself",
            ("trail", Kind::Host) => "administrator",
            ("trail", _) => "oneself",
            ("organisation_trail", Kind::Host) => "administrator",
            ("organisation_trail", _) if guest => "outside",
            ("organisation" | "settings" | "term_rules" | "person" | "address_book", Kind::Host) => "outside",
            ("organisation" | "settings" | "term_rules" | "person" | "address_book", _) if guest => "outside",
            ("address_book", _) => "member",
            ("register", Kind::Host) => "administrator",
            ("register", _) if guest => "outside",
            ("register", Kind::Association) if role == Role::Office => "office",
            ("register", _) => "member",
            // Council A, and its member Dirk.
            ("organisation" | "settings" | "term_rules", Kind::Association) if role == Role::Office => "office",
            // The own sign-in of municipality A.
            ("own_sign_in", Kind::Host) => "administrator",
            ("own_sign_in", _) if guest => "outside",
            ("own_sign_in", Kind::Association) if role == Role::Office => "office",
            ("own_sign_in", _) if place.id() == MUNICIPALITY_A.id() => match role {
                Role::ContactOfficer => "contact_officer",
                _ => "fellow",
            },
            ("own_sign_in", _) => "elsewhere",
            ("term_rules", _) if place.id() == MUNICIPALITY_A.id() => "across",
            ("organisation" | "organisation_trail" | "settings" | "term_rules", _) if place.id() == COUNCIL_A.id() => {
                match role {
                    Role::Chair | Role::Secretary | Role::OfficialSecretary => "runner",
                    _ => "fellow",
                }
            }
            ("organisation" | "organisation_trail" | "settings" | "term_rules", _) => "elsewhere",
            ("administrators", Kind::Host) => "administrator",
            ("administrators", _) => "outside",
            ("double_entry", Kind::Host) => "administrator",
            ("double_entry", Kind::Association) if role == Role::Office => "office",
            ("double_entry", _) => "outside",
            ("person", Kind::Association) if role == Role::Office => "office",
            ("person", _) if place.id() == COUNCIL_A.id() => "fellow",
            ("person", _) if place.id() == MUNICIPALITY_A.id() => "counterpart",
            ("person", _) => "elsewhere",
            ("conversations", Kind::Host) => "outside",
            ("conversations", _) if guest => "outside",
            ("conversations", _) => "member",
            // The topic that is asked for is one of everybody.
            ("topic", _) if guest => "outside",
            ("topic", Kind::Council) => "council",
            ("topic", Kind::Municipality) => "municipality",
            ("topic", Kind::Association) => "association",
            ("case" | "document", Kind::Association) => "association_seat",
            ("case" | "document", _) if here => at_the_table(role),
            ("post", _) if guest => "outside the topic",
            ("post", Kind::Host) => "outside the topic",
            ("post", _) => "another",
            // One's own board: there each council and municipality sits at its own table.
            ("table", Kind::Association) => "association_seat",
            ("table", _) => at_the_table(role),
            _ => "outside",
        }
    }
}

fn at_the_table(role: Role) -> &'static str {
    match role {
        Role::Chair => "chair",
        Role::Secretary | Role::OfficialSecretary => "secretary",
        Role::Treasurer | Role::Member => "member",
        Role::Candidate => "candidate",
        Role::ContactOfficer => "contact_officer",
        Role::Officer => "officer",
        Role::Alderman => "alderman",
        Role::Clerk => "clerk",
        _ => "outside",
    }
}

/// What the table says to a standing; things here are visible to all who belong to them.
fn verdict(rules: &[Rule], action: &str, standing: &str) -> Verdict {
    let (thing, act) = action.split_once('.').expect("thing.action");
    if standing == "outside the topic" {
        return Verdict::Hidden; // what a thing is in, is asked first
    }
    let open = |r: &&Rule| {
        matches!(r.visibility, "listed" | "ordinary" | "house" | "parties" | "everybody" | "own" | "members" | "public")
    };
    let mut found = rules.iter().filter(|r| r.thing == thing && r.action == act && r.standing == standing);
    found
        .clone()
        .find(open)
        .or_else(|| found.next())
        .map_or_else(|| panic!("the table has no line for {action} by {standing}"), |rule| rule.verdict)
}

async fn every_route_answers_every_role_as_the_table_says(world: World) {
    let things = things(&world).await;
    let rules = house::rules();
    let routes: Vec<Route> = house::routes().into_iter().filter(|r| !r.path.ends_with("/live")).collect();
    let mut wrong = Vec::new();
    let mut asked = 0;
    for somebody in Somebody::all() {
        let client = somebody.comes_in(&world).await;
        let token =
            client.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        for route in routes.iter().filter(|r| !is_open(r)) {
            let wanted = wanted(&rules, route, &somebody);
            if route.method == "POST" && wanted == Verdict::Allowed && BY_ITSELF.contains(&route.info.action.as_str()) {
                continue;
            }
            asked += 1;
            let status = ask(&client, route, &things, &token).await;
            if !fits(status, wanted, route) {
                wrong.push(format!(
                    "{} {} for {}: {status}, {wanted:?} by the table",
                    route.method,
                    route.path,
                    somebody.words()
                ));
            }
        }
    }
    world.works().await;
    assert!(wrong.is_empty(), "{} of {asked} answers differ from the table:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 1_300, "only {asked} were asked");
}

fn is_open(route: &Route) -> bool {
    route.info.open || route.info.action.starts_with("own.")
}

fn wanted(rules: &[Rule], route: &Route, somebody: &Somebody) -> Verdict {
    if route.path == MUST_STAY && somebody.seat.is_some_and(|(_, role)| WITH_A_SECOND_STEP.contains(&role)) {
        return Verdict::Refused;
    }
    let (thing, _) = route.info.action.split_once('.').expect("thing.action");
    verdict(rules, &route.info.action, somebody.standing(thing))
}

async fn ask(client: &Client, route: &Route, things: &Things, token: &str) -> StatusCode {
    let path = filled_in(route.path, things);
    match route.method {
        "GET" => client.visits(&path).await.status,
        _ => client.posts(&path, &[("_token", token)]).await.status,
    }
}

fn fits(status: StatusCode, wanted: Verdict, route: &Route) -> bool {
    match wanted {
        Verdict::Hidden => status == StatusCode::NOT_FOUND,
        Verdict::Refused => status == StatusCode::FORBIDDEN,
        Verdict::Allowed if NOT_YET.contains(&route.path) => status.is_success() || status == StatusCode::NOT_FOUND,
        Verdict::Allowed => {
            let denied = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED];
            !denied.contains(&status) && !status.is_server_error()
        }
    }
}
