//! A municipality: its alderman with the portfolio, its officers, from when until when, and its councils.
//!
//! GET /gemeenten/{id}

use axum::extract::Path;
use identity::letterhead::{self, Letterhead};
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use platform::{Kind, Role};
use ui::{Ui, dates};

use crate::body::{Body, Linked, path_of};
use crate::policy::{SeeingTeam, Viewing};
use crate::register::policy::{Keeping, Register};
use crate::store::bodies::{self, Ties};
use crate::store::seats::{self, Sitting};
use crate::{Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "municipality.html")]
struct MunicipalityPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    councils: Vec<Linked>,
    ties: Ties,
    sitting: Vec<Sitting>,
    head: Letterhead,
    sees_team: bool,
    keeps: bool,
}

impl MunicipalityPage {
    fn with(&self, role: Role) -> Vec<&Sitting> {
        self.sitting.iter().filter(|s| s.role == role && !s.is_past(self.ui.today)).collect()
    }

    /// The alderman first, since that is who one asks for.
    fn groups(&self) -> Vec<(String, Vec<&Sitting>)> {
        let groups = [
            (Role::Alderman, self.t.municipality_aldermen()),
            (Role::ContactOfficer, self.t.municipality_contacts()),
            (Role::Officer, self.t.municipality_officers()),
            (Role::Clerk, self.t.municipality_clerks()),
        ];
        groups.into_iter().map(|(role, words)| (words, self.with(role))).filter(|(_, who)| !who.is_empty()).collect()
    }

    fn before(&self) -> Vec<&Sitting> {
        let mut past: Vec<_> = self.sitting.iter().filter(|s| s.is_past(self.ui.today)).collect();
        past.sort_by_key(|s| std::cmp::Reverse(s.until_on));
        past.truncate(12);
        past
    }

    fn role(&self, sitting: &Sitting) -> &'static str {
        ui::role_word(sitting.role, self.ui.lang)
    }

    fn span(&self, sitting: &Sitting) -> String {
        dates::capital(&say::span(sitting.from_on, sitting.until_on, &self.ui, self.t))
    }

    fn inhabitants(&self) -> Option<String> {
        let n = self.body.inhabitants?.to_string();
        let cut = n.len().saturating_sub(3);
        let sign = self.ui.lang.pick(".", ",");
        Some(if cut == 0 { n } else { format!("{}{sign}{}", &n[..cut], &n[cut..]) })
    }

    /// Whether something is still to come.
    fn is_to_come(&self, linked: &Linked) -> bool {
        linked.from_on.or(linked.until_on).is_some_and(|on| on > self.ui.today)
    }

    fn former(&self, former: &Linked) -> String {
        let day = self.day(&former.until_on);
        match self.is_to_come(former) {
            true => self.t.municipality_will_come(former.name.as_str(), day),
            false => self.t.municipality_former_until(former.name.as_str(), day),
        }
    }

    /// Those that advise it or will; of one that went up in another those that did.
    fn advising(&self) -> Vec<&Linked> {
        let gone = !self.ties.successor.is_empty();
        self.councils.iter().filter(|tie| gone || !tie.is_past(self.ui.today)).collect()
    }

    /// *tot en met 31 december 2026*, *vanaf 1 januari 2027*.
    fn lasts(&self, tie: &Linked) -> String {
        match (tie.from_on.filter(|_| tie.is_later(self.ui.today)), tie.until_on) {
            (Some(from), _) => self.t.span_later(dates::full(from, self.ui.lang)),
            (None, Some(until)) => self.t.register_until(dates::full(until, self.ui.lang)),
            (None, None) => String::new(),
        }
    }

    fn fate(&self) -> Option<String> {
        crate::register::fate(None, self.body.ended_on, &self.ui, self.t)
    }

    fn since(&self, tie: &Linked) -> String {
        tie.from_on.map(|on| self.t.since(on.0.year().to_string())).unwrap_or_default()
    }

    fn path(&self, linked: &Linked) -> String {
        path_of(linked.kind, &linked.id)
    }

    fn day(&self, on: &Option<platform::Day>) -> String {
        on.map(|on| dates::full(on, self.ui.lang)).unwrap_or_default()
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Viewing>(&body)?;
    if body.kind != Kind::Municipality {
        return Err(Problem::NotFound);
    }
    let t = texts(cx.lang());
    let today = cx.now().day();
    let mut ties = bodies::ties(&mut reader, &id).await?;
    ties.partnerships.retain(|tie| tie.holds(today));
    let page = MunicipalityPage {
        ui: room::frame(&cx).crumb("/mensen", t.who_crumb()),
        t,
        councils: bodies::across(&mut reader, &id).await?,
        ties,
        sitting: seats::all(&mut reader, &id).await?,
        head: letterhead::of(&mut reader, &id).await?,
        sees_team: policy::may::<SeeingTeam>(cx.actor(), &body),
        keeps: policy::may::<Keeping>(cx.actor(), &Register::of(&id)),
        body,
    };
    cx.page(&page)
}
