//! Municipalities that go up in another: before the day, from the day on, and when it is taken back.

use testing::{COUNCIL_A, COUNCIL_B, Client, MUNICIPALITY_A, MUNICIPALITY_B, Page, Who, World, on_both};

use super::keeping::{entry, office};
use super::{PLAN, told};

on_both!(
    PLAN: councils_and_people_go_along_from_the_day_on,
    before_the_day_it_is_taken_back_and_nothing_is_lost,
    of_two_one_is_taken_back,
    no_municipality_goes_up_in_itself_by_any_road,
    the_old_one_stays_to_be_read,
    what_begins_later_goes_along_too
);

/// Lindewoude, with a council of its own and five people, goes up in Waterhoek.
async fn merges(office: &Client, formers: &str, into: &str, day: &str) -> Page {
    let form = office.visits("/organisaties/samenvoegen").await.form("Bekijk wat er gebeurt");
    form.fill("gemeenten", formers).fill("in", into).fill("dag", day).send().await
}

/// What is stored, but what happened and who was told.
async fn stored(world: &World) -> String {
    const PASSING: &[&str] = &[
        "session",
        "event",
        "trail_head",
        "reaction",
        "mail_letter",
        "mail_counter",
        "form_once",
        "refinery_schema_history",
    ];
    let mut reader = world.app.db().reader().await.expect("a reader");
    platform::db::digest(&mut reader, PASSING).await.expect("a digest").digest
}

async fn subjects(world: &World, who: Who) -> Vec<String> {
    world.works().await;
    world.letters_to(who).await.into_iter().map(|letter| letter.subject).collect()
}

async fn councils_and_people_go_along_from_the_day_on(world: World) {
    let office = office(&world).await;
    let page = merges(&office, "Lindewoude", "waterhoek", "1 januari 2027").await;
    page.sees("Dit gaat in op vrijdag 1 januari 2027.").sees("Tot die dag kunt u het terugnemen.");
    page.sees("Adviesraad Lindewoude adviseert vanaf die dag gemeente Waterhoek.").sees("Er gaan vijf rollen mee:");
    told(&world, &[]).await;
    let again = page.presses("Pas het aan").await.form("Bekijk wat er gebeurt");
    assert_eq!(again.value("in"), Some("waterhoek"));
    let page = page.presses("Voeg samen").await;
    page.sees("De samenvoeging staat erin").sees("Gemeente Lindewoude vanaf 1 januari 2027");
    assert_eq!(subjects(&world, Who::Chaima).await, ["Gemeente Lindewoude gaat op in gemeente Waterhoek"]);
    assert_eq!(subjects(&world, Who::Bram).await, ["Gemeente Lindewoude gaat op in gemeente Waterhoek"]);
    assert!(
        world.letters_to(Who::Bram).await[0]
            .text
            .contains("Vanaf die dag bent u ook contactambtenaar bij gemeente Waterhoek.")
    );
    // Until the day everything is as it was.
    let (council, fenna) = (format!("/adviesraden/{}", COUNCIL_A.id()), world.fenna().await);
    fenna
        .visits(&council)
        .await
        .sees("Adviseert gemeente Lindewoude .")
        .sees("Vanaf 1 januari 2027 ook gemeente Waterhoek.");
    let former = format!("/gemeenten/{}", MUNICIPALITY_A.id());
    fenna.visits(&former).await.sees("Deze gemeente gaat op 1 januari 2027 op in gemeente Waterhoek .");
    let bram = world.bram().await;
    bram.visits("/mijn-gegevens").await.sees("gemeente Waterhoek Begint op vrijdag 1 januari 2027.");
    world.is_at("2027-01-01T00:05");
    fenna
        .visits(&council)
        .await
        .sees("Adviseert gemeente Waterhoek .")
        .sees("Adviseerde tot en met 31 december 2026 gemeente Lindewoude.");
    bram.visits("/mijn-gegevens").await.sees("Lindewoude").sees("Waterhoek");
    let team = bram.visits(&format!("/organisaties/{}/mensen", MUNICIPALITY_B.id())).await;
    team.sees("Willem van Dalen").sees("Otto Smit").sees("Nodig mensen uit");
    fenna
        .visits(&former)
        .await
        .sees("Deze gemeente ging op 1 januari 2027 op in gemeente Waterhoek .")
        .sees("Adviesraad Lindewoude");
    // What is in effect stays.
    let page = office.visits(&entry(MUNICIPALITY_A)).await;
    assert!(!page.has_form("Dit gaat toch niet door"));
    let token =
        office.visits(&entry(COUNCIL_A)).await.form("Bewaar de gegevens").value("_token").expect("a token").to_owned();
    office.posts(&format!("{}/samenvoeging/terug", entry(MUNICIPALITY_A)), &[("_token", &token)]).await;
    world.works().await;
    told(&world, &["people.merged"]).await;
}

