//! A role that ends stays ended: nothing that is done to it makes it longer than it was given for.

use platform::id::{SeatId, at};
use platform::{Moment, Role, args};
use testing::{COUNCIL_A, MUNICIPALITY_A, Who, World, on_both};

use super::keeping::{entry, office};
use super::running::{end_of, place};
use super::{PLAN, team, told};

platform::statements! {
    NO_END: () = "DELETE FROM seat_end WHERE seat = $1";
    UNTIL: () = "UPDATE seat SET until_on = $2 WHERE id = $1";
}

on_both!(
    PLAN: an_end_is_never_later_than_the_last_day,
    what_is_over_offers_nothing_and_takes_nothing,
    nothing_goes_on_after_the_organisation,
    a_term_has_an_end,
    a_second_one_is_said_and_then_theirs_to_decide,
    nobody_has_a_role_twice,
    a_longer_reason_is_told_and_not_cut,
    who_ends_the_only_alderman_is_told_what_that_means
);

fn seat_id(who: Who) -> SeatId {
    SeatId::of(at(Moment(0), 1_000 + 10 * who as u128))
}

fn seat(who: Who) -> String {
    format!("{}/{}", team(COUNCIL_A), seat_id(who))
}

async fn lasts_until(world: &World, who: Who, day: &str) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.exactly_one(UNTIL, args![seat_id(who), day]).await.expect("a seat");
    tx.commit().await.expect("a seat");
}

async fn an_end_is_never_later_than_the_last_day(world: World) {
    lasts_until(&world, Who::Dirk, "2026-12-31").await;
    let chaima = world.chaima().await;
    let form = chaima.visits(&format!("{}/einde", seat(Who::Dirk))).await.form("Beëindig de rol");
    let form = form.fill("reden", "moved");
    let told_so = "Deze rol loopt tot en met 31 december 2026. Kies een eerdere dag.";
    form.clone().fill("vanaf", "2 januari 2027").send().await.is_told(told_so);
    let role = chaima.visits(&seat(Who::Dirk)).await.form("Geef deze rol").fill("rol", "treasurer");
    role.fill("vanaf", "1 januari 2027").send().await.is_told(told_so);
    form.fill("vanaf", "1 januari 2027").send().await.sees("De laatste dag van deze rol staat vast");
    chaima.visits(&team(COUNCIL_A)).await.sees("31 december 2026");
    world.works().await;
}

async fn what_is_over_offers_nothing_and_takes_nothing(world: World) {
    lasts_until(&world, Who::Dirk, "2026-11-30").await;
    let chaima = world.chaima().await;
    let page = chaima.visits(&seat(Who::Dirk)).await;
    let end = chaima.visits(&end_of(&page)).await.form("Beëindig de rol").fill("reden", "moved");
    let forms = [
        page.form("Bewaar").fill("taak", "Jeugd"),
        page.form("Geef deze rol").fill("rol", "treasurer"),
        page.form("Benoem opnieuw").fill("tot", "1 mei 2028"),
        end,
    ];
    world.is_at("2026-12-01T09:00");
    for form in &forms {
        form.send().await.is_told("Deze rol is voorbij. Komt deze persoon terug, nodig dan opnieuw uit.");
    }
    let page = chaima.visits(&seat(Who::Dirk)).await;
    page.sees("Deze rol is voorbij.");
    for button in ["Bewaar", "Geef deze rol", "Benoem opnieuw"] {
        assert!(!page.has_form(button), "{button}");
    }
    assert!(!page.links().iter().any(|link| link.ends_with("/einde")));
    chaima.visits(&format!("{}/einde", seat(Who::Dirk))).await.sees("Deze rol is voorbij.");
    told(&world, &[]).await;
}

