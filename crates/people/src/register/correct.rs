//! Correcting what the register holds of an organisation.
//!
//! POST /organisaties/{id}/inschrijving   code, inwoners, provincie, regio, sinds, doe (bewaar)

use axum::extract::Path;
use platform::clock::Day;
use platform::db::Conn;
use platform::id::OrganisationId;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem};

use crate::body::Body;
use crate::events::Of;
use crate::parts::Faults;
use crate::register::form::{self, Facts, Typed, What};
use crate::register::policy::{Keeping, Register};
use crate::register::{self, entry};
use crate::store::{bodies, register as store};
use crate::{Event, Texts, texts};

/// What is otherwise now.
fn changes(before: &Body, after: &Facts) -> Vec<Change> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let number = |n: Option<i64>| n.map(|n| n.to_string());
    [
        Change::of("code", before.code.clone(), after.code.clone()),
        Change::of("province", before.province.clone(), after.province.clone()),
        Change::of("region", before.region.clone(), after.region.clone()),
        Change::of("inhabitants", number(before.inhabitants), number(after.inhabitants)),
        Change::of("since", day(before.since_on), day(after.since_on)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the form of this kind of organisation has no field for, stays as it is.
fn whole(mut facts: Facts, body: &Body, what: What) -> Facts {
    if what == What::Council {
        (facts.since_on, facts.province) = (body.since_on, body.province.clone());
    }
    if !matches!(what, What::Council | What::Municipality) {
        facts.region.clone_from(&body.region);
    }
    if what != What::Municipality {
        (facts.code, facts.inhabitants) = (body.code.clone(), body.inhabitants);
    }
    facts
}

/// It was there before it went up in another or ended.
async fn since(conn: &mut Conn, body: &Body, facts: &Facts, t: &Texts, faults: &mut Faults) -> Result<(), Problem> {
    let Some(since) = facts.since_on else { return Ok(()) };
    let ties = bodies::ties(conn, &body.id).await?;
    let formers = ties.former.iter().filter_map(|former| former.until_on);
    let went = ties.successor.iter().filter_map(|next| next.from_on.map(|on| on.plus_days(-1)));
    if went.chain(body.ended_on).any(|last| since > last) || formers.into_iter().any(|on| since > on) {
        faults.add("sinds", t.found_since_too_late());
    }
    Ok(())
}

pub(crate) async fn correct(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["code", "inwoners", "provincie", "regio", "sinds", "doe"])?;
    let permit = cx.may::<Keeping>(&Register::of(&id))?;
    let mut tx = cx.begin().await?;
    store::hold(&mut tx, &id).await?;
    let body = entry::find(&mut tx, &id).await?;
    let (Some(what), "bewaar") = (What::of_body(&body), form.text("doe")) else {
        return Err(Problem::Malformed("facts are kept, and the association has none"));
    };
    let (t, typed, mut faults) = (texts(cx.lang()), Typed::read(&form), Faults::none());
    let facts = whole(form::facts(&typed, what, cx.now().day(), t, &mut faults), &body, what);
    if let Some(code) = facts.code.as_ref().filter(|_| what == What::Municipality)
        && let Some(other) = store::coded(&mut tx, code, Some(&id)).await?
    {
        faults.add("code", t.found_code_taken(code.as_str(), other));
    }
    since(&mut tx, &body, &facts, t, &mut faults).await?;
    if !faults.is_empty() {
        let mut page = entry::page(&cx, &mut tx, body).await?;
        drop(tx);
        (page.typed, page.faults) = (typed, faults);
        return cx.page_again(&page);
    }
    let changed = changes(&body, &facts);
    if !changed.is_empty() {
        store::correct(&mut tx, &permit, &facts.known()).await?;
        cx.record(&mut tx, &Event::Corrected { of: Of::body(&body), changed });
        tx.commit().await?;
    }
    cx.go_to(&format!("{}?bericht=bewaard", register::path_of(&id)))
}
