//! The alderman sends a prepared answer back: who reads why, and that the council notices nothing.

use testing::{Who, World, on_both};

use super::{PLAN, a_submitted_answer, answered};

on_both!(PLAN: an_answer_goes_back_and_comes_again, only_what_lies_there_goes_back);

async fn an_answer_goes_back_and_comes_again(world: World) {
    let case = a_submitted_answer(&world).await;
    let (willem, els) = (world.willem().await, world.els().await);
    let page = willem.visits(&format!("{case}/antwoord/publicatie")).await;
    let form = page.form("Stuur het terug");
    form.clone().send().await.is_told("Schrijf op wat er anders moet.");
    let page = form.clone().fill("opmerking", "Noem bij 1 het bedrag.").send().await;
    page.sees("Het antwoord is teruggestuurd").sees("Noem bij 1 het bedrag.");
    // From a page that is old: it does not lie there any more.
    form.fill("opmerking", "Nog iets.").send().await.is_told("Dit antwoord ligt nu niet bij u.");
    world.works().await;
    let letters = world.letters_to(Who::Els).await;
    let letter = letters.last().expect("a letter");
    assert!(letter.subject.starts_with("Het antwoord moet anders") && letter.text.contains("Noem bij 1 het bedrag."));
    // The council sees nothing of it, nor gets a letter.
    let dirk = world.dirk().await;
    dirk.visits(&case).await.sees_not("bedrag").sees_not("teruggestuurd").sees("De gemeente is aan zet");
    dirk.visits(&format!("{case}/antwoord")).await.finds_nothing();
    assert!(!world.letters_to(Who::Ans).await.iter().any(|l| l.text.contains("bedrag")));
    // Changed and laid before the alderman again, the remark is gone.
    let page = els.visits(&format!("{case}/antwoord")).await;
    page.sees("om een wijziging");
    let page = answered(page.form("Leg voor aan de wethouder")).send().await;
    page.sees_not("om een wijziging");
    willem.visits(&format!("{case}/antwoord/publicatie")).await.presses("Keur goed en verstuur het antwoord").await;
    dirk.visits(&case).await.sees("Stap 7 van 8: Besluit");
    world.works().await;
}

async fn only_what_lies_there_goes_back(world: World) {
    let case = a_submitted_answer(&world).await;
    let els = world.els().await;
    let token = els.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    let path = format!("{case}/antwoord/terug");
    els.posts(&path, &[("_token", &token), ("versie", "1"), ("opmerking", "Ik keur af.")]).await.is_refused();
    let dirk = world.dirk().await;
    let token = dirk.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    dirk.posts(&path, &[("_token", &token), ("versie", "1"), ("opmerking", "Ik keur af.")]).await.finds_nothing();
    world.works().await;
}
