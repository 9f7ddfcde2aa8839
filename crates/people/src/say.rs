//! Words for what this room knows.

use platform::clock::Day;
use platform::{Kind, Lang, Role};
use ui::{Ui, dates};

use crate::Texts;
use crate::kinds::{BodyForm, Form, Law, Reason, Support};
use crate::plan::{Fault, Idle, Remark};
use crate::rota::Next;
use crate::sheet::Wrong;

pub fn form(form: Form, t: &Texts) -> String {
    match form {
        Form::SocialDomain => t.form_social_domain(),
        Form::Wmo => t.form_wmo(),
        Form::Clients => t.form_clients(),
        Form::Participation => t.form_participation(),
        Form::Youth => t.form_youth(),
        Form::Seniors => t.form_seniors(),
        Form::Accessibility => t.form_accessibility(),
        Form::Newcomers => t.form_newcomers(),
        Form::District => t.form_district(),
        Form::Other => t.form_other(),
    }
}

pub fn law(law: Law, t: &Texts) -> String {
    match law {
        Law::Wmo => t.law_wmo(),
        Law::Jeugdwet => t.law_jeugdwet(),
        Law::Participatiewet => t.law_participatiewet(),
        Law::Wgs => t.law_wgs(),
        Law::Inburgering => t.law_inburgering(),
        Law::Wpg => t.law_wpg(),
        Law::Omgevingswet => t.law_omgevingswet(),
    }
}

pub fn support(support: Support, t: &Texts) -> String {
    match support {
        Support::Budget => t.support_budget(),
        Support::Secretary => t.support_secretary(),
        Support::Room => t.support_room(),
        Support::Training => t.support_training(),
        Support::Website => t.support_website(),
        Support::Allowance => t.support_allowance(),
    }
}

pub fn body_form(form: Option<BodyForm>, kind: Kind, t: &Texts) -> String {
    match (form, kind) {
        (Some(BodyForm::Partnership), _) => t.kind_partnership(),
        (Some(BodyForm::Partner), _) => t.kind_partner(),
        (None, Kind::Council) => t.kind_council(),
        (None, Kind::Municipality) => t.kind_municipality(),
        (None, Kind::Association) => t.kind_association(),
        (None, Kind::Host | Kind::Elsewhere) => t.kind_elsewhere(),
    }
}

pub fn reason(reason: Reason, t: &Texts) -> String {
    match reason {
        Reason::TermOver => t.reason_term_over(),
        Reason::OwnWish => t.reason_own_wish(),
        Reason::Moved => t.reason_moved(),
        Reason::Illness => t.reason_illness(),
        Reason::Death => t.reason_death(),
        Reason::OtherRole => t.reason_other_role(),
        Reason::JobChanged => t.reason_job_changed(),
        Reason::Elections => t.reason_elections(),
        Reason::Mistake => t.reason_mistake(),
        Reason::Other => t.reason_other(),
    }
}

pub fn next(next: Next, t: &Texts) -> String {
    match next {
        Next::Open => t.next_open(),
        Next::MayStay => t.next_may_stay(),
        Next::MustLeave => t.next_must_leave(),
    }
}

/// *tweede*, *3e*: which term it is.
pub fn term(n: i64, lang: Lang) -> String {
    let (nl, en) = match n {
        1 => ("eerste termijn", "first term"),
        2 => ("tweede termijn", "second term"),
        3 => ("derde termijn", "third term"),
        4 => ("vierde termijn", "fourth term"),
        _ => return lang.pick(format!("{n}e termijn"), format!("term {n}")),
    };
    lang.pick(nl, en).to_owned()
}

/// *sinds 2021*, *van 3 mei 2019 tot en met 2 mei 2023*, *vanaf 1 januari 2027*.
pub fn span(from: Day, until: Option<Day>, ui: &Ui, t: &Texts) -> String {
    let today = ui.today;
    match until {
        Some(until) if until < today => t.span_past(dates::full(from, ui.lang), dates::full(until, ui.lang)),
        Some(until) if from > today => t.span_past(dates::full(from, ui.lang), dates::full(until, ui.lang)),
        None if from > today => t.span_later(dates::full(from, ui.lang)),
        Some(until) => t.span_until(from.0.year().to_string(), dates::full(until, ui.lang)),
        None => t.span_since(from.0.year().to_string()),
    }
}

/// What is wrong with a pasted line, and what to do about it.
pub fn fault(fault: &Fault, lang: Lang, t: &Texts) -> String {
    match fault {
        Fault::Sheet(Wrong::NoAddress) => t.wrong_no_address(),
        Fault::Sheet(Wrong::BadAddress(address)) => t.wrong_bad_address(address.as_str()),
        Fault::Sheet(Wrong::AccentInAddress(address)) => t.wrong_accent(address.as_str()),
        Fault::Sheet(Wrong::TwoAddresses) => t.wrong_two_addresses(),
        Fault::Sheet(Wrong::NoName) => t.wrong_no_name(),
        Fault::Sheet(Wrong::NoRole(words)) => t.wrong_no_role(words.as_str()),
        Fault::RoleElsewhere(role) => t.wrong_role_elsewhere(ui::role_word(*role, lang)),
        Fault::NotInvitable => t.wrong_not_invitable(),
        Fault::BadDay(words) => t.wrong_day(words.as_str()),
    }
}

/// What to think of before an invitation goes out.
pub fn remark(remark: &Remark, role: Role, lang: Lang, t: &Texts) -> String {
    let word = ui::role_word(role, lang);
    match remark {
        Remark::Namesake => t.preview_namesake(),
        Remark::IsAlso(roles) => {
            let words: Vec<&str> = roles.iter().map(|role| ui::role_word(*role, lang)).collect();
            t.preview_is_also(words.join(lang.pick(" en ", " and ")))
        }
        Remark::BothSides(place) => t.preview_both_sides(place.as_str()),
        Remark::Held(name) => t.preview_held(word, name.as_str()),
        Remark::NamesakeInLine(line) => t.preview_namesake_in_line(line.to_string()),
        Remark::HeldByLine(line) => t.preview_held_by_line(line.to_string(), word),
        Remark::NoPlace(places) => t.preview_no_place(dates::count(*places, lang)),
    }
}

pub fn idle(idle: &Idle, t: &Texts) -> String {
    match idle {
        Idle::TwiceInTheList(n) => t.idle_twice(n.to_string()),
        Idle::SharesAddress(n) => t.idle_shares(n.to_string()),
        Idle::IsThatAlready => t.idle_is_that(),
        Idle::IsInvitedAlready => t.idle_invited(),
    }
}

/// What is wrong with a day that could not be read: there is no such day, or it is written in another way.
pub fn bad_day(typed: &str, t: &Texts) -> String {
    if ui::dates::is_no_day(typed) { t.no_such_day(typed.trim()) } else { t.no_day() }
}
