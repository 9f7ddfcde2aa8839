//! Who sits where: councils, municipalities, the association, and the personas of the demo.

use std::collections::BTreeSet;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::name::Names;
use crate::people::domain;
use crate::rules_deal::weighted;
use crate::story::Story;
use crate::{Council, CouncilKind, FormOfAddress, Municipality, Organisation, Person, Role, Seat, Stream, chance};

/// Themes are counted before the book is at hand: seats name them by place.
const THEMES: usize = 18;
const TERM_DAYS: i32 = 4 * 365;

pub(crate) struct Hall<'a> {
    pub(crate) rng: ChaCha8Rng,
    scale: usize,
    names: Names,
    pub(crate) municipalities: &'a [Municipality],
    pub(crate) councils: &'a [Council],
    persons: Vec<Person>,
    seats: Vec<Seat>,
    mailboxes: BTreeSet<String>,
}

impl<'a> Hall<'a> {
    pub(crate) fn new(seed: u64, scale: usize, all: &'a [Municipality], councils: &'a [Council]) -> Self {
        Self {
            rng: chance(seed, Stream::People),
            scale,
            names: Names::ours(),
            municipalities: all,
            councils,
            persons: Vec::new(),
            seats: Vec::new(),
            mailboxes: BTreeSet::new(),
        }
    }

    /// The story's people first, so that they have the same places in every country.
    pub(crate) fn seat_everyone(&mut self, story: &Story) -> Vec<(&'static str, usize)> {
        let personas = crate::story::seat(self, story);
        self.association();
        for council in 0..self.councils.len() {
            self.council(council);
        }
        self.town_halls();
        personas
    }

    pub(crate) fn leave(self) -> (Vec<Person>, Vec<Seat>) {
        (self.persons, self.seats)
    }

    /// Gives a seat; the caller says from when until when.
    pub(crate) fn sit(&mut self, seat: Seat) {
        self.seats.push(seat);
    }

    /// Lets somebody in, with an e-mail address that nobody else has.
    pub(crate) fn enter(&mut self, mut person: Person, home: Organisation) -> usize {
        let domain = domain(home, self.councils, self.municipalities);
        let mailbox = person.mailbox();
        let mut email = format!("{mailbox}@{domain}");
        let mut serial = 2;
        while !self.mailboxes.insert(email.clone()) {
            email = format!("{mailbox}{serial}@{domain}");
            serial += 1;
        }
        person.email = email;
        self.persons.push(person);
        self.persons.len() - 1
    }

    fn someone(&mut self, province: &str, born: std::ops::RangeInclusive<i16>) -> Person {
        let rng = &mut self.rng;
        let (from, to) = born.into_inner();
        // Two draws make the middle of the range likelier than its ends.
        let birth_year = i16::midpoint(rng.random_range(from..=to), rng.random_range(from..=to));
        let woman = rng.random_bool(0.54);
        let name = self.names.draw(rng, province, birth_year > 1985, woman);
        let address = match rng.random_range(0..100) {
            0..5 => FormOfAddress::None,
            _ if woman => FormOfAddress::Mevrouw,
            _ => FormOfAddress::DeHeer,
        };
        let expertise = (0..weighted(rng, &[(3, 1), (4, 2), (2, 3), (1, 0)])).map(|_| rng.random_range(0..THEMES));
        let mut expertise: Vec<usize> = expertise.collect();
        expertise.sort_unstable();
        expertise.dedup();
        Person {
            first: name.first,
            infix: name.infix,
            surname: name.surname,
            birth_year,
            address,
            email: String::new(),
            phone: rng
                .random_bool(0.6)
                .then(|| format!("06 – 000 {:02} {:03}", rng.random_range(0..100), rng.random_range(0..1000))),
            expertise,
            about: None,
            activity: (1.0 - rng.random::<f64>()).powf(-0.9).min(60.0),
        }
    }

    fn newcomer(&mut self, home: Organisation, province: &str, born: std::ops::RangeInclusive<i16>) -> usize {
        let person = self.someone(province, born);
        self.enter(person, home)
    }

