//! The rows behind the conversations. A statement that reads topics has the reader in its `WHERE`.

use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::files::File;
use platform::id::{FileId, OrganisationId, PersonId};
use platform::policy::Permit;
use platform::{Actor, Kind, Role, args};

use crate::policy::{Answering, Asking, Following, Marking, SayingAlso, TakingBack, Thanking};
use crate::topic::{Body, Post, PostId, Theme, Title, Topic, TopicId, TopicKind, Visibility};

/// Posts on one page of a topic, the question not counted.
pub(crate) const POSTS_PER_PAGE: i64 = 50;
/// Topics on one page of the list.
pub(crate) const TOPICS_PER_PAGE: i64 = 20;

platform::row! {
    /// A line of the list.
    pub struct Row {
        pub id: TopicId,
        pub kind: TopicKind,
        pub theme: String,
        pub theme_short: String,
        pub title: String,
        pub author_name: String,
        pub organisation_name: String,
        pub organisation_kind: Kind,
        pub last_at: Moment,
        pub answers: i64,
        pub helped: bool,
        pub also: i64,
        pub is_new: bool,
        pub opening: String,
    }

    /// A council that said so.
    pub struct AlsoCouncil {
        pub id: OrganisationId,
        pub name: String,
    }

    /// A file under a post.
    pub struct Attached {
        pub post: PostId,
        pub file: FileId,
        pub name: String,
        pub media_type: String,
    }

    /// Somebody who hears of a new answer.
    pub struct Hearer {
        pub person: PersonId,
    }
}

