//! The letter with which a municipality answers an advice, number by number.

use crate::shared::{Marks, Organisation, Signature};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// An empty text or list leaves its part of the letter out. A blank line in a text starts a new paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct ResponseLetter {
    pub municipality: Organisation,
    /// The council and where it sits, a line each.
    pub addressee: Vec<String>,
    pub place: String,
    #[serde(serialize_with = "words::date")]
    pub date: Date,
    /// The municipality's own number.
    pub reference: String,
    /// The number of the advice that this answers: `2026-07`.
    pub advice_reference: String,
    #[serde(serialize_with = "words::date")]
    pub advice_date: Date,
    pub subject: String,
    /// The answer in one line.
    pub title: String,
    pub salutation: String,
    pub opening: String,
    pub answers: Vec<Answer>,
    pub closing: String,
    pub signatures: Vec<Signature>,
    pub copies: Vec<String>,
    pub attachments: Vec<String>,
    pub marks: Marks,
    #[serde(skip)]
    pub made_at: Timestamp,
}

#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// What the council recommended, in its words.
    pub recommendation: String,
    pub position: Position,
    pub reason: String,
    pub promise: Option<Promise>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    Adopted,
    Partly,
    Later,
    Rejected,
    NotCompetent,
}

#[derive(Debug, Clone, Serialize)]
pub struct Promise {
    pub what: String,
    pub who: String,
    #[serde(serialize_with = "words::maybe_date")]
    pub by: Option<Date>,
}
