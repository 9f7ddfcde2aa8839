//! Signing in: an address, a letter with a code, and the code.
//!
//! GET  /aanmelden       asks for the address
//! POST /aanmelden       sends a code, and asks for it
//! POST /aanmelden/code  lets in
//!
//! The letter also carries a link (`link.rs`).
//! Nothing here tells whether an address is known. The letter is made afterwards, by the worker, so that
//! the answer takes as long for an address that is not.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use platform::db::Tx;
use platform::id::{OrganisationId, PersonId};
use platform::trail::Entry;
use platform::web::{Cx, Fields, HeldFor, Outcome, Problem, session_cookie};
use platform::{Moment, secret};
use ui::{Section, Ui, dates};

use crate::attempt::{self, Asked, Attempt, Purpose, Tried};
use crate::carried::{Carried, own_path};
use crate::session::Step;
use crate::{Event, Texts, asked, directory, mailbox, openid, passkey, second, session, texts};

#[derive(askama::Template)]
#[template(path = "sign_in.html")]
struct AddressPage {
    ui: Ui,
    t: &'static Texts,
    address: String,
    carried: Carried,
    problem: Option<String>,
    /// Whether some organisation signs in its own people.
    elsewhere: bool,
    /// Whether a passkey will do.
    offers_keys: bool,
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
    if cx.visit().is_some_and(|visit| visit.half.is_some()) {
        return second::lead(&cx, false, carried).await;
    }
    cx.page(&address_page(&cx, String::new(), carried, None).await?)
}

async fn address_page(
    cx: &Cx,
    address: String,
    carried: Carried,
    problem: Option<String>,
) -> Result<AddressPage, Problem> {
    let elsewhere = openid::any(&mut *cx.reader().await?).await?;
    Ok(AddressPage {
        ui: Ui::of(cx, Section::None),
        t: texts(cx.lang()),
        address,
        carried,
        problem,
        offers_keys: passkey::offered(cx.app()),
        elsewhere,
        signed_out: cx.notice().as_deref() == Some("afgemeld"),
    })
}

/// The first page again, with what went wrong on another road in.
pub(crate) async fn ask_again(cx: &Cx, carried: Carried, problem: String) -> Outcome {
    cx.page_again(&address_page(cx, String::new(), carried, Some(problem)).await?)
}

pub(crate) async fn send(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["adres", "naar", "bewaard[]", "bewaard_pad"])?;
    let carried = Carried::of(&form);
    let address = match mailbox::read(form.text("adres")) {
        Ok(address) => address,
        Err(wrong) => {
            let (typed, problem) = (form.text("adres").to_owned(), Some(wrong.sentence(cx.lang())));
            return cx.page_again(&address_page(&cx, typed, carried, problem).await?);
        }
    };
    let held = secret::token();
    let mut tx = cx.begin().await?;
    let (purpose, network) = (Purpose::SignIn, cx.network());
    let asks = Asked { purpose, address: &address, person: None, to: &carried.to, network };
    let attempt = attempt::begin(&mut tx, &held, &asks).await?;
    cx.record(&mut tx, &Event::CodeAsked { attempt: attempt.id.clone() });
    tx.commit().await?;
    let cookie = asked::with(cx.app(), &headers, &held);
    let page = cx.page(&code_page(&cx, &address, held, attempt.ends_at, carried, false, None))?;
    with_cookie(page, &cookie)
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
    let remember = form.has("onthoud");
    let mut tx = cx.begin().await?;
    let Some(attempt) = attempt::take(&mut tx, &held, Purpose::SignIn).await? else {
        return cx.page_again(&address_page(&cx, String::new(), carried, Some(t.sign_in_over())).await?);
    };
    if attempt.used_at.is_some() && cx.actor().is_signed_in() {
        // The link in the letter was quicker, in another window; what was held here is still here.
        return arrive(&cx, carried).await;
    }
    let tried = attempt::try_typed(&mut tx, &attempt, form.text("code")).await?;
    let problem = match tried {
        Tried::Right => return let_in(&cx, tx, &attempt, "code", &headers, remember, carried).await,
        Tried::Over => {
            tx.commit().await?;
            return cx.page_again(&address_page(&cx, attempt.address, carried, Some(t.sign_in_over())).await?);
        }
        Tried::Digits(count) => t.sign_in_six_digits(dates::count(count as i64, cx.lang())),
        Tried::Wrong { left } => {
            refuse(&cx, &mut tx, &attempt.id, "wrong_code");
            t.sign_in_wrong(dates::count(left, cx.lang()))
        }
    };
    tx.commit().await?;
    let address = attempt.address;
    cx.page_again(&code_page(&cx, &address, held, attempt.ends_at, carried, remember, Some(problem)))
}

