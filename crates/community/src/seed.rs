//! Filling the conversations of the demo country.

use platform::clock::Moment;
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::trail::{By, Entry, Origin};
use platform::{Role, args};

use crate::Event;
use crate::topic::{PostId, TopicId, TopicKind, Visibility};

platform::statements! {
    THEME: () = "INSERT INTO theme (id, name, short, place) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, short = excluded.short, place = excluded.place";
    TOPIC: () = "INSERT INTO community_topic (id, kind, theme, title, author, organisation, visibility, region, at, answers, last_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    POST: () = "INSERT INTO community_post (id, topic, n, author, organisation, role, body, by_mail, at, written_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    THANKS: () = "INSERT INTO community_thanks (post, person, at) VALUES ($1, $2, $3) ON CONFLICT (post, person) DO NOTHING";
    ALSO: () = "INSERT INTO community_also (topic, council, by_person, at) VALUES ($1, $2, $3, $4) ON CONFLICT (topic, council) DO NOTHING";
    HELPFUL: () = "INSERT INTO community_helpful (topic, post, by_person, at) VALUES ($1, $2, $3, $4)";
    FOLLOW: () = "INSERT INTO community_follow (topic, person, at) VALUES ($1, $2, $3) ON CONFLICT (topic, person) DO NOTHING";
}

/// A topic with everything around it, at absolute moments.
pub struct NewTopic<'a> {
    pub id: TopicId,
    pub kind: TopicKind,
    pub theme: &'a str,
    pub title: &'a str,
    pub visibility: Visibility,
    pub region: Option<&'a str>,
    pub posts: Vec<NewPost<'a>>,
    pub also: Vec<(&'a OrganisationId, &'a PersonId)>,
}

pub struct NewPost<'a> {
    pub author: &'a PersonId,
    pub organisation: &'a OrganisationId,
    pub role: Role,
    pub body: &'a str,
    pub at: Moment,
    pub by_mail: bool,
    /// Who wrote it in the name of the author.
    pub written_by: Option<&'a PersonId>,
    pub helpful: bool,
    pub thanks: Vec<&'a PersonId>,
}

pub async fn theme(tx: &mut Tx, id: &str, name: &str, short: &str, place: i64) -> Result<()> {
    tx.exactly_one(THEME, args![id, name, short, place]).await
}

/// Writes a topic, its posts and gestures, and the line of the trail that it was asked.
pub async fn topic(tx: &mut Tx, new: &NewTopic<'_>) -> Result<PostId> {
    let (first, last) = (&new.posts[0], new.posts.last().expect("a topic has a first post"));
    let answers = new.posts.len() as i64 - 1;
    let row = args![
        new.id,
        new.kind,
        new.theme,
        new.title,
        first.author,
        first.organisation,
        new.visibility,
        new.region,
        first.at,
        answers,
        last.at
    ];
    tx.exactly_one(TOPIC, row).await?;
    crate::store::count_topic(tx, &new.id).await?;
    let mut first_id = None;
    for (n, post) in new.posts.iter().enumerate() {
        let id = self::post(tx, new, n, post).await?;
        first_id.get_or_insert(id);
    }
    for (council, by) in &new.also {
        tx.run(ALSO, args![new.id, council, by, first.at]).await?;
    }
    let (actor, on_behalf_of) = (first.written_by.unwrap_or(first.author), first.written_by.map(|_| first.author));
    let by = By {
        actor: Some(actor.clone()),
        on_behalf_of: on_behalf_of.cloned(),
        at: first.at,
        origin: Origin::Demo,
        network: None,
    };
    tx.record(Entry::of(by, &Event::Asked { topic: new.id.to_string(), council: None }));
    Ok(first_id.expect("a topic has a first post"))
}

async fn post(tx: &mut Tx, new: &NewTopic<'_>, n: usize, post: &NewPost<'_>) -> Result<PostId> {
    let id = PostId::of(platform::id::at(post.at, rand_of(&new.id, n)));
    let by_mail = i64::from(post.by_mail);
    tx.exactly_one(
        POST,
        args![id, new.id, n, post.author, post.organisation, post.role, post.body, by_mail, post.at, post.written_by],
    )
    .await?;
    tx.run(FOLLOW, args![new.id, post.author, post.at]).await?;
    for person in &post.thanks {
        tx.run(THANKS, args![id, person, post.at]).await?;
    }
    if post.helpful {
        tx.exactly_one(HELPFUL, args![new.id, id, new.posts[0].author, post.at]).await?;
    }
    Ok(id)
}

/// The same id for the same place in the same country.
fn rand_of(topic: &TopicId, n: usize) -> u128 {
    let hash = platform::secret::hashed(&format!("{topic}:{n}"));
    hash.bytes().take(16).fold(0u128, |sum, b| (sum << 8) | u128::from(b))
}

/// Hangs a file under the first post of a topic.
pub async fn attach(tx: &mut Tx, post: &PostId, file: &platform::id::FileId) -> Result<()> {
    crate::store::attach(tx, post, file, 0).await
}
