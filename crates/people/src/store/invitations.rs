//! Invitations: a role, or a part in one case, that waits until somebody says yes.

use std::collections::HashMap;

use identity::directory::{self, NewPerson};
use platform::clock::{DAY, Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, Ref, SeatId};
use platform::policy::{self, Permit};
use platform::{Actor, Kind, Role, args, secret};

use crate::plan::{Invite, Known};
use crate::policy::{Meeting, Running};
use crate::sheet::Entry;
use crate::store::persons;

/// How long an invitation stays open.
pub const OPEN_DAYS: i64 = 14;

platform::row! {
    pub struct Invitation {
        pub id: String,
        pub person: PersonId,
        pub name: String,
        pub address: String,
        pub organisation: OrganisationId,
        pub organisation_name: String,
        pub kind: Kind,
        pub role: Role,
        pub from_on: Day,
        pub until_on: Option<Day>,
        pub thing: Option<Ref>,
        pub ends_at: Moment,
        pub letters: i64,
        pub at: Moment,
        pub by_person: PersonId,
        pub by_name: String,
        pub accepted_at: Option<Moment>,
        pub withdrawn_at: Option<Moment>,
        /// Whose access was ended; nobody says yes for them.
        pub barred: bool,
    }

    pub(crate) struct Here { person: PersonId, name: String, address: String, role: Option<Role>, invited: Option<Role>, barred: bool }
}

/// How an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    Accepted,
    Withdrawn,
    /// Nobody said yes in time.
    Over,
}

/// What came of inviting a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuestAsked {
    /// A letter goes out for this invitation.
    New(PersonId, String),
    /// They were invited and did not answer yet: the letter goes out again.
    Again(PersonId, String),
    /// They are a guest of this already, until this day.
    Is(Day),
    /// Their access was ended.
    Barred,
}

impl Invitation {
    pub fn state(&self, now: Moment) -> State {
        match (self.accepted_at, self.withdrawn_at) {
            (Some(_), _) => State::Accepted,
            (None, Some(_)) => State::Withdrawn,
            (None, None) if self.ends_at <= now => State::Over,
            (None, None) => State::Open,
        }
    }
}

/// The columns of [`Invitation`]. Until somebody says yes they are called as they were invited: whoever invited them
/// learns nothing of who is in the house.
macro_rules! invitation {
    ($behind:literal) => {
        concat!(
            "SELECT i.id, i.person, CASE WHEN a.at IS NULL AND i.invited_as <> '' THEN i.invited_as ELSE p.name END AS name, p.address, i.organisation, o.name AS organisation_name, o.kind, i.role, i.from_on, i.until_on,
                    i.thing, i.ends_at, i.letters, i.at, i.by_person, b.name AS by_name, a.at AS accepted_at, w.at AS withdrawn_at,
                    CASE WHEN EXISTS (SELECT 1 FROM person_disabled x WHERE x.person = i.person) THEN 1 ELSE 0 END AS barred
               FROM invitation i JOIN person p ON p.id = i.person JOIN organisation o ON o.id = i.organisation
               JOIN person b ON b.id = i.by_person
               LEFT JOIN invitation_acceptance a ON a.invitation = i.id
               LEFT JOIN invitation_withdrawal w ON w.invitation = i.id ",
            $behind
        )
    };
}

