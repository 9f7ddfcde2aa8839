//! Deals the rules out over the councils, as they are spread in real ordinances. What a share is known of is
//! dealt like cards: of three in a hundred, seven in 250 councils get it, whatever the chance.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::rules::{
    AdviceRule, Answers, GeneralTermsAct, Length, ResponseRule, RuleSource, Rules, SourceKind, Start, TopicWeeks, Unit,
};

/// How the length is set. That many ordinances give no number is known, not how many: most have one.
#[derive(Clone, Copy)]
enum Kind {
    Fixed,
    ByTopic,
    AgreedPerRequest,
    SetByRequester,
    BackCount,
    EssentialInfluence,
    None,
}

const KINDS: [(u32, Kind); 7] = [
    (60, Kind::Fixed),
    (6, Kind::ByTopic),
    (12, Kind::AgreedPerRequest),
    (8, Kind::SetByRequester),
    (4, Kind::BackCount),
    (8, Kind::EssentialInfluence),
    (2, Kind::None),
];
/// Of a hundred clauses with a number.
const UNITS: [(u32, Unit); 4] =
    [(77, Unit::Weeks), (13, Unit::Months), (7, Unit::CalendarDays), (3, Unit::WorkingDays)];
/// Four and six are far ahead.
const WEEKS: [(u32, u16); 11] =
    [(34, 6), (30, 4), (5, 8), (3, 3), (2, 5), (2, 2), (1, 7), (1, 10), (1, 12), (1, 13), (1, 16)];
const MONTHS: [(u32, u16); 7] = [(5, 1), (4, 2), (4, 3), (2, 4), (1, 5), (2, 6), (1, 12)];
const CALENDAR_DAYS: [(u32, u16); 4] = [(4, 30), (2, 14), (2, 42), (1, 60)];
const WORKING_DAYS: [(u32, u16); 3] = [(3, 20), (2, 30), (1, 15)];
/// What a list names, and the weeks for whatever it does not name.
const TOPICS: [(u32, (&[TopicWeeks], u16)); 4] = [
    (3, (&[("een nieuwe verordening", 8), ("een beleidsplan", 6), ("nadere regels", 4)], 6)),
    (2, (&[("inkoop en aanbesteding", 3), ("een verordening", 6)], 4)),
    (2, (&[("beleid voor meer jaren", 8), ("de begroting", 3), ("een kleine wijziging", 2)], 6)),
    (1, (&[("een voorstel aan de gemeenteraad", 6), ("de ervaringen van cliënten", 8)], 4)),
];
const MINIMUM_WEEKS: [(u32, u16); 3] = [(2, 2), (3, 3), (3, 4)];
const WEEKS_BEFORE: [(u32, u16); 3] = [(3, 4), (3, 6), (1, 8)];
/// Most count from the receipt of the request.
const STARTS: [(u32, Start); 5] = [
    (52, Start::RequestReceived),
    (20, Start::FileComplete),
    (16, Start::RequestDated),
    (6, Start::DataSupplied),
    (6, Start::LaidOpen),
];
/// By analogy unless something else was agreed.
const TERMS_ACT: [(u32, GeneralTermsAct); 3] =
    [(68, GeneralTermsAct::ByAnalogy), (24, GeneralTermsAct::NotApplied), (8, GeneralTermsAct::Applies)];
const ANSWERS: [(u32, (Answers, Option<u16>)); 8] = [
    (15, (Answers::Always, Some(6))),
    (14, (Answers::Always, Some(4))),
    (11, (Answers::Always, None)),
    (3, (Answers::EarliestOfTwo, Some(6))),
    (3, (Answers::EarliestOfTwo, Some(4))),
    (25, (Answers::OnDeviation, None)),
    (15, (Answers::WithCouncilProposal, None)),
    (14, (Answers::AsSoonAsPossible, None)),
];

