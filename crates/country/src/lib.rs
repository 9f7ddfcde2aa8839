//! An invented country to show Beraad with: councils, people, conversations and advices,
//! all of it made from a seed and a scale; only the dates are counted back from a moment. No clock, no
//! database, no web.
//!
//! The municipalities are real facts. Every person, council and word is invented. The Dutch
//! stands in `pieces/*.txt`, in a format that a writer can extend without reading any Rust.

mod about;
mod book;
mod case;
mod case_days;
mod case_maker;
mod case_week;
mod consent;
mod council;
mod council_name;
mod follow_up;
mod form;
mod keys;
mod municipality;
mod name;
mod pen;
mod people;
mod piece;
mod post_maker;
mod region;
mod rhythm;
mod roster;
mod rules;
mod rules_deal;
mod seating;
mod story;
mod story_case;
mod text;
mod topic;
mod topic_maker;
mod used;
mod voice;
mod writers;

pub use book::{Broken, Theme};
pub use case::*;
pub use council::{Council, CouncilKind};
pub use municipality::Municipality;
pub use people::{FormOfAddress, Organisation, Person, Role, Seat};
pub use region::Region;
pub use rhythm::Age;
pub use rules::*;
pub use text::{long_sentences, sentences};
pub use topic::*;

use book::Book;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

/// Everything that is there before anyone says a word. People, councils and the rest are
/// known by their place in these lists.
pub struct Country {
    pub seed: u64,
    pub scale: usize,
    /// The moment at which the example data begin: all times count back from it.
    pub now: DateTime,
    pub association: &'static str,
    pub themes: Vec<Theme>,
    pub municipalities: Vec<Municipality>,
    pub regions: Vec<Region>,
    pub councils: Vec<Council>,
    pub persons: Vec<Person>,
    pub seats: Vec<Seat>,
    personas: Vec<(&'static str, usize)>,
    /// Per person: where their seats are. Per council and municipality likewise.
    roster: roster::Roster,
    book: Book,
}

impl Country {
    /// A country as it is on a Tuesday morning.
    #[must_use]
    pub fn new(seed: u64, scale: usize) -> Self {
        Self::at(seed, scale, date(2026, 11, 24).at(9, 0, 0, 0))
    }

    /// A country as it is at this moment: nobody works much at weekends, and the day has begun.
    ///
    /// # Panics
    /// If a piece file in this crate is broken. The tests read them all.
    #[must_use]
    pub fn at(seed: u64, scale: usize, now: DateTime) -> Self {
        let scale = scale.max(1);
        let book = Book::ours().unwrap_or_else(|broken| panic!("{broken}"));
        let municipalities = municipality::list();
        let regions = region::list(&municipalities);
        let councils = council::found(seed, scale, &municipalities, &regions);
        let mut hall = seating::Hall::new(seed, scale, &municipalities, &councils);
        let personas = hall.seat_everyone(&book.story);
        let (mut persons, seats) = hall.leave();
        about::write(seed, &book, &mut persons, &seats, &councils, &municipalities);
        Self {
            seed,
            scale,
            now,
            association: ASSOCIATION,
            themes: book.themes(),
            roster: roster::Roster::new(&seats, persons.len(), councils.len()),
            municipalities,
            regions,
            councils,
            persons,
            seats,
            personas,
            book,
        }
    }

    /// Who plays whom when the demo is shown: a slug and a person.
    #[must_use]
    pub fn personas(&self) -> &[(&'static str, usize)] {
        &self.personas
    }

    /// The persona's council, whose cases are written out by hand.
    #[must_use]
    pub fn home_council(&self) -> usize {
        council::HOME
    }

    /// The day so many days from the beginning; below nought in the past.
    #[must_use]
    pub fn date(&self, day: i32) -> Date {
        self.now.date().saturating_add(i64::from(day).days())
    }

    /// The nearest day on which offices work: before this one in the past, after it in the future. Today
    /// counts from the hour at which they open.
    #[must_use]
    pub fn working_day(&self, day: i32) -> i32 {
        let before = |day: i32| day == 0 && self.now.hour() < OPENS;
        let closed = |day: i32| before(day) || terms::Calendar::dutch().closed_by_law(self.date(day)).is_some();
        let step = if day > 0 { 1 } else { -1 };
        (0..).map(|turn| day + turn * step).find(|day| !closed(*day)).unwrap_or(day)
    }

    /// The seat for which somebody speaks: the first that they hold now.
    pub(crate) fn speaks_for(&self, person: usize) -> Option<&Seat> {
        self.seats_of(person).find(|seat| seat.is_current()).or_else(|| self.seats_of(person).next())
    }

    /// The seats of one person, past ones included.
    pub fn seats_of(&self, person: usize) -> impl Iterator<Item = &Seat> {
        self.roster.of_person(person).iter().map(|&seat| &self.seats[seat])
    }

    /// The conversations, oldest first.
    pub fn topics(&self) -> impl Iterator<Item = Topic> + '_ {
        topic_maker::Topics::new(self)
    }

    /// The cases: first those of the home council, then everybody else's.
    pub fn cases(&self) -> impl Iterator<Item = Case> + '_ {
        case_maker::Cases::new(self)
    }
}

/// At this hour an office opens.
const OPENS: i8 = 9;

/// The umbrella association. There is one.
pub const ASSOCIATION: &str = "Koepel Adviesraden";

/// The sources of chance, so that a change in one part leaves the others as they were.
#[derive(Clone, Copy)]
#[repr(u64)]
enum Stream {
    Councils = 1,
    Rules = 2,
    People = 3,
    Topics = 4,
    Cases = 5,
    About = 6,
}

fn chance(seed: u64, stream: Stream) -> rand_chacha::ChaCha8Rng {
    use rand::SeedableRng;
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream as u64);
    rng
}
