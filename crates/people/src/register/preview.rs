//! What will happen when municipalities go up in another.

use platform::Lang;
use platform::db::Conn;
use platform::web::Problem;
use ui::{Ui, dates};

use crate::parts::capital;
use crate::register::merge::{Plan, Typed};
use crate::register::merger::Going;
use crate::register::say;
use crate::store::ties::{self, What};
use crate::store::{bodies, mergers};
use crate::{Texts, texts};

/// What happens with one of them: a sentence each.
pub(super) struct Will {
    pub name: String,
    pub lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "register/preview.html")]
pub(super) struct PreviewPage {
    pub ui: Ui,
    pub t: &'static Texts,
    pub plan: Plan,
    pub typed: Typed,
    pub will: Vec<Will>,
    pub once: String,
}

impl PreviewPage {
    fn title(&self) -> String {
        self.t.preview_merge_title(self.plan.successor.name.as_str())
    }

    fn lead(&self) -> String {
        let day = dates::weekday_full(self.plan.on, self.ui.lang);
        if self.is_past() { self.t.preview_merge_past(day) } else { self.t.preview_merge_day(day) }
    }

    /// From today on or before, nothing is left to take back.
    fn is_past(&self) -> bool {
        self.plan.on <= self.ui.today
    }
}

pub(super) async fn will(conn: &mut Conn, plan: &Plan, typed: &Typed, lang: Lang) -> Result<Vec<Will>, Problem> {
    let mut all = Vec::new();
    for one in &plan.going {
        let lines = lines(conn, one, plan, typed, lang).await?;
        all.push(Will { name: capital(&one.party.name), lines });
    }
    Ok(all)
}

async fn lines(conn: &mut Conn, one: &Going, plan: &Plan, typed: &Typed, lang: Lang) -> Result<Vec<String>, Problem> {
    let (t, id, into) = (texts(lang), &one.party.id, plan.successor.name.as_str());
    let mut lines = Vec::new();
    for what in [What::Table, What::Place] {
        for tie in ties::lasting(conn, what, id, plan.on).await? {
            let Some(body) = bodies::body(conn, &tie.one).await? else { continue };
            lines.push(match what {
                What::Table => t.preview_merge_council(body.name, into),
                _ => t.preview_merge_place(body.name, into),
            });
        }
    }
    if typed.people {
        let going = mergers::going(conn, id, &plan.successor.id, plan.on).await?;
        lines.push(say::going(&going, lang, t));
    }
    lines.push(t.preview_merge_cases());
    Ok(lines)
}
