//! Two entries of one person become one. What names the one is moved to the other, in every room, and each row that was
//! moved is noted, so that it can be put back for thirty days. Whoever went up in another has no access any more, is
//! called as the one that stays, and leads to it. The trail is not rewritten.

use platform::clock::{DAY, Day, Moment};
use platform::db::{Conn, Error, Result, Tx};
use platform::id::{PersonId, SeatId};
use platform::keys::Keys;
use platform::persons::Place;
use platform::{Kind, Role, args};

use crate::directory::{self, Person};
use crate::keys::of_app;
use crate::second::app_of;
use crate::{people, session};

/// For how many days a joining can be undone.
pub const UNDO_DAYS: i64 = 30;

platform::row! {
    /// Two entries that became one, with what is needed to take them apart.
    pub struct Join {
        pub id: String,
        /// The entry that went up in the other.
        pub person: PersonId,
        pub into_person: PersonId,
        pub name_before: String,
        /// What the one that stays is called now.
        pub name: String,
        pub address_stays: String,
        pub address_goes: String,
        pub swapped: bool,
        pub was_barred: bool,
        pub app_since: Option<Moment>,
        pub at: Moment,
        pub by_name: Option<String>,
        pub undone_at: Option<Moment>,
    }

    /// A role that both entries have at one organisation at the same time.
    pub struct Double {
        pub stays: SeatId,
        pub goes: SeatId,
        pub organisation_name: String,
        pub kind: Kind,
        pub role: Role,
        pub stays_from: Day,
        pub stays_until: Option<Day>,
        pub goes_from: Day,
        pub goes_until: Option<Day>,
    }

    /// With what somebody signs in besides a code by letter.
    pub struct Ways {
        pub app: bool,
        pub passkeys: i64,
        pub elsewhere: i64,
    }

    struct Span { seat: SeatId, from_before: Day, until_before: Option<Day>, from_after: Day, until_after: Option<Day> }
}

macro_rules! joins {
    ($behind:literal) => {
        concat!(
            "SELECT j.id, j.person, j.into_person, j.name_before, p.name, j.address_stays, j.address_goes, j.swapped, j.was_barred,
                    j.app_since, j.at, b.name AS by_name, j.undone_at
               FROM person_join j JOIN person p ON p.id = j.into_person LEFT JOIN person b ON b.id = j.by_person ",
            $behind
        )
    };
}

