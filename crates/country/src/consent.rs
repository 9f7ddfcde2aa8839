//! The advice itself: recommendations, agreement, answers, decisions, and what came of it.

use rand::Rng;
use rand::seq::SliceRandom;

use crate::book::{Entry, Shelf};
use crate::case_days::Days;
use crate::case_maker::{Cases, body};
use crate::rules_deal::weighted;
use crate::voice::Voice;
use crate::{
    Answer, Body, Case, CaseKind, Commitment, Consent, Decision, Execution, Exit, Measurement, Minority, Position,
    Recommendation, Stage, Vote,
};

/// A recommendation and all that belongs to it.
type Group<'c> = Vec<&'c Entry>;

impl<'c> Cases<'c> {
    pub(crate) fn advise(&mut self, case: &mut Case, form: &'c Shelf, days: &Days, voice: &mut Voice<'c>) {
        let count = match case.kind {
            CaseKind::ThinkAlong => self.pen.rng.random_range(1..=3),
            _ => self.pen.rng.random_range(3..=7),
        };
        let mut groups = groups(form);
        groups.shuffle(&mut self.pen.rng);
        let answered = days.has(Stage::Response) && days.exit != Some(Exit::NeverAnswered);
        for group in groups {
            if case.recommendations.len() < count
                && let Some(recommendation) = self.recommend(&group, voice)
            {
                case.recommendations.push(recommendation);
                let place = case.recommendations.len() - 1;
                if answered {
                    self.answer(case, place, &group, days, voice);
                    self.measure(case, place, &group, days, voice);
                }
            }
        }
        if case.kind != CaseKind::ThinkAlong {
            self.agree(case, form, days, voice);
            self.decide(case, days, voice);
        }
        case.monitoring.sort_by_key(|measurement| measurement.day);
    }

    fn part(&mut self, group: &Group<'c>, key: &str, voice: &mut Voice<'c>) -> Option<String> {
        let pool: Vec<&Entry> = group.iter().copied().filter(|entry| entry.key == key).collect();
        self.pen.fresh_sheet();
        self.pen.line(&pool, voice).map(|(text, _)| text)
    }

    fn recommend(&mut self, group: &Group<'c>, voice: &mut Voice<'c>) -> Option<Recommendation> {
        Some(Recommendation {
            text: self.part(group, "aanbeveling", voice)?,
            addressee: body(group.iter().copied().find(|entry| entry.key == "aan")),
            effect: self.part(group, "effect", voice)?,
            reason: self.part(group, "waarom", voice)?,
            answer: None,
        })
    }

    fn answer(&mut self, case: &mut Case, place: usize, group: &Group<'c>, days: &Days, voice: &mut Voice<'c>) {
        let wish = weighted(
            &mut self.pen.rng,
            &[
                (46, Position::Adopted),
                (22, Position::Partly),
                (15, Position::NotAdopted),
                (11, Position::Later),
                (6, Position::NotCompetent),
            ],
        );
        let order = [wish, Position::Adopted, Position::Partly, Position::NotAdopted, Position::Later];
        let endings = &self.pen.country.book.endings;
        for position in order {
            let key = key(position);
            let own = self.part(group, key, voice);
            let reason = match position {
                Position::Later if own.is_none() => self.pen.line(&endings.all(key), voice).map(|(text, _)| text),
                _ => own,
            };
            if let Some(reason) = reason {
                let commitment = match position {
                    Position::Adopted | Position::Partly => self.promise(case, group, days, voice),
                    _ => None,
                };
                case.recommendations[place].answer =
                    Some(Answer { position, reason, author: case.officer, commitment });
                return;
            }
        }
    }

    fn promise(&mut self, case: &Case, group: &Group<'c>, days: &Days, voice: &mut Voice<'c>) -> Option<Commitment> {
        let text = self.part(group, "toezegging", voice)?;
        let day = days.of(Stage::Response)? + self.pen.rng.random_range(30..240);
        let execution = match day {
            1.. => Execution::NotDue,
            _ => weighted(
                &mut self.pen.rng,
                &[
                    (66, Execution::Done),
                    (17, Execution::Overdue),
                    (11, Execution::Alternative),
                    (6, Execution::Lapsed),
                ],
            ),
        };
        let owner = if self.pen.rng.random_bool(0.25) { case.alderman } else { case.officer };
        Some(Commitment { text, owner, day, execution })
    }