    fn council(&mut self, place: usize) {
        use Role::{Candidate, Chair, Member, Secretary, Treasurer};
        let council = &self.councils[place];
        let home = Organisation::Council(place);
        let province = self.municipalities[council.municipalities[0]].province.clone();
        let born = match council.kind {
            CouncilKind::Youth => 2001..=2012,
            CouncilKind::Seniors => 1937..=1958,
            CouncilKind::Clients | CouncilKind::Newcomers => 1950..=2000,
            _ => 1940..=1992,
        };
        let mut wanted = vec![Chair, Secretary, Treasurer, Member, Member, Member, Member, Member, Member, Candidate];
        let present: Vec<Role> =
            self.seats.iter().filter(|seat| seat.organisation == home).map(|seat| seat.role).collect();
        for role in present {
            if let Some(at) = wanted.iter().position(|wish| *wish == role) {
                wanted.remove(at);
            }
        }
        for role in wanted {
            let person = self.newcomer(home, &province, born.clone());
            self.serve(person, home, role);
        }
        if self.rng.random_bool(0.25) {
            let person = self.newcomer(home, &province, 1960..=1996);
            self.serve(person, home, Role::OfficialSecretary);
        }
    }

    /// A term of four years, perhaps the second one, perhaps after being a member first.
    pub(crate) fn serve(&mut self, person: usize, organisation: Organisation, role: Role) {
        let rng = &mut self.rng;
        let youth = matches!(organisation, Organisation::Council(at) if self.councils[at].kind == CouncilKind::Youth);
        let term = if youth { 2 * 365 } else { TERM_DAYS };
        let since = match role {
            Role::Candidate => rng.random_range(10..200),
            _ => rng.random_range(30..term - 20),
        };
        let until = (role != Role::OfficialSecretary).then_some(if role == Role::Candidate {
            365 - since
        } else {
            term - since
        });
        let reappointed = !matches!(role, Role::Candidate | Role::OfficialSecretary) && rng.random_bool(0.35);
        let was_member = matches!(role, Role::Chair | Role::Secretary | Role::Treasurer) && rng.random_bool(0.3);
        let seat = Seat { person, organisation, role, since_days: since, until_days: until, reappointed, theme: None };
        self.seats.push(seat);
        if was_member || reappointed {
            let earlier = if was_member { Role::Member } else { role };
            self.seats.push(Seat {
                person,
                organisation,
                role: earlier,
                since_days: since + term,
                until_days: Some(-since),
                reappointed: false,
                theme: None,
            });
        }
    }

    fn town_halls(&mut self) {
        let mut served: Vec<usize> = self.councils.iter().flat_map(|council| council.municipalities.clone()).collect();
        served.sort_unstable();
        served.dedup();
        for municipality in served {
            self.town_hall(municipality);
        }
    }

    fn town_hall(&mut self, municipality: usize) {
        let home = Organisation::Municipality(municipality);
        let large = (self.municipalities[municipality].inhabitants / 60_000) as usize;
        let officers = (2 + large.min(4)) * if self.scale > 1 { 2 } else { 1 };
        for role in [Role::ContactOfficer, Role::Alderman, Role::Clerk] {
            self.official(home, role, None);
        }
        for turn in 0..officers {
            // Policy officers divide the themes: each starts at another and takes every so many.
            self.official(home, Role::PolicyOfficer, Some(turn % THEMES));
        }
    }

    fn official(&mut self, home: Organisation, role: Role, theme: Option<usize>) {
        let taken = |seat: &Seat| seat.organisation == home && seat.role == role && seat.theme == theme;
        if self.seats.iter().take(200).any(taken) {
            return;
        }
        let person = self.newcomer(home, "", 1960..=1999);
        let since_days = self.rng.random_range(60..2400);
        self.seats.push(Seat {
            person,
            organisation: home,
            role,
            since_days,
            until_days: None,
            reappointed: false,
            theme,
        });
    }

    fn association(&mut self) {
        let home = Organisation::Association;
        let many = |role, count: usize| std::iter::repeat_n(role, count);
        let staff =
            many(Role::Facilitator, 2 + self.scale.min(4)).chain(many(Role::Office, 2)).chain(many(Role::Board, 5));
        for role in staff {
            let person = self.newcomer(home, "", 1955..=1995);
            let since_days = self.rng.random_range(90..1400);
            let until_days = (role == Role::Board).then_some(1460 - since_days);
            self.seats.push(Seat {
                person,
                organisation: home,
                role,
                since_days,
                until_days,
                reappointed: false,
                theme: None,
            });
        }
    }
}
