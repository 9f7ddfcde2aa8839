//! Dates and counts in words, as people say them: *dinsdag 8 december*, *over 14 dagen*, *zeven*.

use platform::{Day, Lang, Moment};

const WEEKDAYS_NL: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_NL: [&str; 12] = [
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
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `8 december`, with a space that does not break; the year only when it is not this one.
pub fn day(day: Day, today: Day, lang: Lang) -> String {
    if day.0.year() == today.0.year() { without_year(day, lang) } else { full(day, lang) }
}

fn without_year(day: Day, lang: Lang) -> String {
    format!("{}\u{a0}{}", day.0.day(), month(day.0.month(), lang))
}

/// `8 december 2026`.
pub fn full(day: Day, lang: Lang) -> String {
    format!("{} {}", without_year(day, lang), day.0.year())
}

/// `dinsdag 8 december`; the year only when it is not this one.
pub fn weekday_day(day: Day, today: Day, lang: Lang) -> String {
    format!("{} {}", weekday(day, lang), self::day(day, today, lang))
}

/// `dinsdag 8 december 2026`.
pub fn weekday_full(day: Day, lang: Lang) -> String {
    format!("{} {}", weekday(day, lang), full(day, lang))
}

/// The day of the week in words.
pub fn weekday(day: Day, lang: Lang) -> &'static str {
    let n = usize::from(day.0.weekday().to_monday_zero_offset().unsigned_abs());
    lang.pick(WEEKDAYS_NL, WEEKDAYS_EN)[n]
}

/// The month in words, from 1.
pub fn month(n: i8, lang: Lang) -> &'static str {
    lang.pick(MONTHS_NL, MONTHS_EN)[usize::from(n.unsigned_abs()).clamp(1, 12) - 1]
}

/// `vandaag`, `gisteren`, or the date.
pub fn when(at: Moment, now: Moment, lang: Lang) -> String {
    let (day, today) = (at.day(), now.day());
    match day.days_until(today) {
        0 => lang.pick("vandaag", "today").to_owned(),
        1 => lang.pick("gisteren", "yesterday").to_owned(),
        _ => self::day(day, today, lang),
    }
}

/// `16.05 uur`.
pub fn time(at: Moment, lang: Lang) -> String {
    let wall = at.wall();
    lang.pick(format!("{}.{:02}\u{a0}uur", wall.hour(), wall.minute()), format!("{}:{:02}", wall.hour(), wall.minute()))
}

/// `over 14 dagen`, `morgen`, `vandaag`, `3 dagen geleden`.
pub fn distance(day: Day, today: Day, lang: Lang) -> String {
    match (today.days_until(day), lang) {
        (0, Lang::Nl) => "vandaag".into(),
        (0, Lang::En) => "today".into(),
        (1, Lang::Nl) => "morgen".into(),
        (1, Lang::En) => "tomorrow".into(),
        (-1, Lang::Nl) => "gisteren".into(),
        (-1, Lang::En) => "yesterday".into(),
        (n, Lang::Nl) if n > 0 => format!("over {n} dagen"),
        (n, Lang::En) if n > 0 => format!("in {n} days"),
        (n, Lang::Nl) => format!("{} dagen geleden", -n),
        (n, Lang::En) => format!("{} days ago", -n),
    }
}

/// Counts up to twelve in words, as in running text; larger ones in digits.
pub fn count(n: i64, lang: Lang) -> String {
    const NL: [&str; 13] =
        ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    const EN: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match usize::try_from(n).ok().and_then(|n| lang.pick(NL, EN).get(n).copied()) {
        Some(word) => word.to_owned(),
        None => figures(n, lang),
    }
}

