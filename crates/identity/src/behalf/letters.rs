//! The letters about a consent: to both when it is given or taken back, and to who is asked for it.

use mail::{Draft, Letter};
use platform::db::Tx;
use platform::id::PersonId;
use platform::jobs::Trouble;
use platform::trail::Line;
use platform::{App, Lang};
use ui::dates;

use super::store::{self, Mandate};
use crate::Event;
use crate::directory::{self, Person};

const FOOT: &str = "Beraad, voor adviesraden en gemeenten";

/// Writes what follows from an event about a consent.
pub async fn tell(app: &App, tx: &mut Tx, line: &Line) -> Result<(), Trouble> {
    match line.event::<Event>() {
        Some(Event::MandateGiven { person, helper, mandate, .. }) => {
            let Some(mandate) = store::one(tx, &mandate).await? else { return Ok(()) };
            post(app, tx, line.seq, &person, |to| given(&mandate, to, app)).await?;
            post(app, tx, line.seq, &helper, |to| received(&mandate, to, app)).await
        }
        Some(Event::MandateEnded { person, helper, mandate }) => {
            let Some(mandate) = store::one(tx, &mandate).await? else { return Ok(()) };
            post(app, tx, line.seq, &person, |to| taken_back(&mandate, to)).await?;
            post(app, tx, line.seq, &helper, |to| lost(&mandate, to)).await
        }
        Some(Event::MandateAsked { person, helper }) => {
            let Some(helper) = directory::person(tx, &helper).await? else { return Ok(()) };
            post(app, tx, line.seq, &person, |to| asked(&helper, to, app)).await
        }
        _ => Err(Trouble::GiveUp(format!("no letter about a consent follows from {}", line.kind))),
    }
}

async fn post(
    app: &App,
    tx: &mut Tx,
    seq: i64,
    to: &PersonId,
    letter: impl FnOnce(&Person) -> Letter,
) -> Result<(), Trouble> {
    let Some(person) = directory::person(tx, to).await? else { return Ok(()) };
    let cause = format!("mandate:{seq}:{to}");
    Ok(mail::post(tx, &cause, Some(to), &person.address, &letter(&person), app.clock().now()).await?)
}

fn until(mandate: &Mandate) -> String {
    dates::weekday_full(mandate.until_on, Lang::Nl)
}

fn given(mandate: &Mandate, to: &Person, app: &App) -> Letter {
    let helper = &mandate.helper_name;
    Draft::new(format!("{helper} mag namens u werken"), to.greeting())
        .lead(format!("U gaf {helper} toestemming om namens u te werken in Beraad, tot en met {}.", until(mandate)))
        .text(format!("Bij alles wat {helper} namens u doet, staat dat erbij. U krijgt er telkens een bericht van."))
        .text("Stemmen, instemmen en uw eigen gegevens wijzigen doet u altijd zelf.")
        .button("Bekijk wie namens u mag werken", format!("{}/mijn-gegevens/namens", app.config().base_url))
        .text(format!("Gaf u deze toestemming niet? Neem haar daar terug, en bel ons: {}.", app.config().phone))
        .foot(FOOT)
        .finish()
}

fn received(mandate: &Mandate, to: &Person, app: &App) -> Letter {
    let person = &mandate.person_name;
    Draft::new(format!("U mag namens {person} werken"), to.greeting())
        .lead(format!("{person} gaf u toestemming om namens hen te werken in Beraad, tot en met {}.", until(mandate)))
        .text(
            "Op elke bladzijde staat dan dat u namens een ander werkt. Stemmen en instemmen kan niet namens een ander.",
        )
        .button(format!("Werken namens {person}"), format!("{}/namens", app.config().base_url))
        .foot(FOOT)
        .finish()
}

fn taken_back(mandate: &Mandate, to: &Person) -> Letter {
    let helper = &mandate.helper_name;
    Draft::new(format!("{helper} werkt niet meer namens u"), to.greeting())
        .lead(format!("U nam uw toestemming terug. {helper} kan niet meer namens u werken in Beraad."))
        .text("Wat al namens u is geschreven, blijft staan. U kunt het zelf terughalen.")
        .foot(FOOT)
        .finish()
}

fn lost(mandate: &Mandate, to: &Person) -> Letter {
    let person = &mandate.person_name;
    Draft::new(format!("U werkt niet meer namens {person}"), to.greeting())
        .lead(format!("{person} nam de toestemming terug. U kunt niet meer namens {person} werken in Beraad."))
        .foot(FOOT)
        .finish()
}

fn asked(helper: &Person, to: &Person, app: &App) -> Letter {
    Draft::new(format!("{} vraagt of dat namens u mag", helper.name), to.greeting())
        .lead(format!("{} vraagt uw toestemming om in Beraad namens u te werken.", helper.name))
        .text("Dat kan handig zijn als u liever belt of mailt. U kiest zelf tot welke dag, en u kunt altijd terug.")
        .text("Stemmen, instemmen en uw eigen gegevens wijzigen doet u altijd zelf.")
        .button("Geef toestemming", format!("{}/mijn-gegevens/namens", app.config().base_url))
        .text("Wilt u dit niet? Dan hoeft u niets te doen.")
        .foot(FOOT)
        .finish()
}
