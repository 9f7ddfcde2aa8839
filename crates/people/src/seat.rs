//! One place: what somebody is there for, who stands in, another role, another term.
//!
//! GET  /organisaties/{id}/mensen/{seat}
//! POST /organisaties/{id}/mensen/{seat}                 taak, vervanger
//! POST /organisaties/{id}/mensen/{seat}/rol             rol, vanaf
//! POST /organisaties/{id}/mensen/{seat}/herbenoeming    tot

use axum::extract::Path;
use identity::fresh;
use platform::choice::Choice as _;
use platform::clock::Day;
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome};
use platform::{Kind, Role};
use ui::{Ui, dates};

use crate::body::{Body, Profile};
use crate::events::Of;
use crate::kinds::{self, Reason, has_term};
use crate::parts::{Faults, Pick};
use crate::policy::Running;
use crate::store::bodies;
use crate::store::seats::{self, New, Sitting};
use crate::{Event, Texts, room, rota, say, texts};

/// A task is named, not described.
const TASK_MOST: usize = 200;

/// What was typed in one of the forms on the page.
#[derive(Debug, Clone, Default)]
struct Typed {
    task: String,
    deputy: String,
    role: String,
    from: String,
    until: String,
}

#[derive(askama::Template)]
#[template(path = "seat.html")]
struct SeatPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    sitting: Sitting,
    profile: Option<Profile>,
    others: Vec<(PersonId, String)>,
    roles: Vec<Role>,
    typed: Typed,
    faults: Faults,
}

impl SeatPage {
    fn path(&self) -> String {
        format!("{}/{}", self.body.team_path(), self.sitting.seat)
    }

    fn role(&self) -> String {
        dates::capital(ui::role_word(self.sitting.role, self.ui.lang))
    }

    fn span(&self) -> String {
        say::span(self.sitting.from_on, self.sitting.until_on, &self.ui, self.t)
    }

    fn is_over(&self) -> bool {
        self.sitting.is_past(self.ui.today)
    }

    fn reason(&self) -> Option<String> {
        self.sitting.reason.map(|r| say::reason(r, self.t))
    }

    /// What ended by going on in another role is undone by another change of role.
    fn may_take_back(&self) -> bool {
        self.sitting.reason.is_some_and(|r| r != Reason::OtherRole)
    }

    fn may_renew(&self) -> bool {
        self.body.kind == Kind::Council && has_term(self.sitting.role) && self.sitting.reason.is_none()
    }

    fn term(&self) -> String {
        say::term(self.sitting.term, self.ui.lang)
    }

    fn next(&self) -> String {
        say::next(rota::next(self.sitting.term, self.sitting.until_on, self.profile.as_ref()), self.t)
    }

    fn deputies(&self) -> Vec<Pick> {
        let none = Pick::new("", self.t.seat_no_deputy(), self.typed.deputy.is_empty());
        let pick =
            |(id, name): &(PersonId, String)| Pick::new(id.as_str(), name.clone(), self.typed.deputy == id.as_str());
        std::iter::once(none).chain(self.others.iter().map(pick)).collect()
    }

    fn role_picks(&self) -> Vec<Pick> {
        use platform::choice::Choice;
        let others = self.roles.iter().filter(|r| **r != self.sitting.role);
        others
            .map(|r| Pick::new(r.word(), dates::capital(ui::role_word(*r, self.ui.lang)), self.typed.role == r.word()))
            .collect()
    }
}

/// Whether somebody would be left to run the people here, apart from one place, on a day.
pub(crate) fn is_last_runner(body: &Body, all: &[Sitting], leaving: &Sitting, on: Day) -> bool {
    let runs = |s: &Sitting| seat_of(body, s).runs();
    runs(leaving) && !all.iter().any(|s| s.seat != leaving.seat && runs(s) && s.is_on(on))
}

fn seat_of(body: &Body, s: &Sitting) -> platform::Seat {
    platform::Seat {
        id: s.seat.clone(),
        organisation: body.id.clone(),
        organisation_name: String::new(),
        kind: body.kind,
        role: s.role,
        style: None,
    }
}

fn page(cx: &Cx, body: Body, sitting: Sitting, all: &[Sitting], profile: Option<Profile>) -> SeatPage {
    let today = cx.now().day();
    let mut others: Vec<_> = all
        .iter()
        .filter(|s| s.person != sitting.person && s.is_on(today))
        .map(|s| (s.person.clone(), s.name.clone()))
        .collect();
    others.dedup_by(|a, b| a.0 == b.0);
    let until = rota::next_until(sitting.until_on, today, profile.as_ref());
    let typed = Typed {
        task: sitting.portfolio.clone(),
        deputy: sitting.deputy.as_ref().map(ToString::to_string).unwrap_or_default(),
        role: String::new(),
        from: dates::full(today, cx.lang()).replace('\u{a0}', " "),
        until: until.map(|d| dates::full(d, cx.lang()).replace('\u{a0}', " ")).unwrap_or_default(),
    };
    let (t, roles) = (texts(cx.lang()), kinds::roles(body.kind).to_vec());
    SeatPage {
        ui: room::frame_below(cx, &body),
        t,
        body,
        sitting,
        profile,
        others,
        roles,
        typed,
        faults: Faults::none(),
    }
}

