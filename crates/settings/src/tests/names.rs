//! Names, addresses and a colour: looked at first, kept, and put back.

use axum::http::StatusCode;
use testing::{COUNCIL_A, World, on_both};

use super::{PLAN, at, sets, told};

on_both!(
    PLAN: the_secretary_gives_the_council_another_name,
    nothing_is_kept_before_it_was_looked_at,
    what_cannot_be_comes_back_as_it_was_typed,
    a_change_can_be_put_back,
    who_is_late_keeps_what_was_typed,
    letters_get_a_name_and_an_address_for_answers,
    a_colour_goes_along_with_whoever_speaks_for_the_council
);

async fn the_secretary_gives_the_council_another_name(world: World) {
    let chaima = world.chaima().await;
    let page = chaima.visits("/onze-raad/instellingen").await;
    page.goes_to("/organisaties/…/instellingen").sees("Adviesraad Lindewoude").sees("Bekijk de termijnen");
    let page = sets(&chaima, COUNCIL_A, "naam", "korte-naam", "Linde").await;
    page.goes_to("/organisaties/…/instellingen").sees("De wijziging is bewaard").sees("Linde");
    world.dirk().await.visits("/mijn-gegevens").await.sees("raadslid, Linde");
    assert_eq!(told(&world).await, [("korte-naam".into(), "Lindewoude".into(), "Linde".into())]);
    let page = chaima.visits(&at(COUNCIL_A, "geschiedenis")).await;
    page.sees("Korte naam").sees("Gewijzigd door Chaima El Amrani.").sees("Was Lindewoude").sees("Werd Linde");
}

async fn nothing_is_kept_before_it_was_looked_at(world: World) {
    let chaima = world.chaima().await;
    let before = world.digest().await;
    let page = chaima.visits(&at(COUNCIL_A, "adressen")).await;
    let form = page.form("Bekijk wat er anders wordt").fill("post", "Postbus 12\n9400 AA Assen");
    let page = form.fill("website", "www.linde.example").fill("telefoon", "0592 12 34 56").send().await;
    page.sees("Dit wordt anders").sees("Niet ingevuld").sees("Postbus 12 9400 AA Assen").sees_not("E-mailadres");
    page.sees("https://www.linde.example");
    assert_eq!(world.digest().await, before, "it was only looked at");
    // On second thoughts.
    let again = page.presses("Wijzig het nog").await;
    let form = again.form("Bekijk wat er anders wordt");
    assert_eq!(form.value("post").map(str::trim), Some("Postbus 12\n9400 AA Assen"));
    let page = form.fill("e-mail", "Raad@Linde.example").send().await;
    page.presses("Bewaar deze wijziging").await.sees("raad@linde.example").sees("0592 12 34 56");
    let settings: Vec<String> = told(&world).await.into_iter().map(|(s, ..)| s).collect();
    assert_eq!(settings, ["post", "e-mail", "telefoon", "website"]);
}

async fn what_cannot_be_comes_back_as_it_was_typed(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&at(COUNCIL_A, "adressen")).await.form("Bekijk wat er anders wordt");
    form.send().await.is_told("U hebt niets gewijzigd.");
    let page = form.fill("website", "javascript:alert(1)").fill("e-mail", "raad").send().await;
    page.is_told("Schrijf een webadres").is_told("Schrijf één e-mailadres");
    assert_eq!(page.form("Bekijk wat er anders wordt").value("e-mail"), Some("raad"));
    let form = chaima.visits(&at(COUNCIL_A, "naam")).await.form("Bekijk wat er anders wordt");
    form.fill("naam", " ").send().await.is_told("Vul in: Naam.");
    assert!(told(&world).await.is_empty());
}

async fn a_change_can_be_put_back(world: World) {
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    sets(&chaima, COUNCIL_A, "naam", "naam", "Raad van Linde").await.sees("De wijziging is bewaard");
    let page = ans.visits(&at(COUNCIL_A, "geschiedenis")).await;
    let back = page.links().into_iter().find(|l| l.contains("?terug=")).expect("a way back");
    let page = ans.visits(&back).await;
    page.sees("Dit zet u terug").sees("Raad van Linde").sees("Adviesraad Lindewoude");
    page.presses("Bewaar deze wijziging").await.sees("De wijziging is bewaard");
    let names: Vec<_> = told(&world).await.into_iter().map(|(_, was, new)| (was, new)).collect();
    let (old, new) = ("Adviesraad Lindewoude".to_owned(), "Raad van Linde".to_owned());
    assert_eq!(names, [(old.clone(), new.clone()), (new, old)]);
    // What stands there already is not put back again; who only looks has nothing to put back.
    let page = ans.visits(&at(COUNCIL_A, "geschiedenis")).await;
    assert_eq!(page.links().into_iter().filter(|l| l.contains("?terug=")).count(), 1);
    let dirk = world.dirk().await;
    let page = dirk.visits(&at(COUNCIL_A, "geschiedenis")).await;
    assert!(!page.sees("Raad van Linde").links().iter().any(|l| l.contains("?terug=")));
    dirk.visits(&back).await.is_refused();
}

