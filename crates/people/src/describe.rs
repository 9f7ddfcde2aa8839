//! What is laid down about a council: what it is, the acts and themes of its work, its terms, and what it gets.
//!
//! GET  /organisaties/{id}/gegevens
//! POST /organisaties/{id}/gegevens   versie, vorm, sinds, plaatsen, termijn, keren, bron, brondatum, wet[], thema[],
//!                                    wetsinds-K, themasinds-K, and per kind of support steun-K, betaler-K, bron-K

use axum::extract::Path;
use platform::choice::Choice;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::body::Body;
use crate::events::Of;
use crate::kinds::Form;
use crate::parts::{Faults, Pick};
use crate::policy::Describing;
use crate::store::bodies::{self, Facts};
use crate::store::facts::{self, NewSupport};
use crate::{Event, Texts, room, say, texts};

mod typed;

use typed::{Chosen, Line, Typed, Understood};

#[derive(askama::Template)]
#[template(path = "describe.html")]
struct DescribePage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    typed: Typed,
    version: String,
    payers: Vec<(String, String)>,
    /// What somebody else laid down meanwhile, when this was sent too late.
    ahead: Vec<(String, String)>,
    is_late: bool,
    faults: Faults,
}

impl DescribePage {
    fn forms(&self) -> Vec<Pick> {
        Form::ALL.iter().map(|f| Pick::new(f.word(), say::form(*f, self.t), self.typed.form == *f)).collect()
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

    /// What is chosen with a day: the name of its field, what it is called, and what there is to choose.
    fn dated(&self) -> [(&'static str, String, &[Chosen]); 2] {
        let (laws, themes) = (self.t.council_laws(), self.t.council_themes());
        [("wet", laws, self.typed.laws.as_slice()), ("thema", themes, self.typed.themes.as_slice())]
    }

    /// The field that says since when.
    fn since(&self, list: &str, pick: &Chosen) -> String {
        format!("{list}sinds-{}", pick.word)
    }

    fn name(&self, what: &str, line: &Line) -> String {
        format!("{what}-{}", line.kind.word())
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

fn page(cx: &Cx, body: Body, known: &Facts, typed: Typed) -> DescribePage {
    let (ui, t) = (room::frame_below(cx, &body), texts(cx.lang()));
    let (version, payers) = (typed::version(known), payers(known, cx.now().day()));
    DescribePage { ui, t, body, typed, version, payers, ahead: Vec::new(), is_late: false, faults: Faults::none() }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<Describing>(&body)?;
    if !body.is_council() {
        return Err(Problem::NotFound);
    }
    let known = bodies::facts(&mut reader, &id).await?;
    let themes = facts::themes(&mut reader, &id, cx.now().day()).await?;
    let typed = typed::of_facts(&known, &themes, cx.lang(), texts(cx.lang()));
    cx.page(&page(&cx, body, &known, typed))
}

pub(crate) async fn describe(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Describing>(&body)?;
    if !body.is_council() {
        return Err(Problem::NotFound);
    }
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let known = bodies::facts(&mut tx, &id).await?;
    let themes = facts::themes(&mut tx, &id, cx.now().day()).await?;
    form.only(&typed::names(&themes).iter().map(String::as_str).collect::<Vec<_>>())?;
    // A form without its first field is no form of ours: it would wipe everything.
    let kind = form.choice::<Form>("vorm").ok_or(Problem::Malformed("a council is of some form"))?;
    let now = typed::of_facts(&known, &themes, cx.lang(), t);
    let typed = typed::read(&form, kind, &now);
    let payers = payers(&known, today);
    let mut after = typed::understand(&typed, &known, &payers, today, t);
    let is_late = form.has("versie") && form.text("versie") != typed::version(&known);
    if !after.faults.is_empty() || is_late {
        drop(tx);
        let ahead = if is_late { typed::ahead(&now, &typed, &payers, t) } else { Vec::new() };
        let faults = std::mem::take(&mut after.faults);
        return cx.page_again(&DescribePage { ahead, is_late, faults, ..page(&cx, body, &known, typed) });
    }
    let Understood { profile, laws, themes: wanted, .. } = &after;
    let payer =
        |line: &Line| payers.iter().find(|(id, _)| *id == line.payer).map(|(id, _)| OrganisationId::of(id.clone()));
    let lines: Vec<(&Line, Option<OrganisationId>)> =
        typed.support.iter().filter(|l| !l.words.is_empty()).map(|l| (l, payer(l))).collect();
    let support: Vec<NewSupport<'_>> = lines
        .iter()
        .map(|(l, payer)| NewSupport { kind: l.kind, words: &l.words, payer: payer.as_ref(), source: &l.source })
        .collect();
    facts::describe(&mut tx, &permit, profile, laws, &support, cx.now()).await?;
    facts::follow_themes(&mut tx, &permit, &known.themes, wanted).await?;
    let changed = typed::changes(&known, &after, &typed.support);
    cx.record(&mut tx, &Event::Described { of: Of::body(&body), changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=gewijzigd", body.path()))
}
