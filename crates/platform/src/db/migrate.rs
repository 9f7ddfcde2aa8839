//! Bringing the tables up to date, once, however many nodes start at the same time.

use super::error::{Error, Result};
use super::{Engine, Options};

mod embedded {
    refinery::embed_migrations!("../../migrations");
}

/// Keeps two nodes from migrating PostgreSQL together; the number is ours and means nothing.
const LOCK: i64 = 7_205_759_403;

/// What bringing up to date came down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    pub steps: usize,
}

/// The last migration that this program knows.
pub fn known_version() -> i64 {
    let runner = embedded::migrations::runner();
    runner.get_migrations().iter().map(|m| i64::from(m.version())).max().unwrap_or(0)
}

pub(super) async fn run(options: &Options, engine: &Engine) -> Result<Migrated> {
    let steps = match engine {
        Engine::Sqlite(pool) => {
            let _lock = lock_file(options)?;
            pool.migrate(|connection| {
                let runner = embedded::migrations::runner();
                let last = runner.get_last_applied_migration(connection).ok().flatten();
                refuse_newer(last.map_or(0, |m| i64::from(m.version())))?;
                connection.execute_batch("PRAGMA foreign_keys = OFF")?;
                let report = runner.run(connection).map_err(failed)?;
                connection.execute_batch("PRAGMA foreign_keys = ON")?;
                Ok(report.applied_migrations().len())
            })
            .await?
        }
        Engine::Postgres(pool) => {
            let (mut client, driver) = pool.alone().await?;
            client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).await?;
            let runner = embedded::migrations::runner();
            let last = runner.get_last_applied_migration_async(&mut client).await.ok().flatten();
            refuse_newer(last.map_or(0, |m| i64::from(m.version())))?;
            let report = runner.run_async(&mut client).await.map_err(failed)?;
            drop(client); // ending the session gives the lock back
            let _ = driver.await;
            report.applied_migrations().len()
        }
    };
    if steps > 0 {
        tracing::info!(steps, "the tables were brought up to date");
    }
    Ok(Migrated { steps })
}

fn refuse_newer(found: i64) -> Result<()> {
    let known = known_version();
    if found > known { Err(Error::Newer { found, known }) } else { Ok(()) }
}

fn failed(error: refinery::Error) -> Error {
    Error::Unreachable(format!("the tables could not be brought up to date: {error}"))
}

/// Next to the database file, so that two programs on one file take turns.
fn lock_file(options: &Options) -> Result<std::fs::File> {
    let path = format!("{}.lock", options.url.strip_prefix("sqlite:").unwrap_or(&options.url));
    let file = std::fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|e| Error::Unreachable(format!("{path} cannot be written: {e}")))?;
    file.lock().map_err(Error::fault)?;
    Ok(file)
}
