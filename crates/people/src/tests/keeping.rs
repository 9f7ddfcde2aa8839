//! The register: founding, correcting and ending organisations, and with whom they sit.

use axum::http::StatusCode;
use platform::id::{SeatId, at};
use platform::{Moment, Role};
use testing::{
    ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, HOST, MUNICIPALITY_A, MUNICIPALITY_B, Page, Place, Who, World, on_both,
};

use super::{PLAN, told};

on_both!(
    PLAN: the_office_founds_a_municipality_and_its_council,
    what_is_wrong_is_said_beside_the_field,
    whoever_keeps_the_house_running_keeps_the_register_too,
    facts_are_corrected_and_the_trail_says_of_what_to_what,
    a_council_sits_with_a_municipality_from_a_day_until_a_day,
    an_organisation_ends_and_that_is_taken_back,
    what_cannot_end,
    everybody_finds_every_organisation
);

/// Eva gets a seat elsewhere.
pub(super) async fn seated(world: &World, place: Place, role: Role) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let seat = SeatId::of(at(Moment(0), 77_001));
    let from = world.now().day().plus_days(-1);
    identity::directory::add_seat(&mut tx, &seat, &Who::Eva.id(), &place.id(), role, from, None).await.expect("a seat");
    tx.commit().await.expect("a seat");
    world.eva().await
}

pub(super) async fn office(world: &World) -> Client {
    seated(world, ASSOCIATION, Role::Office).await
}

pub(super) fn entry(place: Place) -> String {
    format!("/organisaties/{}/inschrijving", place.id())
}

async fn found(office: &Client, what: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = office.visits(&format!("/organisaties/nieuw?soort={what}")).await.form("Voeg toe");
    for (name, value) in fields {
        form = form.fill(name, value);
    }
    form.send().await
}

async fn the_office_founds_a_municipality_and_its_council(world: World) {
    let office = office(&world).await;
    let page = office.visits("/mensen").await;
    assert!(page.links().contains(&"/organisaties".to_owned()));
    office.visits("/organisaties").await.sees("Nieuwe organisatie");
    office.visits("/organisaties/nieuw").await.sees("Een adviesraad").sees("Een samenwerkingsverband");
    let fields = [("naam", "Maashorst"), ("code", "1991"), ("inwoners", "58.000"), ("provincie", "Noord-Brabant")];
    let page = found(&office, "gemeente", &fields).await;
    page.sees("De organisatie staat erin").sees("Gemeente Maashorst");
    let fields = [
        ("naam", "Adviesraad Maashorst"),
        ("kort", "Maashorst"),
        ("vorm", "youth"),
        ("gemeenten", "maashorst\nGM1991"),
    ];
    let page = found(&office, "raad", &fields).await;
    page.sees("De organisatie staat erin").sees("Gemeente Maashorst");
    let council = page.links().into_iter().find(|l| l.starts_with("/adviesraden/")).expect("its page");
    let fenna = world.fenna().await;
    fenna.visits(&council).await.sees("jongerenraad").sees("Adviseert gemeente Maashorst .");
    fenna.visits("/organisaties?q=maashorst").await.sees("Twee organisaties passen hierbij.").sees("GM1991");
    // It is run from the first invitation on.
    let team = page.links().into_iter().find(|l| l.ends_with("/mensen") && l.len() > 10).expect("its people");
    let page = office.visits(&format!("{team}/uitnodigen")).await.form("Bekijk wat er gebeurt");
    page.fill("rijen", "Nora Nieuw;nora@nieuw.example").fill("rol", "secretary").send().await.sees("secretaris vanaf");
    let page =
        found(&office, "samenwerking", &[("naam", "Regio Maas"), ("gemeenten", "Maashorst\ngemeente Waterhoek")]).await;
    page.sees("samenwerkingsverband van gemeenten").sees("Gemeente Waterhoek");
    world.works().await;
    let letter = world.letters_to(Who::Bram).await;
    assert!(letter.is_empty(), "Lindewoude has nothing to do with it");
    told(&world, &["people.founded", "people.founded", "people.founded"]).await;
}

async fn what_is_wrong_is_said_beside_the_field(world: World) {
    let office = office(&world).await;
    let wrong = async |what: &str, fields: &[(&str, &str)], said: &str| {
        let page = found(&office, what, fields).await;
        page.is_told(said);
        for (name, value) in fields.iter().filter(|(name, _)| !matches!(*name, "vorm" | "provincie" | "gemeenten")) {
            assert_eq!(page.attribute(&format!("#{name}"), "value").as_deref(), Some(*value), "{name} is kept");
        }
    };
    wrong("gemeente", &[("naam", "")], "Schrijf de naam op.").await;
    wrong("gemeente", &[("naam", "lindewoude")], "Er is al een organisatie met deze naam: gemeente Lindewoude.").await;
    wrong("raad", &[("naam", "adviesraad LINDEWOUDE"), ("gemeenten", "Lindewoude")], "Er is al een organisatie").await;
    wrong("gemeente", &[("naam", "Nieuwstad"), ("code", "0002")], "De code GM0002 is van gemeente Lindewoude.").await;
    wrong("gemeente", &[("naam", "Nieuwstad"), ("code", "12")], "Een CBS-code is GM met vier cijfers").await;
    wrong("gemeente", &[("naam", "Nieuwstad"), ("inwoners", "veel")], "Vul een getal in").await;
    wrong("gemeente", &[("naam", "Nieuwstad"), ("sinds", "ooit")], "Vul een datum in").await;
    wrong("raad", &[("naam", "Raad Nieuw")], "Schrijf een gemeente op.").await;
    wrong("raad", &[("naam", "Raad Nieuw"), ("gemeenten", "Lindewoud")], "“Lindewoud” kennen wij niet").await;
    wrong("samenwerking", &[("naam", "Regio"), ("gemeenten", "Lindewoude")], "minstens twee gemeenten").await;
    told(&world, &[]).await;
}

