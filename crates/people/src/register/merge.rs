//! Municipalities go up in another, from a day on. A page says first what will happen. Until that day it can be
//! taken back.
//!
//! GET  /organisaties/samenvoegen?van={id}
//! POST /organisaties/samenvoegen   gemeenten, in, dag, mensen (ja), doe (bekijk, voeg-samen, pas), eenmalig
//! POST /organisaties/{id}/inschrijving/samenvoeging/terug

use axum::extract::Path;
use identity::fresh;
use platform::clock::Day;
use platform::db::{Conn, Tx};
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use platform::{Kind, Lang};
use ui::{Ui, dates};

use crate::events::Of;
use crate::parts::Faults;
use crate::register::merger::{self, Going, Refusal};
use crate::register::policy::{Keeping, Register};
use crate::register::preview::{self, PreviewPage};
use crate::register::written::{self, Found};
use crate::register::{self, entry, say};
use crate::store::register::{self as store, Party};
use crate::store::ties::What;
use crate::store::{effects, mergers};
use crate::{Event, Texts, texts};

/// Longer than any chain of mergers.
const CHAIN_MOST: usize = 50;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub formers: String,
    pub into: String,
    pub on: String,
    pub people: bool,
}

#[derive(askama::Template)]
#[template(path = "register/merge.html")]
struct MergePage {
    ui: Ui,
    t: &'static Texts,
    typed: Typed,
    faults: Faults,
}

fn page(cx: &Cx, typed: Typed, faults: Faults) -> MergePage {
    MergePage { ui: register::frame(cx), t: texts(cx.lang()), typed, faults }
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    cx.sees::<Keeping>(&Register(None))?;
    let from = cx.query("van").filter(|id| platform::id::is_id(id));
    let back = from.as_ref().map_or_else(|| cx.path().to_owned(), |id| format!("{}?van={id}", cx.path()));
    fresh::check(&cx, &back)?;
    let formers = match from {
        Some(id) => store::party(&mut *cx.reader().await?, &OrganisationId::of(id)).await?.map(|p| p.short_name),
        None => None,
    };
    let typed = Typed { formers: formers.unwrap_or_default(), people: true, ..Typed::default() };
    cx.page(&page(&cx, typed, Faults::none()))
}

/// What goes up in what, and when.
pub(super) struct Plan {
    pub going: Vec<Going>,
    pub successor: Party,
    pub on: Day,
}

/// What the successor goes up in, and that in turn.
async fn chain(conn: &mut Conn, of: &Party) -> Result<Vec<OrganisationId>, Problem> {
    let (mut chain, mut next) = (Vec::new(), of.goes_into.clone());
    while let Some(id) = next.filter(|id| !chain.contains(id) && chain.len() < CHAIN_MOST) {
        next = store::party(conn, &id).await?.and_then(|party| party.goes_into);
        chain.push(id);
    }
    Ok(chain)
}

async fn successor(conn: &mut Conn, typed: &str, lang: Lang, faults: &mut Faults) -> Result<Option<Party>, Problem> {
    let t = texts(lang);
    if typed.is_empty() {
        faults.add("in", say::refusal(&Refusal::NoSuccessor, lang, t));
        return Ok(None);
    }
    Ok(match written::find(conn, typed).await? {
        Found::One(party) => Some(*party),
        Found::Nobody => {
            faults.add("in", t.merge_unknown_successor(typed));
            None
        }
        Found::Several => {
            faults.add("in", t.register_several(typed));
            None
        }
    })
}

/// Reads what was typed; nothing when something is wrong with it.
async fn plan(
    conn: &mut Conn,
    typed: &Typed,
    (today, lang): (Day, Lang),
    faults: &mut Faults,
) -> Result<Option<Plan>, Problem> {
    let t = texts(lang);
    let parties = written::municipalities(conn, ("gemeenten", &typed.formers), lang, faults).await?;
    let mut say = |refusal: &Refusal| faults.add(refusal.field(), say::refusal(refusal, lang, t));
    if parties.is_empty() && written::lines(&typed.formers).is_empty() {
        say(&Refusal::NoFormer);
    }
    let on = dates::parse(&typed.on, today);
    if on.is_none() {
        say(&Refusal::NoDay);
    }
    let successor = successor(conn, &typed.into, lang, faults).await?;
    let (Some(successor), Some(on)) = (successor, on) else { return Ok(None) };
    let mut going = Vec::new();
    for party in parties {
        let receives = mergers::formers(conn, &party.id).await?;
        going.push(Going { party, receives });
    }
    let chain = chain(conn, &successor).await?;
    for refusal in merger::refusals(&going, &successor, &chain, on) {
        faults.add(refusal.field(), say::refusal(&refusal, lang, t));
    }
    Ok(faults.is_empty().then_some(Plan { going, successor, on }))
}

