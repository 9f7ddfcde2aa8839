-- Who is who: organisations, people, the seats they hold from a day until a day, and their sign-ins.

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('council', 'municipality', 'association', 'host', 'elsewhere')),
    name TEXT NOT NULL,
    -- How it is called where its kind is clear: the town of a council.
    short_name TEXT NOT NULL,
    -- The CBS code of a municipality.
    code TEXT UNIQUE,
    region TEXT,
    province TEXT,
    inhabitants BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX organisation_kind ON organisation (kind, name);

-- Which municipalities a council advises: one or several.
CREATE TABLE council_municipality (
    council TEXT NOT NULL REFERENCES organisation (id),
    municipality TEXT NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (council, municipality)
);
CREATE INDEX council_municipality_by_municipality ON council_municipality (municipality);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    -- The whole name as it is shown: Hanneke van der Wal.
    name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    -- The name after the form of address: Van der Wal.
    last_name TEXT NOT NULL,
    salutation TEXT NOT NULL CHECK (salutation IN ('mevrouw', 'meneer', 'geen')),
    -- In lower case.
    address TEXT NOT NULL UNIQUE,
    -- Everything in the community from before this moment counts as read.
    reads_from BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE person_disabled (
    person TEXT PRIMARY KEY REFERENCES person (id),
    at BIGINT NOT NULL,
    by_person TEXT
);

CREATE TABLE seat (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    from_on TEXT NOT NULL,
    -- The last day; empty when no end is known.
    until_on TEXT
);
CREATE INDEX seat_person ON seat (person);
CREATE INDEX seat_organisation ON seat (organisation, role);

CREATE TABLE sign_in_attempt (
    -- The hash of what the browser holds.
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    code TEXT,
    at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, at);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    secret TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    -- The seat they speak from, when they chose one.
    seat TEXT,
    device TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- After so long without a visit it ends by itself.
    idle_ms BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person);

CREATE TABLE person_looks (
    person TEXT PRIMARY KEY REFERENCES person (id),
    lang TEXT NOT NULL,
    size TEXT NOT NULL,
    face TEXT NOT NULL
);
