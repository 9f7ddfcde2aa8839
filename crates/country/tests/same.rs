//! The same seed gives the same country.

use std::hash::{DefaultHasher, Hash, Hasher};

use country::Country;

/// One number for everything that can be read.
fn digest(seed: u64) -> u64 {
    let country = Country::new(seed, 1);
    let mut hasher = DefaultHasher::new();
    for person in &country.persons {
        (person.name(), &person.email, person.birth_year).hash(&mut hasher);
    }
    for council in &country.councils {
        format!("{council:?}").hash(&mut hasher);
    }
    for topic in country.topics().take(600) {
        format!("{topic:?}").hash(&mut hasher);
    }
    for case in country.cases().take(200) {
        format!("{case:?}").hash(&mut hasher);
    }
    hasher.finish()
}

#[test]
fn the_same_seed_gives_the_same_country() {
    assert_eq!(digest(11), digest(11));
}

#[test]
fn another_seed_gives_another_country() {
    assert_ne!(digest(11), digest(12));
}

#[test]
fn asking_twice_gives_the_same_topics() {
    let country = Country::new(3, 1);
    let titles = || country.topics().take(50).map(|topic| topic.title).collect::<Vec<_>>();
    assert_eq!(titles(), titles());
}

/// Who there is, and by which rules, comes from the seed alone; only when things happened is counted from now.
#[test]
fn another_moment_has_the_same_people_and_councils() {
    use jiff::civil::date;
    let on = |now| {
        let country = Country::at(1, 1, now);
        let people: Vec<_> = country.persons.iter().map(|p| (p.name().to_string(), p.email.clone())).collect();
        (people, format!("{:?} {:?}", country.councils, country.regions))
    };
    assert_eq!(on(date(2026, 11, 24).at(9, 0, 0, 0)), on(date(2027, 5, 2).at(21, 15, 0, 0)));
}
