//! The trail: numbers without gaps, a chain that shows what was changed, and one digest on both engines.

use platform::db::{Db, Statement, digest};
use platform::id::OrganisationId;
use platform::trail::{self, Broken, By, Entry, Event, Origin};
use platform::{Moment, Ref, args};
use serde::{Deserialize, Serialize};
use testing::{Database, Engine, on_both};

use crate::sql;

on_both!(
    twenty_writers_leave_no_gap,
    what_was_rolled_back_takes_no_number,
    a_change_shows,
    an_erased_body_keeps_the_chain_whole,
    a_refusal_is_a_line_like_any_other
);

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
pub struct Said {
    pub words: String,
}

impl Event for Said {
    const SLICE: &'static str = "test";
    fn kind(&self) -> &'static str {
        "said"
    }
    fn thing(&self) -> Ref {
        Ref::new("thing", "1")
    }
}

pub fn said(words: &str) -> Entry {
    let by = By { actor: None, on_behalf_of: None, at: Moment(1_000), origin: Origin::Command, network: None };
    Entry { council: Some(OrganisationId::of("A")), ..Entry::of(by, &Said { words: words.to_owned() }) }
}

pub async fn say(db: &Db, words: &str) {
    let mut tx = db.begin().await.unwrap();
    tx.record(said(words));
    tx.commit().await.unwrap();
}

async fn check(db: &Db) -> Result<i64, Broken> {
    trail::check(&mut db.reader().await.unwrap()).await.unwrap()
}

async fn forge(db: &Db, statement: Statement<()>, seq: i64) {
    let mut tx = db.begin().await.unwrap();
    tx.exactly_one(statement, args![seq]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn twenty_writers_leave_no_gap(database: Database) {
    let db = database.open().await;
    let writers: Vec<_> = (0..20)
        .map(|n| {
            let db = db.clone();
            tokio::spawn(async move {
                for m in 0..3 {
                    let mut tx = db.begin().await.unwrap();
                    sql::put(&mut tx, &format!("w{n}-{m}"), "1").await;
                    tx.record(said(&format!("{n}-{m}")));
                    tx.record(said(&format!("{n}-{m}, and more")));
                    tx.commit().await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let lines = trail::after(&mut db.reader().await.unwrap(), 0, 1_000).await.unwrap();
    assert_eq!(lines.iter().map(|l| l.seq).collect::<Vec<_>>(), (1..=120).collect::<Vec<_>>());
    for pair in lines.chunks(2) {
        let words: Vec<_> = pair.iter().map(|l| l.event::<Said>().unwrap().words).collect();
        assert_eq!(words[1], format!("{}, and more", words[0]), "what one transaction says stands together");
    }
    assert_eq!(check(&db).await, Ok(120));
}

async fn what_was_rolled_back_takes_no_number(database: Database) {
    let db = database.open().await;
    say(&db, "one").await;
    let mut tx = db.begin().await.unwrap();
    tx.record(said("never"));
    drop(tx);
    say(&db, "two").await;
    let lines = trail::about(&mut db.reader().await.unwrap(), &Ref::new("thing", "1")).await.unwrap();
    assert_eq!(lines.iter().map(|l| l.seq).collect::<Vec<_>>(), [1, 2]);
}

async fn a_change_shows(database: Database) {
    let changed = "it was changed";
    for (statement, seq, why) in [
        (sql::FORGE_KIND, 2, Broken { seq: 2, why: changed }),
        (sql::FORGE_BODY, 3, Broken { seq: 3, why: "its body was changed" }),
        (sql::FORGE_UNSALTED, 3, Broken { seq: 3, why: "its body was changed" }),
        (sql::CUT, 2, Broken { seq: 3, why: "a line is missing before this one" }),
        (sql::CUT, 4, Broken { seq: 3, why: "the end of the chain is missing" }),
    ] {
        let one = Database::fresh(database.engine()).await;
        let db = one.open().await;
        for words in ["one", "two", "three", "four"] {
            say(&db, words).await;
        }
        assert_eq!(check(&db).await, Ok(4));
        forge(&db, statement, seq).await;
        assert_eq!(check(&db).await, Err(why), "{}", statement.name);
    }
}

async fn an_erased_body_keeps_the_chain_whole(database: Database) {
    let db = database.open().await;
    for words in ["one", "two", "three"] {
        say(&db, words).await;
    }
    forge(&db, sql::ERASE, 2).await;
    assert_eq!(check(&db).await, Ok(3));
    let line = trail::at(&mut db.reader().await.unwrap(), 2).await.unwrap().unwrap();
    assert_eq!(line.event::<Said>(), None, "what was said is gone");
}

async fn a_refusal_is_a_line_like_any_other(database: Database) {
    let db = database.open().await;
    let mut tx = db.begin().await.unwrap();
    tx.record(Entry { result: "not_agreed", ..said("one") });
    tx.commit().await.unwrap();
    assert_eq!(check(&db).await, Ok(1));
    forge(&db, sql::FORGE_RESULT, 1).await;
    assert_eq!(check(&db).await, Err(Broken { seq: 1, why: "it was changed" }));
}

/// The same data gives the same digest on both engines, whatever the order in which it was written.
#[tokio::test(flavor = "multi_thread")]
async fn both_engines_give_one_digest() {
    let left_out = ["refinery_schema_history"];
    let mut digests = Vec::new();
    for (engine, order) in [(Engine::Sqlite, [0, 1, 2]), (Engine::Postgres, [2, 0, 1])] {
        let database = Database::fresh(engine).await;
        let db = database.open().await;
        let empty = digest(&mut db.reader().await.unwrap(), &left_out).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        for n in order {
            let (name, value) = [("een", "één"), ("twee", ""), ("drie", "🪑\n")][n];
            sql::put(&mut tx, name, value).await;
        }
        tx.exactly_one(sql::ORGANISATION, args!["a", "council", "A"]).await.unwrap();
        let fit = platform::files::look_at("a.txt", b"hallo").unwrap();
        let row = args!["f", fit.name, 5];
        tx.exactly_one(sql::FILE, row).await.unwrap();
        tx.exactly_one(sql::PART, args!["f", fit.bytes]).await.unwrap();
        tx.commit().await.unwrap();
        let full = digest(&mut db.reader().await.unwrap(), &left_out).await.unwrap();
        assert_ne!(empty.digest, full.digest);
        assert_eq!(full.damage, None);
        digests.push((empty.digest, full.digest));
    }
    assert_eq!(digests[0], digests[1]);
}
