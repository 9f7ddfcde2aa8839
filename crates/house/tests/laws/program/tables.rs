//! The number of a check covers every table but those that are left out by name.

use std::collections::BTreeSet;

use house::check::LEFT_OUT;
use rusqlite::Connection;
use testing::{Database, Engine};

/// The tables of a database, each with its columns: name and type.
fn tables(connection: &Connection) -> Vec<(String, Vec<(String, String)>)> {
    let mut names = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .expect("a statement");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("tables").collect::<Result<_, _>>().expect("names");
    let columns = |table: &String| {
        let mut columns = connection.prepare("SELECT name, type FROM pragma_table_info($1)").expect("a statement");
        columns
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("columns")
            .collect::<Result<_, _>>()
            .expect("columns")
    };
    names.into_iter().map(|name| (name.clone(), columns(&name))).collect()
}

/// A row of samples in a table, without asking whether it makes sense.
fn add_a_row(connection: &Connection, table: &str, columns: &[(String, String)]) {
    let sample = |kind: &str| match kind {
        kind if kind == "TEXT" || kind.starts_with("VARCHAR") => "'een voorbeeld'",
        "BYTEA" | "BLOB" => "x'01'",
        kind if kind.starts_with("BIGINT") || kind.starts_with("INT") || kind.starts_with("int") => "987654",
        other => panic!("{table} has a column of type {other}"),
    };
    let names: Vec<_> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let values: Vec<_> = columns.iter().map(|(_, kind)| sample(kind)).collect();
    let text = format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), values.join(", "));
    connection.execute_batch(&text).unwrap_or_else(|e| panic!("{text}: {e}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_in_any_table_changes_the_number_but_in_those_left_out() {
    let database = Database::fresh(Engine::Sqlite).await;
    let db = database.open().await;
    let connection = Connection::open(database.url()).expect("the file");
    connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").expect("anything goes");
    let tables = tables(&connection);
    assert!(tables.len() > 30, "only {} tables", tables.len());
    let mut untouched = BTreeSet::new();
    let mut before = number(&db).await;
    for (table, columns) in &tables {
        add_a_row(&connection, table, columns);
        let after = number(&db).await;
        if after == before {
            untouched.insert(table.as_str());
        }
        before = after;
    }
    let left_out: BTreeSet<_> = LEFT_OUT.iter().copied().collect();
    assert_eq!(untouched, left_out, "the number covers every table but those, and each of those is there");
}

async fn number(db: &platform::db::Db) -> String {
    let mut reader = db.reader().await.expect("a reader");
    platform::db::digest(&mut reader, LEFT_OUT).await.expect("a digest").digest
}
