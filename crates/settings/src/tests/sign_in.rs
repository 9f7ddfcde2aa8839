//! The own sign-in of a municipality on a page: set, tried, seen, changed and taken away.

use std::path::Path;

use axum::http::StatusCode;
use identity::{directory, openid};
use platform::id::{SeatId, at as id_at};
use platform::{Moment, Role, args};
use testing::{ASSOCIATION, COUNCIL_A, Client, HOST, MUNICIPALITY_A, MUNICIPALITY_B, Page, Place, Who, World, on_both};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::PLAN;

on_both!(
    PLAN: the_office_sets_it_and_the_municipality_sees_it,
    the_connection_is_tried_before_it_is_kept,
    leaving_asks_with_state_nonce_and_pkce,
    nobody_reaches_into_the_machine_of_a_house_that_is_open,
    a_code_comes_before_it_is_kept,
    what_is_wrong_comes_back_as_it_was_typed,
    a_secret_of_another_is_not_told,
    who_is_late_is_told,
    taking_it_away_asks_first,
    who_keeps_the_house_running_finds_every_municipality
);

platform::statements! {
    LONG_AGO: () = "UPDATE session SET proved_at = 1 WHERE person = $1";
}

fn path(place: Place) -> String {
    format!("/organisaties/{}/instellingen/aanmelding", place.id())
}

/// Eva gets a seat.
async fn eva_as(world: &World, place: Place, role: Role) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(id_at(Moment(0), 55_555)), world.now().day().plus_days(-1));
    directory::add_seat(&mut tx, &seat, &Who::Eva.id(), &place.id(), role, from, None).await.expect("a seat");
    tx.commit().await.expect("a seat");
    world.eva().await
}

async fn the_office(world: &World) -> Client {
    eva_as(world, ASSOCIATION, Role::Office).await
}

/// A house with a folder of secrets.
async fn with_secrets(world: &World, folder: &Path) -> World {
    for (name, text) in [("lindewoude", "het geheim van Lindewoude"), ("waterhoek", "het geheim van Waterhoek")] {
        std::fs::write(folder.join(name), text).expect("a secret");
    }
    std::fs::write(folder.join(".verborgen"), "nee").expect("a hidden file");
    let folder = folder.to_owned();
    World::with(world.engine(), PLAN, move |config| config.secrets_dir = Some(folder)).await
}

/// A provider that says this of itself, at its own address in the place of ISSUER.
async fn provider(says: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let issuer = format!("http://127.0.0.1:{}", listener.local_addr().expect("an address").port());
    let whole = says.replace("ISSUER", &issuer);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0u8; 4096];
            let read = stream.read(&mut asked).await.unwrap_or(0);
            let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
            let answer = if asked.starts_with("GET /keys ") {
                "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"keys\":[]}".to_owned()
            } else {
                whole.clone()
            };
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    issuer
}

const GOOD: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"ISSUER/door\",\"token_endpoint\":\"ISSUER/token\",\"jwks_uri\":\"ISSUER/keys\"}";

async fn filled(browser: &Client, issuer: &str) -> testing::Form {
    let page = browser.visits(&format!("{}/wijzigen", path(MUNICIPALITY_A))).await;
    page.form("Bekijk wat er anders wordt").fill("uitgever", issuer).fill("client", "beraad")
}

/// The same form, sent with its other button.
fn trying(form: testing::Form) -> testing::Form {
    form.without("doe").with("doe", "probeer")
}

async fn sets(browser: &Client, issuer: &str) -> Page {
    let page = filled(browser, issuer).await.send().await;
    page.sees("Dit wordt anders").presses("Bewaar deze wijziging").await
}

