//! What stands in the form about a council, what is wrong with it, and what differs from what is laid down. Pure.

use platform::choice::Choice;
use platform::clock::Day;
use platform::trail::Change;
use platform::web::Fields;
use platform::{Lang, secret};
use ui::dates;

use crate::body::{Profile, Theme};
use crate::kinds::{Form, Law, Support};
use crate::parts::Faults;
use crate::store::bodies::Facts;
use crate::{Texts, say};

/// A line is a sentence, not a page.
const TEXT_MOST: usize = 300;

/// One kind of support, as it stands in the form.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub kind: Support,
    pub words: String,
    pub payer: String,
    pub source: String,
}

/// An act or a theme to choose, with since when.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    pub word: String,
    pub label: String,
    pub on: bool,
    pub since: String,
}

/// What stands in the form.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub form: Form,
    pub since: String,
    pub places: String,
    pub months: String,
    pub most: String,
    pub source: String,
    pub source_on: String,
    pub laws: Vec<Chosen>,
    pub themes: Vec<Chosen>,
    pub support: Vec<Line>,
}

fn day_words(day: Option<Day>, lang: Lang) -> String {
    day.map(|d| dates::full(d, lang).replace('\u{a0}', " ")).unwrap_or_default()
}

/// Which state of the facts a page was made from.
pub(super) fn version(known: &Facts) -> String {
    let all = format!("{:?}{:?}{:?}{:?}", known.profile, known.laws, known.themes, known.support);
    secret::hashed(&all)
}

/// What is known now, as it stands in the form.
pub(super) fn of_facts(known: &Facts, themes: &[Theme], lang: Lang, t: &Texts) -> Typed {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let profile = known.profile.as_ref();
    let line = |kind: &Support| {
        let now = known.support.iter().find(|s| s.kind == *kind);
        Line {
            kind: *kind,
            words: now.map(|s| s.words.clone()).unwrap_or_default(),
            payer: now.and_then(|s| s.payer.as_ref()).map(ToString::to_string).unwrap_or_default(),
            source: now.map(|s| s.source.clone()).unwrap_or_default(),
        }
    };
    let law = |law: &Law| {
        let now = known.laws.iter().find(|s| s.law == *law);
        let since = day_words(now.and_then(|s| s.since_on), lang);
        Chosen { word: law.word().to_owned(), label: say::law(*law, t), on: now.is_some(), since }
    };
    let theme = |theme: &Theme| {
        let now = known.themes.iter().find(|f| f.theme == theme.id);
        let since = day_words(now.and_then(|f| f.since_on), lang);
        let label = ui::theme_name(&theme.id, &theme.name, lang);
        Chosen { word: theme.id.clone(), label, on: now.is_some(), since }
    };
    Typed {
        form: profile.map_or(Form::SocialDomain, |p| p.form),
        since: day_words(profile.and_then(|p| p.since_on), lang),
        places: number(profile.and_then(|p| p.places)),
        months: number(profile.and_then(|p| p.term_months)),
        most: number(profile.and_then(|p| p.terms_most)),
        source: profile.map(|p| p.source.clone()).unwrap_or_default(),
        source_on: day_words(profile.and_then(|p| p.source_on), lang),
        laws: Law::ALL.iter().map(law).collect(),
        themes: themes.iter().map(theme).collect(),
        support: Support::ALL.iter().map(line).collect(),
    }
}

/// The names of the fields.
pub(super) fn names(themes: &[Theme]) -> Vec<String> {
    let fixed = ["versie", "vorm", "sinds", "plaatsen", "termijn", "keren", "bron", "brondatum", "wet[]", "thema[]"];
    let lines =
        Support::ALL.iter().flat_map(|k| ["steun", "betaler", "bron"].map(|what| format!("{what}-{}", k.word())));
    let laws = Law::ALL.iter().map(|law| format!("wetsinds-{}", law.word()));
    let themes = themes.iter().map(|theme| format!("themasinds-{}", theme.id));
    fixed.iter().map(ToString::to_string).chain(lines).chain(laws).chain(themes).collect()
}

