//! A term that becomes longer, stands still and runs on: who may, what the other side hears, and what the day becomes.

use terms::{ExtendClause, Kind, Length, Party, Source, SourceKind, Start, TermRule, Unit};
use testing::{COUNCIL_A, Client, Who, World, on_both};

use super::{PLAN, a_request, an_issued_advice};
use crate::kinds::Subject;
use crate::seed;

on_both!(PLAN: a_term_becomes_longer_by_the_rule_and_no_further, a_term_becomes_longer_because_both_agreed,
    a_term_stands_still_while_papers_are_missing, an_answer_may_be_later_too, who_may_not_change_a_term,
    a_term_that_stands_still_reminds_nobody, what_does_not_fit_is_told,
    a_request_can_be_urgent_when_the_rule_says_so);

async fn told(world: &World, who: Who, subject: &str) -> String {
    world.works().await;
    let letters = world.letters_to(who).await;
    let found = letters.iter().rev().find(|l| l.subject.starts_with(subject));
    found.map(|l| l.text.replace('\u{a0}', " ")).unwrap_or_else(|| panic!("{who:?} got no letter {subject:?}"))
}

/// Four weeks, once, by the council, with a reason: as many ordinances say it.
async fn with_clause(world: &World) {
    let source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    let length = Kind::Fixed(Length::new(6, Unit::Weeks));
    let mut rule = TermRule::new(terms::Subject::Request, length, Start::RequestReceived, source);
    let max = Some(Length::new(4, Unit::Weeks));
    rule.extend = Some(ExtendClause { by: Party::Council, max, times: 1, notice: true, reason: true });
    let mut tx = world.app.db().begin().await.expect("a transaction");
    seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, &rule, world.now()).await.expect("a rule");
    tx.commit().await.expect("kept");
}

async fn form(client: &Client, case: &str, below: &str, button: &str) -> testing::Form {
    client.visits(&format!("{case}/termijn/{below}")).await.form(button)
}

async fn a_term_becomes_longer_by_the_rule_and_no_further(world: World) {
    with_clause(&world).await;
    let case = a_request(&world).await;
    let ans = world.ans().await;
    ans.visits(&format!("{case}/termijn")).await.sees("Dinsdag 5 januari 2027").sees("Verleng de termijn");
    let form = form(&ans, &case, "verlengen", "Verleng de termijn").await;
    form.clone()
        .fill("aantal", "6")
        .fill("reden", "Wij spreken nog met ouders.")
        .send()
        .await
        .is_told("De termijn mag met hoogstens");
    form.clone().fill("aantal", "4").send().await.is_told("Schrijf op waarom");
    let form = form.fill("aantal", "4").fill("reden", "Wij spreken nog met ouders.");
    form.clone().fill("doe", "reken").send().await.is_told("De uiterste datum wordt dinsdag 2 februari 2027.");
    let page = form.clone().send().await;
    page.sees("De termijn is verlengd").sees("Dinsdag 2 februari 2027").sees("Wij spreken nog met ouders.");
    // Sent twice is done once; and the clause is used up.
    form.send().await.goes_to(&format!("{case}/termijn"));
    let again = self::form(&ans, &case, "verlengen", "Verleng de termijn").await;
    again.fill("aantal", "1").fill("reden", "Nog een week.").send().await.is_told("maar één keer");
    let letter = told(&world, Who::Bram, "De termijn is langer").await;
    assert!(letter.contains("dinsdag 5 januari 2027") && letter.contains("dinsdag 2 februari 2027"), "{letter}");
    assert!(letter.contains("Wij spreken nog met ouders."), "{letter}");
    // The strip, the history and the board of the other side know it too.
    world.bram().await.visits(&case).await.sees("Termijn verlengd tot en met 2 februari");
    world.trail().await.reads(&["advice.requested", "advice.term_extended"]);
}

