//! What follows from an event, done within the transaction that also marks it done. A letter has a cause that
//! is its own, so that doing it again posts nothing twice.

use identity::directory::Person;
use identity::letterhead;
use mail::Letter;
use platform::App;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::jobs::{Job, Planned, Trouble};
use platform::trail::{By, Entry, Line, Origin};

use crate::case::Case;
use crate::events::{Event, Of};
use crate::kinds::{Body, MonitoringId, Side, Subject};
use crate::letters::{About, side_of};
use crate::plans;
use crate::standstill::Changes;
use crate::store::people::{ALDERMEN, CLERKS, CONTACT, EVERYBODY, MEMBERS, OFFICERS, of_side};
use crate::store::{aftermath, answers, cases, drafts, issues, people, requests, rounds, seclusion, standstills};
use crate::tell_rule;

/// Does what follows.
pub fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    Box::pin(async move {
        let Some(event) = line.event::<Event>() else {
            return Err(Trouble::GiveUp(format!("{name} does not follow from {}", line.kind)));
        };
        if matches!(event, Event::RuleLaidDown { .. }) {
            return tell_rule::tell(app, tx, line, &event).await.map_err(Trouble::from);
        }
        let Some(of) = event.of() else {
            return Err(Trouble::GiveUp(format!("{} is about no case", line.kind)));
        };
        let Some(case) = cases::find(tx, &of.case).await? else {
            return Err(Trouble::GiveUp(format!("the case of {} is gone", line.kind)));
        };
        let goes_by = letterhead::goes_by(tx, &case.council).await?;
        let (cause, at, on) = (format!("advice.{}", line.seq), line.at, line.at.day());
        let post = Post { app, case: &case, cause, at, on, goes_by };
        follow(&post, tx, &event).await.map_err(Trouble::from)
    })
}

/// A round of letters about one event.
struct Post<'a> {
    app: &'a App,
    case: &'a Case,
    cause: String,
    at: Moment,
    on: Day,
    /// The name that letters about this council come from, and where answers to them go.
    goes_by: (Option<String>, Option<String>),
}

impl Post<'_> {
    /// Posts one letter to each; a person who gets it twice, by two seats, gets it once.
    async fn to(&self, tx: &mut Tx, people: &[Person], letter: impl Fn(&About<'_>) -> Letter) -> Result<()> {
        for to in people {
            let about = About { case: self.case, to, base_url: &self.app.config().base_url };
            let cause = format!("{}.{}", self.cause, to.id);
            let mut letter = letter(&about);
            (letter.from_name, letter.reply_to) = self.goes_by.clone();
            letter.organisation = Some(self.case.council.clone());
            mail::post(tx, &cause, Some(&to.id), &to.address, &letter, self.app.clock().now()).await?;
        }
        Ok(())
    }

    /// Who holds one of these roles at one of the two, and may know of it now. The clerk hears when an embargo is over.
    async fn seated(&self, conn: &mut Conn, of: &OrganisationId, roles: &str) -> Result<Vec<Person>> {
        if roles == CLERKS && self.case.is_under_embargo(self.app.clock().now()) {
            return Ok(Vec::new());
        }
        let side = if *of == self.case.council { Side::Council } else { Side::Municipality };
        of_side(conn, self.case, side, roles, self.on).await
    }

    async fn council(&self, conn: &mut Conn) -> Result<Vec<Person>> {
        self.seated(conn, &self.case.council, MEMBERS).await
    }

    async fn officers(&self, conn: &mut Conn) -> Result<Vec<Person>> {
        self.seated(conn, &self.case.municipality, OFFICERS).await
    }

    async fn both(&self, conn: &mut Conn) -> Result<Vec<Person>> {
        let mut people = self.council(conn).await?;
        people.extend(self.officers(conn).await?);
        Ok(people)
    }

    async fn side(&self, conn: &mut Conn, side: Side) -> Result<Vec<Person>> {
        match side {
            Side::Council => self.council(conn).await,
            Side::Municipality => self.officers(conn).await,
        }
    }
}

