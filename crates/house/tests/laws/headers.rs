//! What each answer carries, errors too.

use testing::{Page, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: every_answer_carries_its_headers,
    cookies_are_bound,
    every_cookie_has_its_flags,
    a_file_is_sent_and_never_run
);

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every page carries.
#[track_caller]
pub fn carries_its_headers(page: &Page) {
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(page.header(name), Some(value), "{name} at {}", page.path);
    }
    assert_eq!(page.header("server"), None);
    assert_eq!(page.header("access-control-allow-origin"), None);
}

async fn every_answer_carries_its_headers(world: World) {
    let (ans, anybody) = (world.ans().await, world.anybody());
    for page in [
        ans.visits("/").await,
        ans.visits("/gesprekken").await,
        anybody.visits("/aanmelden").await,
        anybody.visits("/er-is-hier-niets").await,
        anybody.asks(anybody.request("GET", "/").body(String::new().into()).expect("a request")).await,
        ans.posts("/mijn-gegevens", &[]).await,
        ans.posts("/gesprekken", &[("titel", "zonder sleutel")]).await,
        anybody.posts("/aanmelden", &[("onbekend", "veld")]).await,
        world.eva().await.visits("/gesprekken").await,
    ] {
        carries_its_headers(&page);
        if !page.status.is_redirection() {
            assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{}", page.path);
        }
    }
    let asset = ans.visits("/").await.attribute("link[rel=stylesheet]", "href").expect("a style sheet");
    let sheet = ans.visits(&asset).await;
    assert_eq!(sheet.header("x-content-type-options"), Some("nosniff"));
    assert!(sheet.header("cache-control").is_some_and(|v| v.contains("immutable")), "{:?}", sheet.headers);
    let things = things(&world).await;
    let large = "x".repeat(3 * 1024 * 1024);
    for page in [
        ans.posts("/gesprekken", &[("tekst", &large)]).await,
        ans.asks(ans.request("DELETE", "/gesprekken").body(String::new().into()).expect("a request")).await,
        ans.visits(&things.everybody.file).await,
        world.fenna().await.visits(&things.case).await,
        world.fenna().await.visits(&format!("/organisaties/{}/mensen", testing::COUNCIL_A.id())).await,
    ] {
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{}", page.path);
        assert!(page.header("content-security-policy").is_some(), "{} {}", page.path, page.status);
        assert_eq!(page.header("cache-control"), Some("no-store"), "{} {}", page.path, page.status);
    }
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(anybody.visits(path).await.header("x-content-type-options"), Some("nosniff"));
    }
}

async fn cookies_are_bound(world: World) {
    let anybody = world.anybody();
    signs_in(&world, &anybody).await;
    let form = anybody.visits("/weergave").await.form("Bewaar mijn keuze");
    let page = form.fill("grootte", "20").send_only().await;
    let looks = page.header("set-cookie").expect("a cookie").to_owned();
    assert!(looks.starts_with("weergave=nl.20.normal; Path=/; SameSite=Lax"), "{looks}");

    let https = World::with(world.engine(), PLAN, |config| config.base_url = "https://beraad.test".into()).await;
    let session = platform::web::session_cookie(&https.app, "geheim");
    assert_eq!(session, "__Host-beraad=geheim; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=7776000");
    let page = https.anybody().visits("/aanmelden").await;
    assert_eq!(page.header("strict-transport-security"), Some("max-age=31536000; includeSubDomains"));
}

async fn every_cookie_has_its_flags(world: World) {
    let https = World::with(world.engine(), PLAN, |config| config.base_url = "https://beraad.test".into()).await;
    for (world, name, flags) in [
        (&world, "poging", "; Path=/; HttpOnly; SameSite=Lax; Max-Age=600"),
        (&https, "__Host-poging", "; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600"),
    ] {
        let form = world.anybody().visits("/aanmelden").await.form("Stuur mij een code");
        let page = form.fill("adres", &Who::Ans.address()).send_only().await;
        let cookie = page.header("set-cookie").expect("a cookie");
        assert!(cookie.starts_with(&format!("{name}=")) && cookie.ends_with(flags), "{cookie}");
        world.works().await;
        let out = world.ans().await.visits("/mijn-gegevens").await.form("/afmelden").send_only().await;
        let cookie = out.header("set-cookie").expect("a cookie");
        let secure = if name.starts_with("__Host-") { "__Host-beraad=" } else { "beraad=" };
        assert!(cookie.starts_with(secure) && cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        assert!(cookie.ends_with("; Max-Age=0"), "{cookie}");
    }
}

/// With the code from the letter, as people do.
async fn signs_in(world: &World, browser: &testing::Client) {
    let page = browser.visits("/aanmelden").await;
    let page = page.form("Stuur mij een code").fill("adres", &Who::Ans.address()).send().await;
    world.works().await;
    let letters = world.letters_to(Who::Ans).await;
    let code: String =
        letters[0].text.lines().nth(4).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let page = page.form("Meld mij aan").fill("code", &code).send_only().await;
    let cookie = page.header("set-cookie").unwrap_or_else(|| panic!("{}", page.text()));
    let (_, flags) = cookie.split_once(';').expect("flags");
    assert_eq!(flags, " Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000");
    assert!(cookie.starts_with("beraad=") && cookie.len() > 50, "at least 128 bits of chance");
}

async fn a_file_is_sent_and_never_run(world: World) {
    let things = things(&world).await;
    let page = world.bram().await.visits(&things.everybody.file).await;
    assert_eq!(page.html(), "geheim plan");
    assert_eq!(page.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(
        page.header("content-disposition"),
        Some("attachment; filename=\"plan.txt\"; filename*=UTF-8''plan.txt")
    );
    assert_eq!(page.header("content-security-policy"), Some("default-src 'none'; sandbox"));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    world.anybody().visits(&things.everybody.file).await.must_sign_in();
}
