//! What comes in is read within limits, and what no page sends is refused.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use futures_util::{StreamExt, stream};
use testing::{Client, Engine, Page, World, on_both};

use crate::PLAN;

on_both!(
    PLAN: what_is_too_large_is_refused,
    what_cannot_be_read_is_refused,
    what_is_packed_stays_packed,
    a_field_that_is_unknown_or_comes_twice_is_refused,
    a_file_must_be_what_its_name_says,
    a_text_may_hold_any_sign_but_one
);

async fn sends(browser: &Client, kind: &str, body: impl Into<Body>) -> Page {
    let request = browser.request("POST", "/gesprekken").header(header::CONTENT_TYPE, kind);
    browser.asks(request.body(body.into()).expect("a request")).await
}

const PLAIN: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data; boundary=rand";

/// A body of so many bytes, in pieces of 64 kB.
fn long(bytes: usize) -> Body {
    let piece = Bytes::from(vec![b'a'; 64 * 1024]);
    let head =
        Bytes::from_static(b"--rand\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a.txt\"\r\n\r\n");
    let pieces = std::iter::once(head).chain(std::iter::repeat_n(piece, bytes / (64 * 1024)));
    Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)))
}

async fn what_is_too_large_is_refused(world: World) {
    let ans = world.ans().await;
    let page = sends(&ans, PLAIN, format!("tekst={}", "a".repeat(1024 * 1024 + 1))).await;
    page.has_status(StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text().contains("Dit is te groot"), "{}", page.text());
    sends(&ans, PARTS, long(22 * 1024 * 1024)).await.has_status(StatusCode::PAYLOAD_TOO_LARGE);

    let form = ans.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let form = form.fill("titel", "Past dit?").fill("thema", "wmo");
    let just_over = vec![b'a'; platform::files::SIZE_BYTES_MAX + 1];
    let page = form.clone().attach("bestand", "groot.txt", &just_over).send().await;
    page.is_told("“groot.txt” is groter dan 20 MB.");
    assert_eq!(page.attribute("#titel", "value").as_deref(), Some("Past dit?"));
    form.attach("bestand", "groot.txt", &just_over[1..]).send().await.goes_to("/gesprekken/…");
}

async fn what_cannot_be_read_is_refused(world: World) {
    let ans = world.ans().await;
    let many = (0..600).map(|n| format!("a{n}=1")).collect::<Vec<_>>().join("&");
    for (kind, body) in [
        ("application/json", r#"{"titel": "a"}"#.to_owned()),
        ("text/plain", "titel=a".to_owned()),
        ("multipart/form-data", "zonder rand".to_owned()),
        (PARTS, "--rand\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nbreekt af".to_owned()),
        (PARTS, "--rand\r\nContent-Disposition: form-data\r\n\r\nzonder naam\r\n--rand--\r\n".to_owned()),
        (PLAIN, "titel=a%00b".to_owned()),
        (PLAIN, many),
    ] {
        let page = sends(&ans, kind, body).await;
        let refused = page.status == StatusCode::BAD_REQUEST || page.status == StatusCode::CONFLICT;
        assert!(refused, "{kind}: {}", page.status);
    }
    sends(&ans, PLAIN, vec![b't', b'=', 0xff, 0xfe]).await.has_status(StatusCode::BAD_REQUEST);
    world.trail().await.reads(&[]);
}

/// A small body that says it is a large one in less: it is read as it stands, and is no form then.
async fn what_is_packed_stays_packed(world: World) {
    let ans = world.ans().await;
    let packed: &[u8] = &[0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x4b, 0x2d, 0x01, 0, 0xff, 0xfe];
    for coding in ["gzip", "deflate", "br", "gzip, gzip"] {
        let request = ans.request("POST", "/gesprekken").header(header::CONTENT_TYPE, PLAIN);
        let request = request.header(header::CONTENT_ENCODING, coding).body(Body::from(packed));
        ans.asks(request.expect("a request")).await.has_status(StatusCode::BAD_REQUEST);
    }
    // A zip that would be large is kept as it came, and nobody opens it.
    let form = ans.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht").fill("titel", "Wat is dit?");
    let form = form.fill("thema", "wmo");
    form.attach("bestand", "bom.zip", b"PK\x03\x04").send().await.is_told("kunnen wij niet aannemen");
    world.trail().await.reads(&[]);
}

/// Somebody who sends nothing further does not keep the house waiting. The clock of the test runs by itself,
/// so nobody waits for it.
#[tokio::test(start_paused = true)]
async fn who_sends_too_slowly_is_told() {
    let world = World::of(Engine::Sqlite, PLAN).await;
    let ans = world.ans().await;
    for kind in [PLAIN, PARTS] {
        let begun = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"titel="))]);
        let body = Body::from_stream(begun.chain(stream::pending()));
        let page = tokio::time::timeout(Duration::from_secs(600), sends(&ans, kind, body)).await.expect("an answer");
        page.has_status(StatusCode::REQUEST_TIMEOUT);
        assert!(page.text().contains("Het versturen duurde te lang"), "{}", page.text());
    }
}

