//! The house as a request finds it: database, clock, settings, and how a visitor is recognised.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::actor::Actor;
use crate::args;
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::{self, Conn, Db, Tx};
use crate::id::{PersonId, SessionId};
use crate::keys::Keys;
use crate::lang::Lang;
use crate::web::Paces;

/// Cheap to clone; every handler has one, inside its [`Cx`](crate::web::Cx).
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    config: Config,
    keys: Keys,
    paces: Paces,
    demo: bool,
    recognise: Recognise,
}

/// Who a cookie belongs to, as identity knows it.
#[derive(Debug, Clone)]
pub struct Visit {
    pub session: SessionId,
    /// What form tokens are made from.
    pub secret: String,
    /// Nobody, while the second step of signing in is still to be taken.
    pub actor: Actor,
    pub looks: Looks,
    /// When they last showed who they are: by signing in, or by a code for something that matters.
    pub proved_at: Moment,
    pub half: Option<Half>,
}

/// Somebody who took the first step of signing in, and must take a second before anything opens.
#[derive(Debug, Clone)]
pub struct Half {
    pub person: PersonId,
    pub name: String,
}

crate::choice! {
    /// The size of the text, in pixels of the base.
    #[derive(Default)]
    pub enum TextSize {
        #[default]
        Normal = "18",
        Large = "20",
        Larger = "22",
    }
}

crate::choice! {
    /// The typeface; *legible* is made for readers with low vision.
    #[derive(Default)]
    pub enum Face {
        #[default]
        Normal = "normal",
        Legible = "legible",
    }
}

/// How somebody wants to read: a personal choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looks {
    pub lang: Lang,
    pub size: TextSize,
    pub face: Face,
}

pub type Recognised<'a> = Pin<Box<dyn Future<Output = db::Result<Option<Visit>>> + Send + 'a>>;

/// Finds out whose cookie this is; identity fills it in.
pub type Recognise = for<'a> fn(&'a App, &'a str) -> Recognised<'a>;

/// The name under which the shift of the clock is kept.
const CLOCK: &str = "clock_shift_ms";

crate::statements! {
    SETTING: (String,) = "SELECT value FROM setting WHERE name = $1";
    SET: () = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
}

impl App {
    pub fn new(db: Db, clock: Clock, config: Config, keys: Keys, demo: bool, recognise: Recognise) -> Self {
        Self(Arc::new(Inner { db, clock, config, keys, paces: Paces::default(), demo, recognise }))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// What secrets in the tables are wrapped with.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// What everybody asked for of late.
    pub fn paces(&self) -> &Paces {
        &self.0.paces
    }

    /// Whether this is the demo country: every page says so.
    pub fn is_demo(&self) -> bool {
        self.0.demo
    }

    pub fn recognise<'a>(&'a self, cookie: &'a str) -> Recognised<'a> {
        (self.0.recognise)(self, cookie)
    }

    /// Sets the clock of the house, for good.
    pub async fn set_clock(&self, moment: Moment) -> db::Result<()> {
        let shift = moment.0 - crate::clock::machine_now().0;
        let mut tx = self.db().begin().await?;
        set(&mut tx, CLOCK, &shift.to_string()).await?;
        tx.commit().await?;
        self.clock().shift(shift);
        Ok(())
    }

    /// Takes the clock from where it was set before, if it was.
    pub async fn wind_clock(&self) -> db::Result<()> {
        let shift = setting(&mut *self.db().reader().await?, CLOCK).await?;
        if let Some(shift) = shift.and_then(|s| s.parse().ok()) {
            self.clock().shift(shift);
        }
        Ok(())
    }
}

/// A setting that the house keeps itself.
pub async fn setting(conn: &mut Conn, name: &str) -> db::Result<Option<String>> {
    Ok(conn.one(SETTING, args![name]).await?.map(|(value,)| value))
}

pub async fn set(tx: &mut Tx, name: &str, value: &str) -> db::Result<()> {
    tx.exactly_one(SET, args![name, value]).await
}
