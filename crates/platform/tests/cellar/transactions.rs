//! A transaction is whole or it never was, whatever becomes of who began it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use platform::args;
use platform::db::Error;
use testing::{Database, on_both};
use tokio::sync::Barrier;

use crate::sql;

on_both!(
    what_is_dropped_never_was,
    a_panic_leaves_nothing,
    who_goes_away_leaves_nothing,
    who_is_cut_off_in_a_statement_leaves_nothing,
    of_two_who_want_the_same_one_loses,
    of_two_who_do_not_look_first_one_loses_too
);

async fn what_is_dropped_never_was(database: Database) {
    let db = database.open().await;
    let mut tx = db.begin().await.unwrap();
    sql::put(&mut tx, "a", "1").await;
    assert_eq!(sql::get(&mut tx, "a").await.as_deref(), Some("1"), "it sees its own");
    drop(tx);
    assert_eq!(sql::now(&db, "a").await, None);
    sql::add(&db, "a", "2").await;
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("2"));
}

async fn a_panic_leaves_nothing(database: Database) {
    let db = database.open().await;
    let task = tokio::spawn({
        let db = db.clone();
        async move {
            let mut tx = db.begin().await.unwrap();
            sql::put(&mut tx, "a", "1").await;
            panic!("in the middle of a transaction");
        }
    });
    assert!(task.await.unwrap_err().is_panic());
    assert_eq!(sql::now(&db, "a").await, None);
    sql::add(&db, "a", "2").await;
}

async fn who_goes_away_leaves_nothing(database: Database) {
    let db = database.open().await;
    for _ in 0..20 {
        let slow = async {
            let mut tx = db.begin().await.unwrap();
            sql::put(&mut tx, "a", "1").await;
            std::future::pending::<()>().await;
            tx.commit().await.unwrap();
        };
        assert!(tokio::time::timeout(Duration::from_millis(20), slow).await.is_err());
    }
    assert_eq!(sql::now(&db, "a").await, None);
    sql::add(&db, "a", "2").await;
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("2"), "no connection was lost");
}

async fn who_is_cut_off_in_a_statement_leaves_nothing(database: Database) {
    let mut options = database.options();
    options.statement_timeout = Duration::from_millis(500);
    let db = platform::db::Db::open(&options, platform::trail::nothing_follows).await.unwrap();
    for round in 0..12 {
        let begun = Arc::new(tokio::sync::Notify::new());
        let mut task = tokio::spawn({
            let (db, begun) = (db.clone(), begun.clone());
            async move {
                let mut tx = db.begin().await.unwrap();
                sql::put(&mut tx, &format!("cut-off-{round}"), "1").await;
                begun.notify_one();
                let _ = tx.value(sql::ENDLESS, args![]).await;
                std::future::pending::<()>().await;
            }
        });
        tokio::select! {
            () = begun.notified() => task.abort(),
            ended = &mut task => panic!("it should wait: {ended:?}"),
        }
        assert!(task.await.unwrap_err().is_cancelled());
    }
    sql::add(&db, "a", "2").await;
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("2"));
    let left = db.reader().await.unwrap().value(sql::COUNT, args!["cut-off-%"]).await.unwrap();
    assert_eq!(left, 0);
}

/// Both have looked before either acts, where the engine lets them.
async fn of_two_who_want_the_same_one_loses(database: Database) {
    let db = database.open().await;
    for round in 0..10 {
        let name = format!("seat-{round}");
        sql::add(&db, &name, "free").await;
        let (won, start) = (Arc::new(AtomicUsize::new(0)), Arc::new(Barrier::new(2)));
        let takers = ["Ans", "Dirk"].map(|who| {
            let (db, name, won, start) = (db.clone(), name.clone(), won.clone(), start.clone());
            tokio::spawn(async move {
                start.wait().await;
                let mut tx = db.begin().await.unwrap();
                let seat = tx.lock(sql::GET, args![name]).await.unwrap().unwrap();
                if seat.value == "free" {
                    tx.exactly_one(sql::CHANGE, args![name, who]).await.unwrap();
                    tx.commit().await.unwrap();
                    won.fetch_add(1, Ordering::Relaxed);
                }
            })
        });
        for taker in takers {
            taker.await.unwrap();
        }
        assert_eq!(won.load(Ordering::Relaxed), 1, "{name}");
    }
}

async fn of_two_who_do_not_look_first_one_loses_too(database: Database) {
    let db = database.open().await;
    for round in 0..10 {
        let name = format!("seat-{round}");
        sql::add(&db, &name, "free").await;
        let start = Arc::new(Barrier::new(2));
        let takers = ["Ans", "Dirk"].map(|who| {
            let (db, name, start) = (db.clone(), name.clone(), start.clone());
            tokio::spawn(async move {
                start.wait().await;
                let mut tx = db.begin().await.unwrap();
                tx.exactly_one(sql::TAKE, args![name, who]).await?;
                tx.commit().await
            })
        });
        let mut outcomes = Vec::new();
        for taker in takers {
            outcomes.push(taker.await.unwrap());
        }
        assert_eq!(outcomes.iter().filter(|o| o.is_ok()).count(), 1, "{outcomes:?}");
        assert_eq!(outcomes.iter().filter(|o| matches!(o, Err(Error::Stale))).count(), 1, "{outcomes:?}");
    }
}
