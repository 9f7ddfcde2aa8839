//! What is set, for who may see it.
//!
//! GET /organisaties/{id}/instellingen/aanmelding

use axum::extract::Path;
use identity::openid;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome};
use ui::{Notice, Ui, dates};

use super::held::{self, Held};
use super::policy::{OwnSignIn, SeeingSignIn, SettingSignIn};
use super::say::{self, Fact};
use crate::policy::{Settings, Viewing};
use crate::{Texts, room, texts};

#[derive(askama::Template)]
#[template(path = "sign_in/show.html")]
struct ShowPage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    all: Vec<Held>,
    may_set: bool,
    base_url: String,
}

impl ShowPage {
    fn facts(&self, held: &Held) -> [Fact; 6] {
        say::facts(&held.values, self.ui.lang, self.t)
    }

    fn since(&self, held: &Held) -> String {
        dates::full(held.since.day(), self.ui.lang)
    }

    fn back_to(&self, held: &Held) -> String {
        openid::back_to(&self.base_url, &held.id)
    }
}

/// The frame of a page below it. Who keeps the house running has no way through the pages of the organisation.
pub(super) fn frame(cx: &Cx, of: &Settings) -> Ui {
    let t = texts(cx.lang());
    if policy::may::<Viewing>(cx.actor(), of) {
        return room::frame_below(cx, of);
    }
    Ui::of(cx, ui::Section::SignIns).crumb(super::list::PATH, t.own_list_title())
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let guarded = OwnSignIn(Some(id.clone()));
    cx.sees::<SeeingSignIn>(&guarded)?;
    let mut reader = cx.reader().await?;
    let of = super::find(&mut reader, &id).await?;
    let all = held::all(&mut reader, &id).await?;
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("bewaard") => Some(Notice::new(t.own_kept(), t.own_kept_text())),
        Some("weg") => Some(Notice::new(t.own_removed(), t.own_removed_text())),
        _ => None,
    };
    let ui = frame(&cx, &of).with_notice(notice);
    let may_set = policy::may::<SettingSignIn>(cx.actor(), &guarded);
    let base_url = cx.app().config().base_url.clone();
    cx.page(&ShowPage { ui, t, of, all, may_set, base_url })
}
