//! Who may look and who may change; the second step; and what is taken away at night.

use identity::directory;
use platform::Role;
use platform::clock::{DAY, Moment};
use platform::id::{SeatId, at as id_at};
use platform::trail::{By, Entry, Origin};
use testing::{ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, MUNICIPALITY_A, Who, World, on_both};

use super::{PLAN, at, sets, told};

on_both!(
    PLAN: who_may_look_and_who_may_change,
    the_contact_officer_runs_the_municipality_and_the_office_everybody,
    a_second_step_is_asked_of_the_own_people,
    sent_letters_go_when_they_were_kept_long_enough,
    a_council_says_how_long_its_own_letters_stay,
    how_people_signed_in_is_erased_when_it_was_kept_long_enough
);

/// Eva works at the office of the association.
async fn the_office(world: &World) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(id_at(Moment(0), 66_666)), world.now().day().plus_days(-1));
    directory::add_seat(&mut tx, &seat, &Who::Eva.id(), &ASSOCIATION.id(), Role::Office, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    world.eva().await
}

async fn who_may_look_and_who_may_change(world: World) {
    let dirk = world.dirk().await;
    let page = dirk.visits(&at(COUNCIL_A, "")).await;
    assert!(!page.sees("Wie de organisatie regelt").links().iter().any(|l| l.ends_with("/instellingen/naam")));
    dirk.visits(&at(COUNCIL_A, "naam")).await.is_refused();
    for other in [world.fenna().await, world.bram().await, world.koos().await] {
        other.visits(&at(COUNCIL_A, "")).await.is_refused();
    }
    let eva = world.eva().await;
    eva.visits(&at(COUNCIL_A, "")).await.finds_nothing();
    eva.visits("/onze-raad/instellingen").await.finds_nothing();
    let token = dirk.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    dirk.posts(&at(COUNCIL_A, "naam"), &[("_token", &token), ("naam", "Van Dirk")]).await.is_refused();
    // What a council does not have, is not there; nor is what nobody has.
    for part in ["bewaren", "geheim"] {
        world.ans().await.visits(&at(COUNCIL_A, part)).await.finds_nothing();
    }
    assert!(told(&world).await.is_empty());
}

async fn the_contact_officer_runs_the_municipality_and_the_office_everybody(world: World) {
    let bram = world.bram().await;
    let page = bram.visits("/onze-raad/instellingen").await;
    page.sees("gemeente Lindewoude").sees("Bekijk de termijnen").sees("De koepel koos: Verstuurde brieven blijven.");
    sets(&bram, MUNICIPALITY_A, "adressen", "telefoon", "14 0592").await.sees("14 0592");
    world.els().await.visits(&at(MUNICIPALITY_A, "adressen")).await.is_refused();
    let office = the_office(&world).await;
    sets(&office, COUNCIL_B, "naam", "korte-naam", "Hoek").await.sees("Hoek");
    let all: Vec<_> = told(&world).await.into_iter().map(|(s, ..)| s).collect();
    assert_eq!(all, ["telefoon", "korte-naam"]);
}

async fn a_second_step_is_asked_of_the_own_people(world: World) {
    let chaima = world.chaima().await;
    let page = sets(&chaima, COUNCIL_A, "tweede-stap", "tweede-stap", "ja").await;
    page.sees("Iedereen in deze organisatie neemt een tweede stap");
    assert_eq!(told(&world).await, [("tweede-stap".into(), "nee".into(), "ja".into())]);
    // Whoever signs in with the code alone is led to the second step.
    let mut reader = world.app.db().reader().await.expect("a reader");
    let today = world.now().day();
    assert!(identity::second::is_required_of(&mut reader, &Who::Dirk.id(), today).await.expect("an answer"));
    assert!(!identity::second::is_required_of(&mut reader, &Who::Bram.id(), today).await.expect("an answer"));
    drop(reader);
    let page = sets(&chaima, COUNCIL_A, "tweede-stap", "tweede-stap", "nee").await;
    page.sees("Ieder kiest zelf of er een tweede stap is");
    // Whoever showed too long ago who they are, does so first.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(LONG_AGO, platform::args![Who::Chaima.id()]).await.expect("a while");
    tx.commit().await.expect("a while");
    chaima.visits(&at(COUNCIL_A, "tweede-stap")).await.goes_to("/bevestigen");
    chaima.visits(&at(COUNCIL_A, "naam")).await.sees("Korte naam");
}

platform::statements! {
    LONG_AGO: () = "UPDATE session SET proved_at = 1 WHERE person = $1";
    NIGHTS: (i64,) = "SELECT COUNT(*) FROM planned WHERE name = 'settings.tidy' AND done_at IS NULL";
    SIGN_INS: (i64, i64) = "SELECT COUNT(*), COUNT(body) FROM event WHERE kind = 'identity.signed_in'";
    SENT: () = "UPDATE mail_letter SET sent_at = at WHERE cause = $1";
}

