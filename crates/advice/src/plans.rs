//! What a case plans for later, on the clock of the house: a reminder a week before a term ends, a notice
//! when it has passed, and the days on which both sides look back.

use platform::clock::{Day, HOUR, Moment};
use platform::db::{Result, Tx};
use platform::{Ref, jobs};

use crate::kinds::{CaseId, MonitoringId};

/// How long before the last day both sides are reminded.
const REMIND_DAYS: i64 = 7;
/// Letters go out in the morning.
const MORNING_MS: i64 = 8 * HOUR;

pub(crate) const REMIND: &str = "advice.remind";
pub(crate) const PASSED: &str = "advice.passed";
pub(crate) const MONITOR: &str = "advice.monitor";

/// An embargo is over.
pub(crate) const EMBARGO: &str = "advice.embargo";

fn thing(case: &CaseId) -> Ref {
    Ref::new("case", case)
}

/// Plans the reminder and the notice of a term. What lies behind us is not planned.
pub(crate) async fn term(tx: &mut Tx, case: &CaseId, due_on: Option<Day>, now: Moment) -> Result<()> {
    no_term(tx, case).await?;
    term_once(tx, case, due_on, now).await
}

/// The same for a case that has nothing planned yet.
pub(crate) async fn term_once(tx: &mut Tx, case: &CaseId, due_on: Option<Day>, now: Moment) -> Result<()> {
    let Some(due_on) = due_on else { return Ok(()) };
    for (name, day) in [(REMIND, due_on.plus_days(-REMIND_DAYS)), (PASSED, due_on.plus_days(1))] {
        let at = day.start().plus(MORNING_MS);
        if at > now {
            jobs::plan(tx, name, &thing(case), at).await?;
        }
    }
    Ok(())
}

/// The term is over or no longer counts.
pub(crate) async fn no_term(tx: &mut Tx, case: &CaseId) -> Result<()> {
    jobs::unplan(tx, REMIND, &thing(case)).await?;
    jobs::unplan(tx, PASSED, &thing(case)).await
}

/// Plans that an embargo opens; the moment that was planned before no longer counts.
pub(crate) async fn embargo(tx: &mut Tx, case: &CaseId, until: Moment) -> Result<()> {
    no_embargo(tx, case).await?;
    jobs::plan(tx, EMBARGO, &thing(case), until).await
}

pub(crate) async fn no_embargo(tx: &mut Tx, case: &CaseId) -> Result<()> {
    jobs::unplan(tx, EMBARGO, &thing(case)).await
}

/// Plans that both sides are asked what they see on a day.
pub(crate) async fn monitoring(tx: &mut Tx, id: &MonitoringId, due_on: Day) -> Result<()> {
    jobs::plan(tx, MONITOR, &Ref::new("monitoring", id), due_on.start().plus(MORNING_MS)).await
}

/// Somebody said so already: nothing is asked any more.
pub(crate) async fn no_monitoring(tx: &mut Tx, id: &MonitoringId) -> Result<()> {
    jobs::unplan(tx, MONITOR, &Ref::new("monitoring", id)).await
}
