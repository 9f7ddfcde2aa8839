//! What the register holds of one organisation, for whoever keeps it: its facts, with whom it sits from when until
//! when, what goes up in what, and whether it ends.
//!
//! GET /organisaties/{id}/inschrijving

use axum::extract::Path;
use platform::Kind;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use ui::{Notice, Ui, dates};

use crate::body::{Body, Linked};
use crate::parts::{Faults, Pick};
use crate::policy::{SeeingTeam, Viewing};
use crate::register::form::{Typed, What};
use crate::register::policy::{Keeping, Register};
use crate::register::{self, found, say};
use crate::store::bodies::{self, Ties};
use crate::store::register as store;
use crate::{Texts, room, texts};

/// What was typed to tie it to a municipality.
#[derive(Debug, Clone, Default)]
pub(super) struct TieTyped {
    pub municipality: String,
    pub from: String,
    /// Of which tie the last day was typed, and what.
    pub tie: String,
    pub until: String,
}

#[derive(askama::Template)]
#[template(path = "register/entry.html")]
pub(super) struct EntryPage {
    ui: Ui,
    t: &'static Texts,
    pub body: Body,
    what: Option<What>,
    /// The municipalities of a council or partnership, the councils of a municipality.
    across: Vec<Linked>,
    ties: Ties,
    regions: Vec<String>,
    sees_page: bool,
    sees_team: bool,
    pub typed: Typed,
    pub tie: TieTyped,
    pub faults: Faults,
}

impl EntryPage {
    fn kind(&self) -> String {
        crate::say::body_form(self.body.form, self.body.kind, self.t)
    }

    fn path(&self) -> String {
        register::path_of(&self.body.id)
    }

    fn path_of(&self, linked: &Linked) -> String {
        register::path_of(&linked.id)
    }

    fn is_municipality(&self) -> bool {
        self.what == Some(What::Municipality)
    }

    fn has_municipalities(&self) -> bool {
        self.what.is_some_and(What::has_municipalities)
    }

    /// A council says itself since when it is there, with its other facts.
    fn has_since(&self) -> bool {
        self.what.is_some_and(|what| what != What::Council)
    }

    fn has_province(&self) -> bool {
        self.what.is_some_and(|what| what != What::Council)
    }

    fn has_region(&self) -> bool {
        matches!(self.what, Some(What::Council | What::Municipality))
    }

    fn provinces(&self) -> Vec<Pick> {
        found::provinces(&self.typed.province, self.t)
    }

    fn into(&self) -> Option<&Linked> {
        self.ties.successor.first()
    }

    /// Not yet in effect: it can be taken back.
    fn is_to_come(&self, linked: &Linked) -> bool {
        linked.from_on.or(linked.until_on).is_some_and(|on| on > self.ui.today)
    }

    fn fate(&self) -> Option<String> {
        let into = self.into().and_then(|l| Some((l.name.as_str(), l.from_on?)));
        say::fate(into, self.body.ended_on, &self.ui, self.t)
    }

    fn comes_up(&self, former: &Linked) -> String {
        let day = former.until_on.map(|on| dates::full(on, self.ui.lang)).unwrap_or_default();
        if self.is_to_come(former) { self.t.register_will_come(day) } else { self.t.register_came(day) }
    }

    /// *vanaf 1 januari 2027*, *tot en met 31 december 2026*, *van … tot en met …*.
    fn span(&self, linked: &Linked) -> String {
        let day = |on: platform::Day| dates::full(on, self.ui.lang);
        match (linked.from_on, linked.until_on) {
            (None, None) => String::new(),
            (Some(from), None) => self.t.span_later(day(from)),
            (None, Some(until)) => self.t.register_until(day(until)),
            (Some(from), Some(until)) => self.t.span_past(day(from), day(until)),
        }
    }

    fn is_past(&self, linked: &Linked) -> bool {
        linked.is_past(self.ui.today)
    }

    /// What stands in the field of the last day of a tie: what was typed, or what holds.
    fn until(&self, linked: &Linked) -> String {
        if self.tie.tie == linked.id.as_str() {
            return self.tie.until.clone();
        }
        linked.until_on.map(|on| dates::full(on, self.ui.lang).replace('\u{a0}', " ")).unwrap_or_default()
    }

    fn until_fault(&self, linked: &Linked) -> Option<&str> {
        self.faults.at("tot").filter(|_| self.tie.tie == linked.id.as_str())
    }

    fn may_end(&self) -> bool {
        self.what.is_some() && self.body.ended_on.is_none() && self.into().is_none()
    }
}

/// The page as it is, for who keeps the register.
pub(super) async fn page(cx: &Cx, conn: &mut Conn, body: Body) -> Result<EntryPage, Problem> {
    let (id, t) = (body.id.clone(), texts(cx.lang()));
    let what = What::of_body(&body);
    let across = match what {
        Some(What::Council | What::Municipality) => bodies::across(conn, &id).await?,
        Some(What::Partnership) => bodies::partners(conn, &id).await?,
        Some(What::Partner) | None => Vec::new(),
    };
    let ties = if body.kind == Kind::Municipality { bodies::ties(conn, &id).await? } else { Ties::default() };
    Ok(EntryPage {
        ui: register::frame(cx).with_notice(notice(cx, t)),
        t,
        what,
        across,
        ties,
        regions: store::regions(conn).await?,
        sees_page: policy::may::<Viewing>(cx.actor(), &body),
        sees_team: policy::may::<SeeingTeam>(cx.actor(), &body),
        typed: Typed::of(&body, cx.lang()),
        tie: TieTyped::default(),
        faults: Faults::none(),
        body,
    })
}

/// The organisation, for who keeps the register. Who keeps the house running has no entry to keep.
pub(super) async fn find(conn: &mut Conn, id: &OrganisationId) -> Result<Body, Problem> {
    let body = room::body(conn, id).await?;
    if body.kind == Kind::Host { Err(Problem::NotFound) } else { Ok(body) }
}

fn notice(cx: &Cx, t: &Texts) -> Option<Notice> {
    Some(match cx.notice()?.as_str() {
        "opgericht" => Notice::new(t.told_founded(), t.told_founded_text()),
        "bewaard" => Notice::new(t.told_corrected(), ""),
        "band" => Notice::new(t.told_tied(), ""),
        "samengevoegd" => Notice::new(t.told_merged(), t.told_merged_text()),
        "toch-niet" => Notice::new(t.told_not_merged(), t.told_not_merged_text()),
        "gestopt" => Notice::new(t.told_closed(), t.told_closed_text()),
        "gaat-door" => Notice::new(t.told_reopened(), ""),
        _ => return None,
    })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    cx.sees::<Keeping>(&Register::of(&id))?;
    let mut reader = cx.reader().await?;
    let body = find(&mut reader, &id).await?;
    cx.page(&page(&cx, &mut reader, body).await?)
}
