//! A statement: one SQL text, its name, and the row that it gives.

use std::marker::PhantomData;

use super::row::FromRow;

/// One SQL text and the row it gives. Made with [`statements!`](crate::statements).
pub struct Statement<R> {
    pub name: &'static str,
    pub(crate) sql: &'static str,
    pub(crate) sqlite: &'static str,
    row: PhantomData<fn() -> R>,
}

impl<R> Clone for Statement<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Statement<R> {}

impl<R: FromRow> Statement<R> {
    #[doc(hidden)]
    pub const fn new(name: &'static str, sql: &'static str, sqlite: &'static str) -> Self {
        Self { name, sql, sqlite, row: PhantomData }
    }

    /// The statement without its type, for the list.
    pub const fn listed(&self, slice: &'static str) -> Listed {
        Listed { slice, name: self.name, sql: self.sql, sqlite: self.sqlite, columns: R::COLUMNS }
    }
}

/// A statement in the list of a slice.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    pub slice: &'static str,
    pub name: &'static str,
    pub sql: &'static str,
    pub sqlite: &'static str,
    /// What the row expects; empty when it takes cells by position only.
    pub columns: &'static [&'static str],
}

/// SQLite numbers `$1` by first appearance and `?1` by its number; so it is handed the latter.
pub const fn sqlite_text<const N: usize>(sql: &str) -> [u8; N] {
    let bytes = sql.as_bytes();
    let mut out = [0; N];
    let mut i = 0;
    while i < N {
        out[i] = if bytes[i] == b'$' { b'?' } else { bytes[i] };
        i += 1;
    }
    out
}

/// One statement, by its name and its text. Lists of them are made with [`statements!`](crate::statements).
#[macro_export]
macro_rules! statement {
    ($name:expr, $sql:expr) => {{
        const SQL: &str = $sql;
        const BYTES: [u8; SQL.len()] = $crate::db::sqlite_text::<{ SQL.len() }>(SQL);
        const SQLITE: &str = match std::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => panic!("one ASCII sign was replaced by another"),
        };
        $crate::db::Statement::new($name, SQL, SQLITE)
    }};
}

/// Lists the statements of a slice:
///
/// ```ignore
/// statements! {
///     /// The newest topics first.
///     NEWEST: TopicRow = "SELECT … WHERE space = $1 ORDER BY … LIMIT $2";
/// }
/// ```
///
/// Each becomes a constant; `STATEMENTS` holds them all, to be prepared and run on both engines.
#[macro_export]
macro_rules! statements {
    ($($(#[$m:meta])* $name:ident : $row:ty = $sql:expr;)+) => {
        $(
            $(#[$m])*
            pub(crate) const $name: $crate::db::Statement<$row> = $crate::statement!(stringify!($name), $sql);
        )+
        /// Every statement here, to be prepared and run on both engines.
        pub const STATEMENTS: &[$crate::db::Listed] = &[$($name.listed(module_path!())),+];
    };
}