pub(crate) async fn merge(cx: Cx, form: Fields) -> Outcome {
    form.only(&["gemeenten", "in", "dag", "mensen", "doe", once::FIELD])?;
    cx.may::<Keeping>(&Register(None))?;
    fresh::keeping(&cx, &form)?;
    let typed = Typed {
        formers: form.raw("gemeenten").chars().take(6_000).collect(),
        into: form.text("in").chars().take(200).collect(),
        on: form.text("dag").chars().take(60).collect(),
        people: form.text("mensen") == "ja",
    };
    if form.text("doe") == "pas" {
        return cx.page(&page(&cx, typed, Faults::none()));
    }
    let mut tx = cx.begin().await?;
    let mut faults = Faults::none();
    let Some(plan) = plan(&mut tx, &typed, (cx.now().day(), cx.lang()), &mut faults).await? else {
        drop(tx);
        return cx.page_again(&page(&cx, typed, faults));
    };
    if form.text("doe") != "voeg-samen" {
        let will = preview::will(&mut tx, &plan, &typed, cx.lang()).await?;
        drop(tx);
        let (ui, t) = (register::frame(&cx), texts(cx.lang()));
        return cx.page(&PreviewPage { ui, t, plan, typed, will, once: once::token() });
    }
    let path = format!("{}?bericht=samengevoegd", register::path_of(&plan.successor.id));
    if let Some(there) = once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await? {
        return cx.go_to(&there);
    }
    save(&cx, &mut tx, &plan, typed.people).await?;
    tx.commit().await?;
    cx.go_to(&path)
}

async fn save(cx: &Cx, tx: &mut Tx, plan: &Plan, people: bool) -> Result<(), Problem> {
    store::hold(tx, &plan.successor.id).await?;
    for one in &plan.going {
        let id = &one.party.id;
        let permit = cx.may::<Keeping>(&Register::of(id))?;
        store::hold(tx, id).await?;
        // Somebody was ahead: what the page said does not hold any more.
        if store::party(tx, id).await?.is_none_or(|now| now.goes_into.is_some() || now.ended_on.is_some()) {
            return Err(Problem::Stale);
        }
        mergers::merge(tx, &permit, &plan.successor.id, (plan.on, people), cx.now()).await?;
        let of = Of { organisation: id.clone(), kind: Kind::Municipality };
        cx.record(tx, &Event::Merged { of, into: plan.successor.id.clone(), on: plan.on });
    }
    Ok(())
}

/// Takes back that a municipality goes up in another, as long as it did not yet.
pub(crate) async fn take_back(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    fresh::keeping(&cx, &form)?;
    let mut tx = cx.begin().await?;
    store::hold(&mut tx, &id).await?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let party = store::party(&mut tx, &id).await?;
    let going = party.as_ref().and_then(|p| Some((p.goes_into.clone()?, p.into_on.filter(|on| *on > today)?)));
    let Some((successor, on)) = going else {
        return cx.go_to(&register::path_of(&id));
    };
    store::hold(&mut tx, &successor).await?;
    if let Some(next) = store::party(&mut tx, &successor).await?.filter(|next| next.goes_into.is_some()) {
        let body = entry::find(&mut tx, &id).await?;
        let mut page = entry::page(&cx, &mut tx, body).await?;
        drop(tx);
        let into = next.into_name.clone().unwrap_or_default();
        page.faults = Faults::one("inhoud", t.merge_first_the_later(next.name.as_str(), into));
        return cx.page_again(&page);
    }
    let councils = effects::of(&mut tx, &id).await?.into_iter();
    let councils = councils.filter(|e| e.kind == What::Table && !e.added).map(|e| OrganisationId::of(e.one)).collect();
    mergers::take_back(&mut tx, &permit, &successor, today).await?;
    let of = Of { organisation: id.clone(), kind: Kind::Municipality };
    cx.record(&mut tx, &Event::MergerTakenBack { of, into: successor, on, councils });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=toch-niet", register::path_of(&id)))
}
