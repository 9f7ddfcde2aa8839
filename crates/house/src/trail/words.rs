//! What a line of the trail says to a person.

use platform::choice::Choice;
use platform::trail::{Change, Origin};
use platform::{Day, Lang, Role};

use super::store::Line;
use crate::Texts;

/// *Vroeg iets aan andere raden*. A kind without words shows its own name rather than nothing.
pub(crate) fn happened(kind: &str, t: &Texts) -> String {
    match kind {
        "identity.code_asked" => t.trail_code_asked(),
        "identity.signed_in" => t.trail_signed_in(),
        "identity.signed_out" => t.trail_signed_out(),
        "identity.seat_chosen" => t.trail_seat_chosen(),
        "identity.sign_in_refused" => t.trail_sign_in_refused(),
        "identity.signed_in_half" => t.trail_signed_in_half(),
        "identity.second_step_refused" => t.trail_second_step_refused(),
        "identity.proved" => t.trail_proved(),
        "identity.address_changed" => t.trail_address_changed(),
        "identity.second_step_set" => t.trail_second_step_set(),
        "identity.second_step_removed" => t.trail_second_step_removed(),
        "identity.recovery_codes_made" => t.trail_recovery_codes_made(),
        "identity.known_elsewhere" => t.trail_known_elsewhere(),
        "identity.roles_brought" => t.trail_roles_brought(),
        "identity.mandate_given" => t.trail_mandate_given(),
        "identity.mandate_ended" => t.trail_mandate_ended(),
        "identity.mandate_asked" => t.trail_mandate_asked(),
        "identity.assistance_begun" => t.trail_assistance_begun(),
        "identity.assistance_ended" => t.trail_assistance_ended(),
        "community.asked" => t.trail_asked(),
        "community.answered" => t.trail_answered(),
        "community.helped" => t.trail_helped(),
        "community.thanked" => t.trail_thanked(),
        "community.also_here" => t.trail_also_here(),
        "community.taken_back" => t.trail_taken_back(),
        "trail.erased" => t.trail_erased(),
        "settings.changed" => t.trail_settings_changed(),
        "settings.sign_in_set" => t.trail_own_sign_in_set(),
        "settings.sign_in_removed" => t.trail_own_sign_in_removed(),
        "access.refused" => t.trail_refused(),
        _ => of_people(kind, t).or_else(|| in_a_case(kind, t)).unwrap_or_else(|| kind.to_owned()),
    }
}

fn of_people(kind: &str, t: &Texts) -> Option<String> {
    Some(match kind.strip_prefix("people.")? {
        "imported" => t.trail_people_imported(),
        "theme_changed" => t.trail_people_theme_changed(),
        "keeper_appointed" => t.trail_people_keeper_appointed(),
        "keeper_ended" => t.trail_people_keeper_ended(),
        "joined" => t.trail_people_joined(),
        "join_undone" => t.trail_people_join_undone(),
        "invited" => t.trail_people_invited(),
        "invited_again" => t.trail_people_invited_again(),
        "invitation_withdrawn" => t.trail_people_invitation_withdrawn(),
        "invitation_accepted" => t.trail_people_invitation_accepted(),
        "role_changed" => t.trail_people_role_changed(),
        "renewed" => t.trail_people_renewed(),
        "ended" => t.trail_people_ended(),
        "end_taken_back" => t.trail_people_end_taken_back(),
        "arranged" => t.trail_people_arranged(),
        "described" => t.trail_people_described(),
        "told_of_oneself" => t.trail_people_told_of_oneself(),
        "asked" => t.trail_people_asked(),
        "interest_told" => t.trail_people_interest_told(),
        "founded" => t.trail_people_founded(),
        "corrected" => t.trail_people_corrected(),
        "tied" => t.trail_people_tied(),
        "merged" => t.trail_people_merged(),
        "merger_taken_back" => t.trail_people_merger_taken_back(),
        "closed" => t.trail_people_closed(),
        "reopened" => t.trail_people_reopened(),
        _ => return None,
    })
}

fn in_a_case(kind: &str, t: &Texts) -> Option<String> {
    Some(match kind.strip_prefix("advice.")? {
        "opened" => t.trail_case_opened(),
        "announced" => t.trail_case_announced(),
        "requested" => t.trail_case_requested(),
        "received" => t.trail_case_received(),
        "document_added" => t.trail_case_document(),
        "drafted" => t.trail_case_drafted(),
        "round_opened" => t.trail_case_round_opened(),
        "consented" => t.trail_case_consented(),
        "round_closed" => t.trail_case_round_closed(),
        "minority_told" => t.trail_case_minority(),
        "issued" => t.trail_case_issued(),
        "answer_prepared" => t.trail_case_answer_prepared(),
        "answer_submitted" => t.trail_case_answer_submitted(),
        "answer_returned" => t.trail_case_answer_returned(),
        "answer_approved" => t.trail_case_answer_approved(),
        "answer_published" => t.trail_case_answer_published(),
        "decided" => t.trail_case_decided(),
        "monitoring_planned" => t.trail_case_monitoring_planned(),
        "monitoring_asked" => t.trail_case_monitoring_asked(),
        "measured" => t.trail_case_measured(),
        "noted" => t.trail_case_noted(),
        "term_extended" => t.trail_case_term_extended(),
        "term_paused" => t.trail_case_term_paused(),
        "term_resumed" => t.trail_case_term_resumed(),
        "term_nears" => t.trail_case_term_nears(),
        "term_passed" => t.trail_case_term_passed(),
        "left" => t.trail_case_left(),
        "handed_over" => t.trail_case_handed_over(),
        "embargo_set" => t.trail_case_embargo_set(),
        "embargo_lifted" => t.trail_case_embargo_lifted(),
        "embargo_over" => t.trail_case_embargo_over(),
        "confided" => t.trail_case_confided(),
        "opened_up" => t.trail_case_opened_up(),
        "rule_laid_down" => t.trail_rule_laid_down(),
        _ => return None,
    })
}

