//! Making a running term longer: by the clause of the council's rule, or because both sides agreed.
//!
//! GET  /dossiers/{id}/termijn/verlengen
//! POST /dossiers/{id}/termijn/verlengen      `grond`, `aantal`, `eenheid`, `reden`; doe=reken shows the new last day

use axum::extract::Path;
use platform::Lang;
use platform::choice::Choice;
use platform::clock::Day;
use platform::web::{Cx, Fields, Outcome, once};
use terms::{ExtensionAsked, Length, Unit};
use ui::Ui;

use super::{running, side};
use crate::case::{Case, Refusal};
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, ExtensionGround, ExtensionId, Side};
use crate::parts::{self, Pick};
use crate::policy::ChangingTerm;
use crate::standstill::{Extended, UNITS, party, unit_of};
use crate::store::standstills::{self, NewExtension, Told};
use crate::term_page::Explained;
use crate::{Event, Texts, plans, room, rule_words, say, texts};

/// So many of a unit at the most; more is a mistake in typing.
const MOST: i64 = 366;

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    ground: Option<ExtensionGround>,
    amount: String,
    unit: Option<Unit>,
    reason: String,
}

#[derive(askama::Template)]
#[template(path = "term_change/extend.html")]
struct ExtendPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    side: Side,
    /// Whether the rule has a clause by which this side may.
    has_clause: bool,
    due_on: Option<Day>,
    /// What the last day would be.
    becomes: Option<Day>,
    typed: Typed,
    once: String,
    faults: Faults,
}

impl ExtendPage {
    fn now(&self) -> String {
        self.due_on.map(|day| self.ui.weekday_full(&day)).unwrap_or_default()
    }

    fn later(&self) -> Option<String> {
        self.becomes.map(|day| self.ui.weekday_full(&day))
    }

    fn grounds(&self) -> Vec<Pick> {
        let t = self.t;
        let on = |ground| self.typed.ground == Some(ground);
        let mut picks = Vec::new();
        if self.has_clause {
            let rule = ExtensionGround::Rule;
            picks.push(Pick::new(rule.word(), t.extend_by_rule(), on(rule)).hint(t.extend_by_rule_hint()));
        }
        let agreed = ExtensionGround::Agreement;
        picks.push(Pick::new(agreed.word(), t.extend_agreed(), on(agreed)).hint(t.extend_agreed_hint()));
        picks
    }

    fn units(&self) -> Vec<Pick> {
        let pick = |u: Unit| Pick::new(u.name(), rule_words::unit(u, self.t), self.typed.unit == Some(u));
        UNITS.into_iter().map(pick).collect()
    }
}

fn page(cx: &Cx, case: Case, explained: Option<&Explained>, faults: Faults) -> ExtendPage {
    let t = texts(cx.lang());
    let side = side(cx, &case);
    let has_clause = explained.is_some_and(|e| e.rule.extend.as_ref().is_some_and(|c| c.by == party(side)));
    let due_on = case.extend_term().ok().map(|(_, due_on)| due_on);
    let ground = if has_clause { ExtensionGround::Rule } else { ExtensionGround::Agreement };
    ExtendPage {
        ui: room::frame_below(cx, &case, t),
        t,
        side,
        has_clause,
        due_on,
        becomes: None,
        typed: Typed { ground: Some(ground), unit: Some(Unit::Weeks), ..Typed::default() },
        once: once::token(),
        case,
        faults,
    }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    cx.sees::<ChangingTerm>(&case)?;
    match case.extend_term() {
        Ok((subject, _)) => {
            let explained = running(&cx, &mut reader, &case, subject).await?;
            cx.page(&page(&cx, case, Some(&explained), Faults::none()))
        }
        Err(why) => {
            let faults = Faults::one("aantal", say::refusal(why, texts(cx.lang())));
            cx.page(&page(&cx, case, None, faults))
        }
    }
}

