//! The server: layers around the router, the port, and closing down.

mod assets;
mod keys;
mod layers;

use std::net::SocketAddr;
use std::path::Path;

use platform::config::Config;
use platform::db::Db;
use platform::{App, Clock, jobs};
use tokio::net::TcpListener;

pub use layers::service;

use crate::react;

/// Why the house cannot open.
#[derive(Debug)]
pub struct Closed(pub String);

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Opens the database in its folder, and makes the folder when it is not there.
pub async fn open_app(config: Config, demo: bool) -> Result<App, Closed> {
    if config.database.is_none() {
        make_folder(&config.data)?;
    }
    let db = Db::open(&config.database_options(), react::follows).await.map_err(|e| Closed(e.to_string()))?;
    let keys = keys::open(&db, &config).await?;
    let app = App::new(db, Clock::default(), config, keys, demo, identity::recognise);
    app.wind_clock().await.map_err(|e| Closed(e.to_string()))?;
    Ok(app)
}

fn make_folder(path: &Path) -> Result<(), Closed> {
    std::fs::create_dir_all(path).map_err(|e| Closed(format!("the folder {} cannot be made: {e}", path.display())))?;
    let probe = path.join(".beraad-can-write");
    std::fs::write(&probe, b"").map_err(|e| Closed(format!("the folder {} cannot be written: {e}", path.display())))?;
    std::fs::remove_file(&probe).map_err(|e| Closed(format!("the folder {} cannot be written: {e}", path.display())))
}

/// Takes the port, before anything else is begun.
pub async fn listen(at: SocketAddr) -> Result<TcpListener, Closed> {
    TcpListener::bind(at).await.map_err(|e| match e.kind() {
        std::io::ErrorKind::AddrInUse => {
            Closed(format!("{at} is in use by another program: choose another port with --listen"))
        }
        std::io::ErrorKind::PermissionDenied => {
            Closed(format!("{at} may not be used by this user: choose a port above 1024 with --listen"))
        }
        _ => Closed(format!("{at} cannot be listened on: {e}")),
    })
}

/// Looks whether the program itself is as it was built, before a database is touched.
pub fn is_whole() -> Result<(), Closed> {
    ui::assets::verify().map_err(|e| Closed(format!("this program is damaged, install it again: {e}")))
}

/// Serves until somebody stops it; requests that are being answered are finished first.
pub async fn run(app: App, listener: TcpListener) -> Result<(), Closed> {
    let transport = mail::Transport::of(app.config(), app.is_demo()).map_err(|e| Closed(e.to_string()))?;
    if matches!(transport, mail::Transport::None) {
        tracing::warn!("no mail server is set (smtp): letters wait in the outbox");
    }
    settings::see_to_it(&app).await.map_err(|e| Closed(e.to_string()))?;
    let workers = [
        tokio::spawn(jobs::work_on(app.clone(), react::HANDS)),
        tokio::spawn(mail::deliver_on(app.clone(), transport)),
    ];
    let winding = app.is_demo().then(|| tokio::spawn(keep_wound(app.clone())));
    let closing = std::sync::Arc::new(tokio::sync::Notify::new());
    let heard = closing.clone();
    let graceful = async move {
        stopped().await;
        heard.notify_one();
    };
    let served = axum::serve(listener, service(app).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(graceful);
    // An open page that waits for news would hold the door for half an hour.
    let patience = async {
        closing.notified().await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    let ended = tokio::select! {
        ended = served.into_future() => ended,
        () = patience => Ok(()),
    };
    workers.iter().chain(&winding).for_each(tokio::task::JoinHandle::abort);
    ended.map_err(|e| Closed(format!("the server stopped: {e}")))
}

/// How long requests that are being answered get when the house closes.
const LAST_ANSWERS: std::time::Duration = std::time::Duration::from_secs(5);

/// In the demo the clock can be set through another node.
async fn keep_wound(app: App) {
    loop {
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        if let Err(error) = app.wind_clock().await {
            tracing::warn!(%error, "the clock could not be looked up");
        }
    }
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(error) => {
            tracing::warn!(%error, "only Ctrl-C will close the house");
            let _ = interrupt.await;
            return;
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
