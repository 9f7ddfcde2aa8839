//! Terms in hours: hours that really pass, whatever the clock does. Art. 4 Atw exempts them.

use crate::{
    Atw, Direction, End, Event, Exemption, Step, TermError, bounds,
    compute::{Work, started_with_hours, taken},
    moment::{self, AMSTERDAM},
    suspension::Standstill,
};
use jiff::{SignedDuration, Timestamp};

pub(crate) fn run(work: &mut Work<'_>) -> Result<End, TermError> {
    let Event::Moment(start) = work.term.event else {
        return Err(TermError::HoursNeedTime);
    };
    work.steps.push(started_with_hours(work.term));
    let lengths = work.term.lengths();
    let mut hours = 0;
    let mut plain = start;
    for (index, length) in lengths.into_iter().enumerate() {
        hours += length.value;
        plain = elapsed(start, hours, work.term.direction)?;
        let (direction, end) = (work.term.direction, End::Moment(plain));
        work.steps.push(match index {
            0 => Step::Counted { length, direction, end },
            _ => Step::Extended { by: length, end },
        });
    }
    let end = match work.term.direction {
        Direction::Back => back(work, plain),
        Direction::Forward => forward(work, start, plain, hours)?,
    };
    clock_change(work, start, end);
    if work.term.direction == Direction::Forward {
        exempt(work);
    }
    Ok(End::Moment(end))
}

fn back(work: &mut Work<'_>, end: Timestamp) -> Timestamp {
    if !work.standstill.is_empty() {
        work.steps.push(Step::SuspensionIgnored);
    }
    let day = moment::local(end).date();
    work.steps.push(Step::NeverMoved { day, closed: work.looking.peek(day) });
    end
}

fn forward(work: &mut Work<'_>, start: Timestamp, plain: Timestamp, hours: i64) -> Result<Timestamp, TermError> {
    let end = past_standstill(start, hours, &work.standstill)?;
    if end == plain {
        return Ok(end);
    }
    let before = bounds::shift(moment::local(start).date(), -1)?;
    let steps = taken(&work.standstill, before, moment::local(end).date());
    work.steps.extend(steps);
    work.steps.push(Step::Resumed { end: End::Moment(end) });
    Ok(end)
}

fn exempt(work: &mut Work<'_>) {
    work.steps.push(Step::Applied { atw: work.term.atw });
    if work.term.atw != Atw::None {
        work.steps.push(Step::Exempt { why: Exemption::Hours });
    }
}

fn elapsed(start: Timestamp, hours: i64, direction: Direction) -> Result<Timestamp, TermError> {
    let hours = if direction == Direction::Back { -hours } else { hours };
    later(start, SignedDuration::from_hours(hours))
}

/// Hours run until a standstill begins and go on at the midnight after it.
fn past_standstill(start: Timestamp, hours: i64, standstill: &Standstill) -> Result<Timestamp, TermError> {
    let mut at = start;
    let mut left = SignedDuration::from_hours(hours);
    for period in standstill.periods() {
        let opens = moment::midnight(period.from)?;
        let closes = moment::midnight(bounds::next(period.to)?)?;
        if closes <= at {
            continue;
        }
        let running = opens.duration_since(at).max(SignedDuration::ZERO);
        if running >= left {
            break;
        }
        left -= running;
        at = closes;
    }
    later(at, left)
}

fn later(at: Timestamp, by: SignedDuration) -> Result<Timestamp, TermError> {
    let end = at.checked_add(by).map_err(|_| TermError::OutOfRange)?;
    bounds::within(moment::local(end).date())?;
    Ok(end)
}

fn clock_change(work: &mut Work<'_>, start: Timestamp, end: Timestamp) {
    let offset = |at| AMSTERDAM.to_offset(at).seconds();
    let hours = (offset(end) - offset(start)) / 3600;
    if hours != 0 {
        // One hour of summer time, either way.
        work.steps.push(Step::ClockChanged { hours: hours.signum() as i8 });
    }
}
