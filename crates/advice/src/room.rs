//! How every page of a case begins: find it, ask whether one may see it, and take away what this side may
//! not know.

use platform::db::{Conn, Tx};
use platform::policy;
use platform::web::{Cx, Problem};
use ui::{Section, Ui};

use crate::case::Case;
use crate::eyes::Eyes;
use crate::kinds::{CaseId, Side};
use crate::policy::{Standing, Viewing};
use crate::store::cases;
use crate::{Texts, say};

/// The case as this reader may see it.
pub(crate) async fn read(cx: &Cx, conn: &mut Conn, id: &CaseId) -> Result<Case, Problem> {
    let case = cases::find_for(conn, known(id)?, Eyes::in_cx(cx)?).await?;
    Ok(seen(cx, case)?.seen_by(cx.actor()))
}

/// The case, held until the transaction ends. What comes next asks its own permit.
pub(crate) async fn take(cx: &Cx, tx: &mut Tx, id: &CaseId) -> Result<Case, Problem> {
    let case = cases::take_for(tx, known(id)?, Eyes::in_cx(cx)?).await?;
    seen(cx, case)
}

/// A case that this reader sees: what is hidden is as what is not there.
fn seen(cx: &Cx, case: Option<Case>) -> Result<Case, Problem> {
    let mut case = case.ok_or(Problem::NotFound)?;
    cx.sees::<Viewing>(&case)?;
    if !case.is_guest(cx.actor()) {
        (case.guest, case.guest_side) = (None, None);
    }
    Ok(case)
}

/// An address with anything else than an id is simply not there.
fn known(id: &CaseId) -> Result<&CaseId, Problem> {
    if platform::id::is_id(id.as_str()) { Ok(id) } else { Err(Problem::NotFound) }
}

/// The sides on which somebody sits here: one, or both.
pub(crate) fn sides(cx: &Cx, case: &Case) -> Vec<Side> {
    use platform::policy::Guarded;
    let mut sides: Vec<Side> = case.standings(cx.actor()).into_iter().filter_map(Standing::side).collect();
    sides.sort();
    sides.dedup();
    sides
}

/// The path and the words of the board from which this side comes.
pub(crate) fn board(side: Side, t: &Texts) -> (&'static str, String) {
    match side {
        Side::Council => ("/onze-raad", t.board_council()),
        Side::Municipality => ("/dossiers", t.board_municipality()),
    }
}

/// The frame of the case page itself.
pub(crate) fn frame(cx: &Cx, case: &Case, t: &Texts) -> Ui {
    let (path, words) = board(case.side_of(cx.actor()), t);
    let notice = cx.notice().and_then(|key| say::notice(&key, t));
    if case.guest.is_some() {
        return Ui::of(cx, Section::None).as_guest().with_notice(notice); // no board leads to it
    }
    Ui::of(cx, Section::Board).crumb(path, words).with_notice(notice)
}

/// The frame of a page below the case page.
pub(crate) fn frame_below(cx: &Cx, case: &Case, t: &Texts) -> Ui {
    frame(cx, case, t).crumb(case.path(), case.title.clone())
}

/// Whether a button is shown: the same policy that the form asks.
pub(crate) fn may<A: policy::Act<Thing = Case>>(cx: &Cx, case: &Case) -> bool {
    policy::may::<A>(cx.actor(), case)
}
