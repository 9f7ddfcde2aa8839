//! A topic and its posts: what they are, and what may happen to them. No input or output.

use platform::clock::Moment;
use platform::id::{OrganisationId, PersonId};
use platform::{Kind, Role, choice, ids};

ids! {
    /// A conversation.
    TopicId,
    /// One contribution to it.
    PostId,
}

choice! {
    /// What somebody begins.
    #[derive(Default)]
    pub enum TopicKind {
        #[default]
        Question = "question",
        Experience = "experience",
        Discussion = "discussion",
        Announcement = "announcement",
    }
}

choice! {
    /// Who reads it.
    #[derive(Default)]
    pub enum Visibility {
        Councils = "councils",
        #[default]
        Everybody = "everybody",
        Region = "region",
    }
}

platform::row! {
    /// A theme; the list is open and kept by the association.
    pub struct Theme {
        pub id: String,
        pub name: String,
        pub short: String,
    }

    /// A topic as its own page needs it, for one reader.
    pub struct Topic {
        pub id: TopicId,
        pub kind: TopicKind,
        pub theme: String,
        pub theme_name: String,
        pub title: String,
        pub author: PersonId,
        pub author_name: String,
        pub author_first_name: String,
        pub organisation: OrganisationId,
        pub visibility: Visibility,
        pub region: Option<String>,
        pub at: Moment,
        pub answers: i64,
        pub last_at: Moment,
        pub helpful: Option<PostId>,
        pub also: i64,
        /// Whether the reader's own council already said so.
        pub also_ours: bool,
        pub follows: bool,
        /// Whether the reader sits in a council of its region.
        pub in_region: bool,
        /// Up to when the reader had read it.
        pub read_until: Moment,
    }

    /// One contribution, for one reader.
    pub struct Post {
        pub id: PostId,
        pub n: i64,
        pub author: PersonId,
        pub author_name: String,
        pub author_first_name: String,
        pub role: Role,
        pub organisation_name: String,
        pub organisation_kind: Kind,
        pub body: String,
        pub by_mail: bool,
        /// Who wrote it in the name of the author, when somebody did.
        pub written_by: Option<String>,
        pub at: Moment,
        pub thanks: i64,
        /// Whether the reader thanked for it.
        pub thanked: bool,
        pub taken_back: bool,
    }
}

/// The longest title that is taken, in signs.
pub const TITLE_MAX: usize = 160;
/// The longest text that is taken, in signs: about twelve pages.
pub const BODY_MAX: usize = 30_000;

/// Why something cannot be posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NoTitle,
    TitleTooLong,
    NoBody,
    BodyTooLong,
    NoTheme,
    /// Of somebody who speaks for no organisation.
    NoSeat,
    /// A question to a region by somebody whose council is in none.
    NoRegion,
    /// Somebody answered it already: it can no longer be taken back.
    Answered,
}

/// A text that may be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body(pub String);

/// A title that may be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(pub String);

impl Title {
    pub fn of(text: &str) -> Result<Self, Refusal> {
        // Marks that turn the reading direction could make a title read as another.
        let plain: String =
            text.chars().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')).collect();
        let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.chars().count() {
            0 => Err(Refusal::NoTitle),
            n if n > TITLE_MAX => Err(Refusal::TitleTooLong),
            _ => Ok(Self(text)),
        }
    }
}

impl Body {
    /// `may_be_empty`: a question can be whole in its title.
    pub fn of(text: &str, may_be_empty: bool) -> Result<Self, Refusal> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        match text.chars().count() {
            0 if !may_be_empty => Err(Refusal::NoBody),
            n if n > BODY_MAX => Err(Refusal::BodyTooLong),
            _ => Ok(Self(text.to_owned())),
        }
    }
}

impl Topic {
    /// Something came in since the reader was here.
    pub fn has_news(&self) -> bool {
        self.last_at > self.read_until
    }

    /// A writer may take back what nobody answered yet.
    pub fn take_back(&self, post: &Post) -> Result<(), Refusal> {
        let is_last = post.n == self.answers;
        if is_last { Ok(()) } else { Err(Refusal::Answered) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_a_readable_length() {
        assert_eq!(Title::of("  Rijdt de\n regiotaxi?  "), Ok(Title("Rijdt de regiotaxi?".into())));
        assert_eq!(Title::of(" \n "), Err(Refusal::NoTitle));
        assert_eq!(Title::of(&"a".repeat(161)), Err(Refusal::TitleTooLong));
        assert!(Title::of(&"é".repeat(160)).is_ok());
        assert_eq!(Title::of("\u{202e}txet"), Ok(Title("txet".into())));
    }

    #[test]
    fn a_text_keeps_its_paragraphs_and_may_be_empty_only_under_a_question() {
        assert_eq!(Body::of(" een\r\n\r\ntwee ", false), Ok(Body("een\n\ntwee".into())));
        assert_eq!(Body::of(" ", false), Err(Refusal::NoBody));
        assert_eq!(Body::of(" ", true), Ok(Body(String::new())));
        assert_eq!(Body::of(&"a".repeat(30_001), true), Err(Refusal::BodyTooLong));
    }
}