async fn the_office_sets_it_and_the_municipality_sees_it(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = with_secrets(&world, folder.path()).await;
    let office = the_office(&world).await;
    let page = office.visits(&super::at(MUNICIPALITY_A, "")).await;
    assert!(page.links().contains(&path(MUNICIPALITY_A)), "a way there");
    office.visits(&path(MUNICIPALITY_A)).await.sees("Er is nog geen eigen aanmelding");
    let before = world.digest().await;
    let form = filled(&office, "https://id.lindewoude.example").await;
    let form = form.fill("geheim", "lindewoude").fill("rollen", "wmo-beleid = beleidsmedewerker\ngriffie=griffier");
    let page = form.send().await;
    page.sees("Dit wordt anders").sees("lindewoude").sees("griffie = griffier wmo-beleid = beleidsmedewerker");
    assert_eq!(world.digest().await, before, "it was only looked at");
    // On second thoughts.
    let again = page.presses("Wijzig het nog").await;
    let form = again.form("Bekijk wat er anders wordt");
    assert_eq!(form.value("uitgever"), Some("https://id.lindewoude.example"));
    let page = form.fill("sterk", "mfa  otp").send().await.presses("Bewaar deze wijziging").await;
    page.goes_to("/organisaties/…/instellingen/aanmelding").sees("De eigen aanmelding is ingesteld").sees("mfa otp");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let set = openid::of(&mut reader, &MUNICIPALITY_A.id()).await.expect("providers").pop().expect("one");
    drop(reader);
    assert_eq!((set.secret_name.as_deref(), set.secret_file), (Some("lindewoude"), None));
    page.sees(&format!("http://beraad.test/aanmelden/organisatie/{}/terug", set.id));
    world.works().await;
    // Whoever runs the municipality hears of it, and sees what is set.
    let letter = world.letters_to(Who::Bram).await.pop().expect("a letter");
    assert_eq!(letter.subject, "De aanmelding van gemeente Lindewoude is gewijzigd");
    assert!(world.letters_to(Who::Els).await.is_empty());
    let bram = world.bram().await;
    let page = bram.visits(&path(MUNICIPALITY_A)).await;
    page.sees("https://id.lindewoude.example").sees("Vraag het aan het bureau").sees("griffie = griffier");
    assert!(!page.links().iter().any(|link| link.contains("/wijzigen") || link.contains("/weg")));
    bram.visits(&format!("{}/wijzigen", path(MUNICIPALITY_A))).await.is_refused();
    for other in [world.els().await, world.otto().await, world.dirk().await] {
        other.visits(&path(MUNICIPALITY_A)).await.is_refused();
    }
    // Changed by a line; nobody sees the secret itself, nor does the trail.
    let page = office.visits(&path(MUNICIPALITY_A)).await;
    let link =
        page.links().into_iter().find(|link| link.contains("/wijzigen?aanmelding=")).expect("a way to change it");
    let form = office.visits(&link).await.form("Bekijk wat er anders wordt");
    form.send().await.is_told("U hebt niets gewijzigd.");
    let page = form.fill("rollen", "griffie = wethouder").send().await;
    page.sees_not("het geheim van").sees("Rollen").sees_not("Adres van de aanmelding</strong>");
    page.presses("Bewaar deze wijziging").await.sees("griffie = wethouder").sees_not("het geheim van");
    world.works().await;
    let trail = world.trail().await;
    trail.reads(&["settings.sign_in_set", "settings.sign_in_set"]);
    let bodies: Vec<_> = trail.0.iter().filter_map(|line| line.body.clone()).collect();
    assert!(bodies[0].contains("lindewoude") && bodies.iter().all(|body| !body.contains("het geheim van")));
    assert!(
        bodies[1].contains("griffie = clerk; wmo-beleid = officer") && !bodies[1].contains("issuer"),
        "{}",
        bodies[1]
    );
    testing::letters!(world, "own_sign_in_is_set");
}

