//! Signing in: an address, a letter with a code, and the code.
//!
//! GET  /aanmelden       asks for the address
//! POST /aanmelden       sends a code, and asks for it
//! POST /aanmelden/code  lets in
//!
//! Nothing here tells whether an address is known. The letter is made afterwards, by the worker, so that
//! the answer takes as long for an address that is not.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use platform::db::Tx;
use platform::jobs::Trouble;
use platform::web::{Cx, Fields, HeldFor, Outcome, Problem, session_cookie};
use platform::{App, Moment, secret};
use ui::{Section, Ui, dates};

use crate::attempt::{self, Tried};
use crate::{Event, Texts, directory, letters, session, texts};

/// What is carried along while somebody signs in: where to go, and a text that was held for them.
#[derive(Default)]
struct Carried {
    to: String,
    /// `name=value` pairs of a form that could not be taken.
    held: Vec<String>,
    held_path: String,
}

impl Carried {
    fn of(form: &Fields) -> Self {
        Self {
            to: own_path(form.text("naar")),
            held: form.all("bewaard[]").map(str::to_owned).collect(),
            held_path: own_path(form.text("bewaard_pad")),
        }
    }

    /// The form that was held, to be looked over and sent.
    fn form(&self) -> Option<Fields> {
        if self.held.is_empty() || self.held_path == "/" {
            return None;
        }
        let pairs: Vec<_> = self.held.iter().filter_map(|pair| pair.split_once('=')).collect();
        Some(Fields::of(&self.held_path, &pairs))
    }
}

/// Only a path on this host; anything else is the beginning.
fn own_path(text: &str) -> String {
    let own = text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\r', '\n']);
    if own { text.to_owned() } else { "/".to_owned() }
}

#[derive(askama::Template)]
#[template(path = "sign_in.html")]
struct AddressPage {
    ui: Ui,
    t: &'static Texts,
    address: String,
    carried: Carried,
    problem: Option<String>,
    /// Right after signing out: the browser forgets what was typed here.
    signed_out: bool,
}

#[derive(askama::Template)]
#[template(path = "sign_in_code.html")]
struct CodePage {
    ui: Ui,
    t: &'static Texts,
    address: String,
    attempt: String,
    until: String,
    carried: Carried,
    remember: bool,
    problem: Option<String>,
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    let carried = Carried { to: own_path(&cx.query("naar").unwrap_or_default()), ..Carried::default() };
    if cx.actor().is_signed_in() {
        return cx.go_to(&carried.to);
    }
    cx.page(&address_page(&cx, String::new(), carried, None))
}

fn address_page(cx: &Cx, address: String, carried: Carried, problem: Option<String>) -> AddressPage {
    AddressPage {
        ui: Ui::of(cx, Section::None),
        t: texts(cx.lang()),
        address,
        carried,
        problem,
        signed_out: cx.notice().as_deref() == Some("afgemeld"),
    }
}

pub(crate) async fn send(cx: Cx, form: Fields) -> Outcome {
    form.only(&["adres", "naar", "bewaard[]", "bewaard_pad"])?;
    let (carried, address) = (Carried::of(&form), form.text("adres").to_lowercase());
    let t = texts(cx.lang());
    if let Some(problem) = address_problem(&address, t) {
        return cx.page_again(&address_page(&cx, form.text("adres").to_owned(), carried, Some(problem)));
    }
    let held = secret::token();
    let mut tx = cx.begin().await?;
    let Some(attempt) = attempt::begin(&mut tx, &held, &address).await? else { return Err(Problem::TooMany(60)) };
    cx.record(&mut tx, &Event::CodeAsked { attempt: attempt.id.clone() });
    tx.commit().await?;
    cx.page(&code_page(&cx, &form_address(&form), held, attempt.ends_at, carried, false, None))
}

fn form_address(form: &Fields) -> String {
    form.text("adres").to_owned()
}

fn address_problem(address: &str, t: &Texts) -> Option<String> {
    if address.is_empty() {
        return Some(t.sign_in_no_address());
    }
    let shaped = address.len() <= 254
        && !address.contains(char::is_whitespace)
        && address
            .rsplit_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.ends_with('.'));
    (!shaped).then(|| t.sign_in_bad_address())
}

