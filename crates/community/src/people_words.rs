//! How the room says who and how many.

use platform::Lang;
use ui::dates;

use crate::Texts;
use crate::topic::{Refusal, TopicKind};

pub(crate) fn kind_word(kind: TopicKind, t: &Texts) -> String {
    match kind {
        TopicKind::Question => t.kind_question(),
        TopicKind::Experience => t.kind_experience(),
        TopicKind::Discussion => t.kind_discussion(),
        TopicKind::Announcement => t.kind_announcement(),
    }
}

/// *Geen antwoorden*, *één antwoord*, *zeven antwoorden*.
pub(crate) fn answers_words(n: i64, lang: Lang, t: &Texts) -> String {
    if n == 1 { t.answers_one() } else { t.answers_many(dates::count(n, lang)) }
}

/// *Het speelt bij 14 raden*.
pub(crate) fn also_words(n: i64, lang: Lang, t: &Texts) -> String {
    if n == 1 { t.also_one() } else { t.also_many(dates::count(n, lang)) }
}

/// *23 mensen dankten.*
pub(crate) fn thanks_words(n: i64, lang: Lang, t: &Texts) -> String {
    match n {
        0 => String::new(),
        1 => t.thanks_one(),
        n => t.thanks_many(dates::capital(&dates::count(n, lang))),
    }
}

impl Refusal {
    /// The sentence that tells the person why, and what to do about it.
    pub(crate) fn sentence(self, t: &Texts) -> String {
        match self {
            Self::NoTitle => t.refused_no_title(),
            Self::TitleTooLong => t.refused_title_long(),
            Self::NoBody => t.refused_no_body(),
            Self::BodyTooLong => t.refused_body_long(),
            Self::NoTheme => t.refused_no_theme(),
            Self::NoSeat => t.refused_no_seat(),
            Self::NoRegion => t.refused_no_region(),
            Self::Answered => t.refused_answered(),
        }
    }
}