async fn the_connection_is_tried_before_it_is_kept(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = with_secrets(&world, folder.path()).await;
    let office = the_office(&world).await;
    let before = world.digest().await;
    let works = provider(GOOD).await;
    let elsewhere = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\nconnection: close\r\n\r\n";
    for (says, sentence) in [
        ("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n", "het antwoord was 404"),
        (elsewhere, "Dit adres stuurt door naar een ander adres"),
        ("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n<html>", "niet zoals OpenID Connect het vraagt"),
        (
            "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"issuer\":\"https://elders.example\",\"authorization_endpoint\":\"\",\"token_endpoint\":\"\",\"jwks_uri\":\"\"}",
            "noemt zichzelf https://elders.example",
        ),
        (
            "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"http://elders.example/door\",\"token_endpoint\":\"ISSUER/\",\"jwks_uri\":\"ISSUER/keys\"}",
            "Het adres http://elders.example/door begint niet met https",
        ),
        ("", "antwoordt niemand, of niet binnen vijf seconden"),
    ] {
        let issuer = provider(says).await;
        let page = trying(filled(&office, &issuer).await).send().await;
        page.sees(sentence);
        assert_eq!(page.form("Bekijk wat er anders wordt").value("uitgever"), Some(issuer.as_str()));
    }
    for (issuer, sentence) in [
        ("http://id.example", "Schrijf een adres dat begint met https"),
        ("https://10.1.2.3", "ligt in een afgesloten netwerk"),
        ("https://169.254.169.254/latest", "ligt in een afgesloten netwerk"),
        ("https://[::1]:8443", "ligt in een afgesloten netwerk"),
    ] {
        trying(filled(&office, issuer).await).send().await.sees(sentence);
    }
    // It says that it is localhost, and nobody vouches for that.
    let nobodys = testing::Untrusted::open();
    let issuer = format!("https://localhost:{}", nobodys.port);
    trying(filled(&office, &issuer).await).send().await.sees("Het certificaat van dit adres klopt niet");
    assert_eq!(nobodys.heard(), 0);
    let form = filled(&office, &works).await;
    trying(form.clone()).send().await.sees("De koppeling werkt");
    let form = form.fill("geheim", "lindewoude");
    trying(form.clone()).send().await.sees("De koppeling werkt");
    std::fs::write(folder.path().join("lindewoude"), "").expect("an empty file");
    trying(form).send().await.sees("het geheim is op de server niet te lezen");
    assert_eq!(world.digest().await, before, "trying keeps nothing");
}

async fn leaving_asks_with_state_nonce_and_pkce(world: World) {
    let office = the_office(&world).await;
    let issuer = provider(GOOD).await;
    sets(&office, &issuer).await.sees("is ingesteld");
    world.works().await;
    let mut reader = world.app.db().reader().await.expect("a reader");
    let id = openid::of(&mut reader, &MUNICIPALITY_A.id()).await.expect("providers").pop().expect("one").id;
    drop(reader);
    let leaves = async || {
        let browser = world.anybody();
        let there = format!("/aanmelden/organisatie/{id}?naar=/mijn-gegevens");
        let page = browser.asks(browser.request("GET", &there).body(String::new().into()).expect("a path")).await;
        let cookie = page.header("set-cookie").expect("a cookie").to_owned();
        assert!(
            cookie.starts_with("elders=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600"),
            "{cookie}"
        );
        page.header("location").expect("a way there").to_owned()
    };
    let (one, other) = (leaves().await, leaves().await);
    assert!(one.starts_with(&format!("{issuer}/door?response_type=code&client_id=beraad&")), "{one}");
    let part = |location: &str, name: &str| {
        let query = location.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
        query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")).map(str::to_owned)).unwrap_or_default()
    };
    assert_eq!(part(&one, "code_challenge_method"), "S256");
    for name in ["state", "nonce", "code_challenge"] {
        assert!(part(&one, name).len() >= 43, "{name} of {one}");
        assert_ne!(part(&one, name), part(&other, name), "{name}");
    }
    // What comes back to another browser, or with another state, is nobody's.
    let back = format!("/aanmelden/organisatie/{id}/terug?code=x&state={}", part(&one, "state"));
    world.anybody().visits(&back).await.has_status(StatusCode::BAD_REQUEST);
}

