//! The page of a round of consent: for a member the question, for who leads it the answers.

use platform::web::Cx;
use ui::Ui;

use crate::Texts;
use crate::case::Case;
use crate::consent::Standing;
use crate::draft::Draft;
use crate::faults::Faults;
use crate::kinds::Consent;
use crate::parts::{self, Pick};
use crate::policy::{Issuing, LeadingRound};
use crate::round::{Round, Tally, Voter};
use crate::{room, say};

#[derive(askama::Template)]
#[template(path = "consent.html")]
pub(crate) struct ConsentPage<'a> {
    cx: &'a Cx,
    ui: Ui,
    t: &'static Texts,
    case: Case,
    round: Option<Round>,
    voters: Vec<Voter>,
    draft: Option<Draft>,
    tally: Tally,
    faults: Faults,
    chosen: Option<Consent>,
    remark: String,
}

impl<'a> ConsentPage<'a> {
    pub fn new(cx: &'a Cx, ui: Ui, t: &'static Texts, case: Case, standing: Standing, faults: Faults) -> Self {
        let Standing { round, voters, draft } = standing;
        let mine = voters.iter().find(|v| cx.actor().is(&v.person));
        let (chosen, remark) = (mine.and_then(|v| v.answer), mine.and_then(|v| v.remark.clone()).unwrap_or_default());
        let tally = Tally::of(&voters);
        Self { cx, ui, t, case, round, voters, draft, tally, faults, chosen, remark }
    }

    /// What was just typed, and could not be taken.
    pub fn with_typed(mut self, chosen: Option<Consent>, remark: String) -> Self {
        (self.chosen, self.remark) = (chosen, remark);
        self
    }

    fn may_lead(&self) -> bool {
        room::may::<LeadingRound>(self.cx, &self.case)
    }

    fn may_issue(&self) -> bool {
        room::may::<Issuing>(self.cx, &self.case) && self.case.issue().is_ok()
    }

    fn is_open(&self) -> bool {
        self.case.has_open_round() && self.case.exit.is_none()
    }

    fn may_open(&self) -> bool {
        self.may_lead() && self.case.open_round().is_ok()
    }

    fn may_answer(&self) -> bool {
        // Nobody answers in somebody else's name.
        self.is_open() && !self.ui.on_behalf() && self.voters.iter().any(|v| self.cx.actor().is(&v.person))
    }

    /// What was answered: for who leads the round, and for everybody once it is closed.
    fn shows_answers(&self) -> bool {
        self.may_lead() || !self.is_open()
    }

    fn has_answered(&self) -> bool {
        self.voters.iter().any(|v| self.cx.actor().is(&v.person) && v.answer.is_some())
    }

    fn title(&self) -> String {
        match &self.round {
            None => self.t.consent_none_title(),
            Some(_) => {
                let (n, of) = (self.tally.answered(), self.tally.members);
                self.t.consent_answered(n, self.ui.count_first(&n), self.ui.count(&of))
            }
        }
    }

    fn lead(&self) -> String {
        match &self.round {
            None => self.t.consent_none_lead(),
            Some(Round { closed_at: Some(at), .. }) => self.t.consent_closed_on(self.ui.weekday_day(&at.day())),
            Some(Round { closes_on: Some(on), .. }) => {
                self.t.consent_closes_on(self.ui.weekday_day(on), self.ui.distance(on))
            }
            Some(_) => self.t.consent_closes_by_hand(),
        }
    }

    fn quorum_is_there(&self) -> bool {
        self.round.as_ref().is_some_and(|r| self.tally.answered() >= r.quorum)
    }

    /// Closing now would cut off members whose answer is needed.
    fn closes_too_soon(&self) -> bool {
        !self.quorum_is_there() && self.round.as_ref().is_some_and(|r| r.is_early(self.ui.today))
    }

    fn sure(&self) -> Vec<Pick> {
        let missing = self.t.consent_close_missing(self.tally.missing(), self.ui.count_first(&self.tally.missing()));
        vec![Pick::new("ja", self.t.consent_close_anyway(), false).hint(missing)]
    }

    fn quorum(&self) -> String {
        let needed = self.round.as_ref().map_or(0, |r| r.quorum);
        if self.quorum_is_there() {
            self.t.quorum_there(self.ui.count(&needed))
        } else {
            self.t.quorum_not_there(self.ui.count(&needed))
        }
    }

    /// The marks of the quorum: whether it is answered, and whether the line stands before it.
    fn seats(&self) -> Vec<(bool, bool)> {
        let needed = self.round.as_ref().map_or(0, |r| r.quorum);
        (0..self.tally.members).map(|n| (n < self.tally.answered(), n == needed)).collect()
    }

    fn needed(&self) -> String {
        self.t.quorum_needed(self.ui.count(&self.round.as_ref().map_or(0, |r| r.quorum)))
    }

    fn who(&self, answered: bool) -> String {
        let names: Vec<&str> =
            self.voters.iter().filter(|v| v.answer.is_some() == answered).map(|v| v.name.as_str()).collect();
        names.join(", ")
    }

    fn who_answered(&self) -> String {
        self.who(true)
    }

    fn who_did_not(&self) -> String {
        self.who(false)
    }

    fn answers(&self) -> Vec<Pick> {
        let pick = |c: Consent, label: String, hint: String| {
            use platform::choice::Choice;
            Pick::new(c.word(), label, self.chosen == Some(c)).hint(hint).sign(parts::consent_sign(Some(c)))
        };
        vec![
            pick(Consent::Agrees, self.t.consent_i_agree(), String::new()),
            pick(Consent::AgreesWithRemark, self.t.consent_i_agree_with_remark(), self.t.consent_with_remark_hint()),
            pick(Consent::Objects, self.t.consent_i_object(), self.t.consent_objects_hint()),
            pick(Consent::Abstains, self.t.consent_i_abstain(), self.t.consent_abstains_hint()),
        ]
    }

    fn spread(&self) -> Vec<(ui::Html, i64, String)> {
        let line = |c: Option<Consent>, n: i64| (parts::svg(parts::consent_sign(c)), n, say::consent(c, self.t));
        vec![
            line(Some(Consent::Agrees), self.tally.agreed),
            line(Some(Consent::AgreesWithRemark), self.tally.with_remark),
            line(Some(Consent::Objects), self.tally.objected),
            line(Some(Consent::Abstains), self.tally.abstained),
            line(None, self.tally.missing()),
        ]
    }

    fn sign(&self, voter: &Voter) -> ui::Html {
        parts::svg(parts::consent_sign(voter.answer))
    }

    fn said(&self, voter: &Voter) -> String {
        say::consent(voter.answer, self.t)
    }

    fn remark_of(&self, voter: &Voter) -> String {
        voter.remark.clone().unwrap_or_default()
    }

    fn when(&self, voter: &Voter) -> String {
        voter.at.map(|at| self.ui.when(&at)).unwrap_or_default()
    }

    fn version(&self) -> i64 {
        self.draft.as_ref().map_or(0, |d| d.version)
    }

    /// The draft went on after the round: what the members agreed on is what is sent.
    fn is_behind(&self) -> bool {
        self.round.as_ref().is_some_and(|r| self.case.draft_version.is_some_and(|newest| newest > r.version))
    }
}
