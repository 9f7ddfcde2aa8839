//! SQLite: one writer that is waited for, several readers, write-ahead log, full synchronisation.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};

use super::conn::{Conn, Reader};
use super::error::{Error, Result};
use super::{Listed, Options};
use crate::clock::machine_now;

/// A connection with the moment at which its present statement is cut off.
pub(crate) struct Handle {
    pub(crate) connection: Connection,
    deadline: Arc<AtomicI64>,
    allowed: Duration,
}

impl Handle {
    fn new(mut connection: Connection, allowed: Duration) -> Result<Self> {
        let deadline = Arc::new(AtomicI64::new(i64::MAX));
        let watched = deadline.clone();
        // Every ten thousand steps of the virtual machine, some tenths of a millisecond.
        connection.progress_handler(10_000, Some(move || machine_now().0 > watched.load(Ordering::Relaxed)))?;
        connection.set_prepared_statement_cache_capacity(512);
        // A statement is planned once. Otherwise one with a range or LIKE is parsed and planned anew whenever
        // its arguments change, which cost a third of the time of a page.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(Self { connection, deadline, allowed })
    }

    /// Starts the time of a statement.
    pub(crate) fn start(&self) -> &Connection {
        self.deadline.store(machine_now().plus(self.allowed.as_millis() as i64).0, Ordering::Relaxed);
        &self.connection
    }

    /// For checks of the whole file, which take as long as they take.
    pub(crate) fn unlimited(&self) -> &Connection {
        self.deadline.store(i64::MAX, Ordering::Relaxed);
        &self.connection
    }
}

pub(crate) struct Pool {
    writer: Arc<tokio::sync::Mutex<Handle>>,
    readers: Arc<Mutex<Vec<Handle>>>,
    free: Arc<Semaphore>,
    wait: Duration,
}

impl Pool {
    pub(crate) fn open(options: &Options) -> Result<Self> {
        let path = options.url.strip_prefix("sqlite:").unwrap_or(&options.url);
        let path = Path::new(path);
        let writer = open_writer(path, options)?;
        let readers = (0..options.readers).map(|_| open_reader(path, options)).collect::<Result<Vec<_>>>()?;
        Ok(Self {
            writer: Arc::new(tokio::sync::Mutex::new(writer)),
            free: Arc::new(Semaphore::new(readers.len())),
            readers: Arc::new(Mutex::new(readers)),
            wait: options.wait,
        })
    }

    pub(crate) async fn reader(&self) -> Result<Reader> {
        let permit = tokio::time::timeout(self.wait, self.free.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| Error::Busy)?.map_err(Error::fault)?;
        let handle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let handle = handle.expect("there is a reader for each permit");
        // The lease comes first: should the statement fail, dropping it gives the connection back.
        let lease = Lease { handle: Some(handle), home: self.readers.clone(), _permit: permit };
        lease.handle().connection.prepare_cached("BEGIN")?.execute([])?;
        Ok(Reader::new(Conn::sqlite_reader(lease)))
    }

    pub(crate) async fn writer(&self) -> Result<Conn> {
        let guard = tokio::time::timeout(self.wait, self.writer.clone().lock_owned()).await.map_err(|_| Error::Busy)?;
        blocking(|| guard.start().execute_batch("BEGIN IMMEDIATE"))?;
        Ok(Conn::sqlite_writer(Writer { guard }))
    }

    pub(crate) fn describe(&self, listed: &Listed) -> Result<(Vec<String>, Vec<String>)> {
        let readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = readers.last().ok_or(Error::Busy)?;
        let statement = handle.connection.prepare(listed.sqlite)?;
        let columns = statement.column_names().map(str::to_owned).collect();
        let arguments = (1..=statement.parameter_count())
            .map(|n| match statement.parameter_name(n) {
                Some(name) if name == format!("?{n}") => Ok("any".to_owned()),
                _ => Err(Error::Shape(format!("argument {n} is never used"))),
            })
            .collect::<Result<Vec<_>>>()?;
        Ok((columns, arguments))
    }

    pub(crate) async fn migrate<T>(&self, f: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut guard = self.writer.clone().lock_owned().await;
        guard.deadline.store(i64::MAX, Ordering::Relaxed);
        blocking(|| f(&mut guard.connection))
    }
}

/// A reader on loan; it goes home when it is dropped.
pub(crate) struct Lease {
    handle: Option<Handle>,
    home: Arc<Mutex<Vec<Handle>>>,
    _permit: OwnedSemaphorePermit,
}

impl Lease {
    pub(crate) fn handle(&self) -> &Handle {
        self.handle.as_ref().expect("only dropping takes it")
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(handle) = self.handle.take() else { return };
        let ended = handle.connection.prepare_cached("ROLLBACK").and_then(|mut s| s.execute([]));
        if let Err(error) = ended
            && !handle.connection.is_autocommit()
        {
            tracing::error!(%error, "a reader could not end its snapshot");
        }
        self.home.lock().unwrap_or_else(PoisonError::into_inner).push(handle);
    }
}

/// The writer, held for one transaction; what was not committed is rolled back.
pub(crate) struct Writer {
    guard: OwnedMutexGuard<Handle>,
}

impl Writer {
    pub(crate) fn handle(&self) -> &Handle {
        &self.guard
    }

    pub(crate) fn commit(&self) -> Result<()> {
        blocking(|| self.guard.start().execute_batch("COMMIT")).map_err(Error::from)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if !self.guard.connection.is_autocommit()
            && let Err(error) = self.guard.start().execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }
}

/// Waiting for a lock or the disk: lets the other tasks of this thread move away first.
fn blocking<T>(f: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    match Handle::try_current().map(|h| h.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(f),
        _ => f(),
    }
}

fn open_writer(path: &Path, options: &Options) -> Result<Handle> {
    let connection = Connection::open(path).map_err(|e| unreachable(path, &e))?;
    connection.busy_timeout(options.wait)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;")
        .map_err(|e| unreachable(path, &e))?;
    Handle::new(connection, options.statement_timeout)
}

fn open_reader(path: &Path, options: &Options) -> Result<Handle> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| unreachable(path, &e))?;
    connection.busy_timeout(options.wait)?;
    // The memory map is shared between the readers and with the page cache of the machine.
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -1000;")?;
    Handle::new(connection, options.statement_timeout)
}

fn unreachable(path: &Path, error: &rusqlite::Error) -> Error {
    Error::Unreachable(format!("the database {} cannot be opened: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    fn a_statement_is_planned_once_whatever_its_arguments_are() {
        let handle = Handle::new(Connection::open_in_memory().unwrap(), Duration::from_secs(1)).unwrap();
        handle.connection.execute_batch("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('a'), ('b'), ('c')").unwrap();
        let sql = "SELECT a FROM t WHERE a LIKE ?1 || '%' AND a >= ?1 ORDER BY a LIMIT ?2 OFFSET ?3";
        for (beginning, limit) in [("a", 1), ("b", 2), ("c", 3)] {
            let mut statement = handle.connection.prepare_cached(sql).unwrap();
            let found: Vec<String> = statement
                .query_map((beginning, limit, 0), |row| row.get(0))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            assert_eq!(found, [beginning]);
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "planned anew for {beginning}");
        }
    }
}
