//! The examples of the routes are of things that are there, and answer as the printed table says to whoever looks:
//! who may, gets the page; who may not, gets what the table says instead.

use axum::http::StatusCode;
use house::examples::{Examples, Seen, seen_from};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Verdict;
use platform::web::Route;
use platform::{Kind, Role, app, args};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use testing::{ASSOCIATION, COUNCIL_A, Client, HOST, MUNICIPALITY_A, Who, World, on_both};

use crate::PLAN;
use crate::canaries::planting::plant;
use crate::matrix::Somebody;
use crate::standing::{Eyes, Facts, verdict};
use crate::things::things;

on_both!(PLAN: each_example_answers_as_the_table_says, a_house_that_is_no_demo_has_no_examples);

/// What the small world has none of: somebody else's sign-in, a style of one's own, and what stands only in a letter.
const WITHOUT: &[&str] = &["{provider}", "{token}", "/stijl/", "/logo/"];

platform::statements! {
    CASE: (String, String, String) = "SELECT council, municipality, visibility FROM advice_case WHERE id = $1";
    PAPER: (String,) = "SELECT visibility FROM advice_document WHERE id = $1";
    TOPIC: (String, String, String) = "SELECT author, visibility, COALESCE(region, '') FROM community_topic WHERE id = $1";
    OF_REGION: (String,) = "SELECT id FROM organisation WHERE kind = 'council' AND region = $1 ORDER BY id";
    WRITER: (String,) = "SELECT author FROM community_post WHERE id = $1";
    SEATS: (String,) = "SELECT organisation FROM seat WHERE person = $1 AND until_on IS NULL ORDER BY organisation";
    ACROSS: (String,) = "SELECT municipality FROM council_municipality WHERE council = $1
        UNION SELECT council FROM council_municipality WHERE municipality = $1";
}

struct Persona {
    client: Client,
    eyes: Eyes,
    token: String,
}

async fn persona(client: Client, person: PersonId, seat: (OrganisationId, Kind, Role)) -> Persona {
    let token = client.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    Persona { client, eyes: Eyes { person: Some(person), seats: vec![seat] }, token }
}

/// The word of the table, which lives as long as the test does.
fn word(found: &str) -> &'static str {
    const WORDS: &[&str] = &["parties", "council_only", "municipality_only", "everybody", "councils", "region"];
    WORDS.iter().find(|w| **w == found).unwrap_or_else(|| panic!("{found} is no visibility"))
}

/// Whose the things are that an example leads to, from the rows.
async fn facts(world: &World, route: &Route, path: &str) -> Facts {
    let mut reader = world.app.db().reader().await.expect("a reader");
    let organisations = |rows: Vec<(String,)>| rows.into_iter().map(|(id,)| OrganisationId::of(id)).collect::<Vec<_>>();
    let (council, municipality) = (COUNCIL_A.id(), MUNICIPALITY_A.id());
    let mut facts = Facts {
        organisation: council.clone(),
        across: Vec::new(),
        provider: municipality.clone(),
        person: Who::Dirk.id(),
        listed: true,
        sits_in: Vec::new(),
        sits_across: Vec::new(),
        author: Who::Eva.id(),
        topic: "everybody",
        region: Vec::new(),
        writer: Who::Eva.id(),
        council,
        municipality,
        case: "parties",
        document: "parties",
        guests: Vec::new(),
        circle: None,
    };
    let parts: Vec<&str> = path.split(['/', '?']).collect();
    let (Some(id), last) = (parts.get(2), parts.last().copied().unwrap_or_default()) else { return facts };
    match parts[1] {
        "dossiers" if route.path.contains("{id}") => {
            let row = reader.one(CASE, args![id]).await.expect("asked").expect("the case is there");
            (facts.council, facts.municipality) = (OrganisationId::of(row.0), OrganisationId::of(row.1));
            facts.case = word(&row.2);
            if route.path.contains("{document}") {
                facts.document = word(&reader.value(PAPER, args![last]).await.expect("the paper is there"));
            }
        }
        "gesprekken" if route.path.contains("{id}") => {
            let row = reader.one(TOPIC, args![id]).await.expect("asked").expect("the topic is there");
            (facts.author, facts.topic) = (PersonId::of(row.0), word(&row.1));
            facts.region = organisations(reader.all(OF_REGION, args![row.2]).await.expect("councils"));
            if route.path.contains("{post}") {
                facts.writer = PersonId::of(reader.value::<String>(WRITER, args![last]).await.expect("a post"));
            }
        }
        "mensen" if route.path.contains("{id}") => {
            facts.person = PersonId::of(*id);
            facts.sits_in = organisations(reader.all(SEATS, args![id]).await.expect("seats"));
            for place in facts.sits_in.clone() {
                facts.sits_across.extend(organisations(reader.all(ACROSS, args![place]).await.expect("ties")));
            }
        }
        "organisaties" | "adviesraden" | "gemeenten" if route.path.contains("{id}") => {
            facts.organisation = OrganisationId::of(*id);
            facts.across = organisations(reader.all(ACROSS, args![id]).await.expect("ties"));
            facts.provider = facts.organisation.clone();
        }
        _ => {}
    }
    facts
}

