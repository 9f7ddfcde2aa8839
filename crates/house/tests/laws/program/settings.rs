//! Settings: what is wrong is named before anything is begun, and a flag wins over the environment, that over the
//! file, and that over what is so by itself.

use std::path::Path;

use super::{Said, program, says};

/// A line of a settings file that is wrong, and what is told of it.
const WRONG: &[(&str, &str)] = &[
    ("kleur = 1", "on line 1: unknown field `kleur`"),
    ("listen = 8080", "on line 1: "),
    ("readers = \"veel\"", "on line 1: invalid type"),
    ("readers = 0", "0 is not a good value for readers: choose a number from 1 to 64"),
    ("proxy = \"10.0.0.0/8\"", "on line 1: "),
    ("mail_from = \"niemand\"", "the sender \"niemand\" is not a mail address"),
    ("smtp = \"mail.example\"", "smtp: it begins with smtp:// or smtps://"),
    ("smtp = \"smtp://\"", "the address of the mail server is not right"),
    ("smtp = \"smtp://mail.example:poort\"", "the address of the mail server is not right"),
    ("clamd = \"scanner\"", "clamd: write it as 127.0.0.1:3310"),
    ("base_url = \"http://\"", "base_url: write it as https://beraad.example"),
    ("base_url = \"beraad.nl\"", "base_url: write it as https://beraad.example"),
    ("database = \"mysql://a/b\"", "database: it is a file, or begins with postgres://"),
];

#[tokio::test]
async fn a_wrong_setting_is_named_and_no_database_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, data) = (folder.path().join("beraad.toml"), folder.path().join("data"));
    let (config, data_given) = (file.display().to_string(), data.display().to_string());
    for (line, told) in WRONG {
        std::fs::write(&file, format!("{line}\n")).expect("a file");
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["demo", "--listen", "127.0.0.1:0"], &["migrate"]] {
            let given = ["--config", &config, "--data", &data_given];
            says(command.iter().copied().chain(given)).await.is_closed_with(told);
            assert!(!data.exists(), "{line}: {command:?} made a folder");
        }
    }
    let nowhere = folder.path().join("nergens.toml").display().to_string();
    says(["migrate", "--config", &nowhere, "--data", &data_given]).await.is_closed_with("cannot be read");
    assert!(!data.exists());
}

#[tokio::test]
async fn a_variable_that_is_no_setting_is_named_and_the_house_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = program();
    command.args(["migrate", "--data"]).arg(folder.path());
    command.env("BERAAD_LISTN", "127.0.0.1:9000").env("BERAAD_TEST_POSTGRES", "x").env("BERAAD_PHONE", "0800");
    let said = Said::of(command.output().await.expect("it runs"));
    said.went_well();
    assert!(said.err.contains("BERAAD_LISTN is no setting and does nothing"), "{said:?}");
    assert!(!said.err.contains("BERAAD_TEST_POSTGRES") && !said.err.contains("BERAAD_PHONE"), "{said:?}");
}

/// Where the program looks for its database, as it says when there is none.
async fn looks_in(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command = program();
    command.arg("check").args(args).envs(environment.iter().copied()).current_dir(folder);
    let said = Said::of(command.output().await.expect("it runs"));
    said.is_closed_with("there is no database at ");
    let (_, place) = said.err.trim().split_once("there is no database at ").expect("a place");
    place.to_owned()
}

#[tokio::test]
async fn a_flag_wins_over_the_environment_that_over_the_file_and_that_over_what_is_so_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("beraad.toml"), "data = \"bestand\"\n").expect("a file");
    let at = folder.path();
    let (file, flag) = (["--config", "beraad.toml"], ["--config", "beraad.toml", "--data", "vlag"]);
    let environment = [("BERAAD_DATA", "omgeving")];
    assert_eq!(looks_in(at, &[], &[]).await, "data/beraad.db");
    assert_eq!(looks_in(at, &file, &[]).await, "bestand/beraad.db");
    assert_eq!(looks_in(at, &[], &[("BERAAD_CONFIG", "beraad.toml")]).await, "bestand/beraad.db");
    assert_eq!(looks_in(at, &file, &environment).await, "omgeving/beraad.db");
    assert_eq!(looks_in(at, &flag, &environment).await, "vlag/beraad.db");
    assert_eq!(looks_in(at, &file, &[("BERAAD_DATA", "")]).await, "bestand/beraad.db", "nothing is no value");
}
