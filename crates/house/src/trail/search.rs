//! The whole trail, for whoever keeps the house running.
//!
//! GET /beheer/spoor?wie=&waar=&ding=&van=&tot=&geweigerd=1&bladzijde=

use platform::web::{Cx, Outcome, Pace};
use ui::{Pager, Section, Ui, dates};

use super::policy::{Book, Searching};
use super::store::{self, Line, PER_PAGE, Wanted};
use super::words;
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "trail/search.html")]
struct SearchPage {
    ui: Ui,
    t: &'static Texts,
    wanted: Wanted,
    /// The days as they were typed.
    from: String,
    until: String,
    /// A day that could not be read: which field, and the sentence.
    problem: Option<(&'static str, String)>,
    lines: Vec<Line>,
    count: i64,
    pager: Pager,
}

impl SearchPage {
    fn happened(&self, line: &Line) -> String {
        words::happened(&line.kind, self.t)
    }

    fn changes(&self, line: &Line) -> Vec<String> {
        words::changes(line, self.ui.lang, self.t)
    }

    fn door(&self, line: &Line) -> String {
        words::door(line.origin, self.t)
    }

    fn who(&self, line: &Line) -> String {
        words::who(line, self.t)
    }

    fn count_words(&self) -> String {
        self.t.trail_lines(self.count, dates::figures(self.count, self.ui.lang))
    }

    fn time(&self, line: &Line) -> String {
        dates::time(line.at, self.ui.lang)
    }

    fn rooms(&self) -> Vec<(&'static str, String)> {
        words::rooms(self.t)
    }

    fn is_chosen(&self, room: &str) -> bool {
        self.wanted.room == room
    }

    fn days(&self) -> [DayField<'_>; 2] {
        let field = |name, label, typed| DayField {
            name,
            label,
            typed,
            problem: self.problem.as_ref().filter(|(of, _)| *of == name).map(|(_, sentence)| sentence.as_str()),
        };
        [field("van", self.t.trail_from(), &self.from), field("tot", self.t.trail_until(), &self.until)]
    }
}

/// A day to fill in, as it was typed.
struct DayField<'a> {
    name: &'static str,
    label: String,
    typed: &'a str,
    problem: Option<&'a str>,
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Searching>(&Book(None))?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let asked = |name: &str| cx.query(name).unwrap_or_default().trim().to_owned();
    let (from, until) = (asked("van"), asked("tot"));
    let (first, last) = (dates::parse(&from, today), dates::parse(&until, today));
    let unread = |field, typed: &str, read: bool| (!typed.is_empty() && !read).then(|| (field, t.trail_bad_day()));
    let problem = unread("van", &from, first.is_some()).or_else(|| unread("tot", &until, last.is_some()));
    let room = asked("waar");
    let wanted = Wanted {
        who: asked("wie"),
        room: if words::rooms(t).iter().any(|(word, _)| *word == room) { room } else { String::new() },
        thing: asked("ding"),
        from: first.map(|day| day.start()),
        until: last.map(|day| day.plus_days(1).start()),
        refused: asked("geweigerd") == "1",
    };
    if !wanted.who.is_empty() {
        cx.paced(Pace::Search, 1)?;
    }
    let mut reader = cx.reader().await?;
    let (lines, count) = store::search(&mut reader, &wanted, cx.page_number()).await?;
    let pager = Pager::new(path_of(&wanted, &from, &until), cx.page_number(), count, PER_PAGE).within()?;
    let ui = Ui::of(&cx, Section::Host);
    cx.page(&SearchPage { ui, t, wanted, from, until, problem, lines, count, pager })
}

fn path_of(wanted: &Wanted, from: &str, until: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let refused = if wanted.refused { "1" } else { "" };
    let all = [
        ("wie", wanted.who.as_str()),
        ("waar", &wanted.room),
        ("ding", &wanted.thing),
        ("van", from),
        ("tot", until),
        ("geweigerd", refused),
    ];
    for (name, value) in all.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { "/beheer/spoor".to_owned() } else { format!("/beheer/spoor?{query}") }
}
