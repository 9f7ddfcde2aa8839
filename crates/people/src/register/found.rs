//! Founding an organisation: a council, a municipality, a partnership or a partner.
//!
//! GET  /organisaties/nieuw?soort=raad|gemeente|samenwerking|partner
//! POST /organisaties/nieuw   soort, naam, kort, vorm, code, provincie, regio, inwoners, sinds, gemeenten, eenmalig

use identity::fresh;
use platform::Lang;
use platform::choice::Choice;
use platform::clock::Day;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use ui::Ui;

use crate::events::Of;
use crate::kinds::Form;
use crate::parts::{Faults, Pick};
use crate::register::form::{self, FIELDS, Facts, Typed, What};
use crate::register::policy::{Keeping, Register};
use crate::register::{self, say, written};
use crate::store::register::{self as store, New, Party};
use crate::store::{mergers, ties};
use crate::{Event, Texts, texts};

#[derive(askama::Template)]
#[template(path = "register/choose.html")]
struct ChoosePage {
    ui: Ui,
    t: &'static Texts,
}

impl ChoosePage {
    fn choices(&self) -> Vec<(&'static str, String, String)> {
        let hint = |what: &What| match what {
            What::Council => self.t.found_council_hint(),
            What::Municipality => self.t.found_municipality_hint(),
            What::Partnership => self.t.found_partnership_hint(),
            What::Partner => self.t.found_partner_hint(),
        };
        What::ALL.iter().map(|what| (what.word(), say::one(*what, self.t), hint(what))).collect()
    }
}

#[derive(askama::Template)]
#[template(path = "register/found.html")]
struct FoundPage {
    ui: Ui,
    t: &'static Texts,
    what: What,
    typed: Typed,
    regions: Vec<String>,
    once: String,
    faults: Faults,
}

impl FoundPage {
    fn title(&self) -> String {
        match self.what {
            What::Council => self.t.found_title_council(),
            What::Municipality => self.t.found_title_municipality(),
            What::Partnership => self.t.found_title_partnership(),
            What::Partner => self.t.found_title_partner(),
        }
    }

    fn forms(&self) -> Vec<Pick> {
        let chosen = self.typed.form.unwrap_or(Form::SocialDomain);
        Form::ALL.iter().map(|f| Pick::new(f.word(), crate::say::form(*f, self.t), chosen == *f)).collect()
    }

    fn provinces(&self) -> Vec<Pick> {
        provinces(&self.typed.province, self.t)
    }

    fn soort(&self) -> &'static str {
        self.what.word()
    }

    fn is(&self, what: &str) -> bool {
        self.what.word() == what
    }

    fn name_hint(&self) -> String {
        match self.what {
            What::Council => self.t.found_name_hint_council(),
            What::Municipality => self.t.found_name_hint_municipality(),
            What::Partnership | What::Partner => String::new(),
        }
    }
}

/// The provinces to choose from, with the one that is there if it is another word.
pub(super) fn provinces(chosen: &str, t: &Texts) -> Vec<Pick> {
    let none = Pick::new("", t.found_no_province(), chosen.is_empty());
    let own = (!chosen.is_empty() && !form::PROVINCES.contains(&chosen)).then_some(chosen);
    let names = own.into_iter().chain(form::PROVINCES.iter().copied());
    std::iter::once(none).chain(names.map(|name| Pick::new(name, name, chosen == name))).collect()
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    cx.sees::<Keeping>(&Register(None))?;
    let t = texts(cx.lang());
    let Some(what) = cx.query("soort").and_then(|word| What::of(&word)) else {
        return cx.page(&ChoosePage { ui: register::frame(&cx), t });
    };
    fresh::check(&cx, &format!("{}?soort={}", cx.path(), what.word()))?;
    let regions = store::regions(&mut *cx.reader().await?).await?;
    let ui = register::frame(&cx);
    cx.page(&FoundPage { ui, t, what, typed: Typed::default(), regions, once: once::token(), faults: Faults::none() })
}

