//! The boards: what runs, whose turn it is, and what is late. The council and the municipality see the same
//! cases in the same words, each from its own side.
//!
//! GET /onze-raad
//! GET /dossiers

use std::collections::HashMap;

use identity::directory::{self, Seated};
use platform::Kind as OrganisationKind;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::web::{Cx, Outcome, Problem};
use ui::{Notice, Section, Ui};

use crate::case::Case;
use crate::eyes::Eyes;
use crate::kinds::{Kind, Part, Side};
use crate::policy::Standing;
use crate::stage::{Progress, Step};
use crate::store::cases::{self, Shelf};
use crate::store::people::{self, Playing};
use crate::turn::{Turn, Who};
use crate::{Texts, room, say, texts};

/// From how long before the end of a seat the board says so.
const SEAT_ENDS_DAYS: i64 = 90;

/// A case as a line of a board.
pub(crate) struct Line {
    pub case: Case,
    pub turn: Turn,
    pub steps: Vec<Step>,
    pub names: String,
}

/// Where somebody sits, and on which side: the organisation whose board this is.
pub(crate) struct Place {
    pub organisation: OrganisationId,
    pub name: String,
    pub side: Side,
}

impl Place {
    /// The seat on this side that they speak from, else the first one.
    pub fn of(cx: &Cx, side: Side) -> Result<Self, Problem> {
        let kind = match side {
            Side::Council => OrganisationKind::Council,
            Side::Municipality => OrganisationKind::Municipality,
        };
        let sits = |s: &&platform::Seat| {
            s.kind == kind && crate::policy::standing_of(s).and_then(Standing::side) == Some(side)
        };
        let seat = cx.actor().seats.iter().find(sits).ok_or(Problem::NotFound)?;
        Ok(Self { organisation: seat.organisation.clone(), name: seat.organisation_name.clone(), side })
    }

    /// The side they speak from now; for pages that both sides have.
    pub fn any(cx: &Cx) -> Result<Self, Problem> {
        let spoken = cx.actor().seat().map(|s| s.kind);
        let first = if spoken == Some(OrganisationKind::Municipality) { Side::Municipality } else { Side::Council };
        Self::of(cx, first).or_else(|_| Self::of(cx, first.other()))
    }
}

#[derive(askama::Template)]
#[template(path = "board.html")]
struct BoardPage {
    ui: Ui,
    t: &'static Texts,
    place: Place,
    today: Day,
    lines: Vec<Line>,
    seated: Vec<Seated>,
    finished: i64,
    may_begin: bool,
}

pub(crate) fn lines(all: Vec<Case>, playing: &[Playing], today: Day) -> Vec<Line> {
    let mut names: HashMap<&str, Vec<&Playing>> = HashMap::new();
    for one in playing {
        names.entry(one.case_id.as_str()).or_default().push(one);
    }
    let line = |case: Case| {
        let (turn, steps) = (case.turn(today), case.steps());
        let plays = names.get(case.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let names = who_does_it(&turn, plays);
        Line { case, turn, steps, names }
    };
    let mut lines: Vec<Line> = all.into_iter().map(line).collect();
    lines.sort_by_key(|l| (l.turn.by.is_none(), l.turn.by));
    lines
}

/// The drafters when the council is to move, the officer when the municipality is; both when both are.
fn who_does_it(turn: &Turn, playing: &[&Playing]) -> String {
    let wanted = |part: Part| match turn.who {
        Who::Council => part == Part::Drafter,
        Who::Municipality => part == Part::Officer,
        Who::Both | Who::Nobody => true,
    };
    joined(playing.iter().copied().filter(|p| wanted(p.part)))
}

/// Their names; somebody with two parts is named once.
pub(crate) fn joined<'a>(playing: impl Iterator<Item = &'a Playing>) -> String {
    let mut people: Vec<&Playing> = Vec::new();
    for one in playing {
        if !people.iter().any(|p| p.person == one.person) {
            people.push(one);
        }
    }
    people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
}

async fn board(cx: Cx, side: Side) -> Outcome {
    let Ok(place) = Place::of(&cx, side) else {
        // Whoever sits on the other side only has a board there.
        Place::of(&cx, side.other())?;
        return cx.go_to(room::board(side.other(), texts(cx.lang())).0);
    };
    let (eyes, today) = (Eyes::in_cx(&cx)?, cx.now().day());
    let mut reader = cx.reader().await?;
    let cases: Vec<Case> = cases::running(&mut reader, eyes, &place.organisation)
        .await?
        .into_iter()
        .map(|c| c.seen_by(cx.actor()))
        .collect();
    let playing = people::of_board(&mut reader, &place.organisation).await?;
    let mut seated = directory::seated(&mut reader, &place.organisation, today).await?;
    seated.retain(|s| crate::policy::standing_by(s.role, place.side).is_some());
    let shelf = Shelf { eyes, of: &place.organisation, state: "" };
    let finished = cases::count_finished(&mut reader, &shelf).await?;
    let t = texts(cx.lang());
    let notice: Option<Notice> = cx.notice().and_then(|key| say::notice(&key, t));
    let ui = Ui::of(&cx, Section::Board).with_notice(notice);
    let oneself = cx.actor().helper.is_none();
    let may_begin = oneself && cx.actor().seats_in(&place.organisation).any(crate::policy::may_begin);
    cx.page(&BoardPage { ui, t, today, lines: lines(cases, &playing, today), seated, finished, may_begin, place })
}

