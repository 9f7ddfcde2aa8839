//! Nobody waits for ever: not for a statement, not for a connection, not for the writer.

use std::time::Duration;

use platform::args;
use platform::db::{Db, Error};
use platform::trail::nothing_follows;
use testing::{Database, Engine, on_both};

use crate::sql;

on_both!(
    a_statement_that_does_not_end_is_cut_off,
    a_house_that_is_full_says_so,
    who_waits_too_long_for_a_row_or_the_writer_is_told
);

/// Waits shortly for others, and a little longer for its own statements.
async fn impatient(database: &Database) -> Db {
    database.open().await; // the tables, with the usual patience
    let mut options = database.options();
    options.readers = 1;
    options.wait = Duration::from_millis(300);
    options.statement_timeout = Duration::from_millis(900);
    Db::open(&options, nothing_follows).await.unwrap()
}

async fn a_statement_that_does_not_end_is_cut_off(database: Database) {
    let db = impatient(&database).await;
    let mut reader = db.reader().await.unwrap();
    let error = reader.value(sql::ENDLESS, args![]).await.unwrap_err();
    assert!(matches!(error, Error::Timeout), "{error:?}");
    drop(reader);
    let mut tx = db.begin().await.unwrap();
    sql::put(&mut tx, "a", "1").await;
    let error = tx.value(sql::ENDLESS, args![]).await.unwrap_err();
    assert!(matches!(error, Error::Timeout), "{error:?}");
    drop(tx);
    assert_eq!(sql::now(&db, "a").await, None);
    sql::add(&db, "a", "2").await;
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("2"), "the connections are as good as before");
}

async fn a_house_that_is_full_says_so(database: Database) {
    let db = impatient(&database).await;
    let mut taken = Vec::new();
    let error = loop {
        match db.reader().await {
            Ok(reader) => taken.push(reader),
            Err(error) => break error,
        }
        assert!(taken.len() < 20, "the pool has no end");
    };
    assert!(matches!(error, Error::Busy), "{error:?}");
    drop(taken);
    assert_eq!(sql::now(&db, "a").await, None, "when they went, there is room again");
}

async fn who_waits_too_long_for_a_row_or_the_writer_is_told(database: Database) {
    let db = impatient(&database).await;
    sql::add(&db, "a", "1").await;
    let mut first = db.begin().await.unwrap();
    first.lock(sql::GET, args!["a"]).await.unwrap();
    let error = match database.engine() {
        Engine::Sqlite => db.begin().await.err().unwrap(),
        Engine::Postgres => {
            let mut second = db.begin().await.unwrap();
            assert!(second.claim(sql::GET, args!["a"]).await.unwrap().is_none(), "a claim passes over it");
            second.lock(sql::GET, args!["a"]).await.unwrap_err()
        }
    };
    assert!(matches!(error, Error::Busy), "{error:?}");
    first.commit().await.unwrap();
    let mut second = db.begin().await.unwrap();
    assert!(second.lock(sql::GET, args!["a"]).await.unwrap().is_some());
}
