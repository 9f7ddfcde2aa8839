use platform::db::Tx;
use testing::{Who, World, on_both};

use super::{PLAN, a_question, a_question_by, an_answered_question, answers, question};

on_both!(
    PLAN: the_asker_reads_the_whole_answer_in_the_letter,
    who_helped_and_was_thanked_is_told_once,
    who_may_no_longer_read_gets_no_letter,
    what_was_taken_back_is_not_sent,
    a_title_breaks_no_letter,
    done_again_a_letter_is_not_written_twice
);

async fn the_asker_reads_the_whole_answer_in_the_letter(world: World) {
    let path = a_question(&world).await;
    let long = format!("Eerst dit.\n\n{}\n\nEn <b>tot slot</b> & dat.", "Heel veel woorden. ".repeat(200));
    let form = world.fenna().await.visits(&path).await.form("Plaats mijn antwoord").fill("tekst", &long);
    form.send().await.sees("Uw antwoord is geplaatst");
    world.works().await;
    let letters = world.letters_to(Who::Ans).await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(letter.subject, "Antwoord op uw bericht: Wie heeft ervaring met een jongerenpanel?");
    assert!(letter.text.starts_with("Dag mevrouw Terpstra,"), "{}", letter.text);
    for words in [
        "Eerst dit.",
        "Heel veel woorden. Heel veel woorden.",
        "En <b>tot slot</b> & dat.",
        "Fenna Bosma, raadslid, Adviesraad Waterhoek",
    ] {
        assert!(letter.text.contains(words), "{words}: {}", letter.text);
    }
    assert!(letter.text.contains(&format!("http://beraad.test{path}?bladzijde=1#b1")), "{}", letter.text);
    assert!(
        letter.html.contains("En &#60;b&#62;tot slot") || letter.html.contains("En &lt;b&gt;tot slot"),
        "{}",
        letter.html
    );
    for who in [Who::Fenna, Who::Bram, Who::Dirk, Who::Eva] {
        assert!(world.letters_to(who).await.is_empty(), "{who:?} did not ask for it");
    }
}

async fn who_helped_and_was_thanked_is_told_once(world: World) {
    let path = an_answered_question(&world).await;
    world.ans().await.visits(&path).await.presses("Dit hielp").await;
    world.bram().await.visits(&path).await.presses("Dank Fenna").await;
    world.dirk().await.visits(&path).await.presses("Dank Fenna").await;
    world.works().await;
    let subjects: Vec<_> = world.letters_to(Who::Fenna).await.into_iter().map(|l| l.subject).collect();
    assert_eq!(subjects.len(), 2, "{subjects:?}");
    assert_eq!(subjects[0], "Uw antwoord hielp: Wie heeft ervaring met een jongerenpanel?");
    assert!(subjects[1].ends_with("dankt u"), "{subjects:?}");
    testing::letters!(world, "who_helped_and_was_thanked");
}

async fn ends_seats(world: &World, who: Who) {
    let mut tx: Tx = world.app.db().begin().await.expect("a transaction");
    super::readers::end_seats(&mut tx, who).await;
    tx.commit().await.expect("they end");
}

async fn who_may_no_longer_read_gets_no_letter(world: World) {
    let path = a_question_by(&world.ans().await, "councils").await;
    let fenna = world.fenna().await;
    fenna.visits(&path).await.presses("Volg dit gesprek").await.sees("U volgt dit gesprek");
    ends_seats(&world, Who::Fenna).await;
    fenna.visits(&path).await.finds_nothing();
    answers(&world.dirk().await, &path, "Onder ons gezegd.").await;
    world.works().await;
    assert!(world.letters_to(Who::Fenna).await.is_empty());
    assert_eq!(world.letters_to(Who::Ans).await.len(), 1);
}

async fn what_was_taken_back_is_not_sent(world: World) {
    let path = a_question(&world).await;
    let fenna = world.fenna().await;
    answers(&fenna, &path, "Dit had ik niet moeten zeggen.").await;
    let page = fenna.visits(&path).await;
    let link = page.links().into_iter().find(|l| l.contains("/terughalen/")).expect("a way back");
    fenna.visits(&link).await.presses("Haal het terug").await.sees("Uw bijdrage is teruggehaald");
    world.works().await;
    assert!(world.letters_to(Who::Ans).await.is_empty());
}

async fn a_title_breaks_no_letter(world: World) {
    let form = question(&world.ans().await).await;
    let page = form.fill("titel", "Vraag\r\nBcc: allen@voorbeeld.example\r\n\r\nhallo").send().await;
    answers(&world.fenna().await, &super::own_path(&page.path), "Antwoord.").await;
    world.works().await;
    let letters = world.letters_to(Who::Ans).await;
    assert_eq!(letters[0].subject, "Antwoord op uw bericht: Vraag Bcc: allen@voorbeeld.example hallo");
}

async fn done_again_a_letter_is_not_written_twice(world: World) {
    an_answered_question(&world).await;
    assert_eq!(world.letters_to(Who::Ans).await.len(), 1);
    let line = world.trail().await.0.into_iter().find(|l| l.kind == "community.answered").expect("a line");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    crate::react(&world.app, &mut tx, &line, "community.letter_answered").await.expect("it is done");
    tx.commit().await.expect("it is done");
    assert_eq!(world.letters_to(Who::Ans).await.len(), 1);
}
