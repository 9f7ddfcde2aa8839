//! `beraad demo`: where it will not stand. What it shows is looked at in tests/browser/demo.test.mjs.

use house::serve::open_app;
use platform::app;
use platform::config::Config;
use testing::{Database, World, on_both};

use super::{about, says};
use crate::PLAN;

on_both!(another_country_is_not_poured_over_the_one_that_is_there);
on_both!(PLAN: a_house_with_people_is_no_demo);

/// Everybody may be anybody there, so only this machine reaches it.
#[tokio::test]
async fn it_listens_to_this_machine_alone_unless_somebody_means_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let said = says(["demo", "--listen", listen, "--data", &data.display().to_string()]).await;
        said.is_closed_with("the demo lets anybody sign in as anybody");
        assert!(said.err.contains("--open-to-everybody"), "{said:?}");
    }
    assert!(!data.exists(), "nothing was begun");
    // With the option it is another matter: this address is of no machine, so it goes wrong one step further.
    let given = ["demo", "--open-to-everybody", "--listen", "192.0.2.1:0", "--data"];
    let said = says(given.into_iter().chain([data.to_str().expect("a path")])).await;
    said.is_closed_with("192.0.2.1:0 cannot be listened on");
}

async fn another_country_is_not_poured_over_the_one_that_is_there(database: Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config {
        database: Some(database.url().to_owned()),
        keys: Some(folder.path().join("keys")),
        ..Config::default()
    };
    let house = open_app(config, true).await.expect("it opens");
    let mut tx = house.db().begin().await.expect("a transaction");
    app::set(&mut tx, "demo", "seed 7, scale 2").await.expect("a country");
    tx.commit().await.expect("a country");
    drop(house);
    for other in [&["--scale", "1"][..], &["--seed", "8"], &["--seed", "7", "--scale", "3"]] {
        let args = [&["demo", "--listen", "127.0.0.1:0", "--now", "2020-01-01T09:00"][..], other].concat();
        let said = about(&database, folder.path(), &args).await;
        said.is_closed_with("there is another country in this database (seed 7, scale 2)");
        assert!(said.err.contains("--data"), "{said:?}");
    }
    let db = database.open().await;
    let clock = app::setting(&mut db.reader().await.expect("a reader"), "clock_shift_ms").await.expect("a setting");
    assert_eq!(clock, None, "not even the clock was set");
}

async fn a_house_with_people_is_no_demo(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    about(world.database(), folder.path(), &["migrate"]).await.went_well();
    let said = about(world.database(), folder.path(), &["demo", "--listen", "127.0.0.1:0"]).await;
    said.is_closed_with("this database holds people already and is not a demo");
}
