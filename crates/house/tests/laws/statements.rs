//! Every statement of every room is prepared and run on both engines, and its columns are those of the row
//! it fills.
//!
//! Preparing finds the misspelt column and the wrong dialect; running finds what is only looked at then. The
//! arguments are samples, so a table may refuse them: that counts as run.

use platform::db::Listed;
use rusqlite::types::Value;
use testing::{Database, Engine};
use tokio_postgres::NoTls;
use tokio_postgres::types::{ToSql, Type};

fn every() -> Vec<&'static Listed> {
    let all: Vec<_> = house::statements().collect();
    assert!(all.len() > 150, "the list of statements is whole");
    all
}

fn columns_fit(listed: &Listed, columns: &[String]) {
    if !listed.columns.is_empty() {
        assert_eq!(columns, listed.columns, "{} {}", listed.slice, listed.name);
    }
}

/// A value of the type that PostgreSQL wants in a place.
fn sample(kind: &str) -> Value {
    match kind {
        "int4" | "int8" => Value::Integer(1),
        "bytea" => Value::Blob(vec![1]),
        "text" | "varchar" => Value::Text("2026-11-24".into()),
        other => panic!("the house has no values of type {other}"),
    }
}

#[test]
fn names_are_told_apart() {
    let mut names: Vec<_> = every().iter().map(|l| (l.slice, l.name)).collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite_and_postgres() {
    let (file, server) = (Database::fresh(Engine::Sqlite).await, Database::fresh(Engine::Postgres).await);
    let (sqlite, postgres) = (file.open().await, server.open().await);
    let (client, connection) = tokio_postgres::connect(server.url(), NoTls).await.expect("a connection");
    tokio::spawn(connection);
    let own = rusqlite::Connection::open(file.url()).expect("the file");
    for listed in every() {
        let name = format!("{} {}", listed.slice, listed.name);
        let described = postgres.describe(listed).await;
        let (columns, kinds) = described.unwrap_or_else(|e| panic!("{name} on PostgreSQL: {e:?}"));
        columns_fit(listed, &columns);
        let (columns, arguments) = sqlite.describe(listed).await.unwrap_or_else(|e| panic!("{name} on SQLite: {e:?}"));
        columns_fit(listed, &columns);
        assert_eq!(arguments.len(), kinds.len(), "{name} takes other arguments on each engine");
        let values: Vec<_> = kinds.iter().map(|kind| sample(kind)).collect();
        run_on_sqlite(&own, listed, &values).unwrap_or_else(|e| panic!("{name} on SQLite: {e}"));
        run_on_postgres(&client, listed, &values).await.unwrap_or_else(|e| panic!("{name} on PostgreSQL: {e:?}"));
    }
}

fn run_on_sqlite(own: &rusqlite::Connection, listed: &Listed, values: &[Value]) -> rusqlite::Result<()> {
    own.execute_batch("BEGIN")?;
    let run = || {
        let mut prepared = own.prepare(listed.sqlite)?;
        let mut rows = prepared.query(rusqlite::params_from_iter(values))?;
        while rows.next()?.is_some() {}
        Ok(())
    };
    let outcome = match run() {
        Err(rusqlite::Error::SqliteFailure(e, _)) if e.code == rusqlite::ErrorCode::ConstraintViolation => Ok(()),
        other => other,
    };
    own.execute_batch("ROLLBACK")?;
    outcome
}

async fn run_on_postgres(
    client: &tokio_postgres::Client,
    listed: &Listed,
    values: &[Value],
) -> Result<(), tokio_postgres::Error> {
    client.batch_execute("BEGIN").await?;
    let prepared = client.prepare(listed.sql).await?;
    let owned: Vec<_> = values.iter().zip(prepared.params()).map(|(value, kind)| of_kind(value, kind)).collect();
    let borrowed: Vec<_> = owned.iter().map(|v| &**v as &(dyn ToSql + Sync)).collect();
    let outcome = match client.query(&prepared, &borrowed).await {
        Err(e) if e.code().is_some_and(|state| state.code().starts_with("23")) => Ok(()),
        other => other.map(|_| ()),
    };
    client.batch_execute("ROLLBACK").await?;
    outcome
}

fn of_kind(value: &Value, kind: &Type) -> Box<dyn ToSql + Sync + Send> {
    match (value, kind) {
        (Value::Integer(n), &Type::INT4) => Box::new(i32::try_from(*n).expect("a sample is small")),
        (Value::Integer(n), _) => Box::new(*n),
        (Value::Blob(bytes), _) => Box::new(bytes.clone()),
        (Value::Text(text), _) => Box::new(text.clone()),
        (other, _) => panic!("{other:?} is no sample"),
    }
}
