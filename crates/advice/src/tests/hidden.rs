//! What one side prepares is not there for the other; and the association sees nothing of it.

use axum::http::StatusCode;
use testing::{World, on_both};

use super::{PLAN, a_draft, a_submitted_answer};

on_both!(PLAN: for_the_municipality_there_is_no_draft, for_the_council_there_is_no_answer, for_others_there_is_no_case,
    a_paper_of_one_side_gives_the_other_nothing, only_the_alderman_sends_the_answer, an_answer_that_is_not_written_yet_says_so, members_see_who_answered_and_not_what,
    two_officers_save_at_once_and_nothing_is_lost);

async fn for_the_municipality_there_is_no_draft(world: World) {
    let case = a_draft(&world).await;
    let els = world.els().await;
    let before = els.visits(&case).await;
    before.sees_not("Open een plek in Zuid").sees_not("/advies\"").sees_not("Breng de plek");
    for below in ["advies", "instemming", "uitbrenging", "advies?versie=1"] {
        els.visits(&format!("{case}/{below}")).await.finds_nothing();
    }
    world.willem().await.visits(&format!("{case}/advies")).await.finds_nothing();
    world.dirk().await.visits(&case).await.sees("Naar het concept");
    // Whoever sits on both sides sees both.
    world.dora().await.visits(&format!("{case}/advies")).await.sees("Breng de plek naar de mensen");
    world.works().await;
}

async fn for_the_council_there_is_no_answer(world: World) {
    let case = super::an_issued_advice(&world).await;
    let chaima = world.chaima().await;
    world.works().await;
    let (page, board) = (chaima.visits(&case).await, chaima.visits("/onze-raad").await);
    let letters = world.letters_to(testing::Who::Chaima).await.len();
    let form = world.els().await.visits(&format!("{case}/antwoord")).await.form("Leg voor aan de wethouder");
    super::answered(form).send().await.sees("Het antwoord ligt bij de wethouder");
    world.works().await;
    // The same pages to the letter, before and after there is an answer, and no header that tells.
    let (page_after, board_after) = (chaima.visits(&case).await, chaima.visits("/onze-raad").await);
    assert_eq!(page.text(), page_after.text());
    assert_eq!(board.text(), board_after.text());
    assert_eq!(page_after.header("last-modified"), None);
    assert_eq!(world.letters_to(testing::Who::Chaima).await.len(), letters);
    page_after.sees_not("Overgenomen").sees_not("één keer per jaar");
    for below in ["antwoord", "antwoord/publicatie"] {
        chaima.visits(&format!("{case}/{below}")).await.finds_nothing();
    }
    world.greet().await.visits(&format!("{case}/antwoord")).await.finds_nothing();
    let trail = world.trail().await;
    let prepared = trail.0.iter().filter(|l| l.kind.starts_with("advice.answer_"));
    assert!(prepared.into_iter().all(|l| l.council.is_none()), "the council's lines of the trail say nothing of it");
}

async fn for_others_there_is_no_case(world: World) {
    let case = a_draft(&world).await;
    for client in [world.koos().await, world.fenna().await, world.otto().await, world.eva().await] {
        for below in ["", "/termijn", "/aanvraag", "/advies", "/stukken", "/brief.pdf"] {
            client.visits(&format!("{case}{below}")).await.finds_nothing();
        }
    }
    world.koos().await.visits("/onze-raad").await.finds_nothing();
    world.eva().await.visits("/dossiers/nieuw").await.finds_nothing();
    world.anybody().visits(&case).await.sees_not("Dagbesteding");
    world.works().await;
}

async fn a_paper_of_one_side_gives_the_other_nothing(world: World) {
    let case = super::a_request(&world).await;
    let els = world.els().await;
    let form = els.visits(&format!("{case}/stukken")).await.form("Voeg toe");
    form.send().await.is_told("Kies een stuk.");
    form.clone().attach("stuk[]", "virus.exe", b"MZ").send().await.is_told("virus.exe");
    let page = form.clone().attach("stuk[]", "Startnotitie.pdf", b"%PDF-1.7 x").send().await;
    page.sees("Startnotitie");
    let own = els.visits(&format!("{case}/stukken")).await.form("Voeg toe").fill("lezers", "eigen");
    let page = own.attach("stuk[]", "Intern.pdf", b"%PDF-1.7 y").send().await;
    page.sees("Intern");
    let dirk = world.dirk().await;
    let seen = dirk.visits(&case).await;
    seen.sees("Startnotitie").sees_not("Intern");
    let paths: Vec<String> = page.links().into_iter().filter(|l| l.contains("/stukken/")).collect();
    assert_eq!(paths.len(), 2);
    let mut found = Vec::new();
    for path in &paths {
        found.push(dirk.visits(path).await.status);
        els.visits(path).await.has_status(StatusCode::OK);
    }
    found.sort();
    assert_eq!(found, [StatusCode::OK, StatusCode::NOT_FOUND]);
    let open = els.visits(&paths[0]).await;
    assert_eq!(open.header("content-security-policy"), Some("sandbox; default-src 'none'"));
    assert!(open.header("content-disposition").is_some_and(|d| d.starts_with("attachment; filename=\"")));
    world.works().await;
}

