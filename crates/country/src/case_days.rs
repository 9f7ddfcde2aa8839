//! On which days a case went from step to step, counted from now.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::rules_deal::weighted;
use crate::{CaseKind, Exit, Length, Moment, Rules, Stage, Unit};

pub(crate) struct Days {
    pub(crate) stage: Stage,
    pub(crate) exit: Option<Exit>,
    pub(crate) timeline: Vec<Moment>,
    pub(crate) advice_late: u16,
    pub(crate) response_late: u16,
}

impl Days {
    pub(crate) fn of(&self, stage: Stage) -> Option<i32> {
        self.timeline.iter().find(|moment| moment.stage == stage).map(|moment| moment.day)
    }

    /// Whether this step has been taken.
    pub(crate) fn has(&self, stage: Stage) -> bool {
        self.stage >= stage && self.of(stage).is_some_and(|day| day <= 0)
    }
}

/// The steps that a case of this kind takes.
fn route(kind: CaseKind) -> &'static [Stage] {
    use Stage::{
        Aftercare, Announced, Decision, Draft, Intake, Issued, Preparation, Published, Request, Response, Signal,
    };
    match kind {
        CaseKind::Requested => {
            &[Signal, Announced, Request, Intake, Preparation, Draft, Issued, Response, Decision, Published, Aftercare]
        }
        CaseKind::Unsolicited => &[Signal, Preparation, Draft, Issued, Response, Decision, Published, Aftercare],
        CaseKind::ThinkAlong => &[Signal, Announced, Preparation, Response, Aftercare],
    }
}

pub(crate) fn draw(rng: &mut ChaCha8Rng, kind: CaseKind, rules: &Rules) -> Days {
    let exit = exit(rng, kind);
    let stage = stage(rng, kind, exit);
    let advice_term = term_days(rules);
    let response_term = i32::from(rules.response.weeks.unwrap_or(6)) * 7;
    let late_advice = if rng.random_bool(0.1) { rng.random_range(1..=19) } else { 0 };
    let late_response = if rng.random_bool(0.2) { rng.random_range(2..=60) } else { 0 };
    let advice = advice_term - rng.random_range(0..=(advice_term / 6).max(1)) + late_advice;
    let gap = |rng: &mut ChaCha8Rng, from: Stage| match from {
        Stage::Signal => rng.random_range(14..120),
        Stage::Announced => rng.random_range(20..90),
        Stage::Request => rng.random_range(2..7),
        Stage::Intake => rng.random_range(1..6),
        Stage::Preparation if kind == CaseKind::ThinkAlong => rng.random_range(15..50),
        Stage::Preparation => (advice * 2 / 3 - 6).max(4),
        Stage::Draft => (advice / 3 - 4).max(3),
        Stage::Issued => response_term - rng.random_range(0..12.min(response_term - 5)) + late_response,
        Stage::Response => rng.random_range(6..32),
        Stage::Decision => rng.random_range(2..12),
        Stage::Published => rng.random_range(140..200),
        Stage::Aftercare => rng.random_range(60..800),
    };
    let steps = route(kind);
    let here = steps.iter().position(|step| *step == stage).unwrap_or(0);
    let usual = gap(rng, stage);
    let waited = waited(rng, stage, exit, usual);
    let mut timeline = Vec::with_capacity(steps.len());
    let mut day = -waited;
    timeline.push(Moment { stage, day });
    for &step in steps[..here].iter().rev() {
        day -= gap(rng, step);
        timeline.insert(0, Moment { stage: step, day });
    }
    if exit.is_none() {
        let mut day = -waited;
        for pair in steps[here..].windows(2) {
            // What was to come by now, comes soon: it is late.
            day = (day + gap(rng, pair[0])).max(timeline.last().map_or(1, |last| last.day).max(0) + 1);
            timeline.push(Moment { stage: pair[1], day });
        }
    }
    let asked =
        |steps: &[Moment], stage: Stage| steps.iter().find(|moment| moment.stage == stage).map(|moment| moment.day);
    let late = |from: Option<i32>, to: Option<i32>, term: i32| match (from, to) {
        (Some(from), to) if from <= 0 => u16::try_from(to.unwrap_or(0).min(0) - from - term).unwrap_or(0),
        _ => 0,
    };
    let advice_late = match kind {
        CaseKind::Requested if exit.is_none() || exit == Some(Exit::NeverAnswered) => {
            late(asked(&timeline, Stage::Request), asked(&timeline, Stage::Issued), advice_term)
        }
        _ => 0,
    };
    let response_late = late(asked(&timeline, Stage::Issued), asked(&timeline, Stage::Response), response_term);
    Days { stage, exit, timeline, advice_late, response_late }
}

