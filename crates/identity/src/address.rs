//! Taking another mail address into use: a code to the new one shows that it is theirs, and the old one is
//! told.
//!
//! GET  /mijn-gegevens/adres
//! POST /mijn-gegevens/adres        sends a code to the new address
//! POST /mijn-gegevens/adres/code   takes it into use, and ends all other sign-ins

use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use platform::{args, secret};
use ui::{Section, Ui, dates};

use crate::attempt::{self, Asked, Purpose, Tried};
use crate::carried::Carried;
use crate::fresh::{self, CodePage, code_problem};
use crate::policy::{Own, Securing};
use crate::{Event, Texts, directory, letters, mailbox, session, texts};

const HERE: &str = "/mijn-gegevens/adres";

platform::statements! {
    TAKEN: (i64,) = "SELECT COUNT(*) FROM person WHERE address = $1";
    CHANGE: () = "UPDATE person SET address = $2 WHERE id = $1";
}

/// Whether an address is somebody's, with access or without.
pub(crate) async fn is_taken(conn: &mut Conn, address: &str) -> Result<bool> {
    Ok(conn.value(TAKEN, args![address]).await? > 0)
}

async fn change(tx: &mut Tx, person: &PersonId, address: &str) -> Result<()> {
    tx.exactly_one(CHANGE, args![person, address]).await
}

#[derive(askama::Template)]
#[template(path = "address.html")]
struct AddressPage {
    ui: Ui,
    t: &'static Texts,
    now: String,
    typed: String,
    problem: Option<String>,
}

fn own(cx: &Cx) -> std::result::Result<Own, Problem> {
    Ok(Own(cx.person()?.clone()))
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    ask(&cx, String::new(), None).await
}

async fn ask(cx: &Cx, typed: String, problem: Option<String>) -> Outcome {
    let person = directory::person(&mut *cx.reader().await?, cx.person()?).await?.ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let ui = Ui::of(cx, Section::None).crumb("/mijn-gegevens", t.account_title());
    let page = AddressPage { ui, t, now: person.address, typed, problem };
    if page.problem.is_some() { cx.page_again(&page) } else { cx.page(&page) }
}

pub(crate) async fn send(cx: Cx, form: Fields) -> Outcome {
    form.only(&["adres"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    fresh::check(&cx, HERE)?;
    let address = match mailbox::read(form.text("adres")) {
        Ok(address) => address,
        Err(wrong) => return ask(&cx, form.text("adres").to_owned(), Some(wrong.sentence(cx.lang()))).await,
    };
    let held = secret::token();
    let mut tx = cx.begin().await?;
    let (purpose, network) = (Purpose::Address, cx.network());
    let asks = Asked { purpose, address: &address, person: Some(permit.by()), to: "/mijn-gegevens", network };
    let attempt = attempt::begin(&mut tx, &held, &asks).await?;
    cx.record(&mut tx, &Event::CodeAsked { attempt: attempt.id });
    tx.commit().await?;
    cx.page(&code_page(&cx, address, held, attempt.ends_at, None))
}

fn code_page(cx: &Cx, address: String, attempt: String, ends_at: Moment, problem: Option<String>) -> CodePage {
    let t = texts(cx.lang());
    CodePage {
        ui: Ui::of(cx, Section::None).crumb("/mijn-gegevens", t.account_title()),
        t,
        title: t.code_title(),
        address,
        action: "/mijn-gegevens/adres/code",
        attempt,
        until: dates::time(ends_at, cx.lang()),
        carried: Carried::to("/mijn-gegevens"),
        again: HERE,
        problem,
    }
}

pub(crate) async fn enter(cx: Cx, form: Fields) -> Outcome {
    form.only(&["poging", "code", "naar"])?;
    let permit = cx.may::<Securing>(&own(&cx)?)?;
    let held = form.text("poging").to_owned();
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let over = || Some(texts(cx.lang()).sign_in_over());
    let mut tx = cx.begin().await?;
    let attempt = attempt::take(&mut tx, &held, Purpose::Address).await?;
    let Some(attempt) = attempt.filter(|a| a.person.as_ref() == Some(permit.by())) else {
        return ask(&cx, String::new(), over()).await;
    };
    let tried = attempt::try_typed(&mut tx, &attempt, form.text("code")).await?;
    if tried != Tried::Right {
        if matches!(tried, Tried::Wrong { .. }) {
            crate::sign_in::refuse(&cx, &mut tx, &attempt.id, "wrong_code");
        }
        tx.commit().await?;
        return match code_problem(&cx, tried) {
            Some(problem) => cx.page_again(&code_page(&cx, attempt.address, held, attempt.ends_at, Some(problem))),
            None => ask(&cx, attempt.address, over()).await,
        };
    }
    if is_taken(&mut tx, &attempt.address).await? {
        // Somebody took it in the ten minutes in between.
        return ask(&cx, attempt.address, over()).await;
    }
    let person = directory::person(&mut tx, permit.by()).await?.ok_or(Problem::NotFound)?;
    change(&mut tx, permit.by(), &attempt.address).await?;
    session::end_others(&mut tx, permit.by(), &session).await?;
    session::proved(&mut tx, &session).await?;
    let letter = letters::address_changed(&person, &cx.app().config().phone);
    let cause = format!("address-changed:{}", attempt.id);
    mail::post(&mut tx, &cause, Some(&person.id), &person.address, &letter, cx.now()).await?;
    let event = Event::AddressChanged { person: person.id, before: person.address, after: attempt.address };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to("/mijn-gegevens?bericht=adres")
}
