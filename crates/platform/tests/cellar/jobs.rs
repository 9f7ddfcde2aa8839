//! What the house does by itself: once, and again when it failed, and at the moment for which it was planned.

use std::sync::atomic::{AtomicUsize, Ordering};

use platform::app::Recognised;
use platform::clock::{DAY, HOUR};
use platform::config::Config;
use platform::db::{Db, Tx};
use platform::jobs::{self, Hands, Job, Planned, Trouble};
use platform::trail::{Entry, Line};
use platform::{App, Clock, Ref, args};
use testing::{Database, on_both};

use crate::chain::{Said, say};
use crate::sql;

on_both!(
    two_workers_do_each_job_once,
    a_job_that_fails_is_done_again_later,
    a_job_that_keeps_failing_is_set_aside,
    a_hopeless_job_is_set_aside_at_once,
    what_is_planned_waits_for_its_moment,
    what_is_planned_and_fails_is_set_aside
);

fn follows(_: &Entry) -> Vec<&'static str> {
    vec!["test.note"]
}

fn nobody<'a>(_: &'a App, _: &'a str) -> Recognised<'a> {
    Box::pin(async { Ok(None) })
}

fn app(db: Db) -> App {
    App::new(db, Clock::default(), Config::default(), platform::Keys::in_memory(), false, nobody)
}

async fn house(database: &Database) -> App {
    app(database.open_with(follows).await)
}

/// Notes what was said. Words that begin with *fail* fail after writing, and *hopeless* never works.
fn react<'a>(_: &'a App, tx: &'a mut Tx, line: &'a Line, _: &'a str) -> Job<'a> {
    Box::pin(async move {
        let words = line.event::<Said>().map(|s| s.words).unwrap_or_default();
        tx.exactly_one(sql::ADD, args![format!("done-{}", line.seq), words]).await?;
        tokio::task::yield_now().await;
        match words.as_str() {
            "fail" => Err(Trouble::Again("the printer is out of paper".into())),
            "hopeless" => Err(Trouble::GiveUp("there is no printer".into())),
            _ => Ok(()),
        }
    })
}

static PLANNED: AtomicUsize = AtomicUsize::new(0);

fn planned<'a>(_: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    Box::pin(async move {
        PLANNED.fetch_add(1, Ordering::Relaxed);
        if planned.name == "test.fails" {
            return Err(Trouble::Again("not yet".into()));
        }
        tx.exactly_one(sql::ADD, args![format!("planned-{}", planned.id), planned.thing]).await?;
        Ok(())
    })
}

const HANDS: Hands = Hands { react, planned };

async fn count(app: &App, like: &str) -> i64 {
    app.db().reader().await.unwrap().value(sql::COUNT, args![like]).await.unwrap()
}

async fn at_rest(app: &App) -> bool {
    jobs::at_rest(&mut app.db().reader().await.unwrap(), app.clock().now()).await.unwrap()
}

async fn two_workers_do_each_job_once(database: Database) {
    let (one, other) = (house(&database).await, house(&database).await);
    for n in 0..30 {
        say(one.db(), &format!("job {n}")).await;
    }
    assert!(!at_rest(&one).await);
    let work = |app: App| tokio::spawn(async move { jobs::work(&app, HANDS).await.unwrap() });
    let (a, b) = (work(one.clone()), work(other.clone()));
    let (a, b) = (a.await.unwrap(), b.await.unwrap());
    // On PostgreSQL one may leave while the other still holds the last job.
    jobs::work(&one, HANDS).await.unwrap();
    assert_eq!(a + b, 30, "each was taken up once");
    assert_eq!(count(&one, "done-%").await, 30);
    let done = one.db().reader().await.unwrap().value(sql::DONE, args![]).await.unwrap();
    assert_eq!(done, 30, "and none of them failed on the way");
    assert!(at_rest(&one).await);
}

