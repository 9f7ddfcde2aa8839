use testing::{World, on_both};

use super::{PLAN, a_question, a_question_by, answers};

on_both!(
    PLAN: everybody_who_reads_may_answer,
    an_empty_answer_comes_back,
    an_answer_keeps_its_lines_and_its_signs,
    ten_who_answer_at_once_all_stand_there,
    who_has_more_seats_answers_councils_as_a_member,
    a_fault_is_told_on_top_and_a_file_is_chosen_again
);

async fn everybody_who_reads_may_answer(world: World) {
    let path = a_question(&world).await;
    for browser in [world.dirk().await, world.bram().await, world.fenna().await, world.koos().await] {
        answers(&browser, &path, &format!("Dit zegt {}.", browser.who())).await;
    }
    let page = world.ans().await.visits(&path).await;
    page.sees("vier antwoorden").sees("Dit zegt Koos.").sees("contactambtenaar");
    world.works().await;
}

async fn an_empty_answer_comes_back(world: World) {
    let path = a_question(&world).await;
    let bram = world.bram().await;
    let form = bram.visits(&path).await.form("Plaats mijn antwoord");
    form.clone().fill("tekst", " \n ").send().await.is_told("Schrijf eerst uw antwoord.");
    let page = form.fill("tekst", "Zie het plan.").attach("bestand", "plan.exe", b"MZ").send().await;
    page.is_told("kunnen wij niet aannemen");
    assert_eq!(page.form("Plaats mijn antwoord").value("tekst"), Some("Zie het plan."));
    world.trail().await.reads(&["community.asked"]);
}

async fn an_answer_keeps_its_lines_and_its_signs(world: World) {
    let path = a_question_by(&world.ans().await, "councils").await;
    let form = world.dirk().await.visits(&path).await.form("Plaats mijn antwoord");
    let page = form.fill("tekst", "Eén alinea,\nop twee regels.\n\n<i>Nog een</i> & een.").send().await;
    page.sees("Eén alinea,").sees("<i>Nog een</i> & een.");
    let paragraphs = page.all("#b1 .entry__body > p");
    assert!(paragraphs.iter().any(|p| p == "<i>Nog een</i> & een."), "{paragraphs:?}");
    world.works().await;
}

async fn ten_who_answer_at_once_all_stand_there(world: World) {
    let path = a_question(&world).await;
    let mut forms = Vec::new();
    for n in 0..10 {
        let browser = if n % 2 == 0 { world.dirk().await } else { world.bram().await };
        forms.push(
            browser.visits(&path).await.form("Plaats mijn antwoord").fill("tekst", &format!("Antwoord nummer {n}.")),
        );
    }
    let sent: Vec<_> = forms.into_iter().map(|form| tokio::spawn(async move { form.send().await })).collect();
    for one in sent {
        one.await.expect("it is sent").sees("Uw antwoord is geplaatst");
    }
    let page = world.ans().await.visits(&path).await;
    page.sees("tien antwoorden");
    for n in 0..10 {
        page.sees(&format!("Antwoord nummer {n}."));
    }
    let places: Vec<_> = (0..=10).filter(|n| page.attribute(&format!("#b{n}"), "id").is_some()).collect();
    assert_eq!(places, (0..=10).collect::<Vec<_>>(), "each has a number of its own");
    world.works().await;
}

/// Dora is a member of a council and an official of a municipality.
async fn who_has_more_seats_answers_councils_as_a_member(world: World) {
    let path = a_question_by(&world.ans().await, "councils").await;
    let dora = world.dora().await;
    let spoken = dora.visits("/mijn-gegevens").await.form("Spreek als").send().await;
    spoken.sees("Spreek als raadslid");
    answers(&dora, &path, "Bij ons ook.").await;
    let page = dora.visits(&path).await;
    let signed = page.all("#b1 .role");
    assert!(signed.iter().any(|role| role.contains("raadslid")), "{signed:?}");
    world.works().await;
}

async fn a_fault_is_told_on_top_and_a_file_is_chosen_again(world: World) {
    let path = a_question(&world).await;
    let form = world.bram().await.visits(&path).await.form("Plaats mijn antwoord");
    let page = form.fill("tekst", " ").attach("bestand", "plan.pdf", b"%PDF-1.4\n%%EOF\n").send().await;
    page.is_told("Kies het bestand opnieuw.");
    assert_eq!(page.all(".notice--error a").len(), 1);
}
