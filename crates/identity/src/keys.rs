//! The keys outside the database, as far as the tables know them: which there are, what each opens, and wrapping
//! everything anew with the first.

use platform::args;
use platform::clock::{Moment, machine_now};
use platform::db::{Conn, Error, Result, Tx};
use platform::id::PersonId;
use platform::keys::{For, Keys, Lost, Wrapped};

/// What the secret of an app is wrapped for.
const APP: &str = "second_app";
/// What the proof of a key is wrapped for.
const PROOF: &str = "wrapping_key";

platform::row! {
    struct Known { id: String, proof: String, since: Moment }

    struct Kept { person: PersonId, secret: String, key_id: Option<String> }
}

platform::statements! {
    KNOWN: Known = "SELECT id, proof, since FROM wrapping_key ORDER BY since DESC, id DESC";
    KNOW: () = "INSERT INTO wrapping_key (id, proof, since) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
    FORGET_OTHERS: () = "DELETE FROM wrapping_key WHERE id <> $1 AND NOT EXISTS (SELECT 1 FROM second_app a WHERE a.key_id = wrapping_key.id)";
    IN_USE: (Option<String>, i64) = "SELECT key_id, COUNT(*) FROM second_app GROUP BY key_id";
    NOT_WRAPPED: (i64,) = "SELECT COUNT(*) FROM second_app WHERE key_id IS NULL";
    NOT_BY: Kept = "SELECT person, secret, key_id FROM second_app WHERE key_id IS NULL OR key_id <> $1 ORDER BY person";
    // Whoever set up another app in the meantime keeps that one.
    REWRAP: () = "UPDATE second_app SET secret = $2, key_id = $3 WHERE person = $1 AND secret = $4";
}

/// What the secret of somebody's app is bound to.
pub(crate) fn of_app(person: &PersonId) -> For<'_> {
    For { purpose: APP, whose: person.as_str() }
}

/// How a key stands: in the file, in the tables, or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub id: String,
    /// How many secrets it opens.
    pub secrets: i64,
    /// Since when the tables know it.
    pub since: Option<Moment>,
    /// Why it does not open what it should; nothing when it does.
    pub lost: Option<Lost>,
}

/// All keys: those of the file in its order, then those that are only in the tables.
pub async fn standings(conn: &mut Conn, keys: &Keys) -> Result<Vec<Standing>> {
    let known = conn.all(KNOWN, args![]).await?;
    let in_use = conn.all(IN_USE, args![]).await?;
    let (names, mut all) = (keys.names(), Vec::new());
    let only_known = known.iter().map(|k| &k.id).chain(in_use.iter().filter_map(|(id, _)| id.as_ref()));
    let mut ids = names.clone();
    for id in only_known {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    for id in ids {
        let row = known.iter().find(|k| k.id == id);
        let secrets = in_use.iter().find(|(key, _)| key.as_ref() == Some(&id)).map_or(0, |(_, count)| *count);
        let missing = || (!names.contains(&id)).then(|| Lost::Missing(id.clone(), keys.place()));
        let lost = row.map_or_else(missing, |row| fits(keys, row).err());
        all.push(Standing { secrets, since: row.map(|row| row.since), lost, id });
    }
    Ok(all)
}

/// Whether the key of this name in the file is the one that the tables know.
fn fits(keys: &Keys, known: &Known) -> std::result::Result<(), Lost> {
    let proof = Wrapped { key: known.id.clone(), text: known.proof.clone() };
    keys.open(For { purpose: PROOF, whose: &known.id }, &proof).map(|_| ())
}

/// Whether the tables know any key. Before they do, a file may be made.
pub async fn any_known(conn: &mut Conn) -> Result<bool> {
    Ok(!conn.all(KNOWN, args![]).await?.is_empty())
}

/// Whether something is still to be written: the first key is not known, or secrets are not wrapped.
pub async fn is_behind(conn: &mut Conn, keys: &Keys) -> Result<bool> {
    let Some(first) = keys.names().into_iter().next() else { return Ok(false) };
    let known = conn.all(KNOWN, args![]).await?;
    Ok(!known.iter().any(|k| k.id == first) || conn.value(NOT_WRAPPED, args![]).await? > 0)
}

/// Writes down the first key, and wraps what was kept from before there were keys. Gives how many secrets it
/// wrapped.
pub async fn catch_up(tx: &mut Tx, keys: &Keys) -> Result<i64> {
    let Some(first) = know_first(tx, keys).await? else { return Ok(0) };
    let plain: Vec<Kept> =
        tx.all(NOT_BY, args![first]).await?.into_iter().filter(|kept| kept.key_id.is_none()).collect();
    rewrap(tx, keys, plain).await?.map_err(fault)
}

/// Lets the tables know the first key.
async fn know_first(tx: &mut Tx, keys: &Keys) -> Result<Option<String>> {
    let Some(first) = keys.names().into_iter().next() else { return Ok(None) };
    let proof = keys.wrap(For { purpose: PROOF, whose: &first }, &first).map_err(fault)?;
    tx.run(KNOW, args![proof.key, proof.text, machine_now()]).await?;
    Ok(Some(proof.key))
}

fn fault(lost: Lost) -> Error {
    Error::Fault(Box::new(lost))
}

/// How many secrets are wrapped with another key than the first, or with none.
pub async fn behind_the_first(conn: &mut Conn, keys: &Keys) -> Result<i64> {
    let first = keys.names().into_iter().next();
    let in_use = conn.all(IN_USE, args![]).await?;
    Ok(in_use.into_iter().filter(|(key, _)| *key != first).map(|(_, count)| count).sum())
}

/// Wraps every secret anew with the first key, all or none; the tables forget the keys that open nothing any more.
/// Gives how many, or why one could not be opened: then nothing changed.
pub async fn rotate(tx: &mut Tx, keys: &Keys) -> Result<std::result::Result<i64, Lost>> {
    let Some(first) = know_first(tx, keys).await? else { return Ok(Err(Lost::NoKeys(keys.place()))) };
    let others = tx.all(NOT_BY, args![first]).await?;
    let done = rewrap(tx, keys, others).await?;
    if done.is_ok() {
        tx.run(FORGET_OTHERS, args![first]).await?;
    }
    Ok(done)
}

async fn rewrap(tx: &mut Tx, keys: &Keys, all: Vec<Kept>) -> Result<std::result::Result<i64, Lost>> {
    let mut count = 0;
    for kept in all {
        let of = of_app(&kept.person);
        let secret = match &kept.key_id {
            None => kept.secret.clone(),
            Some(key) => match keys.open(of, &Wrapped { key: key.clone(), text: kept.secret.clone() }) {
                Ok(secret) => secret,
                Err(lost) => return Ok(Err(lost)),
            },
        };
        let new = match keys.wrap(of, &secret) {
            Ok(new) => new,
            Err(lost) => return Ok(Err(lost)),
        };
        count += i64::try_from(tx.run(REWRAP, args![kept.person, new.text, new.key, kept.secret]).await?).unwrap_or(0);
    }
    Ok(Ok(count))
}
