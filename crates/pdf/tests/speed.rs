//! How long a letter takes and what it leaves behind; alone in its process, because it measures that process.
//!
//! cargo test -p pdf --test speed -- --nocapture

use pdf::*;
use std::time::{Duration, Instant};

#[path = "../src/tests/sample.rs"]
#[expect(dead_code, reason = "only one of the sample letters is measured")]
mod sample;

const ROUNDS: u32 = 60;

#[test]
fn a_letter_is_quick_and_leaves_nothing_behind() {
    let letter = sample::advice();
    for _ in 0..5 {
        advice_letter(&letter).unwrap();
    }
    let before = resident_kb();
    let started = Instant::now();
    for n in 0..ROUNDS {
        let title = format!("Brief {n}");
        advice_letter(&Letter { title, ..letter.clone() }).unwrap();
    }
    let each = started.elapsed() / ROUNDS;
    let grown = resident_kb().saturating_sub(before);
    eprintln!("a letter of three pages takes {each:?}; {ROUNDS} letters left {grown} kB behind");
    // Limits that only a real mistake reaches: a debug build on a busy machine stays far below them.
    assert!(each < Duration::from_secs(3), "{each:?}");
    assert!(grown < GROWTH_MAX_KB, "{grown} kB");
}

/// Measured: hardly any with the cache evicted, see the decision in press.rs; many times this without.
const GROWTH_MAX_KB: u64 = 20_000;

/// Resident memory, on Linux; elsewhere nothing is measured.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
