//! What waits under an embargo, and what a side keeps to some of its people.

use platform::id::PersonId;
use testing::{Client, Page, Who, World, on_both};

use super::{PLAN, a_draft, a_request, an_agreed_advice};
use crate::kinds::CaseId;
use crate::seed;

on_both!(PLAN: an_embargo_opens_by_the_clock, an_embargo_is_lifted_by_who_asked_for_it, a_moment_that_cannot_be_is_told,
    advice_under_an_embargo_reaches_the_clerk_when_it_opens, a_confidential_case_is_not_there_for_the_others,
    nobody_closes_the_door_on_themselves);

async fn sets(browser: &Client, case: &str, day: &str, time: &str) -> Page {
    let page = browser.visits(&format!("{case}/embargo")).await;
    let form = page.form("Zet het embargo").fill("dag", day).fill("tijd", time);
    form.fill("grond", "Het college besluit er eerst over.").send().await
}

async fn lets_in(world: &World, case: &str, guest: Who) {
    let id = CaseId::of(case.rsplit('/').next().expect("an id"));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (until, by) = (world.now().day().plus_days(60), (&Who::Chaima.id(), world.now()));
    seed::guest(&mut tx, &id, &guest.id(), until, by).await.expect("a guest");
    tx.commit().await.expect("a guest");
}

async fn is_nowhere(browser: &Client, case: &str, boards: &[&str]) {
    for below in ["", "/termijn", "/aanvraag", "/stukken", "/embargo", "/kring"] {
        browser.visits(&format!("{case}{below}")).await.finds_nothing();
    }
    for board in boards {
        let page = browser.visits(board).await;
        assert!(!page.links().iter().any(|link| link.starts_with(case)), "{} finds it on {board}", browser.who());
        page.sees_not("Dagbesteding dichter bij huis");
    }
}

async fn subjects(world: &World, who: Who) -> Vec<String> {
    world.letters_to(who).await.into_iter().map(|letter| letter.subject).collect()
}

const OVER: &str = "Het embargo is voorbij: Dagbesteding dichter bij huis";

async fn an_embargo_opens_by_the_clock(world: World) {
    let case = a_request(&world).await;
    lets_in(&world, &case, Who::Fenna).await;
    world.works().await;
    let (bram, greet, fenna, chaima) =
        (world.bram().await, world.greet().await, world.fenna().await, world.chaima().await);
    greet.visits(&case).await.sees("Dagbesteding");
    fenna.visits(&case).await.sees("Dagbesteding");
    let page = sets(&bram, &case, "1 december 2026", "14.30").await;
    page.sees("Het embargo staat").sees("Onder embargo").sees("14.30").sees("Dan gaat het vanzelf open.");
    world.works().await;
    is_nowhere(&greet, &case, &["/dossiers", "/dossiers/afgerond"]).await;
    is_nowhere(&fenna, &case, &[]).await;
    // Who works on it sees it, and what holds.
    for who in [Who::Chaima, Who::Dirk, Who::Els, Who::Willem] {
        world.client(who).await.visits(&case).await.sees("Onder embargo").sees("14.30");
    }
    assert!(subjects(&world, Who::Dirk).await.contains(&"Onder embargo: Dagbesteding dichter bij huis".to_owned()));
    assert!(subjects(&world, Who::Greet).await.is_empty() && subjects(&world, Who::Fenna).await.is_empty());
    sets(&chaima, &case, "2 december 2026", "9.00").await.is_told("De andere kant vroeg om dit embargo.");
    world.is_at("2026-12-01T14:29");
    greet.visits(&case).await.finds_nothing();
    // It opens by the clock, whether or not anybody did the work that follows.
    world.is_at("2026-12-01T14:30");
    greet.visits(&case).await.sees("Dagbesteding").sees_not("Onder embargo");
    fenna.visits(&case).await.sees("Dagbesteding");
    assert!(greet.visits("/dossiers").await.links().contains(&case));
    world.works().await;
    for who in [Who::Greet, Who::Fenna, Who::Dirk, Who::Bram] {
        assert_eq!(subjects(&world, who).await.last().map(String::as_str), Some(OVER), "{who:?}");
    }
    let trail = world.trail().await;
    let over: Vec<_> = trail.0.iter().filter(|l| l.kind == "advice.embargo_over").collect();
    assert_eq!(over.len(), 1);
    assert!(over[0].actor.is_none() && over[0].council.is_some() && over[0].municipality.is_some());
}

