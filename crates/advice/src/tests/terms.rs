//! By when: the council's own rule, of the day it began; the list and the explanation agree.

use platform::clock::Day;
use terms::{Kind, Length, Milestone, Source, SourceKind, Start, TermRule, Unit};
use testing::{COUNCIL_A, World, on_both};

use super::PLAN;
use crate::kinds::{CaseId, RuleId, Subject};
use crate::store::cases;
use crate::term::{Known, Plan, due, usual};
use crate::{seed, term_page};

on_both!(PLAN: a_running_request_keeps_its_rule, the_list_and_the_explanation_agree, the_term_page_explains_and_draws);

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn rule(kind: Kind, from: Option<&str>) -> TermRule {
    let mut source = Source::new(SourceKind::Ordinance, "Verordening adviesraad");
    source.article = Some("artikel 6".into());
    source.valid_from = from.map(|f| day(f).0);
    TermRule::new(terms::Subject::Request, kind, Start::FileComplete, source)
}

async fn with_rule(world: &World, rule: &TermRule) -> RuleId {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let id = seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, rule, world.now()).await.expect("a rule");
    tx.commit().await.expect("kept");
    id
}

async fn a_running_request_keeps_its_rule(world: World) {
    with_rule(&world, &rule(Kind::Fixed(Length::new(4, Unit::Weeks)), Some("2023-01-01"))).await;
    let case = super::a_request(&world).await;
    with_rule(&world, &rule(Kind::Fixed(Length::new(8, Unit::Weeks)), Some("2026-11-01"))).await;
    let dirk = world.dirk().await;
    dirk.visits(&format!("{case}/termijn"))
        .await
        .sees("Dinsdag 22 december 2026")
        .sees("Verordening adviesraad, artikel 6");
    // A new request follows the newest rule.
    let newer = super::a_request(&world).await;
    dirk.visits(&format!("{newer}/termijn")).await.sees("Dinsdag 19 januari 2027");
    world.works().await;
}

async fn the_list_and_the_explanation_agree(world: World) {
    let kinds = [
        Kind::Fixed(Length::new(6, Unit::Weeks)),
        Kind::Fixed(Length::new(2, Unit::Months)),
        Kind::Fixed(Length::new(20, Unit::WorkingDays)),
        Kind::BackCount { before: Milestone::MunicipalCouncilMeeting, length: Length::new(6, Unit::Weeks) },
        Kind::EssentialInfluence,
        Kind::AgreedPerRequest,
        Kind::None,
    ];
    for (n, kind) in kinds.into_iter().enumerate() {
        with_rule(&world, &rule(kind.clone(), Some(&format!("2026-0{}-01", n + 1)))).await;
        let case = super::a_request(&world).await;
        let id = CaseId::of(case.rsplit('/').next().expect("an id"));
        let mut reader = world.app.db().reader().await.expect("a reader");
        let listed = cases::find(&mut reader, &id).await.expect("asked").expect("it is there").due_on;
        let explained = term_page::explain(&mut reader, &id, Subject::Request, crate::texts(platform::Lang::Nl))
            .await
            .expect("explained");
        assert_eq!(listed, explained.due.day(), "{kind:?}");
        assert!(!explained.is_usual);
    }
    world.works().await;
}

async fn the_term_page_explains_and_draws(world: World) {
    let case = super::a_request(&world).await;
    let page = world.els().await.visits(&format!("{case}/termijn")).await;
    page.sees("Uiterste datum van het advies").sees("Gebruikelijke termijn van zes weken").sees("Januari 2027");
    assert_eq!(page.all(".pin--end"), ["5", "12"], "the last day, and the legend");
    world.works().await;
}

#[test]
fn the_planner_is_honest() {
    let known = Known { start_on: day("2026-11-24"), meeting_on: None, weeks: None };
    let due_on = due(&usual(Subject::Request), &known).day();
    assert_eq!(due_on, Some(day("2027-01-05")));
    for (meeting, too_late, tight) in
        [("2027-01-10", true, false), ("2027-01-28", false, true), ("2027-03-25", false, false)]
    {
        let plan = Plan::back_from(day(meeting), due_on);
        assert_eq!((plan.is_too_late(), plan.is_tight()), (too_late, tight), "{meeting}");
    }
}
