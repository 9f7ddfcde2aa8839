//! Running one's own people: another role, another term, an end that can be taken back.

use testing::{COUNCIL_A, Client, MUNICIPALITY_A, Page, Who, World, on_both};

use super::{PLAN, team, told};

on_both!(
    PLAN: the_secretary_runs_the_council_alone,
    a_role_that_ends_is_felt_on_the_next_request,
    an_end_can_be_taken_back,
    whoever_heard_of_the_end_hears_that_it_is_taken_back,
    somebody_must_be_left_to_run_the_people,
    a_term_ends_where_the_council_says,
    the_contact_officer_runs_the_municipality,
    what_others_may_not_run,
    whether_it_is_about_health_is_for_who_must_know,
    who_ends_their_own_role_is_told
);

/// The page of somebody's place, for who runs the people there.
pub(super) async fn place(browser: &Client, team: &str, name: &str) -> Page {
    let page = browser.visits(team).await;
    let wanted = format!("Regel {name}");
    let links = page.links();
    let texts = page.all("a[href]");
    let at = texts.iter().position(|t| *t == wanted).unwrap_or_else(|| panic!("{name} cannot be arranged: {texts:?}"));
    browser.visits(&links[at]).await
}

async fn the_secretary_runs_the_council_alone(world: World) {
    let chaima = world.chaima().await;
    let page = chaima.visits("/onze-raad/mensen").await;
    page.goes_to("/organisaties/…/mensen").sees("De mensen van de raad").sees("dirk@voorbeeld.example");
    let dirk = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = dirk.form("Bewaar").fill("taak", "Jeugd").fill("vervanger", Who::Dora.id().as_str()).send().await;
    page.sees("Dit is gewijzigd").sees("Jeugd").sees("Vervanger: Dora Meijer");
    let dirk = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = dirk.form("Geef deze rol").fill("rol", "treasurer").send().await;
    page.sees("Dit is gewijzigd").sees("Penningmeester").sees("Andere rol");
    let dirk = world.dirk().await.visits("/mijn-gegevens").await;
    dirk.sees("penningmeester").sees_not("raadslid");
    told(&world, &["people.arranged", "people.role_changed"]).await;
}

async fn a_role_that_ends_is_felt_on_the_next_request(world: World) {
    let (chaima, dirk) = (world.chaima().await, world.dirk().await);
    dirk.visits(&team(COUNCIL_A)).await.sees("De mensen van de raad");
    dirk.visits("/mensen").await.sees("Wie weet hier iets van?");
    let page = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = page.client.visits(&end_of(&page)).await;
    page.form("Beëindig de rol").send().await.is_told("Kies een reden.");
    let page = page.form("Beëindig de rol").fill("reden", "moved").fill("woorden", "Naar Assen").send().await;
    page.sees("De laatste dag van deze rol staat vast").sees("Verhuisd: Naar Assen");
    // From today on: the same browser, the next request.
    dirk.visits(&team(COUNCIL_A)).await.finds_nothing();
    dirk.visits("/mensen").await.finds_nothing();
    dirk.visits("/mijn-gegevens").await.sees("U hebt op dit moment geen rol");
    world.works().await;
    let letter = world.letters_to(Who::Dirk).await.pop().expect("a letter");
    assert!(letter.text.contains("Uw rol als raadslid bij Adviesraad Lindewoude loopt tot en met"), "{}", letter.text);
    // Why it ended is for who runs the people.
    world.ans().await.visits(&team(COUNCIL_A)).await.sees("Naar Assen");
    let dora = world.dora().await.visits(&team(COUNCIL_A)).await;
    dora.sees("Dirk Postma").sees_not("Verhuisd").sees_not("Naar Assen");
}

pub(super) fn end_of(page: &Page) -> String {
    page.links().into_iter().find(|l| l.ends_with("/einde")).expect("a link to the end")
}

