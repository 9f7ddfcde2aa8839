//! The front door for handing over: what somebody prepares in running cases passes to another of the same side.

use identity::directory::Person;
use platform::Kind;
use platform::clock::Day;
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::web::{Cx, Problem};

use crate::events::{Event, Of};
use crate::eyes::Eyes;
use crate::kinds::{Part, Side};
use crate::policy::HandingOver;
use crate::store::people::{MEMBERS, OFFICERS, Playing};
use crate::store::{cases, people, seclusion};

fn side(kind: Kind) -> Option<Side> {
    match kind {
        Kind::Council => Some(Side::Council),
        Kind::Municipality => Some(Side::Municipality),
        Kind::Association | Kind::Host | Kind::Elsewhere => None,
    }
}

fn part(side: Side) -> Part {
    match side {
        Side::Council => Part::Drafter,
        Side::Municipality => Part::Officer,
    }
}

/// Who can take over at an organisation: whoever may prepare there, but the one who leaves.
pub async fn heirs(
    conn: &mut Conn,
    (of, kind): (&OrganisationId, Kind),
    leaving: &PersonId,
    on: Day,
) -> Result<Vec<Person>> {
    let Some(side) = side(kind) else { return Ok(Vec::new()) };
    let roles = if side == Side::Council { MEMBERS } else { OFFICERS };
    let mut all = people::in_roles(conn, of, roles, on).await?;
    all.retain(|person| person.id != *leaving);
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// Passes everything on that somebody prepares in running cases, as far as the reader may do so. Gives how many
/// cases that is.
///
/// # Errors
/// Of the database only; a case that is not theirs to hand over stays as it is.
pub async fn hand_over(
    tx: &mut Tx,
    cx: &Cx,
    (of, kind): (&OrganisationId, Kind),
    (from, to): (&PersonId, &PersonId),
) -> std::result::Result<usize, Problem> {
    let Some(side) = side(kind) else { return Ok(0) };
    let part = part(side);
    let is_theirs = |p: &&Playing| p.person == *from && p.part == part;
    let playing = people::of_board(tx, of).await?;
    let running = cases::running(tx, Eyes::in_cx(cx)?, of).await?;
    let mut count = 0;
    for one in playing.iter().filter(is_theirs).filter(|p| running.iter().any(|case| case.id == p.case_id)) {
        let Some(case) = cases::take_for(tx, &one.case_id, Eyes::in_cx(cx)?).await? else { continue };
        let Ok(permit) = cx.may::<HandingOver>(&case) else { continue };
        people::hand_on(tx, &permit, part, (from, to), cx.now()).await?;
        if case.is_confidential(side) {
            seclusion::name(tx, &case.id, side, to, (permit.by(), cx.now())).await?;
        }
        let (from, to) = (from.clone(), to.clone());
        cx.record(tx, &Event::HandedOver { of: Of::only(&case, side), side, from, to });
        count += 1;
    }
    Ok(count)
}
