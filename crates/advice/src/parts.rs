//! Small parts that many pages of this room are made of. Each is drawn once, here, so that a field looks and
//! speaks the same everywhere.

use askama::filters::Safe;
use ui::Html;

use crate::faults::Faults;
use crate::kinds::{Consent, Position};

fn drawn(part: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail, and these templates have no errors of their own.
    Safe(part.render().unwrap_or_default())
}

#[derive(askama::Template)]
#[template(path = "parts/field.html")]
struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    value: &'a str,
    /// Nought for a field of one line.
    rows: u8,
    fault: Option<&'a str>,
}

/// A field with its label, its hint and what is wrong with it; one line when `rows` is nought.
pub(crate) fn field(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    hint: impl AsRef<str>,
    value: impl AsRef<str>,
    rows: u8,
) -> Html {
    let (name, label, hint, value) = (name.as_ref(), label.as_ref(), hint.as_ref(), value.as_ref());
    drawn(&Field { name, label, hint, value, rows, fault: faults.at(name) })
}

/// One thing to choose: its word, what it says, what that means, and whether it is chosen.
#[derive(Debug, Clone)]
pub(crate) struct Pick {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub on: bool,
    /// Drawn before the label; an answer has a sign of its own.
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

#[derive(askama::Template)]
#[template(path = "parts/choices.html")]
struct Choices<'a> {
    name: &'a str,
    legend: &'a str,
    hint: &'a str,
    picks: &'a [Pick],
    fault: Option<&'a str>,
    kind: &'a str,
}

/// Radio buttons: one of several.
pub(crate) fn choices(
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
pub(crate) fn ticks(
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
#[template(path = "parts/select.html")]
struct Select<'a> {
    name: &'a str,
    label: &'a str,
    picks: &'a [Pick],
    fault: Option<&'a str>,
}

pub(crate) fn select(
    faults: &Faults,
    name: impl AsRef<str>,
    label: impl AsRef<str>,
    picks: impl AsRef<[Pick]>,
) -> Html {
    let (name, label) = (name.as_ref(), label.as_ref());
    drawn(&Select { name, label, picks: picks.as_ref(), fault: faults.at(name) })
}

#[derive(askama::Template)]
#[template(path = "parts/faults.html")]
struct FaultList<'a> {
    title: &'a str,
    faults: &'a Faults,
}

/// The list on top of a form: what is wrong, with a link to each field.
pub(crate) fn fault_list(faults: &Faults, title: impl AsRef<str>) -> Html {
    if faults.is_empty() { Safe(String::new()) } else { drawn(&FaultList { title: title.as_ref(), faults }) }
}

/// A stroke drawing, without words: the words stand beside it.
pub(crate) fn svg(paths: &str) -> Html {
    if paths.is_empty() {
        return Safe(String::new());
    }
    Safe(format!(
        "<svg aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{paths}</svg>"
    ))
}

pub(crate) const TICK: &str = "<path d=\"M4 13l5 5L20 6\"/>";
pub(crate) const DOTS: &str = "<path d=\"M5 12h.01M12 12h.01M19 12h.01\"/>";

/// The sign of an answer; dots while there is none.
pub(crate) fn position_sign(position: Option<Position>) -> &'static str {
    match position {
        Some(Position::Adopted) => TICK,
        Some(Position::Partly) => "<path d=\"M3 15l4 4L13 12\"/><path d=\"M15 6h6\"/>",
        Some(Position::Later) => "<path d=\"M4 12h14M13 6l6 6-6 6\"/>",
        Some(Position::NotAdopted) => "<path d=\"M6 6l12 12M18 6L6 18\"/>",
        Some(Position::NotCompetent) => "<path d=\"M12 20V5M6 11l6-6 6 6\"/>",
        None => DOTS,
    }
}

pub(crate) fn consent_sign(consent: Option<Consent>) -> &'static str {
    match consent {
        Some(Consent::Agrees) => TICK,
        Some(Consent::AgreesWithRemark) => "<path d=\"M2 12l4 4L15 6M15 18h.01M20 18h.01\"/>",
        Some(Consent::Objects) => "<path d=\"M6 6l12 12M18 6L6 18\"/>",
        Some(Consent::Abstains) => "<path d=\"M5 12h14\"/>",
        None => DOTS,
    }
}
