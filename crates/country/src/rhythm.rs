//! When people write: on working days mostly, after coffee and after supper. What was said is first as old
//! as the seed has it, in the time that people spend writing; only then it is laid over the days before now.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::Topic;

/// How much is written in each hour of a day. Nobody writes at night.
const HOURS: [u32; 24] = [0, 0, 0, 0, 0, 0, 2, 4, 9, 14, 16, 11, 6, 9, 11, 9, 7, 4, 3, 7, 9, 6, 3, 1];
/// How much more on a working day than these weights say, and on another day.
const BUSY: u32 = 50;
const QUIET: u32 = 10;
/// The last minutes before the beginning are quiet: who reads the list must not see it move.
const JUST_NOW: i64 = 4;
/// Between two posts there are at least so many beats: more than the busiest minute has.
const APART: u32 = 16 * BUSY + 200;

/// How long ago something was said, as the seed has it: in beats of the time in which people write. A working
/// day has [`Age::WORKING_DAY`] of them, a Sunday a fifth of that. It does not know which days those were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Age(pub u32);

impl Age {
    pub const WORKING_DAY: u32 = whole_day(BUSY);

    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self(days * Self::WORKING_DAY)
    }

    /// A part of a working day, or some days and a part.
    pub(crate) fn of(days: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some years at the most")]
        let beats = (days * f64::from(Self::WORKING_DAY)) as u32;
        Self(beats.max(1))
    }

    /// What is said some time after this, so many working days on average; nothing if that would be now or later.
    pub(crate) fn later(self, rng: &mut ChaCha8Rng, days: f64) -> Option<Self> {
        let gap = -days * (1.0 - rng.random::<f64>()).ln();
        self.0.checked_sub(Self::of(gap).0 + rng.random_range(APART..APART * 18)).filter(|left| *left > 0).map(Self)
    }
}

const fn whole_day(weight: u32) -> u32 {
    let (mut hour, mut sum) = (0, 0);
    while hour < HOURS.len() {
        sum += HOURS[hour] * 60;
        hour += 1;
    }
    sum * weight
}

/// The days before a moment, as far as people wrote on them.
pub(crate) struct Rhythm {
    today: Date,
    /// How old the beginning of each day is, counted back from today.
    begins: Vec<u32>,
    quiet: HashMap<usize, bool>,
}

impl Rhythm {
    pub(crate) fn before(now: DateTime) -> Self {
        let mut rhythm = Self { today: now.date(), begins: Vec::new(), quiet: HashMap::new() };
        let minutes = (i64::from(now.hour()) * 60 + i64::from(now.minute()) - JUST_NOW).max(0);
        let beats = (0..minutes).map(|minute| weight_at(minute as usize)).sum::<u32>() * rhythm.weight(0);
        rhythm.begins.push(beats);
        rhythm
    }

    /// What a minute of this day weighs: little at weekends and on holidays.
    fn weight(&mut self, days_ago: usize) -> u32 {
        let date = self.today.saturating_sub((days_ago as i64).days());
        let quiet =
            *self.quiet.entry(days_ago).or_insert_with(|| terms::Calendar::dutch().closed_by_law(date).is_some());
        if quiet { QUIET } else { BUSY }
    }

    /// So many days ago, and the minute of that day.
    fn find(&mut self, age: Age) -> (u32, u32) {
        while self.begins[self.begins.len() - 1] < age.0 {
            let day = self.begins.len();
            let before = whole_day(self.weight(day)) + self.begins[day - 1];
            self.begins.push(before);
        }
        let day = self.begins.partition_point(|begin| *begin < age.0);
        let weight = self.weight(day);
        let mut left = self.begins[day] - age.0;
        let mut minute = 0;
        while minute < 24 * 60 - 1 {
            let beats = weight_at(minute) * weight;
            if left < beats {
                break;
            }
            left -= beats;
            minute += 1;
        }
        (day as u32, minute as u32)
    }

    /// Gives a conversation and all that was said in it the moments that belong to their ages.
    pub(crate) fn lay(&mut self, topic: &mut Topic) {
        (topic.days_ago, topic.minute) = self.find(topic.age);
        let begun = i64::from(topic.minute) - i64::from(topic.days_ago) * 24 * 60;
        for post in &mut topic.posts {
            let (days_ago, minute) = self.find(post.age);
            let at = i64::from(minute) - i64::from(days_ago) * 24 * 60;
            post.minutes_after = u32::try_from(at - begun).unwrap_or_default();
        }
    }
}

fn weight_at(minute: usize) -> u32 {
    HOURS[minute / 60]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Stream, chance};
    use jiff::civil::date;

    /// Minutes from midnight of today; below nought before it.
    fn at(rhythm: &mut Rhythm, age: Age) -> i64 {
        let (days_ago, minute) = rhythm.find(age);
        i64::from(minute) - i64::from(days_ago) * 24 * 60
    }

    #[test]
    fn time_goes_on_and_stays_in_the_past_whenever_one_looks() {
        let mut rng = chance(1, Stream::Topics);
        for now in
            [date(2026, 11, 24).at(9, 30, 0, 0), date(2027, 5, 2).at(21, 15, 0, 0), date(2028, 2, 29).at(0, 0, 0, 0)]
        {
            let mut rhythm = Rhythm::before(now);
            for start in 1..300 {
                let mut age = Age::days(start);
                let mut last = at(&mut rhythm, age);
                while let Some(next) = age.later(&mut rng, 2.0) {
                    let then = at(&mut rhythm, next);
                    assert!(next < age && then > last, "{now}: {next:?} at {then}, after {age:?} at {last}");
                    (age, last) = (next, then);
                }
                assert!(last <= i64::from(now.hour()) * 60 + i64::from(now.minute()) - JUST_NOW, "{now}: {last}");
            }
        }
    }

    #[test]
    fn the_night_is_quiet_and_a_sunday_nearly_so() {
        let mut rhythm = Rhythm::before(date(2026, 11, 23).at(0, 30, 0, 0));
        let whole = Age::WORKING_DAY / 5;
        assert_eq!(at(&mut rhythm, Age(1)), -1, "the last minute of a Sunday");
        assert_eq!(rhythm.find(Age(whole)), (1, 6 * 60), "the whole Sunday");
        assert_eq!(rhythm.find(Age(2 * whole + 1)).0, 3, "then the Saturday, then the Friday");
        assert_eq!(rhythm.find(Age(2 * whole + Age::WORKING_DAY)), (3, 6 * 60));
    }

    #[test]
    fn the_last_minutes_are_quiet() {
        let mut rhythm = Rhythm::before(date(2026, 11, 24).at(9, 0, 0, 0));
        assert_eq!(rhythm.find(Age(1)), (0, 9 * 60 - 5));
    }
}
