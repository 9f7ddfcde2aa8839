//! Where the tables name a person. Each slice lists its own columns beside its rows; joining two entries of one person
//! walks along all of them. A test holds the list beside the tables, so that no column is forgotten.

use crate::args;
use crate::db::{Listed, Result, Statement, Tx};
use crate::id::PersonId;

/// A column that names a person. Made with [`persons!`](crate::persons).
pub struct Place {
    pub table: &'static str,
    pub column: &'static str,
    note: Step,
    moves: Step,
    aside: Option<Aside>,
}

/// What a person does once for a thing, such as thanking: of a row that both have, one is set aside.
struct Aside {
    note: Step,
    take: Step,
    put: Step,
}

/// A statement, and how it stands in the list.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Step(Statement<()>, Listed);

impl Step {
    pub const fn of(statement: Statement<()>, slice: &'static str) -> Self {
        Self(statement, statement.listed(slice))
    }
}

impl Place {
    #[doc(hidden)]
    pub const fn new(table: &'static str, column: &'static str, note: Step, moves: Step) -> Self {
        Self { table, column, note, moves, aside: None }
    }

    #[doc(hidden)]
    pub const fn aside(mut self, note: Step, take: Step, put: Step) -> Self {
        self.aside = Some(Aside { note, take, put });
        self
    }

    /// Its statements, to be prepared and run on both engines.
    pub fn listed(&'static self) -> impl Iterator<Item = &'static Listed> {
        let aside = self.aside.iter().flat_map(|aside| [&aside.note.1, &aside.take.1, &aside.put.1]);
        [&self.note.1, &self.moves.1].into_iter().chain(aside)
    }

    /// Moves what names `from` to `to`, and notes each row under `join`.
    pub async fn moves(&self, tx: &mut Tx, join: &str, from: &PersonId, to: &PersonId) -> Result<()> {
        if let Some(aside) = &self.aside {
            tx.run(aside.note.0, args![join, from, to]).await?;
            tx.run(aside.take.0, args![join, from]).await?;
        }
        tx.run(self.note.0, args![join, from, to]).await?;
        tx.run(self.moves.0, args![join, from, to]).await.map(|_| ())
    }

    /// Moves what was noted under `join` back to `from`, as far as it still names `to`.
    pub async fn moves_back(&self, tx: &mut Tx, join: &str, from: &PersonId, to: &PersonId) -> Result<()> {
        tx.run(self.moves.0, args![join, to, from]).await?;
        if let Some(aside) = &self.aside {
            tx.run(aside.put.0, args![join, from]).await?;
        }
        Ok(())
    }
}

/// Lists the columns of a slice that name a person: the table, the column, and by what a row is found again (an
/// expression over its columns that does not change with the person).
///
/// ```ignore
/// persons! {
///     "community_topic", "author", "id";
///     "person_about", "person", "'-'", unless "SELECT 1 FROM person_about k WHERE k.person = $3";
///     "community_thanks", "person", "post", aside ("post", "''", "at"), put "(post, person, at) SELECT r.one, $2, r.at";
/// }
/// ```
///
/// With `unless` a row stays where it is as long as that query finds something: `t` is the row, `$3` the one that
/// stays, `$1` the joining. With `aside` such a row is taken away and can be put back.
#[macro_export]
macro_rules! persons {
    (@step $name:expr, $sql:expr) => {
        $crate::persons::Step::of($crate::statement!($name, $sql), module_path!())
    };
    ($($table:literal, $column:literal, $key:literal $(, unless $unless:literal)? $(, aside ($one:literal, $other:literal, $same:literal), put $put:literal)?;)+) => {
        /// The columns here that name a person.
        pub const PLACES: &[$crate::persons::Place] = &[$(
            $crate::persons::Place::new(
                $table,
                $column,
                $crate::persons!(@step concat!("note_", $table, "_", $column), concat!(
                    "INSERT INTO person_join_row (join_id, place, one) SELECT CAST($1 AS TEXT), '", $table, ".", $column,
                    "', CAST(", $key, " AS TEXT) FROM ", $table, " t WHERE t.", $column, " = $2 AND t.", $column, " <> $3",
                    $(" AND NOT EXISTS (", $unless, ")",)?
                )),
                $crate::persons!(@step concat!("move_", $table, "_", $column), concat!(
                    "UPDATE ", $table, " SET ", $column, " = $3 WHERE ", $column, " = $2 AND CAST(", $key,
                    " AS TEXT) IN (SELECT r.one FROM person_join_row r WHERE r.join_id = $1 AND r.place = '", $table, ".", $column, "')"
                )),
            )
            $(.aside(
                $crate::persons!(@step concat!("note_aside_", $table, "_", $column), concat!(
                    "INSERT INTO person_join_row (join_id, place, one, other, at) SELECT CAST($1 AS TEXT), '", $table, ".", $column,
                    ".aside', ", $one, ", ", $other, ", at FROM ", $table, " t WHERE t.", $column, " = $2 AND EXISTS (SELECT 1 FROM ",
                    $table, " k WHERE k.", $column, " = $3 AND ", $same, ")"
                )),
                $crate::persons!(@step concat!("take_aside_", $table, "_", $column), concat!(
                    "DELETE FROM ", $table, " WHERE ", $column, " = $2 AND CAST(", $key,
                    " AS TEXT) IN (SELECT r.one || r.other FROM person_join_row r WHERE r.join_id = $1 AND r.place = '", $table, ".", $column, ".aside')"
                )),
                $crate::persons!(@step concat!("put_aside_", $table, "_", $column), concat!(
                    "INSERT INTO ", $table, " ", $put, " FROM person_join_row r WHERE r.join_id = $1 AND r.place = '",
                    $table, ".", $column, ".aside'"
                )),
            ))?
        ),+];
    };
}