/// What it answers; a form is sent only by who may not send it.
async fn answers(world: &World, route: &Route, path: &str, looks: &Persona) -> Result<(), String> {
    let open = route.info.open || route.info.action.starts_with("own.");
    let wanted = if open {
        Verdict::Allowed
    } else {
        verdict(&house::rules(), &route.info.action, &looks.eyes, &facts(world, route, path).await)
    };
    let status = match route.method {
        "GET" => looks.client.visits(path).await.status,
        _ if wanted == Verdict::Allowed => return Ok(()),
        _ => looks.client.posts(path, &[("_token", &looks.token)]).await.status,
    };
    let fits = match wanted {
        Verdict::Allowed => status.is_success(),
        Verdict::Refused => status == StatusCode::FORBIDDEN,
        Verdict::Hidden => status == StatusCode::NOT_FOUND,
    };
    if fits { Ok(()) } else { Err(format!("{} {path}: {status}, {wanted:?} by the table", looks.client.who())) }
}

async fn each_example_answers_as_the_table_says(world: World) {
    things(&world).await;
    plant(&world, &mut ChaCha8Rng::seed_from_u64(7)).await;
    world.works().await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for (slug, who) in [("lid", Who::Dirk), ("contactambtenaar", Who::Bram)] {
        app::set(&mut tx, &format!("persona.{slug}"), who.id().as_str()).await.expect("a persona");
    }
    tx.commit().await.expect("two personas");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let examples = Examples::of(&mut reader, world.now().day()).await.expect("examples").expect("a demo");
    drop(reader);
    let dirk = persona(world.dirk().await, Who::Dirk.id(), (COUNCIL_A.id(), Kind::Council, Role::Member)).await;
    let seat = (MUNICIPALITY_A.id(), Kind::Municipality, Role::ContactOfficer);
    let bram = persona(world.bram().await, Who::Bram.id(), seat).await;
    let office = Somebody { n: 710, seat: Some((ASSOCIATION, Role::Office)) };
    let seat = (ASSOCIATION.id(), Kind::Association, Role::Office);
    let office = persona(office.comes_in(&world).await, Somebody::id(710), seat).await;
    let keeper = Somebody { n: 711, seat: Some((HOST, Role::Administrator)) };
    let seat = (HOST.id(), Kind::Host, Role::Administrator);
    let keeper = persona(keeper.comes_in(&world).await, Somebody::id(711), seat).await;
    let (mut wrong, mut asked) = (Vec::new(), std::collections::BTreeMap::<&str, usize>::new());
    for route in house::routes().iter().filter(|r| !r.path.ends_with("/live")) {
        let found = examples.for_route(route);
        let without = WITHOUT.iter().any(|part| route.path.contains(part));
        if !without && !found.contains_key("own") {
            assert!(found.contains_key("public"), "give {} an example in crates/house/src/examples", route.path);
        }
        let looks = match seen_from(route) {
            Seen::Lid => &dirk,
            Seen::Contact => &bram,
            Seen::Office => &office,
            Seen::Administrator => &keeper,
        };
        for (relation, path) in found.into_iter().filter(|_| !without) {
            *asked.entry(relation).or_default() += 1;
            if let Err(what) = answers(&world, route, &path, looks).await {
                wrong.push(format!("{relation} of {} {}: {what}", route.method, route.path));
            }
        }
    }
    world.works().await;
    println!("examples that were tried: {asked:?}");
    assert!(wrong.is_empty(), "{asked:?} asked; not so:\n{}", wrong.join("\n"));
    for relation in ["own", "same_council", "other_council", "shared", "other_municipality", "public"] {
        assert!(asked.get(relation).is_some_and(|count| *count > 5), "hardly an example of {relation}: {asked:?}");
    }
}

async fn a_house_that_is_no_demo_has_no_examples(world: World) {
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(Examples::of(&mut reader, world.now().day()).await.expect("an answer").is_none());
}