pub(crate) async fn extend(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["grond", "aantal", "eenheid", "reden", "doe", once::FIELD])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<ChangingTerm>(&case)?;
    let (t, side) = (texts(cx.lang()), side(&cx, &case));
    let there = format!("{}/termijn?bericht=verlengd", case.path());
    if form.text("doe") != "reken"
        && let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &there).await?
    {
        return cx.go_to(&sent);
    }
    let typed = Typed {
        ground: form.choice("grond"),
        amount: form.text("aantal").to_owned(),
        unit: unit_of(form.text("eenheid")),
        reason: form.raw("reden").trim().to_owned(),
    };
    let (subject, due_before) = match case.extend_term() {
        Ok(term) => term,
        Err(why) => return refused(&cx, case, typed, why),
    };
    let explained = running(&cx, &mut tx, &case, subject).await?;
    let mut faults = Faults::none();
    let asked = check(&typed, &explained, side, cx.now().day(), due_before, &mut faults, cx.lang());
    let becomes = asked.and_then(|(ground, length)| later(&explained, ground, length, due_before, t));
    if asked.is_some() && becomes.is_none_or(|day| day <= due_before) {
        faults.add("aantal", t.extend_not_later());
    }
    let (Some((ground, length)), Some(due_on), true) =
        (asked, becomes, faults.is_empty() && form.text("doe") != "reken")
    else {
        drop(tx);
        let becomes = becomes.filter(|_| faults.is_empty());
        let page = ExtendPage { typed, becomes, ..page(&cx, case, Some(&explained), faults) };
        return cx.page_again(&page);
    };
    let new = NewExtension {
        ground,
        amount: length.value,
        unit: length.unit.name(),
        reason: &typed.reason,
        due_before,
        due_on,
    };
    let told = Told::of(&permit, side, cx.now());
    let extension = standstills::extend(&mut tx, (&id, subject), &new, told).await?;
    plans::term(&mut tx, &id, Some(due_on), cx.now()).await?;
    cx.record(&mut tx, &Event::TermExtended { of: Of::both(&case), side, extension });
    tx.commit().await?;
    cx.go_to(&there)
}

fn refused(cx: &Cx, case: Case, typed: Typed, why: Refusal) -> Outcome {
    let faults = Faults::one("aantal", say::refusal(why, texts(cx.lang())));
    cx.page_again(&ExtendPage { typed, ..page(cx, case, None, faults) })
}

/// What is asked, when it can be: the length, and by what.
fn check(
    typed: &Typed,
    explained: &Explained,
    side: Side,
    today: Day,
    deadline: Day,
    faults: &mut Faults,
    lang: Lang,
) -> Option<(ExtensionGround, Length)> {
    let t = texts(lang);
    let amount = typed.amount.parse::<i64>().ok().filter(|n| (1..=MOST).contains(n));
    if typed.ground.is_none() {
        faults.add("grond", t.extend_no_ground());
    }
    if amount.is_none() {
        faults.add("aantal", t.extend_bad_amount(MOST));
    }
    faults.need("reden", &typed.reason, t.extend_no_reason());
    let (ground, length) = (typed.ground?, Length::new(amount?, typed.unit.unwrap_or(Unit::Weeks)));
    if ground == ExtensionGround::Rule {
        let asked = ExtensionAsked {
            by: party(side),
            length,
            so_far: explained.changes.times_by_rule(),
            // The letter that follows from it is the written notice.
            written_notice: true,
            reason: &typed.reason,
            today: today.0,
            deadline: deadline.0,
        };
        if let Err(why) = terms::extend(explained.rule.extend.as_ref(), &asked) {
            faults.add("aantal", lang.pick(why.dutch(), why.to_string()));
        }
    }
    Some((ground, length))
}

/// The last day with this added to what changed the term before.
fn later(explained: &Explained, ground: ExtensionGround, length: Length, before: Day, t: &Texts) -> Option<Day> {
    let mut changes = explained.changes.clone();
    changes.extended.push(Extended {
        id: ExtensionId::of(""),
        ground,
        amount: length.value,
        unit: length.unit.name().to_owned(),
        reason: String::new(),
        side: Side::Council,
        due_before: before,
        due_on: before,
        at: platform::Moment(0),
        who: None,
    });
    crate::term::due_changed(&explained.rule, &explained.known, &changes, |g| say::pause(g, t)).day()
}
