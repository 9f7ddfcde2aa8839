//! The municipalities: facts from our own data file.

use serde::Deserialize;

static FILE: &str = include_str!("../data/municipalities.csv");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// The CBS code with its prefix: `GM0301`.
    pub code: String,
    pub name: String,
    pub province: String,
    pub inhabitants: u32,
    /// The place where the town hall stands.
    pub seat: String,
    pub neighbours: Vec<usize>,
}

#[derive(Deserialize)]
struct Line {
    code: String,
    name: String,
    province: String,
    inhabitants: u32,
    seat: String,
    neighbours: String,
}

/// All of them, by code.
pub(crate) fn list() -> Vec<Municipality> {
    let lines = read();
    let find = |code: &str| lines.iter().position(|line| line.code == code);
    lines
        .iter()
        .map(|line| Municipality {
            code: line.code.clone(),
            name: line.name.clone(),
            province: line.province.clone(),
            inhabitants: line.inhabitants,
            seat: line.seat.clone(),
            neighbours: line.neighbours.split_whitespace().filter_map(find).collect(),
        })
        .collect()
}

fn read() -> Vec<Line> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(FILE.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("our own list of municipalities is in order")
}

impl Municipality {
    /// The name as it is said: without the province in brackets, and the first of three villages.
    #[must_use]
    pub fn spoken(&self) -> &str {
        self.name.split([',', '(']).next().map(str::trim).unwrap_or(&self.name)
    }

    /// The name as part of an address.
    #[must_use]
    pub fn slug(&self) -> String {
        crate::text::slug(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_342_and_they_know_each_other() {
        let all = list();
        assert_eq!(all.len(), 342);
        for (here, one) in all.iter().enumerate() {
            assert!(one.code.starts_with("GM") && one.code.len() == 6, "{}", one.code);
            assert!(one.inhabitants > 900 && !one.seat.is_empty());
            for &next in &one.neighbours {
                assert!(all[next].neighbours.contains(&here), "{} and {}", one.name, all[next].name);
            }
        }
        let total: u32 = all.iter().map(|one| one.inhabitants).sum();
        assert!((17_500_000..18_800_000).contains(&total), "{total}");
        let provinces: std::collections::BTreeSet<_> = all.iter().map(|one| &one.province).collect();
        assert_eq!(provinces.len(), 12);
    }

    #[test]
    fn brackets_are_not_spoken() {
        let all = list();
        assert!(all.iter().any(|one| one.name == "Bergen (NH)" && one.spoken() == "Bergen"));
        assert!(all.iter().any(|one| one.slug() == "s-hertogenbosch"));
    }
}
