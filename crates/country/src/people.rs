//! People and the seats they hold.

use crate::{Council, Municipality, text};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormOfAddress {
    Mevrouw,
    DeHeer,
    /// No form: the name alone.
    None,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub first: String,
    pub infix: Option<String>,
    pub surname: String,
    pub birth_year: i16,
    pub address: FormOfAddress,
    pub email: String,
    pub phone: Option<String>,
    /// Themes this person knows something about.
    pub expertise: Vec<usize>,
    /// A line about oneself, as it stands in the list of people. Not everybody wrote one.
    pub about: Option<String>,
    /// How much this person writes, against others. Most write little.
    pub(crate) activity: f64,
}

impl Person {
    /// First name, infix and surname.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.infix {
            Some(infix) => format!("{} {infix} {}", self.first, self.surname),
            None => format!("{} {}", self.first, self.surname),
        }
    }

    /// As in a letter: mevrouw Van der Meer.
    #[must_use]
    pub fn formal(&self) -> String {
        let surname = match &self.infix {
            Some(infix) => text::tidy(&format!("{infix} {}", self.surname)),
            None => self.surname.clone(),
        };
        match self.address {
            FormOfAddress::Mevrouw => format!("mevrouw {surname}"),
            FormOfAddress::DeHeer => format!("de heer {surname}"),
            FormOfAddress::None => self.name(),
        }
    }

    /// The part of the e-mail address before the @.
    pub(crate) fn mailbox(&self) -> String {
        let slug = |part: &str| text::slug(part);
        let infix = self.infix.as_deref().map(|infix| slug(infix).replace('-', ".")).unwrap_or_default();
        let parts = [slug(&self.first), infix, slug(&self.surname)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Organisation {
    Association,
    Region(usize),
    Council(usize),
    Municipality(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Chair,
    Secretary,
    Treasurer,
    Member,
    Candidate,
    OfficialSecretary,
    ContactOfficer,
    PolicyOfficer,
    Alderman,
    Clerk,
    Facilitator,
    Office,
    Board,
    Administrator,
    Guest,
}

/// One role of one person in one organisation, for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub person: usize,
    pub organisation: Organisation,
    pub role: Role,
    /// Days before now on which it began.
    pub since_days: i32,
    /// Days from now on which it ends; below zero when it is over. None: no end is set.
    pub until_days: Option<i32>,
    /// Served a full term before this one.
    pub reappointed: bool,
    /// For a policy officer: the theme, by its place in `Country::themes`.
    pub theme: Option<usize>,
}

impl Seat {
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.since_days >= 0 && self.until_days.is_none_or(|days| days >= 0)
    }
}

/// Where the post of an organisation goes.
pub(crate) fn domain(organisation: Organisation, councils: &[Council], all: &[Municipality]) -> String {
    match organisation {
        Organisation::Council(at) => councils[at].domain(),
        Organisation::Municipality(at) => format!("gemeente-{}.example", all[at].slug()),
        Organisation::Association | Organisation::Region(_) => "koepel-adviesraden.example".to_owned(),
    }
}
