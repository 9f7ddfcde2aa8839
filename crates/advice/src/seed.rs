//! Filling the room at once: rules and whole cases, with the rows and the trail as if people had made them.
//! For the demo country and for tests; dates are what they are said to be.

use platform::clock::{Day, Moment};
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::trail::{By, Entry, Origin};

use crate::case::numbered;
use crate::draft::{Draft, Line};
use crate::events::{Event, Of};
use crate::kinds::{
    Body, CaseId, Consent, Execution, Exit, Kind, Level, Outcome, Part, Position, RuleId, Side, Subject,
};
use crate::seed_rows::Writing;
use crate::store::{rules, seclusion, standstills};
use crate::term::KeptRule;

/// Lays down the rule of a council about a term, for one municipality or (with none) for all.
pub async fn rule(
    tx: &mut Tx,
    council: &OrganisationId,
    municipality: Option<&OrganisationId>,
    subject: Subject,
    rule: &terms::TermRule,
    now: Moment,
) -> Result<RuleId> {
    let id = RuleId::fresh();
    rules::add(tx, &id, council, municipality, subject, rule, now).await?;
    Ok(id)
}

/// The rules of one council, read once for all its cases.
#[derive(Debug, Clone, Default)]
pub struct Rules(pub(crate) Vec<KeptRule>);

impl Rules {
    pub async fn of(tx: &mut Tx, council: &OrganisationId) -> Result<Self> {
        let mut all = rules::of_council(tx, council, Subject::Request).await?;
        all.extend(rules::of_council(tx, council, Subject::Response).await?);
        Ok(Self(all))
    }
}

/// Something done by somebody at a moment.
#[derive(Debug, Clone)]
pub struct Done {
    pub at: Moment,
    pub by: Option<PersonId>,
}

/// A whole case; what has not happened is absent. Later phases need the earlier ones, as in life.
#[derive(Debug, Clone)]
pub struct NewCase {
    pub id: CaseId,
    pub kind: Kind,
    pub council: OrganisationId,
    pub municipality: OrganisationId,
    pub title: String,
    pub lead: String,
    pub practice: String,
    pub level: Level,
    pub decides: Body,
    /// Only the council sees it; for an unsolicited advice that is not out yet.
    pub council_only: bool,
    pub opened: Done,
    pub announced: Option<(Done, Option<Day>)>,
    pub request: Option<NewRequest>,
    /// The council took it up.
    pub received: Option<Done>,
    pub parts: Vec<(PersonId, Part)>,
    pub draft: Option<NewDraft>,
    /// The last is open when it was not closed.
    pub round: Option<NewRound>,
    pub minority: Option<(PersonId, String, bool)>,
    pub issue: Option<NewIssue>,
    pub answer: Option<NewAnswer>,
    pub decisions: Vec<NewDecision>,
    /// What is still to be decided: who, and when.
    pub decision_plans: Vec<(Body, Day)>,
    pub monitoring: Vec<NewMonitoring>,
    pub notes: Vec<(Side, String, Done)>,
    pub exit: Option<(Exit, String, Done)>,
}

#[derive(Debug, Clone)]
pub struct NewRequest {
    pub filed: Done,
    pub received_on: Day,
    pub meeting_on: Option<Day>,
    pub named_weeks: Option<i64>,
    pub for_whom: String,
    pub cause: String,
    pub alternatives: String,
    pub question: String,
    pub can_change: String,
    pub cannot_change: String,
}

#[derive(Debug, Clone)]
pub struct NewDraft {
    pub saved: Done,
    pub title: String,
    pub summary: String,
    pub considered: String,
    pub heard: String,
    pub equal_chances: String,
    pub recommendations: Vec<NewRecommendation>,
}

#[derive(Debug, Clone)]
pub struct NewRecommendation {
    pub text: String,
    pub addressee: Body,
    pub effect: String,
    pub reason: String,
}

/// What a member answered, with which remark, and when.
pub type Said = (Consent, String, Moment);

#[derive(Debug, Clone)]
pub struct NewRound {
    pub opened: Done,
    pub closes_on: Option<Day>,
    /// Every member, with the answer if there is one.
    pub answers: Vec<(PersonId, Option<Said>)>,
    pub closed: Option<Done>,
}

#[derive(Debug, Clone)]
pub struct NewIssue {
    pub issued: Done,
    /// The number in the year of the issue, if it is given; without one the next is taken.
    pub number: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct NewAnswer {
    pub prepared: Done,
    /// One for each recommendation, in order; none where there is no answer yet.
    pub lines: Vec<Option<NewLine>>,
    /// Without it the answer is still being prepared.
    pub published: Option<Done>,
}

#[derive(Debug, Clone)]
pub struct NewLine {
    pub position: Position,
    pub reason: String,
    pub promise: String,
    pub promised_by: String,
    pub promise_on: Option<Day>,
    pub execution: Option<(Execution, Moment)>,
}

#[derive(Debug, Clone)]
pub struct NewDecision {
    pub body: Body,
    pub on: Day,
    pub outcome: Outcome,
    pub text: String,
    pub recorded: Done,
}

#[derive(Debug, Clone)]
pub struct NewMonitoring {
    pub planned: Done,
    pub due_on: Day,
    pub question: String,
    pub person: Option<PersonId>,
    /// Which recommendation, counted from 0.
    pub recommendation: Option<usize>,
    /// What each side saw.
    pub found: Vec<(Side, String, Done)>,
}

/// Writes a whole case: its rows, its trail with origin *demo*, and what is planned after `now`. Dates by which
/// something is due are computed by the council's rules.
pub async fn case(tx: &mut Tx, new: &NewCase, rules: &Rules, now: Moment) -> Result<()> {
    Writing { new, rules, now }.write(tx).await
}

impl NewCase {
    pub(crate) fn of(&self) -> Of {
        let municipality = (!self.council_only || self.issue.is_some()).then(|| self.municipality.clone());
        Of { case: self.id.clone(), council: Some(self.council.clone()), municipality }
    }

