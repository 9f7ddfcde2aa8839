//! Sends the code that somebody asked for. The worker does this, so that asking takes as long for an address
//! that is nobody's.

use platform::db::Tx;
use platform::jobs::Trouble;
use platform::{App, secret};

use crate::attempt::{self, Attempt, Purpose};
use crate::directory::{self, Person};
use crate::letters;

/// Sends the code of an attempt, if there is somebody to send it to. Done again it does nothing.
pub async fn send_code(app: &App, tx: &mut Tx, id: &str) -> Result<(), Trouble> {
    let Some(attempt) = attempt::find(tx, id).await? else { return Ok(()) };
    let Some(person) = reader(tx, &attempt).await? else { return Ok(()) };
    let token = secret::token();
    if !attempt::set_code(tx, id, &token).await? {
        return Ok(());
    }
    let (code, ends_at) = (secret::code_of(&token), attempt.ends_at);
    let letter = match attempt.purpose {
        Purpose::SignIn => {
            let link = format!("{}/aanmelden/link/{token}", app.config().base_url);
            letters::code(&person, &code, &link, ends_at)
        }
        Purpose::Prove => letters::prove(&person, &code, ends_at),
        Purpose::Address => letters::new_address(&person, &code, ends_at),
    };
    let cause = format!("sign-in:{id}");
    mail::post(tx, &cause, Some(&person.id), &attempt.address, &letter, app.clock().now()).await?;
    Ok(())
}

/// Who gets it: whoever the address is of, or who asked for it while signed in. An address that somebody
/// else has gets nothing.
async fn reader(tx: &mut Tx, attempt: &Attempt) -> platform::db::Result<Option<Person>> {
    match (attempt.purpose, &attempt.person) {
        (Purpose::SignIn, _) | (_, None) => directory::by_address(tx, &attempt.address).await,
        (Purpose::Prove, Some(person)) => directory::person(tx, person).await,
        (Purpose::Address, Some(_)) if crate::address::is_taken(tx, &attempt.address).await? => Ok(None),
        (Purpose::Address, Some(person)) => directory::person(tx, person).await,
    }
}
