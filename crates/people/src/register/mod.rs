//! The register: which organisations there are, since when, with whom they sit, and what became of them. The
//! office of the association and whoever keeps the house running found, correct, merge and end them.
//!
//! What is still to come can be taken back; what was there before stays to be read.

pub(crate) mod close;
pub(crate) mod correct;
pub(crate) mod entry;
pub(crate) mod form;
pub(crate) mod found;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod merger;
pub(crate) mod policy;
mod preview;
pub(crate) mod read_in;
mod say;
pub(crate) mod tie;
mod written;

pub(crate) use say::fate;

use platform::id::OrganisationId;
use platform::web::Cx;
use ui::{Section, Ui};

use crate::body::Body;
use crate::texts;

/// Where the register holds what it knows of an organisation.
pub(crate) fn path_of(id: &OrganisationId) -> String {
    format!("/organisaties/{id}/inschrijving")
}

fn frame(cx: &Cx) -> Ui {
    Ui::of(cx, Section::People).crumb("/organisaties", texts(cx.lang()).register_title())
}

/// The frame of a page below what the register holds of an organisation.
fn frame_below(cx: &Cx, body: &Body) -> Ui {
    frame(cx).crumb(path_of(&body.id), body.name.clone())
}
