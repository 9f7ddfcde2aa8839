//! Codes on paper: shown once, when they are made.
//!
//! POST /mijn-gegevens/herstelcodes   ten new ones instead of the old

use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Section, Ui};

use super::{recovery, set_up, store};
use crate::policy::{Own, Securing};
use crate::{Event, Texts, fresh, texts};

#[derive(askama::Template)]
#[template(path = "second/codes.html")]
struct CodesPage {
    ui: Ui,
    t: &'static Texts,
    codes: Vec<String>,
    to: String,
}

/// The page with new codes. Nothing else ever shows them, so it is the answer to the form itself.
pub(crate) fn page(cx: &Cx, codes: Vec<recovery::Fresh>, to: String) -> Outcome {
    let codes = codes.into_iter().map(|code| code.shown).collect();
    cx.page(&CodesPage { ui: Ui::of(cx, Section::None), t: texts(cx.lang()), codes, to })
}

pub(crate) async fn renew(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Securing>(&Own(cx.person()?.clone()))?;
    fresh::check(&cx, "/mijn-gegevens")?;
    let codes = recovery::make().await.map_err(Problem::fault)?;
    let mut tx = cx.begin().await?;
    if !super::has_any(&mut tx, permit.by()).await? {
        return Err(Problem::NotFound); // nothing to recover
    }
    store::set_codes(&mut tx, permit.by(), &codes).await?;
    set_up::tell(&cx, &mut tx, permit.by()).await?;
    cx.record(&mut tx, &Event::RecoveryCodesMade { person: permit.by().clone() });
    tx.commit().await?;
    page(&cx, codes, "/mijn-gegevens".to_owned())
}
