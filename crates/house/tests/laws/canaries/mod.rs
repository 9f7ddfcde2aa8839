//! Words that occur once, planted in what belongs to one organisation, and nobody else ever gets to see them:
//! not on a page, in a file, in a letter or on a live stream, whatever address is tried.
//!
//! A short walk belongs to the tests; `make proof` asks ten thousand times. `BERAAD_PROOF_SEED` repeats a walk.

pub mod planting;
mod walk;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use testing::{Client, World, on_both};

use crate::PLAN;
use planting::{Pair, plant};
use walk::Walk;

on_both!(PLAN: nothing_planted_is_seen_where_it_may_not);

/// How many requests a run of the tests makes.
const SHORT: usize = 200;

/// A word, where it was planted, and who may read it.
#[derive(Debug)]
pub struct Canary {
    pub word: String,
    pub place: String,
    pub readers: Vec<&'static str>,
}

/// Somebody who walks through the house, with the pair of organisations they belong to.
pub struct Walker {
    pub name: &'static str,
    pub pair: Option<usize>,
    pub client: Client,
    /// The token of their forms; nobody has one who is not signed in.
    pub token: String,
}

/// What was planted: the words, and the ids under which one would look for them.
pub struct Garden {
    pub canaries: Vec<Canary>,
    pub pairs: Vec<Pair>,
    pub walkers: Vec<Walker>,
}

impl Garden {
    /// The words in an answer that this reader may not have.
    pub fn leaks<'a>(&'a self, reader: &'a str, answer: &'a str) -> impl Iterator<Item = &'a Canary> {
        self.canaries.iter().filter(move |c| !c.readers.contains(&reader) && answer.contains(&c.word))
    }
}

fn set(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

async fn nothing_planted_is_seen_where_it_may_not(world: World) {
    let seed = set("BERAAD_PROOF_SEED").unwrap_or_else(|| rand::random::<u32>().into());
    let requests = set("BERAAD_PROOF_REQUESTS").map_or(SHORT, |n| usize::try_from(n).unwrap_or(SHORT));
    println!("seed {seed}, {requests} requests on {:?}", world.engine());
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let garden = plant(&world, &mut chance).await;
    world.works().await;
    let mut walk = Walk::new(&world, &garden);
    walk.readers_find_theirs().await;
    for _ in 0..requests {
        walk.step(&mut chance).await;
    }
    world.works().await;
    walk.letters().await;
    let told = walk.end().await;
    assert!(told.is_empty(), "seed {seed}: {} of {requests} leaked:\n{}", told.len(), told.join("\n"));
    println!("seed {seed}: {requests} requests, {} words, none where it may not be", garden.canaries.len());
}
