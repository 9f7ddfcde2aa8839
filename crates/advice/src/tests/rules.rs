//! Laying down a term: looked at first, from a day on, and felt by the next request only.

use platform::clock::Day;
use terms::{Kind, Length, Source, SourceKind, Start, TermRule, TopicTerm, Unit};
use testing::{ASSOCIATION, COUNCIL_A, Client, Form, MUNICIPALITY_A, Place, Who, World, on_both};

use super::PLAN;
use crate::Event;
use crate::kinds::Subject;
use crate::seed;

on_both!(
    PLAN: a_new_term_holds_from_its_day_and_a_case_keeps_its_own,
    three_examples_are_worked_out_by_the_engine,
    who_is_late_with_a_term_keeps_what_was_typed,
    both_sides_read_the_terms_and_one_lays_them_down,
    a_term_of_today_can_be_put_right,
    a_municipality_lays_down_what_holds_for_its_councils,
    the_association_lays_down_what_holds_where_there_is_nothing,
    a_term_by_topic_says_which_topics
);

fn path() -> String {
    format!("/organisaties/{}/instellingen/termijn", COUNCIL_A.id())
}

/// Four weeks by ordinance, since 2023.
async fn four_weeks(world: &World) {
    let mut source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    source.valid_from = Day::parse("2023-01-01").map(|d| d.0);
    let kind = Kind::Fixed(Length::new(4, Unit::Weeks));
    let rule = TermRule::new(terms::Subject::Request, kind, Start::RequestReceived, source);
    let mut tx = world.app.db().begin().await.expect("a transaction");
    seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, &rule, world.now()).await.expect("a rule");
    tx.commit().await.expect("kept");
}

/// The form of a change of the rule that holds.
async fn change(browser: &Client) -> Form {
    let page = browser.visits(&path()).await;
    let link = page.links().into_iter().find(|l| l.contains("/nieuw?uit=")).expect("a rule to change");
    browser.visits(&link).await.form("Bekijk wat er anders wordt")
}

async fn a_new_term_holds_from_its_day_and_a_case_keeps_its_own(world: World) {
    four_weeks(&world).await;
    let old = super::a_request(&world).await;
    let chaima = world.chaima().await;
    let form = change(&chaima).await;
    assert_eq!(form.value("aantal"), Some("4"));
    let form = form.fill("aantal", "6").fill("bron", "covenant").fill("titel", "Convenant Lindewoude");
    let looked = form.fill("vanaf", "1 december 2026").fill("artikel", "artikel 3").send().await;
    looked.sees("Termijn voor een advies, vanaf 1 december 2026").sees("Vier weken").sees("Zes weken");
    looked.sees("De termijn die nu geldt, eindigt op 30 november 2026.").sees("Verordening adviesraad");
    assert_eq!(looked.all("tbody td strong"), ["Hoe lang", "Bron"], "what stays the same is not shown");
    world.trail().await.reads(&["advice.requested"]);
    let page = looked.presses("Leg deze termijn vast").await;
    page.goes_to(&path()).sees("De termijn is vastgelegd").sees("vanaf 1 december 2026");
    page.sees("van 1 januari 2023 tot en met 30 november 2026")
        .sees("Vastgelegd door Chaima El Amrani op 24 november 2026.");
    let dirk = world.dirk().await;
    // Before that day the old one holds; from that day the new one; and what began keeps its own.
    let between = super::a_request(&world).await;
    dirk.visits(&format!("{between}/termijn")).await.sees("Dinsdag 22 december 2026");
    world.is_at("2026-12-01T09:00");
    let newer = super::a_request(&world).await;
    dirk.visits(&format!("{newer}/termijn"))
        .await
        .sees("Dinsdag 12 januari 2027")
        .sees("Convenant Lindewoude, artikel 3");
    dirk.visits(&format!("{old}/termijn")).await.sees("Dinsdag 22 december 2026");
    let line = world.trail().await.0.into_iter().find(|l| l.kind == "advice.rule_laid_down").expect("an event");
    let Some(Event::RuleLaidDown { before: Some(before), after, .. }) = line.event::<Event>() else {
        panic!("it says what was and what became")
    };
    assert!(before.contains("Verordening adviesraad") && after.contains("Convenant Lindewoude"), "{before} {after}");
    world.works().await;
}