/// A number in figures, with a dot between its thousands: *12.345*; in English a comma.
pub fn figures(n: i64, lang: Lang) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        text.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(lang.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

/// The first letter as a capital: for a count or a date that opens a sentence. A capital that opens *één* has
/// no accent: *Eén*.
pub fn capital(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("éé") {
        return format!("Eé{rest}");
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Reads a date as people type it: *1 maart 2027*, *1-3-2027*, *1/3/2027*, *1 mrt*, *2027-03-01*, *vandaag*. Without a
/// year it is the first such day from today.
pub fn parse(text: &str, today: Day) -> Option<Day> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "vandaag" | "today" => return Some(today),
        "morgen" | "tomorrow" => return Some(today.plus_days(1)),
        _ => {}
    }
    if let Some(day) = Day::parse(&text) {
        return Some(day);
    }
    let (day, month, year) = parts(&text)?;
    match year {
        Some(year) => Day::new(year, month, day),
        None => {
            let this_year = today.0.year();
            let first = Day::new(this_year, month, day).filter(|d| *d >= today);
            first.or_else(|| (1..=4).find_map(|n| Day::new(this_year + n, month, day)))
        }
    }
}

/// Whether somebody typed a day that no calendar has: *30 februari 2027*. Without a year, of no year at all.
pub fn is_no_day(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let Some((day, month, year)) = iso(&text).or_else(|| parts(&text)) else { return false };
    let years = year.map_or(2000..=2003, |year| year..=year);
    years.into_iter().all(|year| Day::new(year, month, day).is_none())
}

/// The parts of `2027-02-30`.
fn iso(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Some((day.parse().ok()?, month.parse().ok()?, Some(year.parse().ok()?)))
}

/// Day, month and year of what somebody typed, whether or not there is such a day.
fn parts(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | '\u{a0}' | ','))
        .filter(|w| !w.is_empty() && !is_weekday(w))
        .collect();
    let (day, month, year) = match words[..] {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(year.parse::<i16>().ok()?)),
        _ => return None,
    };
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    Some((day.parse().ok()?, month_number(month)?, year))
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS_NL.contains(&word) || WEEKDAYS_EN.iter().any(|w| w.to_lowercase() == word)
}

fn month_number(word: &str) -> Option<i8> {
    if let Ok(n) = word.parse::<i8>() {
        return Some(n);
    }
    if word.chars().count() < 3 {
        return None;
    }
    let starts = |months: [&str; 12]| months.iter().position(|m| m.to_lowercase().starts_with(word));
    let n = if word == "mrt" { Some(2) } else { starts(MONTHS_NL).or_else(|| starts(MONTHS_EN)) };
    n.and_then(|n| i8::try_from(n + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_date_is_read_as_people_type_it() {
        let today = d("2026-11-24");
        for (typed, read) in [
            ("1 maart 2027", "2027-03-01"),
            ("1-3-2027", "2027-03-01"),
            ("01/03/27", "2027-03-01"),
            ("1 mrt", "2027-03-01"),
            ("1 mei", "2027-05-01"),
            ("dinsdag 8 december", "2026-12-08"),
            ("24 november", "2026-11-24"),
            ("23 nov", "2027-11-23"),
            ("29 februari", "2028-02-29"),
            ("2027-03-01", "2027-03-01"),
            ("Vandaag", "2026-11-24"),
            ("morgen", "2026-11-25"),
        ] {
            assert_eq!(parse(typed, today), Some(d(read)), "{typed}");
        }
        for wrong in ["", "ooit", "31 februari 2027", "1 m 2027", "32-1-2027", "1-13-2027", "a b c d"] {
            assert_eq!(parse(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_what_is_no_date() {
        for wrong in
            ["30 februari", "31 februari 2027", "32-1-2027", "1-13-2027", "2027-02-30", "29 feb 2027", "31 juni"]
        {
            assert!(is_no_day(wrong), "{wrong}");
            assert_eq!(parse(wrong, d("2026-11-24")), None, "{wrong}");
        }
        for other in ["", "ooit", "29 februari", "1 maart 2027", "2027-03-01", "1 m 2027", "a b c d", "morgen"] {
            assert!(!is_no_day(other), "{other}");
        }
    }

    #[test]
    fn dates_and_counts_are_said_as_people_say_them() {
        let today = d("2026-11-24");
        assert_eq!(weekday_day(d("2026-12-08"), today, Lang::Nl), "dinsdag 8\u{a0}december");
        assert_eq!(weekday_day(d("2027-01-29"), today, Lang::Nl), "vrijdag 29\u{a0}januari 2027");
        assert_eq!(distance(d("2026-12-08"), today, Lang::Nl), "over 14 dagen");
        assert_eq!(distance(d("2026-11-09"), today, Lang::Nl), "15 dagen geleden");
        assert_eq!(capital(&count(7, Lang::Nl)), "Zeven");
        assert_eq!(capital(&count(1, Lang::Nl)), "Eén");
        assert_eq!(count(31, Lang::Nl), "31");
    }
}
