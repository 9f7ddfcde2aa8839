//! What the front page of a member shows of the conversations: others first.

use platform::clock::{DAY, Moment};
use platform::db::{Conn, Result};
use platform::{Actor, Kind, args};

use crate::store::{own_regions, reach, visible, wrote};
use crate::topic::{TopicId, TopicKind};

platform::row! {
    /// A conversation as a line on the front page.
    pub struct Card {
        pub id: TopicId,
        pub kind: TopicKind,
        pub theme: String,
        pub theme_short: String,
        pub title: String,
        pub author_name: String,
        pub organisation_name: String,
        pub organisation_kind: Kind,
        pub at: Moment,
        pub answers: i64,
        pub also: i64,
        pub opening: String,
        /// The answer that helped, and who wrote it; empty when there is none.
        pub best: Option<String>,
        pub best_author: Option<String>,
        pub best_organisation: Option<String>,
    }
}

/// Not by the reader's own organisation ($4), and only what the reader may see.
macro_rules! cards {
    ($and:literal, $order:literal) => {
        concat!(
            "SELECT t.id, t.kind, t.theme, ",
            ui::theme_words!("h", "short"),
            " AS theme_short, t.title, p.name AS author_name, o.short_name AS organisation_name,
                o.kind AS organisation_kind, t.at, t.answers,
                (SELECT COUNT(*) FROM community_also a WHERE a.topic = t.id) AS also, SUBSTR(q.body, 1, 240) AS opening,
                SUBSTR(b.body, 1, 300) AS best, bp.name AS best_author, bo.name AS best_organisation
            FROM community_topic t
            JOIN theme h ON h.id = t.theme
            JOIN person p ON p.id = t.author
            JOIN organisation o ON o.id = t.organisation
            JOIN community_post q ON q.topic = t.id AND q.n = 0
            LEFT JOIN community_helpful f ON f.topic = t.id
            LEFT JOIN community_post b ON b.id = f.post
            LEFT JOIN person bp ON bp.id = b.author
            LEFT JOIN organisation bo ON bo.id = b.organisation
            WHERE t.withdrawn_at IS NULL AND t.organisation <> $4 AND ",
            $and,
            " AND ",
            visible!("$7"),
            "
            ORDER BY ",
            $order,
            " LIMIT $6"
        )
    };
}

platform::statements! {
    // Since a moment ($5): the question that lives in most councils, with an answer that helped.
    OF_THE_WEEK: Card = cards!("t.at > $5 AND t.kind = 'question' AND f.post IS NOT NULL", "also DESC, t.at DESC, t.id");
    NEWEST: Card = cards!("t.at > $5", "t.at DESC, t.id DESC");
    UNANSWERED: Card = cards!("t.at > $5 AND t.kind = 'question' AND t.answers = 0", "t.at DESC, t.id DESC");
}

/// What of the conversations stands on the front page.
pub struct Front {
    pub of_the_week: Option<Card>,
    pub newest: Vec<Card>,
    pub unanswered: Vec<Card>,
}

/// For a reader, on the day of `now`.
///
/// Nothing for who has no part in the conversations: a guest, or somebody without a seat.
pub async fn front(conn: &mut Conn, actor: &Actor, now: Moment) -> Result<Option<Front>> {
    let (Some(person), Some(seat)) = (&actor.person, actor.seat()) else { return Ok(None) };
    let (today, reach, own, only) = (now.day(), reach(actor), &seat.organisation, actor.only_council());
    if reach == 0 {
        return Ok(None);
    }
    let (week, month) = (now.plus(-10 * DAY), now.plus(-60 * DAY));
    let of_the_week = conn.one(OF_THE_WEEK, args![person, reach, today, own, week, 1, only]).await?;
    let newest = conn.all(NEWEST, args![person, reach, today, own, month, 6, only]).await?;
    let unanswered = conn.all(UNANSWERED, args![person, reach, today, own, month, 2, only]).await?;
    let lead = of_the_week.as_ref().map(|c| c.id.clone());
    let newest = newest.into_iter().filter(|c| Some(&c.id) != lead.as_ref()).take(5).collect();
    Ok(Some(Front { of_the_week, newest, unanswered }))
}
