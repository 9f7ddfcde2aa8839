//! `beraad term`: one term with its reasons, or a table of them.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use terms::{Fields, Language};

use crate::serve::Closed;

#[derive(Args)]
pub(super) struct TermArgs {
    /// The day of the event: 2024-11-13; for hours with a time: 2024-11-13T09:00.
    #[arg(long, value_name = "DATE", conflicts_with = "csv")]
    event: Option<String>,
    /// How many.
    #[arg(long, allow_hyphen_values = true, requires = "event")]
    value: Option<String>,
    /// hours, calendar_days, working_days, weeks, months or years.
    #[arg(long, default_value = "weeks")]
    unit: String,
    /// forward, or back from a meeting or decision.
    #[arg(long, default_value = "forward")]
    direction: String,
    /// Whether the Algemene termijnenwet counts: atw, analogy or none.
    #[arg(long, default_value = "analogy")]
    rule: String,
    /// Whether the day of the event counts: excluded or included.
    #[arg(long, default_value = "excluded")]
    first_day: String,
    /// Periods in which the term stands still: 2025-07-07/2025-08-17;…
    #[arg(long, default_value = "")]
    suspend: String,
    /// Explain in Dutch.
    #[arg(long)]
    dutch: bool,
    /// A table with the columns event_date, value and unit; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
}

pub(super) fn term(args: &TermArgs) -> Result<ExitCode, Closed> {
    match (&args.csv, &args.event) {
        (Some(path), _) if path.as_os_str() == "-" => table(std::io::stdin().lock()),
        (Some(path), _) => {
            let file =
                std::fs::File::open(path).map_err(|e| Closed(format!("{} cannot be read: {e}", path.display())))?;
            table(file)
        }
        (None, Some(event)) => one(args, event),
        (None, None) if std::io::stdin().is_terminal() => {
            Err(Closed("say which day with --event, or give a table with --csv (see beraad term --help)".into()))
        }
        (None, None) => table(std::io::stdin().lock()),
    }
}

fn one(args: &TermArgs, event: &str) -> Result<ExitCode, Closed> {
    let Some(value) = &args.value else { return Err(Closed("say how many with --value".into())) };
    let fields = Fields {
        event,
        value,
        unit: &args.unit,
        direction: &args.direction,
        rule: &args.rule,
        first_day: &args.first_day,
        suspend: &args.suspend,
    };
    let language = if args.dutch { Language::Dutch } else { Language::English };
    let text = terms::single(&fields, language).map_err(|e| Closed(e.to_string()))?;
    super::write(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn table(reader: impl Read) -> Result<ExitCode, Closed> {
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    let summary = terms::csv_table(reader, out).map_err(|e| Closed(e.to_string()))?;
    Ok(if summary.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
