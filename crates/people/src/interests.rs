//! Other offices and interests that members told their council of. Everybody in the council reads them; each
//! member writes only their own.
//!
//! GET  /organisaties/{id}/belangen
//! POST /organisaties/{id}/belangen   belang, or over

use axum::extract::Path;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Notice, Ui, dates};

use crate::body::Body;
use crate::events::Of;
use crate::parts::Faults;
use crate::policy::{Declaring, DescribingOneself};
use crate::store::persons::{self, Interest};
use crate::{Event, Texts, room, texts};

const WORDS_MOST: usize = 300;

#[derive(askama::Template)]
#[template(path = "interests.html")]
struct InterestsPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    interests: Vec<Interest>,
    /// Sits here, and so has something to tell.
    is_member: bool,
    own: String,
    words: String,
    faults: Faults,
}

impl InterestsPage {
    fn since(&self, interest: &Interest) -> String {
        self.t.interests_since(dates::full(interest.from_on, self.ui.lang))
    }

    fn is_own(&self, interest: &Interest) -> bool {
        interest.person.as_str() == self.own
    }
}

async fn page(cx: &Cx, body: Body, words: String, faults: Faults) -> Result<InterestsPage, Problem> {
    if !body.is_council() {
        return Err(Problem::NotFound);
    }
    let t = texts(cx.lang());
    let interests = persons::interests(&mut *cx.reader().await?, &body.id, cx.now().day()).await?;
    let is_member = cx.actor().seats_in(&body.id).any(|s| s.role != platform::Role::Guest);
    let notice = match cx.notice().as_deref() {
        Some("gemeld") => Some(Notice::new(t.interests_told(), "")),
        Some("voorbij") => Some(Notice::new(t.interests_over_told(), "")),
        _ => None,
    };
    let ui = room::frame_below(cx, &body).with_notice(notice);
    Ok(InterestsPage { ui, t, body, interests, is_member, own: cx.person()?.to_string(), words, faults })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let body = room::body(&mut *cx.reader().await?, &id).await?;
    cx.sees::<Declaring>(&body)?;
    let page = page(&cx, body, String::new(), Faults::none()).await?;
    cx.page(&page)
}

pub(crate) async fn tell(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["belang", "over"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    cx.sees::<Declaring>(&body)?;
    let today = cx.now().day();
    let (_, known) = persons::find(&mut tx, cx.person()?, today).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<DescribingOneself>(&known)?;
    if !body.is_council() || !known.sits_in.contains(&id) {
        return Err(Problem::Forbidden(None)); // who runs from outside reads along, and has nothing to tell here
    }
    let event = Event::InterestTold { of: Of::body(&body), person: permit.by().to_string() };
    let back = format!("/organisaties/{id}/belangen");
    if form.has("over") {
        persons::interest_is_over(&mut tx, &permit, form.text("over"), &id, today).await?;
        cx.record(&mut tx, &event);
        tx.commit().await?;
        return cx.go_to(&format!("{back}?bericht=voorbij"));
    }
    let words = form.text("belang").to_owned();
    let t = texts(cx.lang());
    let fault = match words.chars().count() {
        0 => Some(t.interests_empty()),
        n if n > WORDS_MOST => Some(t.oneself_too_long()),
        _ => None,
    };
    if let Some(fault) = fault {
        drop(tx);
        let page = page(&cx, body, words, Faults::one("belang", fault)).await?;
        return cx.page_again(&page);
    }
    persons::tell_interest(&mut tx, &permit, &id, &words, (today, cx.now())).await?;
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to(&format!("{back}?bericht=gemeld"))
}
