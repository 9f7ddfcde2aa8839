//! One database layer over two engines.
//!
//! Each statement is one SQL text in the dialect that SQLite and PostgreSQL share, listed with
//! [`statements!`](crate::statements) and prepared and run on both in a test. A [`Reader`] sees one
//! snapshot for as long as it lives; a [`Tx`] that is dropped, by an error, a panic or a caller that
//! went away, leaves nothing behind.
//!
//! SQLite statements run on the thread that asks: a read takes microseconds, and handing it to another
//! thread costs more than the read. Only waiting for the writer and the disk gives the thread up.

mod conn;
mod digest;
mod error;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod tls;
mod value;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use conn::{Conn, Reader, Tx};
pub use digest::{Digest, digest};
pub use error::{Error, Result};
pub use migrate::{Migrated, known_version};
pub use row::{Cell, Column, FromCell, FromRow, Row};
pub use statement::{Listed, Statement, sqlite_text};
pub use value::{Arg, Value};

use crate::live::Live;
use crate::trail::Follow;

/// How to reach the database and how patient to be with it.
#[derive(Clone)]
pub struct Options {
    /// A file of SQLite, or `postgres://user:password@host/name`.
    pub url: String,
    /// A certificate to trust for PostgreSQL over TLS, in PEM, besides the public ones.
    pub certificate: Option<PathBuf>,
    /// Connections that may read at the same time.
    pub readers: usize,
    /// How long to wait for a free connection or for the writer.
    pub wait: Duration,
    /// After how long a statement is cut off.
    pub statement_timeout: Duration,
}

impl Options {
    pub fn at(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            certificate: None,
            readers: 8,
            wait: Duration::from_secs(5),
            statement_timeout: Duration::from_secs(10),
        }
    }

    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres://") || self.url.starts_with("postgresql://")
    }
}

/// The database of the house. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    live: Live,
    follow: Follow,
}

enum Engine {
    Sqlite(sqlite::Pool),
    Postgres(Box<postgres::Pool>),
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// [`Error::Newer`] when a later version of the program has been here; [`Error::Unreachable`] with
    /// the reason when it cannot be opened.
    pub async fn open(options: &Options, follow: Follow) -> Result<Self> {
        let db = Self::connect(options, follow).await?;
        migrate::run(options, &db.0.engine).await?;
        if let Engine::Postgres(pool) = &db.0.engine {
            pool.listen(db.0.live.clone());
        }
        Ok(db)
    }

    /// Opens the database as it is, without touching its tables.
    pub async fn connect(options: &Options, follow: Follow) -> Result<Self> {
        let engine = if options.is_postgres() {
            Engine::Postgres(Box::new(postgres::Pool::open(options)?))
        } else {
            Engine::Sqlite(sqlite::Pool::open(options)?)
        };
        Ok(Self(Arc::new(Inner { engine, live: Live::default(), follow })))
    }

    /// A snapshot to read from.
    ///
    /// # Errors
    /// [`Error::Busy`] when every connection stays taken for longer than the options allow.
    pub async fn reader(&self) -> Result<Reader> {
        match &self.0.engine {
            Engine::Sqlite(pool) => pool.reader().await,
            Engine::Postgres(pool) => pool.reader().await,
        }
    }

    /// A transaction to write in. On SQLite there is one writer at a time; do not wait for anybody
    /// while you hold it.
    pub async fn begin(&self) -> Result<Tx> {
        let conn = match &self.0.engine {
            Engine::Sqlite(pool) => pool.writer().await?,
            Engine::Postgres(pool) => pool.writer().await?,
        };
        Ok(Tx::new(conn, self.0.live.clone(), self.0.follow))
    }

    /// What was committed, as it happens, on this node and (with PostgreSQL) on the others.
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.0.engine, Engine::Postgres(_))
    }

    /// The columns that a statement gives, as the engine prepares it, and how many arguments it takes.
    pub async fn describe(&self, listed: &Listed) -> Result<(Vec<String>, Vec<String>)> {
        match &self.0.engine {
            Engine::Sqlite(pool) => pool.describe(listed),
            Engine::Postgres(pool) => pool.describe(listed).await,
        }
    }
}
