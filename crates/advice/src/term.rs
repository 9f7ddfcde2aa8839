//! By which rule a date was found: the one that held for this council and municipality on the day on which the term
//! began.

use platform::clock::Day;
use platform::id::OrganisationId;
use terms::{
    Answer, Calendar, Event, Facts, Kind, Length, Milestone, NoDate, Source, SourceKind, Start, TermRule, Unit,
};

use crate::kinds::{PauseGround, RuleId, Subject};
use crate::standstill::Changes;

platform::row! {
    /// A rule as it is kept.
    pub struct KeptRule {
        pub id: RuleId,
        /// Whose it is: of a council, of a municipality for all its councils, or of the association for who has none.
        pub organisation: OrganisationId,
        pub owner: platform::Kind,
        pub municipality: Option<OrganisationId>,
        pub subject: Subject,
        pub rule: String,
        pub valid_from: Option<Day>,
        pub valid_to: Option<Day>,
    }
}

/// The rule that holds for a term, with its row; without one nothing was laid down.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruled {
    pub id: Option<RuleId>,
    pub rule: TermRule,
}

/// What is known when a term starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub start_on: Day,
    pub meeting_on: Option<Day>,
    /// The weeks that were named or agreed for this request.
    pub weeks: Option<i64>,
}

/// What a rule gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Due {
    On(Box<Answer>),
    /// The rule names no date.
    None(NoDate),
    /// Something that the rule asks for is not known, or not allowed.
    Open(terms::ApplyError),
}

impl Due {
    pub fn day(&self) -> Option<Day> {
        match self {
            Due::On(answer) => Some(Day(answer.end.day())),
            Due::None(_) | Due::Open(_) => None,
        }
    }
}

/// Six weeks: what is usual where a council and its municipality laid nothing down.
pub fn usual(subject: Subject) -> TermRule {
    let (subject, start) = match subject {
        Subject::Request => (terms::Subject::Request, Start::RequestReceived),
        Subject::Response => (terms::Subject::Response, Start::AdviceIssued),
    };
    let source = Source::new(SourceKind::Agreement, "gebruikelijke termijn");
    TermRule::new(subject, Kind::Fixed(Length::new(6, Unit::Weeks)), start, source)
}

/// The rule that held on a day between a council and this municipality. What the council has for this municipality
/// alone goes first; then the highest source of what the council has for all and what the municipality laid down, the
/// council's own when they stand equal; and what the association laid down only where there is nothing else.
pub fn on_day(rules: &[KeptRule], municipality: &OrganisationId, subject: Subject, day: Day) -> Ruled {
    let holds = |r: &&KeptRule| {
        r.subject == subject
            && r.municipality.as_ref().is_none_or(|m| m == municipality)
            && (r.owner != platform::Kind::Municipality || r.organisation == *municipality)
            && r.valid_from.is_none_or(|from| from <= day)
            && r.valid_to.is_none_or(|to| day <= to)
    };
    let read = |r: &KeptRule| Some((r.nearness(), Ruled { id: Some(r.id.clone()), rule: parse(&r.rule)? }));
    let newest = |r: &Ruled| std::cmp::Reverse(r.rule.source.valid_from);
    let best = rules.iter().filter(holds).filter_map(read);
    let best = best.min_by_key(|((near, own), r)| (*near, r.rule.source.kind.rank(), *own, newest(r)));
    best.map_or_else(|| Ruled { id: None, rule: usual(subject) }, |(_, ruled)| ruled)
}

impl KeptRule {
    /// How near it stands to one council and one municipality, and among equals whether it is the council's own.
    /// Lower goes first.
    fn nearness(&self) -> (u8, u8) {
        match self.owner {
            platform::Kind::Association => (2, 0),
            platform::Kind::Municipality => (1, 1),
            _ => (u8::from(self.municipality.is_none()), 0),
        }
    }
}

/// A rule that cannot be read is logged and passed over: the usual term is then shown as what it is.
pub fn parse(json: &str) -> Option<TermRule> {
    serde_json::from_str(json).inspect_err(|error| tracing::error!(%error, "a kept rule cannot be read")).ok()
}

/// What the rule means for this term.
pub fn due(rule: &TermRule, known: &Known) -> Due {
    due_changed(rule, known, &Changes::default(), |_| String::new())
}

/// The same with what changed it while it ran; `words` says why it stood still.
pub fn due_changed(rule: &TermRule, known: &Known, changes: &Changes, words: impl Fn(PauseGround) -> String) -> Due {
    let facts = Facts {
        suspensions: changes.suspensions(words),
        extensions: changes.lengths(),
        urgent: changes.urgent(),
        ..facts(rule, known)
    };
    match terms::apply(rule, &facts, Calendar::dutch()) {
        Ok(terms::Outcome::Date(answer)) => Due::On(Box::new(answer)),
        Ok(terms::Outcome::NoDate(none)) => Due::None(none),
        Err(why) => Due::Open(why),
    }
}