/// The regions of the councils in which the reader `$1` sits on the day `$3`.
macro_rules! own_regions {
    ($only:literal) => {
        concat!(
            "(SELECT o.region FROM seat s JOIN organisation o ON o.id = s.organisation
              WHERE s.person = $1 AND s.from_on <= $3 AND (s.until_on IS NULL OR s.until_on >= $3) AND s.role <> 'guest' AND o.kind = 'council'
                AND (",
            $only,
            " = '' OR o.id = ",
            $only,
            "))"
        )
    };
}

/// What the reader began; within the one council of `$only`, unless that is empty.
macro_rules! wrote {
    ($only:literal) => {
        concat!("(t.author = $1 AND (", $only, " = '' OR t.organisation = ", $only, "))")
    };
}

/// The SQL that decides whether a reader ($1) with a reach ($2) on a day ($3) may see topic `t`, perhaps within one
/// council only; the policy says the same, and a test compares the two.
macro_rules! visible {
    ($only:literal) => {
        // A CASE and not ORs: SQLite would take one index per OR and sort what it finds.
        concat!(
            "CASE t.visibility
          WHEN 'everybody' THEN $2 >= 1 OR ",
            wrote!($only),
            "
          WHEN 'councils' THEN $2 >= 2 OR ",
            wrote!($only),
            "
          ELSE $2 >= 3 OR ",
            wrote!($only),
            " OR t.region IN ",
            own_regions!($only),
            " END"
        )
    };
}
pub(crate) use {own_regions, visible, wrote};

/// What the list narrows by: theme ($4), kind ($5), and only what nobody answered ($6).
macro_rules! narrowed {
    () => {
        " AND ($4 = '' OR t.theme = $4) AND ($5 = '' OR t.kind = $5) AND ($6 = 0 OR (t.answers = 0 AND t.kind = 'question'))"
    };
}

macro_rules! list_columns {
    () => {
        concat!(
            "SELECT t.id, t.kind, t.theme, ",
            ui::theme_words!("h", "short"),
            " AS theme_short, t.title, p.name AS author_name,
            o.short_name AS organisation_name, o.kind AS organisation_kind, t.last_at, t.answers,
            CASE WHEN f.topic IS NULL THEN 0 ELSE 1 END AS helped,
            (SELECT COUNT(*) FROM community_also a WHERE a.topic = t.id) AS also,
            CASE WHEN t.last_at > COALESCE(r.until_at, me.reads_from) THEN 1 ELSE 0 END AS is_new,
            SUBSTR(q.body, 1, 240) AS opening
        FROM "
        )
    };
}

macro_rules! list_joins {
    () => {
        "
        JOIN person me ON me.id = $1
        JOIN theme h ON h.id = t.theme
        JOIN person p ON p.id = t.author
        JOIN organisation o ON o.id = t.organisation
        JOIN community_post q ON q.topic = t.id AND q.n = 0
        LEFT JOIN community_helpful f ON f.topic = t.id
        LEFT JOIN community_read r ON r.topic = t.id AND r.person = $1
        "
    };
}

platform::statements! {
    THEMES: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, ", ui::theme_words!("t", "short"), " AS short FROM theme t ORDER BY t.place, t.name");
    // What is offered on a day: a theme that ended stays with what is about it.
    OFFERED: Theme = concat!("SELECT t.id, ", ui::theme_words!("t", "name"), " AS name, ", ui::theme_words!("t", "short"), " AS short FROM theme t
        WHERE t.ended_on IS NULL OR t.ended_on > $1 ORDER BY t.place, t.name");
    // The page is chosen first, from an index; then only its rows are filled: CROSS JOIN tells SQLite to keep that order.
    LIST: Row = concat!(list_columns!(), "(SELECT t.id FROM community_topic t WHERE t.withdrawn_at IS NULL AND ", visible!("$9"), narrowed!(), "
        ORDER BY t.last_at DESC, t.id DESC LIMIT $7 OFFSET $8) page CROSS JOIN community_topic t", list_joins!(), "
        WHERE t.id = page.id ORDER BY t.last_at DESC, t.id DESC");
    COUNT: (i64,) = concat!("SELECT COUNT(*) FROM community_topic t WHERE t.withdrawn_at IS NULL AND ", visible!("$7"), narrowed!());
    // The same for the whole list, from the counts that are kept; and what somebody wrote that they would not
    // see otherwise.
    COUNT_ALL: (i64,) = concat!("SELECT CAST(COALESCE((SELECT SUM(c.topics) FROM community_count c WHERE CASE c.visibility
            WHEN 'everybody' THEN $2 >= 1
            WHEN 'councils' THEN $2 >= 2
            ELSE $2 >= 3 OR c.region IN ", own_regions!("$4"), "
          END), 0) + (SELECT COUNT(*) FROM community_topic t WHERE t.withdrawn_at IS NULL AND ", wrote!("$4"), " AND CASE t.visibility
            WHEN 'everybody' THEN $2 < 1
            WHEN 'councils' THEN $2 < 2
            ELSE NOT ($2 >= 3 OR t.region IN ", own_regions!("$4"), ")
          END) AS BIGINT)");
    COUNT_TOPIC: () = "INSERT INTO community_count (visibility, region, topics)
        SELECT visibility, COALESCE(region, ''), 1 FROM community_topic WHERE id = $1
        ON CONFLICT (visibility, region) DO UPDATE SET topics = community_count.topics + 1";
    FIND: Topic = concat!("SELECT t.id, t.kind, t.theme, ", ui::theme_words!("h", "short"), " AS theme_name, t.title, t.author, p.name AS author_name, p.first_name AS author_first_name,
            t.organisation, t.visibility, t.region, t.at, t.answers, t.last_at, f.post AS helpful,
            (SELECT COUNT(*) FROM community_also a WHERE a.topic = t.id) AS also,
            CASE WHEN EXISTS (SELECT 1 FROM community_also a WHERE a.topic = t.id AND a.council = $3) THEN 1 ELSE 0 END AS also_ours,
            CASE WHEN w.person IS NULL THEN 0 ELSE 1 END AS follows,
            CASE WHEN EXISTS (SELECT 1 FROM seat s JOIN organisation o ON o.id = s.organisation
                WHERE s.person = $2 AND s.from_on <= $4 AND (s.until_on IS NULL OR s.until_on >= $4) AND s.role <> 'guest'
                  AND o.kind = 'council' AND o.region = t.region AND ($5 = '' OR o.id = $5))
                THEN 1 ELSE 0 END AS in_region,
            COALESCE(r.until_at, me.reads_from) AS read_until
        FROM community_topic t
        JOIN person me ON me.id = $2
        JOIN theme h ON h.id = t.theme
        JOIN person p ON p.id = t.author
        LEFT JOIN community_helpful f ON f.topic = t.id
        LEFT JOIN community_follow w ON w.topic = t.id AND w.person = $2
        LEFT JOIN community_read r ON r.topic = t.id AND r.person = $2
        WHERE t.id = $1 AND t.withdrawn_at IS NULL");
    LOCK: (String,) = "SELECT id FROM community_topic WHERE id = $1";
    POSTS: Post = "SELECT b.id, b.n, b.author, p.name AS author_name, p.first_name AS author_first_name, b.role,
            o.name AS organisation_name, o.kind AS organisation_kind,
            CASE WHEN x.post IS NULL THEN b.body ELSE '' END AS body, b.by_mail, w.name AS written_by, b.at,
            (SELECT COUNT(*) FROM community_thanks d WHERE d.post = b.id) AS thanks,
            CASE WHEN EXISTS (SELECT 1 FROM community_thanks d WHERE d.post = b.id AND d.person = $2) THEN 1 ELSE 0 END AS thanked,
            CASE WHEN x.post IS NULL THEN 0 ELSE 1 END AS taken_back
        FROM community_post b
        JOIN person p ON p.id = b.author
        JOIN organisation o ON o.id = b.organisation
        LEFT JOIN person w ON w.id = b.written_by
        LEFT JOIN community_retraction x ON x.post = b.id
        WHERE b.topic = $1 AND (b.n = 0 OR b.id = $5 OR (b.n >= $3 AND b.n < $4))
        ORDER BY b.n";
    POST: Post = "SELECT b.id, b.n, b.author, p.name AS author_name, p.first_name AS author_first_name, b.role,
            o.name AS organisation_name, o.kind AS organisation_kind,
            CASE WHEN x.post IS NULL THEN b.body ELSE '' END AS body, b.by_mail, w.name AS written_by, b.at, 0 AS thanks, 0 AS thanked,
            CASE WHEN x.post IS NULL THEN 0 ELSE 1 END AS taken_back
        FROM community_post b JOIN person p ON p.id = b.author JOIN organisation o ON o.id = b.organisation
        LEFT JOIN person w ON w.id = b.written_by LEFT JOIN community_retraction x ON x.post = b.id
        WHERE b.topic = $1 AND b.id = $2";
    ATTACHED: Attached = "SELECT a.post, a.file, f.name, f.media_type FROM community_attachment a
        JOIN file f ON f.id = a.file JOIN community_post b ON b.id = a.post
        LEFT JOIN community_retraction x ON x.post = b.id
        WHERE b.topic = $1 AND x.post IS NULL ORDER BY b.n, a.place";
    ALSO_COUNCILS: AlsoCouncil = "SELECT o.id, o.short_name AS name FROM community_also a JOIN organisation o ON o.id = a.council
        WHERE a.topic = $1 ORDER BY o.short_name LIMIT 60";
    ADD_TOPIC: () = "INSERT INTO community_topic (id, kind, theme, title, author, organisation, visibility, region, at, answers, last_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT CASE WHEN $7 = 'region' THEN region END FROM organisation WHERE id = $6), $8, 0, $8)";
    ADD_POST: () = "INSERT INTO community_post (id, topic, n, author, organisation, role, body, by_mail, at, written_by)
        VALUES ($1, $2, (SELECT COALESCE(MAX(n) + 1, 0) FROM community_post WHERE topic = $2), $3, $4, $5, $6, 0, $7, $8)";
    COUNT_ANSWER: () = "UPDATE community_topic SET answers = answers + 1, last_at = $2 WHERE id = $1";
    ATTACH: () = "INSERT INTO community_attachment (post, file, place) VALUES ($1, $2, $3)";
    FOLLOW: () = "INSERT INTO community_follow (topic, person, at) VALUES ($1, $2, $3) ON CONFLICT (topic, person) DO NOTHING";
    UNFOLLOW: () = "DELETE FROM community_follow WHERE topic = $1 AND person = $2";
    THANK: () = "INSERT INTO community_thanks (post, person, at) VALUES ($1, $2, $3) ON CONFLICT (post, person) DO NOTHING";
    UNTHANK: () = "DELETE FROM community_thanks WHERE post = $1 AND person = $2";
    MARK: () = "INSERT INTO community_helpful (topic, post, by_person, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (topic) DO UPDATE SET post = excluded.post, by_person = excluded.by_person, at = excluded.at";
    UNMARK: () = "DELETE FROM community_helpful WHERE topic = $1 AND post = $2";
    ALSO: () = "INSERT INTO community_also (topic, council, by_person, at) VALUES ($1, $2, $3, $4) ON CONFLICT (topic, council) DO NOTHING";
    NOT_ALSO: () = "DELETE FROM community_also WHERE topic = $1 AND council = $2";
    TAKE_BACK: () = "INSERT INTO community_retraction (post, by_person, at) VALUES ($1, $2, $3) ON CONFLICT (post) DO NOTHING";
    WITHDRAW: () = "UPDATE community_topic SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL";
    UNCOUNT: () = "UPDATE community_count SET topics = topics - 1 WHERE EXISTS (SELECT 1 FROM community_topic t
        WHERE t.id = $1 AND t.visibility = community_count.visibility AND COALESCE(t.region, '') = community_count.region)";
    READ: () = "INSERT INTO community_read (person, topic, until_at) VALUES ($1, $2, $3)
        ON CONFLICT (person, topic) DO UPDATE SET until_at = excluded.until_at WHERE community_read.until_at < excluded.until_at";
    NEW_SINCE: (i64,) = "SELECT COUNT(*) FROM community_post b WHERE b.topic = $1 AND b.n > $2 AND b.author <> $3";
    // Who follows it and may still see it.
    HEARERS: Hearer = "SELECT w.person FROM community_follow w WHERE w.topic = $1 ORDER BY w.person";
    FIRST_THANKS: (i64,) = "SELECT COUNT(*) FROM community_thanks WHERE post = $1";
}

