//! What the front page of a member or an official shows of the cases: what is theirs to do.

use platform::Actor;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Guarded;

use crate::case::Case;
use crate::eyes::Eyes;
use crate::kinds::{Body, Kind, Side};
use crate::policy::{HandingOver, Publishing, Standing};
use crate::store::{cases, people, rounds};
use crate::turn::{Task as Doing, Turn};
use crate::{Texts, say, texts};

/// One thing that somebody is asked to do. (The front page of the house draws these fields.)
pub struct Task {
    pub path: String,
    pub title: String,
    /// For which council or municipality; who has seats in several is told.
    pub organisation: OrganisationId,
    /// In a few words: *geef uw mening over het concept*.
    pub what: String,
    pub by: Option<Day>,
    pub late: bool,
}

/// What this person is asked to do now, the most urgent first; in Dutch.
pub async fn tasks(conn: &mut Conn, actor: &Actor, now: Moment) -> Result<Vec<Task>> {
    tasks_in(conn, actor, now, platform::Lang::Nl).await
}

/// The same in the language of the reader.
pub async fn tasks_in(conn: &mut Conn, actor: &Actor, now: Moment, lang: platform::Lang) -> Result<Vec<Task>> {
    let Some(person) = &actor.person else { return Ok(Vec::new()) };
    let Some(eyes) = Eyes::of(actor, now) else { return Ok(Vec::new()) };
    let (today, t) = (now.day(), texts(lang));
    // Consent is given by nobody else: whoever works in somebody's name is not asked for it.
    let rounds = if actor.helper.is_some() { Vec::new() } else { rounds::waiting(conn, person, today).await? };
    let mut tasks: Vec<Task> = rounds
        .into_iter()
        .map(|(id, council, title, closes_on)| Task {
            path: format!("/dossiers/{id}/instemming"),
            title,
            organisation: council,
            what: t.front_consent(),
            by: closes_on,
            late: closes_on.is_some_and(|on| on < today),
        })
        .collect();
    let mine: Vec<Case> = cases::mine(conn, eyes).await?.into_iter().map(|c| c.seen_by(actor)).collect();
    let prepared = mine.iter().any(|case| case.turn(today).task == Doing::Prepare);
    let writing = if prepared { people::preparing(conn, person, today).await? } else { Vec::new() };
    for case in &mine {
        tasks.extend(of_case(case, actor, writes(case, actor, &writing), today, t));
    }
    tasks.sort_by_key(|task| (task.by.is_none(), task.by));
    Ok(tasks)
}

/// Whether an advice that is being prepared asks something of this person: of who writes it and of who leads. When
/// nobody was named to write it, it asks every member.
fn writes(case: &Case, actor: &Actor, writing: &[people::Preparing]) -> bool {
    let leads = case.standings(actor).iter().any(|s| matches!(s, Standing::Secretary | Standing::Chair));
    let mut named = writing.iter().filter(|p| p.case_id == case.id).peekable();
    leads || named.peek().is_none() || named.any(|p| p.oneself)
}

/// What one case asks of this person: by the side on which they act, and the button that is theirs.
fn of_case(case: &Case, actor: &Actor, writes: bool, today: Day, t: &Texts) -> Option<Task> {
    let turn = case.turn(today);
    let by = due_for(case, &turn);
    let task = |side: Side, below: &str, what: String| Task {
        path: format!("{}/{below}", case.path()),
        title: case.title.clone(),
        organisation: match side {
            Side::Council => case.council.clone(),
            Side::Municipality => case.municipality.clone(),
        },
        what,
        by,
        late: turn.is_late(today) || by.is_some_and(|on| turn.task == Doing::Receive && on < today),
    };
    if platform::policy::may::<Publishing>(actor, case) {
        let waits = case.published_at.is_none()
            && case.submitted_version.is_some()
            && case.submitted_version == case.answer_version;
        return waits.then(|| task(Side::Municipality, "antwoord/publicatie", t.front_approve()));
    }
    if case.kind == Kind::ThinkAlong {
        return None;
    }
    let side = acting_sides(case, actor, &turn).into_iter().find(|side| turn.who.is(*side))?;
    let below = turn.button(side)?;
    // Everybody of the council may write along; who is asked to is whoever writes it, and who sees that it comes.
    if turn.task == Doing::Prepare && !writes {
        return None;
    }
    // In somebody's name one writes along; the steps of the case are taken by people themselves.
    let theirs = actor.helper.is_some() && below != "advies";
    (!theirs).then(|| task(side, below, front_words(&turn, t)))
}

