//! Stories of the second step: of whom it is asked, how it is set up and taken, and what when the app is gone;
//! on both engines.

use axum::http::StatusCode;
use identity::second;
use platform::args;
use platform::clock::machine_now;
use platform::trail::{By, Origin};
use testing::{COUNCIL_A, Client, Page, Who, World, on_both};
use totp_rs::{Builder, Secret};

mod common;
use common::{PLAN, asks_for_a_code};

platform::statements! {
    LATER: () = "UPDATE second_app SET last_step = last_step - $2 WHERE person = $1";
    WAITED: () = "UPDATE second_miss SET since = since - 900000 WHERE person = $1";
    SEATS_END: () = "UPDATE seat SET until_on = '2026-01-01' WHERE person = $1";
    KEPT: (String,) = "SELECT hash FROM recovery_code WHERE person = $1 AND used_at IS NULL";
}

on_both!(
    PLAN: a_facilitator_sets_up_the_second_step_before_anything_else,
    a_code_of_the_app_works_once,
    five_wrong_codes_and_one_waits,
    a_code_on_paper_works_once,
    half_a_sign_in_opens_nothing,
    nobody_walks_around_the_second_step_by_setting_up_anew,
    a_council_asks_it_of_its_own_people,
    dirk_chooses_it_himself_and_leaves_it,
    who_has_an_app_sees_since_when_and_what_can_be_done,
    a_role_that_ends_asks_no_more,
    who_lost_everything_sets_up_anew
);

/// What the app shows, so many seconds from now.
fn app_code(secret: &str, seconds: i64) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("an app");
    totp.generate((machine_now().0 / 1_000 + seconds) as u64).to_string()
}

