//! What can go wrong with the database, by what the caller can do about it.

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row with this key is there already.
    #[error("there is already a row with this key ({0})")]
    Unique(String),
    /// What the row points at is not there, or is still pointed at.
    #[error("a row that this one refers to is missing ({0})")]
    ForeignKey(String),
    /// A value that the table does not allow.
    #[error("the table refuses this value ({0})")]
    Check(String),
    /// Not the rows that were expected: somebody was ahead of you.
    #[error("somebody else changed this first")]
    Stale,
    /// Every connection, or the writer, stayed taken.
    #[error("the database is too busy")]
    Busy,
    /// The statement took longer than it may.
    #[error("the statement was cut off: it took too long")]
    Timeout,
    /// A later version of the program has migrated this database.
    #[error(
        "this database was last used by a newer version of beraad (it is at step {found}, this program knows {known}): install the newer version"
    )]
    Newer { found: i64, known: i64 },
    /// The database cannot be opened or reached.
    #[error("{0}")]
    Unreachable(String),
    /// A row does not have the shape that the code expects.
    #[error("a row does not fit: {0}")]
    Shape(String),
    #[error(transparent)]
    Fault(Box<dyn std::error::Error + Send + Sync>),
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn fault(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Fault(Box::new(error))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, OperationInterrupted};
        let rusqlite::Error::SqliteFailure(code, text) = &error else {
            return Self::fault(error);
        };
        let text = text.clone().unwrap_or_default();
        match (code.code, code.extended_code) {
            (DatabaseBusy | DatabaseLocked, _) => Self::Busy,
            (OperationInterrupted, _) => Self::Timeout,
            (_, rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
                Self::Unique(text)
            }
            (_, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::ForeignKey(text),
            (_, rusqlite::ffi::SQLITE_CONSTRAINT_CHECK | rusqlite::ffi::SQLITE_CONSTRAINT_NOTNULL) => Self::Check(text),
            _ => Self::fault(error),
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(state) = error.code().cloned() else {
            return Self::fault(error);
        };
        let text = error.as_db_error().and_then(|e| e.constraint()).unwrap_or_default().to_owned();
        match state {
            SqlState::UNIQUE_VIOLATION => Self::Unique(text),
            SqlState::FOREIGN_KEY_VIOLATION => Self::ForeignKey(text),
            SqlState::CHECK_VIOLATION | SqlState::NOT_NULL_VIOLATION => Self::Check(text),
            SqlState::QUERY_CANCELED => Self::Timeout,
            SqlState::LOCK_NOT_AVAILABLE | SqlState::T_R_DEADLOCK_DETECTED | SqlState::TOO_MANY_CONNECTIONS => {
                Self::Busy
            }
            SqlState::T_R_SERIALIZATION_FAILURE => Self::Stale,
            _ => Self::fault(error),
        }
    }
}
