//! Pages of the house itself: help, privacy, accessibility.

use platform::web::{Cx, Outcome, Route};
use ui::{Section, Ui};

use crate::{Texts, texts};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/uitleg", help).open("help"),
        crate::guides::route(),
        Route::get("/privacy", privacy).open("help"),
        Route::get("/toegankelijkheid", accessibility).open("help"),
    ]
}

/// A page of plain text: a title, a lead and sections.
#[derive(askama::Template)]
#[template(path = "text_page.html")]
struct TextPage {
    ui: Ui,
    title: String,
    lead: String,
    sections: Vec<(String, String)>,
    /// Where to read on, under a heading of its own.
    links: Vec<(String, String)>,
    links_title: String,
}

use ui::filters;

fn page(cx: &Cx, title: String, lead: String, sections: Vec<(String, String)>) -> Outcome {
    let links_title = String::new();
    cx.page(&TextPage { ui: Ui::of(cx, Section::None), title, lead, sections, links: Vec::new(), links_title })
}

async fn help(cx: Cx) -> Outcome {
    let t: &Texts = texts(cx.lang());
    let sections = vec![
        (t.help_read(), t.help_read_text()),
        (t.help_ask(), t.help_ask_text()),
        (t.help_cases(), t.help_cases_text()),
        (t.help_marks(), t.help_marks_text()),
        (t.help_call(), t.help_call_text()),
    ];
    let (title, lead, links_title) = (t.help_title(), t.help_lead(), t.help_guides());
    let links = crate::guides::list();
    cx.page(&TextPage { ui: Ui::of(&cx, Section::None), title, lead, sections, links, links_title })
}

async fn privacy(cx: Cx) -> Outcome {
    let t: &Texts = texts(cx.lang());
    let sections = vec![
        (t.privacy_what(), t.privacy_what_text()),
        (t.privacy_who(), t.privacy_who_text()),
        (t.privacy_cookies(), t.privacy_cookies_text()),
    ];
    page(&cx, t.privacy_title(), t.privacy_lead(), sections)
}

async fn accessibility(cx: Cx) -> Outcome {
    let t: &Texts = texts(cx.lang());
    let sections = vec![(t.access_how(), t.access_how_text()), (t.access_tell(), t.access_tell_text())];
    page(&cx, t.access_title(), t.access_lead(), sections)
}
