//! What the demo country fills in: addresses, a colour and a logo, as if they had always been there.

use identity::letterhead::{self, Letterhead};
use platform::clock::Moment;
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId};

use crate::colour::{self, Colour};
use crate::logo;

/// What an organisation shows.
pub struct Shows<'a> {
    pub postal: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub website: &'a str,
    pub colour: Option<&'a str>,
    /// A picture, and who sent it.
    pub logo: Option<(&'a [u8], &'a PersonId)>,
}

pub async fn shows(tx: &mut Tx, of: &OrganisationId, shows: &Shows<'_>, now: Moment) -> Result<()> {
    let colour = shows.colour.and_then(Colour::parse);
    let logo = match shows.logo {
        Some((bytes, by)) => match logo::look_at(bytes) {
            Ok(picture) => Some(picture.keep(tx, by, now).await?),
            Err(why) => return Err(platform::db::Error::Fault(format!("{why:?}").into())),
        },
        None => None,
    };
    let new = Letterhead {
        postal: shows.postal.into(),
        visiting: String::new(),
        email: shows.email.into(),
        phone: shows.phone.into(),
        website: shows.website.into(),
        colour: colour.map(Colour::hex),
        style: colour.map(colour::version),
        logo,
        sender: String::new(),
        reply_to: String::new(),
    };
    letterhead::set(tx, of, &new).await
}
