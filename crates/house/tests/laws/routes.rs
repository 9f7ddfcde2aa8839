//! The list of routes, the policy, and the table that is kept in the repository.

use std::collections::{BTreeSet, HashSet};

use axum::http::StatusCode;
use testing::{Who, World, on_both, times_asked_after};

use crate::PLAN;
use crate::headers::carries_its_headers;
use crate::things::{filled_in, things};

on_both!(
    PLAN: nothing_of_the_demo_is_served,
    no_page_fails_for_anybody,
    no_link_says_who_somebody_is,
    the_wrong_method_is_told_what_is_right
);

#[test]
fn each_route_has_its_act_and_its_own_place() {
    let rules: HashSet<_> = house::rules().iter().map(|r| format!("{}.{}", r.thing, r.action)).collect();
    let mut places = HashSet::new();
    for route in house::routes() {
        let place = format!("{} {}", route.method, route.path);
        assert!(matches!(route.method, "GET" | "POST"), "{place}");
        assert!(!(route.passes)().is_empty(), "{place} lets nobody pass");
        let action = &route.info.action;
        let own = action.strip_prefix("open.").or(action.strip_prefix("own."));
        assert!(own.is_some_and(|word| !word.is_empty()) || rules.contains(action), "{place}: {action} is no rule");
        assert!(!route.path.starts_with("/demo"), "{place} belongs to the demo");
        assert!(places.insert(place.clone()), "{place} is there twice");
    }
}

#[test]
fn no_rule_contradicts_another() {
    assert_eq!(house::contradictions(), Vec::<String>::new());
}

#[test]
fn each_rule_is_asked_by_a_route() {
    // What is asked inside a page or a form, beside the act of its route.
    const INSIDE: &[&str] = &[
        "person.see_address",
        "case.lead_round",
        "case.hand_over",
        "table.request",
        "table.start",
        "table.think_along",
    ];
    let asked: HashSet<_> = house::routes().into_iter().map(|r| r.info.action).collect();
    let all: BTreeSet<_> = house::rules().iter().map(|r| format!("{}.{}", r.thing, r.action)).collect();
    let unasked: Vec<_> = all.iter().filter(|a| !asked.contains(*a) && !INSIDE.contains(&a.as_str())).collect();
    assert!(unasked.is_empty(), "no route asks {unasked:?}");
}

/// Who gains and who loses when a rule changes, shows in the diff of this file. `UPDATE_DOCS=1` writes it.
#[test]
fn the_table_in_the_repository_is_the_one_that_holds() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md");
    let table = house::rights::document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &table).expect("the table can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let changed: Vec<_> = table.lines().filter(|line| !kept.lines().any(|k| k == *line)).collect();
    assert!(kept == table, "docs/permissions.md is not what holds (make docs writes it anew); new: {changed:#?}");
}

/// Which addresses there are shows in the diff of this file, as the rights do. `UPDATE_DOCS=1` writes it.
#[test]
fn the_list_of_routes_in_the_repository_is_the_one_that_is_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/routes.txt");
    let list = house::cli::route_list();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &list).expect("the list can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let changed: Vec<_> = list.lines().filter(|line| !kept.lines().any(|k| k == *line)).collect();
    assert!(kept == list, "docs/routes.txt is not what is served (make docs writes it anew); new: {changed:#?}");
}

async fn nothing_of_the_demo_is_served(world: World) {
    let anybody = world.anybody();
    for path in ["/demo", "/demo/personen", "/demo/post.json", "/demo/rust", "/demo/maatstaf", "/demo/post/1.html"] {
        anybody.visits(path).await.finds_nothing();
    }
    anybody.posts("/demo/aanmelden", &[("persoon", "lid")]).await.finds_nothing();
    anybody.posts("/demo/klok", &[("moment", "2027-05-01T09:00")]).await.finds_nothing();
}

async fn no_page_fails_for_anybody(world: World) {
    let things = things(&world).await;
    let mut browsers = vec![world.anybody()];
    for who in Who::ALL {
        browsers.push(world.client(who).await);
    }
    let before = world.digest().await;
    for route in house::routes().iter().filter(|r| r.method == "GET" && !r.path.ends_with("/live")) {
        let path = filled_in(route.path, &things);
        for browser in &browsers {
            let asked = times_asked_after();
            let request = browser.request("GET", &path).body(String::new().into()).expect("a request");
            let bare = browser.asks(request).await;
            assert!(times_asked_after() - asked <= 1, "{path} asks more than once who {} is", browser.who());
            if bare.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
                carries_its_headers(&bare);
            }
            let page = browser.visits(&path).await;
            let allowed = [StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::GONE];
            assert!(allowed.contains(&page.status), "{} gets {} at {path}", browser.who(), page.status);
            if browser.who() == "anybody" && !route.info.open {
                page.must_sign_in();
            }
        }
    }
    // Looking changes nothing but what was read and when somebody was last seen, which the digest leaves out.
    assert_eq!(world.digest().await, before, "a page that was only looked at changed something");
}

/// Addresses are kept by browsers, proxies and whoever is sent one: they hold ids.
async fn no_link_says_who_somebody_is(world: World) {
    let things = things(&world).await;
    let names: Vec<String> = Who::ALL
        .iter()
        .flat_map(|who| who.name().to_lowercase().split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let names: Vec<_> = names.iter().filter(|name| name.len() > 3).collect();
    let mut seen = 0;
    for who in Who::ALL {
        let browser = world.client(who).await;
        for route in house::routes().iter().filter(|r| r.method == "GET" && !r.path.ends_with("/live")) {
            let page = browser.visits(&filled_in(route.path, &things)).await;
            let forms = page
                .html()
                .split("action=\"")
                .skip(1)
                .filter_map(|p| p.split('"').next().map(str::to_owned))
                .collect::<Vec<_>>();
            for link in page.links().into_iter().chain(forms).chain([page.path.clone()]) {
                if link.starts_with("mailto:") || link.starts_with("tel:") {
                    continue; // shown to whoever may see it, and sent nowhere
                }
                seen += 1;
                let plain = link.to_lowercase().replace("%20", " ");
                assert!(!plain.contains('@') && !plain.contains("%40"), "{link} at {}", page.path);
                let said =
                    names.iter().find(|name| plain.split(|c: char| !c.is_alphanumeric()).any(|w| w == name.as_str()));
                assert!(said.is_none(), "{link} at {} says {said:?}", page.path);
            }
        }
    }
    assert!(seen > 1_000, "only {seen} links were seen");
}

async fn the_wrong_method_is_told_what_is_right(world: World) {
    let ans = world.ans().await;
    let page = ans.posts("/mijn-gegevens", &[]).await;
    page.has_status(StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(page.header("allow"), Some("GET,HEAD"));
    assert!(page.text().contains("Zo kunt u deze bladzijde niet openen"), "{}", page.text());
    for method in ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"] {
        let request = ans.request(method, "/gesprekken").body(axum::body::Body::empty()).expect("a request");
        ans.asks(request).await.has_status(StatusCode::METHOD_NOT_ALLOWED);
    }
}
