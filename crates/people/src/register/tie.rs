//! With which municipalities a council or a partnership sits, from when until when.
//!
//! POST /organisaties/{id}/inschrijving/gemeenten   gemeente, vanaf; or band (a municipality), tot

use axum::extract::Path;
use identity::fresh;
use platform::clock::Day;
use platform::db::Tx;
use platform::id::OrganisationId;
use platform::policy::Permit;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::dates;

use crate::body::Body;
use crate::events::Of;
use crate::parts::Faults;
use crate::register;
use crate::register::entry::{self, TieTyped};
use crate::register::form;
use crate::register::policy::{Keeping, Register};
use crate::register::written::{self, Found};
use crate::store::mergers;
use crate::store::register::{self as store, Party};
use crate::store::ties::{self, Tie};
use crate::{Event, Texts, say, texts};

fn change(what: &str, before: Option<Day>, after: Option<Day>) -> Option<Change> {
    Change::of(what, before.map(|day| day.to_string()), after.map(|day| day.to_string()))
}

/// A form that was read: what to do, or what is wrong with it.
enum Wish {
    Begin { party: Box<Party>, from_on: Option<Day> },
    Until { tie: Tie, until_on: Option<Day> },
    Wrong(Faults),
}

/// The first day, or why there is none. Empty is today.
fn first_day(typed: &str, today: Day, faults: &mut Faults, t: &Texts) -> Option<Day> {
    if typed.is_empty() {
        return Some(today);
    }
    let read = dates::parse(typed, today);
    if read.is_none() {
        faults.add("vanaf", say::bad_day(typed, t));
    }
    read
}

async fn begin(cx: &Cx, tx: &mut Tx, body: &Body, typed: &TieTyped) -> Result<Wish, Problem> {
    let (t, today, mut faults) = (texts(cx.lang()), cx.now().day(), Faults::none());
    let from = first_day(&typed.from, today, &mut faults, t);
    let found = if typed.municipality.is_empty() { None } else { Some(written::find(tx, &typed.municipality).await?) };
    let party = match found {
        None => {
            faults.add("gemeente", t.found_no_municipality());
            None
        }
        Some(Found::Nobody) => {
            faults.add("gemeente", t.register_unknown(typed.municipality.as_str()));
            None
        }
        Some(Found::Several) => {
            faults.add("gemeente", t.register_several(typed.municipality.as_str()));
            None
        }
        Some(Found::One(party)) => Some(party),
    };
    if let (Some(party), Some(from)) = (&party, from) {
        if let Some(absent) = written::absent(party, from, cx.lang(), t) {
            faults.add("gemeente", absent);
        }
        let there = ties::tie(tx, ties::What::of(body.kind), &body.id, &party.id).await?;
        if there.is_some_and(|tie| tie.until_on.is_none_or(|until| until >= from)) {
            faults.add("gemeente", t.register_tied_already());
        }
    }
    if body.since_on.zip(from).is_some_and(|(since, from)| from < since) {
        faults.add("vanaf", t.register_before_begin());
    }
    Ok(match (party, faults.is_empty()) {
        (Some(party), true) => Wish::Begin { party, from_on: from },
        _ => Wish::Wrong(faults),
    })
}

async fn until(cx: &Cx, tx: &mut Tx, body: &Body, typed: &TieTyped) -> Result<Wish, Problem> {
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let other = OrganisationId::of(typed.tie.as_str());
    let tie = ties::tie(tx, ties::What::of(body.kind), &body.id, &other).await?.ok_or(Problem::NotFound)?;
    let until_on = dates::parse(&typed.until, today);
    let party = store::party(tx, &other).await?.ok_or(Problem::NotFound)?;
    let fault = match until_on {
        // Its last day follows from what becomes of either.
        _ if body.ended_on.is_some() || party.goes_into.is_some() || party.ended_on.is_some() => {
            Some(t.register_follows())
        }
        None if !typed.until.is_empty() => Some(say::bad_day(&typed.until, t)),
        Some(until) if tie.from_on.is_some_and(|from| until < from) => Some(t.register_before_begin()),
        _ => None,
    };
    Ok(match fault {
        Some(fault) => Wish::Wrong(Faults::one("tot", fault)),
        None => Wish::Until { tie, until_on },
    })
}

async fn save(tx: &mut Tx, permit: &Permit<Keeping>, body: &Body, wish: &Wish) -> Result<Option<Event>, Problem> {
    let what = ties::What::of(body.kind);
    let (municipality, changed) = match wish {
        Wish::Wrong(_) => return Ok(None),
        Wish::Begin { party, from_on } => {
            mergers::tie(tx, permit, what, party, (*from_on, None)).await?;
            (party.id.clone(), change("from", None, *from_on))
        }
        Wish::Until { tie, until_on } => {
            ties::until(tx, permit, what, tie, *until_on).await?;
            (tie.other.clone(), change("until", tie.until_on, *until_on))
        }
    };
    let changed: Vec<Change> = changed.into_iter().collect();
    Ok((!changed.is_empty()).then(|| Event::Tied { of: Of::body(body), municipality, changed }))
}

pub(crate) async fn change_tie(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["gemeente", "vanaf", "band", "tot"])?;
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    fresh::keeping(&cx, &form)?;
    let mut tx = cx.begin().await?;
    store::hold(&mut tx, &id).await?;
    let body = entry::find(&mut tx, &id).await?;
    if !form::What::of_body(&body).is_some_and(form::What::has_municipalities) {
        return Err(Problem::Malformed("it sits with no municipalities"));
    }
    let typed = TieTyped {
        municipality: form.text("gemeente").to_owned(),
        from: form.text("vanaf").to_owned(),
        tie: form.text("band").to_owned(),
        until: form.text("tot").to_owned(),
    };
    let wish = if form.has("band") {
        until(&cx, &mut tx, &body, &typed).await?
    } else {
        begin(&cx, &mut tx, &body, &typed).await?
    };
    if let Wish::Wrong(faults) = wish {
        let mut page = entry::page(&cx, &mut tx, body).await?;
        drop(tx);
        (page.tie, page.faults) = (typed, faults);
        return cx.page_again(&page);
    }
    if let Some(event) = save(&mut tx, &permit, &body, &wish).await? {
        cx.record(&mut tx, &event);
    }
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=band", register::path_of(&id)))
}
