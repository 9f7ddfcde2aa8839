//! Who reads no further, such as `head`, is no fault; a disk that is full is one.

use std::process::Stdio;

use testing::{Database, Engine};

use super::{Said, program};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_reads_is_no_fault() {
    let database = Database::fresh(Engine::Sqlite).await;
    database.open().await;
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys").display().to_string();
    let given = ["--database", database.url(), "--keys", &keys];
    for args in [
        vec!["routes"],
        vec!["routes", "--json"],
        vec!["permissions"],
        vec!["term", "--event", "2024-11-13", "--value", "6"],
        [&["migrate"][..], &given].concat(),
        [&["user", "list"][..], &given].concat(),
        [&["keys", "list"][..], &given].concat(),
        [&["check"][..], &given].concat(),
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let child = program().args(&args).stdout(Stdio::from(writer)).spawn().expect("it runs");
        let said = Said::of(child.wait_with_output().await.expect("it ends"));
        assert_eq!(said.code, Some(0), "{args:?}: {said:?}");
        assert!(!said.err.contains("panicked") && !said.err.contains("Broken pipe"), "{args:?}: {said:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_written_is_told() {
    for args in [&["routes"][..], &["permissions"], &["term", "--event", "2024-11-13", "--value", "6"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a disk that is full");
        let child = program().args(args).stdout(Stdio::from(full)).spawn().expect("it runs");
        let said = Said::of(child.wait_with_output().await.expect("it ends"));
        said.is_closed_with("the answer cannot be written: No space left");
    }
}
