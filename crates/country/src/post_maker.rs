//! Lets people answer each other.

use rand::Rng;

use crate::book::{Chapter, Entry, Shelf};
use crate::pen::Pen;
use crate::rules_deal::weighted;
use crate::voice::Voice;
use crate::writers::Writers;
use crate::{Age, Audience, Post, Topic};

/// What a next post can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Turn {
    Answer,
    Loose,
    Short,
    Counter,
    Agree,
    Officer,
    Facilitator,
    Thanks,
    Later,
    Praise,
    React,
    Meet,
    Welcome,
}

pub(crate) struct Talk<'c, 'p> {
    pub(crate) pen: &'p mut Pen<'c>,
    pub(crate) writers: &'p Writers,
    pub(crate) topic: Topic,
    pub(crate) chapter: &'c Chapter,
    pub(crate) subjects: Vec<&'c Shelf>,
    last: Age,
    /// Which posts answer the question out of somebody's own practice.
    pub(crate) answers: Vec<usize>,
    /// The experience that this conversation began with.
    pub(crate) story: Option<u32>,
    /// Working days between two posts, on average.
    pub(crate) gap: f64,
    /// Nothing more was said before the beginning.
    over: bool,
}

/// Somebody who tells weeks later what came of it is not the next one to speak.
const LONG_GAP: f64 = 5.0;

pub(crate) fn post(author: usize, age: Age, body: String) -> Post {
    Post { author, age, minutes_after: 0, body, helpful: false, thanks: Vec::new(), by_mail: false }
}

/// The first post of a question: what is the matter, what was tried, what one wants to know.
pub(crate) fn question<'c>(pen: &mut Pen<'c>, subject: &'c Shelf, voice: &mut Voice<'c>) -> Option<String> {
    let shared = &pen.country.book.shared;
    let manner = pen.rng.random_range(0..100);
    let mut parts: Vec<String> = Vec::new();
    let (asks, _) = pen.line(&subject.all("slotvraag"), voice)?;
    // Somebody says what the matter is, or at least what was tried: a question by itself is cold.
    let told = if manner < 88 { pen.line(&subject.all("situatie"), voice) } else { None };
    let none_yet = told.is_none();
    parts.extend(told.map(|(text, _)| text));
    if (40..70).contains(&manner) || none_yet {
        parts.extend(pen.line(&subject.all("geprobeerd"), voice).map(|(text, _)| text));
    }
    if parts.is_empty() {
        parts.push(pen.line(&subject.all("situatie"), voice)?.0);
    }
    parts.push(asks);
    if manner % 4 == 0
        && let Some((close, _)) = pen.line(&shared.all("slot"), voice)
    {
        parts.push(close);
    }
    let between = if manner % 3 == 0 || parts.concat().len() > 420 { "\n\n" } else { " " };
    let mut body = parts.join(between);
    if manner % 5 == 1
        && let Some((greeting, _)) = pen.line(&shared.all("aanhef"), voice)
    {
        body = format!("{greeting}\n\n{body}");
    }
    Some(body)
}

impl<'c, 'p> Talk<'c, 'p> {
    pub(crate) fn new(
        pen: &'p mut Pen<'c>,
        writers: &'p Writers,
        topic: Topic,
        chapter: &'c Chapter,
        subjects: Vec<&'c Shelf>,
    ) -> Self {
        let last = topic.age;
        Self { pen, writers, topic, chapter, subjects, last, answers: Vec::new(), story: None, gap: 0.85, over: false }
    }

    pub(crate) fn question(mut self, length: usize) -> Topic {
        use Turn::{Agree, Answer, Counter, Facilitator, Later, Loose, Officer, Short, Thanks};
        let spread = [
            (52, Answer),
            (4, Loose),
            (14, Short),
            (9, Counter),
            (7, Agree),
            (4, Officer),
            (2, Facilitator),
            (7, Thanks),
            (3, Later),
        ];
        self.go_on(length, &spread, Answer);
        self.choose_helpful();
        self.finish()
    }

    pub(crate) fn experience(mut self, length: usize, story: u32) -> Topic {
        use Turn::{Agree, Answer, Counter, Loose, Officer, Praise, React, Short};
        self.story = Some(story);
        let spread =
            [(24, Praise), (26, React), (14, Counter), (14, Answer), (10, Short), (6, Agree), (4, Officer), (2, Loose)];
        self.go_on(length, &spread, Praise);
        self.finish()
    }

    pub(crate) fn discussion(mut self, length: usize) -> Topic {
        use Turn::{Agree, Answer, Counter, Facilitator, Loose, Officer, Short, Thanks};
        let spread = [
            (54, Answer),
            (14, Loose),
            (10, Short),
            (9, Agree),
            (6, Officer),
            (6, Counter),
            (2, Facilitator),
            (2, Thanks),
        ];
        if length > 25 {
            self.gap = 0.43;
        }
        self.go_on(length, &spread, Answer);
        self.finish()
    }

    pub(crate) fn meet(mut self, length: usize) -> Topic {
        use Turn::{Meet, Welcome};
        self.gap = 0.4;
        self.go_on(length, &[(80, Meet), (20, Welcome)], Meet);
        self.finish()
    }

    pub(crate) fn news(mut self, length: usize) -> Topic {
        use Turn::{React, Short};
        self.go_on(length, &[(64, React), (36, Short)], React);
        self.finish()
    }

