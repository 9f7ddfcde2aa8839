//! The rota of stepping down: who leaves when, who may stay, and which places are free. Pure.

use platform::Role;
use platform::clock::Day;

use crate::body::Profile;
use crate::kinds::{has_term, is_single};
use crate::store::seats::Sitting;

/// Within so many days a last day asks for attention.
const SOON_DAYS: i64 = 120;

/// What can be said of the end of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// No last day is known.
    Open,
    /// May be appointed once more, or as often as one likes.
    MayStay,
    /// Has had the terms that the council allows.
    MustLeave,
}

/// Whether somebody may be appointed for another term.
pub fn next(term: i64, until_on: Option<Day>, profile: Option<&Profile>) -> Next {
    match (until_on, profile.and_then(|p| p.terms_most)) {
        (None, _) => Next::Open,
        (Some(_), Some(most)) if term >= most => Next::MustLeave,
        (Some(_), _) => Next::MayStay,
    }
}

/// Whether a last day is near or behind, so that somebody should look.
pub fn is_soon(until_on: Option<Day>, today: Day) -> bool {
    until_on.is_some_and(|day| today.days_until(day) <= SOON_DAYS)
}

/// The last day of the next term: as long as the council lays down, from the day after the last one.
pub fn next_until(until_on: Option<Day>, today: Day, profile: Option<&Profile>) -> Option<Day> {
    let months = profile.and_then(|p| p.term_months)?;
    Some(until_on.unwrap_or(today).plus_months(months))
}

/// A term that no council laid down lasts no longer than this.
const YEARS_MOST: i64 = 8;

/// The latest day on which another term may end: as long as the council lays down, and else eight years.
pub fn latest_until(until_on: Option<Day>, today: Day, profile: Option<&Profile>) -> Day {
    let ruled = next_until(until_on, today, profile);
    ruled.unwrap_or_else(|| until_on.unwrap_or(today).plus_months(12 * YEARS_MOST))
}

/// The last day in another role from a day on. Within a council a term runs on; a place without a term that had a
/// last day keeps it. It is never later than the last day of the organisation.
pub fn until_in(
    old: &Sitting,
    role: Role,
    from_on: Day,
    profile: Option<&Profile>,
    ended_on: Option<Day>,
) -> Option<Day> {
    let until = match (has_term(old.role), has_term(role)) {
        (true, true) => old.until_on,
        (true, false) => None,
        (false, true) => first_until(from_on, role, profile),
        (false, false) => old.until_on,
    };
    soonest(until, ended_on)
}

/// The first of two last days; nothing is no last day.
pub fn soonest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    [a, b].into_iter().flatten().min()
}

/// Whether somebody has a role from a day on, or later, in another place than the one that changes.
pub fn has_already(all: &[Sitting], one: &Sitting, role: Role, from_on: Day) -> bool {
    all.iter()
        .any(|s| s.seat != one.seat && s.person == one.person && s.role == role && s.lasts() && !s.is_past(from_on))
}

/// Who has a role of which there is one, on a day.
pub fn holder<'a>(all: &'a [Sitting], apart_from: &Sitting, role: Role, on: Day) -> Option<&'a Sitting> {
    let holds = |s: &&Sitting| s.role == role && s.person != apart_from.person && s.is_on(on);
    all.iter().find(|s| is_single(role) && holds(s))
}

/// The last day of a first term that begins on a day.
pub fn first_until(from_on: Day, role: Role, profile: Option<&Profile>) -> Option<Day> {
    let months = profile.and_then(|p| p.term_months).filter(|_| has_term(role))?;
    Some(from_on.plus_months(months).plus_days(-1))
}

/// How many places are free, when it is known how many there are.
pub fn free(profile: Option<&Profile>, sitting: &[Sitting]) -> Option<i64> {
    let places = profile?.places?;
    let mut people: Vec<_> = sitting.iter().filter(|s| has_term(s.role)).map(|s| &s.person).collect();
    people.sort_unstable();
    people.dedup();
    Some((places - people.len() as i64).max(0))
}

/// The roles that a council cannot do without and that nobody holds.
pub fn unfilled(sitting: &[Sitting]) -> Vec<Role> {
    let held = |role: Role| sitting.iter().any(|s| s.role == role);
    let mut open = Vec::new();
    if !held(Role::Chair) {
        open.push(Role::Chair);
    }
    if !held(Role::Secretary) && !held(Role::OfficialSecretary) {
        open.push(Role::Secretary);
    }
    open
}
