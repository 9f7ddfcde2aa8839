//! The words for the choices of this room, as pages say them.

use platform::clock::Day;
use ui::{Notice, Ui};

use crate::Texts;
use crate::case::{Case, Refusal};
use crate::kinds::{Body, Consent, Execution, Exit, Kind, Level, Outcome, Part, PauseGround, Position, Side};
use crate::stage::Stage;
use crate::store::answers::Recommendation;
use crate::turn::{Task, Turn, Who};

pub(crate) fn kind(kind: Kind, t: &Texts) -> String {
    match kind {
        Kind::Requested => t.kind_requested(),
        Kind::Unsolicited => t.kind_unsolicited(),
        Kind::ThinkAlong => t.kind_think_along(),
    }
}

pub(crate) fn stage(stage: Stage, t: &Texts) -> String {
    match stage {
        Stage::Signal => t.stage_signal(),
        Stage::Planned => t.stage_planned(),
        Stage::Request => t.stage_request(),
        Stage::Preparing => t.stage_preparing(),
        Stage::Advice => t.stage_advice(),
        Stage::Answer => t.stage_answer(),
        Stage::Decision => t.stage_decision(),
        Stage::Following => t.stage_following(),
    }
}

pub(crate) fn level(level: Level, t: &Texts) -> String {
    match level {
        Level::Local => t.level_local(),
        Level::Regional => t.level_regional(),
        Level::Provincial => t.level_provincial(),
        Level::National => t.level_national(),
    }
}

pub(crate) fn body(body: Body, t: &Texts) -> String {
    match body {
        Body::Executive => t.body_executive(),
        Body::MunicipalCouncil => t.body_municipal_council(),
        Body::Partnership => t.body_partnership(),
        Body::Province => t.body_province(),
        Body::State => t.body_state(),
    }
}

pub(crate) fn position(position: Option<Position>, t: &Texts) -> String {
    match position {
        Some(Position::Adopted) => t.position_adopted(),
        Some(Position::Partly) => t.position_partly(),
        Some(Position::Later) => t.position_later(),
        Some(Position::NotAdopted) => t.position_not_adopted(),
        Some(Position::NotCompetent) => t.position_not_competent(),
        None => t.position_none(),
    }
}

/// What belongs to *later* and *not competent*: the day on which the municipality comes back to it, or who decides.
pub(crate) fn besides(r: &Recommendation, ui: &Ui, t: &Texts) -> Option<(String, String)> {
    let promised = r.promise.as_ref().is_some_and(|p| !p.is_empty());
    match (r.position?, r.promise_on) {
        (Position::Later, Some(on)) if !promised => Some((t.rec_comes_back(), ui.weekday_day(&on))),
        (Position::NotCompetent, _) if !promised => {
            r.promised_by.clone().filter(|who| !who.is_empty()).map(|who| (t.rec_other_decides(), who))
        }
        _ => None,
    }
}

pub(crate) fn consent(consent: Option<Consent>, t: &Texts) -> String {
    match consent {
        Some(Consent::Agrees) => t.consent_agrees(),
        Some(Consent::AgreesWithRemark) => t.consent_agrees_with_remark(),
        Some(Consent::Objects) => t.consent_objects(),
        Some(Consent::Abstains) => t.consent_abstains(),
        None => t.consent_none(),
    }
}

pub(crate) fn execution(execution: Execution, t: &Texts) -> String {
    match execution {
        Execution::NotDue => t.execution_not_due(),
        Execution::Overdue => t.execution_overdue(),
        Execution::Done => t.execution_done(),
        Execution::Alternative => t.execution_alternative(),
        Execution::Lapsed => t.execution_lapsed(),
    }
}

pub(crate) fn outcome(outcome: Outcome, t: &Texts) -> String {
    match outcome {
        Outcome::Follows => t.outcome_follows(),
        Outcome::Partly => t.outcome_partly(),
        Outcome::Deviates => t.outcome_deviates(),
    }
}

pub(crate) fn exit(exit: Exit, t: &Texts) -> String {
    match exit {
        Exit::Withdrawn => t.exit_withdrawn(),
        Exit::Refused => t.exit_refused(),
        Exit::NoObjection => t.exit_no_objection(),
        Exit::Lapsed => t.exit_lapsed(),
        Exit::NeverAnswered => t.exit_never_answered(),
        Exit::Concluded => t.exit_concluded(),
    }
}

pub(crate) fn part(part: Part, t: &Texts) -> String {
    match part {
        Part::Drafter => t.part_drafter(),
        Part::Officer => t.part_officer(),
        Part::Alderman => t.part_alderman(),
        Part::Clerk => t.part_clerk(),
        Part::ContactOfficer => t.part_contact_officer(),
    }
}

