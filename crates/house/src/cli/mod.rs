//! The command line. Its language is English, since those who install programs expect that; what people
//! see in the browser is Dutch.

mod demo;
mod house_commands;
mod import;
mod keys;
mod openid;
mod routes;
mod term;
mod trail;
mod user;

pub use routes::route_list;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use platform::config::{Config, Overrides};

use crate::serve::Closed;

/// The digital home of advisory councils and the municipalities they advise.
#[derive(Parser)]
#[command(name = "beraad", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the house: the pages, the letters and the jobs.
    Serve(ConfigArgs),
    /// Serve an invented country to look around in, with a button for each person.
    Demo(demo::DemoArgs),
    /// Compute the last day of a term and say why, or compute a whole table.
    Term(term::TermArgs),
    /// List the addresses of the house, each with its act and who it lets pass.
    Routes(routes::RoutesArgs),
    /// Print who may do what, as a document in Dutch.
    Permissions,
    /// Bring the tables of the database up to date.
    Migrate(ConfigArgs),
    /// Add people, list them, or end their access.
    User(user::UserArgs),
    /// Let organisations sign in their own people.
    Openid(openid::OpenidArgs),
    /// The keys with which secrets in the database are wrapped: list them, add one, wrap everything anew.
    #[command(long_about = keys::LONG)]
    Keys(keys::KeysArgs),
    /// Read councils and people from a file.
    Import(import::ImportArgs),
    /// Erase what lines of the trail say.
    Trail(trail::TrailArgs),
    /// Check that the trail is whole and the database sound.
    Check {
        #[command(flatten)]
        config: ConfigArgs,
        /// As JSON: {"ok", "events", "digest"}.
        #[arg(long)]
        json: bool,
    },
}

/// Settings; a file, then BERAAD_* in the environment, then these flags.
#[derive(Args, Clone, Default)]
pub struct ConfigArgs {
    /// A file with settings, in TOML.
    #[arg(long, value_name = "FILE", env = "BERAAD_CONFIG")]
    config: Option<PathBuf>,
    /// Where to listen: address and port.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// The folder of the database.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The file of the keys that wrap secrets in the database; by default `keys` beside it.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// The folder of the secrets of sign-ins elsewhere, a file each; only these can be chosen on a page.
    #[arg(long, value_name = "DIR")]
    secrets_dir: Option<PathBuf>,
    /// A database elsewhere: postgres://user:password@host/name, or the path of a file.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// How people reach the house, used in letters: https://beraad.example
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The mail server: smtp://host:25 or smtps://user:password@host:465
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
}

impl ConfigArgs {
    pub(crate) fn read(&self) -> Result<Config, Closed> {
        let config = Config::read(self.config.as_deref(), |name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        let flags = Overrides {
            listen: self.listen,
            data: self.data.clone(),
            keys: self.keys.clone(),
            secrets_dir: self.secrets_dir.clone(),
            database: self.database.clone(),
            base_url: self.base_url.clone(),
            smtp: self.smtp.clone(),
        };
        let config = config.and_then(|c| c.with(flags)).map_err(|e| Closed(e.to_string()))?;
        // What mail needs is looked at before a database is opened, though it is used later.
        mail::Transport::of(&config, false).map_err(|e| Closed(e.to_string()))?;
        Ok(config)
    }
}

/// Writes a line to standard output. Who reads no further, such as `head`, has seen enough: that is no fault.
fn tell(line: impl std::fmt::Display) -> Result<(), Closed> {
    write(&format!("{line}\n"))
}

/// The same without the end of the line.
fn write(text: &str) -> Result<(), Closed> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Closed(format!("the answer cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// A setting that was mistyped in the environment does nothing; say so, since nobody sees it otherwise.
fn name_unknown_variables() {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for name in platform::config::unknown_variables(names) {
        eprintln!(
            "beraad: {name} is no setting and does nothing: see beraad serve --help and docs/beheer for the names"
        );
    }
}

/// Runs the command line. What goes wrong is one sentence on standard error, and exit code 1.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let level = tracing_subscriber::EnvFilter::try_from_env("BERAAD_LOG").unwrap_or_else(|_| "warn,house=info".into());
    tracing_subscriber::fmt().with_env_filter(level).with_writer(std::io::stderr).init();
    name_unknown_variables();
    match run(cli.command) {
        Ok(code) => code,
        Err(closed) => {
            eprintln!("beraad: {closed}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Closed> {
    match command {
        Command::Serve(config) => within(house_commands::serve(config)),
        Command::Demo(args) => within(demo::demo(args)),
        Command::Term(args) => term::term(&args),
        Command::Routes(args) => routes::routes(args),
        Command::Permissions => house_commands::permissions(),
        Command::Migrate(config) => within(house_commands::migrate(config)),
        Command::User(args) => within(user::user(args)),
        Command::Openid(args) => within(openid::openid(args)),
        Command::Keys(args) => within(keys::keys(args)),
        Command::Import(args) => within(import::import(args)),
        Command::Trail(args) => within(trail::trail(args)),
        Command::Check { config, json } => within(house_commands::check(config, json)),
    }
}

/// Four threads also on two cores: a read of the database keeps its thread for some microseconds, and a
/// slow one must not stop the others.
fn within(work: impl Future<Output = Result<ExitCode, Closed>>) -> Result<ExitCode, Closed> {
    let threads = std::thread::available_parallelism().map_or(4, |n| n.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build();
    runtime.map_err(|e| Closed(format!("the program cannot start its threads: {e}")))?.block_on(work)
}