platform::statements! {
    ONE: Join = joins!("WHERE j.id = $1");
    SINCE: Join = joins!("WHERE j.at >= $1 AND j.undone_at IS NULL ORDER BY j.at DESC, j.id");
    INTO: (PersonId,) = "SELECT into_person FROM person_join WHERE person = $1 AND undone_at IS NULL";
    LOCK: (String,) = "SELECT id FROM person_join WHERE id = $1";
    LOCK_PERSON: (PersonId,) = "SELECT id FROM person WHERE id = $1";
    BARRED: (i64,) = "SELECT COUNT(*) FROM person_disabled WHERE person = $1";
    KEEPS: (i64,) = "SELECT COUNT(*) FROM seat s JOIN organisation o ON o.id = s.organisation
        WHERE s.person = $1 AND (o.kind = 'host' OR s.role = 'administrator') AND (s.until_on IS NULL OR (s.until_on >= $2 AND s.until_on >= s.from_on))";
    WAYS: Ways = "SELECT (SELECT COUNT(*) FROM second_app WHERE person = $1) AS app, (SELECT COUNT(*) FROM passkey WHERE person = $1) AS passkeys,
        (SELECT COUNT(*) FROM openid_person WHERE person = $1) AS elsewhere";
    // Whose end was written down with a reason stays as it is.
    DOUBLES: Double = "SELECT a.id AS stays, b.id AS goes, o.name AS organisation_name, o.kind, a.role, a.from_on AS stays_from, a.until_on AS stays_until,
               b.from_on AS goes_from, b.until_on AS goes_until
          FROM seat a JOIN seat b ON b.person = $2 AND b.organisation = a.organisation AND b.role = a.role JOIN organisation o ON o.id = a.organisation
         WHERE a.person = $1 AND (a.until_on IS NULL OR a.until_on >= b.from_on) AND (b.until_on IS NULL OR b.until_on >= a.from_on)
           AND (a.until_on IS NULL OR a.until_on >= a.from_on) AND (b.until_on IS NULL OR b.until_on >= b.from_on)
           AND NOT EXISTS (SELECT 1 FROM seat_end e WHERE e.seat IN (a.id, b.id))
         ORDER BY o.name, o.id, a.from_on, b.from_on, a.id, b.id";
    ADD: () = "INSERT INTO person_join (id, person, into_person, name_before, address_stays, address_goes, swapped, was_barred, app_since, at, by_person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    UNDONE: () = "UPDATE person_join SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL";
    NOTE_SEAT: () = "INSERT INTO person_join_seat (join_id, seat, from_before, until_before, from_after, until_after) VALUES ($1, $2, $3, $4, $5, $6)";
    NOTE_AFTER: () = "UPDATE person_join_seat SET from_after = $3, until_after = $4 WHERE join_id = $1 AND seat = $2";
    SEATS: Span = "SELECT seat, from_before, until_before, from_after, until_after FROM person_join_seat WHERE join_id = $1 ORDER BY seat";
    SPAN: () = "UPDATE seat SET from_on = $2, until_on = $3 WHERE id = $1";
    // What was changed in the meantime stays as it was changed.
    SPAN_BACK: () = "UPDATE seat SET from_on = $2, until_on = $3 WHERE id = $1 AND from_on = $4 AND COALESCE(until_on, '') = $5";
    // Nobody works in their own name by their own consent.
    NO_MANDATE: () = "UPDATE mandate SET ended_at = $3 WHERE ended_at IS NULL AND ((person = $1 AND helper = $2) OR (person = $2 AND helper = $1))";
    COPY_APP: () = "INSERT INTO second_app (person, secret, key_id, since, last_step) VALUES ($1, $2, $3, $4, $5)";
    DROP_APP: () = "DELETE FROM second_app WHERE person = $1 AND since = $2";
    ADDRESS: () = "UPDATE person SET address = $2 WHERE id = $1";
    // The one that went up is called as the one that stays, and so is who went up in it before.
    NAMES: () = "UPDATE person SET name = $2, folded = $3 WHERE id IN (SELECT j.person FROM person_join j WHERE j.into_person = $1 AND j.undone_at IS NULL)";
    NAME: () = "UPDATE person SET name = $2, folded = $3 WHERE id = $1";
}

/// The entry that an entry leads to, when it went up in another.
pub async fn into(conn: &mut Conn, person: &PersonId) -> Result<Option<PersonId>> {
    Ok(conn.one(INTO, args![person]).await?.map(|(into,)| into))
}

pub async fn one(conn: &mut Conn, id: &str) -> Result<Option<Join>> {
    conn.one(ONE, args![id]).await
}

/// What can still be undone, the newest first.
pub async fn recent(conn: &mut Conn, now: Moment) -> Result<Vec<Join>> {
    conn.all(SINCE, args![now.plus(-UNDO_DAYS * DAY)]).await
}

/// With what somebody signs in.
pub async fn ways(conn: &mut Conn, person: &PersonId) -> Result<Ways> {
    Ok(conn.one(WAYS, args![person]).await?.unwrap_or(Ways { app: false, passkeys: 0, elsewhere: 0 }))
}

/// Whether the access of somebody was ended.
pub async fn is_barred(conn: &mut Conn, person: &PersonId) -> Result<bool> {
    Ok(conn.value(BARRED, args![person]).await? > 0)
}

