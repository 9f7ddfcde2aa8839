//! A thing that somebody may not see does not exist: the answer to it is the answer to an id that nothing has. The
//! same status, the same headers, the same bytes, and as many questions to the database, so that no clock tells it.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode};
use platform::measure::measured;
use platform::web::Route;
use testing::{Client, Page, Who, World, on_both};

use crate::PLAN;
use crate::canaries::planting;
use crate::things::{NOWHERE, Things, filled_in, seat_of, things};

on_both!(
    PLAN: what_is_hidden_answers_as_what_is_not_there,
    what_is_inside_something_of_ones_own_does_too
);

/// What came back, without what says where one is: the address itself, and the token of a form.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: StatusCode,
    statements: u32,
    headers: Vec<(String, String)>,
    html: String,
}

fn without(html: &str, ids: &[&str]) -> String {
    let mut html = ids.iter().fold(html.to_owned(), |html, id| html.replace(id, "…"));
    for mark in ["name=\"_token\" value=\""] {
        let mut from = 0;
        while let Some(found) = html[from..].find(mark) {
            let start = from + found + mark.len();
            let end = html[start..].find('"').map_or(html.len(), |n| start + n);
            html.replace_range(start..end, "");
            from = start;
        }
    }
    html
}

fn of(page: &Page, statements: u32, ids: &[&str]) -> Answer {
    let said = |headers: &HeaderMap| {
        let pair = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
            (name.to_string(), without(&String::from_utf8_lossy(value.as_bytes()), ids))
        };
        let mut all: Vec<_> = headers.iter().map(pair).collect();
        all.sort();
        all
    };
    Answer { status: page.status, statements, headers: said(&page.headers), html: without(&page.html(), ids) }
}

struct Reader {
    client: Client,
    token: String,
}

async fn reader(client: Client) -> Reader {
    let token = client.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    Reader { client, token }
}

impl Reader {
    async fn asks(&self, route: &Route, path: &str, ids: &[&str]) -> Answer {
        let (page, statements, _) = match route.method {
            "GET" => measured(self.client.visits(path)).await,
            _ => measured(self.client.posts(path, &[("_token", &self.token)])).await,
        };
        of(&page, statements, ids)
    }
}

/// The first id of an address.
fn id_in(path: &str) -> &str {
    path.split(['/', '?']).find(|part| platform::id::is_id(part)).unwrap_or_default()
}

/// Every route with an id, asked by those for whom what it leads to is hidden.
async fn what_is_hidden_answers_as_what_is_not_there(world: World) {
    let things = things(&world).await;
    let of_the_council = crate::matrix::a_case(&world, advice::kinds::Kind::Unsolicited, Who::Dirk, true).await;
    // What Eva, Otto and Fenna have no part in, and what the municipality of the same table has none in.
    let document = crate::matrix::a_paper(&world, &of_the_council, Who::Dirk, "beide").await;
    let hidden = Things { case: of_the_council, document, everybody: things.region.clone(), ..things.clone() };
    let mut readers = Vec::new();
    for who in [Who::Eva, Who::Otto, Who::Fenna, Who::Bram] {
        readers.push(reader(world.client(who).await).await);
    }
    let (mut wrong, mut asked) = (Vec::new(), BTreeMap::<String, usize>::new());
    for route in house::routes().iter().filter(|r| r.path.contains("{id}") && !r.info.open) {
        let place = format!("{} {}", route.method, route.path);
        let count = asked.entry(place.clone()).or_default();
        for reader in &readers {
            let path = filled_in(route.path, &hidden);
            let id = id_in(&path).to_owned();
            // A stream that opens does not end: it is asked for by whoever sees nothing there.
            let sees = route.path.strip_suffix("/live").map(|page| filled_in(page, &hidden));
            if let Some(page) = sees
                && reader.client.visits(&page).await.status != StatusCode::NOT_FOUND
            {
                continue;
            }
            let there = reader.asks(route, &path, &[&id, NOWHERE]).await;
            if there.status != StatusCode::NOT_FOUND {
                continue; // not hidden to this one
            }
            *count += 1;
            let nowhere = reader.asks(route, &path.replacen(&id, NOWHERE, 1), &[&id, NOWHERE]).await;
            if there != nowhere {
                wrong.push(format!("{place} for {}: {}", reader.client.who(), difference(&there, &nowhere)));
            }
        }
    }
    world.works().await;
    let unasked: Vec<_> = asked.iter().filter(|(_, count)| **count == 0).collect();
    assert!(unasked.is_empty(), "hidden to nobody who asked: {unasked:?}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    println!("{} answers to what is hidden, on {} routes", asked.values().sum::<usize>(), asked.len());
}

/// An id within something that one may see: of another organisation, another topic, or the other side.
async fn what_is_inside_something_of_ones_own_does_too(world: World) {
    let things = things(&world).await;
    let (chaima, dirk, els) =
        (reader(world.chaima().await).await, reader(world.dirk().await).await, reader(world.els().await).await);
    let far = planting::far_invitation(&world).await;
    let path = format!("{}/stukken", things.case);
    let form = els.client.visits(&path).await.form(&path).attach("stuk[]", "plan.txt", b"van ons");
    let page = form.without("lezers").with("lezers", "eigen").send().await;
    let paper = page.links().into_iter().find(|link| link.contains("/stukken/")).expect("a paper");
    let last = |path: &str| path.rsplit('/').next().expect("an id").to_owned();
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for route in house::routes().iter().filter(|r| !r.info.open) {
        let (who, id) = match route.path {
            path if path.contains("{seat}") => (&chaima, seat_of(Who::Otto).to_string()),
            path if path.contains("{invitation}") => (&chaima, far.clone()),
            path if path.contains("{document}") => (&dirk, last(&paper)),
            path if path.contains("{file}") => (&dirk, last(&things.councils.file)),
            path if path.contains("{post}") => (&dirk, things.councils.post.clone()),
            _ => continue,
        };
        let path = |id: &str| {
            let named = ["{seat}", "{invitation}", "{document}", "{file}", "{post}"];
            filled_in(&named.iter().fold(route.path.to_owned(), |path, name| path.replace(name, id)), &things)
        };
        asked += 1;
        let there = who.asks(route, &path(&id), &[&id]).await;
        let nowhere = who.asks(route, &path(NOWHERE), &[NOWHERE]).await;
        let place = format!("{} {}", route.method, route.path);
        if there.status != StatusCode::NOT_FOUND || there != nowhere {
            wrong.push(format!("{place}: {}", difference(&there, &nowhere)));
        }
    }
    world.works().await;
    assert!(asked >= 12, "only {asked} were asked");
    assert!(wrong.is_empty(), "{} of {asked} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn difference(there: &Answer, nowhere: &Answer) -> String {
    let mut all = vec![format!("{} and {}", there.status, nowhere.status)];
    if there.statements != nowhere.statements {
        all.push(format!("{} statements and {}", there.statements, nowhere.statements));
    }
    for (one, other) in there.headers.iter().zip(&nowhere.headers).filter(|(one, other)| one != other) {
        all.push(format!("{one:?} and {other:?}"));
    }
    if let Some((one, other)) = there.html.lines().zip(nowhere.html.lines()).find(|(one, other)| one != other) {
        all.push(format!("{one:?} and {other:?}"));
    }
    all.join("; ")
}
