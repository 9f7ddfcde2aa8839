//! An attempt to show who one is: bound to the browser that began it, ten minutes, five tries, once.

use std::net::IpAddr;

use platform::clock::{HOUR, MINUTE, Moment, machine_now};
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::web::Problem;
use platform::{args, choice, secret};

/// How long a code works.
pub(crate) const LASTS: i64 = 10 * MINUTE;
/// How often a code may be tried.
pub(crate) const TRIES: i64 = 5;
/// How many codes may be asked for one address, or one person, in an hour: from one network, and altogether. The
/// second is larger, so that who asks codes for somebody else does not keep them out, and still ends, so that nobody's
/// post is filled with letters.
const PER_HOUR: i64 = 10;
const PER_HOUR_ALL: i64 = 40;
/// How many codes may be asked from one network address in [`NETWORK_WITHIN`]: a hall of a thousand people
/// shares one.
const NETWORK_MOST: i64 = 2_000;
const NETWORK_WITHIN: i64 = 5 * MINUTE;

choice! {
    /// What a code is asked for.
    pub(crate) enum Purpose {
        SignIn = "sign_in",
        /// To show once more who one is, before something that matters.
        Prove = "prove",
        /// To take a new address into use; the code goes to that address.
        Address = "address",
    }
}

platform::row! {
    pub(crate) struct Attempt {
        pub id: String,
        pub purpose: Purpose,
        pub address: String,
        pub person: Option<PersonId>,
        pub to_path: String,
        pub code: Option<String>,
        pub ends_at: Moment,
        pub tries: i64,
        pub used_at: Option<Moment>,
    }
}

platform::statements! {
    BEGIN: () = "INSERT INTO sign_in_attempt (id, purpose, address, person, to_path, network, at, ends_at, tries)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
    // From the same network, and altogether. Who comes from no network is counted with all.
    RECENT: (i64, i64) = "SELECT CAST(COALESCE(SUM(CASE WHEN $5 = '' OR network = $5 THEN 1 ELSE 0 END), 0) AS BIGINT), COUNT(*)
        FROM sign_in_attempt WHERE (address = $1 OR person = $2) AND at > $3 AND purpose = $4";
    NEARBY: (i64,) = "SELECT COUNT(*) FROM sign_in_attempt WHERE network = $1 AND at > $2";
    FIND: Attempt = "SELECT id, purpose, address, person, to_path, code, ends_at, tries, used_at FROM sign_in_attempt WHERE id = $1";
    BY_LINK: Attempt = "SELECT id, purpose, address, person, to_path, code, ends_at, tries, used_at FROM sign_in_attempt WHERE link = $1";
    SET_CODE: () = "UPDATE sign_in_attempt SET code = $2, link = $3 WHERE id = $1 AND code IS NULL";
    TRY: () = "UPDATE sign_in_attempt SET tries = tries + 1 WHERE id = $1";
    USE: () = "UPDATE sign_in_attempt SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    SWEEP: () = "DELETE FROM sign_in_attempt WHERE ends_at < $1";
}

/// What trying a code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tried {
    Right,
    /// Not six digits; this counts as no try.
    Digits(usize),
    Wrong {
        left: i64,
    },
    /// Too late, used, or tried too often: ask for a new one.
    Over,
}

impl Attempt {
    pub(crate) fn is_over(&self, now: Moment) -> bool {
        self.used_at.is_some() || self.ends_at < now || self.tries >= TRIES
    }

    /// Whether a code is right. Pure; the try is counted by the caller.
    pub(crate) fn try_code(&self, typed: &str, now: Moment) -> Tried {
        if self.is_over(now) {
            return Tried::Over;
        }
        let given = secret::keyed(self.id.as_bytes(), typed);
        match &self.code {
            _ if typed.len() != 6 => Tried::Digits(typed.len()),
            Some(code) if secret::same(code.as_bytes(), given.as_bytes()) => Tried::Right,
            _ if self.tries + 1 >= TRIES => Tried::Over,
            _ => Tried::Wrong { left: TRIES - self.tries - 1 },
        }
    }
}

/// Who asks for a code, for what, and from where.
pub(crate) struct Asked<'a> {
    pub purpose: Purpose,
    /// Where the code goes.
    pub address: &'a str,
    pub person: Option<&'a PersonId>,
    pub to: &'a str,
    pub network: Option<IpAddr>,
}

