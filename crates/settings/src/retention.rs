//! How long sent letters stay in the outbox, and what the trail says of signing in; and the work of every night that
//! takes away what is older.

use platform::app;
use platform::args;
use platform::clock::DAY;
use platform::db::{Result, Tx};
use platform::id::Ref;
use platform::jobs::{self, Job, Planned, Trouble};
use platform::{App, Moment, trail};

use crate::store::{LETTER_DAYS, SIGN_IN_DAYS};

/// The name of the work.
const TIDY: &str = "settings.tidy";
/// At three in the morning nobody is waiting for the database.
const HOUR_OF_NIGHT: i64 = 3 * platform::clock::HOUR;

platform::statements! {
    AHEAD: (i64,) = "SELECT COUNT(*) FROM planned WHERE name = $1 AND done_at IS NULL AND due_at > $2";
}

fn thing() -> Ref {
    Ref::new("house", "outbox")
}

fn next_night(now: Moment) -> Moment {
    now.day().plus_days(1).start().plus(HOUR_OF_NIGHT)
}

/// Plans the work of tonight, unless it is planned already; called when the house opens.
pub async fn see_to_it(app: &App) -> Result<()> {
    let mut tx = app.db().begin().await?;
    plan(&mut tx, app.clock().now()).await?;
    tx.commit().await
}

/// Two nodes that open at once may both plan it; after a night one of the two is left.
async fn plan(tx: &mut Tx, now: Moment) -> Result<()> {
    if tx.value(AHEAD, args![TIDY, now]).await? > 0 {
        return Ok(());
    }
    jobs::plan(tx, TIDY, &thing(), next_night(now)).await
}

/// Does what was planned, and plans the next night.
pub fn planned<'a>(app: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    Box::pin(async move {
        if planned.name != TIDY {
            return Err(Trouble::GiveUp(format!("this room does not know how to do {}", planned.name)));
        }
        let now = app.clock().now();
        tidy(tx, now).await?;
        Ok(plan(tx, now).await?)
    })
}

async fn tidy(tx: &mut Tx, now: Moment) -> Result<()> {
    if let Some(days) = chosen(tx, LETTER_DAYS).await? {
        let letters = mail::forget_sent(tx, now.plus(-days * DAY)).await?;
        tracing::info!(letters, "letters that were kept long enough are gone");
    }
    if let Some(days) = chosen(tx, SIGN_IN_DAYS).await? {
        let mut lines = 0;
        for kind in identity::OF_SIGNING_IN.iter().chain([&trail::REFUSED]) {
            lines += trail::erase_of_kind(tx, kind, now.plus(-days * DAY)).await?;
        }
        let looks = platform::looked::forget_before(tx, now.day().plus_days(-days)).await?;
        tracing::info!(looks, "counts of looks that were refused were kept long enough and are gone");
        tracing::info!(lines, "what the trail said of signing in was kept long enough and is erased");
    }
    Ok(())
}

async fn chosen(tx: &mut Tx, name: &'static str) -> Result<Option<i64>> {
    let typed = app::setting(tx, name).await?;
    Ok(typed.and_then(|days| days.parse::<i64>().ok()).filter(|days| crate::setting::DAYS.contains(days)))
}
