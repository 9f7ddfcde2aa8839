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
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Section, Ui};

use super::{app, codes, recovery, step, store};
use crate::carried::Carried;
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
    secret: String,
    picture: Option<app::Picture>,
    /// A passkey will do as well.
    offers_keys: bool,
    carried: Carried,
    remember: bool,
    problem: Option<String>,
}

impl SetUpPage {
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
    let person = directory::person(&mut *cx.reader().await?, person).await?.ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let required = action != HERE;
    let ui = Ui::of(cx, Section::None);
    let ui = if required { ui } else { ui.crumb("/mijn-gegevens", t.account_title()) };
    let picture = app::picture(&secret, &person.address);
    let offers_keys = required && passkey::offered(cx.app());
    let page = SetUpPage { ui, t, action, required, secret, picture, offers_keys, carried, remember, problem };
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
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    store::set_app(&mut tx, permit.by(), &secret, step).await?;
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
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let mut tx = cx.begin().await?;
    // Whoever has something to take the second step with takes it; nobody walks around it by setting up anew.
    if super::has_any(&mut tx, &half.person).await? {
        return Err(Problem::SignIn);
    }
    store::set_app(&mut tx, &half.person, &secret, at).await?;
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
