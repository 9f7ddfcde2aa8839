//! Stories of the link in the letter, of sign-ins and their ends, of showing once more who one is, and of
//! another address; on both engines.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{StatusCode, header};
use platform::args;
use testing::{Client, Page, Who, World, on_both};

mod common;
use common::{PLAN, asks_for_a_code};

platform::statements! {
    TOO_LATE: () = "UPDATE sign_in_attempt SET ends_at = 0 WHERE used_at IS NULL";
    A_HALL: () = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
        INSERT INTO sign_in_attempt (id, address, network, at, ends_at, tries)
        SELECT 'hall-' || CAST(i AS TEXT), 'hall-' || CAST(i AS TEXT), a.network, a.at, a.ends_at, 0
          FROM n, sign_in_attempt a WHERE a.address = $2";
    STALE: () = "UPDATE session SET proved_at = proved_at - 600000 WHERE person = $1";
    LONG_AGO: () = "UPDATE session SET ends_at = $2 WHERE person = $1";
    LASTS: (i64, i64) = "SELECT ends_at - started_at, idle_ms FROM session WHERE person = $1 ORDER BY id DESC LIMIT 1";
    SESSIONS: (i64,) = "SELECT COUNT(*) FROM session WHERE person = $1";
    KEPT: (Option<String>, Option<String>) = "SELECT code, link FROM sign_in_attempt WHERE address = $1";
}

on_both!(
    PLAN: the_link_lets_in_the_browser_that_asked,
    a_scanner_that_opens_the_link_uses_nothing_up,
    elsewhere_the_link_shows_the_code_to_type,
    the_link_of_an_earlier_letter_works_too,
    an_old_link_says_so_and_leads_on,
    the_link_and_the_code_are_kept_nowhere,
    a_hall_of_people_shares_one_address,
    who_asks_codes_for_another_does_not_keep_them_out,
    each_sign_in_is_a_new_one_and_ends_in_the_end,
    a_sign_in_lasts_as_long_as_was_said,
    a_new_sign_in_takes_the_place_of_the_old_one,
    the_sign_ins_of_whoever_loses_access_end_at_once,
    everybody_sees_their_own_sign_ins,
    asking_costs_the_same_for_whoever_it_is,
    what_matters_asks_a_code_once_more,
    each_way_in_asks_a_code_before_it_changes,
    a_code_to_prove_is_for_nobody_else,
    ans_takes_another_address_into_use,
    nobody_learns_whose_an_address_is
);

async fn link(world: &World, who: Who) -> String {
    world.works().await;
    let letters = world.letters_to(who).await;
    let text = &letters.last().expect("a letter").text;
    let start = text.find("/aanmelden/link/").expect("a link");
    text[start..].split_whitespace().next().expect("an address").to_owned()
}

