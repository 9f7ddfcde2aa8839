//! An organisation with its name and its facts, as far as they are known.

use platform::Kind;
use platform::clock::Day;
use platform::id::OrganisationId;

use crate::kinds::{BodyForm, Form, Law, Support};

platform::row! {
    /// An organisation as the policy and the pages know it.
    pub struct Body {
        pub id: OrganisationId,
        pub kind: Kind,
        pub name: String,
        pub short_name: String,
        pub code: Option<String>,
        pub region: Option<String>,
        pub province: Option<String>,
        pub inhabitants: Option<i64>,
        pub form: Option<BodyForm>,
        /// The first day on which it is there; nothing when it always was.
        pub since_on: Option<Day>,
        /// Its last day, when it ends.
        pub ended_on: Option<Day>,
        pub ended_words: Option<String>,
    }

    /// What is laid down about a council.
    pub struct Profile {
        pub form: Form,
        pub since_on: Option<Day>,
        pub places: Option<i64>,
        pub term_months: Option<i64>,
        pub terms_most: Option<i64>,
        pub source: String,
        pub source_on: Option<Day>,
    }

    /// An act, since when.
    pub struct Stands { pub law: Law, pub since_on: Option<Day> }

    /// A theme that a council follows.
    pub struct Follows { pub theme: String, pub name: String, pub since_on: Option<Day> }

    /// A theme to choose from, with whether it is chosen.
    pub struct Theme { pub id: String, pub name: String, pub chosen: bool }

    /// Something a council gets, and who pays it.
    pub struct Supported {
        pub kind: Support,
        pub words: String,
        pub payer: Option<OrganisationId>,
        pub payer_name: Option<String>,
        pub source: String,
    }

    /// Another organisation, from a day until a day.
    pub struct Linked {
        pub id: OrganisationId,
        pub kind: Kind,
        pub name: String,
        pub from_on: Option<Day>,
        pub until_on: Option<Day>,
    }
}

impl Body {
    /// Where its page stands.
    pub fn path(&self) -> String {
        path_of(self.kind, &self.id)
    }

    /// Where its people are run.
    pub fn team_path(&self) -> String {
        format!("/organisaties/{}/mensen", self.id)
    }

    /// Whether it is there no more on a day, because it ended.
    pub fn is_over(&self, on: Day) -> bool {
        self.ended_on.is_some_and(|last| last < on)
    }

    /// As in a sentence: *de Adviesraad Lindewoude*, *de gemeente Lindewoude*.
    pub fn is_council(&self) -> bool {
        self.kind == Kind::Council
    }
}

impl Linked {
    /// Whether it holds on a day.
    pub fn holds(&self, on: Day) -> bool {
        self.from_on.is_none_or(|from| from <= on) && !self.is_past(on)
    }

    pub fn is_past(&self, on: Day) -> bool {
        self.until_on.is_some_and(|until| until < on)
    }

    pub fn is_later(&self, on: Day) -> bool {
        self.from_on.is_some_and(|from| from > on)
    }
}

/// Where the page of an organisation stands.
pub fn path_of(kind: Kind, id: &OrganisationId) -> String {
    kind.home(id)
}
