//! Setting up an app for the second step: by a picture or by typing over, and a first code to show it works.
//!
//! GET  /mijn-gegevens/tweede-stap                by choice, or another app
//! POST /mijn-gegevens/tweede-stap
//! POST /mijn-gegevens/tweede-stap/weg            without an app from now on
//! POST /aanmelden/tweede-stap/instellen          when it is asked and nothing is there yet
//!
//! The new secret travels in the form, which belongs to this sign-in; it is kept once a code shows that the
//! app has it.

use axum::http::HeaderMap;
use platform::clock::machine_now;
use platform::db::Conn;
use platform::id::PersonId;
use platform::keys::Wrapped;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Section, Ui, dates};

use super::{app, codes, recovery, step, store};
use crate::carried::Carried;
use crate::keys::of_app;
use crate::policy::{Own, Securing};
use crate::sign_in::with_cookie;
use crate::{Event, Texts, directory, fresh, letters, passkey, session, texts};

const HERE: &str = "/mijn-gegevens/tweede-stap";

#[derive(askama::Template)]
#[template(path = "second/set_up.html")]
struct SetUpPage {
    ui: Ui,
    t: &'static Texts,
    action: &'static str,
    /// Asked by role or organisation, halfway signing in.
    required: bool,
    /// There is an app already, and this is about another one.
    already: Option<Already>,
    secret: String,
    picture: Option<app::Picture>,
    /// A passkey will do as well.
    offers_keys: bool,
    carried: Carried,
    remember: bool,
    problem: Option<String>,
}

/// What there is, and what can be done with it.
struct Already {
    since: String,
    codes_left: i64,
    /// It may not be taken away.
    must_stay: bool,
}

async fn already(cx: &Cx, conn: &mut Conn, person: &PersonId) -> Result<Option<Already>, Problem> {
    let Some(app) = store::app(conn, person).await? else { return Ok(None) };
    let codes_left = store::codes_left(conn, person).await?;
    let alone = passkey::count(conn, person).await? == 0;
    let must_stay = alone && super::is_required_of(conn, person, cx.now().day()).await?;
    Ok(Some(Already { since: dates::full(app.since.day(), cx.lang()), codes_left, must_stay }))
}

impl SetUpPage {
    fn title(&self) -> String {
        if self.already.is_some() { self.t.set_up_already_title() } else { self.t.set_up_title() }
    }

    fn groups(&self) -> String {
        app::in_groups(&self.secret)
    }
}

fn own(cx: &Cx) -> Result<Own, Problem> {
    Ok(Own(cx.person()?.clone()))
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let person = cx.person()?.clone();
    ask(&cx, &person, HERE, app::new_secret(), false, Carried::to("/mijn-gegevens"), None).await
}

/// For who is halfway signing in.
pub(crate) async fn ask_half(cx: &Cx, remember: bool, carried: Carried, again: Option<(String, String)>) -> Outcome {
    let person = step::half(cx)?.person.clone();
    let (secret, problem) = again.map_or_else(|| (app::new_secret(), None), |(s, p)| (s, Some(p)));
    ask(cx, &person, "/aanmelden/tweede-stap/instellen", secret, remember, carried, problem).await
}

async fn ask(
    cx: &Cx,
    person: &PersonId,
    action: &'static str,
    secret: String,
    remember: bool,
    carried: Carried,
    problem: Option<String>,
) -> Outcome {
    let mut reader = cx.reader().await?;
    let person = directory::person(&mut reader, person).await?.ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let required = action != HERE;
    let already = if required { None } else { already(cx, &mut reader, &person.id).await? };
    drop(reader);
    let ui = Ui::of(cx, Section::None);
    let ui = if required { ui } else { ui.crumb("/mijn-gegevens", t.account_title()) };
    let picture = app::picture(&secret, &person.address);
    let offers_keys = required && passkey::offered(cx.app());
    let page = SetUpPage { ui, t, action, required, already, secret, picture, offers_keys, carried, remember, problem };
    if page.problem.is_some() { cx.page_again(&page) } else { cx.page(&page) }
}

/// The secret in the form and the half minute of the code, or what is wrong with it.
fn read(form: &Fields, t: &Texts) -> Result<(String, i64), (String, String)> {
    let secret = form.text("geheim").to_owned();
    if !app::is_secret(&secret) {
        return Err((app::new_secret(), t.set_up_other_secret()));
    }
    let code: String = form.text("code").chars().filter(char::is_ascii_digit).collect();
    match app::step_of(&secret, &code, machine_now(), 0) {
        Some(step) => Ok((secret, step)),
        None => Err((secret, t.set_up_wrong())),
    }
}

