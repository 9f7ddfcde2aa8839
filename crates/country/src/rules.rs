//! By which terms a council works: drawn as they are spread in real ordinances, as plain values.

use jiff::civil::Date;
use rand::Rng;
use rand_chacha::ChaCha8Rng;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Weeks,
    Months,
    CalendarDays,
    WorkingDays,
}

/// How the length of the advice term is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Fixed {
        value: u16,
        unit: Unit,
    },
    /// The requester names it, but not below this many weeks.
    SetByRequester {
        minimum_weeks: u16,
    },
    AgreedPerRequest,
    /// So many weeks before the decision.
    BackCount {
        weeks: u16,
    },
    EssentialInfluence,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    RequestDated,
    RequestReceived,
    FileComplete,
    DataSupplied,
    /// The day itself counts.
    LaidOpen,
    Event,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneralTermsAct {
    ByAnalogy,
    NotApplied,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceRule {
    pub length: Length,
    pub start: Start,
    pub terms_act: GeneralTermsAct,
    pub recess_suspends: bool,
    /// The council may add this many weeks, once, with notice.
    pub extension_weeks: Option<u16>,
    /// Shorter, with a reason and a talk with chair and secretary.
    pub urgent_weeks: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Always, within the term if there is one.
    Always,
    OnDeviation,
    WithCouncilProposal,
    AsSoonAsPossible,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseRule {
    pub when: Answers,
    /// Weeks from receipt of the advice.
    pub weeks: Option<u16>,
    pub per_recommendation: bool,
    pub talk_before_deviating: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    Ordinance,
    Covenant,
    HouseRules,
    Agreement,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    pub kind: SourceKind,
    pub title: String,
    pub article: String,
    pub valid_from: Date,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    pub advice: AdviceRule,
    pub response: ResponseRule,
    pub source: RuleSource,
}

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
            valid_from: jiff::civil::date(2023, 1, 1),
        },
    }
}

pub(crate) fn draw(rng: &mut ChaCha8Rng, municipality: &str) -> Rules {
    let length = length(rng);
    let source = source(rng, municipality, length);
    Rules { advice: advice(rng, length), response: response(rng), source }
}

fn length(rng: &mut ChaCha8Rng) -> Length {
    match weighted(rng, &[(66, 0), (12, 1), (8, 2), (4, 3), (8, 4), (2, 5)]) {
        0 => fixed(rng),
        1 => Length::AgreedPerRequest,
        2 => Length::SetByRequester { minimum_weeks: weighted(rng, &[(2, 2), (3, 3), (3, 4)]) },
        3 => Length::BackCount { weeks: weighted(rng, &[(3, 4), (3, 6), (1, 8)]) },
        4 => Length::EssentialInfluence,
        _ => Length::None,
    }
}

fn fixed(rng: &mut ChaCha8Rng) -> Length {
    let unit = weighted(rng, &[(77, Unit::Weeks), (13, Unit::Months), (7, Unit::CalendarDays), (3, Unit::WorkingDays)]);
    let value = match unit {
        Unit::Weeks => {
            let spread = [(34, 6), (30, 4), (5, 8), (3, 3), (2, 5), (2, 2), (1, 7), (1, 10), (1, 12), (1, 13), (1, 16)];
            weighted(rng, &spread)
        }
        Unit::Months => weighted(rng, &[(4, 1), (5, 2), (4, 3), (1, 4), (1, 6)]),
        Unit::CalendarDays => weighted(rng, &[(4, 30), (2, 14), (2, 42), (1, 60)]),
        Unit::WorkingDays => weighted(rng, &[(3, 20), (2, 30), (1, 15)]),
    };
    Length::Fixed { value, unit }
}

fn advice(rng: &mut ChaCha8Rng, length: Length) -> AdviceRule {
    let start = match length {
        Length::BackCount { .. } => Start::Event,
        _ => weighted(
            rng,
            &[
                (52, Start::RequestReceived),
                (20, Start::FileComplete),
                (16, Start::RequestDated),
                (6, Start::DataSupplied),
                (6, Start::LaidOpen),
            ],
        ),
    };
    let fixed = matches!(length, Length::Fixed { .. });
    AdviceRule {
        length,
        start,
        terms_act: weighted(rng, &[(7, GeneralTermsAct::ByAnalogy), (3, GeneralTermsAct::NotApplied)]),
        recess_suspends: rng.random_bool(0.35),
        extension_weeks: (fixed && rng.random_bool(0.3)).then(|| weighted(rng, &[(3, 4), (2, 2)])),
        urgent_weeks: (fixed && rng.random_bool(0.4)).then(|| weighted(rng, &[(3, 2), (2, 3), (1, 1)])),
    }
}

fn response(rng: &mut ChaCha8Rng) -> ResponseRule {
    let when = weighted(
        rng,
        &[
            (45, Answers::Always),
            (25, Answers::OnDeviation),
            (15, Answers::WithCouncilProposal),
            (15, Answers::AsSoonAsPossible),
        ],
    );
    ResponseRule {
        when,
        weeks: match when {
            Answers::Always => weighted(rng, &[(4, Some(6)), (4, Some(4)), (1, Some(8)), (3, None)]),
            _ => None,
        },
        per_recommendation: rng.random_bool(0.4),
        talk_before_deviating: rng.random_bool(0.3),
    }
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
    let (year, month) = (rng.random_range(2015..=2025), weighted(rng, &[(6, 1), (2, 7), (1, 4), (1, 10)]));
    let sign = if kind == Ordinance { "artikel" } else { "punt" };
    RuleSource {
        kind,
        title: format!("{} {municipality} {year}", titles[rng.random_range(0..titles.len())]),
        article: format!("{sign} {}", rng.random_range(3..=12)),
        valid_from: jiff::civil::date(year, month, 1),
    }
}
