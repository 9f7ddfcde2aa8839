//! Who sits where: today, later and before; and what changes in that.

use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::policy::Permit;
use platform::{Kind, Role, args};

use crate::kinds::Reason;
use crate::policy::Running;

platform::row! {
    /// A place that is held, will be held, or was held.
    pub struct Sitting {
        pub seat: SeatId,
        pub person: PersonId,
        pub name: String,
        pub address: String,
        pub role: Role,
        pub from_on: Day,
        pub until_on: Option<Day>,
        pub term: i64,
        pub portfolio: String,
        pub deputy: Option<PersonId>,
        pub deputy_name: Option<String>,
        pub reason: Option<Reason>,
        pub words: Option<String>,
    }

    /// A place of one person, with where it is.
    pub struct Held {
        pub seat: SeatId,
        pub organisation: OrganisationId,
        pub organisation_name: String,
        pub kind: Kind,
        pub role: Role,
        pub from_on: Day,
        pub until_on: Option<Day>,
        pub term: i64,
        pub portfolio: String,
    }

    /// A role that goes on, for the letter about it.
    pub struct GoesOn {
        pub person: PersonId,
        pub organisation: OrganisationId,
        pub organisation_name: String,
        pub role: Role,
        pub until_on: Option<Day>,
    }

    /// A role that was ended, for the letter about it.
    pub struct Left {
        pub person: PersonId,
        pub organisation: OrganisationId,
        pub organisation_name: String,
        pub role: Role,
        pub until_on: Option<Day>,
        pub reason: Reason,
    }
}

/// The columns of [`Sitting`] and where they come from.
macro_rules! sitting {
    ($behind:literal) => {
        concat!(
            "SELECT s.id AS seat, s.person, p.name, p.address, s.role, s.from_on, s.until_on, s.term, s.portfolio,
                    d.deputy, dp.name AS deputy_name, e.reason, e.words
               FROM seat s JOIN person p ON p.id = s.person
               LEFT JOIN seat_deputy d ON d.seat = s.id LEFT JOIN person dp ON dp.id = d.deputy
               LEFT JOIN seat_end e ON e.seat = s.id ",
            $behind
        )
    };
}

platform::statements! {
    // A role that another entry of the same person covers stands there once.
    ALL: Sitting = sitting!("WHERE s.organisation = $1 AND s.role <> 'guest'
          AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.person = s.person AND j.undone_at IS NULL)
        ORDER BY CASE s.role WHEN 'chair' THEN 1 WHEN 'secretary' THEN 2 WHEN 'official_secretary' THEN 3 WHEN 'treasurer' THEN 4
            WHEN 'alderman' THEN 1 WHEN 'contact_officer' THEN 2 WHEN 'officer' THEN 3 WHEN 'candidate' THEN 9 ELSE 8 END, p.folded, s.from_on");
    ONE: Sitting = sitting!("WHERE s.id = $1 AND s.organisation = $2 AND s.role <> 'guest'");
    LOCK: (SeatId,) = "SELECT id FROM seat WHERE id = $1";
    OF_PERSON: Held = "SELECT s.id AS seat, s.organisation, o.name AS organisation_name, o.kind, s.role, s.from_on, s.until_on, s.term, s.portfolio
        FROM seat s JOIN organisation o ON o.id = s.organisation WHERE s.person = $1 AND s.role <> 'guest'
          AND (s.until_on IS NULL OR s.until_on >= s.from_on) ORDER BY s.from_on DESC, s.id";
    GIVE: () = "INSERT INTO seat (id, person, organisation, role, from_on, until_on, term, portfolio) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    UNTIL: () = "UPDATE seat SET until_on = $3 WHERE id = $1 AND organisation = $2";
    END: () = "INSERT INTO seat_end (seat, reason, words, until_before, at, by_person) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (seat) DO NOTHING";
    ENDED: (Option<Day>, Reason) = "SELECT until_before, reason FROM seat_end WHERE seat = $1";
    NOT_ENDED: () = "DELETE FROM seat_end WHERE seat = $1";
    RENEW: () = "UPDATE seat SET until_on = $3, term = term + 1 WHERE id = $1 AND organisation = $2";
    RENEWAL: () = "INSERT INTO seat_renewal (id, seat, term, until_before, until_on, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    PORTFOLIO: () = "UPDATE seat SET portfolio = $3 WHERE id = $1 AND organisation = $2";
    NO_DEPUTY: () = "DELETE FROM seat_deputy WHERE seat = $1";
    DEPUTY: () = "INSERT INTO seat_deputy (seat, deputy, at, by_person) VALUES ($1, $2, $3, $4)";
    LEFT: Left = "SELECT s.person, s.organisation, o.name AS organisation_name, s.role, s.until_on, e.reason FROM seat s
        JOIN organisation o ON o.id = s.organisation JOIN seat_end e ON e.seat = s.id WHERE s.id = $1";
    GOES_ON: GoesOn = "SELECT s.person, s.organisation, o.name AS organisation_name, s.role, s.until_on FROM seat s
        JOIN organisation o ON o.id = s.organisation LEFT JOIN seat_end e ON e.seat = s.id WHERE s.id = $1 AND e.seat IS NULL";
    // Of whom somebody is the deputy.
    STANDS_IN: (String, Role) = "SELECT p.name, s.role FROM seat_deputy d JOIN seat s ON s.id = d.seat JOIN person p ON p.id = s.person
        WHERE d.deputy = $1 AND s.organisation = $2 AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3) ORDER BY p.name";
}

