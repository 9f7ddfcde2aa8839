//! Looking for people.

use platform::args;
use platform::choice::Choice;
use platform::clock::Day;
use platform::db::{Conn, Result};
use platform::id::{OrganisationId, PersonId};
use platform::{Kind, Lang, Role};

use crate::body::Theme;

/// People on a page of the list.
pub const PER_PAGE: i64 = 25;

/// How many words of a search count.
pub const WORDS: usize = 3;

platform::row! {
    /// A place of somebody in the list.
    pub struct Row {
        pub person: PersonId,
        pub name: String,
        pub organisation: OrganisationId,
        pub organisation_name: String,
        pub kind: Kind,
        pub role: Role,
        pub from_on: Day,
        pub portfolio: String,
    }

    pub(crate) struct Knows { person: PersonId, id: String, theme: String }
}

/// What is looked for. Every word must be somewhere: in the name, the organisation, the role, what somebody is
/// there for, what they tell of themselves or like to be asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub text: String,
    pub role: String,
    pub kind: String,
    pub theme: String,
    pub region: String,
}

/// Who fits: `$1` the day, `$2`–`$4` the words, `$5` the role, `$6` the kind, `$7` the theme, `$8` the province,
/// `$9`–`$11` the roles that those words mean, as `|chair|secretary|`.
macro_rules! fits {
    () => {
        "FROM seat s JOIN person p ON p.id = s.person JOIN organisation o ON o.id = s.organisation
         WHERE s.from_on <= $1 AND (s.until_on IS NULL OR s.until_on >= $1) AND s.role <> 'guest' AND o.kind <> 'host'
           AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = p.id)
           AND ($5 = '' OR s.role = $5) AND ($6 = '' OR o.kind = $6)
           AND ($7 = '' OR EXISTS (SELECT 1 FROM person_knows k WHERE k.person = p.id AND k.theme = $7)
                OR EXISTS (SELECT 1 FROM council_theme c WHERE c.council = o.id AND c.theme = $7))
           AND ($8 = '' OR o.province = $8 OR EXISTS (SELECT 1 FROM council_municipality cm JOIN organisation m ON m.id = cm.municipality
                WHERE cm.council = o.id AND m.province = $8 AND (cm.from_on IS NULL OR cm.from_on <= $1) AND (cm.until_on IS NULL OR cm.until_on >= $1)))
           AND ($2 = '' OR p.folded LIKE $2 OR o.folded LIKE $2 OR LOWER(s.portfolio) LIKE $2 OR $9 LIKE '%|' || s.role || '|%'
                OR EXISTS (SELECT 1 FROM person_about b WHERE b.person = p.id AND b.folded LIKE $2)
                OR EXISTS (SELECT 1 FROM person_knows k JOIN theme t ON t.id = k.theme WHERE k.person = p.id AND LOWER(t.name || ' ' || COALESCE(t.name_en, '')) LIKE $2))
           AND ($3 = '' OR p.folded LIKE $3 OR o.folded LIKE $3 OR LOWER(s.portfolio) LIKE $3 OR $10 LIKE '%|' || s.role || '|%'
                OR EXISTS (SELECT 1 FROM person_about b WHERE b.person = p.id AND b.folded LIKE $3)
                OR EXISTS (SELECT 1 FROM person_knows k JOIN theme t ON t.id = k.theme WHERE k.person = p.id AND LOWER(t.name || ' ' || COALESCE(t.name_en, '')) LIKE $3))
           AND ($4 = '' OR p.folded LIKE $4 OR o.folded LIKE $4 OR LOWER(s.portfolio) LIKE $4 OR $11 LIKE '%|' || s.role || '|%'
                OR EXISTS (SELECT 1 FROM person_about b WHERE b.person = p.id AND b.folded LIKE $4)
                OR EXISTS (SELECT 1 FROM person_knows k JOIN theme t ON t.id = k.theme WHERE k.person = p.id AND LOWER(t.name || ' ' || COALESCE(t.name_en, '')) LIKE $4))"
    };
}

