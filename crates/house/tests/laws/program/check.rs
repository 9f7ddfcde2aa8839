//! `beraad check`: well or not well by its exit code, and one number that only what is done changes.

use platform::args;
use serde_json::Value;
use testing::{Who, World, on_both};

use super::{Said, about};
use crate::PLAN;
use crate::things::{filled_in, things};

on_both!(PLAN: looking_leaves_the_number_and_doing_changes_it, a_broken_chain_gives_exit_code_one);

platform::statements! {
    FORGE: () = "UPDATE event SET kind = 'advice.issued' WHERE seq = 2";
}

async fn check(world: &World, args: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a folder");
    let said = about(world.database(), folder.path(), &[&["check"], args].concat()).await;
    assert!(!folder.path().join("keys").exists(), "a check makes no keys");
    said
}

async fn report(world: &World) -> Value {
    let said = check(world, &["--json"]).await;
    let report: Value = serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{e}: {said:?}"));
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    let mut keys: Vec<_> = report.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["digest", "events", "ok"]);
    assert_eq!(report["ok"], true);
    report
}

async fn looking_leaves_the_number_and_doing_changes_it(world: World) {
    let things = things(&world).await;
    let before = report(&world).await;
    assert_eq!(before["digest"].as_str().map(str::len), Some(64));
    assert!(before["events"].as_i64() > Some(1), "{before}");
    assert_eq!(report(&world).await, before, "twice the same");
    for who in Who::ALL {
        let browser = world.client(who).await;
        for route in house::routes().iter().filter(|r| r.method == "GET" && !r.path.ends_with("/live")) {
            browser.visits(&filled_in(route.path, &things)).await;
        }
    }
    assert_eq!(report(&world).await, before, "after looking at every page");
    let page = world.dirk().await.visits(&things.everybody.path).await;
    page.form("Plaats mijn antwoord").fill("tekst", "Vraag het hun eens.").send().await;
    world.works().await;
    let after = report(&world).await;
    assert_ne!(after["digest"], before["digest"]);
    assert!(after["events"].as_i64() > before["events"].as_i64());
    let said = check(&world, &[]).await;
    let line = format!("all is well: {} lines of the trail, digest {}\n", after["events"], after["digest"]);
    assert_eq!(said.went_well().out, line.replace('"', ""));
}

async fn a_broken_chain_gives_exit_code_one(world: World) {
    things(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.exactly_one(FORGE, args![]).await.expect("it is forged");
    tx.commit().await.expect("it is forged");
    let said = check(&world, &["--json"]).await;
    assert_eq!(said.code, Some(1), "{said:?}");
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["ok"], false);
    assert_eq!(report["problems"][0], "the trail is broken at line 2: it was changed");
    let said = check(&world, &[]).await;
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.out.starts_with("not well: ") && said.out.contains("- the trail is broken at line 2"), "{said:?}");
}
