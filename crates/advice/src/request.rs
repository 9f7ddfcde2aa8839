//! What is typed in a request for advice, and what is wrong with it. No I/O.

use platform::choice::Choice;
use platform::clock::Day;
use platform::id::PersonId;
use platform::web::Fields;
use terms::Consulted;
use ui::dates;

use crate::faults::Faults;
use crate::kinds::{Body, Kind, Level};
use crate::{Texts, say};

/// How long a text may be, in characters: some ten pages.
const TEXT_MAX: usize = 20_000;
const TITLE_MAX: usize = 160;
/// The longest term that somebody can name.
const WEEKS_MAX: i64 = 52;

/// The fields of the form, by their names.
pub(crate) const FIELDS: &[&str] = &[
    "soort",
    "plek",
    "titel",
    "kern",
    "praktijk",
    "voorwie",
    "aanleiding",
    "alternatieven",
    "vraag",
    "wel",
    "niet",
    "niveau",
    "beslist",
    "ontvangen",
    "vergadering",
    "weken",
    "spoed",
    "spoed-reden",
    "spoed-overleg[]",
    "behandelaar",
    "zichtbaar",
    "toch",
    "stuk[]",
    "eenmalig",
    "doe",
];

/// What was typed, kept for showing it again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pub place: String,
    pub title: String,
    pub lead: String,
    pub practice: String,
    pub for_whom: String,
    pub cause: String,
    pub alternatives: String,
    pub question: String,
    pub can_change: String,
    pub cannot_change: String,
    pub level: Option<Level>,
    pub decides: Option<Body>,
    pub received: String,
    pub meeting: String,
    pub weeks: String,
    /// There is no time for the usual term: that, why, and who was spoken with.
    pub urgent: bool,
    pub urgent_reason: String,
    pub consulted: Vec<Consulted>,
    pub officer: String,
    pub shared: bool,
    pub anyway: bool,
}

/// The dates and numbers of a form that is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Read {
    pub received_on: Day,
    pub meeting_on: Option<Day>,
    pub weeks: Option<i64>,
    pub officer: Option<PersonId>,
}

