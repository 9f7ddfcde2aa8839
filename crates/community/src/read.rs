//! One conversation: the question, the answer that helped, the answers, and room for one's own.
//!
//! GET /gesprekken/{id}?bladzijde=

use axum::extract::Path;
use platform::web::{Cx, Outcome, Problem, once};
use platform::{App, Moment, policy};
use ui::filters;
use ui::{Notice, Pager, Section, Ui};

use crate::people_words::{answers_words, kind_word, thanks_words};
use crate::policy::{Marking, SayingAlso, TakingBack, Viewing};
use crate::store::{self, AlsoCouncil, Attached, POSTS_PER_PAGE, ReaderIs};
use crate::topic::{Post, Topic, TopicId, Visibility};
use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "read.html")]
pub(crate) struct ReadPage<'a> {
    ui: Ui,
    t: &'static Texts,
    cx: &'a Cx,
    topic: Topic,
    posts: Vec<Post>,
    files: Vec<Attached>,
    councils: Vec<AlsoCouncil>,
    pager: Pager,
    once: String,
    /// What was typed, and what is wrong with it.
    draft: String,
    problem: Option<String>,
}

impl ReadPage<'_> {
    fn kind(&self) -> String {
        kind_word(self.topic.kind, self.t)
    }

    fn answers(&self) -> String {
        answers_words(self.topic.answers, self.ui.lang, self.t)
    }

    /// The question first, then the answer that helped, then the page of answers.
    fn ordered(&self) -> Vec<&Post> {
        let helped = |p: &&Post| self.topic.helpful.as_ref() == Some(&p.id);
        let question = self.posts.iter().filter(|p| p.n == 0);
        let best = self.posts.iter().filter(helped);
        let on_page = self.posts.iter().filter(|p| p.n > 0 && !helped(p));
        question.chain(best.filter(|_| self.pager.page == 1)).chain(on_page).collect()
    }

    fn is_helpful(&self, post: &Post) -> bool {
        self.topic.helpful.as_ref() == Some(&post.id)
    }

    fn is_own(&self, post: &Post) -> bool {
        self.cx.actor().is(&post.author)
    }

    fn is_new(&self, post: &Post) -> bool {
        post.n > 0 && post.at > self.topic.read_until && !self.is_own(post)
    }

    fn may_take_back(&self, post: &Post) -> bool {
        policy::may::<TakingBack>(self.cx.actor(), post) && !post.taken_back && self.topic.take_back(post).is_ok()
    }

    /// The sentence that is wrong, for the list on top: on a long page the form is far away.
    fn faults(&self) -> ui::Html {
        let faults = self.problem.as_ref().map_or_else(ui::form::Faults::none, |p| ui::form::Faults::one("tekst", p));
        ui::form::fault_list(&faults, self.t.problems_title())
    }

    fn may_mark(&self) -> bool {
        policy::may::<Marking>(self.cx.actor(), &self.topic)
    }

    fn may_say_also(&self) -> bool {
        policy::may::<SayingAlso>(self.cx.actor(), &self.topic) && !self.is_our_own()
    }

    /// A council need not say that its own question lives there.
    fn is_our_own(&self) -> bool {
        self.cx.actor().seats.iter().any(|s| s.organisation == self.topic.organisation)
    }

    fn thanks(&self, post: &Post) -> String {
        thanks_words(post.thanks, self.ui.lang, self.t)
    }

    fn files_of<'b>(&'b self, post: &'b Post) -> impl Iterator<Item = &'b Attached> {
        self.files.iter().filter(move |f| f.post == post.id)
    }

    fn label(&self, file: &Attached) -> &'static str {
        use platform::choice::Choice;
        platform::files::Media::of(&file.media_type).map_or("", platform::files::Media::label)
    }

    fn readers(&self) -> String {
        match self.topic.visibility {
            Visibility::Councils => self.t.readers_councils(),
            Visibility::Everybody => self.t.readers_everybody(),
            Visibility::Region => self.t.readers_region(self.topic.region.clone().unwrap_or_default()),
        }
    }

    /// The names of the councils for which it is true: five, and how many more.
    fn council_names(&self) -> String {
        let names: Vec<_> = self.councils.iter().map(|c| c.name.as_str()).collect();
        let more = names.len().saturating_sub(5) as i64;
        match names.len() {
            0 => String::new(),
            1 => names[0].to_owned(),
            n if n <= 5 => format!("{} {} {}", names[..n - 1].join(", "), self.t.and(), names[n - 1]),
            _ => self.t.also_more(names[..5].join(", "), ui::dates::count(more, self.ui.lang)),
        }
    }

    /// At most thirty marks; beyond that the sentence says how many.
    fn marks(&self) -> usize {
        usize::try_from(self.topic.also).unwrap_or(0).min(30)
    }

    /// Under which name the browser keeps an answer that was not sent: one's own, on a computer that is shared.
    fn keep(&self) -> String {
        format!("antwoord-{}-{}", self.topic.id, self.reader())
    }

    /// What the browser may forget now: only what was sent just now.
    fn kept_clear(&self) -> Option<String> {
        match self.cx.notice()?.as_str() {
            "gevraagd" => Some(format!("vraag-{}", self.reader())),
            "geantwoord" => Some(self.keep()),
            _ => None,
        }
    }

    fn reader(&self) -> &str {
        self.cx.actor().person.as_ref().map_or("", |p| p.as_str())
    }

    fn last_n(&self) -> i64 {
        self.topic.answers
    }

    fn has_seat(&self) -> bool {
        self.cx.actor().seat().is_some()
    }
}

