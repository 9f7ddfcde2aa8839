//! Writes what was not written before: takes a piece, fills it, and tries again when a long
//! sentence has been said elsewhere.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::book::Entry;
use crate::piece::Piece;
use crate::text::tidy;
use crate::used::{Used, mark};
use crate::voice::Voice;
use crate::{Country, Organisation, Role};

/// How often one piece is filled anew before another one gets its turn.
const TRIES: usize = 12;

pub(crate) struct Pen<'c> {
    pub(crate) country: &'c Country,
    pub(crate) rng: ChaCha8Rng,
    pub(crate) used: Used,
    titles: std::collections::HashSet<u64>,
    /// Pieces that this conversation has used.
    taken: Vec<u32>,
    /// How often a piece had nothing new to say.
    tired: std::collections::HashMap<u32, u32>,
    /// After so many times in vain a piece is left alone. Cases never give up: each key has few pieces.
    patience: u32,
}

impl<'c> Pen<'c> {
    pub(crate) fn new(country: &'c Country, rng: ChaCha8Rng) -> Self {
        Self {
            country,
            rng,
            used: Used::default(),
            titles: std::collections::HashSet::new(),
            taken: Vec::new(),
            tired: std::collections::HashMap::new(),
            patience: u32::MAX,
        }
    }

    pub(crate) fn with_patience(mut self, times: u32) -> Self {
        self.patience = times;
        self
    }

    /// Forgets everything that was said. A larger country says in each part what a small one
    /// says in all: only there a sentence may come back, thousands of conversations later.
    pub(crate) fn fresh_book(&mut self) {
        self.used = Used::default();
        self.titles.clear();
        self.tired.clear();
    }

    /// A new conversation: every piece may be used again.
    pub(crate) fn fresh_sheet(&mut self) {
        self.taken.clear();
    }

    /// Fills one piece so that no long sentence in it was said before.
    pub(crate) fn fill(&mut self, piece: &Piece, voice: &mut Voice<'c>, tries: usize) -> Option<String> {
        let mut raw = String::new();
        for _ in 0..tries {
            raw.clear();
            piece.write(&mut raw, voice, &mut self.rng);
            let text = tidy(&raw);
            if self.used.claim(&text) {
                return Some(text);
            }
        }
        None
    }

    /// Fills some piece out of a pool that this conversation has not used.
    pub(crate) fn line(&mut self, pool: &[&'c Entry], voice: &mut Voice<'c>) -> Option<(String, &'c Entry)> {
        let mut order: Vec<&'c Entry> =
            pool.iter().copied().filter(|entry| !self.taken.contains(&entry.id) && !self.is_tired(entry.id)).collect();
        order.shuffle(&mut self.rng);
        for entry in order {
            voice.begin();
            if let Some(text) = self.fill(&entry.first, voice, TRIES) {
                self.taken.push(entry.id);
                return Some((text, entry));
            }
            *self.tired.entry(entry.id).or_default() += 1;
        }
        None
    }

    fn is_tired(&self, id: u32) -> bool {
        self.tired.get(&id).is_some_and(|times| *times > self.patience)
    }

    /// A title that no conversation has, if there is one left.
    pub(crate) fn title(&mut self, pool: &[&'c Entry], voice: &mut Voice<'c>) -> Option<(String, &'c Entry)> {
        for attempt in 0..60 {
            let entry = pool[self.rng.random_range(0..pool.len())];
            voice.begin();
            let mut raw = String::new();
            entry.first.write(&mut raw, voice, &mut self.rng);
            let title = tidy(&raw);
            let new = !self.titles.contains(&mark(&title)) || attempt > 40;
            if new && self.used.claim(&title) {
                self.titles.insert(mark(&title));
                return Some((title, entry));
            }
        }
        None
    }

    /// What the slots say when this person speaks.
    pub(crate) fn voice(&mut self, person: usize) -> Voice<'c> {
        let country = self.country;
        let mut voice = Voice::new(&country.book.words);
        let someone = &country.persons[person];
        voice.know("ik", someone.first.as_str());
        voice.know("naam", "collega");
        voice.know("andere", "collega");
        // Who has no municipality writes from the bureau.
        for (slot, place) in [("gem", "Utrecht"), ("buur", "Zeist"), ("prov", "Utrecht")] {
            voice.know(slot, place);
        }
        for slot in ["raad2", "raad3"] {
            let council = self.rng.random_range(0..country.councils.len());
            let place = country.councils[council].municipalities[0];
            voice.know(slot, country.municipalities[place].spoken());
        }
        if let Some(seat) = country.seats_of(person).next() {
            voice.know("rol", role_name(seat.role));
            self.place(&mut voice, seat.organisation);
        }
        voice
    }

    fn place(&mut self, voice: &mut Voice<'c>, organisation: Organisation) {
        let country = self.country;
        let (name, here) = match organisation {
            Organisation::Council(at) => {
                (country.councils[at].name.clone(), Some(country.councils[at].municipalities[0]))
            }
            Organisation::Municipality(at) => (format!("gemeente {}", country.municipalities[at].spoken()), Some(at)),
            Organisation::Region(at) => (country.regions[at].name.clone(), None),
            Organisation::Association => (country.association.to_owned(), None),
        };
        voice.know("organisatie", name.as_str());
        voice.know("raad", name);
        if let Some(here) = here {
            let here = &country.municipalities[here];
            voice.know("gem", here.spoken());
            voice.know("prov", here.province.as_str());
            let next = match here.neighbours.len() {
                0 => here.spoken(),
                count => country.municipalities[here.neighbours[self.rng.random_range(0..count)]].spoken(),
            };
            voice.know("buur", next);
        }
    }
}

/// The role as people write it.
pub(crate) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Chair => "voorzitter",
        Role::Secretary => "secretaris",
        Role::Treasurer => "penningmeester",
        Role::Member => "lid",
        Role::Candidate => "aspirant-lid",
        Role::OfficialSecretary => "ambtelijk secretaris",
        Role::ContactOfficer => "contactambtenaar",
        Role::PolicyOfficer => "beleidsmedewerker",
        Role::Alderman => "wethouder",
        Role::Clerk => "griffier",
        Role::Facilitator => "begeleider",
        Role::Office => "medewerker van het bureau",
        Role::Board => "bestuurslid",
        Role::Administrator => "beheerder",
        Role::Guest => "gast",
    }
}
