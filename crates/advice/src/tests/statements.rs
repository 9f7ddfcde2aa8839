//! Every statement is one text that both engines prepare, and its columns are those of the row it fills.

use testing::{Database, on_both};

on_both!(every_statement_prepares);

async fn every_statement_prepares(database: Database) {
    let db = database.open().await;
    for listed in crate::store::STATEMENTS.iter().copied().flatten() {
        let described = db.describe(listed).await;
        let (columns, _) = described.unwrap_or_else(|e| panic!("{} {}: {e}", listed.slice, listed.name));
        if !listed.columns.is_empty() {
            assert_eq!(columns, listed.columns, "{} {}", listed.slice, listed.name);
        }
    }
}
