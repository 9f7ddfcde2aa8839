//! What each line of a pasted list will do, given who is in the house already. Pure.

use std::collections::HashMap;

use identity::directory::fold;
use platform::clock::Day;
use platform::id::PersonId;
use platform::{Role, clock};

use crate::kinds::{has_term, is_single};
use crate::names::Name;
use crate::sheet::{Entry, Sheet, Wrong};
use crate::store::seats::Sitting;

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
    /// The organisations on the other side of the table where they sit today, by name.
    pub across: Vec<String>,
    /// Whoever invites may know that they are in the house, and under which name. Of anybody else nothing may be
    /// shown that an unknown address would not show too.
    pub met: bool,
    /// Their access was ended.
    pub barred: bool,
}

/// Why a line does nothing, though nothing is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// The same person stands in an earlier line.
    TwiceInTheList(usize),
    IsThatAlready,
    IsInvitedAlready,
    /// Another person in an earlier line has this address.
    SharesAddress(usize),
}

/// What is wrong with a line for this organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Sheet(Wrong),
    /// This organisation has no such role, or it is not for this person to give.
    RoleElsewhere(Role),
    BadDay(String),
    /// Their access was ended; more than that it cannot be done is not told.
    NotInvitable,
}

/// An invitation that will go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub entry: Entry,
    pub role: Role,
    pub from_on: Day,
    /// They are in the house already, perhaps under another name.
    pub known: Option<Known>,
    pub remarks: Vec<Remark>,
}

impl Invite {
    /// Somebody in the house of whom whoever invites may know that.
    pub fn met(&self) -> Option<&Known> {
        self.known.as_ref().filter(|known| known.met)
    }

    /// The name under which they are invited: the one in the house when it may be known, else as it was typed.
    pub fn name(&self) -> String {
        self.met().map_or_else(|| self.entry.name.whole(), |known| known.name.clone())
    }
}

/// What to think of before it goes out; it does not stand in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Somebody else here has the same name.
    Namesake,
    /// An earlier line has the same name with another address.
    NamesakeInLine(usize),
    /// They are something else here already.
    IsAlso(Vec<Role>),
    /// They sit on the other side of the table too, at this organisation.
    BothSides(String),
    /// Somebody has this role, of which there is one; by name.
    Held(String),
    /// An earlier line gives this role, of which there is one.
    HeldByLine(usize),
    /// There are no more places than these, and all are taken.
    NoPlace(i64),
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
    /// Who sits here, sat here or will.
    pub sitting: &'a [Sitting],
    /// How many places there are, when that is laid down.
    pub places: Option<i64>,
    pub today: clock::Day,
}

/// Decides for each line. The order of the lines is kept; the first of two that are the same counts.
pub fn plan(sheet: &Sheet, wish: &Wish<'_>, known: &HashMap<String, Known>) -> Vec<Planned> {
    let mut seen = Seen::default();
    let decide = |line: &crate::sheet::Line| {
        let outcome = match &line.read {
            Err(wrong) => Outcome::Faulty(Fault::Sheet(wrong.clone())),
            Ok(entry) => one(entry, wish, known.get(&entry.address), line.n, &mut seen),
        };
        Planned { n: line.n, text: line.text.clone(), outcome }
    };
    sheet.lines.iter().map(decide).collect()
}

/// What earlier lines came to.
#[derive(Default)]
struct Seen {
    lines: HashMap<(String, Role), usize>,
    /// Whose an address is: the first line that has it.
    addresses: HashMap<String, (usize, Name)>,
    /// The first line with a name, and its address.
    names: HashMap<String, (usize, String)>,
    /// Which line gives a role of which there is one.
    single: HashMap<Role, usize>,
    /// How many take a place.
    places: i64,
}

fn one(entry: &Entry, wish: &Wish<'_>, known: Option<&Known>, n: usize, seen: &mut Seen) -> Outcome {
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
    if known.is_some_and(|k| k.barred) {
        return Outcome::Faulty(Fault::NotInvitable);
    }
    let (first, whose) = seen.addresses.entry(entry.address.clone()).or_insert_with(|| (n, entry.name.clone()));
    if !whose.may_be(&entry.name) {
        return Outcome::Idle(Idle::SharesAddress(*first), name);
    }
    if let Some(earlier) = seen.lines.get(&(entry.address.clone(), role)) {
        return Outcome::Idle(Idle::TwiceInTheList(*earlier), name);
    }
    seen.lines.insert((entry.address.clone(), role), n);
    if known.is_some_and(|k| k.roles.contains(&role)) {
        return Outcome::Idle(Idle::IsThatAlready, name);
    }
    if known.is_some_and(|k| k.invited.contains(&role)) {
        return Outcome::Idle(Idle::IsInvitedAlready, name);
    }
    let (line, address) = seen.names.entry(fold(&name)).or_insert_with(|| (n, entry.address.clone()));
    let namesake = (*address != entry.address).then_some(Remark::NamesakeInLine(*line));
    let mut remarks = remarks((&name, role, from_on), wish, known.filter(|k| k.met), n, seen);
    remarks.extend(namesake);
    Outcome::Invites(Box::new(Invite { entry: entry.clone(), role, from_on, known: known.cloned(), remarks }))
}

fn remarks(
    (name, role, from_on): (&str, Role, Day),
    wish: &Wish<'_>,
    known: Option<&Known>,
    n: usize,
    seen: &mut Seen,
) -> Vec<Remark> {
    let there = |on: Day| wish.sitting.iter().filter(move |s| s.is_on(on));
    let is_them = |s: &&Sitting| known.is_some_and(|k| k.person == s.person);
    let mut remarks = Vec::new();
    if known.is_none() && there(wish.today).any(|s| fold(&s.name) == fold(name)) {
        remarks.push(Remark::Namesake);
    }
    let mut also: Vec<Role> = there(from_on).filter(is_them).map(|s| s.role).collect();
    also.dedup();
    if !also.is_empty() {
        remarks.push(Remark::IsAlso(also.clone()));
    }
    remarks.extend(known.iter().flat_map(|k| &k.across).cloned().map(Remark::BothSides));
    if is_single(role) {
        let held = there(from_on).find(|s| s.role == role).map(|s| Remark::Held(s.name.clone()));
        remarks.extend(held.or_else(|| seen.single.get(&role).map(|line| Remark::HeldByLine(*line))));
        seen.single.entry(role).or_insert(n);
    }
    if let Some(places) = wish.places.filter(|_| has_term(role) && !also.iter().any(|r| has_term(*r))) {
        let mut taken: Vec<&PersonId> = there(from_on).filter(|s| has_term(s.role)).map(|s| &s.person).collect();
        taken.sort_unstable();
        taken.dedup();
        if taken.len() as i64 + seen.places >= places {
            remarks.push(Remark::NoPlace(places));
        }
        seen.places += 1;
    }
    remarks
}

/// How many letters will go out, how many lines do nothing, and how many are wrong.
pub fn counts(lines: &[Planned]) -> (i64, i64, i64) {
    lines.iter().fold((0, 0, 0), |(out, idle, wrong), line| match line.outcome {
        Outcome::Invites(_) => (out + 1, idle, wrong),
        Outcome::Idle(..) => (out, idle + 1, wrong),
        Outcome::Faulty(_) => (out, idle, wrong + 1),
    })
}