    pub(crate) fn of_side(&self, side: Side) -> Of {
        let of = self.of();
        match side {
            Side::Council => Of { municipality: None, ..of },
            Side::Municipality => Of { council: None, ..of },
        }
    }
}

impl NewDraft {
    pub(crate) fn as_draft(&self, version: i64) -> Draft {
        let line = |r: &NewRecommendation| Line {
            text: r.text.clone(),
            addressee: r.addressee,
            effect: r.effect.clone(),
            reason: r.reason.clone(),
        };
        Draft {
            version,
            title: self.title.clone(),
            summary: self.summary.clone(),
            considered: self.considered.clone(),
            heard: self.heard.clone(),
            equal_chances: self.equal_chances.clone(),
            lines: self.recommendations.iter().map(line).collect(),
            at: self.saved.at,
            by_name: String::new(),
        }
    }
}

/// Writes down that something happened then.
pub(crate) fn record(tx: &mut Tx, done: &Done, event: &Event) {
    let by = By { actor: done.by.clone(), on_behalf_of: None, at: done.at, origin: Origin::Demo, network: None };
    tx.record(Entry::of(by, event));
}

/// `2026-07`
pub(crate) fn number_of(year: i64, number: i64) -> String {
    numbered(year, number)
}

/// A guest of the council in a case, until a day.
pub async fn guest(
    tx: &mut Tx,
    case: &CaseId,
    person: &PersonId,
    until_on: Day,
    by: (&PersonId, Moment),
) -> Result<()> {
    crate::store::guests::seat(tx, case, person, Side::Council, until_on, by).await
}

/// An embargo that one side asked for, until a moment. One that is to come opens by the clock.
pub async fn embargo(tx: &mut Tx, id: &CaseId, until: Moment, ground: &str, (side, done): (Side, &Done)) -> Result<()> {
    let Some(case) = crate::store::cases::find(tx, id).await? else { return Ok(()) };
    seclusion::set_embargo_by(tx, id, (side, until), ground, (done.by.as_ref(), done.at)).await?;
    crate::plans::embargo(tx, id, until).await?;
    record(tx, done, &Event::EmbargoSet { of: Of::seen(&case), side, until });
    Ok(())
}

/// A side that keeps a case to some of its people.
pub async fn confided(
    tx: &mut Tx,
    id: &CaseId,
    circle: &[PersonId],
    ground: &str,
    (side, done): (Side, &Done),
) -> Result<()> {
    let Some(case) = crate::store::cases::find(tx, id).await? else { return Ok(()) };
    seclusion::confide_by(tx, id, (side, circle), ground, (done.by.as_ref(), done.at)).await?;
    record(tx, done, &Event::Confided { of: Of::confided(&case, side), side });
    Ok(())
}

/// A running term that became longer by agreement; nothing happens when none runs.
pub async fn longer(tx: &mut Tx, id: &CaseId, weeks: i64, reason: &str, (side, done): (Side, &Done)) -> Result<()> {
    let Some(case) = crate::store::cases::find(tx, id).await? else { return Ok(()) };
    let Ok((subject, due_before)) = case.extend_term() else { return Ok(()) };
    let due_on = due_before.plus_days(weeks * 7);
    let ground = crate::kinds::ExtensionGround::Agreement;
    let new = standstills::NewExtension { ground, amount: weeks, unit: "weeks", reason, due_before, due_on };
    let told = standstills::Told { side, by: done.by.as_ref(), at: done.at };
    let extension = standstills::extend(tx, (id, subject), &new, told).await?;
    record(tx, done, &Event::TermExtended { of: Of::both(&case), side, extension });
    crate::plans::term(tx, id, Some(due_on), done.at).await
}

/// A running term that stands still because the council misses something; nothing happens when none runs.
pub async fn still(tx: &mut Tx, id: &CaseId, from_on: Day, reason: &str, done: &Done) -> Result<()> {
    let Some(case) = crate::store::cases::find(tx, id).await? else { return Ok(()) };
    let Ok(subject) = case.pause_term() else { return Ok(()) };
    let new = standstills::NewPause { ground: crate::kinds::PauseGround::Incomplete, from_on, reason };
    let told = standstills::Told { side: Side::Council, by: done.by.as_ref(), at: done.at };
    let pause = standstills::pause(tx, (id, subject), &new, told).await?;
    record(tx, done, &Event::TermPaused { of: Of::both(&case), side: Side::Council, pause });
    crate::plans::no_term(tx, id).await
}
