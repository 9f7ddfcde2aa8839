//! Time: moments in UTC, days in Europe/Amsterdam, and a clock that tests and the demo can set.
//!
//! The domain reads [`Clock::now`], once per request. Sessions, codes and leases use
//! [`machine_now`]: setting the clock of the demo must not sign anybody out.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil;
use jiff::tz::TimeZone;

use crate::db::{Arg, Cell, Column, FromCell, Value};

/// Milliseconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

pub const SECOND: i64 = 1_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// The last moment that a page can show: 31 December 9998, so that adding days never overflows.
const LATEST: i64 = 253_370_764_800_000;

thread_local! {
    // Looking up the zone takes a lock and a search; pages ask for hundreds of days.
    static AMSTERDAM: TimeZone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
}

impl Moment {
    /// This moment plus so many milliseconds.
    pub fn plus(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Date and time on the wall in Amsterdam.
    pub fn wall(self) -> civil::DateTime {
        let ms = self.0.clamp(0, LATEST);
        let stamp = jiff::Timestamp::from_millisecond(ms).expect("clamped to what jiff can hold");
        AMSTERDAM.with(|tz| tz.to_datetime(stamp))
    }

    /// The calendar day in Amsterdam.
    pub fn day(self) -> Day {
        Day(self.wall().date())
    }

    /// The moment of a wall-clock time in Amsterdam; in the hour that does not exist the later one.
    pub fn from_wall(wall: civil::DateTime) -> Self {
        AMSTERDAM.with(|tz| {
            let stamp = tz.to_ambiguous_timestamp(wall).compatible();
            Self(stamp.map(|t| t.as_millisecond()).unwrap_or(LATEST))
        })
    }

    /// Reads `2027-05-01T09:00` (Amsterdam) or a full RFC 3339 moment.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(stamp) = text.parse::<jiff::Timestamp>() {
            return Some(Self(stamp.as_millisecond()));
        }
        text.parse::<civil::DateTime>().ok().map(Self::from_wall)
    }

    /// RFC 3339 in UTC, as machines read it.
    pub fn rfc3339(self) -> String {
        jiff::Timestamp::from_millisecond(self.0.clamp(0, LATEST)).map(|t| t.to_string()).unwrap_or_default()
    }
}

/// A calendar day, without a time or zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub civil::Date);

impl Day {
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-11-24`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// Midnight at which this day begins in Amsterdam.
    pub fn start(self) -> Moment {
        Moment::from_wall(self.0.to_datetime(civil::Time::midnight()))
    }

    /// Whole days from this day until another; negative when that day has passed.
    pub fn days_until(self, other: Day) -> i64 {
        let span = self.0.until(other.0).expect("days are far from the ends of the calendar");
        i64::from(span.get_days())
    }

    pub fn plus_days(self, days: i64) -> Self {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        Self(self.0.saturating_add(span))
    }

    pub fn plus_months(self, months: i64) -> Self {
        let span = jiff::Span::new().try_months(months).unwrap_or_default();
        Self(self.0.saturating_add(span))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        Day::parse(&text).ok_or_else(|| serde::de::Error::custom("a day is written as 2026-11-24"))
    }
}

impl Arg for Moment {
    fn arg(&self) -> Value<'_> {
        Value::Int(self.0)
    }
}

impl Column for Moment {
    fn read(cell: Cell<'_>) -> Result<Self, String> {
        i64::from_cell(cell).map(Self)
    }
}

impl Arg for Day {
    fn arg(&self) -> Value<'_> {
        Value::Owned(self.to_string())
    }
}

impl Column for Day {
    fn read(cell: Cell<'_>) -> Result<Self, String> {
        let text = <&str>::from_cell(cell)?;
        Day::parse(text).ok_or_else(|| format!("{text:?} is not a day"))
    }
}

/// The clock on the wall of the house: the machine's, shifted by what tests and the demo set.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock that runs this many milliseconds ahead of the machine.
    pub fn shifted(ms: i64) -> Self {
        Self(Arc::new(AtomicI64::new(ms)))
    }

    pub fn now(&self) -> Moment {
        machine_now().plus(self.0.load(Ordering::Relaxed))
    }

    /// Sets the clock to a moment; it runs on from there. Gives the shift in milliseconds.
    pub fn set(&self, moment: Moment) -> i64 {
        let shift = moment.0.saturating_sub(machine_now().0);
        self.0.store(shift, Ordering::Relaxed);
        shift
    }

    /// Takes over a shift that another node has set.
    pub fn shift(&self, ms: i64) {
        self.0.store(ms, Ordering::Relaxed);
    }
}

/// The machine's own time: for sessions, codes and leases.
pub fn machine_now() -> Moment {
    Moment(jiff::Timestamp::now().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_amsterdam_not_in_utc() {
        let just_after = Moment::parse("2026-11-23T23:30:00Z").unwrap();
        assert_eq!(just_after.day().to_string(), "2026-11-24");
        let summer = Moment::parse("2026-07-01T21:59:59Z").unwrap();
        assert_eq!(summer.day().to_string(), "2026-07-01");
    }

    #[test]
    fn the_hour_that_is_skipped_in_march_becomes_the_next_one() {
        let skipped = Moment::parse("2027-03-28T02:30").unwrap();
        assert_eq!(skipped.wall().to_string(), "2027-03-28T03:30:00");
    }

    #[test]
    fn a_day_of_the_change_of_summer_time_has_23_hours() {
        let day = Day::parse("2027-03-28").unwrap();
        assert_eq!(day.plus_days(1).start().0 - day.start().0, 23 * HOUR);
    }

    #[test]
    fn a_set_clock_runs_on() {
        let clock = Clock::default();
        clock.set(Moment::parse("2027-05-01T09:00").unwrap());
        assert_eq!(clock.now().day().to_string(), "2027-05-01");
    }
}
