//! Cases of the demo country: what the country tells, put into the rows of the advice room.

mod kept;
mod kinds;
mod phases;
mod terms;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use advice::kinds::CaseId;
use advice::seed::{self, Done, NewCase, Rules};
use country::{Case, CaseKind, Stage};
use platform::clock::{Day, Moment};
use platform::db::{Result, Tx};
use platform::id::PersonId;

use super::{Making, rules};

/// For how many days a guest of the story stays.
const GUEST_FOR: i64 = 60;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<usize> {
    rules::fill(tx, making).await?;
    let mut known: HashMap<usize, Rules> = HashMap::new();
    let mut kept = kept::Kept::default();
    let mut count = 0;
    for case in making.country.cases().take(making.most) {
        let rules = match known.entry(case.council) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(place) => place.insert(Rules::of(tx, &making.ids.council(case.council)).await?),
        };
        let telling = Telling { making, case: &case, n: count };
        let new = telling.whole();
        seed::case(tx, &new, rules, making.now).await?;
        terms::change(tx, &telling, &new).await?;
        for guest in &case.guests {
            let by = (&telling.person(telling.writer()), making.now);
            seed::guest(tx, &new.id, &telling.person(*guest), making.day(GUEST_FOR), by).await?;
        }
        if case.guests.is_empty() {
            kept.show(tx, making, &new, case.council == making.country.home_council()).await?;
        }
        count += 1;
    }
    Ok(count)
}

/// One case being told.
struct Telling<'a> {
    making: &'a Making<'a>,
    case: &'a Case,
    n: usize,
}

impl Telling<'_> {
    fn person(&self, n: usize) -> PersonId {
        self.making.ids.person(n)
    }

    /// At some hour of a working day, so many days from now; never later than now.
    fn at(&self, day: i32) -> Moment {
        let hour = 9 + (self.n as i64 * 5 + i64::from(day).rem_euclid(7)) % 8;
        self.making.moment(-i64::from(day), hour * 60 + (self.n as i64 * 13) % 60).min(self.making.latest())
    }

    /// The working day nearest to this one: offices keep office hours.
    fn working(&self, day: i32) -> i32 {
        self.making.country.working_day(day)
    }

    /// A day in the diary of an office.
    fn date(&self, day: i32) -> Day {
        self.making.day(self.working(day).into())
    }

    fn done(&self, day: i32, by: usize) -> Done {
        Done { at: self.at(day), by: Some(self.person(by)) }
    }

    /// The day on which a stage began, if it did.
    fn day_of(&self, stage: Stage) -> Option<i32> {
        self.case.timeline.iter().find(|m| m.stage == stage && m.day <= 0).map(|m| m.day)
    }

    /// The first day of the case.
    fn first_day(&self) -> i32 {
        self.case.timeline.iter().map(|m| m.day).min().unwrap_or(-1).min(0)
    }

    /// Whether the case came as far as a stage.
    fn reached(&self, stage: Stage) -> Option<i32> {
        self.day_of(stage)
    }

    /// The first of the drafters, or the secretary-like first member.
    fn writer(&self) -> usize {
        self.case.drafters.first().copied().unwrap_or(self.case.officer)
    }

    fn whole(&self) -> NewCase {
        let case = self.case;
        let kind = kinds::kind(case.kind);
        let opener = if case.kind == CaseKind::Requested { case.contact_officer } else { self.writer() };
        NewCase {
            id: CaseId::of(self.making.ids.id("case", self.n, self.at(self.first_day()))),
            kind,
            council: self.making.ids.council(case.council),
            municipality: self.making.ids.municipality(case.municipality),
            title: case.title.clone(),
            lead: case.lead.clone(),
            practice: case.practice.clone(),
            level: kinds::level(case.level),
            decides: kinds::body(case.decides),
            council_only: case.kind == CaseKind::Unsolicited && self.reached(Stage::Issued).is_none(),
            opened: self.done(self.first_day(), opener),
            announced: self.announced(),
            request: self.request(),
            received: self.received(),
            parts: self.parts(),
            draft: self.draft(),
            round: self.round(),
            minority: self.minority(),
            issue: self.issue(),
            answer: self.answer(),
            decisions: self.decisions(),
            decision_plans: self.decision_plans(),
            monitoring: self.monitoring(),
            notes: self.notes(),
            exit: self.exit(),
        }
    }
}
