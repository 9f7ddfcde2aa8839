//! What is asked for: the same routes, each time with things that are visible to others.

use advice::kinds::{CaseId, Kind, Side};
use advice::seed::{self, Done, NewCase, Rules};
use platform::clock::DAY;
use platform::id::PersonId;
use platform::web::Route;
use testing::{COUNCIL_A, MUNICIPALITY_A, Who, World};

use super::askers::{GUEST_ELSEWHERE, GUEST_HERE, Somebody};
use crate::canaries::planting::bare;
use crate::standing::Facts;
use crate::things::{Things, things};

/// Things to ask for, whose they are, and which routes lead to them.
pub struct Scene {
    pub name: &'static str,
    pub things: Things,
    pub facts: Facts,
    pub routes: fn(&Route) -> bool,
}

platform::statements! {
    OF_ONE_SIDE: () = "UPDATE advice_case SET visibility = 'municipality_only' WHERE id = $1";
}

fn facts() -> Facts {
    let (council, municipality) = (COUNCIL_A.id(), MUNICIPALITY_A.id());
    Facts {
        organisation: council.clone(),
        across: vec![municipality.clone()],
        provider: municipality.clone(),
        person: Who::Dirk.id(),
        listed: true,
        sits_in: vec![council.clone()],
        sits_across: vec![municipality.clone()],
        author: Who::Ans.id(),
        topic: "everybody",
        region: vec![council.clone()],
        writer: Who::Dirk.id(),
        council,
        municipality,
        case: "parties",
        document: "parties",
        guests: vec![Somebody::id(GUEST_HERE)],
        circle: None,
    }
}

fn of_cases(route: &Route) -> bool {
    route.path.starts_with("/dossiers/{id}")
}

fn of_papers(route: &Route) -> bool {
    route.path.contains("{document}")
}

fn of_topics(route: &Route) -> bool {
    route.path.starts_with("/gesprekken/{id}")
}

fn of_persons(route: &Route) -> bool {
    route.path.starts_with("/mensen/{id}")
}

/// Invitations, and what only a council has, are asked for at the council.
fn of_municipalities(route: &Route) -> bool {
    let at_councils = ["{invitation}", "/gegevens", "/belangen", "/termijn"];
    route.path.starts_with("/organisaties/{id}") && !at_councils.iter().any(|part| route.path.contains(part))
}

fn everything(_: &Route) -> bool {
    true
}

/// A case of council A and municipality A, begun by somebody.
pub async fn a_case(world: &World, kind: Kind, by: Who, council_only: bool) -> String {
    let opened = Done { at: world.now().plus(-10 * DAY), by: Some(by.id()) };
    let title = "Een dossier dat niet iedereen ziet".into();
    let new = NewCase { kind, council_only, title, ..bare(&COUNCIL_A.id(), &MUNICIPALITY_A.id(), opened) };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    seed::case(&mut tx, &new, &Rules::default(), world.now()).await.expect("a case");
    tx.commit().await.expect("a case");
    format!("/dossiers/{}", new.id)
}

fn id(case: &str) -> CaseId {
    CaseId::of(case.rsplit('/').next().expect("an id"))
}

async fn lets_in(world: &World, case: &str, guest: &PersonId) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (until, by) = (world.now().day().plus_days(30), (&Who::Chaima.id(), world.now()));
    seed::guest(&mut tx, &id(case), guest, until, by).await.expect("a guest");
    tx.commit().await.expect("a guest");
}

/// Somebody adds a paper to a case, for these readers; the id of its document.
pub async fn a_paper(world: &World, case: &str, who: Who, readers: &str) -> String {
    let path = format!("{case}/stukken");
    let client = world.client(who).await;
    let before = client.visits(case).await.links();
    let form = client.visits(&path).await.form(&path).attach("stuk[]", "plan.txt", b"een plan");
    let page = form.without("lezers").with("lezers", readers).send().await;
    let new = page.links().into_iter().find(|link| link.contains("/stukken/") && !before.contains(link));
    new.expect("a paper").rsplit('/').next().expect("an id").to_owned()
}

/// Puts one case under an embargo, and keeps the other to some of the council.
async fn keeps(world: &World, embargoed: &str, confided: &str, circle: &[PersonId]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let done = Done { at: world.now(), by: Some(Who::Els.id()) };
    let until = world.now().plus(20 * DAY);
    let side = (Side::Municipality, &done);
    seed::embargo(&mut tx, &id(embargoed), until, "Het college besluit eerst.", side).await.expect("an embargo");
    seed::confided(&mut tx, &id(confided), circle, "Over een lid.", (Side::Council, &done)).await.expect("a circle");
    tx.commit().await.expect("kept");
}