async fn nothing_goes_on_after_the_organisation(world: World) {
    let (chaima, office) = (world.chaima().await, office(&world).await);
    let form = office.visits(&format!("{}/einde", entry(COUNCIL_A))).await.form("Laat deze organisatie stoppen");
    let forms = {
        let page = chaima.visits(&seat(Who::Dirk)).await;
        [page.form("Benoem opnieuw").fill("tot", "1 mei 2028"), page.form("Geef deze rol").fill("rol", "treasurer")]
    };
    form.fill("dag", "31 december 2026").fill("woorden", "De raad stopt.").send().await.sees("staat vast");
    let stops = "Deze organisatie stopt. De laatste dag is 31 december 2026.";
    for form in &forms {
        // Each role ended with the organisation, and is not taken up again beside it.
        form.send().await.has_status(axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    }
    chaima.visits(&seat(Who::Dirk)).await.presses("Draai dit terug").await.is_told(stops);
    // A role that was not ended with it, since it was to stop before.
    lasts_until(&world, Who::Dora, "2026-12-15").await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.exactly_one(NO_END, args![seat_id(Who::Dora)]).await.expect("no end");
    tx.commit().await.expect("no end");
    let page = chaima.visits(&seat(Who::Dora)).await;
    page.form("Benoem opnieuw").fill("tot", "1 maart 2027").send().await.is_told(stops);
    page.form("Benoem opnieuw").fill("tot", "31 december 2026").send().await.sees("De nieuwe termijn staat erin");
    world.works().await;
}

async fn a_term_has_an_end(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&seat(Who::Dirk)).await.form("Benoem opnieuw");
    form.clone().fill("tot", "25 november 2034").send().await.is_told("Kies een dag tot en met 24 november 2034.");
    form.fill("tot", "24 november 2034").send().await.sees("De nieuwe termijn staat erin");
    // Where the council laid down how long a term is, that holds.
    let facts = chaima.visits(&format!("/organisaties/{}/gegevens", COUNCIL_A.id())).await;
    facts.form("Bewaar de gegevens").fill("termijn", "48").send().await.sees("De gegevens zijn bewaard");
    let form = chaima.visits(&seat(Who::Dora)).await.form("Benoem opnieuw");
    form.clone().fill("tot", "1 december 2030").send().await.is_told("Kies een dag tot en met 24 november 2030.");
    form.send().await.sees("De nieuwe termijn staat erin");
}

async fn a_second_one_is_said_and_then_theirs_to_decide(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&seat(Who::Dirk)).await.form("Geef deze rol").fill("rol", "secretary");
    let page = form.send().await;
    page.is_told("Er is hier al een secretaris: Chaima El Amrani. Dan zijn het er twee.");
    told(&world, &[]).await;
    let form = page.form("Geef deze rol");
    assert_eq!(form.value("rol"), Some("secretary"), "what was chosen is kept");
    form.with("toch", "ja").send().await.sees("Dit is gewijzigd");
    told(&world, &["people.role_changed"]).await;
}

async fn nobody_has_a_role_twice(world: World) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (seat_too, from) = (SeatId::fresh(), world.now().day().plus_days(30));
    let council = COUNCIL_A.id();
    identity::directory::add_seat(&mut tx, &seat_too, &Who::Dirk.id(), &council, Role::Treasurer, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    let chaima = world.chaima().await;
    let form = chaima.visits(&seat(Who::Dirk)).await.form("Geef deze rol").fill("rol", "treasurer");
    form.send().await.is_told("Deze persoon heeft deze rol hier al.");
    // Nor by taking an end back.
    let page = place(&chaima, &team(COUNCIL_A), "Dirk Postma").await;
    let form = chaima.visits(&end_of(&page)).await.form("Beëindig de rol").fill("reden", "moved");
    form.send().await.sees("De laatste dag van deze rol staat vast");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let seat_too = SeatId::fresh();
    identity::directory::add_seat(&mut tx, &seat_too, &Who::Dirk.id(), &council, Role::Member, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    let page = chaima.visits(&seat(Who::Dirk)).await;
    page.presses("Draai dit terug").await.is_told("Deze persoon heeft deze rol hier al.");
    world.works().await;
}

async fn a_longer_reason_is_told_and_not_cut(world: World) {
    let chaima = world.chaima().await;
    let form = chaima.visits(&format!("{}/einde", seat(Who::Dirk))).await.form("Beëindig de rol");
    let long = "a".repeat(501);
    let page = form.fill("reden", "other").fill("woorden", &long).send().await;
    page.is_told("Maak de tekst korter: hoogstens 500 letters.");
    assert_eq!(page.form("Beëindig de rol").value("woorden"), Some(long.as_str()));
    told(&world, &[]).await;
}

async fn who_ends_the_only_alderman_is_told_what_that_means(world: World) {
    let bram = world.bram().await;
    let end = |who| format!("{}/{}/einde", team(MUNICIPALITY_A), seat_id(who));
    bram.visits(&end(Who::Willem)).await.sees("Er is dan geen wethouder meer");
    bram.visits(&end(Who::Els)).await.sees_not("geen wethouder");
}
