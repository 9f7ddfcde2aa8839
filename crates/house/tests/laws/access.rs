//! What everybody of the cast may see of what exists: a table of people and things.

use axum::http::StatusCode;
use testing::{Client, Who, World, on_both};

use crate::PLAN;
use crate::things::{filled_in, things};

use Who::*;

on_both!(
    PLAN: who_sees_which_topic,
    who_sees_the_case,
    a_form_without_its_token_does_nothing,
    a_form_from_elsewhere_does_nothing,
    what_is_not_there_and_what_is_hidden_look_the_same,
    who_loses_a_seat_or_access_has_lost_it_at_once,
    a_seat_that_is_given_or_ends_counts_on_the_next_request
);

async fn everybody(world: &World) -> Vec<(Who, Client)> {
    let mut all = Vec::new();
    for who in Who::ALL {
        all.push((who, world.client(who).await));
    }
    all
}

async fn who_sees_which_topic(world: World) {
    let things = things(&world).await;
    let council_a = [Ans, Chaima, Dirk, Dora];
    let councils = [Ans, Chaima, Dirk, Dora, Fenna, Koos];
    let region = [Ans, Chaima, Dirk, Dora, Koos];
    for (who, browser) in everybody(&world).await {
        for (topic, seen) in [
            (&things.everybody, who != Eva),
            (&things.councils, councils.contains(&who)),
            (&things.region, region.contains(&who)),
        ] {
            let wanted = if seen { StatusCode::OK } else { StatusCode::NOT_FOUND };
            browser.visits(&topic.path).await.has_status(wanted);
            browser.visits(&topic.file).await.has_status(wanted);
            let list = browser.visits("/gesprekken").await;
            let listed = list.links().contains(&topic.path);
            assert_eq!(listed, seen, "{who:?} and {} in the list", topic.path);
            let front = browser.visits("/").await;
            // The front page shows what others ask, so not what one's own council did.
            let shown = front.links().iter().any(|link| link.starts_with(&topic.path));
            assert_eq!(shown, seen && !council_a.contains(&who), "{who:?} and {} on the front page", topic.path);
        }
    }
}

async fn who_sees_the_case(world: World) {
    let things = things(&world).await;
    let parties = [Ans, Chaima, Dirk, Dora, Bram, Els, Willem, Greet];
    for (who, browser) in everybody(&world).await {
        let page = browser.visits(&things.case).await;
        if parties.contains(&who) {
            page.sees("Dagbesteding dichter bij huis");
        } else {
            page.finds_nothing().sees_not("Dagbesteding");
        }
    }
}

async fn a_form_without_its_token_does_nothing(world: World) {
    let things = things(&world).await;
    let mut browsers: Vec<_> = everybody(&world).await.into_iter().map(|(_, browser)| browser).collect();
    browsers.push(world.anybody());
    let before = world.digest().await;
    for route in house::routes().iter().filter(|r| r.method == "POST" && !r.info.open) {
        let path = filled_in(route.path, &things);
        for browser in &browsers {
            for fields in [vec![], vec![("_token", "AAAA"), ("tekst", "een tekst van een ander")]] {
                let page = browser.posts(&path, &fields).await;
                let held = if browser.who() == "anybody" { StatusCode::UNAUTHORIZED } else { StatusCode::CONFLICT };
                assert_eq!(page.status, held, "{} at {path}", browser.who());
            }
        }
    }
    assert_eq!(world.digest().await, before, "nothing was changed");
}

async fn a_form_from_elsewhere_does_nothing(world: World) {
    let ans = world.ans().await;
    let form = ans.visits("/mijn-gegevens").await.form("/afmelden");
    let token = form.value("_token").expect("a token").to_owned();
    let body = format!("_token={token}");
    for (name, value) in [
        ("origin", "https://elders.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let mut request = ans.request("POST", "/afmelden");
        let headers = request.headers_mut().expect("headers");
        headers.insert("content-type", "application/x-www-form-urlencoded".parse().expect("a value"));
        headers.insert(axum::http::HeaderName::from_static(name), value.parse().expect("a value"));
        let page = ans.asks(request.body(body.clone().into()).expect("a request")).await;
        page.is_refused();
    }
    ans.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    // The token of somebody else's page does not fit either.
    let stolen = world.dirk().await.visits("/mijn-gegevens").await.form("/afmelden").in_browser(&ans);
    stolen.send().await.has_status(StatusCode::CONFLICT);
    ans.visits("/mijn-gegevens").await.sees("Ans Terpstra");
    form.send().await;
    ans.visits("/mijn-gegevens").await.must_sign_in();
}

async fn what_is_not_there_and_what_is_hidden_look_the_same(world: World) {
    let things = things(&world).await;
    let otto = world.otto().await;
    let nowhere = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    for (hidden, absent) in [
        (things.councils.path.clone(), format!("/gesprekken/{nowhere}")),
        (things.councils.file.clone(), format!("{}/bestanden/{nowhere}", things.everybody.path)),
        (things.case.clone(), format!("/dossiers/{nowhere}")),
    ] {
        let (hidden, absent) = (otto.visits(&hidden).await, otto.visits(&absent).await);
        hidden.finds_nothing();
        absent.finds_nothing();
        // The foot repeats where one is; the rest is the same text.
        assert_eq!(hidden.text(), absent.text());
    }
    // A file is found under its own topic only.
    let file = things.councils.file.rsplit('/').next().expect("an id");
    otto.visits(&format!("{}/bestanden/{file}", things.everybody.path)).await.finds_nothing();
}

platform::statements! {
    ENDS: () = "UPDATE seat SET until_on = $2 WHERE person = $1";
}

async fn a_seat_that_is_given_or_ends_counts_on_the_next_request(world: World) {
    let things = things(&world).await;
    let (dirk, eva) = (world.dirk().await, world.eva().await);
    dirk.visits(&things.case).await.sees("Dagbesteding");
    eva.visits(&things.case).await.finds_nothing();
    let (today, yesterday) = (world.now().day(), world.now().day().plus_days(-1));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(ENDS, platform::args![Dirk.id(), yesterday]).await.expect("a seat ends");
    let seat = platform::id::SeatId::fresh();
    let council = testing::COUNCIL_A.id();
    identity::directory::add_seat(&mut tx, &seat, &Eva.id(), &council, platform::Role::Member, today, None)
        .await
        .expect("a seat is given");
    tx.commit().await.expect("seats");
    dirk.visits(&things.case).await.finds_nothing();
    dirk.visits(&things.councils.path).await.finds_nothing();
    eva.visits(&things.case).await.sees("Dagbesteding");
}

async fn who_loses_a_seat_or_access_has_lost_it_at_once(world: World) {
    let things = things(&world).await;
    let (dirk, fenna) = (world.dirk().await, world.fenna().await);
    dirk.visits(&things.everybody.path).await.sees("jongerenpanel");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::people::disable(&mut tx, &Who::Dirk.id(), world.now()).await.expect("it ends");
    tx.commit().await.expect("it ends");
    dirk.visits(&things.everybody.path).await.must_sign_in();
    fenna.visits(&things.everybody.path).await.sees("jongerenpanel");
}
