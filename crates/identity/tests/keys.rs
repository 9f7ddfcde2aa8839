//! Stories of the keys outside the database: what the tables hold of an app, what happens when a key is lost or is
//! another one, and wrapping everything anew; on both engines.

use identity::{keys, second};
use platform::clock::machine_now;
use platform::keys::Lost;
use platform::{Keys, args};
use testing::{Client, Page, Who, World, on_both};
use totp_rs::{Builder, Secret};

mod common;
use common::PLAN;

platform::statements! {
    KEPT: (String, Option<String>) = "SELECT secret, key_id FROM second_app WHERE person = $1";
    PLAIN: () = "UPDATE second_app SET secret = $2, key_id = NULL WHERE person = $1";
    MOVED: () = "UPDATE second_app SET secret = (SELECT o.secret FROM second_app o WHERE o.person = $2) WHERE person = $1";
    KEY_GONE: () = "UPDATE second_app SET key_id = 'weg' WHERE person = $1";
    EARLIER: () = "UPDATE second_app SET last_step = 0 WHERE person = $1";
    MISSES: (i64,) = "SELECT COUNT(*) FROM second_miss WHERE person = $1";
}

on_both!(
    PLAN: the_secret_of_an_app_is_kept_wrapped,
    a_wrapped_secret_of_another_opens_nothing,
    whoever_lost_the_key_has_codes_on_paper,
    what_was_kept_as_it_is_is_wrapped_at_the_start,
    a_rotation_wraps_everything_anew,
    a_rotation_that_meets_a_lost_key_changes_nothing,
    without_a_key_no_app_is_set_up,
    another_file_with_keys_is_noticed
);

const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn app_code(secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("an app");
    totp.generate((machine_now().0 / 1_000) as u64).to_string()
}

async fn run(world: &World, statement: platform::db::Statement<()>, args: &[platform::db::Value<'_>]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(statement, args).await.expect("it changes");
    tx.commit().await.expect("it changes");
}

async fn kept(world: &World, who: Who) -> (String, Option<String>) {
    let mut reader = world.app.db().reader().await.expect("a reader");
    reader.one(KEPT, args![who.id()]).await.expect("a row").expect("an app")
}

/// Somebody has an app with the secret of these stories.
async fn has_an_app(world: &World, who: Who) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    second::give_app(&mut tx, world.app.keys(), &who.id(), SECRET).await.expect("an app");
    tx.commit().await.expect("an app");
}

/// Signs in until the second step.
async fn comes_to_the_step(world: &World, browser: &Client, who: Who) -> Page {
    let page = browser.visits("/aanmelden?naar=/mijn-gegevens").await;
    let page = page.form("Stuur mij een code").fill("adres", &who.address()).send().await;
    let code = common::code(world, who).await;
    page.form("Meld mij aan").fill("code", &code).send().await
}

async fn by_app(world: &World, who: Who) -> Page {
    run(world, EARLIER, args![who.id()]).await;
    let page = comes_to_the_step(world, &world.anybody(), who).await;
    page.form("Meld mij aan").fill("code", &app_code(SECRET)).send().await
}

/// A world whose keys stand in a file, as they do outside tests.
async fn with_a_file(world: &World, folder: &tempfile::TempDir) -> World {
    let keys = Keys::read(&folder.path().join("keys")).expect("no file yet");
    World::with_keys(world.engine(), PLAN, keys, |_| {}).await
}

async fn catch_up(world: &World, keys: &Keys) -> i64 {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let count = keys::catch_up(&mut tx, keys).await.expect("it is wrapped");
    tx.commit().await.expect("it is wrapped");
    count
}

async fn the_secret_of_an_app_is_kept_wrapped(world: World) {
    let dirk = world.dirk().await;
    let form = dirk.visits("/mijn-gegevens/tweede-stap").await.form("Neem de tweede stap in gebruik");
    let secret = form.value("geheim").expect("a secret").to_owned();
    form.fill("code", &app_code(&secret)).send().await.sees("Bewaar uw herstelcodes");
    let (text, key) = kept(&world, Who::Dirk).await;
    assert!(!text.contains(&secret) && key.as_ref() == world.app.keys().names().first(), "{key:?}");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let opened = second::app_secret(&mut reader, world.app.keys(), &Who::Dirk.id()).await.expect("an app");
    assert_eq!(opened, Some(secret));
    let others = Keys::in_memory();
    assert_eq!(second::app_secret(&mut reader, &others, &Who::Dirk.id()).await.expect("an app"), None);
}

async fn a_wrapped_secret_of_another_opens_nothing(world: World) {
    has_an_app(&world, Who::Dirk).await;
    has_an_app(&world, Who::Fenna).await;
    by_app(&world, Who::Dirk).await.goes_to("/mijn-gegevens").sees("Dirk Postma");
    // Whoever can write in the tables, and knows the secret of Fenna's app, puts it in Dirk's row.
    run(&world, MOVED, args![Who::Dirk.id(), Who::Fenna.id()]).await;
    by_app(&world, Who::Dirk).await.is_told("kunnen wij nu niet nakijken");
}

async fn whoever_lost_the_key_has_codes_on_paper(world: World) {
    let dirk = world.dirk().await;
    let form = dirk.visits("/mijn-gegevens/tweede-stap").await.form("Neem de tweede stap in gebruik");
    let secret = form.value("geheim").expect("a secret").to_owned();
    let codes = form.fill("code", &app_code(&secret)).send().await.all(".signin__codes li");
    run(&world, KEY_GONE, args![Who::Dirk.id()]).await;
    let page = comes_to_the_step(&world, &world.anybody(), Who::Dirk).await;
    page.sees(
        "De codes van uw app kunnen wij nu niet nakijken: neem een herstelcode of toegangssleutel, of bel ons op 030",
    );
    let form = page.form("Meld mij aan");
    for _ in 0..6 {
        form.clone().fill("code", &app_code(&secret)).send().await.is_told("kunnen wij nu niet nakijken");
    }
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(reader.value(MISSES, args![Who::Dirk.id()]).await.expect("a count"), 0, "no guess, so no waiting");
    drop(reader);
    form.fill("code", &codes[0]).send().await.goes_to("/mijn-gegevens").sees("Dirk Postma");
    // He takes the app away, or sets up another.
    dirk.visits("/mijn-gegevens/tweede-stap").await.presses("Zet de tweede stap uit").await.sees("staat uit");
}

