//! Pieces of forms, and what is wrong in them.

use identity::letterhead::Letterhead;
use ui::Html;

/// The fields with something wrong, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Faults(Vec<(String, String)>);

impl Faults {
    pub fn none() -> Self {
        Self::default()
    }

    pub fn one(field: &str, sentence: impl Into<String>) -> Self {
        Self(vec![(field.to_owned(), sentence.into())])
    }

    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        self.0.push((field.to_owned(), sentence.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(f, _)| f == field).map(|(_, s)| s.as_str())
    }

    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }
}

/// One of several to choose.
#[derive(Debug, Clone)]
pub struct Pick {
    pub value: String,
    pub label: String,
    pub on: bool,
}

impl Pick {
    pub fn new(value: impl Into<String>, label: impl Into<String>, on: bool) -> Self {
        Self { value: value.into(), label: label.into(), on }
    }
}

/// With a capital, for what opens a sentence.
pub fn capital(text: impl AsRef<str>) -> String {
    ui::dates::capital(text.as_ref())
}

#[derive(askama::Template)]
#[template(path = "parts/field.html")]
struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    value: &'a str,
    fault: Option<&'a str>,
    rows: i64,
}

#[derive(askama::Template)]
#[template(path = "parts/select.html")]
struct Select<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    picks: &'a [Pick],
    fault: Option<&'a str>,
}

#[derive(askama::Template)]
#[template(path = "parts/faults.html")]
struct List<'a> {
    title: &'a str,
    faults: &'a Faults,
}

fn drawn(piece: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail; a template has no errors of its own.
    askama::filters::Safe(piece.render().unwrap_or_default())
}

/// A line to type in, or with `rows` a box.
pub fn field(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    value: impl AsRef<str>,
    rows: i64,
) -> Html {
    let (name, label, hint, value) = (name.as_ref(), label.as_ref(), hint.as_ref(), value.as_ref());
    drawn(&Field { name, label, hint, value, fault: faults.at(name), rows })
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

pub fn select(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    picks: Vec<Pick>,
) -> Html {
    let name = name.as_ref();
    drawn(&Select { name, label: label.as_ref(), hint: hint.as_ref(), picks: &picks, fault: faults.at(name) })
}

/// The list on top of a form that came back; nothing when all is well.
pub fn faults(faults: &Faults, title: impl AsRef<str>) -> Html {
    if faults.is_empty() {
        return askama::filters::Safe(String::new());
    }
    drawn(&List { title: title.as_ref(), faults })
}

#[derive(askama::Template)]
#[template(path = "parts/letterhead.html")]
struct Head<'a> {
    head: &'a Letterhead,
    t: &'a crate::Texts,
}

/// How an organisation is reached; nothing when nothing was filled in.
pub fn letterhead(head: &Letterhead, t: &crate::Texts) -> Html {
    if head.has_addresses() { drawn(&Head { head, t }) } else { askama::filters::Safe(String::new()) }
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