/// Begins an attempt for what the browser holds. Each purpose has a count of its own: whoever asks codes for the
/// address of another does not keep them from what they do when they are in.
///
/// # Errors
/// [`Problem::TooMany`] with the minutes to wait, when this was asked too often.
pub(crate) async fn begin(tx: &mut Tx, held: &str, asked: &Asked<'_>) -> std::result::Result<Attempt, Problem> {
    let (now, network) = (machine_now(), asked.network.map(network));
    let since = now.plus(-HOUR);
    let from = network.as_deref().unwrap_or_default();
    let recent = tx.one(RECENT, args![asked.address, asked.person, since, asked.purpose, from]).await?;
    // A count always has a row.
    let (near, all) = recent.unwrap_or_default();
    if near >= PER_HOUR || all >= PER_HOUR_ALL {
        return Err(Problem::TooMany(HOUR / MINUTE));
    }
    if let Some(network) = &network
        && tx.value(NEARBY, args![network, now.plus(-NETWORK_WITHIN)]).await? >= NETWORK_MOST
    {
        return Err(Problem::TooMany(NETWORK_WITHIN / MINUTE));
    }
    // An hour after the end, so that the counts above hold.
    tx.run(SWEEP, args![now.plus(-HOUR)]).await?;
    let (id, ends_at) = (secret::hashed(held), now.plus(LASTS));
    let row = args![id, asked.purpose, asked.address, asked.person, asked.to, network, now, ends_at];
    tx.exactly_one(BEGIN, row).await?;
    find(tx, &id).await?.ok_or(Problem::NotFound)
}

/// What is kept of a network address: of the long ones the half that a house or hall shares.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(four) => secret::hashed(&four.to_string()),
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => secret::hashed(&four.to_string()),
            None => secret::hashed(&format!("{:?}", &six.segments()[..4])),
        },
    }
}

/// The attempt, held until the transaction ends: two tries at once count as two.
pub(crate) async fn take(tx: &mut Tx, held: &str, purpose: Purpose) -> Result<Option<Attempt>> {
    let found = tx.lock(FIND, args![secret::hashed(held)]).await?;
    Ok(found.filter(|attempt: &Attempt| attempt.purpose == purpose))
}

/// The attempt of the token in a link, held likewise.
pub(crate) async fn take_by_link(tx: &mut Tx, token: &str) -> Result<Option<Attempt>> {
    tx.lock(BY_LINK, args![secret::hashed(token)]).await
}

pub(crate) async fn by_link(conn: &mut Conn, token: &str) -> Result<Option<Attempt>> {
    conn.one(BY_LINK, args![secret::hashed(token)]).await
}

pub(crate) async fn find(conn: &mut Conn, id: &str) -> Result<Option<Attempt>> {
    conn.one(FIND, args![id]).await
}

/// Gives the attempt its token, of which the code follows; done twice it stays the first.
pub(crate) async fn set_code(tx: &mut Tx, id: &str, token: &str) -> Result<bool> {
    let code = secret::keyed(id.as_bytes(), &secret::code_of(token));
    Ok(tx.run(SET_CODE, args![id, code, secret::hashed(token)]).await? == 1)
}

/// Tries what somebody typed; anything but digits is left out. A wrong try is counted, a right one uses it up.
pub(crate) async fn try_typed(tx: &mut Tx, attempt: &Attempt, typed: &str) -> Result<Tried> {
    let (code, now): (String, _) = (typed.chars().filter(char::is_ascii_digit).collect(), machine_now());
    let tried = attempt.try_code(&code, now);
    match tried {
        Tried::Right => use_up(tx, &attempt.id).await?,
        Tried::Wrong { .. } | Tried::Over => tx.exactly_one(TRY, args![attempt.id]).await?,
        Tried::Digits(_) => {}
    }
    Ok(tried)
}

pub(crate) async fn use_up(tx: &mut Tx, id: &str) -> Result<()> {
    tx.exactly_one(USE, args![id, machine_now()]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(tries: i64) -> Attempt {
        let code = Some(secret::keyed(b"a", "418276"));
        Attempt {
            id: "a".into(),
            purpose: Purpose::SignIn,
            address: "x@y".into(),
            person: None,
            to_path: "/".into(),
            code,
            ends_at: Moment(1_000),
            tries,
            used_at: None,
        }
    }

    #[test]
    fn a_code_works_once_in_time_and_five_times_at_most() {
        assert_eq!(attempt(0).try_code("418276", Moment(999)), Tried::Right);
        assert_eq!(attempt(0).try_code("418277", Moment(999)), Tried::Wrong { left: 4 });
        assert_eq!(attempt(0).try_code("4182", Moment(999)), Tried::Digits(4));
        assert_eq!(attempt(4).try_code("418276", Moment(999)), Tried::Right);
        assert_eq!(attempt(4).try_code("418277", Moment(999)), Tried::Over);
        assert_eq!(attempt(5).try_code("418276", Moment(999)), Tried::Over);
        assert_eq!(attempt(0).try_code("418276", Moment(1_001)), Tried::Over);
        let used = Attempt { used_at: Some(Moment(1)), ..attempt(0) };
        assert_eq!(used.try_code("418276", Moment(2)), Tried::Over);
    }

    #[test]
    fn a_hall_is_one_address_and_a_street_is_not() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
