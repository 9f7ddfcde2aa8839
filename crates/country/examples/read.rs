//! Prints some topics or cases to read: `cargo run -p country --example read -- topics 40 7`.

use country::{Case, Country, Topic, TopicKind};

fn main() {
    let mut words = std::env::args().skip(1);
    let what = words.next().unwrap_or_else(|| "topics".to_owned());
    let count: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(10);
    let start: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(3);
    let country = Country::new(1, 1);
    match what.as_str() {
        "cases" => country
            .cases()
            .skip(start)
            .step_by(1_500 / count.max(1))
            .take(count)
            .for_each(|case| show_case(&country, &case)),
        "long" => country
            .topics()
            .filter(|topic| topic.posts.len() > 49)
            .skip(start)
            .take(count)
            .for_each(|topic| show(&country, &topic)),
        "figures" => figures(&country),
        _ => country
            .topics()
            .skip(start)
            .step_by(5_000 / count.max(1))
            .take(count)
            .for_each(|topic| show(&country, &topic)),
    }
}

fn figures(country: &Country) {
    let (mut topics, mut posts, mut long, mut silent) = (0, 0, 0, 0);
    let mut themes = vec![0; country.themes.len()];
    for topic in country.topics() {
        topics += 1;
        posts += topic.posts.len();
        long += usize::from(topic.posts.len() >= 50);
        silent += usize::from(topic.posts.len() == 1);
        themes[topic.theme] += 1;
    }
    println!(
        "{topics} topics, {posts} posts, {long} of 50 and more, {silent} silent, {} persons",
        country.persons.len()
    );
    for kind in [TopicKind::Question, TopicKind::Experience, TopicKind::Discussion, TopicKind::Announcement] {
        println!("{kind:?} {}", country.topics().filter(|topic| topic.kind == kind).count());
    }
    println!("{} cases; topics by theme {themes:?}", country.cases().count());
}

fn show(country: &Country, topic: &Topic) {
    let theme = &country.themes[topic.theme].slug;
    println!(
        "\n=== {:?} [{theme}] {} ({} days ago, {} also)",
        topic.kind,
        topic.title,
        topic.days_ago,
        topic.also_councils.len()
    );
    for post in &topic.posts {
        let person = &country.persons[post.author];
        let marks =
            format!("{}{}", if post.helpful { " HELPFUL" } else { "" }, if post.by_mail { " mail" } else { "" });
        println!("--- {} +{}h{marks} thanks {}", person.name(), post.minutes_after / 60, post.thanks.len());
        println!("{}", post.body);
    }
}

fn show_case(country: &Country, case: &Case) {
    println!(
        "\n=== {:?} {:?} {:?} [{}] {}",
        case.kind, case.stage, case.exit, country.themes[case.theme].slug, case.title
    );
    println!("{}\n{}\n{}\n{}\n{}", case.lead, case.cause, case.for_whom, case.practice, case.alternatives);
    println!(
        "? {}\n+ {}\n- {}\nheard {:?}\nin short {:?}",
        case.question, case.can_change, case.cannot_change, case.heard, case.summary
    );
    for one in &case.recommendations {
        println!("* {} | {} | {}\n    {:?}", one.text, one.effect, one.reason, one.answer);
    }
    println!(
        "{:?}\n{:?}\n{:?} late {} {}",
        case.decisions, case.monitoring, case.minority, case.advice_late_days, case.response_late_days
    );
    println!("{:?} {:?}", case.exit_reason, case.timeline);
}
