//! The list of themes, as the association keeps it: what councils follow, people know of, and conversations are about.
//!
//! GET  /mensen/themas?thema=
//! POST /mensen/themas   doe (voeg-toe, hernoem, stop, terug), thema, naam, kort, naam-en, kort-en, sinds, eenmalig

use identity::directory::fold;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use platform::{Day, Lang};
use ui::{Notice, Ui, dates};

use crate::parts::Faults;
use crate::register::policy::{Keeping, Register};
use crate::store::themes::{self as store, Kept, Words};
use crate::{Event, Texts, room, texts};

const PATH: &str = "/mensen/themas";
/// Letters of a name: it stands in a menu and on a label.
const NAME_MOST: usize = 60;
/// Letters of an id: it stands in addresses.
const ID_MOST: usize = 40;

/// What stands in the form.
#[derive(Default, Clone)]
struct Typed {
    name: String,
    short: String,
    name_en: String,
    short_en: String,
    /// From when on it is not offered any more.
    since: String,
}

#[derive(askama::Template)]
#[template(path = "themes.html")]
struct ThemesPage {
    ui: Ui,
    t: &'static Texts,
    all: Vec<Kept>,
    /// The one that is changed; without it one is added.
    chosen: Option<Kept>,
    typed: Typed,
    faults: Faults,
    once: String,
}

impl ThemesPage {
    fn english(&self, theme: &Kept) -> String {
        words_of(theme).name_en
    }

    fn uses(&self, theme: &Kept) -> String {
        let n = |n: i64| n.to_string();
        self.t.themes_uses(n(theme.councils), n(theme.people), n(theme.topics))
    }

    fn ended(&self, theme: &Kept) -> Option<String> {
        let on = theme.ended_on?;
        let day = dates::full(on, self.ui.lang);
        Some(if on > self.ui.today { self.t.themes_ends(day) } else { self.t.themes_ended(day) })
    }

    fn title(&self) -> String {
        self.chosen.as_ref().map_or_else(|| self.t.themes_add(), |theme| self.t.themes_change(theme.name.as_str()))
    }

    /// The four names: the field, its label, its hint and what stands in it.
    fn names(&self) -> [(&'static str, String, String, &str); 4] {
        let (t, typed) = (self.t, &self.typed);
        [
            ("naam", t.themes_name(), t.themes_name_hint(), typed.name.as_str()),
            ("kort", t.themes_short(), t.themes_short_hint(), typed.short.as_str()),
            ("naam-en", t.themes_name_en(), String::new(), typed.name_en.as_str()),
            ("kort-en", t.themes_short_en(), t.themes_short_en_hint(), typed.short_en.as_str()),
        ]
    }
}

/// What a theme is called in both languages, also when the English comes with the house.
fn words_of(theme: &Kept) -> Words {
    let en = |own: &Option<String>, house: String| own.clone().unwrap_or(house);
    Words {
        name: theme.name.clone(),
        short: theme.short.clone(),
        name_en: en(&theme.name_en, ui::theme_name(&theme.id, &theme.name, Lang::En)),
        short_en: en(&theme.short_en, ui::theme_short(&theme.id, &theme.short, Lang::En)),
    }
}

fn typed_of(theme: &Kept, today: Day, lang: Lang) -> Typed {
    let words = words_of(theme);
    let since = dates::full(theme.ended_on.unwrap_or(today), lang).replace('\u{a0}', " ");
    Typed { name: words.name, short: words.short, name_en: words.name_en, short_en: words.short_en, since }
}

fn page(cx: &Cx, all: Vec<Kept>, chosen: Option<Kept>, typed: Typed, faults: Faults) -> ThemesPage {
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("erbij") => Some(Notice::new(t.themes_added(), "")),
        Some("gewijzigd") => Some(Notice::new(t.themes_changed(), "")),
        Some("gestopt") => Some(Notice::new(t.themes_stopped(), t.themes_stopped_text())),
        Some("terug") => Some(Notice::new(t.themes_back(), "")),
        _ => None,
    };
    let ui = room::frame(cx).crumb("/mensen", t.who_crumb()).with_notice(notice);
    ThemesPage { ui, t, all, chosen, typed, faults, once: once::token() }
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Keeping>(&Register(None))?;
    let all = store::all(&mut *cx.reader().await?).await?;
    let wanted = cx.query("thema").unwrap_or_default();
    let chosen = all.iter().find(|theme| theme.id == wanted).cloned();
    let typed = chosen.as_ref().map_or_else(Typed::default, |theme| typed_of(theme, cx.now().day(), cx.lang()));
    cx.page(&page(&cx, all, chosen, typed, Faults::none()))
}

/// What is wrong with the names; `own` is the theme that they are of.
fn check(typed: &Typed, all: &[Kept], own: &str, t: &Texts) -> Faults {
    let mut faults = Faults::none();
    faults.need("naam", &typed.name, t.themes_no_name());
    faults.need("naam-en", &typed.name_en, t.themes_no_name());
    for (field, text) in
        [("naam", &typed.name), ("kort", &typed.short), ("naam-en", &typed.name_en), ("kort-en", &typed.short_en)]
    {
        if text.chars().count() > NAME_MOST {
            faults.add(field, t.themes_too_long());
        }
    }
    let same = |theme: &&Kept| theme.id != own && fold(&theme.name) == fold(&typed.name);
    if let Some(other) = all.iter().find(same) {
        faults.add("naam", t.themes_same(other.name.as_str()));
    }
    faults
}

