//! `beraad trail erase`: what lines of the trail say is erased; the chain stays whole.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use platform::trail::{By, Origin};

use super::ConfigArgs;
use crate::serve::{self, Closed};
use crate::trail::erase::{self, Of};

#[derive(Args)]
pub(super) struct TrailArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Erase what lines say, with the network addresses in them. That something happened stays; so does the chain.
    Erase {
        #[command(flatten)]
        config: ConfigArgs,
        /// Everything that is said of the person with this e-mail address.
        #[arg(long, value_name = "ADDRESS", required_unless_present = "seq", conflicts_with = "seq")]
        person: Option<String>,
        /// One line, by its number.
        #[arg(long, value_name = "N")]
        seq: Option<i64>,
        /// Why; it stands in the trail.
        #[arg(long)]
        reason: String,
    },
}

pub(super) async fn trail(args: TrailArgs) -> Result<ExitCode, Closed> {
    let What::Erase { config, person, seq, reason } = args.what;
    if reason.trim().is_empty() {
        return Err(Closed("say why with --reason".into()));
    }
    let of = match (person, seq) {
        (Some(address), _) => Of::Person(address),
        (None, Some(seq)) => Of::Line(seq),
        (None, None) => return Err(Closed("name a person or a line".into())),
    };
    let app = serve::open_app(config.read()?, false).await?;
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let mut tx = app.db().begin().await.map_err(failed)?;
    let by = By::house(app.clock().now(), Origin::Command);
    let Some(erased) = erase::erase(&mut tx, &of, reason.trim(), by).await.map_err(failed)? else {
        return Err(Closed("there is nobody with that address, or no such line".into()));
    };
    tx.commit().await.map_err(failed)?;
    super::tell(format_args!("Lines erased: {}.", erased.lines))?;
    if erased.waiting > 0 {
        super::tell(format_args!(
            "Left {}: already erased, or a letter still follows from it. Try again in a minute.",
            erased.waiting
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
