//! Letters of an evening in Oosterwaard, printed for real.
#![expect(clippy::disallowed_types, reason = "a test starts programs to look from outside")]

mod advice;
mod hostile;
mod response;
mod sample;
mod sheet;

use std::io::Write;
use std::process::{Command, Stdio};

/// What `pdftotext` reads, with the spaces of the page taken out; nothing where that program is missing.
fn text_of(pdf: &[u8]) -> Option<String> {
    let text = run("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn info_of(pdf: &[u8]) -> Option<String> {
    run("pdfinfo", &["-"], pdf)
}

fn run(program: &str, arguments: &[&str], input: &[u8]) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    let input = input.to_owned();
    let feed = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().ok()?;
    feed.join().ok()?.ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn holds(pdf: &[u8], part: &str) -> bool {
    pdf.windows(part.len()).any(|window| window == part.as_bytes())
}

/// To look at: BERAAD_PDF_OUT=/some/folder cargo test -p pdf
fn show(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("BERAAD_PDF_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(name), pdf).unwrap();
    }
}
