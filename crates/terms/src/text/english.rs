//! Steps in plain English.

use super::{capital, joined};
use crate::{
    Atw, ClosedDay, Direction, End, EndDay, Event, Exemption, FirstDay, Length, Milestone, Reason, Step, moment,
};
use jiff::{Timestamp, civil::Date};

pub(crate) fn sentence(step: &Step) -> String {
    match step {
        Step::Started { event, direction, first_day, first } => started(*event, *direction, *first_day, *first),
        Step::Counted { length, direction, end } => {
            let way = if *direction == Direction::Back { "earlier" } else { "later" };
            format!("{} {way} is {}.", self::length(*length), self::end(*end))
        }
        Step::MonthClipped { wanted, day } => {
            format!("{} has no day {wanted}, so its last day counts: {}.", day.strftime("%B %Y"), date(*day))
        }
        Step::Skipped { days } => format!("Not a working day: {}.", closed_days(days)),
        Step::Extended { by, end } => {
            format!("The term is extended by {}, to {}.", self::length(*by), self::end(*end))
        }
        Step::Suspended { from, to, days, reason } => suspended(*from, *to, *days, reason),
        Step::Resumed { end } => {
            format!("Because of the standstill the last day is {}.", self::end(*end))
        }
        Step::SuspensionIgnored => "Counting back takes no account of standstills.".to_owned(),
        Step::Applied { atw } => applied(*atw).to_owned(),
        Step::Exempt { why } => {
            format!("That act does not extend this term: it {} (art. 4).", exemption(*why))
        }
        Step::OrdinaryDay { .. } => "That is an ordinary day, so the term is not extended.".to_owned(),
        Step::Moved { to, over, .. } => {
            format!("{}, so the term runs on through {} (art. 1).", closed_are(over), date(*to))
        }
        Step::Widened { to, ordinary, over, .. } => widened(*to, *ordinary, over),
        Step::NeverMoved { closed, .. } => never_moved(closed.as_ref()),
        Step::EndDayMoved { rule, to, over, .. } => {
            let which = if *rule == EndDay::PreviousOpenDay { "last open day before" } else { "next open day" };
            format!("{}; the rule then takes the {which}: {}.", closed_are(over), date(*to))
        }
        Step::ClockChanged { hours } => {
            let way = if *hours > 0 { "forward" } else { "back" };
            format!("The clock goes an hour {way} on the way; hours are counted as they pass.")
        }
        Step::Capped { to, milestone, .. } => {
            format!("{} comes first, so the last day is {}.", capital(self::milestone(*milestone)), date(*to))
        }
    }
}

/// `Wednesday 13 November 2024`
pub(crate) fn date(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

pub(crate) fn end(end: End) -> String {
    match end {
        End::Day(day) => date(day),
        End::Moment(at) => moment(at),
    }
}

pub(crate) fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::MunicipalCouncilMeeting => "the meeting of the municipal council",
        Milestone::CommitteeMeeting => "the meeting of the committee",
        Milestone::ExecutiveMeeting => "the meeting of the executive",
        Milestone::CouncilMeeting => "the meeting of the council",
        Milestone::Decision => "the decision",
        Milestone::Other => "the other date",
    }
}

/// `6 weeks`
pub(crate) fn length(length: Length) -> String {
    let units = length.unit.name().replace('_', " ");
    match length.value {
        1 => format!("1 {}", units.trim_end_matches('s')),
        value => format!("{value} {units}"),
    }
}

fn moment(at: Timestamp) -> String {
    let local = moment::local(at);
    format!("{} at {:02}:{:02}", date(local.date()), local.hour(), local.minute())
}

fn started(event: Event, direction: Direction, first_day: FirstDay, first: Option<Date>) -> String {
    let starts = match event {
        Event::Moment(at) if first.is_none() => format!("It starts on {}.", moment(at)),
        _ => format!("We count from {}.", date(event.day())),
    };
    let counts = match (direction, first_day, first) {
        (Direction::Forward, FirstDay::Excluded, Some(first)) => {
            format!(" It does not count; the first day of the term is {}.", date(first))
        }
        (Direction::Forward, FirstDay::Included, Some(_)) => " It counts as the first day.".to_owned(),
        (Direction::Forward, _, None) => String::new(),
        (Direction::Back, FirstDay::Excluded, _) => " Counting goes back; it does not count itself.".to_owned(),
        (Direction::Back, FirstDay::Included, _) => " Counting goes back; it counts itself.".to_owned(),
    };
    starts + &counts
}

fn suspended(from: Date, to: Date, days: u32, reason: &str) -> String {
    let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    let days = length(Length::new(i64::from(days), crate::Unit::CalendarDays));
    format!("The term stands still from {} through {}{why}, which takes {days}.", date(from), date(to))
}

fn applied(atw: Atw) -> &'static str {
    match atw {
        Atw::Atw => "The General Extension of Time-Limits Act (Atw) applies to this term.",
        Atw::Analogy => {
            "The General Extension of Time-Limits Act (Atw) does not apply by itself; it is applied by analogy."
        }
        Atw::None => "The General Extension of Time-Limits Act (Atw) is not applied.",
    }
}

fn exemption(why: Exemption) -> &'static str {
    match why {
        Exemption::Hours => "is in hours",
        Exemption::MoreThanNinetyDays => "is longer than 90 days",
        Exemption::MoreThanTwelveWeeks => "is longer than twelve weeks",
        Exemption::MoreThanThreeMonths => "is longer than three months",
        Exemption::Years => "is in years",
    }
}

fn widened(to: Date, ordinary: u8, over: &[ClosedDay]) -> String {
    let held = if ordinary == 0 { "no ordinary day" } else { "only one ordinary day" };
    let over = if over.is_empty() { String::new() } else { format!(" {}.", closed_are(over)) };
    format!("The term holds {held} where two are needed.{over} So it runs on through {} (art. 2).", date(to))
}

fn never_moved(closed: Option<&ClosedDay>) -> String {
    match closed {
        Some(day) => {
            format!("{}, but a date counted back is never moved (art. 1(2)).", closed_are(std::slice::from_ref(day)))
        }
        None => "A date counted back is never moved (art. 1(2)).".to_owned(),
    }
}

fn closed_are(days: &[ClosedDay]) -> String {
    let days: Vec<String> = days.iter().map(|day| format!("{} is {}", date(day.date), reasons(day))).collect();
    joined(&days, "and")
}

fn closed_days(days: &[ClosedDay]) -> String {
    let days: Vec<String> = days.iter().map(|day| format!("{} ({})", date(day.date), reasons(day))).collect();
    joined(&days, "and")
}

fn reasons(day: &ClosedDay) -> String {
    let all: Vec<String> = day.reasons.iter().map(reason).collect();
    match day.reasons.as_slice() {
        [Reason::Saturday | Reason::Sunday] => "in the weekend".to_owned(),
        _ => joined(&all, "and"),
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Holiday(holiday) => holiday.english().to_owned(),
        Reason::Equated { .. } => "equated with a holiday".to_owned(),
        Reason::Saturday => "a Saturday".to_owned(),
        Reason::Sunday => "a Sunday".to_owned(),
        Reason::Own { name } => format!("closed ({name})"),
        Reason::Suspended { reason } if reason.is_empty() => "a day of standstill".to_owned(),
        Reason::Suspended { reason } => format!("a day of standstill ({reason})"),
    }
}
