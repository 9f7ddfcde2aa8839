//! The letters of the community. Everything can be read in the letter; clicking on is not needed.

use identity::directory::{self, Person};
use mail::{Draft, Letter};
use platform::db::{Conn, Tx};
use platform::id::PersonId;
use platform::jobs::Trouble;
use platform::trail::Line;
use platform::{App, policy};

use crate::policy::Viewing;
use crate::store::{self, ReaderIs};
use crate::topic::{Post, PostId, Topic, TopicId};

/// A letter is only for who may still read the topic at the moment of writing.
async fn readable(app: &App, conn: &mut Conn, person: &PersonId, topic: &str) -> Result<Option<Topic>, Trouble> {
    let now = app.clock().now();
    let is = ReaderIs { person, reach: 0, today: now.day(), council: None, only: "" };
    let Some(found) = store::find(conn, &is, &TopicId::of(topic)).await? else { return Ok(None) };
    let actor = identity::actor(conn, person, now.day()).await?;
    Ok(actor.filter(|actor| policy::may::<Viewing>(actor, &found)).map(|_| found))
}

struct Told {
    topic: Topic,
    post: Post,
    person: Person,
    url: String,
}

async fn told(app: &App, tx: &mut Tx, person: &PersonId, topic: &str, post: &str) -> Result<Option<Told>, Trouble> {
    let Some(topic) = readable(app, tx, person, topic).await? else { return Ok(None) };
    let Some(post) = store::post(tx, &topic.id, &PostId::of(post)).await? else { return Ok(None) };
    let Some(person) = directory::person(tx, person).await? else { return Ok(None) };
    if post.taken_back {
        return Ok(None); // it became untrue before it was sent
    }
    let page = (post.n.max(1) - 1) / store::POSTS_PER_PAGE + 1;
    let url = format!("{}/gesprekken/{}?bladzijde={page}#b{}", app.config().base_url, topic.id, post.n);
    Ok(Some(Told { topic, post, person, url }))
}

async fn send(app: &App, tx: &mut Tx, cause: &str, person: &Person, letter: &Letter) -> Result<(), Trouble> {
    Ok(mail::post(tx, cause, Some(&person.id), &person.address, letter, app.clock().now()).await?)
}

fn who(post: &Post) -> String {
    let role = ui::role_word(post.role, platform::Lang::Nl);
    let written = post.written_by.as_ref().map(|name| format!(" (geschreven door {name})")).unwrap_or_default();
    format!("{}, {role}, {}{written}", post.author_name, post.organisation_name)
}

/// A new answer: to the asker and to who follows, with its full text.
pub(crate) async fn answered(app: &App, tx: &mut Tx, topic: &str, post: &str) -> Result<(), Trouble> {
    for hearer in store::hearers(tx, topic).await? {
        let Some(told) = told(app, tx, &hearer.person, topic, post).await? else { continue };
        if told.post.author == hearer.person {
            continue;
        }
        let is_asker = told.topic.author == hearer.person;
        let letter = answered_letter(&told.topic, &told.post, &told.person, is_asker, &told.url);
        send(app, tx, &format!("answered:{post}:{}", hearer.person), &told.person, &letter).await?;
    }
    Ok(())
}

fn answered_letter(topic: &Topic, post: &Post, person: &Person, is_asker: bool, url: &str) -> Letter {
    let (subject, lead) = if is_asker {
        (format!("Antwoord op uw bericht: {}", topic.title), "Er is een antwoord op uw bericht.")
    } else {
        (format!("Nieuw antwoord: {}", topic.title), "Er is een nieuw antwoord in een gesprek dat u volgt.")
    };
    let draft = Draft::new(subject, person.greeting()).lead(lead).title(&topic.title, url).said(who(post), &post.body);
    let draft = if is_asker {
        draft.text(format!(
            "Hielp dit antwoord? Zeg dat dan bij het gesprek. {} en de andere raden zien het.",
            post.author_first_name
        ))
    } else {
        draft
    };
    draft
        .button("Bekijk het gesprek", url)
        .foot("U krijgt dit bericht omdat u dit gesprek volgt. Bij het gesprek kunt u daarmee stoppen.")
        .finish()
}

/// It helped: to who wrote the answer.
pub(crate) async fn helped(app: &App, tx: &mut Tx, topic: &str, post: &str) -> Result<(), Trouble> {
    let Some(writer) = writer(tx, topic, post).await? else { return Ok(()) };
    let Some(told) = told(app, tx, &writer, topic, post).await? else { return Ok(()) };
    let letter = Draft::new(format!("Uw antwoord hielp: {}", told.topic.title), told.person.greeting())
        .lead(format!("{} zegt: dit hielp. Uw antwoord staat nu bovenaan.", told.topic.author_name))
        .title(&told.topic.title, &told.url)
        .said("U schreef", &told.post.body)
        .button("Bekijk het gesprek", &told.url)
        .foot("Dank u wel dat u andere raden helpt.")
        .finish();
    send(app, tx, &format!("helped:{post}"), &told.person, &letter).await
}

/// Thanks for a contribution. The first makes the letter; later ones have the same cause, and are counted on
/// the page only.
pub(crate) async fn thanked(app: &App, tx: &mut Tx, line: &Line, topic: &str, post: &str) -> Result<(), Trouble> {
    if store::thanks_count(tx, post).await? == 0 {
        return Ok(()); // taken back before anybody heard of it
    }
    let Some(writer) = writer(tx, topic, post).await? else { return Ok(()) };
    let Some(told) = told(app, tx, &writer, topic, post).await? else { return Ok(()) };
    let thanker = match &line.actor {
        Some(person) => directory::person(tx, person).await?.map(|p| p.name),
        None => None,
    };
    let thanker = thanker.unwrap_or_else(|| "Iemand".into());
    let letter = Draft::new(format!("{thanker} dankt u"), told.person.greeting())
        .lead(format!("{thanker} dankt u voor uw bijdrage."))
        .title(&told.topic.title, &told.url)
        .said("U schreef", &told.post.body)
        .button("Bekijk het gesprek", &told.url)
        .finish();
    send(app, tx, &format!("thanked:{post}"), &told.person, &letter).await
}

async fn writer(tx: &mut Tx, topic: &str, post: &str) -> Result<Option<PersonId>, Trouble> {
    Ok(store::post(tx, &TopicId::of(topic), &PostId::of(post)).await?.map(|p| p.author))
}
