//! Routes as a list: each names its act, so the list can be printed, checked against the policy and served.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodRouter};

use super::cx::{Cx, redirect};
use super::pace::Pace;
use super::problem::Problem;
use crate::app::App;
use crate::choice::Choice;
use crate::clock::machine_now;
use crate::looked;
use crate::policy::{self, Act, Denied, Guarded, Verdict, table};
use crate::trail;

/// A standing and a visibility that an act is allowed for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Pass {
    pub standing: &'static str,
    pub visibility: &'static str,
}

/// What the gate and the form know of the route they are in.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    /// Whether somebody who is not signed in may come here.
    pub open: bool,
    pub action: String,
    /// Whether whoever works in somebody's name may come here too.
    pub on_behalf: bool,
}

/// A route without an act yet; it is no [`Route`] until it has one.
pub struct Draft {
    method: &'static str,
    path: &'static str,
    handler: MethodRouter<App>,
}

/// Method, path, act and handler.
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub info: RouteInfo,
    pub passes: fn() -> Vec<Pass>,
    handler: MethodRouter<App>,
}

impl Route {
    pub fn get<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Draft {
        Draft { method: "GET", path, handler: routing::get(handler) }
    }

    /// A form. Its handler takes [`Fields`](super::Fields), which check where it comes from.
    pub fn post<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Draft {
        Draft { method: "POST", path, handler: routing::post(handler) }
    }
}

impl Draft {
    /// For people who are signed in, and whom the policy allows this act.
    pub fn act<A: Act>(self) -> Route {
        let action = format!("{}.{}", A::Thing::NAME, A::ACTION.word());
        self.with(RouteInfo { open: false, action, on_behalf: policy::on_behalf::<A>() }, passes_of::<A>)
    }

    /// For anybody whom the policy allows this act, signed in or not.
    pub fn act_open<A: Act>(self) -> Route {
        let action = format!("{}.{}", A::Thing::NAME, A::ACTION.word());
        self.with(RouteInfo { open: true, action, on_behalf: policy::on_behalf::<A>() }, passes_of::<A>)
    }

    /// For anybody: signing in, help, health.
    pub fn open(self, action: &str) -> Route {
        let on_behalf = self.method == "GET";
        self.with(RouteInfo { open: true, action: format!("open.{action}"), on_behalf }, || {
            vec![Pass { standing: "anybody", visibility: "public" }]
        })
    }

    /// For everybody who is signed in, about nobody but themselves.
    pub fn own(self, action: &str) -> Route {
        self.with(RouteInfo { open: false, action: format!("own.{action}"), on_behalf: false }, || {
            vec![Pass { standing: "signed_in", visibility: "own" }]
        })
    }

    fn with(self, info: RouteInfo, passes: fn() -> Vec<Pass>) -> Route {
        Route { method: self.method, path: self.path, info, passes, handler: self.handler }
    }
}

impl Route {
    /// Also for whoever works in somebody's name, though no act of a policy says so.
    pub fn also_on_behalf(mut self) -> Self {
        self.info.on_behalf = true;
        self
    }

    /// Not for whoever works in somebody's name, though the act itself may be done so elsewhere.
    pub fn never_on_behalf(mut self) -> Self {
        self.info.on_behalf = false;
        self
    }
}

fn passes_of<A: Act>() -> Vec<Pass> {
    table::<A::Thing>()
        .into_iter()
        .filter(|r| r.action == A::ACTION.word() && r.verdict == Verdict::Allowed)
        .map(|r| Pass { standing: r.standing, visibility: r.visibility })
        .collect()
}

/// The router of a list of routes. Each goes through its gate.
pub fn router(routes: Vec<Route>) -> Router<App> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let info = route.info;
        let gated = route.handler.layer(middleware::from_fn(move |request, next| gate(info.clone(), request, next)));
        router.route(route.path, gated)
    })
}

/// Sends who must be signed in, and is not, to the page where one does that, and back here afterwards.
async fn gate(info: RouteInfo, mut request: Request, next: Next) -> Response {
    let Some(cx) = request.extensions().get::<Cx>().cloned() else {
        return Problem::fault_text("a route stands outside the visit layer").into_response();
    };
    // No text holds this sign, and PostgreSQL takes none that does: there is nothing at such an address.
    if request.uri().path_and_query().is_some_and(|asked| asked.as_str().contains("%00")) {
        return Problem::NotFound.into_response();
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !info.open && !cx.actor().is_signed_in() && reads {
        // With what was asked for: a filter, a page of a list.
        let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str());
        let back: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
        return redirect(&format!("/aanmelden?naar={back}")).into_response();
    }
    let action = info.action.clone();
    let not_on_behalf = cx.actor().helper.is_some() && !info.on_behalf;
    let response = if not_on_behalf {
        Problem::NotOnBehalf.into_response()
    } else {
        request.extensions_mut().insert(info);
        next.run(request).await
    };
    if !matches!(response.status(), StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) {
        return response;
    }
    if reads {
        look_refused(&cx, &action, cx.was_denied().or(not_on_behalf.then_some(Denied::Refused)));
        return response;
    }
    refused(&cx, &action, response).await
}

/// Counts that somebody wanted to look at what was not theirs to see, once the answer is on its way.
fn look_refused(cx: &Cx, action: &str, denied: Option<Denied>) {
    let (Some(denied), Some(who)) = (denied, cx.actor().hand()) else { return };
    if cx.app().paces().spend(Pace::RefusedLooks, who.as_str(), 1, machine_now()).is_ok() {
        looked::note(cx.app(), who, action, denied, cx.now());
    }
}

/// Writes into the trail that somebody tried to do what was not theirs to do.
async fn refused(cx: &Cx, action: &str, response: Response) -> Response {
    if !cx.actor().is_signed_in() {
        return response;
    }
    let written = async {
        let mut tx = cx.begin().await?;
        tx.record(trail::refusal(cx.by(), action, cx.path()));
        tx.commit().await.map_err(Problem::from)
    };
    match written.await {
        Ok(_) => response,
        Err(problem) => problem.into_response(),
    }
}
