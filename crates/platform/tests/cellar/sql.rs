//! The statements that these tests use, on tables that the house has anyway.

use platform::args;
use platform::db::{Conn, Db, Tx};

platform::row! {
    pub struct Setting { pub name: String, pub value: String }
}

platform::statements! {
    ADD: () = "INSERT INTO setting (name, value) VALUES ($1, $2)";
    CHANGE: () = "UPDATE setting SET value = $2 WHERE name = $1";
    TAKE: () = "UPDATE setting SET value = $2 WHERE name = $1 AND value = 'free'";
    GET: Setting = "SELECT name, value FROM setting WHERE name = $1";
    COUNT: (i64,) = "SELECT COUNT(*) FROM setting WHERE name LIKE $1";
    // The arguments come in another order than their numbers, and one of them twice.
    MIXED: (String, String, String) = "SELECT CAST($3 AS TEXT), CAST($1 AS TEXT), CAST($3 AS TEXT) WHERE CAST($2 AS TEXT) = 'second'";
    TEN: (String, String) = "SELECT CAST($10 AS TEXT), CAST($1 AS TEXT) WHERE CAST($2 AS BIGINT) + CAST($3 AS BIGINT) + CAST($4 AS BIGINT)
        + CAST($5 AS BIGINT) + CAST($6 AS BIGINT) + CAST($7 AS BIGINT) + CAST($8 AS BIGINT) + CAST($9 AS BIGINT) = 44";
    ORGANISATION: () = "INSERT INTO organisation (id, kind, name, short_name, created_at) VALUES ($1, $2, $3, $3, 0)";
    LINK: () = "INSERT INTO council_municipality (council, municipality) VALUES ($1, $2)";
    UNLINKED: () = "DELETE FROM organisation WHERE id = $1";
    NOTHING: (String,) = "SELECT code FROM organisation WHERE id = $1";
    ENDLESS: (i64,) = "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)
        SELECT COUNT(*) FROM n";
    FUTURE: () = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
        VALUES (9999, 'from_the_future', '2031-01-01T00:00:00Z', '1')";
    STEPS: (i64,) = "SELECT COUNT(*) FROM refinery_schema_history";
    FILE: () = "INSERT INTO file (id, name, media_type, size_bytes, sha256, at) VALUES ($1, $2, 'text/plain', $3, '', 7)";
    PART: () = "INSERT INTO file_part (file, n, bytes) VALUES ($1, 0, $2)";
    FORGE_KIND: () = "UPDATE event SET kind = 'test.forged' WHERE seq = $1";
    FORGE_BODY: () = "UPDATE event SET body = '{}' WHERE seq = $1";
    FORGE_UNSALTED: () = "UPDATE event SET body = '{}', salt = NULL WHERE seq = $1";
    FORGE_RESULT: () = "UPDATE event SET result = 'done' WHERE seq = $1";
    ERASE: () = "UPDATE event SET body = NULL, salt = NULL WHERE seq = $1";
    CUT: () = "DELETE FROM event WHERE seq = $1";
    DUE_NOW: () = "UPDATE reaction SET next_try_at = 0 WHERE done_at IS NULL";
    TRIES: (i64, i64, Option<i64>, Option<String>) = "SELECT seq, tries, given_up_at, problem FROM reaction WHERE done_at IS NULL ORDER BY seq";
    DONE: (i64,) = "SELECT COUNT(*) FROM reaction WHERE done_at IS NOT NULL AND tries = 0";
    PLANNED: (i64, Option<i64>) = "SELECT tries, done_at FROM planned ORDER BY id";
}

/// Adds a setting in a transaction of its own.
pub async fn add(db: &Db, name: &str, value: &str) {
    let mut tx = db.begin().await.unwrap();
    put(&mut tx, name, value).await;
    tx.commit().await.unwrap();
}

pub async fn put(tx: &mut Tx, name: &str, value: &str) {
    tx.exactly_one(ADD, args![name, value]).await.unwrap();
}

pub async fn get(conn: &mut Conn, name: &str) -> Option<String> {
    conn.one(GET, args![name]).await.unwrap().map(|s| s.value)
}

/// Read anew.
pub async fn now(db: &Db, name: &str) -> Option<String> {
    get(&mut db.reader().await.unwrap(), name).await
}