async fn only_the_alderman_sends_the_answer(world: World) {
    let case = a_submitted_answer(&world).await;
    let page = world.els().await.visits(&format!("{case}/antwoord/publicatie")).await;
    assert!(!page.has_form("Keur goed en verstuur het antwoord"));
    let willem = world.willem().await;
    willem.visits("/dossiers").await.sees("Dagbesteding");
    let form = willem.visits(&format!("{case}/antwoord/publicatie")).await.form("Keur goed en verstuur het antwoord");
    form.clone().in_browser(&world.els().await).send_only().await.has_status(StatusCode::CONFLICT);
    // Els changes it after Willem read it: what he approves is what he read.
    let els = world.els().await.visits(&format!("{case}/antwoord")).await;
    els.sees("Dit antwoord ligt bij de wethouder.");
    let changed = els.form("Haal het terug en bewaar").fill("reden-2", "Toch maar twee keer.").send().await;
    changed.sees("U haalde het antwoord terug");
    // Nothing lies with him now: not by an old page, not by the letter, not on his home page.
    form.clone().send().await.is_told("Dit antwoord ligt nu niet bij u.");
    let page = willem.visits(&format!("{case}/antwoord/publicatie")).await;
    page.sees("Het antwoord is nog niet klaar").sees_not("Toch maar twee keer.");
    changed.presses("Leg voor aan de wethouder").await.sees("Het antwoord ligt bij de wethouder");
    form.send().await.has_status(StatusCode::CONFLICT);
    let form = willem.visits(&format!("{case}/antwoord/publicatie")).await;
    form.presses("Keur goed en verstuur het antwoord").await.sees("Toch maar twee keer.");
    world.dirk().await.visits(&case).await.sees("Deels overgenomen").sees("Toch maar twee keer.");
    changed.form("Bewaar het antwoord").send().await.is_told("Het antwoord is al verstuurd.");
    world.works().await;
}

async fn an_answer_that_is_not_written_yet_says_so(world: World) {
    let case = super::an_issued_advice(&world).await;
    let willem = world.willem().await;
    let page = willem.visits(&format!("{case}/antwoord/publicatie")).await;
    page.sees("Het antwoord is nog niet klaar").sees("U krijgt bericht zodra het voor u klaarligt.");
    assert!(!page.has_form("Keur goed en verstuur het antwoord"));
    page.sees_not("Aanbeveling 1");
    world.works().await;
}

async fn members_see_who_answered_and_not_what(world: World) {
    let case = a_draft(&world).await;
    let chaima = world.chaima().await;
    chaima.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await.sees("De ronde is open");
    // Whoever opens the case is led to it; the other side does not hear of it.
    world.dirk().await.visits(&case).await.sees("Zeg of u instemt met het advies");
    world.els().await.visits(&case).await.sees_not("instemt");
    let form = world
        .ans()
        .await
        .visits(&format!("{case}/instemming"))
        .await
        .form("Geef mijn antwoord")
        .with("antwoord", "objects");
    form.send().await.is_told("Schrijf in één zin waarom.");
    form.clone().fill("opmerking", "Te duur.").send().await.sees("Uw antwoord is bewaard");
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/instemming")).await.sees("Ans Terpstra").sees_not("Te duur.");
    chaima.visits(&format!("{case}/instemming")).await.sees("Te duur.");
    super::closes_all_the_same(&chaima, &case).await;
    dirk.visits(&format!("{case}/instemming")).await.sees("Te duur.");
    dirk.visits(&case).await.sees_not("Zeg of u instemt met het advies");
    form.send().await.is_told("Er loopt nu geen ronde.");
    world.works().await;
}

async fn two_officers_save_at_once_and_nothing_is_lost(world: World) {
    let case = super::an_issued_advice(&world).await;
    let (els, bram) = (world.els().await, world.bram().await);
    let path = format!("{case}/antwoord");
    let (hers, his) =
        (els.visits(&path).await.form("Bewaar het antwoord"), bram.visits(&path).await.form("Bewaar het antwoord"));
    hers.with("positie-1", "adopted").send().await.sees("1 van de 2 beantwoord");
    let stale = his.with("positie-1", "partly").fill("reden-1", "Alleen op werkdagen.").send().await;
    stale.has_status(StatusCode::CONFLICT);
    assert!(stale.text().contains("Els Vermeer wijzigde dit antwoord net ook") && stale.text().contains("Overgenomen"));
    let form = stale.form("Bewaar het antwoord");
    assert_eq!(form.value("reden-1"), Some("Alleen op werkdagen."));
    form.send().await.sees("Uw tekst is bewaard");
    world.works().await;
}
