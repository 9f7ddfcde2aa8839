//! Working in somebody's name: with consent, marked, written down, taken back at any moment, and never a ballot.

use axum::http::StatusCode;
use platform::clock::HOUR;
use platform::id::{SeatId, at};
use platform::measure::measured;
use platform::{Moment, Role, args};
use testing::{COUNCIL_A, COUNCIL_B, Client, Page, Who, World, on_both};

use crate::PLAN;
use crate::things::{Things, filled_in, things};

on_both!(
    PLAN: a_member_gives_consent_and_takes_it_back,
    what_is_written_shows_both_names_and_is_told,
    who_gives_consent_shows_who_they_are,
    nobody_gives_consent_for_another,
    it_ends_with_the_consent_the_seats_and_the_hours,
    what_is_somebodys_own_is_never_done_in_their_name,
    a_form_of_ones_own_is_not_sent_in_anothers_name,
    only_what_the_consent_is_about_is_seen,
    reading_in_somebodys_name_moves_no_mark,
    the_office_works_from_seats_in_councils_only
);

platform::statements! {
    FOUR_HOURS_LATER: () = "UPDATE session SET mandate_ends_at = mandate_ends_at - $1 WHERE mandate IS NOT NULL";
    LEAVES: () = "UPDATE seat SET until_on = $2 WHERE person = $1";
    STAYS: () = "UPDATE seat SET until_on = NULL WHERE person = $1";
    LONG_AGO: () = "UPDATE session SET proved_at = 0 WHERE person = $1";
    READ: (i64,) = "SELECT COUNT(*) FROM community_read WHERE person = $1";
}

/// Dirk lets Chaima work in his name.
async fn dirk_agrees(world: &World) -> Page {
    let form = world.dirk().await.visits("/mijn-gegevens/namens").await.form("Geef toestemming");
    let wie = format!("{}:{}", Who::Chaima.id(), COUNCIL_A.id());
    let page = form.fill("wie", &wie).send().await;
    page.sees("U gaf toestemming").sees("Chaima El Amrani");
    world.works().await;
    page
}

/// Chaima, working in the name of Dirk.
async fn chaima_for_dirk(world: &World) -> Client {
    dirk_agrees(world).await;
    let chaima = world.chaima().await;
    let page = chaima.visits("/namens").await.presses("Werken namens Dirk Postma").await;
    page.sees("U werkt namens Dirk Postma.");
    chaima
}

