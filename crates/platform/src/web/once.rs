//! A form that is sent twice, by an impatient finger or a line that broke, does one thing.

use super::cx::Cx;
use crate::args;
use crate::clock::{DAY, machine_now};
use crate::db::{Result, Tx};

/// The field that carries the token.
pub const FIELD: &str = "eenmalig";

crate::statements! {
    CLAIM: () = "INSERT INTO form_once (token, person, location, at) VALUES ($1, $2, $3, $4) ON CONFLICT (token) DO NOTHING";
    SENT: (String,) = "SELECT location FROM form_once WHERE token = $1 AND person = $2";
    FORGET: () = "DELETE FROM form_once WHERE at < $1";
}

/// A token for a form that makes something.
pub fn token() -> String {
    crate::id::fresh()
}

/// Claims the form's token for what it is about to make. When the form was taken before, gives where that
/// led; the caller goes there and makes nothing.
pub async fn claim(tx: &mut Tx, cx: &Cx, token: &str, location: &str) -> Result<Option<String>> {
    if !crate::id::is_id(token) {
        return Ok(None); // a page from before, or a script: it has only itself to blame
    }
    let person = cx.actor().person.as_ref();
    if tx.run(CLAIM, args![token, person, location, machine_now()]).await? == 1 {
        tx.run(FORGET, args![machine_now().plus(-7 * DAY)]).await?;
        return Ok(None);
    }
    Ok(tx.one(SENT, args![token, person]).await?.map(|(location,)| location))
}

/// Where a form led that was taken before; nothing when it was not.
pub async fn sent(tx: &mut Tx, cx: &Cx, token: &str) -> Result<Option<String>> {
    Ok(tx.one(SENT, args![token, cx.actor().person.as_ref()]).await?.map(|(location,)| location))
}