/// Which topics are wanted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    pub theme: String,
    pub kind: Option<TopicKind>,
    pub unanswered: bool,
}

impl Wanted {
    pub(crate) fn is_everything(&self) -> bool {
        self.theme.is_empty() && self.kind.is_none() && !self.unanswered
    }
}

/// How far somebody's reading reaches: what councils see holds what municipalities see, and the association
/// sees all.
pub(crate) fn reach(actor: &Actor) -> i64 {
    let of = |kind| match kind {
        Kind::Association => 3,
        Kind::Council => 2,
        Kind::Municipality => 1,
        Kind::Host | Kind::Elsewhere => 0,
    };
    actor.seats.iter().filter(|s| s.role != Role::Guest).map(|s| of(s.kind)).max().unwrap_or(0)
}

/// Who reads: the person, how far they reach, and the day on which their seats count.
pub(crate) struct ReaderIs<'a> {
    pub person: &'a PersonId,
    pub reach: i64,
    pub today: platform::Day,
    pub council: Option<&'a OrganisationId>,
    /// The one council within which is read; empty for all.
    pub only: &'a str,
}

impl<'a> ReaderIs<'a> {
    pub(crate) fn of(cx: &'a platform::web::Cx) -> std::result::Result<Self, platform::web::Problem> {
        let council = cx.actor().seats.iter().find(|s| s.kind == Kind::Council).map(|s| &s.organisation);
        Ok(Self {
            person: cx.person()?,
            reach: reach(cx.actor()),
            today: cx.now().day(),
            council,
            only: cx.actor().only_council(),
        })
    }
}

