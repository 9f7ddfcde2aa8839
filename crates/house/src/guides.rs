//! The guides for each role, which stand in `docs/gebruik`, as pages of the house: nobody has to look elsewhere.
//!
//! GET /uitleg/{guide}

use axum::extract::Path;
use platform::web::{Cx, Outcome, Problem, Route};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};
use ui::{Section, Ui};

use crate::{Texts, texts};

/// The word in the address, and the text; in the order of the list.
const GUIDES: [(&str, &str); 6] = [
    ("raadslid", include_str!("../../../docs/gebruik/raadslid.md")),
    ("secretaris", include_str!("../../../docs/gebruik/secretaris.md")),
    ("ambtenaar", include_str!("../../../docs/gebruik/ambtenaar.md")),
    ("wethouder", include_str!("../../../docs/gebruik/wethouder.md")),
    ("koepel", include_str!("../../../docs/gebruik/koepel.md")),
    ("gast", include_str!("../../../docs/gebruik/gast.md")),
];

pub(crate) fn route() -> Route {
    Route::get("/uitleg/{guide}", show).open("help")
}

#[derive(askama::Template)]
#[template(path = "guide.html")]
struct GuidePage {
    ui: Ui,
    t: &'static Texts,
    title: String,
    text: ui::Html,
    others: Vec<(String, String)>,
}

/// Where each guide is, and what it is called.
pub(crate) fn list() -> Vec<(String, String)> {
    GUIDES.iter().map(|(word, text)| (format!("/uitleg/{word}"), title(text).to_owned())).collect()
}

async fn show(cx: Cx, Path(word): Path<String>) -> Outcome {
    let (word, text) = GUIDES.iter().find(|(known, _)| *known == word).ok_or(Problem::NotFound)?;
    let t = texts(cx.lang());
    let own = format!("/uitleg/{word}");
    let others = list().into_iter().filter(|(path, _)| *path != own).collect();
    let ui = Ui::of(&cx, Section::None).crumb("/uitleg", t.help_title());
    cx.page(&GuidePage { ui, t, title: title(text).to_owned(), text: askama::filters::Safe(drawn(text)), others })
}

/// The first line, without its sign.
fn title(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_start_matches("# ")
}

/// The text below the title as HTML. Pictures stay in the repository; a link to another guide leads to its page.
fn drawn(text: &str) -> String {
    let mut in_picture = false;
    let mut in_title = false;
    let mut heading = 0;
    let events = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Image { .. }) => {
            in_picture = true;
            None
        }
        Event::End(TagEnd::Image) => {
            in_picture = false;
            None
        }
        Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
            in_title = true;
            None
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
            in_title = false;
            None
        }
        _ if in_picture || in_title => None,
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            heading += 1;
            let id = headings(text).nth(heading - 1).map(|h| CowStr::from(anchor(h)));
            Some(Event::Start(Tag::Heading { level, id, classes, attrs }))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Some(Event::Start(Tag::Link { link_type, dest_url: way(&dest_url).into(), title, id }))
        }
        event => Some(event),
    });
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events);
    out
}

fn headings(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")))
}

/// `Werken namens een lid` becomes `werken-namens-een-lid`, as where the guides are kept.
fn anchor(heading: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || c == ' ' || c == '-';
    heading.to_lowercase().chars().filter(|c| kept(*c)).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// `secretaris.md#anker` becomes `/uitleg/secretaris#anker`.
fn way(link: &str) -> String {
    match link.split_once(".md") {
        Some((guide, anchor)) if GUIDES.iter().any(|(word, _)| *word == guide) => format!("/uitleg/{guide}{anchor}"),
        _ => link.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_guide_is_a_page_whose_links_lead_somewhere() {
        let drawn_all: Vec<(&str, String)> = GUIDES.iter().map(|(word, text)| (*word, drawn(text))).collect();
        for (word, page) in &drawn_all {
            assert!(page.len() > 300, "{word} says something");
            assert!(!page.contains("<img") && !page.contains("<h1") && !page.contains(".md"), "{word}");
            for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let there = drawn_all.iter().find(|(w, _)| format!("/uitleg/{w}") == path);
                assert!(
                    there.is_some_and(|(_, text)| anchor.is_empty() || text.contains(&format!("id=\"{anchor}\""))),
                    "{word}: {link}"
                );
            }
        }
    }
}
