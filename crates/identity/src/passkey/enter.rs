//! Signing in with a passkey: without an address, or as the second step.
//!
//! POST /aanmelden/sleutel/begin   the question for the key, as JSON, for the script
//! POST /aanmelden/sleutel         its answer
//!
//! Halfway signing in only the keys of that person will do; otherwise the key says whose it is.

use axum::Json;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use platform::db::Tx;
use platform::id::PersonId;
use platform::secret;
use platform::web::{Cx, Fields, Outcome, Problem};
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, PasskeyAuthentication, PublicKeyCredential,
};

use super::store::{self, Ceremony, Kept, Purpose};
use super::{house_or_nothing, refused};
use crate::carried::Carried;
use crate::second::step;
use crate::{sign_in, texts};

/// Whose keys are asked, when somebody is halfway signing in.
fn half(cx: &Cx) -> Option<PersonId> {
    step::half(cx).ok().map(|half| half.person.clone())
}

pub(crate) async fn begin(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let house = house_or_nothing(cx.app())?;
    let mut tx = cx.begin().await?;
    let (purpose, person) = (half(&cx).map_or(Purpose::SignIn, |_| Purpose::Second), half(&cx));
    let (options, state) = match &person {
        None => {
            let (options, state) = house.start_discoverable_authentication().map_err(Problem::fault)?;
            (options.public_key, serde_json::to_string(&state))
        }
        Some(person) => {
            let keys: Vec<_> = store::of(&mut tx, person).await?.iter().filter_map(Kept::key).collect();
            if keys.is_empty() {
                return Err(Problem::NotFound);
            }
            let (options, state) = house.start_passkey_authentication(&keys).map_err(Problem::fault)?;
            (options.public_key, serde_json::to_string(&state))
        }
    };
    let held = store::begin(&mut tx, purpose, person.as_ref(), &state.map_err(Problem::fault)?).await?;
    tx.commit().await?;
    Ok(Json(serde_json::json!({ "ceremonie": held, "options": { "publicKey": options } })).into_response())
}

pub(crate) async fn take(cx: Cx, headers: HeaderMap, form: Fields) -> Outcome {
    form.only(&["ceremonie", "antwoord", "onthoud", "naar", "bewaard[]", "bewaard_pad"])?;
    let (house, carried, remember) = (house_or_nothing(cx.app())?, Carried::of(&form), form.has("onthoud"));
    let purpose = half(&cx).map_or(Purpose::SignIn, |_| Purpose::Second);
    let mut tx = cx.begin().await?;
    let asked = store::end(&mut tx, form.text("ceremonie"), purpose).await?.filter(|a| a.person == half(&cx));
    let answer = serde_json::from_str::<PublicKeyCredential>(form.text("antwoord")).ok();
    let right = match (asked, answer) {
        (Some(asked), Some(answer)) => check(&house, &mut tx, &asked, &answer).await?,
        _ => None,
    };
    match right {
        Some(person) => step::finish(&cx, tx, &headers, &person, remember, "passkey", carried).await,
        None => {
            let thing = secret::hashed(form.text("ceremonie"));
            sign_in::refuse(&cx, &mut tx, &thing, "wrong_passkey");
            tx.commit().await?;
            let problem = texts(cx.lang()).passkey_wrong();
            match purpose {
                Purpose::Second => step::ask(&cx, remember, carried, None, Some(problem)).await,
                _ => sign_in::ask_again(&cx, carried, problem).await,
            }
        }
    }
}

/// Whose key answered, and rightly. How often it was used is kept: a copy of a key shows by counting back.
async fn check(
    house: &Webauthn,
    tx: &mut Tx,
    asked: &Ceremony,
    answer: &PublicKeyCredential,
) -> Result<Option<PersonId>, Problem> {
    let Some(kept) = store::find(tx, &id_of(answer)).await? else { return Ok(None) };
    let Some(mut key) = kept.key() else { return Ok(None) };
    let result: Result<AuthenticationResult, _> = match asked.purpose {
        Purpose::SignIn => {
            let state: DiscoverableAuthentication = serde_json::from_str(&asked.state).map_err(Problem::fault)?;
            let Ok((handle, _)) = house.identify_discoverable_authentication(answer) else { return Ok(None) };
            if !store::handle_is(tx, &kept.person, &handle).await? {
                return Ok(None);
            }
            house.finish_discoverable_authentication_v2(answer, state, &key)
        }
        Purpose::Second | Purpose::Add => {
            if asked.person.as_ref() != Some(&kept.person) {
                return Ok(None);
            }
            let state: PasskeyAuthentication = serde_json::from_str(&asked.state).map_err(Problem::fault)?;
            house.finish_passkey_authentication(answer, &state)
        }
    };
    match result {
        Ok(result) if result.user_verified() => {
            key.update_credential(&result);
            let data = serde_json::to_string(&key).map_err(Problem::fault)?;
            store::used(tx, &kept.id, &data).await?;
            Ok(Some(kept.person))
        }
        Ok(_) => Ok(None),
        Err(error) => {
            refused(error);
            Ok(None)
        }
    }
}

/// The id of the key that answered, as it is kept.
fn id_of(answer: &PublicKeyCredential) -> String {
    super::text(answer.get_credential_id())
}