/// Whether somebody keeps the house running, today or later.
pub async fn keeps_the_house(conn: &mut Conn, person: &PersonId, today: Day) -> Result<bool> {
    Ok(conn.value(KEEPS, args![person, today]).await? > 0)
}

/// The roles that both have at the same time at one organisation.
pub async fn doubles(conn: &mut Conn, stays: &PersonId, goes: &PersonId) -> Result<Vec<Double>> {
    conn.all(DOUBLES, args![stays, goes]).await
}

impl Double {
    /// From when until when the one role lasts that covers both.
    pub fn span(&self) -> (Day, Option<Day>) {
        let until = match (self.stays_until, self.goes_until) {
            (Some(one), Some(other)) => Some(one.max(other)),
            _ => None,
        };
        (self.stays_from.min(self.goes_from), until)
    }
}

/// Holds both entries until the transaction ends, always in the same order.
pub async fn hold(tx: &mut Tx, one: &PersonId, other: &PersonId) -> Result<()> {
    for id in [one.min(other), one.max(other)] {
        tx.lock(LOCK_PERSON, args![id]).await?;
    }
    Ok(())
}

/// Which entry goes up in which, and with which address.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    pub stays: &'a Person,
    pub goes: &'a Person,
    /// The address of the one that goes is the one that stays.
    pub swaps: bool,
    pub by: &'a PersonId,
}

/// Joins two entries; `places` are the columns of all rooms that name a person. Gives the id of the joining. Who may,
/// and whether anything stands in the way, was asked by the caller.
///
/// # Errors
/// Of the database, and when the secret of an app cannot be opened.
pub async fn join(tx: &mut Tx, keys: &Keys, places: &[&Place], wish: Wish<'_>, now: Moment) -> Result<String> {
    let (id, stays, goes) = (platform::id::fresh(), &wish.stays.id, &wish.goes.id);
    let was_barred = is_barred(tx, goes).await?;
    let app_since = copy_app(tx, keys, stays, goes).await?;
    let (kept, lost) = (wish.stays.address.as_str(), wish.goes.address.as_str());
    let (kept, lost) = if wish.swaps { (lost, kept) } else { (kept, lost) };
    let (swapped, barred) = (i64::from(wish.swaps), i64::from(was_barred));
    let row = args![id, goes, stays, wish.goes.name, kept, lost, swapped, barred, app_since, now, wish.by];
    tx.exactly_one(ADD, row).await?;
    tx.run(NO_MANDATE, args![stays, goes, now]).await?;
    join_seats(tx, &id, stays, goes).await?;
    for place in places {
        place.moves(tx, &id, goes, stays).await?;
    }
    people::disable(tx, goes, now).await?;
    let folded = directory::fold(&wish.stays.name);
    tx.run(NAMES, args![stays, wish.stays.name, folded]).await?;
    if wish.swaps {
        swap(tx, &id, (stays, kept), (goes, lost)).await?;
    }
    Ok(id)
}

/// Two addresses change places; no address is ever that of two people.
async fn swap(tx: &mut Tx, id: &str, one: (&PersonId, &str), other: (&PersonId, &str)) -> Result<()> {
    let between = format!("{id}@invalid");
    tx.exactly_one(ADDRESS, args![other.0, between]).await?;
    tx.exactly_one(ADDRESS, args![one.0, one.1]).await?;
    tx.exactly_one(ADDRESS, args![other.0, other.1]).await
}

async fn join_seats(tx: &mut Tx, id: &str, stays: &PersonId, goes: &PersonId) -> Result<()> {
    // One at a time: with three that overlap, the next is looked for beside what covers the first two.
    while let Some(double) = doubles(tx, stays, goes).await?.into_iter().next() {
        let ((from, until), before) = (double.span(), double.goes_from.plus_days(-1));
        for (seat, was, becomes) in [
            (&double.stays, (double.stays_from, double.stays_until), (from, until)),
            (&double.goes, (double.goes_from, double.goes_until), (double.goes_from, Some(before))),
        ] {
            tx.run(SPAN, args![seat, becomes.0, becomes.1]).await?;
            note_seat(tx, id, seat, was, becomes).await?;
        }
    }
    Ok(())
}

