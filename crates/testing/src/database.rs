//! A database of one's own on either engine; it is gone when the test is.

use platform::db::{Db, Options};
use platform::trail::{Follow, nothing_follows};
use tokio_postgres::NoTls;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// An empty database; the tables come with the first [`Database::open`].
pub struct Database {
    url: String,
    place: Place,
}

enum Place {
    /// Held for its folder, which goes with it.
    Folder {
        _folder: tempfile::TempDir,
    },
    Server {
        admin: String,
        name: String,
    },
}

/// The address of a PostgreSQL in which tests may make databases.
const SERVER: &str = "BERAAD_TEST_POSTGRES";

impl Database {
    pub async fn fresh(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().expect("a folder for the database");
                let url = folder.path().join("beraad.db").display().to_string();
                Self { url, place: Place::Folder { _folder: folder } }
            }
            Engine::Postgres => {
                let admin = std::env::var(SERVER).unwrap_or_else(|_| {
                    panic!("{SERVER} is not set: start a PostgreSQL with scripts/postgres.sh and give its address")
                });
                let name = format!("beraad_{}", platform::id::fresh().to_lowercase());
                administer(&admin, &format!("CREATE DATABASE {name} TEMPLATE template0")).await;
                let (server, _) = admin.rsplit_once('/').expect("the address ends in the name of a database");
                Self { url: format!("{server}/{name}"), place: Place::Server { admin, name } }
            }
        }
    }

    pub fn engine(&self) -> Engine {
        match self.place {
            Place::Folder { .. } => Engine::Sqlite,
            Place::Server { .. } => Engine::Postgres,
        }
    }

    /// The file, or the address with the name of the database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Few connections, since many tests share one server.
    pub fn options(&self) -> Options {
        Options { readers: 4, ..Options::at(&self.url) }
    }

    /// Opens it with its tables; nothing follows from what happens.
    pub async fn open(&self) -> Db {
        self.open_with(nothing_follows).await
    }

    pub async fn open_with(&self, follow: Follow) -> Db {
        Db::open(&self.options(), follow).await.expect("the database opens")
    }
}

async fn administer(admin: &str, sql: &str) {
    let connected = tokio_postgres::connect(admin, NoTls).await;
    let (client, connection) =
        connected.unwrap_or_else(|e| panic!("the PostgreSQL of {SERVER} cannot be reached: {e}"));
    let driver = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
    drop(client);
    let _ = driver.await;
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server { admin, name } = &self.place {
            let (admin, sql) = (admin.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            let _ = elsewhere(async move { administer(&admin, &sql).await }); // what stays goes with the server
        }
    }
}

/// Runs something to its end from where one cannot wait, such as a drop: on a thread and runtime of its own.
pub(crate) fn elsewhere<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> std::thread::Result<T> {
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(work)
    });
    thread.join()
}