async fn whoever_keeps_the_house_running_keeps_the_register_too(world: World) {
    let keeper = seated(&world, HOST, Role::Administrator).await;
    let page = found(&keeper, "partner", &[("naam", "Steunpunt Noord")]).await;
    page.sees("De organisatie staat erin").sees("partnerorganisatie");
    // Rooms stay closed: the pages of people are not for who keeps the house running.
    let links = page.links();
    assert!(!links.iter().any(|l| l.ends_with("/mensen") || l == "/mensen"), "{links:?}");
    assert!(links.contains(&"/organisaties".to_owned()), "it stands in the menu");
    for who in [Who::Ans, Who::Bram, Who::Koos] {
        let browser = world.client(who).await;
        browser.visits("/organisaties").await.sees_not("Nieuwe organisatie");
        browser.visits("/organisaties/nieuw").await.is_refused();
        browser.visits(&entry(COUNCIL_A)).await.is_refused();
    }
    keeper.visits(&entry(HOST)).await.finds_nothing();
    keeper.visits(&entry(ASSOCIATION)).await.sees("De Koepel").sees_not("Stoppen");
    world.works().await;
}

async fn facts_are_corrected_and_the_trail_says_of_what_to_what(world: World) {
    let office = office(&world).await;
    let form = office.visits(&entry(MUNICIPALITY_A)).await.form("Bewaar de gegevens");
    form.clone().fill("code", "0004").send().await.is_told("De code GM0004 is van gemeente Waterhoek.");
    let form = form.fill("inwoners", "24.680").fill("provincie", "Drenthe").fill("code", "GM0002");
    form.send().await.sees("De gegevens zijn bewaard");
    form.send().await; // the same once more changes nothing
    let page = world.fenna().await.visits(&format!("/gemeenten/{}", MUNICIPALITY_A.id())).await;
    page.sees("24.680").sees("Drenthe").sees("GM0002");
    told(&world, &["people.corrected"]).await;
    let body = world.trail().await.0.pop().and_then(|line| line.body).expect("a body");
    assert!(body.contains(r#"{"after":"24680","before":null,"what":"inhabitants"}"#), "{body}");
    // The region of a council is its own, and its name stays as it is.
    let form = office.visits(&entry(COUNCIL_A)).await.form("Bewaar de gegevens");
    assert_eq!(form.value("regio"), Some("Noord"));
    form.fill("regio", "Zuid").send().await.sees("De gegevens zijn bewaard").sees("Adviesraad Lindewoude");
}

async fn a_council_sits_with_a_municipality_from_a_day_until_a_day(world: World) {
    let office = office(&world).await;
    let otto = world.otto().await;
    let dirk = format!("/mensen/{}", Who::Dirk.id());
    otto.visits(&dirk).await.sees_not("dirk@voorbeeld.example");
    let add = office.visits(&entry(COUNCIL_A)).await.form("Voeg deze gemeente toe");
    add.clone().fill("gemeente", "Lindewoude").send().await.is_told("Deze gemeente hoort er al bij.");
    add.clone().fill("gemeente", "Nergens").send().await.is_told("“Nergens” kennen wij niet als gemeente.");
    let page = add.fill("gemeente", "Waterhoek").fill("vanaf", "1 januari 2027").send().await;
    page.sees("Dit is gewijzigd").sees("vanaf 1 januari 2027");
    let council = format!("/adviesraden/{}", COUNCIL_A.id());
    otto.visits(&council)
        .await
        .sees("Adviseert gemeente Lindewoude .")
        .sees("Vanaf 1 januari 2027 ook gemeente Waterhoek.");
    world.works().await;
    world.is_at("2027-01-01T09:00");
    otto.visits(&council).await.sees("Adviseert gemeente Lindewoude en gemeente Waterhoek .");
    otto.visits(&dirk).await.sees("dirk@voorbeeld.example");
    let page = office.visits(&entry(COUNCIL_A)).await;
    let until = page.form("Bewaar de laatste dag gemeente Waterhoek");
    until.clone().fill("tot", "31 december 2020").send().await.is_told("Deze dag ligt voor het begin.");
    until.fill("tot", "1 maart 2027").send().await.sees("van 1 januari 2027 tot en met 1 maart 2027");
    world.is_at("2027-03-02T09:00");
    otto.visits(&dirk).await.sees_not("dirk@voorbeeld.example");
    otto.visits(&council).await.sees("Adviseerde tot en met 1 maart 2027 gemeente Waterhoek.");
    world.works().await;
    let told_of: Vec<_> = world.letters_to(Who::Chaima).await.into_iter().map(|l| l.text).collect();
    assert!(
        told_of[0].contains("Adviesraad Lindewoude adviseert gemeente Waterhoek vanaf 1\u{a0}januari 2027."),
        "{told_of:?}"
    );
    told(&world, &["people.tied", "people.tied"]).await;
}

async fn an_organisation_ends_and_that_is_taken_back(world: World) {
    let office = office(&world).await;
    let path = format!("{}/einde", entry(COUNCIL_B));
    let form = office.visits(&path).await.form("Laat deze organisatie stoppen");
    form.clone().fill("dag", "ooit").send().await.is_told("Vul een datum in");
    form.clone().fill("dag", "31 december 2026").send().await.is_told("Schrijf in één zin waarom.");
    let form = form.fill("dag", "31 december 2026").fill("woorden", "De raad gaat samen verder met Lindewoude.");
    form.send().await.sees("De laatste dag staat vast").sees("De laatste dag is 31 december 2026.");
    world.works().await;
    let letter = world.letters_to(Who::Fenna).await.pop().expect("a letter");
    assert!(
        letter.text.contains("Uw rol als raadslid bij Adviesraad Waterhoek loopt tot en met 31\u{a0}december 2026.")
    );
    let fenna = world.fenna().await;
    let council = format!("/adviesraden/{}", COUNCIL_B.id());
    fenna.visits(&council).await.sees("De raad gaat samen verder met Lindewoude.");
    let invite = format!("/organisaties/{}/mensen/uitnodigen", COUNCIL_B.id());
    let form = office.visits(&invite).await.form("Bekijk wat er gebeurt").fill("rijen", "N Pol;n@nieuw.example");
    form.fill("vanaf", "1 januari 2027")
        .send()
        .await
        .is_told("Deze organisatie stopt. De laatste dag is 31 december 2026.");
    world.is_at("2027-01-01T09:00");
    fenna.visits("/mensen").await.finds_nothing();
    let dirk = world.dirk().await;
    dirk.visits(&council)
        .await
        .sees("De laatste dag was 31 december 2026.")
        .sees("Adviseerde tot en met 31 december 2026");
    office.visits(&entry(COUNCIL_B)).await.presses("Draai dit terug").await.sees("De organisatie gaat door");
    fenna.visits("/mensen").await.sees("Wie weet hier iets van?");
    dirk.visits(&council).await.sees("Adviseert gemeente Waterhoek .").sees_not("laatste dag");
    world.works().await;
    let letter = world.letters_to(Who::Fenna).await.pop().expect("a letter");
    assert_eq!(letter.subject, "Uw rol bij Adviesraad Waterhoek loopt door");
    told(&world, &["people.closed", "people.ended", "people.reopened", "people.end_taken_back"]).await;
    testing::letters!(world, "an_organisation_ends");
}

async fn what_cannot_end(world: World) {
    let office = office(&world).await;
    let form = office.visits(&format!("{}/einde", entry(MUNICIPALITY_B))).await.form("Laat deze organisatie stoppen");
    let form = form.fill("woorden", "Het is een vergissing.");
    form.send().await.is_told("Bij deze gemeente horen nog raden of mensen.");
    office.visits(&format!("{}/einde", entry(ASSOCIATION))).await.finds_nothing();
    // What was put in by mistake just ends.
    let page = found(&office, "gemeente", &[("naam", "Vergeten")]).await;
    let path = format!("{}/einde", page.path.split('?').next().expect("a path"));
    let form = office.visits(&path).await.form("Laat deze organisatie stoppen").fill("woorden", "Een vergissing.");
    form.send().await.sees("De laatste dag staat vast");
    world.is_at("2026-11-25T09:00");
    // The name is free again.
    found(&office, "gemeente", &[("naam", "Vergeten")]).await.sees("De organisatie staat erin");
    world.works().await;
}

async fn everybody_finds_every_organisation(world: World) {
    let fenna = world.fenna().await;
    let page = fenna.visits("/organisaties").await;
    page.sees("Vijf organisaties passen hierbij.").sees("Gemeente Waterhoek").sees_not("Beheer van Beraad");
    fenna.visits("/organisaties?soort=gemeente&q=LINDE").await.sees("Eén organisatie past hierbij.").sees("0002");
    fenna.visits("/organisaties?soort=partner").await.sees("Niets gevonden");
    fenna.visits("/organisaties?bladzijde=2").await.finds_nothing();
    world.anybody().visits("/organisaties").await.must_sign_in();
    world.eva().await.visits("/organisaties").await.has_status(StatusCode::NOT_FOUND);
}
