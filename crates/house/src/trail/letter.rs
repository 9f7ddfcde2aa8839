//! To somebody in whose name something was done: what, by whom, and where it can be seen and taken back.

use identity::directory;
use mail::Draft;
use platform::db::Tx;
use platform::jobs::Trouble;
use platform::trail::Line;
use platform::{App, Lang};

use super::words;
use crate::texts;

pub(crate) async fn letter(app: &App, tx: &mut Tx, line: &Line) -> Result<(), Trouble> {
    let (Some(person), Some(helper)) = (&line.on_behalf_of, &line.actor) else { return Ok(()) };
    let (Some(person), Some(helper)) = (directory::person(tx, person).await?, directory::person(tx, helper).await?)
    else {
        return Ok(());
    };
    let (t, base) = (texts(Lang::Nl), &app.config().base_url);
    let happened = words::happened(&line.kind, t);
    let draft = Draft::new(format!("{} deed iets namens u", helper.name), person.greeting())
        .lead(format!("{} werkte namens u in Beraad, met uw toestemming.", helper.name))
        .text(format!("Dit is gedaan: {}.", uncapital(happened.trim_end_matches('.'))));
    let draft = match words::path_of(&line.thing) {
        Some(path) => draft.button("Bekijk het", format!("{base}{path}")),
        None => draft,
    };
    let letter = draft
        .text(format!("Klopt het niet? Wat u zelf kunt terughalen, kunt u ook nu terughalen. Uw toestemming neemt u terug op {base}/mijn-gegevens/namens."))
        .foot("U krijgt dit bericht omdat u toestemming gaf om namens u te werken.")
        .finish();
    let cause = format!("on-behalf:{}", line.seq);
    Ok(mail::post(tx, &cause, Some(&person.id), &person.address, &letter, app.clock().now()).await?)
}

fn uncapital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}
