//! The council takes a case up: it has what it needs, says who prepares the advice, and begins.
//!
//! GET  /dossiers/{id}/ontvangst
//! POST /dossiers/{id}/ontvangst

use axum::extract::Path;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::case::Case;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Kind, Part};
use crate::parts::{self, Pick};
use crate::policy::Receiving;
use crate::store::people::{self, MEMBERS};
use crate::store::requests;
use crate::{Event, Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "receive.html")]
struct ReceivePage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    members: Vec<Pick>,
    faults: Faults,
}

impl ReceivePage {
    fn title(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.receive_title() } else { self.t.receive_title_own() }
    }

    fn text(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.receive_text() } else { self.t.receive_text_own() }
    }

    fn button(&self) -> String {
        if self.case.kind == Kind::Requested { self.t.do_receive() } else { self.t.do_take_up() }
    }

    fn due(&self) -> Option<String> {
        self.case.due_on.map(|on| say::by_when(&self.ui, on))
    }
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<ReceivePage, Problem> {
    let mut reader = cx.reader().await?;
    let members = people::in_roles(&mut reader, &case.council, MEMBERS, cx.now().day()).await?;
    let me = cx.person()?;
    let members = members.into_iter().map(|p| Pick::new(p.id.to_string(), p.name, p.id == *me)).collect();
    let t = texts(cx.lang());
    Ok(ReceivePage { ui: room::frame_below(cx, &case, t), t, case, members, faults })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<Receiving>(&case)?;
    let faults = case
        .receive()
        .err()
        .map_or_else(Faults::none, |why| Faults::one("bevestig", say::refusal(why, texts(cx.lang()))));
    cx.page(&page(&cx, case, faults).await?)
}

pub(crate) async fn receive(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["opsteller[]"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Receiving>(&case)?;
    if let Err(why) = case.receive() {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("bevestig", say::refusal(why, texts(cx.lang())))).await?);
    }
    requests::receive(&mut tx, &permit, cx.now()).await?;
    let members = people::in_roles(&mut tx, &case.council, MEMBERS, cx.now().day()).await?;
    for person in form.all("opsteller[]").map(PersonId::of) {
        if members.iter().any(|m| m.id == person) {
            requests::add_part(&mut tx, &id, &person, Part::Drafter, cx.now()).await?;
        }
    }
    cx.record(&mut tx, &Event::Received { of: Of::seen(&case) });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=ontvangen", case.path()))
}
