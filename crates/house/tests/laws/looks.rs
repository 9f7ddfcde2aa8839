//! What somebody wanted to look at and might not is counted, after the answer, and tells nobody what is hidden.

use std::time::Duration;

use platform::looked::{self, Look};
use platform::measure::measured;
use testing::{HOST, World, on_both};

use crate::PLAN;
use crate::matrix::Somebody;
use crate::things::{NOWHERE, things};

on_both!(
    PLAN: what_might_not_be_seen_is_counted_and_nothing_else_is,
    whoever_asks_without_end_fills_nothing,
    who_keeps_the_house_running_reads_it
);

async fn looks(world: &World) -> Vec<Look> {
    let mut reader = world.app.db().reader().await.expect("a reader");
    looked::newest(&mut reader, 1_000, 0).await.expect("the counts").0
}

/// Waits until so many were counted: they are written after the answer.
async fn counted(world: &World, total: i64) -> Vec<Look> {
    for _ in 0..500 {
        let all = looks(world).await;
        if all.iter().map(|l| l.times).sum::<i64>() >= total {
            return all;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{total} looks were not counted: {:?}", looks(world).await.iter().map(|l| l.times).collect::<Vec<_>>());
}

async fn what_might_not_be_seen_is_counted_and_nothing_else_is(world: World) {
    let things = things(&world).await;
    let (otto, dirk) = (world.otto().await, world.dirk().await);
    let (before, lines) = (world.digest().await, world.trail().await.0.len());
    let own = otto.visits("/mijn-gegevens/spoor").await.text();
    // What is not there is nobody's: it is not counted, and costs as much.
    let nowhere = format!("/dossiers/{NOWHERE}");
    let (absent, cost_of_absent, _) = measured(otto.visits(&nowhere)).await;
    absent.finds_nothing();
    let (hidden, cost, _) = measured(otto.visits(&things.case)).await;
    hidden.finds_nothing();
    assert_eq!(cost, cost_of_absent);
    for _ in 0..2 {
        otto.visits(&format!("{}/termijn", things.case)).await.finds_nothing();
    }
    dirk.visits(&format!("{}/gasten", things.case)).await.is_refused();
    dirk.visits(&things.case).await.sees("Dagbesteding");
    world.anybody().visits(&things.case).await.must_sign_in();
    let all = counted(&world, 4).await;
    let mut told: Vec<_> = all.iter().map(|l| (l.who.as_str(), l.act.as_str(), l.verdict.as_str(), l.times)).collect();
    told.sort_unstable();
    assert_eq!(told, [("Dirk Postma", "case.invite_guest", "refused", 1), ("Otto Smit", "case.view", "hidden", 3)]);
    assert!(all.iter().all(|l| l.on_day == world.now().day() && l.first_at <= l.last_at));
    // It is no line of the trail, and no change.
    assert_eq!(world.trail().await.0.len(), lines);
    assert_eq!(world.digest().await, before);
    // To themselves it would tell what is hidden from what is not there.
    assert_eq!(otto.visits("/mijn-gegevens/spoor").await.text(), own);
}

async fn whoever_asks_without_end_fills_nothing(world: World) {
    let things = things(&world).await;
    let otto = world.otto().await;
    for _ in 0..400 {
        otto.visits(&things.case).await.finds_nothing();
    }
    let all = counted(&world, 300).await;
    assert_eq!(all.iter().map(|l| l.times).collect::<Vec<_>>(), [300], "one row, and no further this hour");
}

async fn who_keeps_the_house_running_reads_it(world: World) {
    let things = things(&world).await;
    let keeper = Somebody { n: 720, seat: Some((HOST, platform::Role::Administrator)) }.comes_in(&world).await;
    keeper.visits("/beheer/spoor/bekeken").await.sees("Niemand zocht iets wat niet mocht.");
    let (otto, chaima) = (world.otto().await, world.chaima().await);
    otto.visits(&things.case).await.finds_nothing();
    counted(&world, 1).await;
    let page = keeper.visits("/beheer/spoor").await;
    assert!(page.links().iter().any(|link| link == "/beheer/spoor/bekeken"));
    let page = keeper.visits("/beheer/spoor/bekeken").await;
    page.sees("Otto Smit").sees("Een dossier: zien").sees("één keer").sees("verborgen");
    chaima.visits("/beheer/spoor/bekeken").await.finds_nothing();
    // Erasing somebody erases it.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let of = house::trail::erase::Of::Person(testing::Who::Otto.address());
    let by = platform::trail::By::house(world.now(), platform::trail::Origin::Command);
    house::trail::erase::erase(&mut tx, &of, "op verzoek", by).await.expect("it works").expect("somebody");
    tx.commit().await.expect("erased");
    assert!(looks(&world).await.iter().all(|l| l.who != "Otto Smit"));
}
