//! The second step itself. Whoever must take it and has nothing to take it with sets that up first.
//!
//! GET  /aanmelden/tweede-stap        asks for a code, or shows how to set it up
//! POST /aanmelden/tweede-stap        takes a code of the app, or one on paper
//! POST /aanmelden/tweede-stap/stop   ends the half sign-in

use axum::http::HeaderMap;
use platform::app::Half;
use platform::clock::machine_now;
use platform::db::Tx;
use platform::id::PersonId;
use platform::keys::Lost;
use platform::secret;
use platform::trail::Entry;
use platform::web::{Cx, Fields, Outcome, Problem, session_cookie};
use ui::{Section, Ui};

use super::store::{self, AppCode};
use super::{recovery, set_up};
use crate::carried::Carried;
use crate::session::Step;
use crate::sign_in::{Begun, arrive, as_now, with_cookie};
use crate::{Event, Texts, passkey, session, texts};

#[derive(askama::Template)]
#[template(path = "second/step.html")]
struct StepPage {
    ui: Ui,
    t: &'static Texts,
    name: String,
    has_app: bool,
    /// There is an app, and what opens its secret is not there.
    app_is_away: Option<String>,
    has_key: bool,
    carried: Carried,
    remember: bool,
    problem: Option<String>,
    key_problem: Option<String>,
}

/// Whose half sign-in this is.
pub(crate) fn half(cx: &Cx) -> Result<&Half, Problem> {
    cx.visit().and_then(|visit| visit.half.as_ref()).ok_or(Problem::SignIn)
}

/// The same for a form, which must come from a page of this sign-in.
pub(crate) fn half_form(cx: &Cx, form: &Fields) -> Result<Half, Problem> {
    let fits = cx.visit().is_some_and(|visit| secret::form_token_fits(&visit.secret, form.text("_token")));
    if fits { half(cx).cloned() } else { Err(Problem::SignIn) }
}

/// Leads somebody to the second step. A text that was held goes along on the page itself.
pub(crate) async fn lead(cx: &Cx, remember: bool, carried: Carried) -> Outcome {
    if carried.holds_a_form() {
        return ask(cx, remember, carried, None, None).await;
    }
    let to: String = form_urlencoded::byte_serialize(carried.to.as_bytes()).collect();
    let remember = if remember { "&onthoud=ja" } else { "" };
    cx.go_to(&format!("/aanmelden/tweede-stap?naar={to}{remember}"))
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    let carried = Carried::to(&cx.query("naar").unwrap_or_default());
    if cx.actor().is_signed_in() {
        return cx.go_to(&carried.to);
    }
    if half(&cx).is_err() {
        return cx.go_to("/aanmelden");
    }
    ask(&cx, cx.query("onthoud").is_some(), carried, None, None).await
}

/// Asks it, with what was wrong with a code, or with a key.
pub(crate) async fn ask(
    cx: &Cx,
    remember: bool,
    carried: Carried,
    problem: Option<String>,
    key_problem: Option<String>,
) -> Outcome {
    let half = half(cx)?;
    let mut reader = cx.reader().await?;
    let app = store::app(&mut reader, &half.person).await?;
    let has_key = passkey::offered(cx.app()) && passkey::count(&mut reader, &half.person).await? > 0;
    drop(reader);
    if app.is_none() && !has_key {
        return set_up::ask_half(cx, remember, carried, None).await;
    }
    let lost = app.as_ref().and_then(|app| app.open(cx.app().keys(), &half.person).err());
    let has_app = app.is_some() && lost.is_none();
    let app_is_away = lost.map(|lost| app_is_away(cx, &lost));
    let (ui, t, name) = (Ui::of(cx, Section::None), texts(cx.lang()), half.name.clone());
    let page = StepPage { ui, t, name, has_app, app_is_away, has_key, carried, remember, problem, key_problem };
    if page.problem.is_some() || page.key_problem.is_some() { cx.page_again(&page) } else { cx.page(&page) }
}

/// What somebody does when their app cannot be checked; the log says which key is missing.
fn app_is_away(cx: &Cx, lost: &Lost) -> String {
    tracing::error!(%lost, "the secret of an app cannot be read");
    texts(cx.lang()).step_app_away(cx.app().config().phone.as_str())
}

pub(crate) async fn take(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["code", "onthoud", "naar", "bewaard[]", "bewaard_pad"])?;
    let (half, carried, remember) = (half_form(&cx, &form)?, Carried::of(&form), form.has("onthoud"));
    match try_code(&cx, &half.person, form.text("code")).await? {
        Code::Right { tx, by } => finish(&cx, *tx, &headers, &half.person, remember, by, carried).await,
        Code::Wrong(problem) => ask(&cx, remember, carried, Some(problem), None).await,
    }
}

