//! The councils: where they are, whom they serve, what they are called.

use std::collections::BTreeSet;

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::council_name::Namer;
use crate::{Municipality, Region, Rules, Stream, chance, rules_deal};

/// The persona's council comes first.
pub(crate) const HOME: usize = 0;
/// Where it advises: a real municipality of middling size.
pub(crate) const HOME_CODE: &str = "GM0301";
/// Two neighbours in the story, who have a council of their own in every country.
pub(crate) const FRIENDS: [&str; 2] = ["GM0166", "GM0262"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CouncilKind {
    SocialDomain,
    Wmo,
    Clients,
    Participation,
    Youth,
    Seniors,
    Accessibility,
    Newcomers,
    District,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    pub name: String,
    pub slug: String,
    pub kind: CouncilKind,
    /// One, or a few that share it; the first gives it its name.
    pub municipalities: Vec<usize>,
    pub region: usize,
    pub founded_year: i16,
    pub rules: Rules,
}

impl Council {
    /// The part of its e-mail addresses behind the @.
    #[must_use]
    pub fn domain(&self) -> String {
        format!("{}.example", self.slug)
    }

    #[must_use]
    pub fn email(&self) -> String {
        format!("secretariaat@{}", self.domain())
    }
}

pub(crate) fn found(seed: u64, scale: usize, all: &[Municipality], regions: &[Region]) -> Vec<Council> {
    let mut rng = chance(seed, Stream::Councils);
    let mut rules_rng = chance(seed, Stream::Rules);
    let covered = covered(&mut rng, all);
    let mut groups = groups(&mut rng, all, &covered);
    let first = groups.len();
    add_more(&mut rng, all, &covered, &mut groups, 250 * scale);
    let mut namer = Namer::default();
    let names: Vec<&str> = groups.iter().map(|served| all[served[0]].spoken()).collect();
    let rules = rules_deal::all(&mut rules_rng, &names);
    groups
        .into_iter()
        .zip(rules)
        .enumerate()
        .map(|(place, (served, rules))| {
            let main = &all[served[0]];
            let (name, kind) = match place {
                HOME => namer.home(main.spoken()),
                _ if served.len() > 1 => namer.shared(&mut rng, &served, all),
                _ if place < first => namer.first(&mut rng, main.spoken()),
                _ => namer.further(&mut rng, main.spoken()),
            };
            let slug = namer.slug(&name);
            let region = regions.iter().position(|region| region.province == main.province).unwrap_or(0);
            Council {
                name,
                slug,
                kind,
                region,
                founded_year: rng.random_range(2006..=2023),
                municipalities: served,
                rules,
            }
        })
        .collect()
}

/// Two in three municipalities, the larger ones first. The home municipality leads.
fn covered(rng: &mut ChaCha8Rng, all: &[Municipality]) -> Vec<usize> {
    let draw = |rng: &mut ChaCha8Rng, one: &Municipality| -> f64 {
        match one.code.as_str() {
            HOME_CODE => 3.0,
            code if FRIENDS.contains(&code) => 2.0,
            _ if one.inhabitants > 100_000 => 1.5,
            _ => rng.random::<f64>().powf(20_000.0 / f64::from(one.inhabitants)),
        }
    };
    let mut places: Vec<(f64, usize)> = all.iter().enumerate().map(|(at, one)| (draw(rng, one), at)).collect();
    places.sort_by(|a, b| b.0.total_cmp(&a.0));
    places.truncate(all.len() * 65 / 100);
    places.into_iter().map(|(_, at)| at).collect()
}

/// Some small neighbours share one council.
fn groups(rng: &mut ChaCha8Rng, all: &[Municipality], covered: &[usize]) -> Vec<Vec<usize>> {
    let mut alone: BTreeSet<usize> = covered.iter().copied().collect();
    let fixed = |at: usize| all[at].code == HOME_CODE || FRIENDS.contains(&all[at].code.as_str());
    let mut groups = Vec::new();
    for &at in covered {
        if !alone.remove(&at) {
            continue;
        }
        let mut group = vec![at];
        if !fixed(at) && all[at].inhabitants < 60_000 && rng.random_bool(0.11) {
            let with: Vec<usize> = all[at]
                .neighbours
                .iter()
                .copied()
                .filter(|next| alone.contains(next) && !fixed(*next) && all[*next].province == all[at].province)
                .take(rng.random_range(1..=2))
                .collect();
            with.iter().for_each(|next| {
                alone.remove(next);
            });
            group.extend(with);
        }
        groups.push(group);
    }
    groups
}

/// The rest go to where many people live.
fn add_more(rng: &mut ChaCha8Rng, all: &[Municipality], covered: &[usize], groups: &mut Vec<Vec<usize>>, count: usize) {
    let mut bag: Vec<usize> = Vec::new();
    for &at in covered.iter().skip(1) {
        bag.extend(std::iter::repeat_n(at, all[at].inhabitants as usize / 25_000));
    }
    bag.shuffle(rng);
    while groups.len() < count {
        groups.push(vec![bag[groups.len() % bag.len()]]);
    }
}
