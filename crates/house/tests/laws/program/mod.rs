//! The program as a program: what it says and with which exit code, to whoever starts it from a command line.

#![expect(clippy::disallowed_types, reason = "a test starts the program to look from outside")]

mod check;
mod closed;
mod demo;
mod pipes;
mod settings;
mod tables;
mod term;
mod users;

use std::ffi::OsStr;
use std::process::{Output, Stdio};

use testing::Database;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// What the program said before it ended.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    fn of(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// It refused: exit code 1, nothing on standard output, and one sentence on standard error that holds these words.
    #[track_caller]
    fn is_closed_with(&self, words: &str) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert!(self.err.starts_with("beraad: ") && self.err.lines().count() == 1, "one sentence: {self:?}");
        assert!(self.err.contains(words), "{words}: {self:?}");
    }

    #[track_caller]
    fn went_well(&self) -> &Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }
}

/// The program, without the settings of whoever runs the tests.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beraad"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("BERAAD_")) {
        command.env_remove(name);
    }
    command.kill_on_drop(true).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

async fn says(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Said {
    Said::of(program().args(args).output().await.expect("it runs"))
}

/// The same with something on its standard input.
async fn reads(args: &[&str], input: &str) -> Said {
    let mut child = program().args(args).stdin(Stdio::piped()).spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(input.as_bytes()).await.expect("it reads");
    drop(stdin);
    Said::of(child.wait_with_output().await.expect("it ends"))
}

/// A command about a database that is there, with its keys in a folder of the test.
async fn about(database: &Database, folder: &std::path::Path, args: &[&str]) -> Said {
    let keys = folder.join("keys");
    let given = [OsStr::new("--database"), OsStr::new(database.url()), OsStr::new("--keys"), keys.as_os_str()];
    says(args.iter().map(OsStr::new).chain(given)).await
}
