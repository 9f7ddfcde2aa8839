//! Asking all councils, or telling them something.
//!
//! GET  /gesprekken/nieuw
//! POST /gesprekken

use platform::choice::Choice;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use platform::{Kind, Seat};
use ui::{Section, Ui};

use crate::attachment;
use crate::people_words::kind_word;
use crate::policy::{Asking, Space};
use crate::store::{self, NewTopic};
use crate::topic::{Body, PostId, Refusal, Theme, Title, TopicId, TopicKind, Visibility};
use crate::{Event, Texts, texts};

/// What was typed.
#[derive(Default, Clone)]
struct Form {
    title: String,
    body: String,
    theme: String,
    kind: TopicKind,
    visibility: Visibility,
}

/// What is wrong, at which field.
#[derive(Default)]
struct Problems {
    title: Option<String>,
    body: Option<String>,
    theme: Option<String>,
    file: Option<String>,
}

impl Problems {
    /// The list above the form: the field and its sentence.
    fn all(&self) -> Vec<(&'static str, &str)> {
        let fields = [("titel", &self.title), ("tekst", &self.body), ("thema", &self.theme), ("bestand", &self.file)];
        fields.into_iter().filter_map(|(id, sentence)| sentence.as_deref().map(|s| (id, s))).collect()
    }
}

#[derive(askama::Template)]
#[template(path = "ask.html")]
struct AskPage {
    ui: Ui,
    t: &'static Texts,
    form: Form,
    problems: Problems,
    themes: Vec<Theme>,
    once: String,
    who: String,
    reader: String,
    has_region: bool,
}

impl AskPage {
    fn kinds(&self) -> Vec<(&'static str, String, String, bool)> {
        let kinds = [
            (TopicKind::Question, self.t.ask_question_hint()),
            (TopicKind::Experience, self.t.ask_experience_hint()),
            (TopicKind::Discussion, self.t.ask_discussion_hint()),
        ];
        kinds.into_iter().map(|(k, hint)| (k.word(), kind_word(k, self.t), hint, self.form.kind == k)).collect()
    }

    fn readers(&self) -> Vec<(&'static str, String, String, bool)> {
        let readers = [
            (Visibility::Everybody, self.t.ask_everybody(), self.t.ask_everybody_hint()),
            (Visibility::Councils, self.t.ask_councils(), self.t.ask_councils_hint()),
            (Visibility::Region, self.t.ask_region(), self.t.ask_region_hint()),
        ];
        let offered = readers.into_iter().filter(|(v, ..)| *v != Visibility::Region || self.has_region);
        offered.map(|(v, words, hint)| (v.word(), words, hint, self.form.visibility == v)).collect()
    }
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    cx.may::<Asking>(&Space)?;
    let page = ask_page(&cx, Form::default(), Problems::default()).await?;
    cx.page(&page)
}

async fn ask_page(cx: &Cx, form: Form, problems: Problems) -> Result<AskPage, Problem> {
    let t = texts(cx.lang());
    let themes = store::offered(&mut *cx.reader().await?, cx.now().day()).await?;
    let seat = cx.actor().seat();
    let who = seat.map(|s| format!("{}, {}", cx.actor().name, s.organisation_name)).unwrap_or_default();
    let reader = cx.person()?.to_string();
    let has_region = seat.is_some_and(|s| s.kind == Kind::Council);
    let ui = Ui::of(cx, Section::Community).crumb("/gesprekken", t.list_title());
    Ok(AskPage { ui, t, form, problems, themes, once: once::token(), who, reader, has_region })
}

pub(crate) async fn post(cx: Cx, fields: Fields) -> Outcome {
    fields.only(&["titel", "tekst", "thema", "soort", "lezers", "bestand", once::FIELD])?;
    let permit = cx.may::<Asking>(&Space)?;
    let t = texts(cx.lang());
    let form = Form {
        title: fields.raw("titel"),
        body: fields.raw("tekst"),
        theme: fields.text("thema").to_owned(),
        kind: fields.choice("soort").filter(|k| *k != TopicKind::Announcement).unwrap_or_default(),
        visibility: fields.choice("lezers").unwrap_or_default(),
    };
    let themes = store::offered(&mut *cx.reader().await?, cx.now().day()).await?;
    let (title, body) = (Title::of(&form.title), Body::of(&form.body, true));
    let file = fields.file("bestand").map(|f| attachment::look_at(f, t)).transpose();
    let problems = Problems {
        title: title.as_ref().err().map(|r| r.sentence(t)),
        body: body.as_ref().err().map(|r| r.sentence(t)),
        theme: (!themes.iter().any(|theme| theme.id == form.theme)).then(|| Refusal::NoTheme.sentence(t)),
        file: file.as_ref().err().cloned(),
    };
    // A browser gives a chosen file once; that it has to be chosen again is said, so that nobody sends without.
    let lost_file = matches!(file, Ok(Some(_)));
    let (Ok(title), Ok(body), Ok(file), None, Some(seat)) = (title, body, file, &problems.theme, cx.actor().seat())
    else {
        let mut problems = problems;
        if lost_file && problems.file.is_none() {
            problems.file = Some(t.file_again());
        }
        let page = ask_page(&cx, form, problems).await?;
        return cx.page_again(&page);
    };
    let id = TopicId::fresh();
    let path = format!("/gesprekken/{id}?bericht=gevraagd");
    let mut tx = cx.begin().await?;
    if let Some(sent) = once::claim(&mut tx, &cx, fields.text(once::FIELD), &path).await? {
        return cx.go_to(&sent);
    }
    let organisation = &seat.organisation;
    let new = NewTopic {
        id: &id,
        kind: form.kind,
        theme: &form.theme,
        title: &title,
        visibility: readers(&form, seat),
        organisation,
    };
    store::add_topic(&mut tx, &permit, &new, cx.now()).await?;
    let first = PostId::fresh();
    store::add_first_post(&mut tx, &permit, &first, &id, (organisation, seat.role), &body, cx.now()).await?;
    if let Some(fit) = &file {
        attachment::keep_under(&mut tx, &cx, &first, fit).await?;
    }
    let council = (seat.kind == Kind::Council).then(|| organisation.clone());
    cx.record(&mut tx, &Event::Asked { topic: id.to_string(), council });
    tx.commit().await?;
    cx.go_to(&path)
}

/// Only a council has a region of its own to ask.
fn readers(form: &Form, seat: &Seat) -> Visibility {
    match form.visibility {
        Visibility::Region if seat.kind != Kind::Council => Visibility::Everybody,
        // What an official asks, officials may read; they would not see their own question otherwise.
        Visibility::Councils if seat.kind == Kind::Municipality => Visibility::Everybody,
        chosen => chosen,
    }
}
