//! The cases of the home council, written out by hand in `verhaal.txt`.

use crate::case_maker::body_named;
use crate::council::HOME;
use crate::form::{Block, Line};
use crate::{
    Answer, Case, CaseKind, Commitment, Consent, Country, Decision, Execution, Level, Measurement, Minority, Moment,
    Organisation, Position, Recommendation, Role, Stage, Vote,
};

pub(crate) fn list(country: &Country) -> Vec<Case> {
    let read = |(at, block)| case(country, block, u16::try_from(at + 1).unwrap_or(1));
    country.book.story.cases.iter().enumerate().map(read).collect()
}

fn case(country: &Country, block: &Block, serial: u16) -> Case {
    let text = |key: &str| block.one(key).map(str::to_owned).unwrap_or_else(|broken| panic!("{broken}"));
    let maybe = |key: &str| block.one(key).ok().map(str::to_owned);
    let official = |role: Role| persona(country, role);
    let timeline: Vec<Moment> = block.all("moment").map(|line| moment(&line.text)).collect();
    Case {
        kind: kind(&text("soort")),
        stage: stage(&text("fase")),
        exit: None,
        exit_reason: None,
        theme: country.themes.iter().position(|theme| theme.slug == text("thema")).unwrap_or_default(),
        council: HOME,
        municipality: country.councils[HOME].municipalities[0],
        serial,
        title: text("titel"),
        lead: text("kern"),
        cause: text("aanleiding"),
        for_whom: text("voor wie"),
        practice: text("praktijk"),
        alternatives: text("anders"),
        question: text("vraag"),
        can_change: text("wel"),
        cannot_change: text("niet"),
        level: if text("niveau") == "regionaal" { Level::Regional } else { Level::Local },
        decides: body_named(&text("beslist")),
        officer: official(Role::PolicyOfficer),
        contact_officer: official(Role::ContactOfficer),
        alderman: official(Role::Alderman),
        clerk: official(Role::Clerk),
        drafters: text("opstellers").split_whitespace().map(|slug| named(country, slug)).collect(),
        guests: maybe("gasten").unwrap_or_default().split_whitespace().map(|slug| named(country, slug)).collect(),
        heard: maybe("gehoord"),
        summary: maybe("kort"),
        recommendations: recommendations(country, block),
        consents: block.all("instemming").map(|line| consent(country, &line.text)).collect(),
        minority: block.all("minderheid").next().and_then(|line| minority(country, line)),
        decisions: block.all("besluit").filter_map(|line| decision(&line.text)).collect(),
        monitoring: block.all("meting").filter_map(|line| measurement(&line.text)).collect(),
        timeline,
        advice_late_days: maybe("advies te laat").and_then(|days| days.parse().ok()).unwrap_or(0),
        response_late_days: maybe("antwoord te laat").and_then(|days| days.parse().ok()).unwrap_or(0),
    }
}

/// Who has this role in the home municipality.
fn persona(country: &Country, role: Role) -> usize {
    let home = Organisation::Municipality(country.councils[HOME].municipalities[0]);
    let found = country.seats.iter().find(|seat| seat.organisation == home && seat.role == role);
    found.map(|seat| seat.person).expect("the story seats every role")
}

/// The people of the story were let in first, in the order of the file.
fn named(country: &Country, slug: &str) -> usize {
    let place = country.book.story.people.iter().position(|block| block.name == slug);
    place.unwrap_or_else(|| panic!("verhaal.txt: '{slug}' is geen persoon"))
}

fn kind(word: &str) -> CaseKind {
    match word {
        "ongevraagd" => CaseKind::Unsolicited,
        "meedenken" => CaseKind::ThinkAlong,
        _ => CaseKind::Requested,
    }
}

fn stage(word: &str) -> Stage {
    match word {
        "signaal" => Stage::Signal,
        "gepland" => Stage::Announced,
        "aanvraag" => Stage::Request,
        "intake" => Stage::Intake,
        "voorbereiden" => Stage::Preparation,
        "concept" => Stage::Draft,
        "advies" => Stage::Issued,
        "antwoord" => Stage::Response,
        "besluit" => Stage::Decision,
        "openbaar" => Stage::Published,
        "volgen" => Stage::Aftercare,
        other => panic!("verhaal.txt: '{other}' is geen fase"),
    }
}

