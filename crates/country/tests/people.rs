//! Organisations, people, seats and personas.

use std::collections::BTreeSet;

use country::{CouncilKind, Country, Organisation, Role};

#[test]
fn councils_are_spread_over_the_country() {
    for scale in [1, 3] {
        let country = Country::new(7, scale);
        assert_eq!(country.municipalities.len(), 342);
        assert_eq!(country.councils.len(), 250 * scale);
        assert_eq!(country.regions.len(), 12);
        let served: BTreeSet<usize> =
            country.councils.iter().flat_map(|council| council.municipalities.clone()).collect();
        assert!((210..=235).contains(&served.len()), "{}", served.len());
        let names: BTreeSet<&str> = country.councils.iter().map(|council| council.name.as_str()).collect();
        let slugs: BTreeSet<&str> = country.councils.iter().map(|council| council.slug.as_str()).collect();
        assert_eq!((names.len(), slugs.len()), (250 * scale, 250 * scale));
        assert!(country.councils.iter().filter(|council| council.municipalities.len() > 1).count() >= 5);
        for kind in [CouncilKind::SocialDomain, CouncilKind::Wmo, CouncilKind::Clients, CouncilKind::Youth] {
            assert!(country.councils.iter().any(|council| council.kind == kind));
        }
        let slug = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(country.councils.iter().all(|council| slug(&council.slug)), "slugs are plain");
    }
}

#[test]
fn every_council_has_ten_people_and_one_of_each_office() {
    let country = Country::new(7, 1);
    for (place, council) in country.councils.iter().enumerate() {
        let seats =
            country.seats.iter().filter(|seat| seat.organisation == Organisation::Council(place) && seat.is_current());
        let roles: Vec<Role> = seats.map(|seat| seat.role).collect();
        let count = |role| roles.iter().filter(|one| **one == role).count();
        for office in [Role::Chair, Role::Secretary, Role::Treasurer] {
            assert_eq!(count(office), 1, "{office:?} of {}", council.name);
        }
        assert!(count(Role::Member) >= 5 && count(Role::Candidate) >= 1, "{} {roles:?}", council.name);
        assert!(roles.len() >= 10, "{} has {}", council.name, roles.len());
    }
}

#[test]
fn every_served_municipality_has_its_officials() {
    let country = Country::new(7, 1);
    let served: BTreeSet<usize> = country.councils.iter().flat_map(|council| council.municipalities.clone()).collect();
    for place in served {
        let seats: Vec<Role> = country
            .seats
            .iter()
            .filter(|seat| seat.organisation == Organisation::Municipality(place))
            .map(|seat| seat.role)
            .collect();
        for role in [Role::ContactOfficer, Role::PolicyOfficer, Role::Alderman, Role::Clerk] {
            assert!(seats.contains(&role), "{role:?} of {}", country.municipalities[place].name);
        }
    }
}

#[test]
fn everybody_has_an_address_of_their_own() {
    let country = Country::new(7, 3);
    let emails: BTreeSet<&str> = country.persons.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(emails.len(), country.persons.len());
    for person in &country.persons {
        assert!(person.email.is_ascii() && person.email.ends_with(".example"), "{}", person.email);
        assert!(!person.first.is_empty() && !person.surname.is_empty());
        assert!((1930..=2015).contains(&person.birth_year), "{}", person.name());
        assert!(person.expertise.iter().all(|&theme| theme < country.themes.len()));
    }
    assert!(country.seats.iter().all(|seat| seat.theme.is_none_or(|theme| theme < country.themes.len())));
    assert!(country.persons.iter().all(|person| person.about.as_ref().is_none_or(|about| !about.contains('¿'))));
}

#[test]
fn everybody_sits_somewhere() {
    let country = Country::new(7, 1);
    assert!((0..country.persons.len()).all(|person| country.seats_of(person).next().is_some()));
}

#[test]
fn every_persona_is_there_and_sits_right() {
    let country = Country::new(7, 1);
    let slugs: Vec<&str> = country.personas().iter().map(|(slug, _)| *slug).collect();
    let wanted = [
        "lid",
        "lid-elders",
        "secretaris",
        "voorzitter",
        "penningmeester",
        "contactambtenaar",
        "beleidsmedewerker",
        "wethouder",
        "griffier",
        "ambtenaar-elders",
        "dubbel",
        "begeleider",
        "bureau",
        "bestuur",
        "beheerder",
        "gast",
    ];
    assert_eq!(slugs, wanted);
    let seats = |slug: &str| {
        let person = country.personas().iter().find(|(one, _)| *one == slug).unwrap().1;
        country
            .seats_of(person)
            .filter(|seat| seat.is_current())
            .map(|seat| (seat.organisation, seat.role))
            .collect::<Vec<_>>()
    };
    let home = Organisation::Council(country.home_council());
    let town = Organisation::Municipality(country.councils[country.home_council()].municipalities[0]);
    assert_eq!(seats("secretaris"), [(home, Role::Secretary)]);
    assert_eq!(seats("wethouder"), [(town, Role::Alderman)]);
    assert_eq!(seats("begeleider"), [(Organisation::Association, Role::Facilitator)]);
    let both = seats("dubbel");
    assert!(both.contains(&(home, Role::Member)) && both.iter().any(|(_, role)| *role == Role::PolicyOfficer));
    let elsewhere = seats("lid-elders");
    assert!(matches!(elsewhere[..], [(Organisation::Council(place), Role::Member)] if place != country.home_council()));
}

/// An address of a demo is one that mail could be sent to (RFC 1035 §2.3.4, RFC 5321 §4.5.3.1).
#[test]
fn every_address_could_be_one() {
    for seed in [1, 7] {
        for person in &Country::new(seed, 1).persons {
            let (name, domain) = person.email.split_once('@').expect("an address");
            let fits =
                name.len() <= 64 && domain.len() <= 253 && domain.split('.').all(|l| (1..=63).contains(&l.len()));
            assert!(fits, "{}", person.email);
        }
    }
}
