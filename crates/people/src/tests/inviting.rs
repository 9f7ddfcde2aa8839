//! Inviting people, and saying yes.

use axum::http::StatusCode;
use testing::{COUNCIL_A, COUNCIL_B, Client, MUNICIPALITY_A, Page, Who, World, on_both};

use super::{PLAN, team, told};

on_both!(
    PLAN: a_pasted_list_is_shown_before_it_is_sent,
    an_invitation_is_accepted_once,
    signing_in_with_the_address_is_enough,
    an_invitation_for_another_is_not_theirs,
    what_was_withdrawn_or_is_too_old_says_so,
    roles_that_are_not_theirs_to_give,
    who_sits_across_the_table_is_remarked,
    a_role_that_begins_later_says_when
);

const LIST: &str = "Naam;E-mail;Rol\nZoë Çelik;zoe@nieuw.example;\nBent Pol;bent@nieuw;\nDirk Postma;dirk@voorbeeld.example;\nZoë Çelik;ZOE@nieuw.example;\nJan de Boer;jan@nieuw.example;penningmeester";

pub(super) async fn preview(browser: &Client, team: &str, list: &str) -> Page {
    let form = browser.visits(&format!("{team}/uitnodigen")).await.form("Bekijk wat er gebeurt");
    form.fill("rijen", list).fill("rol", "member").send().await
}

async fn letter_to(world: &World, address: &str) -> String {
    let mut reader = world.app.db().reader().await.expect("a reader");
    let letters = mail::letters_to(&mut reader, address, 10).await.expect("the outbox");
    letters.into_iter().next().unwrap_or_else(|| panic!("no letter to {address}")).text
}

async fn letters_to(world: &World, address: &str) -> usize {
    let mut reader = world.app.db().reader().await.expect("a reader");
    mail::letters_to(&mut reader, address, 10).await.expect("the outbox").len()
}

/// The path of the link in the letter.
fn link_in(letter: &str) -> String {
    let at = letter.find("/uitnodiging/").expect("a link");
    letter[at..].split_whitespace().next().expect("a link").to_owned()
}

/// Chaima invites one person; gives the path in the letter.
async fn invited(world: &World, line: &str, address: &str) -> String {
    let page = preview(&world.chaima().await, &team(COUNCIL_A), line).await;
    page.presses("Verstuur de uitnodiging").await.sees("Eén uitnodiging is onderweg");
    world.works().await;
    link_in(&letter_to(world, address).await)
}

async fn a_pasted_list_is_shown_before_it_is_sent(world: World) {
    let chaima = world.chaima().await;
    preview(&chaima, &team(COUNCIL_A), "  \n").await.is_told("Plak minstens één naam met een e-mailadres.");
    let page = preview(&chaima, &team(COUNCIL_A), LIST).await;
    page.sees("Twee uitnodigingen gaan weg").sees("Eén regel kunnen wij niet gebruiken");
    page.sees("“bent@nieuw” is geen e-mailadres.")
        .sees("Deze persoon staat ook op regel 2.")
        .sees("Heeft deze rol hier al.");
    page.sees("jan@nieuw.example, penningmeester vanaf");
    world.works().await;
    assert_eq!(letters_to(&world, "zoe@nieuw.example").await, 0, "nothing goes out before it was looked at");
    told(&world, &[]).await;
    // The list can be changed, with nothing lost.
    let again = page.presses("Pas de lijst aan").await;
    assert!(again.form("Bekijk wat er gebeurt").value("rijen").is_some_and(|rows| rows.contains("bent@nieuw;")));
    let send = page.form("Verstuur twee uitnodigingen");
    let page = send.send().await;
    page.sees("Twee uitnodigingen zijn onderweg").sees("Eén regel konden wij niet gebruiken.");
    page.sees("Uitgenodigd, nog geen antwoord").sees("Zoë Çelik , raadslid").sees("Jan de Boer , penningmeester");
    send.send().await; // an impatient finger
    world.works().await;
    assert_eq!(letters_to(&world, "zoe@nieuw.example").await, 1);
    assert_eq!(letters_to(&world, "jan@nieuw.example").await, 1);
    // Who did not say yes yet has no role, and is in no book.
    world.dirk().await.visits("/mensen?q=Zoe").await.sees("Niemand gevonden");
    // The same list again does nothing twice.
    preview(&chaima, &team(COUNCIL_A), LIST).await.sees("Er gaat niets weg").sees("Is al uitgenodigd.");
    told(&world, &["people.invited", "people.invited"]).await;
    let page = preview(&chaima, &team(COUNCIL_A), "Els Pol;els@nieuw.example;secretaris").await;
    page.sees("Er is hier al een secretaris: Chaima El Amrani. Dan zijn het er twee.");
}

