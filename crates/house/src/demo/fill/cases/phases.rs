//! The phases of one case, each only as far as the case came.

use advice::kinds::{Body, Exit, Outcome, Part, Side};
use advice::seed::{
    Done, NewAnswer, NewDecision, NewDraft, NewIssue, NewLine, NewMonitoring, NewRecommendation, NewRequest, NewRound,
};
use country::{CaseKind, Length, Stage};
use platform::clock::{DAY, Day};
use platform::id::PersonId;

use super::{Telling, kinds};

impl Telling<'_> {
    pub(super) fn announced(&self) -> Option<(Done, Option<Day>)> {
        let day = self.reached(Stage::Announced).filter(|_| self.case.kind == CaseKind::Requested)?;
        let expected = self.reached(Stage::Request).map_or(day + 45, |day| day);
        Some((self.done(day, self.case.contact_officer), Some(self.date(expected))))
    }

    pub(super) fn request(&self) -> Option<NewRequest> {
        let case = self.case;
        let day = self.reached(Stage::Request).filter(|_| case.kind == CaseKind::Requested)?;
        let decision = case.decisions.iter().map(|d| d.day).max();
        Some(NewRequest {
            filed: self.done(day, case.contact_officer),
            received_on: self.date(day),
            meeting_on: Some(self.date(decision.unwrap_or(day + 90))),
            named_weeks: self.named_weeks(),
            for_whom: case.for_whom.clone(),
            cause: case.cause.clone(),
            alternatives: case.alternatives.clone(),
            question: case.question.clone(),
            can_change: case.can_change.clone(),
            cannot_change: case.cannot_change.clone(),
        })
    }

    /// Where the rule leaves the length to the request, the request says it.
    fn named_weeks(&self) -> Option<i64> {
        match self.making.country.councils[self.case.council].rules.advice.length {
            Length::SetByRequester { minimum_weeks } => Some(i64::from(minimum_weeks) + 1),
            Length::AgreedPerRequest => Some(6),
            _ => None,
        }
    }

    pub(super) fn received(&self) -> Option<Done> {
        let day = self.reached(Stage::Preparation).filter(|_| self.request().is_some())?;
        Some(self.done(day, self.writer()))
    }

    pub(super) fn parts(&self) -> Vec<(PersonId, Part)> {
        let case = self.case;
        let drafters = case.drafters.iter().map(|person| (*person, Part::Drafter));
        let officials = [
            (case.contact_officer, Part::ContactOfficer),
            (case.officer, Part::Officer),
            (case.alderman, Part::Alderman),
            (case.clerk, Part::Clerk),
        ];
        drafters.chain(officials).map(|(person, part)| (self.person(person), part)).collect()
    }

    pub(super) fn draft(&self) -> Option<NewDraft> {
        let case = self.case;
        let day = self
            .reached(Stage::Draft)
            .filter(|_| case.kind != CaseKind::ThinkAlong && !case.recommendations.is_empty())?;
        let recommendation = |r: &country::Recommendation| NewRecommendation {
            text: r.text.clone(),
            addressee: kinds::body(r.addressee),
            effect: r.effect.clone(),
            reason: r.reason.clone(),
        };
        Some(NewDraft {
            saved: self.done(day, self.writer()),
            title: case.title.clone(),
            summary: case.summary.clone().unwrap_or_else(|| case.lead.clone()),
            considered: case.practice.clone(),
            heard: case.heard.clone().unwrap_or_default(),
            equal_chances: String::new(),
            recommendations: case.recommendations.iter().map(recommendation).collect(),
        })
    }

    pub(super) fn round(&self) -> Option<NewRound> {
        let draft = self.draft()?;
        let case = self.case;
        if case.consents.is_empty() {
            return None;
        }
        let issued = self.reached(Stage::Issued);
        let opened = draft.saved.at.plus(DAY).min(self.at(0));
        let answers = case.consents.iter().map(|consent| {
            let day = consent.day.unwrap_or(-1);
            let said = kinds::consent(consent.vote).map(|answer| (answer, String::new(), self.at(day).max(opened)));
            (self.person(consent.person), said)
        });
        let closes = self.working(issued.map_or(7, |day| day - 1));
        Some(NewRound {
            opened: Done { at: opened, by: draft.saved.by.clone() },
            closes_on: Some(self.making.day(closes.into())),
            answers: answers.collect(),
            closed: issued.map(|_| Done { at: self.at(closes).max(opened), by: draft.saved.by }),
        })
    }

    pub(super) fn minority(&self) -> Option<(PersonId, String, bool)> {
        self.draft()?;
        self.case.minority.as_ref().map(|m| (self.person(m.person), m.text.clone(), true))
    }

    pub(super) fn issue(&self) -> Option<NewIssue> {
        self.draft()?;
        let day = self.reached(Stage::Issued)?;
        Some(NewIssue { issued: self.done(day, self.writer()), number: None })
    }

    pub(super) fn answer(&self) -> Option<NewAnswer> {
        self.issue()?;
        let case = self.case;
        let published = self.reached(Stage::Response);
        if case.recommendations.iter().all(|r| r.answer.is_none()) {
            return None;
        }
        let day = published.unwrap_or(-1);
        Some(NewAnswer {
            prepared: self.done(self.working(day - 1), case.officer),
            lines: case.recommendations.iter().map(|r| r.answer.as_ref().map(|a| self.line(a))).collect(),
            published: published.map(|day| self.done(day, case.alderman)),
        })
    }

    fn line(&self, answer: &country::Answer) -> NewLine {
        let commitment = answer.commitment.as_ref();
        let owner = |c: &country::Commitment| self.making.country.persons[c.owner].name();
        NewLine {
            position: kinds::position(answer.position),
            reason: answer.reason.clone(),
            promise: commitment.map(|c| c.text.clone()).unwrap_or_default(),
            promised_by: commitment.map(owner).unwrap_or_default(),
            promise_on: commitment.map(|c| self.date(c.day)),
            execution: commitment.map(|c| (kinds::execution(c.execution), self.at(self.working(c.day.min(0))))),
        }
    }

    pub(super) fn decisions(&self) -> Vec<NewDecision> {
        if self.answer().is_none_or(|a| a.published.is_none()) {
            return Vec::new();
        }
        let taken = self.case.decisions.iter().filter(|d| d.day <= 0 && !d.text.is_empty());
        taken
            .map(|d| NewDecision {
                body: kinds::body(d.body),
                on: self.date(d.day),
                outcome: if d.follows_advice { Outcome::Follows } else { Outcome::Deviates },
                text: d.text.clone(),
                recorded: self.done(
                    d.day,
                    if kinds::body(d.body) == Body::MunicipalCouncil { self.case.clerk } else { self.case.officer },
                ),
            })
            .collect()
    }

    pub(super) fn decision_plans(&self) -> Vec<(Body, Day)> {
        let to_come = self.case.decisions.iter().filter(|d| d.day > 0);
        to_come.map(|d| (kinds::body(d.body), self.date(d.day))).collect()
    }

    pub(super) fn monitoring(&self) -> Vec<NewMonitoring> {
        if self.decisions().is_empty() {
            return Vec::new();
        }
        let planned = self.reached(Stage::Decision).unwrap_or(-1);
        let measure = |(k, m): (usize, &country::Measurement)| NewMonitoring {
            planned: self.done(planned, self.case.officer),
            due_on: self.date(m.day),
            question: m.question.clone(),
            person: Some(self.person(self.case.officer)),
            recommendation: m.recommendation,
            found: m.found.iter().flat_map(|text| self.looked_back(text, k, m.day)).collect(),
        };
        self.case.monitoring.iter().enumerate().map(measure).collect()
    }

    /// What the municipality saw, and the council a few days later.
    fn looked_back(&self, text: &str, k: usize, day: i32) -> [(Side, String, Done); 2] {
        const HEARD: [&str; 4] = [
            "Van inwoners horen wij hetzelfde.",
            "Dat beeld herkennen wij. Nog niet iedereen weet ervan.",
            "Wij spraken een paar mensen. Zij zijn tevreden.",
            "Dat klopt. Wie weinig Nederlands leest, mist het nog.",
        ];
        let heard = HEARD[(self.n + k) % HEARD.len()];
        let (officer, later) = (self.working(day.min(0)), self.working((day + 3).min(0)));
        [
            (Side::Municipality, text.to_owned(), self.done(officer, self.case.officer)),
            (Side::Council, heard.to_owned(), self.done(later, self.writer())),
        ]
    }

    /// In thinking along what residents said and what is asked stand as notes of both sides.
    pub(super) fn notes(&self) -> Vec<(Side, String, Done)> {
        let case = self.case;
        if case.kind != CaseKind::ThinkAlong {
            return Vec::new();
        }
        let day = self.first_day();
        let asked =
            (Side::Municipality, case.question.clone(), self.done(self.working((day + 2).min(0)), case.officer));
        let heard = case.heard.clone().map(|text| (Side::Council, text, self.done((day + 9).min(0), self.writer())));
        std::iter::once(asked).filter(|(_, text, _)| !text.is_empty()).chain(heard).collect()
    }

    pub(super) fn exit(&self) -> Option<(Exit, String, Done)> {
        let case = self.case;
        let exit = case.exit?;
        let last = case.timeline.iter().map(|m| m.day).filter(|day| *day <= 0).max().unwrap_or(-1);
        let by = match exit {
            country::Exit::Withdrawn | country::Exit::Lapsed => case.contact_officer,
            country::Exit::Refused | country::Exit::NoObjection | country::Exit::NeverAnswered => self.writer(),
        };
        let day = self.working((last + 5).min(0));
        Some((kinds::exit(exit), case.exit_reason.clone().unwrap_or_default(), self.done(day, by)))
    }
}
