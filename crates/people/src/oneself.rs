//! What somebody tells of themselves: a line, and what they like to be asked about.
//!
//! GET  /mensen/{id}/wijzigen
//! POST /mensen/{id}/wijzigen   over, thema[]

use axum::extract::Path;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::Ui;

use crate::body::Theme;
use crate::parts::Faults;
use crate::policy::DescribingOneself;
use crate::store::persons;
use crate::{Event, Texts, room, texts};

/// A line, not a letter.
const WORDS_MOST: usize = 300;

#[derive(askama::Template)]
#[template(path = "oneself.html")]
struct OneselfPage {
    ui: Ui,
    t: &'static Texts,
    id: PersonId,
    about: String,
    themes: Vec<Theme>,
    faults: Faults,
}

fn page(cx: &Cx, id: PersonId, name: &str, about: String, themes: Vec<Theme>, faults: Faults) -> OneselfPage {
    let t = texts(cx.lang());
    let ui = room::frame(cx).crumb("/mensen", t.who_crumb()).crumb(format!("/mensen/{id}"), name);
    OneselfPage { ui, t, id, about, themes, faults }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<PersonId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let (person, known) = persons::find(&mut reader, &id, cx.now().day()).await?.ok_or(Problem::NotFound)?;
    cx.sees::<DescribingOneself>(&known)?;
    let about = persons::about(&mut reader, &id).await?.unwrap_or_default();
    let themes = persons::themes(&mut reader, &id, cx.now().day()).await?;
    cx.page(&page(&cx, id, &person.name, about, themes, Faults::none()))
}

pub(crate) async fn describe(cx: Cx, Path(id): Path<PersonId>, form: Fields) -> Outcome {
    form.only(&["over", "thema[]"])?;
    let mut tx = cx.begin().await?;
    let (person, known) = persons::find(&mut tx, &id, cx.now().day()).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<DescribingOneself>(&known)?;
    let mut themes = persons::themes(&mut tx, &id, cx.now().day()).await?;
    let wanted: Vec<&str> = form.all("thema[]").collect();
    themes.iter_mut().for_each(|theme| theme.chosen = wanted.contains(&theme.id.as_str()));
    let words = form.text("over").to_owned();
    if words.chars().count() > WORDS_MOST {
        drop(tx);
        let faults = Faults::one("over", texts(cx.lang()).oneself_too_long());
        return cx.page_again(&page(&cx, id, &person.name, words, themes, faults));
    }
    let chosen: Vec<&str> = themes.iter().filter(|t| t.chosen).map(|t| t.id.as_str()).collect();
    persons::describe(&mut tx, &permit, &words, &chosen, cx.now()).await?;
    cx.record(&mut tx, &Event::ToldOfOneself { person: id.to_string() });
    tx.commit().await?;
    cx.go_to(&format!("/mensen/{id}?bericht=gewijzigd"))
}
