//! Writes what was not written before: takes a piece, fills it, and tries again when a long
//! sentence has been said elsewhere.

use std::collections::{HashMap, HashSet};

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::book::Entry;
use crate::piece::Piece;
use crate::text::{plain, tidy};
use crate::used::{Used, mark};
use crate::voice::Voice;
use crate::{Attachment, Country, Organisation, Role};

/// How often one piece is filled anew before another one gets its turn.
const TRIES: usize = 12;
/// What half a title says may come back after so many other titles: about a week of conversations.
const HALF_APART: usize = 180;

pub(crate) struct Pen<'c> {
    pub(crate) country: &'c Country,
    pub(crate) rng: ChaCha8Rng,
    pub(crate) used: Used,
    titles: HashSet<u64>,
    /// How many titles there are that readers see below each other, and at which of them a piece
    /// and each half of a title came last.
    titled: usize,
    piece_at: HashMap<u32, usize>,
    half_at: HashMap<u64, usize>,
    pending: Option<(u32, Vec<u64>)>,
    /// Whether a title that is not all that fresh will do: far down in the list nobody notices.
    pub(crate) relaxed: bool,
    /// Per subject: the municipalities whose councils told of it last.
    told: HashMap<u32, Vec<usize>>,
    /// Pieces that this conversation has used.
    taken: Vec<u32>,
    /// How often a piece had nothing new to say.
    tired: HashMap<u32, u32>,
    /// After so many times in vain a piece is left alone. Cases never give up: each key has few pieces.
    patience: u32,
}

impl<'c> Pen<'c> {
    pub(crate) fn new(country: &'c Country, rng: ChaCha8Rng) -> Self {
        Self {
            country,
            rng,
            used: Used::default(),
            titles: HashSet::new(),
            titled: 0,
            piece_at: HashMap::new(),
            half_at: HashMap::new(),
            pending: None,
            relaxed: false,
            told: HashMap::new(),
            taken: Vec::new(),
            tired: HashMap::new(),
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
            let title = self.written_title(entry, voice);
            if (attempt > 40 || !self.titles.contains(&mark(&title))) && self.used.claim(&title) {
                self.titles.insert(mark(&title));
                return Some((title, entry));
            }
        }
        None
    }

    /// The same for a list that people read down, where a title may come back when the other has long
    /// been out of sight: from a piece that none of so many titles before it came from, and the one of
    /// which both halves were said longest ago. None if that is too short ago: another subject has
    /// something fresher. It counts once it is kept.
    pub(crate) fn title_apart(
        &mut self,
        pool: &[&'c Entry],
        apart: usize,
        voice: &mut Voice<'c>,
    ) -> Option<(String, &'c Entry)> {
        let (apart, half_apart) = if self.relaxed { (apart / 4, 0) } else { (apart, HALF_APART) };
        let fresh = |entry: &&Entry| self.piece_at.get(&entry.id).is_none_or(|at| at + apart < self.titled);
        let pool: Vec<&'c Entry> = pool.iter().copied().filter(fresh).collect();
        let mut best: Option<(usize, String, &'c Entry)> = None;
        for _ in 0..if pool.is_empty() { 0 } else { 40 } {
            let entry = pool[self.rng.random_range(0..pool.len())];
            let title = self.written_title(entry, voice);
            let since = |half: u64| self.half_at.get(&half).map_or(usize::MAX, |at| self.titled - at);
            let since = halves(&title).into_iter().map(since).min().unwrap_or(usize::MAX);
            if best.as_ref().is_none_or(|(other, ..)| since > *other) {
                best = Some((since, title, entry));
            }
            if best.as_ref().is_some_and(|(since, ..)| *since == usize::MAX) {
                break;
            }
        }
        let (_, title, entry) = best.filter(|(since, ..)| *since > half_apart)?;
        self.pending = Some((entry.id, halves(&title)));
        Some((title, entry))
    }

    /// The last title is there to stay: a conversation that does not come about takes none.
    pub(crate) fn keep_title(&mut self) {
        let Some((piece, halves)) = self.pending.take() else { return };
        self.titled += 1;
        self.piece_at.insert(piece, self.titled);
        self.half_at.extend(halves.into_iter().map(|half| (half, self.titled)));
    }

    fn written_title(&mut self, entry: &Entry, voice: &mut Voice<'c>) -> String {
        voice.begin();
        let mut raw = String::new();
        entry.first.write(&mut raw, voice, &mut self.rng);
        tidy(&raw)
    }

    /// A sheet to hang under a post. It is passed on, so it may come back.
    pub(crate) fn sheet(&mut self, entry: &Entry, voice: &mut Voice<'c>) -> Option<Attachment> {
        let mut written = |piece: &Piece| {
            let mut raw = String::new();
            piece.write(&mut raw, voice, &mut self.rng);
            tidy(&raw)
        };
        Some(Attachment { name: written(&entry.first), text: written(entry.second.as_ref()?) })
    }

    /// Remembers that somebody of this municipality told of a subject.
    pub(crate) fn has_told(&mut self, subject: u32, person: usize) {
        let country = self.country;
        if let Some(Organisation::Council(at)) = country.speaks_for(person).map(|seat| seat.organisation) {
            let told = self.told.entry(subject).or_default();
            told.retain(|known| *known != country.councils[at].municipalities[0]);
            told.push(country.councils[at].municipalities[0]);
        }
    }

    /// Where councils told of this subject, the last one first.
    pub(crate) fn told(&self, subject: u32) -> impl Iterator<Item = usize> + '_ {
        self.told.get(&subject).into_iter().flat_map(|told| told.iter().rev().copied())
    }

    /// What the slots say when this person speaks.
    pub(crate) fn voice(&mut self, person: usize) -> Voice<'c> {
        let country = self.country;
        let mut voice = Voice::new(&country.book.words);
        let someone = &country.persons[person];
        voice.know("ik", someone.first.as_str());
        voice.know("naam", "allemaal");
        voice.know("andere", "collega");
        // Who has no municipality writes from the bureau.
        for (slot, place) in [("gem", "Utrecht"), ("buur", "Zeist"), ("prov", "Utrecht")] {
            voice.know(slot, place);
        }
        if let Some(seat) = country.speaks_for(person) {
            voice.know("rol", role_name(seat.role));
            self.place(&mut voice, seat.organisation);
        }
        voice
    }

    /// The voice of a case: it speaks of its own municipality only, whatever other seat somebody
    /// has, and a neighbour is not the other town of the same council.
    pub(crate) fn case_voice(&mut self, council: usize, municipality: usize) -> Voice<'c> {
        let country = self.country;
        let mut voice = Voice::new(&country.book.words);
        self.place(&mut voice, Organisation::Municipality(municipality));
        let own = &country.councils[council].municipalities;
        let outside = |place: &usize| !own.contains(place);
        let near: Vec<usize> =
            country.municipalities[municipality].neighbours.iter().copied().filter(outside).collect();
        if !near.is_empty() {
            let next = near[self.rng.random_range(0..near.len())];
            voice.know("buur", country.municipalities[next].spoken());
        }
        voice.know("organisatie", country.councils[council].name.as_str());
        voice.know("raad", country.councils[council].name.as_str());
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

/// What a title says before and after its colon or question mark.
fn halves(title: &str) -> Vec<u64> {
    title.split([':', '?']).filter(|half| !half.trim().is_empty()).map(|half| mark(&plain(half))).collect()
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
