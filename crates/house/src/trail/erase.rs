//! Erasing what lines say: of one person, or of one line. That something happened, and the chain, stay whole; that
//! it was erased, and why, is a line of its own.

use platform::db::{Result, Tx};
use platform::id::PersonId;
use platform::trail::{self, By, Entry};
use platform::{Ref, args};
use serde::{Deserialize, Serialize};

use super::store;

/// Of what is erased.
pub enum Of {
    /// By their address.
    Person(String),
    Line(i64),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    pub lines: i64,
    /// Lines from which something still follows, such as a letter: to be erased when that was done.
    pub waiting: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename = "erased")]
struct Event {
    of: Ref,
    lines: i64,
    reason: String,
}

impl trail::Event for Event {
    const SLICE: &'static str = "trail";

    fn kind(&self) -> &'static str {
        "erased"
    }

    fn thing(&self) -> Ref {
        self.of.clone()
    }
}

platform::statements! {
    // Also of who has no access any more.
    PERSON: (PersonId,) = "SELECT COALESCE((SELECT j.into_person FROM person_join j WHERE j.person = q.id AND j.undone_at IS NULL), q.id) FROM person q WHERE q.address = $1";
}

/// Erases; nothing when there is nobody of that address, or no such line.
pub async fn erase(tx: &mut Tx, of: &Of, reason: &str, by: By) -> Result<Option<Erased>> {
    let (of, lines) = match of {
        Of::Line(seq) if trail::at(tx, *seq).await?.is_some() => (Ref::new("line", seq), vec![*seq]),
        Of::Line(_) => return Ok(None),
        Of::Person(address) => {
            let address = address.trim().to_lowercase();
            let Some(person) = tx.one(PERSON, args![address]).await?.map(|(id,)| id) else { return Ok(None) };
            platform::looked::forget_person(tx, &person).await?;
            (Ref::new("person", &person), store::of_person(tx, &person, &address).await?)
        }
    };
    let mut erased = Erased { lines: 0, waiting: 0 };
    for seq in lines {
        if trail::erase(tx, seq).await? {
            erased.lines += 1;
        } else {
            erased.waiting += 1;
        }
    }
    tx.record(Entry::of(by, &Event { of, lines: erased.lines, reason: reason.to_owned() }));
    Ok(Some(erased))
}
