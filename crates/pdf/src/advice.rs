//! The letter with which a council gives its advice.

use crate::shared::{Colour, Marks, Organisation, Signature};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// An empty text or list leaves its part of the letter out. A blank line in a text starts a new paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    pub council: Organisation,
    pub house_colour: Option<Colour>,
    /// The executive and where it sits, a line each.
    pub addressee: Vec<String>,
    pub place: String,
    #[serde(serialize_with = "words::date")]
    pub date: Date,
    /// `2026-07`
    pub reference: String,
    /// The day the request came in; nothing for an advice that nobody asked for.
    #[serde(serialize_with = "words::maybe_date")]
    pub requested_on: Option<Date>,
    pub subject: String,
    /// The advice in one line.
    pub title: String,
    /// *Geacht college,*
    pub salutation: String,
    pub opening: String,
    pub summary: String,
    pub considered: String,
    pub heard: String,
    pub quotes: Vec<Quote>,
    pub recommendations: Vec<Recommendation>,
    /// On the advice as a whole; each recommendation may say its own.
    pub equal_chances: String,
    #[serde(serialize_with = "words::date")]
    pub answer_by: Date,
    pub consent: Option<Consent>,
    /// Why it goes although too few members answered or agreed.
    pub anyway: String,
    pub minority: Vec<Minority>,
    /// Chair and secretary.
    pub signatures: Vec<Signature>,
    pub copies: Vec<String>,
    pub attachments: Vec<String>,
    pub marks: Marks,
    /// Goes into the file as its moment of making, so that the same letter gives the same bytes.
    #[serde(skip)]
    pub made_at: Timestamp,
}

#[derive(Debug, Clone, Serialize)]
pub struct Quote {
    pub text: String,
    pub source: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Recommendation {
    pub text: String,
    /// *het college*
    pub addressee: String,
    pub reason: String,
    pub effect: String,
    pub equal_chances: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Minority {
    /// *één lid*, or a name when that person wants so.
    pub whose: String,
    pub text: String,
}

/// How the members stood; in the letter it is a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Consent {
    pub members: u32,
    /// With a remark or without.
    pub agreed: u32,
    pub with_remark: u32,
    pub objected: u32,
    pub abstained: u32,
}

impl Consent {
    pub fn sentence(&self) -> String {
        let members = words::number(self.members);
        let agreed = words::capital(&words::number(self.agreed));
        let mut text = match self.agreed {
            1 if self.members == 1 => "Het enige lid stemde in".to_owned(),
            all if all == self.members => format!("Alle {members} leden stemden in"),
            0 | 1 => format!("{agreed} van de {members} leden stemde in"),
            _ => format!("{agreed} van de {members} leden stemden in"),
        };
        if self.with_remark > 0 {
            text.push_str(&format!(", van wie {} met een opmerking", words::number(self.with_remark)));
        }
        text.push('.');
        for (count, one, more) in [(self.objected, "had", "hadden"), (self.abstained, "onthield", "onthielden")] {
            let what = if one == "had" { "bezwaar" } else { "zich van stemming" };
            match count {
                0 => {}
                1 => text.push_str(&format!(" Eén lid {one} {what}.")),
                n => text.push_str(&format!(" {} leden {more} {what}.", words::capital(&words::number(n)))),
            }
        }
        text
    }
}

impl Serialize for Consent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.sentence())
    }
}
