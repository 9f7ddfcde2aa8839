//! Questions from one person to another, sent as a letter.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::policy::Permit;

use crate::policy::Asking;

/// So many of the questions that somebody asked are shown.
const SHOWN: i64 = 5;

platform::row! {
    pub struct Question {
        pub id: String,
        pub by_person: PersonId,
        pub to_person: PersonId,
        pub words: String,
        pub at: Moment,
    }
}

platform::statements! {
    ASK: () = "INSERT INTO person_question (id, by_person, to_person, words, at) VALUES ($1, $2, $3, $4, $5)";
    ONE: Question = "SELECT id, by_person, to_person, words, at FROM person_question WHERE id = $1";
    BETWEEN: Question = "SELECT id, by_person, to_person, words, at FROM person_question
        WHERE by_person = $1 AND to_person = $2 ORDER BY at DESC, id DESC LIMIT $3";
}

/// Writes a question down; gives its id.
pub async fn ask(tx: &mut Tx, permit: &Permit<Asking>, words: &str, now: Moment) -> Result<String> {
    let id = platform::id::fresh();
    tx.exactly_one(ASK, args![id, permit.by(), permit.on(), words, now]).await?;
    Ok(id)
}

pub async fn one(conn: &mut Conn, id: &str) -> Result<Option<Question>> {
    conn.one(ONE, args![id]).await
}

/// What somebody asked this person, the last first.
pub async fn between(conn: &mut Conn, by: &PersonId, to: &PersonId) -> Result<Vec<Question>> {
    conn.all(BETWEEN, args![by, to, SHOWN]).await
}
