//! The list of themes: what each is called, where it is used, and since when it is not offered any more.

use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result, Tx};
use platform::policy::Permit;

use crate::register::policy::Keeping;

platform::row! {
    /// A theme, with where it is used.
    pub struct Kept {
        pub id: String,
        pub name: String,
        pub short: String,
        pub name_en: Option<String>,
        pub short_en: Option<String>,
        pub ended_on: Option<Day>,
        pub councils: i64,
        pub people: i64,
        pub topics: i64,
    }
}

platform::statements! {
    ALL: Kept = "SELECT t.id, t.name, t.short, t.name_en, t.short_en, t.ended_on,
            (SELECT COUNT(*) FROM council_theme c WHERE c.theme = t.id) AS councils,
            (SELECT COUNT(*) FROM person_knows k WHERE k.theme = t.id) AS people,
            (SELECT COUNT(*) FROM community_topic x WHERE x.theme = t.id) AS topics
        FROM theme t ORDER BY t.place, t.name, t.id";
    // Whoever changes the list waits for who does so already: at the row that is always there.
    HOLD: (String,) = "SELECT id FROM theme WHERE id = 'anders'";
    // Before what is last in the list, *something else*.
    PLACE: (i64,) = "SELECT COALESCE(MAX(place), 0) + 1 FROM theme WHERE place < 99";
    ADD: () = "INSERT INTO theme (id, name, short, name_en, short_en, place) VALUES ($1, $2, $3, $4, $5, $6)";
    NAME: () = "UPDATE theme SET name = $2, short = $3, name_en = $4, short_en = $5 WHERE id = $1";
    END: () = "UPDATE theme SET ended_on = $2 WHERE id = $1";
}

/// What a theme is called, in Dutch and in English: by itself, and after *about*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub name: String,
    pub short: String,
    pub name_en: String,
    pub short_en: String,
}

pub async fn all(conn: &mut Conn) -> Result<Vec<Kept>> {
    conn.all(ALL, args![]).await
}

/// The same, while nobody else changes the list.
pub async fn hold(tx: &mut Tx) -> Result<Vec<Kept>> {
    tx.lock(HOLD, args![]).await?;
    all(tx).await
}

pub async fn add(tx: &mut Tx, _: &Permit<Keeping>, id: &str, words: &Words) -> Result<()> {
    let place = tx.value(PLACE, args![]).await?.min(98);
    tx.exactly_one(ADD, args![id, words.name, words.short, words.name_en, words.short_en, place]).await
}

pub async fn name(tx: &mut Tx, _: &Permit<Keeping>, id: &str, words: &Words) -> Result<()> {
    tx.exactly_one(NAME, args![id, words.name, words.short, words.name_en, words.short_en]).await
}

/// Ends it from a day on; without a day it is offered again.
pub async fn end(tx: &mut Tx, _: &Permit<Keeping>, id: &str, on: Option<Day>) -> Result<()> {
    tx.exactly_one(END, args![id, on]).await
}
