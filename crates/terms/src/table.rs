//! A table of terms: comma separated values in, the same with the answers out.

use crate::{Calendar, FieldError, Fields, Language, compute, single};
use csv::{ByteRecord, ReaderBuilder, Writer};
use std::{
    fmt,
    io::{Read, Write},
};

const COLUMNS: [&str; 7] = ["event_date", "value", "unit", "direction", "rule", "first_day", "suspend"];
const REQUIRED: usize = 3;
const ADDED: [&str; 4] = ["end_date", "coverage", "steps", "error"];

/// How many rows there were, and how many of them hold an error.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub rows: u64,
    pub wrong: u64,
}

/// Why a table cannot be computed at all.
#[derive(Debug)]
pub enum TableError {
    /// Headers that are none of the columns.
    UnknownColumns(Vec<String>),
    MissingColumn(&'static str),
    RepeatedColumn(&'static str),
    /// No header at all.
    Empty,
    /// Cells are separated by commas, and here they seem to be by semicolons.
    Semicolons,
    Read(csv::Error),
    Write(csv::Error),
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TableError::UnknownColumns(names) => {
                write!(f, "Unknown column: {}. Known are {}.", names.join(", "), COLUMNS.join(", "))
            }
            TableError::MissingColumn(name) => write!(f, "The column {name} is missing."),
            TableError::RepeatedColumn(name) => write!(f, "The column {name} is there twice."),
            TableError::Empty => f.write_str("The table is empty: its first line must name the columns."),
            TableError::Semicolons => f.write_str("The cells must be separated by commas, not by semicolons."),
            TableError::Read(error) => write!(f, "The table cannot be read: {error}."),
            TableError::Write(error) => write!(f, "The answers cannot be written: {error}."),
        }
    }
}

impl std::error::Error for TableError {}

/// Computes a table, with English sentences. See [`csv_table_in`].
///
/// # Errors
/// As [`csv_table_in`].
pub fn csv_table(reader: impl Read, writer: impl Write) -> Result<Summary, TableError> {
    csv_table_in(reader, writer, Language::English)
}

/// Computes a table. The columns are found by name: `event_date`, `value` and `unit`, and if wanted
/// `direction`, `rule`, `first_day` and `suspend`; see [`Fields`]. Each row comes back with `end_date`,
/// `coverage` (`complete` or `incomplete`), `steps` and `error` behind it. A row with an error does
/// not stop the others. Rows without any text are left out.
///
/// # Errors
/// [`TableError`]: the header is wrong, or reading or writing fails. Nothing is written when the
/// header is wrong.
pub fn csv_table_in(reader: impl Read, writer: impl Write, language: Language) -> Result<Summary, TableError> {
    let mut rows = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(reader).into_byte_records();
    let header = rows.next().ok_or(TableError::Empty)?.map_err(TableError::Read)?;
    let columns = columns(&header)?;
    let mut out = Writer::from_writer(writer);
    let names = columns.iter().map(|column| COLUMNS[*column]).chain(ADDED);
    out.write_record(names).map_err(TableError::Write)?;
    let mut summary = Summary::default();
    for row in rows {
        let row = row.map_err(TableError::Read)?;
        if row.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let answered = answer(&row, &columns, language);
        summary.rows += 1;
        summary.wrong += u64::from(answered.is_err());
        write(&mut out, &row, columns.len(), answered).map_err(TableError::Write)?;
    }
    out.flush().map_err(|error| TableError::Write(error.into()))?;
    Ok(summary)
}

/// For each column of the file, which of [`COLUMNS`] it is.
fn columns(header: &ByteRecord) -> Result<Vec<usize>, TableError> {
    let names: Vec<String> = header.iter().map(name).collect();
    if names.len() == 1 && names[0].contains(';') {
        return Err(TableError::Semicolons);
    }
    let known = |name: &String| COLUMNS.iter().position(|column| column.eq_ignore_ascii_case(name));
    let unknown: Vec<String> = names.iter().filter(|name| known(name).is_none()).cloned().collect();
    if !unknown.is_empty() {
        return Err(TableError::UnknownColumns(unknown));
    }
    let found: Vec<usize> = names.iter().filter_map(known).collect();
    for (column, name) in COLUMNS.into_iter().enumerate() {
        match found.iter().filter(|other| **other == column).count() {
            0 if column < REQUIRED => return Err(TableError::MissingColumn(name)),
            0 | 1 => {}
            _ => return Err(TableError::RepeatedColumn(name)),
        }
    }
    Ok(found)
}

/// A header without the byte order mark that spreadsheets put in front of the first.
fn name(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().to_owned()
}

struct Answered {
    end: String,
    coverage: &'static str,
    steps: String,
}

fn answer(row: &ByteRecord, columns: &[usize], language: Language) -> Result<Answered, RowError> {
    if row.len() > columns.len() {
        return Err(RowError::TooManyCells { cells: row.len(), columns: columns.len() });
    }
    let mut cells = [""; COLUMNS.len()];
    for (cell, column) in row.iter().zip(columns) {
        cells[*column] = std::str::from_utf8(cell).map_err(|_| RowError::NotUtf8(COLUMNS[*column]))?;
    }
    let [event, value, unit, direction, rule, first_day, suspend] = cells;
    let fields = Fields { event, value, unit, direction, rule, first_day, suspend };
    let answer = compute(&fields.term()?, Calendar::dutch()).map_err(FieldError::Term)?;
    Ok(Answered {
        end: answer.end.to_string(),
        coverage: answer.coverage.name(),
        steps: single::cell(&answer, language),
    })
}

enum RowError {
    TooManyCells { cells: usize, columns: usize },
    NotUtf8(&'static str),
    Field(FieldError),
}

impl From<FieldError> for RowError {
    fn from(error: FieldError) -> RowError {
        RowError::Field(error)
    }
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowError::TooManyCells { cells, columns } => {
                write!(f, "The row has {cells} cells, more than the {columns} columns.")
            }
            RowError::NotUtf8(column) => write!(f, "The {column} is not written in UTF-8."),
            RowError::Field(error) => error.fmt(f),
        }
    }
}

/// The row as it was, padded or cut to the header, and what was found.
fn write(
    out: &mut Writer<impl Write>,
    row: &ByteRecord,
    columns: usize,
    answered: Result<Answered, RowError>,
) -> csv::Result<()> {
    let cells = (0..columns).map(|at| String::from_utf8_lossy(row.get(at).unwrap_or_default()).into_owned());
    let found = match answered {
        Ok(Answered { end, coverage, steps }) => [end, coverage.to_owned(), steps, String::new()],
        Err(error) => [String::new(), String::new(), String::new(), error.to_string()],
    };
    out.write_record(cells.chain(found))
}
