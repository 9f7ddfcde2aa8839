//! Stories of people who talk with each other, each on both engines.

mod answer;
mod ask;
mod cost;
mod follow;
mod gestures;
mod letters;
mod readers;
mod take_back;
mod unread;

use axum::Router;
use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Entry, Line};
use platform::{App, db::Tx};
use testing::{Client, Form, Plan, Who, World};

/// A house with identity and this room.
const PLAN: Plan = Plan { service, follow: follows, hands: Hands { react, planned } };

fn service(app: App) -> Router {
    testing::service(app, &[identity::SLICE, crate::SLICE])
}

fn follows(entry: &Entry) -> Vec<&'static str> {
    serde_json::from_str(&entry.body).map(|event| crate::follows(&event)).unwrap_or_default()
}

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    crate::react(app, tx, line, name)
}

fn planned<'a>(_: &'a App, _: &'a mut Tx, _: &'a Planned) -> Job<'a> {
    Box::pin(async { Ok(()) })
}

const TITLE: &str = "Wie heeft ervaring met een jongerenpanel?";

async fn question(browser: &Client) -> Form {
    let form = browser.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    form.fill("titel", TITLE).fill("tekst", "Wij beginnen net.\n\nAlle raad is welkom.").fill("thema", "jeugd")
}

/// Somebody asks, and these may read it. Gives the path of the topic.
async fn a_question_by(browser: &Client, readers: &str) -> String {
    let page = question(browser).await.fill("lezers", readers).send().await;
    page.sees("Uw bericht is geplaatst");
    own_path(&page.path)
}

/// Ans asks councils and municipalities.
async fn a_question(world: &World) -> String {
    a_question_by(&world.ans().await, "everybody").await
}

fn own_path(path: &str) -> String {
    path.split(['?', '#']).next().unwrap_or_default().to_owned()
}

async fn answers(browser: &Client, path: &str, text: &str) {
    let form = browser.visits(path).await.form("Plaats mijn antwoord").fill("tekst", text);
    form.send().await.sees("Uw antwoord is geplaatst").sees(text);
}

/// A question by Ans and an answer by Fenna.
async fn an_answered_question(world: &World) -> String {
    let path = a_question(world).await;
    answers(&world.fenna().await, &path, "Vraag het hun zelf, op school.").await;
    world.works().await;
    path
}

/// Looks until it is so; what is noted in the background needs a moment.
async fn in_the_end<F: Future<Output = bool>>(what: &str, mut is_so: impl FnMut() -> F) {
    for _ in 0..500 {
        if is_so().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("it never came to this: {what}");
}

/// The ids of everybody, for tables over the cast.
fn cast() -> [Who; 12] {
    Who::ALL
}
