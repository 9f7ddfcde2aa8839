//! Changing a term while it runs: longer, at a standstill, and on again. Each side may, and the other hears of it.

pub(crate) mod extend;
pub(crate) mod pause;
pub(crate) mod resume;

use platform::db::Conn;
use platform::web::{Cx, Problem};

use crate::case::Case;
use crate::kinds::Subject;
use crate::room;
use crate::standstill::Misfit;
use crate::term_page::{self, Explained};
use crate::{Texts, texts};

/// The term as it runs now, with everything that changed it before.
async fn running(cx: &Cx, conn: &mut Conn, case: &Case, subject: Subject) -> Result<Explained, Problem> {
    term_page::explain(conn, &case.id, subject, texts(cx.lang())).await
}

/// For which side somebody changes it: that of the seat they speak from.
fn side(cx: &Cx, case: &Case) -> crate::kinds::Side {
    case.side_of(cx.actor())
}

fn misfit(why: Misfit, t: &Texts) -> String {
    match why {
        Misfit::BeforeStart => t.pause_before_start(),
        Misfit::InFuture => t.pause_in_future(),
        Misfit::Overlaps => t.pause_overlaps(),
        Misfit::BeforePause => t.resume_before_pause(),
    }
}

/// Whether the buttons show.
pub(crate) fn may(cx: &Cx, case: &Case) -> bool {
    room::may::<crate::policy::ChangingTerm>(cx, case)
}
