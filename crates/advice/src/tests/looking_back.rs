//! Looking back together: each side tells what it saw, and only then it is over.

use testing::{Client, Who, World, on_both};

use super::{PLAN, a_published_answer};

on_both!(PLAN: it_is_over_when_both_told, a_later_day_keeps_it_going);

/// Both bodies decided; a moment is planned for September.
async fn a_moment(world: &World) -> String {
    let case = a_published_answer(world).await;
    let els = world.els().await;
    world.is_at("2027-03-25T20:00");
    for body in ["executive", "municipal_council"] {
        let form = els.visits(&format!("{case}/besluit")).await.form("Leg het besluit vast").fill("orgaan", body);
        form.with("uitkomst", "follows").send().await.sees("Het besluit is vastgelegd");
    }
    plans(&els, &case, "25 september 2027").await;
    case
}

async fn plans(client: &Client, case: &str, day: &str) {
    let form = client.visits(&format!("{case}/volgen")).await.form("Plan dit meetmoment");
    form.fill("datum", day).fill("vraag", "Hoe lang duurt de rit?").send().await.sees("Het meetmoment is gepland");
}

async fn tells(client: &Client, case: &str, what: &str) -> testing::Page {
    client.visits(&format!("{case}/volgen")).await.form("Schrijf op wat u ziet").fill("gezien", what).send().await
}

async fn it_is_over_when_both_told(world: World) {
    let case = a_moment(&world).await;
    let (dirk, els) = (world.dirk().await, world.els().await);
    world.works().await;
    // Early in the morning of the day, before the question goes out: the other side is asked all the same.
    world.is_at("2027-09-25T06:00");
    let page = tells(&els, &case, "De bus rijdt nu per wijk.").await;
    page.sees("De raad schreef nog niets op.");
    world.is_at("2027-09-25T10:00");
    world.works().await;
    for (who, is_asked) in [(Who::Dirk, true), (Who::Els, false)] {
        let letters = world.letters_to(who).await;
        assert_eq!(letters.iter().any(|l| l.subject.starts_with("Wat ziet u")), is_asked, "{who:?}");
    }
    dirk.visits(&case).await.sees("De raad is aan zet").sees("De gemeente keek terug").sees_not("is afgerond.");
    els.visits(&case).await.sees("De gemeente hoeft nu niets te doen.");
    tells(&dirk, &case, "Een kwartier, zeggen acht families.").await.sees("Een kwartier").sees("De bus rijdt");
    dirk.visits(&case).await.sees("Dit dossier is afgerond.").sees("De raad keek terug");
    dirk.visits("/dossiers/afgerond").await.sees("Dagbesteding dichter bij huis");
}

async fn a_later_day_keeps_it_going(world: World) {
    let case = a_moment(&world).await;
    let (dirk, els) = (world.dirk().await, world.els().await);
    plans(&dirk, &case, "25 maart 2028").await;
    world.is_at("2027-09-25T10:00");
    dirk.visits(&case).await.sees("Raad en gemeente zijn aan zet");
    tells(&els, &case, "De bus rijdt nu per wijk.").await;
    dirk.visits(&case).await.sees("Niemand is nu aan zet").sees("Het volgende meetmoment is gepland.");
    // The council may still tell what it saw at the first.
    tells(&dirk, &case, "Een kwartier.").await.sees("Een kwartier.");
    els.visits("/dossiers").await.sees("Dagbesteding dichter bij huis");
    world.works().await;
}