async fn an_end_can_be_taken_back(world: World) {
    let (chaima, dirk) = (world.chaima().await, world.dirk().await);
    let page = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = page.client.visits(&end_of(&page)).await;
    let page = page.form("Beëindig de rol").fill("reden", "mistake").send().await;
    dirk.visits("/mensen").await.finds_nothing();
    let link = page.links().into_iter().find(|l| l.starts_with(&format!("{}/", team(COUNCIL_A)))).expect("a way back");
    let page = chaima.visits(&link).await.presses("Draai dit terug").await;
    page.sees("De rol loopt weer door");
    dirk.visits("/mensen").await.sees("Wie weet hier iets van?");
    world.works().await;
    assert!(world.letters_to(Who::Dirk).await.is_empty(), "no letter about a mistake");
    told(&world, &["people.ended", "people.end_taken_back"]).await;
}

async fn whoever_heard_of_the_end_hears_that_it_is_taken_back(world: World) {
    let chaima = world.chaima().await;
    let page = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = page.client.visits(&end_of(&page)).await;
    let page = page.form("Beëindig de rol").fill("reden", "moved").fill("vanaf", "1 januari 2027").send().await;
    world.works().await;
    let link = page.links().into_iter().find(|l| l.starts_with(&format!("{}/", team(COUNCIL_A)))).expect("a way back");
    chaima.visits(&link).await.presses("Draai dit terug").await.sees("De rol loopt weer door");
    world.works().await;
    let letters = world.letters_to(Who::Dirk).await;
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[1].subject, "Uw rol bij Adviesraad Lindewoude loopt door");
    assert!(
        letters[1].text.contains("Uw rol als raadslid bij Adviesraad Lindewoude loopt door."),
        "{}",
        letters[1].text
    );
    assert!(letters[1].text.contains("Er is geen laatste dag."), "{}", letters[1].text);
    testing::letters!(world, "an_end_is_taken_back");
}

async fn somebody_must_be_left_to_run_the_people(world: World) {
    let ans = world.ans().await;
    let page = place(&ans, &team(COUNCIL_A), "Chaima El Amrani").await;
    let page = page.client.visits(&end_of(&page)).await;
    page.form("Beëindig de rol").fill("reden", "own_wish").send().await.sees("De laatste dag van deze rol staat vast");
    let page = place(&ans, &team(COUNCIL_A), "Ans Terpstra").await;
    let form = page.client.visits(&end_of(&page)).await.form("Beëindig de rol").fill("reden", "own_wish");
    form.send().await.is_told("Daarna kan niemand hier de mensen regelen.");
    page.form("Geef deze rol").fill("rol", "member").send().await.is_told("Daarna kan niemand hier de mensen regelen.");
    // With a successor she may go.
    let dirk = place(&ans, &team(COUNCIL_A), "Dirk Postma").await;
    dirk.form("Geef deze rol").fill("rol", "secretary").send().await.sees("Dit is gewijzigd");
    assert_eq!(
        form.send_only().await.header("location"),
        Some("/?bericht=rol-gestopt"),
        "the list is not hers to see any more"
    );
    world.works().await;
    ans.visits(&team(COUNCIL_A)).await.finds_nothing();
}

async fn a_term_ends_where_the_council_says(world: World) {
    let chaima = world.chaima().await;
    let facts = chaima.visits(&format!("/organisaties/{}/gegevens", COUNCIL_A.id())).await;
    facts.form("Bewaar de gegevens").fill("termijn", "vier").send().await.is_told("Vul een aantal maanden in");
    let page = facts
        .form("Bewaar de gegevens")
        .fill("vorm", "wmo")
        .fill("plaatsen", "6")
        .fill("termijn", "48")
        .fill("keren", "2")
        .fill("bron", "Verordening Wmo-raad, artikel 4")
        .fill("brondatum", "1 mei 2019")
        .fill("steun-budget", "€ 9.000 per jaar")
        .fill("betaler-budget", MUNICIPALITY_A.id().as_str())
        .with("wet[]", "wmo")
        .with("thema[]", "wmo")
        .send()
        .await;
    page.goes_to("/adviesraden/…").sees("Wmo-raad").sees("Vier jaar, hoogstens twee keer.").sees("€ 9.000 per jaar");
    page.sees("Betaald door gemeente Lindewoude")
        .sees("Verordening Wmo-raad, artikel 4, 1 mei 2019")
        .sees("Twee plaatsen zijn vrij.");
    let seat = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    seat.form("Benoem opnieuw")
        .fill("tot", "1 mei 2020")
        .send()
        .await
        .is_told("Kies een dag na de huidige laatste dag.");
    let page = seat.form("Benoem opnieuw").send().await;
    page.sees("De nieuwe termijn staat erin")
        .sees("Rooster van aftreden")
        .sees("Tweede termijn")
        .sees("24 november 2030");
    page.sees("Heeft alle termijnen gehad");
    let seat = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    seat.form("Benoem opnieuw").send().await.is_told("Alle termijnen zijn geweest.");
    told(&world, &["people.described", "people.renewed"]).await;
}