async fn a_field_that_is_unknown_or_comes_twice_is_refused(world: World) {
    let ans = world.ans().await;
    let form = ans.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let form = form.fill("titel", "Mag dit?").fill("thema", "wmo");
    form.clone().with("beheerder", "ja").send().await.has_status(StatusCode::BAD_REQUEST);
    form.clone().with("titel", "Of toch dit?").send().await.has_status(StatusCode::BAD_REQUEST);
    world.trail().await.reads(&[]);
    form.send().await.goes_to("/gesprekken/…");
    let twice = ans.visits("/gesprekken?thema=wmo&thema=jeugd&onbekend=1&bladzijde=-1").await;
    twice.sees("Gesprekken");
}

async fn a_file_must_be_what_its_name_says(world: World) {
    let ans = world.ans().await;
    for (name, bytes, sentence) in [
        ("plan.pdf", &b"<script>alert(1)</script>"[..], "zit iets anders dan de naam zegt"),
        ("plan.exe", b"MZ", "kunnen wij niet aannemen"),
        ("plan.svg", b"<svg onload=alert(1)/>", "kunnen wij niet aannemen"),
        ("plan.html", b"<b>hallo</b>", "kunnen wij niet aannemen"),
        ("plan.pdf", b"", "is leeg"),
    ] {
        let form = ans.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
        let form = form.fill("titel", "Wat vindt u van dit plan?").fill("tekst", "Lees het \"rustig\".");
        let page = form.fill("thema", "jeugd").attach("bestand", name, bytes).send().await;
        page.is_told(sentence);
        let again = page.form("Plaats mijn bericht");
        assert_eq!(again.value("titel"), Some("Wat vindt u van dit plan?"), "{name}");
        assert_eq!(again.value("tekst"), Some("Lees het \"rustig\"."));
        assert_eq!(again.value("thema"), Some("jeugd"));
    }
    world.trail().await.reads(&[]);
}

async fn a_text_may_hold_any_sign_but_one(world: World) {
    let ans = world.ans().await;
    let text = "Één <b>stoel</b> & 'twee' \"banken\" 🪑 {{ code }} \u{202e}omgekeerd";
    let form = ans.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let page = form.clone().fill("titel", text).fill("tekst", text).fill("thema", "wmo").send().await;
    page.goes_to("/gesprekken/…").sees("Één <b>stoel</b> & 'twee' \"banken\" 🪑 {{ code }}");
    assert!(!page.html().contains("<b>stoel</b>"), "it is text, and nothing else");
    let page = form.fill("titel", "een\0twee").fill("thema", "wmo").send().await;
    page.has_status(StatusCode::BAD_REQUEST);
    for address in ["/mensen?thema=%00", "/gesprekken?thema=wmo%00", "/gesprekken/%00", "/mensen/01%00"] {
        ans.visits(address).await.finds_nothing();
    }
}
