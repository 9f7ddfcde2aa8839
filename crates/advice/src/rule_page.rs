//! Laying down a rule about a term: from a day on, with three dates worked out while one writes. The rule
//! that held is closed the day before; a case keeps the rule it began with.
//!
//! GET  /organisaties/{id}/instellingen/termijn/nieuw?onderwerp=&uit=RULE
//! POST /organisaties/{id}/instellingen/termijn/nieuw   the fields, `versie`, and
//!                                                      doe=reken, doe=bekijk, doe=terug or doe=bewaar

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome};
use terms::{Atw, EndDay, FirstDay, Party, SourceKind, TermRule, Unit};
use ui::{Html, Section, Ui, dates};

use crate::faults::Faults;
use crate::kinds::Subject;
use crate::parts::{self, Pick};
use crate::rule_book::{LayingDown, RuleBook};
use crate::rule_form::{self, Typed, word};
use crate::rule_words::{self, Example};
use crate::store::rules::{self, Laid};
use crate::{Event, Texts, term, texts};

#[derive(askama::Template)]
#[template(path = "rule_page.html")]
struct RulePage {
    ui: Ui,
    t: &'static Texts,
    book: RuleBook,
    typed: Typed,
    version: String,
    examples: Vec<Example>,
    /// Somebody laid a rule down in the meantime.
    ahead: Option<String>,
    faults: Faults,
}

#[derive(askama::Template)]
#[template(path = "rule_preview.html")]
struct PreviewPage {
    ui: Ui,
    t: &'static Texts,
    book: RuleBook,
    typed: Typed,
    version: String,
    title: String,
    /// Label, now, then; of what is different.
    rows: Vec<(String, Vec<String>, Vec<String>)>,
    closes: Option<String>,
    examples: Vec<Example>,
}

/// One of several, by the words of the term engine.
fn picks<T: serde::Serialize + Copy>(all: &[T], chosen: &str, words: impl Fn(T) -> String) -> Vec<Pick> {
    all.iter().map(|one| (word(*one), *one)).map(|(w, one)| Pick::new(&w, words(one), w == chosen)).collect()
}

const UNITS: [Unit; 4] = [Unit::Weeks, Unit::CalendarDays, Unit::WorkingDays, Unit::Months];
const SOURCES: [SourceKind; 5] =
    [SourceKind::Ordinance, SourceKind::Covenant, SourceKind::HouseRules, SourceKind::Agreement, SourceKind::Law];

impl RulePage {
    fn title(&self) -> String {
        title(self.typed.subject(), self.t)
    }

    fn line(&self, name: &str, label: String, hint: String) -> Html {
        parts::field(&self.faults, name, label, hint, self.typed.get(name), 0)
    }

    fn lines(&self, name: &str, label: String, hint: String) -> Html {
        parts::field(&self.faults, name, label, hint, self.typed.get(name), 4)
    }

    fn choose(&self, name: &str, label: String, picks: Vec<Pick>) -> Html {
        parts::select(&self.faults, name, label, "", picks)
    }

    fn municipalities(&self) -> Vec<Pick> {
        let chosen = self.typed.get("gemeente");
        let all = Pick::new("", self.t.rule_every_municipality(), chosen.is_empty());
        let each = self
            .book
            .municipalities()
            .iter()
            .map(|(id, name)| Pick::new(id.as_str(), name.clone(), id.as_str() == chosen));
        std::iter::once(all).chain(each).collect()
    }

    fn kinds(&self) -> Vec<Pick> {
        let chosen = self.typed.get("soort");
        let mut all = vec!["fixed", "set_by_requester", "agreed_per_request", "back_count", "essential_influence"];
        all.extend(["as_soon_as_possible", "none"]);
        if chosen == "by_topic" {
            all.push("by_topic");
        }
        all.into_iter().map(|k| Pick::new(k, rule_words::kind(k, self.t), k == chosen)).collect()
    }

    fn units(&self) -> Vec<Pick> {
        picks(&UNITS, self.typed.get("eenheid"), |u| rule_words::unit(u, self.t))
    }

    fn sources(&self) -> Vec<Pick> {
        picks(&SOURCES, self.typed.get("bron"), |s| rule_words::source_kind(s, self.t))
    }

