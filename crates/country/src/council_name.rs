//! What a council is called, so that no two are called the same.

use std::collections::BTreeSet;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::council::CouncilKind::{
    self, Accessibility, Clients, District, Newcomers, Participation, Seniors, SocialDomain, Wmo, Youth,
};
use crate::rules_deal::weighted;
use crate::{Municipality, text};

/// The one broad council a municipality begins with.
const FIRST: [(u32, (&str, CouncilKind)); 14] = [
    (40, ("Adviesraad Sociaal Domein {}", SocialDomain)),
    (12, ("Adviesraad {}", SocialDomain)),
    (8, ("Wmo-raad {}", Wmo)),
    (8, ("Participatieraad {}", Participation)),
    (6, ("Sociale Adviesraad {}", SocialDomain)),
    (4, ("Burgeradviesraad {}", SocialDomain)),
    (4, ("Inwonersadviesraad {}", Participation)),
    (4, ("Platform Sociaal Domein {}", SocialDomain)),
    (3, ("Raad voor het Sociaal Domein {}", SocialDomain)),
    (3, ("Maatschappelijke Adviesraad {}", SocialDomain)),
    (3, ("Wmo-adviesraad {}", Wmo)),
    (2, ("Adviesraad Samenleving {}", SocialDomain)),
    (2, ("Cliëntenplatform {}", Clients)),
    (1, ("Inwonersraad {}", Participation)),
];

/// What comes beside it.
const FURTHER: [(u32, (&str, CouncilKind)); 16] = [
    (20, ("Jongerenraad {}", Youth)),
    (18, ("Cliëntenraad Participatiewet {}", Clients)),
    (10, ("Cliëntenraad Werk en Inkomen {}", Clients)),
    (10, ("Seniorenraad {}", Seniors)),
    (9, ("Wmo-raad {}", Wmo)),
    (8, ("Adviesraad Toegankelijkheid {}", Accessibility)),
    (7, ("Participatieraad {}", Participation)),
    (5, ("Adviesraad Jeugd {}", Youth)),
    (4, ("Jongerenpanel {}", Youth)),
    (4, ("Ouderenadviesraad {}", Seniors)),
    (4, ("Adviesraad Nieuwkomers {}", Newcomers)),
    (3, ("Cliëntenraad Minima {}", Clients)),
    (3, ("Cliëntenraad Schuldhulp {}", Clients)),
    (3, ("Mantelzorgraad {}", Wmo)),
    (2, ("Ervaringsraad GGZ {}", Wmo)),
    (2, ("Kinderraad {}", Youth)),
];

/// Districts, as nearly every town has them.
const DISTRICTS: [&str; 34] = [
    "Noord",
    "Zuid",
    "Oost",
    "West",
    "Centrum",
    "Binnenstad",
    "Noordoost",
    "Noordwest",
    "Zuidoost",
    "Zuidwest",
    "Oude Stad",
    "Stationskwartier",
    "Vogelbuurt",
    "Bloemenwijk",
    "Componistenwijk",
    "Schilderswijk",
    "Rivierenbuurt",
    "Havenkwartier",
    "Molenwijk",
    "Kerkdorpen",
    "Buitengebied",
    "Hoge Akkers",
    "Lage Weide",
    "Nieuwland",
    "Parkwijk",
    "Zonnehoek",
    "Eikenhof",
    "Tuindorp",
    "Oranjewijk",
    "Waterrijk",
    "Kruispolder",
    "Singelkwartier",
    "Brinkhorst",
    "Veldzicht",
];

const DISTRICT_FORMS: [(u32, (&str, CouncilKind)); 6] = [
    (5, ("Wijkadviesraad {}", District)),
    (3, ("Bewonersadviesraad {}", District)),
    (2, ("Wijkraad Zorg en Welzijn {}", District)),
    (2, ("Jongerenraad {}", Youth)),
    (2, ("Seniorenraad {}", Seniors)),
    (1, ("Cliëntenraad {}", Clients)),
];

#[derive(Default)]
pub(crate) struct Namer {
    names: BTreeSet<String>,
    slugs: BTreeSet<String>,
}

impl Namer {
    pub(crate) fn home(&mut self, place: &str) -> (String, CouncilKind) {
        let name = format!("Adviesraad Sociaal Domein {place}");
        self.names.insert(name.clone());
        (name, SocialDomain)
    }

    pub(crate) fn first(&mut self, rng: &mut ChaCha8Rng, place: &str) -> (String, CouncilKind) {
        self.fresh(rng, &FIRST, 40, |_| place.to_owned())
    }

    /// A council of several municipalities carries their names, or the name of the first.
    pub(crate) fn shared(
        &mut self,
        rng: &mut ChaCha8Rng,
        served: &[usize],
        all: &[Municipality],
    ) -> (String, CouncilKind) {
        let names: Vec<&str> = served.iter().map(|&at| all[at].spoken()).collect();
        let (last, others) = names.split_last().expect("a council serves someone");
        let together = format!("{} en {last}", others.join(", "));
        self.fresh(rng, &FIRST[..9], 40, |_| together.clone())
    }

    /// First by whom it is for, then by district, then by both.
    pub(crate) fn further(&mut self, rng: &mut ChaCha8Rng, place: &str) -> (String, CouncilKind) {
        if rng.random_bool(0.75)
            && let Some(found) = self.attempt(rng, &FURTHER, 8, |_| place.to_owned())
        {
            return found;
        }
        self.fresh(rng, &DISTRICT_FORMS, 400, |rng| {
            let district = DISTRICTS[rng.random_range(0..DISTRICTS.len())];
            format!("{place} {district}")
        })
    }

    fn fresh(
        &mut self,
        rng: &mut ChaCha8Rng,
        forms: &[(u32, (&'static str, CouncilKind))],
        attempts: usize,
        place: impl Fn(&mut ChaCha8Rng) -> String,
    ) -> (String, CouncilKind) {
        if let Some(found) = self.attempt(rng, forms, attempts, &place) {
            return found;
        }
        let (form, kind) = forms[0].1;
        let name = (2..).map(|serial| format!("{} {serial}", form.replace("{}", &place(rng))));
        let name = name.into_iter().find(|name| self.names.insert(name.clone())).expect("numbers do not run out");
        (name, kind)
    }

    fn attempt(
        &mut self,
        rng: &mut ChaCha8Rng,
        forms: &[(u32, (&'static str, CouncilKind))],
        attempts: usize,
        place: impl Fn(&mut ChaCha8Rng) -> String,
    ) -> Option<(String, CouncilKind)> {
        (0..attempts).find_map(|_| {
            let (form, kind) = weighted(rng, forms);
            let name = form.replace("{}", &place(rng));
            self.names.insert(name.clone()).then_some((name, kind))
        })
    }

    pub(crate) fn slug(&mut self, name: &str) -> String {
        let slug = label(&text::slug(name)).to_owned();
        let mut free = slug.clone();
        let mut serial = 2;
        while !self.slugs.insert(free.clone()) {
            free = format!("{slug}-{serial}");
            serial += 1;
        }
        free
    }
}
/// As much of it, in whole words, as fits in a label of a mail domain (63 signs, RFC 1035 §2.3.4) with a serial behind.
fn label(slug: &str) -> &str {
    const MOST: usize = 58;
    if slug.len() <= MOST {
        return slug;
    }
    slug[..MOST].rfind('-').map_or(&slug[..MOST], |at| &slug[..at])
}
