//! The whole table: when a rule changes, the diff shows who gains and who loses what.

use platform::choice::Choice;
use platform::policy::{Guarded, Verdict, contradictions};

use crate::case::Case;
use crate::kinds::Visibility;
use crate::paper::Document;
use crate::policy::{Action, Standing};
use crate::table::Table;

/// A line an action: the standings in their order, `+` allowed, `-` refused, `.` hidden.
fn table(visibility: Visibility) -> Vec<String> {
    let sign = |standing: Standing, action: Action| match Case::verdict(standing, action, visibility) {
        Verdict::Allowed => '+',
        Verdict::Refused => '-',
        Verdict::Hidden => '.',
    };
    let line = |&action: &Action| {
        let signs: String = Standing::ALL.iter().map(|s| sign(*s, action)).collect();
        format!("{signs} {}", action.word())
    };
    Action::ALL.iter().map(line).collect()
}

#[test]
fn who_may_do_what() {
    // secretary chair member candidate | contact_officer officer alderman clerk
    // | guest association_seat not_in_circle outside
    let parties = [
        "+++++++++... view",
        "+++-+++-+... note",
        "+++-++---... add_document",
        "----++---... file_request",
        "+++------... receive",
        "++++........ read_draft",
        "+++-........ write_draft",
        "+++-........ consent",
        "++--........ lead_round",
        "++--........ issue",
        "....+++..... read_answer",
        "....++-..... write_answer",
        "....--+..... publish",
        "----++-+-... decide",
        "+++-++---... follow",
        "----++---... withdraw",
        "++-------... decline",
        "++--+----... invite_guest",
        "++--++---... conclude",
        "++--++---... change_term",
        "++--+----... hand_over",
        "++--++---... set_embargo",
        "++--+----... confide",
    ];
    assert_eq!(table(Visibility::Parties), parties);
    // Under an embargo the same, but for the clerk and for guests.
    let without = |line: &str| format!("{}..{}", &line[..7], &line[9..]);
    assert_eq!(table(Visibility::Embargo), parties.map(without));
}

#[test]
fn what_is_of_one_side_is_not_there_for_the_other() {
    for line in table(Visibility::CouncilOnly) {
        assert!(line.split(' ').next().is_some_and(|signs| signs.ends_with("........")), "{line}");
    }
    for line in table(Visibility::MunicipalityOnly) {
        assert!(line.starts_with("...."), "{line}");
    }
}

#[test]
fn the_tables_do_not_contradict_themselves() {
    assert!(contradictions::<Case>().is_empty());
    assert!(contradictions::<Table>().is_empty());
    assert!(contradictions::<Document>().is_empty());
}
