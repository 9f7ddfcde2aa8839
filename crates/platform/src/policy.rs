//! Who may do what. The rules live in each slice's `policy.rs`; the only way to act on them is here.
//!
//! A policy is a table over three short lists: who somebody is to a thing (their *standings*), what they
//! want (the *action*) and whom the thing is visible to. [`decide`] takes the best of what somebody's
//! standings give and hands out a [`Permit`], without which no store function writes.

use std::marker::PhantomData;

use crate::actor::{Actor, Seat};
use crate::choice::Choice;
use crate::id::PersonId;

/// From least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// For you it does not exist: 404.
    Hidden,
    /// You see it, and this is not for you: 403.
    Refused,
    Allowed,
}

/// A thing that a policy guards.
pub trait Guarded {
    type Standing: Choice;
    type Action: Choice;
    type Visibility: Choice;

    /// The name of the thing in tables: `topic`, `case`.
    const NAME: &'static str;
    /// To look at it. What is hidden to this is hidden to everything.
    const VIEW: Self::Action;
    /// What a helper may do in somebody's name. What is not here is theirs alone: nobody votes, signs in or
    /// gives consent for another.
    const ON_BEHALF: &'static [Self::Action] = &[];

    fn visibility(&self) -> Self::Visibility;
    /// The thing's own id, for the permit.
    fn id(&self) -> String;
    /// All of them: one person may sit on both sides of the table.
    fn standings(&self, actor: &Actor) -> Vec<Self::Standing>;
    fn verdict(standing: Self::Standing, action: Self::Action, visibility: Self::Visibility) -> Verdict;
}

/// Something one can want: its type is what a store function asks a permit of.
pub trait Act {
    type Thing: Guarded;
    const ACTION: <Self::Thing as Guarded>::Action;
}

/// Gives each action of a thing its type: `acts! { Topic, Action: Answering = Answer, Thanking = Thank }`.
#[macro_export]
macro_rules! acts {
    ($thing:ty, $action:ty: $($(#[$m:meta])* $name:ident = $variant:ident),+ $(,)?) => {$(
        $(#[$m])*
        pub struct $name;
        impl $crate::policy::Act for $name {
            type Thing = $thing;
            const ACTION: $action = <$action>::$variant;
        }
    )+};
}

/// Proof that a policy said yes: to this person, for this act, on this one thing.
#[derive(Debug)]
pub struct Permit<A> {
    by: PersonId,
    helper: Option<PersonId>,
    seat: Option<Seat>,
    on: String,
    act: PhantomData<fn() -> A>,
}

impl<A> Permit<A> {
    pub fn by(&self) -> &PersonId {
        &self.by
    }

    /// Who did it in their name, when somebody did.
    pub fn helper(&self) -> Option<&PersonId> {
        self.helper.as_ref()
    }

    /// The seat they spoke from.
    pub fn seat(&self) -> Option<&Seat> {
        self.seat.as_ref()
    }

    /// The id of the thing it is about.
    pub fn on(&self) -> &str {
        &self.on
    }
}

/// Why a permit was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    Hidden,
    Refused,
}

/// Whether a helper may do this in somebody's name.
pub fn on_behalf<A: Act>() -> bool {
    A::Thing::ON_BEHALF.contains(&A::ACTION)
}

/// The verdict for somebody: the best of what each of their standings gives. In somebody's name it is less.
pub fn verdict<A: Act>(actor: &Actor, thing: &A::Thing) -> Verdict {
    let standings = thing.standings(actor);
    let verdicts = standings.into_iter().map(|s| A::Thing::verdict(s, A::ACTION, thing.visibility()));
    let best = verdicts.max().unwrap_or(Verdict::Hidden);
    if actor.helper.is_some() && !on_behalf::<A>() { best.min(Verdict::Refused) } else { best }
}

/// Whether somebody may; for buttons.
pub fn may<A: Act>(actor: &Actor, thing: &A::Thing) -> bool {
    verdict::<A>(actor, thing) == Verdict::Allowed
}

/// Asks for a permit to change something. A person who is not signed in never gets one.
pub fn decide<A: Act>(actor: &Actor, thing: &A::Thing) -> Result<Permit<A>, Denied> {
    match verdict::<A>(actor, thing) {
        Verdict::Hidden => Err(Denied::Hidden),
        Verdict::Refused => Err(Denied::Refused),
        Verdict::Allowed => match &actor.person {
            Some(by) => Ok(Permit {
                by: by.clone(),
                helper: actor.helper.as_ref().map(|helper| helper.person.clone()),
                seat: actor.seat().cloned(),
                on: thing.id(),
                act: PhantomData,
            }),
            None => Err(Denied::Refused),
        },
    }
}

/// One line of the printed table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rule {
    pub thing: &'static str,
    pub action: &'static str,
    pub standing: &'static str,
    pub visibility: &'static str,
    #[serde(serialize_with = "word_of")]
    pub verdict: Verdict,
    /// Whether whoever works in somebody's name may do it too.
    pub on_behalf: bool,
}

fn word_of<S: serde::Serializer>(verdict: &Verdict, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(match verdict {
        Verdict::Hidden => "hidden",
        Verdict::Refused => "refused",
        Verdict::Allowed => "allowed",
    })
}

/// Every corner of a thing's table.
pub fn table<T: Guarded>() -> Vec<Rule> {
    let mut rules = Vec::new();
    for &action in T::Action::ALL {
        for &standing in T::Standing::ALL {
            for &visibility in T::Visibility::ALL {
                rules.push(Rule {
                    thing: T::NAME,
                    action: action.word(),
                    standing: standing.word(),
                    visibility: visibility.word(),
                    verdict: T::verdict(standing, action, visibility),
                    on_behalf: T::ON_BEHALF.contains(&action),
                });
            }
        }
    }
    rules
}

/// What does not fit in a table: what is hidden to view must be hidden entirely.
pub fn contradictions<T: Guarded>() -> Vec<String> {
    let mut found = Vec::new();
    for rule in table::<T>() {
        let view = table::<T>()
            .into_iter()
            .find(|r| r.action == T::VIEW.word() && r.standing == rule.standing && r.visibility == rule.visibility);
        if view.is_some_and(|v| v.verdict == Verdict::Hidden) && rule.verdict != Verdict::Hidden {
            found.push(format!(
                "{} {} by {} when {}: it is hidden to view",
                T::NAME,
                rule.action,
                rule.standing,
                rule.visibility
            ));
        }
    }
    found
}
