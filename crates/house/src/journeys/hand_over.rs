//! What passes on when somebody leaves a role: one page, to print and to hand over.
//!
//! GET /organisaties/{id}/mensen/{seat}/overdracht

use axum::extract::Path;
use people::front::Place;
use platform::id::{OrganisationId, SeatId};
use platform::web::{Cx, Outcome};
use ui::{Section, Ui, dates};

use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "journeys/hand_over.html")]
struct HandOverPage {
    ui: Ui,
    t: &'static Texts,
    place: Place,
    /// In which the one who leaves has a part of their own.
    own: Vec<advice::front::Part>,
    /// In which the side of the role is to move.
    of_role: Vec<advice::front::Part>,
}

impl HandOverPage {
    fn role(&self) -> &'static str {
        ui::role_word(self.place.sitting.role, self.ui.lang)
    }

    fn says(&self, part: &advice::front::Part) -> String {
        match part.by {
            Some(by) => self.t.hand_case_by(part.what.as_str(), dates::full(by, self.ui.lang)),
            None => part.what.clone(),
        }
    }
}

pub(crate) async fn show(cx: Cx, Path((id, seat)): Path<(OrganisationId, SeatId)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let place = people::front::place(&cx, &mut reader, &id, &seat).await?;
    // Only what this reader may see themselves: the office of the association runs people, and reads no cases.
    let parts = advice::front::parts(&mut reader, cx.actor(), &id, cx.now(), cx.lang()).await?;
    let person = &place.sitting.person;
    let (own, rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.players.contains(person));
    let of_role = rest.into_iter().filter(|part| part.is_to_move).collect();
    let ui = Ui::of(&cx, Section::People)
        .crumb(place.body.team_path(), place.body.name.clone())
        .crumb(format!("{}/{seat}", place.body.team_path()), place.sitting.name.clone());
    cx.page(&HandOverPage { ui, t: texts(cx.lang()), place, own, of_role })
}