/// What a conversation can be about from today on.
pub(crate) async fn offered(conn: &mut Conn, today: platform::Day) -> Result<Vec<Theme>> {
    conn.all(OFFERED, args![today]).await
}

pub(crate) async fn themes(conn: &mut Conn) -> Result<Vec<Theme>> {
    conn.all(THEMES, args![]).await
}

pub(crate) async fn list(
    conn: &mut Conn,
    reader: &ReaderIs<'_>,
    wanted: &Wanted,
    page: i64,
) -> Result<(Vec<Row>, i64)> {
    let kind = wanted.kind.map_or("", platform::choice::Choice::word);
    let (unanswered, offset) = (i64::from(wanted.unanswered), (page - 1) * TOPICS_PER_PAGE);
    let row = args![
        reader.person,
        reader.reach,
        reader.today,
        wanted.theme,
        kind,
        unanswered,
        TOPICS_PER_PAGE,
        offset,
        reader.only
    ];
    let rows = conn.all(LIST, row).await?;
    let count = if wanted.is_everything() {
        conn.value(COUNT_ALL, args![reader.person, reader.reach, reader.today, reader.only]).await?
    } else {
        conn.value(COUNT, args![reader.person, reader.reach, reader.today, wanted.theme, kind, unanswered, reader.only])
            .await?
    };
    Ok((rows, count))
}

