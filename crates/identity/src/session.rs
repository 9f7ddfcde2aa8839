//! Sign-ins: a random token in a cookie, of which only the hash is kept.

use platform::actor::Helper;
use platform::app::{App, Face, Half, Looks, Recognised, TextSize, Visit};
use platform::clock::{DAY, HOUR, MINUTE, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId, SessionId};
use platform::{Actor, Kind, Lang, Role, Seat, args, secret};

use crate::{behalf, second};

/// A sign-in on a device of one's own.
const REMEMBERED: (i64, i64) = (30 * DAY, 30 * DAY);
/// A sign-in on any device: a working day at most, and two hours without a visit.
const ONCE: (i64, i64) = (12 * HOUR, 2 * HOUR);
/// Between the first step and the second.
const HALF: (i64, i64) = (15 * MINUTE, 15 * MINUTE);
/// How often the last visit is written down.
const SEEN_EVERY: i64 = 5 * MINUTE;

platform::row! {
    pub(crate) struct Known {
        session: SessionId,
        secret: String,
        seen_at: Moment,
        proved_at: Moment,
        strong_at: Option<Moment>,
        has_app: bool,
        demanded: bool,
        person: PersonId,
        name: String,
        lang: Option<Lang>,
        size: Option<TextSize>,
        face: Option<Face>,
        // In whose name this sign-in works now, and by which consent.
        mandate: Option<String>,
        mandate_ends_at: Option<Moment>,
        council: Option<OrganisationId>,
        other: Option<PersonId>,
        other_name: Option<String>,
        holder: Option<PersonId>,
        seat: Option<SeatId>,
        role: Option<Role>,
        organisation: Option<OrganisationId>,
        organisation_name: Option<String>,
        kind: Option<Kind>,
        style: Option<String>,
    }

    pub(crate) struct Held {
        name: String,
        seat: Option<SeatId>,
        role: Option<Role>,
        organisation: Option<OrganisationId>,
        organisation_name: Option<String>,
        kind: Option<Kind>,
    }

    /// A sign-in as its owner sees it.
    pub(crate) struct Open {
        pub id: SessionId,
        pub device: String,
        pub started_at: Moment,
        pub seen_at: Moment,
    }
}

platform::statements! {
    BEGIN: () = "INSERT INTO session (id, token_hash, secret, person, device, started_at, seen_at, proved_at, ends_at, idle_ms, strong_at, organisation)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $11, $7, $8, $9, $10)";
    THROUGH: (OrganisationId, String) = "SELECT o.id, o.name FROM session s JOIN organisation o ON o.id = s.organisation WHERE s.id = $1";
    // One row for each seat that is held today; the chosen one first. While somebody works in another's name, the
    // seats of both: the consent holds as long as both sit where it is about. Whoever was let in by an organisation
    // has what they are there, and nothing else.
    RECOGNISE: Known = "SELECT s.id AS session, s.secret, s.seen_at, s.proved_at, s.strong_at,
               CASE WHEN a.person IS NULL THEN 0 ELSE 1 END AS has_app,
               CASE WHEN d.organisation IS NULL THEN 0 ELSE 1 END AS demanded, p.id AS person, p.name, l.lang, l.size, l.face,
               m.id AS mandate, s.mandate_ends_at, m.council, y.id AS other, y.name AS other_name, t.person AS holder,
               t.id AS seat, t.role, o.id AS organisation, o.short_name AS organisation_name, o.kind, h.style
          FROM session s
          JOIN person p ON p.id = s.person
          LEFT JOIN person_looks l ON l.person = p.id
          LEFT JOIN mandate m ON m.id = s.mandate AND s.mandate_ends_at > $2 AND m.helper = s.person AND m.ended_at IS NULL AND m.until_on >= $3
          LEFT JOIN person y ON y.id = m.person AND NOT EXISTS (SELECT 1 FROM person_disabled z WHERE z.person = m.person)
          LEFT JOIN seat t ON t.person IN (p.id, y.id) AND t.from_on <= $3 AND (t.until_on IS NULL OR t.until_on >= $3)
               AND (s.organisation IS NULL OR t.organisation = s.organisation)
          LEFT JOIN organisation o ON o.id = t.organisation
          LEFT JOIN organisation_letterhead h ON h.organisation = t.organisation
          LEFT JOIN organisation_second_step d ON d.organisation = t.organisation
          LEFT JOIN second_app a ON a.person = p.id
         WHERE s.token_hash = $1 AND s.ends_at > $2 AND s.seen_at + s.idle_ms > $2
           AND NOT EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = p.id)
         ORDER BY CASE WHEN t.id = s.seat THEN 0 ELSE 1 END, t.from_on, t.id";
    ACTOR: Held = "SELECT p.name, t.id AS seat, t.role, o.id AS organisation, o.short_name AS organisation_name, o.kind
          FROM person p
          LEFT JOIN seat t ON t.person = p.id AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
          LEFT JOIN organisation o ON o.id = t.organisation
         WHERE p.id = $1 AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id)
         ORDER BY t.from_on, t.id";
    SEEN: () = "UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";
    END: () = "DELETE FROM session WHERE id = $1 AND person = $2";
    END_ALL: () = "DELETE FROM session WHERE person = $1";
    END_ANY: () = "DELETE FROM session WHERE id = $1";
    PROVED: () = "UPDATE session SET proved_at = $2 WHERE id = $1";
    STRONG: () = "UPDATE session SET strong_at = $2 WHERE id = $1";
    END_OTHERS: () = "DELETE FROM session WHERE person = $1 AND id <> $2";
    OPEN: Open = "SELECT id, device, started_at, seen_at FROM session WHERE person = $1 AND ends_at > $2 AND seen_at + idle_ms > $2 ORDER BY seen_at DESC";
    CHOOSE_SEAT: () = "UPDATE session SET seat = $2 WHERE id = $1";
    SWEEP: () = "DELETE FROM session WHERE ends_at < $1";
}

