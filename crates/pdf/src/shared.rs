//! What both letters have.

use serde::{Serialize, Serializer};

#[derive(Debug, Clone, Serialize)]
pub struct Organisation {
    pub name: String,
    /// Post and mail address, a line each.
    pub address: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    pub name: String,
    /// As it stands under the name: *voorzitter*.
    pub role: String,
}

/// Lines above the letter that say what it is not.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Marks {
    /// Made by a demonstration: *Voorbeeldgegevens*.
    pub example: bool,
    /// Not decided yet: *Concept*.
    pub concept: bool,
}

/// A council's house colour, for the rule under its name.
#[derive(Debug, Clone, Copy)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2))
    }
}
