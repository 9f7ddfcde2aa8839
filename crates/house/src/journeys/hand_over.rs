//! What passes on when somebody leaves a role: one page, to print and to hand over. What they prepare in running
//! cases passes to another with one button.
//!
//! GET  /organisaties/{id}/mensen/{seat}/overdracht
//! POST /organisaties/{id}/mensen/{seat}/overdracht   aan (a person)

use advice::front::Part;
use axum::extract::Path;
use identity::directory::Person;
use people::front::Place;
use platform::db;
use platform::id::{OrganisationId, SeatId};
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Notice, Section, Ui, dates};

use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "journeys/hand_over.html")]
struct HandOverPage {
    ui: Ui,
    t: &'static Texts,
    place: Place,
    /// In which the one who leaves has a part of their own.
    own: Vec<Part>,
    /// In which the side of the role is to move.
    of_role: Vec<Part>,
    /// Who can take over what they prepare; empty when there is nothing that the reader may pass on.
    heirs: Vec<Person>,
    chosen: String,
    fault: Option<String>,
}

impl HandOverPage {
    fn role(&self) -> &'static str {
        ui::role_word(self.place.sitting.role, self.ui.lang)
    }

    fn path(&self) -> String {
        format!("{}/{}/overdracht", self.place.body.team_path(), self.place.sitting.seat)
    }

    fn is_chosen(&self, heir: &Person) -> bool {
        self.chosen == heir.id.as_str()
    }

    fn says(&self, part: &Part) -> String {
        match part.by {
            Some(by) => self.t.hand_case_by(part.what.as_str(), dates::full(by, self.ui.lang)),
            None => part.what.clone(),
        }
    }
}

async fn page(cx: &Cx, conn: &mut db::Conn, place: Place) -> Result<HandOverPage, Problem> {
    let (body, person) = (&place.body, &place.sitting.person);
    // Only what this reader may see themselves: the office of the association runs people, and reads no cases.
    let parts = advice::front::parts(conn, cx.actor(), &body.id, cx.now(), cx.lang()).await?;
    let (own, rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.players.contains(person));
    let of_role = rest.into_iter().filter(|part| part.is_to_move).collect();
    let heirs = if own.iter().any(|part| part.may_hand_over) {
        advice::hand_over::heirs(conn, (&body.id, body.kind), person, cx.now().day()).await?
    } else {
        Vec::new()
    };
    // Whoever stands in, or else has the same role, is the first to think of.
    let same =
        place.all.iter().find(|s| s.person != *person && s.role == place.sitting.role && s.is_on(cx.now().day()));
    let chosen = place.sitting.deputy.as_ref().or(same.map(|s| &s.person)).map(ToString::to_string).unwrap_or_default();
    let t = texts(cx.lang());
    let ui = Ui::of(cx, Section::People)
        .crumb(body.team_path(), body.name.clone())
        .crumb(format!("{}/{}", body.team_path(), place.sitting.seat), place.sitting.name.clone())
        .with_notice(notice(cx, t));
    Ok(HandOverPage { ui, t, place, own, of_role, heirs, chosen, fault: None })
}

fn notice(cx: &Cx, t: &Texts) -> Option<Notice> {
    if cx.notice().as_deref() != Some("overgedragen") {
        return None;
    }
    let count = cx.query("n").and_then(|n| n.parse::<i64>().ok()).filter(|n| (1..=999).contains(n)).unwrap_or(1);
    let title = match count {
        1 => t.hand_told_one(),
        n => t.hand_told(dates::capital(&dates::count(n, cx.lang()))),
    };
    Some(Notice::new(title, t.hand_told_text()))
}

pub(crate) async fn show(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let place = people::front::place(&cx, &mut reader, &id, &seat).await?;
    cx.page(&page(&cx, &mut reader, place).await?)
}

pub(crate) async fn hand_over(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>, form: Fields) -> Outcome {
    form.only(&["aan"])?;
    let mut tx = cx.begin().await?;
    let place = people::front::place(&cx, &mut tx, &id, &seat).await?;
    let (of, from) = ((id, place.body.kind), place.sitting.person.clone());
    let heirs = advice::hand_over::heirs(&mut tx, (&of.0, of.1), &from, cx.now().day()).await?;
    let Some(to) = heirs.into_iter().find(|heir| heir.id.as_str() == form.text("aan")) else {
        let again = page(&cx, &mut tx, place).await?;
        drop(tx);
        let fault = Some(texts(cx.lang()).hand_no_heir());
        return cx.page_again(&HandOverPage { fault, chosen: String::new(), ..again });
    };
    let count = advice::hand_over::hand_over(&mut tx, &cx, (&of.0, of.1), (&from, &to.id)).await?;
    tx.commit().await?;
    let there = format!("{}/{seat}/overdracht", place.body.team_path());
    if count == 0 { cx.go_to(&there) } else { cx.go_to(&format!("{there}?bericht=overgedragen&n={count}")) }
}
