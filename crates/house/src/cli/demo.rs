//! `beraad demo`: an invented country to look around in.

use std::process::ExitCode;

use clap::Args;
use platform::Moment;
use platform::config::Config;

use super::ConfigArgs;
use crate::demo;
use crate::serve::{self, Closed};

#[derive(Args)]
pub(super) struct DemoArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// How many times 250 councils; 1 when nobody says. A country that is there keeps its own.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=40))]
    scale: Option<u16>,
    /// What the people and texts are drawn from: the same number gives the same country. 1 when nobody says.
    #[arg(long)]
    seed: Option<u64>,
    /// The moment at which the demo begins: 2026-11-24T09:00. Dates are counted back from it. Default: now.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    now: Option<Moment>,
    /// Listen on other addresses than this machine's own. Anybody who reaches it can be anybody.
    #[arg(long)]
    open_to_everybody: bool,
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "write it as 2026-11-24T09:00".to_owned())
}

pub(super) async fn demo(args: DemoArgs) -> Result<ExitCode, Closed> {
    let mut config = args.config.read()?;
    let untouched = Config::default();
    if args.config.data.is_none() && config.data == untouched.data {
        config.data = "demo-data".into();
    }
    if !config.listen.ip().is_loopback() && !args.open_to_everybody {
        return Err(Closed(format!(
            "the demo lets anybody sign in as anybody, so it does not listen on {}: choose 127.0.0.1, or add --open-to-everybody if you mean it",
            config.listen.ip()
        )));
    }
    if args.config.base_url.is_none() && config.base_url == untouched.base_url {
        config.base_url = format!("http://{}", config.listen);
    }
    serve::is_whole()?;
    let listener = serve::listen(config.listen).await?;
    let app = serve::open_app(config, true).await?;
    let wanted = demo::Wanted { seed: args.seed, scale: args.scale.map(usize::from), now: args.now, most: None };
    demo::prepare(&app, wanted).await?;
    eprintln!("\nBeraad is open: {}/demo", app.config().base_url);
    eprintln!("There each of these has a button; press it and you are signed in:");
    for line in demo::who_there_is(&app).await? {
        eprintln!("  {line}");
    }
    eprintln!("Stop with Ctrl-C. What you change is kept in {}.\n", app.config().data.display());
    serve::run(app, listener).await?;
    Ok(ExitCode::SUCCESS)
}
