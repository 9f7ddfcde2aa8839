//! What follows is done once, however often the power went: letters.

use std::collections::BTreeSet;
use std::time::Duration;

use platform::args;
use platform::db::Db;

use crate::outside::{House, Place};

platform::statements! {
    // Whoever asked hears of each answer by somebody else; the cause of a letter says of which.
    OWED: (String,) = "SELECT 'answered:' || b.id || ':' || t.author FROM community_post b
        JOIN community_topic t ON t.id = b.topic WHERE b.n > 0 AND b.author <> t.author";
    CAUSES: (String, String, String) = "SELECT cause, to_address, text FROM mail_letter";
    WAITING: (i64,) = "SELECT COUNT(*) FROM reaction WHERE done_at IS NULL";
}

/// After the crashes the house catches up: a letter for each answer to whoever asked, and no letter twice.
pub async fn letters_are_written_once(place: &Place, db: &Db) {
    let house = House::open(place).await;
    for _ in 0..3_000 {
        if db.reader().await.unwrap().value(WAITING, args![]).await.unwrap() == 0 {
            house.dies().await;
            return each_letter_is_there_once(db).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the house does not come to rest");
}

async fn each_letter_is_there_once(db: &Db) {
    let mut reader = db.reader().await.unwrap();
    let (mut causes, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for (cause, to, text) in reader.all(CAUSES, args![]).await.unwrap() {
        assert!(causes.insert(cause.clone()), "{cause} made two letters");
        // What somebody wrote stands in the letter, and no two people here write the same.
        assert!(texts.insert((to.clone(), text)), "{to} got the letter of {cause} twice");
    }
    let owed = reader.all(OWED, args![]).await.unwrap();
    assert!(!owed.is_empty(), "nobody answered anybody");
    let missing: Vec<_> = owed.iter().filter(|(cause,)| !causes.contains(cause)).collect();
    assert!(missing.is_empty(), "{} of {} letters were never written: {missing:?}", missing.len(), owed.len());
    println!("{} letters, each written once", causes.len());
}