async fn an_embargo_is_lifted_by_who_asked_for_it(world: World) {
    let case = a_request(&world).await;
    let (bram, greet) = (world.bram().await, world.greet().await);
    sets(&bram, &case, "1 december 2026", "").await.sees("9.00");
    greet.visits(&case).await.finds_nothing();
    assert!(!world.chaima().await.visits(&case).await.links().contains(&format!("{case}/embargo")));
    // A later moment takes the place of the first.
    sets(&bram, &case, "3 december 2026", "9.00").await.sees("Het embargo staat");
    world.is_at("2026-12-02T09:00");
    world.works().await;
    greet.visits(&case).await.finds_nothing();
    let page = bram.visits(&format!("{case}/embargo")).await.presses("Hef het embargo nu op").await;
    page.sees("Het embargo is opgeheven").sees_not("Onder embargo");
    greet.visits(&case).await.sees("Dagbesteding");
    world.works().await;
    assert_eq!(subjects(&world, Who::Greet).await, [OVER]);
    world.is_at("2026-12-04T09:00");
    world.works().await;
    assert_eq!(subjects(&world, Who::Greet).await, [OVER], "it opened once");
    let kinds: Vec<_> = world.trail().await.0.into_iter().map(|l| l.kind).filter(|k| k.contains("embargo")).collect();
    assert_eq!(kinds, ["advice.embargo_set", "advice.embargo_set", "advice.embargo_lifted"]);
}

async fn a_moment_that_cannot_be_is_told(world: World) {
    let case = a_request(&world).await;
    let bram = world.bram().await;
    for (day, time, told) in [
        ("24 november 2026", "8.00", "Kies een moment dat nog komt."),
        ("30 februari 2027", "9.00", ""),
        ("1 december 2026", "25.00", "Schrijf een tijd zoals 9.00 of 14.30."),
        ("1 december 2026", "negen", "Schrijf een tijd zoals 9.00 of 14.30."),
        ("25 november 2027", "9.00", "Kies een moment binnen een jaar."),
    ] {
        sets(&bram, &case, day, time).await.is_told(told);
    }
    let form = bram.visits(&format!("{case}/embargo")).await.form("Zet het embargo").fill("dag", "1 december 2026");
    form.send().await.is_told("Schrijf waarom dit nog niet naar buiten mag.");
    world.greet().await.visits(&case).await.sees("Dagbesteding");
    for who in [Who::Dirk, Who::Willem, Who::Greet] {
        world.client(who).await.visits(&format!("{case}/embargo")).await.is_refused();
    }
    world.works().await;
}

async fn advice_under_an_embargo_reaches_the_clerk_when_it_opens(world: World) {
    let case = an_agreed_advice(&world).await;
    let chaima = world.chaima().await;
    sets(&chaima, &case, "30 november 2026", "9.00").await.sees("Adviesraad Lindewoude");
    chaima.visits(&format!("{case}/uitbrenging")).await.presses("Verstuur het advies").await;
    world.works().await;
    assert!(subjects(&world, Who::Els).await.iter().any(|s| s.starts_with("Advies 2026-01")));
    assert!(subjects(&world, Who::Greet).await.is_empty(), "nothing of the advice reaches the municipal council yet");
    for below in ["", "/brief", "/brief.pdf"] {
        world.greet().await.visits(&format!("{case}{below}")).await.finds_nothing();
    }
    world.is_at("2026-11-30T09:00");
    world.works().await;
    assert_eq!(subjects(&world, Who::Greet).await, [OVER]);
    world.greet().await.visits(&format!("{case}/brief")).await.sees("Breng de plek naar de mensen");
}

/// Chaima keeps the case to herself and these people of the council.
async fn confides(world: &World, case: &str, circle: &[Who]) -> Page {
    let chaima = world.chaima().await;
    let mut form = chaima.visits(&format!("{case}/kring")).await.form("Houd het bij deze mensen").without("lid[]");
    for who in circle {
        form = form.with("lid[]", who.id().as_str());
    }
    form.fill("grond", "Het gaat over iemand uit de raad.").send().await
}

