//! The logo: a picture and nothing else, looked at before it is kept.

use axum::http::StatusCode;
use testing::{COUNCIL_A, World, on_both};

use super::{PLAN, at, told};
use crate::logo::tests::png;

on_both!(PLAN: a_logo_is_looked_at_kept_and_put_back, what_is_no_picture_is_refused);

async fn a_logo_is_looked_at_kept_and_put_back(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&at(COUNCIL_A, "logo")).await.form("Bekijk wat er anders wordt");
    let looked = form.attach("bestand", "logo.png", &png(320, 120)).send().await;
    assert!(looked.sees("Geen logo").html().contains("src=\"data:image/png;base64,"), "{}", looked.text());
    assert!(told(&world).await.is_empty());
    // On second thoughts it is still there.
    let again = looked.presses("Wijzig het nog").await;
    let looked = again.form("Bekijk wat er anders wordt").send().await;
    let page = looked.presses("Bewaar deze wijziging").await.sees("De wijziging is bewaard").clone();
    let path = page.attribute("img.logo-picture", "src").expect("a logo");
    let picture = world.anybody().visits(&path).await;
    picture.has_status(StatusCode::OK);
    assert_eq!(picture.bytes, png(320, 120));
    assert_eq!(picture.header("content-type"), Some("image/png"));
    assert_eq!(picture.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(picture.header("content-security-policy"), Some("default-src 'none'; sandbox"));
    // Away with it; and back.
    let form = chaima.visits(&at(COUNCIL_A, "logo")).await.form("Bekijk wat er anders wordt").with("weg", "ja");
    form.send().await.presses("Bewaar deze wijziging").await.sees("Geen logo");
    world.anybody().visits(&path).await.has_status(StatusCode::NOT_FOUND);
    // Whoever reads the history sees what it was.
    let old = world.dirk().await.visits(&path).await;
    assert_eq!((old.status, old.header("cache-control")), (StatusCode::OK, Some("no-store")));
    world.fenna().await.visits(&path).await.finds_nothing();
    let history = chaima.visits(&at(COUNCIL_A, "geschiedenis")).await;
    let back = history.links().into_iter().find(|l| l.contains("?terug=")).expect("a way back");
    let page = chaima.visits(&back).await.presses("Bewaar deze wijziging").await;
    assert_eq!(page.sees("De wijziging is bewaard").attribute("img.logo-picture", "src"), Some(path));
}

async fn what_is_no_picture_is_refused(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&at(COUNCIL_A, "logo")).await.form("Bekijk wat er anders wordt");
    form.send().await.is_told("Kies een bestand met uw logo.");
    let sends = |bytes: Vec<u8>| form.clone().attach("bestand", "logo.png", &bytes);
    sends(b"<svg onload='alert(1)'/>".to_vec()).send().await.is_told("Dit is een SVG.");
    sends(b"MZ".to_vec()).send().await.is_told("Dit is geen PNG of JPG.");
    sends(png(9_000, 9_000)).send().await.is_told("te veel of te weinig beeldpunten");
    sends(vec![0; 300 * 1024]).send().await.is_told("groter dan 200 kB");
    // A page that was made up, and somebody else's file.
    let looked = sends(png(320, 120)).send().await.form("Bewaar deze wijziging");
    for forged in ["data:image/svg+xml;base64,PHN2Zy8+", "01ARZ3NDEKTSV4RRFFQ69G5FAV"] {
        looked.clone().fill("logo", forged).send().await.has_status(StatusCode::BAD_REQUEST);
    }
    assert!(told(&world).await.is_empty());
}