async fn follow(post: &Post<'_>, tx: &mut Tx, event: &Event) -> Result<()> {
    match event {
        Event::Requested { .. } => tell_request(post, tx).await,
        Event::RoundOpened { round, version, .. } => {
            let Some(draft) = drafts::version(tx, &post.case.id, *version).await? else { return Ok(()) };
            let closes_on = rounds::find(tx, round).await?.and_then(|r| r.closes_on);
            let voters = rounds::voters(tx, round).await?;
            let people = post
                .council(tx)
                .await?
                .into_iter()
                .filter(|p| voters.iter().any(|v| v.person == p.id))
                .collect::<Vec<_>>();
            post.to(tx, &people, |about| about.round(&draft, closes_on)).await
        }
        Event::Issued { .. } => tell_issue(post, tx).await,
        Event::AnswerSubmitted { version, .. } => {
            // Changed or sent meanwhile: then this letter has become untrue.
            if post.case.published_at.is_some() || post.case.answer_version != Some(*version) {
                return Ok(());
            }
            let lines = answers::prepared(tx, &post.case.id).await?;
            let people = post.seated(tx, &post.case.municipality, ALDERMEN).await?;
            post.to(tx, &people, |about| about.approval(&lines)).await
        }
        Event::AnswerReturned { sent, .. } => {
            // Laid before the alderman again meanwhile: then this letter has become untrue.
            let returned = answers::returned(tx, &post.case.id).await?.filter(|r| r.id == *sent);
            let Some(returned) = returned.filter(|_| post.case.submitted_version.is_none()) else { return Ok(()) };
            let people = post.officers(tx).await?;
            post.to(tx, &people, |about| about.returned(&returned)).await
        }
        Event::AnswerPublished { .. } => {
            let lines = answers::published(tx, &post.case.id).await?;
            let people = post.council(tx).await?;
            post.to(tx, &people, |about| about.answer(&lines)).await?;
            // The clerk takes it along with the proposal; the contact officer hears that it is out.
            let mut theirs = post.seated(tx, &post.case.municipality, CONTACT).await?;
            if post.case.decides == Body::MunicipalCouncil {
                theirs.extend(post.seated(tx, &post.case.municipality, CLERKS).await?);
            }
            post.to(tx, &theirs, |about| about.answer_sent(&lines)).await
        }
        Event::Received { .. } => {
            // A case of the council alone tells the municipality nothing.
            if !post.case.visibility.is_shared() {
                return Ok(());
            }
            let moved_from = requests::moved_from(tx, &post.case.id).await?;
            let people = post.seated(tx, &post.case.municipality, CONTACT).await?;
            post.to(tx, &people, |about| about.received(moved_from)).await
        }
        Event::Decided { body, .. } => tell_decision(post, tx, *body).await,
        Event::MonitoringAsked { monitoring, .. } => tell_monitoring(post, tx, monitoring).await,
        Event::TermNears { side, .. } | Event::TermPassed { side, .. } => {
            let turn = post.case.turn(post.on);
            let passed = matches!(event, Event::TermPassed { .. });
            let people = if passed { post.both(tx).await? } else { post.side(tx, *side).await? };
            post.to(tx, &people, |about| about.term(&turn, passed)).await
        }
        Event::TermExtended { side, extension, .. } => {
            let Some((_, changes)) = changes(post, tx).await? else { return Ok(()) };
            let Some(it) = changes.extended.iter().find(|e| e.id == *extension) else { return Ok(()) };
            let people = post.side(tx, side.other()).await?;
            post.to(tx, &people, |about| about.term_extended(it)).await
        }
        Event::TermPaused { side, pause, .. } | Event::TermResumed { side, pause, .. } => {
            let Some((_, changes)) = changes(post, tx).await? else { return Ok(()) };
            let Some(it) = changes.pauses.iter().find(|p| p.id == *pause) else { return Ok(()) };
            let people = post.side(tx, side.other()).await?;
            let runs_on = matches!(event, Event::TermResumed { .. });
            post.to(tx, &people, |about| if runs_on { about.term_resumed(it) } else { about.term_paused(it) }).await
        }
        Event::Left { how, .. } => {
            let reason = post.case.exit_reason.clone().unwrap_or_default();
            let people = if post.case.visibility == crate::kinds::Visibility::CouncilOnly {
                post.council(tx).await?
            } else {
                post.both(tx).await?
            };
            post.to(tx, &people, |about| about.left(*how, &reason)).await
        }
        Event::HandedOver { to, .. } => tell_handed_over(post, tx, to).await,
        Event::EmbargoSet { side, until, .. } => {
            // Changed or lifted meanwhile: then this letter has become untrue.
            if post.case.embargo_until != Some(*until) {
                return Ok(());
            }
            let people = who_works_on_it(post, tx).await?;
            post.to(tx, &people, |about| about.embargo(*side, *until)).await
        }
        Event::EmbargoLifted { .. } | Event::EmbargoOver { .. } => {
            if post.case.is_under_embargo(post.app.clock().now()) {
                return Ok(()); // there is another one already
            }
            let mut people = who_works_on_it(post, tx).await?;
            if post.case.visibility.is_shared() {
                people.extend(post.seated(tx, &post.case.municipality, CLERKS).await?);
                people.extend(guests(post, tx).await?);
            }
            post.to(tx, &people, |about| about.embargo_over()).await
        }
        Event::Confided { side, .. } => {
            let of = if *side == Side::Council { &post.case.council } else { &post.case.municipality };
            let roles = [EVERYBODY, OFFICERS, ALDERMEN, CLERKS];
            let mut people = Vec::new();
            for roles in roles {
                people.extend(post.seated(tx, of, roles).await?);
            }
            post.to(tx, &people, |about| about.confided()).await
        }
        Event::Opened { .. }
        | Event::Announced { .. }
        | Event::DocumentAdded { .. }
        | Event::Drafted { .. }
        | Event::Consented { .. }
        | Event::RoundClosed { .. }
        | Event::MinorityTold { .. }
        | Event::RuleLaidDown { .. }
        | Event::OpenedUp { .. }
        | Event::AnswerPrepared { .. }
        | Event::AnswerApproved { .. }
        | Event::MonitoringPlanned { .. }
        | Event::Measured { .. }
        | Event::Noted { .. } => Ok(()),
    }
}

