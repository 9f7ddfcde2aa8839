//! Where the conversations name a person, and how much somebody wrote here.

use platform::args;
use platform::db::{Conn, Result};
use platform::id::PersonId;

platform::persons! {
    "community_topic", "author", "id";
    "community_post", "author", "id";
    "community_post", "written_by", "id";
    "community_retraction", "by_person", "post";
    "community_thanks", "person", "post", aside ("post", "''", "k.post = t.post"), put "(post, person, at) SELECT r.one, $2, r.at";
    "community_helpful", "by_person", "topic";
    "community_also", "by_person", "topic || ' ' || council";
    "community_follow", "person", "topic", unless "SELECT 1 FROM community_follow k WHERE k.person = $3 AND k.topic = t.topic";
    "community_read", "person", "topic", unless "SELECT 1 FROM community_read k WHERE k.person = $3 AND k.topic = t.topic";
}

platform::statements! {
    WROTE: (i64,) = "SELECT COUNT(*) FROM community_post WHERE author = $1";
}

/// How many contributions somebody wrote.
pub async fn wrote(conn: &mut Conn, person: &PersonId) -> Result<i64> {
    conn.value(WROTE, args![person]).await
}
