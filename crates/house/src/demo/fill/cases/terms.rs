//! Terms of the demo country that changed while they ran: some are longer, some stand still.

use advice::kinds::Side;
use advice::seed::{self, NewCase};
use country::{CaseKind, Stage};
use platform::db::{Result, Tx};

use super::Telling;

/// One in so many of the cases that are being prepared.
const ONE_IN: usize = 9;

const MISSING: [&str; 12] = [
    "De begroting ontbreekt nog.",
    "Wij missen de cijfers per wijk.",
    "De bijlage met de tarieven mist.",
    "Het onderzoek waarnaar u verwijst, ontbreekt.",
    "Wij weten niet om hoeveel inwoners het gaat.",
    "De tekst van de verordening zit er niet bij.",
    "Wij missen wat aanbieders ervan vinden.",
    "Er staat niet bij wat nu al vastligt.",
    "De planning na het besluit ontbreekt.",
    "Wij kunnen het tweede bestand niet openen.",
    "De vergelijking met vorig jaar mist.",
    "Het plan voor de overgang ontbreekt.",
];

const LONGER: [&str; 12] = [
    "Gebeld met de contactambtenaar: de raad vergadert een week later.",
    "Afgesproken na de bijeenkomst met inwoners.",
    "Twee leden zijn ziek. De gemeente gaf ons de tijd.",
    "Wij willen eerst de cliënten spreken die het betreft.",
    "Het college schoof zijn besluit op.",
    "De gemeente stuurde later nog een stuk.",
    "Afgesproken in het kwartaaloverleg.",
    "De vakantie viel midden in de termijn.",
    "Een buurgemeente brengt hetzelfde advies uit. Wij stemmen het af.",
    "Er komt nog een gesprek met ouders.",
    "De wethouder licht het plan eerst zelf toe.",
    "Onze nieuwe leden willen mee kunnen lezen.",
];

pub(super) async fn change(tx: &mut Tx, telling: &Telling<'_>, new: &NewCase) -> Result<()> {
    let (case, n) = (telling.case, telling.n);
    let prepares = matches!(case.stage, Stage::Preparation | Stage::Draft) && case.exit.is_none();
    let Some(day) = telling.day_of(Stage::Preparation).filter(|_| prepares && case.kind == CaseKind::Requested) else {
        return Ok(());
    };
    // The story that visitors look at first stays as it was written.
    if new.request.is_none() || case.council == telling.making.country.home_council() {
        return Ok(());
    }
    let done = telling.done((day + 3).min(-1), telling.writer());
    match n % ONE_IN {
        0 => seed::still(tx, &new.id, done.at.day(), MISSING[n / ONE_IN % MISSING.len()], &done).await,
        4 => {
            let reason = LONGER[n / ONE_IN % LONGER.len()];
            seed::longer(tx, &new.id, 2, reason, (Side::Council, &done)).await
        }
        _ => Ok(()),
    }
}
