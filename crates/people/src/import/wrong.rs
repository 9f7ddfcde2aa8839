//! What is wrong with a line of a file: said in English on the command line, and in the reader's language on the page.

use std::fmt;

use platform::choice::Choice;
use platform::clock::Day;
use platform::{Kind, Lang};
use ui::dates;

use super::table;
use crate::Texts;

/// What is wrong, and in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// By its name, or by its number when it has none.
    pub column: Option<String>,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Empty,
    Unreadable(String),
    /// The names of the columns that are known.
    HeadingUnknown {
        heading: String,
        known: String,
    },
    HeadingTwice(String),
    HeadingMissing(&'static str),
    NoHeading(String),
    NoOrganisation,
    NoKind(String),
    OnlyCouncilsAdvise,
    OnlyCouncilsHaveForm,
    NoForm(String),
    NoNumber(String),
    /// The code is of something of another kind.
    OtherKind {
        code: String,
        name: String,
        kind: Kind,
    },
    CodeOf {
        code: String,
        name: String,
    },
    OtherCode {
        name: String,
        other: String,
        code: String,
    },
    Barred(String),
    NoMunicipality {
        code: String,
        name: String,
    },
    UnknownCode(String),
    NoAddress(String),
    NoLastName,
    NoRole {
        role: String,
        kind: Kind,
    },
    NoDay(String),
    NoSalutation(String),
    EndsBefore {
        until: Day,
        from: Day,
    },
}

impl Wrong {
    pub(crate) fn of(column: &str, why: Why) -> Self {
        Self { column: Some(column.to_owned()), why }
    }

    /// About the file or its headings as a whole.
    pub(crate) fn file(why: Why) -> Self {
        Self { column: None, why }
    }

    /// The same for who reads a page.
    pub(crate) fn words(&self, lang: Lang, t: &Texts) -> String {
        let said = self.why.words(lang, t);
        match &self.column {
            Some(column) => t.import_in_column(lang.pick(table::dutch(column), column.as_str()), said),
            None => said,
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(column) = &self.column {
            write!(f, "column {column}: ")?;
        }
        write!(f, "{}", self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::Unreadable(why) => write!(f, "{why}"),
            Self::HeadingUnknown { heading, known } => write!(f, "column {heading:?} is not known: write {known}"),
            Self::HeadingTwice(heading) => write!(f, "column {heading} stands there twice"),
            Self::HeadingMissing(name) => write!(f, "column {name} is missing: the first line names the columns"),
            Self::NoHeading(cell) => write!(f, "{cell:?} stands under no heading"),
            Self::NoOrganisation => write!(f, "no organisation is named"),
            Self::NoKind(word) => {
                write!(f, "{word:?} is no kind: write council, municipality, association or elsewhere")
            }
            Self::OnlyCouncilsAdvise => write!(f, "only a council advises municipalities: leave it empty"),
            Self::OnlyCouncilsHaveForm => write!(f, "only a council has one: leave it empty"),
            Self::NoForm(word) => write!(f, "{word:?} is no form of a council"),
            Self::NoNumber(word) => write!(f, "{word:?} is no number"),
            Self::OtherKind { code, name, kind } => write!(f, "{code} is {name}, a {}", kind.word()),
            Self::CodeOf { code, name } => write!(f, "{code} is the code of {name}"),
            Self::OtherCode { name, other, code } => write!(f, "{name} has the code {other}, not {code}"),
            Self::Barred(address) => write!(f, "the access of {address} was ended"),
            Self::NoMunicipality { code, name } => write!(f, "{code} is the code of {name}, no municipality"),
            Self::UnknownCode(code) => write!(f, "no municipality has the code {code}: put its own line first"),
            Self::NoAddress(word) => write!(f, "{word:?} is no e-mail address"),
            Self::NoLastName => write!(f, "there is an address and no last name"),
            Self::NoRole { role, kind } => write!(f, "{role:?} is no role in a {}", kind.word()),
            Self::NoDay(word) => write!(f, "{word:?} is no day: write 2026-11-24"),
            Self::NoSalutation(word) => write!(f, "{word:?} is none: write mevrouw, meneer or geen"),
            Self::EndsBefore { until, from } => write!(f, "{until} is before the first day, {from}"),
        }
    }
}

fn kind_words(kind: Kind, lang: Lang) -> &'static str {
    let dutch = match kind {
        Kind::Council => "raad",
        Kind::Municipality => "gemeente",
        Kind::Association => "koepel",
        Kind::Host | Kind::Elsewhere => "organisatie elders",
    };
    lang.pick(dutch, kind.word())
}

impl Why {
    fn words(&self, lang: Lang, t: &Texts) -> String {
        let day = |day: &Day| dates::full(*day, lang);
        match self {
            Self::Empty => t.import_empty(),
            Self::Unreadable(_) => t.import_unreadable(),
            Self::HeadingUnknown { heading, known } => {
                let dutch = table::dutch_columns();
                t.import_heading_unknown(heading.as_str(), lang.pick(dutch.as_str(), known.as_str()))
            }
            Self::HeadingTwice(heading) => t.import_heading_twice(heading.as_str()),
            Self::HeadingMissing(name) => t.import_heading_missing(lang.pick(table::dutch(name), *name)),
            Self::NoHeading(cell) => t.import_no_heading(cell.as_str()),
            Self::NoOrganisation => t.import_no_organisation(),
            Self::NoKind(word) => t.import_no_kind(word.as_str()),
            Self::OnlyCouncilsAdvise => t.import_only_councils_advise(),
            Self::OnlyCouncilsHaveForm => t.import_only_councils_have_form(),
            Self::NoForm(word) => t.import_no_form(word.as_str()),
            Self::NoNumber(word) => t.import_no_number(word.as_str()),
            Self::OtherKind { code, name, kind } => {
                t.import_other_kind(code.as_str(), name.as_str(), kind_words(*kind, lang))
            }
            Self::CodeOf { code, name } | Self::NoMunicipality { code, name } => {
                t.import_code_of(code.as_str(), name.as_str())
            }
            Self::OtherCode { name, other, code } => t.import_other_code(name.as_str(), other.as_str(), code.as_str()),
            Self::Barred(address) => t.import_barred(address.as_str()),
            Self::UnknownCode(code) => t.import_unknown_code(code.as_str()),
            Self::NoAddress(word) => t.import_no_address(word.as_str()),
            Self::NoLastName => t.import_no_last_name(),
            Self::NoRole { role, kind } => t.import_no_role(role.as_str(), kind_words(*kind, lang)),
            Self::NoDay(word) => t.import_no_day(word.as_str()),
            Self::NoSalutation(word) => t.import_no_salutation(word.as_str()),
            Self::EndsBefore { until, from } => t.import_ends_before(day(until), day(from)),
        }
    }
}
