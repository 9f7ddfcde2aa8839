//! Extension and urgency: every condition, refused one by one.

use crate::day;
use terms::{
    Consulted, ExtendClause, ExtensionAsked, ExtensionRefusal, Length, Party, TermError, Unit, UrgentAsked,
    UrgentClause, UrgentRefusal, declare_urgent, extend,
};

const FOUR_WEEKS: Length = Length::new(4, Unit::Weeks);

fn clause() -> ExtendClause {
    ExtendClause { by: Party::Council, max: Some(FOUR_WEEKS), times: 1, notice: true, reason: true }
}

fn asked() -> ExtensionAsked<'static> {
    ExtensionAsked {
        by: Party::Council,
        length: FOUR_WEEKS,
        so_far: 0,
        written_notice: true,
        reason: "de achterban is nog niet gehoord",
        today: day("2025-02-17"),
        deadline: day("2025-02-17"),
    }
}

#[test]
fn on_the_last_day_the_council_may_still_extend() {
    assert_eq!(extend(Some(&clause()), &asked()).map(terms::Extension::length), Ok(FOUR_WEEKS));
    let month = ExtensionAsked { length: Length::new(1, Unit::Months), deadline: day("2025-02-17"), ..asked() };
    assert!(extend(Some(&clause()), &month).is_ok(), "17 February to 17 March are four weeks");
}

#[test]
fn an_extension_is_refused_with_its_reason() {
    let five = Length::new(5, Unit::Weeks);
    let zero = Length::new(0, Unit::Weeks);
    let table = [
        (ExtensionAsked { by: Party::Requester, ..asked() }, ExtensionRefusal::NotTheirs { by: Party::Council }),
        (
            ExtensionAsked { today: day("2025-02-18"), ..asked() },
            ExtensionRefusal::TooLate { deadline: day("2025-02-17") },
        ),
        (ExtensionAsked { so_far: 1, ..asked() }, ExtensionRefusal::AllUsed { times: 1 }),
        (ExtensionAsked { length: five, ..asked() }, ExtensionRefusal::TooLong { max: FOUR_WEEKS }),
        (ExtensionAsked { written_notice: false, ..asked() }, ExtensionRefusal::NoNotice),
        (ExtensionAsked { reason: "  ", ..asked() }, ExtensionRefusal::NoReason),
        (ExtensionAsked { length: zero, ..asked() }, ExtensionRefusal::Term(TermError::ValueNotPositive { value: 0 })),
    ];
    for (asked, refusal) in table {
        assert_eq!(extend(Some(&clause()), &asked), Err(refusal));
        assert!(refusal.to_string().ends_with('.') && refusal.dutch().ends_with('.'));
    }
    assert_eq!(extend(None, &asked()), Err(ExtensionRefusal::NoClause));
}

fn urgent() -> UrgentClause {
    let consult = vec![Consulted::Chair, Consulted::Secretary];
    UrgentClause { length: Length::new(2, Unit::Weeks), reason: true, consult }
}

fn plea() -> UrgentAsked<'static> {
    UrgentAsked {
        length: None,
        reason: "de subsidie sluit",
        consulted: &[Consulted::Secretary, Consulted::Chair],
        from: day("2025-01-06"),
    }
}

#[test]
fn urgency_takes_a_reason_and_a_talk() {
    assert_eq!(
        declare_urgent(Some(&urgent()), &plea()).map(terms::UrgentTerm::length),
        Ok(Length::new(2, Unit::Weeks))
    );
    let table = [
        (UrgentAsked { reason: "", ..plea() }, UrgentRefusal::NoReason),
        (UrgentAsked { consulted: &[Consulted::Chair], ..plea() }, UrgentRefusal::NotConsulted(Consulted::Secretary)),
        (
            UrgentAsked { length: Some(Length::new(3, Unit::CalendarDays)), ..plea() },
            UrgentRefusal::TooShort { minimum: Length::new(2, Unit::Weeks) },
        ),
    ];
    for (asked, refusal) in table {
        assert_eq!(declare_urgent(Some(&urgent()), &asked), Err(refusal));
        assert!(refusal.to_string().ends_with('.') && refusal.dutch().ends_with('.'));
    }
    assert_eq!(declare_urgent(None, &plea()), Err(UrgentRefusal::NoClause));
}

#[test]
fn hours_compare_with_days() {
    let clause = UrgentClause { length: Length::new(48, Unit::Hours), reason: false, consult: Vec::new() };
    let asked = |value| UrgentAsked { length: Some(Length::new(value, Unit::CalendarDays)), ..plea() };
    assert!(declare_urgent(Some(&clause), &asked(2)).is_ok());
    assert!(declare_urgent(Some(&clause), &asked(1)).is_err());
}