/// Takes one of these, each as often as its weight.
pub(crate) fn weighted<T: Copy>(rng: &mut ChaCha8Rng, options: &[(u32, T)]) -> T {
    let total: u32 = options.iter().map(|(weight, _)| weight).sum();
    let mut left = rng.random_range(0..total);
    for &(weight, option) in options {
        if left < weight {
            return option;
        }
        left -= weight;
    }
    options[0].1
}

/// As many cards as are asked for, each kind as often as its weight says, in any order.
fn deal<T: Copy>(rng: &mut ChaCha8Rng, count: usize, options: &[(u32, T)]) -> Vec<T> {
    let total: u32 = options.iter().map(|(weight, _)| weight).sum();
    let share = |weight: u32| (weight as usize * count / total as usize, weight as usize * count % total as usize);
    let mut shares: Vec<(usize, usize, T)> =
        options.iter().map(|(weight, option)| (share(*weight).0, share(*weight).1, *option)).collect();
    let missing = count - shares.iter().map(|(whole, ..)| whole).sum::<usize>();
    // What is left over goes to those that came nearest to one more.
    shares.sort_by_key(|(_, rest, _)| std::cmp::Reverse(*rest));
    shares.iter_mut().take(missing).for_each(|(whole, ..)| *whole += 1);
    let mut cards: Vec<T> =
        shares.into_iter().flat_map(|(times, _, option)| std::iter::repeat_n(option, times)).collect();
    cards.shuffle(rng);
    cards
}

/// The rules of all councils, in their order; each is named after its first municipality, and the first
/// council is that of the story.
pub(crate) fn all(rng: &mut ChaCha8Rng, municipalities: &[&str]) -> Vec<Rules> {
    let count = municipalities.len();
    let lengths = lengths(rng, count);
    let starts = deal(rng, count, &STARTS);
    let acts = deal(rng, count, &TERMS_ACT);
    let answers = deal(rng, count, &ANSWERS);
    let mut one = |place: usize, municipality: &str| {
        let source = source(rng, municipality, lengths[place]);
        let start = if matches!(lengths[place], Length::BackCount { .. }) { Start::Event } else { starts[place] };
        Rules {
            advice: advice(rng, lengths[place], start, acts[place]),
            response: response(rng, answers[place]),
            source,
        }
    };
    let mut all: Vec<Rules> = municipalities.iter().enumerate().map(|(place, name)| one(place, name)).collect();
    if let (Some(first), Some(name)) = (all.first_mut(), municipalities.first()) {
        *first = home(name);
    }
    all
}

/// The rules of the home council: six weeks, an answer a number within six weeks, a talk first.
pub(crate) fn home(municipality: &str) -> Rules {
    Rules {
        advice: AdviceRule {
            length: Length::Fixed { value: 6, unit: Unit::Weeks },
            start: Start::FileComplete,
            terms_act: GeneralTermsAct::ByAnalogy,
            recess_suspends: true,
            extension_weeks: Some(4),
            urgent_weeks: Some(3),
        },
        response: ResponseRule {
            when: Answers::Always,
            weeks: Some(6),
            per_recommendation: true,
            talk_before_deviating: true,
        },
        source: RuleSource {
            kind: SourceKind::Ordinance,
            title: format!("Verordening adviesraad sociaal domein {municipality}"),
            article: "artikel 6".to_owned(),
            years_ago: 3,
            month: 1,
        },
    }
}

