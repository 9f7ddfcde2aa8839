//! Names of things: 26 characters, sortable by time, the same on both engines (ULID).

use std::fmt;

use rand::Rng;

use crate::clock::{Moment, machine_now};

/// Crockford's base 32: no I, L, O or U, so that a spoken id is not misheard.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new id of this very moment.
pub fn fresh() -> String {
    at(machine_now(), rand::rng().random())
}

/// The id of a moment with given random bits (80 of them count).
pub fn at(moment: Moment, random: u128) -> String {
    let mut bits = ((moment.0.max(0) as u128) << 80) | (random & ((1 << 80) - 1));
    let mut text = [0u8; 26];
    for place in text.iter_mut().rev() {
        *place = ALPHABET[(bits & 31) as usize];
        bits >>= 5;
    }
    text.iter().map(|b| char::from(*b)).collect()
}

/// Whether a text has the shape of an id; anything else in an address is simply not there.
pub fn is_id(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|b| ALPHABET.contains(&b))
}

/// Declares id types: `ids! { /// A topic. TopicId }`.
#[macro_export]
macro_rules! ids {
    ($($(#[$m:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$m])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// A new one, of this very moment.
            pub fn fresh() -> Self { Self($crate::id::fresh()) }
            /// Takes a text for an id; for what comes from our own rows and fixtures.
            pub fn of(text: impl Into<String>) -> Self { Self(text.into()) }
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }

        impl $crate::db::Arg for $name {
            fn arg(&self) -> $crate::db::Value<'_> { $crate::db::Value::Text(&self.0) }
        }

        impl $crate::db::Column for $name {
            fn read(cell: $crate::db::Cell<'_>) -> ::std::result::Result<Self, String> {
                <&str as $crate::db::FromCell>::from_cell(cell).map(|t| Self(t.to_owned()))
            }
        }
    )+};
}

ids! {
    /// A person with (or once with) a place in the house.
    PersonId,
    /// A council, a municipality, the association or another body.
    OrganisationId,
    /// A person in a role in an organisation, from a day until a day.
    SeatId,
    /// A sign-in on one device.
    SessionId,
    /// A stored file.
    FileId,
}

/// Points at a thing in any slice, so that rooms can name each other's things without knowing them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Ref {
    pub slice: String,
    pub id: String,
}

impl Ref {
    pub fn new(slice: &str, id: impl fmt::Display) -> Self {
        Self { slice: slice.to_owned(), id: id.to_string() }
    }

    /// Reads back `community:01J…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (slice, id) = text.split_once(':')?;
        Some(Self::new(slice, id))
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.slice, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_have_their_shape() {
        let early = at(Moment(1_000), u128::MAX);
        let late = at(Moment(1_001), 0);
        assert!(early < late);
        assert!(is_id(&early) && is_id(&fresh()));
        assert!(!is_id("../../etc/passwd") && !is_id(""));
    }
}