/// The topic with what it is to this reader. Whether they may see it, the policy says.
pub(crate) async fn find(conn: &mut Conn, reader: &ReaderIs<'_>, id: &TopicId) -> Result<Option<Topic>> {
    let council = reader.council.map_or("", |c| c.as_str());
    conn.one(FIND, args![id, reader.person, council, reader.today, reader.only]).await
}

/// The same, held until the transaction ends.
pub(crate) async fn take(tx: &mut Tx, reader: &ReaderIs<'_>, id: &TopicId) -> Result<Option<Topic>> {
    tx.lock(LOCK, args![id]).await?;
    find(tx, reader, id).await
}

/// The question, the answer that helped, and one page of answers.
pub(crate) async fn posts(conn: &mut Conn, topic: &Topic, reader: &PersonId, page: i64) -> Result<Vec<Post>> {
    let (from, helpful) = ((page - 1) * POSTS_PER_PAGE + 1, topic.helpful.as_ref().map_or("", |p| p.as_str()));
    conn.all(POSTS, args![topic.id, reader, from, from + POSTS_PER_PAGE, helpful]).await
}

pub(crate) async fn post(conn: &mut Conn, topic: &TopicId, post: &PostId) -> Result<Option<Post>> {
    conn.one(POST, args![topic, post]).await
}

pub(crate) async fn attached(conn: &mut Conn, topic: &TopicId) -> Result<Vec<Attached>> {
    conn.all(ATTACHED, args![topic]).await
}

pub(crate) async fn also_councils(conn: &mut Conn, topic: &TopicId) -> Result<Vec<AlsoCouncil>> {
    conn.all(ALSO_COUNCILS, args![topic]).await
}

/// What is asked, before it has a place.
pub(crate) struct NewTopic<'a> {
    pub id: &'a TopicId,
    pub kind: TopicKind,
    pub theme: &'a str,
    pub title: &'a Title,
    pub visibility: Visibility,
    pub organisation: &'a OrganisationId,
}

pub(crate) async fn add_topic(tx: &mut Tx, permit: &Permit<Asking>, new: &NewTopic<'_>, now: Moment) -> Result<()> {
    let by = permit.by();
    let row = args![new.id, new.kind, new.theme, new.title.0, by, new.organisation, new.visibility, now];
    tx.exactly_one(ADD_TOPIC, row).await?;
    count_topic(tx, new.id).await?;
    tx.run(FOLLOW, args![new.id, by, now]).await.map(|_| ())
}

/// Keeps the counts of the list; in the transaction that made the topic.
pub(crate) async fn count_topic(tx: &mut Tx, id: &TopicId) -> Result<()> {
    tx.exactly_one(COUNT_TOPIC, args![id]).await
}

/// The first post of a topic, within the transaction that made it.
pub(crate) async fn add_first_post(
    tx: &mut Tx,
    permit: &Permit<Asking>,
    id: &PostId,
    topic: &TopicId,
    seat: (&OrganisationId, Role),
    body: &Body,
    now: Moment,
) -> Result<()> {
    tx.exactly_one(ADD_POST, args![id, topic, permit.by(), seat.0, seat.1, body.0, now, permit.helper()]).await
}