/// How long a council has to say whether everything is there, in days.
const RECEIPT_DAYS: i64 = 7;

/// By when it is asked: a receipt is confirmed within a week, long before the advice is due.
fn due_for(case: &Case, turn: &Turn) -> Option<Day> {
    match (turn.task, case.filed_at) {
        (Doing::Receive, Some(filed)) => {
            let week = filed.day().plus_days(RECEIPT_DAYS);
            Some(turn.by.map_or(week, |due| due.min(week)))
        }
        _ => turn.by,
    }
}

/// A running case of a council or municipality, for handing over: who has a part in it, and what is to be done.
pub struct Part {
    pub path: String,
    pub title: String,
    pub what: String,
    pub by: Option<Day>,
    /// Who prepares it.
    pub players: Vec<PersonId>,
    /// This side is to move.
    pub is_to_move: bool,
    /// The reader may pass on who prepares it.
    pub may_hand_over: bool,
}

/// The running cases of an organisation, as far as this reader may see them.
pub async fn parts(
    conn: &mut Conn,
    reader: &Actor,
    of: &OrganisationId,
    now: Moment,
    lang: platform::Lang,
) -> Result<Vec<Part>> {
    let Some(eyes) = Eyes::of(reader, now) else { return Ok(Vec::new()) };
    let (today, t) = (now.day(), texts(lang));
    let playing = people::of_board(conn, of).await?;
    let running = cases::running(conn, eyes, of).await?;
    let part = |case: Case| {
        let case = case.seen_by(reader);
        let side = if case.municipality == *of { Side::Municipality } else { Side::Council };
        let turn = case.turn(today);
        let is_to_move = case.kind != Kind::ThinkAlong && turn.who.is(side);
        Part {
            path: case.path(),
            title: case.title.clone(),
            what: if is_to_move { front_words(&turn, t) } else { say::who(turn.who, t) },
            by: turn.by,
            players: playing.iter().filter(|p| p.case_id == case.id).map(|p| p.person.clone()).collect(),
            is_to_move,
            may_hand_over: platform::policy::may::<HandingOver>(reader, &case),
        }
    };
    Ok(running.into_iter().map(part).collect())
}

/// The sides on which somebody does things, and does not only read. A clerk records what the municipal council decides.
fn acting_sides(case: &Case, actor: &Actor, turn: &Turn) -> Vec<Side> {
    let records = turn.task == Doing::Decide && case.decides == Body::MunicipalCouncil;
    let acts = |s: &Standing| match s {
        Standing::Secretary | Standing::Chair | Standing::Member | Standing::ContactOfficer | Standing::Officer => true,
        Standing::Clerk => records,
        _ => false,
    };
    case.standings(actor).into_iter().filter(acts).filter_map(Standing::side).collect()
}

fn front_words(turn: &Turn, t: &Texts) -> String {
    say::do_it(turn, t)
}

/// How a council or municipality stands, in three counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub running: i64,
    /// Where this side is to move.
    pub ours: i64,
    pub late: i64,
}

/// The counts of the board of the seat that somebody speaks from.
pub async fn board_summary(conn: &mut Conn, actor: &Actor, now: Moment) -> Result<Summary> {
    let (Some(eyes), Some(seat)) = (Eyes::of(actor, now), actor.seat()) else { return Ok(Summary::default()) };
    let side = if seat.kind == platform::Kind::Municipality { Side::Municipality } else { Side::Council };
    let today = now.day();
    let mut summary = Summary::default();
    for case in cases::running(conn, eyes, &seat.organisation).await? {
        let turn = case.turn(today);
        summary.running += 1;
        summary.ours += i64::from(case.kind != Kind::ThinkAlong && turn.who.is(side));
        summary.late += i64::from(turn.is_late(today));
    }
    Ok(summary)
}
