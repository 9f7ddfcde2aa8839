//! Begins the conversations: which, when, by whom, about what.

use rand::Rng;

use crate::book::{Chapter, Entry, Shelf};
use crate::pen::Pen;
use crate::post_maker::Talk;
use crate::rhythm::Rhythm;
use crate::rules_deal::weighted;
use crate::writers::Writers;
use crate::{Age, Audience, Country, Stream, Topic, TopicKind, chance};

/// More than the five thousand that are promised.
const TOPICS: usize = 5_150;
/// A piece that had nothing new to say so often is left alone: looking on takes time.
const PATIENCE: u32 = 10;
/// A question or a story comes back after so many other titles at the soonest.
const APART: usize = 75;
/// What was begun longer ago than this stands too far down for readers to compare.
const SEEN: Age = Age::days(100);
/// Between two rounds in which new members tell who they are.
const MEET: Age = Age::days(40);
/// Nobody has answered some of the questions that are younger than this.
const OPEN: Age = Age::days(18);
/// A conversation about a whole theme goes on for weeks, and stays in sight that long.
const BROAD_APART: usize = 600;
/// There are few kinds of news.
const NEWS_APART: usize = 50;
/// So many working days ago the first began, weekends counting for what is written in them: some three years.
const FIRST: f64 = 830.0;

/// What a conversation is built from.
#[derive(Clone, Copy, PartialEq)]
enum Plan {
    Question,
    Experience,
    Discussion,
    /// About a whole theme: long.
    Broad,
    /// New members tell who they are: long.
    Meet,
    News,
}

pub(crate) struct Topics<'c> {
    pen: Pen<'c>,
    /// How old each is; the oldest last.
    ages: Vec<Age>,
    rhythm: Rhythm,
    /// So many to a part of the country: see [`Pen::fresh_book`].
    part: usize,
    /// When new members last told who they are.
    met: Option<Age>,
    writers: Writers,
    subjects: Vec<(usize, usize)>,
    turn: usize,
}

impl<'c> Topics<'c> {
    pub(crate) fn new(country: &'c Country) -> Self {
        let mut rng = chance(country.seed, Stream::Topics);
        let count = TOPICS * country.scale;
        // Spread evenly, so that the last ones are as young as they should be, whatever the chance.
        let mut spread = |place: usize| (place as f64 + rng.random::<f64>()) / count as f64;
        let ages: Vec<Age> = (0..count).map(|place| Age::of(FIRST * spread(place).powf(1.35))).collect();
        let part = count.div_ceil(country.scale);
        let chapters = country.book.chapters.iter().enumerate();
        let subjects = chapters.flat_map(|(at, chapter)| (0..chapter.subjects.len()).map(move |subject| (at, subject)));
        Self {
            subjects: subjects.collect(),
            writers: Writers::new(country),
            pen: Pen::new(country, rng).with_patience(PATIENCE),
            rhythm: Rhythm::before(country.now),
            ages,
            part,
            met: None,
            turn: 0,
        }
    }

    fn plan(&mut self) -> Plan {
        let spread = [
            (630, Plan::Question),
            (155, Plan::Experience),
            (110, Plan::Discussion),
            (26, Plan::Broad),
            (3, Plan::Meet),
            (80, Plan::News),
        ];
        weighted(&mut self.pen.rng, &spread)
    }

    /// Walks round all subjects, so that none is left out and none comes too often.
    fn subject(&mut self) -> (usize, &'c Chapter, &'c Shelf) {
        let stride = 47;
        let (theme, subject) =
            self.subjects[(self.turn * stride + self.pen.rng.random_range(0..3)) % self.subjects.len()];
        let chapter = &self.pen.country.book.chapters[theme];
        (theme, chapter, &chapter.subjects[subject])
    }

    fn begin(&mut self, age: Age) -> Option<Topic> {
        self.pen.fresh_sheet();
        let plan = self.plan();
        let (mut theme, mut chapter, mut subject) = self.subject();
        // Not every subject has something to disagree about.
        while plan == Plan::Discussion && subject.all("gesprek").is_empty() {
            self.turn += 1;
            (theme, chapter, subject) = self.subject();
        }
        match plan {
            Plan::Question => self.question(age, theme, chapter, subject),
            Plan::Experience => self.pair(age, theme, chapter, subject, TopicKind::Experience),
            Plan::Discussion => self.pair(age, theme, chapter, subject, TopicKind::Discussion),
            Plan::Broad => self.broad(age, theme, chapter),
            Plan::Meet => self.meet(age),
            Plan::News => self.news(age),
        }
    }

    fn question(&mut self, age: Age, theme: usize, chapter: &'c Chapter, subject: &'c Shelf) -> Option<Topic> {
        let author = self.writers.council(&mut self.pen);
        let mut voice = self.pen.voice(author);
        let (title, _) = self.pen.title_apart(&subject.all("vraag"), APART, &mut voice)?;
        let body = crate::post_maker::question(&mut self.pen, subject, &mut voice)?;
        let mut topic = self.topic(TopicKind::Question, theme, title, author, age, body);
        if self.pen.rng.random_bool(0.2)
            && let Some(pool) = or_none(subject, "bijlage")
        {
            let sheet = pool[self.pen.rng.random_range(0..pool.len())];
            topic.attachment = self.pen.sheet(sheet, &mut voice);
        }
        let open = age < OPEN && self.pen.rng.random_bool(0.34) || self.pen.rng.random_bool(0.01);
        let length = if open { 0 } else { self.length(8.2) };
        Some(self.talk(topic, chapter, vec![subject]).question(length))
    }

