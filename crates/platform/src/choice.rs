//! A choice: an enum that is stored as a word and listed in tables.

/// A closed set of words, such as a role or a visibility.
pub trait Choice: Copy + Eq + std::fmt::Debug + 'static {
    /// Every word, in the order in which tables list them.
    const ALL: &'static [Self];
    /// The word as it is stored and printed.
    fn word(self) -> &'static str;
    /// The choice that a word stands for.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.word() == word)
    }
}

/// Declares an enum whose variants are words: `choice! { pub enum Level { Local = "local" } }`.
#[macro_export]
macro_rules! choice {
    ($(#[$m:meta])* $vis:vis enum $name:ident { $($(#[$vm:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$m])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$vm])* $variant),+ }

        impl $crate::choice::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $crate::db::Column for $name {
            fn read(cell: $crate::db::Cell<'_>) -> ::std::result::Result<Self, String> {
                let word = <&str as $crate::db::FromCell>::from_cell(cell)?;
                <Self as $crate::choice::Choice>::of(word)
                    .ok_or_else(|| format!("{word:?} is not a {}", stringify!($name)))
            }
        }

        impl $crate::db::Arg for $name {
            fn arg(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Text($crate::choice::Choice::word(*self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> ::std::result::Result<S::Ok, S::Error> {
                s.serialize_str($crate::choice::Choice::word(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> ::std::result::Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(d)?;
                <Self as $crate::choice::Choice>::of(&word)
                    .ok_or_else(|| serde::de::Error::custom(format!("{word:?} is not a {}", stringify!($name))))
            }
        }
    };
}