platform::statements! {
    ONE: Invitation = invitation!("WHERE i.id = $1");
    BY_TOKEN: Invitation = invitation!("WHERE i.token_hash = $1");
    WAITING_AT: Invitation = invitation!("WHERE i.organisation = $1 AND a.at IS NULL AND w.at IS NULL AND i.thing IS NULL ORDER BY i.at, i.id");
    WAITING_FOR: Invitation = invitation!("WHERE i.person = $1 AND a.at IS NULL AND w.at IS NULL AND i.ends_at > $2 ORDER BY i.at, i.id");
    OF_THING: Invitation = invitation!("WHERE i.thing = $1 AND w.at IS NULL ORDER BY i.at, i.id");
    LOCK: (String,) = "SELECT id FROM invitation WHERE id = $1";
    LOCK_PERSON: (PersonId,) = "SELECT id FROM person WHERE id = $1";
    // Everybody with one of these addresses, with their roles and invitations at this organisation. `$2` holds the addresses between commas.
    // An address that signs in no more, since its entry went up in another, is still that person's.
    HERE: Here = "SELECT p.id AS person, p.name, q.address, s.role, i.role AS invited,
            CASE WHEN EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) THEN 1 ELSE 0 END AS barred FROM person q
        JOIN person p ON p.id = COALESCE((SELECT j.into_person FROM person_join j WHERE j.person = q.id AND j.undone_at IS NULL), q.id)
        LEFT JOIN seat s ON s.person = p.id AND s.organisation = $1 AND (s.until_on IS NULL OR (s.until_on >= $3 AND s.until_on >= s.from_on))
        LEFT JOIN invitation i ON i.person = p.id AND i.organisation = $1 AND i.thing IS NULL AND i.ends_at > $4
            AND NOT EXISTS (SELECT 1 FROM invitation_acceptance a WHERE a.invitation = i.id)
            AND NOT EXISTS (SELECT 1 FROM invitation_withdrawal w WHERE w.invitation = i.id)
        WHERE q.address = $2";
    // Where somebody sits across the table of an organisation.
    ACROSS: (String,) = "SELECT DISTINCT o.name FROM seat s JOIN organisation o ON o.id = s.organisation
        JOIN council_municipality cm ON (cm.council = $2 AND cm.municipality = o.id) OR (cm.municipality = $2 AND cm.council = o.id)
        WHERE s.person = $1 AND s.role <> 'guest' AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3)
          AND (cm.from_on IS NULL OR cm.from_on <= $3) AND (cm.until_on IS NULL OR cm.until_on >= $3) ORDER BY o.name";
    INVITE: () = "INSERT INTO invitation (id, person, organisation, role, from_on, until_on, thing, brought, ends_at, letters, at, by_person, invited_as)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11, $12)";
    PERSON: (PersonId, bool) = "SELECT p.id, CASE WHEN EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id) THEN 1 ELSE 0 END
        FROM person q JOIN person p ON p.id = COALESCE((SELECT j.into_person FROM person_join j WHERE j.person = q.id AND j.undone_at IS NULL), q.id)
        WHERE q.address = $1";
    // What nobody answered in time, when somebody is invited anew to the same.
    STALE: (String,) = "SELECT i.id FROM invitation i WHERE i.person = $1 AND i.organisation = $2 AND i.role = $3 AND i.thing IS NULL
            AND i.id <> $4 AND NOT EXISTS (SELECT 1 FROM invitation_acceptance a WHERE a.invitation = i.id)
            AND NOT EXISTS (SELECT 1 FROM invitation_withdrawal w WHERE w.invitation = i.id) ORDER BY i.at, i.id";
    // A place that somebody has here in this role, on the day or later.
    SEATED: (SeatId,) = "SELECT id FROM seat WHERE person = $1 AND organisation = $2 AND role = $3
            AND (until_on IS NULL OR (until_on >= $4 AND until_on >= from_on)) ORDER BY from_on, id LIMIT 1";
    GUEST_UNTIL: () = "UPDATE invitation SET until_on = $2, invited_as = $3 WHERE id = $1";
    TOKEN: () = "UPDATE invitation SET token_hash = $2, letters = letters + 1 WHERE id = $1";
    AGAIN: () = "UPDATE invitation SET ends_at = $3, token_hash = NULL WHERE id = $1 AND organisation = $2";
    WITHDRAW: () = "INSERT INTO invitation_withdrawal (invitation, at, by_person) VALUES ($1, $2, $3) ON CONFLICT (invitation) DO NOTHING";
    ACCEPT: () = "INSERT INTO invitation_acceptance (invitation, seat, at) VALUES ($1, $2, $3) ON CONFLICT (invitation) DO NOTHING";
    SPENT: () = "UPDATE invitation SET token_hash = NULL WHERE id = $1";
}

pub async fn one(conn: &mut Conn, id: &str) -> Result<Option<Invitation>> {
    conn.one(ONE, args![id]).await
}

/// The invitation whose letter holds this token.
pub async fn by_token(conn: &mut Conn, token: &str) -> Result<Option<Invitation>> {
    conn.one(BY_TOKEN, args![secret::hashed(token)]).await
}

