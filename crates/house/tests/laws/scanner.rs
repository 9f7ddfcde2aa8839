//! Files are looked over where the administrator has a scanner, before anything is kept.

use axum::http::StatusCode;
use testing::{Page, World, on_both};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::PLAN;

on_both!(PLAN: a_harmful_file_is_not_kept_and_the_text_is, without_the_scanner_no_file_is_taken);

/// What a scanner of the tests calls harmful.
const HARMFUL: &[u8] = b"dit is schadelijk";

/// A scanner that speaks as clamd does, and finds one thing.
async fn scanner() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut command = [0u8; 10];
            stream.read_exact(&mut command).await.expect("a command");
            assert_eq!(&command, b"zINSTREAM\0");
            let mut file = Vec::new();
            loop {
                let length = stream.read_u32().await.expect("a length") as usize;
                if length == 0 {
                    break;
                }
                let mut piece = vec![0u8; length];
                stream.read_exact(&mut piece).await.expect("a piece");
                file.extend(piece);
            }
            let found = file.windows(HARMFUL.len()).any(|w| w == HARMFUL);
            let answer: &[u8] = if found { b"stream: Proef.Schadelijk FOUND\0" } else { b"stream: OK\0" };
            stream.write_all(answer).await.expect("an answer");
        }
    });
    at
}

async fn asks(world: &World, bytes: &[u8]) -> Page {
    let form = world.ans().await.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let form = form.fill("titel", "Wat vindt u van dit plan?").fill("tekst", "Lees het rustig.").fill("thema", "jeugd");
    form.attach("bestand", "plan.txt", bytes).send().await
}

async fn a_harmful_file_is_not_kept_and_the_text_is(world: World) {
    let at = scanner().await;
    let world = World::with(world.engine(), PLAN, |config| config.clamd = Some(at)).await;
    let long = [b"a".repeat(200_000), HARMFUL.to_vec()].concat();
    let page = asks(&world, &long).await;
    page.has_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Het bestand is schadelijk. Uw tekst is bewaard."), "{}", page.text());
    world.trail().await.reads(&[]);
    page.presses("Verstuur mijn tekst").await.goes_to("/gesprekken/…").sees("Lees het rustig.").sees_not("plan.txt");
    asks(&world, b"een gewoon plan").await.goes_to("/gesprekken/…").sees("plan.txt");
    world.works().await;
}

async fn without_the_scanner_no_file_is_taken(world: World) {
    let away = "127.0.0.1:1".to_owned();
    let world = World::with(world.engine(), PLAN, |config| config.clamd = Some(away)).await;
    asks(&world, b"een gewoon plan").await.has_status(StatusCode::SERVICE_UNAVAILABLE);
    world.trail().await.reads(&[]);
    // What brings no file asks no scanner.
    let form = world.ans().await.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    form.fill("titel", "Wat vindt u?").fill("thema", "jeugd").send().await.goes_to("/gesprekken/…");
    world.works().await;
}
