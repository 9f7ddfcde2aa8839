//! The terms of the councils, against what is known of real ordinances: of 126 clauses with a number 77 % count in
//! weeks (four and six far ahead), 13 % in months, 7 % in calendar days and 3 % in working days.

use std::collections::BTreeMap;
use std::hash::Hash;

use country::{Answers, Council, Country, GeneralTermsAct, Length, Start, Unit};
use jiff::civil::date;

const SEEDS: [u64; 4] = [1, 2, 7, 2026];

/// How many of the cards were dealt, by what they say.
fn count<T: Copy + Eq + Hash>(all: impl Iterator<Item = T>, wanted: T) -> usize {
    all.filter(|one| *one == wanted).count()
}

/// The share of a number among all, in hundredths, lies within a point of what it should be.
fn about(part: usize, all: usize, hundredths: f64, what: &str) {
    let share = part as f64 * 100.0 / all as f64;
    assert!((share - hundredths).abs() <= 1.0, "{what}: {share:.1} of a hundred, not {hundredths}");
}

fn fixed(councils: &[Council]) -> Vec<(Unit, u16)> {
    let length = |council: &Council| match council.rules.advice.length {
        Length::Fixed { value, unit } => Some((unit, value)),
        _ => None,
    };
    councils.iter().filter_map(length).collect()
}

#[test]
fn units_are_spread_as_in_real_clauses() {
    for seed in SEEDS {
        let country = Country::new(seed, 1);
        assert_eq!(country.councils.len(), 250);
        let fixed = fixed(&country.councils);
        for (unit, share) in
            [(Unit::Weeks, 77.0), (Unit::Months, 13.0), (Unit::CalendarDays, 7.0), (Unit::WorkingDays, 3.0)]
        {
            let part = count(fixed.iter().map(|(unit, _)| *unit), unit);
            about(part, fixed.len(), share, &format!("{unit:?} with seed {seed}"));
        }
    }
}

#[test]
fn four_and_six_weeks_are_far_ahead_and_every_value_occurs() {
    for seed in SEEDS {
        let fixed = fixed(&Country::new(seed, 1).councils);
        let mut values: BTreeMap<&str, BTreeMap<u16, usize>> = BTreeMap::new();
        for (unit, value) in &fixed {
            let unit = match unit {
                Unit::Weeks => "weeks",
                Unit::Months => "months",
                Unit::CalendarDays => "days",
                Unit::WorkingDays => "working days",
            };
            *values.entry(unit).or_default().entry(*value).or_default() += 1;
        }
        let known = |unit: &str| values[unit].keys().copied().collect::<Vec<_>>();
        assert_eq!(known("weeks"), [2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 16], "seed {seed}");
        assert_eq!(known("months"), [1, 2, 3, 4, 5, 6, 12], "seed {seed}");
        let weeks = &values["weeks"];
        let others = weeks.iter().filter(|(value, _)| ![4, 6].contains(*value)).map(|(_, times)| *times);
        assert!(others.max().is_some_and(|most| most * 3 < weeks[&4].min(weeks[&6])), "{weeks:?}");
        assert!((weeks[&4] + weeks[&6]) * 100 > weeks.values().sum::<usize>() * 70, "{weeks:?}");
    }
}

/// How a length is set is known by kind, not by share: these are ours, and all of them occur.
#[test]
fn every_kind_of_rule_occurs_as_often_as_it_was_meant_to() {
    for seed in SEEDS {
        let councils = Country::new(seed, 1).councils;
        let kind = |council: &Council| match council.rules.advice.length {
            Length::Fixed { .. } => "fixed",
            Length::ByTopic { .. } => "by topic",
            Length::AgreedPerRequest => "agreed",
            Length::SetByRequester { .. } => "by the requester",
            Length::BackCount { .. } => "counted back",
            Length::EssentialInfluence => "essential influence",
            Length::None => "none",
        };
        for (name, share) in [
            ("fixed", 60.0),
            ("by topic", 6.0),
            ("agreed", 12.0),
            ("by the requester", 8.0),
            ("counted back", 4.0),
            ("essential influence", 8.0),
            ("none", 2.0),
        ] {
            about(count(councils.iter().map(kind), name), 250, share, &format!("{name} with seed {seed}"));
        }
    }
}

#[test]
fn a_rule_by_topic_names_topics_with_terms_of_their_own() {
    let mut lists = 0;
    for council in Country::new(1, 1).councils {
        if let Length::ByTopic { topics, otherwise_weeks } = council.rules.advice.length {
            lists += 1;
            assert!(topics.len() > 1 && topics.iter().any(|(_, weeks)| *weeks != otherwise_weeks), "{topics:?}");
            assert!(topics.iter().all(|(name, weeks)| !name.is_empty() && (2..=16).contains(weeks)), "{topics:?}");
        }
    }
    assert!(lists > 10, "{lists}");
}

#[test]
fn most_count_from_receipt_and_by_analogy() {
    for seed in SEEDS {
        let councils = Country::new(seed, 1).councils;
        let acts = || councils.iter().map(|council| council.rules.advice.terms_act);
        for (act, share) in
            [(GeneralTermsAct::ByAnalogy, 68.0), (GeneralTermsAct::NotApplied, 24.0), (GeneralTermsAct::Applies, 8.0)]
        {
            about(count(acts(), act), 250, share, &format!("{act:?} with seed {seed}"));
        }
        let starts = || councils.iter().map(|council| council.rules.advice.start);
        let received = count(starts(), Start::RequestReceived);
        for start in [Start::FileComplete, Start::RequestDated, Start::DataSupplied, Start::LaidOpen, Start::Event] {
            let times = count(starts(), start);
            assert!(times > 5 && times < received, "{start:?} {times}, on receipt {received}, with seed {seed}");
        }
        assert!(councils.iter().any(|council| council.rules.advice.recess_suspends));
    }
}

#[test]
fn answers_are_due_in_every_way_that_is_known() {
    for seed in SEEDS {
        let councils = Country::new(seed, 1).councils;
        let answers = || councils.iter().map(|council| council.rules.response.when);
        for when in [
            Answers::Always,
            Answers::EarliestOfTwo,
            Answers::OnDeviation,
            Answers::WithCouncilProposal,
            Answers::AsSoonAsPossible,
        ] {
            assert!(count(answers(), when) >= 10, "{when:?} with seed {seed}");
        }
        let weeks = |council: &Council| council.rules.response.weeks;
        assert!(councils.iter().filter_map(weeks).all(|weeks| [4, 6].contains(&weeks)));
        let always = |council: &&Council| council.rules.response.when == Answers::Always;
        assert!(councils.iter().filter(always).any(|council| weeks(council).is_none()), "always, without a term");
    }
}

/// A case keeps the rule of the day on which it began, so the rule must have been there.
#[test]
fn a_rule_is_older_than_the_cases_that_go_by_it() {
    for today in [date(2026, 11, 24), date(2027, 1, 1), date(2028, 2, 29)] {
        let country = Country::at(1, 1, today.at(9, 0, 0, 0));
        for case in country.cases() {
            let source = &country.councils[case.council].rules.source;
            let first = case.timeline.iter().map(|moment| country.date(moment.day)).min().expect("a first day");
            assert!(source.valid_from(today) <= first, "{} of {first}", case.title);
            assert!(!source.title.is_empty() && !source.title.ends_with(|c: char| c.is_numeric()), "{}", source.title);
        }
    }
}
