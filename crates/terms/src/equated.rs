//! Days that a royal decree equates with a recognised holiday (art. 3(3) Atw). They cannot be
//! computed, so they are a table: days with their source, and the periods for which it is complete.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// One equated day and the decree that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equation {
    pub date: Date,
    pub source: String,
}

/// A period for which all equated days are known; both days belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: Date,
    pub to: Date,
    pub source: String,
}

/// The table. A day outside every window may or may not be equated: nobody told us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EquatedDays {
    days: BTreeMap<Date, String>,
    windows: Vec<Window>,
}

impl EquatedDays {
    pub fn new(days: impl IntoIterator<Item = Equation>, windows: impl IntoIterator<Item = Window>) -> EquatedDays {
        let days = days.into_iter().map(|day| (day.date, day.source)).collect();
        EquatedDays { days, windows: windows.into_iter().collect() }
    }

    /// Reads the two files: `date,source` and `from,to,source`, with a header, comma separated.
    ///
    /// # Errors
    /// [`EquatedError`] names the file (`days` or `coverage`) and the line that cannot be read.
    pub fn read(days: &str, coverage: &str) -> Result<EquatedDays, EquatedError> {
        Ok(EquatedDays::new(rows::<Equation>("days", days)?, rows::<Window>("coverage", coverage)?))
    }

    /// The table that comes with the program.
    pub(crate) fn shipped() -> Result<EquatedDays, EquatedError> {
        EquatedDays::read(include_str!("../data/equated_days.csv"), include_str!("../data/equated_coverage.csv"))
    }

    /// The decree that equates this day, if there is one.
    pub fn source_of(&self, day: Date) -> Option<&str> {
        self.days.get(&day).map(String::as_str)
    }

    /// Whether the table is complete for this day.
    pub fn covers(&self, day: Date) -> bool {
        self.windows.iter().any(|window| window.from <= day && day <= window.to)
    }

    pub fn days(&self) -> impl Iterator<Item = (Date, &str)> {
        self.days.iter().map(|(day, source)| (*day, source.as_str()))
    }

    pub fn windows(&self) -> &[Window] {
        &self.windows
    }
}

/// A line of the table that cannot be read.
#[derive(Debug)]
pub struct EquatedError {
    file: &'static str,
    cause: csv::Error,
}

impl fmt::Display for EquatedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The table of equated days ({}) cannot be read: {}.", self.file, self.cause)
    }
}

impl std::error::Error for EquatedError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

fn rows<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, EquatedError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|cause| EquatedError { file, cause })
}
