//! How a council agrees: enough answers, more for than against, or a reason that everybody reads.

use testing::{Who, World, on_both};

use super::{PLAN, a_draft, closes_all_the_same, sends_all_the_same};
use crate::round::{Doubt, Tally};

on_both!(PLAN: a_round_closes_early_only_for_sure, without_enough_answers_it_goes_only_with_a_reason,
    with_a_majority_against_it_goes_only_with_a_reason, a_new_version_beside_a_round_is_asked_about);

async fn a_round_closes_early_only_for_sure(world: World) {
    let case = a_draft(&world).await;
    let chaima = world.chaima().await;
    let page = chaima.visits(&format!("{case}/instemming")).await;
    page.form("Open de ronde").fill("sluit", "1 december").send().await.sees("Geen van de vier leden antwoordde");
    let page = chaima.visits(&format!("{case}/instemming")).await;
    page.presses("Sluit de ronde").await.is_told("Er antwoordden nog niet genoeg leden.");
    world.dirk().await.visits(&case).await.sees("Zeg of u instemt met het advies");
    // After its last day nobody is cut off any more.
    world.is_at("2026-12-02T09:00");
    let page = chaima.visits(&format!("{case}/instemming")).await;
    page.sees_not("ik sluit de ronde toch").presses("Sluit de ronde").await.sees("De ronde is gesloten");
    world.works().await;
}

async fn without_enough_answers_it_goes_only_with_a_reason(world: World) {
    let case = a_draft(&world).await;
    let chaima = world.chaima().await;
    chaima.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    closes_all_the_same(&chaima, &case).await;
    let page = chaima.visits(&format!("{case}/uitbrenging")).await;
    page.sees("Geen van de vier leden antwoordde. Er zijn er drie nodig.");
    assert!(!page.has_form("Verstuur het advies"));
    let form = page.form("Toch versturen");
    form.clone().without("toch").fill("reden", "Haast.").send().await.is_told("zo niet versturen");
    form.send().await.is_told("Schrijf waarom u het toch verstuurt.");
    sends_all_the_same(&chaima, &case).await.sees("Het advies is verstuurd").sees("De gemeenteraad vergadert morgen.");
    world.els().await.visits(&case).await.sees("De gemeenteraad vergadert morgen.");
    let letter = world.els().await.visits(&format!("{case}/brief")).await;
    letter.sees("Geen van de vier leden stemde in.").sees("De gemeenteraad vergadert morgen.");
    world.works().await;
    let mail = world.letters_to(Who::Els).await.pop().expect("a letter");
    assert!(mail.text.contains("De gemeenteraad vergadert morgen."), "{}", mail.text);
    testing::letters!(world, "sent_without_enough_answers");
}

async fn with_a_majority_against_it_goes_only_with_a_reason(world: World) {
    let case = a_draft(&world).await;
    let chaima = world.chaima().await;
    let page = chaima.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    page.form("Geef mijn antwoord").with("antwoord", "agrees").send().await;
    for client in [world.ans().await, world.dirk().await] {
        let form = client.visits(&format!("{case}/instemming")).await.form("Geef mijn antwoord");
        form.with("antwoord", "objects").fill("opmerking", "Te duur.").send().await;
    }
    chaima.visits(&format!("{case}/instemming")).await.presses("Sluit de ronde").await.sees("De ronde is gesloten");
    let page = chaima.visits(&format!("{case}/uitbrenging")).await;
    page.sees("Er stemden niet meer leden in dan er bezwaar hadden");
    assert!(!page.has_form("Verstuur het advies"));
    sends_all_the_same(&chaima, &case).await.sees("Het advies is verstuurd");
    world.works().await;
}

async fn a_new_version_beside_a_round_is_asked_about(world: World) {
    let case = super::an_agreed_advice(&world).await;
    let (dirk, path) = (world.dirk().await, format!("{case}/advies"));
    let page = dirk.visits(&path).await;
    page.sees("De leden antwoordden over versie 2");
    let form = page.form("Bewaar het concept").fill("kort", "Een andere tekst.");
    let again = form.send().await;
    again.is_told("Zet een kruisje bij: ja, bewaar een nieuwe versie.");
    again.form("Bewaar het concept").with("zeker", "ja").send().await.sees("Uw tekst is bewaard");
    // Once there is a newer one, it is asked no more.
    let form = dirk.visits(&path).await.form("Bewaar het concept").fill("kort", "Nog een andere tekst.");
    form.send().await.sees("Uw tekst is bewaard");
    world.chaima().await.visits(&format!("{case}/uitbrenging")).await.presses("Verstuur het advies").await;
    dirk.visits(&path).await.sees("Zo is het verstuurd: versie 2.").sees("Een goede plek is dichtbij.");
    dirk.visits(&path).await.sees_not("Nog een andere tekst.");
    dirk.visits(&format!("{path}?versie=4")).await.sees("Nog een andere tekst.").sees("Naar wat is verstuurd");
    world.works().await;
}

#[test]
fn when_an_advice_does_not_just_go() {
    let tally = |agreed, objected, abstained| Tally { members: 9, agreed, with_remark: 0, objected, abstained };
    for (tally, doubt) in [
        (tally(0, 0, 0), Some(Doubt::TooFew)),
        (tally(4, 0, 0), Some(Doubt::TooFew)),
        (tally(5, 0, 0), None),
        (tally(3, 2, 0), None),
        (tally(2, 2, 1), Some(Doubt::NoMajority)),
        (tally(0, 0, 5), Some(Doubt::NoMajority)),
        (tally(1, 4, 0), Some(Doubt::NoMajority)),
    ] {
        assert_eq!(tally.doubt(5), doubt, "{tally:?}");
    }
}
