//! What was typed is never lost: not when the sign-in ended, not when the page was old, not when a form
//! comes twice.

use axum::http::StatusCode;
use testing::{Client, Form, Who, World, on_both};

use crate::PLAN;

on_both!(
    PLAN: who_was_signed_out_finds_the_text_back,
    an_old_page_keeps_the_text,
    a_form_that_comes_twice_makes_one_topic,
    two_that_come_at_once_make_one_topic,
    a_held_text_is_not_sent_elsewhere
);

const TITLE: &str = "Wie heeft een goed voorbeeld van een jaarplan?";
const TEXT: &str = "Wij schrijven het ieder jaar opnieuw.\n\nDat kost \"te veel\" <tijd> & moeite.";

async fn question(browser: &Client) -> Form {
    let page = browser.visits("/gesprekken/nieuw").await;
    page.form("Plaats mijn bericht").fill("titel", TITLE).fill("tekst", TEXT).fill("thema", "raadswerk")
}

async fn topics(world: &World) -> usize {
    world.trail().await.0.iter().filter(|line| line.kind == "community.asked").count()
}

async fn who_was_signed_out_finds_the_text_back(world: World) {
    let ans = world.ans().await;
    let form = question(&ans).await.attach("bestand", "plan.pdf", b"%PDF-1.4\n%%EOF\n");
    ans.forget_cookies();
    let page = form.send().await;
    page.has_status(StatusCode::UNAUTHORIZED);
    assert!(page.text().contains("Uw tekst is bewaard") && page.text().contains(TITLE), "{}", page.text());
    assert_eq!(topics(&world).await, 0);

    let page = page.form("Meld mij aan en ga verder").fill("adres", &Who::Ans.address()).send().await;
    world.works().await;
    let letters = world.letters_to(Who::Ans).await;
    let code: String =
        letters[0].text.lines().nth(4).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    // A wrong code first: what was held survives that too.
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let page = page.form("Meld mij aan").fill("code", wrong).send().await;
    page.is_told("Deze code klopt niet.");
    let page = page.form("Meld mij aan").fill("code", &code).send().await;
    page.sees("Uw tekst staat weer klaar").sees(TITLE).sees("U bent aangemeld als Ans Terpstra");
    assert_eq!(page.all("input[type=file]").len(), 1, "the file is chosen again here");
    page.form("Verstuur mijn tekst")
        .send()
        .await
        .goes_to("/gesprekken/…")
        .sees(TITLE)
        .sees("Dat kost \"te veel\" <tijd> & moeite.");
    assert_eq!(topics(&world).await, 1);
}

async fn an_old_page_keeps_the_text(world: World) {
    let ans = world.ans().await;
    let form = question(&ans).await;
    world.sign_in(&ans, Who::Ans).await; // another sign-in: the token of the page is of the one before
    let page = form.send().await;
    page.has_status(StatusCode::CONFLICT);
    assert!(page.text().contains("De bladzijde was verouderd") && page.text().contains(TITLE), "{}", page.text());
    assert_eq!(topics(&world).await, 0);
    page.form("Verstuur mijn tekst").send().await.goes_to("/gesprekken/…").sees(TITLE);
    assert_eq!(topics(&world).await, 1);
}

async fn a_form_that_comes_twice_makes_one_topic(world: World) {
    let form = question(&world.ans().await).await;
    let (first, second) = (form.send().await, form.send().await);
    first.goes_to("/gesprekken/…").sees(TITLE);
    assert_eq!(first.path, second.path, "the second shows what the first made");
    assert_eq!(topics(&world).await, 1);
}

async fn two_that_come_at_once_make_one_topic(world: World) {
    let form = question(&world.ans().await).await;
    let sent: Vec<_> = (0..4)
        .map(|_| {
            let form = form.clone();
            tokio::spawn(async move { form.send().await })
        })
        .collect();
    let mut paths = Vec::new();
    for one in sent {
        paths.push(one.await.expect("it is sent").path);
    }
    paths.dedup();
    assert_eq!(paths.len(), 1, "{paths:?}");
    assert_eq!(topics(&world).await, 1);
}

async fn a_held_text_is_not_sent_elsewhere(world: World) {
    let anybody = world.anybody();
    for path in ["https://elders.example/", "//elders.example/", "/\\elders.example"] {
        let fields = [
            ("adres", "ans@voorbeeld.example"),
            ("bewaard[]", "titel=Hallo daar"),
            ("bewaard_pad", path),
            ("naar", path),
        ];
        let page = anybody.posts("/aanmelden", &fields).await;
        assert!(!page.html().contains("elders.example"), "{}", page.html());
    }
    world.works().await;
}