/// Everything that is asked for, once all askers are there.
pub async fn scenes(world: &World) -> Vec<Scene> {
    let things = things(world).await;
    let guest = Somebody::id(GUEST_HERE);
    let council_only = a_case(world, Kind::Unsolicited, Who::Dirk, true).await;
    let municipality_only = a_case(world, Kind::Requested, Who::Els, false).await;
    let another = a_case(world, Kind::ThinkAlong, Who::Els, false).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(OF_ONE_SIDE, platform::args![id(&municipality_only)]).await.expect("of one side");
    tx.commit().await.expect("of one side");
    let embargoed = a_case(world, Kind::Requested, Who::Els, false).await;
    let confided = a_case(world, Kind::Requested, Who::Els, false).await;
    let circle = vec![Who::Ans.id(), Who::Dirk.id()];
    for case in [&things.case, &council_only, &municipality_only, &embargoed, &confided] {
        lets_in(world, case, &guest).await;
    }
    lets_in(world, &another, &Somebody::id(GUEST_ELSEWHERE)).await;
    let shared = a_paper(world, &things.case, Who::Els, "beide").await;
    let of_the_council = a_paper(world, &things.case, Who::Dirk, "eigen").await;
    let of_the_municipality = a_paper(world, &things.case, Who::Els, "eigen").await;
    let scene = |name, things: Things, change: &dyn Fn(&mut Facts), routes| {
        let mut facts = facts();
        change(&mut facts);
        Scene { name, things, facts, routes }
    };
    let own_of_the_council = a_paper(world, &council_only, Who::Dirk, "beide").await;
    let own_of_the_municipality = a_paper(world, &municipality_only, Who::Els, "eigen").await;
    let (of_embargoed, of_confided) =
        (a_paper(world, &embargoed, Who::Els, "beide").await, a_paper(world, &confided, Who::Els, "beide").await);
    keeps(world, &embargoed, &confided, &circle).await;
    let case = |path: &str, paper: &str| Things { case: path.to_owned(), document: paper.to_owned(), ..things.clone() };
    let paper = |id: &str| Things { document: id.to_owned(), ..things.clone() };
    let town = |f: &mut Facts| {
        (f.organisation, f.across) = (MUNICIPALITY_A.id(), vec![COUNCIL_A.id()]);
    };
    let eva = |f: &mut Facts| {
        (f.person, f.listed, f.sits_in, f.sits_across) = (Who::Eva.id(), false, Vec::new(), Vec::new());
    };
    vec![
        scene("what both sides share", paper(&shared), &|_| (), everything),
        scene(
            "a case of the council alone",
            case(&council_only, &own_of_the_council),
            &|f| f.case = "council_only",
            of_cases,
        ),
        scene(
            "a request that was not filed yet",
            case(&municipality_only, &own_of_the_municipality),
            &|f| f.case = "municipality_only",
            of_cases,
        ),
        scene("a case under an embargo", case(&embargoed, &of_embargoed), &|f| f.case = "embargo", of_cases),
        scene(
            "a case that the council keeps to two of its people",
            case(&confided, &of_confided),
            &|f| f.circle = Some(circle.clone()),
            of_cases,
        ),
        scene("a paper of the council", paper(&of_the_council), &|f| f.document = "council_only", of_papers),
        scene(
            "a paper of the municipality",
            paper(&of_the_municipality),
            &|f| f.document = "municipality_only",
            of_papers,
        ),
        scene(
            "a topic of councils",
            Things { everybody: things.councils.clone(), ..things.clone() },
            &|f| f.topic = "councils",
            of_topics,
        ),
        scene(
            "a topic of a region",
            Things { everybody: things.region.clone(), ..things.clone() },
            &|f| f.topic = "region",
            of_topics,
        ),
        scene(
            "the municipality",
            Things { organisation: MUNICIPALITY_A.id(), seat: crate::things::seat_of(Who::Bram), ..things.clone() },
            &town,
            of_municipalities,
        ),
        scene("a person who is in no list", Things { person: Who::Eva.id(), ..things.clone() }, &eva, of_persons),
    ]
}