    fn starts(&self) -> Vec<Pick> {
        let all = rule_form::starts(self.typed.subject());
        picks(all, self.typed.get("begin"), |s| dates::capital(&rule_words::start(s, self.t)))
    }

    fn first_days(&self) -> Vec<Pick> {
        let all = [FirstDay::Excluded, FirstDay::Included];
        picks(&all, self.typed.get("eerste-dag"), |d| rule_words::first_day(d, self.t))
    }

    fn acts(&self) -> Vec<Pick> {
        picks(&[Atw::Analogy, Atw::Atw, Atw::None], self.typed.get("atw"), |a| rule_words::atw(a, self.t))
    }

    fn end_days(&self) -> Vec<Pick> {
        let all = [EndDay::AsIs, EndDay::NextOpenDay, EndDay::PreviousOpenDay];
        picks(&all, self.typed.get("einddag"), |d| rule_words::end_day(d, self.t))
    }

    fn parties(&self) -> Vec<Pick> {
        let chosen = self.typed.get("verleng-wie");
        let none = Pick::new("", self.t.rule_extend_none(), chosen.is_empty());
        let word_of = |p| match p {
            Party::Council => dates::capital(&self.t.extend_council()),
            Party::Requester => dates::capital(&self.t.extend_requester()),
        };
        std::iter::once(none).chain(picks(&[Party::Council, Party::Requester], chosen, word_of)).collect()
    }
}

fn title(subject: Subject, t: &Texts) -> String {
    match subject {
        Subject::Request => t.rule_title_advice(),
        Subject::Response => t.rule_title_answer(),
    }
}

/// The rule that one begins from, when it is one of this organisation.
fn base(laid: &[Laid], id: &str) -> Option<(TermRule, Laid)> {
    let laid = laid.iter().find(|l| l.id.as_str() == id)?;
    Some((term::parse(&laid.rule)?, laid.clone()))
}

/// The rule that holds on a day for the same municipality, or for all of them.
fn held<'a>(laid: &'a [Laid], typed: &Typed, day: Day) -> Option<&'a Laid> {
    let same = |l: &&Laid| l.subject == typed.subject() && l.municipality_word() == typed.get("gemeente");
    laid.iter().filter(same).find(|l| l.holds_on(day))
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let book = rules::book(&mut reader, &id, cx.now().day()).await?;
    cx.sees::<LayingDown>(&book)?;
    let t = texts(cx.lang());
    let laid = rules::laid(&mut reader, &id).await?;
    let from = dates::full(cx.now().day().plus_days(1), cx.lang()).replace('\u{a0}', " ");
    let typed = match cx.query("uit").and_then(|uit| base(&laid, &uit)) {
        Some((rule, one)) => Typed::of_rule(one.subject, one.municipality_word(), &rule, one.id.as_str(), &from),
        None => {
            let subject = cx.query("onderwerp").and_then(|w| Subject::of(&w)).unwrap_or(Subject::Request);
            let mut usual = term::usual(subject);
            (usual.source.kind, usual.source.title) = (SourceKind::Ordinance, String::new());
            Typed::of_rule(subject, "", &usual, "", &from)
        }
    };
    let (ui, version) = (frame_below(&cx, &book, t), version(&laid));
    let (examples, faults) = (Vec::new(), Faults::none());
    cx.page(&RulePage { ui, t, book, typed, version, examples, ahead: None, faults })
}

fn frame_below(cx: &Cx, book: &RuleBook, t: &Texts) -> Ui {
    Ui::of(cx, Section::People)
        .crumb(format!("/organisaties/{}/instellingen", book.owner), t.rules_settings())
        .crumb(book.path(), t.rules_title())
}

/// The newest of all: a form that began before it is old.
fn version(laid: &[Laid]) -> String {
    laid.iter().map(|l| l.id.as_str()).max().unwrap_or_default().to_owned()
}