pub(crate) fn side(side: Side, t: &Texts) -> String {
    match side {
        Side::Council => t.side_council(),
        Side::Municipality => t.side_municipality(),
    }
}

/// *De gemeente is aan zet*.
pub(crate) fn who(who: Who, t: &Texts) -> String {
    match who {
        Who::Council => t.turn_council(),
        Who::Municipality => t.turn_municipality(),
        Who::Both => t.turn_both(),
        Who::Nobody => t.turn_nobody(),
    }
}

/// What is to be done, in one sentence without its date.
pub(crate) fn task(turn: &Turn, t: &Texts) -> String {
    match turn.task {
        Task::TakeUp => t.task_take_up(),
        Task::Request => t.task_request(),
        Task::Receive => t.task_receive(),
        Task::Prepare => t.task_prepare(),
        Task::Supply => t.task_supply(),
        Task::Answer => t.task_answer(),
        Task::DecideExecutive => t.task_decide_executive(),
        Task::Decide => t.task_decide(),
        Task::PlanMonitoring => t.task_plan_monitoring(),
        Task::Measure => t.task_measure(),
        Task::Wait => t.task_wait(),
        Task::ThinkAlong => t.task_think_along(),
        Task::Over => t.task_over(),
    }
}

/// The button for who is to do it.
pub(crate) fn do_it(turn: &Turn, t: &Texts) -> String {
    match turn.task {
        Task::TakeUp => t.do_take_up(),
        Task::Request => t.do_request(),
        Task::Receive => t.do_receive(),
        Task::Prepare => t.do_prepare(),
        Task::Supply => t.do_supply(),
        Task::Answer => t.do_answer(),
        Task::DecideExecutive | Task::Decide => t.do_decide(),
        Task::PlanMonitoring => t.do_plan_monitoring(),
        Task::Measure => t.do_measure(),
        Task::ThinkAlong => t.do_think_along(),
        Task::Wait | Task::Over => String::new(),
    }
}

/// What each side may expect of the other now: first the council, then the municipality.
pub(crate) fn expectations(case: &Case, turn: &Turn, t: &Texts) -> (String, String) {
    match turn.task {
        Task::TakeUp => (t.expect_take_up_council(), t.expect_take_up_municipality()),
        Task::Request => (t.expect_request_council(), t.expect_request_municipality()),
        Task::Receive => (t.expect_receive_council(), t.expect_receive_municipality()),
        Task::Supply => (t.expect_supply_council(), t.expect_supply_municipality()),
        Task::Prepare => (t.expect_prepare_council(), t.expect_prepare_municipality()),
        Task::Answer => (t.expect_answer_council(), t.expect_answer_municipality()),
        Task::DecideExecutive | Task::Decide => (t.expect_decide_council(), t.expect_decide_municipality()),
        Task::PlanMonitoring | Task::Measure | Task::Wait => {
            (t.expect_follow_council(), t.expect_follow_municipality())
        }
        Task::ThinkAlong => (t.expect_think_along_council(), t.expect_think_along_municipality()),
        Task::Over if case.exit == Some(Exit::Concluded) => (t.expect_concluded(), t.expect_concluded()),
        Task::Over if case.exit.is_some() => (t.expect_left_council(), t.expect_left_municipality()),
        Task::Over => (t.expect_over_council(), t.expect_over_municipality()),
    }
}

/// Why a term stands still.
pub(crate) fn pause(ground: PauseGround, t: &Texts) -> String {
    match ground {
        PauseGround::Incomplete => t.pause_incomplete(),
        PauseGround::Agreement => t.pause_agreed(),
    }
}

/// Until when it is under an embargo, and whose that is; nothing when it is not.
pub(crate) fn embargo(case: &Case, ui: &Ui, t: &Texts) -> Option<String> {
    let until = case.embargo_until.filter(|until| *until > ui.now)?;
    let who = match case.embargo_side? {
        Side::Council => case.council_name.clone(),
        Side::Municipality => case.municipality_name.clone(),
    };
    Some(t.embargo_until(ui.weekday_day(&until.day()), ui::dates::time(until, ui.lang), who))
}

/// *15 dagen te laat*; nothing when it is in time.
pub(crate) fn late(days: i64, t: &Texts) -> Option<String> {
    (days > 0).then(|| t.late_days(days))
}

