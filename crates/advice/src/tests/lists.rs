//! Lists carry the rule in their statement: each of the cast sees in a list what they see one by one.

use platform::clock::DAY;
use platform::policy;
use testing::{Who, World, on_both};

use super::PLAN;
use super::seeded::{a_case, council_only};
use super::words_of;
use crate::eyes::Eyes;
use crate::kinds::Side;
use crate::policy::Viewing;
use crate::seed::{self, Done, Rules};
use crate::store::cases;

on_both!(PLAN: each_sees_in_a_list_what_they_see_one_by_one, the_home_page_names_what_is_theirs);

async fn each_sees_in_a_list_what_they_see_one_by_one(world: World) {
    let now = world.now();
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let mut ids = Vec::new();
    for new in [a_case(now, 1), council_only(now), a_case(now, 3), a_case(now, 4), a_case(now, 5)] {
        seed::case(&mut tx, &new, &Rules::default(), now).await.expect("a case");
        ids.push(new.id);
    }
    // One waits under an embargo, one did, and one the council keeps to two of its members.
    let done = Done { at: now.plus(-2 * DAY), by: Some(Who::Bram.id()) };
    for (id, until) in [(&ids[2], now.plus(DAY)), (&ids[3], now.plus(-DAY))] {
        seed::embargo(&mut tx, id, until, "Nog niet.", (Side::Municipality, &done)).await.expect("an embargo");
    }
    let circle = [Who::Chaima.id(), Who::Dirk.id()];
    seed::confided(&mut tx, &ids[4], &circle, "Over een lid.", (Side::Council, &done)).await.expect("a circle");
    tx.commit().await.expect("kept");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let mut table = Vec::new();
    for who in Who::ALL {
        let actor = words_of::actor(&mut reader, who.id(), now.day()).await;
        let eyes = Eyes::of(&actor, now).expect("somebody");
        let listed: Vec<String> =
            cases::every(&mut reader, eyes).await.expect("a list").into_iter().map(|c| c.id.to_string()).collect();
        let mut one_by_one = Vec::new();
        for id in &ids {
            let case = cases::find_for(&mut reader, id, eyes).await.expect("asked").expect("it is there");
            if policy::may::<Viewing>(&actor, &case) {
                one_by_one.push(id.to_string());
            }
        }
        one_by_one.sort();
        assert_eq!(listed, one_by_one, "{who:?}");
        table.push((who, listed.len()));
    }
    let seen = |who: Who| table.iter().find(|(w, _)| *w == who).map(|(_, n)| *n);
    assert_eq!(
        [Who::Dirk, Who::Ans, Who::Els, Who::Greet, Who::Koos, Who::Dora].map(seen),
        [Some(5), Some(4), Some(4), Some(3), Some(0), Some(5)]
    );
    drop(reader);
    world.works().await;
}

async fn the_home_page_names_what_is_theirs(world: World) {
    let case = super::a_draft(&world).await;
    world.chaima().await.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    let mut reader = world.app.db().reader().await.expect("a reader");
    let now = world.now();
    let paths = |who: Who| {
        let db = world.app.db().clone();
        async move {
            let mut reader = db.reader().await.expect("a reader");
            let actor = words_of::actor(&mut reader, who.id(), now.day()).await;
            let tasks = crate::front::tasks(&mut reader, &actor, now).await.expect("tasks");
            tasks.into_iter().map(|t| t.path).collect::<Vec<_>>()
        }
    };
    assert_eq!(paths(Who::Dirk).await, [format!("{case}/advies"), format!("{case}/instemming")]);
    // Dora does not write this one; whoever leads it hears of it too.
    assert_eq!(paths(Who::Dora).await, [format!("{case}/instemming")]);
    assert_eq!(paths(Who::Ans).await, [format!("{case}/advies"), format!("{case}/instemming")]);
    assert!(paths(Who::Els).await.is_empty() && paths(Who::Koos).await.is_empty() && paths(Who::Eva).await.is_empty());
    let actor = words_of::actor(&mut reader, Who::Dirk.id(), now.day()).await;
    let summary = crate::front::board_summary(&mut reader, &actor, now).await.expect("counts");
    assert_eq!(summary, crate::front::Summary { running: 1, ours: 1, late: 0 });
    drop(reader);
    world.works().await;
}
