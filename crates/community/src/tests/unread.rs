use testing::{Client, World, on_both};

use super::{PLAN, TITLE, a_question, answers, in_the_end, own_path, question};

on_both!(PLAN: what_is_new_is_new_until_it_was_read, a_long_topic_is_read_at_its_last_page);

async fn is_new(browser: &Client) -> bool {
    let page = browser.visits("/gesprekken").await;
    page.sees(TITLE);
    !page.all(".is-new").is_empty()
}

async fn what_is_new_is_new_until_it_was_read(world: World) {
    let path = a_question(&world).await;
    let (bram, fenna) = (world.bram().await, world.fenna().await);
    assert!(is_new(&bram).await);
    bram.visits(&path).await.sees(TITLE);
    in_the_end("Bram has read it", || async { !is_new(&bram).await }).await;
    assert!(is_new(&fenna).await, "that Bram read it says nothing of Fenna");

    answers(&world.dirk().await, &path, "Eén antwoord.").await;
    assert!(is_new(&bram).await);
    let page = bram.visits(&path).await;
    assert!(page.all("#b1 .is-new") == ["nieuw"], "the answer is marked");
    assert!(page.all("#b0 .is-new").is_empty());
    in_the_end("Bram has read the answer", || async { !is_new(&bram).await }).await;
    let page = bram.visits(&path).await;
    assert!(page.all(".is-new").is_empty(), "it was read");
    world.works().await;
}

async fn a_long_topic_is_read_at_its_last_page(world: World) {
    let page = question(&world.ans().await).await.send().await;
    let path = own_path(&page.path);
    super::cost::fifty_answers(&world, &path).await;
    answers(&world.dirk().await, &path, "Nummer eenenvijftig.").await;
    let fenna = world.fenna().await;
    let first = fenna.visits(&path).await;
    first.sees("Bladzijde 1 van 2").sees_not("Nummer eenenvijftig.");
    assert!(is_new(&fenna).await, "the last page was not seen");
    fenna.visits(&format!("{path}?bladzijde=2")).await.sees("Nummer eenenvijftig.").sees(TITLE);
    in_the_end("Fenna has read it", || async { !is_new(&fenna).await }).await;
    // A page past the end of a list is not there; past the end of a topic stands what it is about.
    fenna.visits(&format!("{path}?bladzijde=99")).await.sees(TITLE);
    fenna.visits("/gesprekken?bladzijde=99").await.finds_nothing();
    world.works().await;
}
