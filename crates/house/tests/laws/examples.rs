//! The examples of the routes are of things that are there, and answer as the policy says.

use axum::http::StatusCode;
use house::examples::{Examples, Seen, seen_from};
use platform::{Role, app};
use testing::{ASSOCIATION, HOST, Who, World, on_both};

use crate::PLAN;
use crate::matrix::Somebody;
use crate::things::things;

on_both!(PLAN: each_example_answers_as_the_table_says, a_house_that_is_no_demo_has_no_examples);

/// What the small world has none of: advice that was sent, a paper in a case, somebody else's sign-in, and what
/// stands only in a letter.
const WITHOUT: &[&str] = &["/brief", "{document}", "{provider}", "{token}", "/stijl/", "/logo/"];

/// What an act of the other side answers to whoever may not even know of it.
fn fits(relation: &str, status: StatusCode) -> bool {
    match relation {
        "own" | "public" => status != StatusCode::NOT_FOUND,
        _ => true,
    }
}

async fn each_example_answers_as_the_table_says(world: World) {
    things(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for (slug, who) in [("lid", Who::Dirk), ("contactambtenaar", Who::Bram)] {
        app::set(&mut tx, &format!("persona.{slug}"), who.id().as_str()).await.expect("a persona");
    }
    tx.commit().await.expect("two personas");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let examples = Examples::of(&mut reader, world.now().day()).await.expect("examples").expect("a demo");
    drop(reader);
    let (dirk, bram) = (world.dirk().await, world.bram().await);
    let office = Somebody { n: 700, seat: Some((ASSOCIATION, Role::Office)) }.comes_in(&world).await;
    let keeper = Somebody { n: 701, seat: Some((HOST, Role::Administrator)) }.comes_in(&world).await;
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for route in house::routes() {
        let found = examples.for_route(&route);
        if !WITHOUT.iter().any(|part| route.path.contains(part)) && !found.contains_key("own") {
            assert!(found.contains_key("public"), "give {} an example in crates/house/src/examples", route.path);
        }
        if route.method != "GET" || route.path.ends_with("/live") {
            continue;
        }
        let client = match seen_from(&route) {
            Seen::Lid => &dirk,
            Seen::Contact => &bram,
            Seen::Office => &office,
            Seen::Administrator => &keeper,
        };
        for (relation, path) in found {
            let status = client.visits(&path).await.status;
            asked += 1;
            let known = [StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
            if !known.contains(&status) || !fits(relation, status) {
                wrong.push(format!("{relation} of {}: {} gets {status} at {path}", route.path, client.who()));
            }
        }
    }
    world.works().await;
    assert!(wrong.is_empty(), "{asked} asked; not so:\n{}", wrong.join("\n"));
    assert!(asked > 60, "only {asked} were asked");
}

async fn a_house_that_is_no_demo_has_no_examples(world: World) {
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(Examples::of(&mut reader, world.now().day()).await.expect("an answer").is_none());
}
