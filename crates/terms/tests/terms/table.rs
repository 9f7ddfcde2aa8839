//! A table in, a table out.

use terms::{Language, Summary, TableError, csv_table, csv_table_in};

fn table(input: &[u8]) -> (Summary, Vec<Vec<String>>) {
    let mut out = Vec::new();
    let summary = csv_table(input, &mut out).expect("a table");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    (summary, rows)
}

/// The end date and the error of every row.
fn ends(input: &[u8]) -> Vec<(String, String)> {
    let (_, rows) = table(input);
    let last = rows[0].len();
    rows[1..].iter().map(|row| (row[last - 4].clone(), row[last - 1].clone())).collect()
}

fn refused(input: &str) -> TableError {
    let mut out = Vec::new();
    let error = csv_table(input.as_bytes(), &mut out).expect_err("a refusal");
    assert!(out.is_empty(), "nothing is written");
    error
}

#[test]
fn every_column() {
    let input = "event_date,value,unit,direction,rule,first_day,suspend
2024-11-13,6,weeks,,atw,,
2026-04-03,6,weeks,forward,none,excluded,
2025-04-10,6,weeks,,,included,
2020-03-26,6,weeks,back,,,
2025-06-23,6,weeks,,,,2025-07-07/2025-08-17
2025-06-23,6,weeks,,,,2025-07-07/2025-07-31;2025-08-01/2025-08-17
2026-11-24T09:00,24,hours,,,,
2026-11-24T09:00:30,24,hours,,,,
";
    let found: Vec<String> = ends(input.as_bytes()).into_iter().map(|(end, error)| end + &error).collect();
    let expected = [
        "2024-12-30",
        "2026-05-15",
        "2025-05-21",
        "2020-02-13",
        "2025-09-15",
        "2025-09-15",
        "2026-11-25T09:00",
        "2026-11-25T09:00:30",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_wrong_row_does_not_stop_the_others() {
    let input = "event_date,value,unit,rule
2025-02-30,6,weeks,
2025-01-06,six,weeks,
2025-01-06,0,weeks,
2025-01-06,6,fortnights,
2025-01-06,6,weeks,perhaps
2025-01-06,4,hours,
,6,weeks,
9999-12-31,6,weeks,
2025-01-06,6,weeks,atw,more
2025-01-06,6
2026-03-29T02:30,4,hours,
2025-01-06,6,weeks,atw
";
    let found = ends(input.as_bytes());
    let (wrong, right): (Vec<_>, Vec<_>) = found.iter().partition(|(end, _)| end.is_empty());
    assert_eq!(right, [&("2025-02-17".to_owned(), String::new())]);
    assert_eq!(wrong.len(), 11);
    assert!(wrong.iter().all(|(_, error)| error.ends_with('.')), "{wrong:?}");
    assert_eq!(
        wrong[3].1,
        "The unit \"fortnights\" is none of hours, calendar_days, working_days, weeks, months, years."
    );
    assert_eq!(wrong[9].1, "The unit is missing.");
    let (summary, _) = table(input.as_bytes());
    assert_eq!(summary, Summary { rows: 12, wrong: 11 });
}

#[test]
fn as_spreadsheets_write_it() {
    let input = b"\xef\xbb\xbfunit, Value ,\"event_date\"\r\n\r\nweeks,\" 6 \",\"2024-11-13\"\r\n,,\r\n  ,,\r\nweeks,6,2024-11-13\r\n";
    let (summary, rows) = table(input);
    assert_eq!(summary, Summary { rows: 2, wrong: 0 });
    assert_eq!(rows[0], ["unit", "value", "event_date", "end_date", "coverage", "steps", "error"]);
    assert_eq!(rows[1][3], "2024-12-30");
    assert_eq!(rows[1][4], "complete");
    assert!(rows[1][5].contains("Boxing Day") && !rows[1][5].contains('\n'));
}

#[test]
fn a_row_that_is_no_text_is_that_rows_error() {
    let found = ends(b"event_date,value,unit\n2025-01-06,6,w\xff\xfeeks\n2025-01-06,6,weeks\n");
    assert_eq!(found[0].1, "The unit is not written in UTF-8.");
    assert_eq!(found[1].0, "2025-02-17");
}

#[test]
fn an_incomplete_answer_says_so_in_its_row() {
    let (_, rows) = table(b"event_date,value,unit\n2020-01-14,6,weeks\n");
    assert_eq!(rows[1][4], "incomplete");
    assert!(rows[1][5].contains("incomplete for 2020"));
}

#[test]
fn in_dutch() {
    let mut out = Vec::new();
    csv_table_in("event_date,value,unit\n2024-11-13,6,weeks\n".as_bytes(), &mut out, Language::Dutch).expect("a table");
    assert!(String::from_utf8(out).expect("text").contains("Eerste Kerstdag"));
}

#[test]
fn a_header_that_cannot_be_used() {
    let said = |input| refused(input).to_string();
    assert!(said("event_date,value,unit,due,colour\n").starts_with("Unknown column: due, colour."));
    assert_eq!(said("event_date,unit\n"), "The column value is missing.");
    assert_eq!(said("event_date,value,unit,value\n"), "The column value is there twice.");
    assert!(matches!(refused("event_date;value;unit\n"), TableError::Semicolons));
    assert!(matches!(refused(""), TableError::Empty));
}

struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("no space"))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_told() {
    let error = csv_table("event_date,value,unit\n".as_bytes(), Full).expect_err("a refusal");
    assert!(matches!(error, TableError::Write(_)));
}