pub(crate) async fn ask(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Running>(&body)?;
    let sitting = room::sitting(&mut reader, &seat, &body).await?;
    let all = seats::all(&mut reader, &id).await?;
    let profile = bodies::profile(&mut reader, &id).await?;
    cx.page(&page(&cx, body, sitting, &all, profile))
}

pub(crate) async fn arrange(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["taak", "vervanger"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    let sitting = room::take(&mut tx, &seat, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let (t, task) = (texts(cx.lang()), form.text("taak").to_owned());
    let mut page = page(&cx, body, sitting, &all, profile);
    let deputy = page.others.iter().map(|(id, _)| id).find(|id| id.as_str() == form.text("vervanger")).cloned();
    if task.chars().count() > TASK_MOST {
        drop(tx);
        (page.typed.task, page.typed.deputy) = (task, form.text("vervanger").to_owned());
        page.faults = Faults::one("taak", t.seat_task_too_long());
        return cx.page_again(&page);
    }
    seats::arrange(&mut tx, &permit, &seat, (&task, deputy.as_ref()), cx.now()).await?;
    cx.record(&mut tx, &Event::Arranged { of: Of::body(&page.body), seat: seat.to_string() });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", page.body.team_path()))
}

pub(crate) async fn change_role(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["rol", "vanaf"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let sitting = room::take(&mut tx, &seat, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut page = page(&cx, body, sitting, &all, profile);
    let role = form.choice::<Role>("rol").filter(|r| page.roles.contains(r) && *r != page.sitting.role);
    let from = dates::parse(form.text("vanaf"), today);
    let mut faults = Faults::none();
    if role.is_none() {
        faults.add("rol", t.seat_no_role());
    }
    match from {
        None => faults.add("vanaf", say::bad_day(form.text("vanaf"), t)),
        Some(from) if from < page.sitting.from_on => faults.add("vanaf", t.seat_before_begin()),
        Some(_) if page.sitting.reason.is_some() => faults.add("rol", t.seat_ended_already()),
        Some(from) => {
            let keeps = role.is_some_and(|role| seat_of(&page.body, &Sitting { role, ..page.sitting.clone() }).runs());
            if !keeps && is_last_runner(&page.body, &all, &page.sitting, from) {
                faults.add("rol", t.seat_last_runner());
            }
        }
    }
    let (Some(role), Some(from), true) = (role, from, faults.is_empty()) else {
        drop(tx);
        (page.typed.role, page.typed.from, page.faults) =
            (form.text("rol").to_owned(), form.text("vanaf").to_owned(), faults);
        return cx.page_again(&page);
    };
    let old = &page.sitting;
    seats::end(&mut tx, &permit, old, (from.plus_days(-1), Reason::OtherRole, ""), cx.now()).await?;
    // Within a council the term runs on, whatever somebody does there.
    let runs_on = has_term(old.role) && has_term(role);
    let until_on = if runs_on { old.until_on } else { rota::first_until(from, role, page.profile.as_ref()) };
    let new = SeatId::fresh();
    let term = if runs_on { old.term } else { 1 };
    let given = New {
        seat: &new,
        person: &old.person,
        organisation: &page.body.id,
        role,
        from_on: from,
        until_on,
        term,
        portfolio: &old.portfolio,
    };
    seats::give(&mut tx, &given).await?;
    let (before, after) = (Some(old.role.word().to_owned()), Some(role.word().to_owned()));
    let changed = Change::of("role", before, after).into_iter().collect();
    let (of, from, to) = (Of::body(&page.body), seat.to_string(), new.to_string());
    cx.record(&mut tx, &Event::RoleChanged { of, from, to, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", page.body.team_path()))
}

pub(crate) async fn renew(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["tot"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let sitting = room::take(&mut tx, &seat, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut page = page(&cx, body, sitting, &all, profile);
    let until = dates::parse(form.text("tot"), today);
    let fault = match until {
        _ if !page.may_renew() => Some(t.seat_no_term()),
        _ if rota::next(page.sitting.term, page.sitting.until_on, page.profile.as_ref()) == rota::Next::MustLeave => {
            Some(t.seat_terms_are_over())
        }
        None => Some(say::bad_day(form.text("tot"), t)),
        Some(until) if until <= today || page.sitting.until_on.is_some_and(|now| until <= now) => {
            Some(t.seat_until_is_past())
        }
        Some(_) => None,
    };
    if let Some(fault) = fault {
        drop(tx);
        (page.typed.until, page.faults) = (form.text("tot").to_owned(), Faults::one("tot", fault));
        return cx.page_again(&page);
    }
    seats::renew(&mut tx, &permit, &page.sitting, until, cx.now()).await?;
    let told = until.map(|d| d.to_string());
    let changed = crate::end::until(page.sitting.until_on, until);
    cx.record(&mut tx, &Event::Renewed { of: Of::body(&page.body), seat: seat.to_string(), until: told, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=herbenoemd", page.body.team_path()))
}