/// How far a sign-in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A second step is asked and still to be taken.
    Half,
    /// No second step was asked.
    First,
    /// Both were taken, or a passkey, which is both at once.
    Both,
}

/// Begins a sign-in as if both steps were taken, and gives the token for the cookie; for the demo and for tests.
pub async fn begin(tx: &mut Tx, person: &PersonId, device: &str, remember: bool) -> Result<String> {
    start(tx, person, device, remember, Step::Both, None).await
}

/// The same through an organisation that signs in its own people.
pub async fn begin_through(tx: &mut Tx, person: &PersonId, organisation: &OrganisationId) -> Result<String> {
    start(tx, person, "", false, Step::Both, Some(organisation)).await
}

/// Begins a sign-in and gives the token for the cookie. Through an organisation it opens what is of that one
/// alone, and for what matters a letter to one's own address is asked first: the organisation said who it is, and
/// not the person.
pub(crate) async fn start(
    tx: &mut Tx,
    person: &PersonId,
    device: &str,
    remember: bool,
    step: Step,
    through: Option<&OrganisationId>,
) -> Result<String> {
    let (lasts, idle) = match step {
        Step::Half => HALF,
        _ if remember => REMEMBERED,
        _ => ONCE,
    };
    let now = machine_now();
    let strong_at = (step == Step::Both).then_some(now);
    let token = secret::token();
    let device: String = device.chars().filter(|c| !c.is_control()).take(200).collect();
    tx.run(SWEEP, args![now]).await?;
    let (id, hash, form_secret, ends_at) =
        (SessionId::fresh(), secret::hashed(&token), secret::token(), now.plus(lasts));
    let proved_at = if through.is_some() { Moment(0) } else { now };
    tx.exactly_one(
        BEGIN,
        args![id, hash, form_secret, person, device, now, ends_at, idle, strong_at, through, proved_at],
    )
    .await?;
    Ok(token)
}

/// The organisation that let this sign-in in, by id and name.
pub(crate) async fn through(conn: &mut Conn, session: &SessionId) -> Result<Option<(OrganisationId, String)>> {
    conn.one(THROUGH, args![session]).await
}

/// Whose cookie this is, with the seats they hold today.
pub fn recognise<'a>(app: &'a App, token: &'a str) -> Recognised<'a> {
    Box::pin(async move {
        let today = app.clock().now().day();
        let mut reader = app.db().reader().await?;
        let rows = reader.all(RECOGNISE, args![secret::hashed(token), machine_now(), today]).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        note_visit(app, first);
        let looks = Looks {
            lang: first.lang.unwrap_or_default(),
            size: first.size.unwrap_or_default(),
            face: first.face.unwrap_or_default(),
        };
        let (session, secret, proved_at) = (first.session.clone(), first.secret.clone(), first.proved_at);
        let (person, name) = (first.person.clone(), first.name.clone());
        let other = acting(first);
        let (own, others): (Vec<Known>, Vec<Known>) =
            rows.into_iter().partition(|row| row.holder.as_ref().is_none_or(|holder| *holder == person));
        let asks = |row: &Known| second::is_asked(row.has_app, row.demanded, row.role);
        if own.iter().any(|row| row.strong_at.is_none() && asks(row)) {
            let (actor, half) = (Actor::default(), Some(Half { person, name }));
            return Ok(Some(Visit { session, secret, actor, looks, proved_at, half }));
        }
        let actor = Actor { person: Some(person), name, seats: seats(own), helper: None };
        let in_name = other.and_then(|other| other.by(&actor, &secret, seats(others)));
        let (actor, secret) = in_name.unwrap_or((actor, secret));
        Ok(Some(Visit { session, secret, actor, looks, proved_at, half: None }))
    })
}

