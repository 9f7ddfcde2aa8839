//! What is laid down about a council: what it is, the acts and themes of its work, its terms, and what it gets.
//!
//! GET  /organisaties/{id}/gegevens
//! POST /organisaties/{id}/gegevens   vorm, sinds, plaatsen, termijn, keren, bron, brondatum, wet[], thema[],
//!                                    and per kind of support steun-K, betaler-K, bron-K

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, dates};

use crate::body::{Body, Profile, Theme};
use crate::events::Of;
use crate::kinds::{Form, Law, Support};
use crate::parts::{Faults, Pick};
use crate::policy::Describing;
use crate::store::bodies::{self, Facts};
use crate::store::facts::{self, NewSupport};
use crate::{Event, Texts, room, say, texts};

/// One kind of support, as it stands in the form.
#[derive(Debug, Clone)]
struct Line {
    kind: Support,
    words: String,
    payer: String,
    source: String,
}

/// What stands in the form.
#[derive(Debug, Clone)]
struct Typed {
    form: Form,
    since: String,
    places: String,
    months: String,
    most: String,
    source: String,
    source_on: String,
    laws: Vec<Law>,
    support: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "describe.html")]
struct DescribePage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    typed: Typed,
    themes: Vec<Theme>,
    payers: Vec<(String, String)>,
    faults: Faults,
}

impl DescribePage {
    fn forms(&self) -> Vec<Pick> {
        Form::ALL.iter().map(|f| Pick::new(f.word(), say::form(*f, self.t), self.typed.form == *f)).collect()
    }

    fn laws(&self) -> Vec<Pick> {
        Law::ALL.iter().map(|l| Pick::new(l.word(), say::law(*l, self.t), self.typed.laws.contains(l))).collect()
    }

    fn support(&self, line: &Line) -> String {
        say::support(line.kind, self.t)
    }

    fn payers(&self, line: &Line) -> Vec<Pick> {
        let none = Pick::new("", self.t.describe_no_payer(), line.payer.is_empty());
        std::iter::once(none)
            .chain(self.payers.iter().map(|(id, name)| Pick::new(id, name, line.payer == *id)))
            .collect()
    }

    fn name(&self, what: &str, line: &Line) -> String {
        format!("{what}-{}", line.kind.word())
    }
}

fn day_words(cx: &Cx, day: Option<Day>) -> String {
    day.map(|d| dates::full(d, cx.lang()).replace('\u{a0}', " ")).unwrap_or_default()
}

/// What is known now, as it stands in the form.
fn of_facts(cx: &Cx, known: &Facts) -> Typed {
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
    Typed {
        form: profile.map_or(Form::SocialDomain, |p| p.form),
        since: day_words(cx, profile.and_then(|p| p.since_on)),
        places: number(profile.and_then(|p| p.places)),
        months: number(profile.and_then(|p| p.term_months)),
        most: number(profile.and_then(|p| p.terms_most)),
        source: profile.map(|p| p.source.clone()).unwrap_or_default(),
        source_on: day_words(cx, profile.and_then(|p| p.source_on)),
        laws: known.laws.iter().map(|s| s.law).collect(),
        support: Support::ALL.iter().map(line).collect(),
    }
}

/// Who may pay: the municipalities across the table, and whoever is written down as paying.
fn payers(known: &Facts, today: Day) -> Vec<(String, String)> {
    let across =
        known.across.iter().filter(|tie| !tie.is_past(today)).map(|tie| (tie.id.to_string(), tie.name.clone()));
    let mut all: Vec<(String, String)> = across.collect();
    for one in &known.support {
        if let (Some(id), Some(name)) = (&one.payer, &one.payer_name)
            && !all.iter().any(|(other, _)| other == id.as_str())
        {
            all.push((id.to_string(), name.clone()));
        }
    }
    all
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Describing>(&body)?;
    if !body.is_council() {
        return Err(Problem::NotFound);
    }
    let known = bodies::facts(&mut reader, &id).await?;
    let themes = facts::themes(&mut reader, &id).await?;
    let (ui, t) = (room::frame_below(&cx, &body), texts(cx.lang()));
    let (typed, payers) = (of_facts(&cx, &known), payers(&known, cx.now().day()));
    cx.page(&DescribePage { ui, t, body, typed, themes, payers, faults: Faults::none() })
}

