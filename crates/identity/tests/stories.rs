//! Stories of people who come in, choose from which seat they speak, and leave; on both engines.

use axum::http::StatusCode;
use platform::args;
use testing::{Who, World, on_both};

mod common;
use common::{PLAN, asks_for_a_code};

platform::statements! {
    TOO_LATE: () = "UPDATE sign_in_attempt SET ends_at = 0 WHERE used_at IS NULL";
    LONG_AGO: () = "UPDATE session SET seen_at = seen_at - idle_ms - 1 WHERE person = $1";
    HASHES: (String, String) = "SELECT token_hash, secret FROM session WHERE person = $1";
}

on_both!(
    PLAN: ans_comes_in_with_the_code_from_her_letter,
    nobody_learns_whether_an_address_is_known,
    a_code_is_tried_five_times,
    a_code_works_once_in_time_and_in_its_own_browser,
    who_asks_too_often_waits,
    signing_out_ends_it_everywhere_it_should,
    a_sign_in_that_is_not_used_ends,
    dora_speaks_from_one_seat_at_a_time,
    how_somebody_reads_is_kept,
    a_way_back_leads_to_this_house_only,
    what_is_stored_lets_nobody_in
);

fn another(code: &str) -> &'static str {
    if code == "111 111" { "222222" } else { "111111" }
}

async fn ans_comes_in_with_the_code_from_her_letter(world: World) {
    let browser = world.anybody();
    browser.visits("/mijn-gegevens").await.must_sign_in();
    let page = asks_for_a_code(&browser, " ANS@Voorbeeld.example ").await;
    page.sees("Vul de code in");
    let code = common::code(&world, Who::Ans).await;
    let letter = &world.letters_to(Who::Ans).await[0];
    assert_eq!(letter.subject, "Uw code voor Beraad");
    assert!(!letter.subject.contains(&code), "a code is not read from a locked screen");
    page.form("Meld mij aan").fill("code", "12").send().await.is_told("U vulde twee cijfers in.");
    page.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    browser.visits("/mijn-gegevens").await.sees("Ans Terpstra").sees("ans@voorbeeld.example").sees("dit apparaat");
    browser.visits("/aanmelden?naar=/mijn-gegevens").await.goes_to("/mijn-gegevens");
    world.trail().await.reads(&["identity.code_asked", "identity.signed_in"]);
}

