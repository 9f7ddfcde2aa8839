//! Offices are closed at weekends and on holidays: what they do falls on a working day.

use crate::{Case, Country, Stage};

impl Case {
    /// Moves what was done to the working day before it, and what is to come to the one after it.
    /// The order of the days stays as it was. Members of a council agree on any day.
    pub(crate) fn keep_office_hours(&mut self, country: &Country) {
        let moved = |day: &mut i32| *day = country.working_day(*day);
        self.timeline.iter_mut().for_each(|moment| moved(&mut moment.day));
        self.decisions.iter_mut().for_each(|decision| moved(&mut decision.day));
        self.monitoring.iter_mut().for_each(|measurement| moved(&mut measurement.day));
        let answers = self.recommendations.iter_mut().filter_map(|one| one.answer.as_mut());
        answers.filter_map(|answer| answer.commitment.as_mut()).for_each(|promise| moved(&mut promise.day));
        let issued = self.timeline.iter().find(|moment| moment.stage == Stage::Issued && moment.day <= 0);
        if let Some(last) = issued.map(|moment| country.working_day(moment.day - 1)) {
            let days = self.consents.iter_mut().filter_map(|consent| consent.day.as_mut());
            days.for_each(|day| *day = (*day).min(last));
        }
    }
}
