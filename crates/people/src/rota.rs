//! The rota of stepping down: who leaves when, who may stay, and which places are free. Pure.

use platform::Role;
use platform::clock::Day;

use crate::body::Profile;
use crate::kinds::has_term;
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
