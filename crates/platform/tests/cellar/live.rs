//! What is committed is heard: by this node, and on PostgreSQL by the others.

use std::time::Duration;

use platform::db::Db;
use platform::live::{Listener, News, Note};
use testing::{Database, Engine, on_both};

use crate::chain::{said, say};

on_both!(what_is_committed_is_heard_once, what_is_rolled_back_is_not_heard);

/// The next note, passing over "look for yourself".
async fn note(listener: &mut Listener) -> Option<Note> {
    loop {
        match tokio::time::timeout(Duration::from_secs(20), listener.next()).await {
            Ok(Some(News::Note(note))) => return Some(note),
            Ok(Some(News::Missed)) => {}
            _ => return None,
        }
    }
}

/// Says something until it is heard: the listener of PostgreSQL needs a moment to sit down.
async fn heard_at_last(db: &Db, listener: &mut Listener) -> i64 {
    for _ in 0..200 {
        say(db, "is anybody there?").await;
        if let Ok(Some(News::Note(note))) = tokio::time::timeout(Duration::from_millis(100), listener.next()).await {
            return note.seq;
        }
    }
    panic!("nobody hears anything");
}

/// Hears what was still on its way, until a moment of silence.
async fn catch_up(listener: &mut Listener) {
    while let Ok(Some(_)) = tokio::time::timeout(Duration::from_millis(300), listener.next()).await {}
}

async fn what_is_committed_is_heard_once(database: Database) {
    let db = database.open().await;
    let mut listener = db.live().listen();
    heard_at_last(&db, &mut listener).await;
    catch_up(&mut listener).await;
    let mut tx = db.begin().await.unwrap();
    tx.record(said("one"));
    tx.record(said("two"));
    tx.commit().await.unwrap();
    let (one, two) = (note(&mut listener).await.unwrap(), note(&mut listener).await.unwrap());
    assert_eq!(two.seq, one.seq + 1);
    assert_eq!((one.kind.as_str(), one.thing.as_str()), ("test.said", "thing:1"));
    say(&db, "three").await;
    assert_eq!(note(&mut listener).await.unwrap().seq, one.seq + 2, "none of it comes twice");
}

async fn what_is_rolled_back_is_not_heard(database: Database) {
    let db = database.open().await;
    let mut listener = db.live().listen();
    let last = heard_at_last(&db, &mut listener).await;
    catch_up(&mut listener).await;
    let mut tx = db.begin().await.unwrap();
    tx.record(said("never"));
    drop(tx);
    say(&db, "this").await;
    assert!(note(&mut listener).await.unwrap().seq > last);
    let line = platform::trail::after(&mut db.reader().await.unwrap(), last, 100).await.unwrap();
    assert!(line.iter().all(|l| !l.body.as_deref().unwrap_or_default().contains("never")));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_hear_each_other() {
    let database = Database::fresh(Engine::Postgres).await;
    let (here, there) = (database.open().await, database.open().await);
    let mut listener = there.live().listen();
    let first = heard_at_last(&here, &mut listener).await;
    catch_up(&mut listener).await;
    say(&here, "from here").await;
    let heard = note(&mut listener).await.unwrap();
    assert!(heard.seq > first && heard.kind == "test.said", "{heard:?}");
}
