//! What a council is, what it stands on, what it gets, and who sits in it.
//!
//! GET /adviesraden/{id}

use axum::extract::Path;
use identity::letterhead::{self, Letterhead};
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use platform::{Kind, Role};
use ui::{Notice, Ui, dates};

use crate::body::{Body, Linked, Supported, path_of};
use crate::policy::{Describing, SeeingTeam, Viewing};
use crate::register::policy::{Keeping, Register};
use crate::store::seats::{self, Sitting};
use crate::store::{bodies, bodies::Facts};
use crate::{Texts, room, rota, say, texts};

#[derive(askama::Template)]
#[template(path = "council.html")]
struct CouncilPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    facts: Facts,
    sitting: Vec<Sitting>,
    free: Option<i64>,
    unfilled: Vec<Role>,
    /// The contact officers of the municipalities it advises.
    contacts: Vec<(String, Sitting)>,
    head: Letterhead,
    sees_team: bool,
    describes: bool,
    keeps: bool,
}

impl CouncilPage {
    fn form(&self) -> String {
        self.facts.profile.as_ref().map_or_else(|| self.t.kind_council(), |p| say::form(p.form, self.t))
    }

    fn since(&self, on: &Option<platform::Day>) -> String {
        on.map(|on| self.t.since(on.0.year().to_string())).unwrap_or_default()
    }

    fn founded(&self) -> Option<String> {
        let on = self.facts.profile.as_ref()?.since_on?;
        Some(self.t.council_since(dates::full(on, self.ui.lang)))
    }

    /// *Vier jaar, en hoogstens twee keer.*
    fn terms(&self) -> Option<String> {
        let profile = self.facts.profile.as_ref()?;
        let months = profile.term_months?;
        let length = match (months % 12, months / 12) {
            (0, 1) => self.t.council_one_year(),
            (0, years) => self.t.council_years(self.ui.count(&years)),
            _ => self.t.council_months(months.to_string()),
        };
        Some(match profile.terms_most {
            Some(most) => self.t.council_terms_most(dates::capital(&length), self.ui.count(&most)),
            None => self.t.council_terms(dates::capital(&length)),
        })
    }

    fn source(&self) -> Option<String> {
        let profile = self.facts.profile.as_ref().filter(|p| !p.source.is_empty())?;
        Some(match profile.source_on {
            Some(on) => self.t.council_source_on(profile.source.as_str(), dates::full(on, self.ui.lang)),
            None => self.t.council_source(profile.source.as_str()),
        })
    }

    fn law(&self, law: &crate::kinds::Law) -> String {
        say::law(*law, self.t)
    }

    fn support(&self, one: &Supported) -> String {
        say::support(one.kind, self.t)
    }

    fn paid(&self, one: &Supported) -> Option<String> {
        one.payer_name.as_deref().map(|name| self.t.support_paid(name))
    }

    /// The municipalities that it advises today.
    fn advises(&self) -> Vec<&Linked> {
        self.facts.across.iter().filter(|tie| tie.holds(self.ui.today)).collect()
    }

    /// With whom that changes, and when; and whom it advised before.
    fn changes(&self) -> Vec<String> {
        let (t, today) = (self.t, self.ui.today);
        let day = |on: platform::Day| dates::full(on, self.ui.lang);
        let change = |tie: &Linked| match (tie.from_on, tie.until_on) {
            (Some(from), _) if from > today => Some(t.council_later(day(from), tie.name.as_str())),
            (_, Some(until)) if until < today => Some(t.council_former(day(until), tie.name.as_str())),
            (_, Some(until)) => Some(t.council_until(crate::parts::capital(&tie.name), day(until))),
            _ => None,
        };
        self.facts.across.iter().filter_map(change).collect()
    }

    fn fate(&self) -> Option<String> {
        crate::register::fate(None, self.body.ended_on, &self.ui, self.t)
    }

    fn path(&self, linked: &Linked) -> String {
        path_of(linked.kind, &linked.id)
    }

    fn vacancies(&self) -> Option<String> {
        match self.free? {
            0 => Some(self.t.council_full()),
            1 => Some(self.t.council_free_one()),
            n => Some(self.t.council_free(self.ui.count_first(&n))),
        }
    }

    fn missing(&self) -> Option<String> {
        let words: Vec<&str> = self.unfilled.iter().map(|r| ui::role_word(*r, self.ui.lang)).collect();
        (!words.is_empty()).then(|| self.t.council_missing(words.join(self.ui.lang.pick(" en geen ", " and no "))))
    }

    fn role(&self, sitting: &Sitting) -> &'static str {
        ui::role_word(sitting.role, self.ui.lang)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Viewing>(&body)?;
    if body.kind != Kind::Council {
        return Err(Problem::NotFound);
    }
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let facts = bodies::facts(&mut reader, &id).await?;
    let sitting: Vec<_> = seats::all(&mut reader, &id).await?.into_iter().filter(|s| s.is_on(today)).collect();
    let mut contacts = Vec::new();
    for linked in facts.across.iter().filter(|tie| tie.holds(today)) {
        for officer in seats::all(&mut reader, &linked.id).await? {
            if officer.role == Role::ContactOfficer && officer.is_on(today) {
                contacts.push((linked.name.clone(), officer));
            }
        }
    }
    let page = CouncilPage {
        ui: room::frame(&cx).crumb("/mensen", t.who_crumb()).with_notice(notice(&cx, t)),
        t,
        free: rota::free(facts.profile.as_ref(), &sitting),
        unfilled: rota::unfilled(&sitting),
        facts,
        sitting,
        contacts,
        head: letterhead::of(&mut reader, &id).await?,
        sees_team: policy::may::<SeeingTeam>(cx.actor(), &body),
        describes: policy::may::<Describing>(cx.actor(), &body),
        keeps: policy::may::<Keeping>(cx.actor(), &Register::of(&id)),
        body,
    };
    cx.page(&page)
}

pub(crate) fn notice(cx: &Cx, t: &Texts) -> Option<Notice> {
    (cx.notice().as_deref() == Some("gewijzigd")).then(|| Notice::new(t.describe_kept(), ""))
}
