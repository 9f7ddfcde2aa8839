//! A term as weeks on a calendar, ready to be drawn.

use crate::{Answer, Calendar, ClosedDay, Direction, Event, FirstDay, Step, bounds::days_between};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Monday to Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    pub days: Vec<Day>,
}

/// One day and what there is to show on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    pub date: Date,
    pub marks: Vec<Mark>,
    /// Why it is no ordinary day.
    pub closed: Option<ClosedDay>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The event, or the meeting counted back from.
    Event,
    /// Belongs to the term and counts.
    Counts,
    /// The term stands still.
    Suspended,
    /// Where the count ended, before anything moved.
    CountedEnd,
    /// The last day.
    End,
}

/// The weeks from the event to the end, both included, or from the end to the event when counted back.
pub fn weeks(answer: &Answer, calendar: &Calendar) -> Vec<Week> {
    let Some((event, direction, first_day)) = answer.steps.iter().find_map(started) else {
        return Vec::new();
    };
    let (event, end) = (event.day(), answer.end.day());
    let monday = |day: Date| day.weekday().to_monday_zero_offset();
    let (from, to) = (event.min(end), event.max(end));
    let Ok(start) = from.checked_sub(monday(from).days()) else {
        return Vec::new();
    };
    let drawing = Drawing { answer, event, end, direction, first_day };
    let count = days_between(start, to) / 7 + 1;
    let mut days = start.series(1.day()).map(|date| drawing.day(date, calendar));
    (0..count).map(|_| Week { days: days.by_ref().take(7).collect() }).collect()
}

struct Drawing<'a> {
    answer: &'a Answer,
    event: Date,
    end: Date,
    direction: Direction,
    first_day: FirstDay,
}

impl Drawing<'_> {
    fn day(&self, date: Date, calendar: &Calendar) -> Day {
        let suspended = self.is_suspended(date);
        let marks = [
            (Mark::Event, date == self.event),
            (Mark::Counts, self.belongs(date) && !suspended),
            (Mark::Suspended, suspended),
            (Mark::CountedEnd, self.counted_end() == Some(date)),
            (Mark::End, date == self.end),
        ];
        let marks = marks.into_iter().filter(|(_, is_there)| *is_there).map(|(mark, _)| mark).collect();
        Day { date, marks, closed: calendar.closed(date) }
    }

    fn belongs(&self, date: Date) -> bool {
        let after = match self.direction {
            Direction::Forward => self.event < date && date <= self.end,
            Direction::Back => self.end <= date && date < self.event,
        };
        after || (self.first_day == FirstDay::Included && date == self.event)
    }

    fn is_suspended(&self, date: Date) -> bool {
        self.belongs(date)
            && self.answer.steps.iter().any(|step| match step {
                Step::Suspended { from, to, .. } => *from <= date && date <= *to,
                _ => false,
            })
    }

    fn counted_end(&self) -> Option<Date> {
        let mut ends = self.answer.steps.iter().filter_map(|step| match step {
            Step::Counted { end, .. } | Step::Extended { end, .. } | Step::Resumed { end } => Some(end.day()),
            _ => None,
        });
        ends.next_back()
    }
}

fn started(step: &Step) -> Option<(Event, Direction, FirstDay)> {
    match step {
        Step::Started { event, direction, first_day, .. } => Some((*event, *direction, *first_day)),
        _ => None,
    }
}