/// By which door it came.
pub(crate) fn door(origin: Origin, t: &Texts) -> String {
    match origin {
        Origin::Web => t.trail_by_web(),
        Origin::Mail => t.trail_by_mail(),
        Origin::Command => t.trail_by_command(),
        Origin::Clock => t.trail_by_clock(),
        Origin::Demo => t.trail_by_demo(),
    }
}

/// Who did it; the house itself when nobody did.
pub(crate) fn who(line: &Line, t: &Texts) -> String {
    match (&line.who, &line.on_behalf_of) {
        (Some(who), Some(other)) => t.trail_for(who, other),
        (Some(who), None) => who.clone(),
        (None, _) => t.trail_the_house(),
    }
}

/// Where the thing itself can be read, behind its own policy.
pub(crate) fn path(line: &Line) -> Option<String> {
    path_of(&line.thing)
}

pub(crate) fn path_of(thing: &platform::Ref) -> Option<String> {
    match thing.slice.as_str() {
        "topic" => Some(format!("/gesprekken/{}", thing.id)),
        "case" => Some(format!("/dossiers/{}", thing.id)),
        "person" => Some(format!("/mensen/{}", thing.id)),
        "organisation" => Some(format!("/organisaties/{}", thing.id)),
        _ => None,
    }
}

/// The rooms an administrator can choose from, with their words.
pub(crate) fn rooms(t: &Texts) -> Vec<(&'static str, String)> {
    vec![
        ("identity", t.trail_room_identity()),
        ("people", t.trail_room_people()),
        ("settings", t.trail_room_settings()),
        ("community", t.trail_room_community()),
        ("advice", t.trail_room_advice()),
        ("access", t.trail_room_access()),
    ]
}

/// *Laatste dag: van 1 maart 2027 naar 1 maart 2031.*
pub(crate) fn changes(line: &Line, lang: Lang, t: &Texts) -> Vec<String> {
    let of = |change: Change| {
        let value = |value: Option<String>| match value {
            Some(value) => in_words(&change.what, value, lang),
            None => t.trail_nothing(),
        };
        if let Some(what) = of_ids(&change.what, t) {
            return Some(t.trail_changed_what(what));
        }
        let (before, after) = (value(change.before), value(change.after));
        Some(t.trail_changed(field(&change.what, t)?, before, after))
    };
    line.changes().into_iter().filter_map(of).collect()
}

/// What is kept as ids: that it changed is said, and of what to what stands on the page of the council.
fn of_ids(what: &str, t: &Texts) -> Option<String> {
    Some(match what {
        "laws" => t.trail_field_laws(),
        "themes" => t.trail_field_themes(),
        "deputy" => t.trail_field_deputy(),
        support if support.starts_with("support_") => t.trail_field_support(),
        _ => return None,
    })
}

fn field(what: &str, t: &Texts) -> Option<String> {
    Some(match what {
        "address" => t.trail_field_address(),
        "name" => t.trail_field_name(),
        "name_en" => t.trail_field_name_en(),
        "short" => t.trail_field_short(),
        "short_en" => t.trail_field_short_en(),
        "ended" => t.trail_field_ended(),
        "role" => t.trail_field_role(),
        "until" => t.trail_field_until(),
        "from" => t.trail_field_from(),
        "code" => t.trail_field_code(),
        "province" => t.trail_field_province(),
        "region" => t.trail_field_region(),
        "inhabitants" => t.trail_field_inhabitants(),
        "form" => t.trail_field_form(),
        "since" => t.trail_field_since(),
        "places" => t.trail_field_places(),
        "months" => t.trail_field_months(),
        "most" => t.trail_field_most(),
        "source" => t.trail_field_source(),
        "source_on" => t.trail_field_source_on(),
        "issuer" => t.trail_field_issuer(),
        "client" => t.trail_field_client(),
        "secret" => t.trail_field_secret(),
        "role_claim" => t.trail_field_role_claim(),
        "roles" => t.trail_field_roles(),
        "strong" => t.trail_field_strong(),
        "task" => t.trail_field_task(),
        _ => return None,
    })
}

fn in_words(what: &str, value: String, lang: Lang) -> String {
    let found = match what {
        "role" => Role::of(&value).map(|role| ui::role_word(role, lang).to_owned()),
        "until" | "from" | "since" | "source_on" | "ended" => Day::parse(&value).map(|day| ui::dates::full(day, lang)),
        "form" => people::form_words(&value, lang),
        "inhabitants" => value.parse().ok().map(|n| ui::dates::figures(n, lang)),
        _ => None,
    };
    found.unwrap_or(value)
}
