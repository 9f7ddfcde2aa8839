//! Opening the house with its keys, and the commands about them, as an administrator runs them.

#![expect(clippy::disallowed_types, reason = "a test starts the program to look from outside")]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;

use house::serve::open_app;
use identity::second;
use platform::config::Config;
use testing::{Database, Who, on_both};
use tokio::process::Command;

on_both!(
    the_first_start_makes_a_key_and_the_next_finds_it,
    what_was_kept_unwrapped_is_wrapped_at_the_start,
    a_key_that_is_missing_is_named_and_the_house_opens,
    the_commands_list_add_and_rotate
);

platform::statements! {
    PLAIN: () = "UPDATE second_app SET secret = $1, key_id = NULL";
    KEPT: (String, Option<String>) = "SELECT secret, key_id FROM second_app";
}

const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn config(database: &Database, folder: &Path) -> Config {
    let keys = Some(folder.join("keys"));
    Config { data: folder.to_owned(), database: Some(database.url().to_owned()), keys, ..Config::default() }
}

/// Dirk has an app in this database.
async fn dirk_has_an_app(config: &Config) {
    let app = open_app(config.clone(), false).await.expect("it opens");
    let mut tx = app.db().begin().await.expect("a transaction");
    testing::settle(&mut tx, app.clock().now()).await.expect("the cast");
    second::give_app(&mut tx, app.keys(), &Who::Dirk.id(), SECRET).await.expect("an app");
    tx.commit().await.expect("an app");
}

async fn secret(config: &Config) -> Option<String> {
    let app = open_app(config.clone(), false).await.expect("it opens");
    let mut reader = app.db().reader().await.expect("a reader");
    second::app_secret(&mut reader, app.keys(), &Who::Dirk.id()).await.expect("an answer")
}

async fn kept(config: &Config) -> (String, Option<String>) {
    let app = open_app(config.clone(), false).await.expect("it opens");
    let mut reader = app.db().reader().await.expect("a reader");
    reader.one(KEPT, platform::args![]).await.expect("a row").expect("an app")
}

async fn beraad(config: &Config, args: &[&str]) -> Output {
    let database = config.database.clone().unwrap_or_default();
    let keys = config.keys.as_ref().expect("a file").display().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_beraad"));
    command.args(args).args(["--database", &database, "--keys", &keys, "--data"]).arg(&config.data);
    command.output().await.expect("it runs")
}

fn out(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

async fn the_first_start_makes_a_key_and_the_next_finds_it(database: Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = config(&database, folder.path());
    dirk_has_an_app(&config).await;
    let file = folder.path().join("keys");
    let text = std::fs::read_to_string(&file).expect("the keys");
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let (kept, key) = kept(&config).await;
    assert!(!kept.contains(SECRET) && text.contains(&key.expect("a key")));
    assert_eq!(secret(&config).await.as_deref(), Some(SECRET));
    assert_eq!(std::fs::read_to_string(&file).expect("the keys"), text, "made once");
}

async fn what_was_kept_unwrapped_is_wrapped_at_the_start(database: Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = config(&database, folder.path());
    dirk_has_an_app(&config).await;
    let app = open_app(config.clone(), false).await.expect("it opens");
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(PLAIN, platform::args![SECRET]).await.expect("as it was");
    tx.commit().await.expect("as it was");
    drop(app);
    let output = beraad(&config, &["migrate"]).await;
    assert!(output.status.success(), "{:?}", out(&output));
    let (text, key) = kept(&config).await;
    assert!(text != SECRET && key.is_some());
    assert_eq!(secret(&config).await.as_deref(), Some(SECRET));
}

async fn a_key_that_is_missing_is_named_and_the_house_opens(database: Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = config(&database, folder.path());
    dirk_has_an_app(&config).await;
    let (_, key) = kept(&config).await;
    let key = key.expect("a key");
    let (file, aside) = (folder.path().join("keys"), folder.path().join("aside"));
    std::fs::rename(&file, &aside).expect("lost");
    let output = beraad(&config, &["user", "list"]).await;
    let (said, complaint) = out(&output);
    assert!(output.status.success() && said.contains("Dirk Postma"), "everything else goes on: {complaint}");
    assert!(complaint.contains(&format!("the key {key} is not in {}", file.display())), "{complaint}");
    assert!(complaint.contains("One person cannot sign in with an app"), "{complaint}");
    assert!(!file.exists(), "no other key is made in its place");
    assert_eq!(secret(&config).await, None);
    let output = beraad(&config, &["keys", "list"]).await;
    assert!(!output.status.success() && out(&output).0.contains("LOST"), "{:?}", out(&output));
    // The same with a file of another house.
    let others = tempfile::tempdir().expect("a folder");
    platform::Keys::read(&others.path().join("keys")).expect("no keys").add().expect("a key");
    std::fs::copy(others.path().join("keys"), &file).expect("another file");
    let output = beraad(&config, &["keys", "rotate"]).await;
    assert!(!output.status.success());
    assert!(out(&output).1.contains("nothing was changed"), "{:?}", out(&output));
    // Found again.
    std::fs::rename(&aside, &file).expect("found");
    assert_eq!(secret(&config).await.as_deref(), Some(SECRET));
    std::fs::write(&file, "geen sleutel\n").expect("spoilt");
    let output = beraad(&config, &["keys", "list"]).await;
    assert!(!output.status.success() && out(&output).1.contains("line 1 of"), "{:?}", out(&output));
}

async fn the_commands_list_add_and_rotate(database: Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = config(&database, folder.path());
    dirk_has_an_app(&config).await;
    let (before, first) = kept(&config).await;
    let first = first.expect("a key");
    let output = beraad(&config, &["keys", "add"]).await;
    let second = out(&output).0.trim().to_owned();
    assert!(output.status.success() && !second.is_empty() && second != first, "{:?}", out(&output));
    let list = out(&beraad(&config, &["keys", "list"]).await).0;
    let lines: Vec<_> = list.lines().collect();
    assert!(lines[0].starts_with(&second) && lines[0].ends_with("for new secrets"), "{list}");
    assert!(lines[1].starts_with(&format!("{first}  1 secrets")), "{list}");
    let rotated = out(&beraad(&config, &["keys", "rotate"]).await).0;
    assert_eq!(rotated, "Secrets wrapped anew: 1.\n");
    let (after, key) = kept(&config).await;
    assert!(after != before && key.as_ref() == Some(&second));
    // Once more, now that all is done: a new key first.
    let rotated = out(&beraad(&config, &["keys", "rotate"]).await).0;
    assert_eq!(rotated, "Secrets wrapped anew: 1.\n");
    assert!(kept(&config).await.1.is_some_and(|key| key != first && key != second));
    assert_eq!(secret(&config).await.as_deref(), Some(SECRET));
    let list = out(&beraad(&config, &["keys", "list"]).await).0;
    assert!(list.lines().skip(1).all(|line| line.ends_with("opens nothing any more")), "{list}");
    for command in [vec!["keys", "--help"], vec!["keys", "rotate", "--help"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_beraad")).args(command).output().await.expect("it runs");
        assert!(out(&output).0.contains("wrap"), "{:?}", out(&output));
    }
}