/// What waits at an organisation, also what nobody answered in time.
pub async fn waiting_at(conn: &mut Conn, organisation: &OrganisationId) -> Result<Vec<Invitation>> {
    conn.all(WAITING_AT, args![organisation]).await
}

/// What waits for a person to say yes.
pub async fn waiting_for(conn: &mut Conn, person: &PersonId, now: Moment) -> Result<Vec<Invitation>> {
    conn.all(WAITING_FOR, args![person, now]).await
}

/// The guests of a thing, invited and come.
pub async fn of_thing(conn: &mut Conn, thing: &Ref) -> Result<Vec<Invitation>> {
    conn.all(OF_THING, args![thing]).await
}

pub async fn take(tx: &mut Tx, id: &str) -> Result<Option<Invitation>> {
    tx.lock(LOCK, args![id]).await?;
    one(tx, id).await
}

/// Who of these addresses is in the house, what they are here, and whether the one who asks may know that.
pub async fn known(
    conn: &mut Conn,
    actor: &Actor,
    organisation: &OrganisationId,
    addresses: &[String],
    now: Moment,
) -> Result<HashMap<String, Known>> {
    let mut all: HashMap<String, Known> = HashMap::new();
    for address in addresses {
        for here in conn.all(HERE, args![organisation, address, now.day(), now]).await? {
            let known = all.entry(here.address.clone()).or_insert_with(|| Known {
                person: here.person.clone(),
                name: here.name.clone(),
                address: here.address.clone(),
                roles: Vec::new(),
                invited: Vec::new(),
                across: Vec::new(),
                met: false,
                barred: here.barred,
            });
            known.roles.extend(here.role.filter(|r| !known.roles.contains(r)));
            known.invited.extend(here.invited.filter(|r| !known.invited.contains(r)));
        }
    }
    for known in all.values_mut().filter(|known| !known.barred) {
        let found = persons::find(conn, &known.person, now.day()).await?;
        // Whoever has a place here, also a later one, stands in the list of who runs it.
        known.met = !known.roles.is_empty() || found.is_some_and(|(_, who)| policy::may::<Meeting>(actor, &who));
        let across = conn.all(ACROSS, args![known.person, organisation, now.day()]).await?;
        known.across = across.into_iter().map(|(name,)| name).collect();
    }
    Ok(all)
}

/// Invites somebody to a role at the organisation of the permit. Gives the id of the invitation, and of those for the
/// same that nobody answered in time and that are withdrawn: one is enough, since two could be said yes to.
pub async fn invite(
    tx: &mut Tx,
    permit: &Permit<Running>,
    invite: &Invite,
    until_on: Option<Day>,
    now: Moment,
) -> Result<(String, Vec<String>)> {
    let (person, brought) = person_for(tx, invite, now).await?;
    let organisation = OrganisationId::of(permit.on());
    let what = (invite.role, invite.from_on, until_on);
    let id = add(tx, permit.by(), &organisation, (&person, brought, &invite.name()), what, None, now).await?;
    let stale: Vec<String> =
        tx.all(STALE, args![person, organisation, invite.role, id]).await?.into_iter().map(|(id,)| id).collect();
    for one in &stale {
        tx.run(WITHDRAW, args![one, now, permit.by()]).await?;
        tx.run(SPENT, args![one]).await?;
    }
    Ok((id, stale))
}

/// The person behind an address: the one who is in the house, or a new one.
async fn person_for(tx: &mut Tx, invite: &Invite, now: Moment) -> Result<(PersonId, bool)> {
    match &invite.known {
        Some(known) => Ok((known.person.clone(), false)),
        None => Ok((bring(tx, &invite.entry, now).await?, true)),
    }
}

/// Somebody new, who has no role yet and sees nothing until they say yes.
async fn bring(tx: &mut Tx, entry: &Entry, now: Moment) -> Result<PersonId> {
    let (id, name) = (PersonId::fresh(), entry.name.whole());
    let last_name = ui::dates::capital(&entry.name.last);
    let new = NewPerson {
        id: &id,
        name: &name,
        first_name: &entry.name.first,
        last_name: &last_name,
        salutation: entry.name.salutation,
        address: &entry.address,
    };
    directory::add_person(tx, &new, now, now).await?;
    Ok(id)
}

