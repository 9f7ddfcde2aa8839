//! What the trail says more than that something happened: from where, and of what to what; and erasing it again.

use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use platform::args;
use platform::trail::{self, By, Origin};
use testing::{COUNCIL_A, Client, Page, Who, World, on_both};

use crate::PLAN;
use house::trail::erase::{self, Erased, Of};

on_both!(
    PLAN: a_line_says_from_where_it_came,
    a_change_says_of_what_to_what,
    what_is_said_of_somebody_is_erased_and_the_chain_holds,
    a_check_names_the_first_line_that_was_changed
);

platform::statements! {
    FORGE: () = "UPDATE event SET kind = 'advice.issued' WHERE seq = $1";
}

/// Sends a form from somewhere on the network.
async fn from_afar(browser: &Client, path: &str, body: &str) -> Page {
    let from: SocketAddr = "203.0.113.9:50000".parse().expect("an address");
    let request = browser.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
    browser.asks(request.extension(ConnectInfo(from)).body(body.to_owned().into()).expect("a request")).await
}

async fn dirk_signs_out_elsewhere(world: &World) {
    let dirk = world.dirk().await;
    let token = dirk.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    let body = format!("_token={token}&aanmelding=andere");
    from_afar(&dirk, "/mijn-gegevens/aanmeldingen", &body).await;
}

async fn a_line_says_from_where_it_came(world: World) {
    dirk_signs_out_elsewhere(&world).await;
    world.dirk().await.visits("/mijn-gegevens/spoor").await.sees("vanaf 203.0.113.9");
    let line = world.trail().await.0.pop().expect("a line");
    assert!(line.body.as_deref().is_some_and(|body| body.contains("203.0.113.9")));
}

async fn a_change_says_of_what_to_what(world: World) {
    let people = format!("/organisaties/{}/mensen", COUNCIL_A.id());
    let chaima = world.chaima().await;
    let page = chaima.visits(&people).await;
    let seat = page.links().into_iter().find(|link| is_dirks(link, &people)).expect("Dirk's place");
    let form = chaima.visits(&seat).await.form(&format!("{seat}/rol"));
    form.fill("rol", "treasurer").fill("vanaf", "vandaag").send().await.goes_to(&people);
    // It is about his seat, so it is his to read, whoever did it.
    let page = world.dirk().await.visits("/mijn-gegevens/spoor").await;
    page.sees("Rol: van raadslid naar penningmeester.").sees("Chaima El Amrani");
    world.fenna().await.visits("/mijn-gegevens/spoor").await.sees_not("penningmeester");
    let form = chaima.visits(&format!("/organisaties/{}/gegevens", COUNCIL_A.id())).await.form("Bewaar de gegevens");
    form.fill("plaatsen", "11").send().await;
    let line = world.trail().await.0.pop().expect("a line");
    let body = line.body.expect("a body");
    assert!(body.contains(r#"{"after":"11","before":null,"what":"places"}"#), "{body}");
    world.works().await;
}

fn is_dirks(link: &str, people: &str) -> bool {
    let seat = platform::id::at(platform::Moment(0), 1_000 + 10 * Who::Dirk as u128);
    link == format!("{people}/{seat}")
}

async fn what_is_said_of_somebody_is_erased_and_the_chain_holds(world: World) {
    dirk_signs_out_elsewhere(&world).await;
    let by = || By::house(world.now(), Origin::Command);
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let nobody = Of::Person("niemand@voorbeeld.example".into());
    assert_eq!(erase::erase(&mut tx, &nobody, "gevraagd", by()).await.expect("it is asked"), None);
    let of = Of::Person(" DIRK@voorbeeld.example ".into());
    let erased = erase::erase(&mut tx, &of, "Dirk vroeg erom", by()).await.expect("it is erased");
    assert_eq!(erased, Some(Erased { lines: 1, waiting: 0 }));
    tx.commit().await.expect("it is erased");
    let lines = world.trail().await.0;
    assert_eq!((lines[0].body.as_ref(), lines[0].salt.as_ref()), (None, None));
    assert_eq!(lines[0].actor, Some(Who::Dirk.id()), "that it happened stays");
    assert_eq!(lines[1].kind, "trail.erased");
    assert!(lines[1].body.as_deref().is_some_and(|body| body.contains("Dirk vroeg erom")));
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert_eq!(trail::check(&mut reader).await.expect("it is walked"), Ok(2));
    assert!(house::check::check(&mut reader).await.expect("it is checked").ok);
    drop(reader);
    // A line by its number; why something was erased is not erased itself.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let again = erase::erase(&mut tx, &Of::Line(2), "nog eens", by()).await.expect("it is asked");
    assert_eq!(again, Some(Erased { lines: 0, waiting: 1 }));
    tx.commit().await.expect("a line");
    world.dirk().await.visits("/mijn-gegevens/spoor").await.sees_not("203.0.113.9").sees("Wiste wat in regels stond.");
}

async fn a_check_names_the_first_line_that_was_changed(world: World) {
    for _ in 0..3 {
        dirk_signs_out_elsewhere(&world).await;
    }
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for seq in [2, 3] {
        tx.exactly_one(FORGE, args![seq]).await.expect("it is forged");
    }
    tx.commit().await.expect("it is forged");
    let report = house::check::check(&mut world.app.db().reader().await.expect("a reader")).await.expect("a report");
    assert!(!report.ok);
    assert_eq!(report.problems, ["the trail is broken at line 2: it was changed"]);
}
