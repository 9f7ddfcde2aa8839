//! The association, a partnership or a partner: what it is and who is there.
//!
//! GET /organisaties/{id}

use axum::extract::Path;
use identity::letterhead::{self, Letterhead};
use platform::Kind;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome};
use ui::Ui;

use crate::body::{Body, Linked, path_of};
use crate::policy::{SeeingTeam, Viewing};
use crate::register::policy::{Keeping, Register};
use crate::store::bodies;
use crate::store::seats::{self, Sitting};
use crate::{Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "elsewhere.html")]
struct ElsewherePage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    partners: Vec<Linked>,
    sitting: Vec<Sitting>,
    head: Letterhead,
    sees_team: bool,
    keeps: bool,
}

impl ElsewherePage {
    fn fate(&self) -> Option<String> {
        crate::register::fate(None, self.body.ended_on, &self.ui, self.t)
    }

    fn kind(&self) -> String {
        say::body_form(self.body.form, self.body.kind, self.t)
    }

    fn role(&self, sitting: &Sitting) -> &'static str {
        ui::role_word(sitting.role, self.ui.lang)
    }

    fn since(&self, tie: &Linked) -> String {
        tie.from_on.map(|on| self.t.since(on.0.year().to_string())).unwrap_or_default()
    }

    fn path(&self, linked: &Linked) -> String {
        path_of(linked.kind, &linked.id)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Viewing>(&body)?;
    if matches!(body.kind, Kind::Council | Kind::Municipality) {
        return cx.go_to(&body.path());
    }
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut partners = bodies::partners(&mut reader, &id).await?;
    partners.retain(|tie| tie.holds(today));
    let page = ElsewherePage {
        ui: room::frame(&cx).crumb("/mensen", t.who_crumb()),
        t,
        partners,
        sitting: seats::all(&mut reader, &id).await?.into_iter().filter(|s| s.is_on(today)).collect(),
        head: letterhead::of(&mut reader, &id).await?,
        sees_team: policy::may::<SeeingTeam>(cx.actor(), &body),
        keeps: policy::may::<Keeping>(cx.actor(), &Register::of(&id)),
        body,
    };
    cx.page(&page)
}
