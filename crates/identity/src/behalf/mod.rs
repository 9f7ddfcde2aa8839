//! Working in somebody's name. A member gives consent to one person, until a day; that person turns it on for a
//! while, and every page says so. What may be done then is in the policies (`ON_BEHALF`): what is not listed
//! there is not done in anybody's name.
//!
//! Nobody records a consent for another: who gives it is who is signed in.

mod act;
mod give;
pub(crate) mod letters;
pub(crate) mod store;

use platform::id::OrganisationId;
use platform::{Kind, Role, Seat};

pub(crate) use act::{ask, begin, list, stop};
pub(crate) use give::{end, give, show};
pub use letters::tell;
pub use store::{Mandate, give as give_consent, held};

/// Whether this seat is one to which members of a council give consent; without a council, any council's.
pub(crate) fn helps(seat: &Seat, council: Option<&OrganisationId>) -> bool {
    match council {
        Some(council) => seat.organisation == *council && is_helping(seat.role),
        None => seat.kind == Kind::Association && seat.role == Role::Office,
    }
}

/// Whoever keeps the papers of a council, or leads it.
fn is_helping(role: Role) -> bool {
    matches!(role, Role::Secretary | Role::OfficialSecretary | Role::Chair)
}
