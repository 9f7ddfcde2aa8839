//! The walk: anybody, anywhere, with the ids of others.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use platform::web::Route;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use testing::World;

use super::planting::Pair;
use super::{Garden, Walker};

/// Forms about oneself alone, and those of who is not signed in, are not sent: they would end who one is here.
fn is_walked(route: &Route) -> bool {
    route.method == "GET" || !(route.info.open || route.info.action.starts_with("account."))
}

/// As long as an open stream is listened to: what it has to say at once, it says at once.
const LISTENS: Duration = Duration::from_millis(50);

pub struct Walk<'a> {
    world: &'a World,
    garden: &'a Garden,
    routes: Vec<Route>,
    told: Vec<String>,
}

impl<'a> Walk<'a> {
    pub fn new(world: &'a World, garden: &'a Garden) -> Self {
        let routes = house::routes().into_iter().filter(is_walked).collect();
        Self { world, garden, routes, told: Vec::new() }
    }

    /// What leaked. Whoever walked is who they were: a walk of people who were sent out proves nothing.
    pub async fn end(self) -> Vec<String> {
        for walker in self.garden.walkers.iter().filter(|w| !w.token.is_empty()) {
            walker.client.visits("/mijn-gegevens").await.goes_to("/mijn-gegevens");
        }
        self.told
    }

    /// Each word is somewhere for who may read it, or the walk would prove nothing.
    pub async fn readers_find_theirs(&mut self) {
        let mut found = BTreeSet::new();
        for walker in &self.garden.walkers {
            let Some(own) = walker.pair.map(|n| &self.garden.pairs[n]) else { continue };
            for route in self.routes.iter().filter(|r| r.method == "GET" && !r.path.ends_with("/live")) {
                for path in every(route.path, own) {
                    let answer = shown(&walker.client.visits(&path).await);
                    self.told.extend(told(self.garden, walker, &path, &answer));
                    let seen = self.garden.canaries.iter().filter(|c| answer.contains(&c.word));
                    found.extend(seen.map(|c| c.word.clone()));
                }
            }
        }
        let unseen: Vec<_> = self.garden.canaries.iter().filter(|c| !found.contains(&c.word)).collect();
        assert!(unseen.is_empty(), "planted where nobody finds it: {unseen:#?}");
    }

    /// One request for what is of others.
    pub async fn step(&mut self, chance: &mut ChaCha8Rng) {
        let walker = self.garden.walkers.choose(chance).expect("somebody");
        let others = (0..self.garden.pairs.len()).filter(|n| walker.pair != Some(*n)).collect::<Vec<_>>();
        let owner = &self.garden.pairs[*others.choose(chance).expect("others")];
        let own = walker.pair.map(|n| &self.garden.pairs[n]);
        let route = self.routes.choose(chance).expect("a route");
        let path = some(route.path, owner, own, chance);
        let answer = match route.method {
            _ if route.path.ends_with("/live") => listened(walker, &path).await,
            "GET" => shown(&walker.client.visits(&path).await),
            _ => shown(&walker.client.posts(&path, &[("_token", &walker.token)]).await),
        };
        self.told.extend(told(self.garden, walker, &format!("{} {path}", route.method), &answer));
    }

    /// The letters of everybody, as they were written.
    pub async fn letters(&mut self) {
        let mut reader = self.world.app.db().reader().await.expect("a reader");
        for who in testing::Who::ALL {
            let letters = mail::letters_to(&mut reader, &who.address(), 10_000).await.expect("letters");
            for letter in letters {
                let text = format!("{} {} {}", letter.subject, letter.text, letter.html);
                for canary in self.garden.leaks(who.first_name(), &text) {
                    self.told.push(format!("{} in a letter to {}: {}", canary.place, who.first_name(), letter.subject));
                }
            }
        }
    }
}

fn told(garden: &Garden, walker: &Walker, path: &str, answer: &str) -> Vec<String> {
    garden.leaks(walker.name, answer).map(|c| format!("{} to {} at {path}", c.place, walker.name)).collect()
}

/// Everything that came back, headers too.
fn shown(page: &testing::Page) -> String {
    assert!(!page.status.is_server_error(), "{} at {}", page.status, page.path);
    let heads: String = page.headers.values().filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join("\n");
    format!("{heads}\n{}\n{}", page.path, page.html())
}

/// The first words on a stream, or the answer that refuses it.
async fn listened(walker: &Walker, path: &str) -> String {
    let request = walker.client.request("GET", &format!("{path}?na=0")).body(Body::empty()).expect("a request");
    let response = walker.client.send(request).await;
    let open = response.status() == StatusCode::OK;
    let mut body = response.into_body();
    let mut text = Vec::new();
    while let Ok(Some(Ok(frame))) = tokio::time::timeout(LISTENS, body.frame()).await {
        text.extend(frame.into_data().unwrap_or_default());
        if open {
            break;
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// The ids that can stand for the thing of a route.
fn things(route: &str, pair: &Pair) -> Vec<(String, String)> {
    let one = |ids: &[String]| ids.iter().map(|id| (id.clone(), String::new())).collect::<Vec<_>>();
    let organisation = |parts: &[String]| {
        let sides = [pair.council.to_string(), pair.municipality.to_string()];
        let of = |side: &String| parts.iter().map(|part| (side.clone(), part.clone())).collect::<Vec<_>>();
        sides.iter().flat_map(of).collect::<Vec<_>>()
    };
    match route.split('/').nth(1).unwrap_or_default() {
        "dossiers" if route.contains("{document}") => pair.papers.clone(),
        "dossiers" => one(&pair.cases),
        "gesprekken" if route.contains("{file}") => pair.files.clone(),
        "gesprekken" if route.contains("{post}") => pair.posts.clone(),
        "gesprekken" => one(&pair.topics),
        "mensen" => one(&pair.persons),
        "adviesraden" => one(&[pair.council.to_string()]),
        "gemeenten" => one(&[pair.municipality.to_string()]),
        "organisaties" if route.contains("{seat}") => organisation(&pair.seats),
        "organisaties" if route.contains("{invitation}") => organisation(&pair.invitations),
        "organisaties" => organisation(&[String::new()]),
        _ => Vec::new(),
    }
}

fn written(route: &str, (id, part): &(String, String)) -> String {
    let mut path = route.replace("{id}", id);
    // Whatever else an address asks for: nobody's link, nobody's provider.
    while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
        let part = if part.is_empty() { "01ARZ3NDEKTSV4RRFFQ69G5FAV" } else { part };
        path.replace_range(from..=to, part);
    }
    path
}

/// Every address of a route with what is of a pair.
fn every(route: &str, pair: &Pair) -> Vec<String> {
    if !route.contains("{id}") {
        return vec![written(route, &Default::default())];
    }
    things(route, pair).iter().map(|thing| written(route, thing)).collect()
}

/// An address with what is of others; where there are two ids in it, sometimes the first is one's own.
fn some(route: &str, owner: &Pair, own: Option<&Pair>, chance: &mut ChaCha8Rng) -> String {
    let Some(mut thing) = things(route, owner).choose(chance).cloned() else {
        return written(route, &Default::default());
    };
    let mine = own.map(|pair| things(route, pair)).unwrap_or_default();
    if let Some((id, _)) = mine.choose(chance).filter(|_| !thing.1.is_empty() && chance.random_bool(0.5)) {
        thing.0.clone_from(id);
    }
    written(route, &thing)
}
