//! Adding a passkey, and taking one away.
//!
//! GET  /mijn-gegevens/toegangssleutels
//! POST /mijn-gegevens/toegangssleutels/begin   the question for the key, as JSON, for the script
//! POST /mijn-gegevens/toegangssleutels         its answer
//! POST /mijn-gegevens/toegangssleutels/weg
//! POST /aanmelden/sleutel/nieuw/begin          the same, halfway signing in, when nothing is there yet
//! POST /aanmelden/sleutel/nieuw

use axum::Json;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use platform::db::Tx;
use platform::id::PersonId;
use platform::trail::Entry;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Notice, Section, Ui};
use webauthn_rs::prelude::{CreationChallengeResponse, PasskeyRegistration, RegisterPublicKeyCredential};

use super::store::{self, Kept, Purpose};
use super::{house_or_nothing, offered, refused};
use crate::carried::Carried;
use crate::policy::{Own, Securing};
use crate::second::{self, codes, recovery, set_up, step};
use crate::sign_in::with_cookie;
use crate::{Event, Texts, directory, fresh, session, texts};

const HERE: &str = "/mijn-gegevens/toegangssleutels";
/// What fits on a line of the list.
const NAME_MOST: usize = 60;
/// More than anybody has.
const KEYS_MOST: i64 = 20;

#[derive(askama::Template)]
#[template(path = "passkey/list.html")]
struct ListPage {
    ui: Ui,
    t: &'static Texts,
    keys: Vec<Kept>,
    problem: Option<String>,
}

fn own(cx: &Cx) -> Result<Own, Problem> {
    Ok(Own(cx.person()?.clone()))
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Securing>(&own(&cx)?)?;
    if !offered(cx.app()) {
        return Err(Problem::NotFound);
    }
    fresh::check(&cx, HERE)?;
    list(&cx, None).await
}

async fn list(cx: &Cx, problem: Option<String>) -> Outcome {
    let keys = store::of(&mut *cx.reader().await?, cx.person()?).await?;
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("toegevoegd") => Some(Notice::new(t.passkey_added(), t.passkey_added_text())),
        Some("weg") => Some(Notice::new(t.passkey_removed(), "")),
        _ => None,
    };
    let ui = Ui::of(cx, Section::None).crumb("/mijn-gegevens", t.account_title()).with_notice(notice);
    let page = ListPage { ui, t, keys, problem };
    if page.problem.is_some() { cx.page_again(&page) } else { cx.page(&page) }
}

pub(crate) async fn begin(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    question(&cx, permit.by()).await
}

pub(crate) async fn begin_half(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let half = step::half_form(&cx, &form)?;
    if second::has_any(&mut *cx.reader().await?, &half.person).await? {
        return Err(Problem::SignIn);
    }
    question(&cx, &half.person).await
}

/// The question for the key: which house this is, whose key it becomes, and which it knows already.
async fn question(cx: &Cx, person: &PersonId) -> Outcome {
    let house = house_or_nothing(cx.app())?;
    let mut tx = cx.begin().await?;
    let person = directory::person(&mut tx, person).await?.ok_or(Problem::NotFound)?;
    let handle = store::handle(&mut tx, &person.id).await?;
    let known =
        store::of(&mut tx, &person.id).await?.iter().filter_map(Kept::key).map(|k| k.cred_id().clone()).collect();
    let (challenge, state) =
        house.start_passkey_registration(handle, &person.address, &person.name, Some(known)).map_err(Problem::fault)?;
    let state = serde_json::to_string(&state).map_err(Problem::fault)?;
    let held = store::begin(&mut tx, Purpose::Add, Some(&person.id), &state).await?;
    tx.commit().await?;
    let options = wished(&challenge)?;
    Ok(Json(serde_json::json!({ "ceremonie": held, "options": options })).into_response())
}

/// A key that can be found without an address is preferred: it signs in by itself.
fn wished(challenge: &CreationChallengeResponse) -> Result<serde_json::Value, Problem> {
    let mut options = serde_json::to_value(challenge).map_err(Problem::fault)?;
    if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
        selection["residentKey"] = "preferred".into();
    }
    Ok(options)
}

