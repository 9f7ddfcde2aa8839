//! Filling in at once gives what people would have made.

use platform::clock::{DAY, Day, Moment};
use platform::trail::{self, Origin};
use terms::{Kind as TermKind, Length, Source, SourceKind, Start, TermRule, Unit};
use testing::{COUNCIL_A, MUNICIPALITY_A, Who, World, on_both};

use super::PLAN;
use crate::kinds::{Body, CaseId, Consent, Execution, Kind, Level, Outcome, Part, Position, Side, Subject};
use crate::seed::{
    self, Done, NewAnswer, NewCase, NewDecision, NewDraft, NewIssue, NewLine, NewMonitoring, NewRecommendation,
    NewRequest, NewRound, Rules,
};

on_both!(PLAN: a_seeded_case_reads_like_any_other);

fn done(now: Moment, days: i64, who: Who) -> Done {
    Done { at: now.plus(days * DAY), by: Some(who.id()) }
}

/// A case that went the whole road, up to a look back that is still to come.
pub(super) fn a_case(now: Moment, number: i64) -> NewCase {
    let day = |days: i64| now.day().plus_days(days);
    NewCase {
        id: CaseId::fresh(),
        kind: Kind::Requested,
        council: COUNCIL_A.id(),
        municipality: MUNICIPALITY_A.id(),
        title: "Speelplekken voor alle kinderen".into(),
        lead: "Elk kind kan buiten spelen.".into(),
        practice: "Een rolstoel komt niet door het zand.".into(),
        level: Level::Local,
        decides: Body::MunicipalCouncil,
        council_only: false,
        opened: done(now, -200, Who::Dirk),
        announced: Some((done(now, -180, Who::Bram), Some(day(-150)))),
        request: Some(a_request(now, day(-150))),
        received: Some(done(now, -147, Who::Chaima)),
        parts: vec![
            (Who::Dirk.id(), Part::Drafter),
            (Who::Els.id(), Part::Officer),
            (Who::Willem.id(), Part::Alderman),
        ],
        draft: Some(a_draft(now)),
        round: Some(NewRound {
            opened: done(now, -120, Who::Chaima),
            closes_on: None,
            answers: vec![
                (Who::Ans.id(), Some((Consent::Agrees, String::new(), now.plus(-119 * DAY)))),
                (Who::Dirk.id(), None),
            ],
            closed: Some(done(now, -115, Who::Chaima)),
        }),
        minority: Some((Who::Dirk.id(), "Eerst de schommels.".into(), false)),
        issue: Some(NewIssue { issued: done(now, -114, Who::Chaima), number: Some(number) }),
        answer: Some(an_answer(now, day(-10))),
        decisions: vec![NewDecision {
            body: Body::MunicipalCouncil,
            on: day(-60),
            outcome: Outcome::Follows,
            text: "Zo doen wij het.".into(),
            recorded: done(now, -59, Who::Greet),
        }],
        decision_plans: vec![(Body::MunicipalCouncil, day(-60))],
        monitoring: vec![NewMonitoring {
            planned: done(now, -50, Who::Dirk),
            due_on: day(120),
            question: "Speelt iedereen mee?".into(),
            person: Some(Who::Dirk.id()),
            recommendation: Some(0),
            found: Vec::new(),
        }],
        notes: vec![(Side::Council, "Wij belden over de schommels.".into(), done(now, -100, Who::Dirk))],
        exit: None,
    }
}

fn a_request(now: Moment, received_on: Day) -> NewRequest {
    NewRequest {
        filed: done(now, -150, Who::Bram),
        received_on,
        meeting_on: None,
        named_weeks: None,
        for_whom: "Alle kinderen.".into(),
        cause: "Er is geld.".into(),
        alternatives: String::new(),
        question: "Wat is nodig?".into(),
        can_change: "De toestellen.".into(),
        cannot_change: "Niets.".into(),
    }
}

fn a_draft(now: Moment) -> NewDraft {
    NewDraft {
        saved: done(now, -121, Who::Dirk),
        title: "Iedereen doet mee".into(),
        summary: "Maak paden.".into(),
        considered: String::new(),
        heard: "Wij speelden mee.".into(),
        equal_chances: "Ook op wielen.".into(),
        recommendations: vec![NewRecommendation {
            text: "Leg paden aan.".into(),
            addressee: Body::Executive,
            effect: "Een rolstoel komt er.".into(),
            reason: "Zand houdt tegen.".into(),
        }],
    }
}

fn an_answer(now: Moment, promise_on: Day) -> NewAnswer {
    let line = NewLine {
        position: Position::Adopted,
        reason: "Goed plan.".into(),
        promise: "Paden in het park".into(),
        promised_by: "Els Vermeer".into(),
        promise_on: Some(promise_on),
        execution: Some((Execution::NotDue, now.plus(-80 * DAY))),
    };
    NewAnswer {
        prepared: done(now, -90, Who::Els),
        lines: vec![Some(line)],
        published: Some(done(now, -85, Who::Willem)),
    }
}

/// An unsolicited advice that the municipality does not know of.
pub(super) fn council_only(now: Moment) -> NewCase {
    let bare = a_case(now, 2);
    NewCase {
        id: CaseId::fresh(),
        kind: Kind::Unsolicited,
        council_only: true,
        announced: None,
        request: None,
        draft: None,
        round: None,
        minority: None,
        issue: None,
        answer: None,
        decisions: Vec::new(),
        decision_plans: Vec::new(),
        monitoring: Vec::new(),
        notes: Vec::new(),
        ..bare
    }
}

async fn a_seeded_case_reads_like_any_other(world: World) {
    let now = world.now();
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let source = Source::new(SourceKind::Ordinance, "Verordening adviesraad Lindewoude");
    let rule = TermRule::new(
        terms::Subject::Request,
        TermKind::Fixed(Length::new(4, Unit::Weeks)),
        Start::RequestReceived,
        source,
    );
    seed::rule(&mut tx, &COUNCIL_A.id(), None, Subject::Request, &rule, now).await.expect("a rule");
    let rules = Rules::of(&mut tx, &COUNCIL_A.id()).await.expect("its rules");
    let new = a_case(now, 7);
    let case = format!("/dossiers/{}", new.id);
    seed::case(&mut tx, &new, &rules, now).await.expect("a case");
    tx.commit().await.expect("kept");
    let dirk = world.dirk().await;
    let page = dirk.visits(&case).await;
    page.sees("2026-07")
        .sees("Stap 8 van 8: Volgen")
        .sees("Overgenomen")
        .sees("te laat")
        .sees("Wij belden over de schommels.");
    page.sees("Eén lid had een andere mening.").sees("Niemand is nu aan zet");
    dirk.visits(&format!("{case}/brief"))
        .await
        .sees("Leg paden aan.")
        .sees("van de twee leden")
        .sees("Andere mening van één lid");
    let mut reader = world.app.db().reader().await.expect("a reader");
    assert!(trail::after(&mut reader, 0, 100).await.expect("the trail").iter().all(|l| l.origin == Origin::Demo));
    assert!(trail::check(&mut reader).await.expect("checked").is_ok());
    drop(reader);
    // What follows from old things was done long ago; the stories' house does it again, and that does no harm.
    world.works().await;
    world.is_at("2027-04-01T09:00");
    world.works().await;
    dirk.visits(&format!("{case}/volgen")).await.sees("Speelt iedereen mee?").sees("nu");
}
