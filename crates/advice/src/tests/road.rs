//! The whole road, from a request to what was seen of it.

use testing::{Who, World, on_both};

use super::{PLAN, a_published_answer, a_request, a_submitted_answer};

on_both!(PLAN: from_the_request_to_what_was_seen, a_case_on_the_plan_gets_its_request, a_request_sent_twice_is_one_case, everybody_hears_what_they_must_hear,
    the_clock_reminds_once_and_says_when_it_is_late, a_request_is_withdrawn, thinking_along_stays_thinking_along,
    an_unsolicited_advice_of_the_council_alone, the_planner_warns_and_going_on_stays_possible);

async fn from_the_request_to_what_was_seen(world: World) {
    let case = a_published_answer(&world).await;
    let els = world.els().await;
    els.visits(&case).await.sees("Stap 7 van 8: Besluit").sees("De gemeente is aan zet");
    let page = els.visits(&format!("{case}/besluit")).await;
    let form = page.form("Leg het besluit vast").fill("orgaan", "executive").with("uitkomst", "follows");
    form.send().await.sees("Het besluit is vastgelegd");
    world.is_at("2027-03-25T20:00");
    let greet = world.greet().await;
    let form =
        greet.visits(&format!("{case}/besluit")).await.form("Leg het besluit vast").fill("orgaan", "municipal_council");
    form.clone().with("uitkomst", "deviates").send().await.is_told("Het besluit wijkt af. Schrijf waarom.");
    form.with("uitkomst", "partly").fill("tekst", "Eén plek, geen twee.").send().await.sees("Eén plek, geen twee.");
    let dirk = world.dirk().await;
    dirk.visits(&case).await.sees("Stap 8 van 8: Volgen").sees("Raad en gemeente zijn aan zet");
    let page = dirk.visits(&format!("{case}/volgen")).await;
    let form =
        page.form("Plan dit meetmoment").fill("datum", "25 september 2027").fill("vraag", "Hoe lang duurt de rit?");
    form.fill("aanbeveling", "1").send().await.sees("Het meetmoment is gepland");
    world.works().await;
    world.is_at("2027-09-25T10:00");
    world.works().await;
    let letters = world.letters_to(Who::Dirk).await;
    assert!(letters.last().is_some_and(|l| l.text.contains("Hoe lang duurt de rit?")), "the question came by mail");
    let page = els.visits(&format!("{case}/volgen")).await;
    let form = page
        .form("Schrijf op wat u ziet")
        .fill("gezien", "Een kwartier, zeggen acht families.")
        .fill("uitvoering", "done");
    form.send().await.sees("Een kwartier, zeggen acht families.");
    form.send().await.is_told("Uw kant schreef dit al op.");
    dirk.visits(&case).await.sees("De raad is aan zet").sees("gedaan");
    let form = dirk.visits(&format!("{case}/volgen")).await.form("Schrijf op wat u ziet");
    form.fill("gezien", "Dat horen wij ook.").send().await.sees("Dat horen wij ook.");
    dirk.visits(&case).await.sees("Niemand is nu aan zet");
    dirk.visits("/dossiers/afgerond").await.sees("Dagbesteding dichter bij huis");
    world.works().await;
    testing::letters!(world, "from_the_request_to_what_was_seen");
}

async fn a_case_on_the_plan_gets_its_request(world: World) {
    let now = world.now();
    let mut new = super::seeded::a_case(now, 1);
    (new.request, new.received, new.draft, new.round, new.minority, new.issue, new.answer) =
        (None, None, None, None, None, None, None);
    (new.decisions, new.decision_plans, new.monitoring) = (Vec::new(), Vec::new(), Vec::new());
    let case = format!("/dossiers/{}", new.id);
    let mut tx = world.app.db().begin().await.expect("a transaction");
    crate::seed::case(&mut tx, &new, &crate::seed::Rules::default(), now).await.expect("a case");
    tx.commit().await.expect("kept");
    let bram = world.bram().await;
    let page = bram.visits(&case).await;
    page.sees("Stap 2 van 8: Gepland").sees("Vraag de raad om advies");
    world.dirk().await.visits(&format!("{case}/aanvraag/indienen")).await.is_refused();
    let page = bram.visits(&format!("{case}/aanvraag/indienen")).await;
    let form = page.form("Verstuur de aanvraag");
    assert_eq!(form.value("titel"), Some("Speelplekken voor alle kinderen"));
    let form = form.fill("voorwie", "Alle kinderen.").fill("aanleiding", "Er is geld.").fill("vraag", "Wat is nodig?");
    let form = form.fill("wel", "De toestellen.").fill("niet", "Niets.").fill("behandelaar", Who::Fenna.id().as_str());
    let sent = form.send().await;
    sent.sees("Uw aanvraag is verstuurd").sees("Stap 3 van 8: Aanvraag").sees_not("Fenna");
    form.send().await.goes_to(&case);
    bram.visits(&format!("{case}/aanvraag/indienen"))
        .await
        .presses("Verstuur de aanvraag")
        .await
        .is_told("De aanvraag is al ingediend.");
    world.works().await;
}

