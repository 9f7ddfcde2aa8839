//! What went wrong, as a page: what happened and a way on, never a technical word.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use platform::web::{Cx, Fields, HeldFor, Problem};

use crate::layout::{Section, Ui};
use crate::{Texts, texts};

/// A form that could not be taken: what was typed, to be sent again.
struct Held<'a> {
    fields: &'a Fields,
    way: Way,
}

/// What comes before it can be sent again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Nothing,
    SignIn,
    /// A code, since it matters.
    Prove,
}

impl Held<'_> {
    fn path(&self) -> &str {
        &self.fields.path
    }

    fn may_send(&self) -> bool {
        self.way == Way::Nothing
    }

    fn must_prove(&self) -> bool {
        self.way == Way::Prove
    }

    fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.typed()
    }

    fn carried(&self) -> Vec<(&str, &str)> {
        self.fields.carried()
    }

    fn files(&self) -> Vec<&str> {
        self.fields.file_fields()
    }

    fn had_files(&self) -> bool {
        !self.files().is_empty()
    }

    /// What people recognise as theirs: the texts, not the ticks and tokens.
    fn shown(&self) -> Vec<&str> {
        let own = |(name, value): &(&str, &str)| *name != platform::web::once::FIELD && value.trim().contains(' ');
        self.fields.typed().filter(own).map(|(_, value)| value).collect()
    }
}

#[derive(askama::Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    ui: Ui,
    t: &'static Texts,
    title: String,
    text: String,
    number: Option<&'a str>,
    held: Option<Held<'a>>,
    /// Under whose name it would be sent: on a computer that is shared that may be somebody else by now.
    name: &'a str,
}

/// The layer that turns a [`Problem`], or a bare error of the router, into a page.
pub async fn problems(request: Request, next: Next) -> Response {
    let cx = request.extensions().get::<Cx>().cloned();
    let response = next.run(request).await;
    let problem = match response.extensions().get::<Arc<Problem>>() {
        Some(problem) => problem.clone(),
        None => match bare(&response) {
            Some(problem) => Arc::new(problem),
            None => return response,
        },
    };
    let Some(cx) = cx else { return response };
    let allow = response.headers().get(header::ALLOW).cloned();
    let mut shown = show(&cx, &problem).unwrap_or_else(|_| problem.status().into_response());
    if let Some(allow) = allow {
        shown.headers_mut().insert(header::ALLOW, allow);
    }
    shown
}

/// What the router itself says, without a body.
fn bare(response: &Response) -> Option<Problem> {
    if response.headers().contains_key(header::CONTENT_TYPE)
        && !response.headers()[header::CONTENT_TYPE].as_bytes().starts_with(b"text/plain")
    {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Problem::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::WrongMethod),
        StatusCode::BAD_REQUEST => Some(Problem::Malformed("the router could not read it")),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        status if status.is_server_error() => Some(Problem::fault_text("a bare error of the router")),
        _ => None,
    }
}

fn show(cx: &Cx, problem: &Problem) -> Result<Response, Problem> {
    let t = texts(cx.lang());
    let (title, text) = match problem {
        // Signed in again meanwhile.
        Problem::Held(_, HeldFor::SignIn) if cx.actor().is_signed_in() => (t.held_back(), t.held_back_text()),
        problem => words(problem, t),
    };
    let number = match problem {
        Problem::Fault(number) => Some(number.as_str()),
        _ => None,
    };
    let held = match problem {
        Problem::Held(fields, why) => {
            let way = match why {
                _ if !cx.actor().is_signed_in() => Way::SignIn,
                HeldFor::Unproved => Way::Prove,
                HeldFor::SignIn | HeldFor::OldPage | HeldFor::Proved | HeldFor::Harmful => Way::Nothing,
            };
            Some(Held { fields, way })
        }
        _ => None,
    };
    let page = ProblemPage { ui: Ui::of(cx, Section::None), t, title, text, number, held, name: &cx.actor().name };
    cx.page_with(problem.status(), &page)
}

/// A form that was held, shown with a button to send it after all.
pub fn held_form(cx: &Cx, form: &Fields, why: HeldFor) -> Result<Response, Problem> {
    show(cx, &Problem::Held(Box::new(form.clone()), why)).map(|mut response| {
        *response.status_mut() = StatusCode::OK;
        response
    })
}

fn words(problem: &Problem, t: &Texts) -> (String, String) {
    match problem {
        Problem::NotFound => (t.problem_not_found(), t.problem_not_found_text()),
        Problem::Forbidden(Some(who)) => (t.problem_forbidden(), who.clone()),
        Problem::Forbidden(None) => (t.problem_forbidden(), t.problem_forbidden_text()),
        Problem::NotOnBehalf => (t.problem_not_on_behalf(), t.problem_not_on_behalf_text()),
        Problem::SignIn | Problem::First(_) => (t.problem_sign_in(), t.problem_sign_in_text()),
        Problem::Held(_, HeldFor::SignIn) => (t.held_signed_out(), t.held_signed_out_text()),
        Problem::Held(_, HeldFor::OldPage) => (t.held_old_page(), t.held_old_page_text()),
        Problem::Held(_, HeldFor::Unproved) => (t.held_unproved(), t.held_unproved_text()),
        Problem::Held(_, HeldFor::Proved) => (t.held_proved(), t.held_proved_text()),
        Problem::Held(_, HeldFor::Harmful) => (t.held_harmful(), t.held_harmful_text()),
        Problem::Foreign => (t.problem_foreign(), t.problem_foreign_text()),
        Problem::Stale => (t.problem_stale(), t.problem_stale_text()),
        Problem::Malformed(why) => {
            tracing::info!(why, "a form could not be read");
            (t.problem_malformed(), t.problem_malformed_text())
        }
        Problem::TooLarge => (t.problem_too_large(), t.problem_too_large_text()),
        Problem::Slow => (t.problem_slow(), t.problem_slow_text()),
        Problem::TooMany(minutes) => (t.problem_too_many(), t.problem_too_many_text(*minutes)),
        Problem::WrongMethod => (t.problem_method(), t.problem_method_text()),
        Problem::Busy => (t.problem_busy(), t.problem_busy_text()),
        Problem::Fault(_) => (t.problem_fault(), t.problem_fault_text()),
    }
}
