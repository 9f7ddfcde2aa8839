//! Steps in plain Dutch, short sentences (B1).

use super::{capital, joined};
use crate::{
    Atw, ClosedDay, Direction, End, EndDay, Event, Exemption, FirstDay, Length, Milestone, Reason, Step, Unit, moment,
};
use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

pub(crate) fn sentence(step: &Step) -> String {
    match step {
        Step::Started { event, direction, first_day, first } => started(*event, *direction, *first_day, *first),
        Step::Counted { length, direction: Direction::Forward, end } => {
            format!("{} verder is het {}.", self::length(*length), self::end(*end))
        }
        Step::Counted { length, direction: Direction::Back, end } => {
            format!("{} eerder is het {}.", self::length(*length), self::end(*end))
        }
        Step::MonthClipped { wanted, day } => {
            let month = format!("{} {}", MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year());
            format!(
                "{} heeft geen dag {wanted}. Daarom telt de laatste dag van die maand: {}.",
                capital(&month),
                date(*day)
            )
        }
        Step::Skipped { days } => format!("Geen werkdag: {}.", closed_days(days)),
        Step::Extended { by, end } => {
            format!("De termijn is verlengd met {}. Dan is het {}.", self::length(*by), self::end(*end))
        }
        Step::Suspended { from, to, days, reason } => suspended(*from, *to, *days, reason),
        Step::Resumed { end } => {
            format!("Door het stilstaan is de laatste dag {}.", self::end(*end))
        }
        Step::SuspensionIgnored => "Bij terugtellen staat de termijn niet stil.".to_owned(),
        Step::Applied { atw } => applied(*atw).to_owned(),
        Step::Exempt { why } => {
            format!("Deze wet verlengt de termijn niet: {} (artikel 4).", exemption(*why))
        }
        Step::OrdinaryDay { .. } => "Dat is een gewone dag. De termijn wordt niet verlengd.".to_owned(),
        Step::Moved { to, over, .. } => {
            format!(
                "{}. Daarom loopt de termijn door tot en met {} (artikel 1).",
                capital(&closed_are(over)),
                date(*to)
            )
        }
        Step::Widened { to, ordinary, over, .. } => widened(*to, *ordinary, over),
        Step::NeverMoved { closed, .. } => never_moved(closed.as_ref()),
        Step::EndDayMoved { rule, to, over, .. } => end_day_moved(*rule, *to, over),
        Step::ClockChanged { hours } => format!(
            "De klok gaat onderweg een uur {}. Wij tellen de uren die echt voorbijgaan.",
            if *hours > 0 { "vooruit" } else { "terug" }
        ),
        Step::Capped { to, milestone, .. } => {
            format!("{} komt eerder. Daarom is de laatste dag {}.", capital(self::milestone(*milestone)), date(*to))
        }
    }
}

/// `woensdag 13 november 2024`
pub(crate) fn date(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    format!("{} {} {month} {}", weekday(day), day.day(), day.year())
}

/// The reason people mention first: the holiday before the weekend.
pub(crate) fn first_reason(day: &ClosedDay) -> String {
    day.reasons.first().map(reason).unwrap_or_default()
}

pub(crate) fn end(end: End) -> String {
    match end {
        End::Day(day) => date(day),
        End::Moment(at) => moment(at),
    }
}

pub(crate) fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::MunicipalCouncilMeeting => "de vergadering van de gemeenteraad",
        Milestone::CommitteeMeeting => "de vergadering van de commissie",
        Milestone::ExecutiveMeeting => "de vergadering van het college",
        Milestone::CouncilMeeting => "de vergadering van de adviesraad",
        Milestone::Decision => "het besluit",
        Milestone::Other => "de andere datum",
    }
}

/// `6 weken`
pub(crate) fn length(length: Length) -> String {
    let one = length.value == 1;
    let unit = match length.unit {
        Unit::Hours => "uur",
        Unit::CalendarDays => ["dagen", "dag"][usize::from(one)],
        Unit::WorkingDays => ["werkdagen", "werkdag"][usize::from(one)],
        Unit::Weeks => ["weken", "week"][usize::from(one)],
        Unit::Months => ["maanden", "maand"][usize::from(one)],
        Unit::Years => "jaar",
    };
    format!("{} {unit}", length.value)
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    }
}

fn moment(at: Timestamp) -> String {
    let local = moment::local(at);
    format!("{} om {:02}.{:02} uur", date(local.date()), local.hour(), local.minute())
}