/// Members and officers; of a case of one side alone, that side.
async fn who_works_on_it(post: &Post<'_>, conn: &mut Conn) -> Result<Vec<Person>> {
    if post.case.visibility.is_shared() { post.both(conn).await } else { post.council(conn).await }
}

/// The guests who read along; while a side keeps it to some, none.
async fn guests(post: &Post<'_>, conn: &mut Conn) -> Result<Vec<Person>> {
    if post.case.council_confidential || post.case.municipality_confidential {
        return Ok(Vec::new());
    }
    seclusion::guests(conn, &post.case.id, post.on).await
}

/// What changed the term that runs; nothing when none runs any more.
async fn changes(post: &Post<'_>, conn: &mut Conn) -> Result<Option<(Subject, Changes)>> {
    let Some(subject) = post.case.running_term() else { return Ok(None) };
    Ok(Some((subject, standstills::of(conn, &post.case.id, subject).await?)))
}

async fn tell_request(post: &Post<'_>, tx: &mut Tx) -> Result<()> {
    let Some(request) = requests::find(tx, &post.case.id).await? else { return Ok(()) };
    let urgency = standstills::urgency(tx, &post.case.id).await?;
    let people = post.council(tx).await?;
    post.to(tx, &people, |about| about.request(&request, urgency.as_ref(), request.due_on)).await
}

/// To the officers; and to the clerk when the municipal council decides, for it goes along with the proposal.
async fn tell_issue(post: &Post<'_>, tx: &mut Tx) -> Result<()> {
    let Some(issue) = issues::find(tx, &post.case.id).await? else { return Ok(()) };
    let Some(draft) = drafts::version(tx, &post.case.id, issue.version).await? else { return Ok(()) };
    let lines = answers::published(tx, &post.case.id).await?;
    let mut people = post.officers(tx).await?;
    if post.case.decides == Body::MunicipalCouncil {
        people.extend(post.seated(tx, &post.case.municipality, CLERKS).await?);
    }
    post.to(tx, &people, |about| about.issue(&issue, &draft, &lines)).await
}

