//! Conversations of the demo country.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use community::seed::{self, NewPost, NewTopic};
use community::topic::{TopicId, TopicKind, Visibility};
use country::{Age, Attachment, Audience, Post, Topic, TopicKind as Theirs};
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::{Kind, Moment, Role, files};

use super::behalf::Helpers;
use super::{Making, people};

/// The short name as it stands after *over*: *de Wmo*, *wonen*, *ggz*.
fn after_over(short: &str) -> String {
    if short == "Wmo" { "de Wmo".to_owned() } else { short.to_lowercase() }
}

/// Whoever lets the secretary write for them has done so since then.
const HELPED: Age = Age::days(145);
const DAY_MINUTES: i64 = 24 * 60;

/// The sheets that were printed, by the name of their file.
type Sheets = HashMap<String, Vec<u8>>;

/// What somebody speaks for: their first seat of today.
struct Speaker {
    id: PersonId,
    organisation: OrganisationId,
    role: Role,
    kind: Kind,
}

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>, helpers: &Helpers) -> Result<usize> {
    for (n, theme) in making.country.themes.iter().enumerate() {
        seed::theme(tx, &theme.slug, &theme.name, &after_over(&theme.short), n as i64 + 1).await?;
    }
    let mut count = 0;
    let mut sheets = Sheets::new();
    // The last ones, when it is not all of them: those are what people see first.
    let skipped = match making.most {
        usize::MAX => 0,
        most => making.country.topics().count().saturating_sub(most),
    };
    for topic in making.country.topics().skip(skipped) {
        write(tx, making, count, &topic, helpers, &mut sheets).await?;
        count += 1;
    }
    Ok(count)
}

async fn write(
    tx: &mut Tx,
    making: &Making<'_>,
    n: usize,
    topic: &Topic,
    helpers: &Helpers,
    sheets: &mut Sheets,
) -> Result<()> {
    let country = making.country;
    let began = making.moment(topic.days_ago.into(), topic.minute.into());
    let speakers: Vec<_> = topic.posts.iter().map(|post| speaker(making, post.author)).collect();
    let thankers: Vec<Vec<_>> =
        topic.posts.iter().map(|post| post.thanks.iter().map(|person| making.ids.person(*person)).collect()).collect();
    // Whoever let the secretary write for them no longer does so themselves, except by mail.
    let writers: Vec<_> = topic
        .posts
        .iter()
        .map(|post| helpers.get(&post.author).filter(|_| !post.by_mail && topic.age < HELPED))
        .map(|helper| helper.map(|person| making.ids.person(*person)))
        .collect();
    let posts = topic.posts.iter().zip(&speakers).zip(&thankers).zip(&writers).map(
        |(((post, speaker), thanks), written_by)| NewPost {
            author: &speaker.id,
            organisation: &speaker.organisation,
            role: speaker.role,
            body: &post.body,
            at: said_at(making, topic, post),
            by_mail: post.by_mail,
            written_by: written_by.as_ref(),
            helpful: post.helpful,
            thanks: thanks.iter().collect(),
        },
    );
    let councils: Vec<_> = topic.also_councils.iter().map(|council| making.ids.council(*council)).collect();
    let (visibility, region) = audience(making, topic, &speakers, n);
    let new = NewTopic {
        id: TopicId::of(making.ids.id("topic", n, began)),
        kind: kind(topic.kind),
        theme: &country.themes[topic.theme].slug,
        title: &topic.title,
        visibility,
        region,
        posts: posts.collect(),
        also: councils.iter().map(|council| (council, &speakers[0].id)).collect(),
    };
    let first = seed::topic(tx, &new).await?;
    if let Some(sheet) = &topic.attachment {
        attach(tx, making, &first, sheet, sheets, (&speakers[0].id, began)).await?;
    }
    Ok(())
}

/// By the clock, which goes back and forward in between.
fn said_at(making: &Making<'_>, topic: &Topic, post: &Post) -> Moment {
    let minute = i64::from(topic.minute) + i64::from(post.minutes_after);
    making.moment(i64::from(topic.days_ago) - minute / DAY_MINUTES, minute % DAY_MINUTES)
}

/// An official takes part only where officials read; a region's talk is a region's; half of the rest is
/// among councils only.
fn audience<'a>(
    making: &'a Making<'_>,
    topic: &Topic,
    speakers: &[Speaker],
    n: usize,
) -> (Visibility, Option<&'a str>) {
    let officials = speakers.iter().any(|s| s.kind == Kind::Municipality);
    match topic.audience {
        Audience::Region(region) if !officials => (Visibility::Region, Some(&making.country.regions[region].name)),
        _ if officials || n.is_multiple_of(2) => (Visibility::Everybody, None),
        _ => (Visibility::Councils, None),
    }
}

fn speaker(making: &Making<'_>, person: usize) -> Speaker {
    let seat =
        making.country.seats_of(person).find(|s| s.is_current()).or_else(|| making.country.seats_of(person).next());
    let found = seat.and_then(|s| people::organisation(making, s.organisation).map(|o| (o, s)));
    let id = making.ids.person(person);
    match found {
        Some((organisation, seat)) => {
            let kind = match seat.organisation {
                country::Organisation::Council(_) => Kind::Council,
                country::Organisation::Municipality(_) => Kind::Municipality,
                _ => Kind::Association,
            };
            Speaker { id, organisation, role: people::role(seat.role), kind }
        }
        None => Speaker { id, organisation: making.ids.association(), role: Role::Guest, kind: Kind::Association },
    }
}

fn kind(kind: Theirs) -> TopicKind {
    match kind {
        Theirs::Question => TopicKind::Question,
        Theirs::Experience => TopicKind::Experience,
        Theirs::Discussion => TopicKind::Discussion,
        Theirs::Announcement => TopicKind::Announcement,
    }
}

/// What hangs under a post can be opened: a real, tagged PDF, laid out once for each sheet.
async fn attach(
    tx: &mut Tx,
    making: &Making<'_>,
    post: &community::topic::PostId,
    sheet: &Attachment,
    sheets: &mut Sheets,
    by: (&PersonId, Moment),
) -> Result<()> {
    let name = format!("{}.pdf", sheet.name);
    let bytes = match sheets.entry(name.clone()) {
        Entry::Occupied(there) => there.into_mut(),
        Entry::Vacant(place) => place.insert(printed(making, sheet)),
    };
    let fit = files::Fit { name, media: files::Media::Pdf, bytes };
    let file = files::keep(tx, Some(by.0), &fit, by.1).await?;
    seed::attach(tx, post, &file).await
}

fn printed(making: &Making<'_>, sheet: &Attachment) -> Vec<u8> {
    let printed = pdf::sheet(&pdf::Sheet {
        title: sheet.name.clone(),
        author: "Gedeeld door een adviesraad".to_owned(),
        text: sheet.text.clone(),
        marks: pdf::Marks { example: true, concept: false },
        made_at: jiff::Timestamp::from_millisecond(making.now.0).unwrap_or_default(),
    });
    printed.unwrap_or_else(|wrong| panic!("our own sheet '{}' cannot be printed: {wrong}", sheet.name))
}