/// A request comes in whole here, so its receipt, its file and its data are of one day.
fn facts(rule: &TermRule, known: &Known) -> Facts {
    const STARTS: [Start; 8] = [
        Start::RequestDated,
        Start::RequestReceived,
        Start::FileComplete,
        Start::DataSupplied,
        Start::LaidOpen,
        Start::AdviceIssued,
        Start::AdviceReceived,
        Start::EventDate,
    ];
    let start = Event::Day(known.start_on.0);
    let mut facts = Facts { starts: STARTS.into_iter().map(|s| (s, start)).collect(), ..Facts::default() };
    if let Some(meeting) = known.meeting_on {
        facts.milestones =
            [Milestone::MunicipalCouncilMeeting, Milestone::Decision].into_iter().map(|m| (m, meeting.0)).collect();
    }
    let weeks = known.weeks.map(|w| Length::new(w, Unit::Weeks));
    match rule.kind {
        Kind::SetByRequester { .. } => facts.named = weeks,
        _ => facts.agreed = weeks,
    }
    facts
}

/// Whether the rule leaves the length to the request.
pub fn asks_weeks(rule: &TermRule) -> bool {
    matches!(rule.kind, Kind::SetByRequester { .. } | Kind::AgreedPerRequest)
}

/// How long before the meeting the papers of the municipal council are due.
pub const PAPERS_DAYS: i64 = 14;
/// How long the municipality needs between the advice and the papers, at the least.
pub const ANSWER_DAYS: i64 = 28;

/// Counted back from the meeting of the municipal council: what is due when, and whether it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub meeting_on: Day,
    pub papers_on: Day,
    pub advice_on: Day,
    /// When the advice is due by the rule, if it starts on the day that was filled in.
    pub due_on: Option<Day>,
}

impl Plan {
    pub fn back_from(meeting_on: Day, due_on: Option<Day>) -> Self {
        let papers_on = meeting_on.plus_days(-PAPERS_DAYS);
        Self { meeting_on, papers_on, advice_on: papers_on.plus_days(-ANSWER_DAYS), due_on }
    }

    /// The term ends after the papers are due: the advice comes too late to count.
    pub fn is_too_late(&self) -> bool {
        self.due_on.is_some_and(|due| due > self.papers_on)
    }

    /// The days that are left for the answer, between the advice and the papers.
    pub fn answer_days(&self) -> Option<i64> {
        self.due_on.map(|due| due.days_until(self.papers_on))
    }

    /// It fits, and there is less time for the answer than is usual.
    pub fn is_tight(&self) -> bool {
        !self.is_too_late() && self.answer_days().is_some_and(|days| days < ANSWER_DAYS)
    }
}

/// Saturday or Sunday.
pub(crate) fn is_weekend(day: Day) -> bool {
    use jiff::civil::Weekday::{Saturday, Sunday};
    matches!(day.0.weekday(), Saturday | Sunday)
}

#[cfg(test)]
mod tests {
    use platform::Kind as Owner;

    use super::*;

    fn rule(id: &str, owner: (&str, Owner), municipality: Option<&str>, source: SourceKind) -> KeptRule {
        let mut rule = usual(Subject::Request);
        rule.source = Source::new(source, id);
        KeptRule {
            id: RuleId::of(id.to_owned()),
            organisation: OrganisationId::of(owner.0.to_owned()),
            owner: owner.1,
            municipality: municipality.map(|m| OrganisationId::of(m.to_owned())),
            subject: Subject::Request,
            rule: serde_json::to_string(&rule).expect("a rule"),
            valid_from: None,
            valid_to: None,
        }
    }

    /// Which rule goes first, in the order in which they would be chosen when the ones before are not there.
    #[test]
    fn the_nearest_goes_first_and_then_the_highest_source() {
        use SourceKind::{Agreement, Covenant, HouseRules, Law, Ordinance};
        let (council, here, there) =
            (("raad", Owner::Council), ("hier", Owner::Municipality), ("daar", Owner::Municipality));
        let order = [
            rule("only-here", council, Some("hier"), Agreement),
            rule("law", here, None, Law),
            rule("own-ordinance", council, None, Ordinance),
            rule("ordinance-here", here, None, Ordinance),
            rule("house-rules", council, None, HouseRules),
            rule("agreement-here", here, None, Agreement),
            rule("association", ("koepel", Owner::Association), None, Law),
        ];
        let never = [rule("only-there", council, Some("daar"), Law), rule("law-there", there, None, Covenant)];
        let (municipality, day) = (OrganisationId::of("hier".to_owned()), Day::parse("2026-11-24").expect("a day"));
        for at in 0..order.len() {
            let mut all: Vec<KeptRule> = order[at..].iter().chain(&never).cloned().collect();
            all.reverse();
            let found = on_day(&all, &municipality, Subject::Request, day);
            assert_eq!(found.id.as_ref(), Some(&order[at].id));
        }
        let found = on_day(&never, &municipality, Subject::Request, day);
        assert_eq!(found, Ruled { id: None, rule: usual(Subject::Request) });
    }
}
