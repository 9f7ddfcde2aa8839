//! The form of an organisation that is founded or corrected: what was typed, and what it comes to. Pure.

use platform::choice;
use platform::clock::Day;
use platform::web::Fields;
use platform::{Kind, Lang};
use ui::dates;

use crate::body::Body;
use crate::kinds::{BodyForm, Form};
use crate::parts::Faults;
use crate::{Texts, say};

choice! {
    /// What is founded.
    pub enum What {
        Council = "raad",
        Municipality = "gemeente",
        Partnership = "samenwerking",
        Partner = "partner",
    }
}

impl What {
    pub fn kind(self) -> Kind {
        match self {
            Self::Council => Kind::Council,
            Self::Municipality => Kind::Municipality,
            Self::Partnership | Self::Partner => Kind::Elsewhere,
        }
    }

    pub fn body_form(self) -> Option<BodyForm> {
        match self {
            Self::Partnership => Some(BodyForm::Partnership),
            Self::Partner => Some(BodyForm::Partner),
            Self::Council | Self::Municipality => None,
        }
    }

    /// Whether it sits with municipalities.
    pub fn has_municipalities(self) -> bool {
        matches!(self, Self::Council | Self::Partnership)
    }

    /// What an organisation is, for the form in which it is corrected.
    pub fn of_body(body: &Body) -> Option<Self> {
        match (body.kind, body.form) {
            (Kind::Council, _) => Some(Self::Council),
            (Kind::Municipality, _) => Some(Self::Municipality),
            (Kind::Elsewhere, Some(BodyForm::Partnership)) => Some(Self::Partnership),
            (Kind::Elsewhere, _) => Some(Self::Partner),
            (Kind::Association | Kind::Host, _) => None,
        }
    }
}

/// The provinces; an organisation of before may have another word.
pub const PROVINCES: &[&str] = &[
    "Drenthe",
    "Flevoland",
    "Friesland",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
];

/// More than any name of an organisation has.
const NAME_MOST: usize = 120;
/// No municipality has so many.
const INHABITANTS_MOST: i64 = 5_000_000;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub name: String,
    pub short: String,
    pub form: Option<Form>,
    pub code: String,
    pub province: String,
    pub region: String,
    pub inhabitants: String,
    pub since: String,
    pub municipalities: String,
}

/// The names of the fields.
pub const FIELDS: &[&str] = &["naam", "kort", "vorm", "code", "provincie", "regio", "inwoners", "sinds", "gemeenten"];

impl Typed {
    pub fn read(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).chars().take(NAME_MOST * 2).collect::<String>();
        Self {
            name: text("naam"),
            short: text("kort"),
            form: form.choice("vorm"),
            code: text("code"),
            province: text("provincie"),
            region: text("regio"),
            inhabitants: text("inwoners"),
            since: text("sinds"),
            municipalities: form.raw("gemeenten").chars().take(6_000).collect(),
        }
    }

    /// What is known now, as it stands in the form.
    pub fn of(body: &Body, lang: Lang) -> Self {
        Self {
            code: body.code.clone().unwrap_or_default(),
            province: body.province.clone().unwrap_or_default(),
            region: body.region.clone().unwrap_or_default(),
            inhabitants: body.inhabitants.map(|n| dates::figures(n, lang)).unwrap_or_default(),
            since: body.since_on.map(|day| dates::full(day, lang).replace('\u{a0}', " ")).unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// The facts of a form in which nothing is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub code: Option<String>,
    pub province: Option<String>,
    pub region: Option<String>,
    pub inhabitants: Option<i64>,
    pub since_on: Option<Day>,
}

impl Facts {
    /// As the store takes them.
    pub fn known(&self) -> identity::directory::Known<'_> {
        identity::directory::Known {
            code: self.code.as_deref(),
            province: self.province.as_deref(),
            region: self.region.as_deref(),
            inhabitants: self.inhabitants,
            since_on: self.since_on,
        }
    }
}

/// Reads the facts; what is wrong is said beside the field.
pub fn facts(typed: &Typed, what: What, today: Day, t: &Texts, faults: &mut Faults) -> Facts {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let is_municipality = what == What::Municipality;
    Facts {
        code: if is_municipality { code(&typed.code, t, faults) } else { None },
        province: filled(&typed.province),
        region: filled(&typed.region),
        inhabitants: if is_municipality { inhabitants(&typed.inhabitants, t, faults) } else { None },
        since_on: since(&typed.since, today, t, faults),
    }
}

