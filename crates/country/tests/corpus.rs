//! The whole country at scale 1, read from front to back.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use country::{Case, Country, Topic, TopicKind, long_sentences, sentences};

struct Corpus {
    country: Country,
    topics: Vec<Topic>,
    cases: Vec<Case>,
}

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let country = Country::new(7, 1);
        let topics = country.topics().collect();
        let cases = country.cases().collect();
        Corpus { country, topics, cases }
    })
}

fn topic_texts() -> impl Iterator<Item = &'static str> {
    corpus().topics.iter().flat_map(|topic| {
        let posts = topic.posts.iter().map(|post| post.body.as_str());
        std::iter::once(topic.title.as_str()).chain(posts).chain(topic.attachment.as_deref())
    })
}

fn case_texts() -> impl Iterator<Item = &'static str> {
    corpus().cases.iter().flat_map(Case::texts)
}

#[test]
fn there_is_as_much_as_was_promised() {
    let Corpus { country, topics, cases } = corpus();
    assert!(topics.len() >= 5_000, "{} topics", topics.len());
    let posts: usize = topics.iter().map(|topic| topic.posts.len()).sum();
    assert!(posts >= 40_000, "{posts} posts");
    assert!(cases.len() >= 1_500, "{} cases", cases.len());
    assert!(country.themes.len() >= 12);
    assert!(topics.iter().filter(|topic| topic.posts.len() >= 50).count() >= 10);
    for kind in [TopicKind::Question, TopicKind::Experience, TopicKind::Discussion, TopicKind::Announcement] {
        assert!(topics.iter().filter(|topic| topic.kind == kind).count() > 250, "{kind:?}");
    }
    let recent = |topic: &&Topic| topic.days_ago < 24 && topic.kind == TopicKind::Question && topic.posts.len() == 1;
    assert!(topics.iter().filter(recent).count() >= 10, "some questions wait for an answer");
}

#[test]
fn no_long_sentence_is_said_twice() {
    let mut said: HashSet<String> = HashSet::new();
    let mut twice: Vec<String> = Vec::new();
    for sentence in topic_texts().chain(case_texts()).flat_map(long_sentences) {
        if let Some(again) = said.replace(sentence) {
            twice.push(again);
        }
    }
    assert!(said.len() > 60_000, "{} long sentences", said.len());
    assert!(twice.is_empty(), "{} come back, such as {:#?}", twice.len(), &twice[..twice.len().min(8)]);
}

#[test]
fn every_text_is_clean() {
    let odd = [
        "¿",
        "[",
        "]",
        "{",
        "}",
        "|",
        " ~ ",
        "  ",
        " ,",
        " .",
        " ?",
        "..",
        ",,",
        "?.",
        ".?",
        "//",
        "/-",
        " een een ",
        " de de ",
        " een een ",
    ];
    for text in topic_texts().chain(case_texts()) {
        assert!(!text.trim().is_empty() && text.trim() == text, "{text:?}");
        for mark in odd {
            assert!(!text.to_lowercase().contains(mark), "{mark:?} in {text:?}");
        }
    }
}

#[test]
fn no_word_stands_twice_in_a_row() {
    let fine = ["ben", "het", "dat", "die", "u", "wij", "nee", "heel", "in", "van", "is", "ja", "te"];
    for text in topic_texts().chain(case_texts()) {
        for sentence in sentences(text) {
            let words: Vec<String> = sentence.split(' ').map(str::to_lowercase).collect();
            for pair in words.windows(2) {
                let same =
                    pair[0] == pair[1] && !fine.contains(&pair[0].as_str()) && pair[0].chars().all(char::is_alphabetic);
                assert!(!same, "{sentence}");
            }
        }
    }
}

#[test]
fn sentences_are_short() {
    let lengths: Vec<usize> = topic_texts().flat_map(sentences).map(|sentence| sentence.split(' ').count()).collect();
    let longest = lengths.iter().max().unwrap();
    let total: usize = lengths.iter().sum();
    let mean = total as f64 / lengths.len() as f64;
    assert!(*longest <= 42, "{longest} words");
    assert!((5.0..12.0).contains(&mean), "{mean} words a sentence");
    let long = lengths.iter().filter(|length| **length > 22).count();
    assert!(long * 50 < lengths.len(), "{long} of {} are longer than 22 words", lengths.len());
}

#[test]
fn sentences_begin_with_a_capital() {
    for text in topic_texts().chain(case_texts()) {
        for sentence in sentences(text) {
            let first = sentence.chars().find(|letter| letter.is_alphanumeric());
            let fine =
                first.is_none_or(|letter| letter.is_uppercase() || letter.is_numeric()) || sentence.starts_with('’');
            assert!(fine, "{sentence}");
        }
    }
}

#[test]
fn everybody_named_exists_and_time_goes_forward() {
    let Corpus { country, topics, .. } = corpus();
    let (people, councils) = (country.persons.len(), country.councils.len());
    for topic in topics {
        assert!(
            topic.author < people && topic.theme < country.themes.len() && topic.days_ago > 0 && topic.minute < 1440
        );
        assert!(topic.also_councils.iter().all(|&council| council < councils));
        assert_eq!(topic.posts[0].author, topic.author);
        assert_eq!(topic.posts[0].minutes_after, 0);
        for pair in topic.posts.windows(2) {
            assert!(pair[0].minutes_after < pair[1].minutes_after, "{}", topic.title);
        }
        let end = topic.minute + topic.posts.last().unwrap().minutes_after;
        assert!(end < topic.days_ago * 1440, "{} ends today", topic.title);
        for post in &topic.posts {
            let thankers: BTreeSet<usize> = post.thanks.iter().copied().collect();
            assert!(post.author < people && thankers.len() == post.thanks.len() && !thankers.contains(&post.author));
            assert!(thankers.iter().all(|&person| person < people));
        }
        assert!(topic.posts.iter().filter(|post| post.helpful).count() <= 1);
    }
}

#[test]
fn a_few_write_a_lot_and_weekends_are_quiet() {
    let Corpus { country, topics, .. } = corpus();
    let mut by_person: BTreeMap<usize, usize> = BTreeMap::new();
    let mut by_weekday = [0_usize; 7];
    for topic in topics {
        for post in &topic.posts {
            *by_person.entry(post.author).or_default() += 1;
            let days = topic.days_ago as i64 - ((topic.minute + post.minutes_after) / 1440) as i64;
            by_weekday[(country.today - days).to_monday_zero_offset() as usize] += 1;
        }
    }
    let mut counts: Vec<usize> = by_person.values().copied().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let (all, top): (usize, usize) = (counts.iter().sum(), counts.iter().take(counts.len() / 10).sum());
    assert!(top * 3 > all, "the busiest tenth wrote {top} of {all}");
    let weekend = by_weekday[5] + by_weekday[6];
    assert!(weekend * 7 < all, "{by_weekday:?}");
}

#[test]
fn texts_end_with_a_stop() {
    let stop = |text: &str| text.trim_end_matches(['”', '’', ')']).ends_with(['.', '?', '!', ':']);
    for topic in &corpus().topics {
        assert!(stop(&topic.posts[0].body), "{}", topic.posts[0].body);
    }
    for case in &corpus().cases {
        for text in case.texts().filter(|text| *text != case.title) {
            assert!(stop(text), "{text}");
        }
    }
}

#[test]
fn topics_come_oldest_first() {
    assert!(corpus().topics.windows(2).all(|pair| pair[0].days_ago >= pair[1].days_ago));
}