async fn before_the_day_it_is_taken_back_and_nothing_is_lost(world: World) {
    let office = office(&world).await;
    let before = stored(&world).await;
    merges(&office, "Lindewoude", "Waterhoek", "1 januari 2027").await.presses("Voeg samen").await;
    world.works().await;
    assert_ne!(stored(&world).await, before);
    let page = office.visits(&entry(MUNICIPALITY_A)).await.presses("Dit gaat toch niet door").await;
    page.sees("De samenvoeging gaat niet door");
    assert_eq!(stored(&world).await, before, "every row is as it was");
    let told_of = subjects(&world, Who::Chaima).await;
    assert_eq!(told_of[1], "Gemeente Lindewoude gaat toch niet op in gemeente Waterhoek");
    assert_eq!(subjects(&world, Who::Greet).await.len(), 2);
    told(&world, &["people.merged", "people.merger_taken_back"]).await;
    testing::letters!(world, "a_merger_is_taken_back");
}

/// A new municipality, in which others can go up.
async fn founded(office: &Client, name: &str, since: &str) -> Page {
    let form = office.visits("/organisaties/nieuw?soort=gemeente").await.form("Voeg toe");
    form.fill("naam", name).fill("sinds", since).send().await.sees("De organisatie staat erin").clone()
}

async fn of_two_one_is_taken_back(world: World) {
    let office = office(&world).await;
    founded(&office, "Maashorst", "1 januari 2027").await;
    // One council advises both.
    let add = office.visits(&entry(COUNCIL_A)).await.form("Voeg deze gemeente toe");
    add.fill("gemeente", "Waterhoek").send().await;
    merges(&office, "Lindewoude\nWaterhoek", "Maashorst", "1 januari 2027").await.presses("Voeg samen").await;
    let council = format!("/adviesraden/{}", COUNCIL_A.id());
    let fenna = world.fenna().await;
    fenna.visits(&council).await.sees("Vanaf 1 januari 2027 ook gemeente Maashorst.");
    office.visits(&entry(MUNICIPALITY_A)).await.presses("Dit gaat toch niet door").await;
    let page = fenna.visits(&council).await;
    page.sees("Vanaf 1 januari 2027 ook gemeente Maashorst.").sees("Gemeente Waterhoek tot en met 31 december 2026.");
    page.sees_not("Gemeente Lindewoude tot en met");
    office.visits(&entry(MUNICIPALITY_B)).await.presses("Dit gaat toch niet door").await;
    fenna.visits(&council).await.sees_not("Maashorst").sees("Adviseert gemeente Lindewoude en gemeente Waterhoek .");
    fenna.visits(&format!("/adviesraden/{}", COUNCIL_B.id())).await.sees_not("Maashorst");
    world.works().await;
}