async fn a_request_sent_twice_is_one_case(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let form = super::filled(page.form("Verstuur de aanvraag"));
    let (first, again) = (form.send().await, form.send().await);
    assert_eq!(super::path(&first), super::path(&again));
    world.trail().await.reads(&["advice.requested"]);
    world.works().await;
    assert_eq!(world.letters_to(Who::Ans).await.len(), 1);
}

async fn everybody_hears_what_they_must_hear(world: World) {
    let case = a_submitted_answer(&world).await;
    world.works().await;
    let page = world.willem().await.visits(&format!("{case}/antwoord/publicatie")).await;
    page.presses("Keur goed en verstuur het antwoord").await;
    world.works().await;
    let ans = world.letters_to(Who::Ans).await;
    let subjects: Vec<_> = ans.iter().map(|l| l.subject.split(':').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        subjects,
        ["De gemeente vraagt advies", "Stemt u in met het advies", "De gemeente antwoordt op uw advies"]
    );
    assert!(
        ans[0].text.starts_with("Dag mevrouw Terpstra,")
            && ans[0].text.contains("Wat is voor deze mensen een goede plek?")
    );
    assert!(ans[1].text.contains("Open een plek in Zuid.") && ans[1].text.contains("negen families"));
    assert!(ans[2].text.contains("Wij vragen het één keer per jaar.") && ans[2].text.contains("1\u{a0}mei 2027"));
    assert!(ans[2].text.contains(&format!("http://beraad.test{case}")));
    for who in [Who::Bram, Who::Els, Who::Greet] {
        let letters = world.letters_to(who).await;
        assert!(
            letters.iter().any(|l| l.subject.contains("Advies 2026-01") && l.text.contains("Vraag families")),
            "{who:?}"
        );
    }
    let willem = world.letters_to(Who::Willem).await;
    assert_eq!(willem.len(), 1, "the alderman hears of the answer that waits, and of nothing else");
    assert!(world.letters_to(Who::Fenna).await.is_empty() && world.letters_to(Who::Koos).await.is_empty());
}

async fn the_clock_reminds_once_and_says_when_it_is_late(world: World) {
    let case = a_request(&world).await;
    world.works().await;
    let dirk = world.dirk().await;
    // Six weeks after Tuesday 24 November is Tuesday 5 January.
    dirk.visits(&case).await.sees("dinsdag 5 januari 2027");
    world.is_at("2026-12-30T12:00");
    world.works().await;
    world.is_at("2027-01-07T12:00");
    world.works().await;
    let letters = world.letters_to(Who::Dirk).await;
    let subjects: Vec<_> = letters.iter().skip(1).map(|l| l.subject.clone()).collect();
    assert!(
        subjects[0].starts_with("De uiterste datum komt dichtbij")
            && subjects[1].starts_with("De uiterste datum is voorbij")
    );
    assert_eq!(subjects.len(), 2);
    dirk.visits(&case).await.sees("2 dagen te laat");
    world.els().await.visits(&case).await.sees("2 dagen te laat");
    dirk.visits("/onze-raad").await.sees("Eén dossier is te laat.");
    testing::letters!(world, "the_clock_reminds");
}

