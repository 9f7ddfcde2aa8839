//! The rows behind the settings: what holds now, and each change with what it was.

use identity::letterhead::{self, Letterhead};
use platform::app;
use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::{FileId, OrganisationId};
use platform::policy::Permit;

use crate::colour::{self, Colour};
use crate::policy::{Changing, Settings};
use crate::retention;
use crate::setting::{Part, Setting};

platform::ids! {
    /// One change of one setting.
    ChangeId,
}

platform::row! {
    /// A change, as the history shows it.
    pub struct Change {
        pub id: ChangeId,
        pub setting: Setting,
        pub was: String,
        pub became: String,
        pub at: Moment,
        pub name: String,
    }
}

platform::statements! {
    FIND: Settings = "SELECT id, kind, name, short_name FROM organisation WHERE id = $1";
    LOCK: (String,) = "SELECT name FROM organisation WHERE id = $1";
    HISTORY: Change = "SELECT c.id, c.setting, c.was, c.became, c.at, p.name FROM setting_change c JOIN person p ON p.id = c.by_person
        WHERE c.organisation = $1 ORDER BY c.id DESC LIMIT $2 OFFSET $3";
    COUNT: (i64,) = "SELECT COUNT(*) FROM setting_change WHERE organisation = $1";
    CHANGE: Change = "SELECT c.id, c.setting, c.was, c.became, c.at, p.name FROM setting_change c JOIN person p ON p.id = c.by_person
        WHERE c.organisation = $1 AND c.id = $2";
    LAST: Change = "SELECT c.id, c.setting, c.was, c.became, c.at, p.name FROM setting_change c JOIN person p ON p.id = c.by_person
        WHERE c.organisation = $1 AND c.setting = $2 ORDER BY c.id DESC LIMIT 1";
    ADD: () = "INSERT INTO setting_change (id, organisation, setting, was, became, at, by_person) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}

/// The name under which the house keeps how long sent letters stay.
pub(crate) const LETTER_DAYS: &str = "keep_letters_days";
/// The same for what the trail says of each sign-in and each refusal.
pub(crate) const SIGN_IN_DAYS: &str = "keep_sign_ins_days";

pub async fn find(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Settings>> {
    conn.one(FIND, args![id]).await
}

/// The same, held until the transaction ends.
pub async fn take(tx: &mut Tx, id: &OrganisationId) -> Result<Option<Settings>> {
    tx.lock(LOCK, args![id]).await?;
    find(tx, id).await
}

/// What holds now, setting by setting.
#[derive(Debug, Clone)]
pub struct Held {
    pub name: String,
    pub short_name: String,
    pub letterhead: Letterhead,
    pub second_step: bool,
    pub letter_days: String,
    pub sign_in_days: String,
    /// For its own letters; empty is as for all.
    pub own_letter_days: String,
}

impl Held {
    pub fn value(&self, setting: Setting) -> String {
        let l = &self.letterhead;
        match setting {
            Setting::Name => self.name.clone(),
            Setting::ShortName => self.short_name.clone(),
            Setting::Postal => l.postal.clone(),
            Setting::Visiting => l.visiting.clone(),
            Setting::Email => l.email.clone(),
            Setting::Phone => l.phone.clone(),
            Setting::Website => l.website.clone(),
            Setting::Colour => l.colour.clone().unwrap_or_default(),
            Setting::Logo => l.logo.as_ref().map(ToString::to_string).unwrap_or_default(),
            Setting::Sender => l.sender.clone(),
            Setting::ReplyTo => l.reply_to.clone(),
            Setting::SecondStep => if self.second_step { "ja" } else { "nee" }.to_owned(),
            Setting::LetterDays => self.letter_days.clone(),
            Setting::SignInDays => self.sign_in_days.clone(),
            Setting::OwnLetterDays => self.own_letter_days.clone(),
        }
    }

    fn set(&mut self, setting: Setting, value: &str) {
        let (l, text) = (&mut self.letterhead, value.to_owned());
        match setting {
            Setting::Name => self.name = text,
            Setting::ShortName => self.short_name = text,
            Setting::Postal => l.postal = text,
            Setting::Visiting => l.visiting = text,
            Setting::Email => l.email = text,
            Setting::Phone => l.phone = text,
            Setting::Website => l.website = text,
            Setting::Colour => {
                let colour = Colour::parse(value);
                (l.colour, l.style) = (colour.map(Colour::hex), colour.map(colour::version));
            }
            Setting::Logo => l.logo = (!text.is_empty()).then(|| FileId::of(text)),
            Setting::Sender => l.sender = text,
            Setting::ReplyTo => l.reply_to = text,
            Setting::SecondStep => self.second_step = value == "ja",
            Setting::LetterDays => self.letter_days = text,
            Setting::SignInDays => self.sign_in_days = text,
            Setting::OwnLetterDays => self.own_letter_days = text,
        }
    }
}

pub async fn held(conn: &mut Conn, of: &Settings) -> Result<Held> {
    Ok(Held {
        name: of.name.clone(),
        short_name: of.short_name.clone(),
        letterhead: letterhead::of(conn, &of.id).await?,
        second_step: identity::second::is_demanded(conn, &of.id).await?,
        letter_days: app::setting(conn, LETTER_DAYS).await?.unwrap_or_default(),
        sign_in_days: app::setting(conn, SIGN_IN_DAYS).await?.unwrap_or_default(),
        own_letter_days: retention::own_days(conn, &of.id).await?,
    })
}

/// The last change in a part: a form that began before it is old.
pub async fn version(conn: &mut Conn, of: &OrganisationId, part: Part) -> Result<Option<Change>> {
    let mut last: Option<Change> = None;
    for setting in part.settings() {
        let change = conn.one(LAST, args![of, setting]).await?;
        last = match (last, change) {
            (Some(a), Some(b)) => Some(if a.id > b.id { a } else { b }),
            (a, b) => a.or(b),
        };
    }
    Ok(last)
}

pub async fn history(conn: &mut Conn, of: &OrganisationId, most: i64, from: i64) -> Result<Vec<Change>> {
    conn.all(HISTORY, args![of, most, from]).await
}

pub async fn count(conn: &mut Conn, of: &OrganisationId) -> Result<i64> {
    conn.value(COUNT, args![of]).await
}

pub async fn change(conn: &mut Conn, of: &OrganisationId, id: &ChangeId) -> Result<Option<Change>> {
    conn.one(CHANGE, args![of, id]).await
}

/// What is different: the setting, what it is and what it will be.
pub type Diff = (Setting, String, String);

/// Sets what is different, and writes down what it was.
pub async fn save(
    tx: &mut Tx,
    permit: &Permit<Changing>,
    part: Part,
    mut held: Held,
    diffs: &[Diff],
    now: Moment,
) -> Result<()> {
    let of = OrganisationId::of(permit.on());
    for (setting, was, became) in diffs {
        held.set(*setting, became);
        let id = ChangeId::fresh();
        tx.exactly_one(ADD, args![id, of, setting, was, became, now, permit.by()]).await?;
    }
    match part {
        Part::Name => letterhead::rename(tx, &of, &held.name, &held.short_name).await,
        Part::Addresses | Part::Colour | Part::Logo | Part::Mail => letterhead::set(tx, &of, &held.letterhead).await,
        Part::SecondStep => identity::second::demand(tx, &of, held.second_step, Some(permit.by()), now).await,
        Part::Retention => {
            app::set(tx, LETTER_DAYS, &held.letter_days).await?;
            app::set(tx, SIGN_IN_DAYS, &held.sign_in_days).await
        }
        Part::OwnLetters => retention::keep_own(tx, permit, &held.own_letter_days).await,
    }
}
