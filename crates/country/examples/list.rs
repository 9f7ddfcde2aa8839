//! The list as it looks on the first day: cargo run -p country --example list

use country::{Country, Topic};

fn main() {
    let country = Country::new(1, 1);
    let mut list: Vec<Topic> = country.topics().collect();
    let last = |topic: &Topic| {
        i64::from(topic.days_ago) * 1440 - i64::from(topic.minute + topic.posts.last().map_or(0, |p| p.minutes_after))
    };
    println!("{} topics, {} posts", list.len(), list.iter().map(|t| t.posts.len()).sum::<usize>());
    list.sort_by_key(last);
    for (place, topic) in list.iter().take(120).enumerate() {
        let theme = &country.themes[topic.theme].slug;
        println!(
            "{:>3} {:>3} days, {:>2} posts, {theme}: {}",
            place + 1,
            topic.days_ago,
            topic.posts.len(),
            topic.title
        );
    }
}