async fn add(
    tx: &mut Tx,
    by: &PersonId,
    organisation: &OrganisationId,
    (person, brought, name): (&PersonId, bool, &str),
    (role, from_on, until_on): (Role, Day, Option<Day>),
    thing: Option<&Ref>,
    now: Moment,
) -> Result<String> {
    let id = platform::id::fresh();
    let ends_at = now.plus(OPEN_DAYS * DAY);
    let brought = i64::from(brought);
    let row = args![id, person, organisation, role, from_on, until_on, thing, brought, ends_at, now, by, name];
    tx.exactly_one(INVITE, row).await?;
    Ok(id)
}

/// A guest of one thing, such as a case: for what stands behind another room's door, so its own permit was
/// asked there. Nobody is a guest of it twice.
pub async fn invite_guest(
    tx: &mut Tx,
    by: &PersonId,
    organisation: &OrganisationId,
    entry: &Entry,
    (thing, today, until_on): (&Ref, Day, Day),
    now: Moment,
) -> Result<GuestAsked> {
    let (person, brought) = match tx.one(PERSON, args![entry.address]).await? {
        Some((_, true)) => return Ok(GuestAsked::Barred),
        Some((person, false)) => (person, false),
        None => (bring(tx, entry, now).await?, true),
    };
    tx.lock(LOCK_PERSON, args![person]).await?;
    let name = entry.name.whole();
    let there = of_thing(tx, thing).await?.into_iter().filter(|i| i.person == person);
    for earlier in there {
        match (earlier.accepted_at, earlier.until_on.filter(|last| *last >= today)) {
            (Some(_), Some(last)) => return Ok(GuestAsked::Is(last)),
            (None, _) => {
                tx.exactly_one(GUEST_UNTIL, args![earlier.id, until_on, name]).await?;
                again(tx, earlier.organisation.as_str(), &earlier.id, now).await?;
                return Ok(GuestAsked::Again(person, earlier.id));
            }
            // What is over stays in the list.
            (Some(_), None) => {}
        }
    }
    let what = (Role::Guest, today, Some(until_on));
    let id = add(tx, by, organisation, (&person, brought, &name), what, Some(thing), now).await?;
    Ok(GuestAsked::New(person, id))
}

/// A fresh token for the letter; the one in an earlier letter stops working.
pub async fn token(tx: &mut Tx, id: &str) -> Result<String> {
    let token = secret::token();
    tx.exactly_one(TOKEN, args![id, secret::hashed(&token)]).await?;
    Ok(token)
}

/// Opens an invitation for another while; a new letter follows.
/// `organisation` is the one of the permit of the caller.
pub async fn again(tx: &mut Tx, organisation: &str, id: &str, now: Moment) -> Result<()> {
    tx.exactly_one(AGAIN, args![id, organisation, now.plus(OPEN_DAYS * DAY)]).await
}

/// The place that somebody has already in the role of an invitation, from its first day on. Two invitations for
/// one role, said yes to at once, wait for each other here.
pub async fn seated(tx: &mut Tx, invitation: &Invitation) -> Result<Option<SeatId>> {
    let i = invitation;
    tx.lock(LOCK_PERSON, args![i.person]).await?;
    Ok(tx.one(SEATED, args![i.person, i.organisation, i.role, i.from_on]).await?.map(|(seat,)| seat))
}

/// Withdraws an invitation.
pub async fn withdraw(tx: &mut Tx, permit: &Permit<Running>, invitation: &Invitation, now: Moment) -> Result<()> {
    withdrawn(tx, permit.by(), invitation, now).await
}

pub(crate) async fn withdrawn(tx: &mut Tx, by: &PersonId, invitation: &Invitation, now: Moment) -> Result<()> {
    tx.exactly_one(WITHDRAW, args![invitation.id, now, by]).await?;
    tx.run(SPENT, args![invitation.id]).await.map(|_| ())
}

/// Says yes, once. `seat` is the place that was given; a guest gets none.
pub async fn accept(tx: &mut Tx, id: &str, seat: Option<&SeatId>, now: Moment) -> Result<()> {
    tx.exactly_one(ACCEPT, args![id, seat, now]).await?;
    tx.run(SPENT, args![id]).await.map(|_| ())
}
