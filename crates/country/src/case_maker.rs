//! Makes cases from the forms in the piece files.

use rand::Rng;
use rand::seq::SliceRandom;

use crate::book::{Entry, Shelf};
use crate::case_days;
use crate::council::HOME;
use crate::pen::Pen;
use crate::rules_deal::weighted;
use crate::voice::Voice;
use crate::{Body, Case, CaseKind, Country, Exit, Level, Organisation, Role, Stage, Stream, chance};

const CASES: usize = 1_540;

pub(crate) struct Cases<'c> {
    pub(crate) pen: Pen<'c>,
    story: Vec<Case>,
    left: usize,
    forms: Vec<(usize, &'c Shelf)>,
    serials: Vec<u16>,
    turn: usize,
}

impl<'c> Cases<'c> {
    pub(crate) fn new(country: &'c Country) -> Self {
        let chapters = country.book.chapters.iter().enumerate();
        let forms = chapters.flat_map(|(theme, chapter)| chapter.cases.iter().map(move |form| (theme, form)));
        let mut pen = Pen::new(country, chance(country.seed, Stream::Cases));
        let mut story = crate::story_case::list(country);
        story.iter_mut().for_each(|case| case.keep_office_hours(country));
        story.iter().flat_map(crate::Case::texts).for_each(|text| {
            pen.used.claim(text);
        });
        story.reverse();
        Self {
            forms: forms.collect(),
            left: CASES * country.scale,
            pen,
            story,
            serials: vec![0; country.councils.len()],
            turn: 0,
        }
    }

    /// The first of these who has a seat now, or else anybody in the town hall.
    fn official(&mut self, municipality: usize, role: Role) -> usize {
        let country = self.pen.country;
        let seats = country.roster.of_municipality(municipality).iter().map(|&at| &country.seats[at]);
        let fit: Vec<usize> = seats.filter(|seat| seat.role == role).map(|seat| seat.person).collect();
        fit[self.pen.rng.random_range(0..fit.len())]
    }

    fn one(&mut self, form: &'c Shelf, key: &str, voice: &mut Voice<'c>) -> Option<String> {
        self.pen.fresh_sheet();
        self.pen.line(&form.all(key), voice).map(|(text, _)| text)
    }

    fn make(&mut self, theme: usize, form: &'c Shelf, council: usize) -> Option<Case> {
        let country = self.pen.country;
        let served = &country.councils[council].municipalities;
        let municipality = served[self.pen.rng.random_range(0..served.len())];
        let kind = weighted(
            &mut self.pen.rng,
            &[(56, CaseKind::Requested), (26, CaseKind::Unsolicited), (18, CaseKind::ThinkAlong)],
        );
        let days = case_days::draw(&mut self.pen.rng, kind, &country.councils[council].rules);
        let officer = self.official(municipality, Role::PolicyOfficer);
        let mut voice = self.pen.case_voice(council, municipality).last();
        let (title, _) = self.pen.title(&form.all("titel"), &mut voice)?;
        let exit_reason = match days.exit {
            Some(exit) => Some(self.one(&country.book.endings, ending(exit), &mut voice)?),
            None => None,
        };
        let (level, decides) = (level(form), body(form.all("beslist").first().copied()));
        let drafted = days.has(Stage::Draft)
            || days.has(Stage::Response)
            || kind == CaseKind::ThinkAlong && days.has(Stage::Preparation);
        let mut case = Case {
            kind,
            stage: days.stage,
            exit: days.exit,
            exit_reason,
            theme,
            council,
            municipality,
            serial: self.serial(council),
            title,
            lead: self.one(form, "kern", &mut voice)?,
            cause: self.one(form, "aanleiding", &mut voice)?,
            for_whom: self.one(form, "voor wie", &mut voice)?,
            practice: self.one(form, "praktijk", &mut voice)?,
            alternatives: self.one(form, "anders", &mut voice)?,
            question: self.one(form, "vraag", &mut voice)?,
            can_change: self.one(form, "wel", &mut voice)?,
            cannot_change: self.one(form, "niet", &mut voice)?,
            level,
            decides,
            officer,
            contact_officer: self.official(municipality, Role::ContactOfficer),
            alderman: self.official(municipality, Role::Alderman),
            clerk: self.official(municipality, Role::Clerk),
            drafters: self.drafters(council),
            guests: Vec::new(),
            heard: if drafted { Some(self.one(form, "gehoord", &mut voice)?) } else { None },
            summary: if drafted { Some(self.one(form, "kort", &mut voice)?) } else { None },
            recommendations: Vec::new(),
            consents: Vec::new(),
            minority: None,
            decisions: Vec::new(),
            monitoring: Vec::new(),
            timeline: days.timeline.clone(),
            advice_late_days: days.advice_late,
            response_late_days: days.response_late,
        };
        if drafted && !matches!(days.exit, Some(Exit::NoObjection | Exit::Withdrawn | Exit::Lapsed | Exit::Refused)) {
            self.advise(&mut case, form, &days, &mut voice);
        }
        case.keep_office_hours(country);
        Some(case)
    }

