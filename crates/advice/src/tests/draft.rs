//! Writing together: recommendations are records, versions are kept, and nobody overwrites anybody.

use axum::http::StatusCode;
use testing::{World, on_both};

use super::{PLAN, a_case_in_preparation, a_draft};
use crate::draft::{Draft, Line};
use crate::draft_form::Wish;
use platform::clock::Moment;

on_both!(PLAN: recommendations_are_added_moved_and_removed, a_stale_save_shows_both_texts, a_different_opinion_goes_along);

async fn recommendations_are_added_moved_and_removed(world: World) {
    let case = a_draft(&world).await;
    let ans = world.ans().await;
    let page = ans.visits(&format!("{case}/advies")).await;
    let form = page.form("Bewaar het concept");
    let press = |form: testing::Form, what: &str| form.without("doe").with("doe", what);
    let page = press(form, "op-2").send().await;
    let form = page.form("Bewaar het concept");
    assert_eq!(form.value("tekst-1"), Some("Vraag families wat zij vinden."));
    let page = press(form, "weg-1").send().await;
    let form = page.form("Bewaar het concept");
    assert_eq!((form.value("tekst-1"), form.value("tekst-2")), (Some("Open een plek in Zuid."), None));
    // What was taken away comes back by one button; and so does any older version.
    page.sees("De aanbeveling is weg.");
    page.presses("Zet haar terug").await.sees("De oudere versie is teruggezet").sees("Vraag families wat zij vinden.");
    let page = ans.visits(&format!("{case}/advies?versie=1")).await;
    page.sees("U leest een oudere versie").presses("Zet deze versie terug").await.sees("Concept, versie 7");
    world.works().await;
}

async fn a_stale_save_shows_both_texts(world: World) {
    let case = a_case_in_preparation(&world).await;
    let path = format!("{case}/advies");
    let (dirk, ans) = (world.dirk().await, world.ans().await);
    let (his, hers) =
        (dirk.visits(&path).await.form("Bewaar het concept"), ans.visits(&path).await.form("Bewaar het concept"));
    his.fill("kort", "De tekst van Dirk.").send().await.sees("Uw tekst is bewaard");
    let stale = hers.fill("kort", "De tekst van Ans.").fill("tekst-1", "Doe het zo.").send().await;
    stale.has_status(StatusCode::CONFLICT);
    for words in ["Dirk Postma wijzigde dit net ook", "De tekst van Dirk."] {
        assert!(stale.text().contains(words), "{words}");
    }
    let form = stale.form("Bewaar het concept");
    assert_eq!((form.value("kort"), form.value("tekst-1")), (Some("De tekst van Ans."), Some("Doe het zo.")));
    form.fill("kort", "Van allebei.").send().await.sees("Uw tekst is bewaard");
    dirk.visits(&format!("{path}?versie=1")).await.sees("De tekst van Dirk.");
    world.works().await;
}

async fn a_different_opinion_goes_along(world: World) {
    let case = a_draft(&world).await;
    let form = world.dirk().await.visits(&format!("{case}/advies")).await.form("Bewaar mijn mening");
    form.clone().fill("mening", "Ik vind één plek genoeg.").send().await.sees("Uw mening is bewaard");
    let chaima = world.chaima().await;
    chaima.visits(&format!("{case}/instemming")).await.presses("Open de ronde").await;
    super::closes_all_the_same(&chaima, &case).await;
    super::sends_all_the_same(&chaima, &case).await;
    let els = world.els().await;
    els.visits(&format!("{case}/brief"))
        .await
        .sees("Andere mening van één lid")
        .sees("Ik vind één plek genoeg.")
        .sees_not("Dirk");
    form.send().await.has_status(StatusCode::CONFLICT);
    world.works().await;
}

#[test]
fn a_button_keeps_what_was_typed_and_does_one_thing() {
    let line = |text: &str| Line { text: text.into(), ..Line::empty() };
    let mut draft = Draft { lines: vec![line("a"), line("b"), line("c")], ..Draft::blank("t", Moment(0)) };
    let texts = |d: &Draft| d.lines.iter().map(|l| l.text.clone()).collect::<String>();
    for (word, after) in [
        ("op-2", "bac"),
        ("op-1", "bac"),
        ("neer-3", "bac"),
        ("neer-1", "abc"),
        ("weg-2", "ac"),
        ("weg-9", "ac"),
        ("iets", "ac"),
    ] {
        Wish::of(word).done_to(&mut draft);
        assert_eq!(texts(&draft), after, "{word}");
    }
    Wish::of("erbij").done_to(&mut draft);
    assert_eq!((draft.lines.len(), draft.without_empty().lines.len()), (3, 2));
}
