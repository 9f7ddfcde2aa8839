//! The people of the story, who play the personas of the demo. They stand in `verhaal.txt`.

use crate::form::{self, Block, Broken};
use crate::seating::Hall;
use crate::{FormOfAddress, Organisation, Person, Role, Seat};

static FILE: &str = include_str!("../pieces/verhaal.txt");

/// Who plays whom. The order is that of the list on the screen.
pub(crate) const PERSONAS: [&str; 16] = [
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

/// The story as it was typed: people first, then cases.
pub(crate) struct Story {
    pub(crate) people: Vec<Block>,
    pub(crate) cases: Vec<Block>,
}

impl Story {
    pub(crate) fn ours() -> Result<Self, Broken> {
        let (people, cases) = form::read("verhaal.txt", FILE)?.into_iter().partition(|block| block.kind == "persoon");
        Ok(Self { people, cases })
    }
}

/// Lets the people of the story in, before anybody else.
pub(crate) fn seat(hall: &mut Hall<'_>, story: &Story) -> Vec<(&'static str, usize)> {
    let mut personas = Vec::new();
    for block in &story.people {
        let seats: Vec<Seat> = block.all("zetel").map(|line| read_seat(hall, &line.text)).collect();
        let person = hall.enter(read_person(block), seats[0].organisation);
        seats.into_iter().for_each(|seat| hall.sit(Seat { person, ..seat }));
        if let Some(slug) = PERSONAS.iter().find(|slug| **slug == block.name) {
            personas.push((*slug, person));
        }
    }
    personas.sort_by_key(|(slug, _)| PERSONAS.iter().position(|known| known == slug));
    personas
}

fn read_person(block: &Block) -> Person {
    let text = |key: &str| block.one(key).map(str::to_owned).unwrap_or_default();
    let name = text("naam");
    let parts: Vec<&str> = name.split('|').map(str::trim).collect();
    let infix = (parts.len() == 3).then(|| parts[1].to_owned());
    Person {
        first: parts[0].to_owned(),
        infix,
        surname: parts.last().copied().unwrap_or_default().to_owned(),
        birth_year: text("geboren").parse().unwrap_or(1955),
        address: match text("aanspreken").as_str() {
            "mevrouw" => FormOfAddress::Mevrouw,
            "de heer" => FormOfAddress::DeHeer,
            _ => FormOfAddress::None,
        },
        email: String::new(),
        phone: block.one("telefoon").ok().map(str::to_owned),
        expertise: text("kennis").split_whitespace().filter_map(|place| place.parse().ok()).collect(),
        about: block.one("over").ok().map(str::to_owned),
        activity: 6.0,
    }
}

/// `raad secretaris 700 760`: where, as what, since how many days, for how many more.
fn read_seat(hall: &Hall<'_>, line: &str) -> Seat {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<i32>().ok());
    Seat {
        person: 0,
        organisation: place(hall, words[0]),
        role: role(words[1]),
        since_days: number(2).unwrap_or(400),
        until_days: number(3),
        reappointed: words.contains(&"opnieuw"),
        theme: words.iter().find_map(|word| word.strip_prefix("thema=")).and_then(|place| place.parse().ok()),
    }
}

/// `koepel`, or a municipality by its code, or the council of one: `raad-GM0301`.
fn place(hall: &Hall<'_>, word: &str) -> Organisation {
    let find = |code: &str| hall.municipalities.iter().position(|one| one.code == code).unwrap_or_default();
    match word.strip_prefix("raad-") {
        Some(code) => {
            let municipality = find(code);
            let serves = |council: &&crate::Council| council.municipalities.contains(&municipality);
            let council = hall
                .councils
                .iter()
                .find(serves)
                .and_then(|council| hall.councils.iter().position(|one| one == council));
            Organisation::Council(council.unwrap_or_default())
        }
        None if word == "koepel" => Organisation::Association,
        None => Organisation::Municipality(find(word)),
    }
}

fn role(word: &str) -> Role {
    match word {
        "voorzitter" => Role::Chair,
        "secretaris" => Role::Secretary,
        "penningmeester" => Role::Treasurer,
        "aspirant-lid" => Role::Candidate,
        "contactambtenaar" => Role::ContactOfficer,
        "beleidsmedewerker" => Role::PolicyOfficer,
        "wethouder" => Role::Alderman,
        "griffier" => Role::Clerk,
        "begeleider" => Role::Facilitator,
        "bureau" => Role::Office,
        "bestuur" => Role::Board,
        "beheerder" => Role::Administrator,
        "gast" => Role::Guest,
        _ => Role::Member,
    }
}