fn exit(rng: &mut ChaCha8Rng, kind: CaseKind) -> Option<Exit> {
    let spread: &[(u32, Option<Exit>)] = match kind {
        CaseKind::Requested => &[
            (84, None),
            (4, Some(Exit::NeverAnswered)),
            (4, Some(Exit::NoObjection)),
            (3, Some(Exit::Withdrawn)),
            (2, Some(Exit::Refused)),
            (3, Some(Exit::Lapsed)),
        ],
        CaseKind::Unsolicited => {
            &[(84, None), (11, Some(Exit::NeverAnswered)), (3, Some(Exit::Withdrawn)), (2, Some(Exit::Lapsed))]
        }
        CaseKind::ThinkAlong => &[(93, None), (4, Some(Exit::Lapsed)), (3, Some(Exit::Withdrawn))],
    };
    weighted(rng, spread)
}

fn stage(rng: &mut ChaCha8Rng, kind: CaseKind, exit: Option<Exit>) -> Stage {
    use Stage::{
        Aftercare, Announced, Decision, Draft, Intake, Issued, Preparation, Published, Request, Response, Signal,
    };
    match (exit, kind) {
        (Some(Exit::NeverAnswered), _) => Issued,
        (Some(Exit::Refused), _) => Intake,
        (Some(Exit::NoObjection), _) => Preparation,
        (Some(Exit::Withdrawn | Exit::Lapsed), _) => weighted(rng, &[(2, Preparation), (1, Signal)]),
        (None, CaseKind::Requested) => weighted(
            rng,
            &[
                (2, Signal),
                (7, Announced),
                (4, Request),
                (3, Intake),
                (7, Preparation),
                (5, Draft),
                (9, Issued),
                (6, Response),
                (5, Decision),
                (9, Published),
                (43, Aftercare),
            ],
        ),
        (None, CaseKind::Unsolicited) => weighted(
            rng,
            &[
                (9, Signal),
                (9, Preparation),
                (6, Draft),
                (12, Issued),
                (8, Response),
                (4, Decision),
                (9, Published),
                (43, Aftercare),
            ],
        ),
        (None, CaseKind::ThinkAlong) => {
            weighted(rng, &[(8, Signal), (10, Announced), (24, Preparation), (18, Response), (40, Aftercare)])
        }
    }
}

/// How long it has been in this step.
fn waited(rng: &mut ChaCha8Rng, stage: Stage, exit: Option<Exit>, usual: i32) -> i32 {
    match exit {
        Some(_) => rng.random_range(60..900),
        None if stage == Stage::Aftercare => usual,
        // Some have waited too long already.
        None if rng.random_bool(0.1) => usual + rng.random_range(1..25),
        None => rng.random_range(1..=usual.max(2)),
    }
}

/// The advice term in days, as far as it can be told.
fn term_days(rules: &Rules) -> i32 {
    let (value, days) = match rules.advice.length {
        Length::Fixed { value, unit: Unit::Weeks } => (value, 7),
        Length::Fixed { value, unit: Unit::Months } => (value, 30),
        Length::Fixed { value, unit: Unit::CalendarDays } => (value, 1),
        Length::Fixed { value, unit: Unit::WorkingDays } => (value * 7 / 5, 1),
        Length::SetByRequester { minimum_weeks } => (minimum_weeks + 1, 7),
        Length::BackCount { weeks } | Length::ByTopic { otherwise_weeks: weeks, .. } => (weeks, 7),
        Length::AgreedPerRequest | Length::EssentialInfluence | Length::None => (6, 7),
    };
    (i32::from(value) * days).max(12)
}
