//! What people wanted to look at and might not, for whoever keeps the house running.
//!
//! GET /beheer/spoor/bekeken?bladzijde=

use platform::looked::{self, Look};
use platform::web::{Cx, Outcome};
use ui::{Pager, Section, Ui, dates};

use super::policy::{Book, Searching};
use super::store::PER_PAGE;
use crate::{Texts, rights, texts};

#[derive(askama::Template)]
#[template(path = "trail/looks.html")]
struct LooksPage {
    ui: Ui,
    t: &'static Texts,
    looks: Vec<Look>,
    pager: Pager,
}

impl LooksPage {
    /// *Een dossier: zien*
    fn act(&self, look: &Look) -> String {
        rights::act_words(&look.act)
    }

    fn day(&self, look: &Look) -> String {
        self.ui.day(&look.on_day)
    }

    fn verdict(&self, look: &Look) -> String {
        if look.verdict == "hidden" { self.t.looks_hidden() } else { self.t.looks_refused() }
    }

    fn times(&self, look: &Look) -> String {
        self.t.looks_times(look.times, dates::figures(look.times, self.ui.lang))
    }

    fn between(&self, look: &Look) -> String {
        let time = |at| dates::time(at, self.ui.lang);
        if look.times == 1 { time(look.last_at) } else { self.t.looks_between(time(look.first_at), time(look.last_at)) }
    }
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Searching>(&Book(None))?;
    let page = cx.page_number();
    let (looks, count) = looked::newest(&mut *cx.reader().await?, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let pager = Pager::new("/beheer/spoor/bekeken", page, count, PER_PAGE).within()?;
    let t = texts(cx.lang());
    let ui = Ui::of(&cx, Section::Host).crumb("/beheer/spoor", t.trail_search_title());
    cx.page(&LooksPage { ui, t, looks, pager })
}
