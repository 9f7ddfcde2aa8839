//! Computes a table from standard input: `cargo run -p terms --example table < terms.csv`

fn main() -> Result<(), terms::TableError> {
    let summary = terms::csv_table(std::io::stdin().lock(), std::io::stdout().lock())?;
    eprintln!("{} rows, {} wrong", summary.rows, summary.wrong);
    Ok(())
}