    /// One or two recommendations are looked at again.
    fn measure(&mut self, case: &mut Case, place: usize, group: &Group<'c>, days: &Days, voice: &mut Voice<'c>) {
        let Some(start) = days.of(Stage::Published).or(days.of(Stage::Aftercare)) else { return };
        if !days.has(Stage::Published) && !days.has(Stage::Aftercare) || case.monitoring.len() > 3 {
            return;
        }
        for months in [6_u16, 12, 24] {
            let day = start + i32::from(months) * 30;
            if day > 400 || self.pen.rng.random_bool(0.35) {
                continue;
            }
            let Some(question) = self.part(group, "meting", voice) else { return };
            let adopted =
                case.recommendations[place].answer.as_ref().is_some_and(|answer| answer.position == Position::Adopted);
            let key = if self.pen.rng.random_bool(if adopted { 0.8 } else { 0.3 }) { "goed" } else { "slecht" };
            let found = if day <= 0 { self.part(group, key, voice) } else { None };
            if day <= 0 && found.is_none() {
                return;
            }
            case.monitoring.push(Measurement { months, day, question, found, recommendation: Some(place) });
        }
    }

    /// Everybody with a vote says yes or no; a few have not yet when it is a draft.
    fn agree(&mut self, case: &mut Case, form: &'c Shelf, days: &Days, voice: &mut Voice<'c>) {
        let issued = days.has(Stage::Issued);
        let drafted = days.of(Stage::Draft).unwrap_or(-10);
        for person in self.members(case.council) {
            let spread: &[(u32, Vote)] = match issued {
                true => &[(92, Vote::Agrees), (4, Vote::Disagrees), (4, Vote::Abstains)],
                false => &[(44, Vote::Agrees), (3, Vote::Disagrees), (2, Vote::Abstains), (51, Vote::Pending)],
            };
            let vote = weighted(&mut self.pen.rng, spread);
            let latest = days.of(Stage::Issued).unwrap_or(0).min(0);
            let day = (vote != Vote::Pending).then(|| self.pen.rng.random_range(drafted.min(latest)..=latest));
            case.consents.push(Consent { person, vote, day });
        }
        let against =
            case.consents.iter().find(|consent| consent.vote == Vote::Disagrees).map(|consent| consent.person);
        if let Some(person) = against
            && let Some(text) = self.part(&form.all("minderheid"), "minderheid", voice)
        {
            case.minority = Some(Minority { person, text });
        }
    }

    fn decide(&mut self, case: &mut Case, days: &Days, voice: &mut Voice<'c>) {
        let Some(day) = days.of(Stage::Decision) else { return };
        let taken = days.has(Stage::Decision);
        let answers = case.recommendations.iter().filter_map(|one| one.answer.as_ref());
        let good = answers.filter(|answer| matches!(answer.position, Position::Adopted | Position::Partly)).count();
        let follows = good * 2 >= case.recommendations.len();
        self.decision(case, Body::Executive, day, taken, follows, voice);
        if matches!(case.decides, Body::MunicipalCouncil | Body::Partnership) {
            let later = day + self.pen.rng.random_range(9..35);
            let also = if self.pen.rng.random_bool(0.12) { !follows } else { follows };
            self.decision(case, case.decides, later, taken && later <= 0, also, voice);
        }
    }

    fn decision(
        &mut self,
        case: &mut Case,
        body: Body,
        day: i32,
        taken: bool,
        follows_advice: bool,
        voice: &mut Voice<'c>,
    ) {
        let key = match (body, follows_advice) {
            (Body::MunicipalCouncil, true) => "raad volgt",
            (Body::MunicipalCouncil, false) => "raad wijkt af",
            (Body::Partnership, true) => "samen volgt",
            (Body::Partnership, false) => "samen wijkt af",
            (_, true) => "college volgt",
            (_, false) => "college wijkt af",
        };
        let endings = self.pen.country.book.endings.all(key);
        self.pen.fresh_sheet();
        let text = if taken {
            self.pen.line(&endings, voice).map(|(text, _)| text).unwrap_or_default()
        } else {
            String::new()
        };
        let day = if taken { day } else { day.max(1) };
        case.decisions.push(Decision { body, day, text, follows_advice: follows_advice && taken });
    }
}

/// Every recommendation with what comes after it, up to the next.
fn groups(form: &Shelf) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for entry in &form.entries {
        match (entry.key.as_str(), groups.last_mut()) {
            ("aanbeveling", _) => groups.push(vec![entry]),
            (_, Some(group)) => group.push(entry),
            (_, None) => {}
        }
    }
    groups
}

fn key(position: Position) -> &'static str {
    match position {
        Position::Adopted => "ja",
        Position::Partly => "deels",
        Position::NotAdopted => "nee",
        Position::Later => "later",
        Position::NotCompetent => "onbevoegd",
    }
}