/// In whose name a sign-in works, as far as the consent itself goes.
struct Other {
    person: PersonId,
    name: String,
    council: Option<OrganisationId>,
    /// Which consent, and this use of it.
    mark: String,
}

fn acting(row: &Known) -> Option<Other> {
    Some(Other {
        person: row.other.clone()?,
        name: row.other_name.clone()?,
        council: row.council.clone(),
        mark: format!("{}.{}", row.mandate.as_ref()?, row.mandate_ends_at?.0),
    })
}

impl Other {
    /// The other as the policies see them, with the secret of the forms: a page of somebody's own does not fit
    /// while they work for another, nor the other way round. Nothing when either seat ended.
    fn by(self, helper: &Actor, secret: &str, seats: Vec<Seat>) -> Option<(Actor, String)> {
        let about = |s: &Seat| {
            s.kind == Kind::Council
                && s.role != Role::Guest
                && self.council.as_ref().is_none_or(|council| s.organisation == *council)
        };
        let seats: Vec<Seat> = seats.into_iter().filter(about).collect();
        let may_help = helper.seats.iter().any(|s| behalf::helps(s, self.council.as_ref()));
        if seats.is_empty() || !may_help {
            return None;
        }
        let by = Helper { person: helper.person.clone()?, name: helper.name.clone(), council: self.council };
        let actor = Actor { person: Some(self.person), name: self.name, seats, helper: Some(by) };
        Some((actor, secret::hashed(&format!("{secret}.{}", self.mark))))
    }
}

fn seats(rows: Vec<Known>) -> Vec<Seat> {
    let seat = |row: Known| {
        Some(Seat {
            id: row.seat?,
            organisation: row.organisation?,
            organisation_name: row.organisation_name?,
            kind: row.kind?,
            role: row.role?,
            style: row.style,
        })
    };
    rows.into_iter().filter_map(seat).collect()
}

/// Somebody who is not here now, with the seats they hold on a day; for asking the policy before a letter.
pub async fn actor(conn: &mut Conn, person: &PersonId, on: platform::Day) -> Result<Option<Actor>> {
    let rows = conn.all(ACTOR, args![person, on]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let name = first.name.clone();
    let seat = |row: Held| {
        Some(Seat {
            id: row.seat?,
            organisation: row.organisation?,
            organisation_name: row.organisation_name?,
            kind: row.kind?,
            role: row.role?,
            style: None,
        })
    };
    let seats = rows.into_iter().filter_map(seat).collect();
    Ok(Some(Actor { person: Some(person.clone()), name, seats, helper: None }))
}

/// Writes down, in the background and not at every visit, that this sign-in is still used.
fn note_visit(app: &App, known: &Known) {
    let now = machine_now();
    if now.0 - known.seen_at.0 < SEEN_EVERY {
        return;
    }
    let (app, session) = (app.clone(), known.session.clone());
    tokio::spawn(async move {
        let noted = async {
            let mut tx = app.db().begin().await?;
            tx.run(SEEN, args![session, now]).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "a visit could not be noted");
        }
    });
}

pub(crate) async fn end(tx: &mut Tx, session: &SessionId, person: &PersonId) -> Result<()> {
    tx.run(END, args![session, person]).await.map(|_| ())
}

pub(crate) async fn end_all(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run(END_ALL, args![person]).await.map(|_| ())
}

/// Ends a sign-in of whomever: the one that a new one replaces.
pub(crate) async fn end_any(tx: &mut Tx, session: &SessionId) -> Result<()> {
    tx.run(END_ANY, args![session]).await.map(|_| ())
}

/// Somebody showed just now who they are.
pub(crate) async fn proved(tx: &mut Tx, session: &SessionId) -> Result<()> {
    tx.exactly_one(PROVED, args![session, machine_now()]).await
}

/// Both steps were taken in this sign-in.
pub(crate) async fn strong(tx: &mut Tx, session: &SessionId) -> Result<()> {
    tx.exactly_one(STRONG, args![session, machine_now()]).await
}

pub(crate) async fn end_others(tx: &mut Tx, person: &PersonId, but: &SessionId) -> Result<()> {
    tx.run(END_OTHERS, args![person, but]).await.map(|_| ())
}

pub(crate) async fn open(conn: &mut Conn, person: &PersonId) -> Result<Vec<Open>> {
    conn.all(OPEN, args![person, machine_now()]).await
}

pub(crate) async fn choose_seat(tx: &mut Tx, session: &SessionId, seat: &SeatId) -> Result<()> {
    tx.exactly_one(CHOOSE_SEAT, args![session, seat]).await
}
