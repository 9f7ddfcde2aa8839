//! `beraad openid`: organisations that sign in their own people.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use identity::openid::{self, NewProvider};
use platform::Role;
use platform::choice::Choice;

use super::ConfigArgs;
use crate::serve::{self, Closed};

#[derive(Args)]
pub(super) struct OpenidArgs {
    #[command(subcommand)]
    command: OpenidCommand,
}

#[derive(Subcommand)]
enum OpenidCommand {
    /// Let an organisation sign in its own people (OpenID Connect).
    Add {
        #[command(flatten)]
        config: ConfigArgs,
        /// The organisation, by its id or its name.
        #[arg(long)]
        organisation: String,
        /// As the provider calls itself: https://id.gemeente.example
        #[arg(long)]
        issuer: String,
        #[arg(long)]
        client_id: String,
        /// The file that holds the secret; without it the client has none.
        #[arg(long)]
        secret_file: Option<String>,
        /// Its name in the folder of secrets (--secrets-dir), as it is chosen on the page.
        #[arg(long, conflicts_with = "secret_file")]
        secret_name: Option<String>,
        /// The claim in which roles stand.
        #[arg(long, default_value = "roles")]
        role_claim: String,
        /// What a role there is here, once for each: --role wmo-beleid=officer
        #[arg(long)]
        role: Vec<String>,
        /// Values of amr or acr that tell of a second step there, with spaces between.
        #[arg(long, default_value = "mfa")]
        strong: String,
    },
    /// List them.
    List {
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Take one away, by its id. People and roles stay.
    Remove {
        #[command(flatten)]
        config: ConfigArgs,
        id: String,
    },
}

fn failed(error: platform::db::Error) -> Closed {
    match error {
        platform::db::Error::Unique(_) => Closed("this issuer, or one of its roles, is there already".into()),
        other => Closed(other.to_string()),
    }
}

fn role(text: &str) -> Result<(String, Role), Closed> {
    let (theirs, ours) = text.split_once('=').ok_or_else(|| Closed(format!("{text}: write theirs=ours")))?;
    let ours = Role::of(ours).ok_or_else(|| Closed(format!("{ours} is no role")))?;
    Ok((theirs.to_owned(), ours))
}

pub(super) async fn openid(args: OpenidArgs) -> Result<ExitCode, Closed> {
    match args.command {
        OpenidCommand::Add {
            config,
            organisation,
            issuer,
            client_id,
            secret_file,
            secret_name,
            role_claim,
            role: roles,
            strong,
        } => {
            let config = config.read()?;
            let base_url = config.base_url.clone();
            let app = serve::open_app(config, false).await?;
            if !openid::is_safe(&issuer, app.config()) {
                return Err(Closed(format!("{issuer} is not reached over TLS: write https://…")));
            }
            if let Some(name) = secret_name.as_ref().filter(|name| !openid::is_secret_name(name)) {
                return Err(Closed(format!("{name} is no name of a secret: letters, digits, - _ and . only")));
            }
            let roles = roles.iter().map(|text| role(text)).collect::<Result<Vec<_>, _>>()?;
            let mut tx = app.db().begin().await.map_err(failed)?;
            let found = openid::organisation(&mut tx, &organisation).await.map_err(failed)?;
            let organisation = found.ok_or_else(|| Closed(format!("there is no organisation {organisation}")))?;
            let new = NewProvider {
                organisation: &organisation,
                issuer: &issuer,
                client_id: &client_id,
                secret_file: secret_file.as_deref(),
                secret_name: secret_name.as_deref(),
                role_claim: &role_claim,
                strong: &strong,
                roles: &roles,
            };
            let id = openid::add(&mut tx, &new, app.clock().now()).await.map_err(failed)?;
            tx.commit().await.map_err(failed)?;
            super::tell(format_args!("{id}"))?;
            eprintln!("Tell the provider to send people back to {}", openid::back_to(&base_url, &id));
        }
        OpenidCommand::List { config } => {
            let app = serve::open_app(config.read()?, false).await?;
            let mut reader = app.db().reader().await.map_err(failed)?;
            for provider in openid::all(&mut reader).await.map_err(failed)? {
                super::tell(format_args!(
                    "{}  {}  {}  {}",
                    provider.id, provider.name, provider.issuer, provider.client_id
                ))?;
            }
        }
        OpenidCommand::Remove { config, id } => {
            let app = serve::open_app(config.read()?, false).await?;
            let mut tx = app.db().begin().await.map_err(failed)?;
            if !openid::remove(&mut tx, &id).await.map_err(failed)? {
                return Err(Closed(format!("there is no {id}")));
            }
            tx.commit().await.map_err(failed)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