pub(crate) async fn take(cx: Cx, form: Fields) -> Outcome {
    form.only(&["ceremonie", "antwoord", "naam"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let required = second::is_required_of(&mut *cx.reader().await?, permit.by(), cx.now().day()).await?;
    let codes = if required { Some(recovery::make().await.map_err(Problem::fault)?) } else { None };
    let mut tx = cx.begin().await?;
    let first = !second::has_any(&mut tx, permit.by()).await?;
    let kept = keep(&cx, &mut tx, permit.by(), &form).await?;
    // Who must take a second step and loses the key gets in with a code on paper.
    let codes = codes.filter(|_| kept && first);
    if let Some(codes) = &codes {
        second::set_codes(&mut tx, permit.by(), codes).await?;
    }
    if kept {
        session::strong(&mut tx, &session).await?;
    }
    tx.commit().await?;
    match codes {
        _ if !kept => list(&cx, Some(texts(cx.lang()).passkey_refused())).await,
        Some(codes) => codes::page(&cx, codes, HERE.to_owned()),
        None => cx.go_to("/mijn-gegevens/toegangssleutels?bericht=toegevoegd"),
    }
}

pub(crate) async fn take_half(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["ceremonie", "antwoord", "naam", "onthoud", "naar", "bewaard[]", "bewaard_pad"])?;
    let (half, carried, remember) = (step::half_form(&cx, &form)?, Carried::of(&form), form.has("onthoud"));
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let mut tx = cx.begin().await?;
    if second::has_any(&mut tx, &half.person).await? {
        return Err(Problem::SignIn);
    }
    if !keep(&cx, &mut tx, &half.person, &form).await? {
        tx.commit().await?;
        let again = (second::app::new_secret(), texts(cx.lang()).passkey_refused());
        return set_up::ask_half(&cx, remember, carried, Some(again)).await;
    }
    second::set_codes(&mut tx, &half.person, &codes).await?;
    let (cx, cookie) = step::whole(&cx, tx, &headers, &half.person, remember, "passkey").await?;
    with_cookie(codes::page(&cx, codes, carried.to)?, &cookie)
}

/// Keeps the key when its answer is right; the question is gone either way.
async fn keep(cx: &Cx, tx: &mut Tx, person: &PersonId, form: &Fields) -> Result<bool, Problem> {
    let house = house_or_nothing(cx.app())?;
    let asked = store::end(tx, form.text("ceremonie"), Purpose::Add).await?;
    let Some(asked) = asked.filter(|a| a.person.as_ref() == Some(person)) else { return Ok(false) };
    let state: PasskeyRegistration = serde_json::from_str(&asked.state).map_err(Problem::fault)?;
    let answer = serde_json::from_str::<RegisterPublicKeyCredential>(form.text("antwoord"));
    let Ok(answer) = answer else { return Ok(false) };
    let key = match house.finish_passkey_registration(&answer, &state) {
        Ok(key) => key,
        Err(error) => {
            refused(error);
            return Ok(false);
        }
    };
    let id = super::text(key.cred_id());
    if store::is_known(tx, &id).await? || store::count(tx, person).await? >= KEYS_MOST {
        return Ok(false);
    }
    let data = serde_json::to_string(&key).map_err(Problem::fault)?;
    let name: String = form.text("naam").chars().filter(|c| !c.is_control()).take(NAME_MOST).collect();
    let name = if name.is_empty() { texts(cx.lang()).passkey_nameless() } else { name };
    store::add(tx, &id, person, &name, &data).await?;
    set_up::tell(cx, tx, person).await?;
    let mut by = cx.by();
    by.actor = Some(person.clone());
    tx.record(Entry::of(by, &Event::SecondStepSet { person: person.clone(), with: "passkey".into() }));
    Ok(true)
}

pub(crate) async fn remove(cx: Cx, form: Fields) -> Outcome {
    form.only(&["sleutel"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let mut tx = cx.begin().await?;
    if !store::remove(&mut tx, form.text("sleutel"), permit.by()).await? {
        return Err(Problem::NotFound);
    }
    if !second::has_any(&mut tx, permit.by()).await? {
        if second::is_required_of(&mut tx, permit.by(), cx.now().day()).await? {
            return Err(Problem::Forbidden(Some(texts(cx.lang()).set_up_required())));
        }
        second::remove_codes(&mut tx, permit.by()).await?;
    }
    set_up::tell(&cx, &mut tx, permit.by()).await?;
    cx.record(&mut tx, &Event::SecondStepRemoved { person: permit.by().clone(), with: "passkey".into() });
    tx.commit().await?;
    cx.go_to("/mijn-gegevens/toegangssleutels?bericht=weg")
}
