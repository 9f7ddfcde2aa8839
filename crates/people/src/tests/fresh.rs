//! Who changes roles shows once more who they are, when that is a while ago; what was typed comes along.

use axum::http::StatusCode;
use platform::args;
use testing::{COUNCIL_A, Client, Page, Who, World, on_both};

use super::running::{end_of, place};
use super::{PLAN, team, told};

on_both!(
    PLAN: who_ends_a_role_shows_who_they_are,
    a_pasted_list_survives_the_code,
    each_change_of_a_role_asks_it
);

platform::statements! {
    STALE: () = "UPDATE session SET proved_at = 0 WHERE person = $1";
}

async fn long_ago(world: &World, who: Who) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(STALE, args![who.id()]).await.expect("a sign-in");
    tx.commit().await.expect("it was a while ago");
}

/// The code in the newest letter.
async fn code(world: &World, who: Who) -> String {
    world.works().await;
    let letters = world.letters_to(who).await;
    let text = &letters.last().expect("a letter").text;
    let line = text.lines().find(|l| l.len() == 7 && l.replace(' ', "").parse::<u32>().is_ok()).expect("a code");
    line.to_owned()
}

/// From the page that asks it to the form that is ready again.
async fn shows_who_they_are(world: &World, who: Who, page: &Page) -> Page {
    page.has_status(StatusCode::UNAUTHORIZED);
    assert!(page.text().contains("Bent u het zelf? Uw tekst is bewaard."), "{}", page.text());
    let page = page.presses("Stuur mij een code").await;
    let typed = code(world, who).await;
    let wrong = if typed == "111 111" { "222 222" } else { "111 111" };
    let page = page.form("Ga verder").fill("code", wrong).send().await;
    page.is_told("Deze code klopt niet.");
    page.form("Ga verder").fill("code", &typed).send().await
}

async fn end_page(world: &World, browser: &Client) -> Page {
    let page = place(browser, &team(COUNCIL_A), "Dirk Postma").await;
    let page = browser.visits(&end_of(&page)).await;
    long_ago(world, Who::Chaima).await;
    page
}

async fn who_ends_a_role_shows_who_they_are(world: World) {
    let chaima = world.chaima().await;
    let page = end_page(&world, &chaima).await;
    let form = page.form("Beëindig de rol").fill("reden", "moved").fill("woorden", "Naar Assen toe");
    let page = shows_who_they_are(&world, Who::Chaima, &form.send().await).await;
    told(&world, &[]).await;
    page.sees("Uw tekst staat weer klaar").sees("Naar Assen toe");
    page.presses("Verstuur mijn tekst").await.sees("Verhuisd: Naar Assen toe");
    told(&world, &["people.ended"]).await;
    // For ten minutes nothing more is asked.
    let page = place(&chaima, &team(COUNCIL_A), "Dora Meijer").await;
    page.form("Geef deze rol").fill("rol", "treasurer").send().await.sees("Dit is gewijzigd");
    world.works().await;
}

async fn a_pasted_list_survives_the_code(world: World) {
    let chaima = world.chaima().await;
    let path = format!("{}/uitnodigen", team(COUNCIL_A));
    let form = chaima.visits(&path).await.form("Bekijk wat er gebeurt");
    long_ago(&world, Who::Chaima).await;
    chaima.visits(&path).await.goes_to("/bevestigen");
    let rows = "Nora Nieuw;nora@nieuw.example\nJan \"Jip\" = Jansen;jip@nieuw.example";
    let page = shows_who_they_are(&world, Who::Chaima, &form.fill("rijen", rows).send().await).await;
    let page = page.presses("Verstuur mijn tekst").await;
    page.sees("Nora Nieuw").sees("nora@nieuw.example").sees("jip@nieuw.example");
    page.presses("Verstuur twee uitnodigingen").await.sees("uitnodigingen zijn onderweg");
    world.works().await;
    told(&world, &["people.invited", "people.invited"]).await;
}

async fn each_change_of_a_role_asks_it(world: World) {
    let chaima = world.chaima().await;
    let page = end_page(&world, &chaima).await;
    let seat = page.path.trim_end_matches("/einde").to_owned();
    let token = page.form("Beëindig de rol").value("_token").expect("a token").to_owned();
    page.client.visits(&page.path).await.goes_to("/bevestigen");
    for (form, fields) in [
        ("/rol", vec![("rol", "treasurer"), ("vanaf", "1 januari 2027")]),
        ("/herbenoeming", vec![("tot", "1 januari 2030")]),
        ("/einde", vec![("vanaf", "1 januari 2027"), ("reden", "moved"), ("woorden", "")]),
        ("/terug", vec![]),
    ] {
        let fields: Vec<_> = fields.into_iter().chain([("_token", token.as_str())]).collect();
        let page = chaima.posts(&format!("{seat}{form}"), &fields).await;
        page.has_status(StatusCode::UNAUTHORIZED);
        assert!(page.text().contains("Bent u het zelf?"), "{form}: {}", page.text());
    }
    // Who may not do it at all is not asked who they are.
    long_ago(&world, Who::Dora).await;
    world.dora().await.visits(&page.path).await.is_refused();
    told(&world, &[]).await;
}
