//! What the house does by itself: reactions to the trail, and what was planned for a moment.
//!
//! A job and the mark that it is done are one transaction, so a crash leaves it undone and it is done
//! again, once. With several nodes on PostgreSQL the row that is being worked on is locked and the others
//! pass it over.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::app::App;
use crate::args;
use crate::clock::{Moment, SECOND, machine_now};
use crate::db::{Conn, Db, Result, Tx};
use crate::id::{self, Ref};
use crate::trail::{self, Line};

/// After this many tries a job is set aside and shown to the administrator.
const TRIES: i64 = 12;

crate::row! {
    pub(crate) struct Due { seq: i64, name: String, tries: i64 }

    /// Something planned for a moment on the house's clock.
    pub struct Planned {
        pub id: String,
        pub name: String,
        pub thing: Ref,
        pub due_at: Moment,
        pub tries: i64,
    }
}

crate::statements! {
    DUE: Due = "SELECT seq, name, tries FROM reaction
        WHERE done_at IS NULL AND given_up_at IS NULL AND next_try_at <= $1 ORDER BY next_try_at, seq LIMIT 1";
    DONE: () = "UPDATE reaction SET done_at = $3 WHERE seq = $1 AND name = $2 AND done_at IS NULL";
    LATER: () = "UPDATE reaction SET tries = tries + 1, next_try_at = $3, problem = $4, given_up_at = $5 WHERE seq = $1 AND name = $2";
    PLAN: () = "INSERT INTO planned (id, name, thing, due_at, tries) VALUES ($1, $2, $3, $4, 0)";
    UNPLAN: () = "DELETE FROM planned WHERE thing = $1 AND name = $2 AND done_at IS NULL";
    DUE_PLANNED: Planned = "SELECT id, name, thing, due_at, tries FROM planned
        WHERE done_at IS NULL AND due_at <= $1 AND tries < $2 ORDER BY due_at, id LIMIT 1";
    PLANNED_DONE: () = "UPDATE planned SET done_at = $2 WHERE id = $1 AND done_at IS NULL";
    PLANNED_LATER: () = "UPDATE planned SET tries = tries + 1, problem = $2 WHERE id = $1";
    REACTIONS_WAITING: (i64,) = "SELECT COUNT(*) FROM reaction WHERE done_at IS NULL AND given_up_at IS NULL AND next_try_at <= $1";
    PLANNED_WAITING: (i64,) = "SELECT COUNT(*) FROM planned WHERE done_at IS NULL AND due_at <= $1 AND tries < $2";
}

/// How a job went wrong.
#[derive(Debug)]
pub enum Trouble {
    /// It may work later.
    Again(String),
    /// It never will.
    GiveUp(String),
}

impl From<crate::db::Error> for Trouble {
    fn from(error: crate::db::Error) -> Self {
        Self::Again(error.to_string())
    }
}

pub type Job<'a> = Pin<Box<dyn Future<Output = std::result::Result<(), Trouble>> + Send + 'a>>;

/// What the house knows how to do; filled by the roof.
#[derive(Clone, Copy)]
pub struct Hands {
    pub react: for<'a> fn(&'a App, &'a mut Tx, &'a Line, &'a str) -> Job<'a>,
    pub planned: for<'a> fn(&'a App, &'a mut Tx, &'a Planned) -> Job<'a>,
}

/// Plans something for a moment on the house's clock.
pub async fn plan(tx: &mut Tx, name: &str, thing: &Ref, due_at: Moment) -> Result<()> {
    tx.exactly_one(PLAN, args![id::fresh(), name, thing, due_at]).await
}

/// Takes back what was planned under a name for a thing.
pub async fn unplan(tx: &mut Tx, name: &str, thing: &Ref) -> Result<()> {
    tx.run(UNPLAN, args![thing, name]).await.map(|_| ())
}

/// Whether nothing is due, neither to react to nor planned.
pub async fn at_rest(conn: &mut Conn, now: Moment) -> Result<bool> {
    let reactions = conn.value(REACTIONS_WAITING, args![machine_now()]).await?;
    let planned = conn.value(PLANNED_WAITING, args![now, TRIES]).await?;
    Ok(reactions + planned == 0)
}

/// Works until nothing is due. Gives how many jobs were taken up.
pub async fn work(app: &App, hands: Hands) -> Result<usize> {
    let mut jobs = 0;
    while react_once(app, hands).await? || planned_once(app, hands).await? {
        jobs += 1;
    }
    Ok(jobs)
}

/// Works for as long as the house stands: at once after each commit, and every second for the clock.
pub async fn work_on(app: App, hands: Hands) {
    let mut news = app.db().live().listen();
    loop {
        if let Err(error) = work(&app, hands).await {
            tracing::error!(%error, "the jobs could not be looked at");
        }
        let _ = tokio::time::timeout(Duration::from_secs(1), news.next()).await;
    }
}

async fn react_once(app: &App, hands: Hands) -> Result<bool> {
    // Looking first does not take the writer; most of the time there is nothing.
    if app.db().reader().await?.one(DUE, args![machine_now()]).await?.is_none() {
        return Ok(false);
    }
    let mut tx = app.db().begin().await?;
    let Some(due) = tx.claim(DUE, args![machine_now()]).await? else { return Ok(false) };
    let Some(line) = trail::at(&mut tx, due.seq).await? else { return Ok(false) };
    match (hands.react)(app, &mut tx, &line, &due.name).await {
        Ok(()) => {
            tx.exactly_one(DONE, args![due.seq, due.name, machine_now()]).await?;
            tx.commit().await?;
        }
        Err(trouble) => {
            drop(tx);
            set_aside(app.db(), &due, trouble).await?;
        }
    }
    Ok(true)
}

async fn set_aside(db: &Db, due: &Due, trouble: Trouble) -> Result<()> {
    let (problem, hopeless) = match trouble {
        Trouble::Again(why) => (why, due.tries + 1 >= TRIES),
        Trouble::GiveUp(why) => (why, true),
    };
    tracing::warn!(seq = due.seq, name = due.name, problem, hopeless, "a reaction failed");
    let again = machine_now().plus(SECOND << due.tries.clamp(0, 12));
    let given_up = hopeless.then(machine_now);
    let mut tx = db.begin().await?;
    tx.run(LATER, args![due.seq, due.name, again, problem, given_up]).await?;
    tx.commit().await
}

async fn planned_once(app: &App, hands: Hands) -> Result<bool> {
    let now = app.clock().now();
    if app.db().reader().await?.one(DUE_PLANNED, args![now, TRIES]).await?.is_none() {
        return Ok(false);
    }
    let mut tx = app.db().begin().await?;
    let Some(planned) = tx.claim(DUE_PLANNED, args![now, TRIES]).await? else { return Ok(false) };
    match (hands.planned)(app, &mut tx, &planned).await {
        Ok(()) => {
            tx.exactly_one(PLANNED_DONE, args![planned.id, app.clock().now()]).await?;
            tx.commit().await?;
        }
        Err(Trouble::Again(why) | Trouble::GiveUp(why)) => {
            drop(tx);
            tracing::warn!(name = planned.name, thing = %planned.thing, why, "a planned job failed");
            let mut tx = app.db().begin().await?;
            tx.run(PLANNED_LATER, args![planned.id, why]).await?;
            tx.commit().await?;
        }
    }
    Ok(true)
}
