//! The security list names a test for each item: those tests are there.

use std::collections::BTreeSet;
use std::path::Path;

fn every_test(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            every_test(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let names = text.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            found.extend(names.map(str::to_owned));
        }
    }
}

#[test]
fn each_test_that_the_list_names_is_there() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tests = BTreeSet::new();
    every_test(&crates, &mut tests);
    let list = std::fs::read_to_string(crates.join("../docs/security.md")).expect("the list");
    let (mut numbers, mut missing) = (Vec::new(), Vec::new());
    for row in list.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| #")) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let number: u32 = cells[0].parse().unwrap_or_else(|_| panic!("no number: {row}"));
        numbers.push(number);
        let proof = cells.last().copied().unwrap_or_default();
        let quoted: Vec<_> = proof.split('`').skip(1).step_by(2).collect();
        assert!(!quoted.is_empty() || proof.contains("owed"), "{number} is proved by nothing");
        let is_test = |word: &&&str| word.contains('_') && word.bytes().all(|b| b == b'_' || b.is_ascii_alphanumeric());
        missing
            .extend(quoted.iter().filter(is_test).filter(|name| !tests.contains(**name)).map(|name| (number, *name)));
    }
    assert!(missing.is_empty(), "no such tests: {missing:?}");
    assert!(numbers.is_sorted(), "the rows stand by their numbers: {numbers:?}");
}