impl Form {
    pub fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.raw(name).trim().to_owned();
        Self {
            place: text("plek"),
            title: text("titel"),
            lead: text("kern"),
            practice: text("praktijk"),
            for_whom: text("voorwie"),
            cause: text("aanleiding"),
            alternatives: text("alternatieven"),
            question: text("vraag"),
            can_change: text("wel"),
            cannot_change: text("niet"),
            level: fields.choice("niveau"),
            decides: fields.choice("beslist"),
            received: text("ontvangen"),
            meeting: text("vergadering"),
            weeks: text("weken"),
            urgent: fields.has("spoed"),
            urgent_reason: text("spoed-reden"),
            consulted: fields.all("spoed-overleg[]").filter_map(consulted_of).collect(),
            officer: text("behandelaar"),
            shared: fields.text("zichtbaar") != "nee",
            anyway: fields.has("toch"),
        }
    }

    /// What every case needs, and for a request what the council needs to begin.
    pub fn check(&self, kind: Kind, today: Day, t: &Texts) -> (Faults, Read) {
        let mut faults = Faults::none();
        faults.need("titel", &self.title, t.new_no_title());
        if self.title.chars().count() > TITLE_MAX {
            faults.add("titel", t.new_long_title());
        }
        faults.need("kern", &self.lead, t.new_no_lead());
        faults.need("praktijk", &self.practice, t.new_no_practice());
        if kind == Kind::Requested {
            self.check_request(&mut faults, t);
        }
        for (name, text) in self.texts() {
            if text.chars().count() > TEXT_MAX {
                faults.add(name, t.new_long_text());
            }
        }
        let read = self.read(kind, today, &mut faults, t);
        (faults, read)
    }

    fn check_request(&self, faults: &mut Faults, t: &Texts) {
        faults.need("voorwie", &self.for_whom, t.new_no_for_whom());
        faults.need("aanleiding", &self.cause, t.new_no_cause());
        faults.need("vraag", &self.question, t.new_no_question());
        faults.need("wel", &self.can_change, t.new_no_can_change());
        faults.need("niet", &self.cannot_change, t.new_no_cannot_change());
        if self.level.is_none() {
            faults.add("niveau", t.new_no_level());
        }
        match (self.level, self.decides) {
            (_, None) => faults.add("beslist", t.new_no_decides()),
            (Some(level), Some(body)) if !decides_at(level, body) => faults.add("beslist", t.new_level_and_body()),
            _ => {}
        }
    }

    fn texts(&self) -> [(&'static str, &str); 10] {
        [
            ("kern", &self.lead),
            ("praktijk", &self.practice),
            ("voorwie", &self.for_whom),
            ("aanleiding", &self.cause),
            ("alternatieven", &self.alternatives),
            ("vraag", &self.question),
            ("wel", &self.can_change),
            ("niet", &self.cannot_change),
            ("spoed-reden", &self.urgent_reason),
            ("plek", &self.place),
        ]
    }

    fn read(&self, kind: Kind, today: Day, faults: &mut Faults, t: &Texts) -> Read {
        let nothing = Read { received_on: today, meeting_on: None, weeks: None, officer: None };
        if kind != Kind::Requested {
            return nothing;
        }
        let received_on = match self.received.as_str() {
            "" => today,
            typed => past(typed, today).unwrap_or_else(|| {
                faults.add("ontvangen", say::bad_day(typed, t));
                today
            }),
        };
        if let Some(why) = misdated(received_on, today, t) {
            faults.add("ontvangen", why);
        }
        let meeting_on = self.meeting_on(today);
        if meeting_on.is_none() && !self.meeting.is_empty() {
            faults.add("vergadering", say::bad_day(&self.meeting, t));
        }
        if meeting_on.is_some_and(|on| on <= received_on) {
            faults.add("vergadering", t.new_meeting_earlier());
        }
        let weeks = self.weeks.parse::<i64>().ok().filter(|w| (1..=WEEKS_MAX).contains(w));
        if weeks.is_none() && !self.weeks.is_empty() {
            faults.add("weken", t.new_bad_weeks());
        }
        let officer = (!self.officer.is_empty()).then(|| PersonId::of(self.officer.clone()));
        Read { received_on, meeting_on, weeks, officer }
    }

    pub fn meeting_on(&self, today: Day) -> Option<Day> {
        dates::parse(&self.meeting, today)
    }

    /// Which kind the address or the form asks for.
    pub fn kind_of(word: &str) -> Option<Kind> {
        match word {
            "aanvraag" => Some(Kind::Requested),
            "ongevraagd" => Some(Kind::Unsolicited),
            "meedenken" => Some(Kind::ThinkAlong),
            _ => Kind::of(word),
        }
    }
}

/// Why a request cannot have come on this day: it is still to come, or longer ago than anybody asks about.
pub(crate) fn misdated(received_on: Day, today: Day, t: &Texts) -> Option<String> {
    if received_on > today {
        Some(t.new_received_later())
    } else if received_on < today.plus_months(-12) {
        Some(t.new_received_long_ago())
    } else {
        None
    }
}

/// Whether this body decides at that level: a matter of the state is not decided by an alderman, nor the other way round.
fn decides_at(level: Level, body: Body) -> bool {
    match level {
        Level::Local => matches!(body, Body::Executive | Body::MunicipalCouncil),
        Level::Regional => !matches!(body, Body::Province | Body::State),
        Level::Provincial => !matches!(body, Body::Partnership | Body::State),
        Level::National => body == Body::State,
    }
}

/// Reads a day that has been: one that was typed without a year is the last such day, not the next.
pub(crate) fn past(typed: &str, today: Day) -> Option<Day> {
    let day = dates::parse(typed, today)?;
    let same_year = |word: &str| word.parse::<i16>().is_ok_and(|n| n == day.0.year() || n == day.0.year() - 2000);
    let has_year = typed.split(|c: char| !c.is_ascii_digit()).filter(|w| !w.is_empty()).skip(1).any(same_year)
        || typed.contains(&day.0.year().to_string());
    Some(if day > today && !has_year { day.plus_months(-12) } else { day })
}

/// Whom one speaks with before a term is shortened, with the words of the form.
pub(crate) const CONSULTED: [(Consulted, &str); 2] = [(Consulted::Chair, "chair"), (Consulted::Secretary, "secretary")];

fn consulted_of(word: &str) -> Option<Consulted> {
    CONSULTED.into_iter().find(|(_, w)| *w == word).map(|(who, _)| who)
}

/// The word for a kind in addresses and forms.
pub(crate) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Requested => "aanvraag",
        Kind::Unsolicited => "ongevraagd",
        Kind::ThinkAlong => "meedenken",
    }
}