platform::statements! {
    COUNT: (i64,) = concat!("SELECT COUNT(DISTINCT s.person) ", fits!());
    // All places of the people on this page, so that somebody on both sides of a table is shown as such.
    PAGE: Row = concat!("SELECT a.person, ap.name, a.organisation, ao.name AS organisation_name, ao.kind, a.role, a.from_on, a.portfolio
          FROM seat a JOIN person ap ON ap.id = a.person JOIN organisation ao ON ao.id = a.organisation
         WHERE a.from_on <= $1 AND (a.until_on IS NULL OR a.until_on >= $1) AND a.role <> 'guest' AND a.person IN (
            SELECT f.id FROM (SELECT p.id, p.folded ", fits!(), " GROUP BY p.id, p.folded ORDER BY p.folded, p.id LIMIT $12 OFFSET $13) f)
         ORDER BY ap.folded, ap.id, a.from_on, a.id");
    KNOWN: Knows = concat!("SELECT k.person, t.id, ", ui::theme_words!("t", "name"), " AS theme FROM person_knows k JOIN theme t ON t.id = k.theme WHERE k.person IN (
            SELECT f.id FROM (SELECT p.id, p.folded ", fits!(), " GROUP BY p.id, p.folded ORDER BY p.folded, p.id LIMIT $12 OFFSET $13) f)
         ORDER BY t.place, t.name");
    HOUSE: (i64, i64, i64) = "SELECT COUNT(DISTINCT s.person), COUNT(DISTINCT CASE WHEN o.kind = 'council' THEN o.id END), COUNT(DISTINCT CASE WHEN o.kind = 'municipality' THEN o.id END)
        FROM seat s JOIN organisation o ON o.id = s.organisation WHERE s.from_on <= $1 AND (s.until_on IS NULL OR s.until_on >= $1) AND s.role <> 'guest' AND o.kind <> 'host'
          AND NOT EXISTS (SELECT 1 FROM person_disabled d WHERE d.person = s.person)";
    THEMES: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, 0 AS chosen FROM theme t ORDER BY t.place, t.name");
    PROVINCES: (String,) = "SELECT DISTINCT province FROM organisation WHERE province IS NOT NULL ORDER BY province";
}

/// Somebody with all their places.
#[derive(Debug, Clone)]
pub struct Somebody {
    pub person: PersonId,
    pub name: String,
    pub seats: Vec<Row>,
    /// The ids and names of the themes that they like to be asked about.
    pub knows: Vec<(String, String)>,
}

impl Wanted {
    pub fn is_narrowed(&self) -> bool {
        *self != Self::default()
    }

    /// The words that count, folded as the rows hold them. A sign that stands for any other is left out.
    fn words(&self) -> [String; WORDS] {
        let folded = identity::directory::fold(&self.text);
        let mut words = folded
            .split(|c: char| c.is_whitespace() || c == ',')
            .map(|word| word.replace(['%', '_', '\\', '|'], ""))
            .filter(|word| !word.is_empty() && !matches!(word.as_str(), "de" | "van" | "het" | "en" | "gemeente"));
        std::array::from_fn(|_| words.next().unwrap_or_default())
    }

    /// The eleven things that every statement here asks for first.
    fn asked(&self, today: Day) -> Asked {
        let words = self.words();
        let roles = words.each_ref().map(|word| roles_meant(word));
        let patterns = words.map(|word| if word.is_empty() { word } else { format!("%{word}%") });
        Asked { today, patterns, roles }
    }
}

/// What is looked for, as the statements take it.
struct Asked {
    today: Day,
    patterns: [String; WORDS],
    roles: [String; WORDS],
}

/// Letters of a word from which on it can mean a role: *lid* and *raad* stand in too many words.
const ROLE_LETTERS: usize = 4;

/// The roles whose word, Dutch or English, begins with this one: `|secretary|official_secretary|`.
fn roles_meant(word: &str) -> String {
    let means = |role: &&Role| {
        [Lang::Nl, Lang::En].iter().any(|lang| ui::role_word(**role, *lang).split(' ').any(|w| w.starts_with(word)))
    };
    if word.chars().count() < ROLE_LETTERS {
        return String::new();
    }
    let found: Vec<&str> = Role::ALL.iter().filter(means).map(|role| role.word()).collect();
    if found.is_empty() { String::new() } else { format!("|{}|", found.join("|")) }
}

pub async fn count(conn: &mut Conn, wanted: &Wanted, today: Day) -> Result<i64> {
    let Asked { today, patterns: [a, b, c], roles: [d, e, f] } = wanted.asked(today);
    conn.value(COUNT, args![today, a, b, c, wanted.role, wanted.kind, wanted.theme, wanted.region, d, e, f]).await
}

/// A page of the people who fit, by first name.
pub async fn page(conn: &mut Conn, wanted: &Wanted, today: Day, page: i64) -> Result<Vec<Somebody>> {
    let Asked { today, patterns: [a, b, c], roles: [d, e, f] } = wanted.asked(today);
    let offset = (page - 1) * PER_PAGE;
    let args = args![today, a, b, c, wanted.role, wanted.kind, wanted.theme, wanted.region, d, e, f, PER_PAGE, offset];
    let mut people: Vec<Somebody> = Vec::new();
    for row in conn.all(PAGE, args).await? {
        match people.last_mut().filter(|s| s.person == row.person) {
            Some(somebody) => somebody.seats.push(row),
            None => people.push(Somebody {
                person: row.person.clone(),
                name: row.name.clone(),
                seats: vec![row],
                knows: Vec::new(),
            }),
        }
    }
    let args = args![today, a, b, c, wanted.role, wanted.kind, wanted.theme, wanted.region, d, e, f, PER_PAGE, offset];
    for known in conn.all(KNOWN, args).await? {
        if let Some(somebody) = people.iter_mut().find(|s| s.person == known.person) {
            somebody.knows.push((known.id, known.theme));
        }
    }
    Ok(people)
}

/// How many people, councils and municipalities there are.
pub async fn house(conn: &mut Conn, today: Day) -> Result<(i64, i64, i64)> {
    Ok(conn.one(HOUSE, args![today]).await?.unwrap_or_default())
}

pub async fn themes(conn: &mut Conn) -> Result<Vec<Theme>> {
    conn.all(THEMES, args![]).await
}

pub async fn provinces(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(conn.all(PROVINCES, args![]).await?.into_iter().map(|(name,)| name).collect())
}
