use testing::{Who, World, on_both};

use super::{PLAN, a_question, answers};

on_both!(PLAN: who_follows_hears_and_who_stops_does_not, who_answers_follows);

async fn who_follows_hears_and_who_stops_does_not(world: World) {
    let path = a_question(&world).await;
    let bram = world.bram().await;
    bram.visits(&path).await.presses("Volg dit gesprek").await.sees("U volgt dit gesprek");
    answers(&world.fenna().await, &path, "Het eerste antwoord.").await;
    world.works().await;
    assert_eq!(world.letters_to(Who::Bram).await.len(), 1);
    bram.visits(&path).await.presses("U volgt dit gesprek").await.sees("Volg dit gesprek");
    answers(&world.fenna().await, &path, "Het tweede antwoord.").await;
    world.works().await;
    assert_eq!(world.letters_to(Who::Bram).await.len(), 1);
}

async fn who_answers_follows(world: World) {
    let path = a_question(&world).await;
    answers(&world.dirk().await, &path, "Mijn antwoord.").await;
    world.works().await;
    world.dirk().await.visits(&path).await.sees("U volgt dit gesprek");
    assert!(world.letters_to(Who::Dirk).await.is_empty(), "nobody is written about their own words");
    answers(&world.fenna().await, &path, "En het mijne.").await;
    world.works().await;
    assert_eq!(world.letters_to(Who::Dirk).await.len(), 1);
}
