//! When a request came, what does not fit in it, and what the council says of that.

use testing::{Who, World, on_both};

use super::{PLAN, a_case_in_preparation, a_request, an_issued_advice, filled, path};

on_both!(PLAN: a_day_of_long_ago_and_a_body_of_elsewhere_come_back, the_council_says_that_it_came_on_another_day,
    who_misses_something_is_led_to_the_standstill, before_there_is_a_term_the_page_says_so,
    what_a_council_began_itself_is_not_received, the_papers_stand_with_the_request);

async fn a_day_of_long_ago_and_a_body_of_elsewhere_come_back(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let form = filled(page.form("Verstuur de aanvraag"));
    form.clone().fill("ontvangen", "1 maart 1890").send().await.is_told("Deze dag is meer dan een jaar geleden.");
    form.clone().fill("beslist", "state").send().await.is_told("Dit past niet bij het niveau dat u koos.");
    // Nobody meets on a Sunday: said before and after, not refused.
    let form = form.fill("vergadering", "28 maart 2027");
    form.clone().with("doe", "bekijk").send().await.sees("de vergadering is op zondag 28 maart 2027. Klopt dat?");
    let sent = form.send().await;
    let page = world.dirk().await.visits(&format!("{}/aanvraag", path(&sent))).await;
    page.sees("de vergadering is op zondag 28 maart 2027. Klopt dat?");
    world.works().await;
}

async fn the_council_says_that_it_came_on_another_day(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let case = path(&filled(page.form("Verstuur de aanvraag")).fill("ontvangen", "10 november").send().await);
    let chaima = world.chaima().await;
    chaima.visits(&case).await.sees("dinsdag 22 december");
    let form = chaima.visits(&format!("{case}/ontvangst")).await.form("Bevestig de ontvangst");
    assert_eq!(form.value("ontvangen"), Some("10\u{a0}november 2026"));
    form.clone().fill("ontvangen", "1 maart 1890").send().await.is_told("Deze dag is meer dan een jaar geleden.");
    form.clone().fill("ontvangen", "1 maart 2027").send().await.is_told("Deze dag moet nog komen.");
    let page = form.fill("ontvangen", "24 november 2026").send().await;
    page.sees("De ontvangst is bevestigd").sees("dinsdag 5 januari 2027");
    page.sees("De aanvraag kwam op 24 november, en niet op 10 november.");
    chaima.visits(&format!("{case}/termijn")).await.sees("Dinsdag 5 januari 2027");
    world.works().await;
    let letter = world.letters_to(Who::Bram).await.pop().expect("a letter");
    let text = letter.text.replace('\u{a0}', " ");
    assert!(letter.subject.starts_with("De raad bevestigt de ontvangst"), "{}", letter.subject);
    assert!(text.contains("dinsdag 24 november 2026, en niet op dinsdag 10 november 2026"), "{text}");
    assert!(text.contains("dinsdag 5 januari 2027"), "{text}");
    assert!(world.letters_to(Who::Els).await.is_empty(), "an officer who is not the contact hears nothing");
    testing::letters!(world, "it_came_on_another_day");
}

async fn who_misses_something_is_led_to_the_standstill(world: World) {
    let case = a_request(&world).await;
    let (chaima, dirk) = (world.chaima().await, world.dirk().await);
    let page = chaima.visits(&format!("{case}/ontvangst")).await;
    page.sees("Is niet alles er?");
    assert!(page.links().contains(&format!("{case}/termijn/stilzetten")));
    let page = dirk.visits(&format!("{case}/ontvangst")).await;
    page.sees("Zeg het dan tegen de voorzitter of de secretaris.");
    assert!(!page.links().contains(&format!("{case}/termijn/stilzetten")));
    world.works().await;
}

async fn before_there_is_a_term_the_page_says_so(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw?soort=meedenken").await;
    let form = page.form("Begin het dossier").fill("titel", "Folder").fill("kern", "Een folder.");
    let case = path(&form.fill("praktijk", "Niemand vindt het loket.").send().await);
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/termijn"))
        .await
        .sees("Er loopt nog geen termijn")
        .sees("Meedenken heeft geen termijn.");
    dirk.visits(&case).await.sees_not("Hoe komt u aan deze datum?");
    // Once the advice is out, both can be read; only the one that runs can be changed.
    let case = an_issued_advice(&world).await;
    let chaima = world.chaima().await;
    let page = chaima.visits(&format!("{case}/termijn")).await;
    page.sees("Uiterste datum van het antwoord").sees("Zet de termijn stil");
    assert!(page.links().contains(&format!("{case}/termijn?onderwerp=advies")));
    let page = chaima.visits(&format!("{case}/termijn?onderwerp=advies")).await;
    page.sees("Uiterste datum van het advies").sees("Dinsdag 5 januari 2027").sees_not("Zet de termijn stil");
    assert!(page.links().contains(&format!("{case}/termijn?onderwerp=antwoord")));
    world.works().await;
}

async fn what_a_council_began_itself_is_not_received(world: World) {
    let dirk = world.dirk().await;
    let form = dirk.visits("/dossiers/nieuw?soort=ongevraagd").await.form("Begin het dossier");
    let form =
        form.fill("titel", "Een bank bij elk dorp.").fill("kern", "Even zitten.").fill("praktijk", "Wij zagen het.");
    let case = path(&form.send().await);
    dirk.visits(&format!("{case}/advies")).await.sees("Pak het onderwerp eerst op.").sees("Een bank bij elk dorp.");
    let page = dirk.visits(&format!("{case}/ontvangst")).await.presses("Pak dit op").await;
    page.sees("Uw raad begint").sees("De raad pakte het op").sees_not("ontvangst is bevestigd");
    dirk.visits(&format!("{case}/termijn")).await.sees("Er loopt nog geen termijn");
    let draft = dirk.visits(&format!("{case}/advies")).await;
    draft.sees("Een bank bij elk dorp.").sees_not("elk dorp..");
    world.works().await;
    let letter = world.letters_to(Who::Bram).await.pop().expect("a letter");
    assert_eq!(letter.subject, "De raad begint met een advies: Een bank bij elk dorp");
}

async fn the_papers_stand_with_the_request(world: World) {
    let case = a_case_in_preparation(&world).await;
    let els = world.els().await;
    let form = els.visits(&format!("{case}/stukken")).await.form("Voeg toe");
    form.attach("stuk[]", "Startnotitie.pdf", b"%PDF-1.7 x").send().await;
    let form = els.visits(&format!("{case}/stukken")).await.form("Voeg toe").fill("lezers", "eigen");
    form.attach("stuk[]", "Intern.pdf", b"%PDF-1.7 y").send().await;
    world.dirk().await.visits(&format!("{case}/aanvraag")).await.sees("Startnotitie").sees_not("Intern");
    els.visits(&format!("{case}/aanvraag")).await.sees_not("Intern");
    world.works().await;
    let letter = world.letters_to(Who::Ans).await.pop().expect("a letter");
    assert!(letter.text.contains("De gemeente "), "{}", letter.text);
}