async fn an_invitation_is_accepted_once(world: World) {
    let link = invited(&world, "mevr. Zoë Çelik;zoe@nieuw.example", "zoe@nieuw.example").await;
    let browser = world.anybody();
    let page = browser.visits(&link).await;
    page.sees("U bent uitgenodigd door Adviesraad Lindewoude").sees("Chaima El Amrani vraagt u als raadslid");
    // A mail scanner that follows the link says yes to nothing.
    told(&world, &["people.invited"]).await;
    let form = page.form("Ja, ik doe mee");
    let page = form.send().await;
    page.sees("Welkom bij Adviesraad Lindewoude").sees("z…@nieuw.example");
    // It gives the role and signs nobody in: whoever was sent the letter on is still outside.
    browser.visits("/mijn-gegevens").await.must_sign_in();
    form.send().await.has_status(StatusCode::NOT_FOUND);
    browser.visits(&link).await.has_status(StatusCode::NOT_FOUND);
    let page = page.presses("Stuur mij een code").await;
    world.works().await;
    let letter = letter_to(&world, "zoe@nieuw.example").await;
    assert!(letter.contains("Dag mevrouw Çelik,"), "{letter}");
    let code: String = letter.split("\n\n").nth(2).expect("a code").chars().filter(char::is_ascii_digit).collect();
    page.form("Meld mij aan").fill("code", &code).send_only().await.has_status(StatusCode::SEE_OTHER);
    browser.visits("/onze-raad/mensen").await.sees("De mensen van de raad").sees("Zoë Çelik");
    world.dirk().await.visits("/mensen?q=celik").await.sees("Zoë Çelik").sees("raadslid sinds 2026");
    let kinds: Vec<_> = world.trail().await.0.iter().map(|l| l.kind.clone()).collect();
    assert_eq!(kinds[..2], ["people.invited", "people.invitation_accepted"]);
}

async fn signing_in_with_the_address_is_enough(world: World) {
    invited(&world, "Otto Smit;otto@voorbeeld.example", "otto@voorbeeld.example").await;
    let otto = world.otto().await;
    let page = otto.visits("/uitnodigingen").await;
    page.sees("Adviesraad Lindewoude").sees("Chaima El Amrani vraagt u als raadslid");
    let form = page.form("Ja, ik doe mee");
    form.in_browser(&world.fenna().await).send().await.has_status(StatusCode::CONFLICT); // not her page
    page.form("Ja, ik doe mee").send_only().await.has_status(StatusCode::SEE_OTHER);
    otto.visits("/uitnodigingen").await.sees("Er wacht geen uitnodiging op u.");
    otto.visits(&team(COUNCIL_A)).await.sees("Otto Smit");
}

async fn an_invitation_for_another_is_not_theirs(world: World) {
    let link = invited(&world, "Zoë Çelik;zoe@nieuw.example", "zoe@nieuw.example").await;
    let fenna = world.fenna().await;
    let page = fenna.visits(&link).await;
    page.sees("Deze uitnodiging is voor z…@nieuw.example").sees_not("zoe@nieuw.example");
    assert!(!page.has_form("Ja, ik doe mee"));
    let token = fenna.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
    let page = fenna.posts(&link, &[("_token", &token)]).await;
    page.has_status(StatusCode::UNPROCESSABLE_ENTITY);
    fenna.visits(&team(COUNCIL_A)).await.is_refused();
    told(&world, &["people.invited"]).await;
}