/// The sentence that tells why it cannot be done now, and what one can do.
pub(crate) fn refusal(refusal: Refusal, t: &Texts) -> String {
    match refusal {
        Refusal::Ended => t.refusal_ended(),
        Refusal::NoRequest => t.refusal_no_request(),
        Refusal::AlreadyFiled => t.refusal_already_filed(),
        Refusal::AlreadyReceived => t.refusal_already_received(),
        Refusal::AlreadyTakenUp => t.refusal_already_taken_up(),
        Refusal::NotReceived => t.refusal_not_received(),
        Refusal::NotTakenUp => t.refusal_not_taken_up(),
        Refusal::AlreadyIssued => t.refusal_already_issued(),
        Refusal::NotIssued => t.refusal_not_issued(),
        Refusal::NoDraft => t.refusal_no_draft(),
        Refusal::NoSummary => t.refusal_no_summary(),
        Refusal::NoRecommendations => t.refusal_no_recommendations(),
        Refusal::RoundOpen => t.refusal_round_open(),
        Refusal::NoRound => t.refusal_no_round(),
        Refusal::NotAgreed => t.refusal_not_agreed(),
        Refusal::NotAVoter => t.refusal_not_a_voter(),
        Refusal::NothingAnswered => t.refusal_nothing_answered(),
        Refusal::NotSubmitted => t.refusal_not_submitted(),
        Refusal::AlreadyPublished => t.refusal_already_published(),
        Refusal::NotPublished => t.refusal_not_published(),
        Refusal::AlreadyDecided => t.refusal_already_decided(),
        Refusal::NotDecided => t.refusal_not_decided(),
        Refusal::AlreadyAnswered => t.refusal_already_answered(),
        Refusal::NotAnAdvice => t.refusal_not_an_advice(),
        Refusal::OthersEmbargo => t.refusal_others_embargo(),
        Refusal::NoTerm => t.refusal_no_term(),
        Refusal::Paused => t.refusal_paused(),
        Refusal::NotPaused => t.refusal_not_paused(),
    }
}

/// What the form before did, said on the page it led to.
pub(crate) fn notice(key: &str, t: &Texts) -> Option<Notice> {
    let (title, text) = match key {
        "aanvraag" => (t.notice_requested(), t.notice_requested_text()),
        "begonnen" => (t.notice_opened(), String::new()),
        "ontvangen" => (t.notice_received(), t.notice_received_text()),
        "opgepakt" => (t.notice_taken_up(), t.notice_taken_up_text()),
        "stuk" => (t.notice_document(), String::new()),
        "bewaard" => (t.notice_saved(), String::new()),
        "teruggezet" => (t.notice_put_back(), String::new()),
        "ronde" => (t.notice_round_opened(), t.notice_round_opened_text()),
        "stem" => (t.notice_consented(), t.notice_consented_text()),
        "gesloten" => (t.notice_round_closed(), String::new()),
        "mening" => (t.notice_minority(), String::new()),
        "verstuurd" => (t.notice_issued(), t.notice_issued_text()),
        "voorgelegd" => (t.notice_submitted(), t.notice_submitted_text()),
        "teruggehaald" => (t.notice_taken_back(), t.notice_taken_back_text()),
        "teruggestuurd" => (t.notice_returned(), t.notice_returned_text()),
        "akkoord" => (t.notice_approved(), t.notice_approved_text()),
        "antwoord" => (t.notice_published(), t.notice_published_text()),
        "besluit" => (t.notice_decided(), String::new()),
        "meetmoment" => (t.notice_monitoring(), t.notice_monitoring_text()),
        "gemeten" => (t.notice_measured(), String::new()),
        "notitie" => (t.notice_noted(), String::new()),
        "verlengd" => (t.notice_extended(), t.notice_term_told()),
        "stilgezet" => (t.notice_paused(), t.notice_term_told()),
        "embargo" => (t.notice_embargo(), t.notice_embargo_text()),
        "embargo-weg" => (t.notice_embargo_lifted(), t.notice_embargo_lifted_text()),
        "vertrouwelijk" => (t.notice_confided(), t.notice_confided_text()),
        "vertrouwelijk-weg" => (t.notice_opened_up(), t.notice_opened_up_text()),
        "hervat" => (t.notice_resumed(), t.notice_term_told()),
        "afgerond" => (t.notice_concluded(), t.notice_left_text()),
        "gestopt" => (t.notice_left(), t.notice_left_text()),
        _ => return None,
    };
    Some(Notice::new(title, text))
}

/// *dinsdag 8 december, over 14 dagen*.
pub(crate) fn by_when(ui: &Ui, day: Day) -> String {
    format!("{}, {}", ui.weekday_day(&day), ui.distance(&day))
}

/// What is wrong with a day that could not be read: there is no such day, or it is written in another way.
pub fn bad_day(typed: &str, t: &Texts) -> String {
    if ui::dates::is_no_day(typed) { t.new_no_such_day(typed.trim()) } else { t.new_bad_date() }
}
