//! The recognised holidays of the Algemene termijnenwet, computed. Ordinary holiday lists are wrong
//! for this: they have 5 May once in five years and lack Good Friday.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use serde::{Deserialize, Serialize};

/// A day named in art. 3(1), or Good Friday, which art. 3(2) equates for every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    /// 27 April, or 26 April when the 27th is a Sunday: from 2014.
    KingsDay,
    /// 30 April, or 29 April when the 30th is a Sunday: until 2013.
    QueensDay,
    /// 5 May, every year: having the day off is another matter.
    LiberationDay,
    AscensionDay,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
}

impl Holiday {
    pub fn dutch(self) -> &'static str {
        match self {
            Holiday::NewYear => "Nieuwjaarsdag",
            Holiday::GoodFriday => "Goede Vrijdag",
            Holiday::EasterMonday => "Tweede Paasdag",
            Holiday::KingsDay => "Koningsdag",
            Holiday::QueensDay => "Koninginnedag",
            Holiday::LiberationDay => "vijfde mei",
            Holiday::AscensionDay => "Hemelvaartsdag",
            Holiday::WhitMonday => "Tweede Pinksterdag",
            Holiday::ChristmasDay => "Eerste Kerstdag",
            Holiday::BoxingDay => "Tweede Kerstdag",
        }
    }

    pub fn english(self) -> &'static str {
        match self {
            Holiday::NewYear => "New Year's Day",
            Holiday::GoodFriday => "Good Friday",
            Holiday::EasterMonday => "Easter Monday",
            Holiday::KingsDay => "King's Day",
            Holiday::QueensDay => "Queen's Day",
            Holiday::LiberationDay => "5 May",
            Holiday::AscensionDay => "Ascension Day",
            Holiday::WhitMonday => "Whit Monday",
            Holiday::ChristmasDay => "Christmas Day",
            Holiday::BoxingDay => "Boxing Day",
        }
    }
}

/// The recognised holidays that fall on a day: none, one, or two (Ascension Day on 5 May 2016).
pub fn holidays_on(day: Date) -> Vec<Holiday> {
    fixed(day).into_iter().chain(royal(day)).chain(movable(day)).collect()
}

/// Easter Sunday of a year, by the Gregorian computus of Meeus, Jones and Butcher.
/// It serves the years of [`FIRST_DAY`](crate::FIRST_DAY) to [`LAST_DAY`](crate::LAST_DAY).
pub fn easter(year: i16) -> Date {
    let y = i32::from(year.clamp(1583, 9998));
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let skew = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - skew + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    // Month 3 or 4 and day 1 to 31: small enough for i8 by construction.
    date(y as i16, (days / 31) as i8, (days % 31 + 1) as i8)
}

fn fixed(day: Date) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 5) => Some(Holiday::LiberationDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        _ => None,
    }
}

/// On a Sunday the birthday is celebrated the day before.
fn royal(day: Date) -> Option<Holiday> {
    let (holiday, birthday) = match day.year() {
        ..2014 => (Holiday::QueensDay, date(day.year(), 4, 30)),
        2014.. => (Holiday::KingsDay, date(day.year(), 4, 27)),
    };
    let on_sunday = birthday.weekday() == Weekday::Sunday;
    let celebrated = if on_sunday { birthday.yesterday().ok()? } else { birthday };
    (day == celebrated).then_some(holiday)
}

fn movable(day: Date) -> Option<Holiday> {
    // Nothing movable falls outside 20 March to 14 June.
    if !(3..=6).contains(&day.month()) {
        return None;
    }
    let easter = easter(day.year());
    let after = |days: i32| easter.checked_add(days.days()).ok();
    [(-2, Holiday::GoodFriday), (1, Holiday::EasterMonday), (39, Holiday::AscensionDay), (50, Holiday::WhitMonday)]
        .into_iter()
        .find(|(days, _)| after(*days) == Some(day))
        .map(|(_, holiday)| holiday)
}
