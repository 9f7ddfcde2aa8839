//! Whatever anybody sends to a form or asks in an address, the house answers: by doing it, with a sentence, or with a
//! refusal. Never with a fault of its own.
//!
//! A short run belongs to the tests; `make proof` sends ten thousand. `BERAAD_PROOF_SEED` repeats a run.

mod values;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header;
use platform::Role;
use platform::web::Route;
use rand::SeedableRng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use testing::{ASSOCIATION, Client, HOST, World, on_both};

use crate::PLAN;
use crate::matrix::Somebody;
use crate::things::{filled_in, things};
use values::{NAMES, body, encoded, hostile, looked_for, spoilt};

on_both!(PLAN: nothing_that_is_sent_makes_the_house_stumble);

/// How many requests a run of the tests makes, beside one to each form there is.
const SHORT: usize = 300;

/// A form as it stood on somebody's page.
#[derive(Clone)]
struct Known {
    by: usize,
    path: String,
    fields: Vec<(String, String)>,
}

fn set(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// Everybody who sends something, each with the token of their forms; the last is nobody.
async fn senders(world: &World) -> Vec<(Client, String)> {
    let mut all = vec![
        world.ans().await,
        world.chaima().await,
        world.dirk().await,
        world.bram().await,
        world.els().await,
        world.willem().await,
        world.eva().await,
    ];
    for (n, seat) in [(910, (ASSOCIATION, Role::Office)), (911, (HOST, Role::Administrator))] {
        all.push(Somebody { n, seat: Some(seat) }.comes_in(world).await);
    }
    let mut known = Vec::new();
    for client in all {
        let page = client.visits("/mijn-gegevens").await;
        let token = page.has_form("/afmelden").then(|| page.form("/afmelden").value("_token").map(str::to_owned));
        known.push((client, token.flatten().unwrap_or_default()));
    }
    known.push((world.anybody(), String::new()));
    known
}

/// Every form that one of them finds on a page, with what stands in it; but those that end who one is here.
async fn forms(senders: &[(Client, String)], paths: &[String]) -> Vec<Known> {
    let mut all = Vec::new();
    for (by, (client, _)) in senders.iter().enumerate() {
        for path in paths {
            let page = client.visits(path).await;
            let html = page.html();
            for action in html.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                if ["/afmelden", "/mijn-gegevens/aanmeldingen"].contains(&action) || !page.has_form(action) {
                    continue;
                }
                let form = page.form(action);
                let value = |name: &str| form.value(name).unwrap_or_default().to_owned();
                let fields = form.names().into_iter().map(|name| (name.to_owned(), value(name))).collect();
                all.push(Known { by, path: action.split('#').next().unwrap_or_default().to_owned(), fields });
            }
        }
    }
    all
}

async fn status(client: &Client, method: &str, path: &str, kind: &str, body: Vec<u8>) -> u16 {
    let request = client.request(method, path).header(header::CONTENT_TYPE, kind).body(Body::from(body));
    match request {
        Ok(request) => client.asks(request).await.status.as_u16(),
        Err(_) => 400, // no browser can say this
    }
}

async fn nothing_that_is_sent_makes_the_house_stumble(world: World) {
    let long = set("BERAAD_PROOF_REQUESTS");
    let seed = set("BERAAD_PROOF_SEED").unwrap_or_else(|| long.map_or(1, |_| rand::random::<u32>().into()));
    let requests = long.map_or(SHORT, |n| usize::try_from(n).unwrap_or(SHORT));
    println!("seed {seed}, {requests} requests on {:?}", world.engine());
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let things = things(&world).await;
    let routes: Vec<Route> = house::routes().into_iter().filter(|r| !r.path.ends_with("/live")).collect();
    let (get, post): (Vec<_>, Vec<_>) = routes.iter().partition(|r| r.method == "GET");
    let paths: Vec<_> = get.iter().map(|r| filled_in(r.path, &things)).collect();
    let senders = senders(&world).await;
    let known = forms(&senders, &paths).await;
    assert!(known.len() > 200, "only {} forms were found", known.len());
    let mut stumbled = Vec::new();
    let mut answers = BTreeMap::<u16, usize>::new();
    let mut told = |what: &str, status: u16| {
        *answers.entry(status).or_default() += 1;
        if status >= 500 {
            stumbled.push(format!("{status} {}", what.chars().take(600).collect::<String>()));
        }
    };
    for n in 0..requests {
        if n % 4 == 3 {
            let (client, _) = senders.choose(&mut chance).expect("somebody");
            let (path, query) = looked_for(&paths, &mut chance);
            let asked = format!("{path}?{query}");
            told(&format!("GET {asked}"), status(client, "GET", &asked, "text/plain", Vec::new()).await);
        } else {
            let form = known.choose(&mut chance).expect("a form");
            let fields = spoilt(form.fields.clone(), &mut chance);
            let (kind, body) = body(&fields, &mut chance);
            let status = status(&senders[form.by].0, "POST", &form.path, kind, body).await;
            told(&format!("POST {} {fields:?}", form.path), status);
        }
    }
    // To each form there is, also those that stand on no page now; the last of all are those that end who one is.
    for (client, token) in &senders {
        for route in &post {
            let path = filled_in(route.path, &things);
            let mut fields = vec![("_token".to_owned(), token.clone())];
            fields
                .extend((0..3).map(|_| (NAMES.choose(&mut chance).expect("a name").to_string(), hostile(&mut chance))));
            let form = encoded(&fields).into_bytes();
            let status = status(client, "POST", &path, "application/x-www-form-urlencoded", form).await;
            told(&format!("POST {path} {fields:?}"), status);
        }
    }
    world.works().await;
    let whole = platform::trail::check(&mut world.app.db().reader().await.expect("a reader")).await;
    assert!(whole.expect("it can be walked").is_ok(), "seed {seed}: the trail is broken");
    println!("seed {seed}: {answers:?}");
    // Most of it must get past the reading of a form, or nothing behind that was tried.
    let of = |status| answers.get(&status).copied().unwrap_or(0);
    assert!(of(422) > requests / 20 && of(303) > requests / 20, "{answers:?}");
    assert!(stumbled.is_empty(), "seed {seed}: {} of {requests} faults:\n{}", stumbled.len(), stumbled.join("\n"));
}
