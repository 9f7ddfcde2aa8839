//! The parts that forms are made of, and what is wrong in them. Each is drawn once, here, so that a field looks
//! and speaks the same in every room.

use askama::filters::Safe;

use crate::Html;

/// The fields with something wrong, in the order of the page: a sentence beside each, and all in the list on top.
#[derive(Debug, Clone, Default)]
pub struct Faults(Vec<(String, String)>);

impl Faults {
    pub fn none() -> Self {
        Self::default()
    }

    pub fn one(field: &str, sentence: impl Into<String>) -> Self {
        let mut faults = Self::default();
        faults.add(field, sentence);
        faults
    }

    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        self.0.push((field.to_owned(), sentence.into()));
    }

    /// Says so when a field that is needed was left empty.
    pub fn need(&mut self, field: &str, value: &str, sentence: impl Into<String>) {
        if value.is_empty() {
            self.add(field, sentence);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }

    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// The sentence beside a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(f, _)| f == field).map(|(_, s)| s.as_str())
    }

    pub fn has(&self, field: &str) -> bool {
        self.at(field).is_some()
    }
}

/// One thing to choose: its word, what it says, what that means, and whether it is chosen.
#[derive(Debug, Clone)]
pub struct Pick {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub on: bool,
    /// The strokes of a drawing before the label; an answer has a sign of its own.
    pub sign: &'static str,
}

impl Pick {
    pub fn new(value: impl Into<String>, label: impl Into<String>, on: bool) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), on, sign: "" }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    pub fn sign(mut self, sign: &'static str) -> Self {
        self.sign = sign;
        self
    }
}

fn drawn(part: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail, and these templates have no errors of their own.
    Safe(part.render().unwrap_or_default())
}

#[derive(askama::Template)]
#[template(path = "form/field.html")]
struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    value: &'a str,
    fault: Option<&'a str>,
    rows: u8,
}

/// A field with its label, its hint and what is wrong with it: one line to type in, or a box of so many `rows`.
pub fn field(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    value: impl AsRef<str>,
    rows: u8,
) -> Html {
    let (name, label, hint, value) = (name.as_ref(), label.as_ref(), hint.as_ref(), value.as_ref());
    drawn(&Field { name, label, hint, value, fault: faults.at(name), rows })
}

#[derive(askama::Template)]
#[template(path = "form/select.html")]
struct Select<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    picks: &'a [Pick],
    fault: Option<&'a str>,
}

/// One of many, folded up.
pub fn select(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    picks: impl AsRef<[Pick]>,
) -> Html {
    let (name, label, hint) = (name.as_ref(), label.as_ref(), hint.as_ref());
    drawn(&Select { name, label, hint, picks: picks.as_ref(), fault: faults.at(name) })
}

#[derive(askama::Template)]
#[template(path = "form/choices.html")]
struct Choices<'a> {
    name: &'a str,
    legend: &'a str,
    hint: &'a str,
    picks: &'a [Pick],
    fault: Option<&'a str>,
    kind: &'a str,
}

/// Radio buttons: one of several.
pub fn choices(
    faults: &Faults,
    name: impl AsRef<str>,
    legend: impl AsRef<str>,
    hint: impl AsRef<str>,
    picks: impl AsRef<[Pick]>,
) -> Html {
    let (name, legend, hint) = (name.as_ref(), legend.as_ref(), hint.as_ref());
    drawn(&Choices { name, legend, hint, picks: picks.as_ref(), fault: faults.at(name), kind: "radio" })
}

/// Boxes to tick: any number; the name ends with `[]`.
pub fn ticks(
    faults: &Faults,
    name: impl AsRef<str>,
    legend: impl AsRef<str>,
    hint: impl AsRef<str>,
    picks: impl AsRef<[Pick]>,
) -> Html {
    let (name, legend, hint) = (name.as_ref(), legend.as_ref(), hint.as_ref());
    drawn(&Choices { name, legend, hint, picks: picks.as_ref(), fault: faults.at(name), kind: "checkbox" })
}

#[derive(askama::Template)]
#[template(path = "form/faults.html")]
struct FaultList<'a> {
    title: &'a str,
    faults: &'a Faults,
}

/// The list on top of a form that came back: what is wrong, with a link to each field; nothing when all is well.
pub fn fault_list(faults: &Faults, title: impl AsRef<str>) -> Html {
    if faults.is_empty() { Safe(String::new()) } else { drawn(&FaultList { title: title.as_ref(), faults }) }
}

/// A stroke drawing, without words: the words stand beside it.
pub fn svg(paths: &str) -> Html {
    if paths.is_empty() {
        return Safe(String::new());
    }
    Safe(format!(
        "<svg aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{paths}</svg>"
    ))
}
