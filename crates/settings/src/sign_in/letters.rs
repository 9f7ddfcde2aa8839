//! The letter to who runs a municipality, when somebody set how its people sign in.

use identity::directory::{self, Organisation, Person};
use mail::{Draft, Letter};
use platform::db::Tx;
use platform::jobs::Trouble;
use platform::trail::Line;
use platform::{App, Role};

use crate::Event;

const FOOT: &str = "Beraad, voor adviesraden en gemeenten";

/// Writes to each contact officer, but for whoever did it.
pub(crate) async fn tell(app: &App, tx: &mut Tx, line: &Line) -> Result<(), Trouble> {
    let (organisation, gone) = match line.event::<Event>() {
        Some(Event::SignInSet { organisation, .. }) => (organisation, false),
        Some(Event::SignInRemoved { organisation, .. }) => (organisation, true),
        _ => return Err(Trouble::GiveUp(format!("no letter of the settings follows from {}", line.kind))),
    };
    let Some(place) = directory::organisation(tx, &organisation).await? else { return Ok(()) };
    let now = app.clock().now();
    for seated in directory::seated(tx, &organisation, now.day()).await? {
        if seated.role != Role::ContactOfficer || line.actor.as_ref() == Some(&seated.person) {
            continue;
        }
        let Some(person) = directory::person(tx, &seated.person).await? else { continue };
        let cause = format!("own-sign-in:{}:{}", line.seq, seated.person);
        let letter = changed(&place, &person, gone, app);
        mail::post(tx, &cause, Some(&person.id), &person.address, &letter, now).await?;
    }
    Ok(())
}

fn changed(place: &Organisation, to: &Person, gone: bool, app: &App) -> Letter {
    let (name, config) = (&place.name, app.config());
    let text = if gone {
        format!("Mensen van {name} melden zich vanaf nu aan met een code per e-mail. Wie al is aangemeld, blijft dat.")
    } else {
        format!("Vanaf nu geldt wat daar staat voor iedereen die zich via {name} aanmeldt.")
    };
    let lead = if gone {
        format!("De eigen aanmelding van {name} bij Beraad is weggehaald.")
    } else {
        format!("De eigen aanmelding van {name} bij Beraad is ingesteld of gewijzigd.")
    };
    Draft::new(format!("De aanmelding van {name} is gewijzigd"), to.greeting())
        .lead(lead)
        .text(text)
        .button(
            "Bekijk wat er is ingesteld",
            format!("{}/organisaties/{}/instellingen/aanmelding", config.base_url, place.id),
        )
        .text(format!("Wist u hier niet van? Bel ons dan meteen: {}.", config.phone))
        .foot(FOOT)
        .finish()
}