/// Writes down that somebody was not let in, and why.
pub(crate) fn refuse(cx: &Cx, tx: &mut Tx, attempt: &str, why: &str) {
    let event = Event::SignInRefused { attempt: attempt.to_owned(), why: why.to_owned() };
    let mut entry = Entry::of(cx.by(), &event);
    entry.result = "refused";
    tx.record(entry);
}

/// Begins the sign-in of whose attempt this is: the whole of it, or half when a second step is asked.
pub(crate) async fn let_in(
    cx: &Cx,
    mut tx: Tx,
    attempt: &Attempt,
    by: &str,
    headers: &HeaderMap,
    remember: bool,
    carried: Carried,
) -> Outcome {
    let Some(person) = directory::by_address(&mut tx, &attempt.address).await? else {
        // Their access ended, or the address changed, since the letter went out.
        let t = texts(cx.lang());
        return cx.page_again(&address_page(cx, attempt.address.clone(), carried, Some(t.sign_in_over())).await?);
    };
    let half = second::is_asked_of(&mut tx, &person.id, cx.now().day()).await?;
    let how = if half { Step::Half } else { Step::First };
    let begun = Begun { cx, headers, person: &person.id, remember, how, by, through: None };
    let cookie = begun.begin(&mut tx).await?;
    tx.commit().await?;
    let cx = as_now(cx, &cookie).await?;
    let response = if half { second::lead(&cx, remember, carried).await? } else { arrive(&cx, carried).await? };
    let forget = asked::none(cx.app());
    with_cookie(with_cookie(response, &session_cookie(cx.app(), &cookie))?, &forget)
}

/// A sign-in about to begin, by whichever road.
pub(crate) struct Begun<'a> {
    pub cx: &'a Cx,
    pub headers: &'a HeaderMap,
    pub person: &'a PersonId,
    pub remember: bool,
    pub how: Step,
    /// The road, for the trail.
    pub by: &'a str,
    /// The organisation that says who it is.
    pub through: Option<OrganisationId>,
}

impl Begun<'_> {
    /// Begins it, ends the one this browser had, and gives the token for the cookie.
    pub(crate) async fn begin(&self, tx: &mut Tx) -> Result<String, Problem> {
        if let Some(old) = self.cx.visit() {
            session::end_any(tx, &old.session).await?;
        }
        let device = self.headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let token = session::start(tx, self.person, device, self.remember, self.how, self.through.as_ref()).await?;
        let (person, by) = (self.person.clone(), self.by.to_owned());
        let event = match self.how {
            Step::Half => Event::SignedInHalf { person, by },
            Step::First | Step::Both => Event::SignedIn { person, by },
        };
        let mut who = self.cx.by();
        who.actor = Some(self.person.clone());
        tx.record(Entry::of(who, &event));
        Ok(token)
    }
}

/// The same request, seen with the sign-in that just began.
pub(crate) async fn as_now(cx: &Cx, cookie: &str) -> Result<Cx, Problem> {
    let visit = cx.app().recognise(cookie).await?;
    Ok(Cx::for_visit(cx.app().clone(), visit, cx.path(), cx.network()))
}

/// Where somebody wanted to go; or the text that was held, ready to be sent.
pub(crate) async fn arrive(cx: &Cx, carried: Carried) -> Outcome {
    match carried.form() {
        None => cx.go_to(&carried.to),
        Some(form) => ui::held_form(cx, &form, HeldFor::SignIn),
    }
}

pub(crate) fn with_cookie(mut response: Response, cookie: &str) -> Outcome {
    let value = HeaderValue::from_str(cookie).map_err(Problem::fault)?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response.into_response())
}