async fn a_term_becomes_longer_because_both_agreed(world: World) {
    let case = a_request(&world).await;
    let bram = world.bram().await;
    let form = form(&bram, &case, "verlengen", "Verleng de termijn").await;
    // Without a clause only an agreement is offered.
    assert_eq!(form.value("grond"), Some("agreement"));
    form.clone()
        .without("grond")
        .with("grond", "rule")
        .fill("aantal", "1")
        .fill("reden", "Graag.")
        .send()
        .await
        .is_told("Verlengen kan niet volgens deze regel.");
    let page = form.fill("aantal", "10").fill("eenheid", "calendar_days").fill("reden", "Gebeld met Ans.").send().await;
    page.sees("Vrijdag 15 januari 2027");
    assert!(told(&world, Who::Ans, "De termijn is langer").await.contains("Gebeld met Ans."));
    testing::letters!(world, "a_term_becomes_longer");
}

async fn a_term_stands_still_while_papers_are_missing(world: World) {
    let case = a_request(&world).await;
    let (ans, bram) = (world.ans().await, world.bram().await);
    let form = form(&ans, &case, "stilzetten", "Zet de termijn stil").await;
    let page = form.fill("soort", "incomplete").fill("reden", "De begroting mist.").send().await;
    page.sees("De termijn staat stil").sees("De begroting mist.").sees_not("Verleng de termijn");
    bram.visits(&case)
        .await
        .sees("De gemeente is aan zet")
        .sees("De gemeente vult de aanvraag aan.")
        .sees("De termijn staat stil sinds 24 november");
    assert!(told(&world, Who::Bram, "De termijn staat stil").await.contains("De begroting mist."));
    world.is_at("2026-12-08T10:00");
    ans.visits(&format!("{case}/termijn/verlengen")).await.sees("De termijn staat stil. Laat hem eerst weer lopen.");
    let form = self::form(&ans, &case, "hervatten", "Laat de termijn weer lopen").await;
    form.clone().fill("tot", "23 november").send().await.is_told("Toen stond de termijn nog niet stil.");
    form.clone().fill("tot", "9 december 2026").send().await.is_told("Die dag is er nog niet.");
    // Of 24 November to 7 December thirteen days would have counted: the first day never does.
    let page = form.fill("tot", "7 december 2026").send().await;
    page.sees("De termijn loopt weer").sees("Maandag 18 januari 2027").sees("Stond stil van");
    let letter = told(&world, Who::Bram, "De termijn loopt weer").await;
    assert!(letter.contains("maandag 7 december 2026") && letter.contains("maandag 18 januari 2027"), "{letter}");
    bram.visits(&case).await.sees("De raad is aan zet").sees("18 januari").sees_not("staat stil sinds");
    self::form(&ans, &case, "stilzetten", "Zet de termijn stil")
        .await
        .fill("vanaf", "1 december")
        .fill("reden", "x")
        .send()
        .await
        .is_told("De termijn stond op die dag al stil.");
    testing::letters!(world, "a_term_stands_still");
}

async fn an_answer_may_be_later_too(world: World) {
    let case = an_issued_advice(&world).await;
    let bram = world.bram().await;
    let form = form(&bram, &case, "verlengen", "Verleng de termijn").await;
    form.fill("aantal", "2").fill("reden", "De raad weet ervan.").send().await.sees("De termijn is verlengd");
    assert!(told(&world, Who::Ans, "De termijn is langer").await.contains("De raad weet ervan."));
    // What the council misses has no place after its advice.
    let page = bram.visits(&format!("{case}/termijn/stilzetten")).await;
    page.sees_not("De aanvraag is niet compleet");
}

async fn who_may_not_change_a_term(world: World) {
    let case = a_request(&world).await;
    for other in [world.dirk().await, world.willem().await, world.greet().await] {
        other.visits(&format!("{case}/termijn")).await.sees_not("Verleng de termijn");
        for below in ["verlengen", "stilzetten", "hervatten"] {
            other.visits(&format!("{case}/termijn/{below}")).await.is_refused();
        }
    }
    let stranger = world.koos().await;
    for below in ["verlengen", "stilzetten", "hervatten"] {
        stranger.visits(&format!("{case}/termijn/{below}")).await.finds_nothing();
    }
    world.works().await;
}

