//! `beraad routes`: the addresses of the house, each with its act, whom it lets pass, and where one can be found.

use std::path::Path;
use std::process::ExitCode;

use platform::choice::Choice;
use platform::config::without_password;
use platform::db::Db;
use platform::web::Pass;
use platform::{App, Clock, Keys};

use super::{ConfigArgs, tell};
use crate::examples::{self, Examples};
use crate::react;
use crate::serve::Closed;

#[derive(clap::Args)]
pub(super) struct RoutesArgs {
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// The folder of a demo: the examples are then of what is in it.
    #[arg(long, value_name = "DIR", requires = "json")]
    data: Option<std::path::PathBuf>,
    /// The database of a demo, when it is elsewhere.
    #[arg(long, value_name = "URL", requires = "json")]
    database: Option<String>,
}

#[derive(serde::Serialize)]
struct RouteLine {
    method: &'static str,
    path: &'static str,
    action: String,
    passes: Vec<Pass>,
    seen_from: &'static str,
    example: std::collections::BTreeMap<&'static str, String>,
}

pub(super) fn routes(args: RoutesArgs) -> Result<ExitCode, Closed> {
    if !args.json {
        super::write(&route_list())?;
        return Ok(ExitCode::SUCCESS);
    }
    super::within(as_json(args))
}

/// Method, address and act of each route, a line each.
pub fn route_list() -> String {
    let line = |r: platform::web::Route| format!("{:<5} {:<50} {}\n", r.method, r.path, r.info.action);
    crate::routes().into_iter().map(line).collect()
}

async fn as_json(args: RoutesArgs) -> Result<ExitCode, Closed> {
    let examples = match (&args.data, &args.database) {
        (None, None) => Examples::none(),
        _ => of_demo(&args).await?,
    };
    let line = |r: platform::web::Route| RouteLine {
        seen_from: examples::seen_from(&r).word(),
        example: examples.for_route(&r),
        method: r.method,
        path: r.path,
        passes: (r.passes)(),
        action: r.info.action,
    };
    let lines: Vec<_> = crate::routes().into_iter().map(line).collect();
    tell(serde_json::to_string_pretty(&lines).map_err(|e| Closed(e.to_string()))?)?;
    Ok(ExitCode::SUCCESS)
}

/// Looks into the database of a demo, also while it is served; changes nothing.
async fn of_demo(args: &RoutesArgs) -> Result<Examples, Closed> {
    let flags = ConfigArgs { data: args.data.clone(), database: args.database.clone(), ..ConfigArgs::default() };
    let config = flags.read()?;
    let options = config.database_options();
    if !options.is_postgres() && !Path::new(&options.url).exists() {
        return Err(Closed(format!("there is no database at {}: start a demo with that folder first", options.url)));
    }
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let db = Db::connect(&options, react::follows).await.map_err(failed)?;
    // The clock of the demo: what somebody sits in today is what they sit in there.
    // Nothing is opened with a key here.
    let app = App::new(db, Clock::default(), config, Keys::in_memory(), true, identity::recognise);
    app.wind_clock().await.map_err(failed)?;
    let mut reader = app.db().reader().await.map_err(failed)?;
    let found = Examples::of(&mut reader, app.clock().now().day()).await.map_err(failed)?;
    let there = without_password(&options.url);
    found.ok_or_else(|| Closed(format!("the database at {there} holds no demo: examples are only of a demo")))
}