async fn change(world: &World, statement: platform::db::Statement<()>, args: &[platform::db::Value<'_>]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(statement, args).await.expect("it changes");
    tx.commit().await.expect("it changes");
}

/// Opens a page and stays with the answer.
async fn opens(browser: &Client, path: &str) -> Page {
    browser.asks(browser.request("GET", path).body(Body::empty()).expect("a path")).await
}

async fn the_link_lets_in_the_browser_that_asked(world: World) {
    let browser = world.anybody();
    let form = browser.visits("/aanmelden?naar=/mijn-gegevens").await.form("Stuur mij een code");
    form.fill("adres", "ans@voorbeeld.example").send().await.sees("Vul de code in");
    let link = link(&world, Who::Ans).await;
    assert!(link.len() >= "/aanmelden/link/".len() + 22, "128 bits or more");
    let page = browser.visits(&link).await;
    page.sees("Meld u aan").sees("ans@voorbeeld.example");
    assert_eq!(page.all("form button").len(), 1, "one button");
    let there = page.presses("Meld mij aan").await;
    there.goes_to("/mijn-gegevens").sees("Ans Terpstra");
    assert_eq!(browser.cookie("poging"), None);
    world.trail().await.reads(&["identity.code_asked", "identity.signed_in"]);
    // The code in the same letter is used up with it, and pressing the link again leads home.
    opens(&browser, &link).await.has_status(StatusCode::SEE_OTHER);
    page.form("Meld mij aan").in_browser(&world.anybody()).send().await.has_status(StatusCode::GONE);
}

async fn a_scanner_that_opens_the_link_uses_nothing_up(world: World) {
    let (browser, scanner) = (world.anybody(), world.anybody());
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    let link = link(&world, Who::Ans).await;
    let before = world.digest().await;
    for _ in 0..12 {
        scanner.visits(&link).await.has_status(StatusCode::OK);
        browser.visits(&link).await.has_status(StatusCode::OK);
    }
    assert_eq!(world.digest().await, before);
    browser.visits(&link).await.form("Meld mij aan").send_only().await.has_status(StatusCode::SEE_OTHER);
    browser.visits("/mijn-gegevens").await.sees("Ans Terpstra");
}

async fn elsewhere_the_link_shows_the_code_to_type(world: World) {
    let (computer, phone) = (world.anybody(), world.anybody());
    let page = asks_for_a_code(&computer, &Who::Ans.address()).await;
    let link = link(&world, Who::Ans).await;
    let there = phone.visits(&link).await;
    let code = common::code(&world, Who::Ans).await;
    there.sees(&code).sees("op een ander apparaat");
    assert_eq!(there.all(".signin__code"), std::slice::from_ref(&code));
    assert!(!there.has_form("Meld mij aan"), "nothing to press");
    // Not even a form made by hand signs this telephone in.
    let token = link.rsplit('/').next().expect("a token");
    phone.posts("/aanmelden/link", &[("sleutel", token)]).await.sees(&code);
    phone.visits("/mijn-gegevens").await.must_sign_in();
    page.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    computer.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    let late = phone.visits(&link).await;
    late.has_status(StatusCode::GONE);
    assert!(late.text().contains("Deze link werkt niet meer") && !late.text().contains(&code));
}

async fn the_link_of_an_earlier_letter_works_too(world: World) {
    let browser = world.anybody();
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    let first = link(&world, Who::Ans).await;
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    let second = link(&world, Who::Ans).await;
    assert_ne!(first, second);
    browser.visits(&second).await.form("Meld mij aan");
    browser.visits(&first).await.form("Meld mij aan").send_only().await.has_status(StatusCode::SEE_OTHER);
    browser.visits("/mijn-gegevens").await.sees("Ans Terpstra");
}

async fn an_old_link_says_so_and_leads_on(world: World) {
    let browser = world.anybody();
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    let link = link(&world, Who::Ans).await;
    let form = browser.visits(&link).await.form("Meld mij aan");
    change(&world, TOO_LATE, args![]).await;
    for page in [browser.visits(&link).await, form.send().await, browser.visits("/aanmelden/link/onzin").await] {
        page.has_status(StatusCode::GONE);
        assert!(page.text().contains("Deze link werkt niet meer"), "{}", page.text());
        assert!(page.links().contains(&"/aanmelden".to_owned()), "a way on");
    }
    browser.visits("/mijn-gegevens").await.must_sign_in();
}

async fn the_link_and_the_code_are_kept_nowhere(world: World) {
    let browser = world.anybody();
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    let link = link(&world, Who::Ans).await;
    let (token, code) = (link.rsplit('/').next().expect("a token"), common::code(&world, Who::Ans).await);
    let mut reader = world.app.db().reader().await.expect("a reader");
    let (kept, hash) = reader.one(KEPT, args![Who::Ans.address()]).await.expect("a row").expect("an attempt");
    let (kept, hash) = (kept.expect("a code"), hash.expect("a link"));
    assert!(!kept.contains(&code.replace(' ', "")) && hash != token);
}

async fn asks_from(world: &World, browser: &Client, from: &str, address: &str) -> Page {
    let from: SocketAddr = from.parse().expect("an address");
    let body = format!("adres={address}&naar=/");
    let request = browser.request("POST", "/aanmelden").extension(ConnectInfo(from));
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body));
    let page = browser.asks(request.expect("a request")).await;
    world.works().await;
    page
}