async fn who_is_late_keeps_what_was_typed(world: World) {
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    let early = chaima.visits(&at(COUNCIL_A, "naam")).await.form("Bekijk wat er anders wordt");
    let late = ans.visits(&at(COUNCIL_A, "naam")).await.form("Bekijk wat er anders wordt");
    let looked = late.fill("naam", "Wat Ans bedacht").send().await;
    early.fill("naam", "Wat Chaima bedacht").send().await.presses("Bewaar deze wijziging").await.sees("bewaard");
    let page = looked.presses("Bewaar deze wijziging").await;
    page.is_told("Iemand was u voor").is_told("Chaima El Amrani wijzigde dit").is_told("Wat Chaima bedacht");
    let form = page.form("Bekijk wat er anders wordt");
    assert_eq!(form.value("naam"), Some("Wat Ans bedacht"));
    // Now she knows, and may.
    let page = form.send().await;
    page.sees("Wat Chaima bedacht").presses("Bewaar deze wijziging").await.sees("Wat Ans bedacht");
    assert_eq!(told(&world).await.len(), 2);
}

async fn a_colour_goes_along_with_whoever_speaks_for_the_council(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&at(COUNCIL_A, "kleur")).await.form("Bekijk wat er anders wordt");
    form.clone().fill("kleur", "geel").send().await.is_told("Schrijf een kleur als #00a37a");
    let page = form.fill("kleur", "#FFCC00").send().await;
    page.sees("Wij maakten uw geel donkerder, zodat iedereen het kan lezen.").sees("#594500").sees("#ffcc00");
    let page = page.presses("Bewaar deze wijziging").await;
    let sheet = format!("/stijl/{}/ffcc00-1.css", COUNCIL_A.id());
    let link = |page: &testing::Page| page.html().contains(&format!("<link rel=\"stylesheet\" href=\"{sheet}\">"));
    assert!(link(&page), "{}", page.html());
    assert!(link(&world.dirk().await.visits("/mijn-gegevens").await));
    for other in [world.bram().await, world.fenna().await, world.eva().await] {
        assert!(!other.visits("/mijn-gegevens").await.html().contains("/stijl/"), "{}", other.who());
    }
    let css = world.anybody().visits(&sheet).await;
    css.has_status(StatusCode::OK);
    assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(css.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert!(css.html().contains("--beraad-accent-600: #594500;"), "{}", css.html());
    for unknown in ["ffcc01-1.css", "ffcc00-2.css", "ffcc00-1", "..", "a.css"] {
        let path = format!("/stijl/{}/{unknown}", COUNCIL_A.id());
        world.anybody().visits(&path).await.has_status(StatusCode::NOT_FOUND);
    }
    // Without a colour it is the usual one again, and the sheet is not there any more.
    let page = sets(&chaima, COUNCIL_A, "kleur", "kleur", "").await;
    assert!(!page.sees("Niet ingevuld").html().contains("/stijl/"));
    world.anybody().visits(&sheet).await.has_status(StatusCode::NOT_FOUND);
}

async fn letters_get_a_name_and_an_address_for_answers(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&at(COUNCIL_A, "post")).await.form("Bekijk wat er anders wordt");
    form.clone().fill("afzender", "Raad <raad@linde.example>").send().await.is_told("Schrijf alleen een naam");
    let form = form.fill("afzender", "Adviesraad Linde").fill("antwoordadres", "raad@linde.example");
    form.send().await.presses("Bewaar deze wijziging").await.sees("Adviesraad Linde");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let goes_by = identity::letterhead::goes_by(&mut reader, &COUNCIL_A.id()).await.expect("an answer");
    assert_eq!(goes_by, (Some("Adviesraad Linde".into()), Some("raad@linde.example".into())));
}
