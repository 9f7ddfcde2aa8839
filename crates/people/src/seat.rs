//! One place: what somebody is there for and who stands in. Another role and another term lie in `appoint`.
//!
//! GET  /organisaties/{id}/mensen/{seat}
//! POST /organisaties/{id}/mensen/{seat}                 taak, vervanger

use axum::extract::Path;
use platform::clock::Day;
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome};
use platform::{Kind, Lang, Role};
use ui::{Ui, dates};

use crate::body::{Body, Profile};
use crate::events::Of;
use crate::kinds::{self, Reason, has_term};
use crate::parts::{Faults, Pick};
use crate::policy::Running;
use crate::store::bodies;
use crate::store::seats::{self, Sitting};
use crate::{Event, Texts, room, rota, say, texts};

/// A task is named, not described.
const TASK_MOST: usize = 200;

/// What was typed in one of the forms on the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub task: String,
    pub deputy: String,
    pub role: String,
    pub from: String,
    pub until: String,
    /// Somebody has the new role already: it is asked whether there are to be two.
    pub asks_anyway: bool,
}

#[derive(askama::Template)]
#[template(path = "seat.html")]
pub(crate) struct SeatPage {
    ui: Ui,
    t: &'static Texts,
    pub body: Body,
    pub sitting: Sitting,
    pub profile: Option<Profile>,
    others: Vec<(PersonId, String)>,
    pub roles: Vec<Role>,
    pub typed: Typed,
    pub faults: Faults,
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

    pub(crate) fn may_renew(&self) -> bool {
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

pub(crate) fn seat_of(body: &Body, s: &Sitting) -> platform::Seat {
    platform::Seat {
        id: s.seat.clone(),
        organisation: body.id.clone(),
        organisation_name: String::new(),
        kind: body.kind,
        role: s.role,
        style: None,
    }
}

/// What to say when a role is to end later than it does.
pub(crate) fn runs_until(sitting: &Sitting, lang: Lang, t: &Texts) -> String {
    t.seat_runs_until(sitting.until_on.map(|day| dates::full(day, lang)).unwrap_or_default())
}

/// Why a role that ended cannot go on until a day: the organisation stops before, or they have the role again.
pub(crate) fn cannot_go_on(
    cx: &Cx,
    body: &Body,
    all: &[Sitting],
    sitting: &Sitting,
    until_on: Option<Day>,
) -> Option<String> {
    let t = texts(cx.lang());
    if let Some(last) = body.ended_on.filter(|last| until_on.is_none_or(|until| until > *last)) {
        return Some(t.invite_is_over(dates::full(last, cx.lang())));
    }
    rota::has_already(all, sitting, sitting.role, sitting.from_on).then(|| t.seat_has_role())
}

/// The page with what is wrong.
pub(crate) fn page_with(
    cx: &Cx,
    body: Body,
    sitting: Sitting,
    all: &[Sitting],
    profile: Option<Profile>,
    faults: Faults,
) -> SeatPage {
    SeatPage { faults, ..page(cx, body, sitting, all, profile) }
}

pub(crate) fn page(cx: &Cx, body: Body, sitting: Sitting, all: &[Sitting], profile: Option<Profile>) -> SeatPage {
    let today = cx.now().day();
    let mut others: Vec<_> = all
        .iter()
        .filter(|s| s.person != sitting.person && s.is_on(today))
        .map(|s| (s.person.clone(), s.name.clone()))
        .collect();
    others.dedup_by(|a, b| a.0 == b.0);
    let next = rota::next_until(sitting.until_on, today, profile.as_ref());
    let until = next.and_then(|next| rota::soonest(Some(next), body.ended_on));
    let typed = Typed {
        task: sitting.portfolio.clone(),
        deputy: sitting.deputy.as_ref().map(ToString::to_string).unwrap_or_default(),
        role: String::new(),
        from: dates::full(today, cx.lang()).replace('\u{a0}', " "),
        until: until.map(|d| dates::full(d, cx.lang()).replace('\u{a0}', " ")).unwrap_or_default(),
        asks_anyway: false,
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
    let fault = match task.chars().count() {
        _ if page.is_over() => Some(t.seat_is_over()),
        n if n > TASK_MOST => Some(t.seat_task_too_long()),
        _ => None,
    };
    if let Some(fault) = fault {
        drop(tx);
        (page.typed.task, page.typed.deputy) = (task, form.text("vervanger").to_owned());
        page.faults = Faults::one("taak", fault);
        return cx.page_again(&page);
    }
    seats::arrange(&mut tx, &permit, &seat, (&task, deputy.as_ref()), cx.now()).await?;
    let changed = arranged(&page.sitting, &task, deputy.as_ref());
    cx.record(&mut tx, &Event::Arranged { of: Of::body(&page.body), seat: seat.to_string(), changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", page.body.team_path()))
}

/// What is arranged otherwise now.
fn arranged(before: &Sitting, task: &str, deputy: Option<&PersonId>) -> Vec<Change> {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let person = |id: Option<&PersonId>| id.map(ToString::to_string);
    let changes = [
        Change::of("task", text(&before.portfolio), text(task)),
        Change::of("deputy", person(before.deputy.as_ref()), person(deputy)),
    ];
    changes.into_iter().flatten().collect()
}
