//! A guest of one case: invited from the case, sees that case and nothing else, until a day.

use testing::{Client, Page, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: a_guest_reads_along_in_one_case_until_a_day,
    a_guest_goes_at_once,
    what_a_guest_writes_says_so,
    who_leaves_hands_over_on_one_page,
    what_somebody_prepares_passes_with_one_button
);

async fn invites(browser: &Client, case: &str, name: &str, address: &str) -> Page {
    let form = browser.visits(&format!("{case}/gasten")).await.form("Nodig de gast uit");
    form.fill("naam", name).fill("adres", address).fill("tot", "31 december 2026").send().await
}

async fn a_guest_reads_along_in_one_case_until_a_day(world: World) {
    let things = things(&world).await;
    let (chaima, fenna) = (world.chaima().await, world.fenna().await);
    fenna.visits(&things.case).await.finds_nothing();
    for who in [Who::Dirk, Who::Els, Who::Willem] {
        world.client(who).await.visits(&format!("{}/gasten", things.case)).await.is_refused();
    }
    let page = chaima.visits(&things.case).await;
    assert!(page.links().contains(&format!("{}/gasten", things.case)), "there is a way from the case");
    invites(&chaima, &things.case, "Fenna Bosma", "fenna").await.is_told("Dit is geen e-mailadres.");
    let page = invites(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await;
    page.sees("De uitnodiging is onderweg").sees("Uitgenodigd tot en met 31 december 2026");
    world.works().await;
    let letter = world.letters_to(Who::Fenna).await.pop().expect("a letter");
    assert!(letter.text.contains("U bent daar gast tot en met 31\u{a0}december 2026."), "{}", letter.text);
    assert!(!letter.text.contains("Dagbesteding"), "the letter says nothing of the case itself");
    let home = fenna.visits("/").await;
    home.sees("U bent uitgenodigd").sees("Hier bent u gast").sees("Dagbesteding dichter bij huis");
    fenna.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await.goes_to("/dossiers/…").sees("Dagbesteding");
    chaima.visits(&format!("{}/gasten", things.case)).await.sees("Gast tot en met 31 december 2026.");
    // She may say something, and no more.
    fenna.visits(&format!("{}/notities", things.case)).await.sees("Dagbesteding");
    for hidden in ["advies", "instemming", "antwoord"] {
        fenna.visits(&format!("{}/{hidden}", things.case)).await.finds_nothing();
    }
    for refused in ["ontvangst", "stukken", "gasten", "afronden"] {
        fenna.visits(&format!("{}/{refused}", things.case)).await.is_refused();
    }
    fenna.visits(&format!("/organisaties/{}/mensen", testing::COUNCIL_A.id())).await.is_refused();
    world.otto().await.visits(&things.case).await.finds_nothing();
    // It ends by itself.
    world.is_at("2026-12-31T22:00");
    fenna.visits(&things.case).await.sees("Dagbesteding");
    world.is_at("2027-01-01T09:00");
    world.works().await;
    fenna.visits(&things.case).await.finds_nothing();
    fenna.visits("/").await.sees_not("Hier bent u gast");
}

async fn a_guest_goes_at_once(world: World) {
    let things = things(&world).await;
    let (bram, otto) = (world.bram().await, world.otto().await);
    invites(&bram, &things.case, "Otto Smit", &Who::Otto.address()).await.sees("De uitnodiging is onderweg");
    world.works().await;
    otto.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await.sees("Dagbesteding");
    let page = bram.visits(&format!("{}/gasten", things.case)).await.presses("Beëindig").await;
    page.sees("De gast leest niet meer mee").sees("Er zijn geen gasten.");
    otto.visits(&things.case).await.finds_nothing();
}

async fn who_leaves_hands_over_on_one_page(world: World) {
    let things = things(&world).await;
    let bram = world.bram().await;
    let team = format!("/organisaties/{}/mensen", testing::MUNICIPALITY_A.id());
    let seat = |who: Who| {
        let id = platform::id::at(platform::Moment(0), 1_000 + 10 * who as u128);
        format!("{team}/{id}/overdracht")
    };
    let page = bram.visits(&seat(Who::Bram)).await;
    page.sees("Wat er overgaat").sees("Bram de Wit als contactambtenaar").sees("Dagbesteding dichter bij huis");
    assert!(page.links().contains(&things.case));
    world.els().await.visits(&seat(Who::Bram)).await.is_refused();
    world.eva().await.visits(&seat(Who::Bram)).await.finds_nothing();
    testing::letters!(world, "handed_over");
}

async fn what_a_guest_writes_says_so(world: World) {
    let things = things(&world).await;
    let (chaima, fenna) = (world.chaima().await, world.fenna().await);
    invites(&chaima, &things.case, "Fenna Bosma", &Who::Fenna.address()).await;
    world.works().await;
    fenna.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await;
    let page = fenna.visits(&things.case).await;
    assert!(page.all(".masthead__me").iter().any(|me| me.contains("gast")), "the masthead says it here");
    let form = fenna.visits(&format!("{}/notities", things.case)).await.form(&format!("{}/notities", things.case));
    form.fill("tekst", "Bij ons rijdt de bus op tijd.").send().await;
    chaima.visits(&things.case).await.sees("Door Fenna Bosma, gast.");
    // It stays so when the guest is gone.
    chaima.visits(&format!("{}/gasten", things.case)).await.presses("Beëindig").await;
    chaima.visits(&things.case).await.sees("Door Fenna Bosma, gast.");
    let page = fenna.visits("/").await;
    assert!(!page.all(".masthead__me").iter().any(|me| me.contains("gast")), "at home she is a member of her council");
    world.works().await;
}

async fn what_somebody_prepares_passes_with_one_button(world: World) {
    let things = things(&world).await;
    let chaima = world.chaima().await;
    let form = chaima.visits(&format!("{}/ontvangst", things.case)).await.form("Bevestig de ontvangst");
    form.without("opsteller[]").with("opsteller[]", Who::Dirk.id().as_str()).send().await;
    let advice = format!("{}/advies", things.case);
    let writes = async |who: Who| world.client(who).await.visits("/").await.links().contains(&advice);
    assert!(writes(Who::Dirk).await && !writes(Who::Dora).await);
    let seat = platform::id::at(platform::Moment(0), 1_000 + 10 * Who::Dirk as u128);
    let path = format!("/organisaties/{}/mensen/{seat}/overdracht", testing::COUNCIL_A.id());
    let form = chaima.visits(&path).await.form("Draag de dossiers over");
    assert_eq!(form.value("aan"), Some(Who::Dora.id().as_str()), "who has the same role is proposed");
    form.clone().fill("aan", "").send().await.is_told("Kies wie de dossiers overneemt.");
    let page = form.send().await;
    page.sees("Eén dossier is overgedragen").sees("Er is geen dossier waarin deze persoon een eigen taak heeft.");
    assert!(!page.has_form("Draag de dossiers over"));
    assert!(!writes(Who::Dirk).await && writes(Who::Dora).await);
    world.works().await;
    let letter = world.letters_to(Who::Dora).await.pop().expect("a letter");
    assert_eq!(letter.subject, "U neemt een dossier over");
    assert!(letter.text.contains("Dagbesteding dichter bij huis"), "{}", letter.text);
    // A member does not pass on what is another's; the office runs people and sees no cases.
    world.dirk().await.visits(&path).await.is_refused();
    let trail = world.trail().await;
    let line = trail.0.iter().find(|l| l.kind == "advice.handed_over").expect("a line");
    assert_eq!((line.council.as_ref(), line.municipality.as_ref()), (Some(&testing::COUNCIL_A.id()), None));
}
