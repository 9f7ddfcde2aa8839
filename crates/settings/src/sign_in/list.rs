//! Whose own sign-in is set, and finding a municipality to set it for.
//!
//! GET /beheer/aanmeldingen?q=

use identity::openid::{self, Provider};
use platform::web::{Cx, Outcome, Pace};
use ui::{Section, Ui};

use super::held::{self, Place};
use super::policy::{ListingSignIns, OwnSignIn};
use crate::{Texts, texts};

pub(super) const PATH: &str = "/beheer/aanmeldingen";
/// As many municipalities as one looks through.
const MOST: i64 = 20;

#[derive(askama::Template)]
#[template(path = "sign_in/list.html")]
struct ListPage {
    ui: Ui,
    t: &'static Texts,
    providers: Vec<Provider>,
    q: String,
    found: Vec<Place>,
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    cx.sees::<ListingSignIns>(&OwnSignIn(None))?;
    let q: String = cx.query("q").unwrap_or_default().trim().chars().take(80).collect();
    if !q.is_empty() {
        cx.paced(Pace::Search, 1)?;
    }
    let mut reader = cx.reader().await?;
    let providers = openid::all(&mut reader).await?;
    let found = if q.is_empty() { Vec::new() } else { held::places(&mut reader, &q, MOST).await? };
    drop(reader);
    cx.page(&ListPage { ui: Ui::of(&cx, Section::SignIns), t: texts(cx.lang()), providers, q, found })
}
