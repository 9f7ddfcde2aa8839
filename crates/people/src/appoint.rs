//! Another role, and another term.
//!
//! POST /organisaties/{id}/mensen/{seat}/rol             rol, vanaf, toch
//! POST /organisaties/{id}/mensen/{seat}/herbenoeming    tot

use axum::extract::Path;
use identity::fresh;
use platform::Role;
use platform::choice::Choice as _;
use platform::id::{OrganisationId, SeatId};
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome};
use ui::dates;

use crate::events::Of;
use crate::kinds::{Reason, has_term};
use crate::parts::Faults;
use crate::plan::Remark;
use crate::policy::Running;
use crate::store::bodies;
use crate::store::seats::{self, New, Sitting};
use crate::{Event, room, rota, say, seat, texts};

pub(crate) async fn change_role(cx: Cx, Path((id, place)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["rol", "vanaf", "toch"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let sitting = room::take(&mut tx, &place, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut page = seat::page(&cx, body, sitting, &all, profile);
    let role = form.choice::<Role>("rol").filter(|r| page.roles.contains(r) && *r != page.sitting.role);
    let from = dates::parse(form.text("vanaf"), today);
    let mut faults = Faults::none();
    if role.is_none() {
        faults.add("rol", t.seat_no_role());
    }
    match (from, role) {
        _ if page.sitting.role == Role::Administrator => faults.add("rol", t.seat_is_keeper()),
        _ if page.sitting.reason.is_some() => faults.add("rol", t.seat_ended_already()),
        _ if page.sitting.is_past(today) => faults.add("rol", t.seat_is_over()),
        (None, _) => faults.add("vanaf", say::bad_day(form.text("vanaf"), t)),
        (Some(from), _) if from < page.sitting.from_on => faults.add("vanaf", t.seat_before_begin()),
        // Another role begins while the old one runs.
        (Some(from), _) if page.sitting.is_past(from) => {
            faults.add("vanaf", seat::runs_until(&page.sitting, cx.lang(), t));
        }
        (Some(from), Some(role)) if rota::has_already(&all, &page.sitting, role, from) => {
            faults.add("rol", t.seat_has_role());
        }
        (Some(from), role) => {
            let keeps =
                role.is_some_and(|role| seat::seat_of(&page.body, &Sitting { role, ..page.sitting.clone() }).runs());
            if !keeps && seat::is_last_runner(&page.body, &all, &page.sitting, from) {
                faults.add("rol", t.seat_last_runner());
            }
        }
    }
    if let (Some(role), Some(from), true) = (role, from, faults.is_empty())
        && let Some(holder) = rota::holder(&all, &page.sitting, role, from).filter(|_| !form.has("toch"))
    {
        // As when inviting: it is said, and then it is for them to decide.
        page.typed.asks_anyway = true;
        faults.add("rol", say::remark(&Remark::Held(holder.name.clone()), role, cx.lang(), t));
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
    let until_on = rota::until_in(old, role, from, page.profile.as_ref(), page.body.ended_on);
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
    let (of, from, to) = (Of::body(&page.body), place.to_string(), new.to_string());
    cx.record(&mut tx, &Event::RoleChanged { of, from, to, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", page.body.team_path()))
}

pub(crate) async fn renew(cx: Cx, Path((id, place)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["tot"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let sitting = room::take(&mut tx, &place, &body).await?;
    let all = seats::all(&mut tx, &id).await?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut page = seat::page(&cx, body, sitting, &all, profile);
    let until = dates::parse(form.text("tot"), today);
    let latest = rota::latest_until(page.sitting.until_on, today, page.profile.as_ref());
    let fault = match until {
        _ if page.sitting.is_past(today) => Some(t.seat_is_over()),
        _ if !page.may_renew() => Some(t.seat_no_term()),
        _ if rota::next(page.sitting.term, page.sitting.until_on, page.profile.as_ref()) == rota::Next::MustLeave => {
            Some(t.seat_terms_are_over())
        }
        None => Some(say::bad_day(form.text("tot"), t)),
        Some(until) if until <= today || page.sitting.until_on.is_some_and(|now| until <= now) => {
            Some(t.seat_until_is_past())
        }
        Some(until) if page.body.is_over(until) => {
            Some(t.invite_is_over(page.body.ended_on.map(|day| dates::full(day, cx.lang())).unwrap_or_default()))
        }
        Some(until) if until > latest => Some(t.seat_until_too_late(dates::full(latest, cx.lang()))),
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
    cx.record(&mut tx, &Event::Renewed { of: Of::body(&page.body), seat: place.to_string(), until: told, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=herbenoemd", page.body.team_path()))
}
