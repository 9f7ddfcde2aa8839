//! Taking it away, after a page that says what that means.
//!
//! GET  /organisaties/{id}/instellingen/aanmelding/weg?aanmelding=
//! POST /organisaties/{id}/instellingen/aanmelding/weg   aanmelding

use axum::extract::Path;
use identity::fresh;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use super::held::{self, Held, Values};
use super::policy::{OwnSignIn, SettingSignIn};
use super::show::frame;
use crate::policy::Settings;
use crate::{Event, Texts, store, texts};

#[derive(askama::Template)]
#[template(path = "sign_in/remove.html")]
struct RemovePage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    held: Held,
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    cx.sees::<SettingSignIn>(&OwnSignIn(Some(id.clone())))?;
    let mut reader = cx.reader().await?;
    let of = super::find(&mut reader, &id).await?;
    let Some(held) = held::one(&mut reader, &id, &cx.query("aanmelding").unwrap_or_default()).await? else {
        return cx.go_to(&of.sign_in_path()); // it is gone already
    };
    fresh::check(&cx, &format!("{}/weg?aanmelding={}", of.sign_in_path(), held.id))?;
    let t = texts(cx.lang());
    let ui = frame(&cx, &of).crumb(of.sign_in_path(), t.own_title());
    cx.page(&RemovePage { ui, t, of, held })
}

pub(crate) async fn remove(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["aanmelding"])?;
    let permit = cx.may::<SettingSignIn>(&OwnSignIn(Some(id.clone())))?;
    fresh::keeping(&cx, &form)?;
    let mut tx = cx.begin().await?;
    let of = store::take(&mut tx, &id).await?.ok_or(Problem::NotFound)?;
    super::find(&mut tx, &id).await?;
    let Some(held) = held::one(&mut tx, &id, form.text("aanmelding")).await? else {
        return cx.go_to(&of.sign_in_path());
    };
    held::remove(&mut tx, &permit, &held).await?;
    let changed = held.values.changed(&Values::default());
    cx.record(&mut tx, &Event::SignInRemoved { organisation: id, of: of.kind, provider: held.id, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=weg", of.sign_in_path()))
}