async fn note_seat(
    tx: &mut Tx,
    id: &str,
    seat: &SeatId,
    was: (Day, Option<Day>),
    becomes: (Day, Option<Day>),
) -> Result<()> {
    let noted = tx.all(SEATS, args![id]).await?.into_iter().find(|s| s.seat == *seat);
    if noted.is_some() {
        return tx.exactly_one(NOTE_AFTER, args![id, seat, becomes.0, becomes.1]).await;
    }
    tx.exactly_one(NOTE_SEAT, args![id, seat, was.0, was.1, becomes.0, becomes.1]).await
}

/// Whoever took a second step in either entry takes it afterwards too. The secret is bound to whose it is.
async fn copy_app(tx: &mut Tx, keys: &Keys, stays: &PersonId, goes: &PersonId) -> Result<Option<Moment>> {
    if app_of(tx, stays).await?.is_some() {
        return Ok(None);
    }
    let Some(app) = app_of(tx, goes).await? else { return Ok(None) };
    let lost = |lost: platform::keys::Lost| Error::Fault(Box::new(lost));
    let secret = app.open(keys, goes).map_err(lost)?;
    let wrapped = keys.wrap(of_app(stays), &secret).map_err(lost)?;
    let row = args![stays, wrapped.text, wrapped.key, app.since, app.last_step];
    tx.exactly_one(COPY_APP, row).await?;
    Ok(Some(app.since))
}

/// Why a joining is not undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    Undone,
    /// It is longer ago than thirty days.
    Over,
}

/// The joining, held until the transaction ends, when it can still be undone.
pub async fn take(tx: &mut Tx, id: &str, now: Moment) -> Result<Option<std::result::Result<Join, Late>>> {
    tx.lock(LOCK, args![id]).await?;
    let Some(join) = one(tx, id).await? else { return Ok(None) };
    Ok(Some(match join.undone_at {
        Some(_) => Err(Late::Undone),
        None if join.at.plus(UNDO_DAYS * DAY) <= now => Err(Late::Over),
        None => Ok(join),
    }))
}

/// Takes two entries apart again: what the one brought goes back to it. What was written since stays with the other.
pub async fn undo(tx: &mut Tx, places: &[&Place], join: &Join, by: &PersonId, now: Moment) -> Result<()> {
    let (stays, goes) = (&join.into_person, &join.person);
    hold(tx, stays, goes).await?;
    for place in places {
        place.moves_back(tx, &join.id, goes, stays).await?;
    }
    for span in tx.all(SEATS, args![join.id]).await? {
        let until = span.until_after.map(|day| day.to_string()).unwrap_or_default();
        let row = args![span.seat, span.from_before, span.until_before, span.from_after, until];
        tx.run(SPAN_BACK, row).await?;
    }
    if let Some(since) = join.app_since {
        tx.run(DROP_APP, args![stays, since]).await?;
    }
    if !join.was_barred {
        people::enable(tx, goes).await?;
    }
    tx.exactly_one(UNDONE, args![join.id, now, by]).await?;
    let folded = directory::fold(&join.name_before);
    tx.exactly_one(NAME, args![goes, join.name_before, folded]).await?;
    tx.run(NAMES, args![goes, join.name_before, folded]).await?;
    let kept = directory::person(tx, stays).await?.map(|person| person.address);
    if join.swapped && kept.as_deref() == Some(join.address_stays.as_str()) {
        swap(tx, &join.id, (stays, &join.address_goes), (goes, &join.address_stays)).await?;
    }
    // Until now it was open to both.
    session::end_all(tx, stays).await
}
