//! Letters on paper: tagged PDF that a screen reader can read (PDF/UA-1) and an archive can keep (PDF/A-2a).
//!
//! The only crate that knows typst. What people wrote goes in as JSON in a virtual file and is never read as
//! code; the same letter with the same moment gives the same bytes.

mod advice;
mod clean;
mod press;
mod response;
mod shared;
mod sheet;
mod words;

pub use advice::{Consent, Letter, Minority, Quote, Recommendation};
pub use response::{Answer, Position, Promise, ResponseLetter};
pub use shared::{Colour, Marks, Organisation, Signature};
pub use sheet::Sheet;

/// Why there is no letter. Always ours to mend: no text that people typed may lead here.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the letter cannot be read as data: {0}")]
    Data(#[from] serde_json::Error),
    #[error("the letter cannot be laid out: {0}")]
    Layout(String),
    #[error("the letter breaks PDF/UA-1 or PDF/A-2a: {0}")]
    Standard(String),
}

/// The advice of a council, to the executive that asked for it or has to hear it.
pub fn advice_letter(letter: &Letter) -> Result<Vec<u8>, PdfError> {
    press::print(press::Form::Advice, serde_json::to_value(letter)?, letter.made_at)
}

/// What a municipality answers, recommendation by recommendation.
pub fn response_letter(letter: &ResponseLetter) -> Result<Vec<u8>, PdfError> {
    press::print(press::Form::Response, serde_json::to_value(letter)?, letter.made_at)
}

/// A card, a list or a form that people share with each other.
pub fn sheet(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    press::print(press::Form::Sheet, serde_json::to_value(sheet.laid())?, sheet.made_at)
}

#[cfg(test)]
mod tests;