async fn a_confidential_case_is_not_there_for_the_others(world: World) {
    let case = a_draft(&world).await;
    lets_in(&world, &case, Who::Fenna).await;
    world.works().await;
    let (ans, dora, bram) = (world.ans().await, world.dora().await, world.bram().await);
    confides(&world, &case, &[Who::Dirk]).await.sees("Dit dossier is nu vertrouwelijk").sees("Vertrouwelijk");
    world.works().await;
    is_nowhere(&ans, &case, &["/onze-raad", "/dossiers/afgerond"]).await;
    ans.visits(&format!("{case}/advies")).await.finds_nothing();
    is_nowhere(&world.fenna().await, &case, &[]).await;
    // Of the other side nothing changes, and nothing shows; on both sides somebody is what the other side gives.
    bram.visits(&case).await.sees("Dagbesteding").sees_not("Vertrouwelijk");
    dora.visits(&case).await.sees("Dagbesteding");
    dora.visits(&format!("{case}/advies")).await.finds_nothing();
    let before = subjects(&world, Who::Ans).await;
    world.dirk().await.visits(&case).await.sees("alleen wie bij de kring hoort");
    assert!(subjects(&world, Who::Dirk).await.iter().any(|s| s.starts_with("Een vertrouwelijk dossier")));
    // Whoever is not in the circle is no voter, gets no letter and has nothing to do.
    let page = world.chaima().await.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    page.sees("Dirk Postma").sees_not("Ans Terpstra");
    world.works().await;
    assert_eq!(subjects(&world, Who::Ans).await, before);
    let mut reader = world.app.db().reader().await.expect("a reader");
    for (who, count) in [(Who::Ans, 0), (Who::Dirk, 1)] {
        let actor = super::words_of::actor(&mut reader, who.id(), world.now().day()).await;
        let summary = crate::front::board_summary(&mut reader, &actor, world.now()).await.expect("counts");
        assert_eq!(summary.running, count, "{who:?}");
        let tasks = crate::front::tasks(&mut reader, &actor, world.now()).await.expect("tasks");
        assert_eq!(tasks.is_empty(), count == 0, "{who:?}");
    }
    drop(reader);
    let trail = world.trail().await;
    let since = trail.0.iter().skip_while(|l| l.kind != "advice.confided");
    let (about, shown): (Vec<_>, Vec<_>) =
        since.filter(|l| l.kind.starts_with("advice.")).map(|l| (&l.kind, &l.council)).unzip();
    assert!(about.len() >= 2 && shown.iter().all(|council| council.is_none()), "{about:?}");
    let page = world.chaima().await.visits(&format!("{case}/kring")).await;
    page.presses("Laat het weer aan iedereen zien").await.sees("Dit dossier is niet meer vertrouwelijk");
    ans.visits(&case).await.sees("Dagbesteding");
    world.fenna().await.visits(&case).await.sees("Dagbesteding");
    world.works().await;
}

async fn nobody_closes_the_door_on_themselves(world: World) {
    let case = a_draft(&world).await;
    let page = world.chaima().await.visits(&format!("{case}/kring")).await;
    page.form("Houd het bij deze mensen").send().await.is_told("Schrijf waarom dit dossier vertrouwelijk is.");
    // Somebody of elsewhere is not named, whatever a form says.
    confides(&world, &case, &[Who::Otto, Who::Bram]).await.sees("Vertrouwelijk");
    let id = CaseId::of(case.rsplit('/').next().expect("an id"));
    let mut reader = world.app.db().reader().await.expect("a reader");
    let circle: Vec<PersonId> =
        crate::store::seclusion::circle(&mut reader, &id, crate::kinds::Side::Council).await.expect("a circle");
    drop(reader);
    assert_eq!(circle, [Who::Chaima.id()]);
    world.chaima().await.visits(&case).await.sees("Dagbesteding");
    for who in [Who::Dirk, Who::Ans] {
        world.client(who).await.visits(&case).await.finds_nothing();
    }
    world.works().await;
}