async fn what_was_withdrawn_or_is_too_old_says_so(world: World) {
    let link = invited(&world, "Zoë Çelik;zoe@nieuw.example", "zoe@nieuw.example").await;
    let (chaima, anybody) = (world.chaima().await, world.anybody());
    // Sent again: only the newest letter works.
    let page = chaima.visits(&team(COUNCIL_A)).await.presses("Stuur opnieuw").await;
    page.sees("De uitnodiging is opnieuw verstuurd");
    world.works().await;
    anybody.visits(&link).await.has_status(StatusCode::NOT_FOUND);
    let newer = link_in(&letter_to(&world, "zoe@nieuw.example").await);
    anybody.visits(&newer).await.sees("U bent uitgenodigd");
    // Fourteen days.
    world.is_at("2026-12-09T09:00");
    let page = anybody.visits(&newer).await;
    page.has_status(StatusCode::NOT_FOUND);
    assert!(page.text().contains("Deze uitnodiging werkt niet meer"), "{}", page.text());
    let page = chaima.visits(&team(COUNCIL_A)).await;
    page.sees("verlopen").presses("Stuur opnieuw").await.sees("De uitnodiging is opnieuw verstuurd");
    world.works().await;
    let newest = link_in(&letter_to(&world, "zoe@nieuw.example").await);
    anybody.visits(&newest).await.sees("U bent uitgenodigd");
    let page = chaima.visits(&team(COUNCIL_A)).await.presses("Trek in").await;
    page.sees("De uitnodiging is ingetrokken").sees_not("zoe@nieuw.example");
    anybody.visits(&newest).await.has_status(StatusCode::NOT_FOUND);
    anybody.visits("/uitnodiging/zomaar").await.has_status(StatusCode::NOT_FOUND);
}

async fn roles_that_are_not_theirs_to_give(world: World) {
    let page = preview(&world.chaima().await, &team(COUNCIL_A), "A Pol;a@nieuw.example;beheerder").await;
    page.sees("De rol beheerder kunt u hier niet geven.").sees("Er gaat niets weg");
    let bram = world.bram().await;
    let form = bram.visits(&format!("{}/uitnodigen", team(MUNICIPALITY_A))).await.form("Bekijk wat er gebeurt");
    form.clone().fill("rijen", "A Pol;a@nieuw.example").fill("rol", "chair").send().await.is_told("Kies een rol.");
    form.fill("rijen", "A Pol;a@nieuw.example").send().await.sees("Er gaat één uitnodiging weg");
    for who in [Who::Dirk, Who::Bram, Who::Fenna] {
        let browser = world.client(who).await;
        let token =
            browser.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        let fields =
            [("_token", token.as_str()), ("rijen", "A Pol;a@nieuw.example"), ("rol", "member"), ("doe", "verstuur")];
        browser.posts(&format!("{}/uitnodigen", team(COUNCIL_A)), &fields).await.is_refused();
        if who != Who::Fenna {
            browser.posts(&format!("{}/uitnodigen", team(COUNCIL_B)), &fields).await.is_refused();
        }
    }
    told(&world, &[]).await;
}

async fn a_role_that_begins_later_says_when(world: World) {
    let form =
        world.chaima().await.visits(&format!("{}/uitnodigen", team(COUNCIL_A))).await.form("Bekijk wat er gebeurt");
    let form = form.fill("rijen", "Eva Jansen;eva@voorbeeld.example;penningmeester").fill("vanaf", "1 januari 2027");
    form.send().await.presses("Verstuur de uitnodiging").await;
    world.works().await;
    let letter = letter_to(&world, "eva@voorbeeld.example").await;
    assert!(letter.contains("Uw rol begint op vrijdag 1\u{a0}januari 2027."), "{letter}");
    let eva = world.eva().await;
    eva.visits("/uitnodigingen").await.presses("Ja, ik doe mee").await;
    let page = eva.visits("/mijn-gegevens").await;
    page.sees("penningmeester").sees("Adviesraad Lindewoude").sees("Begint op vrijdag 1 januari 2027.");
    world.is_at("2027-01-01T09:00");
    eva.visits("/mijn-gegevens").await.sees("penningmeester").sees_not("Begint op");
    testing::letters!(world, "an_invitation");
}

async fn who_sits_across_the_table_is_remarked(world: World) {
    let line = |who: Who| format!("{who:?} Pol;{}", who.address());
    let page = preview(&world.chaima().await, &team(COUNCIL_A), &line(Who::Els)).await;
    page.sees("Zit ook bij gemeente Lindewoude, aan de andere kant van de tafel");
    // The other way round, and not for a municipality that the council does not advise.
    let form = world.bram().await.visits(&format!("{}/uitnodigen", team(MUNICIPALITY_A))).await;
    let form = form.form("Bekijk wat er gebeurt").fill("rol", "officer");
    form.clone().fill("rijen", &line(Who::Dirk)).send().await.sees("Zit ook bij Adviesraad Lindewoude");
    form.fill("rijen", &line(Who::Fenna)).send().await.sees_not("andere kant van de tafel");
}
