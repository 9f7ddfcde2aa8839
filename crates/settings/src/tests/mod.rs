//! Stories of people who set something for their organisation, each on both engines.

mod logos;
mod names;
mod others;
mod sign_in;

use axum::Router;
use platform::App;
use platform::db::Tx;
use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Entry, Line};
use testing::{Client, Page, Place, Plan};

/// A house with identity and this room.
const PLAN: Plan = Plan { service, follow: follows, hands: Hands { react, planned } };

fn service(app: App) -> Router {
    testing::service(app, &[identity::SLICE, crate::SLICE])
}

fn follows(entry: &Entry) -> Vec<&'static str> {
    serde_json::from_str(&entry.body).map(|event| crate::follows(&event)).unwrap_or_default()
}

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, _: &'a str) -> Job<'a> {
    crate::react(app, tx, line)
}

fn planned<'a>(app: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    crate::planned(app, tx, planned)
}

fn at(place: Place, part: &str) -> String {
    let path = format!("/organisaties/{}/instellingen", place.id());
    if part.is_empty() { path } else { format!("{path}/{part}") }
}

/// Fills one field in, looks, and saves.
async fn sets(browser: &Client, place: Place, part: &str, field: &str, value: &str) -> Page {
    let page = browser.visits(&at(place, part)).await;
    let page = page.form("Bekijk wat er anders wordt").fill(field, value).send().await;
    page.presses("Bewaar deze wijziging").await
}

/// What this room wrote into the trail: setting, before, after.
async fn told(world: &testing::World) -> Vec<(String, String, String)> {
    let trail = world.trail().await;
    let events = trail.0.iter().filter(|l| l.kind == "settings.changed").filter_map(|l| l.event::<crate::Event>());
    let changes = events.flat_map(|event| match event {
        crate::Event::Changed { changes, .. } => changes,
        crate::Event::SignInSet { .. } | crate::Event::SignInRemoved { .. } => Vec::new(),
    });
    changes.map(|w| (w.setting, w.before, w.after)).collect()
}
