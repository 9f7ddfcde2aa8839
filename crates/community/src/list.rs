//! The list of conversations, the newest first; narrowed by theme, by kind, or to what nobody answered yet.
//!
//! GET /gesprekken?thema=&soort=&onbeantwoord=1&bladzijde=

use platform::choice::Choice;
use platform::web::{Cx, Outcome};
use ui::{Notice, Pager, Section, Ui};

use crate::opening::opening;
use crate::people_words::{also_words, answers_words, kind_word};
use crate::policy::{Entering, Space};
use crate::store::{self, ReaderIs, Row, Wanted};
use crate::topic::{Theme, TopicKind};
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "list.html")]
struct ListPage {
    ui: Ui,
    t: &'static Texts,
    rows: Vec<Row>,
    themes: Vec<Theme>,
    wanted: Wanted,
    pager: Pager,
}

impl ListPage {
    fn kind(&self, row: &Row) -> String {
        kind_word(row.kind, self.t)
    }

    fn answers(&self, row: &Row) -> String {
        answers_words(row.answers, self.ui.lang, self.t)
    }

    fn also(&self, row: &Row) -> String {
        also_words(row.also, self.ui.lang, self.t)
    }

    /// The opening, cut at a word.
    fn opening(&self, row: &Row) -> String {
        opening(&row.opening, 150)
    }

    fn is_narrowed(&self) -> bool {
        !self.wanted.is_everything()
    }

    fn kinds(&self) -> Vec<(&'static str, String, bool)> {
        TopicKind::ALL.iter().map(|k| (k.word(), kind_word(*k, self.t), self.wanted.kind == Some(*k))).collect()
    }
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    cx.sees::<Entering>(&Space)?;
    let wanted = Wanted {
        theme: cx.query("thema").unwrap_or_default(),
        kind: cx.query("soort").and_then(|word| TopicKind::of(&word)),
        unanswered: cx.query("onbeantwoord").as_deref() == Some("1"),
    };
    let mut reader = cx.reader().await?;
    let (rows, count) = store::list(&mut reader, &ReaderIs::of(&cx)?, &wanted, cx.page_number()).await?;
    let themes = store::themes(&mut reader).await?;
    let pager = Pager::new(path_of(&wanted), cx.page_number(), count, store::TOPICS_PER_PAGE).within()?;
    let t = texts(cx.lang());
    let taken_back = cx.notice().filter(|key| key == "teruggehaald");
    let ui = Ui::of(&cx, Section::Community).with_notice(taken_back.map(|_| Notice::new(t.notice_taken_back(), "")));
    cx.page(&ListPage { ui, t, rows, themes, wanted, pager })
}

fn path_of(wanted: &Wanted) -> String {
    let mut parts = Vec::new();
    if !wanted.theme.is_empty() && wanted.theme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        parts.push(format!("thema={}", wanted.theme));
    }
    if let Some(kind) = wanted.kind {
        parts.push(format!("soort={}", kind.word()));
    }
    if wanted.unanswered {
        parts.push("onbeantwoord=1".to_owned());
    }
    if parts.is_empty() { "/gesprekken".to_owned() } else { format!("/gesprekken?{}", parts.join("&")) }
}
