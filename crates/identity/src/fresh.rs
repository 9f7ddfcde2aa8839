//! Once more showing who one is, before something that matters: an address, a second step, a role.
//!
//! A page that matters calls [`check`] first, on showing its form and on taking it. Whoever showed who they
//! are less than ten minutes ago, by signing in or by a code, notices nothing; others do so here and come
//! back.
//!
//! A form that was filled in asks with [`keeping`]: what was typed is carried along, and ready afterwards.
//!
//! GET  /bevestigen?naar=/mijn-gegevens/adres
//! POST /bevestigen        naar, bewaard[], bewaard_pad; sends a code
//! POST /bevestigen/code   poging, code and the same; takes it, and leads back

use platform::clock::{MINUTE, Moment, machine_now};
use platform::secret;
use platform::web::{Cx, Fields, HeldFor, Outcome, Problem};
use ui::{Section, Ui, dates};

use crate::attempt::{self, Asked, Purpose, Tried};
use crate::carried::Carried;
use crate::policy::{Own, Securing};
use crate::{Event, Texts, directory, session, texts};

/// For how long it counts.
const LASTS: i64 = 10 * MINUTE;

/// Goes on when somebody showed less than ten minutes ago who they are.
///
/// # Errors
/// [`Problem::First`]: they are led to show it, and back to `back` afterwards.
pub fn check(cx: &Cx, back: &str) -> Result<(), Problem> {
    let visit = cx.visit().filter(|v| v.half.is_none()).ok_or(Problem::SignIn)?;
    if is_fresh(visit.proved_at, machine_now()) {
        return Ok(());
    }
    let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
    Err(Problem::First(format!("/bevestigen?naar={back}")))
}

/// The same for a form that was filled in: nothing that was typed is lost on the way.
///
/// # Errors
/// [`Problem::Held`]: they are led to show it, and find their text ready afterwards.
pub fn keeping(cx: &Cx, form: &Fields) -> Result<(), Problem> {
    match check(cx, &form.path) {
        Err(Problem::First(_)) => Err(Problem::Held(Box::new(form.clone()), HeldFor::Unproved)),
        other => other,
    }
}

fn is_fresh(proved_at: Moment, now: Moment) -> bool {
    now < proved_at.plus(LASTS)
}

#[derive(askama::Template)]
#[template(path = "fresh.html")]
struct FreshPage {
    ui: Ui,
    t: &'static Texts,
    address: String,
    carried: Carried,
    problem: Option<String>,
}

/// Asks for a code that is on its way; for all but signing in.
#[derive(askama::Template)]
#[template(path = "code.html")]
pub(crate) struct CodePage {
    pub ui: Ui,
    pub t: &'static Texts,
    pub title: String,
    pub address: String,
    pub action: &'static str,
    pub attempt: String,
    pub until: String,
    pub carried: Carried,
    pub again: &'static str,
    pub problem: Option<String>,
}

fn own(cx: &Cx) -> Result<Own, Problem> {
    Ok(Own(cx.person()?.clone()))
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Securing>(&own(&cx)?)?;
    ask(&cx, Carried::to(&cx.query("naar").unwrap_or_default()), None).await
}

async fn ask(cx: &Cx, carried: Carried, problem: Option<String>) -> Outcome {
    let person = directory::person(&mut *cx.reader().await?, cx.person()?).await?.ok_or(Problem::NotFound)?;
    let page =
        FreshPage { ui: Ui::of(cx, Section::None), t: texts(cx.lang()), address: person.address, carried, problem };
    if page.problem.is_some() { cx.page_again(&page) } else { cx.page(&page) }
}

pub(crate) async fn send(cx: Cx, form: Fields) -> Outcome {
    form.only(&["naar", "bewaard[]", "bewaard_pad"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    let (carried, held) = (Carried::of(&form), secret::token());
    let mut tx = cx.begin().await?;
    let person = directory::person(&mut tx, permit.by()).await?.ok_or(Problem::NotFound)?;
    let (purpose, network) = (Purpose::Prove, cx.network());
    let asks = Asked { purpose, address: &person.address, person: Some(&person.id), to: &carried.to, network };
    let attempt = attempt::begin(&mut tx, &held, &asks).await?;
    cx.record(&mut tx, &Event::CodeAsked { attempt: attempt.id });
    tx.commit().await?;
    cx.page(&code_page(&cx, person.address, held, attempt.ends_at, carried, None))
}

fn code_page(
    cx: &Cx,
    address: String,
    attempt: String,
    ends: Moment,
    carried: Carried,
    problem: Option<String>,
) -> CodePage {
    let t = texts(cx.lang());
    CodePage {
        ui: Ui::of(cx, Section::None),
        t,
        title: t.code_title(),
        address,
        action: "/bevestigen/code",
        attempt,
        until: dates::time(ends, cx.lang()),
        carried,
        again: "/bevestigen",
        problem,
    }
}

/// What is wrong with a code that was typed, in a sentence; nothing when it is over.
pub(crate) fn code_problem(cx: &Cx, tried: Tried) -> Option<String> {
    let t = texts(cx.lang());
    match tried {
        Tried::Digits(count) => Some(t.sign_in_six_digits(dates::count(count as i64, cx.lang()))),
        Tried::Wrong { left } => Some(t.sign_in_wrong(dates::count(left, cx.lang()))),
        Tried::Right | Tried::Over => None,
    }
}

pub(crate) async fn enter(cx: Cx, form: Fields) -> Outcome {
    form.only(&["poging", "code", "naar", "bewaard[]", "bewaard_pad"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    let (carried, held) = (Carried::of(&form), form.text("poging").to_owned());
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    let attempt = attempt::take(&mut tx, &held, Purpose::Prove).await?;
    let Some(attempt) = attempt.filter(|a| a.person.as_ref() == Some(permit.by())) else {
        return ask(&cx, carried, Some(texts(cx.lang()).sign_in_over())).await;
    };
    let tried = attempt::try_typed(&mut tx, &attempt, form.text("code")).await?;
    match tried {
        Tried::Right => {
            session::proved(&mut tx, &session).await?;
            cx.record(&mut tx, &Event::Proved { person: permit.by().clone() });
        }
        Tried::Wrong { .. } => crate::sign_in::refuse(&cx, &mut tx, &attempt.id, "wrong_code"),
        Tried::Digits(_) | Tried::Over => {}
    }
    tx.commit().await?;
    match (tried, code_problem(&cx, tried)) {
        (Tried::Right, _) => match carried.form() {
            None => cx.go_to(&carried.to),
            Some(form) => ui::held_form(&cx, &form, HeldFor::Proved),
        },
        (_, Some(problem)) => {
            cx.page_again(&code_page(&cx, attempt.address, held, attempt.ends_at, carried, Some(problem)))
        }
        (_, None) => ask(&cx, carried, Some(texts(cx.lang()).sign_in_over())).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_minutes_and_not_longer() {
        let proved = Moment(0);
        assert!(is_fresh(proved, Moment(LASTS - 1)));
        assert!(!is_fresh(proved, Moment(LASTS)));
    }
}
