//! What each line of a pasted list will do, given who is in the house already. Pure.

use std::collections::HashMap;

use identity::directory::fold;
use platform::clock::Day;
use platform::id::PersonId;
use platform::{Role, clock};

use crate::sheet::{Entry, Sheet, Wrong};

/// Somebody in the house, by their address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub person: PersonId,
    pub name: String,
    pub address: String,
    /// What they are at this organisation today or later.
    pub roles: Vec<Role>,
    /// What they are invited to be at this organisation.
    pub invited: Vec<Role>,
}

/// Why a line does nothing, though nothing is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// The same person stands in an earlier line.
    TwiceInTheList(usize),
    IsThatAlready,
    IsInvitedAlready,
}

/// What is wrong with a line for this organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Sheet(Wrong),
    /// This organisation has no such role, or it is not for this person to give.
    RoleElsewhere(Role),
    BadDay(String),
}

/// An invitation that will go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub entry: Entry,
    pub role: Role,
    pub from_on: Day,
    /// They are in the house already, perhaps under another name.
    pub known: Option<Known>,
    /// Somebody else here has the same name.
    pub namesake: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Invites(Box<Invite>),
    Idle(Idle, String),
    Faulty(Fault),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub n: usize,
    pub text: String,
    pub outcome: Outcome,
}

/// For whom and by whom.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// For lines that name no role.
    pub role: Role,
    pub from_on: Day,
    /// The roles that may be given.
    pub roles: &'a [Role],
    /// The names of who sits here, to notice a namesake with another address.
    pub names: &'a [String],
    pub today: clock::Day,
}

/// Decides for each line. The order of the lines is kept; the first of two that are the same counts.
pub fn plan(sheet: &Sheet, wish: &Wish<'_>, known: &HashMap<String, Known>) -> Vec<Planned> {
    let mut seen: HashMap<(String, Role), usize> = HashMap::new();
    let decide = |line: &crate::sheet::Line| {
        let outcome = match &line.read {
            Err(wrong) => Outcome::Faulty(Fault::Sheet(wrong.clone())),
            Ok(entry) => one(entry, wish, known.get(&entry.address), line.n, &mut seen),
        };
        Planned { n: line.n, text: line.text.clone(), outcome }
    };
    sheet.lines.iter().map(decide).collect()
}

fn one(
    entry: &Entry,
    wish: &Wish<'_>,
    known: Option<&Known>,
    n: usize,
    seen: &mut HashMap<(String, Role), usize>,
) -> Outcome {
    let role = entry.role.unwrap_or(wish.role);
    if !wish.roles.contains(&role) {
        return Outcome::Faulty(Fault::RoleElsewhere(role));
    }
    let from_on = match entry.from.as_str() {
        "" => Some(wish.from_on),
        typed => ui::dates::parse(typed, wish.today),
    };
    let Some(from_on) = from_on else { return Outcome::Faulty(Fault::BadDay(entry.from.clone())) };
    let name = entry.name.whole();
    if let Some(earlier) = seen.get(&(entry.address.clone(), role)) {
        return Outcome::Idle(Idle::TwiceInTheList(*earlier), name);
    }
    seen.insert((entry.address.clone(), role), n);
    if known.is_some_and(|k| k.roles.contains(&role)) {
        return Outcome::Idle(Idle::IsThatAlready, name);
    }
    if known.is_some_and(|k| k.invited.contains(&role)) {
        return Outcome::Idle(Idle::IsInvitedAlready, name);
    }
    let folded = fold(&name);
    let namesake = known.is_none() && wish.names.iter().any(|other| fold(other) == folded);
    Outcome::Invites(Box::new(Invite { entry: entry.clone(), role, from_on, known: known.cloned(), namesake }))
}

/// How many letters will go out, how many lines do nothing, and how many are wrong.
pub fn counts(lines: &[Planned]) -> (i64, i64, i64) {
    lines.iter().fold((0, 0, 0), |(out, idle, wrong), line| match line.outcome {
        Outcome::Invites(_) => (out + 1, idle, wrong),
        Outcome::Idle(..) => (out, idle + 1, wrong),
        Outcome::Faulty(_) => (out, idle, wrong + 1),
    })
}