fn read(form: &Fields) -> Typed {
    let text = |name: &str| form.text(name).chars().take(300).collect::<String>();
    let line = |kind: &Support| Line {
        kind: *kind,
        words: text(&format!("steun-{}", kind.word())),
        payer: text(&format!("betaler-{}", kind.word())),
        source: text(&format!("bron-{}", kind.word())),
    };
    Typed {
        form: form.choice("vorm").unwrap_or(Form::Other),
        since: text("sinds"),
        places: text("plaatsen"),
        months: text("termijn"),
        most: text("keren"),
        source: text("bron"),
        source_on: text("brondatum"),
        laws: form.all("wet[]").filter_map(Law::of).collect(),
        support: Support::ALL.iter().map(line).collect(),
    }
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

fn profile(typed: &Typed, today: Day, t: &Texts) -> (Profile, Faults) {
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
    (profile, faults)
}

/// What is laid down otherwise now.
fn changes(before: Option<&Profile>, after: &Profile) -> Vec<Change> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let number = |n: Option<i64>| n.map(|n| n.to_string());
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    [
        Change::of("form", before.map(|b| b.form.word().to_owned()), Some(after.form.word().to_owned())),
        Change::of("since", before.and_then(|b| day(b.since_on)), day(after.since_on)),
        Change::of("places", before.and_then(|b| number(b.places)), number(after.places)),
        Change::of("months", before.and_then(|b| number(b.term_months)), number(after.term_months)),
        Change::of("most", before.and_then(|b| number(b.terms_most)), number(after.terms_most)),
        Change::of("source", before.and_then(|b| text(&b.source)), text(&after.source)),
        Change::of("source_on", before.and_then(|b| day(b.source_on)), day(after.source_on)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn names() -> Vec<String> {
    let fixed = ["vorm", "sinds", "plaatsen", "termijn", "keren", "bron", "brondatum", "wet[]", "thema[]"];
    let lines =
        Support::ALL.iter().flat_map(|k| ["steun", "betaler", "bron"].map(|what| format!("{what}-{}", k.word())));
    fixed.iter().map(ToString::to_string).chain(lines).collect()
}

pub(crate) async fn describe(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&names().iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Describing>(&body)?;
    if !body.is_council() {
        return Err(Problem::NotFound);
    }
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let known = bodies::facts(&mut tx, &id).await?;
    let mut themes = facts::themes(&mut tx, &id).await?;
    let typed = read(&form);
    let wanted: Vec<&str> = form.all("thema[]").collect();
    let (profile, faults) = profile(&typed, today, t);
    let payers = payers(&known, today);
    if !faults.is_empty() {
        drop(tx);
        themes.iter_mut().for_each(|theme| theme.chosen = wanted.contains(&theme.id.as_str()));
        let ui = room::frame_below(&cx, &body);
        return cx.page_again(&DescribePage { ui, t, body, typed, themes, payers, faults });
    }
    // An act that was there keeps its day; a new one counts from today.
    let since = |law: &Law| known.laws.iter().find(|s| s.law == *law).map_or(Some(today), |s| s.since_on);
    let laws: Vec<(Law, Option<Day>)> = typed.laws.iter().map(|law| (*law, since(law))).collect();
    let payer =
        |line: &Line| payers.iter().find(|(id, _)| *id == line.payer).map(|(id, _)| OrganisationId::of(id.clone()));
    let lines: Vec<(&Line, Option<OrganisationId>)> =
        typed.support.iter().filter(|l| !l.words.is_empty()).map(|l| (l, payer(l))).collect();
    let support: Vec<NewSupport<'_>> = lines
        .iter()
        .map(|(l, payer)| NewSupport { kind: l.kind, words: &l.words, payer: payer.as_ref(), source: &l.source })
        .collect();
    facts::describe(&mut tx, &permit, &profile, &laws, &support, cx.now()).await?;
    facts::follow_themes(&mut tx, &permit, &themes, &wanted, today).await?;
    let changed = changes(known.profile.as_ref(), &profile);
    cx.record(&mut tx, &Event::Described { of: Of::body(&body), changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", body.path()))
}