async fn run(world: &World, statement: platform::db::Statement<()>, args: &[platform::db::Value<'_>]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(statement, args).await.expect("it changes");
    tx.commit().await.expect("it changes");
}

/// Somebody signs in with the code from the letter; gives the page they come to.
async fn signs_in(world: &World, browser: &Client, who: Who) -> Page {
    browser.visits("/aanmelden?naar=/mijn-gegevens").await;
    let form = browser.visits("/aanmelden?naar=/mijn-gegevens").await.form("Stuur mij een code");
    let page = form.fill("adres", &who.address()).send().await;
    let code = common::code(world, who).await;
    page.form("Meld mij aan").fill("code", &code).send().await
}

/// Sets the app up on a page that asks it; gives its secret and the page with the codes on paper.
async fn sets_up(page: &Page) -> (String, Page) {
    let (secret, _, page) = sets_up_with_code(page).await;
    (secret, page)
}

/// The same, with the code that was typed: half a minute later the app shows another one.
async fn sets_up_with_code(page: &Page) -> (String, String, Page) {
    let form = page.form("Neem de tweede stap in gebruik");
    let secret = form.value("geheim").expect("a secret").to_owned();
    let code = app_code(&secret, 0);
    let page = form.fill("code", &code).send().await;
    page.sees("Bewaar uw herstelcodes");
    (secret, code, page)
}

async fn a_facilitator_sets_up_the_second_step_before_anything_else(world: World) {
    let koos = world.anybody();
    let page = signs_in(&world, &koos, Who::Koos).await;
    page.goes_to("/aanmelden/tweede-stap").sees("Stel de tweede stap in");
    koos.visits("/mijn-gegevens").await.goes_to("/aanmelden/tweede-stap");
    let form = page.form("Neem de tweede stap in gebruik");
    form.clone().fill("code", "12").send().await.is_told("Deze code klopt niet.");
    form.clone().fill("geheim", "AAAA").fill("code", "123456").send().await.is_told("nieuwe sleutel");
    let half = koos.cookie("beraad");
    let (secret, page) = sets_up(&page).await;
    assert_eq!(page.all(".signin__codes li").len(), 10);
    assert_ne!(koos.cookie("beraad"), half, "a new sign-in takes the place of the half one");
    koos.visits("/mijn-gegevens").await.sees("Koos Veenstra").sees("De tweede stap staat aan").sees("tien");
    assert!(page.links().contains(&"/mijn-gegevens".to_owned()), "on to where he wanted to go");
    page.sees_not(&secret);
    let letters = world.letters_to(Who::Koos).await;
    assert!(letters.last().expect("a letter").subject.contains("tweede stap"));
    world.trail().await.reads(&[
        "identity.code_asked",
        "identity.signed_in_half",
        "identity.second_step_set",
        "identity.signed_in",
    ]);
    // The half sign-in is over.
    let thief = world.anybody();
    thief.set_cookie("beraad", &half.expect("a cookie"));
    thief.visits("/mijn-gegevens").await.must_sign_in();
    // What is written down is not what is kept.
    let mut reader = world.app.db().reader().await.expect("a reader");
    let kept = reader.all(KEPT, args![Who::Koos.id()]).await.expect("rows");
    assert_eq!(kept.len(), 10);
    assert!(page.all(".signin__codes li").iter().all(|code| kept.iter().all(|(hash,)| !hash.contains(&code[5..]))));
}

async fn a_code_of_the_app_works_once(world: World) {
    let koos = world.anybody();
    let page = signs_in(&world, &koos, Who::Koos).await;
    let (secret, used, _) = sets_up_with_code(&page).await;
    let browser = world.anybody();
    let form = signs_in(&world, &browser, Who::Koos).await.form("Meld mij aan");
    // The code that set the app up was taken.
    form.clone().fill("code", &used).send().await.is_told("of is al gebruikt");
    let next = app_code(&secret, 30);
    form.fill("code", &next).send().await.goes_to("/mijn-gegevens").sees("Koos Veenstra");
    let another = world.anybody();
    let form = signs_in(&world, &another, Who::Koos).await.form("Meld mij aan");
    form.clone().fill("code", &next).send().await.is_told("of is al gebruikt");
    run(&world, LATER, args![Who::Koos.id(), 10]).await;
    form.fill("code", &app_code(&secret, 0)).send().await.goes_to("/mijn-gegevens");
}

async fn five_wrong_codes_and_one_waits(world: World) {
    let koos = world.anybody();
    let (secret, _) = sets_up(&signs_in(&world, &koos, Who::Koos).await).await;
    let browser = world.anybody();
    let form = signs_in(&world, &browser, Who::Koos).await.form("Meld mij aan");
    for wrong in ["", "12", "AAAA-BBBB-CCCC-DDDD", "geen code", "1234567"] {
        form.clone().fill("code", wrong).send().await.has_status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    run(&world, LATER, args![Who::Koos.id(), 10]).await;
    let right = form.fill("code", &app_code(&secret, 0));
    right.send().await.has_status(StatusCode::TOO_MANY_REQUESTS);
    // In another browser likewise: it is counted for the person.
    let form = signs_in(&world, &world.anybody(), Who::Koos).await.form("Meld mij aan");
    form.fill("code", &app_code(&secret, 0)).send().await.has_status(StatusCode::TOO_MANY_REQUESTS);
    run(&world, WAITED, args![Who::Koos.id()]).await;
    right.fill("code", &app_code(&secret, 0)).send().await.goes_to("/mijn-gegevens");
    let refused = world.trail().await.0.iter().filter(|line| line.kind == "identity.second_step_refused").count();
    assert_eq!(refused, 5);
}

async fn a_code_on_paper_works_once(world: World) {
    let koos = world.anybody();
    let (_, page) = sets_up(&signs_in(&world, &koos, Who::Koos).await).await;
    let codes = page.all(".signin__codes li");
    let typed = codes[3].to_lowercase().replace('-', " ");
    let browser = world.anybody();
    let form = signs_in(&world, &browser, Who::Koos).await.form("Meld mij aan");
    form.fill("code", &typed).send().await.goes_to("/mijn-gegevens").sees("negen");
    let form = signs_in(&world, &world.anybody(), Who::Koos).await.form("Meld mij aan");
    form.clone().fill("code", &typed).send().await.is_told("Deze herstelcode klopt niet");
    // New ones end the old ones.
    let page = browser.visits("/mijn-gegevens").await.presses("Maak nieuwe herstelcodes").await;
    let new = page.all(".signin__codes li");
    form.clone().fill("code", &codes[4]).send().await.is_told("Deze herstelcode klopt niet");
    form.fill("code", &new[0]).send().await.goes_to("/mijn-gegevens");
}

async fn half_a_sign_in_opens_nothing(world: World) {
    let koos = world.anybody();
    let page = signs_in(&world, &koos, Who::Koos).await;
    let token = page.form("/aanmelden/tweede-stap/stop").value("_token").expect("a token").to_owned();
    for path in ["/mijn-gegevens", "/mijn-gegevens/adres", "/mijn-gegevens/tweede-stap", "/bevestigen"] {
        koos.visits(path).await.goes_to("/aanmelden/tweede-stap");
    }
    for path in ["/afmelden", "/mijn-gegevens/herstelcodes", "/mijn-gegevens/tweede-stap/weg", "/bevestigen"] {
        let page = koos.posts(path, &[("_token", &token)]).await;
        page.has_status(StatusCode::UNAUTHORIZED);
    }
    // A form from elsewhere, without the token of this sign-in, sets nothing up.
    let form = page.form("Neem de tweede stap in gebruik");
    let code = app_code(form.value("geheim").expect("a secret"), 0);
    form.without("_token").fill("code", &code).send().await.has_status(StatusCode::UNAUTHORIZED);
    page.presses("Stop met aanmelden").await.goes_to("/aanmelden");
    assert_eq!(koos.cookie("beraad"), None);
    koos.visits("/aanmelden/tweede-stap").await.must_sign_in();
}

async fn nobody_walks_around_the_second_step_by_setting_up_anew(world: World) {
    let (early, late) = (world.anybody(), world.anybody());
    let kept_open = signs_in(&world, &early, Who::Koos).await;
    sets_up(&signs_in(&world, &late, Who::Koos).await).await;
    let form = kept_open.form("Neem de tweede stap in gebruik");
    let code = app_code(form.value("geheim").expect("a secret"), 0);
    form.fill("code", &code).send().await.has_status(StatusCode::UNAUTHORIZED);
    early.visits("/mijn-gegevens").await.goes_to("/aanmelden/tweede-stap").sees("Code uit uw app");
}

async fn a_council_asks_it_of_its_own_people(world: World) {
    let (dirk, fenna) = (world.anybody(), world.anybody());
    signs_in(&world, &dirk, Who::Dirk).await.goes_to("/mijn-gegevens");
    signs_in(&world, &fenna, Who::Fenna).await.goes_to("/mijn-gegevens");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    second::demand(&mut tx, &COUNCIL_A.id(), true, None, world.now()).await.expect("it is asked");
    assert!(second::is_demanded(&mut tx, &COUNCIL_A.id()).await.expect("a choice"));
    tx.commit().await.expect("it is asked");
    // On the next request, and of nobody else.
    let page = dirk.visits("/mijn-gegevens").await;
    page.goes_to("/aanmelden/tweede-stap").sees("Bij uw rol hoort een tweede stap");
    fenna.visits("/mijn-gegevens").await.sees("Fenna Bosma");
    sets_up(&page).await;
    let page = dirk.visits("/mijn-gegevens").await;
    page.sees("Dirk Postma").sees("Die kunt u niet uitzetten");
    assert!(!page.has_form("/mijn-gegevens/tweede-stap/weg"));
    let token = page.form("/afmelden").value("_token").expect("a token").to_owned();
    dirk.posts("/mijn-gegevens/tweede-stap/weg", &[("_token", &token)]).await.is_refused();
    dirk.visits("/mijn-gegevens").await.sees("De tweede stap staat aan");
}

async fn dirk_chooses_it_himself_and_leaves_it(world: World) {
    let (dirk, tablet) = (world.anybody(), world.anybody());
    signs_in(&world, &dirk, Who::Dirk).await;
    signs_in(&world, &tablet, Who::Dirk).await.goes_to("/mijn-gegevens");
    let (secret, page) = sets_up(&dirk.visits("/mijn-gegevens/tweede-stap").await).await;
    assert!(page.links().contains(&"/mijn-gegevens".to_owned()));
    dirk.visits("/mijn-gegevens").await.sees("Dirk Postma");
    // His other devices take the second step too, from now on.
    let page = tablet.visits("/mijn-gegevens").await;
    page.goes_to("/aanmelden/tweede-stap").sees("Code uit uw app");
    page.form("Meld mij aan").fill("code", &app_code(&secret, 30)).send().await;
    tablet.visits("/mijn-gegevens").await.sees("Dirk Postma");
    let page = dirk.visits("/mijn-gegevens").await.presses("Zet de tweede stap uit").await;
    page.sees("De tweede stap staat uit");
    dirk.visits("/mijn-gegevens/tweede-stap").await.sees("Stel de tweede stap in").sees_not("Zonder app");
    signs_in(&world, &world.anybody(), Who::Dirk).await.goes_to("/mijn-gegevens");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(reader.all(KEPT, args![Who::Dirk.id()]).await.expect("rows").is_empty());
    testing::letters!(world, "the_second_step_changes");
}

async fn who_has_an_app_sees_since_when_and_what_can_be_done(world: World) {
    let dirk = world.dirk().await;
    let page = dirk.visits("/mijn-gegevens/tweede-stap").await;
    page.sees("Stel de tweede stap in").sees_not("Codes op papier");
    let (old, _) = sets_up(&page).await;
    let page = dirk.visits("/mijn-gegevens/tweede-stap").await;
    let today = ui::dates::full(machine_now().day(), platform::Lang::Nl).replace('\u{a0}', " ");
    page.sees("Uw tweede stap staat aan").sees(&format!("Sinds {today} vragen wij")).sees("tien").sees("Zonder app");
    page.sees_not(&old);
    assert_eq!(page.presses("Maak nieuwe herstelcodes").await.all(".signin__codes li").len(), 10);
    // Another telephone: the old app no longer counts.
    let form = page.form("Gebruik voortaan deze app");
    let new = form.value("geheim").expect("a secret").to_owned();
    form.fill("code", &app_code(&new, 0)).send().await.sees("Bewaar uw herstelcodes");
    let form = signs_in(&world, &world.anybody(), Who::Dirk).await.form("Meld mij aan");
    form.clone().fill("code", &app_code(&old, 30)).send().await.is_told("of is al gebruikt");
    form.fill("code", &app_code(&new, 30)).send().await.goes_to("/mijn-gegevens");
    dirk.visits("/mijn-gegevens/tweede-stap")
        .await
        .presses("Zet de tweede stap uit")
        .await
        .sees("De tweede stap staat uit");
    // Of whom it is asked by role, it stays.
    let koos = world.anybody();
    sets_up(&signs_in(&world, &koos, Who::Koos).await).await;
    let page = koos.visits("/mijn-gegevens/tweede-stap").await;
    assert!(!page.sees("Die kunt u niet uitzetten").has_form("/mijn-gegevens/tweede-stap/weg"));
}

async fn a_role_that_ends_asks_no_more(world: World) {
    let koos = world.anybody();
    signs_in(&world, &koos, Who::Koos).await.goes_to("/aanmelden/tweede-stap");
    run(&world, SEATS_END, args![Who::Koos.id()]).await;
    koos.visits("/mijn-gegevens").await.sees("Koos Veenstra");
    assert!(asks_for_a_code(&world.anybody(), &Who::Koos.address()).await.has_form("Meld mij aan"));
    world.works().await;
}

async fn who_lost_everything_sets_up_anew(world: World) {
    let koos = world.anybody();
    let (old, _) = sets_up(&signs_in(&world, &koos, Who::Koos).await).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let by = By { actor: None, on_behalf_of: None, at: world.now(), origin: Origin::Command, network: None };
    second::reset(&mut tx, &Who::Koos.id(), by).await.expect("it is taken away");
    tx.commit().await.expect("it is taken away");
    koos.visits("/mijn-gegevens").await.must_sign_in();
    let page = signs_in(&world, &koos, Who::Koos).await;
    page.goes_to("/aanmelden/tweede-stap").sees("Stel de tweede stap in");
    let (new, _) = sets_up(&page).await;
    assert_ne!(old, new);
}