async fn what_was_kept_as_it_is_is_wrapped_at_the_start(world: World) {
    has_an_app(&world, Who::Dirk).await;
    run(&world, PLAIN, args![Who::Dirk.id(), SECRET]).await;
    // It works before as well: a node of the version before may still write it so.
    by_app(&world, Who::Dirk).await.goes_to("/mijn-gegevens");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(keys::is_behind(&mut reader, world.app.keys()).await.expect("an answer"));
    drop(reader);
    assert_eq!(catch_up(&world, world.app.keys()).await, 1);
    let (text, key) = kept(&world, Who::Dirk).await;
    assert!(text != SECRET && key.is_some());
    by_app(&world, Who::Dirk).await.goes_to("/mijn-gegevens");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(!keys::is_behind(&mut reader, world.app.keys()).await.expect("an answer"));
    drop(reader);
    assert_eq!(catch_up(&world, world.app.keys()).await, 0, "once");
}

async fn a_rotation_wraps_everything_anew(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = with_a_file(&world, &folder).await;
    let first = world.app.keys().add().expect("a key");
    catch_up(&world, world.app.keys()).await;
    for who in [Who::Dirk, Who::Fenna, Who::Bram] {
        has_an_app(&world, who).await;
    }
    run(&world, PLAIN, args![Who::Bram.id(), SECRET]).await;
    // The command line is another process; the server that runs reads the file again by itself.
    let outside = Keys::read(&folder.path().join("keys")).expect("the keys");
    let second = outside.add().expect("a key");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(keys::behind_the_first(&mut reader, &outside).await.expect("a count"), 3);
    drop(reader);
    // Stopped halfway, it did nothing.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    assert_eq!(keys::rotate(&mut tx, &outside).await.expect("done"), Ok(3));
    drop(tx);
    assert_eq!(kept(&world, Who::Dirk).await.1, Some(first.clone()));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    assert_eq!(keys::rotate(&mut tx, &outside).await.expect("done"), Ok(3));
    tx.commit().await.expect("done");
    for who in [Who::Dirk, Who::Fenna, Who::Bram] {
        assert_eq!(kept(&world, who).await.1, Some(second.clone()));
        by_app(&world, who).await.goes_to("/mijn-gegevens");
    }
    let mut reader = world.app.db().reader().await.expect("a reader");
    let all = keys::standings(&mut reader, &outside).await.expect("the keys");
    let short: Vec<_> = all.iter().map(|s| (s.id.as_str(), s.secrets, s.since.is_some(), s.lost.is_some())).collect();
    assert_eq!(
        short,
        [(second.as_str(), 3, true, false), (first.as_str(), 0, false, false)],
        "the first opens nothing"
    );
}

async fn a_rotation_that_meets_a_lost_key_changes_nothing(world: World) {
    for who in [Who::Dirk, Who::Fenna] {
        has_an_app(&world, who).await;
    }
    run(&world, KEY_GONE, args![Who::Fenna.id()]).await;
    let before = world.digest().await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let done = keys::rotate(&mut tx, world.app.keys()).await.expect("an answer");
    assert_eq!(done, Err(Lost::Missing("weg".into(), "memory".into())));
    drop(tx);
    assert_eq!(world.digest().await, before);
}

async fn without_a_key_no_app_is_set_up(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = with_a_file(&world, &folder).await;
    let dirk = world.dirk().await;
    let form = dirk.visits("/mijn-gegevens/tweede-stap").await.form("Neem de tweede stap in gebruik");
    let secret = form.value("geheim").expect("a secret").to_owned();
    let page = form.fill("code", &app_code(&secret)).send().await;
    page.is_told("Een app instellen lukt nu niet, want Beraad mist zelf een sleutel");
    assert_eq!(page.form("Neem de tweede stap in gebruik").value("geheim"), Some(secret.as_str()));
    dirk.visits("/mijn-gegevens").await.sees("Stel de tweede stap in");
    // Once there is one, without a new start.
    Keys::read(&folder.path().join("keys")).expect("no keys").add().expect("a key");
    page.form("Neem de tweede stap in gebruik").fill("code", &app_code(&secret)).send().await.sees("herstelcodes");
}

async fn another_file_with_keys_is_noticed(world: World) {
    catch_up(&world, world.app.keys()).await;
    has_an_app(&world, Who::Dirk).await;
    let mine = world.app.keys().names()[0].clone();
    let others = Keys::in_memory();
    let mut reader = world.app.db().reader().await.expect("a reader");
    let all = keys::standings(&mut reader, &others).await.expect("the keys");
    let lost: Vec<_> = all.iter().filter(|s| s.lost.is_some()).map(|s| (s.id.clone(), s.secrets)).collect();
    assert_eq!(lost, [(mine.clone(), 1)]);
    drop(reader);
    // A key of the same name that is another one.
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("keys");
    std::fs::write(&file, format!("{mine} AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")).expect("a file");
    let forged = Keys::read(&file).expect("a key");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let all = keys::standings(&mut reader, &forged).await.expect("the keys");
    assert_eq!(all[0].lost, Some(Lost::Other(mine, file.display().to_string())));
}