async fn nobody_reaches_into_the_machine_of_a_house_that_is_open(world: World) {
    let world = World::with(world.engine(), PLAN, |config| config.base_url = "https://beraad.test".into()).await;
    let office = the_office(&world).await;
    let issuer = provider(GOOD).await;
    let form = filled(&office, &issuer).await;
    trying(form.clone()).send().await.sees("Schrijf een adres dat begint met https");
    form.send().await.is_told("Schrijf een adres dat begint met https");
    let by_name = issuer.replace("http://127.0.0.1", "https://localhost");
    trying(filled(&office, &by_name).await).send().await.sees("ligt in een afgesloten netwerk");
}

async fn a_code_comes_before_it_is_kept(world: World) {
    let office = the_office(&world).await;
    let looked = filled(&office, "https://id.lindewoude.example").await.send().await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(LONG_AGO, args![Who::Eva.id()]).await.expect("a while");
    tx.commit().await.expect("a while");
    office.visits(&format!("{}/wijzigen", path(MUNICIPALITY_A))).await.goes_to("/bevestigen");
    let page = looked.presses("Bewaar deze wijziging").await;
    page.has_status(StatusCode::UNAUTHORIZED);
    assert!(page.text().contains("Bent u het zelf? Uw tekst is bewaard."), "{}", page.text());
    assert!(page.html().contains("https://id.lindewoude.example"), "nothing is lost on the way");
    office.visits(&path(MUNICIPALITY_A)).await.sees("Er is nog geen eigen aanmelding");
}

async fn what_is_wrong_comes_back_as_it_was_typed(world: World) {
    let office = the_office(&world).await;
    let form = filled(&office, "").await;
    form.clone().send().await.is_told("Vul het adres van de aanmelding in.");
    let form = form.fill("uitgever", "https://id.lindewoude.example");
    form.clone().fill("client", "").send().await.is_told("Vul in hoe Beraad bij de aanbieder heet");
    let page = form.clone().fill("rollen", "<b>beheer</b> = beheerder").send().await;
    page.is_told("Deze regel begrijpen wij niet: „<b>beheer</b> = beheerder”");
    assert_eq!(
        page.form("Bekijk wat er anders wordt").value("rollen").map(str::trim),
        Some("<b>beheer</b> = beheerder")
    );
    form.clone().without("geheim").with("geheim", "../keys").send().await.is_told("Kies een naam uit de lijst.");
    // Councils have none.
    office.visits(&path(COUNCIL_A)).await.finds_nothing();
    office
        .visits(&format!("{}/wijzigen?aanmelding=01ARZ3NDEKTSV4RRFFQ69G5FAV", path(MUNICIPALITY_A)))
        .await
        .finds_nothing();
    sets(&office, "https://id.lindewoude.example").await.sees("is ingesteld");
    world.works().await;
    let page = office.visits(&format!("{}/wijzigen", path(MUNICIPALITY_B))).await;
    let form = page.form("Bekijk wat er anders wordt").fill("client", "beraad");
    form.fill("uitgever", "https://id.lindewoude.example").send().await.is_told("hoort al bij een eigen aanmelding");
}

async fn a_secret_of_another_is_not_told(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = with_secrets(&world, folder.path()).await;
    let office = the_office(&world).await;
    let form = filled(&office, "https://id.lindewoude.example").await.fill("geheim", "lindewoude");
    form.send().await.presses("Bewaar deze wijziging").await.sees("is ingesteld");
    world.works().await;
    // It would be told to whatever address stands there.
    let page = office.visits(&format!("{}/wijzigen", path(MUNICIPALITY_B))).await;
    assert_eq!(page.all("#geheim option"), ["Geen geheim", "waterhoek"]);
    let form = page.form("Bekijk wat er anders wordt").fill("uitgever", "https://boef.example").fill("client", "x");
    form.without("geheim").with("geheim", "lindewoude").send().await.is_told("Kies een naam uit de lijst.");
}

