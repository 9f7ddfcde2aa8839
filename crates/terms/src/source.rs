//! Where a rule comes from, and when it holds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The kind of source. An ordinance and a covenant rank the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    Law,
    Ordinance,
    Covenant,
    HouseRules,
    /// An agreement for one request.
    Agreement,
}

impl SourceKind {
    /// Its place in the order of precedence; lower goes first.
    pub fn rank(self) -> u8 {
        match self {
            SourceKind::Law => 0,
            SourceKind::Ordinance | SourceKind::Covenant => 1,
            SourceKind::HouseRules => 2,
            SourceKind::Agreement => 3,
        }
    }
}

/// The source of a rule, as somebody can look it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub kind: SourceKind,
    /// Its name, such as the title of the ordinance.
    pub title: String,
    /// Article and paragraph, as cited.
    #[serde(default)]
    pub article: Option<String>,
    /// When it was adopted or signed.
    #[serde(default)]
    pub dated: Option<Date>,
    /// The first day it holds; without one it always held.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day it holds; without one it still holds.
    #[serde(default)]
    pub valid_to: Option<Date>,
}

impl Source {
    pub fn new(kind: SourceKind, title: impl Into<String>) -> Source {
        Source { kind, title: title.into(), article: None, dated: None, valid_from: None, valid_to: None }
    }

    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}
