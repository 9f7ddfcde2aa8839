//! A confidential case: one side keeps it to those of its own people whom it names. For the others it is not there.
//! What the other side sees does not change, and guests see nothing meanwhile.
//!
//! GET  /dossiers/{id}/kring
//! POST /dossiers/{id}/kring     `lid[]`, `grond`; or `doe` with `weg`

use axum::extract::Path;
use platform::db::Conn;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Side};
use crate::parts::{self, Pick};
use crate::policy::Confiding;
use crate::store::people::{self, ALDERMEN, CLERKS, EVERYBODY, OFFICERS};
use crate::store::seclusion;
use crate::{Event, Texts, room, texts};

#[derive(askama::Template)]
#[template(path = "circle.html")]
struct CirclePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    holds: bool,
    members: Vec<Pick>,
    ground: String,
    faults: Faults,
}

/// Everybody who sits on a side: whom one can name.
async fn seated(cx: &Cx, conn: &mut Conn, case: &Case, side: Side) -> Result<Vec<(PersonId, String)>, Problem> {
    let on = cx.now().day();
    let mut all = Vec::new();
    let (of, roles): (_, &[&str]) = match side {
        Side::Council => (&case.council, &[EVERYBODY]),
        Side::Municipality => (&case.municipality, &[OFFICERS, ALDERMEN, CLERKS]),
    };
    for roles in roles {
        let people = people::in_roles(conn, of, roles, on).await?;
        all.extend(people.into_iter().map(|p| (p.id, p.name)));
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all.dedup();
    Ok(all)
}

/// Who is ticked at first: who is named already; else who prepares it, and whoever looks.
async fn first(cx: &Cx, conn: &mut Conn, case: &Case, side: Side) -> Result<Vec<PersonId>, Problem> {
    if case.is_confidential(side) {
        return Ok(seclusion::circle(conn, &case.id, side).await?);
    }
    let playing = people::of_case(conn, &case.id).await?;
    let mut all: Vec<PersonId> = playing.into_iter().map(|p| p.person).collect();
    all.push(cx.person()?.clone());
    Ok(all)
}

async fn page(cx: &Cx, case: Case, ticked: Option<Vec<PersonId>>, faults: Faults) -> Result<CirclePage, Problem> {
    let mut reader = cx.reader().await?;
    let (side, t, me) = (case.side_of(cx.actor()), texts(cx.lang()), cx.person()?);
    let ticked = match ticked {
        Some(ticked) => ticked,
        None => first(cx, &mut reader, &case, side).await?,
    };
    let pick = |(id, name): (PersonId, String)| {
        let on = ticked.contains(&id) || id == *me;
        let hint = if id == *me { t.circle_oneself() } else { String::new() };
        Pick::new(id.to_string(), name, on).hint(hint)
    };
    let members = seated(cx, &mut reader, &case, side).await?.into_iter().map(pick).collect();
    let ground = seclusion::confidence(&mut reader, &case.id, side).await?.map(|g| g.ground).unwrap_or_default();
    let holds = case.is_confidential(side);
    Ok(CirclePage { ui: room::frame_below(cx, &case, t), t, case, holds, members, ground, faults })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Confiding>(&case)?;
    cx.page(&page(&cx, case, None, Faults::none()).await?)
}

pub(crate) async fn change(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["lid[]", "grond", "doe"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Confiding>(&case)?;
    let (t, side) = (texts(cx.lang()), case.side_of(cx.actor()));
    if form.text("doe") == "weg" {
        if !case.is_confidential(side) {
            return Err(Problem::Stale);
        }
        seclusion::open_up(&mut tx, &permit, side).await?;
        cx.record(&mut tx, &Event::OpenedUp { of: Of::seen(&case), side });
        tx.commit().await?;
        return cx.go_to(&format!("{}?bericht=vertrouwelijk-weg", case.path()));
    }
    let ground = form.raw("grond").trim().to_owned();
    let seated = seated(&cx, &mut tx, &case, side).await?;
    let mut circle: Vec<PersonId> =
        form.all("lid[]").map(PersonId::of).filter(|id| seated.iter().any(|(known, _)| known == id)).collect();
    // Whoever closes the door stands inside.
    circle.push(permit.by().clone());
    circle.sort();
    circle.dedup();
    let mut faults = Faults::none();
    faults.need("grond", &ground, t.circle_no_ground());
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&page(&cx, case, Some(circle), faults).await?);
    }
    seclusion::confide(&mut tx, &permit, (side, &circle), &ground, cx.now()).await?;
    cx.record(&mut tx, &Event::Confided { of: Of::confided(&case, side), side });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=vertrouwelijk", case.path()))
}
