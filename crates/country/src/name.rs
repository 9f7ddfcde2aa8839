//! Names as they are heard in the Netherlands.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::form::{self, Block};

static FILE: &str = include_str!("../data/names.txt");

pub(crate) struct Names {
    groups: Vec<Group>,
}

struct Group {
    name: String,
    share: u32,
    women: Vec<String>,
    men: Vec<String>,
    girls: Vec<String>,
    boys: Vec<String>,
    surnames: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) first: String,
    pub(crate) infix: Option<String>,
    pub(crate) surname: String,
}

impl Names {
    pub(crate) fn ours() -> Self {
        let blocks = form::read("names.txt", FILE).expect("our own names are in order");
        Self { groups: blocks.iter().map(group).collect() }
    }

    /// Somebody of this age and province, a woman or not.
    pub(crate) fn draw(&self, rng: &mut ChaCha8Rng, province: &str, young: bool, woman: bool) -> Name {
        let group = self.group(rng, province, young);
        let firsts = match (young, woman) {
            (false, true) => &group.women,
            (false, false) => &group.men,
            (true, true) => &group.girls,
            (true, false) => &group.boys,
        };
        let (infix, surname) = split(any(rng, &group.surnames));
        let mut name = Name { first: any(rng, firsts).to_owned(), infix, surname };
        if woman && !young && rng.random_bool(0.16) {
            let born = any(rng, &self.groups[0].surnames);
            name.surname = format!("{}-{born}", name.surname);
        }
        name
    }

    fn group(&self, rng: &mut ChaCha8Rng, province: &str, young: bool) -> &Group {
        let weight = |group: &Group| match (group.name.as_str(), province) {
            ("fries", "Friesland") | ("limburgs", "Limburg") => 70,
            ("fries" | "limburgs", _) => group.share / 3,
            ("nederlands", _) => group.share,
            _ if young => group.share * 2,
            _ => group.share,
        };
        let mut left = rng.random_range(0..self.groups.iter().map(weight).sum());
        for group in &self.groups {
            if left < weight(group) {
                return group;
            }
            left -= weight(group);
        }
        &self.groups[0]
    }
}

fn group(block: &Block) -> Group {
    let list = |key: &str| -> Vec<String> {
        block.one(key).expect("every group has it").split(", ").map(str::to_owned).collect()
    };
    Group {
        name: block.name.clone(),
        share: block.one("deel").ok().and_then(|share| share.parse().ok()).expect("every group has a share"),
        women: list("vrouw"),
        men: list("man"),
        girls: list("meisje"),
        boys: list("jongen"),
        surnames: list("naam"),
    }
}

fn any<'a>(rng: &mut ChaCha8Rng, list: &'a [String]) -> &'a str {
    &list[rng.random_range(0..list.len())]
}

/// The words before the first capital are the infix: `van der` and `Berg`.
fn split(surname: &str) -> (Option<String>, String) {
    let small = |word: &&str| !word.chars().any(char::is_uppercase);
    let infix: Vec<&str> = surname.split(' ').take_while(small).collect();
    let rest: Vec<&str> = surname.split(' ').skip(infix.len()).collect();
    ((!infix.is_empty()).then(|| infix.join(" ")), rest.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_infix_stands_apart() {
        assert_eq!(split("van der Meer"), (Some("van der".into()), "Meer".into()));
        assert_eq!(split("in ’t Veld"), (Some("in ’t".into()), "Veld".into()));
        assert_eq!(split("Oude Vrielink"), (None, "Oude Vrielink".into()));
        assert_eq!(split("al-Masri"), (None, "al-Masri".into()));
    }
}