pub(crate) async fn lay_down(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let book = rules::take_book(&mut tx, &id, cx.now().day()).await?;
    let permit = cx.may::<LayingDown>(&book)?;
    form.only(&[&rule_form::NAMES[..], &["versie", "doe"]].concat())?;
    let (t, today, lang) = (texts(cx.lang()), cx.now().day(), cx.lang());
    let laid = rules::laid(&mut tx, &id).await?;
    let (typed, doe, version) = (Typed::of_form(&form), form.text("doe"), version(&laid));
    let from_base = base(&laid, typed.get("uit"));
    let read = typed
        .rule(from_base.as_ref().map(|(rule, _)| rule), today, t)
        .and_then(|(rule, from)| fits(&book, &laid, &typed, rule, from, lang, t));
    let ahead = (form.has("versie") && form.text("versie") != version).then(|| ahead(&cx, &laid, t)).flatten();
    let ui = frame_below(&cx, &book, t);
    let (rule, from) = match read {
        Ok(good) if ahead.is_none() && matches!(doe, "bekijk" | "bewaar") => good,
        read => {
            let back = matches!(doe, "reken" | "terug") && ahead.is_none() && (read.is_ok() || doe == "terug");
            let examples =
                read.as_ref().map(|(rule, _)| rule_words::examples(rule, today, lang, t)).unwrap_or_default();
            let faults = if doe == "terug" { Faults::none() } else { read.err().unwrap_or_default() };
            let page = RulePage { ui, t, book, typed, version, examples, ahead, faults };
            return if back { cx.page(&page) } else { cx.page_again(&page) };
        }
    };
    let now = held(&laid, &typed, from);
    if doe == "bekijk" {
        let old = now.and_then(|l| term::parse(&l.rule));
        let rows = different(old.as_ref(), &rule, lang, t);
        let closes = now.map(|_| t.rule_closes(dates::full(from.plus_days(-1), lang)));
        let title = t.rule_preview_title(title(typed.subject(), t), dates::full(from, lang));
        let examples = rule_words::examples(&rule, today, lang, t);
        return cx.page(&PreviewPage { ui, t, book, typed, version, title, rows, closes, examples });
    }
    let municipality = book.municipality(typed.get("gemeente")).map(|(id, _)| id.clone());
    let new = rules::NewRule { municipality: municipality.as_ref(), subject: typed.subject(), rule: &rule, from };
    let laid_down = rules::lay_down(&mut tx, &permit, &new, cx.now()).await?;
    let event = Event::RuleLaidDown {
        organisation: id,
        owner: book.kind,
        subject: typed.subject(),
        rule: laid_down,
        from,
        before: now.map(|l| l.rule.clone()),
        after: serde_json::to_string(&rule).map_err(platform::web::Problem::fault)?,
    };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=vastgelegd", book.path()))
}

/// Whether it fits among the rules that are there: for a municipality of this table, and not before one that
/// is laid down for later.
fn fits(
    book: &RuleBook,
    laid: &[Laid],
    typed: &Typed,
    rule: TermRule,
    from: Day,
    lang: platform::Lang,
    t: &Texts,
) -> Result<(TermRule, Day), Faults> {
    let municipality = typed.get("gemeente");
    if !municipality.is_empty() && book.municipality(municipality).is_none() {
        return Err(Faults::one("gemeente", t.rule_bad_choice()));
    }
    let same = |l: &&Laid| l.subject == typed.subject() && l.municipality_word() == municipality && !l.is_void();
    let later = laid.iter().filter(same).filter_map(|l| l.valid_from).filter(|d| *d > from).max();
    match later {
        Some(day) => Err(Faults::one("vanaf", t.rule_later(dates::full(day, lang)))),
        None => Ok((rule, from)),
    }
}

fn ahead(cx: &Cx, laid: &[Laid], t: &Texts) -> Option<String> {
    let newest = laid.iter().max_by(|a, b| a.id.as_str().cmp(b.id.as_str()))?;
    let rule = term::parse(&newest.rule)?;
    let name = newest.name.clone().unwrap_or_else(|| t.rule_somebody());
    Some(t.rule_ahead(name, rule_words::how_long(&rule, cx.lang(), t), rule_words::source(&rule, t)))
}

fn different(
    old: Option<&TermRule>,
    new: &TermRule,
    lang: platform::Lang,
    t: &Texts,
) -> Vec<(String, Vec<String>, Vec<String>)> {
    let new = rule_words::facts(new, lang, t);
    let Some(old) = old else {
        return new.into_iter().map(|(label, then)| (label, vec![t.rule_nothing_yet()], then)).collect();
    };
    let old = rule_words::facts(old, lang, t);
    let both = old.into_iter().zip(new).map(|((label, now), (_, then))| (label, now, then));
    both.filter(|(_, now, then)| now != then).collect()
}