pub(crate) async fn council(cx: Cx) -> Outcome {
    board(cx, Side::Council).await
}

pub(crate) async fn municipality(cx: Cx) -> Outcome {
    board(cx, Side::Municipality).await
}

/// A part of the board with its heading.
struct Shown<'a> {
    id: &'static str,
    mark: &'static str,
    title: String,
    lines: Vec<&'a Line>,
}

impl BoardPage {
    fn is_council(&self) -> bool {
        self.place.side == Side::Council
    }

    fn ours(&self) -> i64 {
        let ours = self.lines.iter().filter(|l| l.turn.who.is(self.place.side) && l.case.kind != Kind::ThinkAlong);
        i64::try_from(ours.count()).unwrap_or(0)
    }

    /// *Zeven dossiers lopen. Bij twee is uw raad aan zet.*
    fn title(&self) -> String {
        let (all, ours) = (i64::try_from(self.lines.len()).unwrap_or(0), self.ours());
        let first = self.t.board_running(all, self.ui.count_first(&all));
        let second = match (self.place.side, all) {
            (_, 0) => String::new(),
            (Side::Council, _) => self.t.board_ours_council(self.ui.count(&ours)),
            (Side::Municipality, _) => self.t.board_ours_municipality(self.ui.count(&ours)),
        };
        format!("{first} {second}").trim().to_owned()
    }

    fn late(&self) -> i64 {
        i64::try_from(self.lines.iter().filter(|l| l.turn.is_late(self.today)).count()).unwrap_or(0)
    }

    /// What waits for us, for the other, and what goes on without a date; empty parts are left out.
    fn parts(&self) -> Vec<Shown<'_>> {
        let side = self.place.side;
        let calm = |l: &Line| l.case.kind == Kind::ThinkAlong || matches!(l.turn.who, Who::Both | Who::Nobody);
        let pick = |f: &dyn Fn(&Line) -> bool| self.lines.iter().filter(|l| f(l)).collect::<Vec<_>>();
        let them = match side {
            Side::Council => self.t.turn_municipality(),
            Side::Municipality => self.t.turn_council(),
        };
        let parts = [
            Shown {
                id: "wij",
                mark: side.mark(),
                title: self.t.board_we(),
                lines: pick(&|l| !calm(l) && l.turn.who.is(side)),
            },
            Shown {
                id: "zij",
                mark: side.other().mark(),
                title: them,
                lines: pick(&|l| !calm(l) && !l.turn.who.is(side)),
            },
            Shown { id: "samen", mark: "mark--both", title: self.t.board_together(), lines: pick(&calm) },
        ];
        parts.into_iter().filter(|p| !p.lines.is_empty()).collect()
    }

    fn kind(&self, line: &Line) -> String {
        format!("{} {}", say::kind(line.case.kind, self.t), line.case.number().unwrap_or_default()).trim().to_owned()
    }

    fn is_think_along(&self, line: &Line) -> bool {
        line.case.kind == Kind::ThinkAlong
    }

    fn step(&self, line: &Line) -> String {
        match line.case.step_of() {
            Some((n, of)) => self.t.board_step(n, of, say::stage(line.case.stage(), self.t)),
            None => self.t.board_think_along(),
        }
    }

    /// The marks of the small strip: class, and whether it is the present step.
    fn mini(&self, line: &Line) -> Vec<(String, bool)> {
        let mark = |s: &Step| {
            let open = if matches!(s.progress, Progress::ToCome | Progress::Skipped) { " mark--open" } else { "" };
            (format!("{}{open}", s.setter.mark()), s.is_now())
        };
        line.steps.iter().map(mark).collect()
    }

    fn names(&self, line: &Line) -> String {
        if line.names.is_empty() { self.t.board_nobody() } else { line.names.clone() }
    }

    fn by(&self, line: &Line) -> Option<String> {
        line.turn.by.map(|on| self.ui.weekday_day(&on))
    }

    fn distance(&self, line: &Line) -> String {
        line.turn.by.map(|on| self.ui.distance(&on)).unwrap_or_default()
    }

    fn late_tag(&self, line: &Line) -> Option<String> {
        say::late(line.turn.late_days(self.today), self.t)
    }

    fn seat_role(&self, seated: &Seated) -> &'static str {
        self.ui.role(&seated.role)
    }

    fn seat_until(&self, seated: &Seated) -> String {
        match &seated.until_on {
            Some(on) => self.t.board_seat_until(self.ui.day(on)),
            None => self.t.board_seat_since(self.ui.day(&seated.from_on)),
        }
    }

    fn seat_ends(&self, seated: &Seated) -> Option<String> {
        let days = self.today.days_until(seated.until_on?);
        (0..=SEAT_ENDS_DAYS).contains(&days).then(|| self.t.board_seat_ends(days))
    }
}
