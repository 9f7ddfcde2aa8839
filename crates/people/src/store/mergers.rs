//! A municipality goes up in another, from a day on: what is written, and how it is taken back.

use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::policy::Permit;
use platform::{Role, args};

use crate::register::policy::Keeping;
use crate::store::effects::{self, Effect};
use crate::store::register::Party;
use crate::store::seats::{self, New};
use crate::store::ties::{self, Tie, What};

platform::row! {
    /// What goes up in a municipality.
    pub struct Former {
        pub id: OrganisationId,
        pub name: String,
        pub on_day: Day,
        /// Its people get the same role in the other.
        pub people: bool,
    }

    /// A role that goes along.
    pub struct Going {
        pub person: PersonId,
        pub role: Role,
        pub from_on: Day,
        pub until_on: Option<Day>,
        pub portfolio: String,
    }
}

platform::statements! {
    FORMERS: Former = "SELECT o.id, o.name, m.on_day, m.people FROM municipality_succession m JOIN organisation o ON o.id = m.former
        WHERE m.successor = $1 ORDER BY m.on_day, o.name";
    GOES_UP: () = "INSERT INTO municipality_succession (former, successor, on_day, people, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)";
    STAYS: () = "DELETE FROM municipality_succession WHERE former = $1 AND successor = $2";
    // Whoever has that role in the other already does not get it twice.
    GOING: Going = "SELECT s.person, s.role, s.from_on, s.until_on, s.portfolio FROM seat s
        WHERE s.organisation = $1 AND s.role <> 'guest' AND (s.until_on IS NULL OR s.until_on >= $3)
          AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = s.person)
          AND NOT EXISTS (SELECT 1 FROM seat x WHERE x.organisation = $2 AND x.person = s.person AND x.role = s.role
                AND (x.until_on IS NULL OR x.until_on >= $3))
        ORDER BY s.id";
    NO_DEPUTY: () = "DELETE FROM seat_deputy WHERE seat = $1";
    NO_END: () = "DELETE FROM seat_end WHERE seat = $1";
    NO_RENEWAL: () = "DELETE FROM seat_renewal WHERE seat = $1";
    NO_SEAT: () = "DELETE FROM seat WHERE id = $1";
}

/// What goes up in a municipality, or went up.
pub async fn formers(conn: &mut Conn, of: &OrganisationId) -> Result<Vec<Former>> {
    conn.all(FORMERS, args![of]).await
}

/// The roles that would go along.
pub async fn going(
    conn: &mut Conn,
    former: &OrganisationId,
    successor: &OrganisationId,
    on: Day,
) -> Result<Vec<Going>> {
    conn.all(GOING, args![former, successor, on]).await
}

/// The municipality of the permit goes up in another. Its councils and partnerships go along; its people too
/// when that is wanted, and they keep their role in the old one to finish what is going on there.
pub async fn merge(
    tx: &mut Tx,
    permit: &Permit<Keeping>,
    successor: &OrganisationId,
    (on, people): (Day, bool),
    now: Moment,
) -> Result<()> {
    let (former, with_people) = (OrganisationId::of(permit.on()), i64::from(people));
    tx.exactly_one(GOES_UP, args![former, successor, on, with_people, now, permit.by()]).await?;
    for (what, tie) in effects::end_ties(tx, &former, on.plus_days(-1)).await? {
        hand_on(tx, &former, what, &tie, successor, on).await?;
    }
    if people { give_roles(tx, &former, successor, on).await } else { Ok(()) }
}

/// Ties the council or partnership of the permit to a municipality, from a day until a day. When that goes up in
/// another, it goes along.
pub async fn tie(
    tx: &mut Tx,
    permit: &Permit<Keeping>,
    what: What,
    other: &Party,
    (from_on, until_on): (Option<Day>, Option<Day>),
) -> Result<()> {
    ties::begin(tx, permit, what, &other.id, (from_on, until_on)).await?;
    let (Some(successor), Some(on)) = (&other.goes_into, other.into_on) else { return Ok(()) };
    let tie = Tie { one: OrganisationId::of(permit.on()), other: other.id.clone(), from_on, until_on };
    if tie.until_on.is_some_and(|until| until < on) {
        return Ok(());
    }
    effects::end_tie(tx, &other.id, what, &tie, on.plus_days(-1)).await?;
    hand_on(tx, &other.id, what, &tie, successor, on).await
}

/// The successor sits where the former sat, from the day on.
async fn hand_on(
    tx: &mut Tx,
    former: &OrganisationId,
    what: What,
    was: &Tie,
    successor: &OrganisationId,
    on: Day,
) -> Result<()> {
    let from_on = Some(was.from_on.map_or(on, |from| from.max(on)));
    let wanted = Tie { one: was.one.clone(), other: successor.clone(), from_on, until_on: was.until_on };
    effects::ensure(tx, former, what, &wanted).await
}

async fn give_roles(tx: &mut Tx, former: &OrganisationId, successor: &OrganisationId, on: Day) -> Result<()> {
    for role in going(tx, former, successor, on).await? {
        let seat = SeatId::fresh();
        let new = New {
            seat: &seat,
            person: &role.person,
            organisation: successor,
            role: role.role,
            from_on: role.from_on.max(on),
            until_on: role.until_on,
            term: 1,
            portfolio: &role.portfolio,
        };
        seats::give(tx, &new).await?;
        let given = Effect {
            kind: What::Seat,
            one: seat.to_string(),
            other: String::new(),
            added: true,
            from_before: None,
            until_before: None,
        };
        effects::add(tx, former, &given).await?;
    }
    Ok(())
}

/// Takes back that the municipality of the permit goes up in another: everything is as it was. What else goes up in
/// that other keeps what it needs of it.
pub async fn take_back(tx: &mut Tx, permit: &Permit<Keeping>, successor: &OrganisationId, today: Day) -> Result<()> {
    let former = OrganisationId::of(permit.on());
    for effect in effects::of(tx, &former).await? {
        match effect.kind {
            What::Seat => forget_seat(tx, &effect.one).await?,
            What::Table | What::Place => effects::put_back(tx, &effect).await?,
        }
    }
    effects::forget(tx, &former).await?;
    tx.exactly_one(STAYS, args![former, successor]).await?;
    for other in formers(tx, successor).await? {
        again(tx, &other, successor, today).await?;
    }
    Ok(())
}

/// What another that goes up in it brought along, is there also without the one that was taken back.
async fn again(tx: &mut Tx, other: &Former, successor: &OrganisationId, today: Day) -> Result<()> {
    for effect in effects::of(tx, &other.id).await? {
        if effect.added || effect.kind == What::Seat || effect.other != other.id.as_str() {
            continue;
        }
        let was = Tie {
            one: OrganisationId::of(effect.one.as_str()),
            other: other.id.clone(),
            from_on: effect.from_before,
            until_on: effect.until_before,
        };
        hand_on(tx, &other.id, effect.kind, &was, successor, other.on_day).await?;
    }
    let give = other.people && other.on_day > today;
    if give { give_roles(tx, &other.id, successor, other.on_day).await } else { Ok(()) }
}

/// A role that nobody had yet.
async fn forget_seat(tx: &mut Tx, seat: &str) -> Result<()> {
    for statement in [NO_DEPUTY, NO_END, NO_RENEWAL, NO_SEAT] {
        tx.run(statement, args![seat]).await?;
    }
    Ok(())
}
