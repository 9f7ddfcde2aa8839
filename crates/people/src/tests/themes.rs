//! The list of themes is kept on a page; what is about a theme goes on.

use testing::{COUNCIL_A, Client, Page, World, on_both};

use super::keeping::office;
use super::{PLAN, told};

on_both!(
    PLAN: a_theme_is_added_renamed_and_ended,
    what_is_wrong_with_a_name_is_said,
    only_the_office_keeps_the_list
);

const PATH: &str = "/mensen/themas";

async fn adds(office: &Client, name: &str, english: &str) -> Page {
    let form = office.visits(PATH).await.form("Voeg het thema toe");
    form.fill("naam", name).fill("naam-en", english).send().await
}

async fn facts(browser: &Client) -> Page {
    browser.visits(&format!("/organisaties/{}/gegevens", COUNCIL_A.id())).await
}

async fn a_theme_is_added_renamed_and_ended(world: World) {
    let (office, chaima) = (office(&world).await, world.chaima().await);
    office.visits("/organisaties").await.sees("Thema’s");
    adds(&office, "Wonen en zorg", "Housing and care").await.sees("Het thema staat erbij").sees("Housing and care");
    // A council follows it, and says since when.
    let form = facts(&chaima).await.form("Bewaar de gegevens").with("thema[]", "wonen-en-zorg");
    form.fill("themasinds-wonen-en-zorg", "3 mei 2019").send().await.sees("De gegevens zijn bewaard");
    let page = office.visits(&format!("{PATH}?thema=wonen-en-zorg")).await;
    page.sees("Raden die het volgen: 1. Mensen die er iets van weten: 0. Gesprekken: 0.");
    let form = page.form("Bewaar de namen");
    assert_eq!(form.value("kort"), Some("wonen en zorg"));
    form.fill("naam", "Wonen met zorg").send().await.sees("De namen zijn bewaard");
    facts(&chaima).await.sees("Wonen met zorg").sees_not("Wonen en zorg");
    chaima.visits("/weergave").await.form("Bewaar mijn keuze").fill("taal", "en").send().await;
    facts(&chaima).await.sees("Housing and care");
    // One that came with the house gets words of its own in both languages.
    let form = office.visits(&format!("{PATH}?thema=jeugd")).await.form("Bewaar de namen");
    assert_eq!(form.value("naam-en"), Some("Youth care and young people"));
    form.fill("naam", "Jongeren").fill("naam-en", "The young").send().await.sees("Jongeren");
    facts(&chaima).await.sees("The young");
    // It ends: who follows it keeps it, and nobody else is offered it.
    let form = office.visits(&format!("{PATH}?thema=wonen-en-zorg")).await.form("Laat stoppen");
    form.clone().fill("sinds", "ooit").send().await.is_told("Vul een datum in");
    form.fill("sinds", "1 december 2026").send().await.sees("Te kiezen tot 1 december 2026.");
    let dirk = world.dirk().await;
    let own = format!("/mensen/{}/wijzigen", testing::Who::Dirk.id());
    dirk.visits(&own).await.sees("Wonen met zorg");
    world.is_at("2026-12-01T09:00");
    dirk.visits(&own).await.sees_not("Wonen met zorg");
    office.visits(PATH).await.sees("Niet meer te kiezen sinds 1 december 2026.");
    let form = facts(&chaima).await.form("Keep the facts");
    assert_eq!(form.value("themasinds-wonen-en-zorg"), Some("3 May 2019"), "its own first day stays");
    office
        .visits(&format!("{PATH}?thema=wonen-en-zorg"))
        .await
        .presses("Laat weer kiezen")
        .await
        .sees("weer te kiezen");
    dirk.visits(&own).await.sees("Wonen met zorg");
    let changed = "people.theme_changed";
    told(&world, &[changed, "people.described", changed, changed, changed, changed]).await;
}

async fn what_is_wrong_with_a_name_is_said(world: World) {
    let office = office(&world).await;
    adds(&office, "", "Housing").await.is_told("Vul een naam in.");
    let page = adds(&office, "Wonen", "").await;
    page.is_told("Vul een naam in.");
    assert_eq!(page.form("Voeg het thema toe").value("naam"), Some("Wonen"), "what was typed is kept");
    adds(&office, "JEUGDHULP", "Youth").await.is_told("“Jeugdhulp” staat al in de lijst.");
    adds(&office, &"a".repeat(61), "Long").await.is_told("Maak dit korter: hoogstens 60 letters.");
    // Sent twice it is one theme.
    let form = office.visits(PATH).await.form("Voeg het thema toe").fill("naam", "Wonen").fill("naam-en", "Housing");
    form.send().await.sees("Het thema staat erbij");
    form.send().await.sees("Het thema staat erbij");
    // One is always left to choose.
    for theme in ["wmo", "jeugd", "werk", "schulden", "raadswerk", "anders"] {
        office.visits(&format!("{PATH}?thema={theme}")).await.presses("Laat stoppen").await.sees("Het thema stopt");
    }
    let page = office.visits(&format!("{PATH}?thema=wonen")).await.presses("Laat stoppen").await;
    page.is_told("Er moet altijd één thema te kiezen zijn.");
    told(&world, &["people.theme_changed"; 7]).await;
}

async fn only_the_office_keeps_the_list(world: World) {
    for somebody in [world.chaima().await, world.koos().await] {
        somebody.visits(PATH).await.is_refused();
        let token =
            somebody.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        let fields = [("_token", token.as_str()), ("doe", "voeg-toe"), ("naam", "Wonen"), ("naam-en", "Housing")];
        somebody.posts(PATH, &fields).await.is_refused();
    }
    told(&world, &[]).await;
}
