//! The commands about the house itself: serve, permissions, migrate, check.

use std::process::ExitCode;

use platform::db::Db;

use super::{ConfigArgs, tell};
use crate::serve::{self, Closed};
use crate::{check, react};

pub(super) async fn serve(args: ConfigArgs) -> Result<ExitCode, Closed> {
    let config = args.read()?;
    serve::is_whole()?;
    let listener = serve::listen(config.listen).await?;
    let app = serve::open_app(config, false).await?;
    eprintln!("Beraad listens on {}", app.config().listen);
    serve::run(app, listener).await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn permissions() -> Result<ExitCode, Closed> {
    super::write(&crate::rights::document())?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn migrate(args: ConfigArgs) -> Result<ExitCode, Closed> {
    let config = args.read()?;
    serve::open_app(config, false).await?;
    tell(format_args!("The tables are up to date (step {}).", platform::db::known_version()))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn check(args: ConfigArgs, json: bool) -> Result<ExitCode, Closed> {
    let config = args.read()?;
    let options = config.database_options();
    if !options.is_postgres() && !std::path::Path::new(&options.url).exists() {
        return Err(Closed(format!("there is no database at {}", options.url)));
    }
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let db = Db::connect(&options, react::follows).await.map_err(failed)?;
    let mut reader = db.reader().await.map_err(failed)?;
    let report = check::check(&mut reader).await.map_err(failed)?;
    if json {
        tell(serde_json::to_string(&report).map_err(|e| Closed(e.to_string()))?)?;
    } else {
        let state = if report.ok { "all is well" } else { "not well" };
        tell(format_args!("{state}: {} lines of the trail, digest {}", report.events, report.digest))?;
        report.problems.iter().try_for_each(|p| tell(format_args!("- {p}")))?;
    }
    Ok(if report.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
