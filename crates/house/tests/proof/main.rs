//! What was acknowledged is there, whenever the power goes. Long, so only on request: `make proof`.
//!
//! Each round starts the server, lets people write, kills it at a random moment, and looks: everything that
//! was answered with "done" is there, nothing is half there, the trail is whole, and what was sent again because
//! nobody knew whether it had arrived is there once.
#![expect(clippy::disallowed_types, reason = "a test starts programs to look from outside")]

mod letters;
mod outside;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use platform::args;
use platform::config::Config;
use platform::db::Db;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use testing::{Engine, Who};
use tokio::process::Command;

use crate::letters::letters_are_written_once;
use crate::outside::{BERAAD, House, Place, Sent, Writer};

/// People who write at the same time.
const WRITERS: usize = 4;

platform::statements! {
    BY_TITLE: (String, i64, i64) = "SELECT t.title, (SELECT COUNT(*) FROM community_post b WHERE b.topic = t.id),
        (SELECT COUNT(*) FROM event e WHERE e.thing = 'topic:' || t.id AND e.kind = 'community.asked') FROM community_topic t";
    ANSWERS: (String,) = "SELECT body FROM community_post WHERE n > 0";
    COUNTED: (i64,) = "SELECT CAST(COALESCE(SUM(answers), 0) AS BIGINT) FROM community_topic";
}

#[derive(Default)]
struct Told {
    /// What the house said was done.
    acknowledged: BTreeMap<String, Sent>,
    /// What nobody knows of.
    unsure: Vec<Sent>,
}

async fn prepare(place: &Place) -> Vec<String> {
    let database = Some(place.database.url().to_owned());
    let config = Config { database, keys: Some(place.keys()), ..Config::default() };
    let app = house::serve::open_app(config, false).await.unwrap();
    let mut tx = app.db().begin().await.unwrap();
    testing::settle(&mut tx, app.clock().now()).await.unwrap();
    let mut cookies = Vec::new();
    for who in [Who::Ans, Who::Bram, Who::Fenna, Who::Koos].into_iter().cycle().take(WRITERS) {
        cookies.push(identity::begin_session(&mut tx, &who.id(), "proof", true).await.unwrap());
    }
    tx.commit().await.unwrap();
    cookies
}

/// People write until the power goes.
async fn write_until(place: &Place, cookies: &[String], round: usize, topic: Option<String>, after: Duration) -> Told {
    let house = House::open(place).await;
    let told = Arc::new(Mutex::new(Told::default()));
    let mut writers = Vec::new();
    for (w, cookie) in cookies.iter().enumerate() {
        let writer = Writer::come_in(house.port, cookie).await;
        let (told, port, topic) = (told.clone(), house.port, topic.clone());
        writers.push(tokio::spawn(async move {
            for n in 0.. {
                let path = match &topic {
                    Some(topic) if n % 2 == 0 => format!("{topic}/antwoorden"),
                    _ => "/gesprekken".to_owned(),
                };
                let sent = Sent {
                    path,
                    text: format!("ronde {round} schrijver {w} bericht {n}"),
                    once: platform::id::fresh(),
                };
                let answer = writer.send(port, &sent).await;
                let mut told = told.lock().unwrap();
                match answer {
                    Some(location) => {
                        let place =
                            if sent.path == "/gesprekken" { location } else { format!("{location} {}", sent.text) };
                        told.acknowledged.insert(place, sent);
                    }
                    None => {
                        told.unsure.push(sent);
                        return;
                    }
                }
            }
        }));
    }
    tokio::time::sleep(after).await;
    house.dies().await;
    for writer in writers {
        writer.await.unwrap();
    }
    Arc::into_inner(told).unwrap().into_inner().unwrap()
}

async fn is_sound(place: &Place) {
    let output = Command::new(BERAAD).args(["check", "--json"]).args(place.given()).output().await.unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    assert_eq!(
        report["ok"],
        true,
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Everything that stands there: how often each text does.
async fn standing(db: &Db) -> BTreeMap<String, usize> {
    let mut reader = db.reader().await.unwrap();
    let mut all = BTreeMap::new();
    for (title, posts, events) in reader.all(BY_TITLE, args![]).await.unwrap() {
        assert!(posts >= 1 && events == 1, "{title} is half there: {posts} posts, {events} lines of the trail");
        *all.entry(title).or_default() += 1;
    }
    let answers = reader.all(ANSWERS, args![]).await.unwrap();
    let counted = reader.value(COUNTED, args![]).await.unwrap();
    assert_eq!(counted, answers.len() as i64, "the count of answers is that of the answers");
    for (body,) in answers {
        *all.entry(body).or_default() += 1;
    }
    all
}

mod what_was_acknowledged_is_there {
    use testing::Engine;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    #[ignore = "long: make proof"]
    async fn sqlite() {
        super::after_every_crash(Engine::Sqlite).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    #[ignore = "long: make proof"]
    async fn postgres() {
        super::after_every_crash(Engine::Postgres).await;
    }
}

async fn after_every_crash(engine: Engine) {
    let set = |name: &str| std::env::var(name).ok().and_then(|v| v.parse::<u64>().ok());
    let rounds = set("BERAAD_PROOF_ROUNDS").unwrap_or(50) as usize;
    let seed = set("BERAAD_PROOF_SEED").unwrap_or_else(|| rand::random::<u32>().into());
    println!("seed {seed}, {rounds} rounds on {engine:?}");
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let place = Place::of(engine).await;
    let cookies = prepare(&place).await;
    let db = place.database.open().await;
    let (mut acknowledged, mut unsure, mut topic) = (0, 0, None::<String>);
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for round in 1..=rounds {
        let after = Duration::from_millis(chance.random_range(5..700));
        let told = write_until(&place, &cookies, round, topic.clone(), after).await;
        is_sound(&place).await;
        let there = standing(&db).await;
        for sent in told.acknowledged.values() {
            assert_eq!(there.get(&sent.text), Some(&1), "seed {seed}, round {round}: {} is lost", sent.text);
            expected.insert(sent.text.clone(), 1);
        }
        // Who does not know sends it again: it comes once, whether it had arrived or not.
        let house = House::open(&place).await;
        for sent in &told.unsure {
            let who = sent.text.split(' ').nth(3).and_then(|w| w.parse::<usize>().ok()).unwrap();
            let writer = Writer::come_in(house.port, &cookies[who]).await;
            writer.send(house.port, sent).await.expect("it is taken now");
            expected.insert(sent.text.clone(), 1);
        }
        for place in told.acknowledged.keys().filter(|p| !p.contains(' ')) {
            topic.get_or_insert_with(|| place.clone());
        }
        house.dies().await;
        acknowledged += told.acknowledged.len();
        unsure += told.unsure.len();
        if round % 10 == 0 {
            println!("round {round}: {acknowledged} acknowledged, {unsure} sent again");
        }
    }
    assert_eq!(standing(&db).await, expected, "seed {seed}");
    is_sound(&place).await;
    letters_are_written_once(&place, &db).await;
    println!(
        "seed {seed}: {rounds} crashes, {acknowledged} acknowledged and all there, {unsure} sent again and there once"
    );
}
