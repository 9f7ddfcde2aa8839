//! The whole country at scale 1, read from front to back.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use country::{Audience, Case, Country, Organisation, Topic, TopicKind, long_sentences, sentences};

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
        std::iter::once(topic.title.as_str()).chain(posts)
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
    // A title may come back a year later, when nobody sees the other: see the test of the list.
    let posts = corpus().topics.iter().flat_map(|topic| topic.posts.iter().map(|post| post.body.as_str()));
    for sentence in posts.chain(case_texts()).flat_map(long_sentences) {
        if let Some(again) = said.replace(sentence) {
            twice.push(again);
        }
    }
    assert!(said.len() > 60_000, "{} long sentences", said.len());
    assert!(twice.is_empty(), "{} come back, such as {:#?}", twice.len(), &twice[..twice.len().min(8)]);
}

/// Other countries than the one above, beginning with the one that is shown by default. What they say does not
/// depend on the moment: see `same.rs`.
#[test]
fn no_long_sentence_is_said_twice_in_any_country() {
    for seed in [1, 2, 3, 2026] {
        let country = Country::new(seed, 1);
        let (topics, cases): (Vec<_>, Vec<_>) = (country.topics().collect(), country.cases().collect());
        let posts = topics.iter().flat_map(|topic| topic.posts.iter().map(|post| post.body.as_str()));
        let mut said: HashSet<String> = HashSet::new();
        let all = posts.chain(cases.iter().flat_map(Case::texts)).flat_map(long_sentences);
        let twice: Vec<String> = all.filter_map(|sentence| said.replace(sentence)).collect();
        assert!(said.len() > 60_000, "{} long sentences", said.len());
        assert!(twice.is_empty(), "{seed}: {} come back, such as {:#?}", twice.len(), &twice[..twice.len().min(8)]);
        let titles: Vec<Vec<String>> = topics.iter().map(|topic| long_sentences(&topic.title).collect()).collect();
        for together in titles.windows(20) {
            let mut seen = HashSet::new();
            let again = together.iter().flatten().find(|sentence| !seen.insert(*sentence));
            assert_eq!(again, None, "{seed}: a title comes back within twenty conversations");
        }
    }
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

/// What is said does not know in which season or year somebody reads it: only the dates around it do.
#[test]
fn no_text_knows_the_season_or_the_year() {
    let seasons = ["voorjaar", "lente", "zomer", "najaar", "herfst", "winter", "kerst"];
    for text in topic_texts().chain(case_texts()) {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        for pair in words.windows(2) {
            let this = ["dit", "deze", "Dit", "Deze"].contains(&pair[0]) && seasons.contains(&pair[1]);
            assert!(!this, "{} {} in {text}", pair[0], pair[1]);
        }
        let year =
            |word: &&&str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok_and(|n| n < 2040);
        assert_eq!(words.iter().find(year), None, "{text}");
    }
}

/// Whoever asks back gets an answer, unless that is still to come; and whoever asked does not answer.
#[test]
fn people_answer_each_other() {
    for topic in &corpus().topics {
        let mine = |at: usize| topic.posts[at].author == topic.author;
        assert!((1..topic.posts.len()).all(|at| !(mine(at) && mine(at - 1))), "{}", topic.title);
    }
}

/// A number of its own fits the word behind it: no *één kinderen* and no *viere keer*.
#[test]
fn numbers_fit_the_word_behind_them() {
    let many = ["mensen", "kinderen", "reacties", "fouten", "leden", "weken", "maanden", "gezinnen", "keren", "ritten"];
    let crooked = ["tweee", "driee", "viere", "vijfe", "zese", "zevene", "achte", "negene", "tiene", "elfe", "twaalfe"];
    for text in topic_texts().chain(case_texts()) {
        let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
        for (word, next) in words.iter().zip(&words[1..]) {
            let one = word == "één" && many.contains(&next.as_str());
            assert!(!one && !crooked.contains(&word.as_str()), "{word} {next} in {text}");
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
        assert!(topic.author < people && topic.theme < country.themes.len() && topic.minute < 1440);
        assert!(topic.also_councils.iter().all(|&council| council < councils));
        assert_eq!(topic.posts[0].author, topic.author);
        assert_eq!(topic.posts[0].minutes_after, 0);
        for pair in topic.posts.windows(2) {
            assert!(pair[0].minutes_after < pair[1].minutes_after, "{}", topic.title);
        }
        let end = topic.minute + topic.posts.last().unwrap().minutes_after;
        assert!(end < topic.days_ago * 1440 + 9 * 60, "{} goes on after the beginning", topic.title);
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
            by_weekday[(country.now.date().weekday() - days).to_monday_zero_offset() as usize] += 1;
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
fn today_and_yesterday_are_alive() {
    let Corpus { topics, .. } = corpus();
    let begun = |days| topics.iter().filter(|topic| topic.days_ago == days).count();
    assert!((2..12).contains(&begun(0)), "{} begun today, before nine", begun(0));
    assert!((10..60).contains(&begun(1)), "{} begun yesterday", begun(1));
    let minute = |topic: &Topic, after: u32| (i64::from(topic.minute + after), i64::from(topic.days_ago));
    let answers = topics.iter().flat_map(|topic| topic.posts[1..].iter().map(|post| minute(topic, post.minutes_after)));
    let mut days = BTreeMap::<i64, usize>::new();
    for (minute, begun) in answers {
        assert!((5..24).contains(&(minute % 1440 / 60)), "somebody writes at {}", minute % 1440 / 60);
        *days.entry(begun - minute / 1440).or_default() += 1;
    }
    assert!(
        (2..40).contains(&days[&0]) && (30..260).contains(&days[&1]),
        "{} answers today, {} yesterday",
        days[&0],
        days[&1]
    );
}

/// As the list shows them: by the last word that was said.
#[test]
fn titles_that_stand_together_do_not_resemble_each_other() {
    let Corpus { topics, .. } = corpus();
    let mut list: Vec<&Topic> = topics.iter().collect();
    let last = |topic: &&Topic| {
        i64::from(topic.days_ago) * 1440 - i64::from(topic.minute + topic.posts.last().unwrap().minutes_after)
    };
    list.sort_by_key(last);
    let mut halves: BTreeMap<String, usize> = BTreeMap::new();
    for topic in &list[..100] {
        for half in topic.title.split([':', '?']).filter(|half| !half.trim().is_empty()) {
            *halves.entry(half.trim().to_lowercase()).or_default() += 1;
        }
    }
    let again: Vec<_> = halves.iter().filter(|(_, times)| **times > 1).collect();
    let titles: HashSet<&str> = list[..100].iter().map(|topic| topic.title.as_str()).collect();
    assert!(titles.len() >= 96, "{} titles stand in the list twice", 100 - titles.len());
    assert!(again.len() <= 14, "{} of some 170 halves come back: {again:?}", again.len());
    assert!(again.iter().all(|(_, times)| **times < 3), "{again:?}");
}

#[test]
fn a_sheet_has_something_to_read() {
    let sheets: Vec<_> = corpus().topics.iter().filter_map(|topic| topic.attachment.as_ref()).collect();
    let names: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(sheets.len() >= 40 && (8..=20).contains(&names.len()), "{} sheets, {names:?}", sheets.len());
    for sheet in &sheets {
        assert!(!sheet.name.contains(['(', '.', '/']), "{} is only a name", sheet.name);
        assert!(sheet.text.len() > 300 && sheet.text.contains("\n- "), "{}", sheet.text);
    }
    let same =
        |one: &str| sheets.iter().filter(|sheet| sheet.name == one).map(|sheet| &sheet.text).collect::<BTreeSet<_>>();
    assert!(names.iter().all(|name| same(name).len() == 1), "a sheet is the same wherever it hangs");
}

/// Somebody of the association names only councils that told of the same subject.
#[test]
fn the_association_names_no_council_that_has_nothing_to_say() {
    let Corpus { country, topics, .. } = corpus();
    let of_association = |person: usize| {
        country
            .seats_of(person)
            .find(|seat| seat.is_current())
            .is_some_and(|s| s.organisation == Organisation::Association)
    };
    let places: HashSet<&str> = country.municipalities.iter().map(|one| one.spoken()).collect();
    let mut spoke: HashSet<(usize, &str)> = HashSet::new();
    let mut named = 0;
    for topic in topics {
        for post in &topic.posts {
            for seat in country.seats_of(post.author) {
                if let Organisation::Council(at) = seat.organisation {
                    spoke
                        .insert((topic.theme, country.municipalities[country.councils[at].municipalities[0]].spoken()));
                }
            }
        }
    }
    for topic in topics.iter().filter(|topic| topic.kind == TopicKind::Question) {
        for post in topic.posts[1..].iter().filter(|post| of_association(post.author)) {
            for word in post.body.split(|letter: char| !letter.is_alphanumeric() && letter != '-') {
                if places.contains(word) && !["Utrecht", "Zeist"].contains(&word) {
                    named += 1;
                    assert!(spoke.contains(&(topic.theme, word)), "{word} in {}", post.body);
                }
            }
        }
    }
    assert!(named > 50, "{named} places");
}

#[test]
fn a_day_in_a_region_is_for_that_region() {
    let Corpus { country, topics, .. } = corpus();
    let regional =
        topics.iter().filter(|topic| topic.title.starts_with("Regio") && topic.kind == TopicKind::Announcement);
    let mut count = 0;
    for topic in regional {
        let Audience::Region(region) = topic.audience else { panic!("{} is for everybody", topic.title) };
        assert!(topic.title.contains(&country.regions[region].province), "{}", topic.title);
        count += 1;
    }
    assert!(count > 20, "{count}");
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
