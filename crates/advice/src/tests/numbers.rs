//! Numbers of advices: one each, without gaps, whoever comes first.

use axum::http::StatusCode;
use testing::{COUNCIL_A, World, on_both};

use super::{PLAN, an_agreed_advice};
use crate::store::issues;

on_both!(PLAN: two_who_send_at_once_send_once, numbers_have_no_gaps, a_member_does_not_send);

async fn two_who_send_at_once_send_once(world: World) {
    let case = an_agreed_advice(&world).await;
    let path = format!("{case}/uitbrenging");
    let (ans, chaima) = (world.ans().await, world.chaima().await);
    let (hers, theirs) =
        (ans.visits(&path).await.form("Verstuur het advies"), chaima.visits(&path).await.form("Verstuur het advies"));
    let (one, other) = tokio::join!(hers.send(), theirs.send());
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY]);
    let loser = if one.status == StatusCode::OK { other } else { one };
    loser.is_told("Het advies is al verstuurd.");
    assert_eq!(world.trail().await.0.iter().filter(|l| l.kind == "advice.issued").count(), 1);
    world.works().await;
}

async fn numbers_have_no_gaps(world: World) {
    let take = |year: i64, keep: bool| {
        let db = world.app.db().clone();
        async move {
            let mut tx = db.begin().await.expect("a transaction");
            let n = issues::next_number(&mut tx, &COUNCIL_A.id(), year).await.expect("a number");
            if keep {
                tx.commit().await.expect("kept");
            }
            n
        }
    };
    let all = tokio::join!(take(2026, true), take(2026, false), take(2026, true), take(2027, true), take(2026, true));
    let mut kept = [all.0, all.2, all.4];
    kept.sort();
    assert_eq!(kept, [1, 2, 3], "what was not kept is given again");
    assert_eq!(all.3, 1, "each year begins anew");
    assert_eq!(take(2026, true).await, 4);
    assert_eq!(crate::case::numbered(2026, 7), "2026-07");
}

async fn a_member_does_not_send(world: World) {
    let case = an_agreed_advice(&world).await;
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/uitbrenging")).await.is_refused();
    let form = world.chaima().await.visits(&format!("{case}/uitbrenging")).await.form("Verstuur het advies");
    let sent = form.send().await;
    sent.sees("Het advies is verstuurd").sees("Advies 2026-01");
    let letter = dirk.visits(&format!("{case}/brief")).await;
    letter.sees("2026-01").sees("Open een plek in Zuid.").sees("Geacht college,");
    let pdf = world.els().await.visits(&format!("{case}/brief.pdf")).await;
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    world.works().await;
}
