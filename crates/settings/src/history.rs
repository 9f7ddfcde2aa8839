//! Who changed which setting when, from what into what; and the way to put it back.
//!
//! GET /organisaties/{id}/instellingen/geschiedenis?bladzijde=

use axum::extract::Path;
use platform::choice::Choice;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome};
use ui::{Html, Pager, Ui};

use crate::policy::{Changing, Settings, Viewing};
use crate::store::{self, Change, Held};
use crate::{Texts, room, say, texts};

const PER_PAGE: i64 = 30;

#[derive(askama::Template)]
#[template(path = "history.html")]
struct HistoryPage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    held: Held,
    changes: Vec<Change>,
    pager: Pager,
    may_change: bool,
}

impl HistoryPage {
    fn words(&self, change: &Change) -> String {
        say::setting(change.setting, self.t)
    }

    fn drawn(&self, change: &Change, value: &str) -> Html {
        crate::parts::shown(&say::shown(&self.of, change.setting, value, self.t), self.words(change))
    }

    /// The way to put it back; none when that is how it stands already.
    fn back(&self, change: &Change) -> Option<String> {
        let differs = self.held.value(change.setting) != change.was;
        let part = change.setting.part();
        (self.may_change && differs).then(|| format!("{}/{}?terug={}", self.of.path(), part.word(), change.id))
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let of = room::find(&mut reader, &id).await?;
    cx.sees::<Viewing>(&of)?;
    let path = format!("{}/geschiedenis", of.path());
    let pager = Pager::new(path, cx.page_number(), store::count(&mut reader, &id).await?, PER_PAGE).within()?;
    let page = HistoryPage {
        ui: room::frame_below(&cx, &of),
        t: texts(cx.lang()),
        held: store::held(&mut reader, &of).await?,
        changes: store::history(&mut reader, &id, PER_PAGE, (pager.page - 1) * PER_PAGE).await?,
        may_change: policy::may::<Changing>(cx.actor(), &of),
        pager,
        of,
    };
    cx.page(&page)
}
