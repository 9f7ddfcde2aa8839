//! PostgreSQL: a pool of connections, statements kept prepared, and a listener for the other nodes.

use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Object, PoolError, RecyclingMethod, Runtime, Timeouts};
use tokio_postgres::AsyncMessage;

use super::conn::{Conn, Reader};
use super::error::{Error, Result};
use super::tls::Connector;
use super::{Listed, Options, tls};
use crate::live::{CHANNEL, Live};

/// A snapshot over all statements of one page, that cannot write.
const BEGIN_READER: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

pub(crate) struct Pool {
    pool: deadpool_postgres::Pool,
    config: tokio_postgres::Config,
    connector: Connector,
}

impl Pool {
    pub(crate) fn open(options: &Options) -> Result<Self> {
        let mut config: tokio_postgres::Config = options
            .url
            .parse()
            .map_err(|e| Error::Unreachable(format!("the address of the database is not right: {e}")))?;
        config.application_name("beraad");
        config.connect_timeout(options.wait);
        let ms = options.statement_timeout.as_millis();
        config
            .options(format!("-c statement_timeout={ms} -c lock_timeout={} -c timezone=UTC", options.wait.as_millis()));
        let connector = tls::connector(options)?;
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Custom("ROLLBACK".into()) };
        let manager = Manager::from_config(config.clone(), connector.clone(), recycling);
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(options.readers + 4)
            .timeouts(Timeouts { wait: Some(options.wait), create: Some(options.wait), recycle: Some(options.wait) })
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(Error::fault)?;
        Ok(Self { pool, config, connector })
    }

    async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Timeout(_) => Error::Busy,
            PoolError::Backend(e) if e.code().is_some() => Error::from(e),
            other => Error::Unreachable(format!("PostgreSQL cannot be reached: {}", whole(&other))),
        })
    }

    pub(crate) async fn reader(&self) -> Result<Reader> {
        let client = Leased::new(self.connection().await?);
        client.get().batch_execute(BEGIN_READER).await?;
        Ok(Reader::new(Conn::postgres(client)))
    }

    pub(crate) async fn writer(&self) -> Result<Conn> {
        let client = Leased::new(self.connection().await?);
        client.get().batch_execute("BEGIN").await?;
        Ok(Conn::postgres(client))
    }

    pub(crate) async fn describe(&self, listed: &Listed) -> Result<(Vec<String>, Vec<String>)> {
        let client = self.connection().await?;
        let statement = client.prepare(listed.sql).await?;
        let columns = statement.columns().iter().map(|c| c.name().to_owned()).collect();
        let arguments = statement.params().iter().map(|t| t.name().to_owned()).collect();
        Ok((columns, arguments))
    }

    /// A connection of its own for the migrations, with no limit on the time of a statement.
    pub(crate) async fn alone(&self) -> Result<(tokio_postgres::Client, tokio::task::JoinHandle<()>)> {
        let mut config = self.config.clone();
        config.options("-c timezone=UTC");
        let (client, connection) = config
            .connect(self.connector.clone())
            .await
            .map_err(|e| Error::Unreachable(format!("PostgreSQL cannot be reached: {}", whole(&e))))?;
        let driver = tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "the connection for the migrations broke");
            }
        });
        Ok((client, driver))
    }

    /// Passes on what other nodes commit, for as long as the house stands.
    pub(crate) fn listen(&self, live: Live) {
        let (config, connector) = (self.config.clone(), self.connector.clone());
        tokio::spawn(async move {
            while live.is_wanted() {
                if let Err(error) = listen_once(&config, connector.clone(), &live).await {
                    tracing::warn!(%error, "the listener lost its connection and tries again");
                }
                // Whoever waits on a live page has missed something: let it look again.
                live.missed();
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
    }
}

async fn listen_once(config: &tokio_postgres::Config, connector: Connector, live: &Live) -> Result<()> {
    let (client, mut connection) = config.connect(connector).await?;
    let heard = live.clone();
    let (ended, end) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        let result = loop {
            match std::future::poll_fn(|cx| connection.poll_message(cx)).await {
                Some(Ok(AsyncMessage::Notification(note))) => heard.hear(note.payload()),
                Some(Ok(_)) => {}
                Some(Err(error)) => break Err(error),
                None => break Ok(()),
            }
        };
        let _ = ended.send(result);
    });
    client.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
    match end.await {
        Ok(Err(error)) => Err(error.into()),
        _ => Ok(()),
    }
}

/// A connection on loan. Dropping it ends whatever is open, in the background, before it goes home.
pub(crate) struct Leased {
    client: Option<Object>,
    clean: bool,
}

impl Leased {
    fn new(client: Object) -> Self {
        Self { client: Some(client), clean: false }
    }

    pub(crate) fn get(&self) -> &Object {
        self.client.as_ref().expect("only dropping takes it")
    }

    pub(crate) async fn commit(&mut self) -> Result<()> {
        self.get().batch_execute("COMMIT").await?;
        self.clean = true;
        Ok(())
    }
}

impl Drop for Leased {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if self.clean {
            return;
        }
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    if client.batch_execute("ROLLBACK").await.is_err() {
                        drop(Object::take(client)); // broken: close it rather than lend it out again
                    }
                });
            }
            Err(_) => drop(Object::take(client)),
        }
    }
}

/// An error with its causes: the outer one only says "error connecting to server".
fn whole(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
