//! What the front page of a member shows of the conversations: others first.

use platform::clock::{DAY, Moment};
use platform::db::{Conn, Result};
use platform::id::{OrganisationId, PersonId};
use platform::{Day, Kind, args};

use crate::topic::{TopicId, TopicKind};

platform::row! {
    /// A conversation as a line on the front page.
    pub struct Card {
        pub id: TopicId,
        pub kind: TopicKind,
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

/// Not by the reader's own organisation ($3), and only what the reader ($1, on day $2) may see.
macro_rules! cards {
    ($and:literal, $order:literal) => {
        concat!(
            "SELECT t.id, t.kind, h.short AS theme_short, t.title, p.name AS author_name, o.short_name AS organisation_name,
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
            WHERE t.organisation <> $3 AND ",
            $and,
            " AND EXISTS (SELECT 1 FROM seat s JOIN organisation so ON so.id = s.organisation
                WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2) AND s.role <> 'guest'
                  AND (so.kind = 'association'
                    OR (so.kind = 'council' AND (t.visibility <> 'region' OR so.region = t.region))
                    OR (so.kind = 'municipality' AND t.visibility = 'everybody')))
            ORDER BY ",
            $order,
            " LIMIT $5"
        )
    };
}

platform::statements! {
    // Since a moment ($4): the question that lives in most councils, with an answer that helped.
    OF_THE_WEEK: Card = cards!("t.at > $4 AND t.kind = 'question' AND f.post IS NOT NULL", "also DESC, t.at DESC, t.id");
    NEWEST: Card = cards!("t.at > $4", "t.at DESC, t.id DESC");
    UNANSWERED: Card = cards!("t.at > $4 AND t.kind = 'question' AND t.answers = 0", "t.at DESC, t.id DESC");
}

/// What of the conversations stands on the front page.
pub struct Front {
    pub of_the_week: Option<Card>,
    pub newest: Vec<Card>,
    pub unanswered: Vec<Card>,
}

/// For a reader, on the day of `now`; `own` is the organisation they speak for.
pub async fn front(conn: &mut Conn, person: &PersonId, own: &OrganisationId, now: Moment) -> Result<Front> {
    let today: Day = now.day();
    let (week, month) = (now.plus(-10 * DAY), now.plus(-60 * DAY));
    let of_the_week = conn.one(OF_THE_WEEK, args![person, today, own, week, 1]).await?;
    let newest = conn.all(NEWEST, args![person, today, own, month, 6]).await?;
    let unanswered = conn.all(UNANSWERED, args![person, today, own, month, 2]).await?;
    let lead = of_the_week.as_ref().map(|c| c.id.clone());
    let newest = newest.into_iter().filter(|c| Some(&c.id) != lead.as_ref()).take(5).collect();
    Ok(Front { of_the_week, newest, unanswered })
}