fn moment(line: &str) -> Moment {
    let (word, day) = line.split_once(' ').unwrap_or((line, "0"));
    Moment { stage: stage(word), day: day.parse().unwrap_or(0) }
}

fn recommendations(country: &Country, block: &Block) -> Vec<Recommendation> {
    let starts: Vec<usize> = (0..block.lines.len()).filter(|&at| block.lines[at].key == "aanbeveling").collect();
    let ends = starts.iter().skip(1).copied().chain([block.lines.len()]);
    starts.iter().zip(ends).map(|(&start, end)| recommendation(country, &block.lines[start..end])).collect()
}

fn recommendation(country: &Country, lines: &[Line]) -> Recommendation {
    let find = |key: &str| lines.iter().find(|line| line.key == key).map(|line| line.text.clone());
    let promise = |text: String| {
        let day = find("dag").and_then(|day| day.parse().ok()).unwrap_or(60);
        let owner = named(country, &find("eigenaar").unwrap_or_else(|| "beleidsmedewerker".to_owned()));
        Commitment { text, owner, day, execution: execution(find("uitvoering").as_deref()) }
    };
    let answer = find("antwoord").map(|word| Answer {
        position: position(&word),
        reason: find("reden").unwrap_or_default(),
        author: named(country, "beleidsmedewerker"),
        commitment: find("toezegging").map(promise),
    });
    Recommendation {
        text: lines[0].text.clone(),
        addressee: body_named(&find("aan").unwrap_or_default()),
        effect: find("effect").unwrap_or_default(),
        reason: find("waarom").unwrap_or_default(),
        answer,
    }
}

fn position(word: &str) -> Position {
    match word {
        "deels" => Position::Partly,
        "later" => Position::Later,
        "niet" => Position::NotAdopted,
        "onbevoegd" => Position::NotCompetent,
        _ => Position::Adopted,
    }
}

fn execution(word: Option<&str>) -> Execution {
    match word {
        Some("gedaan") => Execution::Done,
        Some("te laat") => Execution::Overdue,
        Some("anders") => Execution::Alternative,
        Some("vervallen") => Execution::Lapsed,
        _ => Execution::NotDue,
    }
}

/// `secretaris mee -40`, or `lid nog`.
fn consent(country: &Country, line: &str) -> Consent {
    let words: Vec<&str> = line.split_whitespace().collect();
    let vote = match words.get(1).copied() {
        Some("mee") => Vote::Agrees,
        Some("tegen") => Vote::Disagrees,
        Some("onthouden") => Vote::Abstains,
        _ => Vote::Pending,
    };
    Consent { person: named(country, words[0]), vote, day: words.get(2).and_then(|day| day.parse().ok()) }
}

fn minority(country: &Country, line: &Line) -> Option<Minority> {
    let (slug, text) = line.text.split_once(" ~ ")?;
    Some(Minority { person: named(country, slug), text: text.to_owned() })
}

/// `college -30 volgt ~ tekst`, or `gemeenteraad 23 komt`.
fn decision(line: &str) -> Option<Decision> {
    let (head, text) = line.split_once(" ~ ").unwrap_or((line, ""));
    let words: Vec<&str> = head.split_whitespace().collect();
    let day = words.get(1)?.parse().ok()?;
    Some(Decision {
        body: body_named(words[0]),
        day,
        text: text.to_owned(),
        follows_advice: words.get(2) == Some(&"volgt"),
    })
}

/// `12 -20 1 ~ vraag ~ wat er gevonden is`.
fn measurement(line: &str) -> Option<Measurement> {
    let parts: Vec<&str> = line.split(" ~ ").collect();
    let numbers: Vec<i32> = parts[0].split_whitespace().filter_map(|word| word.parse().ok()).collect();
    Some(Measurement {
        months: u16::try_from(*numbers.first()?).ok()?,
        day: *numbers.get(1)?,
        question: (*parts.get(1)?).to_owned(),
        found: parts.get(2).map(|found| (*found).to_owned()),
        recommendation: numbers.get(2).and_then(|place| usize::try_from(place - 1).ok()),
    })
}