pub(crate) async fn add_answer(
    tx: &mut Tx,
    permit: &Permit<Answering>,
    id: &PostId,
    seat: (&OrganisationId, Role),
    body: &Body,
    now: Moment,
) -> Result<()> {
    let topic = permit.on();
    tx.exactly_one(ADD_POST, args![id, topic, permit.by(), seat.0, seat.1, body.0, now, permit.helper()]).await?;
    tx.exactly_one(COUNT_ANSWER, args![topic, now]).await?;
    tx.run(FOLLOW, args![topic, permit.by(), now]).await.map(|_| ())
}

pub(crate) async fn attach(tx: &mut Tx, post: &PostId, file: &FileId, place: i64) -> Result<()> {
    tx.exactly_one(ATTACH, args![post, file, place]).await
}

pub(crate) async fn thank(
    tx: &mut Tx,
    permit: &Permit<Thanking>,
    post: &PostId,
    on: bool,
    now: Moment,
) -> Result<bool> {
    let rows = if on {
        tx.run(THANK, args![post, permit.by(), now]).await?
    } else {
        tx.run(UNTHANK, args![post, permit.by()]).await?
    };
    Ok(rows == 1)
}

pub(crate) async fn mark(tx: &mut Tx, permit: &Permit<Marking>, post: &PostId, on: bool, now: Moment) -> Result<()> {
    if on {
        tx.exactly_one(MARK, args![permit.on(), post, permit.by(), now]).await
    } else {
        tx.run(UNMARK, args![permit.on(), post]).await.map(|_| ())
    }
}

pub(crate) async fn say_also(
    tx: &mut Tx,
    permit: &Permit<SayingAlso>,
    council: &OrganisationId,
    on: bool,
    now: Moment,
) -> Result<bool> {
    let topic = permit.on();
    let rows = if on {
        tx.run(ALSO, args![topic, council, permit.by(), now]).await?
    } else {
        tx.run(NOT_ALSO, args![topic, council]).await?
    };
    Ok(rows == 1)
}

pub(crate) async fn follow(tx: &mut Tx, permit: &Permit<Following>, on: bool, now: Moment) -> Result<()> {
    let (topic, by) = (permit.on(), permit.by());
    if on { tx.run(FOLLOW, args![topic, by, now]).await } else { tx.run(UNFOLLOW, args![topic, by]).await }.map(|_| ())
}

pub(crate) async fn take_back(tx: &mut Tx, permit: &Permit<TakingBack>, now: Moment) -> Result<()> {
    tx.exactly_one(TAKE_BACK, args![permit.on(), permit.by(), now]).await
}

/// The question itself goes, and with it the whole topic: from then on nobody finds it.
pub(crate) async fn withdraw(tx: &mut Tx, permit: &Permit<TakingBack>, topic: &TopicId, now: Moment) -> Result<()> {
    take_back(tx, permit, now).await?;
    tx.exactly_one(WITHDRAW, args![topic, now]).await?;
    tx.exactly_one(UNCOUNT, args![topic]).await
}

/// Notes up to when somebody has read a topic. Reading is no act: it needs no permit.
pub(crate) async fn note_read(tx: &mut Tx, person: &PersonId, topic: &TopicId, until: Moment) -> Result<()> {
    tx.run(READ, args![person, topic, until]).await.map(|_| ())
}

/// How many answers of others came in after the one with number `n`.
pub(crate) async fn new_since(conn: &mut Conn, topic: &TopicId, n: i64, reader: &PersonId) -> Result<i64> {
    conn.value(NEW_SINCE, args![topic, n, reader]).await
}

pub(crate) async fn hearers(conn: &mut Conn, topic: &str) -> Result<Vec<Hearer>> {
    conn.all(HEARERS, args![topic]).await
}

pub(crate) async fn thanks_count(conn: &mut Conn, post: &str) -> Result<i64> {
    conn.value(FIRST_THANKS, args![post]).await
}

/// The file, if it hangs under this topic.
pub(crate) async fn attachment(conn: &mut Conn, topic: &TopicId, file: &FileId) -> Result<Option<File>> {
    let hangs = attached(conn, topic).await?.iter().any(|a| &a.file == file);
    if hangs { platform::files::find(conn, file).await } else { Ok(None) }
}