    fn serial(&mut self, council: usize) -> u16 {
        self.serials[council] = self.serials[council] % 18 + 1;
        self.serials[council]
    }

    /// Two or three members who write.
    fn drafters(&mut self, council: usize) -> Vec<usize> {
        let mut members = self.members(council);
        members.shuffle(&mut self.pen.rng);
        members.truncate(self.pen.rng.random_range(2..=3));
        members
    }

    /// Everybody with a vote in this council now.
    pub(crate) fn members(&self, council: usize) -> Vec<usize> {
        let country = self.pen.country;
        let votes = |role| matches!(role, Role::Chair | Role::Secretary | Role::Treasurer | Role::Member);
        let seats = country.roster.of_council(council).iter().map(|&at| &country.seats[at]);
        seats
            .filter(|seat| seat.organisation == Organisation::Council(council) && seat.is_current() && votes(seat.role))
            .map(|seat| seat.person)
            .collect()
    }
}

impl Iterator for Cases<'_> {
    type Item = Case;

    fn next(&mut self) -> Option<Case> {
        if let Some(case) = self.story.pop() {
            return Some(case);
        }
        self.left = self.left.checked_sub(1)?;
        if self.left > 0 && self.left.is_multiple_of(CASES) {
            self.pen.fresh_book();
        }
        let case = self.another();
        if case.is_none() && self.pen.country.scale > 1 {
            // Large towns have many councils in a large country, and then words run out.
            self.pen.fresh_book();
            return self.another();
        }
        case
    }
}

impl Cases<'_> {
    /// Tries councils and forms until one gives a case without a word said before.
    fn another(&mut self) -> Option<Case> {
        (0..80).find_map(|_| {
            self.turn += 1;
            let councils = self.pen.country.councils.len();
            let council = (self.turn * 37 + self.turn / councils) % councils;
            let (theme, form) = self.forms[(self.turn * 11 + self.pen.rng.random_range(0..5)) % self.forms.len()];
            if council == HOME { None } else { self.make(theme, form, council) }
        })
    }
}

fn level(form: &Shelf) -> Level {
    match plain(form.all("niveau").first().copied()) {
        "regionaal" => Level::Regional,
        "provinciaal" => Level::Provincial,
        "landelijk" => Level::National,
        _ => Level::Local,
    }
}

/// The word that a line is, when it is one.
fn plain(entry: Option<&Entry>) -> &str {
    match entry.and_then(|entry| entry.first.0.first()) {
        Some(crate::piece::Node::Text(word)) => word,
        _ => "",
    }
}

pub(crate) fn body(entry: Option<&Entry>) -> Body {
    body_named(plain(entry))
}

pub(crate) fn body_named(name: &str) -> Body {
    match name {
        "gemeenteraad" => Body::MunicipalCouncil,
        "samenwerking" => Body::Partnership,
        "provincie" => Body::Province,
        "rijk" => Body::State,
        _ => Body::Executive,
    }
}

fn ending(exit: Exit) -> &'static str {
    match exit {
        Exit::Withdrawn => "ingetrokken",
        Exit::Refused => "geweigerd",
        Exit::NoObjection => "geen bezwaar",
        Exit::Lapsed => "vervallen",
        Exit::NeverAnswered => "onbeantwoord",
    }
}