fn lengths(rng: &mut ChaCha8Rng, count: usize) -> Vec<Length> {
    let kinds = deal(rng, count, &KINDS);
    let many = |wanted: fn(&Kind) -> bool| kinds.iter().filter(|kind| wanted(kind)).count();
    let (numbers, lists) = (many(|k| matches!(k, Kind::Fixed)), many(|k| matches!(k, Kind::ByTopic)));
    let mut fixed = fixed(rng, numbers);
    let mut topics = deal(rng, lists, &TOPICS);
    kinds
        .into_iter()
        .map(|kind| match kind {
            Kind::Fixed => fixed.pop().unwrap_or(Length::None),
            Kind::ByTopic => topics
                .pop()
                .map_or(Length::None, |(topics, otherwise_weeks)| Length::ByTopic { topics, otherwise_weeks }),
            Kind::AgreedPerRequest => Length::AgreedPerRequest,
            Kind::SetByRequester => Length::SetByRequester { minimum_weeks: weighted(rng, &MINIMUM_WEEKS) },
            Kind::BackCount => Length::BackCount { weeks: weighted(rng, &WEEKS_BEFORE) },
            Kind::EssentialInfluence => Length::EssentialInfluence,
            Kind::None => Length::None,
        })
        .collect()
}

/// So many lengths with a number, in any order.
fn fixed(rng: &mut ChaCha8Rng, count: usize) -> Vec<Length> {
    let units = deal(rng, count, &UNITS);
    let mut all = Vec::with_capacity(count);
    for (unit, values) in [
        (Unit::Weeks, &WEEKS[..]),
        (Unit::Months, &MONTHS),
        (Unit::CalendarDays, &CALENDAR_DAYS),
        (Unit::WorkingDays, &WORKING_DAYS),
    ] {
        let times = units.iter().filter(|one| **one == unit).count();
        all.extend(deal(rng, times, values).into_iter().map(|value| Length::Fixed { value, unit }));
    }
    all.shuffle(rng);
    all
}

fn advice(rng: &mut ChaCha8Rng, length: Length, start: Start, terms_act: GeneralTermsAct) -> AdviceRule {
    let fixed = matches!(length, Length::Fixed { .. } | Length::ByTopic { .. });
    AdviceRule {
        length,
        start,
        terms_act,
        recess_suspends: rng.random_bool(0.35),
        extension_weeks: (fixed && rng.random_bool(0.3)).then(|| weighted(rng, &[(3, 4), (2, 2)])),
        urgent_weeks: (fixed && rng.random_bool(0.4)).then(|| weighted(rng, &[(3, 2), (2, 3), (1, 1)])),
    }
}

fn response(rng: &mut ChaCha8Rng, (when, weeks): (Answers, Option<u16>)) -> ResponseRule {
    ResponseRule { when, weeks, per_recommendation: rng.random_bool(0.4), talk_before_deviating: rng.random_bool(0.3) }
}

fn source(rng: &mut ChaCha8Rng, municipality: &str, length: Length) -> RuleSource {
    use SourceKind::{Agreement, Covenant, HouseRules, Ordinance};
    let kind = match length {
        Length::AgreedPerRequest | Length::None => weighted(rng, &[(3, Ordinance), (2, Covenant), (3, Agreement)]),
        _ => weighted(rng, &[(62, Ordinance), (24, Covenant), (14, HouseRules)]),
    };
    let titles: &[&str] = match kind {
        Ordinance => &[
            "Verordening adviesraad sociaal domein",
            "Verordening cliëntenparticipatie",
            "Verordening maatschappelijke ondersteuning",
            "Verordening inwonersparticipatie",
        ],
        Covenant => &["Convenant adviesraad en gemeente", "Samenwerkingsafspraken adviesraad"],
        HouseRules => &["Huishoudelijk reglement adviesraad"],
        Agreement => &["Afspraken per aanvraag"],
    };
    // Older than every case, so that all of them have a rule whenever one looks.
    let (years_ago, month) = (rng.random_range(6..=11), weighted(rng, &[(6, 1), (2, 7), (1, 4), (1, 10)]));
    let sign = if kind == Ordinance { "artikel" } else { "punt" };
    RuleSource {
        kind,
        title: format!("{} {municipality}", titles[rng.random_range(0..titles.len())]),
        article: format!("{sign} {}", rng.random_range(3..=12)),
        years_ago,
        month,
    }
}
