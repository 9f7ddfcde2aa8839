//! When people write: on working days mostly, after coffee and after supper.

use jiff::civil::{DateTime, Weekday};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::rules::weighted;

pub(crate) const DAY_MINUTES: i64 = 24 * 60;

/// A moment as minutes since midnight of today: below zero before today.
pub(crate) type Moment = i64;

/// The last minutes before the beginning are quiet: who reads the list must not see it move.
const JUST_NOW: i64 = 4;
/// Before this minute of the day nobody writes.
const UP: u32 = 6 * 60;

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

pub(crate) fn is_weekend(day: Weekday) -> bool {
    matches!(day, Weekday::Saturday | Weekday::Sunday)
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

/// The minutes of today at which somebody began a conversation, of so many on a whole day; the
/// last one first. Somebody is always up early.
pub(crate) fn so_far(rng: &mut ChaCha8Rng, now: DateTime, whole_day: usize) -> Vec<u32> {
    let now = u32::try_from(minute_of(now) - JUST_NOW).unwrap_or_default();
    let mut minutes: Vec<u32> = (0..whole_day).map(|_| minute(rng)).filter(|minute| *minute < now).collect();
    while minutes.len() < 2 && now > UP {
        minutes.push(rng.random_range(UP..now));
    }
    minutes.sort_unstable_by(|a, b| b.cmp(a));
    minutes
}

/// The minute of the day: everything before it is past.
pub(crate) fn minute_of(now: DateTime) -> Moment {
    i64::from(now.hour()) * 60 + i64::from(now.minute())
}

/// The next post some time after the last one; nothing if that would be now or later.
pub(crate) fn later(rng: &mut ChaCha8Rng, now: DateTime, last: Moment, gap_days: f64) -> Option<Moment> {
    let today = now.date().weekday();
    let gap = -gap_days * (1.0 - rng.random::<f64>()).ln();
    #[expect(clippy::cast_possible_truncation, reason = "a few days in minutes")]
    let wish = last + (gap * 1440.0) as i64 + rng.random_range(3..55);
    let mut day = wish.div_euclid(DAY_MINUTES);
    let same_day = day == last.div_euclid(DAY_MINUTES);
    let mut time = if same_day { wish.rem_euclid(DAY_MINUTES) } else { i64::from(minute(rng)) };
    if time < i64::from(UP) {
        time += 7 * 60;
    }
    let weekend = |day: i64| is_weekend(today + day);
    while !same_day && weekend(day) && rng.random_bool(0.8) {
        day += 1;
    }
    let at = day * DAY_MINUTES + time;
    (at <= minute_of(now) - JUST_NOW && at > last).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Stream, chance};
    use jiff::civil::date;

    #[test]
    fn today_is_as_far_as_the_clock_says() {
        let mut rng = chance(1, Stream::Topics);
        let mut so_far = |hour| super::so_far(&mut rng, date(2026, 11, 24).at(hour, 0, 0, 0), 30);
        assert!(so_far(5).is_empty(), "everybody sleeps");
        for hour in 7..24 {
            let minutes = so_far(hour);
            assert!(minutes.len() >= 2 && minutes.is_sorted_by(|a, b| a >= b));
            assert!(minutes.iter().all(|minute| (UP..hour as u32 * 60).contains(minute)), "{minutes:?}");
        }
    }

    #[test]
    fn time_goes_on_and_stays_in_the_past() {
        let mut rng = chance(1, Stream::Topics);
        for start in 1..400 {
            let mut last = moment(start, 600);
            while let Some(next) = later(&mut rng, date(2026, 11, 24).at(9, 30, 0, 0), last, 3.0) {
                assert!(next > last && next < 9 * 60 + 30);
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
