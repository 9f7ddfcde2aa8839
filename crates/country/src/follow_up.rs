//! What each kind of next post says.

use rand::Rng;

use crate::book::Entry;
use crate::post_maker::{Talk, Turn};
use crate::{Organisation, TopicKind};

impl<'c> Talk<'c, '_> {
    /// Adds a post of this kind. Nothing if there is nothing new to say, or no time left.
    pub(crate) fn take(&mut self, turn: Turn) -> Option<()> {
        match turn {
            Turn::Answer => self.answer(),
            Turn::Loose => self.general("los"),
            Turn::Short => self.short(),
            Turn::Counter => self.counter(),
            Turn::Agree => self.agree(),
            Turn::Officer => self.officer(),
            Turn::Facilitator => self.facilitator(),
            Turn::Thanks => self.thanks(),
            Turn::Later => self.later(),
            Turn::Praise => self.shared("ervaringslof"),
            Turn::React => self.react(),
            Turn::Meet => self.shared("kennismaking"),
            Turn::Welcome => self.shared("welkom"),
        }
    }

    fn say(&mut self, person: usize, pool: &[&'c Entry]) -> Option<()> {
        let mut voice = self.voice(person);
        let (text, _) = self.pen.line(pool, &mut voice)?;
        self.place(person, text, self.gap)
    }

    /// What is said of news, or of the experience that somebody told. Where a subject has two of those, the last
    /// reaction belongs to the second.
    fn react(&mut self) -> Option<()> {
        let told: Vec<u32> = self.subjects.first()?.all("ervaring").iter().map(|entry| entry.id).collect();
        let mut pool = self.pool("reactie");
        if told.len() > 1 && pool.len() > 1 {
            let last = pool.split_off(pool.len() - 1);
            if self.story == told.last().copied() {
                pool = last;
            }
        }
        let person = self.someone();
        self.say(person, &pool)
    }

    fn shared(&mut self, key: &str) -> Option<()> {
        let person = self.someone();
        let pool = self.pen.country.book.shared.all(key);
        self.say(person, &pool)
    }

    /// Goes on where somebody answered out of their own practice.
    fn agree(&mut self) -> Option<()> {
        let person = self.someone();
        let other = self.last_answer(5, person)?;
        let mut voice = self.voice(person);
        voice.know("andere", self.pen.country.persons[other].first.as_str());
        let (text, _) = self.pen.line(&self.pen.country.book.shared.all("bijval"), &mut voice)?;
        self.place(person, text, self.gap)
    }

    fn general(&mut self, key: &str) -> Option<()> {
        let person = self.someone();
        let pool = self.chapter.general.all(key);
        self.say(person, &pool)
    }

    fn officer(&mut self) -> Option<()> {
        let person = self.writers.officer(self.pen);
        let pool = self.chapter.general.all("ambtenaar");
        self.say(person, &pool)
    }

    fn facilitator(&mut self) -> Option<()> {
        let person = self.writers.association(self.pen);
        if self.topic.posts.iter().any(|post| post.author == person) {
            return None;
        }
        let key = if self.topic.posts.len() == 1 { "begeleiderstil" } else { "begeleider" };
        let (source, others) = self.councils_that_told()?;
        let mut voice = self.voice(person);
        voice.know("bron", source);
        voice.know("raad2", others.0);
        voice.know("raad3", others.1);
        let (text, _) = self.pen.line(&self.pen.country.book.shared.all(key), &mut voice)?;
        self.place(person, text, self.gap)
    }

    /// The place from which somebody answered here, and two others that told of this subject elsewhere:
    /// a facilitator names no council that has nothing to do with it.
    fn councils_that_told(&self) -> Option<(&'c str, (&'c str, &'c str))> {
        let country = self.pen.country;
        let place = |person: usize| match country.speaks_for(person)?.organisation {
            Organisation::Council(at) => Some(country.councils[at].municipalities[0]),
            _ => None,
        };
        let here: Vec<usize> = self.topic.posts.iter().filter_map(|post| place(post.author)).collect();
        let answered = self.topic.posts.iter().skip(1).filter(|post| post.author != self.topic.author);
        let source = answered.rev().find_map(|post| place(post.author)).or_else(|| here.first().copied())?;
        let subject = self.subjects.first()?.entries.first()?.id;
        let mut others = self.pen.told(subject).filter(|told| !here.contains(told));
        let spoken = |at: usize| country.municipalities[at].spoken();
        Some((spoken(source), (spoken(others.next()?), spoken(others.next()?))))
    }

    /// An answer out of one's own practice, sometimes with a greeting, sometimes with a tip.
    fn answer(&mut self) -> Option<()> {
        let person = self.someone();
        let mut voice = self.voice(person);
        let pool = self.pool("antwoord");
        let (mut body, _) = self.pen.line(&pool, &mut voice)?;
        if self.pen.rng.random_bool(0.36) {
            let tips = self.pool_of_answer(&pool, "tip");
            if let Some((tip, _)) = self.pen.line(&tips, &mut voice) {
                let between = if body.len() > 240 || body.contains('\n') { "\n\n" } else { " " };
                body = format!("{body}{between}{tip}");
            }
        }
        if self.pen.rng.random_bool(0.13) {
            let greetings = self.pen.country.book.shared.all("aanhef");
            if let Some((greeting, _)) = self.pen.line(&greetings, &mut voice) {
                body = format!("{greeting}\n\n{body}");
            }
        }
        self.place(person, body, self.gap)?;
        self.answers.push(self.topic.posts.len() - 1);
        let subject = |shelf: &&&crate::book::Shelf| {
            pool.first().is_some_and(|one| shelf.entries.iter().any(|entry| entry.id == one.id))
        };
        if let Some(shelf) = self.subjects.iter().find(subject) {
            self.pen.has_told(shelf.entries[0].id, person);
        }
        Some(())
    }

    /// A tip from the same subject as the answer.
    fn pool_of_answer(&self, pool: &[&'c Entry], key: &str) -> Vec<&'c Entry> {
        let same = |id: u32| self.subjects.iter().find(|shelf| shelf.entries.iter().any(|entry| entry.id == id));
        pool.first().and_then(|entry| same(entry.id)).map(|shelf| shelf.all(key)).unwrap_or_default()
    }

    /// A line by e-mail, often. What fits a question does not fit an opinion.
    fn short(&mut self) -> Option<()> {
        let general = match self.topic.kind {
            TopicKind::Question => "kort",
            TopicKind::Experience => "ervaringslof",
            TopicKind::Discussion | TopicKind::Announcement => "instem",
        };
        let own = self.pool("kort");
        let fits = match self.topic.kind {
            TopicKind::Announcement => 1.0,
            TopicKind::Question => 0.6,
            TopicKind::Experience | TopicKind::Discussion => 0.2,
        };
        let pool = match !own.is_empty() && self.pen.rng.random_bool(fits) {
            true => own,
            false => self.pen.country.book.shared.all(general),
        };
        let person = self.someone();
        self.say(person, &pool)
    }

    /// A question back; the one who was asked answers it.
    fn counter(&mut self) -> Option<()> {
        let own = self.pool("wedervraag");
        // Who tells what was done is asked how, rather than what the matter is.
        let told = self.topic.kind == TopicKind::Experience && self.pen.rng.random_bool(0.75);
        let pool = if own.is_empty() || told { self.pen.country.book.shared.all("doorvraag") } else { own };
        let person = self.someone();
        let asked = self.topic.author;
        let mut voice = self.voice(person);
        let (question, entry) = self.pen.line(&pool, &mut voice)?;
        let mut voice = self.voice(asked);
        voice.know("andere", self.pen.country.persons[person].first.as_str());
        // No question without an answer, unless that is still to come.
        let reply = self.pen.fill(entry.second.as_ref()?, &mut voice, 20)?;
        self.place(person, question, self.gap)?;
        self.place(asked, reply, self.gap)
    }

    /// The asker thanks whoever answered since they last spoke.
    fn thanks(&mut self) -> Option<()> {
        let asked = self.topic.author;
        let said = self.topic.posts.iter().filter(|post| post.author == asked).count();
        let since = self.topic.posts.iter().rev().take_while(|post| post.author != asked).count();
        let other = self.last_answer(since.min(4), asked)?;
        if said > 3 {
            return None;
        }
        let key = if self.pen.rng.random_bool(0.35) { "dankkort" } else { "dank" };
        let pool = self.pen.country.book.shared.all(key);
        let mut voice = self.voice(asked);
        voice.know("andere", self.pen.country.persons[other].first.as_str());
        let (text, _) = self.pen.line(&pool, &mut voice)?;
        self.place(asked, text, self.gap)
    }

    /// Weeks later the asker tells what came of it, and of whose answer.
    fn later(&mut self) -> Option<()> {
        let asked = self.topic.author;
        let other = self.last_answer(usize::MAX, asked)?;
        if self.topic.posts.len() < 3 || self.topic.posts.last()?.author == asked {
            return None;
        }
        let own = self.pool("vervolg");
        let pool = if own.is_empty() { self.pen.country.book.shared.all("uitkomst") } else { own };
        let mut voice = self.voice(asked);
        voice.know("andere", self.pen.country.persons[other].first.as_str());
        let (text, _) = self.pen.line(&pool, &mut voice)?;
        self.place(asked, text, 25.0)
    }
}
