//! The rows of a case that is filled in at once, phase by phase in the order of life.

use platform::clock::{Day, Moment};
use platform::db::{Result, Tx};
use platform::id::PersonId;

use crate::events::Event;
use crate::kinds::{Kind, MonitoringId, RecommendationId, RoundId, Side, Subject, Visibility};
use crate::plans;
use crate::seed::{
    NewAnswer, NewCase, NewDraft, NewIssue, NewMonitoring, NewRequest, NewRound, Rules, number_of, record,
};
use crate::store::aftermath::{self, Decision};
use crate::store::answers::{self, NewLine};
use crate::store::issues::{self, NewIssue as IssueRow};
use crate::store::requests::{self, NewRequest as RequestRow};
use crate::store::rounds::{self, NewRound as RoundRow};
use crate::store::{cases, drafts};
use crate::term::{self, Known};

pub(crate) struct Writing<'a> {
    pub new: &'a NewCase,
    pub rules: &'a Rules,
    pub now: Moment,
}

impl Writing<'_> {
    pub async fn write(&self, tx: &mut Tx) -> Result<()> {
        let new = self.new;
        self.open(tx).await?;
        if let Some((done, expected_on)) = &new.announced {
            requests::announce(tx, &new.id, *expected_on, done.by.as_ref(), done.at).await?;
            record(tx, done, &Event::Announced { of: new.of() });
        }
        let mut due_on = None;
        if let Some(request) = &new.request {
            due_on = self.request(tx, request).await?;
        }
        if let Some(done) = &new.received {
            requests::receive_by(tx, &new.id, done.by.as_ref(), done.at).await?;
            record(tx, done, &Event::Received { of: new.of() });
        }
        for (person, part) in &new.parts {
            requests::add_part(tx, &new.id, person, *part, new.opened.at).await?;
        }
        if let Some(draft) = &new.draft {
            self.draft(tx, draft).await?;
        }
        if let Some((person, text, named)) = &new.minority {
            let at = new.draft.as_ref().map_or(new.opened.at, |d| d.saved.at);
            drafts::add_minority(tx, &new.id, person, text, *named, at).await?;
        }
        if let Some(round) = &new.round {
            self.round(tx, round).await?;
        }
        let mut recommendations = Vec::new();
        if let (Some(issue), Some(draft)) = (&new.issue, &new.draft) {
            (recommendations, due_on) = self.issue(tx, issue, draft).await?;
        }
        if let Some(answer) = &new.answer {
            self.answer(tx, answer, &recommendations).await?;
        }
        self.decisions(tx).await?;
        for monitoring in &new.monitoring {
            self.monitoring(tx, monitoring, &recommendations).await?;
        }
        self.rest(tx, due_on).await
    }

    async fn open(&self, tx: &mut Tx) -> Result<()> {
        let new = self.new;
        let hidden = new.council_only && new.issue.is_none();
        let row = cases::NewCase {
            id: &new.id,
            kind: new.kind,
            title: &new.title,
            lead: &new.lead,
            practice: &new.practice,
            level: new.level,
            decides: new.decides,
            visibility: if hidden { Visibility::CouncilOnly } else { Visibility::Parties },
        };
        cases::open_by(tx, new.opened.by.as_ref(), &new.council, &new.municipality, &row, new.opened.at).await?;
        if new.kind != Kind::Requested {
            record(tx, &new.opened, &Event::Opened { of: new.of(), kind: new.kind });
        }
        Ok(())
    }

    async fn request(&self, tx: &mut Tx, request: &NewRequest) -> Result<Option<Day>> {
        let new = self.new;
        let ruled = term::on_day(&self.rules.0, &new.municipality, Subject::Request, request.received_on);
        let known = Known { start_on: request.received_on, meeting_on: request.meeting_on, weeks: request.named_weeks };
        let due_on = term::due(&ruled.rule, &known).day();
        let row = RequestRow {
            for_whom: &request.for_whom,
            cause: &request.cause,
            alternatives: &request.alternatives,
            question: &request.question,
            can_change: &request.can_change,
            cannot_change: &request.cannot_change,
            received_on: request.received_on,
            meeting_on: request.meeting_on,
            named_weeks: request.named_weeks,
            rule: ruled.id.as_ref(),
            due_on,
        };
        requests::file_by(tx, request.filed.by.as_ref(), &new.id, &row, request.filed.at).await?;
        record(tx, &request.filed, &Event::Requested { of: new.of() });
        Ok(due_on)
    }

    async fn draft(&self, tx: &mut Tx, draft: &NewDraft) -> Result<()> {
        drafts::save_by(tx, &self.new.id, (draft.saved.by.as_ref(), None), &draft.as_draft(1), draft.saved.at).await?;
        record(tx, &draft.saved, &Event::Drafted { of: self.new.of_side(Side::Council), version: 1 });
        Ok(())
    }

    async fn round(&self, tx: &mut Tx, new: &NewRound) -> Result<()> {
        let round = RoundId::fresh();
        let voters: Vec<PersonId> = new.answers.iter().map(|(person, _)| person.clone()).collect();
        let row = RoundRow { id: &round, version: 1, closes_on: new.closes_on, voters: &voters };
        rounds::open_by(tx, &self.new.id, new.opened.by.as_ref(), &row, new.opened.at).await?;
        let of = || self.new.of_side(Side::Council);
        record(tx, &new.opened, &Event::RoundOpened { of: of(), round: round.clone(), version: 1 });
        for (person, answer) in &new.answers {
            if let Some((said, remark, at)) = answer {
                rounds::answer_by(tx, &round, person, *said, remark, *at).await?;
            }
        }
        if let Some(done) = &new.closed {
            rounds::close_by(tx, &round, done.by.as_ref(), done.at).await?;
            record(tx, done, &Event::RoundClosed { of: of(), round });
        }
        Ok(())
    }

    async fn issue(
        &self,
        tx: &mut Tx,
        new: &NewIssue,
        draft: &NewDraft,
    ) -> Result<(Vec<RecommendationId>, Option<Day>)> {
        let (council, on) = (&self.new.council, new.issued.at.day());
        let year = i64::from(on.0.year());
        let number = match new.number {
            Some(number) => {
                issues::number_is_taken(tx, council, year, number).await?;
                number
            }
            None => issues::next_number(tx, council, year).await?,
        };
        let ruled = term::on_day(&self.rules.0, &self.new.municipality, Subject::Response, on);
        let meeting_on = self.new.request.as_ref().and_then(|r| r.meeting_on);
        let answer_due_on = term::due(&ruled.rule, &Known { start_on: on, meeting_on, weeks: None }).day();
        let draft = draft.as_draft(1);
        let answer_rule = ruled.id.as_ref();
        let row = IssueRow { council, year, number, answer_rule, answer_due_on, draft: &draft, anyway: "" };
        let ids = issues::issue_by(tx, &self.new.id, new.issued.by.as_ref(), &row, new.issued.at).await?;
        record(tx, &new.issued, &Event::Issued { of: self.new.of(), number: number_of(year, number) });
        Ok((ids, answer_due_on))
    }

    async fn answer(&self, tx: &mut Tx, new: &NewAnswer, recommendations: &[RecommendationId]) -> Result<()> {
        let told: Vec<_> =
            recommendations.iter().zip(&new.lines).filter_map(|(id, line)| Some((id, line.as_ref()?))).collect();
        let line = |(id, line): &(&RecommendationId, &crate::seed::NewLine)| NewLine {
            recommendation: (*id).clone(),
            position: Some(line.position),
            reason: line.reason.clone(),
            promise: line.promise.clone(),
            promised_by: line.promised_by.clone(),
            promise_on: line.promise_on,
        };
        let lines: Vec<NewLine> = told.iter().map(line).collect();
        answers::save_by(tx, &self.new.id, new.prepared.by.as_ref(), &lines, new.prepared.at).await?;
        record(tx, &new.prepared, &Event::AnswerPrepared { of: self.new.of_side(Side::Municipality) });
        if let Some(done) = &new.published {
            answers::publish_by(tx, &self.new.id, done.by.as_ref(), done.at).await?;
            record(tx, done, &Event::AnswerPublished { of: self.new.of() });
        }
        for (id, line) in told {
            if let Some((execution, at)) = line.execution {
                aftermath::execute(tx, None, id, execution, at).await?;
            }
        }
        Ok(())
    }

    async fn decisions(&self, tx: &mut Tx) -> Result<()> {
        let new = self.new;
        for (body, on) in &new.decision_plans {
            requests::plan_decision(tx, &new.id, *body, *on).await?;
        }
        for d in &new.decisions {
            let row = Decision { body: d.body, on_day: d.on, outcome: d.outcome, text: d.text.clone() };
            aftermath::decide_by(tx, &new.id, d.recorded.by.as_ref(), &row, d.recorded.at).await?;
            record(tx, &d.recorded, &Event::Decided { of: new.of(), body: d.body });
        }
        Ok(())
    }

    async fn monitoring(&self, tx: &mut Tx, new: &NewMonitoring, recommendations: &[RecommendationId]) -> Result<()> {
        let id = MonitoringId::fresh();
        let row = aftermath::NewMonitoring {
            id: &id,
            due_on: new.due_on,
            question: &new.question,
            person: new.person.as_ref(),
            recommendation: new.recommendation.and_then(|at| recommendations.get(at)),
        };
        aftermath::plan_by(tx, &self.new.id, new.planned.by.as_ref(), &row, new.planned.at).await?;
        record(tx, &new.planned, &Event::MonitoringPlanned { of: self.new.of(), monitoring: id.clone() });
        for (side, found, done) in &new.found {
            aftermath::measure_by(tx, done.by.as_ref(), (&id, *side), found, done.at).await?;
            record(tx, done, &Event::Measured { of: self.new.of(), monitoring: id.clone() });
        }
        if new.found.is_empty() && new.due_on > self.now.day() {
            plans::monitoring(tx, &id, new.due_on).await?;
        }
        Ok(())
    }

    /// Notes, the way out, and the term that still runs.
    async fn rest(&self, tx: &mut Tx, due_on: Option<Day>) -> Result<()> {
        let new = self.new;
        for (side, text, done) in &new.notes {
            cases::note_by(tx, &new.id, (*side, false), text, (done.by.as_ref(), None), done.at).await?;
            record(tx, done, &Event::Noted { of: new.of(), side: *side });
        }
        if let Some((how, reason, done)) = &new.exit {
            cases::leave(tx, &new.id, *how, reason, done.at).await?;
            record(tx, done, &Event::Left { of: new.of(), how: *how });
        }
        let answered = new.answer.as_ref().is_some_and(|a| a.published.is_some());
        if new.exit.is_none() && !answered {
            plans::term_once(tx, &new.id, due_on, self.now).await?;
        }
        Ok(())
    }
}