/// One letter about everything that passed at once, however many cases that is.
async fn tell_handed_over(post: &Post<'_>, tx: &mut Tx, to: &PersonId) -> Result<()> {
    let taken = people::taken(tx, to, post.at).await?;
    let Some(person) = identity::directory::person(tx, to).await?.filter(|_| !taken.is_empty()) else { return Ok(()) };
    let letter = crate::letters::handed_over(&person, &taken, &post.app.config().base_url);
    let cause = format!("advice.handed-over.{to}.{}", post.at.0);
    mail::post(tx, &cause, Some(to), &person.address, &letter, post.app.clock().now()).await
}

async fn tell_decision(post: &Post<'_>, tx: &mut Tx, body: Body) -> Result<()> {
    let decisions = aftermath::decisions(tx, &post.case.id).await?;
    let Some(decision) = decisions.into_iter().find(|d| d.body == body) else { return Ok(()) };
    let people = post.both(tx).await?;
    post.to(tx, &people, |about| about.decision(&decision)).await
}

async fn tell_monitoring(post: &Post<'_>, tx: &mut Tx, id: &MonitoringId) -> Result<()> {
    let Some(monitoring) = aftermath::monitoring(tx, id).await? else { return Ok(()) };
    // Who told already what they saw is not asked any more.
    let told = aftermath::told(tx, &post.case.id).await?;
    let mut people = Vec::new();
    for side in [Side::Council, Side::Municipality] {
        if !told.iter().any(|one| one.monitoring == *id && one.side == side) {
            people.extend(post.side(tx, side).await?);
        }
    }
    post.to(tx, &people, |about| about.monitoring(&monitoring)).await
}

/// Does what was planned for now: says what the clock makes true. The letters follow from that.
pub fn planned<'a>(app: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    Box::pin(async move {
        let now = app.clock().now();
        let event = match planned.name.as_str() {
            plans::REMIND | plans::PASSED => of_term(tx, planned, now.day()).await?,
            plans::MONITOR => of_monitoring(tx, planned).await?,
            plans::EMBARGO => of_embargo(tx, planned, now).await?,
            _ => return Err(Trouble::GiveUp(format!("nobody planned {}", planned.name))),
        };
        if let Some(event) = event {
            tx.record(Entry::of(
                By { actor: None, on_behalf_of: None, at: now, origin: Origin::Clock, network: None },
                &event,
            ));
        }
        Ok(())
    })
}

/// A term that is still running: the case is looked at as it is now, not as it was when this was planned.
async fn of_term(tx: &mut Tx, planned: &Planned, today: Day) -> Result<Option<Event>> {
    use crate::turn::Task;
    let Some(case) = cases::find(tx, &crate::kinds::CaseId::of(planned.thing.id.clone())).await? else {
        return Ok(None);
    };
    let turn = case.turn(today);
    if !matches!(turn.task, Task::Receive | Task::Prepare | Task::Answer) || turn.by.is_none() {
        return Ok(None);
    }
    let (of, side) = (Of::both(&case), side_of(&turn));
    let passed = planned.name == plans::PASSED;
    Ok(match (passed, turn.is_late(today)) {
        (true, true) => Some(Event::TermPassed { of, side }),
        (false, false) => Some(Event::TermNears { of, side }),
        _ => None,
    })
}

/// An embargo whose moment has come; it opened by the clock already, and this says so.
async fn of_embargo(tx: &mut Tx, planned: &Planned, now: Moment) -> Result<Option<Event>> {
    let id = crate::kinds::CaseId::of(planned.thing.id.clone());
    let Some(case) = cases::find(tx, &id).await? else { return Ok(None) };
    let over = case.embargo_until.is_some_and(|until| until <= now);
    Ok(over.then(|| Event::EmbargoOver { of: Of::seen(&case) }))
}

async fn of_monitoring(tx: &mut Tx, planned: &Planned) -> Result<Option<Event>> {
    let id = MonitoringId::of(planned.thing.id.clone());
    let Some(monitoring) = aftermath::monitoring(tx, &id).await? else { return Ok(None) };
    let Some(case) = cases::find(tx, &monitoring.case_id).await? else { return Ok(None) };
    let asks = monitoring.told < 2 && case.exit.is_none();
    Ok(asks.then(|| Event::MonitoringAsked { of: Of::both(&case), monitoring: id }))
}