impl Sitting {
    pub fn is_on(&self, day: Day) -> bool {
        self.from_on <= day && self.until_on.is_none_or(|until| until >= day)
    }

    pub fn is_past(&self, day: Day) -> bool {
        self.until_on.is_some_and(|until| until < day)
    }

    /// Whether it lasts a day at least: what ended before it began was never there.
    pub fn lasts(&self) -> bool {
        self.until_on.is_none_or(|until| until >= self.from_on)
    }
}

impl Held {
    pub fn is_on(&self, day: Day) -> bool {
        self.from_on <= day && self.until_on.is_none_or(|until| until >= day)
    }

    pub fn is_past(&self, day: Day) -> bool {
        self.until_on.is_some_and(|until| until < day)
    }
}

/// Everybody who sits, will sit or sat here, the first of the table first.
pub async fn all(conn: &mut Conn, organisation: &OrganisationId) -> Result<Vec<Sitting>> {
    conn.all(ALL, args![organisation]).await
}

/// One place at an organisation.
pub async fn one(conn: &mut Conn, seat: &SeatId, organisation: &OrganisationId) -> Result<Option<Sitting>> {
    conn.one(ONE, args![seat, organisation]).await
}

/// The same, held until the transaction ends.
pub async fn take(tx: &mut Tx, seat: &SeatId, organisation: &OrganisationId) -> Result<Option<Sitting>> {
    tx.lock(LOCK, args![seat]).await?;
    one(tx, seat, organisation).await
}

/// A role that was ended; nothing when that was taken back.
pub async fn left(conn: &mut Conn, seat: &str) -> Result<Option<Left>> {
    conn.one(LEFT, args![seat]).await
}

/// A role that did not end after all; nothing when it was ended again.
pub async fn goes_on(conn: &mut Conn, seat: &str) -> Result<Option<GoesOn>> {
    conn.one(GOES_ON, args![seat]).await
}

/// Every place that somebody has or had, the newest first.
pub async fn of_person(conn: &mut Conn, person: &PersonId) -> Result<Vec<Held>> {
    conn.all(OF_PERSON, args![person]).await
}

/// Whom somebody stands in for at an organisation.
pub async fn stands_in(
    conn: &mut Conn,
    deputy: &PersonId,
    organisation: &OrganisationId,
    on: Day,
) -> Result<Vec<(String, Role)>> {
    conn.all(STANDS_IN, args![deputy, organisation, on]).await
}

/// A place that is given.
#[derive(Debug, Clone)]
pub struct New<'a> {
    pub seat: &'a SeatId,
    pub person: &'a PersonId,
    pub organisation: &'a OrganisationId,
    pub role: Role,
    pub from_on: Day,
    pub until_on: Option<Day>,
    pub term: i64,
    pub portfolio: &'a str,
}

/// Gives a place. Who may, was asked when the person was invited, or stands in the permit of the caller.
pub(crate) async fn give(tx: &mut Tx, new: &New<'_>) -> Result<()> {
    let row =
        args![new.seat, new.person, new.organisation, new.role, new.from_on, new.until_on, new.term, new.portfolio];
    tx.exactly_one(GIVE, row).await
}

/// Ends a place: `until_on` is its last day. What the last day was before is kept.
pub async fn end(
    tx: &mut Tx,
    permit: &Permit<Running>,
    sitting: &Sitting,
    (until_on, reason, words): (Day, Reason, &str),
    now: Moment,
) -> Result<()> {
    let by = permit.by();
    let row = args![sitting.seat, reason, words, sitting.until_on, now, by];
    tx.exactly_one(END, row).await?;
    tx.exactly_one(UNTIL, args![sitting.seat, permit.on(), until_on]).await
}

/// What the last day was before a place was ended, and why it was.
pub async fn ended(conn: &mut Conn, seat: &SeatId) -> Result<Option<(Option<Day>, Reason)>> {
    conn.one(ENDED, args![seat]).await
}

/// Takes an end back.
pub async fn take_end_back(tx: &mut Tx, permit: &Permit<Running>, seat: &SeatId, until_on: Option<Day>) -> Result<()> {
    tx.exactly_one(NOT_ENDED, args![seat]).await?;
    tx.exactly_one(UNTIL, args![seat, permit.on(), until_on]).await
}

/// Appoints somebody for another term.
pub async fn renew(
    tx: &mut Tx,
    permit: &Permit<Running>,
    sitting: &Sitting,
    until_on: Option<Day>,
    now: Moment,
) -> Result<()> {
    tx.exactly_one(RENEW, args![sitting.seat, permit.on(), until_on]).await?;
    let (id, term, by) = (platform::id::fresh(), sitting.term + 1, permit.by());
    let row = args![id, sitting.seat, term, sitting.until_on, until_on, now, by];
    tx.exactly_one(RENEWAL, row).await
}

/// What somebody is there for, and who stands in.
pub async fn arrange(
    tx: &mut Tx,
    permit: &Permit<Running>,
    seat: &SeatId,
    (portfolio, deputy): (&str, Option<&PersonId>),
    now: Moment,
) -> Result<()> {
    tx.exactly_one(PORTFOLIO, args![seat, permit.on(), portfolio]).await?;
    tx.run(NO_DEPUTY, args![seat]).await?;
    if let Some(deputy) = deputy {
        tx.exactly_one(DEPUTY, args![seat, deputy, now, permit.by()]).await?;
    }
    Ok(())
}