async fn nobody_learns_whether_an_address_is_known(world: World) {
    let browser = world.anybody();
    let known = asks_for_a_code(&browser, &Who::Ans.address()).await;
    let unknown = asks_for_a_code(&browser, "wie@voorbeeld.example").await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(common::timeless(&known).replace("ans@", "wie@"), common::timeless(&unknown));
    world.works().await;
    let wrong = another(&common::code(&world, Who::Ans).await);
    let mut pages = Vec::new();
    for page in [known, unknown] {
        pages.push(page.form("Meld mij aan").fill("code", wrong).send().await);
    }
    pages[0].is_told("Deze code klopt niet.");
    assert_eq!(common::timeless(&pages[0]).replace("ans@", "wie@"), common::timeless(&pages[1]));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Dirk.id(), world.now()).await.expect("it ends");
    tx.commit().await.expect("it ends");
    asks_for_a_code(&browser, &Who::Dirk.address()).await.sees("Vul de code in");
    world.works().await;
    assert!(world.letters_to(Who::Dirk).await.is_empty(), "who has no access gets no code");
    for wrong in ["", "ans", "ans@", "@voorbeeld.example", "a b@voorbeeld.example", "ans@voorbeeld"] {
        asks_for_a_code(&browser, wrong).await.has_status(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

async fn a_code_is_tried_five_times(world: World) {
    let browser = world.anybody();
    let page = asks_for_a_code(&browser, &Who::Ans.address()).await;
    let code = common::code(&world, Who::Ans).await;
    let form = page.form("Meld mij aan");
    for left in ["vier", "drie", "twee", "één"] {
        let page = form.clone().fill("code", another(&code)).send().await;
        page.is_told(&format!("U kunt het nog {left} keer proberen."));
    }
    form.clone().fill("code", another(&code)).send().await.is_told("Deze code werkt niet meer.");
    form.fill("code", &code).send().await.is_told("Deze code werkt niet meer.");
    browser.visits("/mijn-gegevens").await.must_sign_in();
}

async fn a_code_works_once_in_time_and_in_its_own_browser(world: World) {
    let (hers, other) = (world.anybody(), world.anybody());
    let page = asks_for_a_code(&hers, &Who::Ans.address()).await;
    let code = common::code(&world, Who::Ans).await;
    // Somebody who reads the letter but did not ask for it has another attempt, and so another code.
    let elsewhere = asks_for_a_code(&other, &Who::Ans.address()).await;
    world.works().await;
    let tried = elsewhere.form("Meld mij aan").fill("code", &code).send().await;
    let newest = world.letters_to(Who::Ans).await.pop().expect("a letter");
    if !newest.text.contains(&code) {
        tried.is_told("Deze code klopt niet.");
    }
    page.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    hers.forget_cookies();
    page.form("Meld mij aan").fill("code", &code).send().await.is_told("Deze code werkt niet meer.");

    let page = asks_for_a_code(&hers, &Who::Ans.address()).await;
    let code = common::code(&world, Who::Ans).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(TOO_LATE, args![]).await.expect("ten minutes pass");
    tx.commit().await.expect("ten minutes pass");
    page.form("Meld mij aan").fill("code", &code).send().await.is_told("Deze code werkt niet meer.");
    hers.visits("/mijn-gegevens").await.must_sign_in();
}

async fn who_asks_too_often_waits(world: World) {
    let browser = world.anybody();
    for _ in 0..10 {
        asks_for_a_code(&browser, &Who::Ans.address()).await.sees("Vul de code in");
    }
    let page = asks_for_a_code(&browser, &Who::Ans.address()).await;
    page.has_status(StatusCode::TOO_MANY_REQUESTS);
    assert!(page.text().contains("U probeerde het te vaak"), "{}", page.text());
    asks_for_a_code(&browser, &Who::Dirk.address()).await.sees("Vul de code in");
    // Whoever is in already shows who they are all the same.
    let ans = world.ans().await;
    ans.visits("/bevestigen").await.presses("Stuur mij een code").await.has_status(StatusCode::OK);
    world.works().await;
    assert_eq!(world.letters_to(Who::Ans).await.len(), 11);
}

async fn signing_out_ends_it_everywhere_it_should(world: World) {
    let (here, there, others) = (world.ans().await, world.ans().await, world.dirk().await);
    let page = here.visits("/mijn-gegevens").await;
    page.presses("Meld alle andere apparaten af").await.sees("Het apparaat is afgemeld");
    there.visits("/mijn-gegevens").await.must_sign_in();
    here.visits("/mijn-gegevens").await.sees("Ans Terpstra");

    // Somebody else's sign-in is not hers to end.
    world.sign_in(&there, Who::Ans).await;
    let end = here.visits("/mijn-gegevens").await.form("Meld dit apparaat af");
    let token = others.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    end.clone().without("_token").with("_token", &token).in_browser(&others).send().await;
    there.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    end.send().await;
    there.visits("/mijn-gegevens").await.must_sign_in();

    let cookie = here.cookie("beraad").expect("a cookie");
    let page = here.visits("/mijn-gegevens").await.form("/afmelden").send_only().await;
    assert_eq!(page.header("clear-site-data"), Some("\"cache\", \"storage\""));
    assert_eq!(here.cookie("beraad"), None);
    here.set_cookie("beraad", &cookie);
    here.visits("/mijn-gegevens").await.must_sign_in();
    others.visits("/mijn-gegevens").await.sees("Dirk Postma");
}

async fn a_sign_in_that_is_not_used_ends(world: World) {
    let ans = world.ans().await;
    ans.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(LONG_AGO, args![Who::Ans.id()]).await.expect("time passes");
    tx.commit().await.expect("time passes");
    ans.visits("/mijn-gegevens").await.must_sign_in();
    // The clock of the house is another one: setting it signs nobody out.
    let dirk = world.dirk().await;
    world.is_at("2027-11-24T09:00");
    dirk.visits("/mijn-gegevens").await.sees("Dirk Postma");
}

async fn dora_speaks_from_one_seat_at_a_time(world: World) {
    let dora = world.dora().await;
    let page = dora.visits("/mijn-gegevens").await;
    page.sees("Vanuit deze rol spreekt u nu.").sees("raadslid, Lindewoude");
    let form = page.form("Spreek als");
    form.send().await.sees("U spreekt nu vanuit een andere rol").sees("Spreek als raadslid");
    // A seat of somebody else is not hers.
    let stolen = form.fill("rol", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    stolen.send().await.finds_nothing();
    world.trail().await.reads(&["identity.seat_chosen"]);
}

async fn how_somebody_reads_is_kept(world: World) {
    let ans = world.ans().await;
    let form = ans.visits("/weergave?naar=/mijn-gegevens").await.form("Bewaar mijn keuze");
    let page = form.fill("grootte", "22").fill("letter", "legible").fill("taal", "en").send().await;
    page.goes_to("/mijn-gegevens");
    assert_eq!(page.attribute("html", "class").as_deref(), Some("size-22 face-legible"));
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
    // It goes with the person, to another browser too.
    let elsewhere = world.ans().await.visits("/mijn-gegevens").await;
    assert_eq!(elsewhere.attribute("html", "lang").as_deref(), Some("en"));
    // And without a sign-in with the browser.
    let anybody = world.anybody();
    let form = anybody.visits("/weergave").await.form("Bewaar mijn keuze");
    form.fill("grootte", "20").send_only().await;
    assert_eq!(anybody.visits("/aanmelden").await.attribute("html", "class").as_deref(), Some("size-20"));
}

async fn a_way_back_leads_to_this_house_only(world: World) {
    let ans = world.ans().await;
    for elsewhere in ["https://elders.example", "//elders.example", "/\\elders.example", "javascript:alert(1)"] {
        let page = ans.visits(&format!("/weergave?naar={elsewhere}")).await;
        let form = page.form("Bewaar mijn keuze");
        assert_eq!(form.value("naar"), Some("/"), "{elsewhere}");
        let sent = form.fill("naar", elsewhere).send_only().await;
        assert_eq!(sent.header("location"), Some("/"));
        let sent = ans
            .asks(
                ans.request("GET", &format!("/aanmelden?naar={elsewhere}"))
                    .body(String::new().into())
                    .expect("a request"),
            )
            .await;
        assert_eq!(sent.header("location"), Some("/"), "{elsewhere}");
    }
}

async fn what_is_stored_lets_nobody_in(world: World) {
    let ans = world.ans().await;
    let cookie = ans.cookie("beraad").expect("a cookie");
    assert_eq!(STATEMENTS.len(), 3);
    let mut reader = world.app.db().reader().await.expect("a reader");
    let (hash, secret) = reader.one(HASHES, args![Who::Ans.id()]).await.expect("a row").expect("a session");
    drop(reader);
    assert_ne!(hash, cookie);
    let thief = world.anybody();
    for stolen in [hash, secret, String::from("x"), "a".repeat(10_000)] {
        thief.set_cookie("beraad", &stolen);
        thief.visits("/mijn-gegevens").await.must_sign_in();
    }
}