async fn three_examples_are_worked_out_by_the_engine(world: World) {
    four_weeks(&world).await;
    let chaima = world.chaima().await;
    let form = change(&chaima).await.fill("doe", "reken");
    let page = form.clone().fill("aantal", "6").send().await;
    // Six weeks from 24 November, from 3 April and from 23 June; the second ends on Whit Monday.
    page.sees("Drie voorbeelden").sees("Begint op dinsdag 24 november 2026. De laatste dag is dinsdag 5 januari 2027.");
    page.sees("Begint op zaterdag 3 april 2027. De laatste dag is dinsdag 18 mei 2027.").sees("Tweede Pinksterdag");
    page.sees("Begint op woensdag 23 juni 2027. De laatste dag is woensdag 4 augustus 2027.");
    assert_eq!(page.form("Bekijk wat er anders wordt").value("aantal"), Some("6"));
    // A recess makes it longer, and says so.
    let page = form.clone().fill("opschorten", "12 juli 2027 t/m 22 augustus 2027: zomerreces").send().await;
    page.sees("zomerreces").sees("De laatste dag is woensdag 1 september 2027.");
    // In working days, counted back, and without a date.
    form.clone().fill("aantal", "20").fill("eenheid", "working_days").send().await.sees("dinsdag 22 december 2026");
    let page = form.clone().fill("soort", "back_count").send().await;
    page.sees("De vergadering is op dinsdag 24 november 2026. De laatste dag is dinsdag 27 oktober 2026.");
    form.clone().fill("soort", "set_by_requester").send().await.sees("Voor dit voorbeeld is zes weken gevraagd.");
    form.clone().fill("soort", "as_soon_as_possible").send().await.sees("Drie voorbeelden");
    form.fill("aantal", "veel").send().await.is_told("Schrijf een aantal vanaf 1, en kies een eenheid.");
    world.trail().await.reads(&[]);
}

async fn who_is_late_with_a_term_keeps_what_was_typed(world: World) {
    four_weeks(&world).await;
    let (chaima, ans) = (world.chaima().await, world.ans().await);
    let late = change(&ans).await.fill("aantal", "8").send().await;
    let early = change(&chaima).await.fill("aantal", "5").fill("vanaf", "1 januari 2027").send().await;
    early.presses("Leg deze termijn vast").await.sees("Vijf weken");
    let page = late.presses("Leg deze termijn vast").await;
    page.is_told("Iemand was u voor").is_told("Chaima El Amrani legde intussen een termijn vast: Vijf weken.");
    let form = page.form("Bekijk wat er anders wordt");
    assert_eq!(form.value("aantal"), Some("8"));
    // What is laid down for later is not passed by unseen.
    form.clone()
        .fill("vanaf", "1 december 2026")
        .send()
        .await
        .is_told("Er is al een termijn vastgelegd vanaf 1 januari 2027.");
    let page = form.fill("vanaf", "1 februari 2027").send().await.presses("Leg deze termijn vast").await;
    page.sees("Acht weken").sees("van 1 januari 2027 tot en met 31 januari 2027");
    world.works().await;
}

async fn both_sides_read_the_terms_and_one_lays_them_down(world: World) {
    four_weeks(&world).await;
    for reader in [world.dirk().await, world.bram().await, world.greet().await] {
        let page = reader.visits(&path()).await;
        assert!(!page.sees("Vier weken").links().iter().any(|l| l.contains("/nieuw")), "{}", reader.who());
        reader.visits(&format!("{}/nieuw", path())).await.is_refused();
    }
    world.fenna().await.visits(&path()).await.is_refused();
    world.eva().await.visits(&path()).await.finds_nothing();
    let bram = world.bram().await;
    let municipality = format!("/organisaties/{}/instellingen/termijn", MUNICIPALITY_A.id());
    bram.visits(&municipality).await.sees("Uw gemeente heeft hier niets vastgelegd.");
    // Where nothing was laid down, that is what it says.
    world.ans().await.visits(&path()).await.sees("Dan rekent Beraad met de gebruikelijke zes weken");
    let form = world.ans().await.visits(&format!("{}/nieuw?onderwerp=response", path())).await;
    let form = form.form("Bekijk wat er anders wordt").fill("vanaf", "vandaag");
    form.send().await.is_told("Schrijf op waar het staat.");
    let page = form.fill("titel", "Afspraak").send().await.sees("Niets vastgelegd").clone();
    page.presses("Leg deze termijn vast")
        .await
        .sees("Voor een antwoord van de gemeente")
        .sees("vanaf 24 november 2026");
    world.works().await;
}

async fn a_term_of_today_can_be_put_right(world: World) {
    let ans = world.ans().await;
    let page = ans.visits(&format!("{}/nieuw?onderwerp=request", path())).await;
    let form = page.form("Bekijk wat er anders wordt").fill("vanaf", "vandaag").fill("titel", "Verordening");
    form.fill("aantal", "60").send().await.presses("Leg deze termijn vast").await.sees("60 weken");
    let form = change(&ans).await.fill("vanaf", "vandaag").fill("aantal", "6");
    let page = form.send().await.presses("Leg deze termijn vast").await;
    page.sees("Zes weken").sees("vervangen voordat hij gold");
    let case = super::a_request(&world).await;
    world.dirk().await.visits(&format!("{case}/termijn")).await.sees("Dinsdag 5 januari 2027");
    world.works().await;
}

fn path_of(place: Place) -> String {
    format!("/organisaties/{}/instellingen/termijn", place.id())
}

/// Lays down a term from today on, and gives the page that follows.
async fn lays(who: &Client, at: &str, subject: &str, source: &str, weeks: &str) -> testing::Page {
    let page = who.visits(&format!("{at}/nieuw?onderwerp={subject}")).await;
    let form = page.form("Bekijk wat er anders wordt").fill("vanaf", "vandaag").fill("bron", source);
    let looked = form.fill("titel", "Regels van nu").fill("aantal", weeks).send().await;
    looked.presses("Leg deze termijn vast").await
}