async fn a_hall_of_people_shares_one_address(world: World) {
    let browser = world.anybody();
    asks_from(&world, &browser, "192.0.2.7:4711", "eerste@voorbeeld.example").await.sees("Vul de code in");
    change(&world, A_HALL, args![1_998, "eerste@voorbeeld.example"]).await;
    asks_from(&world, &browser, "192.0.2.7:4712", &Who::Ans.address()).await.sees("Vul de code in");
    let page = asks_from(&world, &browser, "192.0.2.7:4713", &Who::Dirk.address()).await;
    page.has_status(StatusCode::TOO_MANY_REQUESTS);
    assert!(page.text().contains("5 minuten"), "{}", page.text());
    asks_from(&world, &browser, "192.0.2.8:4711", &Who::Dirk.address()).await.sees("Vul de code in");
}

async fn who_asks_codes_for_another_does_not_keep_them_out(world: World) {
    let (stranger, ans) = (world.anybody(), world.anybody());
    let address = Who::Ans.address();
    for _ in 0..10 {
        asks_from(&world, &stranger, "192.0.2.7:4711", &address).await.sees("Vul de code in");
    }
    let page = asks_from(&world, &stranger, "192.0.2.7:4711", &address).await;
    page.has_status(StatusCode::TOO_MANY_REQUESTS);
    asks_from(&world, &ans, "198.51.100.4:4711", &address).await.sees("Vul de code in");
    // From many networks it ends too: nobody's post is filled.
    for n in 0..29 {
        asks_from(&world, &stranger, &format!("203.0.113.{n}:4711"), &address).await.sees("Vul de code in");
    }
    let page = asks_from(&world, &stranger, "203.0.113.99:4711", &address).await;
    page.has_status(StatusCode::TOO_MANY_REQUESTS);
}

async fn each_sign_in_is_a_new_one_and_ends_in_the_end(world: World) {
    let browser = world.anybody();
    // A cookie that somebody planted is not the one that lets in.
    browser.set_cookie("beraad", "geplant");
    let page = asks_for_a_code(&browser, &Who::Ans.address()).await;
    let code = common::code(&world, Who::Ans).await;
    page.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    assert_ne!(browser.cookie("beraad").as_deref(), Some("geplant"));
    browser.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    change(&world, LONG_AGO, args![Who::Ans.id(), platform::clock::machine_now().plus(-1)]).await;
    browser.visits("/mijn-gegevens").await.must_sign_in();
}

/// Signs in with the code from the letter, in a browser of one's own.
async fn comes_in(world: &World, browser: &Client, who: Who, remember: bool) -> Page {
    let page = asks_for_a_code(browser, &who.address()).await;
    let code = common::code(world, who).await;
    let form = page.form("Meld mij aan").fill("code", &code);
    let form = if remember { form.with("onthoud", "ja") } else { form };
    form.send_only().await
}

async fn a_sign_in_lasts_as_long_as_was_said(world: World) {
    const HOURS: i64 = platform::clock::HOUR;
    for (who, remember, lasts) in [
        // A working day at most, and two hours without a visit.
        (Who::Ans, false, (12 * HOURS, 2 * HOURS)),
        (Who::Dirk, true, (30 * 24 * HOURS, 30 * 24 * HOURS)),
        // Half of it, until the second step.
        (Who::Koos, true, (HOURS / 4, HOURS / 4)),
    ] {
        comes_in(&world, &world.anybody(), who, remember).await;
        let mut reader = world.app.db().reader().await.expect("a reader");
        assert_eq!(reader.one(LASTS, args![who.id()]).await.expect("a row").expect("a sign-in"), lasts, "{who:?}");
    }
}

async fn a_new_sign_in_takes_the_place_of_the_old_one(world: World) {
    let browser = world.anybody();
    // Two windows of one browser, both before the code.
    let window = asks_for_a_code(&browser, &Who::Dirk.address()).await;
    let code = common::code(&world, Who::Dirk).await;
    comes_in(&world, &browser, Who::Ans, false).await;
    let old = browser.cookie("beraad").expect("a cookie");
    browser.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    window.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    assert_ne!(browser.cookie("beraad"), Some(old.clone()));
    browser.visits("/mijn-gegevens").await.sees("Dirk Postma");
    let thief = world.anybody();
    thief.set_cookie("beraad", &old);
    thief.visits("/mijn-gegevens").await.must_sign_in();
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(reader.value(SESSIONS, args![Who::Ans.id()]).await.expect("a count"), 0);
}