fn started(event: Event, direction: Direction, first_day: FirstDay, first: Option<Date>) -> String {
    let starts = match event {
        Event::Moment(at) if first.is_none() => format!("Het begint op {}.", moment(at)),
        _ => format!("Wij rekenen vanaf {}.", date(event.day())),
    };
    let counts = match (direction, first_day, first) {
        (Direction::Forward, FirstDay::Excluded, Some(first)) => {
            format!(" Die dag telt niet mee. De eerste dag van de termijn is {}.", date(first))
        }
        (Direction::Forward, FirstDay::Included, Some(_)) => " Die dag telt mee als eerste dag.".to_owned(),
        (Direction::Forward, _, None) => String::new(),
        (Direction::Back, FirstDay::Excluded, _) => " Wij tellen terug. Die dag zelf telt niet mee.".to_owned(),
        (Direction::Back, FirstDay::Included, _) => " Wij tellen terug. Die dag zelf telt mee.".to_owned(),
    };
    starts + &counts
}

fn suspended(from: Date, to: Date, days: u32, reason: &str) -> String {
    let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    let days = length(Length::new(i64::from(days), Unit::CalendarDays));
    format!("De termijn staat stil van {} tot en met {}{why}. Dat kost {days}.", date(from), date(to))
}

fn applied(atw: Atw) -> &'static str {
    match atw {
        Atw::Atw => "De Algemene termijnenwet geldt voor deze termijn.",
        Atw::Analogy => "De Algemene termijnenwet geldt hier niet vanzelf. Wij rekenen wel op dezelfde manier.",
        Atw::None => "De Algemene termijnenwet wordt hier niet toegepast.",
    }
}

fn exemption(why: Exemption) -> &'static str {
    match why {
        Exemption::Hours => "de termijn is in uren",
        Exemption::MoreThanNinetyDays => "de termijn is langer dan 90 dagen",
        Exemption::MoreThanTwelveWeeks => "de termijn is langer dan twaalf weken",
        Exemption::MoreThanThreeMonths => "de termijn is langer dan drie maanden",
        Exemption::Years => "de termijn is in jaren",
    }
}

fn widened(to: Date, ordinary: u8, over: &[ClosedDay]) -> String {
    let held = if ordinary == 0 { "geen gewone dag" } else { "maar één gewone dag" };
    let over = if over.is_empty() { String::new() } else { format!(" {}.", capital(&closed_are(over))) };
    format!(
        "In de termijn zit {held}. Het moeten er twee zijn.{over} Daarom loopt de termijn door tot en met {} (artikel 2).",
        date(to)
    )
}

fn never_moved(closed: Option<&ClosedDay>) -> String {
    match closed {
        Some(day) => format!(
            "{}. Een teruggetelde datum verschuift toch niet (artikel 1 lid 2).",
            capital(&closed_are(std::slice::from_ref(day)))
        ),
        None => "Een teruggetelde datum verschuift niet (artikel 1 lid 2).".to_owned(),
    }
}

fn end_day_moved(rule: EndDay, to: Date, over: &[ClosedDay]) -> String {
    let which =
        if rule == EndDay::PreviousOpenDay { "de laatste open dag daarvoor" } else { "de eerste open dag daarna" };
    format!("{}. Volgens de regel telt dan {which}: {}.", capital(&closed_are(over)), date(to))
}

fn closed_are(days: &[ClosedDay]) -> String {
    let days: Vec<String> = days.iter().map(|day| format!("{} is {}", date(day.date), reasons(day))).collect();
    joined(&days, "en")
}

fn closed_days(days: &[ClosedDay]) -> String {
    let days: Vec<String> = days.iter().map(|day| format!("{} ({})", date(day.date), reasons(day))).collect();
    joined(&days, "en")
}

/// The weekday is in the date already, so a Saturday is only named when it is the only reason.
fn reasons(day: &ClosedDay) -> String {
    let all: Vec<String> = day.reasons.iter().map(reason).collect();
    match day.reasons.as_slice() {
        [Reason::Saturday | Reason::Sunday] => "weekend".to_owned(),
        [Reason::Equated { .. }] => "gelijkgesteld met een feestdag".to_owned(),
        _ => joined(&all, "en"),
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Holiday(holiday) => holiday.dutch().to_owned(),
        Reason::Equated { .. } => "gelijkgesteld".to_owned(),
        Reason::Saturday => "zaterdag".to_owned(),
        Reason::Sunday => "zondag".to_owned(),
        Reason::Own { name } => format!("gesloten ({name})"),
        Reason::Suspended { reason } if reason.is_empty() => "een dag waarop de termijn stilstaat".to_owned(),
        Reason::Suspended { reason } => format!("een dag waarop de termijn stilstaat ({reason})"),
    }
}
