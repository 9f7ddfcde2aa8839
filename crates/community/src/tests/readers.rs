//! The list is the one place where the rule is also SQL: here everybody lists the world, and is asked one
//! topic at a time.

use std::collections::BTreeSet;

use platform::clock::{DAY, Moment};
use platform::db::Tx;
use platform::id::{OrganisationId, SeatId};
use platform::{Role, args, policy};
use testing::{COUNCIL_A, COUNCIL_B, MUNICIPALITY_A, REGION_A, REGION_B, Who, World, on_both};

use super::{PLAN, TITLE, a_question_by, cast};
use crate::front;
use crate::policy::Viewing;
use crate::seed::{NewPost, NewTopic};
use crate::store::{self, ReaderIs, Wanted};
use crate::topic::{TopicId, TopicKind, Visibility};

on_both!(PLAN: the_list_shows_what_the_policy_says, who_may_not_read_finds_nothing_anywhere,
    a_filter_outlives_signing_in);

platform::statements! {
    END_SEATS: () = "UPDATE seat SET until_on = '2020-01-01' WHERE person = $1";
}

pub(super) async fn end_seats(tx: &mut Tx, who: Who) {
    assert!(!STATEMENTS.is_empty());
    tx.run(END_SEATS, args![who.id()]).await.expect("the seats end");
}

async fn seats(tx: &mut Tx, who: Who, organisation: &OrganisationId, role: Role, world: &World) {
    let from = world.now().day().plus_days(-10);
    identity::directory::add_seat(tx, &SeatId::fresh(), &who.id(), organisation, role, from, None)
        .await
        .expect("a seat");
}

/// A topic for each kind of reader, by each kind of asker. Gives their ids.
async fn all_kinds(world: &World) -> Vec<TopicId> {
    let mut ids = Vec::new();
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let askers =
        [(Who::Ans, COUNCIL_A), (Who::Fenna, COUNCIL_B), (Who::Bram, MUNICIPALITY_A), (Who::Greet, MUNICIPALITY_A)];
    let visibilities = [
        (Visibility::Everybody, None),
        (Visibility::Councils, None),
        (Visibility::Region, Some(REGION_A)),
        (Visibility::Region, Some(REGION_B)),
    ];
    for (n, (who, place)) in askers.into_iter().enumerate() {
        for (m, (visibility, region)) in visibilities.into_iter().enumerate() {
            let (author, organisation) = (who.id(), place.id());
            let at: Moment = world.now().plus(-DAY - (n * 10 + m) as i64);
            let post = NewPost {
                author: &author,
                organisation: &organisation,
                role: Role::Member,
                body: "",
                at,
                by_mail: false,
                written_by: None,
                helpful: false,
                thanks: Vec::new(),
            };
            let id = TopicId::fresh();
            let new = NewTopic {
                id: id.clone(),
                kind: TopicKind::Question,
                theme: "wmo",
                title: TITLE,
                visibility,
                region,
                posts: vec![post],
                also: Vec::new(),
            };
            crate::seed::topic(&mut tx, &new).await.expect("a topic");
            ids.push(id);
        }
    }
    tx.commit().await.expect("topics");
    ids
}

async fn the_list_shows_what_the_policy_says(world: World) {
    let topics = all_kinds(&world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    end_seats(&mut tx, Who::Greet).await; // asked, and left since
    seats(&mut tx, Who::Els, &COUNCIL_A.id(), Role::Guest, &world).await; // a guest reads nothing
    seats(&mut tx, Who::Dirk, &COUNCIL_B.id(), Role::Guest, &world).await; // nor does a guest of the other region
    seats(&mut tx, Who::Otto, &COUNCIL_B.id(), Role::Member, &world).await; // on both sides
    tx.commit().await.expect("seats");
    let (now, today) = (world.now(), world.now().day());
    for who in cast() {
        let mut reader = world.app.db().reader().await.expect("a reader");
        let actor = identity::actor(&mut reader, &who.id(), today).await.expect("an actor").expect("somebody");
        let person = who.id();
        let is = ReaderIs { person: &person, reach: store::reach(&actor), today, council: None, only: "" };
        let mut allowed = BTreeSet::new();
        for id in &topics {
            let topic = store::find(&mut reader, &is, id).await.expect("a topic").expect("it is there");
            if policy::may::<Viewing>(&actor, &topic) {
                allowed.insert(id.to_string());
            }
        }
        let (rows, count) = store::list(&mut reader, &is, &Wanted::default(), 1).await.expect("a list");
        let listed: BTreeSet<_> = rows.iter().map(|r| r.id.to_string()).collect();
        assert_eq!(listed, allowed, "{who:?}");
        assert_eq!(count, allowed.len() as i64, "{who:?}");
        let shown = front::front(&mut reader, &actor, now).await.expect("a front page");
        let cards = shown.map(|f| [f.newest, f.unanswered].concat()).unwrap_or_default();
        for card in cards {
            assert!(allowed.contains(card.id.as_str()), "{who:?} sees {} on the front page", card.title);
        }
    }
}

async fn who_may_not_read_finds_nothing_anywhere(world: World) {
    let region = a_question_by(&world.ans().await, "region").await;
    let councils = a_question_by(&world.ans().await, "councils").await;
    for (path, browsers) in [
        (region, vec![world.fenna().await, world.bram().await, world.otto().await, world.eva().await]),
        (councils, vec![world.bram().await, world.els().await, world.otto().await, world.eva().await]),
    ] {
        for browser in browsers {
            browser.visits(&path).await.finds_nothing().sees_not(TITLE);
            let listed = browser.visits("/gesprekken").await.links().contains(&path);
            assert!(!listed, "{} finds {path} in the list", browser.who());
            let token =
                browser.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
            for (form, name) in [
                ("antwoorden", "tekst"),
                ("dank", "dank"),
                ("hielp", "hielp"),
                ("speelt-ook", "speelt"),
                ("volgen", "volgen"),
            ] {
                let fields = [("_token", token.as_str()), (name, "ja")];
                browser.posts(&format!("{path}/{form}"), &fields).await.finds_nothing();
            }
        }
    }
    world.trail().await.reads(&["community.asked", "community.asked"]);
}

async fn a_filter_outlives_signing_in(world: World) {
    let page = world.anybody().visits("/gesprekken?onbeantwoord=1").await;
    page.must_sign_in();
    assert_eq!(page.attribute("[name=naar]", "value").as_deref(), Some("/gesprekken?onbeantwoord=1"));
}