async fn who_is_late_is_told(world: World) {
    let office = the_office(&world).await;
    sets(&office, "https://id.lindewoude.example").await.sees("is ingesteld");
    let page = office.visits(&path(MUNICIPALITY_A)).await;
    let link = page.links().into_iter().find(|link| link.contains("/wijzigen?")).expect("a way to change it");
    let early = office.visits(&link).await.form("Bekijk wat er anders wordt").fill("client", "vroeg");
    let late = office.visits(&link).await.form("Bekijk wat er anders wordt").fill("client", "laat").send().await;
    early.send().await.presses("Bewaar deze wijziging").await.sees("vroeg");
    let page = late.presses("Bewaar deze wijziging").await;
    page.is_told("Iemand was u voor").is_told("Wat u typte, staat hieronder nog");
    let form = page.form("Bekijk wat er anders wordt");
    assert_eq!(form.value("client"), Some("laat"));
    form.send().await.presses("Bewaar deze wijziging").await.sees("laat");
    world.works().await;
}

async fn taking_it_away_asks_first(world: World) {
    let office = the_office(&world).await;
    sets(&office, "https://id.lindewoude.example").await.sees("is ingesteld");
    let page = office.visits(&path(MUNICIPALITY_A)).await;
    let link = page.links().into_iter().find(|link| link.contains("/weg?")).expect("a way to take it away");
    let before = world.digest().await;
    let page = office.visits(&link).await;
    page.sees("Wilt u de eigen aanmelding weghalen?").sees("https://id.lindewoude.example");
    assert_eq!(world.digest().await, before, "it only asks");
    let form = page.form("Ja, haal haar weg");
    form.clone().in_browser(&world.bram().await).send().await.has_status(StatusCode::CONFLICT);
    form.send().await.sees("De eigen aanmelding is weggehaald").sees("Er is nog geen eigen aanmelding");
    office.visits(&link).await.goes_to("/organisaties/…/instellingen/aanmelding");
    world.works().await;
    let letters = world.letters_to(Who::Bram).await;
    assert!(letters.last().expect("a letter").text.contains("is weggehaald"));
    world.trail().await.reads(&["settings.sign_in_set", "settings.sign_in_removed"]);
}

async fn who_keeps_the_house_running_finds_every_municipality(world: World) {
    let keeper = eva_as(&world, HOST, Role::Administrator).await;
    let page = keeper.visits("/beheer/aanmeldingen").await;
    page.sees("Er is nog geen organisatie met een eigen aanmelding.");
    let page = page.form("Zoek").fill("q", "LINDE").send().await;
    assert!(page.links().contains(&path(MUNICIPALITY_A)) && !page.links().contains(&path(MUNICIPALITY_B)));
    sets(&keeper, "https://id.lindewoude.example").await.sees("is ingesteld");
    keeper.visits("/beheer/aanmeldingen").await.sees("gemeente Lindewoude").sees("https://id.lindewoude.example");
    keeper.visits("/beheer/aanmeldingen?q=%25").await.sees("Waterhoek");
    world.works().await;
    for other in [world.bram().await, world.chaima().await, world.koos().await, world.fenna().await] {
        other.visits("/beheer/aanmeldingen").await.is_refused();
    }
    // An administrator may sit in the association as well; whoever has the menu has the page.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(id_at(Moment(0), 55_556)), world.now().day());
    let of = ASSOCIATION.id();
    directory::add_seat(&mut tx, &seat, &Who::Fenna.id(), &of, Role::Administrator, from, None).await.expect("a seat");
    tx.commit().await.expect("a seat");
    let fenna = world.fenna().await;
    fenna.visits("/beheer/aanmeldingen").await.sees("gemeente Lindewoude");
    fenna.visits(&format!("{}/wijzigen", path(MUNICIPALITY_B))).await.sees("Stel de eigen aanmelding in");
}
