//! The closed sets of the country in the words of the advice room.

use advice::kinds as ours;
use country as theirs;

pub(super) fn kind(kind: theirs::CaseKind) -> ours::Kind {
    match kind {
        theirs::CaseKind::Requested => ours::Kind::Requested,
        theirs::CaseKind::Unsolicited => ours::Kind::Unsolicited,
        theirs::CaseKind::ThinkAlong => ours::Kind::ThinkAlong,
    }
}

pub(super) fn level(level: theirs::Level) -> ours::Level {
    match level {
        theirs::Level::Local => ours::Level::Local,
        theirs::Level::Regional => ours::Level::Regional,
        theirs::Level::Provincial => ours::Level::Provincial,
        theirs::Level::National => ours::Level::National,
    }
}

pub(super) fn body(body: theirs::Body) -> ours::Body {
    match body {
        theirs::Body::Executive => ours::Body::Executive,
        theirs::Body::MunicipalCouncil => ours::Body::MunicipalCouncil,
        theirs::Body::Partnership => ours::Body::Partnership,
        theirs::Body::Province => ours::Body::Province,
        theirs::Body::State => ours::Body::State,
    }
}

pub(super) fn position(position: theirs::Position) -> ours::Position {
    match position {
        theirs::Position::Adopted => ours::Position::Adopted,
        theirs::Position::Partly => ours::Position::Partly,
        theirs::Position::Later => ours::Position::Later,
        theirs::Position::NotAdopted => ours::Position::NotAdopted,
        theirs::Position::NotCompetent => ours::Position::NotCompetent,
    }
}

pub(super) fn execution(execution: theirs::Execution) -> ours::Execution {
    match execution {
        theirs::Execution::NotDue => ours::Execution::NotDue,
        theirs::Execution::Overdue => ours::Execution::Overdue,
        theirs::Execution::Done => ours::Execution::Done,
        theirs::Execution::Alternative => ours::Execution::Alternative,
        theirs::Execution::Lapsed => ours::Execution::Lapsed,
    }
}

pub(super) fn exit(exit: theirs::Exit) -> ours::Exit {
    match exit {
        theirs::Exit::Withdrawn => ours::Exit::Withdrawn,
        theirs::Exit::Refused => ours::Exit::Refused,
        theirs::Exit::NoObjection => ours::Exit::NoObjection,
        theirs::Exit::Lapsed => ours::Exit::Lapsed,
        theirs::Exit::NeverAnswered => ours::Exit::NeverAnswered,
    }
}

/// Nothing for who has not answered yet.
pub(super) fn consent(vote: theirs::Vote) -> Option<ours::Consent> {
    match vote {
        theirs::Vote::Agrees => Some(ours::Consent::Agrees),
        theirs::Vote::Disagrees => Some(ours::Consent::Objects),
        theirs::Vote::Abstains => Some(ours::Consent::Abstains),
        theirs::Vote::Pending => None,
    }
}
