//! Stories of people who come, change and go, each on both engines.

mod book;
mod describing;
mod ending;
mod fresh;
mod hidden;
mod importing;
mod inviting;
mod keepers;
mod keeping;
mod merging;
mod running;
mod sheets;
mod themes;

use axum::Router;
use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Entry, Event as _, Line};
use platform::{App, db::Tx};
use testing::Plan;

/// A house with identity and this room.
const PLAN: Plan = Plan { service, follow: follows, hands: Hands { react, planned } };

fn service(app: App) -> Router {
    testing::service(app, &[identity::SLICE, crate::SLICE])
}

fn follows(entry: &Entry) -> Vec<&'static str> {
    if entry.kind == "identity.code_asked" {
        return vec!["identity.send_code"];
    }
    serde_json::from_str(&entry.body).map(|event| crate::follows(&event)).unwrap_or_default()
}

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    match line.event::<identity::Event>() {
        Some(identity::Event::CodeAsked { attempt }) => {
            Box::pin(async move { identity::send_code(app, tx, &attempt).await })
        }
        _ => crate::react(app, tx, line, name),
    }
}

fn planned<'a>(_: &'a App, _: &'a mut Tx, _: &'a Planned) -> Job<'a> {
    Box::pin(async { Ok(()) })
}

/// The path of the people of an organisation.
fn team(place: testing::Place) -> String {
    format!("/organisaties/{}/mensen", place.id())
}

/// What this room wrote into the trail, without what it refused.
async fn told(world: &testing::World, wanted: &[&str]) {
    let trail = world.trail().await;
    let done = trail.0.iter().filter(|line| line.kind.starts_with("people.") && line.result == "done");
    assert_eq!(done.map(|line| line.kind.as_str()).collect::<Vec<_>>(), wanted);
}

#[test]
fn events_are_of_this_room() {
    assert_eq!(crate::Event::SLICE, "people");
}
