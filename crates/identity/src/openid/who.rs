//! Who somebody from elsewhere is here, and which roles they bring.
//!
//! A person is known by issuer and subject. The first time, an address that the provider has verified leads to
//! somebody who sits in that organisation already; a role that means something here makes a new person. Roles
//! that came from there end when they end there; others are left alone. What somebody here ended stays ended.

use platform::db::{Conn, Result, Tx};
use platform::id::{PersonId, SeatId};
use platform::trail::Entry;
use platform::web::Cx;
use platform::{Day, Role, args};

use super::Provider;
use super::token::Claims;
use crate::directory::{self, NewPerson, Salutation};
use crate::{Event, address};

platform::row! {
    struct Given { seat: SeatId, role: Role }
}

platform::statements! {
    KNOWN: (PersonId,) = "SELECT w.person FROM openid_person w WHERE w.issuer = $1 AND w.subject = $2
        AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = w.person)";
    IS_KNOWN: (i64,) = "SELECT COUNT(*) FROM openid_person WHERE issuer = $1 AND subject = $2";
    KNOW: () = "INSERT INTO openid_person (issuer, subject, person, since) VALUES ($1, $2, $3, $4)";
    SITS: (i64,) = "SELECT COUNT(*) FROM seat WHERE person = $1 AND organisation = $2 AND from_on <= $3 AND (until_on IS NULL OR until_on >= $3)";
    ROLES: (String, Role) = "SELECT theirs, ours FROM openid_role WHERE provider = $1";
    HOLDS: (i64,) = "SELECT COUNT(*) FROM seat WHERE person = $1 AND organisation = $2 AND role = $3 AND from_on <= $4 AND (until_on IS NULL OR until_on >= $4)";
    GIVEN: Given = "SELECT g.seat, s.role FROM openid_seat g JOIN seat s ON s.id = g.seat
        WHERE g.provider = $1 AND s.person = $2 AND (s.until_on IS NULL OR s.until_on >= $3)";
    // Somebody here ended it, with a reason: it does not come back by itself.
    ENDED_HERE: (i64,) = "SELECT COUNT(*) FROM seat s JOIN seat_end e ON e.seat = s.id WHERE s.person = $1 AND s.organisation = $2 AND s.role = $3 AND s.until_on < $4";
    NOTE: () = "INSERT INTO openid_seat (seat, provider) VALUES ($1, $2)";
    END: () = "UPDATE seat SET until_on = $2 WHERE id = $1";
}

/// Who this is; nothing when we do not know them, or their access ended.
pub(super) async fn is(cx: &Cx, tx: &mut Tx, provider: &Provider, claims: &Claims) -> Result<Option<PersonId>> {
    let today = cx.now().day();
    let known = args![provider.issuer, claims.sub];
    let person = match tx.one(KNOWN, known).await? {
        Some((person,)) => Some(person),
        // Their access ended: the same address does not open it again.
        None if tx.value(IS_KNOWN, args![provider.issuer, claims.sub]).await? > 0 => None,
        None => first_time(cx, tx, provider, claims).await?,
    };
    let Some(person) = person else { return Ok(None) };
    bring_roles(cx, tx, provider, claims, &person, today).await?;
    Ok(Some(person))
}

async fn first_time(cx: &Cx, tx: &mut Tx, provider: &Provider, claims: &Claims) -> Result<Option<PersonId>> {
    let verified = claims.email.as_ref().filter(|_| claims.email_verified).map(|email| email.trim().to_lowercase());
    let Some(address) = verified.filter(|email| email.contains('@') && email.len() <= 254) else { return Ok(None) };
    let person = match directory::by_address(tx, &address).await? {
        Some(person) => sits(tx, provider, &person.id, cx.now().day()).await?.then_some(person.id),
        None if address::is_taken(tx, &address).await? => None,
        None if mapped(tx, provider, claims).await?.is_empty() => None,
        None => Some(new_person(cx, tx, claims, &address).await?),
    };
    if let Some(person) = &person {
        tx.exactly_one(KNOW, args![provider.issuer, claims.sub, person, cx.now()]).await?;
        let event = Event::KnownElsewhere { person: person.clone(), provider: provider.id.clone() };
        record(cx, tx, person, &event);
    }
    Ok(person)
}

async fn sits(conn: &mut Conn, provider: &Provider, person: &PersonId, today: Day) -> Result<bool> {
    Ok(conn.value(SITS, args![person, provider.organisation, today]).await? > 0)
}

async fn new_person(cx: &Cx, tx: &mut Tx, claims: &Claims, address: &str) -> Result<PersonId> {
    let id = PersonId::fresh();
    let text =
        |claim: &Option<String>| claim.as_deref().unwrap_or_default().trim().chars().take(80).collect::<String>();
    let (first, last) = (text(&claims.given_name), text(&claims.family_name));
    let before = address.split('@').next().unwrap_or_default().to_owned();
    let (first, last) = if first.is_empty() && last.is_empty() { (before.clone(), before) } else { (first, last) };
    let name = if first == last { first.clone() } else { format!("{first} {last}").trim().to_owned() };
    let last_name = ui::dates::capital(&last);
    let salutation = Salutation::None;
    let new = NewPerson { id: &id, name: &name, first_name: &first, last_name: &last_name, salutation, address };
    directory::add_person(tx, &new, cx.now(), cx.now()).await?;
    Ok(id)
}

/// What their roles there are here.
async fn mapped(conn: &mut Conn, provider: &Provider, claims: &Claims) -> Result<Vec<Role>> {
    let theirs = claims.values(&provider.role_claim);
    let all = conn.all(ROLES, args![provider.id]).await?;
    let mut roles: Vec<Role> =
        all.into_iter().filter(|(name, _)| theirs.contains(name)).map(|(_, ours)| ours).collect();
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// Gives the roles they bring, and ends those that came from there and are gone.
async fn bring_roles(
    cx: &Cx,
    tx: &mut Tx,
    provider: &Provider,
    claims: &Claims,
    person: &PersonId,
    today: Day,
) -> Result<()> {
    let roles = mapped(tx, provider, claims).await?;
    let (mut given, mut ended) = (Vec::new(), Vec::new());
    for held in tx.all(GIVEN, args![provider.id, person, today]).await? {
        if !roles.contains(&held.role) {
            tx.exactly_one(END, args![held.seat, today.plus_days(-1)]).await?;
            ended.push(held.role);
        }
    }
    for role in roles {
        let here = args![person, provider.organisation, role, today];
        if tx.value(HOLDS, here).await? == 0 && tx.value(ENDED_HERE, here).await? == 0 {
            let seat = SeatId::fresh();
            directory::add_seat(tx, &seat, person, &provider.organisation, role, today, None).await?;
            tx.exactly_one(NOTE, args![seat, provider.id]).await?;
            given.push(role);
        }
    }
    if !given.is_empty() || !ended.is_empty() {
        let word = |roles: Vec<Role>| roles.into_iter().map(|r| platform::choice::Choice::word(r).to_owned()).collect();
        let event = Event::RolesBrought { person: person.clone(), given: word(given), ended: word(ended) };
        record(cx, tx, person, &event);
    }
    Ok(())
}

fn record(cx: &Cx, tx: &mut Tx, person: &PersonId, event: &Event) {
    let mut by = cx.by();
    by.actor = Some(person.clone());
    tx.record(Entry::of(by, event));
}
