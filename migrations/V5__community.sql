-- The conversations: themes, topics, posts, and the small gestures around them.

CREATE TABLE theme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- After "over": over de Wmo.
    short TEXT NOT NULL,
    place BIGINT NOT NULL
);
INSERT INTO theme (id, name, short, place) VALUES
    ('wmo', 'Wmo en hulp bij het huishouden', 'de Wmo', 1),
    ('jeugd', 'Jeugdhulp', 'jeugd', 2),
    ('werk', 'Werk en inkomen', 'werk en inkomen', 3),
    ('schulden', 'Schulden en armoede', 'schulden', 4),
    ('raadswerk', 'Het werk van de raad', 'het werk van de raad', 5),
    ('anders', 'Iets anders', 'iets anders', 99);

CREATE TABLE community_topic (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('question', 'experience', 'discussion', 'announcement')),
    theme TEXT NOT NULL REFERENCES theme (id),
    title TEXT NOT NULL,
    -- Who began it, and from which seat: what was said stays said from that seat.
    author TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    -- Who reads it: all councils, councils and municipalities, or the councils of one region.
    visibility TEXT NOT NULL CHECK (visibility IN ('councils', 'everybody', 'region')),
    region TEXT,
    at BIGINT NOT NULL,
    -- Counters: how many answers, and when the last post was.
    answers BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX community_topic_last ON community_topic (last_at DESC, id DESC);
CREATE INDEX community_topic_theme ON community_topic (theme, last_at DESC, id DESC);
CREATE INDEX community_topic_unanswered ON community_topic (at DESC, id DESC) WHERE answers = 0 AND kind = 'question';
-- Counting what somebody may see reads this index and no rows.
CREATE INDEX community_topic_count ON community_topic (visibility, theme, kind, answers, region, author);
CREATE INDEX community_topic_at ON community_topic (at DESC, id DESC);
CREATE INDEX community_topic_author ON community_topic (author);

CREATE TABLE community_post (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL REFERENCES community_topic (id),
    -- 0 is the first post, the question itself.
    n BIGINT NOT NULL,
    author TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    body TEXT NOT NULL,
    by_mail BIGINT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (topic, n)
);
CREATE INDEX community_post_author ON community_post (author, at);

-- Taken back by its writer, for as long as nobody answered it.
CREATE TABLE community_retraction (
    post TEXT PRIMARY KEY REFERENCES community_post (id),
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE community_thanks (
    post TEXT NOT NULL REFERENCES community_post (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (post, person)
);

-- The answer that helped; never more than one.
CREATE TABLE community_helpful (
    topic TEXT PRIMARY KEY REFERENCES community_topic (id),
    post TEXT NOT NULL REFERENCES community_post (id),
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- "Speelt bij ons ook": a council says it, whoever of its members taps.
CREATE TABLE community_also (
    topic TEXT NOT NULL REFERENCES community_topic (id),
    council TEXT NOT NULL REFERENCES organisation (id),
    by_person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (topic, council)
);

CREATE TABLE community_follow (
    topic TEXT NOT NULL REFERENCES community_topic (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (topic, person)
);

CREATE TABLE community_attachment (
    post TEXT NOT NULL REFERENCES community_post (id),
    file TEXT NOT NULL REFERENCES file (id),
    place BIGINT NOT NULL,
    PRIMARY KEY (post, file)
);

-- Up to when somebody has read a topic.
CREATE TABLE community_read (
    person TEXT NOT NULL REFERENCES person (id),
    topic TEXT NOT NULL REFERENCES community_topic (id),
    until_at BIGINT NOT NULL,
    PRIMARY KEY (person, topic)
);