async fn a_municipality_lays_down_what_holds_for_its_councils(world: World) {
    let (bram, chaima, dirk) = (world.bram().await, world.chaima().await, world.dirk().await);
    // House rules of the council, and then an ordinance of the municipality: that goes first.
    lays(&chaima, &path(), "request", "house_rules", "3").await.sees("Drie weken").sees("geldt nu");
    let page = lays(&bram, &path_of(MUNICIPALITY_A), "request", "ordinance", "5").await;
    page.sees("Vijf weken").sees("Vastgelegd door Bram");
    let case = super::a_request(&world).await;
    dirk.visits(&format!("{case}/termijn")).await.sees("Dinsdag 29 december 2026");
    let page = chaima.visits(&path()).await;
    page.sees("Een andere regel gaat nu voor.").sees("Vastgelegd door anderen").sees("Vijf weken");
    let changes = page.links().into_iter().filter(|l| l.contains("/nieuw?uit=")).count();
    assert_eq!(changes, 1, "of its own, and not of what another laid down");
    world.works().await;
    testing::letters!(world, "a_term_is_laid_down");
    let told =
        |letters: Vec<mail::Kept>| letters.into_iter().filter(|l| l.subject.starts_with("Nieuwe termijn")).count();
    assert_eq!(told(world.letters_to(Who::Chaima).await), 1, "the council hears it");
    assert_eq!(told(world.letters_to(Who::Bram).await), 1, "of the council, not of oneself");
    assert_eq!(told(world.letters_to(Who::Dirk).await), 0, "who keeps no papers does not");
    // It is theirs to lay down.
    chaima.visits(&format!("{}/nieuw", path_of(MUNICIPALITY_A))).await.is_refused();
    world.els().await.visits(&format!("{}/nieuw", path_of(MUNICIPALITY_A))).await.is_refused();
    world.fenna().await.visits(&path_of(MUNICIPALITY_A)).await.is_refused();
    let line = world.trail().await.0.into_iter().rev().find(|l| l.kind == "advice.rule_laid_down").expect("an event");
    assert_eq!((line.council, line.municipality), (None, Some(MUNICIPALITY_A.id())));
}

async fn the_association_lays_down_what_holds_where_there_is_nothing(world: World) {
    let office = the_office(&world).await;
    lays(&office, &path_of(ASSOCIATION), "request", "agreement", "8").await.sees("Acht weken");
    let case = super::a_request(&world).await;
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/termijn")).await.sees("Dinsdag 19 januari 2027");
    // Everybody in a council or a municipality reads it.
    for reader in [world.fenna().await, world.bram().await, dirk] {
        let page = reader.visits(&path_of(ASSOCIATION)).await;
        assert!(!page.sees("Acht weken").links().iter().any(|l| l.contains("/nieuw")), "{}", reader.who());
    }
    lays(&world.chaima().await, &path(), "request", "agreement", "4").await.sees("Vier weken").sees("geldt nu");
    let newer = super::a_request(&world).await;
    world.dirk().await.visits(&format!("{newer}/termijn")).await.sees("Dinsdag 22 december 2026");
    world.works().await;
    let told = world.letters_to(Who::Dirk).await.iter().any(|l| l.subject.starts_with("Nieuwe termijn"));
    assert!(!told, "what the association laid down is read, not sent");
}

/// Eva works at the office of the association.
async fn the_office(world: &World) -> Client {
    use platform::clock::Moment;
    use platform::id::{SeatId, at};
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat, from) = (SeatId::of(at(Moment(0), 66_667)), world.now().day().plus_days(-1));
    let role = platform::Role::Office;
    identity::directory::add_seat(&mut tx, &seat, &Who::Eva.id(), &ASSOCIATION.id(), role, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    world.eva().await
}

/// Kept as it was laid down, said in words, and worked out for what the list does not name.
async fn a_term_by_topic_says_which_topics(world: World) {
    let source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    let topic = |topic: &str, n| TopicTerm { topic: topic.to_owned(), length: Length::new(n, Unit::Weeks) };
    let topics = vec![topic("een beleidsplan", 8), topic("nadere regels", 4)];
    let kind = Kind::ByTopic { topics, otherwise: Some(Length::new(6, Unit::Weeks)) };
    let rule = TermRule::new(terms::Subject::Request, kind, Start::RequestReceived, source);
    let mut tx = world.app.db().begin().await.expect("a transaction");
    seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, &rule, world.now()).await.expect("a rule");
    tx.commit().await.expect("kept");
    let chaima = world.chaima().await;
    let page = chaima.visits(&path()).await;
    page.sees("Per onderwerp: een beleidsplan acht weken, nadere regels vier weken, al het andere zes weken");
    let form = change(&chaima).await;
    assert_eq!(form.value("soort"), Some("by_topic"));
    let case = super::a_request(&world).await;
    world.dirk().await.visits(&format!("{case}/termijn")).await.sees("5 januari 2027");
    world.works().await;
}
