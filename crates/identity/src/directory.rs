//! Looking people and organisations up, for the rooms: names, addresses, who holds which seat.

use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::{Kind, Role, args, choice};

choice! {
    /// How somebody is addressed in a letter.
    pub enum Salutation {
        Mevrouw = "mevrouw",
        Meneer = "meneer",
        None = "geen",
    }
}

platform::row! {
    pub struct Organisation {
        pub id: OrganisationId,
        pub kind: Kind,
        pub name: String,
        pub short_name: String,
        pub region: Option<String>,
    }

    /// A person as a letter needs them.
    pub struct Person {
        pub id: PersonId,
        pub name: String,
        pub first_name: String,
        pub last_name: String,
        pub salutation: Salutation,
        pub address: String,
    }

    /// A seat that begins on a later day.
    pub struct Coming {
        pub organisation_name: String,
        pub role: Role,
        pub from_on: Day,
    }

    /// Somebody in a seat today.
    pub struct Seated {
        pub seat: SeatId,
        pub person: PersonId,
        pub name: String,
        pub role: Role,
        pub from_on: Day,
        pub until_on: Option<Day>,
    }
}

impl Person {
    /// `Dag mevrouw Van der Wal,`
    pub fn greeting(&self) -> String {
        match self.salutation {
            Salutation::Mevrouw => format!("Dag mevrouw {},", self.last_name),
            Salutation::Meneer => format!("Dag meneer {},", self.last_name),
            Salutation::None => format!("Dag {},", self.name),
        }
    }
}

platform::statements! {
    ORGANISATION: Organisation = "SELECT id, kind, name, short_name, region FROM organisation WHERE id = $1";
    COUNCILS_OF: Organisation = "SELECT o.id, o.kind, o.name, o.short_name, o.region FROM organisation o
        JOIN council_municipality cm ON cm.council = o.id WHERE cm.municipality = $1
          AND (cm.from_on IS NULL OR cm.from_on <= $2) AND (cm.until_on IS NULL OR cm.until_on >= $2) ORDER BY o.name";
    MUNICIPALITIES_OF: Organisation = "SELECT o.id, o.kind, o.name, o.short_name, o.region FROM organisation o
        JOIN council_municipality cm ON cm.municipality = o.id WHERE cm.council = $1
          AND (cm.from_on IS NULL OR cm.from_on <= $2) AND (cm.until_on IS NULL OR cm.until_on >= $2) ORDER BY o.name";
    PERSON: Person = "SELECT id, name, first_name, last_name, salutation, address FROM person WHERE id = $1";
    BY_ADDRESS: Person = "SELECT p.id, p.name, p.first_name, p.last_name, p.salutation, p.address FROM person p
        WHERE p.address = $1 AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id)";
    SEATED: Seated = "SELECT s.id AS seat, s.person, p.name, s.role, s.from_on, s.until_on FROM seat s JOIN person p ON p.id = s.person
        WHERE s.organisation = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
          AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id)
        ORDER BY CASE s.role WHEN 'chair' THEN 1 WHEN 'secretary' THEN 2 WHEN 'treasurer' THEN 3 WHEN 'contact_officer' THEN 1 WHEN 'officer' THEN 2 ELSE 9 END, p.name";
    ADD_ORGANISATION: () = "INSERT INTO organisation (id, kind, name, short_name, code, region, province, inhabitants, created_at, folded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    COMING: Coming = "SELECT o.name AS organisation_name, s.role, s.from_on FROM seat s JOIN organisation o ON o.id = s.organisation
        WHERE s.person = $1 AND s.from_on > $2 AND (s.until_on IS NULL OR s.until_on >= s.from_on) ORDER BY s.from_on, s.id";
    CORRECT: () = "UPDATE organisation SET code = $2, province = $3, region = $4, inhabitants = $5, since_on = $6 WHERE id = $1";
    ADD_LINK: () = "INSERT INTO council_municipality (council, municipality) VALUES ($1, $2)";
    ADD_PERSON: () = "INSERT INTO person (id, name, first_name, last_name, salutation, address, reads_from, created_at, folded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_SEAT: () = "INSERT INTO seat (id, person, organisation, role, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)";
}

/// How a name is looked for: in small letters, without accents. *Yıldız-Crommé* is found as *yildiz-cromme*.
pub fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let plain = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    plain
        .map(|c| match c {
            'ı' => 'i',
            'ø' => 'o',
            'ł' => 'l',
            'đ' => 'd',
            other => other,
        })
        .collect()
}