/// *Wonen en zorg* after *over*: *wonen en zorg*.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn named(typed: &Typed) -> Words {
    let short = |short: &str, name: &str| if short.is_empty() { small(name) } else { short.to_owned() };
    Words {
        name: typed.name.clone(),
        short: short(&typed.short, &typed.name),
        name_en: typed.name_en.clone(),
        short_en: short(&typed.short_en, &typed.name_en),
    }
}

/// An id that is not there yet, as it stands in addresses: *wonen-en-zorg*.
fn id_of(name: &str, all: &[Kept]) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let mut id: String = parts.join("-").chars().take(ID_MOST).collect();
    if id.is_empty() {
        id = "thema".into();
    }
    let taken = |id: &str| all.iter().any(|theme| theme.id == id);
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    if taken(&id) { numbered.into_iter().find(|one| !taken(one)).unwrap_or_default() } else { id }
}

fn changes(before: Option<&Words>, after: &Words) -> Vec<Change> {
    let of =
        |what, get: fn(&Words) -> &String| Change::of(what, before.map(|b| get(b).clone()), Some(get(after).clone()));
    let all = [
        of("name", |w| &w.name),
        of("short", |w| &w.short),
        of("name_en", |w| &w.name_en),
        of("short_en", |w| &w.short_en),
    ];
    all.into_iter().flatten().collect()
}

pub(crate) async fn change(cx: Cx, form: Fields) -> Outcome {
    form.only(&["doe", "thema", "naam", "kort", "naam-en", "kort-en", "sinds", once::FIELD])?;
    let permit = cx.may::<Keeping>(&Register(None))?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let text = |name: &str| form.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let typed = Typed {
        name: text("naam"),
        short: text("kort"),
        name_en: text("naam-en"),
        short_en: text("kort-en"),
        since: text("sinds"),
    };
    let mut tx = cx.begin().await?;
    let all = store::hold(&mut tx).await?;
    let chosen = all.iter().find(|theme| theme.id == form.text("thema")).cloned();
    let doing = form.text("doe");
    if let ("stop" | "terug", Some(theme)) = (doing, &chosen) {
        let on = if doing == "terug" { None } else { dates::parse(&typed.since, today) };
        let others = all.iter().any(|other| other.id != theme.id && other.ended_on.is_none());
        let fault = match (doing, on) {
            ("stop", None) => Some(t.no_day()),
            ("stop", Some(_)) if !others => Some(t.themes_last()),
            _ => None,
        };
        if let Some(sentence) = fault {
            drop(tx);
            let typed = Typed { since: typed.since, ..typed_of(theme, today, cx.lang()) };
            return cx.page_again(&page(&cx, all, chosen, typed, Faults::one("sinds", sentence)));
        }
        let word = |day: Option<Day>| day.map(|day| day.to_string());
        let changed: Vec<Change> = Change::of("ended", word(theme.ended_on), word(on)).into_iter().collect();
        if !changed.is_empty() {
            store::end(&mut tx, &permit, &theme.id, on).await?;
            cx.record(&mut tx, &Event::ThemeChanged { theme: theme.id.clone(), changed });
            tx.commit().await?;
        }
        return cx.go_to(&format!("{PATH}?bericht={}", if doing == "stop" { "gestopt" } else { "terug" }));
    }
    if doing == "hernoem" && chosen.is_none() {
        return Err(Problem::Stale);
    }
    let path = format!("{PATH}?bericht={}", if chosen.is_some() { "gewijzigd" } else { "erbij" });
    if let Some(there) = once::sent(&mut tx, &cx, form.text(once::FIELD)).await? {
        return cx.go_to(&there);
    }
    let faults = check(&typed, &all, chosen.as_ref().map_or("", |theme| theme.id.as_str()), t);
    if !faults.is_empty() {
        drop(tx);
        let since = chosen.as_ref().map(|theme| typed_of(theme, today, cx.lang()).since).unwrap_or_default();
        return cx.page_again(&page(&cx, all, chosen, Typed { since, ..typed }, faults));
    }
    let words = named(&typed);
    let id = chosen.as_ref().map_or_else(|| id_of(&words.name, &all), |theme| theme.id.clone());
    let changed = changes(chosen.as_ref().map(words_of).as_ref(), &words);
    if changed.is_empty() {
        return cx.go_to(&path);
    }
    once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await?;
    match &chosen {
        Some(theme) => store::name(&mut tx, &permit, &theme.id, &words).await?,
        None => store::add(&mut tx, &permit, &id, &words).await?,
    }
    cx.record(&mut tx, &Event::ThemeChanged { theme: id, changed });
    tx.commit().await?;
    cx.go_to(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: &str) -> Kept {
        let (name, short) = (id.to_owned(), id.to_owned());
        Kept {
            id: id.into(),
            name,
            short,
            name_en: None,
            short_en: None,
            ended_on: None,
            councils: 0,
            people: 0,
            topics: 0,
        }
    }

    #[test]
    fn an_id_is_plain_and_nobody_elses() {
        assert_eq!(id_of("Wonen & zórg", &[]), "wonen-zorg");
        assert_eq!(id_of("Wonen, zorg", &[kept("wonen-zorg"), kept("wonen-zorg-2")]), "wonen-zorg-3");
        assert_eq!(id_of("†", &[]), "thema");
        assert_eq!(small("Wonen en zorg"), "wonen en zorg");
    }
}
