//! How long sent letters stay in the outbox, and what the trail says of signing in; and the work of every night that
//! takes away what is older. The association chooses for all; a council or a municipality for letters in its own name.

use platform::app;
use platform::args;
use platform::clock::DAY;
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, Ref};
use platform::jobs::{self, Job, Planned, Trouble};
use platform::policy::Permit;
use platform::{App, Moment, trail};

use crate::policy::Changing;
use crate::store::{LETTER_DAYS, SIGN_IN_DAYS};

/// The name of the work.
const TIDY: &str = "settings.tidy";
/// At three in the morning nobody is waiting for the database.
const HOUR_OF_NIGHT: i64 = 3 * platform::clock::HOUR;

platform::statements! {
    OWN: (i64,) = "SELECT letter_days FROM organisation_retention WHERE organisation = $1";
    ALL_OWN: (OrganisationId, i64) = "SELECT organisation, letter_days FROM organisation_retention ORDER BY organisation";
    NO_OWN: () = "DELETE FROM organisation_retention WHERE organisation = $1";
    SET_OWN: () = "INSERT INTO organisation_retention (organisation, letter_days) VALUES ($1, $2)";
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

/// For how many days an organisation keeps letters in its own name; empty is as for all.
pub(crate) async fn own_days(conn: &mut Conn, of: &OrganisationId) -> Result<String> {
    Ok(conn.one(OWN, args![of]).await?.map(|(days,)| days.to_string()).unwrap_or_default())
}

pub(crate) async fn keep_own(tx: &mut Tx, permit: &Permit<Changing>, days: &str) -> Result<()> {
    let of = OrganisationId::of(permit.on());
    tx.run(NO_OWN, args![of]).await?;
    match days.parse::<i64>() {
        Ok(days) => tx.exactly_one(SET_OWN, args![of, days]).await,
        // What was read before is a number, or nothing: then it is as for all.
        Err(_) => Ok(()),
    }
}

async fn tidy(tx: &mut Tx, now: Moment) -> Result<()> {
    for (organisation, days) in tx.all(ALL_OWN, args![]).await? {
        let letters = mail::forget_sent_of(tx, &organisation, now.plus(-days * DAY)).await?;
        tracing::info!(letters, %organisation, "letters that this organisation kept long enough are gone");
    }
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