async fn no_municipality_goes_up_in_itself_by_any_road(world: World) {
    let office = office(&world).await;
    for (formers, into, day, said) in [
        ("", "Waterhoek", "1 januari 2027", "Schrijf op welke gemeente opgaat."),
        ("Lindewoude", "", "1 januari 2027", "Schrijf op in welke gemeente."),
        ("Lindewoude", "Nergens", "1 januari 2027", "“Nergens” kennen wij niet als gemeente. Voeg haar eerst toe"),
        ("Lindewoude", "Waterhoek", "ooit", "Vul een datum in"),
        ("Lindewoude", "0002", "1 januari 2027", "Gemeente Lindewoude kan niet opgaan in zichzelf."),
    ] {
        let page = merges(&office, formers, into, day).await;
        page.is_told(said);
        let form = page.form("Bekijk wat er gebeurt");
        assert_eq!((form.value("in"), form.value("dag")), (Some(into), Some(day)), "what was typed is kept");
    }
    founded(&office, "Maashorst", "1 januari 2027").await;
    merges(&office, "Lindewoude", "Maashorst", "1 december 2026")
        .await
        .is_told("Gemeente Maashorst bestaat pas vanaf 1 januari 2027.");
    merges(&office, "Lindewoude", "Maashorst", "1 januari 2027").await.presses("Voeg samen").await;
    merges(&office, "Lindewoude", "Waterhoek", "1 januari 2028")
        .await
        .is_told("Gemeente Lindewoude gaat al op 1 januari 2027 op in gemeente Maashorst.");
    merges(&office, "Maashorst", "Lindewoude", "1 januari 2028").await.is_told("Zo gaat een gemeente op in zichzelf.");
    merges(&office, "Waterhoek", "Lindewoude", "1 januari 2028").await.is_told("Kies gemeente Maashorst.");
    // A chain is taken back from its end.
    merges(&office, "Maashorst", "Waterhoek", "1 januari 2028").await.presses("Voeg samen").await;
    let page = office.visits(&entry(MUNICIPALITY_A)).await.presses("Dit gaat toch niet door").await;
    page.is_told("Neem eerst terug dat gemeente Maashorst opgaat in gemeente Waterhoek.");
    world.works().await;
    told(&world, &["people.founded", "people.merged", "people.merged"]).await;
}

async fn the_old_one_stays_to_be_read(world: World) {
    let office = office(&world).await;
    // Written down afterwards: it holds at once, and the page says that it cannot be taken back.
    let page = merges(&office, "GM0002", "Waterhoek", "1 november 2026").await;
    page.sees("U kunt dit daarna niet meer terugnemen.");
    page.presses("Voeg samen").await;
    let fenna = world.fenna().await;
    let page = fenna.visits(&format!("/gemeenten/{}", MUNICIPALITY_A.id())).await;
    page.sees("ging op 1 november 2026 op in").sees("Willem van Dalen").sees("Adviesraad Lindewoude");
    let page = fenna.visits(&format!("/gemeenten/{}", MUNICIPALITY_B.id())).await;
    page.sees("gemeente Lindewoude, samengevoegd op 1 november 2026")
        .sees("Adviesraad Lindewoude")
        .sees("Adviesraad Waterhoek");
    fenna
        .visits("/organisaties?q=lindewoude&soort=gemeente")
        .await
        .sees("Ging op 1 november 2026 op in gemeente Waterhoek.");
    // Nothing new is tied to what is no more.
    let form = office.visits("/organisaties/nieuw?soort=raad").await.form("Voeg toe");
    let page = form.fill("naam", "Jongerenraad").fill("gemeenten", "Lindewoude").send().await;
    page.is_told("gaat op 1 november 2026 op in gemeente Waterhoek. Schrijf gemeente Waterhoek.");
    world.works().await;
}

async fn what_begins_later_goes_along_too(world: World) {
    let office = office(&world).await;
    merges(&office, "Lindewoude", "Waterhoek", "1 januari 2027").await.presses("Voeg samen").await;
    // A council that is founded before the day is one of the new municipality after it.
    let form = office.visits("/organisaties/nieuw?soort=raad").await.form("Voeg toe");
    let page = form.fill("naam", "Jongerenraad Linde").fill("gemeenten", "Lindewoude").send().await;
    page.sees("tot en met 31 december 2026").sees("vanaf 1 januari 2027");
    // Its last day follows from the merger.
    let form = page.form("Bewaar de laatste dag gemeente Lindewoude").fill("tot", "1 maart 2028");
    form.send().await.is_told("Deze laatste dag volgt uit een samenvoeging of een einde.");
    office.visits(&entry(MUNICIPALITY_A)).await.presses("Dit gaat toch niet door").await;
    let page = office.visits(page.path.split('?').next().expect("a path")).await;
    page.sees_not("Waterhoek").sees_not("tot en met 31 december 2026");
    world.works().await;
}
