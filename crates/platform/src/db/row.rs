//! What comes out of a statement: cells by position, checked by name in a test.

use super::error::{Error, Result};

/// One cell, the same on both engines.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// What a cell can be taken for directly.
pub trait FromCell<'a>: Sized {
    fn from_cell(cell: Cell<'a>) -> std::result::Result<Self, String>;
}

impl<'a> FromCell<'a> for &'a str {
    fn from_cell(cell: Cell<'a>) -> std::result::Result<Self, String> {
        match cell {
            Cell::Text(t) => Ok(t),
            other => Err(format!("expected text, found {other:?}")),
        }
    }
}

impl<'a> FromCell<'a> for i64 {
    fn from_cell(cell: Cell<'a>) -> std::result::Result<Self, String> {
        match cell {
            Cell::Int(n) => Ok(n),
            other => Err(format!("expected a number, found {other:?}")),
        }
    }
}

/// A type that a column can be read into.
pub trait Column: Sized {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String>;
}

impl Column for i64 {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        i64::from_cell(cell)
    }
}
impl Column for u32 {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        u32::try_from(i64::from_cell(cell)?).map_err(|e| e.to_string())
    }
}
impl Column for bool {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        i64::from_cell(cell).map(|n| n != 0)
    }
}
impl Column for String {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        <&str>::from_cell(cell).map(str::to_owned)
    }
}
impl Column for Vec<u8> {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        match cell {
            Cell::Bytes(b) => Ok(b.to_vec()),
            other => Err(format!("expected bytes, found {other:?}")),
        }
    }
}
impl Column for crate::id::Ref {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        let text = <&str>::from_cell(cell)?;
        Self::parse(text).ok_or_else(|| format!("{text:?} refers to nothing"))
    }
}
impl<T: Column> Column for Option<T> {
    fn read(cell: Cell<'_>) -> std::result::Result<Self, String> {
        match cell {
            Cell::Null => Ok(None),
            cell => T::read(cell).map(Some),
        }
    }
}

/// A row as it comes from either engine.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The value in the column at this position, counted from nought.
    pub fn get<T: Column>(&self, at: usize) -> Result<T> {
        let read = match self {
            Row::Sqlite(row) => T::read(sqlite_cell(row, at)?),
            Row::Postgres(row) => T::read(postgres_cell(row, at)?),
        };
        read.map_err(|why| Error::Shape(format!("column {at}: {why}")))
    }
}

fn sqlite_cell<'a>(row: &'a rusqlite::Row<'a>, at: usize) -> Result<Cell<'a>> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(at)? {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(n) => Cell::Int(n),
        ValueRef::Text(t) => Cell::Text(std::str::from_utf8(t).map_err(Error::fault)?),
        ValueRef::Blob(b) => Cell::Bytes(b),
        ValueRef::Real(_) => return Err(Error::Shape(format!("column {at} holds a fraction"))),
    })
}

fn postgres_cell(row: &tokio_postgres::Row, at: usize) -> Result<Cell<'_>> {
    use tokio_postgres::types::Type;
    let column = row.columns().get(at).ok_or_else(|| Error::Shape(format!("there is no column {at}")))?;
    Ok(match *column.type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map_or(Cell::Null, Cell::Int),
        Type::INT4 => row.try_get::<_, Option<i32>>(at)?.map_or(Cell::Null, |n| Cell::Int(n.into())),
        Type::BOOL => row.try_get::<_, Option<bool>>(at)?.map_or(Cell::Null, |b| Cell::Int(b.into())),
        Type::BYTEA => row.try_get::<_, Option<&[u8]>>(at)?.map_or(Cell::Null, Cell::Bytes),
        _ => row.try_get::<_, Option<&str>>(at)?.map_or(Cell::Null, Cell::Text),
    })
}

impl Row<'_> {
    /// Every cell of the row in turn.
    pub(crate) fn each_cell(&self, mut take: impl FnMut(Cell<'_>)) -> Result<()> {
        let count = match self {
            Row::Sqlite(row) => row.as_ref().column_count(),
            Row::Postgres(row) => row.len(),
        };
        for at in 0..count {
            match self {
                Row::Sqlite(row) => take(sqlite_cell(row, at)?),
                Row::Postgres(row) => take(postgres_cell(row, at)?),
            }
        }
        Ok(())
    }
}

/// What a statement's rows become.
pub trait FromRow: Sized {
    /// The names of the columns, in order; empty when the names do not matter.
    const COLUMNS: &'static [&'static str];
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

impl FromRow for () {
    const COLUMNS: &'static [&'static str] = &[];
    fn from_row(_: &Row<'_>) -> Result<Self> {
        Ok(())
    }
}

macro_rules! tuple_rows {
    ($($name:ident $at:tt),+) => {
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            const COLUMNS: &'static [&'static str] = &[];
            fn from_row(row: &Row<'_>) -> Result<Self> { Ok(($(row.get::<$name>($at)?,)+)) }
        }
    };
}
tuple_rows!(A 0);
tuple_rows!(A 0, B 1);
tuple_rows!(A 0, B 1, C 2);
tuple_rows!(A 0, B 1, C 2, D 3);
tuple_rows!(A 0, B 1, C 2, D 3, E 4);

/// Declares a struct that is filled by a row: `row! { pub struct Topic { pub id: TopicId, … } }`.
/// Its fields are the columns, in order; a test compares their names with those of the statement.
#[macro_export]
macro_rules! row {
    ($($(#[$m:meta])* $vis:vis struct $name:ident { $($(#[$fm:meta])* $fvis:vis $field:ident : $ty:ty),+ $(,)? })+) => {$(
        $(#[$m])*
        #[derive(Debug, Clone)]
        $vis struct $name { $($(#[$fm])* $fvis $field: $ty),+ }

        impl $crate::db::FromRow for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            #[allow(unused_assignments, reason = "the counter is advanced once more after the last field")]
            fn from_row(row: &$crate::db::Row<'_>) -> $crate::db::Result<Self> {
                let mut at = 0;
                Ok(Self { $($field: { let value = row.get::<$ty>(at)?; at += 1; value }),+ })
            }
        }
    )+};
}