async fn again(app: &App) {
    let mut tx = app.db().begin().await.unwrap();
    tx.run(sql::DUE_NOW, args![]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn tries(app: &App) -> Vec<(i64, i64, Option<i64>, Option<String>)> {
    app.db().reader().await.unwrap().all(sql::TRIES, args![]).await.unwrap()
}

async fn a_job_that_fails_is_done_again_later(database: Database) {
    let app = house(&database).await;
    say(app.db(), "fail").await;
    say(app.db(), "well").await;
    jobs::work(&app, HANDS).await.unwrap();
    assert_eq!(count(&app, "done-1").await, 0, "what it wrote was rolled back");
    assert_eq!(count(&app, "done-2").await, 1, "it does not hold up the others");
    assert!(at_rest(&app).await, "it waits for its next try");
    let left = tries(&app).await;
    assert_eq!(left, [(1, 1, None, Some("the printer is out of paper".into()))]);
    again(&app).await;
    assert!(!at_rest(&app).await);
    jobs::work(&app, HANDS).await.unwrap();
    assert_eq!(tries(&app).await[0].1, 2);
}

async fn a_job_that_keeps_failing_is_set_aside(database: Database) {
    let app = house(&database).await;
    say(app.db(), "fail").await;
    for _ in 0..12 {
        assert!(tries(&app).await[0].2.is_none());
        again(&app).await;
        jobs::work(&app, HANDS).await.unwrap();
    }
    let left = tries(&app).await;
    assert_eq!(left[0].1, 12);
    assert!(left[0].2.is_some(), "after twelve tries somebody must look at it");
    again(&app).await;
    assert_eq!(jobs::work(&app, HANDS).await.unwrap(), 0);
    assert!(at_rest(&app).await);
}

async fn a_hopeless_job_is_set_aside_at_once(database: Database) {
    let app = house(&database).await;
    say(app.db(), "hopeless").await;
    jobs::work(&app, HANDS).await.unwrap();
    let left = tries(&app).await;
    assert_eq!((left[0].1, left[0].3.as_deref()), (1, Some("there is no printer")));
    assert!(left[0].2.is_some());
}

async fn plan(app: &App, name: &str, thing: &Ref, in_ms: i64) {
    let mut tx = app.db().begin().await.unwrap();
    jobs::plan(&mut tx, name, thing, app.clock().now().plus(in_ms)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn what_is_planned_waits_for_its_moment(database: Database) {
    let app = house(&database).await;
    let (soon, taken_back) = (Ref::new("thing", "soon"), Ref::new("thing", "taken-back"));
    plan(&app, "test.ask", &soon, DAY).await;
    plan(&app, "test.ask", &taken_back, DAY).await;
    let mut tx = app.db().begin().await.unwrap();
    jobs::unplan(&mut tx, "test.ask", &taken_back).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(jobs::work(&app, HANDS).await.unwrap(), 0);
    assert!(at_rest(&app).await);
    app.clock().set(app.clock().now().plus(DAY + HOUR));
    assert!(!at_rest(&app).await, "the clock decides, also when nobody worked for a day");
    assert_eq!(jobs::work(&app, HANDS).await.unwrap(), 1);
    assert_eq!(count(&app, "planned-%").await, 1);
    app.clock().set(app.clock().now().plus(-2 * DAY));
    assert_eq!(jobs::work(&app, HANDS).await.unwrap(), 0, "set back, it is not done again");
}

async fn what_is_planned_and_fails_is_set_aside(database: Database) {
    let app = house(&database).await;
    plan(&app, "test.fails", &Ref::new("thing", "1"), -HOUR).await;
    plan(&app, "test.ask", &Ref::new("thing", "2"), -HOUR).await;
    for _ in 0..20 {
        jobs::work(&app, HANDS).await.unwrap();
    }
    assert_eq!(count(&app, "planned-%").await, 1, "it does not hold up the others for ever");
    let rows = app.db().reader().await.unwrap().all(sql::PLANNED, args![]).await.unwrap();
    assert_eq!(rows.iter().map(|(tries, _)| *tries).max(), Some(12));
    assert!(at_rest(&app).await);
}