async fn the_sign_ins_of_whoever_loses_access_end_at_once(world: World) {
    let (here, there, half) = (world.ans().await, world.ans().await, world.anybody());
    comes_in(&world, &half, Who::Koos, false).await;
    let letter = asks_for_a_code(&world.anybody(), &Who::Ans.address()).await;
    let code = common::code(&world, Who::Ans).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for who in [Who::Ans, Who::Koos] {
        identity::people::disable(&mut tx, &who.id(), world.now()).await.expect("it ends");
    }
    tx.commit().await.expect("it ends");
    for browser in [&here, &there, &half] {
        browser.visits("/mijn-gegevens").await.must_sign_in();
    }
    let mut reader = world.app.db().reader().await.expect("a reader");
    for who in [Who::Ans, Who::Koos] {
        assert_eq!(reader.value(SESSIONS, args![who.id()]).await.expect("a count"), 0);
    }
    drop(reader);
    // A code that was on its way opens nothing either.
    letter.form("Meld mij aan").fill("code", &code).send().await.is_told("Deze code werkt niet meer.");
    // With access again one signs in anew; the old cookies are nobody's.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::enable(&mut tx, &Who::Ans.id()).await.expect("it is given");
    tx.commit().await.expect("it is given");
    here.visits("/mijn-gegevens").await.must_sign_in();
}

async fn everybody_sees_their_own_sign_ins(world: World) {
    const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let ans = world.ans().await;
    let (tablet, dirks) = (world.anybody(), world.anybody());
    for (browser, who, device) in [(&tablet, Who::Ans, FIREFOX), (&dirks, Who::Dirk, "Mozilla/5.0 (iPhone) Safari/604")]
    {
        let page = asks_for_a_code(browser, &who.address()).await;
        let attempt = page.form("Meld mij aan").value("poging").expect("an attempt").to_owned();
        let code = common::code(&world, who).await.replace(' ', "");
        let body = format!("poging={attempt}&code={code}&naar=/");
        let request = browser.request("POST", "/aanmelden/code").header(header::USER_AGENT, device);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body));
        browser.asks(request.expect("a request")).await.has_status(StatusCode::SEE_OTHER);
    }
    let page = ans.visits("/mijn-gegevens").await;
    page.sees("Firefox op Windows").sees("dit apparaat").sees("Laatst gebruikt").sees_not("iPhone");
    page.presses("Meld dit apparaat af").await.sees("Het apparaat is afgemeld").sees_not("Firefox");
    tablet.visits("/mijn-gegevens").await.must_sign_in();
    dirks.visits("/mijn-gegevens").await.sees("Dirk Postma");
}

async fn asking_costs_the_same_for_whoever_it_is(world: World) {
    let browser = world.anybody();
    let mut counts = Vec::new();
    // Once before, since the first finds nothing prepared.
    for address in ["eerst@voorbeeld.example", &Who::Ans.address(), "wie@voorbeeld.example", &Who::Koos.address()] {
        let page = browser.visits("/aanmelden").await;
        let form = page.form("Stuur mij een code").fill("adres", address);
        let (page, statements, _) = platform::measure::measured(form.send()).await;
        counts.push((page.status, statements));
    }
    assert!(counts[1].1 > 0 && counts[1..].iter().all(|count| *count == counts[1]), "{counts:?}");
    world.works().await;
}

async fn each_way_in_asks_a_code_before_it_changes(world: World) {
    let ans = world.ans().await;
    let token = ans.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    change(&world, STALE, args![Who::Ans.id()]).await;
    for page in ["adres", "tweede-stap", "toegangssleutels"] {
        ans.visits(&format!("/mijn-gegevens/{page}")).await.goes_to("/bevestigen");
    }
    for form in [
        "adres",
        "tweede-stap",
        "tweede-stap/weg",
        "herstelcodes",
        "toegangssleutels",
        "toegangssleutels/begin",
        "toegangssleutels/weg",
    ] {
        let page = ans.posts(&format!("/mijn-gegevens/{form}"), &[("_token", &token)]).await;
        page.goes_to("/bevestigen");
    }
    world.trail().await.reads(&[]);
}

