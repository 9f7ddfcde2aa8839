//! People by address, for the command line: adding one, and ending their access.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;

platform::row! {
    /// A line of the list of people.
    pub struct Listed {
        pub id: PersonId,
        pub name: String,
        pub address: String,
        pub disabled: bool,
    }
}

platform::statements! {
    LIST: Listed = "SELECT p.id, p.name, p.address, CASE WHEN d.person IS NULL THEN 0 ELSE 1 END AS disabled
        FROM person p LEFT JOIN person_disabled d ON d.person = p.id ORDER BY p.name, p.id LIMIT $1";
    // By a part of the name or of the address; who went up in another entry is found there.
    SEARCH: Listed = "SELECT p.id, p.name, p.address, CASE WHEN d.person IS NULL THEN 0 ELSE 1 END AS disabled
        FROM person p LEFT JOIN person_disabled d ON d.person = p.id
        WHERE (p.folded LIKE $1 OR p.address LIKE $1) AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.person = p.id AND j.undone_at IS NULL)
        ORDER BY p.folded, p.id LIMIT $2";
    DISABLE: () = "INSERT INTO person_disabled (person, at) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING";
    ENABLE: () = "DELETE FROM person_disabled WHERE person = $1";
    END_ALL: () = "DELETE FROM session WHERE person = $1";
}

pub async fn list(conn: &mut Conn, most: i64) -> Result<Vec<Listed>> {
    conn.all(LIST, args![most]).await
}

/// People by a part of their name or address, at most so many.
pub async fn search(conn: &mut Conn, text: &str, most: i64) -> Result<Vec<Listed>> {
    let plain = crate::directory::fold(text.trim()).replace(['%', '_', '\\'], "");
    conn.all(SEARCH, args![format!("%{plain}%"), most]).await
}

/// Ends somebody's access: every sign-in ends at once.
pub async fn disable(tx: &mut Tx, person: &PersonId, now: Moment) -> Result<()> {
    tx.run(DISABLE, args![person, now]).await?;
    tx.run(END_ALL, args![person]).await.map(|_| ())
}

pub async fn enable(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(ENABLE, args![person]).await.map(|_| ())
}