async fn run(world: &World, statement: platform::db::Statement<()>, values: &[platform::db::Value<'_>]) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(statement, values).await.expect("it is so");
    tx.commit().await.expect("it is so");
}

async fn token(browser: &Client) -> String {
    browser.visits("/").await.form("/namens/stop").value("_token").expect("a token").to_owned()
}

async fn a_member_gives_consent_and_takes_it_back(world: World) {
    let chaima = world.chaima().await;
    chaima.visits("/namens").await.sees("Niemand gaf u toestemming.");
    let form = world.dirk().await.visits("/mijn-gegevens/namens").await.form("Geef toestemming");
    form.clone().fill("tot", "24 november 2029").send().await.is_told("Kies een dag binnen twee jaar.");
    form.clone().fill("tot", "gisteren").send().await.is_told("Schrijf een dag zoals");
    form.send().await.is_told("Kies wie namens u mag werken.");
    dirk_agrees(&world).await.sees("Tot en met 24 november 2027");
    for (who, subject) in
        [(Who::Dirk, "Chaima El Amrani mag namens u werken"), (Who::Chaima, "U mag namens Dirk Postma werken")]
    {
        assert_eq!(world.letters_to(who).await.last().expect("a letter").subject, subject);
    }
    let people = format!("/organisaties/{}/mensen", COUNCIL_A.id());
    chaima.visits(&people).await.presses("Werken namens Dirk Postma").await.sees("U werkt namens Dirk Postma.");
    let page = world.dirk().await.visits("/mijn-gegevens/namens").await.presses("Neem de toestemming terug").await;
    page.sees("De toestemming is teruggenomen").sees("Niemand werkt namens u.");
    chaima.visits("/").await.sees_not("U werkt namens");
    chaima.visits("/namens").await.sees("Niemand gaf u toestemming.");
    world.works().await;
    assert_eq!(
        world.letters_to(Who::Dirk).await.last().expect("a letter").subject,
        "Chaima El Amrani werkt niet meer namens u"
    );
    world.trail().await.reads(&["identity.mandate_given", "identity.assistance_begun", "identity.mandate_ended"]);
    testing::letters!(world, "consent_is_given_and_taken_back");
}

async fn what_is_written_shows_both_names_and_is_told(world: World) {
    let things = things(&world).await;
    let chaima = chaima_for_dirk(&world).await;
    let form = chaima.visits(&things.everybody.path).await.form("Plaats mijn antwoord");
    let page = form.fill("tekst", "Bij ons komt de jeugd met pizza.").send().await;
    page.sees("Dirk Postma").sees("geschreven door Chaima El Amrani").sees("U werkt namens Dirk Postma.");
    let note = format!("{}/notities", things.case);
    let form = chaima.visits(&note).await.form(&note);
    form.fill("tekst", "De bus is weer te laat.").send().await;
    world.bram().await.visits(&things.case).await.sees("Door Dirk Postma, geschreven door Chaima El Amrani.");
    world.works().await;
    let letters = world.letters_to(Who::Dirk).await;
    let told: Vec<_> = letters.iter().filter(|l| l.subject == "Chaima El Amrani deed iets namens u").collect();
    assert_eq!(told.len(), 2, "a letter for each thing that was done");
    let trail = world.trail().await;
    let done: Vec<_> = trail.0.iter().filter(|l| l.on_behalf_of == Some(Who::Dirk.id())).collect();
    assert!(done.iter().any(|l| l.kind == "community.answered") && done.iter().any(|l| l.kind == "advice.noted"));
    assert!(done.iter().all(|l| l.actor == Some(Who::Chaima.id())));
    let dirk = world.dirk().await;
    let page = dirk.visits("/mijn-gegevens/spoor?namens=1").await;
    page.sees("Chaima El Amrani, namens Dirk Postma");
    // It is his: he takes it back as he takes back his own.
    let links = dirk.visits(&things.everybody.path).await.links();
    let back = links.iter().find(|l| l.contains("/terughalen/")).expect("a way back");
    dirk.visits(back).await.presses("Haal het terug").await.sees("Uw bijdrage is teruggehaald");
    chaima.visits("/").await.presses("Stop daarmee").await.sees("Chaima El Amrani").sees_not("U werkt namens");
    world.works().await;
    testing::letters!(world, "done_in_somebodys_name");
}

async fn who_gives_consent_shows_who_they_are(world: World) {
    let dirk = world.dirk().await;
    let form = dirk.visits("/mijn-gegevens/namens").await.form("Geef toestemming");
    run(&world, LONG_AGO, args![Who::Dirk.id()]).await;
    // Looking, and taking back, ask nothing.
    dirk.visits("/mijn-gegevens/namens").await.goes_to("/mijn-gegevens/namens");
    let wie = format!("{}:{}", Who::Chaima.id(), COUNCIL_A.id());
    let page = form.fill("wie", &wie).fill("tot", "1 maart 2027").send().await;
    page.has_status(StatusCode::UNAUTHORIZED);
    assert!(page.text().contains("Bent u het zelf? Uw tekst is bewaard."), "{}", page.text());
    world.trail().await.reads(&[]);
    let page = page.presses("Stuur mij een code").await;
    world.works().await;
    let letter = world.letters_to(Who::Dirk).await.pop().expect("a letter");
    let code = letter.text.lines().find(|l| l.len() == 7 && l.contains(' ')).expect("a code").to_owned();
    let page = page.form("Ga verder").fill("code", &code).send().await;
    let page = page.sees("Uw tekst staat weer klaar").sees("1 maart 2027").presses("Verstuur mijn tekst").await;
    page.sees("U gaf toestemming").sees("Chaima El Amrani").sees("Tot en met 1 maart 2027");
    world.works().await;
    let page = dirk.visits("/mijn-gegevens/namens").await;
    run(&world, LONG_AGO, args![Who::Dirk.id()]).await;
    page.presses("Neem de toestemming terug").await.sees("De toestemming is teruggenomen");
    world.works().await;
}

async fn nobody_gives_consent_for_another(world: World) {
    let chaima = world.chaima().await;
    let page = chaima.visits("/namens").await;
    let form = page.form("Vraag toestemming").fill("wie", Who::Dirk.id().as_str());
    form.send().await.sees("De vraag is verstuurd");
    // Who was asked is asked again only after a week.
    form.send().await.sees("U vroeg dit al").sees("kunt u het opnieuw vragen");
    world.works().await;
    assert_eq!(world.letters_to(Who::Dirk).await.len(), 1);
    let letter = world.letters_to(Who::Dirk).await.pop().expect("a letter");
    assert_eq!(letter.subject, "Chaima El Amrani vraagt of dat namens u mag");
    assert!(letter.text.contains("/mijn-gegevens/namens"));
    chaima.visits("/namens").await.sees("Niemand gaf u toestemming.");
    // To whom nobody sits with, and to whoever keeps no papers, there is nothing to give.
    let form = world.dirk().await.visits("/mijn-gegevens/namens").await.form("Geef toestemming");
    for wie in [
        format!("{}:{}", Who::Fenna.id(), COUNCIL_B.id()),
        format!("{}:{}", Who::Dora.id(), COUNCIL_A.id()),
        format!("{}:", Who::Koos.id()),
    ] {
        form.clone().without("wie").with("wie", &wie).send().await.is_told("Kies wie namens u mag werken.");
    }
    // A consent of another is not to be used.
    dirk_agrees(&world).await;
    let id = chaima.visits("/namens").await.form("Werken namens Dirk Postma").value("wie").expect("an id").to_owned();
    let ans = world.ans().await;
    let own = ans.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    ans.posts("/namens", &[("_token", &own), ("wie", &id)]).await;
    ans.visits("/").await.sees_not("U werkt namens");
}

async fn it_ends_with_the_consent_the_seats_and_the_hours(world: World) {
    let chaima = chaima_for_dirk(&world).await;
    let yesterday = world.now().day().plus_days(-1);
    for who in [Who::Dirk, Who::Chaima] {
        run(&world, LEAVES, args![who.id(), yesterday]).await;
        chaima.visits("/").await.sees_not("U werkt namens");
        run(&world, STAYS, args![who.id()]).await;
        chaima.visits("/").await.sees("U werkt namens Dirk Postma.");
    }
    run(&world, FOUR_HOURS_LATER, args![4 * HOUR]).await;
    chaima.visits("/").await.sees_not("U werkt namens");
    chaima.visits("/namens").await.presses("Werken namens Dirk Postma").await.sees("U werkt namens Dirk Postma.");
    world.is_at("2027-11-25T09:00");
    chaima.visits("/").await.sees_not("U werkt namens");
    world.is_at("2026-11-24T10:00");
    chaima.visits("/").await.presses("Stop daarmee").await;
    chaima.visits("/namens").await.presses("Werken namens Dirk Postma").await;
    let token = token(&chaima).await;
    chaima.posts("/afmelden", &[("_token", &token)]).await;
    chaima.visits("/").await.must_sign_in();
    world.sign_in(&chaima, Who::Chaima).await;
    chaima.visits("/").await.sees_not("U werkt namens");
}

async fn what_is_somebodys_own_is_never_done_in_their_name(world: World) {
    let things = things(&world).await;
    let chaima = chaima_for_dirk(&world).await;
    let token = token(&chaima).await;
    let before = world.digest().await;
    let mut asked = 0;
    for route in house::routes().into_iter().filter(|r| !r.info.on_behalf) {
        let path = filled_in(route.path, &things);
        let page = match route.method {
            "GET" => chaima.visits(&path).await,
            _ => chaima.posts(&path, &[("_token", &token)]).await,
        };
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{} {path}", route.method);
        asked += 1;
    }
    assert!(asked > 60, "only {asked} were asked");
    chaima.visits("/mijn-gegevens/adres").await.has_status(StatusCode::FORBIDDEN);
    let page = chaima.visits(&format!("/mensen/{}/wijzigen", Who::Dirk.id())).await;
    assert!(page.text().contains("Dit doet iedereen zelf"), "{}", page.text());
    let trail = world.trail().await;
    let refused: Vec<_> = trail.0.iter().filter(|l| l.kind == "access.refused").collect();
    assert!(refused.iter().all(|l| l.actor == Some(Who::Chaima.id()) && l.on_behalf_of == Some(Who::Dirk.id())));
    assert!(!refused.is_empty());
    assert_ne!(world.digest().await, before, "what was refused is in the trail");
    for (thing, action) in [
        ("case", "consent"),
        ("case", "lead_round"),
        ("case", "issue"),
        ("account", "secure"),
        ("account", "mandate"),
        ("organisation", "declare"),
        ("person", "describe"),
    ] {
        let rules = house::rules();
        let mut about = rules.iter().filter(|r| r.thing == thing && r.action == action).peekable();
        assert!(about.peek().is_some(), "{thing} {action}");
        assert!(about.all(|r| !r.on_behalf), "{thing} {action}");
    }
}

async fn a_form_of_ones_own_is_not_sent_in_anothers_name(world: World) {
    let things = things(&world).await;
    dirk_agrees(&world).await;
    let chaima = world.chaima().await;
    let own = chaima.visits(&things.everybody.path).await.form("Plaats mijn antwoord");
    chaima.visits("/namens").await.presses("Werken namens Dirk Postma").await;
    let for_dirk = chaima.visits(&things.everybody.path).await.form("Plaats mijn antwoord");
    let text = "Dit is van wie het schreef.";
    own.fill("tekst", text).send().await.has_status(StatusCode::CONFLICT);
    chaima.visits("/").await.presses("Stop daarmee").await;
    for_dirk.fill("tekst", text).send().await.has_status(StatusCode::CONFLICT);
    world.ans().await.visits(&things.everybody.path).await.sees_not(text);
}

async fn only_what_the_consent_is_about_is_seen(world: World) {
    let things = things(&world).await;
    // Dirk sits in another council and at its municipality too; that is not what Chaima may see.
    let mut tx = world.app.db().begin().await.expect("a transaction");
    for (n, place, role) in [(1, COUNCIL_B, Role::Member), (2, testing::MUNICIPALITY_B, Role::Officer)] {
        let (seat, from) = (SeatId::of(at(Moment(0), 60_000 + n)), world.now().day().plus_days(-1));
        identity::directory::add_seat(&mut tx, &seat, &Who::Dirk.id(), &place.id(), role, from, None)
            .await
            .expect("a seat");
    }
    tx.commit().await.expect("seats");
    let south = region_topic(&world).await;
    let dirk = world.dirk().await;
    dirk.visits(&south).await.sees("Zuid");
    let chaima = chaima_for_dirk(&world).await;
    chaima.visits(&south).await.finds_nothing();
    assert!(!chaima.visits("/gesprekken").await.links().contains(&south));
    chaima.visits(&things.region.path).await.sees("Noord");
    let request = chaima.request("GET", &things.everybody.path).body(axum::body::Body::empty()).expect("a request");
    let (page, statements, _) = measured(chaima.asks(request)).await;
    assert!(page.status.is_success() && statements <= 6, "{statements} statements");
}

/// A question that Fenna asks the councils of her own region.
async fn region_topic(world: &World) -> String {
    let form = world.fenna().await.visits("/gesprekken/nieuw").await.form("Plaats mijn bericht");
    let page = form
        .fill("titel", "Wie komt er in Zuid bij elkaar?")
        .fill("thema", "wmo")
        .fill("lezers", "region")
        .send()
        .await;
    page.path.split(['?', '#']).next().expect("a path").to_owned()
}

async fn reading_in_somebodys_name_moves_no_mark(world: World) {
    let things: Things = things(&world).await;
    let chaima = chaima_for_dirk(&world).await;
    let read = async |who: Who| {
        let mut reader = world.app.db().reader().await.expect("a reader");
        reader.value::<i64>(READ, args![who.id()]).await.expect("a count")
    };
    let before = read(Who::Dirk).await;
    chaima.visits(&things.everybody.path).await.sees("jongerenpanel");
    // A visit of somebody else, after it, is noted in the end; by then this one would have been too.
    world.bram().await.visits(&things.everybody.path).await;
    while read(Who::Bram).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(read(Who::Dirk).await, before);
}

async fn the_office_works_from_seats_in_councils_only(world: World) {
    let things = things(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(at(Moment(0), 60_010)), world.now().day().plus_days(-1));
    identity::directory::add_seat(&mut tx, &seat, &Who::Eva.id(), &testing::ASSOCIATION.id(), Role::Office, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    // Dora sits in the council, and works at the municipality too.
    let form = world.dora().await.visits("/mijn-gegevens/namens").await.form("Geef toestemming");
    form.fill("wie", &format!("{}:", Who::Eva.id())).send().await.sees("voor uw plaats in de raad");
    world.works().await;
    let eva = world.eva().await;
    eva.visits(&things.case).await.finds_nothing();
    eva.visits("/namens").await.presses("Werken namens Dora Meijer").await.sees("U werkt namens Dora Meijer.");
    eva.visits(&things.case).await.sees("Dagbesteding dichter bij huis");
    eva.visits(&things.councils.path).await.sees("Hoe houdt u het vol als raad?");
    // The board of the municipality is not there: it leads to that of the council.
    eva.visits("/dossiers").await.goes_to("/onze-raad");
    world.dora().await.visits("/dossiers").await.goes_to("/dossiers");
}
