//! The same seed gives the same country. Only the dates are counted back from the moment at which it begins.

use std::hash::{DefaultHasher, Hash, Hasher};

use country::{Case, Country, Topic};
use jiff::civil::{DateTime, date};

fn usual() -> DateTime {
    date(2026, 11, 24).at(9, 0, 0, 0)
}

/// Moments that are hard: a weekend, a holiday, a leap day, midnight, an hour that does not exist, and one that
/// comes twice.
fn odd() -> [DateTime; 9] {
    [
        date(2026, 11, 22).at(23, 40, 0, 0),
        date(2026, 11, 24).at(0, 30, 0, 0),
        date(2027, 1, 1).at(0, 0, 0, 0),
        date(2027, 1, 4).at(6, 20, 0, 0),
        date(2027, 3, 28).at(2, 30, 0, 0),
        date(2027, 5, 2).at(21, 15, 0, 0),
        date(2027, 10, 31).at(2, 30, 0, 0),
        date(2028, 2, 29).at(13, 5, 0, 0),
        date(2026, 12, 26).at(11, 0, 0, 0),
    ]
}

/// What a conversation is, but for when it was.
fn conversation(topic: &Topic) -> Topic {
    let mut topic = topic.clone();
    (topic.days_ago, topic.minute) = (0, 0);
    topic.posts.iter_mut().for_each(|post| post.minutes_after = 0);
    topic
}

/// What a case is, but for when it was. Whether something is past or to come is no date.
fn course(case: &Case) -> Case {
    let mut case = case.clone();
    let come = |day: &mut i32| *day = i32::from(*day > 0);
    case.timeline.iter_mut().for_each(|one| come(&mut one.day));
    case.decisions.iter_mut().for_each(|one| come(&mut one.day));
    case.monitoring.iter_mut().for_each(|one| come(&mut one.day));
    case.consents.iter_mut().filter_map(|one| one.day.as_mut()).for_each(come);
    let answers = case.recommendations.iter_mut().filter_map(|one| one.answer.as_mut());
    answers.filter_map(|answer| answer.commitment.as_mut()).for_each(|one| come(&mut one.day));
    case
}

/// One number for everything that can be read, without a date in it.
fn digest(country: &Country, topics: usize, cases: usize) -> u64 {
    let mut hasher = DefaultHasher::new();
    for person in &country.persons {
        format!("{person:?}").hash(&mut hasher);
    }
    format!("{:?} {:?} {:?}", country.councils, country.regions, country.seats).hash(&mut hasher);
    for topic in country.topics().take(topics) {
        format!("{:?}", conversation(&topic)).hash(&mut hasher);
    }
    for case in country.cases().take(cases) {
        format!("{:?}", course(&case)).hash(&mut hasher);
    }
    hasher.finish()
}

#[test]
fn the_same_seed_gives_the_same_country() {
    let whole = |seed| {
        let country = Country::at(seed, 1, usual());
        let dated: Vec<_> = country.topics().take(600).map(|topic| (topic.days_ago, topic.minute)).collect();
        (digest(&country, 600, 200), dated)
    };
    assert_eq!(whole(11), whole(11));
}

#[test]
fn another_seed_gives_another_country() {
    assert_ne!(digest(&Country::new(11, 1), 600, 200), digest(&Country::new(12, 1), 600, 200));
}

#[test]
fn asking_twice_gives_the_same_topics() {
    let country = Country::new(3, 1);
    let titles = || country.topics().take(50).map(|topic| topic.title).collect::<Vec<_>>();
    assert_eq!(titles(), titles());
}

/// In another month, on another weekday, at another hour: who writes what to whom, and how far a case came, is as
/// it was.
#[test]
fn another_moment_has_the_same_country_with_other_dates() {
    let all = |now| {
        let country = Country::at(1, 1, now);
        let dates: Vec<_> = country.topics().map(|topic| (topic.days_ago, topic.minute)).collect();
        (digest(&country, usize::MAX, usize::MAX), dates)
    };
    let (said, dates) = all(usual());
    // A whole country takes a while, so every other one.
    for now in odd().into_iter().step_by(2) {
        let (then, other) = all(now);
        assert_eq!(said, then, "{now}");
        assert_ne!(dates, other, "{now}: the days are other days");
    }
}

#[test]
fn a_larger_country_is_also_the_same_at_another_moment() {
    let whole = |now| digest(&Country::at(5, 2, now), 400, 300);
    assert_eq!(whole(usual()), whole(date(2027, 5, 2).at(21, 15, 0, 0)));
}

/// Nothing is dated after now, what follows comes later, and nobody writes at night.
#[test]
fn nothing_is_in_the_future_whenever_one_looks() {
    for now in odd() {
        let country = Country::at(1, 1, now);
        let this_minute = i64::from(now.hour()) * 60 + i64::from(now.minute());
        let mut last_said = i64::MIN;
        for topic in country.topics() {
            let begun = i64::from(topic.minute) - i64::from(topic.days_ago) * 1440;
            for pair in topic.posts.windows(2) {
                assert!(pair[0].minutes_after < pair[1].minutes_after, "{now}: {}", topic.title);
            }
            for post in &topic.posts {
                let at = begun + i64::from(post.minutes_after);
                assert!(at < this_minute, "{now}: {} goes on after the beginning", topic.title);
                assert!(at.rem_euclid(1440) >= 6 * 60, "{now}: somebody writes at night in {}", topic.title);
                last_said = last_said.max(at);
            }
        }
        // At night and early on a quiet day the last word is of the evening before.
        let day = if now.hour() < 9 { -1440 } else { 0 };
        assert!(last_said >= day, "{now}: the last word is {} minutes old", this_minute - last_said);
        for case in country.cases() {
            let here = case.timeline.iter().find(|one| one.stage == case.stage).expect("where it is");
            assert!(here.day <= 0, "{now}: {}", case.title);
            assert!(case.timeline.iter().all(|one| (one.stage > case.stage) == (one.day > 0)), "{now}: {}", case.title);
            assert!(case.consents.iter().all(|one| one.day.is_none_or(|day| day <= 0)), "{now}: {}", case.title);
        }
    }
}

/// Who comes in the morning finds something of that morning, and of the day before.
#[test]
fn today_and_yesterday_are_alive_on_any_day() {
    for now in [
        date(2026, 11, 22).at(12, 0, 0, 0),
        date(2026, 11, 23).at(8, 30, 0, 0),
        date(2026, 11, 27).at(17, 0, 0, 0),
        date(2027, 1, 1).at(16, 0, 0, 0),
        date(2028, 2, 29).at(10, 0, 0, 0),
    ] {
        let country = Country::at(1, 1, now);
        let topics: Vec<Topic> = country.topics().collect();
        for day in 0..2 {
            let begun = topics.iter().filter(|topic| topic.days_ago == day).count();
            assert!(begun >= 2, "{now}: {begun} begun {day} days ago");
        }
    }
}
