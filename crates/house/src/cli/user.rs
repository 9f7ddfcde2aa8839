//! `beraad user`: adding people, listing them, ending and restoring their access.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use identity::directory::{self, NewPerson, Salutation};
use identity::people;
use platform::choice::Choice;
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::trail::{By, Origin};
use platform::{App, Role};

use super::ConfigArgs;
use crate::serve::{self, Closed};

#[derive(Args)]
pub(super) struct UserArgs {
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Subcommand)]
enum UserCommand {
    /// Add a person, perhaps with a role in an organisation.
    Add {
        #[command(flatten)]
        config: ConfigArgs,
        /// The mail address at which they sign in.
        address: String,
        #[arg(long)]
        first_name: String,
        /// With its infix: "van der Wal".
        #[arg(long)]
        last_name: String,
        /// mevrouw, meneer or geen.
        #[arg(long, default_value = "geen")]
        salutation: String,
        /// The id of an organisation, with --role.
        #[arg(long, requires = "role")]
        organisation: Option<String>,
        /// chair, secretary, member, contact_officer, officer, alderman, administrator, …
        #[arg(long, requires = "organisation")]
        role: Option<String>,
    },
    /// List people.
    List {
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// End somebody's access at once; what they wrote stays.
    Disable {
        #[command(flatten)]
        config: ConfigArgs,
        address: String,
    },
    /// Take away somebody's second step, when app, keys and codes are lost; every sign-in ends at once.
    ResetSecondStep {
        #[command(flatten)]
        config: ConfigArgs,
        address: String,
    },
    /// Give somebody access again.
    Enable {
        #[command(flatten)]
        config: ConfigArgs,
        address: String,
    },
}

fn failed(error: platform::db::Error) -> Closed {
    match error {
        platform::db::Error::Unique(_) => Closed("somebody with this address is there already".into()),
        platform::db::Error::ForeignKey(_) => Closed("there is no organisation with this id".into()),
        other => Closed(other.to_string()),
    }
}

pub(super) async fn user(args: UserArgs) -> Result<ExitCode, Closed> {
    match args.command {
        UserCommand::Add { config, address, first_name, last_name, salutation, organisation, role } => {
            if address.parse::<lettre::Address>().is_err() {
                return Err(Closed(format!("{address} is no mail address: write it as anneke@raad.example")));
            }
            let salutation = Salutation::of(&salutation)
                .ok_or_else(|| Closed(format!("{salutation} is no form of address: write mevrouw, meneer or geen")))?;
            let seat = match (organisation, role) {
                (Some(organisation), Some(role)) => {
                    let role = Role::of(&role).ok_or_else(|| Closed(format!("{role} is no role")))?;
                    Some((OrganisationId::of(organisation), role))
                }
                _ => None,
            };
            let app = serve::open_app(config.read()?, false).await?;
            let name = format!("{} {}", first_name.trim(), last_name.trim());
            let id = PersonId::fresh();
            let person = NewPerson {
                id: &id,
                name: &name,
                first_name: &first_name,
                last_name: &ui::dates::capital(&last_name),
                salutation,
                address: &address,
            };
            add(&app, &person, seat).await.map_err(failed)?;
            super::tell(format_args!("{name} can now sign in at {address} ({id})."))?;
        }
        UserCommand::List { config } => {
            let app = serve::open_app(config.read()?, false).await?;
            let mut reader = app.db().reader().await.map_err(failed)?;
            for person in people::list(&mut reader, 100_000).await.map_err(failed)? {
                let state = if person.disabled { "  (no access)" } else { "" };
                super::tell(format_args!("{}  {}  {}{state}", person.id, person.address, person.name))?;
            }
        }
        UserCommand::Disable { config, address } => switch(config, &address, false).await?,
        UserCommand::ResetSecondStep { config, address } => reset(config, &address).await?,
        UserCommand::Enable { config, address } => switch(config, &address, true).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn add(app: &App, person: &NewPerson<'_>, seat: Option<(OrganisationId, Role)>) -> platform::db::Result<()> {
    let now = app.clock().now();
    let mut tx = app.db().begin().await?;
    directory::add_person(&mut tx, person, now, now).await?;
    if let Some((organisation, role)) = seat {
        directory::add_seat(&mut tx, &SeatId::fresh(), person.id, &organisation, role, now.day(), None).await?;
    }
    tx.commit().await
}

async fn switch(config: ConfigArgs, address: &str, on: bool) -> Result<(), Closed> {
    let app = serve::open_app(config.read()?, false).await?;
    let mut tx = app.db().begin().await.map_err(failed)?;
    let all = people::list(&mut tx, 1_000_000).await.map_err(failed)?;
    let person = all.into_iter().find(|p| p.address == address.to_lowercase());
    let Some(person) = person else { return Err(Closed(format!("nobody has the address {address}"))) };
    if on {
        if let Some(into) = identity::joined::into(&mut tx, &person.id).await.map_err(failed)? {
            return Err(Closed(format!(
                "{} was joined into {into}: undo that on the page, within 30 days",
                person.name
            )));
        }
        people::enable(&mut tx, &person.id).await.map_err(failed)?;
    } else {
        people::disable(&mut tx, &person.id, app.clock().now()).await.map_err(failed)?;
    }
    tx.commit().await.map_err(failed)?;
    super::tell(format_args!("{} {}", person.name, if on { "has access again." } else { "has no access any more." }))?;
    Ok(())
}

async fn reset(config: ConfigArgs, address: &str) -> Result<(), Closed> {
    let app = serve::open_app(config.read()?, false).await?;
    let mut tx = app.db().begin().await.map_err(failed)?;
    let person = directory::by_address(&mut tx, address).await.map_err(failed)?;
    let Some(person) = person else { return Err(Closed(format!("nobody with access has the address {address}"))) };
    let by = By::house(app.clock().now(), Origin::Command);
    identity::second::reset(&mut tx, &person.id, by).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    super::tell(format_args!("{} sets up the second step anew at the next sign-in.", person.name))?;
    Ok(())
}