/// What is founded, once nothing is wrong with it.
struct Founded {
    name: String,
    short_name: String,
    facts: Facts,
    municipalities: Vec<Party>,
}

async fn check(
    conn: &mut Conn,
    (what, typed): (What, &Typed),
    (today, lang): (Day, Lang),
) -> Result<(Founded, Faults), Problem> {
    let (t, mut faults) = (texts(lang), Faults::none());
    let (name, short_name) = form::names(typed, what, t, &mut faults);
    if faults.at("naam").is_none() {
        // The name may be one that whoever had it leaves on that day.
        let on = form::facts(typed, what, today, t, &mut Faults::none()).since_on.map_or(today, |on| on.max(today));
        if let Some(other) = store::named(conn, what.kind(), &name, on).await? {
            faults.add("naam", t.found_name_taken(other));
        }
    }
    let mut facts = form::facts(typed, what, today, t, &mut faults);
    if let Some(code) = &facts.code
        && let Some(other) = store::coded(conn, code, None).await?
    {
        faults.add("code", t.found_code_taken(code.as_str(), other));
    }
    let mut municipalities = Vec::new();
    if what.has_municipalities() {
        let field = ("gemeenten", typed.municipalities.as_str());
        municipalities = written::municipalities(conn, field, lang, &mut faults).await?;
        let from = facts.since_on.map_or(today, |since| since.max(today));
        for absent in municipalities.iter().filter_map(|party| written::absent(party, from, lang, t)) {
            faults.add("gemeenten", absent);
        }
        let fewest = if what == What::Partnership { 2 } else { 1 };
        if faults.at("gemeenten").is_none() && municipalities.len() < fewest {
            faults.add("gemeenten", if fewest == 2 { t.found_two_municipalities() } else { t.found_no_municipality() });
        }
    }
    if what == What::Council && facts.region.is_none() {
        facts.region = municipalities.iter().find_map(|party| party.region.clone());
    }
    Ok((Founded { name, short_name, facts, municipalities }, faults))
}

pub(crate) async fn found(cx: Cx, form: Fields) -> Outcome {
    form.only(&[FIELDS, &["soort", once::FIELD]].concat())?;
    let mut tx = cx.begin().await?;
    let id = OrganisationId::fresh();
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    fresh::keeping(&cx, &form)?;
    let what = form.choice::<What>("soort").ok_or(Problem::Malformed("what is founded is one of four"))?;
    let typed = Typed::read(&form);
    let (found, faults) = check(&mut tx, (what, &typed), (cx.now().day(), cx.lang())).await?;
    if !faults.is_empty() {
        let regions = store::regions(&mut tx).await?;
        drop(tx);
        let (ui, t) = (register::frame(&cx), texts(cx.lang()));
        return cx.page_again(&FoundPage { ui, t, what, typed, regions, once: once::token(), faults });
    }
    let path = format!("{}?bericht=opgericht", register::path_of(&id));
    if let Some(there) = once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await? {
        return cx.go_to(&there);
    }
    let new = New {
        kind: what.kind(),
        name: &found.name,
        short_name: &found.short_name,
        known: found.facts.known(),
        form: (what == What::Council).then(|| typed.form.unwrap_or(Form::SocialDomain)),
        body_form: what.body_form(),
    };
    store::found(&mut tx, &permit, &new, cx.now()).await?;
    for party in &found.municipalities {
        // Not from before either was there; a place in a partnership always has a first day.
        let since = found.facts.since_on.max(party.since_on);
        let from = if what == What::Partnership { Some(since.unwrap_or_else(|| cx.now().day())) } else { since };
        mergers::tie(&mut tx, &permit, ties::What::of(what.kind()), party, (from, None)).await?;
    }
    let municipalities = found.municipalities.into_iter().map(|party| party.id).collect();
    cx.record(&mut tx, &Event::Founded { of: Of { organisation: id, kind: what.kind() }, municipalities });
    tx.commit().await?;
    cx.go_to(&path)
}