/// *GM0335*, also when only the digits were typed.
fn code(typed: &str, t: &Texts, faults: &mut Faults) -> Option<String> {
    let plain = typed.to_uppercase().replace(' ', "");
    if plain.is_empty() {
        return None;
    }
    let digits = plain.strip_prefix("GM").unwrap_or(&plain);
    if digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit()) {
        return Some(format!("GM{digits}"));
    }
    faults.add("code", t.found_bad_code());
    None
}

/// *24.680*, as people write it.
fn inhabitants(typed: &str, t: &Texts, faults: &mut Faults) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !matches!(c, '.' | ',' | ' ' | '\u{a0}')).collect();
    if plain.is_empty() {
        return None;
    }
    let read = plain.parse::<i64>().ok().filter(|n| (1..=INHABITANTS_MOST).contains(n));
    if read.is_none() {
        faults.add("inwoners", t.found_bad_inhabitants());
    }
    read
}

fn since(typed: &str, today: Day, t: &Texts, faults: &mut Faults) -> Option<Day> {
    if typed.is_empty() {
        return None;
    }
    let read = dates::parse(typed, today);
    if read.is_none() {
        faults.add("sinds", say::bad_day(typed, t));
    }
    read
}

/// The name and the short name; a municipality is one without saying so.
pub fn names(typed: &Typed, what: What, t: &Texts, faults: &mut Faults) -> (String, String) {
    let name = typed.name.trim();
    let plain = name.strip_prefix("gemeente ").or_else(|| name.strip_prefix("Gemeente ")).unwrap_or(name).trim();
    let has_letter = |text: &str| text.chars().any(char::is_alphabetic);
    if !has_letter(plain) {
        faults.add("naam", t.found_no_name());
    } else if name.chars().count() > NAME_MOST {
        faults.add("naam", t.found_long_name(NAME_MOST.to_string()));
    }
    match what {
        What::Municipality => (format!("gemeente {plain}"), plain.to_owned()),
        What::Council if has_letter(&typed.short) => (name.to_owned(), typed.short.clone()),
        What::Council | What::Partnership | What::Partner => (name.to_owned(), name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_numbers_are_read_as_people_write_them() {
        let t = crate::texts(Lang::Nl);
        let today = Day::parse("2026-11-24").expect("a day");
        let typed = |code: &str, inhabitants: &str| Typed {
            code: code.into(),
            inhabitants: inhabitants.into(),
            ..Typed::default()
        };
        let mut faults = Faults::none();
        let read = facts(&typed("0335", "24.680"), What::Municipality, today, t, &mut faults);
        assert_eq!((read.code.as_deref(), read.inhabitants), (Some("GM0335"), Some(24_680)));
        let read = facts(&typed("gm 1991", "58 000"), What::Municipality, today, t, &mut faults);
        assert_eq!((read.code.as_deref(), read.inhabitants), (Some("GM1991"), Some(58_000)));
        assert!(faults.is_empty());
        for (code, inhabitants) in [("335", ""), ("GMGMGM", ""), ("", "veel"), ("", "0"), ("", "-3")] {
            let mut faults = Faults::none();
            facts(&typed(code, inhabitants), What::Municipality, today, t, &mut faults);
            assert_eq!(faults.all().len(), 1, "{code} {inhabitants}");
        }
    }

    #[test]
    fn a_municipality_is_called_one_once() {
        let t = crate::texts(Lang::Nl);
        for typed in ["Maashorst", "gemeente Maashorst", "Gemeente  Maashorst"] {
            let typed = Typed { name: typed.into(), ..Typed::default() };
            let named = names(&typed, What::Municipality, t, &mut Faults::none());
            assert_eq!(named, ("gemeente Maashorst".into(), "Maashorst".into()));
        }
        let mut faults = Faults::none();
        names(&Typed { name: " 123 ".into(), ..Typed::default() }, What::Council, t, &mut faults);
        assert!(faults.at("naam").is_some());
    }
}
