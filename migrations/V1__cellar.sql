-- The cellar: the trail with its chain, what follows from it, stored files, settings and forms sent once.

CREATE TABLE trail_head (
    id BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO trail_head (id, seq, hash) VALUES (1, 0, '');

CREATE TABLE event (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT,
    on_behalf_of TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('web', 'mail', 'command', 'clock', 'demo')),
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    council TEXT,
    municipality TEXT,
    result TEXT NOT NULL,
    -- Body and salt may be erased; digest and hash keep the chain whole.
    body TEXT,
    salt TEXT,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX event_thing ON event (thing, seq);
CREATE INDEX event_actor ON event (actor, seq);

CREATE TABLE reaction (
    seq BIGINT NOT NULL REFERENCES event (seq),
    name TEXT NOT NULL,
    done_at BIGINT,
    given_up_at BIGINT,
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    problem TEXT,
    PRIMARY KEY (seq, name)
);
CREATE INDEX reaction_due ON reaction (next_try_at) WHERE done_at IS NULL AND given_up_at IS NULL;

-- What the house has to do at a moment on its own clock, such as asking how a promise went.
CREATE TABLE planned (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    thing TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    done_at BIGINT,
    tries BIGINT NOT NULL,
    problem TEXT
);
CREATE INDEX planned_due ON planned (due_at) WHERE done_at IS NULL;
CREATE INDEX planned_thing ON planned (thing);

CREATE TABLE file (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    by_person TEXT,
    at BIGINT NOT NULL
);

-- In parts, so that a large file is never whole in memory.
CREATE TABLE file_part (
    file TEXT NOT NULL REFERENCES file (id),
    n BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (file, n)
);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- A form that was sent, so that sending it twice does one thing and shows one page.
CREATE TABLE form_once (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    location TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX form_once_at ON form_once (at);