/// What was typed, over what is known now.
pub(super) fn read(form: &Fields, kind: Form, now: &Typed) -> Typed {
    let text = |name: &str| form.text(name).to_owned();
    let chosen = |list: &str, since: &str, all: &[Chosen]| {
        let ticked: Vec<&str> = form.all(list).collect();
        let one = |c: &Chosen| {
            let name = format!("{since}-{}", c.word);
            let since = if form.has(&name) { text(&name) } else { c.since.clone() };
            Chosen { on: ticked.contains(&c.word.as_str()), since, ..c.clone() }
        };
        all.iter().map(one).collect()
    };
    let line = |kind: &Support| Line {
        kind: *kind,
        words: text(&format!("steun-{}", kind.word())),
        payer: text(&format!("betaler-{}", kind.word())),
        source: text(&format!("bron-{}", kind.word())),
    };
    Typed {
        form: kind,
        since: text("sinds"),
        places: text("plaatsen"),
        months: text("termijn"),
        most: text("keren"),
        source: text("bron"),
        source_on: text("brondatum"),
        laws: chosen("wet[]", "wetsinds", &now.laws),
        themes: chosen("thema[]", "themasinds", &now.themes),
        support: Support::ALL.iter().map(line).collect(),
    }
}

/// What was typed, understood: what is chosen, each with since when.
pub(super) struct Understood {
    pub profile: Profile,
    pub laws: Vec<(Law, Option<Day>)>,
    pub themes: Vec<(String, Option<Day>)>,
    pub faults: Faults,
}

/// A number within bounds; empty is nothing.
fn number(typed: &str, most: i64, field: &str, sentence: String, faults: &mut Faults) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse::<i64>().ok().filter(|n| (1..=most).contains(n));
    if read.is_none() {
        faults.add(field, sentence);
    }
    read
}

fn past(typed: &str, today: Day, field: &str, t: &Texts, faults: &mut Faults) -> Option<Day> {
    if typed.is_empty() {
        return None;
    }
    let read = dates::parse(typed, today);
    if read.is_none() {
        faults.add(field, say::bad_day(typed, t));
    }
    read
}

/// Since when something that is chosen counts: an empty field of something new is today.
fn since(
    one: &Chosen,
    was: Option<Option<Day>>,
    today: Day,
    (field, t): (&str, &Texts),
    faults: &mut Faults,
) -> Option<Day> {
    let name = format!("{field}-{}", one.word);
    match past(&one.since, today, &name, t, faults) {
        Some(day) if day > today => {
            faults.add(&name, t.describe_since_later());
            None
        }
        None if one.since.is_empty() => was.unwrap_or(Some(today)),
        read => read,
    }
}

/// Understands what was typed; `payers` are the ids of who may pay.
pub(super) fn understand(
    typed: &Typed,
    known: &Facts,
    payers: &[(String, String)],
    today: Day,
    t: &Texts,
) -> Understood {
    let mut faults = Faults::none();
    let profile = Profile {
        form: typed.form,
        since_on: past(&typed.since, today, "sinds", t, &mut faults),
        places: number(&typed.places, 100, "plaatsen", t.describe_bad_places(), &mut faults),
        term_months: number(&typed.months, 120, "termijn", t.describe_bad_months(), &mut faults),
        terms_most: number(&typed.most, 10, "keren", t.describe_bad_most(), &mut faults),
        source: typed.source.clone(),
        source_on: past(&typed.source_on, today, "brondatum", t, &mut faults),
    };
    let law = |one: &Chosen| {
        let law = Law::of(&one.word).filter(|_| one.on)?;
        let was = known.laws.iter().find(|s| s.law == law).map(|s| s.since_on);
        Some((law, since(one, was, today, ("wetsinds", t), &mut faults)))
    };
    let laws = typed.laws.iter().filter_map(law).collect();
    let theme = |one: &Chosen| {
        let was = known.themes.iter().find(|f| f.theme == one.word).map(|f| f.since_on);
        (one.word.clone(), since(one, was, today, ("themasinds", t), &mut faults))
    };
    let themes = typed.themes.iter().filter(|c| c.on).map(theme).collect();
    let mut fits = |field: String, text: &str| {
        if text.chars().count() > TEXT_MOST {
            faults.add(&field, t.describe_too_long());
        }
    };
    fits("bron".into(), &typed.source);
    for line in &typed.support {
        fits(format!("steun-{}", line.kind.word()), &line.words);
        fits(format!("bron-{}", line.kind.word()), &line.source);
    }
    for line in &typed.support {
        if line.words.is_empty() && !(line.payer.is_empty() && line.source.is_empty()) {
            faults.add(&format!("steun-{}", line.kind.word()), t.describe_no_words());
        }
        if !line.payer.is_empty() && !payers.iter().any(|(id, _)| *id == line.payer) {
            faults.add(&format!("betaler-{}", line.kind.word()), t.describe_choose_payer());
        }
    }
    Understood { profile, laws, themes, faults }
}

