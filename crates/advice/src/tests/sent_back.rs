//! The alderman sends a prepared answer back: who reads why, and that the council notices nothing.

use testing::{Who, World, on_both};

use super::{PLAN, a_submitted_answer};

on_both!(PLAN: half_an_answer_is_kept_and_not_laid_before_anybody, an_answer_goes_back_and_comes_again, only_what_lies_there_goes_back);

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
    let form = page.form("Leg voor aan de wethouder").fill("reden-2", "Eén keer per jaar, voor honderd euro.");
    form.send().await.sees("Het antwoord ligt bij de wethouder").sees_not("om een wijziging");
    willem.visits(&format!("{case}/antwoord/publicatie")).await.presses("Keur goed en verstuur het antwoord").await;
    dirk.visits(&case).await.sees("Stap 7 van 8: Besluit");
    world.works().await;
    testing::letters!(world, "an_answer_goes_back");
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

async fn half_an_answer_is_kept_and_not_laid_before_anybody(world: World) {
    let case = super::an_issued_advice(&world).await;
    let (els, willem) = (world.els().await, world.willem().await);
    let path = format!("{case}/antwoord");
    let form = els.visits(&path).await.form("Bewaar het antwoord");
    form.clone().fill("voor-1", "1 januari 2020").send().await.is_told("Deze dag is voorbij.");
    // A reason without a position, a position without a reason, a promise of nobody.
    let form = form.fill("reden-1", "Daar denken wij over na.").with("positie-2", "not_adopted");
    let page = form.fill("toezegging-2", "Een gesprek").send().await;
    page.sees("Uw tekst is bewaard").sees("1 van de 2 beantwoord");
    let kept = els.visits(&path).await.form("Bewaar het antwoord");
    assert_eq!(kept.value("reden-1"), Some("Daar denken wij over na."));
    assert_eq!(kept.value("toezegging-2"), Some("Een gesprek"));
    willem.visits(&format!("{path}/publicatie")).await.sees("Het antwoord is nog niet klaar");
    let form = els.visits(&path).await.form("Leg voor aan de wethouder");
    let again = form.clone().send().await;
    again.is_told("Kies bij aanbeveling 1 wat de gemeente doet.").is_told("Schrijf een reden bij aanbeveling 2.");
    again.is_told("Vul in wie zorgt voor de toezegging bij aanbeveling 2.");
    let form =
        form.with("positie-1", "later").fill("positie-2", "not_competent").fill("reden-2", "Dat doet een ander.");
    let form = form.fill("toezegging-2", "");
    let again = form.send().await;
    again.is_told("op welke dag u erop terugkomt").is_told("Schrijf bij aanbeveling 2 wie er wel over beslist.");
    let form = form.fill("voor-1", "1 mei 2027").fill("wie-2", "De provincie");
    form.send().await.sees("Het antwoord ligt bij de wethouder");
    let page = willem.visits(&format!("{path}/publicatie")).await;
    page.sees("De gemeente komt erop terug op").sees("De provincie");
    page.presses("Keur goed en verstuur het antwoord").await.sees("De provincie");
    world.works().await;
    let letter = world.letters_to(Who::Ans).await.pop().expect("a letter");
    assert!(letter.text.contains("Wie erover beslist: De provincie"), "{}", letter.text);
}
