//! Errors have the same type on both engines, so that a room can tell them apart.

use platform::args;
use platform::db::{Db, Error, Statement};
use testing::{Database, on_both};

use crate::sql;

on_both!(errors_are_typed, a_cell_that_does_not_fit_is_named, arguments_go_by_their_numbers, statements_prepare);

async fn refused(db: &Db, statement: Statement<()>, row: &[platform::db::Value<'_>]) -> Error {
    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(statement, row).await.unwrap_err()
}

async fn errors_are_typed(database: Database) {
    let db = database.open().await;
    sql::add(&db, "a", "1").await;
    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(sql::ORGANISATION, args!["a", "council", "A"]).await.unwrap();
    tx.exactly_one(sql::ORGANISATION, args!["b", "municipality", "B"]).await.unwrap();
    tx.exactly_one(sql::LINK, args!["a", "b"]).await.unwrap();
    tx.commit().await.unwrap();

    assert!(matches!(refused(&db, sql::ADD, args!["a", "2"]).await, Error::Unique(_)));
    assert!(matches!(refused(&db, sql::LINK, args!["a", "nobody"]).await, Error::ForeignKey(_)));
    assert!(matches!(refused(&db, sql::UNLINKED, args!["b"]).await, Error::ForeignKey(_)), "it is pointed at");
    assert!(matches!(refused(&db, sql::ORGANISATION, args!["c", "castle", "C"]).await, Error::Check(_)));
    assert!(matches!(refused(&db, sql::ADD, args!["b", None::<String>]).await, Error::Check(_)), "it may not be empty");
    assert!(matches!(refused(&db, sql::CHANGE, args!["nowhere", "1"]).await, Error::Stale));
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("1"), "nothing of this was kept");
}

async fn a_cell_that_does_not_fit_is_named(database: Database) {
    let db = database.open().await;
    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(sql::ORGANISATION, args!["a", "council", "A"]).await.unwrap();
    let error = tx.one(sql::NOTHING, args!["a"]).await.unwrap_err();
    let Error::Shape(why) = error else { panic!("{error:?}") };
    assert!(why.starts_with("NOTHING, column 0"), "{why}");
    let error = tx.value(sql::NOTHING, args!["nowhere"]).await.unwrap_err();
    assert!(matches!(error, Error::Shape(_)), "{error:?}");
}

async fn arguments_go_by_their_numbers(database: Database) {
    let db = database.open().await;
    let mut reader = db.reader().await.unwrap();
    let row = reader.one(sql::MIXED, args!["first", "second", "third"]).await.unwrap().unwrap();
    assert_eq!(row, ("third".into(), "first".into(), "third".into()));
    let row = reader.one(sql::TEN, args!["one", 2, 3, 4, 5, 6, 7, 8, 9, "ten"]).await.unwrap().unwrap();
    assert_eq!(row, ("ten".into(), "one".into()));
}

async fn statements_prepare(database: Database) {
    let db = database.open().await;
    for statement in sql::STATEMENTS {
        let (columns, _) = db.describe(statement).await.unwrap_or_else(|e| panic!("{}: {e}", statement.name));
        if !statement.columns.is_empty() {
            assert_eq!(columns, statement.columns, "{}", statement.name);
        }
    }
}
