//! The tables are brought up to date once, by whoever comes first.

use platform::args;
use platform::db::{Db, Error, known_version};
use platform::trail::nothing_follows;
use testing::{Database, Engine, on_both};

use crate::sql;

on_both!(opening_twice_changes_nothing, four_nodes_that_start_together_take_turns, a_newer_database_is_refused);

async fn steps(db: &Db) -> i64 {
    db.reader().await.unwrap().value(sql::STEPS, args![]).await.unwrap()
}

async fn opening_twice_changes_nothing(database: Database) {
    let db = database.open().await;
    let before = steps(&db).await;
    sql::add(&db, "a", "1").await;
    drop(db);
    let db = database.open().await;
    assert_eq!(steps(&db).await, before);
    assert_eq!(sql::now(&db, "a").await.as_deref(), Some("1"));
}

async fn four_nodes_that_start_together_take_turns(database: Database) {
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let options = database.options();
            tokio::spawn(async move { Db::open(&options, nothing_follows).await })
        })
        .collect();
    for (n, node) in nodes.into_iter().enumerate() {
        let db = node.await.unwrap().unwrap_or_else(|e| panic!("node {n}: {e}"));
        sql::add(&db, &format!("node-{n}"), "here").await;
    }
    let db = database.open().await;
    assert_eq!(db.reader().await.unwrap().value(sql::COUNT, args!["node-%"]).await.unwrap(), 4);
}

async fn a_newer_database_is_refused(database: Database) {
    let db = database.open().await;
    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(sql::FUTURE, args![]).await.unwrap();
    tx.commit().await.unwrap();
    drop(db);
    let Err(error) = Db::open(&database.options(), nothing_follows).await else { panic!("it opens") };
    assert!(
        matches!(error, Error::Newer { found: 9999, known } if known == known_version()),
        "{error:?} should name both steps"
    );
    assert!(error.to_string().contains("install the newer version"), "{error}");
}

#[tokio::test]
async fn what_is_no_database_is_named() {
    let database = Database::fresh(Engine::Sqlite).await;
    std::fs::write(database.url(), "this is a letter to the council, not a database").unwrap();
    let Err(error) = Db::open(&database.options(), nothing_follows).await else { panic!("it opens") };
    assert!(error.to_string().contains(database.url()), "{error}");
    let nowhere = platform::db::Options::at("postgres://nobody@127.0.0.1:1/nothing");
    let Err(error) = Db::open(&nowhere, nothing_follows).await else { panic!("it opens") };
    assert!(matches!(&error, Error::Unreachable(why) if why.contains("PostgreSQL cannot be reached")), "{error:?}");
}
