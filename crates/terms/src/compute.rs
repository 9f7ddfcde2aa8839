//! The whole computation, from the event to the end.

use crate::{
    Answer, Calendar, ClosedDay, Direction, End, EndDay, FirstDay, Step, Term, TermError, Unit, atw,
    bounds::{days_after, shift},
    count::{Way, count},
    coverage::Looking,
    hours,
    suspension::Standstill,
};
use jiff::civil::Date;

/// Computes the last day on which an act is in time (for hours, the last moment), and how.
///
/// It is total: any term gives an answer or one clear error, and never a panic.
///
/// # Errors
/// [`TermError`]: the length is absurd, a date falls outside the supported years, hours lack a time,
/// or a standstill is open or reversed.
pub fn compute(term: &Term, calendar: &Calendar) -> Result<Answer, TermError> {
    term.check()?;
    let standstill = Standstill::of(&term.suspensions)?;
    let mut work = Work { term, standstill, looking: Looking::at(calendar), steps: Vec::new() };
    let end = match (term.length.unit, term.direction) {
        (Unit::Hours, _) => hours::run(&mut work)?,
        (_, Direction::Forward) => End::Day(work.forward()?),
        (_, Direction::Back) => End::Day(work.back()?),
    };
    let end = work.capped(end);
    let coverage = work.looking.coverage();
    Ok(Answer { end, coverage, steps: work.steps, source: term.source.clone() })
}

/// One computation under way.
pub(crate) struct Work<'a> {
    pub(crate) term: &'a Term,
    pub(crate) standstill: Standstill,
    pub(crate) looking: Looking<'a>,
    pub(crate) steps: Vec<Step>,
}

impl Work<'_> {
    fn way(&self) -> Way {
        Way { direction: self.term.direction, first_day: self.term.first_day }
    }

    /// The last day before the term.
    pub(crate) fn origin(&self) -> Result<Date, TermError> {
        self.way().origin(self.term.event.day())
    }

    fn forward(&mut self) -> Result<Date, TermError> {
        let first = shift(self.origin()?, 1)?;
        self.start(Some(first));
        let plain = self.count_each()?;
        let counted = self.stand_still(plain)?;
        let moved = atw::apply(self, plain, counted)?;
        self.end_day(moved)
    }

    fn back(&mut self) -> Result<Date, TermError> {
        self.start(None);
        let day = self.count_each()?;
        if !self.standstill.is_empty() {
            self.steps.push(Step::SuspensionIgnored);
        }
        let closed = self.looking.peek(day);
        self.steps.push(Step::NeverMoved { day, closed });
        Ok(day)
    }

    fn start(&mut self, first: Option<Date>) {
        let Term { event, direction, first_day, .. } = *self.term;
        self.steps.push(Step::Started { event, direction, first_day, first });
    }

    /// Counts the length, then with each extension, without standstills; a step for each.
    fn count_each(&mut self) -> Result<Date, TermError> {
        let (lengths, still) = (self.term.lengths(), Standstill::default());
        let mut at = self.term.event.day();
        for taken in 1..=lengths.len() {
            let mut looking = self.looking.afresh();
            let (end, notes) = count(self.term.event.day(), self.way(), &lengths[..taken], &still, &mut looking)?;
            let (length, direction, shown) = (lengths[taken - 1], self.term.direction, End::Day(end));
            self.steps.push(match taken {
                1 => Step::Counted { length, direction, end: shown },
                _ => Step::Extended { by: length, end: shown },
            });
            self.steps.extend(notes.clipped.map(|(wanted, day)| Step::MonthClipped { wanted, day }));
            if taken == lengths.len() && self.standstill_is_idle() {
                // Only the last count is the one the answer rests on.
                self.looking = looking;
                self.skipped(notes.skipped);
            }
            at = end;
        }
        Ok(at)
    }

    fn standstill_is_idle(&self) -> bool {
        self.standstill.is_empty() || self.term.direction == Direction::Back
    }

    /// Counts again with the standstills, and says what each of them took.
    fn stand_still(&mut self, plain: Date) -> Result<Date, TermError> {
        if self.standstill.is_empty() {
            return Ok(plain);
        }
        let lengths = self.term.lengths();
        let (end, notes) = count(self.term.event.day(), self.way(), &lengths, &self.standstill, &mut self.looking)?;
        let taken = taken(&self.standstill, self.origin()?, end);
        let took_any = !taken.is_empty();
        self.steps.extend(taken);
        if took_any {
            self.steps.push(Step::Resumed { end: End::Day(end) });
        }
        self.skipped(notes.skipped);
        Ok(end)
    }

    fn skipped(&mut self, days: Vec<ClosedDay>) {
        if !days.is_empty() {
            self.steps.push(Step::Skipped { days });
        }
    }

    /// The rule's own clause, on its own closed days too.
    fn end_day(&mut self, from: Date) -> Result<Date, TermError> {
        let rule = self.term.end_day;
        let (mut to, mut over) = (from, Vec::new());
        let step = match rule {
            EndDay::AsIs => return Ok(from),
            EndDay::NextOpenDay => 1,
            EndDay::PreviousOpenDay => -1,
        };
        while let Some(closed) = self.still(to).or_else(|| self.looking.closed(to)) {
            over.push(closed);
            to = shift(to, step)?;
        }
        if to != from {
            self.steps.push(Step::EndDayMoved { rule, from, to, over });
        }
        Ok(to)
    }

    /// A day on which the term stands still cannot be its last when it moves on. Moving back looks
    /// at closed days only, so that a standstill never makes a term shorter.
    fn still(&self, day: Date) -> Option<ClosedDay> {
        let moves_on = self.term.end_day == EndDay::NextOpenDay;
        let reason = self.standstill.reason(day).filter(|_| moves_on)?;
        Some(ClosedDay { date: day, reasons: vec![reason] })
    }

    fn capped(&mut self, end: End) -> End {
        match self.term.cap {
            Some(cap) if cap.day < end.day() => {
                self.steps.push(Step::Capped { from: end, to: cap.day, milestone: cap.milestone });
                End::Day(cap.day)
            }
            _ => end,
        }
    }
}

/// A step for each standstill that took days of the term after `origin`, up to `end`.
pub(crate) fn taken(standstill: &Standstill, origin: Date, end: Date) -> Vec<Step> {
    let mut days = vec![0; standstill.periods().len()];
    for index in days_after(origin, end).filter_map(|day| standstill.index(day)) {
        days[index] += 1;
    }
    let periods = standstill.periods().iter().zip(days).filter(|(_, days)| *days > 0);
    periods
        .map(|(period, days)| Step::Suspended { from: period.from, to: period.to, days, reason: period.reason.clone() })
        .collect()
}

/// Whether the first day counts has no meaning for hours.
pub(crate) fn started_with_hours(term: &Term) -> Step {
    Step::Started { event: term.event, direction: term.direction, first_day: FirstDay::Excluded, first: None }
}
