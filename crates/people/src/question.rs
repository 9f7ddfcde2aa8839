//! Asking somebody something, whose address one does not see. The question goes out as a letter, and what they
//! answer comes straight to who asked.
//!
//! GET  /mensen/{id}/vraag
//! POST /mensen/{id}/vraag   vraag, eenmalig

use axum::extract::Path;
use identity::directory::{self, Person};
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Pace, Problem, once};
use ui::{Ui, dates, filters};

use crate::parts::Faults;
use crate::policy::Asking;
use crate::store::persons;
use crate::store::questions::{self, Question};
use crate::{Event, Texts, room, texts};

/// A question, not a report: a page of writing.
const WORDS_MOST: usize = 4_000;

#[derive(askama::Template)]
#[template(path = "question.html")]
struct QuestionPage {
    ui: Ui,
    t: &'static Texts,
    to: Person,
    /// Where the answer goes.
    own_address: String,
    words: String,
    before: Vec<Question>,
    faults: Faults,
    once: String,
}

impl QuestionPage {
    fn asked_on(&self, question: &Question) -> String {
        self.t.question_asked_on(dates::full(question.at.day(), self.ui.lang))
    }
}

/// Who asks, and what they asked before.
async fn page(cx: &Cx, to: Person, words: String, faults: Faults) -> Result<QuestionPage, Problem> {
    let mut reader = cx.reader().await?;
    let by = cx.actor().person.clone().ok_or(Problem::NotFound)?;
    let own_address = directory::person(&mut reader, &by).await?.ok_or(Problem::NotFound)?.address;
    let before = questions::between(&mut reader, &by, &to.id).await?;
    let t = texts(cx.lang());
    let ui = room::frame(cx).crumb("/mensen", t.who_crumb()).crumb(format!("/mensen/{}", to.id), to.name.clone());
    Ok(QuestionPage { ui, t, to, own_address, words, before, faults, once: once::token() })
}

pub(crate) async fn write(cx: Cx, Path(id): Path<PersonId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let (person, known) = persons::find(&mut reader, &id, cx.now().day()).await?.ok_or(Problem::NotFound)?;
    cx.sees::<Asking>(&known)?;
    drop(reader);
    cx.page(&page(&cx, person, String::new(), Faults::none()).await?)
}

pub(crate) async fn send(cx: Cx, Path(id): Path<PersonId>, form: Fields) -> Outcome {
    form.only(&["vraag", once::FIELD])?;
    let mut tx = cx.begin().await?;
    let (person, known) = persons::find(&mut tx, &id, cx.now().day()).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<Asking>(&known)?;
    let (words, t) = (form.text("vraag").to_owned(), texts(cx.lang()));
    let fault = match words.chars().count() {
        0 => Some(t.question_empty()),
        n if n > WORDS_MOST => Some(t.question_too_long()),
        _ => None,
    };
    if let Some(fault) = fault {
        drop(tx);
        return cx.page_again(&page(&cx, person, words, Faults::one("vraag", fault)).await?);
    }
    let path = format!("/mensen/{id}?bericht=gevraagd");
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await? {
        return cx.go_to(&sent);
    }
    cx.paced(Pace::Letters, 1)?;
    let question = questions::ask(&mut tx, &permit, &words, cx.now()).await?;
    cx.record(&mut tx, &Event::Asked { person: id.to_string(), question });
    tx.commit().await?;
    cx.go_to(&path)
}
