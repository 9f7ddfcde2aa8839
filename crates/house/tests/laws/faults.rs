//! What goes wrong on our side is a number to the visitor; what it was stands in the log alone.

use axum::http::StatusCode;
use testing::{World, on_both};

use crate::PLAN;

on_both!(PLAN: a_fault_shows_a_number_and_nothing_else);

platform::statements! {
    BREAK: () = "ALTER TABLE theme RENAME TO theme_that_went_away";
}

async fn a_fault_shows_a_number_and_nothing_else(world: World) {
    let ans = world.ans().await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(BREAK, platform::args![]).await.expect("broken");
    tx.commit().await.expect("broken");
    let page = ans.visits("/gesprekken").await;
    page.has_status(StatusCode::INTERNAL_SERVER_ERROR);
    let shown = page.html();
    assert!(shown.contains("Er ging iets mis bij ons") && shown.contains("Het ligt niet aan u."));
    let shown = shown.to_lowercase();
    for told in ["select", "sqlite", "postgres", "relation", "no such table", ".rs"] {
        assert!(!shown.contains(told), "the page tells of {told}");
    }
}
