//! What somebody wanted to look at and might not: counted for each person, act and day. Looking changes nothing, so that
//! it is no line of the trail; and a row for each act has a bound that no program passes, however often it asks.
//!
//! Written after the answer has gone. Who reads it keeps the house running: to somebody themselves it would tell what is
//! hidden from what is not there.

use crate::app::App;
use crate::args;
use crate::clock::{Day, Moment};
use crate::db::{Conn, Result, Tx};
use crate::id::PersonId;
use crate::policy::Denied;

crate::row! {
    /// How often somebody wanted to do an act on a day, and might not.
    pub struct Look {
        pub on_day: Day,
        pub who: String,
        /// `case.view`
        pub act: String,
        /// `refused` or `hidden`
        pub verdict: String,
        pub times: i64,
        pub first_at: Moment,
        pub last_at: Moment,
    }
}

crate::statements! {
    NOTE: () = "INSERT INTO refused_look (person, act, verdict, on_day, times, first_at, last_at) VALUES ($1, $2, $3, $4, 1, $5, $5)
        ON CONFLICT (person, act, verdict, on_day) DO UPDATE SET times = refused_look.times + 1, last_at = excluded.last_at";
    NEWEST: Look = "SELECT l.on_day, p.name AS who, l.act, l.verdict, l.times, l.first_at, l.last_at FROM refused_look l JOIN person p ON p.id = l.person
        ORDER BY l.on_day DESC, l.last_at DESC, l.person, l.act, l.verdict LIMIT $1 OFFSET $2";
    COUNT: (i64,) = "SELECT COUNT(*) FROM refused_look";
    FORGET: () = "DELETE FROM refused_look WHERE on_day < $1";
    OF_PERSON: () = "DELETE FROM refused_look WHERE person = $1";
}

/// Counts one, on a task of its own: nobody waits for it, and the answer costs what it costs without.
pub(crate) fn note(app: &App, person: &PersonId, act: &str, denied: Denied, now: Moment) {
    let (app, person, act) = (app.clone(), person.clone(), act.to_owned());
    let verdict = match denied {
        Denied::Hidden => "hidden",
        Denied::Refused => "refused",
    };
    tokio::spawn(async move {
        let noted = async {
            let mut tx = app.db().begin().await?;
            tx.run(NOTE, args![person, act, verdict, now.day(), now]).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "a look that was refused could not be counted");
        }
    });
}

/// The newest days first.
pub async fn newest(conn: &mut Conn, most: i64, from: i64) -> Result<(Vec<Look>, i64)> {
    let looks = conn.all(NEWEST, args![most, from]).await?;
    Ok((looks, conn.value(COUNT, args![]).await?))
}

/// Forgets what was counted before a day; gives how many rows that were.
pub async fn forget_before(tx: &mut Tx, day: Day) -> Result<u64> {
    tx.run(FORGET, args![day]).await
}

/// Forgets what was counted of a person.
pub async fn forget_person(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(OF_PERSON, args![person]).await.map(|_| ())
}
