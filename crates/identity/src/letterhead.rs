//! What an organisation shows of itself: addresses, colour and logo, and how its letters go out.

use platform::args;
use platform::db::{Conn, Result, Tx};
use platform::id::{FileId, OrganisationId};

platform::row! {
    /// What stands on its paper. Empty is: not filled in.
    #[derive(Default)]
    pub struct Letterhead {
        pub postal: String,
        pub visiting: String,
        pub email: String,
        pub phone: String,
        pub website: String,
        /// The brand colour as it was chosen.
        pub colour: Option<String>,
        /// The name of the style sheet that was made of it.
        pub style: Option<String>,
        pub logo: Option<FileId>,
        pub sender: String,
        pub reply_to: String,
    }

    struct Goes { sender: String, reply_to: String }
}

platform::statements! {
    OF: Letterhead = "SELECT postal, visiting, email, phone, website, colour, style, logo, sender, reply_to
        FROM organisation_letterhead WHERE organisation = $1";
    SET: () = "INSERT INTO organisation_letterhead (organisation, postal, visiting, email, phone, website, colour, style, logo, sender, reply_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (organisation) DO UPDATE SET postal = excluded.postal, visiting = excluded.visiting, email = excluded.email,
            phone = excluded.phone, website = excluded.website, colour = excluded.colour, style = excluded.style,
            logo = excluded.logo, sender = excluded.sender, reply_to = excluded.reply_to";
    GOES: Goes = "SELECT sender, reply_to FROM organisation_letterhead WHERE organisation = $1";
    NAME: () = "UPDATE organisation SET name = $2, short_name = $3, folded = $4 WHERE id = $1";
}

impl Letterhead {
    /// Whether there is anything to write to or to call.
    pub fn has_addresses(&self) -> bool {
        [&self.postal, &self.visiting, &self.email, &self.phone, &self.website].iter().any(|s| !s.is_empty())
    }

    /// The number as a telephone takes it.
    pub fn dial(&self) -> String {
        let plain: String = self.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        match plain.strip_prefix('0') {
            Some(rest) if plain.len() == 10 => format!("+31{rest}"),
            _ => plain,
        }
    }
}

/// What an organisation shows; nothing filled in when there is no row.
pub async fn of(conn: &mut Conn, organisation: &OrganisationId) -> Result<Letterhead> {
    Ok(conn.one(OF, args![organisation]).await?.unwrap_or_default())
}

/// Writes it. The page that offers this asks its own permit and records its own event.
pub async fn set(tx: &mut Tx, organisation: &OrganisationId, new: &Letterhead) -> Result<()> {
    let row = args![
        organisation,
        new.postal,
        new.visiting,
        new.email,
        new.phone,
        new.website,
        new.colour,
        new.style,
        new.logo,
        new.sender,
        new.reply_to
    ];
    tx.exactly_one(SET, row).await
}

/// Gives an organisation another name; it is found by the new one at once.
pub async fn rename(tx: &mut Tx, organisation: &OrganisationId, name: &str, short_name: &str) -> Result<()> {
    let folded = crate::directory::fold(name);
    tx.exactly_one(NAME, args![organisation, name, short_name, folded]).await
}

/// The name that letters about an organisation come from and the address for answers, where it chose those.
pub async fn goes_by(conn: &mut Conn, organisation: &OrganisationId) -> Result<(Option<String>, Option<String>)> {
    let chosen = |text: String| (!text.is_empty()).then_some(text);
    Ok(conn.one(GOES, args![organisation]).await?.map_or((None, None), |g| (chosen(g.sender), chosen(g.reply_to))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_can_be_dialled() {
        let dial = |phone: &str| Letterhead { phone: phone.into(), ..Letterhead::default() }.dial();
        assert_eq!(dial("(0592) 12 34 56"), "+31592123456");
        assert_eq!(dial("+31 592 123456"), "+31592123456");
        assert_eq!(dial("14 0592"), "140592");
        assert_eq!(dial("0800 1234"), "08001234");
    }
}