/// What is laid down otherwise now.
pub(super) fn changes(known: &Facts, after: &Understood, support: &[Line]) -> Vec<Change> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let number = |n: Option<i64>| n.map(|n| n.to_string());
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (before, now) = (known.profile.as_ref(), &after.profile);
    let since = |word: &str, since: Option<Day>| format!("{word} {}", day(since).unwrap_or_default()).trim().to_owned();
    let list = |mut all: Vec<String>| {
        all.sort_unstable();
        text(&all.join(", "))
    };
    let mut all = vec![
        Change::of("form", before.map(|b| b.form.word().to_owned()), Some(now.form.word().to_owned())),
        Change::of("since", before.and_then(|b| day(b.since_on)), day(now.since_on)),
        Change::of("places", before.and_then(|b| number(b.places)), number(now.places)),
        Change::of("months", before.and_then(|b| number(b.term_months)), number(now.term_months)),
        Change::of("most", before.and_then(|b| number(b.terms_most)), number(now.terms_most)),
        Change::of("source", before.and_then(|b| text(&b.source)), text(&now.source)),
        Change::of("source_on", before.and_then(|b| day(b.source_on)), day(now.source_on)),
        Change::of(
            "laws",
            list(known.laws.iter().map(|s| since(s.law.word(), s.since_on)).collect()),
            list(after.laws.iter().map(|(law, on)| since(law.word(), *on)).collect()),
        ),
        Change::of(
            "themes",
            list(known.themes.iter().map(|f| since(&f.theme, f.since_on)).collect()),
            list(after.themes.iter().map(|(theme, on)| since(theme, *on)).collect()),
        ),
    ];
    let parts = |parts: [&str; 3]| text(&parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; "));
    all.extend(support.iter().map(|line| {
        let was = known.support.iter().find(|s| s.kind == line.kind);
        let payer = was.and_then(|s| s.payer.as_ref()).map(ToString::to_string).unwrap_or_default();
        let was = was.and_then(|s| parts([&s.words, &payer, &s.source]));
        Change::of(&format!("support_{}", line.kind.word()), was, parts([&line.words, &line.payer, &line.source]))
    }));
    all.into_iter().flatten().collect()
}

/// What is laid down now and differs from what was typed: what it is called, and how it is now.
pub(super) fn ahead(now: &Typed, typed: &Typed, payers: &[(String, String)], t: &Texts) -> Vec<(String, String)> {
    let list = |all: &[Chosen]| {
        let one = |c: &Chosen| format!("{} {}", c.label, c.since).trim().to_owned();
        all.iter().filter(|c| c.on).map(one).collect::<Vec<_>>().join(", ")
    };
    let mut all = vec![
        (t.describe_form(), say::form(now.form, t), say::form(typed.form, t)),
        (t.describe_since(), now.since.clone(), typed.since.clone()),
        (t.council_laws(), list(&now.laws), list(&typed.laws)),
        (t.council_themes(), list(&now.themes), list(&typed.themes)),
        (t.describe_places(), now.places.clone(), typed.places.clone()),
        (t.describe_months(), now.months.clone(), typed.months.clone()),
        (t.describe_most(), now.most.clone(), typed.most.clone()),
        (t.describe_source(), now.source.clone(), typed.source.clone()),
        (t.describe_source_on(), now.source_on.clone(), typed.source_on.clone()),
    ];
    let line = |line: &Line| {
        let payer = payers.iter().find(|(id, _)| *id == line.payer).map(|(_, name)| name.as_str()).unwrap_or_default();
        let parts = [line.words.as_str(), payer, line.source.as_str()];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; ")
    };
    let pairs = now.support.iter().zip(&typed.support);
    all.extend(pairs.map(|(now, typed)| (say::support(now.kind, t), line(now), line(typed))));
    let differs = all.into_iter().filter(|(_, now, typed)| now != typed);
    differs.map(|(label, now, _)| (label, if now.is_empty() { t.unknown() } else { now })).collect()
}