    fn pair(
        &mut self,
        age: Age,
        theme: usize,
        chapter: &'c Chapter,
        subject: &'c Shelf,
        kind: TopicKind,
    ) -> Option<Topic> {
        let key = if kind == TopicKind::Experience { "ervaring" } else { "gesprek" };
        let pool = or_none(subject, key)?;
        let (author, title, body, story) = self.opening(&pool, APART)?;
        let topic = self.topic(kind, theme, title, author, age, body);
        let length = self.length(if kind == TopicKind::Experience { 6.6 } else { 12.5 });
        let talk = self.talk(topic, chapter, vec![subject]);
        Some(if kind == TopicKind::Experience { talk.experience(length, story) } else { talk.discussion(length) })
    }

    fn broad(&mut self, age: Age, theme: usize, chapter: &'c Chapter) -> Option<Topic> {
        let (author, title, body, _) = self.opening(&chapter.general.all("breed"), BROAD_APART)?;
        let topic = self.topic(TopicKind::Discussion, theme, title, author, age, body);
        let length = self.pen.rng.random_range(45..96);
        let subjects = chapter.subjects.iter().collect();
        Some(self.talk(topic, chapter, subjects).discussion(length))
    }

    fn opening(&mut self, pool: &[&'c Entry], apart: usize) -> Option<(usize, String, String, u32)> {
        let author = self.writers.council(&mut self.pen);
        let mut voice = self.pen.voice(author);
        let (title, entry) = self.pen.title_apart(pool, apart, &mut voice)?;
        let body = self.pen.fill(entry.second.as_ref()?, &mut voice, 40)?;
        Some((author, title, body, entry.id))
    }

    fn meet(&mut self, age: Age) -> Option<Topic> {
        if self.met.is_some_and(|last| last.0 < age.0 + MEET.0) {
            return None;
        }
        self.met = Some(age);
        let theme = self.theme_of("raad");
        let chapter = &self.pen.country.book.chapters[theme];
        let author = self.writers.association(&mut self.pen);
        let mut voice = self.pen.voice(author);
        let shared = &self.pen.country.book.shared;
        let (title, _) = self.pen.title_apart(&shared.all("kennistitel"), 2, &mut voice)?;
        let (body, _) = self.pen.line(&shared.all("nieuw"), &mut voice)?;
        let topic = self.topic(TopicKind::Discussion, theme, title, author, age, body);
        let length = self.pen.rng.random_range(40..95);
        Some(self.talk(topic, chapter, vec![]).meet(length))
    }

    fn news(&mut self, age: Age) -> Option<Topic> {
        let book = &self.pen.country.book;
        let shelf = &book.news[self.pen.rng.random_range(0..book.news.len())];
        let theme = self.theme_of(&shelf.name);
        let official = shelf.kind == "koepel";
        let author =
            if official { self.writers.association(&mut self.pen) } else { self.writers.council(&mut self.pen) };
        let mut voice = self.pen.voice(author);
        // A day in a region is for that region, and only people from there say that they come.
        let region = (official && shelf.name == "samenwerking").then(|| {
            let regions = &self.pen.country.regions;
            let region = self.pen.rng.random_range(0..regions.len());
            voice.know("regio", regions[region].province.as_str());
            region
        });
        let (title, entry) = self.pen.title_apart(&shelf.all("bericht"), NEWS_APART, &mut voice)?;
        let body = self.pen.fill(entry.second.as_ref()?, &mut voice, 40)?;
        let mut topic = self.topic(TopicKind::Announcement, theme, title, author, age, body);
        topic.audience = region.map_or(topic.audience, Audience::Region);
        let length = self.length(4.4);
        Some(self.talk(topic, &book.chapters[theme], vec![shelf]).news(length))
    }

    fn theme_of(&self, slug: &str) -> usize {
        let found = self.pen.country.themes.iter().position(|theme| theme.slug == slug);
        found.unwrap_or_default()
    }

    /// Most are short, some go on: a long tail with this mean.
    fn length(&mut self, mean: f64) -> usize {
        let tail = (1.0 - self.pen.rng.random::<f64>()).powf(-0.55);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of posts")]
        let length = (mean * 0.5 * tail).round() as usize;
        length.clamp(1, 22)
    }

    fn topic(&mut self, kind: TopicKind, theme: usize, title: String, author: usize, age: Age, body: String) -> Topic {
        self.pen.keep_title();
        let region = self.writers.region(author);
        let audience = match region {
            Some(region) if self.pen.rng.random_bool(0.14) => Audience::Region(region),
            _ => Audience::National,
        };
        let mut topic = Topic {
            kind,
            theme,
            title,
            author,
            audience,
            age,
            days_ago: 0,
            minute: 0,
            posts: vec![],
            also_councils: vec![],
            attachment: None,
        };
        topic.posts.push(crate::post_maker::post(author, age, body));
        topic
    }

    fn talk(&mut self, topic: Topic, chapter: &'c Chapter, subjects: Vec<&'c Shelf>) -> Talk<'c, '_> {
        Talk::new(&mut self.pen, &self.writers, topic, chapter, subjects)
    }
}

impl Iterator for Topics<'_> {
    type Item = Topic;

    fn next(&mut self) -> Option<Topic> {
        let age = self.ages.pop()?;
        if self.ages.len().is_multiple_of(self.part) && !self.ages.is_empty() {
            self.pen.fresh_book();
        }
        // Another subject is tried when this one has nothing new to say.
        for attempt in 0..60 {
            self.turn += 1;
            self.pen.relaxed = age > SEEN || attempt > 40;
            if let Some(mut topic) = self.begin(age) {
                self.rhythm.lay(&mut topic);
                return Some(topic);
            }
        }
        None
    }
}

fn or_none<'c>(shelf: &'c Shelf, key: &str) -> Option<Vec<&'c Entry>> {
    let pool = shelf.all(key);
    (!pool.is_empty()).then_some(pool)
}
