//! What a page costs: a handful of statements, however much stands on it.

use axum::body::Body;
use platform::measure::measured;
use platform::{Role, args};
use testing::{COUNCIL_B, Client, Who, World, on_both};

use super::{PLAN, a_question, own_path, question};
use crate::topic::PostId;

on_both!(PLAN: a_page_takes_a_handful_of_statements);

/// The statements of one page, of which one recognises the visitor.
const MOST: u32 = 6;

platform::statements! {
    POST: () = "INSERT INTO community_post (id, topic, n, author, organisation, role, body, by_mail, at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)";
    COUNT: () = "UPDATE community_topic SET answers = 50, last_at = $2 WHERE id = $1";
}

pub(super) async fn fifty_answers(world: &World, path: &str) {
    assert_eq!(STATEMENTS.len(), 2);
    let topic = path.rsplit('/').next().expect("an id");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for n in 1..=50 {
        let body = format!("Bij ons gaat het zo, en dit is nummer {n}.");
        let (id, author, organisation, now) = (PostId::fresh(), Who::Fenna.id(), COUNCIL_B.id(), world.now());
        let row = args![id, topic, n, author, organisation, Role::Member, body, now];
        tx.exactly_one(POST, row).await.expect("an answer");
    }
    tx.exactly_one(COUNT, args![topic, world.now()]).await.expect("a count");
    tx.commit().await.expect("answers");
}

async fn statements(browser: &Client, path: &str) -> u32 {
    let request = browser.request("GET", path).body(Body::empty()).expect("a request");
    let (page, statements, _) = measured(browser.asks(request)).await;
    assert!(page.status.is_success(), "{path}: {}", page.status);
    statements
}

async fn a_page_takes_a_handful_of_statements(world: World) {
    for _ in 0..5 {
        question(&world.ans().await).await.send().await.goes_to("/gesprekken/…");
    }
    let path = a_question(&world).await;
    fifty_answers(&world, &path).await;
    let fenna = world.fenna().await;
    fenna.visits(&path).await.presses("Ja, speelt bij ons ook").await;
    for path in ["/gesprekken", "/gesprekken?thema=jeugd&onbeantwoord=1", "/gesprekken/nieuw", &own_path(&path)] {
        let taken = statements(&fenna, path).await;
        assert!(taken <= MOST, "{path} takes {taken} statements");
    }
}