/// The secret as it is kept; nothing when the house has no key, which the log says.
fn wrapped(cx: &Cx, person: &PersonId, secret: &str) -> Option<Wrapped> {
    let wrapped = cx.app().keys().wrap(of_app(person), secret);
    wrapped.inspect_err(|lost| tracing::error!(%lost, "the secret of an app cannot be wrapped")).ok()
}

fn no_keys(cx: &Cx) -> String {
    texts(cx.lang()).set_up_no_keys(cx.app().config().phone.as_str())
}

pub(crate) async fn take(cx: Cx, form: Fields) -> Outcome {
    form.only(&["geheim", "code", "naar", "bewaard_pad"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let to = Carried::to("/mijn-gegevens");
    let (secret, step) = match read(&form, texts(cx.lang())) {
        Ok(right) => right,
        Err((secret, problem)) => {
            return ask(&cx, permit.by(), HERE, secret, false, to, Some(problem)).await;
        }
    };
    let Some(wrapped) = wrapped(&cx, permit.by(), &secret) else {
        return ask(&cx, permit.by(), HERE, secret, false, to, Some(no_keys(&cx))).await;
    };
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    store::set_app(&mut tx, permit.by(), &wrapped, step).await?;
    store::set_codes(&mut tx, permit.by(), &codes).await?;
    session::strong(&mut tx, &session).await?;
    tell(&cx, &mut tx, permit.by()).await?;
    cx.record(&mut tx, &Event::SecondStepSet { person: permit.by().clone(), with: "app".into() });
    tx.commit().await?;
    codes::page(&cx, codes, "/mijn-gegevens".to_owned())
}

/// Somebody who sees a change that is not theirs rings us.
pub(crate) async fn tell(cx: &Cx, tx: &mut platform::db::Tx, person: &PersonId) -> Result<(), Problem> {
    let person = directory::person(tx, person).await?.ok_or(Problem::NotFound)?;
    let letter = letters::second_step_changed(&person, &cx.app().config().phone);
    let cause = format!("second-step:{}", platform::id::fresh());
    Ok(mail::post(tx, &cause, Some(&person.id), &person.address, &letter, cx.now()).await?)
}

pub(crate) async fn take_half(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["geheim", "code", "onthoud", "naar", "bewaard[]", "bewaard_pad"])?;
    let (half, carried, remember) = (step::half_form(&cx, &form)?, Carried::of(&form), form.has("onthoud"));
    let right = read(&form, texts(cx.lang()));
    let (secret, at) = match right {
        Ok(right) => right,
        Err(again) => return ask_half(&cx, remember, carried, Some(again)).await,
    };
    let Some(wrapped) = wrapped(&cx, &half.person, &secret) else {
        return ask_half(&cx, remember, carried, Some((secret, no_keys(&cx)))).await;
    };
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let mut tx = cx.begin().await?;
    // Whoever has something to take the second step with takes it; nobody walks around it by setting up anew.
    if super::has_any(&mut tx, &half.person).await? {
        return Err(Problem::SignIn);
    }
    store::set_app(&mut tx, &half.person, &wrapped, at).await?;
    store::set_codes(&mut tx, &half.person, &codes).await?;
    tell(&cx, &mut tx, &half.person).await?;
    let mut by = cx.by();
    by.actor = Some(half.person.clone());
    let event = Event::SecondStepSet { person: half.person.clone(), with: "app".into() };
    tx.record(platform::trail::Entry::of(by, &event));
    let (cx, cookie) = step::whole(&cx, tx, &headers, &half.person, remember, "app").await?;
    with_cookie(codes::page(&cx, codes, carried.to)?, &cookie)
}

pub(crate) async fn remove(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let mut tx = cx.begin().await?;
    store::remove_app(&mut tx, permit.by()).await?;
    if !super::has_any(&mut tx, permit.by()).await? {
        if super::is_required_of(&mut tx, permit.by(), cx.now().day()).await? {
            return Err(Problem::Forbidden(Some(texts(cx.lang()).set_up_required())));
        }
        store::remove_codes(&mut tx, permit.by()).await?;
    }
    tell(&cx, &mut tx, permit.by()).await?;
    cx.record(&mut tx, &Event::SecondStepRemoved { person: permit.by().clone(), with: "app".into() });
    tx.commit().await?;
    cx.go_to("/mijn-gegevens?bericht=tweede-stap-weg")
}
