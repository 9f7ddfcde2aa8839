//! What is set for an organisation, part by part.
//!
//! GET /organisaties/{id}/instellingen
//! GET /onze-raad/instellingen          leads to those of the organisation that one speaks for

use axum::extract::Path;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use platform::{Kind, Role};
use ui::{Notice, Ui};

use crate::policy::{Changing, Settings, Viewing};
use crate::say::{Made, Shown};
use crate::setting::{Part, Setting};
use crate::sign_in::policy::{OwnSignIn, SeeingSignIn};
use crate::store::{self, Held};
use crate::{Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    held: Held,
    changes: bool,
    /// How it signs in its own people, for who may see that.
    sees_sign_in: bool,
}

impl OverviewPage {
    fn parts(&self) -> Vec<Part> {
        Part::of_kind(self.of.kind)
    }

    fn title(&self, part: &Part) -> String {
        say::part(*part, self.t)
    }

    fn settings(&self, part: &Part) -> Vec<(String, Shown)> {
        let shown = |s: &Setting| (say::setting(*s, self.t), say::shown(&self.of, *s, &self.held.value(*s), self.t));
        part.settings().iter().map(shown).collect()
    }

    fn made(&self, part: &Part) -> Option<Made> {
        if *part != Part::Colour {
            return None;
        }
        say::made(self.held.letterhead.colour.as_deref()?, self.t, self.ui.lang.pick(',', '.'))
    }

    fn has_terms(&self) -> bool {
        matches!(self.of.kind, Kind::Council | Kind::Municipality | Kind::Association)
    }

    fn terms_text(&self) -> String {
        match self.of.kind {
            Kind::Municipality => self.t.overview_terms_municipality(),
            Kind::Association => self.t.overview_terms_association(),
            _ => self.t.overview_terms_text(),
        }
    }

    /// What holds for the letters of whoever chose nothing itself.
    fn as_all(&self, part: &Part) -> Option<String> {
        (*part == Part::OwnLetters && self.held.own_letter_days.is_empty())
            .then(|| say::shown(&self.of, Setting::LetterDays, &self.held.letter_days, self.t).lines.join(" "))
    }

    fn is_retention(&self, part: &Part) -> bool {
        *part == Part::Retention
    }
}

pub(crate) async fn own(cx: Cx) -> Outcome {
    let seat = cx.actor().seat().filter(|s| s.role != Role::Guest).ok_or(Problem::NotFound)?;
    let of = room::find(&mut *cx.reader().await?, &seat.organisation).await?;
    cx.sees::<Viewing>(&of)?;
    cx.go_to(&of.path())
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let of = room::find(&mut reader, &id).await?;
    cx.sees::<Viewing>(&of)?;
    let t = texts(cx.lang());
    let held = store::held(&mut reader, &of).await?;
    let changes = policy::may::<Changing>(cx.actor(), &of);
    let sees_sign_in = of.kind == Kind::Municipality && policy::may::<SeeingSignIn>(cx.actor(), &OwnSignIn(Some(id)));
    let ui = room::frame(&cx, &of).with_notice(notice(&cx, &of, t));
    cx.page(&OverviewPage { ui, t, of, held, changes, sees_sign_in })
}

fn notice(cx: &Cx, of: &Settings, t: &Texts) -> Option<Notice> {
    (cx.notice().as_deref() == Some("bewaard")).then(|| {
        Notice::new(t.told_kept(), t.told_kept_text())
            .with_link(format!("{}/geschiedenis", of.path()), t.history_title())
    })
}
