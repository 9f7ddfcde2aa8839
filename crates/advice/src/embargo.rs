//! An embargo: until a moment a case is for those who work on it. Not for the clerk, and not for guests. It opens by
//! the clock, and whoever asked for it opens it sooner.
//!
//! GET  /dossiers/{id}/embargo
//! POST /dossiers/{id}/embargo     `dag`, `tijd`, `grond`; or `doe` with `weg`

use axum::extract::Path;
use platform::clock::{Day, Moment};
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, dates};

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::CaseId;
use crate::policy::SettingEmbargo;
use crate::store::seclusion;
use crate::{Event, Texts, parts, plans, room, say, texts};

/// Longer than a year is no embargo.
const MONTHS_MOST: i64 = 12;
/// When nobody says at what time.
const MORNING: &str = "9.00";

#[derive(askama::Template)]
#[template(path = "embargo.html")]
struct EmbargoPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    /// It is under an embargo now, and this side asked for it.
    can_lift: bool,
    day: String,
    time: String,
    ground: String,
    faults: Faults,
}

impl EmbargoPage {
    fn holds(&self) -> Option<String> {
        say::embargo(&self.case, &self.ui, self.t)
    }
}

fn page(cx: &Cx, case: Case, faults: Faults) -> EmbargoPage {
    let t = texts(cx.lang());
    let can_lift = case.is_under_embargo(cx.now()) && case.embargo_side == Some(case.side_of(cx.actor()));
    let until = case.embargo_until.filter(|_| can_lift);
    let day = until.map(|at| dates::full(at.day(), cx.lang()).replace('\u{a0}', " ")).unwrap_or_default();
    let time = until.map_or_else(|| MORNING.to_owned(), |at| dates::time(at, cx.lang()));
    EmbargoPage { ui: room::frame_below(cx, &case, t), t, case, can_lift, day, time, ground: String::new(), faults }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<SettingEmbargo>(&case)?;
    let side = case.side_of(cx.actor());
    let refused = case.set_embargo(side, cx.now()).err();
    let faults = refused.map_or_else(Faults::none, |why| Faults::one("dag", say::refusal(why, texts(cx.lang()))));
    let page = page(&cx, case, faults);
    let ground = if page.can_lift { seclusion::embargo(&mut reader, &id).await? } else { None };
    cx.page(&EmbargoPage { ground: ground.map(|g| g.ground).unwrap_or_default(), ..page })
}

/// The moment that was typed: *1 maart 2027* and *9.00*.
fn moment(day: Day, time: &str) -> Option<Moment> {
    let time = time.trim().trim_end_matches("uur").trim();
    let time = if time.is_empty() { MORNING } else { time };
    let (hour, minute) = time.split_once(['.', ':']).unwrap_or((time, "0"));
    let (hour, minute) = (hour.trim().parse::<u8>().ok()?, minute.trim().parse::<u8>().ok()?);
    (hour < 24 && minute < 60).then(|| Moment::parse(&format!("{day}T{hour:02}:{minute:02}")))?
}

pub(crate) async fn change(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["dag", "tijd", "grond", "doe"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<SettingEmbargo>(&case)?;
    let (t, now, side) = (texts(cx.lang()), cx.now(), case.side_of(cx.actor()));
    if let Err(why) = case.set_embargo(side, now) {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("dag", say::refusal(why, t))));
    }
    if form.text("doe") == "weg" {
        if !case.is_under_embargo(now) {
            return Err(Problem::Stale);
        }
        seclusion::lift_embargo(&mut tx, &permit, now).await?;
        plans::no_embargo(&mut tx, &id).await?;
        cx.record(&mut tx, &Event::EmbargoLifted { of: Of::seen(&case), side });
        tx.commit().await?;
        return cx.go_to(&format!("{}?bericht=embargo-weg", case.path()));
    }
    let (day, time) = (form.text("dag").to_owned(), form.text("tijd").to_owned());
    let ground = form.raw("grond").trim().to_owned();
    let (faults, until) = read(&day, &time, &ground, now, t);
    let (Some(until), true) = (until, faults.is_empty()) else {
        drop(tx);
        return cx.page_again(&EmbargoPage { day, time, ground, ..page(&cx, case, faults) });
    };
    seclusion::set_embargo(&mut tx, &permit, (side, until), &ground, now).await?;
    plans::embargo(&mut tx, &id, until).await?;
    cx.record(&mut tx, &Event::EmbargoSet { of: Of::seen(&case), side, until });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=embargo", case.path()))
}

fn read(day: &str, time: &str, ground: &str, now: Moment, t: &Texts) -> (Faults, Option<Moment>) {
    let mut faults = Faults::none();
    let until = match dates::parse(day, now.day()) {
        None => {
            faults.add("dag", say::bad_day(day, t));
            None
        }
        Some(on) => {
            let until = moment(on, time);
            match until {
                None => faults.add("tijd", t.embargo_no_time()),
                Some(until) if until <= now => faults.add("dag", t.embargo_past()),
                Some(until) if until.day() > now.day().plus_months(MONTHS_MOST) => {
                    faults.add("dag", t.embargo_too_long());
                }
                Some(_) => {}
            }
            until
        }
    };
    faults.need("grond", ground, t.embargo_no_ground());
    (faults, until)
}
