//! A conversation, as the community shows it.

use crate::Age;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TopicKind {
    Question,
    Experience,
    Discussion,
    Announcement,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    National,
    Region(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub kind: TopicKind,
    /// By its place in `Country::themes`.
    pub theme: usize,
    pub title: String,
    /// The person who began it; writes the first post.
    pub author: usize,
    pub audience: Audience,
    /// How old it is, whatever the moment at which the country begins.
    pub age: Age,
    /// 0 is today, before the moment at which the country begins.
    pub days_ago: u32,
    /// Minute of the day, local time.
    pub minute: u32,
    pub posts: Vec<Post>,
    /// Councils that said: this happens here too.
    pub also_councils: Vec<usize>,
    /// A sheet that hangs under the first post.
    pub attachment: Option<Attachment>,
}

/// A sheet that councils pass on to each other: it is the same wherever it hangs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    /// As the text of a post: paragraphs, and items that begin with `- `.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub author: usize,
    pub age: Age,
    /// Minutes by the clock after the topic began; 0 for the first post.
    pub minutes_after: u32,
    /// Plain text: paragraphs have an empty line between them, items of a list begin with `- `.
    pub body: String,
    /// The asker said: this helped.
    pub helpful: bool,
    /// Who thanked for it.
    pub thanks: Vec<usize>,
    pub by_mail: bool,
}