async fn what_matters_asks_a_code_once_more(world: World) {
    let ans = world.ans().await;
    ans.visits("/mijn-gegevens/adres").await.goes_to("/mijn-gegevens/adres");
    let form = ans.visits("/mijn-gegevens/adres").await.form("Stuur een code naar het nieuwe adres");
    change(&world, STALE, args![Who::Ans.id()]).await;
    // The page asks it, and so does the form, however old its page.
    form.fill("adres", "ans@nieuw.example").send().await.goes_to("/bevestigen");
    let page = ans.visits("/mijn-gegevens/adres").await;
    page.goes_to("/bevestigen").sees("Bent u het zelf?");
    let page = page.presses("Stuur mij een code").await;
    let code = common::code(&world, Who::Ans).await;
    let wrong = if code == "111 111" { "222 222" } else { "111 111" };
    page.form("Ga verder").fill("code", wrong).send().await.is_told("Deze code klopt niet.");
    page.form("Ga verder").fill("code", &code).send().await.goes_to("/mijn-gegevens/adres");
    let asked = ["identity.code_asked", "identity.sign_in_refused", "identity.proved"];
    world.trail().await.reads(&asked);
}

async fn a_code_to_prove_is_for_nobody_else(world: World) {
    let (ans, dirk, anybody) = (world.ans().await, world.dirk().await, world.anybody());
    let page = ans.visits("/bevestigen").await.presses("Stuur mij een code").await;
    let code = common::code(&world, Who::Ans).await;
    let held = page.form("Ga verder").value("poging").expect("an attempt").to_owned();
    let theirs = dirk.visits("/bevestigen").await.presses("Stuur mij een code").await;
    world.works().await;
    theirs.form("Ga verder").fill("poging", &held).fill("code", &code).send().await.is_told("werkt niet meer");
    // Nor does it sign anybody in.
    anybody.posts("/aanmelden/code", &[("poging", &held), ("code", &code)]).await;
    anybody.visits("/mijn-gegevens").await.must_sign_in();
    let elsewhere = "https://elders.example";
    let page = page.form("Ga verder").fill("naar", elsewhere).fill("code", &code).send_only().await;
    assert_eq!(page.header("location"), Some("/"));
}

async fn ans_takes_another_address_into_use(world: World) {
    let (ans, elsewhere) = (world.ans().await, world.ans().await);
    let form = ans.visits("/mijn-gegevens/adres").await.form("Stuur een code naar het nieuwe adres");
    form.clone().fill("adres", "ans").send().await.is_told("Dit is geen e-mailadres");
    let page = form.fill("adres", "Ans@Nieuw.example").send().await;
    page.sees("ans@nieuw.example");
    world.works().await;
    assert!(world.letters_to(Who::Ans).await.is_empty(), "the code goes to the new address");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let letters = mail::letters_to(&mut reader, "ans@nieuw.example", 10).await.expect("the outbox");
    drop(reader);
    let code = letters[0].text.lines().find(|l| l.len() == 7 && l.contains(' ')).expect("a code").to_owned();
    let page = page.form("Ga verder").fill("code", &code).send().await;
    page.goes_to("/mijn-gegevens").sees("ans@nieuw.example").sees("Uw nieuwe adres is in gebruik");
    elsewhere.visits("/mijn-gegevens").await.must_sign_in();
    let told = world.letters_to(Who::Ans).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].text.contains("Bel ons dan meteen"), "{}", told[0].text);
    world.works().await;
    let browser = world.anybody();
    asks_for_a_code(&browser, &Who::Ans.address()).await;
    world.works().await;
    assert_eq!(world.letters_to(Who::Ans).await.len(), 1, "nobody signs in at the old address");
    asks_for_a_code(&browser, "ans@nieuw.example").await;
    world.works().await;
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(mail::letters_to(&mut reader, "ans@nieuw.example", 10).await.expect("the outbox").len(), 2);
    testing::letters!(world, "another_address");
}

async fn nobody_learns_whose_an_address_is(world: World) {
    let ans = world.ans().await;
    let form = ans.visits("/mijn-gegevens/adres").await.form("Stuur een code naar het nieuwe adres");
    let taken = form.clone().fill("adres", &Who::Dirk.address()).send().await;
    let free = form.fill("adres", "vrij@voorbeeld.example").send().await;
    assert_eq!(taken.status, free.status);
    assert_eq!(common::timeless(&taken).replace("dirk@", "vrij@"), common::timeless(&free));
    world.works().await;
    assert!(world.letters_to(Who::Dirk).await.is_empty());
    taken.form("Ga verder").fill("code", "123456").send().await.is_told("Deze code klopt niet.");
}