/// What an answer that could not be taken brings back to the page.
#[derive(Default)]
pub(crate) struct Returned {
    pub draft: String,
    pub problem: Option<String>,
}

pub(crate) async fn read(cx: Cx, Path(id): Path<TopicId>) -> Outcome {
    let page = page(&cx, &id, Returned::default()).await?;
    cx.page(&page)
}

/// The whole page, perhaps with an answer that was not good enough yet.
pub(crate) async fn page<'a>(cx: &'a Cx, id: &TopicId, returned: Returned) -> Result<ReadPage<'a>, Problem> {
    let mut reader = cx.reader().await?;
    let is = ReaderIs::of(cx)?;
    let topic = store::find(&mut reader, &is, id).await?.ok_or(Problem::NotFound)?;
    cx.sees::<Viewing>(&topic)?;
    let pager = Pager::new(format!("/gesprekken/{id}"), cx.page_number(), topic.answers, POSTS_PER_PAGE);
    let posts = store::posts(&mut reader, &topic, is.person, pager.page).await?;
    let files = store::attached(&mut reader, id).await?;
    let councils = if topic.also > 0 { store::also_councils(&mut reader, id).await? } else { Vec::new() };
    drop(reader);
    if pager.page >= pager.pages {
        note_read(cx, &topic);
    }
    let t = texts(cx.lang());
    let ui = Ui::of(cx, Section::Community)
        .crumb("/gesprekken", t.list_title())
        .crumb(format!("/gesprekken?thema={}", topic.theme), ui::theme_name(&topic.theme, &topic.theme_name, cx.lang()))
        .with_notice(notice(cx, t));
    let Returned { draft, problem } = returned;
    Ok(ReadPage { ui, t, cx, topic, posts, files, councils, pager, once: once::token(), draft, problem })
}

fn notice(cx: &Cx, t: &Texts) -> Option<Notice> {
    Some(match cx.notice()?.as_str() {
        "gevraagd" => Notice::new(t.notice_asked(), t.notice_asked_text()),
        "geantwoord" => Notice::new(t.notice_answered(), t.notice_answered_text()),
        "teruggehaald" => Notice::new(t.notice_taken_back(), ""),
        _ => return None,
    })
}

/// Reading the last page is having read it. Written afterwards and only when there was something new, so
/// that a page costs no write.
fn note_read(cx: &Cx, topic: &Topic) {
    // Whoever reads in somebody's name has not read it for them.
    let reads_oneself = cx.actor().helper.is_none();
    let (Some(person), true) = (cx.actor().person.clone(), topic.has_news() && reads_oneself) else { return };
    let (app, topic, until): (App, TopicId, Moment) = (cx.app().clone(), topic.id.clone(), topic.last_at);
    tokio::spawn(async move {
        let noted = async {
            let mut tx = app.db().begin().await?;
            store::note_read(&mut tx, &person, &topic, until).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "what was read could not be noted");
        }
    });
}
