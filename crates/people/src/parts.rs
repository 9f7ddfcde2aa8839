//! Pieces of pages that are of this room alone, and the pieces of forms that all rooms share.

use identity::letterhead::Letterhead;
use ui::Html;
pub use ui::form::{Faults, Pick, fault_list, field, select};

/// With a capital, for what opens a sentence.
pub fn capital(text: impl AsRef<str>) -> String {
    ui::dates::capital(text.as_ref())
}

fn drawn(piece: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail; a template has no errors of its own.
    askama::filters::Safe(piece.render().unwrap_or_default())
}

#[derive(askama::Template)]
#[template(path = "parts/listed.html")]
struct Listed<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    value: &'a str,
    known: &'a [String],
    fault: Option<&'a str>,
}

/// A line to type in, with what is known to choose from; anything else may be typed too.
pub fn listed(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    value: impl AsRef<str>,
    known: &[String],
) -> Html {
    let (name, label, hint, value) = (name.as_ref(), label.as_ref(), hint.as_ref(), value.as_ref());
    drawn(&Listed { name, label, hint, value, known, fault: faults.at(name) })
}

#[derive(askama::Template)]
#[template(path = "parts/letterhead.html")]
struct Head<'a> {
    head: &'a Letterhead,
    t: &'a crate::Texts,
}

/// How an organisation is reached; nothing when nothing was filled in.
pub fn letterhead(head: &Letterhead, t: &crate::Texts) -> Html {
    if !head.has_addresses() {
        return askama::filters::Safe(String::new());
    }
    drawn(&Head { head, t })
}

/// The logo of an organisation, if it has one.
pub fn logo(head: &Letterhead, of: &platform::id::OrganisationId, t: &crate::Texts) -> Html {
    let Some(file) = &head.logo else { return askama::filters::Safe(String::new()) };
    // Both are ids of ours, and the words are ours too.
    let alt = t.letterhead_logo();
    askama::filters::Safe(format!(
        "<img class=\"logo-picture logo-picture--head\" src=\"/logo/{of}/{file}\" alt=\"{alt}\">"
    ))
}
