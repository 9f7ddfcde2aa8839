//! Who is asked what, and who hears what: nobody gets a button for what is not theirs.

use testing::{Page, Who, World, on_both};

use super::{PLAN, a_case_in_preparation, a_published_answer, a_request, a_submitted_answer, words_of};

on_both!(PLAN: the_clerk_hears_and_records, a_button_is_for_who_may, who_writes_is_asked_to_write,
    a_name_stands_once_and_a_step_that_was_passed_over_is_open, the_letter_has_the_address_of_the_council);

fn buttons(page: &Page) -> Vec<String> {
    page.all(".turn a.button")
}

async fn tasks(world: &World, who: Who) -> Vec<(String, Option<platform::clock::Day>)> {
    let mut reader = world.app.db().reader().await.expect("a reader");
    let actor = words_of::actor(&mut reader, who.id(), world.now().day()).await;
    let tasks = crate::front::tasks(&mut reader, &actor, world.now()).await.expect("tasks");
    tasks.into_iter().map(|t| (t.path, t.by)).collect()
}

async fn the_clerk_hears_and_records(world: World) {
    let case = a_published_answer(&world).await;
    world.works().await;
    for who in [Who::Greet, Who::Bram] {
        let letters = world.letters_to(who).await;
        let letter = letters.last().expect("a letter");
        assert!(letter.subject.starts_with("Het antwoord is verstuurd"), "{who:?} {}", letter.subject);
        assert!(letter.text.contains("Wij vragen het één keer per jaar."), "{who:?}");
    }
    let greet = world.greet().await;
    assert_eq!(buttons(&greet.visits(&case).await), ["Leg het besluit vast"]);
    assert_eq!(tasks(&world, Who::Greet).await[0].0, format!("{case}/besluit"));
    let page = greet.visits(&format!("{case}/besluit")).await;
    assert_eq!(page.attribute("input[name=orgaan][checked]", "value").as_deref(), Some("municipal_council"));
    world.is_at("2027-03-26T09:00");
    let form = greet.visits(&format!("{case}/besluit")).await.form("Leg het besluit vast");
    let page = form.with("uitkomst", "follows").send().await;
    page.sees("Het besluit is vastgelegd").sees("Een collega doet dit.");
    assert!(buttons(&page).is_empty(), "planning a look back is not for the clerk");
    assert!(tasks(&world, Who::Greet).await.is_empty());
    // The letter names who got it.
    world.dirk().await.visits(&format!("{case}/brief")).await.sees("Kopie aan: de griffier, de contactambtenaar");
    world.works().await;
}

async fn a_button_is_for_who_may(world: World) {
    let case = super::an_issued_advice(&world).await;
    let willem = world.willem().await;
    assert!(buttons(&willem.visits(&case).await).is_empty(), "an alderman does not write the answer");
    let form = world.els().await.visits(&format!("{case}/antwoord")).await.form("Leg voor aan de wethouder");
    super::answered(form).send().await;
    assert_eq!(buttons(&willem.visits(&case).await), ["Keur het antwoord goed en verstuur het"]);
    let els = world.els().await;
    assert_eq!(buttons(&els.visits(&case).await), ["Geef antwoord per aanbeveling"]);
    world.works().await;
}

async fn who_writes_is_asked_to_write(world: World) {
    let case = a_request(&world).await;
    // A receipt is confirmed within a week, whatever the term of the advice is.
    let week = world.now().day().plus_days(7);
    assert_eq!(tasks(&world, Who::Dirk).await, [(format!("{case}/ontvangst"), Some(week))]);
    let other = a_case_in_preparation(&world).await;
    let writes = |tasks: Vec<(String, _)>| tasks.iter().any(|(path, _)| *path == format!("{other}/advies"));
    for who in [Who::Dirk, Who::Chaima, Who::Ans] {
        assert!(writes(tasks(&world, who).await), "{who:?}");
    }
    assert!(!writes(tasks(&world, Who::Dora).await), "a member who does not write it");
    let submitted = a_submitted_answer(&world).await;
    assert_eq!(tasks(&world, Who::Willem).await.len(), 1);
    let page = world.els().await.visits(&format!("{submitted}/antwoord")).await;
    page.presses("Haal het terug en bewaar").await.sees("U haalde het antwoord terug");
    assert!(tasks(&world, Who::Willem).await.is_empty(), "nothing lies with him any more");
    world.works().await;
}

async fn a_name_stands_once_and_a_step_that_was_passed_over_is_open(world: World) {
    // Bram handles it himself, and keeps everybody informed.
    let case = a_request(&world).await;
    let page = world.dirk().await.visits(&case).await;
    page.sees("Bram de Wit").sees_not("Bram de Wit, Bram de Wit").sees("overgeslagen");
    let steps: Vec<String> = page.all(".phases-long li.phase--done");
    assert_eq!(steps.len(), 1, "{steps:?}");
    // Within a day the newest stands first.
    world.is_at("2026-11-24T20:00");
    world.chaima().await.visits(&format!("{case}/ontvangst")).await.presses("Bevestig de ontvangst").await;
    let lines = world.dirk().await.visits(&case).await.all("#lijn ~ ol h3, section[aria-labelledby=lijn] h3");
    let at = |words: &str| lines.iter().position(|l| l.contains(words)).unwrap_or(usize::MAX);
    assert!(at("De raad bevestigde de ontvangst") < at("De gemeente vroeg advies"), "{lines:?}");
    world.works().await;
}

async fn the_letter_has_the_address_of_the_council(world: World) {
    use identity::letterhead::{self, Letterhead};
    let case = super::an_issued_advice(&world).await;
    let head = Letterhead {
        postal: "Postbus 12\n1234 AB Lindewoude".into(),
        email: "raad@linde.example".into(),
        ..Letterhead::default()
    };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    letterhead::set(&mut tx, &testing::COUNCIL_A.id(), &head).await.expect("an address");
    tx.commit().await.expect("kept");
    let page = world.els().await.visits(&format!("{case}/brief")).await;
    page.sees("Postbus 12, 1234 AB Lindewoude").sees("raad@linde.example");
    let heads = page.all(".letter h2");
    let order = ["In het kort", "Wat wij zagen en hoorden", "Onze aanbevelingen", "Hoe dit advies tot stand kwam"];
    assert_eq!(heads, order);
    world.works().await;
}
