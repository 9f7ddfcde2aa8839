//! The rows of the room, by noun.

/// A moment to look back that still waits: for both sides, or, when a later one is planned, for the first of them.
macro_rules! waits {
    ($m:literal) => {
        concat!(
            "(SELECT COUNT(*) FROM advice_measurement w WHERE w.monitoring = ",
            $m,
            ".id) < CASE WHEN EXISTS (SELECT 1 FROM advice_monitoring l WHERE l.case_id = ",
            $m,
            ".case_id AND l.due_on > ",
            $m,
            ".due_on) THEN 1 ELSE 2 END"
        )
    };
}

/// Whether a side keeps a case to people of whom the reader, who looks themselves, is none.
macro_rules! closed {
    ($case:literal, $side:literal, $oneself:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM advice_confidence k WHERE k.case_id = ",
            $case,
            " AND k.side = '",
            $side,
            "') AND NOT EXISTS (SELECT 1 FROM advice_circle n WHERE n.case_id = ",
            $case,
            " AND n.side = '",
            $side,
            "' AND n.person = ",
            $oneself,
            "))"
        )
    };
}

/// Whether a case waits under an embargo at a moment.
macro_rules! waits_under_embargo {
    ($case:literal, $now:literal) => {
        concat!("EXISTS (SELECT 1 FROM advice_embargo w WHERE w.case_id = ", $case, " AND w.until_at > ", $now, ")")
    };
}

pub(crate) mod aftermath;
pub(crate) mod answers;
pub(crate) mod cases;
pub(crate) mod drafts;
pub(crate) mod guests;
pub(crate) mod history;
pub(crate) mod issues;
pub(crate) mod papers;
pub(crate) mod people;
pub(crate) mod requests;
pub(crate) mod rounds;
pub(crate) mod rules;
pub(crate) mod seclusion;
pub(crate) mod standstills;
pub(crate) mod tables;

/// Every statement of the room.
pub(crate) const STATEMENTS: &[&[platform::db::Listed]] = &[
    aftermath::STATEMENTS,
    answers::STATEMENTS,
    cases::STATEMENTS,
    drafts::STATEMENTS,
    guests::STATEMENTS,
    history::STATEMENTS,
    issues::STATEMENTS,
    papers::STATEMENTS,
    people::STATEMENTS,
    crate::persons::STATEMENTS,
    requests::STATEMENTS,
    rounds::STATEMENTS,
    rules::STATEMENTS,
    seclusion::STATEMENTS,
    standstills::STATEMENTS,
    tables::STATEMENTS,
];
