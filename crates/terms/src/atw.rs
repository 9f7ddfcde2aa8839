//! The Algemene termijnenwet: articles 1, 2 and 4, for terms that are counted forward.

use crate::{
    Atw, ClosedDay, Exemption, Length, Step, TermError, Unit,
    bounds::{days_after, days_between, next},
    compute::Work,
};
use jiff::civil::Date;

/// Ordinary days a term of at least three days must hold (art. 2).
const ORDINARY_DAYS: u8 = 2;

/// Days from which a term must hold them (art. 2).
const SHORTEST_FOR_ARTICLE_2_DAYS: i64 = 3;

/// Why art. 4 exempts a term. Each part is judged as it is described: a term of ten weeks that is
/// extended by four is not a term of more than twelve weeks.
pub(crate) fn exemption(lengths: &[Length]) -> Option<Exemption> {
    lengths.iter().find_map(|length| match (length.unit, length.value) {
        (Unit::Hours, _) => Some(Exemption::Hours),
        (Unit::CalendarDays, 91..) => Some(Exemption::MoreThanNinetyDays),
        (Unit::Weeks, 13..) => Some(Exemption::MoreThanTwelveWeeks),
        (Unit::Months, 4..) => Some(Exemption::MoreThanThreeMonths),
        (Unit::Years, _) => Some(Exemption::Years),
        _ => None,
    })
}

/// Moves the end as the act says. `plain` is the count without standstills, `end` with them.
pub(crate) fn apply(work: &mut Work<'_>, plain: Date, end: Date) -> Result<Date, TermError> {
    work.steps.push(Step::Applied { atw: work.term.atw });
    if work.term.atw == Atw::None {
        return Ok(end);
    }
    if let Some(why) = exemption(&work.term.lengths()) {
        work.steps.push(Step::Exempt { why });
        return Ok(end);
    }
    let moved = article_1(work, end)?;
    let widened = article_2(work, plain, moved)?;
    if widened == end && work.term.length.unit != Unit::WorkingDays {
        work.steps.push(Step::OrdinaryDay { day: end });
    }
    Ok(widened)
}

/// An end on a closed day runs on to the next day that is none.
fn article_1(work: &mut Work<'_>, from: Date) -> Result<Date, TermError> {
    let (mut to, mut over) = (from, Vec::new());
    while let Some(closed) = closed(work, to) {
        over.push(closed);
        to = next(to)?;
    }
    if to != from {
        work.steps.push(Step::Moved { from, to, over });
    }
    Ok(to)
}

/// A term of at least three days holds two ordinary days.
fn article_2(work: &mut Work<'_>, plain: Date, from: Date) -> Result<Date, TermError> {
    let origin = work.origin()?;
    let in_working_days = work.term.length.unit == Unit::WorkingDays;
    if in_working_days || days_between(origin, plain) < SHORTEST_FOR_ARTICLE_2_DAYS {
        return Ok(from);
    }
    let ordinary = ordinary_days(work, origin, from);
    let (mut to, mut over, mut held) = (from, Vec::new(), ordinary);
    while held < ORDINARY_DAYS {
        to = next(to)?;
        match closed(work, to) {
            Some(day) => over.push(day),
            None => held += 1,
        }
    }
    if to != from {
        work.steps.push(Step::Widened { from, to, ordinary, over });
    }
    Ok(to)
}

/// How many ordinary days there are, counted no further than is needed. Days that are certain go
/// first, so that an answer is not called incomplete for a day it did not need.
fn ordinary_days(work: &mut Work<'_>, origin: Date, end: Date) -> u8 {
    let needed = usize::from(ORDINARY_DAYS);
    let certain = |day: &Date| work.looking.is_surely_ordinary(*day) && !work.standstill.is_on(*day);
    if days_after(origin, end).filter(certain).take(needed).count() == needed {
        return ORDINARY_DAYS;
    }
    let held = days_after(origin, end).filter(|day| closed(work, *day).is_none()).take(needed).count();
    if held == 0 {
        0
    } else if held == 1 {
        1
    } else {
        ORDINARY_DAYS
    }
}

/// Closed by the act, or a day on which the term stands still.
fn closed(work: &mut Work<'_>, day: Date) -> Option<ClosedDay> {
    let still = work.standstill.reason(day).map(|reason| ClosedDay { date: day, reasons: vec![reason] });
    match work.looking.peek(day) {
        Some(closed) => Some(closed),
        None if still.is_some() => still,
        None => work.looking.closed_by_law(day),
    }
}
