//! A few older members who let their secretary write for them.

use std::collections::HashMap;

use country::{Organisation, Role, Seat};
use identity::Event;
use identity::behalf;
use platform::db::{Result, Tx};
use platform::trail::{By, Entry, Origin};

use super::Making;

/// One council in so many has such a member; the council of the personas has one too.
const ONE_IN: usize = 12;
/// How many days ago the consent was given, and how long it still holds.
const SINCE: i64 = 200;
const STILL: i64 = 165;

/// Who writes for whom.
pub(super) type Helpers = HashMap<usize, usize>;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<Helpers> {
    let mut helpers = Helpers::new();
    for council in 0..making.country.councils.len() {
        if council != making.country.home_council() && !council.is_multiple_of(ONE_IN) {
            continue;
        }
        let Some((eldest, secretary)) = pair(making, council) else { continue };
        let (person, helper) = (making.ids.person(eldest), making.ids.person(secretary));
        let (at, until) = (making.moment(SINCE, 630), making.day(STILL));
        let id = behalf::give_consent(tx, &person, &helper, Some(&making.ids.council(council)), until, at).await?;
        let by = By { actor: Some(person.clone()), on_behalf_of: None, at, origin: Origin::Demo, network: None };
        let given = Event::MandateGiven { person, helper, mandate: id, until: until.to_string() };
        tx.record(Entry::of(by, &given));
        helpers.insert(eldest, secretary);
    }
    Ok(helpers)
}

/// The eldest plain member of a council who is no persona, and its secretary.
fn pair(making: &Making<'_>, council: usize) -> Option<(usize, usize)> {
    let country = making.country;
    let here = |s: &&Seat| {
        s.organisation == Organisation::Council(council)
            && s.is_current()
            && i64::from(s.since_days) > SINCE
            && s.until_days.is_none_or(|days| i64::from(days) > STILL)
    };
    let secretary = country.seats.iter().filter(here).find(|s| s.role == Role::Secretary)?.person;
    let is_persona = |person: usize| country.personas().iter().any(|(_, of)| *of == person);
    let members = country.seats.iter().filter(here).filter(|s| s.role == Role::Member && s.person != secretary);
    let eldest = members.filter(|s| !is_persona(s.person)).min_by_key(|s| country.persons[s.person].birth_year)?;
    Some((eldest.person, secretary))
}