async fn a_request_is_withdrawn(world: World) {
    let case = a_request(&world).await;
    let form = world.bram().await.visits(&format!("{case}/intrekken")).await.form("Trek de aanvraag in");
    form.send().await.is_told("Schrijf een reden.");
    form.fill("reden", "Het plan gaat niet door.").send().await.sees("Het dossier is gestopt");
    let dirk = world.dirk().await;
    dirk.visits(&case).await.sees("Ingetrokken").sees("Het plan gaat niet door.");
    let late = world.chaima().await.visits(&format!("{case}/ontvangst")).await;
    late.form("Bevestig de ontvangst").send().await.is_told("Dit dossier is gesloten.");
    world.is_at("2027-02-01T12:00");
    world.works().await;
    assert!(
        world.letters_to(Who::Dirk).await.iter().all(|l| !l.subject.starts_with("De uiterste datum")),
        "its term is over"
    );
    testing::letters!(world, "a_request_is_withdrawn");
}

async fn thinking_along_stays_thinking_along(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw?soort=meedenken").await;
    let form = page.form("Begin het dossier").fill("titel", "Folder voor mantelzorgers").fill("kern", "Een folder.");
    let page = form.fill("praktijk", "Niemand vindt het loket.").send().await;
    let case = super::path(&page);
    page.sees("Meedenken, geen advies").sees("Niemand vindt het loket.").sees_not("class=\"phases-long\"");
    let dirk = world.dirk().await;
    let note = dirk.visits(&format!("{case}/notities")).await;
    note.sees("Meedenken, geen advies");
    note.form("Schrijf het op").fill("tekst", "Zet het nummer groter.").send().await.sees("Zet het nummer groter.");
    dirk.visits("/onze-raad").await.sees("Meedenken, geen advies");
    dirk.visits(&format!("{case}/advies")).await.sees("Dat hoort niet bij dit dossier.");
    // Who runs the case says that it is done.
    dirk.visits(&case).await.sees_not("/afronden");
    dirk.visits(&format!("{case}/afronden")).await.is_refused();
    let chaima = world.chaima().await;
    let form = chaima
        .visits(&format!("{case}/afronden"))
        .await
        .form("Rond het meedenken af")
        .fill("reden", "De folder is er.");
    form.send().await.sees("Het meedenken is afgerond").sees_not("gestopt");
    world.works().await;
    testing::letters!(world, "thinking_along");
}

async fn an_unsolicited_advice_of_the_council_alone(world: World) {
    let dirk = world.dirk().await;
    let page = dirk.visits("/dossiers/nieuw").await;
    let form = page
        .form("Begin het dossier")
        .fill("titel", "Eenzaamheid onder jonge ouders")
        .fill("kern", "Wij zien het vaak.");
    let page = form.fill("praktijk", "In de speeltuin.").fill("zichtbaar", "nee").send().await;
    let case = super::path(&page);
    page.sees("Alleen de raad ziet dit").sees("Stap 1 van 6: Signaal");
    page.sees("Wat merken inwoners nu?").sees("In de speeltuin.");
    let bram = world.bram().await;
    bram.visits(&case).await.finds_nothing();
    bram.visits("/dossiers").await.sees_not("Eenzaamheid");
    dirk.visits(&format!("{case}/ontvangst")).await.presses("Pak dit op").await.sees("Stap 2 van 6: Voorbereiden");
    let form = dirk.visits(&format!("{case}/advies")).await.form("Bewaar het concept").fill("kort", "Doe iets.");
    form.fill("tekst-1", "Open een inloop.").send().await;
    let chaima = world.chaima().await;
    chaima.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    super::closes_all_the_same(&chaima, &case).await;
    super::sends_all_the_same(&chaima, &case).await;
    bram.visits(&case).await.sees("Open een inloop.").sees("Stap 4 van 6: Antwoord");
    world.works().await;
}

async fn the_planner_warns_and_going_on_stays_possible(world: World) {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let form = super::filled(page.form("Verstuur de aanvraag")).fill("vergadering", "10 januari 2027");
    let again = form.send().await;
    again.is_told("Het advies komt te laat voor deze vergadering.");
    let form = again.form("Verstuur de aanvraag");
    assert_eq!(form.value("vraag"), Some("Wat is voor deze mensen een goede plek?"), "what was typed is kept");
    let sent = form.with("toch", "ja").send().await;
    let case = super::path(&sent);
    world.dirk().await.visits(&format!("{case}/aanvraag")).await.sees("De tijd is te kort.");
    world.works().await;
}
