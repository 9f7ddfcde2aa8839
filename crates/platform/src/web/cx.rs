//! What a handler knows of the request: who asks, when, in which language, and where.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::pace::Pace;
use super::problem::Problem;
use crate::actor::Actor;
use crate::app::{App, Looks, Visit};
use crate::clock::{Moment, machine_now};
use crate::db::{Reader, Tx};
use crate::id::PersonId;
use crate::lang::Lang;
use crate::policy::{self, Act, Denied, Permit, Verdict};
use crate::secret;
use crate::trail::{By, Entry, Event, Origin};

/// What every handler returns.
pub type Outcome = Result<Response, Problem>;

/// The context of a request. Cheap to clone.
#[derive(Clone)]
pub struct Cx(Arc<Inner>);

struct Inner {
    app: App,
    now: Moment,
    visit: Option<Visit>,
    actor: Actor,
    looks: Looks,
    path: String,
    query: String,
    network: Option<IpAddr>,
    /// What the policy said no to, if it did; the gate counts it.
    denied: OnceLock<Denied>,
}

impl Cx {
    pub(crate) fn new(
        app: App,
        visit: Option<Visit>,
        looks: Looks,
        path: String,
        query: String,
        network: Option<IpAddr>,
    ) -> Self {
        let now = app.clock().now();
        let looks = visit.as_ref().map_or(looks, |v| v.looks);
        let actor = visit.as_ref().map(|v| v.actor.clone()).unwrap_or_default();
        Self(Arc::new(Inner { app, now, visit, actor, looks, path, query, network, denied: OnceLock::new() }))
    }

    /// The context of a visit that begins halfway a request: right after signing in.
    pub fn for_visit(app: App, visit: Option<Visit>, path: &str, network: Option<IpAddr>) -> Self {
        Self::new(app, visit, Looks::default(), path.to_owned(), String::new(), network)
    }

    pub fn app(&self) -> &App {
        &self.0.app
    }
    /// The moment of this request: the same wherever it is asked.
    pub fn now(&self) -> Moment {
        self.0.now
    }
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }
    pub fn visit(&self) -> Option<&Visit> {
        self.0.visit.as_ref()
    }
    pub fn looks(&self) -> Looks {
        self.0.looks
    }
    pub fn lang(&self) -> Lang {
        self.0.looks.lang
    }
    pub fn path(&self) -> &str {
        &self.0.path
    }
    /// The network address that the request comes from, where it is known.
    pub fn network(&self) -> Option<IpAddr> {
        self.0.network
    }

    /// The person, where somebody must be signed in.
    pub fn person(&self) -> Result<&PersonId, Problem> {
        self.actor().person.as_ref().ok_or(Problem::SignIn)
    }

    /// A value from the address, such as the page number. The first of several counts.
    pub fn query(&self, name: &str) -> Option<String> {
        form_pairs(&self.0.query).find(|(n, _)| n == name).map(|(_, v)| v)
    }

    /// What the page before wants said on this one: a key that the page turns into a sentence.
    pub fn notice(&self) -> Option<String> {
        self.query("bericht")
    }

    /// The page of a list, from 1. Anything that is not a number is the first page.
    pub fn page_number(&self) -> i64 {
        self.query("bladzijde").and_then(|p| p.parse().ok()).filter(|p| (1..=1_000_000).contains(p)).unwrap_or(1)
    }

    /// A new token for the forms on a page; empty when nobody is signed in.
    pub fn form_token(&self) -> String {
        self.visit().map(|v| secret::form_token(&v.secret)).unwrap_or_default()
    }

    /// Counts something costly that is asked for.
    ///
    /// # Errors
    /// [`Problem::TooMany`], when it was far more than a person asks for.
    pub fn paced(&self, pace: Pace, amount: usize) -> Result<(), Problem> {
        let who = match (self.actor().hand(), self.network()) {
            (Some(person), _) => person.to_string(),
            (None, Some(network)) => network.to_string(),
            (None, None) => String::new(),
        };
        let spent = self.app().paces().spend(pace, &who, amount as u64, machine_now());
        spent.map_err(|minutes| {
            tracing::warn!(?pace, who, "somebody asks too much");
            Problem::TooMany(minutes)
        })
    }

    pub async fn reader(&self) -> Result<Reader, Problem> {
        Ok(self.app().db().reader().await?)
    }

    pub async fn begin(&self) -> Result<Tx, Problem> {
        Ok(self.app().db().begin().await?)
    }

    /// Asks the policy for a permit to change something.
    pub fn may<A: Act>(&self, thing: &A::Thing) -> Result<Permit<A>, Problem> {
        policy::decide::<A>(self.actor(), thing).map_err(|denied| self.denied(denied))
    }

    /// Asks the policy whether this may be looked at.
    pub fn sees<A: Act>(&self, thing: &A::Thing) -> Result<(), Problem> {
        match policy::verdict::<A>(self.actor(), thing) {
            Verdict::Allowed => Ok(()),
            Verdict::Refused => Err(self.denied(Denied::Refused)),
            Verdict::Hidden => Err(self.denied(Denied::Hidden)),
        }
    }

    /// What the policy said no to in this request: of something that is there.
    pub(crate) fn was_denied(&self) -> Option<Denied> {
        self.0.denied.get().copied()
    }

    fn denied(&self, denied: Denied) -> Problem {
        let _ = self.0.denied.set(denied); // the first no is what counts
        match denied {
            Denied::Hidden => Problem::NotFound,
            Denied::Refused if self.actor().helper.is_some() => Problem::NotOnBehalf,
            Denied::Refused if self.actor().is_signed_in() => Problem::Forbidden(None),
            Denied::Refused => Problem::SignIn,
        }
    }

    /// Who does what is recorded now.
    pub fn by(&self) -> By {
        let actor = self.actor();
        let on_behalf_of = actor.helper.as_ref().and(actor.person.clone());
        let (actor, network) = (actor.hand().cloned(), self.network());
        By { actor, on_behalf_of, at: self.now(), origin: Origin::Web, network }
    }

    /// Records an event in a transaction.
    pub fn record<E: Event>(&self, tx: &mut Tx, event: &E) {
        tx.record(Entry::of(self.by(), event));
    }

    /// Shows a page.
    pub fn page(&self, page: &impl askama::Template) -> Outcome {
        self.page_with(StatusCode::OK, page)
    }

    /// Shows the form again, with what was typed and what is wrong with it.
    pub fn page_again(&self, page: &impl askama::Template) -> Outcome {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    pub fn page_with(&self, status: StatusCode, page: &impl askama::Template) -> Outcome {
        let html = page.render().map_err(Problem::fault)?;
        let kind = HeaderValue::from_static("text/html; charset=utf-8");
        Ok((status, [(header::CONTENT_TYPE, kind)], html).into_response())
    }

    /// Sends the browser on after a form, so that reloading does not send it again.
    pub fn go_to(&self, path: &str) -> Outcome {
        redirect(path)
    }
}

/// A redirect to a path of our own.
pub(crate) fn redirect(path: &str) -> Outcome {
    let location = HeaderValue::from_str(&ascii(path)).map_err(Problem::fault)?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}

fn ascii(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, b| {
        if b.is_ascii_graphic() {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
        out
    })
}

/// The pairs of a form or a query, decoded.
pub(crate) fn form_pairs(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    form_urlencoded::parse(text.as_bytes()).map(|(n, v)| (n.into_owned(), v.into_owned()))
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Cx>()
            .cloned()
            .ok_or_else(|| Problem::fault_text("a route stands outside the visit layer"))
    }
}
