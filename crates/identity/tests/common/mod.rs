//! A house with identity alone, and how somebody in it gets a code.
#![allow(dead_code, reason = "each of the test programs uses its own part")]

use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Entry, Line};
use platform::{App, db::Tx};
use testing::{Client, Page, Plan, Who, World};

pub const PLAN: Plan =
    Plan { service: |app| testing::service(app, &[identity::SLICE]), follow: follows, hands: Hands { react, planned } };

fn follows(entry: &Entry) -> Vec<&'static str> {
    if entry.kind == "identity.code_asked" { vec!["identity.send_code"] } else { Vec::new() }
}

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, _: &'a str) -> Job<'a> {
    Box::pin(async move {
        match line.event::<identity::Event>() {
            Some(identity::Event::CodeAsked { attempt }) => identity::send_code(app, tx, &attempt).await,
            _ => Ok(()),
        }
    })
}

fn planned<'a>(_: &'a App, _: &'a mut Tx, _: &'a Planned) -> Job<'a> {
    Box::pin(async { Ok(()) })
}

pub async fn asks_for_a_code(browser: &Client, address: &str) -> Page {
    browser.visits("/aanmelden").await.form("Stuur mij een code").fill("adres", address).send().await
}

/// The code in the newest letter.
pub async fn code(world: &World, who: Who) -> String {
    world.works().await;
    let letters = world.letters_to(who).await;
    let text = &letters.last().expect("a letter").text;
    let line = text.lines().find(|l| l.len() == 7 && l.replace(' ', "").parse::<u32>().is_ok()).expect("a code");
    line.to_owned()
}

/// What stands on a page, without the minute until which a code works: another begins between two pages.
pub fn timeless(page: &Page) -> String {
    let is_time = |word: &str| word.len() == 5 && word.replacen('.', "", 1).parse::<u32>().is_ok_and(|n| n < 2_400);
    page.text().split(' ').filter(|word| !is_time(word)).collect::<Vec<_>>().join(" ")
}
