//! Every route, asked by every role from every place, for things of each kind of reader: what comes back is what the
//! printed table says.
//!
//! Who somebody is to a thing is worked out in [`standing`](crate::standing), from seats and rows; what they may do
//! then is read from the table, and from nothing else.

mod askers;
mod scenes;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use platform::policy::{Rule, Verdict};
use platform::web::Route;
use testing::{World, on_both};

pub use askers::{Asker, Somebody};
use scenes::{Scene, scenes};
pub use scenes::{a_case, a_paper};

use crate::PLAN;
use crate::standing::{relation, verdict};
use crate::things::filled_in;

on_both!(
    PLAN: every_route_answers_every_role_as_the_table_says,
    every_one_sided_thing_answers_as_the_table_says
);

/// Forms that do something when they are sent empty: asked only of those to whom they are denied.
const BY_ITSELF: &[&str] = &[
    "account.sign_out",
    "account.choose_seat",
    "topic.thank",
    "topic.follow",
    "topic.say_also",
    "post.take_back",
    "topic.mark_helpful",
    "case.receive",
    "case.file_request",
];
/// What is allowed and yet not there: the cases are young and have no letter, and nobody here has a key.
const NOT_YET: &[&str] = &[
    "/dossiers/{id}/brief",
    "/dossiers/{id}/brief.pdf",
    "/mijn-gegevens/toegangssleutels/weg",
    "/mijn-gegevens/herstelcodes",
];
/// Nor has a case of one side a request.
const NO_REQUEST: &str = "/dossiers/{id}/aanvraag";
/// Whoever must have a second step cannot take it away, though it is their own.
const MUST_STAY: &str = "/mijn-gegevens/tweede-stap/weg";

/// What was asked, and what came back that the table does not say.
struct Account<'a> {
    rules: &'a [Rule],
    /// How many questions, by what was asked for and how somebody belongs to it.
    asked: BTreeMap<(&'static str, &'static str), usize>,
    wrong: Vec<String>,
}

async fn every_route_answers_every_role_as_the_table_says(world: World) {
    asks(&world, |scene| scene.name == SHARED, 4_000).await;
}

async fn every_one_sided_thing_answers_as_the_table_says(world: World) {
    asks(&world, |scene| scene.name != SHARED, 4_000).await;
}

/// The scene in which every route is asked for.
const SHARED: &str = "what both sides share";
/// How somebody can belong to what is asked for; each occurs.
const RELATIONS: &[&str] =
    &["own", "same council", "other council", "shared room", "other municipality", "neither", "not signed in"];

async fn asks(world: &World, wanted: impl Fn(&Scene) -> bool, at_least: usize) {
    let all = askers::askers(world).await;
    let rules = house::rules();
    let mut account = Account { rules: &rules, asked: BTreeMap::new(), wrong: Vec::new() };
    let routes: Vec<Route> = house::routes().into_iter().filter(|r| !r.path.ends_with("/live")).collect();
    for scene in scenes(world).await.into_iter().filter(wanted) {
        for route in routes.iter().filter(|r| (scene.routes)(r)) {
            account.everybody(route, &scene, &all).await;
            account.nobody(route, &scene, world).await;
        }
    }
    world.works().await;
    account.is_right(at_least);
}

impl Account<'_> {
    async fn everybody(&mut self, route: &Route, scene: &Scene, all: &[Asker]) {
        for asker in all {
            if is_open(route) {
                self.opens(route, scene, asker, "public").await;
                continue;
            }
            let wanted = self.wanted(route, scene, asker);
            let action = route.info.action.as_str();
            if route.method == "POST" && wanted == Verdict::Allowed && BY_ITSELF.contains(&action) {
                continue;
            }
            let (thing, _) = action.split_once('.').expect("thing.action");
            self.count(scene, relation(thing, &asker.eyes, &scene.facts));
            let status = ask(asker, route, scene).await;
            if !fits(status, wanted, route, scene) {
                self.is_wrong(route, scene, &asker.words, &format!("{status}, {wanted:?} by the table"));
            }
        }
    }

    /// What is for everybody is refused to nobody.
    async fn opens(&mut self, route: &Route, scene: &Scene, asker: &Asker, relation: &'static str) {
        // Forms of who comes in: sent here, they would end who somebody is.
        if route.method != "GET" || route.info.action.starts_with("own.") {
            return;
        }
        self.count(scene, relation);
        let status = ask(asker, route, scene).await;
        let denied = [StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED];
        if denied.contains(&status) || status.is_server_error() {
            self.is_wrong(route, scene, &asker.words, &format!("{status}, and it is for everybody"));
        }
    }

    /// Who is not signed in is asked to sign in, whatever it is and whether or not it is there.
    async fn nobody(&mut self, route: &Route, scene: &Scene, world: &World) {
        if route.info.open {
            return;
        }
        self.count(scene, "not signed in");
        let client = world.anybody();
        let path = filled_in(route.path, &scene.things);
        let is_asked = match route.method {
            "GET" => client.visits(&path).await.path.starts_with("/aanmelden?naar="),
            _ => client.posts(&path, &[]).await.status == StatusCode::UNAUTHORIZED,
        };
        if !is_asked {
            self.is_wrong(route, scene, "nobody", "not asked to sign in");
        }
    }

    fn wanted(&self, route: &Route, scene: &Scene, asker: &Asker) -> Verdict {
        if route.path == MUST_STAY && asker.keeps_second {
            return Verdict::Refused;
        }
        verdict(self.rules, &route.info.action, &asker.eyes, &scene.facts)
    }

    fn count(&mut self, scene: &Scene, relation: &'static str) {
        *self.asked.entry((scene.name, relation)).or_default() += 1;
    }

    fn is_wrong(&mut self, route: &Route, scene: &Scene, who: &str, what: &str) {
        self.wrong.push(format!("{} {} of {} for {who}: {what}", route.method, route.path, scene.name));
    }

    fn is_right(&self, at_least: usize) {
        let total: usize = self.asked.values().sum();
        for ((scene, relation), count) in &self.asked {
            println!("{count:>6} questions: {relation}, {scene}");
        }
        println!("{total:>6} questions in all");
        for relation in RELATIONS {
            assert!(
                self.asked.keys().any(|(_, asked)| asked == relation),
                "nobody was asked for whom it is {relation}"
            );
        }
        let wrong = &self.wrong;
        assert!(wrong.is_empty(), "{} of {total} answers differ from the table:\n{}", wrong.len(), wrong.join("\n"));
        assert!(total > at_least, "only {total} were asked");
    }
}

fn is_open(route: &Route) -> bool {
    route.info.open || route.info.action.starts_with("own.")
}

async fn ask(asker: &Asker, route: &Route, scene: &Scene) -> StatusCode {
    let path = filled_in(route.path, &scene.things);
    match route.method {
        "GET" => asker.client.visits(&path).await.status,
        _ => asker.client.posts(&path, &[("_token", &asker.token)]).await.status,
    }
}

fn fits(status: StatusCode, wanted: Verdict, route: &Route, scene: &Scene) -> bool {
    let not_yet = NOT_YET.contains(&route.path) || (route.path == NO_REQUEST && scene.name != SHARED);
    match wanted {
        Verdict::Hidden => status == StatusCode::NOT_FOUND,
        Verdict::Refused => status == StatusCode::FORBIDDEN,
        Verdict::Allowed if not_yet => status.is_success() || status == StatusCode::NOT_FOUND,
        Verdict::Allowed => {
            let denied = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED];
            !denied.contains(&status) && !status.is_server_error()
        }
    }
}