/// What came of a code at the second step. A right one is taken in the transaction that it comes with.
pub(crate) enum Code {
    Right { tx: Box<Tx>, by: &'static str },
    Wrong(String),
}

/// Tries a code of the app or on paper; wrong ones are counted, and after five one waits.
pub(crate) async fn try_code(cx: &Cx, person: &PersonId, typed: &str) -> Result<Code, Problem> {
    // Comparing a code on paper is slow: that is done before anything is held.
    let on_paper = paper(cx, person, typed).await?;
    let mut tx = cx.begin().await?;
    if let Some(minutes) = store::misses(&mut tx, person).await?.wait(machine_now()) {
        return Err(Problem::TooMany(minutes));
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let by = match &on_paper {
        Paper::Fits(mark) if store::use_code(&mut tx, person, mark).await? => Some("recovery_code"),
        Paper::No if digits.len() == 6 => {
            match store::take_app_code(&mut tx, cx.app().keys(), person, &digits).await? {
                AppCode::Right => Some("app"),
                AppCode::Wrong => None,
                // It was no guess, so it does not count as one.
                AppCode::Lost(lost) => return Ok(Code::Wrong(app_is_away(cx, &lost))),
            }
        }
        _ => None,
    };
    if let Some(by) = by {
        store::hit(&mut tx, person).await?;
        return Ok(Code::Right { tx: Box::new(tx), by });
    }
    store::miss(&mut tx, person).await?;
    let event = Event::SecondStepRefused { person: person.clone() };
    let mut entry = Entry::of(cx.by(), &event);
    entry.result = "refused";
    tx.record(entry);
    tx.commit().await?;
    let t = texts(cx.lang());
    Ok(Code::Wrong(if matches!(on_paper, Paper::No) { t.step_wrong() } else { t.step_wrong_paper() }))
}

/// Whether what was typed is a code on paper.
enum Paper {
    /// It has not the shape of one.
    No,
    /// It has, and is none of theirs, or was used.
    Wrong,
    /// It is theirs; by its mark.
    Fits(String),
}

async fn paper(cx: &Cx, person: &PersonId, typed: &str) -> Result<Paper, Problem> {
    let Some(code) = recovery::read(typed) else { return Ok(Paper::No) };
    let mut reader = cx.reader().await?;
    if let Some(minutes) = store::misses(&mut reader, person).await?.wait(machine_now()) {
        return Err(Problem::TooMany(minutes));
    }
    let kept = store::code(&mut reader, person, recovery::mark(&code)).await?;
    drop(reader);
    let Some(kept) = kept else { return Ok(Paper::Wrong) };
    let fits = recovery::fits(&code, &kept).await.map_err(Problem::fault)?;
    Ok(if fits { Paper::Fits(kept.mark) } else { Paper::Wrong })
}

/// Both steps are taken: a new sign-in takes the place of the half one.
pub(crate) async fn finish(
    cx: &Cx,
    tx: Tx,
    headers: &HeaderMap,
    person: &PersonId,
    remember: bool,
    by: &str,
    carried: Carried,
) -> Outcome {
    let (cx, cookie) = whole(cx, tx, headers, person, remember, by).await?;
    with_cookie(arrive(&cx, carried).await?, &cookie)
}

/// Begins the whole sign-in; gives the request as it is now, and the cookie.
pub(crate) async fn whole(
    cx: &Cx,
    mut tx: Tx,
    headers: &HeaderMap,
    person: &PersonId,
    remember: bool,
    by: &str,
) -> Result<(Cx, String), Problem> {
    // Whoever was let in by an organisation stays within it.
    let through = match cx.visit().filter(|visit| visit.half.is_some()) {
        Some(visit) => session::through(&mut tx, &visit.session).await?.map(|(organisation, _)| organisation),
        None => None,
    };
    let begun = Begun { cx, headers, person, remember, how: Step::Both, by, through };
    let token = begun.begin(&mut tx).await?;
    tx.commit().await?;
    Ok((as_now(cx, &token).await?, session_cookie(cx.app(), &token)))
}

pub(crate) async fn stop(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    half_form(&cx, &form)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    session::end_any(&mut tx, &session).await?;
    tx.commit().await?;
    with_cookie(cx.go_to("/aanmelden?bericht=afgemeld")?, &session_cookie(cx.app(), ""))
}
