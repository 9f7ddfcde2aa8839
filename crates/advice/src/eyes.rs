//! Who looks at cases, and when: what every statement about them asks of its reader.

use platform::Actor;
use platform::clock::{Day, Moment};
use platform::web::{Cx, Problem};

/// A reader and a moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Eyes<'a> {
    pub person: &'a str,
    /// The same person, when they look themselves. Whoever works in somebody's name is in no circle, and nobody's guest:
    /// those were named themselves.
    pub oneself: &'a str,
    pub today: Day,
    pub now: Moment,
}

impl<'a> Eyes<'a> {
    /// Nothing when nobody is signed in.
    pub fn of(actor: &'a Actor, now: Moment) -> Option<Self> {
        let person = actor.person.as_ref()?.as_str();
        let oneself = if actor.helper.is_some() { "" } else { person };
        Some(Self { person, oneself, today: now.day(), now })
    }

    /// # Errors
    /// [`Problem::SignIn`] when nobody is signed in.
    pub fn in_cx(cx: &'a Cx) -> Result<Self, Problem> {
        Self::of(cx.actor(), cx.now()).ok_or(Problem::SignIn)
    }

    /// The house itself, which reads a case as it is kept: no embargo hides it, and it is in no circle.
    pub fn of_the_house() -> Self {
        let end = Moment(i64::MAX / 2);
        Self { person: "", oneself: "", today: Moment(0).day(), now: end }
    }
}
