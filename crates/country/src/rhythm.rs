//! When people write: on working days mostly, after coffee and after supper.

use jiff::civil::Weekday;
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::rules::weighted;

pub(crate) const DAY_MINUTES: i64 = 24 * 60;

/// A moment as minutes since midnight of today: in the past, so below zero.
pub(crate) type Moment = i64;

pub(crate) fn moment(days_ago: u32, minute: u32) -> Moment {
    i64::from(minute) - i64::from(days_ago) * DAY_MINUTES
}

/// A minute of the day at which people sit down to write.
pub(crate) fn minute(rng: &mut ChaCha8Rng) -> u32 {
    let hour: u32 = weighted(
        rng,
        &[
            (2, 6),
            (4, 7),
            (9, 8),
            (14, 9),
            (16, 10),
            (11, 11),
            (6, 12),
            (9, 13),
            (11, 14),
            (9, 15),
            (7, 16),
            (4, 17),
            (3, 18),
            (7, 19),
            (9, 20),
            (6, 21),
            (3, 22),
            (1, 23),
        ],
    );
    hour * 60 + rng.random_range(0..60)
}

pub(crate) fn weekday(today: Weekday, days_ago: u32) -> Weekday {
    today - i64::from(days_ago)
}

/// Moves most of what would fall in a weekend to a day before it.
pub(crate) fn working_day(rng: &mut ChaCha8Rng, today: Weekday, days_ago: u32) -> u32 {
    let stays = rng.random_bool(0.22);
    match weekday(today, days_ago) {
        Weekday::Saturday if !stays => days_ago + rng.random_range(1..=4),
        Weekday::Sunday if !stays => days_ago + rng.random_range(2..=5),
        _ => days_ago,
    }
}

/// The next post some time after the last one; nothing if that would be today or later.
pub(crate) fn later(rng: &mut ChaCha8Rng, today: Weekday, last: Moment, gap_days: f64) -> Option<Moment> {
    let gap = -gap_days * (1.0 - rng.random::<f64>()).ln();
    #[expect(clippy::cast_possible_truncation, reason = "a few days in minutes")]
    let wish = last + (gap * 1440.0) as i64 + rng.random_range(3..55);
    let mut day = wish.div_euclid(DAY_MINUTES);
    let same_day = day == last.div_euclid(DAY_MINUTES);
    let mut time = if same_day { wish.rem_euclid(DAY_MINUTES) } else { i64::from(minute(rng)) };
    if time < 6 * 60 {
        time += 7 * 60;
    }
    let weekend = |day: i64| matches!(today + day, Weekday::Saturday | Weekday::Sunday);
    while !same_day && weekend(day) && rng.random_bool(0.8) {
        day += 1;
    }
    let at = day * DAY_MINUTES + time;
    (day < 0 && at > last).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Stream, chance};

    #[test]
    fn time_goes_on_and_stays_in_the_past() {
        let mut rng = chance(1, Stream::Topics);
        for start in 1..400 {
            let mut last = moment(start, 600);
            while let Some(next) = later(&mut rng, Weekday::Tuesday, last, 3.0) {
                assert!(next > last && next < 0);
                last = next;
            }
        }
    }

    #[test]
    fn monday_was_yesterday_on_a_tuesday() {
        assert_eq!(weekday(Weekday::Tuesday, 1), Weekday::Monday);
        assert_eq!(weekday(Weekday::Tuesday, 9), Weekday::Sunday);
    }
}