fn code_page(
    cx: &Cx,
    address: &str,
    attempt: String,
    ends_at: Moment,
    carried: Carried,
    remember: bool,
    problem: Option<String>,
) -> CodePage {
    CodePage {
        ui: Ui::of(cx, Section::None),
        t: texts(cx.lang()),
        address: address.to_owned(),
        attempt,
        until: dates::time(ends_at, cx.lang()),
        carried,
        remember,
        problem,
    }
}

pub(crate) async fn enter(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["poging", "code", "onthoud", "naar", "bewaard[]", "bewaard_pad"])?;
    let (carried, held, t) = (Carried::of(&form), form.text("poging").to_owned(), texts(cx.lang()));
    let code: String = form.text("code").chars().filter(char::is_ascii_digit).collect();
    let remember = form.has("onthoud");
    let mut tx = cx.begin().await?;
    let Some(attempt) = attempt::take(&mut tx, &held).await? else {
        return cx.page_again(&address_page(&cx, String::new(), carried, Some(t.sign_in_over())));
    };
    if code.len() != 6 {
        let problem = t.sign_in_six_digits(dates::count(code.len() as i64, cx.lang()));
        return cx.page_again(&code_page(
            &cx,
            &attempt.address,
            held,
            attempt.ends_at,
            carried,
            remember,
            Some(problem),
        ));
    }
    match attempt.try_code(&code, platform::clock::machine_now()) {
        Tried::Right => let_in(&cx, tx, &attempt, &headers, remember, &carried).await,
        tried => {
            attempt::count_try(&mut tx, &attempt.id).await?;
            tx.commit().await?;
            match tried {
                Tried::Wrong { left } => {
                    let problem = t.sign_in_wrong(dates::count(left, cx.lang()));
                    cx.page_again(&code_page(
                        &cx,
                        &attempt.address,
                        held,
                        attempt.ends_at,
                        carried,
                        remember,
                        Some(problem),
                    ))
                }
                _ => cx.page_again(&address_page(&cx, attempt.address, carried, Some(t.sign_in_over()))),
            }
        }
    }
}

async fn let_in(
    cx: &Cx,
    mut tx: Tx,
    attempt: &attempt::Attempt,
    headers: &HeaderMap,
    remember: bool,
    carried: &Carried,
) -> Outcome {
    let Some(person) = directory::by_address(&mut tx, &attempt.address).await? else { return Err(Problem::NotFound) };
    attempt::use_up(&mut tx, &attempt.id).await?;
    let device = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let token = session::begin(&mut tx, &person.id, device, remember).await?;
    let mut by = cx.by();
    by.actor = Some(person.id.clone());
    tx.record(platform::trail::Entry::of(by, &Event::SignedIn { person: person.id }));
    tx.commit().await?;
    let response = match carried.form() {
        None => cx.go_to(&carried.to)?,
        Some(form) => held_page(cx.app(), &token, form).await?,
    };
    with_cookie(response, &session_cookie(cx.app(), &token))
}

/// The text that was held, on a page of the new sign-in, ready to be sent.
async fn held_page(app: &App, token: &str, form: Fields) -> Outcome {
    let visit = app.recognise(token).await?;
    let cx = Cx::for_visit(app.clone(), visit, &form.path);
    ui::held_form(&cx, &form, HeldFor::SignIn)
}

pub(crate) fn with_cookie(mut response: Response, cookie: &str) -> Outcome {
    let value = HeaderValue::from_str(cookie).map_err(Problem::fault)?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response.into_response())
}

/// Sends the code of an attempt, if its address is somebody's. Done again it does nothing.
pub async fn send_code(app: &App, tx: &mut Tx, id: &str) -> Result<(), Trouble> {
    let Some(attempt) = attempt::find(tx, id).await? else { return Ok(()) };
    let Some(person) = directory::by_address(tx, &attempt.address).await? else { return Ok(()) };
    let code = secret::code();
    if attempt::set_code(tx, id, &code).await? {
        let letter = letters::code(&person, &code, attempt.ends_at);
        let cause = format!("sign-in:{id}");
        mail::post(tx, &cause, Some(&person.id), &person.address, &letter, app.clock().now()).await?;
    }
    Ok(())
}