async fn a_term_that_stands_still_reminds_nobody(world: World) {
    let case = a_request(&world).await;
    let ans = world.ans().await;
    form(&ans, &case, "stilzetten", "Zet de termijn stil").await.fill("reden", "De begroting mist.").send().await;
    world.works().await;
    world.is_at("2027-02-01T10:00");
    world.works().await;
    let subjects = |all: Vec<mail::Kept>| all.into_iter().map(|l| l.subject).collect::<Vec<_>>();
    let late = |subject: &String| subject.starts_with("De uiterste datum");
    assert!(!subjects(world.letters_to(Who::Ans).await).iter().any(late));
    ans.visits(&case).await.sees_not("te laat");
    form(&ans, &case, "hervatten", "Laat de termijn weer lopen").await.send().await.sees("De termijn loopt weer");
    world.is_at("2027-03-20T10:00");
    world.works().await;
    assert!(subjects(world.letters_to(Who::Ans).await).iter().any(late), "it runs again, and is over");
}

async fn what_does_not_fit_is_told(world: World) {
    let case = a_request(&world).await;
    let ans = world.ans().await;
    let longer = form(&ans, &case, "verlengen", "Verleng de termijn").await.fill("reden", "Nodig.");
    for amount in ["", "0", "-3", "367", "twee", "99999999999999999999"] {
        longer.clone().fill("aantal", amount).send().await.is_told("Schrijf een getal van 1 tot 366.");
    }
    let still = form(&ans, &case, "stilzetten", "Zet de termijn stil").await;
    still.clone().send().await.is_told("Schrijf op wat er nodig is of wat is afgesproken.");
    let still = still.fill("reden", "Nodig.");
    for (from, sentence) in [
        ("gisteravond", "Schrijf de datum zo"),
        ("30 februari", "30 februari staat niet op de kalender"),
        ("1 januari 2026", "Toen liep de termijn nog niet."),
        ("1 mei 2027", "Die dag is er nog niet."),
    ] {
        still.clone().fill("vanaf", from).send().await.is_told(sentence);
    }
    let page = ans.visits(&format!("{case}/termijn/hervatten")).await;
    page.sees("De termijn staat niet stil.");
    world.works().await;
}

async fn a_request_can_be_urgent_when_the_rule_says_so(world: World) {
    let source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    let length = Kind::Fixed(Length::new(6, Unit::Weeks));
    let mut rule = TermRule::new(terms::Subject::Request, length, Start::RequestReceived, source);
    let bram = world.bram().await;
    let new = async || super::filled(bram.visits("/dossiers/nieuw").await.form("Verstuur de aanvraag"));
    // Six weeks are usual, and nothing was laid down about urgency.
    let form = new().await.with("spoed", "ja").fill("spoed-reden", "De subsidie sluit.");
    form.send().await.is_told("Spoed kan niet volgens deze regel.");
    let consult = vec![terms::Consulted::Secretary];
    rule.urgent = Some(terms::UrgentClause { length: Length::new(2, Unit::Weeks), reason: true, consult });
    let mut tx = world.app.db().begin().await.expect("a transaction");
    seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, &rule, world.now()).await.expect("a rule");
    tx.commit().await.expect("kept");
    let form = new().await.with("spoed", "ja");
    form.clone().send().await.is_told("Schrijf op waarom er spoed is.");
    let form = form.fill("spoed-reden", "De subsidie sluit.");
    form.clone().send().await.is_told("Overleg eerst met de secretaris.");
    let form = form.with("spoed-overleg[]", "secretary");
    form.clone().fill("weken", "1").send().await.is_told("Ook bij spoed is de termijn minstens");
    let page = form.fill("weken", "").send().await;
    let case = super::path(&page);
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/termijn")).await.sees("Dinsdag 8 december 2026").sees("De subsidie sluit.");
    dirk.visits(&format!("{case}/aanvraag")).await.sees("Er is spoed").sees("met de secretaris");
    assert!(told(&world, Who::Ans, "De gemeente vraagt advies").await.contains("De subsidie sluit."));
}
