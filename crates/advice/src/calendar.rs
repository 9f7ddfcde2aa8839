//! A term on a calendar: months of weeks, in which the shape of a day says what it is.

use platform::Lang;
use platform::clock::Day;
use terms::{Answer, Calendar, Mark, weeks};
use ui::dates;

use crate::Texts;

/// The longest calendar that is drawn, in weeks: half a year. A longer one says nothing.
const WEEKS_MAX: usize = 27;

pub(crate) struct Month {
    pub name: String,
    pub weeks: Vec<Vec<Cell>>,
}

/// One day of a week; empty when it belongs to another month.
#[derive(Clone, Default)]
pub(crate) struct Cell {
    pub number: String,
    pub off: bool,
    /// The class of its shape.
    pub pin: &'static str,
    /// The same in words, for who does not see the shape.
    pub says: String,
}

/// *ma*, *maandag*: short and whole.
pub(crate) fn weekdays(lang: &Lang) -> Vec<(String, &'static str)> {
    // 5 January 2026 was a Monday.
    let monday = jiff::civil::date(2026, 1, 5);
    let name = |n: i64| dates::weekday(Day(monday).plus_days(n), *lang);
    (0..7).map(|n| (name(n).chars().take(2).collect(), name(n))).collect()
}

pub(crate) fn months(answer: &Answer, calendar: &Calendar, lang: Lang, t: &Texts) -> Vec<Month> {
    let mut all: Vec<Month> = Vec::new();
    let mut passed = 0i64;
    let start = answer
        .steps
        .iter()
        .find_map(|s| if let terms::Step::Started { event, .. } = s { Some(event.day()) } else { None });
    for week in weeks(answer, calendar).into_iter().take(WEEKS_MAX) {
        for (at, day) in week.days.iter().enumerate() {
            let name = format!("{} {}", dates::capital(dates::month(day.date.month(), lang)), day.date.year());
            if all.last().is_none_or(|m| m.name != name) {
                all.push(Month { name, weeks: Vec::new() });
            }
            let month = all.last_mut().expect("one was just put there");
            if at == 0 || month.weeks.is_empty() {
                month.weeks.push(vec![Cell::default(); 7]);
            }
            let is_week_on = start.is_some_and(|from| {
                day.date > from && day.date.weekday() == from.weekday() && day.marks.contains(&Mark::Counts)
            });
            passed += i64::from(is_week_on);
            let cells = month.weeks.last_mut().expect("likewise");
            cells[at] = cell(day, is_week_on.then_some(passed), t);
        }
    }
    all
}

fn cell(day: &terms::Day, week: Option<i64>, t: &Texts) -> Cell {
    let has = |mark| day.marks.contains(&mark);
    let (pin, says) = if has(Mark::End) {
        ("pin--end", t.calendar_says_end())
    } else if has(Mark::Event) {
        ("pin--start", t.calendar_says_start())
    } else if let Some(n) = week {
        ("pin--count", t.calendar_says_week(n))
    } else {
        ("", String::new())
    };
    let off = day.closed.is_some() && !has(Mark::End);
    let says = if off { format!("{says} {}", t.calendar_says_off()).trim().to_owned() } else { says };
    Cell { number: day.date.day().to_string(), off, pin, says }
}
