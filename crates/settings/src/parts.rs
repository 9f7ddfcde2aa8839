//! Pieces of pages that are of this room alone, and the pieces of forms that all rooms share.

use ui::Html;
pub use ui::form::{Faults, Pick, fault_list, field, select};

fn drawn(piece: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail; a template has no errors of its own.
    askama::filters::Safe(piece.render().unwrap_or_default())
}

#[derive(askama::Template)]
#[template(path = "parts/shown.html")]
struct ShownValue<'a> {
    shown: &'a crate::say::Shown,
    words: &'a str,
}

/// A value as people read it.
pub fn shown(shown: &crate::say::Shown, words: impl AsRef<str>) -> Html {
    drawn(&ShownValue { shown, words: words.as_ref() })
}

#[derive(askama::Template)]
#[template(path = "parts/made.html")]
struct MadeOf<'a> {
    made: &'a crate::say::Made,
    t: &'a crate::Texts,
}

/// What was made of a brand colour.
pub fn made(made: &crate::say::Made, t: &crate::Texts) -> Html {
    drawn(&MadeOf { made, t })
}
