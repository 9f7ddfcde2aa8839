//! Finding what a page is about, and the frame around it.

use platform::choice::Choice;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::web::{Cx, Problem};
use ui::{Section, Ui};

use crate::policy::Settings;
use crate::setting::Part;
use crate::{store, texts};

/// The organisation, or nothing.
pub async fn find(conn: &mut Conn, id: &OrganisationId) -> Result<Settings, Problem> {
    store::find(conn, id).await?.ok_or(Problem::NotFound)
}

/// The part that an address names, when this organisation has it.
pub fn part(of: &Settings, word: &str) -> Result<Part, Problem> {
    Part::of(word).filter(|part| Part::of_kind(of.kind).contains(part)).ok_or(Problem::NotFound)
}

impl Settings {
    /// Where its settings stand.
    pub fn path(&self) -> String {
        format!("/organisaties/{}/instellingen", self.id)
    }

    pub fn part_path(&self, part: Part) -> String {
        format!("{}/{}", self.path(), part.word())
    }

    /// Where its own page stands, by the address that leads there for every kind.
    pub fn home(&self) -> String {
        self.kind.home(&self.id)
    }
}

pub fn frame(cx: &Cx, of: &Settings) -> Ui {
    Ui::of(cx, Section::People).crumb(of.home(), of.name.clone())
}

/// The frame of a page below the settings.
pub fn frame_below(cx: &Cx, of: &Settings) -> Ui {
    frame(cx, of).crumb(of.path(), texts(cx.lang()).overview_title())
}