    fn go_on(&mut self, length: usize, spread: &[(u32, Turn)], first: Turn) {
        let mut misses = 0;
        while self.topic.posts.len() <= length && misses < 12 + length && !self.over {
            let turn =
                if self.topic.posts.len() == 1 && misses == 0 { first } else { weighted(&mut self.pen.rng, spread) };
            if self.take(turn).is_none() {
                misses += 1;
            }
        }
    }

    /// A pool of pieces from one of the subjects.
    pub(crate) fn pool(&mut self, key: &str) -> Vec<&'c Entry> {
        match self.subjects.len() {
            0 => Vec::new(),
            count => self.subjects[self.pen.rng.random_range(0..count)].all(key),
        }
    }

    pub(crate) fn someone(&mut self) -> usize {
        let mut person = self.topic.author;
        for attempt in 0..40 {
            let audience = if attempt < 6 { self.topic.audience } else { Audience::National };
            person = self.writers.reader(self.pen, audience);
            let spoke = self.topic.posts.iter().any(|post| post.author == person);
            // Nobody answers a question of their own; who spoke already may, when it is hard to find another.
            if person != self.topic.author && (!spoke || attempt >= 6) {
                break;
            }
        }
        person
    }

    /// The last of the answers that stand no further back than so many posts; by somebody else than this person.
    pub(crate) fn last_answer(&self, back: usize, person: usize) -> Option<usize> {
        let from = self.topic.posts.len().saturating_sub(back);
        let by = |at: &usize| self.topic.posts[*at].author;
        self.answers.iter().rev().take_while(|at| **at >= from).map(by).find(|author| *author != person)
    }

    /// The voice of this person in this conversation: they know who asked and who spoke last.
    pub(crate) fn voice(&mut self, person: usize) -> Voice<'c> {
        let mut voice = self.pen.voice(person);
        let persons = &self.pen.country.persons;
        voice.know("naam", persons[self.topic.author].first.as_str());
        if let Some(last) = self.topic.posts.last() {
            voice.know("andere", persons[last.author].first.as_str());
        }
        voice
    }

    /// Places a post, if it can still be before now.
    pub(crate) fn place(&mut self, author: usize, body: String, gap: f64) -> Option<()> {
        let Some(age) = self.last.later(&mut self.pen.rng, gap) else {
            // The next word is still to come: what follows it as well.
            self.over |= gap < LONG_GAP;
            return None;
        };
        self.last = age;
        let mut post = post(author, age, body);
        let mail = if post.body.len() < 90 { 0.3 } else { 0.13 };
        post.by_mail = self.pen.rng.random_bool(mail);
        if post.by_mail && self.pen.rng.random_bool(0.6) {
            self.sign(&mut post);
        }
        self.topic.posts.push(post);
        Some(())
    }

    /// A letter by e-mail often ends with a name.
    fn sign(&mut self, post: &mut Post) {
        let mut voice = self.pen.voice(post.author);
        let greetings = self.pen.country.book.shared.all("groet");
        let entry = greetings[self.pen.rng.random_range(0..greetings.len())];
        if let Some(greeting) = self.pen.fill(&entry.first, &mut voice, 3) {
            post.body.push_str("\n\n");
            post.body.push_str(&greeting);
            post.body.push('\n');
            let someone = &self.pen.country.persons[post.author];
            // A double surname would be a sentence that comes back.
            let name = if someone.surname.contains('-') { &someone.first } else { &someone.name() };
            post.body.push_str(name);
        }
    }

    /// Half of the askers say what helped: an answer of some length.
    fn choose_helpful(&mut self) {
        let long = |&at: &usize| self.topic.posts[at].body.len() > 100;
        let best: Vec<usize> = self.answers.iter().copied().filter(long).collect();
        if !best.is_empty() && self.pen.rng.random_bool(0.56) {
            let at = best[self.pen.rng.random_range(0..best.len().min(3))];
            self.topic.posts[at].helpful = true;
        }
    }

    fn finish(mut self) -> Topic {
        for at in 0..self.topic.posts.len() {
            let post = &self.topic.posts[at];
            let worth = if post.helpful { 9 } else { usize::from(post.body.len() > 110) * 3 + usize::from(at == 0) };
            let count = self.few(worth);
            let thanks = self.crowd(count, |talk| talk.writers.reader(talk.pen, talk.topic.audience));
            let author = self.topic.posts[at].author;
            self.topic.posts[at].thanks = thanks.into_iter().filter(|&person| person != author).collect();
        }
        let count = self.few(5);
        let councils = self.crowd(count, |talk| talk.pen.rng.random_range(0..talk.pen.country.councils.len()));
        self.topic.also_councils = councils;
        self.topic
    }

    fn few(&mut self, mean: usize) -> usize {
        let draw = -(1.0 - self.pen.rng.random::<f64>()).ln();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a few"
        )]
        let count = (mean as f64 * draw) as usize;
        count.min(40)
    }

    fn crowd(&mut self, count: usize, one: impl Fn(&mut Self) -> usize) -> Vec<usize> {
        let mut crowd: Vec<usize> = (0..count).map(|_| one(self)).collect();
        crowd.sort_unstable();
        crowd.dedup();
        crowd
    }
}
