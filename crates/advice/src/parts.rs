//! The parts of forms that all rooms share, and the signs of answers, which are of this room alone.

pub(crate) use ui::form::{Pick, choices, fault_list, field, select, svg, ticks};

use crate::kinds::{Consent, Position};

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
