//! What keeps the program from starting: one sentence that says what to do, and nothing begun.

use std::net::TcpListener;

use testing::{Database, on_both};

use super::{about, says};

on_both!(an_older_program_leaves_a_newer_database_alone);

platform::statements! {
    LATER: () = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
        VALUES (9999, 'later', '2030-01-01T00:00:00Z', '1')";
}

#[tokio::test]
async fn what_is_no_option_or_command_is_named_and_the_code_is_two() {
    for (args, named) in [
        (&["serve", "--kleur"][..], "--kleur"),
        (&["verhuis"], "verhuis"),
        (&["demo", "--scale", "0"], "--scale"),
        (&["demo", "--scale", "41"], "--scale"),
        (&["demo", "--now", "morgen"], "2026-11-24T09:00"),
        (&["serve", "--listen", "8080"], "--listen"),
        (&["term", "--value", "6"], "--event"),
        (&["trail", "erase", "--seq", "1"], "--reason"),
        (&["user", "add", "a@b.example"], "--first-name"),
    ] {
        let said = says(args).await;
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{args:?}: {said:?}");
        assert!(said.err.starts_with("error: ") && said.err.contains(named), "{args:?}: {said:?}");
    }
}

#[tokio::test]
async fn a_port_that_is_in_use_is_named_and_nothing_is_begun() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let at = taken.local_addr().expect("an address").to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    for command in ["serve", "demo"] {
        let said = says([command, "--listen", &at, "--data", &data.display().to_string()]).await;
        said.is_closed_with(&format!("{at} is in use by another program: choose another port with --listen"));
        assert!(!data.exists(), "{command} began though it cannot listen");
    }
}

/// Below a file no folder can be made, and in the folder of the processes nobody writes: not even root, as which tests
/// may run.
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bestand");
    std::fs::write(&file, "hier staat al iets").expect("a file");
    let below = file.join("data").display().to_string();
    for (data, told) in [(below.as_str(), "cannot be made"), ("/proc", "the folder /proc cannot be written")] {
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["demo", "--listen", "127.0.0.1:0"], &["migrate"]] {
            let said = says(command.iter().copied().chain(["--data", data])).await;
            said.is_closed_with(told);
        }
    }
}

#[tokio::test]
async fn a_database_that_is_none_or_is_away_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("beraad.db");
    std::fs::write(&file, "dit is geen database, maar een brief aan de raad".repeat(100)).expect("a file");
    let data = folder.path().display().to_string();
    says(["migrate", "--data", &data]).await.is_closed_with("cannot be opened");
    assert!(std::fs::read_to_string(&file).expect("the file").starts_with("dit is geen"), "it was left alone");
    let away = "postgres://beraad:geheim@127.0.0.1:1/beraad";
    let said = says(["migrate", "--database", away, "--data", &data]).await;
    said.is_closed_with("PostgreSQL cannot be reached");
    assert!(!said.err.contains("geheim"), "{said:?}");
    says(["check", "--data", &folder.path().join("niets").display().to_string()])
        .await
        .is_closed_with("there is no database at");
}

async fn an_older_program_leaves_a_newer_database_alone(database: Database) {
    let db = database.open().await;
    let mut tx = db.begin().await.expect("a transaction");
    tx.run(LATER, platform::args![]).await.expect("a later step");
    tx.commit().await.expect("a later step");
    let before = platform::db::digest(&mut db.reader().await.expect("a reader"), &[]).await.expect("a digest");
    let folder = tempfile::tempdir().expect("a folder");
    for command in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["demo", "--listen", "127.0.0.1:0"],
        &["migrate"],
        &["user", "list"],
        &["keys", "add"],
    ] {
        let said = about(&database, folder.path(), command).await;
        said.is_closed_with("this database was last used by a newer version of beraad (it is at step 9999");
        assert!(said.err.contains("install the newer version"), "{said:?}");
    }
    assert!(!folder.path().join("keys").exists(), "no key is made for a house that stays closed");
    let after = platform::db::digest(&mut db.reader().await.expect("a reader"), &[]).await.expect("a digest");
    assert_eq!(after, before);
}
