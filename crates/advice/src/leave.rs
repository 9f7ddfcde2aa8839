//! How a case ends before its last step: withdrawn by the municipality, declined by the council, or thinking
//! along that is done. Each asks for certainty on a page of its own, and a reason.
//!
//! GET  /dossiers/{id}/intrekken   POST /dossiers/{id}/intrekken
//! GET  /dossiers/{id}/afzien      POST /dossiers/{id}/afzien
//! GET  /dossiers/{id}/afronden    POST /dossiers/{id}/afronden

use axum::extract::Path;
use platform::choice::Choice;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::case::{Case, Refusal};
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Exit, Kind};
use crate::parts::{self, Pick};
use crate::policy::{Concluding, Declining, Withdrawing};
use crate::store::cases;
use crate::{Event, Texts, plans, room, say, texts};

/// Which way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Withdraw,
    Decline,
    Conclude,
}

impl Door {
    fn word(self) -> &'static str {
        match self {
            Door::Withdraw => "intrekken",
            Door::Decline => "afzien",
            Door::Conclude => "afronden",
        }
    }

    fn allowed(self, case: &Case) -> Result<(), Refusal> {
        match self {
            Door::Withdraw => case.withdraw(),
            Door::Decline => case.decline(),
            Door::Conclude if case.kind == Kind::ThinkAlong => case.decline(),
            Door::Conclude => Err(Refusal::NotDecided),
        }
    }
}

#[derive(askama::Template)]
#[template(path = "leave.html")]
struct LeavePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    door: Door,
    how: Option<Exit>,
    reason: String,
    faults: Faults,
}

impl LeavePage {
    fn title(&self) -> String {
        match self.door {
            Door::Withdraw => self.t.leave_withdraw_title(),
            Door::Decline => self.t.leave_decline_title(),
            Door::Conclude => self.t.leave_conclude_title(),
        }
    }

    fn text(&self) -> String {
        match self.door {
            Door::Withdraw => self.t.leave_withdraw_text(),
            Door::Decline => self.t.leave_decline_text(),
            Door::Conclude => self.t.leave_conclude_text(),
        }
    }

    fn button(&self) -> String {
        match self.door {
            Door::Withdraw => self.t.leave_withdraw_button(),
            Door::Decline => self.t.leave_decline_button(),
            Door::Conclude => self.t.leave_conclude_button(),
        }
    }

    fn declines(&self) -> bool {
        self.door == Door::Decline
    }

    fn hows(&self) -> Vec<Pick> {
        hows(self.case.kind)
            .iter()
            .map(|&how| Pick::new(how.word(), say::exit(how, self.t), self.how == Some(how)).hint(self.hint(how)))
            .collect()
    }

    fn hint(&self, how: Exit) -> String {
        match how {
            Exit::NoObjection => self.t.leave_no_objection_hint(),
            Exit::Refused => self.t.leave_refused_hint(),
            _ => String::new(),
        }
    }

    fn word(&self) -> &'static str {
        self.door.word()
    }
}

/// What the council may say: to a request something else than to what it began itself.
fn hows(kind: Kind) -> &'static [Exit] {
    match kind {
        Kind::Requested => &[Exit::NoObjection, Exit::Refused],
        Kind::Unsolicited | Kind::ThinkAlong => &[Exit::Lapsed],
    }
}

fn page(cx: &Cx, case: Case, door: Door, faults: Faults) -> LeavePage {
    let t = texts(cx.lang());
    LeavePage { ui: room::frame_below(cx, &case, t), t, case, door, how: None, reason: String::new(), faults }
}

async fn ask(cx: &Cx, id: &CaseId, door: Door) -> Outcome {
    let case = room::read(cx, &mut *cx.reader().await?, id).await?;
    match door {
        Door::Withdraw => cx.sees::<Withdrawing>(&case)?,
        Door::Decline => cx.sees::<Declining>(&case)?,
        Door::Conclude => cx.sees::<Concluding>(&case)?,
    }
    let faults = door
        .allowed(&case)
        .err()
        .map_or_else(Faults::none, |why| Faults::one("reden", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(cx, case, door, faults))
}

async fn leave(cx: &Cx, id: &CaseId, form: &Fields, door: Door) -> Outcome {
    form.only(&["hoe", "reden"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(cx, &mut tx, id).await?;
    let (t, reason) = (texts(cx.lang()), form.raw("reden").trim().to_owned());
    let how = form.choice::<Exit>("hoe").filter(|how| hows(case.kind).contains(how));
    let mut faults = Faults::none();
    match door {
        Door::Withdraw => drop(cx.may::<Withdrawing>(&case)?),
        Door::Decline => drop(cx.may::<Declining>(&case)?),
        Door::Conclude => drop(cx.may::<Concluding>(&case)?),
    }
    if let Err(why) = door.allowed(&case) {
        faults.add("reden", say::refusal(why, t));
    }
    if door == Door::Decline && how.is_none() {
        faults.add("hoe", t.leave_no_how());
    }
    faults.need("reden", &reason, t.leave_no_reason());
    if !faults.is_empty() {
        drop(tx);
        return cx.page_again(&LeavePage { how, reason, ..page(cx, case, door, faults) });
    }
    let told = match (door, how) {
        (Door::Withdraw, _) => {
            cases::withdraw(&mut tx, &cx.may::<Withdrawing>(&case)?, &reason, cx.now()).await?;
            Exit::Withdrawn
        }
        (Door::Decline, how) => {
            let how = how.ok_or(Problem::Malformed("no way out was chosen"))?;
            cases::decline(&mut tx, &cx.may::<Declining>(&case)?, how, &reason, cx.now()).await?;
            how
        }
        (Door::Conclude, _) => {
            cases::conclude(&mut tx, &cx.may::<Concluding>(&case)?, &reason, cx.now()).await?;
            Exit::Concluded
        }
    };
    plans::no_term(&mut tx, id).await?;
    cx.record(&mut tx, &Event::Left { of: Of::seen(&case), how: told });
    tx.commit().await?;
    let said = if told == Exit::Concluded { "afgerond" } else { "gestopt" };
    cx.go_to(&format!("{}?bericht={said}", case.path()))
}

pub(crate) async fn ask_withdraw(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    ask(&cx, &id, Door::Withdraw).await
}
pub(crate) async fn withdraw(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    leave(&cx, &id, &form, Door::Withdraw).await
}
pub(crate) async fn ask_decline(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    ask(&cx, &id, Door::Decline).await
}
pub(crate) async fn decline(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    leave(&cx, &id, &form, Door::Decline).await
}
pub(crate) async fn ask_conclude(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    ask(&cx, &id, Door::Conclude).await
}
pub(crate) async fn conclude(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    leave(&cx, &id, &form, Door::Conclude).await
}