async fn the_contact_officer_runs_the_municipality(world: World) {
    let bram = world.bram().await;
    let willem = place(&bram, &team(MUNICIPALITY_A), "Willem van Dalen").await;
    willem.form("Bewaar").fill("taak", "Zorg en welzijn").send().await.sees("Zorg en welzijn");
    let page = bram.visits(&end_of(&willem)).await;
    let page = page.form("Beëindig de rol").fill("reden", "elections").fill("vanaf", "1 december 2026").send().await;
    page.sees("30 november 2026").sees("De laatste dag van deze rol staat vast");
    // It ends on its day, and not before.
    let fenna = world.fenna().await;
    let page = fenna.visits(&format!("/gemeenten/{}", MUNICIPALITY_A.id())).await;
    page.sees("Wethouders").sees("Willem van Dalen , Zorg en welzijn").sees("tot en met 30 november 2026");
    world.is_at("2026-12-01T09:00");
    let page = fenna.visits(&format!("/gemeenten/{}", MUNICIPALITY_A.id())).await;
    page.sees("Wie er eerder waren").sees_not("Wethouders");
    world.works().await;
}

async fn what_others_may_not_run(world: World) {
    let seat = {
        let page = world.chaima().await.visits(&team(COUNCIL_A)).await;
        page.links().into_iter().find(|l| l.starts_with(&format!("{}/0", team(COUNCIL_A)))).expect("a place")
    };
    for who in [Who::Dirk, Who::Dora] {
        let browser = world.client(who).await;
        browser.visits(&team(COUNCIL_A)).await.sees_not("Regel");
        browser.visits(&seat).await.is_refused();
        browser.visits(&format!("{}/uitnodigen", team(COUNCIL_A))).await.is_refused();
    }
    for who in [Who::Bram, Who::Fenna, Who::Otto] {
        let browser = world.client(who).await;
        browser.visits(&team(COUNCIL_A)).await.is_refused();
        browser.visits(&seat).await.is_refused();
    }
    let eva = world.eva().await;
    eva.visits(&team(COUNCIL_A)).await.finds_nothing();
    eva.visits(&seat).await.finds_nothing();
    // A place elsewhere is not there, also for who runs another organisation.
    let foreign = seat.replace(COUNCIL_A.id().as_str(), MUNICIPALITY_A.id().as_str());
    world.bram().await.visits(&foreign).await.finds_nothing();
}

async fn whether_it_is_about_health_is_for_who_must_know(world: World) {
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    let page = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let page = page.client.visits(&end_of(&page)).await;
    page.form("Beëindig de rol").fill("reden", "illness").send().await.sees("Vanwege gezondheid");
    // Dora is a member: why he stopped is not for her.
    world.dora().await.visits(&team(COUNCIL_A)).await.sees_not("gezondheid");
    ans.visits(&team(COUNCIL_A)).await.sees("Vanwege gezondheid");
    world.works().await;
}

async fn who_ends_their_own_role_is_told(world: World) {
    let chaima = world.chaima().await;
    let page = place(&chaima, &team(COUNCIL_A), "Chaima El Amrani").await;
    let page = page.client.visits(&end_of(&page)).await;
    page.sees("Het is uw eigen rol.");
    let sent = page.form("Beëindig de rol").fill("reden", "own_wish").send_only().await;
    assert_eq!(sent.header("location"), Some("/?bericht=rol-gestopt"));
    world.works().await;
}