/// A council keeps its letters for thirty days, a municipality as the association chose: sixty.
async fn a_council_says_how_long_its_own_letters_stay(world: World) {
    let (office, chaima) = (the_office(&world).await, world.chaima().await);
    crate::see_to_it(&world.app).await.expect("planned");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let posted = [("raad oud", 40, COUNCIL_A), ("raad jong", 20, COUNCIL_A), ("gemeente", 40, MUNICIPALITY_A)];
    for (cause, days, of) in posted.into_iter().chain([("gemeente oud", 70, MUNICIPALITY_A)]) {
        let mut letter = mail::Draft::new(cause, "Dag,").text("Tekst.").finish();
        letter.organisation = Some(of.id());
        let then = world.now().plus(-days * DAY);
        mail::post(&mut tx, cause, None, &Who::Dirk.address(), &letter, then).await.expect("a letter");
        tx.run(SENT, platform::args![cause]).await.expect("sent");
    }
    tx.commit().await.expect("letters");
    sets(&office, ASSOCIATION, "bewaren", "dagen", "60").await;
    let page = chaima.visits(&at(COUNCIL_A, "brieven")).await;
    let form = page.form("Bekijk wat er anders wordt");
    form.clone().fill("dagen-eigen", "nooit").send().await.is_told("Schrijf een aantal dagen van 30 tot 3650");
    let looked = form.fill("dagen-eigen", "30").send().await;
    looked.sees("uit naam van uw organisatie").presses("Bewaar deze wijziging").await.sees("30 dagen");
    world.ans().await.visits(&at(COUNCIL_A, "geschiedenis")).await.sees("30 dagen");
    world.is_at("2026-11-25T04:00");
    world.works().await;
    let mut left: Vec<_> = world.letters_to(Who::Dirk).await.into_iter().map(|l| l.subject).collect();
    left.sort();
    assert_eq!(left, ["gemeente", "raad jong"]);
    // Taken back: from then on it is as for all.
    sets(&chaima, COUNCIL_A, "brieven", "dagen-eigen", "").await.sees("Zoals de koepel het koos");
    world.is_at("2026-12-11T04:00");
    world.works().await;
    assert!(world.letters_to(Who::Dirk).await.iter().any(|l| l.subject == "raad jong"), "sixty days are not over");
}

async fn sent_letters_go_when_they_were_kept_long_enough(world: World) {
    let office = the_office(&world).await;
    crate::see_to_it(&world.app).await.expect("planned");
    crate::see_to_it(&world.app).await.expect("planned once");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    assert_eq!(tx.value(NIGHTS, platform::args![]).await.expect("a count"), 1);
    for (cause, days) in [("oud", 40), ("jong", 20), ("wacht", 400)] {
        let letter = mail::Draft::new(cause, "Dag,").text("Tekst.").finish();
        let then = world.now().plus(-days * DAY);
        mail::post(&mut tx, cause, None, &Who::Dirk.address(), &letter, then).await.expect("a letter");
        if cause != "wacht" {
            tx.run(SENT, platform::args![cause]).await.expect("sent");
        }
    }
    tx.commit().await.expect("letters");
    let there = async || world.letters_to(Who::Dirk).await.into_iter().map(|l| l.subject).collect::<Vec<_>>();
    world.is_at("2026-11-25T04:00");
    world.works().await;
    assert_eq!(there().await.len(), 3, "without a choice they stay");
    let page = office.visits(&at(ASSOCIATION, "bewaren")).await;
    let form = page.form("Bekijk wat er anders wordt");
    form.clone().fill("dagen", "5").send().await.is_told("Schrijf een aantal dagen van 30 tot 3650");
    let page = form.fill("dagen", "30").send().await;
    page.sees("Vannacht gaan verstuurde brieven weg die ouder zijn.")
        .presses("Bewaar deze wijziging")
        .await
        .sees("30 dagen");
    world.works().await;
    assert_eq!(there().await.len(), 3, "not before the night");
    world.is_at("2026-11-26T04:00");
    world.works().await;
    assert_eq!(there().await, ["jong", "wacht"], "what was never sent stays");
}

async fn how_people_signed_in_is_erased_when_it_was_kept_long_enough(world: World) {
    let office = the_office(&world).await;
    crate::see_to_it(&world.app).await.expect("planned");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    // The world signs people in without a page: one line of long ago and one of today, as the page writes them.
    for days in [100, 1] {
        let by = By { at: world.now().plus(-days * DAY), ..By::house(world.now(), Origin::Web) };
        tx.record(Entry::of(by, &identity::Event::SignedIn { person: Who::Bram.id(), by: "code".into() }));
    }
    tx.commit().await.expect("two lines");
    let kept = async || {
        let mut reader = world.app.db().reader().await.expect("a reader");
        reader.one(SIGN_INS, platform::args![]).await.expect("counts").expect("counts")
    };
    let (all, whole) = kept().await;
    assert_eq!(all, whole);
    let page = office.visits(&at(ASSOCIATION, "bewaren")).await;
    let form = page.form("Bekijk wat er anders wordt").fill("dagen-aanmelden", "90");
    let page = form.send().await;
    page.sees("wissen wij de bijzonderheden van oudere aanmeldingen en weigeringen. Dat kan niet terug.")
        .presses("Bewaar deze wijziging")
        .await
        .sees("90 dagen na het aanmelden");
    world.is_at("2026-11-25T04:00");
    world.works().await;
    assert_eq!(kept().await, (all, whole - 1), "that it happened stays");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let chain = platform::trail::check(&mut reader).await.expect("an answer");
    assert!(chain.is_ok(), "the chain holds: {chain:?}");
}
