//! Files that come with a form: looked at first, kept in the same transaction.

use platform::db::Tx;
use platform::files::{self, Fit, Unfit};
use platform::web::{Cx, Fields, Problem};

use crate::Event;
use crate::Texts;
use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{Side, Visibility};
use crate::store::papers::{self, NewDocument};

/// The field for files.
pub(crate) const FIELD: &str = "stuk[]";
/// How many files one form may bring.
const FILES_MAX: usize = 10;

/// The files of a form that may be kept; what is wrong with the others stands beside the field.
pub(crate) fn look<'a>(fields: &'a Fields, faults: &mut Faults, t: &Texts) -> Vec<Fit<'a>> {
    let mut fits = Vec::new();
    for upload in fields.uploads(FIELD) {
        match files::look_at(&upload.name, &upload.bytes) {
            Ok(fit) => fits.push(fit),
            Err(why) => faults.add(FIELD, unfit(why, &upload.name, t)),
        }
    }
    if fits.len() > FILES_MAX {
        faults.add(FIELD, t.files_too_many());
    }
    fits
}

fn unfit(why: Unfit, name: &str, t: &Texts) -> String {
    match why {
        Unfit::Empty => t.files_empty(name),
        Unfit::TooLarge => t.files_too_large(name),
        Unfit::Kind => t.files_kind(name),
        Unfit::NotWhatItSays => t.files_not_what_it_says(name),
    }
}

/// Keeps them with the case, for both sides or for one's own.
pub(crate) async fn keep(
    tx: &mut Tx,
    cx: &Cx,
    case: &Case,
    side: Side,
    seen: Visibility,
    fits: &[Fit<'_>],
) -> Result<(), Problem> {
    let by = cx.person()?;
    for fit in fits {
        let title = fit.name.rsplit_once('.').map_or(fit.name.as_str(), |(stem, _)| stem).to_owned();
        let new = NewDocument { case: &case.id, side, seen, title: &title, fit };
        papers::add(tx, &new, by, cx.now()).await?;
        let shared = seen == Visibility::Parties;
        let of = if shared { Of::seen(case) } else { Of::only(case, side) };
        cx.record(tx, &Event::DocumentAdded { of, side, shared });
    }
    Ok(())
}