/// An address as the rows hold it; what is none is kept as it came.
fn as_kept(address: &str) -> String {
    crate::mailbox::read(address).unwrap_or_else(|_| address.trim().to_lowercase())
}

pub async fn organisation(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Organisation>> {
    conn.one(ORGANISATION, args![id]).await
}

/// The councils that advise a municipality on a day.
pub async fn councils_of(conn: &mut Conn, municipality: &OrganisationId, on: Day) -> Result<Vec<Organisation>> {
    conn.all(COUNCILS_OF, args![municipality, on]).await
}

/// The municipalities that a council advises on a day.
pub async fn municipalities_of(conn: &mut Conn, council: &OrganisationId, on: Day) -> Result<Vec<Organisation>> {
    conn.all(MUNICIPALITIES_OF, args![council, on]).await
}

pub async fn person(conn: &mut Conn, id: &PersonId) -> Result<Option<Person>> {
    conn.one(PERSON, args![id]).await
}

/// Somebody who can sign in, by their address as people type it.
pub async fn by_address(conn: &mut Conn, address: &str) -> Result<Option<Person>> {
    conn.one(BY_ADDRESS, args![as_kept(address)]).await
}

/// Who holds a seat in an organisation on a day, the chair first.
pub async fn seated(conn: &mut Conn, organisation: &OrganisationId, on: Day) -> Result<Vec<Seated>> {
    conn.all(SEATED, args![organisation, on]).await
}

/// The seats of somebody that begin after today.
pub async fn coming(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Vec<Coming>> {
    conn.all(COMING, args![person, today]).await
}

/// A new organisation, before it has an id in the tables.
#[derive(Debug, Clone)]
pub struct NewOrganisation<'a> {
    pub id: &'a OrganisationId,
    pub kind: Kind,
    pub name: &'a str,
    pub short_name: &'a str,
    /// The CBS code of a municipality.
    pub code: Option<&'a str>,
    pub region: Option<&'a str>,
    pub province: Option<&'a str>,
    pub inhabitants: Option<i64>,
}

pub async fn add_organisation(tx: &mut Tx, new: &NewOrganisation<'_>, now: Moment) -> Result<()> {
    let folded = fold(new.name);
    let row = args![
        new.id,
        new.kind,
        new.name,
        new.short_name,
        new.code,
        new.region,
        new.province,
        new.inhabitants,
        now,
        folded
    ];
    tx.exactly_one(ADD_ORGANISATION, row).await
}

/// What is known of an organisation besides its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known<'a> {
    /// The CBS code of a municipality.
    pub code: Option<&'a str>,
    pub province: Option<&'a str>,
    pub region: Option<&'a str>,
    pub inhabitants: Option<i64>,
    /// The first day on which it is there; nothing when it always was.
    pub since_on: Option<Day>,
}

/// Corrects what is known of an organisation.
pub async fn correct(tx: &mut Tx, id: &OrganisationId, known: &Known<'_>) -> Result<()> {
    let row = args![id, known.code, known.province, known.region, known.inhabitants, known.since_on];
    tx.exactly_one(CORRECT, row).await
}

/// Says that a council advises a municipality.
pub async fn link(tx: &mut Tx, council: &OrganisationId, municipality: &OrganisationId) -> Result<()> {
    tx.exactly_one(ADD_LINK, args![council, municipality]).await
}

/// A new person.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    pub id: &'a PersonId,
    pub name: &'a str,
    pub first_name: &'a str,
    /// With its infix, as after *mevrouw*: Van der Wal.
    pub last_name: &'a str,
    pub salutation: Salutation,
    pub address: &'a str,
}

/// Adds a person; everything before `reads_from` counts as read to them.
pub async fn add_person(tx: &mut Tx, new: &NewPerson<'_>, reads_from: Moment, now: Moment) -> Result<()> {
    let address = as_kept(new.address);
    let folded = fold(new.name);
    let row = args![new.id, new.name, new.first_name, new.last_name, new.salutation, address, reads_from, now, folded];
    tx.exactly_one(ADD_PERSON, row).await
}

/// Gives somebody a seat, from a day until and including a day.
pub async fn add_seat(
    tx: &mut Tx,
    id: &SeatId,
    person: &PersonId,
    organisation: &OrganisationId,
    role: Role,
    from_on: Day,
    until_on: Option<Day>,
) -> Result<()> {
    tx.exactly_one(ADD_SEAT, args![id, person, organisation, role, from_on, until_on]).await
}
