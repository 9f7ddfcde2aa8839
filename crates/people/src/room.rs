//! Finding what a page is about.

use platform::id::{OrganisationId, SeatId};
use platform::web::{Cx, Problem};
use platform::{Kind, db};
use ui::{Section, Ui};

use crate::body::Body;
use crate::store::bodies;
use crate::store::seats::{self, Sitting};
use crate::{Texts, texts};

/// The organisation, or nothing.
pub async fn body(conn: &mut db::Conn, id: &OrganisationId) -> Result<Body, Problem> {
    bodies::body(conn, id).await?.ok_or(Problem::NotFound)
}

/// A place at that organisation, or nothing.
pub async fn sitting(conn: &mut db::Conn, seat: &SeatId, body: &Body) -> Result<Sitting, Problem> {
    seats::one(conn, seat, &body.id).await?.ok_or(Problem::NotFound)
}

/// The same, held until the transaction ends.
pub async fn take(tx: &mut db::Tx, seat: &SeatId, body: &Body) -> Result<Sitting, Problem> {
    seats::take(tx, seat, &body.id).await?.ok_or(Problem::NotFound)
}

/// The frame of a page about people.
pub fn frame(cx: &Cx) -> Ui {
    Ui::of(cx, Section::People)
}

/// The frame of a page below the people of an organisation.
pub fn frame_below(cx: &Cx, body: &Body) -> Ui {
    let t: &Texts = texts(cx.lang());
    frame(cx)
        .crumb("/mensen", t.who_crumb())
        .crumb(body.path(), body.name.clone())
        .crumb(body.team_path(), team_title(body, t))
}

/// *De mensen van de raad*.
pub fn team_title(body: &Body, t: &Texts) -> String {
    match body.kind {
        Kind::Council => t.team_title_council(),
        Kind::Municipality => t.team_title_municipality(),
        Kind::Association | Kind::Host | Kind::Elsewhere => t.team_title_other(),
    }
}
