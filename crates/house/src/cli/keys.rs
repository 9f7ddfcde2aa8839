//! `beraad keys`: what secrets in the database are wrapped with.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use identity::keys::{self, Standing};

use super::ConfigArgs;
use crate::serve::{self, Closed};

/// What `beraad keys --help` says.
pub(super) const LONG: &str = "The keys with which secrets in the database are wrapped: list them, add one, wrap everything anew.

The secrets of apps for the second step are kept wrapped. The keys stand in a file outside the database: `keys` beside
the database of SQLite (or in the folder that --data names), or where --keys, BERAAD_KEYS or `keys` in the settings
says. It is made at the first start, for its owner alone.

Keep a copy of this file, and not with the copies of the database: together they give the secrets away, and without it
they cannot be read. Whoever has an app then needs a code on paper, a passkey, or `beraad user reset-second-step`.

A line is a name and 32 bytes in base 64. The first is for new secrets, the others open what was wrapped before. Once a
year, run `beraad keys rotate`. A server that runs reads the file again by itself. With several nodes: `keys add` on one,
bring the file to the others, and then `keys rotate`.

A key may leave the file when `keys list` says that it opens nothing, and no copy of the database from before the
rotation is kept any more.";

#[derive(Args)]
pub(super) struct KeysArgs {
    #[command(subcommand)]
    command: KeysCommand,
}

#[derive(Subcommand)]
enum KeysCommand {
    /// Name each key, how many secrets it opens, and since when.
    List {
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Make a key and put it first: new secrets are wrapped with it. What was wrapped before stays so until `rotate`.
    Add {
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Wrap every secret anew with the first key, all or none; when all of them are, make a new key first.
    ///
    /// Stopped halfway, it is done again from the start. It is refused when a secret cannot be read.
    Rotate {
        #[command(flatten)]
        config: ConfigArgs,
    },
}

fn failed(error: platform::db::Error) -> Closed {
    Closed(error.to_string())
}

pub(super) async fn keys(args: KeysArgs) -> Result<ExitCode, Closed> {
    match args.command {
        KeysCommand::List { config } => list(config).await,
        KeysCommand::Add { config } => add(config).await,
        KeysCommand::Rotate { config } => rotate(config).await,
    }
}

/// Gives exit code 1 when a key is missing.
async fn list(config: ConfigArgs) -> Result<ExitCode, Closed> {
    let app = serve::open_app(config.read()?, false).await?;
    let mut reader = app.db().reader().await.map_err(failed)?;
    let all = keys::standings(&mut reader, app.keys()).await.map_err(failed)?;
    for (n, standing) in all.iter().enumerate() {
        super::tell(format_args!("{}", line(standing, n == 0)))?;
    }
    let whole = all.iter().all(|standing| standing.lost.is_none());
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(standing: &Standing, first: bool) -> String {
    let since = standing.since.map(|at| format!(", since {}", at.day())).unwrap_or_default();
    let state = match (&standing.lost, first, standing.secrets) {
        (Some(lost), ..) => format!("LOST: {lost}"),
        (None, true, _) => "for new secrets".to_owned(),
        (None, false, 0) => "opens nothing any more".to_owned(),
        (None, false, _) => "until the next rotation".to_owned(),
    };
    format!("{}  {} secrets{since}  {state}", standing.id, standing.secrets)
}

async fn add(config: ConfigArgs) -> Result<ExitCode, Closed> {
    let app = serve::open_app(config.read()?, false).await?;
    let name = new_key(&app).await?;
    super::tell(format_args!("{name}"))?;
    eprintln!("It stands first in {}: new secrets are wrapped with it. Keep a copy of the file.", app.keys().place());
    Ok(ExitCode::SUCCESS)
}

/// A key in the file, and known in the tables.
async fn new_key(app: &platform::App) -> Result<String, Closed> {
    let name = app.keys().add().map_err(|e| Closed(e.to_string()))?;
    let mut tx = app.db().begin().await.map_err(failed)?;
    keys::catch_up(&mut tx, app.keys()).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(name)
}

async fn rotate(config: ConfigArgs) -> Result<ExitCode, Closed> {
    let app = serve::open_app(config.read()?, false).await?;
    let mut reader = app.db().reader().await.map_err(failed)?;
    let all = keys::standings(&mut reader, app.keys()).await.map_err(failed)?;
    let lost = all.into_iter().filter(|standing| standing.secrets > 0).find_map(|standing| standing.lost);
    if let Some(lost) = lost {
        return Err(Closed(format!("nothing was changed: {lost}")));
    }
    let behind = keys::behind_the_first(&mut reader, app.keys()).await.map_err(failed)?;
    drop(reader);
    if behind == 0 {
        let name = new_key(&app).await?;
        eprintln!("Made the key {name}. Keep a copy of {}.", app.keys().place());
    }
    let mut tx = app.db().begin().await.map_err(failed)?;
    let done = keys::rotate(&mut tx, app.keys()).await.map_err(failed)?;
    let count = done.map_err(|lost| Closed(format!("nothing was changed: {lost}")))?;
    tx.commit().await.map_err(failed)?;
    super::tell(format_args!("Secrets wrapped anew: {count}."))?;
    Ok(ExitCode::SUCCESS)
}
