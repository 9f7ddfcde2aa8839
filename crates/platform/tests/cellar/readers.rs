//! A reader is a snapshot: it never sees half of what somebody writes.

use platform::args;
use testing::{Database, on_both};

use crate::sql;

on_both!(a_reader_never_sees_half_a_write, a_reader_cannot_be_made_to_write);

async fn a_reader_never_sees_half_a_write(database: Database) {
    let db = database.open().await;
    sql::add(&db, "left", "before").await;
    sql::add(&db, "right", "before").await;
    let mut reader = db.reader().await.unwrap();
    assert_eq!(sql::get(&mut reader, "left").await.as_deref(), Some("before"));

    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(sql::CHANGE, args!["left", "after"]).await.unwrap();
    tx.exactly_one(sql::CHANGE, args!["right", "after"]).await.unwrap();
    assert_eq!(sql::now(&db, "left").await.as_deref(), Some("before"), "not committed yet");
    tx.commit().await.unwrap();

    assert_eq!(sql::get(&mut reader, "right").await.as_deref(), Some("before"), "the second statement of one reader");
    assert_eq!(sql::now(&db, "right").await.as_deref(), Some("after"), "a new reader");
    drop(reader);
    let mut reader = db.reader().await.unwrap();
    assert_eq!(sql::get(&mut reader, "left").await.as_deref(), Some("after"), "a connection used again");
}

async fn a_reader_cannot_be_made_to_write(database: Database) {
    let db = database.open().await;
    let mut reader = db.reader().await.unwrap();
    assert!(reader.all(sql::ADD, args!["a", "1"]).await.is_err());
    drop(reader);
    assert_eq!(sql::now(&db, "a").await, None);
}
