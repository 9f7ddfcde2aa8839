//! `beraad import people FILE.csv`: councils and people from a file, as often as one likes.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use people::import;

use super::ConfigArgs;
use crate::serve::{self, Closed};

#[derive(Args)]
pub(super) struct ImportArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Organisations, people and their roles. Reading the same file twice changes nothing.
    ///
    /// Columns, found by name: organisation, kind (council, municipality, association, elsewhere), code, region,
    /// province, inhabitants, municipalities (CBS codes with spaces), form, first_name, last_name, salutation,
    /// address, role, from, until. A line without an address is the organisation alone.
    People {
        #[command(flatten)]
        config: ConfigArgs,
        /// A table with a row of headings, as a spreadsheet saves it: with commas, semicolons or tabs.
        file: PathBuf,
    },
}

pub(super) async fn import(args: ImportArgs) -> Result<ExitCode, Closed> {
    let What::People { config, file } = args.what;
    let table = std::fs::read(&file).map_err(|e| Closed(format!("{}: {e}", file.display())))?;
    let app = serve::open_app(config.read()?, false).await?;
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let mut tx = app.db().begin().await.map_err(failed)?;
    let report = import::people(&mut tx, &table, app.clock().now()).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    super::tell(format_args!(
        "Added: {} organisations, {} people, {} roles.",
        report.organisations, report.people, report.roles
    ))?;
    for (line, why) in &report.wrong {
        eprintln!("line {line}: {why}");
    }
    Ok(if report.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
